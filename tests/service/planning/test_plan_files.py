"""Reports of plans as files: the same sections in each format and language, equal bytes, hostile texts."""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdf
import pytest
from docx import Document
from hypothesis import given, settings, strategies as st
from openpyxl import load_workbook

from rules.contracts import LANGUAGES, InputError
from service.planning.plan_files import PLAN_FORMATS, write_plan_file
from service.planning.plan_report import PlanReport, ReportSection, plan_report
from service.planning.plan_texts import PlanTable
from tests.support.small_card import small_card
from touchstone.v1 import plan_pb2

FORMULA = "=1+1"
SOLAR = plan_pb2.Measure(
    id="solar", name="Solar roof", lead_days=90, group="power", earliest_date="2027-01-01",
    effects=[plan_pb2.FactEffect(fact_id="renewable_share", amount="30")],
    cost_once=plan_pb2.CostRange(least="100000", most="120000.50"),
)  # fmt: skip
SAFETY = plan_pb2.Measure(
    id="safety", name=f"{FORMULA} \x07", requires=["solar"], excludes=["paper"],
    effects=[plan_pb2.FactEffect(fact_id="serious_violations", value={"number": "0", "unit": "time"})],
    cost_once=plan_pb2.CostRange(least="5000", most="5000"), range=plan_pb2.LevelRange(most="3"),
)  # fmt: skip
PAPER = plan_pb2.Measure(id="paper", effects=[plan_pb2.FactEffect(fact_id="certified", document=True)])
MEASURES = plan_pb2.MeasureList(currency="CNY", measures=[SOLAR, SAFETY, PAPER])


def goal(kind: plan_pb2.PlanGoalKind = plan_pb2.PLAN_GOAL_KIND_GRADE) -> plan_pb2.PlanGoal:
    return plan_pb2.PlanGoal(kind=kind, grade="gold", date="2027-06-30", years=2)


def plan(
    kind: plan_pb2.PlanKind, *measures: str, grade: str = "gold", cost: str = "125000.50"
) -> plan_pb2.ImprovementPlan:
    """Return a proved plan."""
    chosen = [
        plan_pb2.ChosenMeasure(
            measure_id=id, start_date="2026-12-01", end_date="2027-03-01", cost_once=SOLAR.cost_once,
            documents=[plan_pb2.RequiredDocument(fact_id="renewable_share", kinds=["meter-reading"])],
        )
        for id in measures
    ]  # fmt: skip
    return plan_pb2.ImprovementPlan(
        kind=kind, goal_grade=grade, grade=grade, measures=chosen, end_date="2027-03-01", cost=cost, bound=cost,
        is_proved=True, cost_once=SOLAR.cost_once, total_before="100/3", total_after="85",
        moved=[plan_pb2.MovedCriterion(criterion_id="G1", outcome_before="not_met", outcome_after="met")],
        unknown_facts=["energy_used"], verify_again=["renewable_share"],
    )  # fmt: skip


def result(*plans: plan_pb2.ImprovementPlan) -> plan_pb2.PlanResult:
    gate = plan_pb2.Obstacle(kind=plan_pb2.OBSTACLE_KIND_GATE, criterion_id="G1")
    late = plan_pb2.UnavailableMeasure(
        measure_id="safety", reason=plan_pb2.UNAVAILABLE_REASON_TOO_LATE, detail="2028-01-01"
    )
    return plan_pb2.PlanResult(
        grade_now="none", plans=plans, unavailable=[late], effort=plan_pb2.SearchEffort(rounds=2, scale="100"),
        excluded=[plan_pb2.ExcludedGrade(grade="silver", is_proved=True, obstacles=[gate])],
    )  # fmt: skip


