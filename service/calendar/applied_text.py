"""How does it read what applied to a subject on a day?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules.contracts.messages import told
from rules.contracts.typesetting import typeset
from service.answering.mapping.answers import ANSWERS
from service.answering.report.telling import CardTeller
from service.answering.result_status import answer_told
from service.answering.terminal.doubled import doubled_first
from service.answering.terminal.json_form import plain_message
from service.answering.terminal.words import words as terminal_words
from service.calendar.telling import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from service.calendar.applied import Applied, Known
    from service.gazette.versions import Gazette
    from touchstone.v1 import evaluation_pb2


@dataclass(frozen=True, slots=True)
class ToldEvaluation:
    """The evaluation that stands, told in one language; `certainty` is a word of the record."""

    name: str
    scorecard_version: str
    as_of_date: str
    answer: str
    certainty: str
    double_uses: int
    status: evaluation_pb2.ResultStatus | None = None


@dataclass(frozen=True, slots=True)
class ToldKnown:
    """What is known by an instant under one card, told in one language."""

    version: str | None
    evaluation: ToldEvaluation | None


@dataclass(frozen=True, slots=True)
class ToldApplied:
    """What is known under one card by an instant and now, told in one language."""

    card: str
    then: ToldKnown
    now: ToldKnown
    differences: tuple[str, ...]


def told_applied(found: Iterable[Applied], gazette: Gazette, language: str) -> Iterator[ToldApplied]:
    """Tell what was found in a store, in the words of a gazette.

    Raises:
        TrailError: a file of the gazette is damaged.
        VersionError: the version of an evaluation is not in it.
    """
    for one in found:
        then, now = (_told_known(known, gazette, language) for known in (one.then, one.now))
        yield ToldApplied(one.card, then, now, tuple(told(why, language) for why in one.differences))


def _told_known(known: Known, gazette: Gazette, language: str) -> ToldKnown:
    version, made = None if known.version is None else known.version.name, known.evaluation
    if made is None:
        return ToldKnown(version, None)
    scorecard = gazette.made_by(made.scorecard_version, made.rule_digest).scorecard
    answer = CardTeller(scorecard, language).answer_of(made.conclusion)
    about = made.name, made.scorecard_version, made.as_of_date
    status = None if known.status is None else ANSWERS.write(evaluation_pb2.ResultStatus, known.status)
    return ToldKnown(version, ToldEvaluation(*about, answer, made.standing.certainty, made.double_uses, status))


def applied_text(subject: str, found: Sequence[ToldApplied], day: str, known: str, language: str) -> str:
    """Write it for people: of each card what was known then and is known now, and why they differ."""
    return typeset("\n".join(_lines(subject, found, day, known, language)), language)


def _lines(subject: str, found: Sequence[ToldApplied], day: str, known: str, language: str) -> Iterator[str]:
    said = words(language)["applied"]
    doubled = (
        (one.card, state.evaluation.as_of_date, state.evaluation.double_uses)
        for one in found
        for state in (one.then, one.now)
        if state.evaluation is not None
    )
    yield from doubled_first(doubled, language)
    yield said["head"].format(subject=subject, day=day)
    for one in found:
        yield ""
        yield one.card
        yield "  " + said["then"].format(time=known, what=_known(one.then, language))
        yield "  " + said["now"].format(what=_known(one.now, language))
        if not one.differences:
            yield "  " + said["same"]
        yield from ("  " + said["differs"].format(why=why) for why in one.differences)


def _known(known: ToldKnown, language: str) -> str:
    said = words(language)["applied"]
    version = said["no_version"]
    if known.version is not None:
        version = said["version"].format(version=known.version.rpartition("/")[2])
    made = known.evaluation
    if made is None:
        return str(said["both"].format(version=version, evaluation=said["no_evaluation"]))
    told_of = said["evaluation"].format(
        answer=made.answer if made.status is None else answer_told(made.answer, made.status, language),
        certainty=terminal_words(language)["certainties"][made.certainty],
        name=made.name,
        as_of=made.as_of_date,
        version=made.scorecard_version.rpartition("/")[2],
    )
    return str(said["both"].format(version=version, evaluation=told_of))


def applied_document(subject: str, found: Sequence[ToldApplied], day: str, known: str) -> dict[str, Any]:
    """Give it for programs."""
    return {
        "subject": subject,
        "date": day,
        "knownTime": known,
        "cards": [
            {
                "card": one.card,
                "then": _state_document(one.then),
                "now": _state_document(one.now),
                "differences": list(one.differences),
            }
            for one in found
        ],
    }


def _state_document(known: ToldKnown) -> dict[str, Any]:
    made = known.evaluation
    return {
        "version": known.version,
        "evaluation": None if made is None else made.name,
        "asOfDate": None if made is None else made.as_of_date,
        "answer": None if made is None else made.answer,
        "doubleUseCount": None if made is None else made.double_uses,
        "certainty": None if made is None else f"CERTAINTY_{made.certainty.upper()}",
        **({} if made is None or made.status is None else {"status": plain_message(made.status)}),
    }
