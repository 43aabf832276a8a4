"""Evaluation of one claim: interpretations, facts and verdicts by jurisdiction and period."""

from __future__ import annotations

import hashlib
import re
import unicodedata
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
    irrelevant_fact_values,
    irrelevant_facts,
    offsets_of_text,
    overall_verdict,
    plainly_stated_values,
    propose_facts,
    read_with_assumptions,
    text_facts_near_claim,
    to_declared_fact,
    values_from_silence,
    values_of_specific_comparison,
    without_assumptions,
)
from rules.contracts import DeclaredFact, Period, Verdict
from rules.engine import names_in_rule

if TYPE_CHECKING:
    from rules.claims import SupposedValues
    from service.schemes.claims.caller_facts import CallerFact, CallerFacts, FactsByName
    from service.schemes.claims.claim_cards import CardAnswerCache, ClaimCard
    from service.schemes.claims.refusals import ProblemCollector


class UnusedFactReason(StrEnum):
    """Reason why a fact about all claims has no effect on one claim."""

    OTHER_KINDS = "other_kinds"
    """It concerns claims of other types."""
    SAID_OF_CLAIM = "said_of_claim"
    """A statement about this claim alone takes precedence."""
    NO_RULE = "no_rule"
    """No scorecard of the jurisdictions uses it."""


ASSUMED = {"kind": "commercial", "audience": "b2c"}
"""Default facts of a text. They never make a verdict milder."""
_SEARCH_FACTS = frozenset({"medium", "imagery"})
"""Facts about where claims are searched, never reported as unused."""

SUBJECT = "subject_level"
"""Id of the fact on the claim's subject, reported even if no scorecard uses it."""
_LATIN_WORD = re.compile("[a-z0-9]+")
_SUBJECT_WORDS_LENGTH, _DIGEST_LENGTH = 46, 16
"""Together with a hyphen, they are the longest id of a subject."""
FAULTS = frozenset({Verdict.PROHIBITED, Verdict.MISLEADING})


