"""How does a screened text become verdicts, claim by claim and jurisdiction by jurisdiction?"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.claims.composition import CardAnswer, Composed, compose, overall
from rules.claims.display import split
from rules.claims.readings import Contradiction, contradictions, declared, readings
from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredFact
from rules.screening.proposals import propose_facts
from service.dossier.problems import DossierError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.claims.jurisdictions import Jurisdiction
    from rules.claims.readings import Stated
    from rules.contracts.dates import Period
    from rules.contracts.outcomes import Verdict
    from rules.screening.candidates import Candidate, ScreeningResult
    from rules.screening.proposals import Proposal
    from service.claims.cards import ClaimCard, Questions
    from service.claims.given import FactSheet, Given
    from service.dossier.reading import Located


@dataclass(frozen=True, slots=True)
class Answered:
    """What holds for one claim in one jurisdiction: the verdict of the whole time, and of each part of it."""

    jurisdiction: Jurisdiction
    verdict: Verdict | None
    possible: tuple[Verdict, ...]
    parts: tuple[Composed, ...]


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A candidate claim with its answers; what is denied in the text is not claimed, so it has none."""

    candidate: Candidate
    proposal: Proposal
    readings: tuple[Stated, ...]
    contradictions: tuple[Contradiction, ...]
    answers: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class Conditions:
    """What is asked about every claim: where and when it is shown, and what the caller says of it."""

    jurisdictions: tuple[Jurisdiction, ...]
    shown: Period
    options: Stated
    given: Given


def check(
    result: ScreeningResult, conditions: Conditions, cards: Mapping[str, ClaimCard], questions: Questions
) -> tuple[CheckedClaim, ...]:
    """Judge every candidate of a screening.

    Facts about a single claim go before options, these before facts about all claims, and these before the text.

    Raises:
        DossierError: a fact has no such value, contradicts another, or is about no claim of the text.
    """
    _check_quotes(result, conditions.given)
    return tuple(_Claim(candidate, conditions, cards, questions).checked() for candidate in result.candidates)


def _check_quotes(result: ScreeningResult, given: Given) -> None:
    """Refuse facts about words in which no claim was found."""
    problems = []
    for claim in given.claims:
        if not any(claim.is_about(each.quote, each.sentence.quote) for each in result.candidates):
            there = "; ".join(f"“{each.quote}”" for each in result.candidates[:10]) or "none"
            words = f"no claim was found in “{claim.quote[:60]}”; claims found: {there}"
            problems.append(Problem(claim.place, "claims", words, "UNKNOWN_CLAIM"))
    if problems:
        raise DossierError(problems)


class _Claim:
    """Judges one candidate."""

    def __init__(
        self, candidate: Candidate, conditions: Conditions, cards: Mapping[str, ClaimCard], questions: Questions
    ) -> None:
        self._candidate, self._conditions = candidate, conditions
        self._cards, self._questions = cards, questions
        own = (each for each in conditions.given.claims if each.is_about(candidate.quote, candidate.sentence.quote))
        self._sheets: tuple[FactSheet, ...] = (conditions.given.general, *(each.facts for each in own))
        told = f"{candidate.start}:{candidate.quote}".encode()
        self._subject = f"organizations/claims/subjects/{hashlib.sha256(told).hexdigest()[:16]}"

    def checked(self) -> CheckedClaim:
        """Find the readings, and judge them in every jurisdiction."""
        proposal = propose_facts(self._candidate)
        general, *own = (sheet.stated() for sheet in self._sheets)
        given: dict[str, tuple[str, ...]] = {**general, **self._conditions.options}
        for stated in own:
            given |= stated
        found = readings(self._candidate, proposal, given)
        against = tuple(dict.fromkeys(each for read in found for each in contradictions(given, read)))
        self._refuse(tuple(each for each in against if not each.text))
        answers = tuple(self._answered(place, found) for place in self._conditions.jurisdictions) if found else ()
        return CheckedClaim(self._candidate, proposal, found, against, answers)

    def _refuse(self, against: tuple[Contradiction, ...]) -> None:
        """Refuse facts given that contradict each other; what contradicts the text is told instead."""
        if against:
            raise DossierError(
                Problem(self._place(each.facts), " and ".join(dict.fromkeys(each.facts)), _WORDS[each.code], each.code)
                for each in against
            )

    def _place(self, names: tuple[str, str]) -> Place | None:
        places = (sheet.places.get(name) for sheet in reversed(self._sheets) for name in names)
        return next((place for place in places if place is not None), None)

    def _answered(self, place: Jurisdiction, found: tuple[Stated, ...]) -> Answered:
        asked = [
            [answer for id in place.cards for answer in self._answers(self._cards[id], place, read)] for read in found
        ]
        days = [answer.part.first for read in asked for answer in read]
        parts = tuple(
            compose([[answer for answer in read if _within(part, answer)] for read in asked], part)
            for part in split(self._conditions.shown, days)
        )
        return Answered(place, *overall(parts), parts)

    def _answers(self, card: ClaimCard, place: Jurisdiction, read: Stated) -> tuple[CardAnswer, ...]:
        facts, located = self._facts(card, place, read)
        try:
            return self._questions.answers(card, facts, self._conditions.shown, self._subject)
        except InputError as error:
            raise located.located(error) from None

    def _facts(self, card: ClaimCard, place: Jurisdiction, read: Stated) -> tuple[dict[str, DeclaredFact], Located]:
        """Gather what a card is told: the text, the facts about all claims, options, the claim's own, the place."""
        general, *own = (sheet.declared(card.scorecard) for sheet in self._sheets)
        facts = dict(_plain(card, read))
        facts |= general[0]
        facts |= dict(_plain(card, self._conditions.options))
        places = dict(general[1].places)
        for sheet, located in own:
            facts |= sheet
            places |= located.places
        facts |= dict(_plain(card, {name: (choice,) for name, choice in place.facts.items()}))
        return facts, type(general[1])(places)


def _plain(card: ClaimCard, stated: Stated) -> Iterator[tuple[str, DeclaredFact]]:
    for definition in card.scorecard.facts:
        if definition.id in stated:
            fact = declared(definition, stated[definition.id])
            if fact is not None:
                yield definition.id, fact


def _within(part: Period, answer: CardAnswer) -> bool:
    return answer.part.first <= part.first and part.last <= answer.part.last


_WORDS = {
    "OFFSETS_DENIED": "offsets are said not to be used, but this fact says that they are; correct one of the two",
    "NEUTRAL_BOTH_WAYS": "a claim is neutral by offsets or without them, not both; give one of the two claim types",
}
