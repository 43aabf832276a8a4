"""How is a verified evaluation written as a document: a page, a workbook or OSCAL assessment results?"""

from __future__ import annotations

import json
import re
from contextlib import closing
from enum import StrEnum
from typing import TYPE_CHECKING

from rules.contracts.dates import DateError, parse_date
from rules.contracts.errors import InputError, TrailError, Violation, attempt
from rules.contracts.messages import LANGUAGES, speaker, words_of
from rules.engine.stopping import never
from service.answering.oscal.document import assessment_results
from service.answering.report.first_page import Particulars
from service.answering.report.page import Report
from service.answering.report.telling import made_by
from service.answering.result_status import stands, status_said
from service.answering.verified import verified
from service.base.names import malformed
from service.evaluating.evaluators import Evaluators
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Callable

    from rules.engine.stopping import ShouldStop
    from rules.trail.explain import Explanation
    from service.answering.verified import Verified
    from service.gazette.versions import Gazette
    from touchstone.v1 import evaluation_pb2

_say = speaker(__name__)


_NOTHING_GIVEN = Particulars()
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Form(StrEnum):
    """As what a document is written, by its media type."""

    PAGE = "text/html"
    WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    OSCAL = "application/json"


_FORMS = {
    evaluation_service_pb2.Report.FORM_UNSPECIFIED: Form.PAGE,
    evaluation_service_pb2.Report.FORM_PAGE: Form.PAGE,
    evaluation_service_pb2.Report.FORM_WORKBOOK: Form.WORKBOOK,
    evaluation_service_pb2.Report.FORM_OSCAL: Form.OSCAL,
}


def require_issuable(given: Particulars, place: Callable[[str], str]) -> None:
    """Refuse a date of issue that is none, or that stands beside particulars which are missing.

    `place` says where each particular was to be given.

    Raises:
        InputError: all that is wrong.
    """
    if not given.issued:
        return
    try:
        parse_date(given.issued)
    except DateError as error:
        raise InputError((Violation(place("issued"), words_of(error), "WRONG_VALUE"),)) from None
    missing = tuple(Violation(place(name), _say("ISSUED_NEEDS"), "REQUIRED") for name in given.missing)
    if missing:
        raise InputError(missing)


def require_standing(given: Particulars, evaluation: evaluation_pb2.Evaluation, place: Callable[[str], str]) -> None:
    """Refuse to issue a report on a result that was withdrawn or corrected since.

    Raises:
        InputError: says what was decided; a draft may still be written.
    """
    if given.issued and not stands(evaluation.status):
        said = _say("DOES_NOT_STAND", name=evaluation.name, why=status_said(evaluation.status))
        raise InputError((Violation(place("issued"), said, "WRONG_VALUE"),))


def written(  # noqa: PLR0913 -- what is asked for
    verified: Verified,
    form: Form,
    *,
    language: str,
    given: Particulars = _NOTHING_GIVEN,
    appendix: bool = False,
    bundle_digest: str = "",
    should_stop: ShouldStop = never,
) -> bytes:
    """Write a verified evaluation; equal arguments give the same bytes. The words of the rules come from the gazette.

    `bundle_digest` is that of the file of its proof bundle, which OSCAL links.

    Raises:
        Stopped: `should_stop` said so.
    """
    evaluation, version = verified.evaluation, verified.version
    if form is Form.OSCAL:
        document = assessment_results(
            verified.record, version, language, evaluation=evaluation, bundle_digest=bundle_digest
        )
        return json.dumps(document, ensure_ascii=False, indent=2).encode()
    report = Report(
        verified.record,
        version.scorecard,
        language,
        record_digest=evaluation.record_digest,
        checks=verified.checks,
        explanation=_explanation(verified, language, should_stop),
        name=evaluation.name,
        made_by=made_by(evaluation, language),
        given=given,
        appendix=appendix,
        archive_findings=evaluation.archive_findings,
        status=evaluation.status if evaluation.HasField("status") else None,
    )
    if form is Form.PAGE:
        return report.page().encode()
    from service.answering.report.workbook import render_workbook  # noqa: PLC0415 -- openpyxl is slow to load

    return render_workbook(report)


def report(
    request: evaluation_service_pb2.GetReportRequest, gazette: Gazette, should_stop: ShouldStop
) -> evaluation_service_pb2.Report:
    """Answer a request in which the evaluation stands.

    Raises:
        InputError: all fields that are wrong.
        VerificationFailedError: it does not verify.
        Stopped: `should_stop` said so.
    """
    asked, found = request.particulars, list[Violation]()
    given = Particulars(
        number=asked.number, body=asked.body, issued=asked.issue_date, legal_name=asked.legal_name, site=asked.site
    )
    attempt(found, require_issuable, given, _field)
    if request.language_code not in LANGUAGES:
        found.append(malformed("language_code", request.language_code, _say("ONE_OF", known=LANGUAGES)))
    if request.form not in _FORMS:
        found.append(malformed("form", str(request.form), _say("ONE_OF", known=list(_FORMS))))
    if request.bundle_digest and _DIGEST.fullmatch(request.bundle_digest) is None:
        found.append(malformed("bundle_digest", request.bundle_digest, _say("DIGEST")))
    if found:
        raise InputError(tuple(found))
    require_standing(given, request.evaluation, _field)
    form = _FORMS[request.form]
    content = written(
        verified(request.evaluation, gazette),
        form,
        language=request.language_code,
        given=given,
        appendix=request.appendix,
        bundle_digest=request.bundle_digest,
        should_stop=should_stop,
    )
    of = request.evaluation
    return evaluation_service_pb2.Report(
        evaluation=of.name, record_digest=of.record_digest, media_type=form.value, content=content
    )


def _field(particular: str) -> str:
    return f"particulars.{'issue_date' if particular == 'issued' else particular}"


def _explanation(verified: Verified, language: str, should_stop: ShouldStop) -> Explanation | None:
    """Explain a graded record; of an open one the page says only what the record says."""
    record = verified.record
    if record.conclusion.grade is None:
        return None
    with closing(Evaluators.beside(verified.gazette)) as evaluators:
        try:
            return evaluators.explain(verified.version, record, language, should_stop=should_stop)
        except TrailError:
            return None
