"""Text of `evaluation list`: double uses and a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, Violation, message_factory
from service.gazette.versions import Gazette
from service.output.report.double_use import double_uses, shared_uses
from service.output.result_status import answer_with_status
from service.output.terminal.columns import listing_text
from service.output.terminal.evaluation_lines import conclusion_text, double_use_headline
from service.output.terminal.words import words
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from touchstone.v1 import evaluation_pb2

    Request = evaluation_service_pb2.ListEvaluationsRequest
    Response = evaluation_service_pb2.ListEvaluationsResponse

_message = message_factory(__name__)


def check_organization_known(answer: Response, request: Request, ask: Callable[[Any], Any]) -> Response:
    """Raise InputError if no evaluation of the organization is stored."""
    if not answer.evaluations and not request.page_token:
        wider = evaluation_service_pb2.ListEvaluationsRequest(parent=request.parent, page_size=1)
        if not ask(wider).evaluations:
            message = _message("NO_ORGANIZATION", name=request.parent)
            raise InputError((Violation("ORGANIZATION", message, "NOT_FOUND"),))
    return answer


def page_text(answer: Response, gazette: Path, language: str) -> str:
    """Render a page as a table."""
    spoken = words(language)["evaluations"]
    gazette_store = Gazette(gazette)
    rows = [_row(evaluation, gazette_store, language) for evaluation in answer.evaluations]
    doubled = (
        (_subject(evaluation), evaluation.record.as_of_date, len(double_uses(evaluation.archive_findings)))
        for evaluation in answer.evaluations
    )
    table = listing_text(spoken, rows, next_page=answer.next_page_token)
    return "\n".join((*double_use_headline(doubled, language), table))


def _row(evaluation: evaluation_pb2.Evaluation, gazette: Gazette, language: str) -> tuple[str, ...]:

    record = evaluation.record
    version = record.scorecard_version
    if not evaluation.HasField("record"):
        damaged = words(language)["evaluations"]["damaged"]
        return evaluation.create_time.ToJsonString(), evaluation.name, "", "", "", damaged, ""
    return (
        evaluation.create_time.ToJsonString(),
        evaluation.name,
        _subject(evaluation),
        version.removeprefix("scorecards/").replace("/versions/", "@"),
        record.as_of_date,
        answer_with_status(conclusion_text(record.conclusion, version, gazette, language), evaluation.status, language),
        "  ".join(_archive_marks(evaluation, language)),
    )


def _archive_marks(evaluation: evaluation_pb2.Evaluation, language: str) -> Iterator[str]:
    spoken = words(language)["evaluations"]
    for name, select_findings in (("double", double_uses), ("shared", shared_uses)):
        if count := len(select_findings(evaluation.archive_findings)):
            yield spoken[name].format(count=count)
    if evaluation.erasures:
        day = evaluation.erasures[-1].create_time.ToJsonString()[:10]
        yield words(language)["erased"]["mark"].format(day=day)


def _subject(evaluation: evaluation_pb2.Evaluation) -> str:
    return evaluation.record.subject.rpartition("/")[2]
