"""Page of rule patterns: each quoted sentence present in its card, in both languages."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import pytest

from service.configuration.folders import CHECKOUT

PAGE = CHECKOUT / "docs" / "scorecards" / "can-it-say.md"
LANGUAGES = ("en", "zh")
STEP = re.compile(r"^(?:Given|And|When|Then|假如|并且|当|那么) ")


class Need(NamedTuple):
    need: str
    says: str
    card: str


def rows(language: str) -> list[list[str]]:
    """List the rows of all tables in one language, without their headings; a cell has both, or one for both."""
    tables = re.findall(r"^\|.*\|\n\|[-|]+\|\n((?:\|.*\|\n)+)", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    place = LANGUAGES.index(language)
    return [
        [cell.strip().split("<br>")[place if "<br>" in cell else 0] for cell in line.strip("|").split(" | ")]
        for table in tables
        for line in table.splitlines()
    ]


def needs(language: str) -> list[Need]:
    return [Need(*row) for row in rows(language) if len(row) == len(Need._fields)]


@cache
def sentences(link: str, language: str) -> frozenset[str]:
    """Return every step and every cell of the card that a table cell links to."""
    folder = PAGE.parent / re.fullmatch(r"\[[a-z0-9-]+\]\((\S+)\)", link)[1]  # type: ignore[index]
    card_texts: set[str] = set()
    for path in folder.glob(f"*.{language}.feature"):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = re.sub(r" +", " ", line.strip())
            card_texts |= {cell.strip() for cell in text.split("|")} if text.startswith("|") else {STEP.sub("", text)}
    return frozenset(card_texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_quoted_sentence_is_in_the_card_of_its_row(language: str) -> None:
    statements = [(one.says, one.card) for one in needs(language)]
    strays = [(says, card) for says, card in statements if says.strip("`") not in sentences(card, language)]
    assert len(statements) > 20
    assert not strays


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_has_the_right_number_of_cells(language: str) -> None:
    """Such a row would be held to nothing."""
    others = [row[0] for row in rows(language) if len(row) != len(Need._fields)]
    assert not others, "\n".join(others)
