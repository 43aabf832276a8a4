"""Duplication in claim cards: shared sentences in vocabularies, and cases of one rule in tables."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from rules.contracts.messages import LANGUAGES
from tests.features.desk import FOLDERS

CARDS = [folder for folder in FOLDERS if folder.name.startswith("green-claim-")]
MOST = 3
"""Maximum number of cards with an identical row: cards that name a fact differently cannot share a vocabulary."""
_TABLE = re.compile(r"^    \S.*\n((?:      \|.*\n)+)", re.MULTILINE)
_SCENARIO = re.compile(r"^    Scenario: (.*)\n((?:      .*\n)+)", re.MULTILINE)
_VALUE = re.compile(r" (is (?!missing)|holds|does not hold).*")


def rows(card: str) -> Iterator[str]:
    """Yield the table rows of a card without headings and padding, except the table of the card itself."""
    _, *tables = _TABLE.findall(card)
    for table in tables:
        yield from (re.sub(r"\s+", " ", row.strip()) for row in table.splitlines()[1:])


def shapes(rules: str) -> Iterator[tuple[str, ...]]:
    """Yield the steps of each scenario without values; scenarios with a table or a comment are skipped."""
    for scenario in _SCENARIO.finditer(rules):
        steps = scenario[2].splitlines()
        if not any(step.lstrip().startswith(("|", "#")) for step in steps):
            yield tuple(sorted(_VALUE.sub("", step.strip().partition(" ")[2]) for step in steps))


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_shared_by_many_cards_are_in_a_vocabulary(language: str) -> None:
    cards_by_row: dict[str, set[str]] = defaultdict(set)
    for folder in CARDS:
        for row in rows((folder / f"card.{language}.feature").read_text(encoding="utf-8")):
            cards_by_row[row].add(folder.name)
    assert len(cards_by_row) > 100
    assert {row: cards for row, cards in cards_by_row.items() if len(cards) > MOST} == {}


@pytest.mark.parametrize("folder", CARDS, ids=[folder.name for folder in CARDS])
def test_scenarios_of_one_rule_that_differ_only_in_values_are_rows_of_an_outline(folder: Path) -> None:
    for rule in (folder / "rules.en.feature").read_text(encoding="utf-8").split("\n  Rule: "):
        alike = [shape for shape, times in Counter(shapes(rule)).items() if times > 1]
        assert not alike, f"{folder.name}: make rows of one outline of {alike[0]}, under {rule.partition(chr(10))[0]!r}"
