"""Requests for reports of plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import InputError, TouchstoneError, Violation, message_factory
from rules.planning import check_measures
from service.base.resource_names import parse_version
from service.planning.plan_files import PLAN_FORMATS, write_plan_file
from service.planning.plan_messages import check_currency, check_goal, check_size, read_measure_list, request_error
from service.planning.plan_report import plan_report
from touchstone.v1 import plan_pb2, plan_service_pb2 as pb2

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from google.protobuf.message import Message

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
_MAX_PLANS, _MAX_ROWS, _MAX_TEXT = 100, 10_000, 2_000


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
    check_currency(request.measures.currency, violations, field="measures.currency")
    if request.form not in _FORMATS:
        known = tuple(_Form.keys()[1:])
        violations.append(Violation("form", _message("REPORT_FORM", known=known), "WRONG_VALUE"))
    if _is_large(request.result):
        violations.append(Violation("result", _message("LARGE_RESULT", plans=_MAX_PLANS, rows=_MAX_ROWS), "TOO_MANY"))
    if violations:
        raise InputError(tuple(violations))
    report, card = _report(gazette, request)
    name = _FORMATS[request.form]
    content = write_plan_file(report, name, fonts=fonts)
    return pb2.WritePlanReportResponse(
        content=content, media_type=PLAN_FORMATS[name].media_type, file_name=f"plan-{card}.{name}"
    )


def _is_large(result: plan_pb2.PlanResult) -> bool:
    """Return whether a result has more plans, rows or characters than a search returns; end states are not written."""
    written = plan_pb2.PlanResult()
    written.CopyFrom(result)
    for plan in written.plans:
        plan.ClearField("end_state")
    return len(result.plans) > _MAX_PLANS or _row_count(written) > _MAX_ROWS or _longest_text(written) > _MAX_TEXT


def _row_count(message: Message) -> int:
    """Return the number of items in all lists of a message and its parts."""
    lists = [value for field, value in message.ListFields() if field.is_repeated]
    return sum(map(len, lists)) + sum(map(_row_count, _parts(message)))


def _longest_text(message: Message) -> int:
    texts = [
        len(text)
        for field, value in message.ListFields()
        if field.type == field.TYPE_STRING
        for text in (value if field.is_repeated else (value,))
    ]
    return max(texts + [_longest_text(part) for part in _parts(message)], default=0)


def _parts(message: Message) -> Iterator[Message]:
    for field, value in message.ListFields():
        if field.message_type is not None:
            yield from value if field.is_repeated else (value,)


def _report(gazette: Gazette, request: pb2.WritePlanReportRequest) -> tuple[PlanReport, str]:
    name = request.result.scorecard_version
    parts = name.split("/")
    version = gazette.version(*parse_version(name, field="result.scorecard_version"))
    violations: list[Violation] = []
    measures = read_measure_list(request.measures, violations)
    if violations:
        raise InputError(tuple(violations))
    try:
        check_measures(version.scorecard, measures)
    except InputError as error:
        raise request_error(error) from None
    try:
        report = plan_report(
            request.result, request.measures, request.goal, version.scorecard, request.language_code or "en"
        )
    except (TouchstoneError, ArithmeticError, LookupError, ValueError):
        raise InputError.of("result", _message("NO_RESULT"), "WRONG_VALUE") from None
    return report, parts[1]