def report(language: str = "en") -> PlanReport:
    kinds = plan_pb2.PLAN_KIND_CHEAPEST, plan_pb2.PLAN_KIND_FASTEST, plan_pb2.PLAN_KIND_FEWEST
    chosen = ("solar", "safety"), ("solar",), ("solar",)
    found = result(*(plan(kind, *ids) for kind, ids in zip(kinds, chosen, strict=True)))
    return plan_report(found, MEASURES, goal(), small_card(), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_compares_the_plans_and_names_the_same_plan_once(language: str) -> None:
    sections = {section.id: section for section in report(language).sections}
    assert [id for id in sections if "-" not in id] == [
        "result", "alternatives", "excluded", "unavailable", "considered", "effort",
    ]  # fmt: skip
    assert {"plan-1", "plan-2", "plan-3", "plan-1-timeline", "plan-2-timeline"} <= sections.keys()
    assert "plan-3-timeline" not in sections
    assert sections["plan-2"].title in sections["plan-3"].sentences[-1]
    assert [sections[f"plan-{number}"].plan for number in (1, 2, 3)] == [0, 1, None]
    table = sections["alternatives"].table
    assert table is not None
    assert table.rows[-1][1:] == (f"{FORMULA} \x07", "–", "–")
    considered = sections["considered"].table
    assert considered is not None
    assert [row[0] for row in considered.rows] == ["Solar roof", f"{FORMULA} \x07", "paper"]
    assert all("{" not in text for section in sections.values() for text in section.sentences)


def test_changes_and_conditions_are_in_plain_words() -> None:
    (considered,) = [section.table for section in report().sections if section.id == "considered"]
    assert considered is not None
    solar, safety, paper = considered.rows
    assert solar[1:] == (
        "Renewable share: 30 % more", "100,000 … 120,000.5 CNY", "0 CNY", "90 days", "2027-01-01",
        "at most one of group power",
    )  # fmt: skip
    assert safety[1] == "Serious violations: change to 0 times"
    assert safety[6] == "after Solar roof; not with paper; levels from 0 to 3 in steps of 1"
    assert paper[1] == "Certified: obtain a document for the present value"


def test_the_curve_has_a_row_for_each_grade() -> None:
    found = result(plan(plan_pb2.PLAN_KIND_CHEAPEST, "solar", grade="gold"))
    made = plan_report(found, MEASURES, goal(plan_pb2.PLAN_GOAL_KIND_EVERY_GRADE), small_card(), "en")
    (curve,) = [section.table for section in made.sections if section.id == "curve"]
    assert curve is not None
    assert [row[:2] for row in curve.rows] == [("Gold", "125,000.5 CNY"), ("silver", "not reachable")]
    assert "G1 No serious violation" in curve.rows[1][4]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file_format", PLAN_FORMATS)
def test_equal_reports_have_equal_bytes(file_format: str, language: str) -> None:
    assert write_plan_file(report(language), file_format) == write_plan_file(report(language), file_format)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_file_has_all_sections_and_cells(language: str) -> None:
    made = report(language)
    heads = [section.title for section in made.sections]
    cells = {cell.replace("\x07", "�") for section in made.sections if section.table for row in section.table.rows
             for cell in row}  # fmt: skip
    document = Document(BytesIO(write_plan_file(made, "docx")))
    assert [
        each.text for each in document.paragraphs if str(each.style and each.style.name).startswith("Heading")
    ] == heads
    assert {cell.text for table in document.tables for row in table.rows for cell in row.cells} >= cells
    text = _pdf_text(write_plan_file(made, "pdf"))
    assert all(re.sub(r"\s", "", head) in text for head in heads)
    book = load_workbook(BytesIO(write_plan_file(made, "xlsx")))
    written = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert {f"{FORMULA} �", 125000.5} <= written
    assert len({sheet.title.casefold() for sheet in book}) == len(book.worksheets)


def _pdf_text(content: bytes) -> str:
    return re.sub(r"\s", "", "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages))


def test_texts_are_never_formulas_or_markup() -> None:
    hostile = ["=cmd()", "+1", "@x", "<w:t>&amp;", "#set page(fill: red)", "$ x $", "*bold*", "\x00\x1b\ud800"]
    table = PlanTable(("=head", "#head"), tuple((text, text) for text in hostile))
    made = PlanReport("= #title", "en", [ReportSection("a-1", "=[]:*?/\\", 2, hostile, table)])
    book = load_workbook(BytesIO(write_plan_file(made, "xlsx")))
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    document = Document(BytesIO(write_plan_file(made, "docx")))
    assert document.tables[0].rows[4].cells[0].text == "<w:t>&amp;"
    assert "#setpage(fill:red)" in _pdf_text(write_plan_file(made, "pdf"))


@settings(max_examples=20, deadline=None)
@given(text=st.text(alphabet=st.characters(min_codepoint=0, max_codepoint=0x2FF), max_size=40))
def test_any_text_can_be_written(text: str) -> None:
    made = PlanReport(text, "en", [ReportSection("x", text, 2, [text], PlanTable((text, "b"), ((text, "1"),)))])
    for file_format in ("docx", "xlsx"):
        with ZipFile(BytesIO(write_plan_file(made, file_format))) as package:
            assert package.testzip() is None


def test_unknown_formats_fonts_and_absent_libraries_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(InputError, match="docx"):
        write_plan_file(report(), "doc")
    with pytest.raises(InputError, match="is not a folder"):
        write_plan_file(report(), "pdf", fonts=tmp_path / "none")
    with pytest.raises(InputError, match="No font contains"):
        write_plan_file(report("zh"), "pdf", fonts=tmp_path)
    for file_format, library in (("docx", "docx"), ("pdf", "typst")):
        monkeypatch.setitem(sys.modules, library, None)
        with pytest.raises(InputError, match="needs the extra"):
            write_plan_file(report(), file_format)
