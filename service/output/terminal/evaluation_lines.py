"""Lines and lists of evaluations: conclusion, double-use headline, omissions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rules.contracts import Conclusion, InputError, VersionError, join_items, message_factory, typeset
from service.gazette.versions import Gazette
from service.output.mapping.answers import ANSWERS
from service.output.report.double_use import double_uses, shared_uses
from service.output.report.formatters import CardFormatter
from service.output.result_status import answer_with_status
from service.output.terminal.columns import listing_text
from service.output.terminal.streams import print_error
from service.output.terminal.words import words
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from touchstone.v1 import types_pb2

    Request = evaluation_service_pb2.ListEvaluationsRequest
    Response = evaluation_service_pb2.ListEvaluationsResponse


def double_use_headline(double_uses: Iterable[tuple[str, str, int]], language: str) -> Iterator[str]:
    """Yield a headline of double uses, if any."""
    texts = words(language)["evaluations"]
    phrases = dict.fromkeys(
        texts["doubled"].format(subject=subject, as_of=as_of, count=count)
        for subject, as_of, count in double_uses
        if count
    )
    if phrases:
        yield typeset(texts["double_uses"].format(found=join_items(phrases, language)), language)


def conclusion_text(message: evaluation_pb2.Conclusion, version: str, gazette: Gazette, language: str) -> str:
    """Return the conclusion label, or its id if this gazette lacks the version.

    Raises:
        TrailError: If a gazette file is invalid.
    """
    try:
        formatter = CardFormatter(gazette.version_named(version).scorecard, language)
    except VersionError:
        return typeset(_id(message), language)
    return typeset(_answer(message, formatter), language)


def _answer(message: evaluation_pb2.Conclusion, formatter: CardFormatter) -> str:
    conclusion = ANSWERS.read(Conclusion, message)
    if conclusion.grade is not None:
        return formatter.renderer.grade(conclusion.grade)
    if conclusion.verdict is not None:
        return formatter.verdict_of(conclusion)
    return formatter.stage_of(conclusion) if conclusion.stage is not None else formatter.kind_of(conclusion)


def _id(conclusion: evaluation_pb2.Conclusion) -> str:
    if conclusion.grade:
        return conclusion.grade
    if conclusion.verdict:
        return evaluation_pb2.Verdict.Name(conclusion.verdict)
    return conclusion.stage or evaluation_pb2.Conclusion.Kind.Name(conclusion.kind)


_MAX_EVALUATIONS = 5


def tells_left_out(answer: Any, language: str) -> bool:
    """Call `print_left_out` with the omissions of an answer."""
    return print_left_out(answer.left_out, language)


def print_left_out(message: types_pb2.LeftOut, language: str) -> bool:
    """Print omitted evaluations to standard error; return whether any exist."""
    if not message.evaluation_count:
        return False
    texts, names = words(language), list(message.evaluations[:_MAX_EVALUATIONS])
    more = message.evaluation_count - len(names)
    shown = [*names, texts["left_out_more"].format(count=more)] if more else names
    print_error(texts["left_out"].format(count=message.evaluation_count, names=texts["left_out_between"].join(shown)))
    return True


_message = message_factory(__name__)


def check_organization_known(answer: Response, request: Request, ask: Callable[[Any], Any]) -> Response:
    """Raise InputError if no evaluation of the organization is stored."""
    if not answer.evaluations and not request.page_token:
        wider = evaluation_service_pb2.ListEvaluationsRequest(parent=request.parent, page_size=1)
        if not ask(wider).evaluations:
            raise InputError.of("ORGANIZATION", _message("NO_ORGANIZATION", name=request.parent), "NOT_FOUND")
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
