"""Does the page on what the language can say have every system, and does each sentence stand in the card it names?"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import pytest

from service.folders import CHECKOUT

PAGE = CHECKOUT / "docs" / "can-it-say.md"
LANGUAGES = ("en", "zh")
PARTS = {"en": "; ", "zh": "；"}
STEP = re.compile(r"^(?:Given|And|When|Then|假如|并且|当|那么) ")
SYSTEMS = """
Coverage by the national carbon market
Allocation to power
Allocation to steel, cement, aluminium
Surrender, credits, borrowing, vintages
Carry-over of surplus
Reports, plans, verification
Calendar and prices
Voluntary reductions: projects
Voluntary reductions: tonnes
Bodies and consequences
Additionality and crediting period by method
Formulae of renewables
Direct connection of green power
Green certificates
Consumption quota and sector shares
Green power in accounting
National zero-carbon park
Parks of the provinces
Zero-carbon factory of the ministries
Green factory
Green supply chain, green park
Variants of the provinces
Corporate inventory
Product footprint and its review
Marks for reduced and low-carbon products
Footprint-label pilot
Neutrality of large events
Carbon inclusion
Dual credits of car makers
Energy-use rights, green gas
Data centres, aluminium, coal-power retrofit
Reduction-value offset of Hebei
Pilot markets
Project energy review with carbon evaluation
Green finance, procurement, disclosure
Clean Competition Act of the United States
Article 6.4 and 6.2
SBTi, first standard
SBTi, second standard
RE100
Quality of contractual instruments
ISO 14064-1
CDP
ISSB S2, ESRS E1, exchanges of China
Core Carbon Principles
CORSIA
Carbon tax of Singapore
GX-ETS of Japan, K-ETS of Korea
VCMI claims
Neutrality, Oxford Principles, ratings
ISO 14067
PACT
Passport of products, ISO 14021, green bond
EU taxonomy
CBAM of the United Kingdom
""".strip().splitlines()
"""Every system that was tried, those of China first."""


class Need(NamedTuple):
    """One row of the table of what is needed."""

    need: str
    says: str
    card: str


class System(NamedTuple):
    """One row of the tables of systems."""

    system: str
    needs: str
    says: str
    card: str
    missing: str


def rows(language: str, width: int) -> list[list[str]]:
    """List the rows of all tables of a width, without their headings."""
    page = PAGE if language == "en" else PAGE.with_suffix(".zh.md")
    tables = re.findall(r"^\|.*\|\n\|[-|]+\|\n((?:\|.*\|\n)+)", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for table in tables for line in table.splitlines()]
    return [row for row in cells if len(row) == width]


def needs(language: str) -> list[Need]:
    return [Need(*row) for row in rows(language, len(Need._fields))]


def systems(language: str) -> list[System]:
    return [System(*row) for row in rows(language, len(System._fields))]


@cache
def sentences(link: str, language: str) -> frozenset[str]:
    """Give every step and every cell of the card that a cell leads to."""
    folder = PAGE.parent / re.fullmatch(r"\[[a-z0-9-]+\]\((\S+)\)", link)[1]  # type: ignore[index]
    found: set[str] = set()
    for path in folder.glob(f"*.{language}.feature"):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = re.sub(r" +", " ", line.strip())
            found |= {cell.strip() for cell in text.split("|")} if text.startswith("|") else {STEP.sub("", text)}
    return frozenset(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sentence_stands_in_the_card_beside_it(language: str) -> None:
    told = [(one.says, one.card) for one in needs(language)]
    told += [(one.says, one.card) for one in systems(language) if one.card != "–"]
    strays = [(says, card) for says, card in told if says.strip("`") not in sentences(card, language)]
    assert len(told) > 60
    assert not strays


def test_every_system_that_was_tried_has_its_row() -> None:
    assert [one.system for one in systems("en")] == SYSTEMS


def test_both_pages_tell_of_the_same_cards() -> None:
    assert [one.card for one in systems("zh")] == [one.card for one in systems("en")]
    assert [one.card for one in needs("zh")] == [one.card for one in needs("en")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_system_needs_what_the_first_table_shows(language: str) -> None:
    known = {one.need for one in needs(language)}
    for one in systems(language):
        assert set(one.needs.split(PARTS[language])) <= known, one.system


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_system_that_is_not_written_says_why(language: str) -> None:
    for one in systems(language):
        assert (one.says == "–") == (one.card == "–"), one.system
        assert one.card != "–" or one.missing != "–", one.system
