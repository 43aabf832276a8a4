"""Page of rule patterns: each quoted sentence present in its card, in both languages."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import pytest

from service.configuration.folders import CHECKOUT

FOLDER = CHECKOUT / "docs" / "scorecards"
PAGES = {"en": FOLDER / "can-it-say.md", "zh": FOLDER / "can-it-say.zh.md"}
STEP = re.compile(r"^(?:Given|And|When|Then|假如|并且|当|那么) ")


class Need(NamedTuple):
    need: str
    says: str
    card: str


def rows(language: str) -> list[list[str]]:
    """List the rows of all tables in one language, without their headings."""
    page = PAGES[language].read_text(encoding="utf-8")
    tables = re.findall(r"^\|.*\|\n\|[-|]+\|\n((?:\|.*\|\n)+)", page, flags=re.MULTILINE)
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for table in tables for line in table.splitlines()]


def needs(language: str) -> list[Need]:
    return [Need(*row) for row in rows(language) if len(row) == len(Need._fields)]


@cache
def sentences(link: str, language: str) -> frozenset[str]:
    """Return every step and every cell of the card that a table cell links to."""
    folder = FOLDER / re.fullmatch(r"\[[a-z0-9-]+\]\((\S+)\)", link)[1]  # type: ignore[index]
    card_texts: set[str] = set()
    for path in folder.glob(f"*.{language}.feature"):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = re.sub(r" +", " ", line.strip())
            card_texts |= {cell.strip() for cell in text.split("|")} if text.startswith("|") else {STEP.sub("", text)}
    return frozenset(card_texts)


@pytest.mark.parametrize("language", PAGES)
def test_each_quoted_sentence_is_in_the_card_of_its_row(language: str) -> None:
    statements = [(one.says, one.card) for one in needs(language)]
    strays = [(says, card) for says, card in statements if says.strip("`") not in sentences(card, language)]
    assert len(statements) > 20
    assert not strays


@pytest.mark.parametrize("language", PAGES)
def test_every_row_has_the_right_number_of_cells(language: str) -> None:
    """Such a row would be held to nothing."""
    others = [row[0] for row in rows(language) if len(row) != len(Need._fields)]
    assert not others, "\n".join(others)
