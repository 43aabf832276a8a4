"""Evaluation of one claim: readings, facts, and a verdict for each jurisdiction and period."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from rules.claims import (
    CLAIM_TYPES,
    GOOD_FAITH,
    OF_GOODS,
    OFFSETS_USED,
    TEXT_FACTS,
    Assumption,
    Candidate,
    CardAnswer,
    ClaimAssessment,
    ClaimAssessor,
    ClaimReadings,
    ComposedVerdict,
    Contradiction,
    ExcludedCircumstances,
    FactProposal,
    FactValues,
    Jurisdiction,
    ProposedFact,
    claim_types_of,
    contradictions,
    facts_beside_claim,
    irrelevant_fact_values,
    irrelevant_facts,
    offsets_of_text,
    overall_verdict,
    plainly_stated_values,
    propose_facts,
    read_with_assumptions,
    to_declared_fact,
    values_from_silence,
    without_assumptions,
)
from rules.contracts import DeclaredFact, Period, Verdict
from rules.engine import names_in_rule

if TYPE_CHECKING:
    from rules.claims import SupposedValues
    from service.schemes.claims.caller_facts import CallerFacts, FactsByName, GivenFact
    from service.schemes.claims.claim_cards import CardAnswerCache, ClaimCard
    from service.schemes.claims.refusals import ProblemCollector


class UnusedFactReason(StrEnum):
    """Why a fact given of all claims changes nothing about one of them."""

    OTHER_KINDS = "other_kinds"
    """Claims of other kinds rest on it."""
    SAID_OF_CLAIM = "said_of_claim"
    """Something else was said of this claim alone, which goes before it."""
    NO_RULE = "no_rule"
    """No card that answers in the places asked knows it."""


ASSUMED = {"kind": "commercial", "audience": "b2c"}
"""What a text to check is taken for, and told to be, unless it is said to be something else: no verdict is milder for
it than for another."""
_OF_THE_SEARCH = frozenset({"medium", "imagery"})
"""Facts that say where claims are looked for, whether a card asks for them or not."""

SUBJECT = "subject_level"
"""What a claim is about, which is told whether a card asks for it or not."""
FAULTS = frozenset({Verdict.PROHIBITED, Verdict.MISLEADING})
"""Verdicts for which the answer to `may it be said` is no."""


class JurisdictionResult(NamedTuple):
    """What holds for one claim in one jurisdiction: the verdict of the whole time, and of each part of it.

    `asked` is what the cards said, reading by reading; `assumed` are the facts taken from the words of the claim that
    rules deciding it read; `stands` how the claim stands as its text tells it. `possible` leaves aside what the text
    has no word of, and what nobody says of the claim in bad faith; `wide` does not.
    """

    jurisdiction: Jurisdiction
    verdict: Verdict | None
    possible: tuple[Verdict, ...]
    parts: tuple[ComposedVerdict, ...]
    asked: tuple[tuple[CardAnswer, ...], ...] = ()
    assumed: tuple[str, ...] = ()
    stands: ClaimAssessment | None = None
    wide: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A candidate claim with its answers; what is denied in the text is not claimed, so it has none.

    `given` names the facts that somebody gave about it, so that its words do not count for them; `kinds` are the claim
    types that it has or may have, and `absent` what its text leaves aside; `unused` are facts given of all
    claims that change nothing about it, with the reason. `by_offsets` if offsets are used, as given or by the text.
    """

    candidate: Candidate
    proposal: FactProposal
    readings: tuple[FactValues, ...]
    contradictions: tuple[Contradiction, ...]
    given: frozenset[str]
    answers: tuple[JurisdictionResult, ...]
    assumptions: tuple[Assumption, ...] = ()
    kinds: tuple[str, ...] = ()
    by_offsets: bool = False
    absent: SupposedValues = field(default_factory=dict)
    unused: Mapping[str, UnusedFactReason] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClaimContext:
    """What is asked about every claim: where and when it is shown, what is known of it, which cards, and how.

    `around` is what the claim stands in shows of it, such as a page; all that is said of the claim goes before it.
    """

    jurisdictions: tuple[Jurisdiction, ...]
    shown: Period
    around: FactValues
    cards: Mapping[str, ClaimCard]
    questions: CardAnswerCache
    standings: ClaimAssessor


class SurroundingFacts(NamedTuple):
    """What a text shows around one claim.

    `kinds` are the claim types of all its claims, `beside` those of the same sentence; `facts` it shows of this claim
    as a whole; `circumstances` are what it leaves aside.
    """

    circumstances: ExcludedCircumstances
    kinds: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    facts: tuple[ProposedFact, ...] = ()


