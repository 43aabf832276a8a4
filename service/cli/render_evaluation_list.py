"""Text of `evaluation list`: stored evaluations as a table, preceded by double uses."""

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

_say = message_factory(__name__)


def check_organization_known(answer: Response, request: Request, ask: Callable[[Any], Any]) -> Response:
    """Refuse an organisation of which nothing is stored; an empty page may be one that a filter leaves empty."""
    if not answer.evaluations and not request.page_token:
        wider = evaluation_service_pb2.ListEvaluationsRequest(parent=request.parent, page_size=1)
        if not ask(wider).evaluations:
            message = _say("NO_ORGANIZATION", name=request.parent)
            raise InputError((Violation("ORGANIZATION", message, "NOT_FOUND"),))
    return answer


def page_text(answer: Response, gazette: Path, language: str) -> str:
    """Write a page as a table, its answers in the words of the card."""
    spoken = words(language)["evaluations"]
    there = Gazette(gazette)
    rows = [_row(evaluation, there, language) for evaluation in answer.evaluations]
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
    """Count what the archive found, double uses and shared evidence, and say when something was last erased."""
    spoken = words(language)["evaluations"]
    for name, kept in (("double", double_uses), ("shared", shared_uses)):
        if count := len(kept(evaluation.archive_findings)):
            yield spoken[name].format(count=count)
    if evaluation.erasures:
        day = evaluation.erasures[-1].create_time.ToJsonString()[:10]
        yield words(language)["erased"]["mark"].format(day=day)


def _subject(evaluation: evaluation_pb2.Evaluation) -> str:
    return evaluation.record.subject.rpartition("/")[2]
