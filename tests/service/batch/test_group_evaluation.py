"""Groups of subjects: exact sums by record, subject and total, in text, page, CSV, workbook and JSON."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from rules.contracts.record import Figure
from rules.model.scorecard import AttestationKind
from service.batch.group_evaluation import SubjectGroup, can_be_added, evaluate_group, tables_of
from service.batch.render_group import GroupRenderer, group_csv, group_document, group_text, render_group, write_group
from service.gazette.versions import Gazette
from service.input.tree.placed_errors import PlacedError
from service.store.serial_use import used_register_numbers

CHECKOUT = Path(__file__).parents[3]
POWER = CHECKOUT / "examples" / "cn-ets" / "power-group.yaml"
AS_OF = "2025-10-31"


def evaluated(path: Path) -> SubjectGroup:
    gazette = Gazette(CHECKOUT / "scorecards")
    return evaluate_group("cn-ets-power", path, as_of=AS_OF, known=None, settings={}, gazette=gazette)


@pytest.fixture(scope="module")
def group() -> SubjectGroup:
    return evaluated(POWER)


def line_of(path: Path, text: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def exact(figure: Figure | None) -> Fraction:
    assert figure is not None
    assert figure.exact.low is not None
    assert figure.exact.low == figure.exact.high
    return Fraction(figure.exact.low)


def test_sums_are_those_of_the_exact_figures(group: SubjectGroup) -> None:
    subjects, units, *_ = tables_of(group)
    assert (units.list, units.count, len(subjects.blocks)) == ("units", 4, 2)
    gap = [result.id for result in units.columns].index("unit_short")
    by_hand = [exact(row.figures[gap]) for block in units.blocks for row in block.rows]
    assert exact(units.sums[gap]) == sum(by_hand)
    north, south = units.blocks
    assert exact(north.sums[gap]) == sum(by_hand[:3])
    assert len(south.rows) == 1
    shortage = [result.id for result in subjects.columns].index("shortage")
    assert exact(subjects.sums[shortage]) == 219901 + 105600


def test_an_inapplicable_figure_is_not_an_unknown_addend(group: SubjectGroup) -> None:
    subjects, units, *_ = tables_of(group)
    forecast = [result.id for result in subjects.columns].index("draft_says")
    assert (subjects.sums[forecast], units.sums[-1]) == (None, None)
    text = group_text(GroupRenderer(group, "en"))
    assert "Forecast of allowances by the draft" not in text
    assert "not known" not in text


def test_shared_facts_apply_unless_a_subject_overrides_them(group: SubjectGroup) -> None:
    prices = [
        fact.used.number
        for one in group.members
        for fact in one.record.facts
        if fact.declared.id == "price" and fact.used
    ]
    assert prices == ["62.36", "62.36"]


@pytest.mark.parametrize(
    ("unit", "adds"),
    [("tCO2e", True), ("CNY", True), ("item", True), ("day", False), ("%", False), ("t/h", False), ("", False)],
)
def test_only_amounts_are_added_up(unit: str, *, adds: bool) -> None:
    assert can_be_added(unit) is adds


def test_a_unit_in_two_entities_is_refused_with_both(tmp_path: Path) -> None:
    twice = tmp_path / "group.yaml"
    twice.write_text(POWER.read_text(encoding="utf-8").replace("2024/S-A", "2024/n-a"), encoding="utf-8")
    with pytest.raises(PlacedError) as raised:
        evaluated(twice)
    (problem,) = raised.value.problems
    message = problem.render(str(twice))
    assert "'2024/n-a' is counted in two subjects" in message
    assert "power-south" in message
    assert "power-north" in message
    assert problem.position is not None
    assert problem.position.line == line_of(POWER, "2024/S-A")


def test_every_wrong_dossier_is_named_and_no_sum_is_computed(tmp_path: Path) -> None:
    wrong = (
        POWER.read_text(encoding="utf-8").replace("heat: 0 GJ", "heat: 0 apples").replace("load: 58 %", "load: 580 %")
    )
    (tmp_path / "group.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(PlacedError) as raised:
        evaluated(tmp_path / "group.yaml")
    lines = {one.position.line for one in raised.value.problems if one.position}
    assert lines == {line_of(POWER, "load: 58 %"), line_of(POWER, "heat: 0 GJ")}


def test_an_error_in_shared_facts_is_reported_once(tmp_path: Path) -> None:
    wrong = POWER.read_text(encoding="utf-8").replace("price: {value: 62.36 CNY/tCO2e}", "price: {value: 62.36 apples}")
    (tmp_path / "group.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(PlacedError) as raised:
        evaluated(tmp_path / "group.yaml")
    places = [(one.position.line, one.field) for one in raised.value.problems if one.position]
    assert len(places) == len(set(places))


@pytest.mark.parametrize(
    "text", ["subject: x", "subjects: []", "subjects: {a: b}", "subjects: [a]", "subject: x\nsubjects: [{subject: y}]"]
)
def test_a_malformed_list_of_subjects_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "group.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PlacedError, match="subject"):
        evaluated(tmp_path / "group.yaml")


def test_a_duplicate_subject_in_one_dossier_is_refused(tmp_path: Path) -> None:
    twice = POWER.read_text(encoding="utf-8").replace("power-south", "power-north")
    (tmp_path / "group.yaml").write_text(twice, encoding="utf-8")
    with pytest.raises(PlacedError, match="power-north"):
        evaluated(tmp_path / "group.yaml")


def values(path: Path, sheet: str, span: str) -> list[tuple[Any, ...]]:
    """Read a span of a sheet, row by row."""
    return [tuple(cell.value for cell in row) for row in load_workbook(path)[sheet][span]]


def test_the_workbook_names_the_source_column_of_each_sum(group: SubjectGroup, tmp_path: Path) -> None:
    path = tmp_path / "group.xlsx"
    write_group(GroupRenderer(group, "en"), path)
    assert load_workbook(path).sheetnames[:3] == ["Total", "Subjects", "power units"]
    rows = {row[0]: row for row in values(path, "Total", "A1:F60")}
    _, unit, total, exactly, from_, again = rows["Allowance gap of the unit"]
    span = from_.rpartition("!")[2]
    assert (unit, total, again) == ("tCO2e", 325500.06, f"=SUM('power units'!{span})")
    column = [value for (value,) in values(path, "power units", span)]
    assert len(column) == 4
    assert abs(sum(column) - float(Fraction(exactly))) < 0.01
    ((head,),) = values(path, "power units", f"{span[0]}1:{span[0]}1")
    assert head == "Allowance gap of the unit (tCO2e)"
    heads, north = values(path, "Subjects", "A1:AZ2")
    cells = dict(zip(heads, north, strict=True))
    assert "Next step: surrender for 2024 by 31 December 2025" in cells["Findings and next steps"]
    assert cells["Record digest"] == group.members[0].digest
    assert cells["Allowance gap of the unit (tCO2e), total of power units"] == 219900.06


@pytest.mark.parametrize(
    ("language", "gap", "ahead"),
    [("en", "Allowance gap of the unit", "Findings and next steps"), ("zh", "机组缺口", "不符合项与下一步")],
)
def test_page_and_text_show_sums_subjects_and_next_deadlines(
    group: SubjectGroup, language: str, gap: str, ahead: str
) -> None:
    teller = GroupRenderer(group, language)
    page, text = render_group(teller), group_text(teller)
    for output in (page, text):
        assert gap in output
        assert "325500.06 tCO2e" in output
        assert "power-south" in output
    assert page.count("2657619.94") == 2
    assert ahead in page
    assert group.members[1].digest in page


def test_the_csv_has_a_line_for_each_figure(group: SubjectGroup) -> None:
    rows = list(csv.DictReader(group_csv(GroupRenderer(group, "en")).splitlines()))
    (gap,) = (row for row in rows if row["record"] == "B" and row["result"] == "unit_short")
    assert (gap["subject"], gap["list"], gap["low"], gap["high"]) == (
        "organizations/example/subjects/power-north", "units", "177520", "177520"
    )  # fmt: skip
    assert len(rows) == sum(len(table.columns) * table.count for table in tables_of(group))


def test_the_document_has_exact_figures(group: SubjectGroup) -> None:
    subjects, units, *_ = group_document(GroupRenderer(group, "en"))["tables"]
    gap = units["resultIds"].index("unit_short")
    rows = [row["figures"][gap]["low"] for one in units["subjects"] for row in one["rows"]]
    assert Fraction(units["sums"][gap]["low"]) == sum(map(Fraction, rows))
    assert subjects["sums"][subjects["resultIds"].index("days")] is None


def test_a_key_that_the_card_calls_no_number_of_a_register_names_lines(group: SubjectGroup) -> None:
    card = group.version.scorecard
    records = tuple(one.model_copy(update={"unique": ()}) for one in card.records)
    about = card.card.model_copy(update={"attestation": AttestationKind.CERTIFICATE})
    changed = card.model_copy(update={"records": records, "card": about})
    facts = group.members[1].record.facts
    assert not [value for same, value, _ in used_register_numbers(facts, changed) if "unit." in same]
    assert "2024/S-A" in {value for _, value, _ in used_register_numbers(facts, card)}
