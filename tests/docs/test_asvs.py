"""OWASP ASVS checklist: every requirement of levels 1 and 2 once, and existing references."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/security/asvs.md").read_text(encoding="utf-8")
LAST = """
1.1.2 1.2.9 1.3.11 1.4.3 1.5.2 2.1.3 2.2.3 2.3.4 2.4.1 3.2.2 3.3.4 3.4.6 3.5.5 3.7.2 4.1.3 4.2.1 4.3.2 4.4.4
5.1.1 5.2.3 5.3.2 5.4.3 6.1.3 6.2.12 6.3.4 6.4.4 6.5.5 6.6.3 6.8.4 7.1.3 7.2.4 7.3.2 7.4.5 7.5.2 7.6.2 8.1.2
8.2.3 8.3.1 8.4.1 9.1.3 9.2.4 10.1.2 10.2.2 10.3.4 10.4.11 10.5.5 10.6.2 10.7.3 11.1.2 11.2.3 11.3.3 11.4.4
11.5.1 11.6.1 12.1.3 12.2.2 12.3.4 13.1.1 13.2.5 13.3.2 13.4.5 14.1.2 14.2.4 14.3.3 15.1.3 15.2.3 15.3.7 16.1.1
16.2.5 16.3.4 16.4.3 16.5.3 17.1.1 17.2.4 17.3.2
"""
"""The last requirement of levels 1 and 2 in each section of OWASP ASVS 5.0.0, which counts them from 1."""
ROWS = [line.strip("|").split(" | ") for line in PAGE.splitlines() if re.match(r"\| \d", line)]
PLACE = re.compile(r"`([\w./-]+?/[\w./-]*|pyproject\.toml|requirements\.txt)(?:::(\w+))?`")


def numbers(text: str) -> list[str]:
    return re.findall(r"\b\d+\.\d+\.\d+\b", text)


def required() -> list[str]:
    sections = (last.rpartition(".") for last in LAST.split())
    return [f"{section}.{number}" for section, _, count in sections for number in range(1, int(count) + 1)]


def test_the_checklist_contains_each_requirement_exactly_once() -> None:
    section = PAGE.partition("## Not applicable")[2]
    listed = [number for row in ROWS for number in numbers(row[0])] + numbers(section)
    assert sorted(listed) == sorted(set(listed))
    assert set(listed) == set(required())
    assert len(required()) == 253


def test_a_requirement_names_its_implementation_or_is_marked_as_not_met() -> None:
    for number, asked, held in ROWS:
        assert asked.strip(), number
        assert len(held.strip()) > 10, number
    assert sum("**not met**" in row[2] for row in ROWS) >= 9


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].strip())
def test_the_implementation_named_for_a_requirement_exists(row: list[str]) -> None:
    for path, name in PLACE.findall(row[2]):
        assert (ROOT / path).exists(), path
        if name:
            source = (ROOT / path).read_text(encoding="utf-8")
            assert re.search(rf"^\s*(?:async )?(?:def|class) {name}\b|^(?:\w+, )*{name}\b.*=", source, re.MULTILINE), (
                f"{path} has no {name}"
            )
