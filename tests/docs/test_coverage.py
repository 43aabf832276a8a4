"""Coverage table of Chinese systems: every published card, with the certainty of its bases."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette

FOLDER = CHECKOUT / "docs" / "scorecards"
PAGES = {"en": FOLDER / "coverage.md", "zh": FOLDER / "coverage.zh.md"}
GAZETTE = Gazette(CHECKOUT / "scorecards")
CHINA = "Asia/Shanghai"
WORDS = {
    "en": {"confirmed": "confirmed", "secondary": "secondary", "own_reading": "own reading"},
    "zh": {"confirmed": "已核实", "secondary": "转引", "own_reading": "自行解读"},
}
BETWEEN = {"en": ", ", "zh": "、"}


class Row(NamedTuple):
    """One row of the table."""

    system: str
    card: str
    certainty: str
    missing: str
    source: str


def rows(language: str) -> list[Row]:
    """Read the table in one language."""
    lines = [line for line in PAGES[language].read_text(encoding="utf-8").splitlines() if line.startswith("| ")][1:]
    return [Row(*(cell.strip(" `") for cell in line.strip("|").split(" | "))) for line in lines]


def published() -> set[str]:
    """Name the cards that are published."""
    return {path.parent.name for path in (CHECKOUT / "scorecards").glob("*/*.sig.json")}


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", PAGES)
def test_each_card_has_the_certainty_of_its_bases(language: str) -> None:
    named = [row for row in rows(language) if row.card in published()]
    assert len(named) > 10
    for row in named:
        certainties = {str(basis.certainty) for basis in GAZETTE.newest(row.card).scorecard.bases}
        expected = BETWEEN[language].join(word for id, word in WORDS[language].items() if id in certainties)
        assert row.certainty == expected, row.card


def test_every_card_with_the_time_zone_of_china_is_in_the_table() -> None:
    of_china = {id for id in published() if GAZETTE.newest(id).scorecard.card.time_zone == CHINA}
    assert of_china - {row.card for row in rows("en")} == set()


def test_a_system_without_a_card_states_the_missing_parts() -> None:
    for row in rows("en"):
        assert row.missing, row.system
        assert row.source, row.system
        assert re.fullmatch(r"–|[a-z0-9-]+", row.card), row.system
        assert (row.card == "–") == (row.certainty == "–"), row.system
