"""WritePlanReport: forms, and results that no search returned."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rules.contracts import InputError
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.planning.report_requests import write_report
from tests.service.planning.test_plan_files import MEASURES, goal, plan, result
from tests.support.small_card import CARD, small_card
from touchstone.v1 import plan_pb2, plan_service_pb2 as pb2

Form = pb2.WritePlanReportRequest.Form
VERSION = f"scorecards/{CARD}/versions/1.0.0"
VALID = plan_pb2.MeasureList(currency="CNY", measures=MEASURES.measures[:1])


@pytest.fixture(scope="module")
def gazette(tmp_path_factory: pytest.TempPathFactory) -> Gazette:
    folder: Path = tmp_path_factory.mktemp("reports")
    write_version(folder, small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    return Gazette(folder)


def request(**changes: Any) -> pb2.WritePlanReportRequest:
    found = result(plan(plan_pb2.PLAN_KIND_CHEAPEST, "solar"))
    found.scorecard_version = VERSION
    return pb2.WritePlanReportRequest(**{"result": found, "measures": VALID, "goal": goal(), **changes})


@pytest.mark.parametrize(
    ("form", "start", "ending"),
    [
        (Form.FORM_UNSPECIFIED, b"%PDF", "pdf"), (Form.FORM_PDF, b"%PDF", "pdf"),
        (Form.FORM_DOCUMENT, b"PK", "docx"), (Form.FORM_WORKBOOK, b"PK", "xlsx"),
    ],
)  # fmt: skip
def test_each_form_is_written(gazette: Gazette, form: Form, start: bytes, ending: str) -> None:
    response = write_report(gazette, request(form=form, language_code="zh"))
    assert response.content.startswith(start)
    assert response.file_name == f"plan-{CARD}.{ending}"


def test_all_violations_are_reported(gazette: Gazette) -> None:
    many = plan_pb2.PlanResult(plans=[plan_pb2.ImprovementPlan()] * 101)
    with pytest.raises(InputError) as raised:
        write_report(gazette, request(result=many, form=9, goal=plan_pb2.PlanGoal()))
    fields = [violation.field for violation in raised.value.violations]
    assert fields == ["goal.kind", "goal.date", "form", "result"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"cost": "much"}, {"cost": "1/0"}, {"kind": plan_pb2.PLAN_KIND_UNSPECIFIED}, {"total_after": "x"},
        {"cost_once": plan_pb2.CostRange(least="-", most="5")}, {"bound": "x", "is_proved": False},
    ],
)  # fmt: skip
def test_a_result_of_no_search_is_refused(gazette: Gazette, wrong: dict[str, Any]) -> None:
    asked = request()
    changed = plan_pb2.ImprovementPlan(**wrong)
    for name in wrong:
        asked.result.plans[0].ClearField(name)
    asked.result.plans[0].MergeFrom(changed)
    with pytest.raises(InputError, match="no result of these measures") as raised:
        write_report(gazette, asked)
    assert [violation.field for violation in raised.value.violations] == ["result"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"unknown_facts": ["renewable_share"] * 10_001},
        {"measures": [plan_pb2.ChosenMeasure(measure_id="solar", documents=[plan_pb2.RequiredDocument()] * 10_001)]},
        {"assumed_facts": ["x" * 2_001]},
        {"bound": "1/" + "7" * 2_000},
    ],
)
def test_a_large_result_is_refused_before_it_takes_memory(gazette: Gazette, wrong: dict[str, Any]) -> None:
    asked = request()
    asked.result.plans[0].MergeFrom(plan_pb2.ImprovementPlan(**wrong))
    with pytest.raises(InputError, match="too large"):
        write_report(gazette, asked)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (plan_pb2.MeasureList(measures=VALID.measures), "measures.currency"),
        (plan_pb2.MeasureList(currency="CNY", measures=[plan_pb2.Measure(id="=1+1")]), "measures.measures[0].id"),
        (plan_pb2.MeasureList(currency="CNY", measures=MEASURES.measures[1:2]), "measures.measures[0].name"),
    ],
)
def test_the_measures_must_be_valid(gazette: Gazette, wrong: plan_pb2.MeasureList, field: str) -> None:
    with pytest.raises(InputError) as raised:
        write_report(gazette, request(measures=wrong))
    assert field in {violation.field for violation in raised.value.violations}


def test_the_version_must_exist(gazette: Gazette) -> None:
    asked = request()
    asked.result.scorecard_version = "scorecards/x"
    with pytest.raises(InputError, match="scorecards/"):
        write_report(gazette, asked)
