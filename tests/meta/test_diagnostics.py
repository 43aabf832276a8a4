"""Diagnostic catalogue: a bad and a good folder, a raising location and a documentation section for each code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rules.language.diagnostic_collector import read_catalogue
from service.reference.pages import diagnostics_page
from tests.language.folders import CORPUS, FOUND_BY_PUBLISHING, FOUND_BY_REHEARSAL

ROOT = Path(__file__).resolve().parents[2]
CODE = re.compile(r"RL\d{3}")


@pytest.mark.parametrize("kind", ["bad", "good"])
def test_every_diagnostic_has_a_bad_and_a_good_folder(kind: str) -> None:
    folders = list((CORPUS / kind).iterdir())
    assert {folder.name[:5] for folder in folders} == set(read_catalogue()) - FOUND_BY_PUBLISHING.keys()
    empty = [folder.name for folder in folders if not any(folder.glob("*.feature"))]
    assert not empty, ", ".join(empty)


def test_every_folder_shows_a_diagnostic_in_both_forms() -> None:
    bad, good = ({folder.name for folder in (CORPUS / kind).iterdir()} for kind in ("bad", "good"))
    assert bad == good
    assert {name[:5] for name in bad} <= set(read_catalogue())


def test_no_code_is_exempt_without_need() -> None:
    exempt = FOUND_BY_PUBLISHING.keys() | FOUND_BY_REHEARSAL.keys()
    assert exempt <= set(read_catalogue())
    assert not FOUND_BY_PUBLISHING.keys() & {folder.name[:5] for folder in (CORPUS / "bad").iterdir()}


def test_every_code_that_is_raised_is_in_the_catalogue_and_the_reverse() -> None:
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "rules").rglob("*.py"))
    assert {code for text in sources for code in CODE.findall(text)} == set(read_catalogue())


@pytest.mark.full
def test_the_page_shows_every_diagnostic_as_users_see_it() -> None:
    page, wrong = diagnostics_page(), []
    for code, entry in read_catalogue().items():
        section = page.partition(f"\n## {code}\n")[2].partition("\n## RL")[0]
        shown = code in FOUND_BY_PUBLISHING or re.search(rf"\.feature:\d+:\d+: {code}: \S", section)
        if entry.explanation not in section or not shown:
            wrong.append(code)
    assert not wrong, ", ".join(wrong)
