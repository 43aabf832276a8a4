"""Changelog structure: no repeated heading within a section."""

from __future__ import annotations

from pathlib import Path

CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"


def test_no_heading_is_repeated_in_a_section() -> None:
    sections = CHANGELOG.read_text(encoding="utf-8").split("\n## ")[1:]
    assert sections
    for section in sections:
        headings = [line for line in section.splitlines() if line.startswith("### ")]
        assert len(headings) == len(set(headings)), section.splitlines()[0]
