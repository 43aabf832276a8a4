"""What-if verdicts of a claim: supposed answers to open facts, without evaluating a card again.

`WhatIfVerdicts` puts answers to the open conditions that records tell of each rule, so that no card is evaluated again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from rules.claims.composition import CardAnswer, RuleName, possible_worst_verdicts
from rules.contracts.dates import Period
from rules.contracts.outcomes import ConclusionKind, Outcome, Verdict, all_of
from rules.engine.verdicts import RuleStatus, possible_verdicts
from rules.model.clause_form import ChoiceClauseBase
from rules.model.expressions import Clause, Condition
from rules.model.verdicts import Verdicts

SupposedValues = dict[str, "tuple[str, ...] | Outcome"]
"""Answers by fact: choices (`yes` and `no` of a flag) or, of a number or a date, whether what is asked of it holds."""


class CardRules(NamedTuple):
    """What is needed of a card: its rules, and when it applies."""

    verdicts: Verdicts
    applies: Condition


class WhatIfVerdicts:
    """Puts answers to what cards said; what one card would say is worked out once."""

    def __init__(self, cards: Mapping[str, CardRules]) -> None:
        """Use these cards, by their ids."""
        self._cards = cards
        self._found: dict[tuple[int, tuple[tuple[str, object], ...]], tuple[Verdict, ...]] = {}
        self._put: dict[int, _CardWhatIf] = {}

    def possible(
        self, readings: Iterable[Sequence[CardAnswer]], judged: Sequence[Period], supposed: SupposedValues
    ) -> tuple[Verdict, ...]:
        """Give every verdict possible for the parts of the time that are judged, worst first; none for no part."""
        each = [tuple(reading) for reading in readings]
        spoken = []
        for part in judged:
            worst = (
                possible_worst_verdicts(
                    self._possible_verdicts(answer, supposed) for answer in reading if _covers(answer.part, part)
                )
                for reading in each
            )
            all_verdicts = {verdict for verdicts in worst for verdict in verdicts}
            spoken.append(tuple(verdict for verdict in Verdict if verdict in all_verdicts))
        return possible_worst_verdicts(spoken) if spoken else ()

    def rules_met(
        self, reading: Sequence[CardAnswer], judged: Sequence[Period], verdict: Verdict, supposed: SupposedValues
    ) -> tuple[RuleName, ...]:
        """Name the rules that then surely give a verdict in one reading, in some part of the time that is judged."""
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
        """Name the rules of one reading that are not in force yet and would then surely hold, with their verdicts."""
        return [
            (rule.verdict, RuleName(answer.card, rule.rule))
            for answer in reading
            if answer.kind is not ConclusionKind.NOT_APPLICABLE
            for rule in self._card_what_if(answer).rules(supposed)
            if rule.is_upcoming and rule.outcome is Outcome.MET
        ]

    def reads(self, answer: CardAnswer, fact: str) -> bool:
        """Say whether what a card said still rests on a fact."""
        return fact in self._card_what_if(answer).reads

    def _card_what_if(self, answer: CardAnswer) -> _CardWhatIf:
        what_if = self._put.get(id(answer))
        if what_if is None:
            what_if = self._put[id(answer)] = _CardWhatIf(answer, self._cards[answer.card])  # its id stays its own
        return what_if

    def _possible_verdicts(self, answer: CardAnswer, supposed: SupposedValues) -> tuple[Verdict, ...]:
        what_if = self._card_what_if(answer)
        put = {name: value for name, value in supposed.items() if name in what_if.reads}
        if not put:
            return answer.possible
        key = (id(answer), tuple(put.items()))
        if key not in self._found:
            self._found[key] = what_if.possible(put)
        return self._found[key]


class _CardWhatIf:
    """What a card said, ready to be put answers to: which facts it and each of its open rules still read."""

    def __init__(self, answer: CardAnswer, card: CardRules) -> None:
        self._answer, self._card = answer, card
        asks = answer.asks.items()
        named = {
            rule: frozenset(name for row in conditions.rows for clause in row for name in clause.reads)
            for rule, conditions in asks
        }
        scope = frozenset(name for clause in card.applies for name in clause.reads)
        self.reads = scope.union(*named.values())
        self._rules = [(_rule(rule, answer, {}), named.get(rule.rule, frozenset())) for rule in answer.rules]

    def possible(self, supposed: SupposedValues) -> tuple[Verdict, ...]:
        """Give the verdicts possible after answers; a rule that reads none of them is as it was."""
        return _possible(self._answer, self._card, tuple(self.rules(supposed)), supposed)

    def rules(self, supposed: SupposedValues) -> Iterator[RuleStatus]:
        """Give the answers of all rules after answers; a rule that reads none of them is as it was."""
        for status, names in self._rules:
            yield status if names.isdisjoint(supposed) else _rule(status, self._answer, supposed)


def _possible(
    answer: CardAnswer, card: CardRules, rules: tuple[RuleStatus, ...], supposed: SupposedValues
) -> tuple[Verdict, ...]:
    if answer.kind is ConclusionKind.NOT_APPLICABLE:
        return answer.possible
    scope = Outcome.MET
    if answer.kind is not ConclusionKind.JUDGED:
        open_ = (criterion for criterion in card.applies if set(criterion.reads) & {*answer.open_facts})
        scope = all_of([evaluate_supposed(clause, supposed) for clause in open_])
    if scope is Outcome.NOT_MET:
        return (Verdict.OUT_OF_SCOPE,)
    allowed = {*possible_verdicts(card.verdicts, rules)}
    if scope is not Outcome.MET:
        allowed.add(Verdict.OUT_OF_SCOPE)
    return tuple(verdict for verdict in answer.possible if verdict in allowed) or tuple(
        verdict for verdict in Verdict if verdict in allowed
    )


def _rule(rule: RuleStatus, answer: CardAnswer, supposed: SupposedValues) -> RuleStatus:
    asks = answer.asks.get(rule.rule)
    if rule.outcome is not Outcome.UNDETERMINED or asks is None:
        return rule
    rows = {all_of([evaluate_supposed(clause, supposed) for clause in row]) for row in asks.rows}
    order = (Outcome.MET, Outcome.UNDETERMINED)
    return replace(rule, outcome=next((outcome for outcome in order if outcome in rows), Outcome.NOT_MET))


def evaluate_supposed(clause: Clause, supposed: SupposedValues) -> Outcome:
    """Say whether an open condition holds after the answers; open if they do not settle it."""
    names = clause.reads
    value = supposed.get(names[0]) if len(names) == 1 else None
    if value is None:
        return Outcome.UNDETERMINED
    if isinstance(value, Outcome):
        return value
    if not isinstance(clause, ChoiceClauseBase):
        return Outcome.UNDETERMINED
    return Outcome.MET if clause.admits(frozenset(value)) else Outcome.NOT_MET


def _covers(whole: Period, part: Period) -> bool:
    return whole.first <= part.first and part.last <= whole.last
