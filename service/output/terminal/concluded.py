"""One-line conclusion of an evaluation in the words of its card, and the line on double uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import Conclusion, VersionError, join_items, typeset
from service.output.mapping.answers import ANSWERS
from service.output.report.formatters import CardFormatter
from service.output.terminal.words import words
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from service.gazette.versions import Gazette


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
