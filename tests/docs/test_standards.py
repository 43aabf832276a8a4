"""Page of standards by number: every provincial, sector and association standard that any page names has a row."""

from __future__ import annotations

import re

from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette

PAGES = CHECKOUT / "docs" / "scorecards"
PAGE = PAGES / "standards.md"
NUMBER = re.compile(r"\b(?:DB\d{2,4}/T|SZDB/Z|T/[A-Z]{2,8}|SJ/T|YD/T|HJ) ?\d+(?:\.\d+)*-\d{3,4}\b")
COLUMNS = 5


def rows() -> list[list[str]]:
    """List the cells of every standard."""
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines if "| number |" not in line]


def test_each_standard_has_one_row_with_title_card_and_source() -> None:
    numbers = [cells[0] for cells in rows()]
    assert len(numbers) == len(set(numbers)) >= 50
    known = set(Gazette(CHECKOUT / "scorecards").card_ids())
    for number, title, card, missing, source in rows():
        assert NUMBER.fullmatch(number), number
        assert title, number
        assert missing, number
        assert card == "–" or card.strip("`") in known, number
        assert re.match(r"S00\d L\d+", source), number


def test_every_number_on_the_pages_of_scorecards_has_a_row() -> None:
    listed = {cells[0].replace(" ", "") for cells in rows()}
    named = {
        (path.name, number.replace(" ", ""))
        for path in PAGES.glob("*.md")
        for number in NUMBER.findall(path.read_text(encoding="utf-8"))
    }
    assert {each for each in named if each[1] not in listed} == set()
