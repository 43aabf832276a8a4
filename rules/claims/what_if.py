"""Hypothetical verdicts of a claim: supposed values for undetermined facts, without another evaluation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from rules.claims.composition import CardAnswer, RuleName, possible_worst_verdicts
from rules.contracts.dates import Period
from rules.contracts.outcomes import ConclusionKind, Outcome, Verdict, all_of
from rules.engine.verdicts import RuleStatus, possible_verdicts
from rules.model.expressions import ChoiceClauseBase, Clause, Condition
from rules.model.scorecard import Verdicts

SupposedValues = dict[str, "tuple[str, ...] | Outcome"]
"""Supposed values by fact: choices ("yes" or "no" for a flag), or the outcome of conditions on a number or date."""


class CardRules(NamedTuple):
    """Rules of a scorecard, and the condition that makes it applicable."""

    verdicts: Verdicts
    applies: Condition


class WhatIfVerdicts:
    """Verdicts of scorecard answers under supposed values, with a cache."""

    def __init__(self, cards: Mapping[str, CardRules]) -> None:
        self._cards = cards
        self._verdicts: dict[tuple[int, tuple[tuple[str, object], ...]], tuple[Verdict, ...]] = {}
        self._what_ifs: dict[int, _CardWhatIf] = {}

    def possible(
        self, readings: Iterable[Sequence[CardAnswer]], judged: Sequence[Period], supposed: SupposedValues
    ) -> tuple[Verdict, ...]:
        each = [tuple(reading) for reading in readings]
        verdicts_of_parts = []
        for part in judged:
            worst = (
                possible_worst_verdicts(
                    self._possible_verdicts(answer, supposed) for answer in reading if _covers(answer.part, part)
                )
                for reading in each
            )
            all_verdicts = {verdict for verdicts in worst for verdict in verdicts}
            verdicts_of_parts.append(tuple(verdict for verdict in Verdict if verdict in all_verdicts))
        return possible_worst_verdicts(verdicts_of_parts) if verdicts_of_parts else ()

    def rules_met(
        self, reading: Sequence[CardAnswer], judged: Sequence[Period], verdict: Verdict, supposed: SupposedValues
    ) -> tuple[RuleName, ...]:
        rule_names: dict[RuleName, None] = {}
        for answer in reading:
            if answer.kind is ConclusionKind.NOT_APPLICABLE or not any(_covers(answer.part, part) for part in judged):
                continue
            if self._possible_verdicts(answer, supposed) == (Verdict.OUT_OF_SCOPE,):
                continue
            for rule in self._card_what_if(answer).rules(supposed):
                if rule.verdict is verdict and rule.holds is Outcome.MET:
                    rule_names[RuleName(answer.card, rule.rule)] = None
        return tuple(rule_names)

    def pending_rules_met(
        self, reading: Sequence[CardAnswer], supposed: SupposedValues
    ) -> list[tuple[Verdict, RuleName]]:
        return [
            (rule.verdict, RuleName(answer.card, rule.rule))
            for answer in reading
            if answer.kind is not ConclusionKind.NOT_APPLICABLE
            for rule in self._card_what_if(answer).rules(supposed)
            if rule.is_upcoming and rule.outcome is Outcome.MET
        ]

    def reads(self, answer: CardAnswer, fact: str) -> bool:
        return fact in self._card_what_if(answer).reads

    def _card_what_if(self, answer: CardAnswer) -> _CardWhatIf:
        what_if = self._what_ifs.get(id(answer))
        if what_if is None:
            what_if = self._what_ifs[id(answer)] = _CardWhatIf(answer, self._cards[answer.card])
        return what_if

    def _possible_verdicts(self, answer: CardAnswer, supposed: SupposedValues) -> tuple[Verdict, ...]:
        what_if = self._card_what_if(answer)
        relevant = {name: value for name, value in supposed.items() if name in what_if.reads}
        if not relevant:
            return answer.possible
        key = (id(answer), tuple(relevant.items()))
        if key not in self._verdicts:
            self._verdicts[key] = what_if.possible(relevant)
        return self._verdicts[key]


class _CardWhatIf:
    def __init__(self, answer: CardAnswer, card: CardRules) -> None:
        self._answer, self._card = answer, card
        conditions_by_rule = answer.asks.items()
        named = {
            rule: frozenset(name for row in conditions.rows for clause in row for name in clause.reads)
            for rule, conditions in conditions_by_rule
        }
        scope = frozenset(name for clause in card.applies for name in clause.reads)
        self.reads = scope.union(*named.values())
        self._rules = [(_rule(rule, answer, {}), named.get(rule.rule, frozenset())) for rule in answer.rules]

    def possible(self, supposed: SupposedValues) -> tuple[Verdict, ...]:
        return _possible(self._answer, self._card, tuple(self.rules(supposed)), supposed)

    def rules(self, supposed: SupposedValues) -> Iterator[RuleStatus]:
        for status, names in self._rules:
            yield status if names.isdisjoint(supposed) else _rule(status, self._answer, supposed)


def _possible(
    answer: CardAnswer, card: CardRules, rules: tuple[RuleStatus, ...], supposed: SupposedValues
) -> tuple[Verdict, ...]:
    if answer.kind is ConclusionKind.NOT_APPLICABLE:
        return answer.possible
    scope = Outcome.MET
    if answer.kind is not ConclusionKind.JUDGED:
        undetermined_clauses = (criterion for criterion in card.applies if set(criterion.reads) & {*answer.open_facts})
        scope = all_of([evaluate_supposed(clause, supposed) for clause in undetermined_clauses])
    if scope is Outcome.NOT_MET:
        return (Verdict.OUT_OF_SCOPE,)
    allowed = {*possible_verdicts(card.verdicts, rules)}
    if scope is not Outcome.MET:
        allowed.add(Verdict.OUT_OF_SCOPE)
    return tuple(verdict for verdict in answer.possible if verdict in allowed) or tuple(
        verdict for verdict in Verdict if verdict in allowed
    )


def _rule(rule: RuleStatus, answer: CardAnswer, supposed: SupposedValues) -> RuleStatus:
    conditions = answer.asks.get(rule.rule)
    if rule.outcome is not Outcome.UNDETERMINED or conditions is None:
        return rule
    rows = {all_of([evaluate_supposed(clause, supposed) for clause in row]) for row in conditions.rows}
    order = (Outcome.MET, Outcome.UNDETERMINED)
    return replace(rule, outcome=next((outcome for outcome in order if outcome in rows), Outcome.NOT_MET))


def evaluate_supposed(clause: Clause, supposed: SupposedValues) -> Outcome:
    """Return the outcome of a clause under supposed values; UNDETERMINED if they do not settle it."""
    names = clause.reads
    value = supposed.get(names[0]) if len(names) == 1 else None
    if value is None:
        return Outcome.UNDETERMINED
    if isinstance(value, Outcome):
        return value
    if not isinstance(clause, ChoiceClauseBase):
        return Outcome.UNDETERMINED
    return Outcome.MET if clause.admits(frozenset(value)) else Outcome.NOT_MET


def _covers(outer: Period, part: Period) -> bool:
    return outer.first <= part.first and part.last <= outer.last