class JurisdictionResult(NamedTuple):
    """Verdicts on one claim in one jurisdiction, for the full period and its parts.

    `card_answers` contains the scorecard answers by interpretation. `assumed` are assumptions read by deciding rules.
    `possible` excludes circumstances absent from the text or due to bad faith; `wide` includes them.
    """

    jurisdiction: Jurisdiction
    verdict: Verdict | None
    possible: tuple[Verdict, ...]
    parts: tuple[ComposedVerdict, ...]
    card_answers: tuple[tuple[CardAnswer, ...], ...] = ()
    assumed: tuple[str, ...] = ()
    stands: ClaimAssessment | None = None
    wide: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim with its answers. There are none if the text denies the claim.

    `absent` are circumstances excluded by the text. `unused` are general facts without effect. `stated` are facts about
    this claim alone.
    """

    candidate: Candidate
    proposal: FactProposal
    readings: tuple[FactValues, ...]
    contradictions: tuple[Contradiction, ...]
    answers: tuple[JurisdictionResult, ...]
    assumptions: tuple[Assumption, ...] = ()
    kinds: tuple[str, ...] = ()
    by_offsets: bool = False
    absent: SupposedValues = field(default_factory=dict)
    unused: Mapping[str, UnusedFactReason] = field(default_factory=dict)
    stated: Mapping[str, CallerFact] = field(default_factory=dict)

    @property
    def is_doubtful(self) -> bool:
        """Whether it may not be a claim, such as a question or reported speech."""
        return self.candidate.confidence == "low"


@dataclass(frozen=True, slots=True)
class ClaimContext:
    """Context of all claims: jurisdictions, period, facts, scorecards and evaluators.

    Statements about a claim override `around`, such as facts of its page.
    """

    jurisdictions: tuple[Jurisdiction, ...]
    shown: Period
    around: FactValues
    cards: Mapping[str, ClaimCard]
    questions: CardAnswerCache
    standings: ClaimAssessor


class SurroundingFacts(NamedTuple):
    """Facts from the text around a claim.

    `kinds` are the claim types of the text, `sentence_types` those of the sentence.
    """

    circumstances: ExcludedCircumstances
    kinds: frozenset[str] = frozenset()
    sentence_types: frozenset[str] = frozenset()
    facts: tuple[ProposedFact, ...] = ()


class ClaimEvaluator:
    """Evaluator of one claim.

    Precedence: facts about this claim, options, facts about all claims, wording, surroundings. Irrelevant general facts
    are ignored.
    """

    def __init__(
        self,
        candidate: Candidate,
        caller_facts: CallerFacts,
        around: SurroundingFacts,
        not_assumed: frozenset[str] = frozenset(),
    ) -> None:
        self._candidate, self._sentence_types = candidate, around.sentence_types
        self._proposal = propose_facts(candidate)
        of_all, own = caller_facts.of_all(), _claim_sheets(candidate, caller_facts)
        self._stated = {name: fact for sheet in own for name, fact in sheet.items()}
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
        self._general_facts = (
            frozenset(fact for fact, values in of_text.items() if values != (ASSUMED.get(fact),)) - _SEARCH_FACTS
        )
        self._absent = {
            **around.circumstances.absent(candidate, kinds),
            **plainly_stated_values(candidate, kinds, around.sentence_types),
        }
        self._sheets = (*(sheet.without(irrelevant) for sheet in of_all), *own)
        unmentioned = around.circumstances.unmentioned(candidate, kinds)
        self._kinds, self._default_values = (
            kinds,
            {
                **irrelevant_fact_values(kinds),
                **{fact: values for fact, values in unmentioned.items() if fact not in not_assumed},
                **values_from_silence(candidate, kinds),
                **values_of_specific_comparison(candidate, kinds),
            },
        )
        self._certain_facts = TEXT_FACTS | ({SUBJECT} if kinds and OF_GOODS.issuperset(kinds) else set())
        stated = _stated_values(self._sheets)
        self._stated_types = stated.get(CLAIM_TYPES)
        self._readings, self._assumed = read_with_assumptions(
            candidate,
            self._proposal,
            stated,
            not_assumed,
            (*text_facts_near_claim(candidate, kinds, around.sentence_types), *around.facts),
        )
        self._by_offsets = all({**read, **stated}.get(OFFSETS_USED) == ("true",) for read in self._readings)
        conflicts = (each for read in self._readings for each in contradictions(stated, read))
        self._contradictions = tuple(dict.fromkeys(conflicts))

    def note(self, refusals: ProblemCollector) -> None:
        """Report contradictions among the caller's facts. The answer reports those with the text."""
        for each in self._contradictions:
            if each.text:
                continue
            facts = [self._find_caller_fact(name) for name in dict.fromkeys(each.facts)]
            named = [fact.field for fact in facts if fact is not None]
            position = next((fact.place for fact in facts if fact is not None), None)
            field = named[0] if len(named) == 1 else refusals.message("BOTH", one=named[0], other=named[1])
            refusals.note(position, field, each.code, each.code)

    def _find_caller_fact(self, name: str) -> CallerFact | None:
        matches = (sheet.get(name) for sheet in reversed(self._sheets))
        return next((fact for fact in matches if fact is not None), None)

    def checked(self, conditions: ClaimContext) -> CheckedClaim:
        jurisdictions = conditions.jurisdictions if self._readings else ()
        answers = tuple(self._jurisdiction_result(jurisdiction, conditions) for jurisdiction in jurisdictions)
        known = frozenset(fact for card in conditions.cards.values() for fact in card.fact_ids)
        return CheckedClaim(
            candidate=self._candidate,
            proposal=self._proposal,
            readings=self._readings,
            contradictions=self._contradictions,
            answers=answers,
            assumptions=self._assumed,
            kinds=self._kinds,
            by_offsets=self._by_offsets,
            absent=self._absent,
            unused={**self._unused, **dict.fromkeys(sorted(self._general_facts - known), UnusedFactReason.NO_RULE)}
            if answers
            else {},
            stated=self._stated,
        )

    def _jurisdiction_result(self, jurisdiction: Jurisdiction, conditions: ClaimContext) -> JurisdictionResult:
        """Evaluate the claim in one jurisdiction.

        If only assumed facts lead to OK, the result without them is used.
        """
        parts, card_answers = self._parts(self._readings, jurisdiction, conditions)
        verdict, possible = overall_verdict(parts)
        if verdict is Verdict.OK and self._assumed:
            certain_readings = [
                without_assumptions(read, self._assumed, self._certain_facts) for read in self._readings
            ]
            certain_parts, certain_answers = self._parts(certain_readings, jurisdiction, conditions)
            if overall_verdict(certain_parts)[0] is not verdict:
                parts, card_answers = certain_parts, certain_answers
                verdict, possible = overall_verdict(parts)
        assumptions = self._deciding_assumptions(parts, conditions.cards)
        assessment = self._assess(card_answers, parts, verdict, conditions)
        worst_parts, narrow = conditions.standings.at_worst(parts, card_answers, {**self._absent, **GOOD_FAITH})
        return JurisdictionResult(
            jurisdiction, verdict, narrow, worst_parts, card_answers, assumptions, assessment, possible
        )

    def _assess(
        self,
        card_answers: Sequence[Sequence[CardAnswer]],
        parts: Iterable[ComposedVerdict],
        verdict: Verdict | None,
        conditions: ClaimContext,
    ) -> ClaimAssessment | None:
        readings = self._readings
        if self._stated_types is not None:
            readings = tuple({**read, CLAIM_TYPES: self._stated_types} for read in readings)
        claim = ClaimReadings(self._candidate, readings, self._sentence_types, _stated_values(self._sheets))
        return conditions.standings.of(claim, card_answers, judged_periods(parts), verdict)

    def _deciding_assumptions(
        self, parts: Iterable[ComposedVerdict], cards: Mapping[str, ClaimCard]
    ) -> tuple[str, ...]:
        deciding = dict.fromkeys(name for part in parts for name in part.deciding)
        read = {
            fact
            for name in deciding
            for fact in names_in_rule(cards[name.card].verdicts, cards[name.card].rules[name.rule])
        }
        return tuple(each.fact for each in self._assumed if each.fact in read)

    def _parts(
        self, readings: Sequence[FactValues], jurisdiction: Jurisdiction, conditions: ClaimContext
    ) -> tuple[tuple[ComposedVerdict, ...], tuple[tuple[CardAnswer, ...], ...]]:
        subject = f"organizations/claims/subjects/{_subject_id(self._candidate.quote)}"
        questions, shown = conditions.questions, conditions.shown
        card_answers: list[tuple[CardAnswer, ...]] = []
        for read in readings:
            of_cards = (conditions.cards[id] for id in jurisdiction.cards)
            known = {**self._default_values, **conditions.around, **read}
            answers = (
                questions.answers(card, self._facts(card, jurisdiction, known), shown, subject) for card in of_cards
            )
            card_answers.append(tuple(answer for each in answers for answer in each))
        return questions.composed(card_answers, shown), tuple(card_answers)

    def _facts(self, card: ClaimCard, jurisdiction: Jurisdiction, read: FactValues) -> dict[str, DeclaredFact]:
        facts = dict(_declared_facts(card, read))
        for sheet in self._sheets:
            facts |= sheet.declared(card.scorecard)
        return facts | dict(_declared_facts(card, {name: (choice,) for name, choice in jurisdiction.facts.items()}))


def _subject_id(quote: str) -> str:
    """Return an id that contains the words of a claim, as far as they have Latin letters."""
    words = " ".join(quote.casefold().split())
    latin = "-".join(_LATIN_WORD.findall(unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()))
    digest = hashlib.sha256(words.encode()).hexdigest()[:_DIGEST_LENGTH]
    return f"{latin[:_SUBJECT_WORDS_LENGTH]}-{digest}".strip("-")


def judged_periods(parts: Iterable[ComposedVerdict]) -> tuple[Period, ...]:
    """Return the parts of the period that have a verdict."""
    return tuple(part.part for part in parts if part.verdict is not None)


def claim_types_in(candidates: Iterable[Candidate], caller_facts: CallerFacts) -> frozenset[str]:
    """Return the claim types in a text."""
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
