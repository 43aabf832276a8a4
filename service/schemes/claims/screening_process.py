"""Worker process for screening and claim checks.

Its own gazette and evaluators avoid delays of other evaluations.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rules.claims import screen
from rules.contracts import InputError, InstallationError, Violation, message_factory
from rules.engine import CancellationScope, ShouldStop
from service.base.grpc_status import log_failure
from service.evaluating.evaluators import Evaluators
from service.gazette.gazette_worker import worker_entry
from service.gazette.versions import Gazette
from service.schemes.claims.answer_builder import AnswerBuilder, write_page
from service.schemes.claims.answer_frame import CheckedText, text_language
from service.schemes.claims.claim_check import judge_text
from service.schemes.claims.marked_documents import ReportFormat, can_mark, marked_report
from service.schemes.claims.messages import applied_software, read_hearing, write_screened
from service.schemes.claims.request_messages import (
    answer_language,
    new_problem_collector,
    read_claim_check_request,
    read_document,
    read_request_document,
)
from touchstone.v1 import screening_service_pb2 as pb2

if TYPE_CHECKING:
    from service.base.worker_specs import Works
    from service.schemes.claims.claim_check import ClaimCheckResult

_message = message_factory(__name__)

MEMORY = 3 * 1024 * 1024 * 1024
_LONGEST_NAME = 200
_EXCERPT_CHARACTERS = 40
_FORMATS: dict[pb2.ClaimReportFormat, tuple[ReportFormat, str]] = {
    pb2.CLAIM_REPORT_FORMAT_HTML: ("html", "text/html"),
    pb2.CLAIM_REPORT_FORMAT_DOCX: (
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    pb2.CLAIM_REPORT_FORMAT_PDF: ("pdf", "application/pdf"),
}
"""Report formats with their media types."""


def _handle_screening(request: pb2.ScreenClaimsRequest, _: ShouldStop) -> pb2.ScreenClaimsResponse:
    document = read_request_document(request)
    result = screen(
        document.text,
        languages=tuple(request.language_codes),
        names=tuple(request.trader_names),
        weighed=not request.unweighed,
        hearing=read_hearing(request.hearing),
        heads=document.cell_heads,
    )
    return write_screened(document, result)


class ClaimCheckWorker:
    """Claim checker for one gazette, with cached evaluators."""

    def __init__(self, gazette: Gazette, *, lasting: bool) -> None:
        self._gazette = gazette
        self._evaluators = Evaluators.for_gazette(gazette, lasting=lasting)

    def checked(self, request: pb2.CheckClaimsRequest, should_stop: ShouldStop) -> pb2.CheckClaimsResponse:
        waiting = CancellationScope()
        with waiting.until(should_stop):
            return write_page(self._judged(request, waiting), answer_language(request), waiting)

    def exported(self, request: pb2.ExportClaimsRequest, should_stop: ShouldStop) -> pb2.ExportClaimsResponse:
        check, waiting = request.check, CancellationScope()
        _check_export(request)
        with waiting.until(should_stop):
            judged, language = self._judged_nested(check, waiting), answer_language(check)
            answer, document = AnswerBuilder(judged, language).answer(waiting), judged.document
            excerpt = " ".join(document.text[: _EXCERPT_CHARACTERS + 1].split())
            source = (
                request.source_name
                or f"“{excerpt[:_EXCERPT_CHARACTERS]}{'…' if len(excerpt) > _EXCERPT_CHARACTERS else ''}”"
            )
            checked = CheckedText(source, answer, document, language, text_language(judged.result), content=check.file)
            form, media_type = _FORMATS[request.format]
            content = marked_report(form, checked, full=request.full)
        return pb2.ExportClaimsResponse(content=content, media_type=media_type)

    def _judged_nested(self, check: pb2.CheckClaimsRequest, waiting: CancellationScope) -> ClaimCheckResult:
        try:
            return self._judged(check, waiting)
        except InputError as error:
            violations = (Violation(f"check.{each.field}", each.description, each.reason) for each in error.violations)
            raise InputError(tuple(violations)) from error

    def _judged(self, request: pb2.CheckClaimsRequest, waiting: CancellationScope) -> ClaimCheckResult:
        refusals = new_problem_collector(request)
        document = read_document(request, refusals)
        claim_check = replace(read_claim_check_request(request, refusals), waiting=waiting)
        return judge_text(document, claim_check, self._gazette, self._evaluators.conclude, refusals)


def _check_export(request: pb2.ExportClaimsRequest) -> None:
    violations: list[Violation] = []
    if not request.HasField("check"):
        violations.append(Violation("check", _message("CHECK_MISSING"), "REQUIRED"))
    if request.format not in _FORMATS:
        known = [name for name, number in pb2.ClaimReportFormat.items() if number]
        violations.append(Violation("format", _message("NO_FORMAT", known=known), "REQUIRED"))
    elif not can_mark(_FORMATS[request.format][0]):
        violations.append(Violation("format", _message("NO_WRITER_HERE"), "SOFTWARE_MISSING"))
    if request.check.page_size or request.check.page_token:
        violations.append(Violation("check.page_size", _message("WHOLE_REPORT"), "WRONG_VALUE"))
    if len(request.source_name) > _LONGEST_NAME:
        message = _message("SOURCE_NAME", length=len(request.source_name), most=_LONGEST_NAME)
        violations.append(Violation("source_name", message, "TOO_LONG"))
    if violations:
        raise InputError(tuple(violations))


def works(gazette: Gazette, *, lasting: bool = False) -> Works:
    """Return the request handlers for a gazette."""
    worker = ClaimCheckWorker(gazette, lasting=lasting)
    return {
        pb2.ScreenClaimsRequest: _handle_screening,
        pb2.CheckClaimsRequest: worker.checked,
        pb2.ExportClaimsRequest: worker.exported,
    }


def lasting_works(gazette: Gazette) -> Works:
    """Return long-lived request handlers with preloaded lexicons and encoder."""
    try:
        applied_software()
        screen("What is read first takes the time to read the lexicons, too.")
    except InstallationError as error:
        log_failure(error)  # each call is refused
    return works(gazette, lasting=True)


main = worker_entry(lasting_works, memory=MEMORY)

if __name__ == "__main__":
    main()