class ClaimEvaluator:
    """Reads and judges one candidate.

    Facts about a single claim go before options, these before facts about all claims, these before the words of the
    claim, and these before what it stands in. Facts about all claims that cannot bear on this one are left out.
    """

    def __init__(
        self,
        candidate: Candidate,
        caller_facts: CallerFacts,
        around: SurroundingFacts,
        not_assumed: frozenset[str] = frozenset(),
    ) -> None:
        """Find the readings, and what contradicts; `not_assumed` are facts that are not taken from the words."""
        self._candidate, self._beside = candidate, around.beside
        self._proposal = propose_facts(candidate)
        of_all, own = caller_facts.of_all(), _claim_sheets(candidate, caller_facts)
        stated_facts = _stated_values((*of_all, *own))
        offsets = {} if OFFSETS_USED in not_assumed else offsets_of_text(candidate, self._proposal, around.facts)
        kinds = (
            ()
            if CLAIM_TYPES in not_assumed - stated_facts.keys()
            else claim_types_of(candidate, {**offsets, **stated_facts})
        )
        of_text, of_claim = _stated_values(of_all), _stated_values(own)
        irrelevant = irrelevant_facts(of_text, kinds, around.kinds)
        otherwise = (name for name in of_text if of_claim.get(name, of_text[name]) != of_text[name])
        self._unused = {
            **dict.fromkeys(otherwise, UnusedFactReason.SAID_OF_CLAIM),
            **dict.fromkeys(sorted(irrelevant), UnusedFactReason.OTHER_KINDS),
        }
        self._of_all = (
            frozenset(fact for fact, values in of_text.items() if values != (ASSUMED.get(fact),)) - _OF_THE_SEARCH
        )
        self._absent = {
            **around.circumstances.absent(candidate, kinds),
            **plainly_stated_values(candidate, kinds, around.beside),
        }
        self._sheets = (*(sheet.without(irrelevant) for sheet in of_all), *own)
        unmentioned = around.circumstances.unmentioned(candidate, kinds)
        self._kinds, self._in_order = (
            kinds,
            {
                **irrelevant_fact_values(kinds),
                **{fact: values for fact, values in unmentioned.items() if fact not in not_assumed},
                **values_from_silence(candidate, kinds),
            },
        )
        self._certain = TEXT_FACTS | ({SUBJECT} if kinds and OF_GOODS.issuperset(kinds) else set())
        stated = _stated_values(self._sheets)
        self._stated, self._stated_types = frozenset(stated), stated.get(CLAIM_TYPES)
        self._readings, self._assumed = read_with_assumptions(
            candidate,
            self._proposal,
            stated,
            not_assumed,
            (*facts_beside_claim(candidate, kinds, around.beside), *around.facts),
        )
        self._by_offsets = all({**read, **stated}.get(OFFSETS_USED) == ("true",) for read in self._readings)
        conflicts = (each for read in self._readings for each in contradictions(stated, read))
        self._contradictions = tuple(dict.fromkeys(conflicts))

    def note(self, refusals: ProblemCollector) -> None:
        """Note facts given that contradict each other; what contradicts the text is told in the answer instead."""
        for each in self._contradictions:
            if each.text:
                continue
            facts = [self._find_caller_fact(name) for name in dict.fromkeys(each.facts)]
            named = [fact.field for fact in facts if fact is not None]
            place = next((fact.place for fact in facts if fact is not None), None)
            field = named[0] if len(named) == 1 else refusals.say("BOTH", one=named[0], other=named[1])
            refusals.note(place, field, each.code, each.code)

    def _find_caller_fact(self, name: str) -> GivenFact | None:
        matches = (sheet.facts.get(name) for sheet in reversed(self._sheets))
        return next((fact for fact in matches if fact is not None), None)

    def checked(self, conditions: ClaimContext) -> CheckedClaim:
        """Judge every reading in every jurisdiction."""
        places = conditions.jurisdictions if self._readings else ()
        answers = tuple(self._answered(place, conditions) for place in places)
        known = frozenset(fact for card in conditions.cards.values() for fact in card.fact_ids)
        return CheckedClaim(
            candidate=self._candidate,
            proposal=self._proposal,
            readings=self._readings,
            contradictions=self._contradictions,
            given=self._stated,
            answers=answers,
            assumptions=self._assumed,
            kinds=self._kinds,
            by_offsets=self._by_offsets,
            absent=self._absent,
            unused={**self._unused, **dict.fromkeys(sorted(self._of_all - known), UnusedFactReason.NO_RULE)}
            if answers
            else {},
        )

    def _answered(self, place: Jurisdiction, conditions: ClaimContext) -> JurisdictionResult:
        parts, asked = self._parts(self._readings, place, conditions)
        verdict, possible = overall_verdict(parts)
        if verdict is Verdict.OK and self._assumed:
            bare = [without_assumptions(read, self._assumed, self._certain) for read in self._readings]
            surely, of_bare = self._parts(bare, place, conditions)
            if overall_verdict(surely)[0] is not verdict:
                parts, asked = surely, of_bare
                verdict, possible = overall_verdict(parts)
        rests = self._rests_on(parts, conditions.cards)
        stands = self._stands(asked, parts, verdict, conditions)
        worst_parts, narrow = conditions.standings.at_worst(parts, asked, {**self._absent, **GOOD_FAITH})
        return JurisdictionResult(place, verdict, narrow, worst_parts, asked, rests, stands, possible)

    def _stands(
        self,
        asked: Sequence[Sequence[CardAnswer]],
        parts: Iterable[ComposedVerdict],
        verdict: Verdict | None,
        conditions: ClaimContext,
    ) -> ClaimAssessment | None:
        judged = [part.part for part in parts if part.verdict is not None]
        readings = self._readings
        if self._stated_types is not None:
            readings = tuple({**read, CLAIM_TYPES: self._stated_types} for read in readings)
        claim = ClaimReadings(self._candidate, readings, self._beside)
        return conditions.standings.of(claim, asked, judged, verdict)

    def _rests_on(self, parts: Iterable[ComposedVerdict], cards: Mapping[str, ClaimCard]) -> tuple[str, ...]:
        """Name the assumptions that the deciding rules read."""
        deciding = dict.fromkeys(name for part in parts for name in part.deciding)
        read = {
            fact
            for name in deciding
            for fact in names_in_rule(cards[name.card].verdicts, cards[name.card].rules[name.rule])
        }
        return tuple(each.fact for each in self._assumed if each.fact in read)

    def _parts(
        self, read_so: Sequence[FactValues], place: Jurisdiction, conditions: ClaimContext
    ) -> tuple[tuple[ComposedVerdict, ...], tuple[tuple[CardAnswer, ...], ...]]:
        identity = f"{self._candidate.start}:{self._candidate.quote}".encode()
        subject = f"organizations/claims/subjects/{hashlib.sha256(identity).hexdigest()[:16]}"
        questions, shown = conditions.questions, conditions.shown
        asked: list[tuple[CardAnswer, ...]] = []
        for read in read_so:
            of_cards = (conditions.cards[id] for id in place.cards)
            known = {**self._in_order, **conditions.around, **read}
            answers = (questions.answers(card, self._facts(card, place, known), shown, subject) for card in of_cards)
            asked.append(tuple(answer for each in answers for answer in each))
        return questions.composed(asked, shown), tuple(asked)

    def _facts(self, card: ClaimCard, place: Jurisdiction, read: FactValues) -> dict[str, DeclaredFact]:
        """Gather what a card is told."""
        facts = dict(_declared_facts(card, read))
        for sheet in self._sheets:
            facts |= sheet.declared(card.scorecard)
        return facts | dict(_declared_facts(card, {name: (choice,) for name, choice in place.facts.items()}))


def claim_types_in(candidates: Iterable[Candidate], caller_facts: CallerFacts) -> frozenset[str]:
    """Give the claim types of all claims of a text."""
    each = (
        (candidate, _stated_values((*caller_facts.of_all(), *_claim_sheets(candidate, caller_facts))))
        for candidate in candidates
    )
    return frozenset(kind for candidate, stated in each for kind in claim_types_of(candidate, stated))


def _claim_sheets(candidate: Candidate, caller_facts: CallerFacts) -> tuple[FactsByName, ...]:
    return caller_facts.about(candidate.quote, candidate.sentence.quote)


def _stated_values(sheets: Iterable[FactsByName]) -> FactValues:
    return {name: words for sheet in sheets for name, words in sheet.stated().items()}


def _declared_facts(card: ClaimCard, stated: FactValues) -> Iterator[tuple[str, DeclaredFact]]:
    for definition in card.scorecard.facts:
        if definition.id in stated:
            fact = to_declared_fact(definition, stated[definition.id])
            if fact is not None:
                yield definition.id, fact
