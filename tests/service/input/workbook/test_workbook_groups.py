"""Groups of facts in a template: each fact once, under the heading of its criterion."""

from __future__ import annotations

import pytest

from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.input.workbook.groups import groups_of
from service.input.workbook.sheet_layout import FIRST_ROW, Layout
from service.input.workbook.vocabulary import slots_of
from tests.support.filled_workbooks import BOTH
from tests.support.small_card import small_card
from tests.support.surplus import surplus
from tests.support.workbooks import Filled

GAZETTE = Gazette(CHECKOUT / "scorecards")
CARDS = sorted(path.name for path in (CHECKOUT / "scorecards").iterdir() if (path / "1.0.0.json").is_file())


def headings(card: str, language: str) -> dict[str, tuple[str, str]]:
    scorecard = GAZETTE.versions(card)[-1].scorecard
    return {fact.id: (group.part, group.heading) for group in groups_of(scorecard, language) for fact in group.facts}


@pytest.mark.full(sample=5)
@BOTH
def test_each_fact_is_in_exactly_one_group(language: str, subtests: pytest.Subtests) -> None:
    assert CARDS
    for card in CARDS:
        with subtests.test(card):
            scorecard = GAZETTE.versions(card)[-1].scorecard
            groups = groups_of(scorecard, language)
            placed = [fact.id for group in groups for fact in group.facts]
            assert sorted(placed) == sorted(fact.id for fact in scorecard.facts)
            assert all(group.title for group in groups)
            assert len({(group.part, group.heading) for group in groups}) == len(groups)


def test_facts_of_a_factory_are_grouped_by_gate_indicator_and_section() -> None:
    fact_headings = headings("zero-carbon-factory", "zh")
    assert fact_headings["lighting_share"] == ("A 基础设施", "A2 照明")
    assert fact_headings["accidents"][0] == "门槛条件"
    assert fact_headings["accidents"][1].startswith("G2 ")
    assert fact_headings["scope_1"] == ("F 碳抵消", "")  # three indicators of one section use the fact
    assert fact_headings["claim_year"] == ("通用：多项准则共同依据的事实", "")  # indicators of two sections do


def test_a_card_without_criteria_is_grouped_by_rules_or_results() -> None:
    assert headings("carbon-label", "en")["suspended"][1].startswith("LAB-04 ")
    assert headings("cbam-installation", "en")["pots"][0] == "Results"


@BOTH
def test_headings_are_separate_rows_in_the_sheet_of_one_subject(language: str) -> None:
    book = Filled(small_card(), Layout.ONE, language)
    seen: list[str] = []
    order = []
    for row in book.facts.iter_rows(min_row=FIRST_ROW, max_col=2, values_only=True):
        if row[0] is None:
            seen.append(str(row[1]))
        else:
            order.append(row[0])
    wanted = groups_of(small_card(), language)
    assert order == [slot.id for group in wanted for slot in slots_of(group.facts)]
    assert [text for group in wanted for text in (group.part, group.heading) if text and text not in seen] == []


@BOTH
def test_headings_are_above_the_columns_in_the_sheet_of_many_subjects(language: str) -> None:
    book = Filled(small_card(), Layout.MANY, language)
    for group in groups_of(small_card(), language):
        column = book.column("facts-many", slots_of(group.facts)[0].id)
        assert book.facts.cell(1, column).value == group.title


def test_units_are_in_the_language_of_the_template_and_read_back_exactly() -> None:
    book = Filled(GAZETTE.versions("zero-carbon-factory")[-1].scorecard, Layout.ONE, "zh")
    unit = book.column("facts-one", "unit")
    assert book.facts.cell(book.row("facts-one", "accidents"), unit).value == "次"
    assert book.facts.cell(book.row("facts-one", "years_since_base_year"), unit).value == "年"
    many = Filled(GAZETTE.versions("zero-carbon-factory")[-1].scorecard, Layout.MANY, "zh")
    assert many.facts.cell(3, many.column("facts-many", "accidents")).value == "近三年事故次数（次）"


@pytest.mark.full(sample=5)
@BOTH
@pytest.mark.parametrize("layout", Layout)
def test_every_sheet_is_printed_with_its_header_row(language: str, layout: Layout) -> None:
    book = Filled(GAZETTE.versions("zero-carbon-factory")[-1].scorecard, layout, language)
    for page in book.book.worksheets[1:]:
        assert page.print_title_rows == "$3:$3"
        assert page.print_area
        assert page.page_setup.orientation == "landscape"
        assert page.sheet_properties.pageSetUpPr is not None or page.print_title_cols


@BOTH
def test_a_fact_only_from_an_earlier_evaluation_has_no_row(language: str) -> None:
    book = Filled(surplus().scorecard, Layout.ONE, language)
    rows = {row[0]: row for row in book.facts.iter_rows(min_row=FIRST_ROW, values_only=True) if row[0] is not None}
    assert sorted(map(str, rows)) == ["audited", "brought", "issued", "used", "year"]
    words = {"en": "counts only if no earlier evaluation provides the value", "zh": "仅在没有此前评定给出该值时计入"}[
        language
    ]
    assert any(words in str(cell) for cell in rows["brought"])
