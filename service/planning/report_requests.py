"""Requests for reports of plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import InputError, TouchstoneError, Violation, message_factory
from service.base.resource_names import parse_version
from service.planning.plan_files import PLAN_FORMATS, write_plan_file
from service.planning.plan_messages import check_goal, check_size
from service.planning.plan_report import plan_report
from touchstone.v1 import plan_service_pb2 as pb2

if TYPE_CHECKING:
    from pathlib import Path

    from service.gazette.versions import Gazette
    from service.planning.plan_report import PlanReport

_message = message_factory(__name__)

_Form = pb2.WritePlanReportRequest.Form
_FORMATS: dict[int, str] = {
    _Form.FORM_UNSPECIFIED: "pdf",
    _Form.FORM_PDF: "pdf",
    _Form.FORM_DOCUMENT: "docx",
    _Form.FORM_WORKBOOK: "xlsx",
}
_MAX_PLANS, _MAX_ROWS = 100, 20_000


def write_report(
    gazette: Gazette, request: pb2.WritePlanReportRequest, *, fonts: Path | None = None
) -> pb2.WritePlanReportResponse:
    """Write the report of a result that was computed before.

    Raises:
        InputError: If the request is invalid, with all violations, or a library or font is missing.
    """
    violations: list[Violation] = []
    check_goal(request.goal, violations)
    check_size(request.measures, violations)
    if request.form not in _FORMATS:
        known = tuple(_Form.keys()[1:])
        violations.append(Violation("form", _message("REPORT_FORM", known=known), "WRONG_VALUE"))
    if len(request.result.plans) > _MAX_PLANS or _row_count(request) > _MAX_ROWS:
        violations.append(Violation("result", _message("LARGE_RESULT", plans=_MAX_PLANS, rows=_MAX_ROWS), "TOO_MANY"))
    if violations:
        raise InputError(tuple(violations))
    report, card = _report(gazette, request)
    name = _FORMATS[request.form]
    content = write_plan_file(report, name, fonts=fonts)
    return pb2.WritePlanReportResponse(
        content=content, media_type=PLAN_FORMATS[name].media_type, file_name=f"plan-{card}.{name}"
    )


def _row_count(request: pb2.WritePlanReportRequest) -> int:
    return sum(
        len(plan.measures) + len(plan.moved) + sum(len(chosen.documents) for chosen in plan.measures)
        for plan in request.result.plans
    ) + len(request.result.excluded) + len(request.result.unavailable)  # fmt: skip


def _report(gazette: Gazette, request: pb2.WritePlanReportRequest) -> tuple[PlanReport, str]:
    name = request.result.scorecard_version
    parts = name.split("/")
    version = gazette.version(*parse_version(name, field="result.scorecard_version"))
    try:
        report = plan_report(
            request.result, request.measures, request.goal, version.scorecard, request.language_code or "en"
        )
    except (TouchstoneError, ArithmeticError, LookupError, ValueError):
        raise InputError.of("result", _message("NO_RESULT"), "WRONG_VALUE") from None
    return report, parts[1]
