"""Scoring table of a report: a row for every indicator, and printed figures that add up."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from rules.contracts.numbers import parse_exact
from rules.contracts.outcomes import Outcome
from rules.contracts.record import Record
from service.output.report.formatters import RecordFormatter
from service.output.report.render_text import render
from service.output.report.score_section import RecordPoints
from tests.service.output.report.pages import CASES, LANGUAGES, Case, Element, read


def rows(case: Case, language: str) -> dict[str, list[str]]:
    (table,) = [one for one in read(case.page(language)).all("table") if one.attributes.get("class") == "scoring"]
    table_rows = [(row.all("th")[0].text(), [cell.text() for cell in row.all("td")]) for row in table.all("tr")[1:]]
    return {name.split()[0]: cells for name, cells in table_rows}


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_every_indicator_has_a_row_with_its_level_and_points(cases: dict[str, Case], name: str, language: str) -> None:
    case = cases[name]
    table, points = rows(case, language), RecordPoints(RecordFormatter(case.record, case.published.scorecard, language))
    indicators = [one for one in case.record.criteria if one.kind == "indicator"]
    assert len(indicators) == len(case.published.scorecard.indicators) == 28
    for indicator in indicators:
        reached, maximum, got, lost, _ = table[indicator.id]
        low, high, most = points.indicators[indicator.id]
        assert (maximum, got) == (points.formatted(most), points.between(low, high))
        assert lost == points.lost_points(low, high, most)
        assert reached


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", {"A1": "building standard: GB 55015 met", "F4": "offset quantities published: yes"}),
        ("zh", {"A1": "建筑标准：符合 GB 55015", "D3": "持有低碳产品证书：是", "F4": "抵消数量已公开：是"}),
    ],
)
def test_measured_value_and_result_are_separated_by_punctuation(
    cases: dict[str, Case], language: str, wanted: dict[str, str]
) -> None:
    table = rows(cases["worked"], language)
    assert {name: table[name][0] for name in wanted} == wanted


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("name", ["worked", "failed"])
def test_the_printed_figures_add_up(cases: dict[str, Case], name: str) -> None:
    table, record = rows(cases[name], "en"), cases[name].record
    sections = [section.id for section in record.sections]
    for place in (1, 2, 3):
        assert sum(Fraction(table[one][place]) for one in sections) == Fraction(table["Total"][place])
        for section in sections:
            inside = [cells for key, cells in table.items() if re.fullmatch(rf"{section}\d+", key)]
            assert sum(Fraction(cells[place]) for cells in inside) == Fraction(table[section][place])
    assert table["Total"][1:4] == ["100.000", "74.367", "25.633"]
    assert "the score 74.37 is rounded to 2 decimals" in read(cases[name].page("en")).text()


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", ("  Total", "74.367 / 100.000", "17.834 / 20.000")),
        ("zh", ("  合计", "74.367 / 100.000", "17.834 / 20.000")),
    ],
)
def test_the_figures_of_the_plain_text_add_up(cases: dict[str, Case], language: str, wanted: tuple[str, ...]) -> None:
    text = render(cases["worked"].record, cases["worked"].published.scorecard, language)
    for words in wanted:
        assert words in text


def test_a_tiny_loss_is_never_shown_as_zero(cases: dict[str, Case]) -> None:
    case = cases["worked"]
    points = RecordPoints(RecordFormatter(case.record, case.published.scorecard, "en"))
    assert points.loss(Fraction(1, 90_000), Fraction(1, 90_000)) == "under 0.001"
    assert points.loss(Fraction(0), Fraction(0)) == "0.000"
    for language in LANGUAGES:
        for scored_case in cases.values():
            assert "-0.00" not in re.sub(
                r"-0\.00\d*[1-9]", "", render(scored_case.record, scored_case.published.scorecard, language)
            )


@pytest.mark.full
def test_no_raw_fraction_is_shown(cases: dict[str, Case]) -> None:
    for case in cases.values():
        fractions = set(fractions_of(case.record))
        assert fractions
        for language in LANGUAGES:
            text = read(case.page(language)).text() + render(case.record, case.published.scorecard, language)
            assert not [one for one in fractions if re.search(rf"(?<![\w/.-]){re.escape(one)}(?![\w/])", text)]


def fractions_of(record: Record) -> list[str]:
    text = record.model_dump_json()
    return [one for one in re.findall(r'\\?"(?:low|high)\\?":\\?"(-?\d+/\d+)', text) if parse_exact(one)]


def chart(page: Element) -> Element:
    return next(one for one in page.all("svg") if one.attributes.get("class") == "ladder")


def test_the_bar_of_a_failed_factory_passes_no_mark(cases: dict[str, Case]) -> None:
    met, failed = (chart(read(cases[name].page("en"))) for name in ("worked", "failed"))
    numbers = [
        [one.text() for one in drawn.all("text") if "class" not in one.attributes and one.text().isdecimal()]
        for drawn in (met, failed)
    ]
    assert numbers == [["0", "70", "80", "90", "100"], ["0", "100"]]
    fillings = [{one.attributes.get("class") for one in drawn.all("rect")} for drawn in (met, failed)]
    assert "idle" not in fillings[0]
    assert "idle" in fillings[1]
    assert any(one.outcome is Outcome.NOT_MET for one in cases["failed"].record.criteria if one.kind == "gate")
    assert "The points result in no grade, because a gate is not met" in read(cases["failed"].page("en")).text()
