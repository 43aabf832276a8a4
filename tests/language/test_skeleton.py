"""Starter file of a new card: one diagnostic for each blank cell, and publishable once its texts are replaced."""

from __future__ import annotations

import re
from datetime import date

import pytest

from rules.contracts.errors import RuleSourceError
from rules.language.canonical import starter_file
from rules.rehearsal.publication import publish
from rules.rehearsal.publication_check import check_folder

DAY = date(2027, 3, 1)
BLANKS = {
    "en": (
        ("| title          | ", "| title          | Office "),
        ("| guide |  ", "| guide | Guide 1"),
        (" |        |           |", " | 4.2    | secondary |"),
    ),
    "zh": (
        ("| 名称     | ", "| 名称     | 绿办"),
        ("| guide |  ", "| guide | Guide 1"),
        (" |      |        |", " | 4.2  | 转引   |"),
    ),
}


def filled(language: str) -> dict[str, str]:
    ((path, text),) = starter_file("green-office", DAY, language).items()
    for old, new in BLANKS[language]:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return {path: text}


def completed(language: str) -> dict[str, str]:
    """Return the starter file with the blanks filled and the comments deleted."""
    ((path, text),) = filled(language).items()
    lines = [line for line in text.split("\n") if not line.lstrip().startswith("#") or "language:" in line]
    return {path: "\n".join(lines)}


@pytest.mark.parametrize("language", BLANKS)
def test_a_check_reports_each_blank_cell_and_nothing_else(language: str) -> None:
    files = starter_file("green-office", DAY, language)
    report = check_folder(files)
    ((_, text),) = files.items()
    assert [found.code for found in report.diagnostics] == ["RL023"] * 4
    for diagnostic in report.diagnostics:
        line = text.splitlines()[diagnostic.location.line - 1]
        assert re.match(r"\s*\|", line[diagnostic.location.column - 1 :])


@pytest.mark.parametrize("language", BLANKS)
def test_a_card_with_filled_cells_only_cannot_be_published(language: str) -> None:
    report = check_folder(filled(language))
    assert (report.errors, report.missing, report.failed, report.examples) == (0, (), 0, 13)
    with pytest.raises(RuleSourceError) as refused:
        publish(filled(language), ())
    assert [found.code for found in refused.value.diagnostics] == ["RL141"] * 9
    ((path, text),) = filled(language).items()
    first = refused.value.diagnostics[0].location.line
    without = {path: "\n".join(line for at, line in enumerate(text.split("\n"), 1) if at != first)}
    assert len(check_folder(without).diagnostics) == 9, "a comment is confirmed as a whole"


@pytest.mark.parametrize("language", BLANKS)
def test_a_card_with_each_part_confirmed_can_be_published(language: str) -> None:
    assert check_folder(completed(language)).diagnostics == ()
    assert publish(completed(language), ()).scorecard.card.first_date == DAY


def test_starter_files_of_both_languages_have_the_same_rules() -> None:
    digests = {language: check_folder(filled(language)).rule_digest for language in BLANKS}
    assert digests["en"] == digests["zh"] is not None
    assert check_folder(filled("en") | filled("zh")).errors == 0
