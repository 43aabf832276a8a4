"""Workbook template: words of one language, drop-downs, domains, units and instructions."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from rules.model.scorecard import Choice, FactDefinition, FactType
from service.configuration.folders import PUBLISHED
from service.gazette.versions import Gazette
from service.input.cells import choice_ids, offered_choice_words
from service.input.workbook.sheet_layout import FIRST_ROW, Layout
from service.input.workbook.single_subject import read_workbook
from service.input.workbook.template import write_template
from tests.support.engine_card import card, choice, flag, number
from tests.support.small_card import small_card, small_subject
from tests.support.workbooks import Filled

BOTH = pytest.mark.parametrize("language", ["en", "zh"])


def template(language: str, layout: Layout) -> Workbook:
    return load_workbook(io.BytesIO(write_template(small_card(), language=language, layout=layout)))


def validation_at(page: Worksheet, row: int, column: int) -> DataValidation:
    validation: DataValidation
    (validation,) = (
        rule
        for rule in page.data_validations.dataValidation
        for area in rule.sqref.ranges
        if area.min_row <= row <= area.max_row and area.min_col <= column <= area.max_col
    )
    return validation


def listed(book: Workbook, rule: DataValidation) -> list[Any]:
    assert rule.type == "list"
    sheet, _, area = str(rule.formula1).rpartition("!")
    first_column, first_row, last_column, last_row = range_boundaries(area.replace("$", ""))
    assert first_column == last_column
    page = book[sheet.strip("'")]
    assert first_row is not None
    assert first_column is not None
    assert last_row is not None
    return [page.cell(row, first_column).value for row in range(first_row, last_row + 1)]


def test_the_sheets_are_named_in_the_language_of_the_template() -> None:
    assert template("en", Layout.ONE).sheetnames == [
        "Read me", "Settings", "Facts", "credits", "Evidence", "Choices",
    ]  # fmt: skip
    many = ["填写说明", "设定", "事实", "credits", "证据", "出处", "核定", "选项"]
    assert template("zh", Layout.MANY).sheetnames == many


@pytest.mark.full(sample=5)
@BOTH
def test_one_subject_has_a_row_for_each_fact_and_two_rows_for_a_period(language: str) -> None:
    page = Filled(small_card(), Layout.ONE, language).facts
    rows = {str(row[0].value): row for row in page.iter_rows(min_row=FIRST_ROW) if row[0].value}
    assert set(rows) == {
        "renewable_share", "serious_violations", "energy_used", "certified", "status", "themes", "report_year.first",
        "report_year.last", "audited_on", "remark", "credits",
    }  # fmt: skip
    share = [cell.value for cell in rows["renewable_share"]]
    assert share[1] == {"en": "Renewable share", "zh": "可再生能源占比"}[language]
    assert share[3] == "%"
    assert (
        share[5]
        == {
            "en": "a number; at least 0; at most 100; in %; "
            "needs evidence: meter-reading with limited assurance or more, issued at most 24 months before the "
            "as-of date",
            "zh": "数字；不低于 0；不高于 100；单位 %；需要证据：计量读数，保证程度不低于有限保证，"
            "签发日至评定日期不超过 24 个月",
        }[language]
    )
    assert page.freeze_panes == "C4"


@BOTH
def test_the_age_of_evidence_and_fields_that_may_not_apply_are_described(language: str) -> None:
    scorecard = Gazette(PUBLISHED).newest("zero-carbon-factory").scorecard
    book = Filled(scorecard, Layout.ONE, language)
    allowed = {str(row[0].value): str(row[5].value) for row in book.facts.iter_rows(min_row=FIRST_ROW)}
    age = {
        "en": ", issued at most 12 months before the as-of date",
        "zh": "，签发日至评定日期不超过 12 个月",
    }[language]
    assert {fact for fact, text in allowed.items() if age in text} == {"accident_record_clear", "penalty_record_clear"}
    (page,) = (each for each in book.book.worksheets if each.title in ("supply records", "绿电供应记录"))
    word = {"en": "(not applicable) if it does not apply", "zh": "不适用时填"}[language]
    prompts = {rule.promptTitle for rule in page.data_validations.dataValidation if word in str(rule.prompt)}
    assert prompts == {"en": {"certificate number", "cancellation date"}, "zh": {"绿证编号", "核销日期"}}[language]


@BOTH
def test_many_subjects_have_a_column_for_each_fact_with_its_unit(language: str) -> None:
    page = Filled(small_card(), Layout.MANY, language).facts
    heads = {str(cell.value): number for number, cell in enumerate(page[2], 1)}
    assert next(iter(heads)) == "subject"
    assert {"renewable_share", "serious_violations", "energy_used"} < set(heads)
    label = {"en": "Renewable share (%)", "zh": "可再生能源占比（%）"}[language]
    assert page.cell(3, heads["renewable_share"]).value == label
    assert page.freeze_panes == "B4"
    assert page.column_dimensions["B"].width > 12


@BOTH
@pytest.mark.parametrize("layout", Layout)
def test_choices_and_flags_are_drop_down_lists_in_the_language(language: str, layout: Layout) -> None:
    book = Filled(small_card(), layout, language)

    def offered(fact: str) -> list[Any]:
        if layout is Layout.ONE:
            place = book.row("facts-one", fact), book.column("facts-one", "value")
        else:
            place = FIRST_ROW, book.column("facts-many", fact)
        return listed(book.book, validation_at(book.facts, *place))

    assert offered("certified") == {"en": ["yes", "no"], "zh": ["是", "否"]}[language]
    assert offered("status") == ["open", "closed"]
    assert offered("credits") == [{"en": "(none)", "zh": "（无）"}[language]]
    kind = validation_at(book.page("evidence"), FIRST_ROW, book.column("evidence", "kind"))
    assert listed(book.book, kind) == [{"en": "meter-reading", "zh": "计量读数"}[language]]


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("written", ["计量读数", "meter-reading", "Meter reading"])
def test_a_kind_of_evidence_is_read_by_its_word_in_any_language(written: str, tmp_path: Path) -> None:
    card, subject = small_card(), small_subject()
    book = Filled(card, Layout.ONE, "zh")
    book.fill_one(subject)
    book.put("evidence", FIRST_ROW, "kind", written)
    read = read_workbook(book.save(tmp_path / "one.xlsx"), card, as_of=subject.as_of, settings={})
    assert {item.kind for item in read.subject.evidence} == {"meter-reading"}


def test_a_domain_is_enforced_by_the_workbook_and_described_in_its_prompt() -> None:
    book = Filled(small_card(), Layout.MANY, "zh")
    rule = validation_at(book.facts, 20_000, book.column("facts-many", "renewable_share"))
    assert (rule.type, rule.operator, rule.formula1, rule.formula2) == ("decimal", "between", "0", "100")
    assert rule.errorStyle != "warning"
    assert rule.promptTitle == "可再生能源占比"
    assert str(rule.prompt).startswith("数字；不低于 0；不高于 100；单位 %")
    no_upper = validation_at(book.facts, 4, book.column("facts-many", "energy_used"))
    assert (no_upper.operator, no_upper.formula1) == ("greaterThanOrEqual", "0")
    dates = validation_at(book.facts, 4, book.column("facts-many", "audited_on"))
    assert dates.type == "date"


def test_a_cell_that_also_accepts_a_unit_or_a_word_only_warns() -> None:
    filled = Filled(small_card(), Layout.ONE, "en")
    rule = validation_at(filled.facts, filled.row("facts-one", "renewable_share"), 3)
    assert rule.errorStyle == "warning"
    perhaps = card(number("loss", "%", 0, 1, may_not_apply=True), flag("old", may_not_apply=True))
    many = Filled(perhaps, Layout.MANY, "en")
    assert validation_at(many.facts, 4, 2).errorStyle == "warning"
    assert listed(many.book, validation_at(many.facts, 4, 3)) == ["yes", "no", "(not applicable)"]


def test_a_bound_that_is_not_a_decimal_is_left_to_the_service() -> None:
    book = Filled(card(number("part", low="1/3", high=1)), Layout.MANY, "en")
    rule = validation_at(book.facts, 4, 2)
    assert (rule.operator, rule.formula1) == ("lessThanOrEqual", "1")


@BOTH
@pytest.mark.parametrize("layout", Layout)
def test_the_instructions_name_sheets_words_and_the_command(language: str, layout: Layout) -> None:
    book = Filled(small_card(), layout, language)
    text = "\n".join(str(cell.value) for cell in book.page("read-me")["A"])
    command = "evaluate" if layout is Layout.ONE else "batch evaluate"
    assert f"touchstone {command} small-factory FILE.xlsx --as-of" in text
    assert book.facts.title in text
    assert {"en": "(not applicable)", "zh": "（不适用）"}[language] in text
    assert "{" not in text


def test_prompts_are_as_short_as_spreadsheets_want() -> None:
    many = tuple(f"choice_number_{number}" for number in range(60))
    scorecard = card(choice("kind", *many), number("n" * 60))
    book = Filled(scorecard, Layout.ONE, "en")
    rules = book.facts.data_validations.dataValidation
    assert rules
    assert all(
        len(rule.prompt) <= 255 and len(rule.error or "") <= 225 and len(rule.promptTitle) <= 32 for rule in rules
    )
    assert listed(book.book, validation_at(book.facts, 4, 3)) == list(many)


def test_an_ambiguous_label_is_replaced_by_the_id() -> None:
    choices = (
        Choice(id="a", labels={"en": "same"}),
        Choice(id="b", labels={"en": "Same "}),
        Choice(id="c", labels={"en": "A"}),
        Choice(id="d", labels={"en": "one; two"}),
        Choice(id="e", labels={"en": "clear", "zh": "清楚"}),
    )
    assert offered_choice_words(choices, "en") == {"a": "a", "b": "b", "c": "c", "d": "d", "e": "clear"}
    ids = choice_ids(choices)
    assert ids["a"] == "a"
    assert "same" not in ids
    assert ids["清楚"] == ids["clear"] == "e"


def test_lists_with_the_same_label_have_separate_sheets() -> None:
    label = {"en": "A list with a very long label: all credits / retired [and] others"}
    scorecard = small_card()
    facts = tuple(
        FactDefinition(id=name, labels=label, type=FactType.RECORDS, record="credit") for name in ("one", "two")
    )
    book = Filled(scorecard.model_copy(update={"facts": facts}), Layout.ONE, "en")
    titles = [book.page(f"records {name}").title for name in ("one", "two")]
    assert titles == ["A list with a very long label a", "A list with a very long label 2"]
