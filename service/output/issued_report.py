"""Report issuing: HTML page, workbook or OSCAL assessment results."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

from rules.contracts import (
    LANGUAGES,
    DateError,
    InputError,
    TrailError,
    Violation,
    error_message,
    message_factory,
    parse_date,
)
from rules.engine import never_stop
from service.base.resource_names import DIGEST, malformed
from service.evaluating.evaluators import Evaluators
from service.output.oscal.document import assessment_results
from service.output.report import html_report
from service.output.report.formatters import made_by
from service.output.result_status import is_in_effect, status_message
from service.output.verified_evaluations import verified
from touchstone.v1.evaluation_service_pb2 import GetReportRequest, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.api import Explanation
    from rules.engine import ShouldStop
    from service.gazette.versions import Gazette
    from service.output.verified_evaluations import VerifiedEvaluation

_message = message_factory(__name__)

MEDIA_TYPES = {
    Report.FORM_PAGE: "text/html",
    Report.FORM_WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Report.FORM_OSCAL: "application/json",
}


def issue_report(request: GetReportRequest, gazette: Gazette, should_stop: ShouldStop = never_stop) -> Report:
    """Issue a report; equal requests return equal bytes.

    Raises:
        InputError: If fields are wrong, or a dated report concerns a result not in effect.
        VerificationFailedError: If a check fails.
    """
    violations, form, language = (
        list(_issue_violations(request)),
        request.form or Report.FORM_PAGE,
        request.language_code,
    )
    if language not in LANGUAGES:
        violations.append(malformed("language_code", language, _message("ONE_OF", known=LANGUAGES)))
    if form not in MEDIA_TYPES:
        violations.append(malformed("form", str(form), _message("ONE_OF", known=list(MEDIA_TYPES))))
    if request.bundle_digest and DIGEST.match(request.bundle_digest) is None:
        violations.append(malformed("bundle_digest", request.bundle_digest, _message("DIGEST")))
    if violations:
        raise InputError(tuple(violations))
    evaluation = verified(request.evaluation, gazette)
    return Report(
        evaluation=request.evaluation.name,
        record_digest=request.evaluation.record_digest,
        media_type=MEDIA_TYPES[form],
        content=_oscal(evaluation, request) if form == Report.FORM_OSCAL else _report(evaluation, request, should_stop),
    )


def _issue_violations(request: GetReportRequest) -> Iterator[Violation]:
    particulars = request.particulars
    if not particulars.issue_date:
        return
    try:
        parse_date(particulars.issue_date)
    except DateError as error:
        yield Violation("particulars.issue_date", error_message(error), "WRONG_VALUE")
    for field in particulars.DESCRIPTOR.fields:
        if not getattr(particulars, field.name):
            yield Violation(f"particulars.{field.name}", _message("ISSUED_NEEDS"), "REQUIRED")
    status = request.evaluation.status
    if not is_in_effect(status):
        message = _message("DOES_NOT_STAND", name=request.evaluation.name, why=status_message(status))
        yield Violation("particulars.issue_date", message, "WRONG_VALUE")


def _oscal(verified_evaluation: VerifiedEvaluation, request: GetReportRequest) -> bytes:
    document = assessment_results(
        verified_evaluation.record,
        verified_evaluation.version,
        request.language_code,
        evaluation=verified_evaluation.evaluation,
        bundle_digest=request.bundle_digest,
    )
    return json.dumps(document, ensure_ascii=False, indent=2).encode()


def _report(verified_evaluation: VerifiedEvaluation, request: GetReportRequest, should_stop: ShouldStop) -> bytes:
    evaluation, language = verified_evaluation.evaluation, request.language_code
    report = html_report.EvaluationReport(
        verified_evaluation.record,
        verified_evaluation.version.scorecard,
        language,
        record_digest=evaluation.record_digest,
        checks=verified_evaluation.checks,
        explanation=_explanation(verified_evaluation, language, should_stop),
        name=evaluation.name,
        made_by=made_by(evaluation, language),
        particulars=request.particulars,
        appendix=request.appendix,
        archive_findings=evaluation.archive_findings,
        status=evaluation.status if evaluation.HasField("status") else None,
    )
    if request.form != Report.FORM_WORKBOOK:
        return report.page().encode()
    from service.output.report.workbook import render_workbook  # noqa: PLC0415 -- openpyxl is slow to load

    return render_workbook(report)


def _explanation(verified_evaluation: VerifiedEvaluation, language: str, should_stop: ShouldStop) -> Explanation | None:
    record = verified_evaluation.record
    if record.conclusion.grade is None:
        return None
    with closing(Evaluators.for_gazette(verified_evaluation.gazette)) as evaluators:
        try:
            return evaluators.explain(verified_evaluation.version, record, language, should_stop=should_stop)
        except TrailError:
            return None
