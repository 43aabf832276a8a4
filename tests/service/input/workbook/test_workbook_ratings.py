"""Ratings in a workbook: described levels, rationale and evidence location of an assessor."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils import get_column_letter

from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredFact, DeclaredValue, Locator, Rating
from rules.engine.read_subject import read_subject
from rules.model.maturity import MaturityAspect
from rules.model.scorecard import Scorecard
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.input.tree.placed_errors import PlacedError
from service.input.workbook.sheet_layout import FIRST_ROW, Layout
from service.input.workbook.single_subject import read_workbook
from service.input.workbook.vocabulary import allowed_numbers, levels_words, rated_facts
from tests.service.input.workbook.test_workbook_template import listed, validation_at
from tests.support.engine_card import card, number
from tests.support.small_card import small_card
from tests.support.workbooks import Filled

BOTH = pytest.mark.parametrize("language", ["en", "zh"])
FACT = "energy_use_disclosed"
SHEET = {"en": "Facts", "zh": "事实"}


@cache
def csr() -> Scorecard:
    return Gazette(CHECKOUT / "scorecards").versions("csr-three-stage")[-1].scorecard


def book(language: str = "en", assessor: str | None = "users/li") -> Filled:
    workbook = Filled(csr(), Layout.ONE, language)
    workbook.put_setting("subject", "organizations/body/subjects/grid-1")
    workbook.put_setting("assessor", assessor)
    return workbook


def rate(workbook: Filled, fact: str = FACT, **cells: Any) -> int:
    row = workbook.row("facts-one", fact)
    for id, content in cells.items():
        workbook.put("facts-one", row, id, content)
    return row


def facts(workbook: Filled, folder: Path) -> dict[str, DeclaredFact]:
    path = workbook.save(folder / "x.xlsx")
    return {fact.id: fact for fact in read_workbook(path, csr(), as_of="2026-06-30", settings={}).subject.facts}


def problems(workbook: Filled, folder: Path) -> list[str]:
    """Return the problems of a workbook, found by its reader or by the core."""
    path = workbook.save(folder / "x.xlsx")
    try:
        dossier = read_workbook(path, csr(), as_of="2026-06-30", settings={})
        with pytest.raises(InputError) as refused:
            read_subject(csr(), dossier.subject)
        error = dossier.located(refused.value)
    except PlacedError as raised:
        error = raised
    return [problem.render("x.xlsx") for problem in error.problems]


@pytest.mark.full(sample=5)
@BOTH
@pytest.mark.parametrize("layout", Layout)
def test_a_rating_offers_its_grid_and_the_described_levels(language: str, layout: Layout) -> None:
    workbook = Filled(csr(), layout, language)
    maturity = csr().maturity
    assert maturity is not None
    for rated in rated_facts(csr()):
        if layout is Layout.ONE:
            place = workbook.row("facts-one", rated.fact.id), workbook.column("facts-one", "value")
        else:
            place = FIRST_ROW, workbook.column("facts-many", rated.fact.id)
        rule = validation_at(workbook.facts, *place)
        assert listed(workbook.book, rule) == list(range(0, 101, 5))
        assert len(str(rule.prompt)) <= 250
        for level in maturity.levels:
            assert f"{level.at_least}–{level.at_most}" in str(rule.prompt)
            described = level.descriptions[MaturityAspect(rated.aspect)][language]
            assert described[:12] in str(rule.prompt)


@pytest.mark.full(sample=5)
@BOTH
def test_a_sheet_describes_the_levels_and_names_the_facts(language: str) -> None:
    workbook = Filled(csr(), Layout.ONE, language)
    rows = list(workbook.page("levels").iter_rows(min_row=FIRST_ROW, values_only=True))
    maturity = csr().maturity
    assert maturity is not None
    for row, level in zip(rows, maturity.levels, strict=False):
        assert list(row[:3]) == [level.at_least, level.at_most, level.labels[language]]
        assert list(row[3:8]) == [level.descriptions[aspect][language] for aspect in MaturityAspect]
    uses = {str(row[0]): row for row in rows[len(maturity.levels) :]}
    for rated in rated_facts(csr()):
        cell = uses[rated.indicator.id][3 + list(MaturityAspect).index(MaturityAspect(rated.aspect))]
        assert cell == f"{rated.fact.labels[language]}\n{rated.fact.id}"


def test_a_formula_next_to_a_rating_shows_its_level() -> None:
    workbook = book()
    row = workbook.row("facts-one", "energy_use_content")
    column = workbook.column("facts-one", "value")
    shown = workbook.facts.cell(row, column + 1)
    assert workbook.facts.cell(2, column + 1).value is None
    value, unit = (f"{get_column_letter(workbook.column('facts-one', id))}{row}" for id in ("value", "unit"))
    assert shown.value == (
        f"=IF(AND(ISNUMBER({value}),{unit}=\"%\"),IF(OR({value}<'Levels'!$A$4,{value}>'Levels'!$B$9,"
        f'ABS({value}/(5)-ROUND({value}/(5),0))>0.000001),"",'
        f"LOOKUP({value},'Levels'!$A$4:$A$9,'Levels'!$E$4:$E$9)),\"\")"
    )


def test_cards_without_levels_have_no_rating_columns() -> None:
    workbook = Filled(small_card(), Layout.ONE, "en")
    assert "Levels" not in workbook.book.sheetnames
    assert "rationale" not in [cell.value for cell in workbook.facts[2]]
    assert "assessor" not in [cell.value for cell in workbook.page("settings")["A"]]


def test_equal_level_descriptions_share_a_line_and_long_descriptions_are_shortened() -> None:
    maturity = csr().maturity
    assert maturity is not None
    whole = levels_words(maturity, MaturityAspect.TREND, "en", most=250)
    assert whole.splitlines()[-1].startswith("30–45, 50–65, 70–85, 90–100 %: some trend data")
    short = levels_words(maturity, MaturityAspect.CONTENT, "en", most=250)
    assert len(short) <= 250
    assert len(short.splitlines()) == 6
    assert "…" in short
    assert "…" not in levels_words(maturity, MaturityAspect.CONTENT, "en", most=2_000)


def test_a_grid_without_ends_is_held_by_a_formula() -> None:
    definition = number("share", "%", low=0).model_copy(update={"multiple_of": Fraction(5, 2)})
    assert allowed_numbers(definition) == ()
    workbook = Filled(card(definition), Layout.MANY, "en")
    rule = validation_at(workbook.facts, FIRST_ROW, 2)
    assert rule.type == "custom"
    assert rule.formula1 == "AND(ISNUMBER(B4),ABS(B4/2.5-ROUND(B4/2.5,0))<0.000001,B4>=0)"
    assert "a multiple of 2.5 %" in str(rule.prompt)
    many = number("count", low=0, high=10**6).model_copy(update={"multiple_of": Fraction(1)})
    assert allowed_numbers(many) == ()
    assert allowed_numbers(number("third", low=0, high=1).model_copy(update={"multiple_of": Fraction(1, 3)})) == ()


@pytest.mark.full(sample=5)
@BOTH
def test_a_value_with_assessor_and_rationale_is_a_rating(language: str, tmp_path: Path) -> None:
    workbook = book(language)
    rate(workbook, value=30, rationale="a third of the plants", page=12, quote="12 of 36 plants", evidence="report")
    rate(workbook, "energy_use_trend", value=0, rationale="no figures of earlier years")
    rate(workbook, "industry", value="power")
    read = facts(workbook, tmp_path)
    assert read[FACT].value is None
    assert read[FACT].ratings == (
        Rating(
            person="users/li",
            value=DeclaredValue(number="30", unit="%", evidence=("report",)),
            rationale="a third of the plants",
            place=Locator(page="12", quote="12 of 36 plants"),
        ),
    )
    assert read["energy_use_trend"].ratings[0].place == Locator()
    assert read["industry"].value == DeclaredValue(choice="power")


@pytest.mark.full
def test_without_assessor_values_stay_plain(tmp_path: Path) -> None:
    workbook = book(assessor=None)
    rate(workbook, value=30)
    fact = facts(workbook, tmp_path)[FACT]
    assert (fact.value, fact.ratings) == (DeclaredValue(number="30", unit="%"), ())


def test_missing_parts_of_a_rating_are_reported_with_their_cell(tmp_path: Path) -> None:
    workbook = book()
    row = rate(workbook, value=30)
    other = rate(workbook, "energy_use_trend", value=5, rationale="some years")
    messages = problems(workbook, tmp_path)
    assert [line.partition(": facts")[0] for line in messages] == [
        f"x.xlsx: Sheet Facts, E{row}", f"x.xlsx: Sheet Facts, G{row}", f"x.xlsx: Sheet Facts, G{other}",
    ]  # fmt: skip
    assert "Explain in the rationale why the rated level fits" in messages[0]
    assert "Name the page, the quoted words or the document" in messages[1]


@pytest.mark.full
def test_a_rationale_without_assessor_or_value_is_reported_with_its_cell(tmp_path: Path) -> None:
    workbook = book(assessor=None)
    row = rate(workbook, value=30, rationale="a third")
    (message,) = problems(workbook, tmp_path)
    assert message.startswith(f"x.xlsx: Sheet Facts, E{row}: facts.{FACT}.person: The rating has no assessor")
    workbook = book()
    rate(workbook, rationale="a third")
    (message,) = problems(workbook, tmp_path)
    assert "Enter the rating, or remove the rationale and the location" in message


@pytest.mark.full(sample=5)
@BOTH
@pytest.mark.parametrize(
    ("content", "expected_message"),
    [
        (33, "33 % is not a multiple of 5 %"),
        (105, "105 % is"),
        (-5, "-5 % is"),
        ("about a third", "is not a number"),
        ("=15*2", "The cell contains a formula"),
    ],
)
def test_a_wrong_rating_is_reported_with_its_cell(
    language: str, content: Any, expected_message: str, tmp_path: Path
) -> None:
    workbook = book(language)
    row = rate(workbook, value=content, rationale="so", page="1")
    if content == "=15*2":
        workbook.facts.cell(row, 3).data_type = "f"
    (message,) = problems(workbook, tmp_path)
    assert message.startswith(f"x.xlsx: Sheet {SHEET[language]}, C{row}: facts.{FACT}")
    assert expected_message in message


@pytest.mark.full
def test_two_rows_of_the_same_fact_are_refused(tmp_path: Path) -> None:
    workbook = book()
    rate(workbook, value=30, rationale="so", page="1")
    last = workbook.facts.max_row + 1
    workbook.put("facts-one", last, "id", FACT)
    workbook.put("facts-one", last, "value", 35)
    (message,) = problems(workbook, tmp_path)
    assert message.startswith(f"x.xlsx: Sheet Facts, A{last}: {FACT}: The id occurs a second time; the first is at")


@pytest.mark.full
def test_a_repeated_assessor_and_a_second_assessor_are_refused(tmp_path: Path) -> None:
    workbook = book()
    last = workbook.page("settings").max_row + 1
    workbook.put("settings", last, "id", "assessor")
    workbook.put("settings", last, "value", "users/wang")
    (message,) = problems(workbook, tmp_path)
    assert f"Sheet Settings, A{last}: assessor: The id occurs a second time" in message
    (message,) = problems(book(assessor="users/li; users/wang"), tmp_path)
    assert "Name one assessor, and fill in a separate workbook for each of the others" in message
