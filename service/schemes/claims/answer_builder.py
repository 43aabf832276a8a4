"""Answer builder of a claim check: from judged text to the answer model."""

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
    LocalizedCallerFact,
    LocalizedClaim,
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
    """Builder of answers in one language."""

    def __init__(self, judged: ClaimCheckResult, language: str) -> None:
        self._judged, self._language = judged, language
        self._words = RuleLocalizer(judged.cards, language, judged.shown)
        self._localized_results: dict[tuple[object, ...], LocalizedJurisdictionResult] = {}
        self._rewriting_context = RewritingContext(judged)

    def answer(self, waiting: CancellationScope, most: int | None = None) -> LocalizedAnswer:
        judged = replace(self._judged, claims=self._judged.claims[:most])
        ranker, claims = QuestionRanker(judged, self._language), []
        for number, claim in enumerate(judged.claims):
            waiting.go_on()
            claim_jurisdictions = (answer.jurisdiction.id for answer in claim.answers)
            claims.append(
                self._claim(
                    claim,
                    {jurisdiction: ranker.deciding_facts(number, jurisdiction) for jurisdiction in claim_jurisdictions},
                )
            )
        return LocalizedAnswer(
            language=self._language,
            document=judged.document,
            result=judged.result,
            findings=judged.findings,
            as_of=judged.as_of,
            shown=judged.shown,
            stated=self._localize_facts(judged.stated_facts),
            assumed=self._localize_facts(judged.assumed),
            claims=tuple(claims),
            coverages=tuple(
                coverage
                for jurisdiction in judged.jurisdictions
                for coverage in self._words.coverage(jurisdiction.id, judged.claims)
            ),
            questions=ranker.questions(),
            count=judged.count,
            is_first=judged.page.first == 0,
            next_page_token=judged.page.next_token(len(claims), judged.count),
            jurisdictions=tuple(jurisdiction.id for jurisdiction in judged.jurisdictions),
            cards=tuple(
                AppliedVersion(id, card.scorecard.card.version, card.published.content_digest)
                for id, card in judged.cards.items()
            ),
            screened_by=applied_software(),
        )

    def _localize_facts(self, facts: FactValues) -> tuple[LocalizedCallerFact, ...]:
        return tuple(
            LocalizedCallerFact(name, values, self._words.stated(name, values)) for name, values in facts.items()
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
            rewriting=propose_rewriting(claim, self._language, self._rewriting_context),
            unused=tuple(
                LocalizedUnusedFact(fact, self._words.stated(fact, self._judged.stated_facts[fact]), reason)
                for fact, reason in claim.unused.items()
            ),
        )

    def _answer(
        self, answer: JurisdictionResult, claim: CheckedClaim, deciding: frozenset[str]
    ) -> LocalizedJurisdictionResult:
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
        if key not in self._localized_results:
            self._localized_results[key] = self._localized(answer, claim, deciding)
        return self._localized_results[key]

    def _localized(
        self, answer: JurisdictionResult, claim: CheckedClaim, deciding: frozenset[str]
    ) -> LocalizedJurisdictionResult:
        words, rules = self._words.at(answer.jurisdiction), deciding_rule_names(answer)
        readings, assessment = claim.readings, answer.stands
        holding = {name for part in answer.parts for name in part.holding}
        settled = any(name in holding for name in rules)
        return LocalizedJurisdictionResult(
            jurisdiction=answer.jurisdiction.id,
            verdict=answer.verdict,
            possible=answer.possible,
            deciding=words.rules(rules, types_of(readings)),
            parts=tuple(_part(group, readings, words) for group in _merge_equal_parts(answer.parts)),
            open_facts=tuple(fact for fact in words.open_facts(answer) if fact.fact in deciding),
            settled=settled,
            resting=_surest(words.rules(rules)) if settled else _worst_open_rules(answer, words),
            assumed=answer.assumed,
            standing=None if assessment is None else assessment.standing,
            standing_rules=() if assessment is None else words.rules(assessment.rules),
            unless_fact_id="" if assessment is None or assessment.unless is None else assessment.unless,
            unless_shown="" if assessment is None or assessment.unless is None else words.to_show(assessment.unless),
            coming_standing=None if assessment is None else assessment.later,
            coming_first_date="" if assessment is None else words.first_day(assessment.coming, self._judged.shown),
            precedents=None
            if assessment is None
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


def _worst_open_rules(answer: JurisdictionResult, words: RuleLocalizer) -> tuple[LocalizedRule, ...]:
    if not answer.possible:
        return ()
    asks = {name: conditions for part in answer.parts for name, conditions in part.asks.items()}
    about = tuple(name for name in asks if asks[name].about_claim)
    groups = (_surest(words.rules(names)) for names in (about, tuple(asks)))
    worst = (tuple(rule for rule in group if rule.verdict is answer.possible[0]) for group in groups)
    return next(filter(None, worst), ())


def _surest(rules: Iterable[LocalizedRule]) -> tuple[LocalizedRule, ...]:
    return tuple(sorted(rules, key=lambda rule: Certainty(rule.certainty).rank))


def _merge_equal_parts(parts: Sequence[ComposedVerdict]) -> tuple[tuple[ComposedVerdict, ...], ...]:
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


def deciding_rule_names(answer: JurisdictionResult) -> tuple[RuleName, ...]:
    """Return the rules that decide the overall verdict."""
    return tuple(
        dict.fromkeys(name for part in answer.parts if part.verdict is answer.verdict for name in part.deciding)
    )
