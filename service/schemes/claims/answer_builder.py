"""Answer builder of a claim check: judged text to answer model, with shared rules and merged periods."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from rules.claims import CLAIM_TYPES, ComposedVerdict, FactValues, RuleName, precedents
from rules.contracts import Period
from rules.model import Certainty
from service.schemes.claims.answer import (
    AppliedVersion,
    LocalizedAnswer,
    LocalizedAssumption,
    LocalizedClaim,
    LocalizedGivenFact,
    LocalizedJurisdictionResult,
    LocalizedPeriodResult,
    LocalizedRule,
    LocalizedUnusedFact,
    applied_software,
    types_of,
)
from service.schemes.claims.one_claim import SUBJECT, CheckedClaim, JurisdictionResult
from service.schemes.claims.questions import QuestionRanker
from service.schemes.claims.rewriting import RewritingContext, propose_rewriting
from service.schemes.claims.rule_words import RuleLocalizer

if TYPE_CHECKING:
    from rules.engine import CancellationScope
    from service.schemes.claims.claim_check import ClaimCheckResult


class AnswerBuilder:
    """Tells of a judged text in one language."""

    def __init__(self, judged: ClaimCheckResult, language: str) -> None:
        """Tell of this text."""
        self._judged, self._language = judged, language
        self._words = RuleLocalizer(judged.cards, language, judged.shown)
        self._told: dict[tuple[object, ...], LocalizedJurisdictionResult] = {}
        self._surroundings = RewritingContext(judged)

    def answer(self, waiting: CancellationScope, most: int | None = None) -> LocalizedAnswer:
        """Tell of all claims, or of the first so many."""
        judged = replace(self._judged, claims=self._judged.claims[:most])
        ranker, claims = QuestionRanker(judged, self._language), []
        for number, claim in enumerate(judged.claims):
            waiting.go_on()
            places = (answer.jurisdiction.id for answer in claim.answers)
            claims.append(self._claim(claim, {place: ranker.deciding_facts(number, place) for place in places}))
        return LocalizedAnswer(
            language=self._language,
            document=judged.document,
            result=judged.result,
            findings=judged.findings,
            as_of=judged.as_of,
            shown=judged.shown,
            given=self._localize_facts(judged.given),
            assumed=self._localize_facts(judged.assumed),
            claims=tuple(claims),
            coverages=tuple(
                coverage for place in judged.jurisdictions for coverage in self._words.coverage(place.id, judged.claims)
            ),
            questions=ranker.questions(),
            count=judged.count,
            is_first=judged.page.first == 0,
            next_page_token=judged.page.next_token(len(claims), judged.count),
            jurisdictions=tuple(place.id for place in judged.jurisdictions),
            cards=tuple(
                AppliedVersion(id, card.scorecard.card.version, card.published.content_digest)
                for id, card in judged.cards.items()
            ),
            screened_by=applied_software(),
        )

    def _localize_facts(self, facts: FactValues) -> tuple[LocalizedGivenFact, ...]:
        return tuple(
            LocalizedGivenFact(name, values, self._words.stated(name, values)) for name, values in facts.items()
        )

    def _claim(self, claim: CheckedClaim, deciding: Mapping[str, frozenset[str]]) -> LocalizedClaim:
        return LocalizedClaim(
            candidate=claim.candidate,
            readings=claim.readings,
            contradictions=claim.contradictions,
            assumptions=tuple(
                LocalizedAssumption(
                    assumption,
                    self._words.stated(assumption.fact, assumption.values),
                    assumption.fact == SUBJECT or self._words.knows(assumption.fact),
                )
                for assumption in claim.assumptions
            ),
            answers=tuple(self._answer(answer, claim, deciding[answer.jurisdiction.id]) for answer in claim.answers),
            rewriting=propose_rewriting(claim, self._language, self._surroundings),
            unused=tuple(
                LocalizedUnusedFact(fact, self._words.stated(fact, self._judged.given[fact]), reason)
                for fact, reason in claim.unused.items()
            ),
        )

    def _answer(
        self, answer: JurisdictionResult, claim: CheckedClaim, deciding: frozenset[str]
    ) -> LocalizedJurisdictionResult:
        """Tell of a claim in one jurisdiction; claims of the same kinds with the same answers share it."""
        kinds = tuple(read.get(CLAIM_TYPES) for read in claim.readings)
        key: tuple[object, ...] = (
            answer.stands,
            answer.jurisdiction.id,
            *map(id, answer.parts),
            kinds,
            claim.candidate.kinds,
            answer.verdict,
            answer.possible,
            answer.assumed,
            deciding,
        )
        if key not in self._told:
            self._told[key] = self._localized(answer, claim, deciding)
        return self._told[key]

    def _localized(
        self, answer: JurisdictionResult, claim: CheckedClaim, deciding: frozenset[str]
    ) -> LocalizedJurisdictionResult:
        words, rules = self._words.at(answer.jurisdiction), deciding_rule_names(answer)
        readings, stands = claim.readings, answer.stands
        holding = {name for part in answer.parts for name in part.holding}
        settled = any(name in holding for name in rules)
        return LocalizedJurisdictionResult(
            jurisdiction=answer.jurisdiction.id,
            verdict=answer.verdict,
            possible=answer.possible,
            deciding=words.rules(rules, types_of(readings)),
            parts=tuple(_part(group, readings, words) for group in _merged(answer.parts)),
            open_facts=tuple(fact for fact in words.open_facts(answer) if fact.fact in deciding),
            settled=settled,
            resting=_surest(words.rules(rules)) if settled else _could_be_worst(answer, words),
            assumed=answer.assumed,
            standing=None if stands is None else stands.standing,
            standing_rules=() if stands is None else words.rules(stands.rules),
            unless_fact_id="" if stands is None or stands.unless is None else stands.unless,
            unless_shown="" if stands is None or stands.unless is None else words.to_show(stands.unless),
            coming_standing=None if stands is None else stands.later,
            coming_first_date="" if stands is None else words.first_day(stands.coming, self._judged.shown),
            precedents=None
            if stands is None
            else precedents(answer.jurisdiction.id, types_of(readings) or claim.candidate.kinds),
        )


def _part(
    group: Sequence[ComposedVerdict], readings: Sequence[FactValues], words: RuleLocalizer
) -> LocalizedPeriodResult:
    part, types = group[0], types_of(readings)
    return LocalizedPeriodResult(
        span=Period(part.part.first, group[-1].part.last),
        verdict=part.verdict,
        possible=part.possible,
        deciding=words.rules(part.deciding, types),
        holding=words.rules(part.holding, types),
        open=words.open_rules(part, readings),
        coming=words.rules(part.coming, types),
        silent=part.silent,
        out_of_scope=part.out_of_scope,
        by_practice=part.verdict is not None and part.by_practice,
        is_assessed=bool(part.assessed),
    )


def _could_be_worst(answer: JurisdictionResult, words: RuleLocalizer) -> tuple[LocalizedRule, ...]:
    """Give the open rules that could give the worst verdict: those that ask about the claim, or else the others."""
    if not answer.possible:
        return ()
    asks = {name: conditions for part in answer.parts for name, conditions in part.asks.items()}
    about = tuple(name for name in asks if asks[name].about_claim)
    groups = (_surest(words.rules(names)) for names in (about, tuple(asks)))
    worst = (tuple(rule for rule in group if rule.verdict is answer.possible[0]) for group in groups)
    return next(filter(None, worst), ())


def _surest(rules: Iterable[LocalizedRule]) -> tuple[LocalizedRule, ...]:
    return tuple(sorted(rules, key=lambda rule: Certainty(rule.certainty).rank))


def _merged(parts: Sequence[ComposedVerdict]) -> tuple[tuple[ComposedVerdict, ...], ...]:
    """Group parts that follow each other and say the same."""
    groups: list[list[ComposedVerdict]] = []
    for part in parts:
        if groups and _merge_key(groups[-1][-1]) == _merge_key(part):
            groups[-1].append(part)
        else:
            groups.append([part])
    return tuple(map(tuple, groups))


_merge_key = attrgetter(
    "verdict", "possible", "deciding", "holding", "open", "asks", "read_as", "coming", "silent", "out_of_scope"
)
"""What is told of a part of the time, but for the time."""


def deciding_rule_names(answer: JurisdictionResult) -> tuple[RuleName, ...]:
    """Name the rules that decide the verdict of the whole time, from the parts that give it."""
    return tuple(
        dict.fromkeys(name for part in answer.parts if part.verdict is answer.verdict for name in part.deciding)
    )
