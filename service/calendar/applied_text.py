"""How does it read what applied to a subject on a day?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rules.contracts.messages import told
from rules.contracts.typesetting import typeset
from service.answering.report.telling import CardTeller
from service.answering.terminal.doubled import doubled_first
from service.answering.terminal.words import words as terminal_words
from service.calendar.telling import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.calendar.applied import Applied, Asked, Known
    from service.gazette.versions import Gazette
    from service.store.of_subject import StoredConclusion


def applied_text(subject: str, found: Sequence[Applied], asked: Asked, gazette: Gazette, language: str) -> str:
    """Write it for people: of each card what was known then and is known now, and why they differ."""
    return typeset("\n".join(_lines(subject, found, asked, gazette, language)), language)


def _lines(subject: str, found: Sequence[Applied], asked: Asked, gazette: Gazette, language: str) -> Iterator[str]:
    said = words(language)["applied"]
    doubled = (
        (one.card, known.evaluation.as_of_date, known.evaluation.double_uses)
        for one in found
        for known in (one.then, one.now)
        if known.evaluation is not None
    )
    yield from doubled_first(doubled, language)
    yield said["head"].format(subject=subject, day=asked.day)
    for one in found:
        yield ""
        yield one.card
        yield "  " + said["then"].format(time=asked.known, what=_known(one.then, gazette, language))
        yield "  " + said["now"].format(what=_known(one.now, gazette, language))
        if not one.differences:
            yield "  " + said["same"]
        yield from ("  " + said["differs"].format(why=told(why, language)) for why in one.differences)


def _known(known: Known, gazette: Gazette, language: str) -> str:
    said = words(language)["applied"]
    version = said["no_version"]
    if known.version is not None:
        version = said["version"].format(version=known.version.scorecard.card.version)
    made = known.evaluation
    if made is None:
        return str(said["both"].format(version=version, evaluation=said["no_evaluation"]))
    answer, certainty = _answer(made, gazette, language)
    used = made.scorecard_version.rpartition("/")[2]
    told_of = said["evaluation"].format(
        answer=answer, certainty=certainty, name=made.name, as_of=made.as_of_date, version=used
    )
    return str(said["both"].format(version=version, evaluation=told_of))


def _answer(made: StoredConclusion, gazette: Gazette, language: str) -> tuple[str, str]:
    scorecard = gazette.made_by(made.scorecard_version, made.rule_digest).scorecard
    certainty = terminal_words(language)["certainties"][made.standing.certainty]
    return CardTeller(scorecard, language).answer_of(made.conclusion), certainty


def applied_document(
    subject: str, found: Sequence[Applied], asked: Asked, gazette: Gazette, language: str
) -> dict[str, Any]:
    """Give it for programs."""

    def of(known: Known) -> dict[str, Any]:
        made = known.evaluation
        answer, _ = (None, None) if made is None else _answer(made, gazette, language)
        return {
            "version": None if known.version is None else known.version.name,
            "evaluation": None if made is None else made.name,
            "asOfDate": None if made is None else made.as_of_date,
            "answer": answer,
            "doubleUseCount": None if made is None else made.double_uses,
            "certainty": None if made is None else f"CERTAINTY_{made.standing.certainty.upper()}",
        }

    return {
        "subject": subject,
        "date": asked.day.isoformat(),
        "knownTime": asked.known,
        "cards": [
            {
                "card": one.card,
                "then": of(one.then),
                "now": of(one.now),
                "differences": [told(why, language) for why in one.differences],
            }
            for one in found
        ],
    }
