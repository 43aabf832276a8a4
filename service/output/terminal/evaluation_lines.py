"""Lines about evaluations: the conclusion of one, a headline of double uses, and a warning about those left out."""

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
    """Give the first line: of whom, as of which day, how many double uses were found; none if there are none."""
    spoken = words(language)["evaluations"]
    phrases = dict.fromkeys(
        spoken["doubled"].format(subject=subject, as_of=as_of, count=count)
        for subject, as_of, count in double_uses
        if count
    )
    if phrases:
        yield typeset(spoken["double_uses"].format(found=join_items(phrases, language)), language)


def conclusion_text(message: evaluation_pb2.Conclusion, version: str, gazette: Gazette, language: str) -> str:
    """Say it as the version calls it; by its id if that is not in this gazette, since a server may have others.

    Raises:
        TrailError: a file of the gazette is damaged.
    """
    try:
        own = CardFormatter(gazette.version_named(version).scorecard, language)
    except VersionError:
        return typeset(_id(message), language)
    return typeset(_answer(message, own), language)


def _answer(message: evaluation_pb2.Conclusion, own: CardFormatter) -> str:
    """Say the grade, verdict or stage, or else which kind of conclusion it is, as the card calls it."""
    conclusion = ANSWERS.read(Conclusion, message)
    if conclusion.grade is not None:
        return own.renderer.grade(conclusion.grade)
    if conclusion.verdict is not None:
        return own.verdict_of(conclusion)
    return own.stage_of(conclusion) if conclusion.stage is not None else own.kind_of(conclusion)


def _id(conclusion: evaluation_pb2.Conclusion) -> str:
    if conclusion.grade:
        return conclusion.grade
    if conclusion.verdict:
        return evaluation_pb2.Verdict.Name(conclusion.verdict)
    return conclusion.stage or evaluation_pb2.Conclusion.Kind.Name(conclusion.kind)


_MAX_EVALUATIONS = 5


def tells_left_out(answer: Any, language: str) -> bool:
    """Say on standard error what an answer left out, and whether it left out anything."""
    return print_left_out(answer.left_out, language)


def print_left_out(message: types_pb2.LeftOut, language: str) -> bool:
    """Say on standard error what is left out, and whether anything is."""
    if not message.evaluation_count:
        return False
    spoken, names = words(language), list(message.evaluations[:_MAX_EVALUATIONS])
    more = message.evaluation_count - len(names)
    shown = [*names, spoken["left_out_more"].format(count=more)] if more else names
    print_error(spoken["left_out"].format(count=message.evaluation_count, names=spoken["left_out_between"].join(shown)))
    return True
