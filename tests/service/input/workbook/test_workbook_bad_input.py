"""Errors in a workbook by sheet and cell, with advice, in templates of both languages."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.errors import InputError
from rules.trail.evaluation import Evaluator
from service.input.tree.placed_errors import PlacedError
from service.input.workbook.sheet_layout import FIRST_ROW
from tests.support.filled_workbooks import BOTH, FACTS, filled, problems, read, with_value
from tests.support.small_card import small_card

CELLS: list[tuple[str, Any, str, str]] = [
    ("renewable_share", "about 80", "General", "'about 80' is not a number"),
    ("renewable_share", "80 %", "General", "Enter only the number; its unit is %"),
    ("renewable_share", "1,200", "General", "thousands separator"),
    ("renewable_share", True, "General", "A number is required, but 'True' is a true or false"),
    (
        "renewable_share",
        datetime.date(2026, 1, 2),
        "yyyy-mm-dd",
        "A number is required, but '2026-01-02 00:00:00' is a date",
    ),
    ("renewable_share", "=1+2", "General", "Copy the cell and paste it as a value, so that the value is visible"),
    ("renewable_share", "#DIV/0!", "General", "The cell shows the error #DIV/0!"),
    (
        "renewable_share",
        1 / 3,
        "General",
        "0.3333333333333333 is stored with 16 digits, but a spreadsheet retains only 15",
    ),
    ("renewable_share", "1/0", "@", "'1/0' divides by zero"),
    ("renewable_share", "1/-3", "@", "a minus sign in the denominator"),
    ("renewable_share", "1 / 3", "@", "'1 / 3' is not a fraction such as 4948.02/25200"),
    ("energy_used", 0.3, "0%", "The cell is formatted as a percentage, but this fact is in kWh"),
    ("certified", "perhaps", "@", "'perhaps' is not one of yes, no, true, false, 是, 否"),
    ("certified", "不适用", "@", "The fact cannot be marked as not applicable"),
    ("certified", 1, "General", "'1' is not one of yes, no"),
    ("renewable_share", "n/a", "@", "The fact cannot be marked as not applicable"),
    ("status", "close", "@", "'close' is not one of open, closed. Did you mean 'closed'?"),
    ("themes", "water; wast", "@", "'wast' is not one of water, waste. Did you mean 'waste'?"),
    ("themes", 7, "General", "'7' is not one of water, waste"),
    ("themes", True, "General", "but names are required. Enter the names as text, separated by ;"),
    ("audited_on", 45292, "General", "'45292' is not a date. Format the cell as a date"),
    ("audited_on", datetime.datetime(2026, 1, 2, 13, 5), "yyyy-mm-dd", "has a time of day"),  # noqa: DTZ001
    ("remark", 12, "General", "'12' is stored as a number, but a text is required. Leading zeros"),
    ("credits", "A-1", "@", "is not allowed in this cell, because records are entered on their own sheet"),
    ("report_year.first", None, "General", "is required"),
]


@pytest.mark.full(sample=5)
@BOTH
@pytest.mark.parametrize(("fact", "content", "number_format", "expected_message"), CELLS)
def test_a_wrong_cell_is_reported_with_advice(
    language: str, fact: str, content: Any, number_format: str, expected_message: str, tmp_path: Path
) -> None:
    book = filled(language)
    coordinate = with_value(book, fact, content, number_format)
    (line,) = problems(book.save(tmp_path / "x.xlsx"))
    if content is not None:
        assert line.startswith(f"x.xlsx: Sheet {FACTS[language]}, {coordinate}: facts.{fact}"), line
    assert expected_message in line


def test_all_problems_are_reported_at_once(tmp_path: Path) -> None:
    book = filled()
    for fact, content in (("renewable_share", "much"), ("certified", "maybe"), ("audited_on", 3)):
        with_value(book, fact, content)
    book.put("evidence", FIRST_ROW, "assurance", "some")
    assert len(problems(book.save(tmp_path / "x.xlsx"))) == 4


@pytest.mark.full(sample=5)
@BOTH
def test_values_refused_by_the_core_are_reported_with_their_cell(language: str, tmp_path: Path) -> None:
    book = filled(language)
    coordinates = {with_value(book, "renewable_share", 120), with_value(book, "audited_on", "2026/3/1")}
    unit = book.facts.cell(book.row("facts-one", "serious_violations"), book.column("facts-one", "unit"))
    unit.value = None
    dossier = read(book.save(tmp_path / "x.xlsx"))
    evaluator = Evaluator(small_card(), "0" * 64, "scorecards/small-factory/versions/1.0.0")
    try:
        with pytest.raises(InputError) as raised:
            evaluator.evaluate(dossier.subject.model_copy(update={"known": "2026-03-01T00:00:00Z"}), bytes(32))
    finally:
        evaluator.close()
    lines = [problem.render("x.xlsx") for problem in dossier.located(raised.value).problems]
    places = {line.split(", ")[1].split(":")[0] for line in lines}
    assert places == coordinates | {unit.coordinate}
    assert all(f"Sheet {FACTS[language]}" in line for line in lines)


def test_a_percentage_is_read_as_displayed_and_noted(tmp_path: Path) -> None:
    book = filled()
    coordinate = with_value(book, "renewable_share", 0.299, "0.0%")
    dossier = read(book.save(tmp_path / "x.xlsx"))
    share = next(fact.value for fact in dossier.subject.facts if fact.id == "renewable_share")
    assert share is not None
    assert (share.number, share.unit) == ("29.9", "%")
    (note,) = dossier.notes
    assert note.render("x.xlsx") == (
        f"x.xlsx: Sheet Facts, {coordinate}: facts.renewable_share: The cell is formatted as a percentage, so the "
        "stored 0.299 is read as displayed: 29.9 %. If this is wrong, format the cell as a number and enter the value "
        "again."
    )


def test_a_quoted_percent_sign_in_the_format_changes_nothing(tmp_path: Path) -> None:
    book = filled()
    with_value(book, "renewable_share", 29.9, '0.0"%"')
    dossier = read(book.save(tmp_path / "x.xlsx"))
    share = next(fact.value for fact in dossier.subject.facts if fact.id == "renewable_share")
    assert share is not None
    assert share.number == "29.9"
    assert not dossier.notes


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("stored", "read_as"), [(0.1, "0.1"), (1e15, "1000000000000000"), (1.5e-7, "0.00000015"), (-0.0, "0"), (85, "85")]
)
def test_a_number_is_read_as_the_shortest_decimal_of_its_bits(stored: float, read_as: str, tmp_path: Path) -> None:
    book = filled()
    with_value(book, "energy_used", stored)
    value = next(fact.value for fact in read(book.save(tmp_path / "x.xlsx")).subject.facts if fact.id == "energy_used")
    assert value is not None
    assert value.number == read_as


@pytest.mark.full(sample=5)
@BOTH
def test_words_of_either_language_and_ids_are_read(language: str, tmp_path: Path) -> None:
    book = filled(language)
    for fact, content in (
        ("certified", "否"),
        ("status", "CLOSED "),
        ("themes", "waste；water"),
        ("remark", "(不适用)"),
    ):
        with_value(book, fact, content)
    values = {fact.id: fact.value for fact in read(book.save(tmp_path / "x.xlsx")).subject.facts}
    assert values["certified"] is not None
    assert values["certified"].flag is False
    assert values["status"] is not None
    assert values["status"].choice == "closed"
    assert values["themes"] is not None
    assert values["themes"].choices == ("waste", "water")
    assert values["remark"] is not None
    assert values["remark"].not_applicable


def test_a_refusal_names_the_choices_in_the_words_of_the_template(tmp_path: Path) -> None:
    book = filled("zh")
    book.put("evidence", FIRST_ROW, "assurance", "some")
    row = book.row("facts-one", "certified")
    book.put("facts-one", row, "judgement", "好")
    with pytest.raises(PlacedError) as raised:
        read(book.save(tmp_path / "x.xlsx"))
    lines = [problem.render("x.xlsx", "zh") for problem in raised.value.problems]
    assert any("接受、更正、否定" in line for line in lines)
    assert any("accepted, corrected, rejected" in problem.render("x.xlsx") for problem in raised.value.problems)
