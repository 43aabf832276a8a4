"""Starter file of a new card: one diagnostic for each blank cell, and publishable once completed."""

from __future__ import annotations

import re
from datetime import date

import pytest

from rules.language.canonical import starter_file
from rules.model.digest import rule_digest
from rules.rehearsal.publication import publish
from rules.rehearsal.publication_check import check_folder

DAY = date(2027, 3, 1)
BLANKS = {
    "en": (
        ("| title          | ", "| title          | Office "),
        ("| guide |  ", "| guide | Guide 1"),
        (" |        | confirmed", " | 4.2    | confirmed"),
    ),
    "zh": (
        ("| 名称     | ", "| 名称     | 绿办"),
        ("| guide |  ", "| guide | Guide 1"),
        (" |      | 已核实", " | 4.2  | 已核实"),
    ),
}


def filled(language: str) -> dict[str, str]:
    ((path, text),) = starter_file("green-office", DAY, language).items()
    for old, new in BLANKS[language]:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return {path: text}


@pytest.mark.parametrize("language", BLANKS)
def test_a_check_names_each_blank_cell_and_nothing_else(language: str) -> None:
    files = starter_file("green-office", DAY, language)
    report = check_folder(files)
    ((_, text),) = files.items()
    assert [found.code for found in report.diagnostics] == ["RL023"] * 3
    for diagnostic in report.diagnostics:
        line = text.splitlines()[diagnostic.location.line - 1]
        assert re.match(r"\s*\|", line[diagnostic.location.column - 1 :])


@pytest.mark.parametrize("language", BLANKS)
def test_once_filled_in_it_could_be_published(language: str) -> None:
    report = check_folder(filled(language))
    assert (report.diagnostics, report.missing) == ((), ())
    assert (report.failed, report.examples) == (0, 13)
    assert publish(filled(language), ()).scorecard.card.first_date == DAY


def test_both_languages_begin_with_the_same_rules() -> None:
    cards = [publish(filled(language), ()).scorecard for language in BLANKS]
    assert rule_digest(cards[0]) == rule_digest(cards[1])
    assert check_folder(filled("en") | filled("zh")).errors == 0
