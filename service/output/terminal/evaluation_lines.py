"""Lines about evaluations: conclusion, double-use headline, omissions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rules.contracts import Conclusion, VersionError, join_items, typeset
from service.output.mapping.answers import ANSWERS
from service.output.report.formatters import CardFormatter
from service.output.terminal.output import print_error
from service.output.terminal.words import words
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from service.gazette.versions import Gazette
    from touchstone.v1 import types_pb2


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
