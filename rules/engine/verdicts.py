"""Verdict rules: planning, in-force dates and the worst possible verdict."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.extents import Extent, NotApplicable, NumberExtent, PeriodExtent, UnknownOrAbsent
from rules.contracts.intervals import Interval
from rules.contracts.outcomes import Outcome, Verdict, all_of, any_of
from rules.engine.network import PlannedRule
from rules.engine.outcome_memo import MAX_MEMO_ENTRIES, outcome_key
from rules.model.expressions import GOVERNING_FIRST, GOVERNING_LAST, NumberOperator, names_in_condition
from rules.program.abstract_interpretation import chosen
from rules.program.date_arithmetic import NEVER
from rules.program.lowering import compare_day
from rules.program.nodes import AtomicTest, FirstMatchingWord, NamedNumber

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.engine.incremental_inference import ChangedNames
    from rules.model.expressions import DateExpression
    from rules.model.scorecard import Scorecard, VerdictRule, Verdicts
    from rules.program.lowering import LoweringNames
    from rules.program.value_environment import Values


@dataclass(frozen=True, slots=True)
class RuleStatus:
    """The status of a rule: whether its conditions are true, and whether it is in force or upcoming."""

    rule: str
    verdict: Verdict
    outcome: Outcome
    in_force: Outcome
    is_upcoming: bool

    @property
    def holds(self) -> Outcome:
        return all_of([self.outcome, self.in_force])


class VerdictResult(NamedTuple):
    """The status of all rules, the possible verdicts (worst first) and the reported verdict.

    `deciding` are the rules that certainly lead to it, otherwise the undetermined rules behind it.
    """

    rules: tuple[RuleStatus, ...]
    possible: tuple[Verdict, ...]
    verdict: Verdict
    deciding: tuple[str, ...]


def verdict_rules(scorecard: Scorecard, names: LoweringNames) -> list[PlannedRule]:
    """Return the planned rules for rows, in-force dates and warnings."""
    planned: list[PlannedRule] = []
    for rule in scorecard.verdict_rules:
        planned += [
            PlannedRule.of(f"verdict:{rule.id}:{index}", row.when, names) for index, row in enumerate(rule.rows)
        ]
        begun = () if rule.first is None else (compare_day(GOVERNING_LAST, NumberOperator.AT_LEAST, rule.first),)
        lasting = () if rule.last is None else (compare_day(GOVERNING_FIRST, NumberOperator.AT_MOST, rule.last),)
        planned.append(PlannedRule(f"verdict:{rule.id}:force", (*begun, *lasting)))
        if rule.first is not None:
            later = compare_day(GOVERNING_LAST, NumberOperator.LESS_THAN, rule.first)
            planned.append(
                PlannedRule(f"verdict:{rule.id}:later", (later, *_reachable_day_tests(scorecard, rule.first)))
            )
        if rule.warn_from is not None:
            warned = compare_day(GOVERNING_LAST, NumberOperator.AT_LEAST, rule.warn_from)
            planned.append(PlannedRule(f"verdict:{rule.id}:warned", (warned,)))
    return planned


def _reachable_day_tests(scorecard: Scorecard, day: DateExpression) -> tuple[AtomicTest, ...]:
    if day.name not in {quantity.id for quantity in scorecard.quantities if quantity.is_date}:
        return ()
    return (AtomicTest(NamedNumber(day.name), (Interval(None, Fraction(NEVER - 1)),)),)


def add_governing_days(scorecard: Scorecard, values: Values, changes: ChangedNames) -> None:
    """Set the first and last governing day in `values` if the governing fact changed."""
    if scorecard.verdicts is None or not changes.reaches((scorecard.verdicts.governed_by,)):
        return
    extent = values.extents[scorecard.verdicts.governed_by]
    first: Extent = extent
    last: Extent = extent
    if isinstance(extent, PeriodExtent):
        first, last = NumberExtent(extent.first), NumberExtent(extent.last)
    elif not isinstance(extent, (NumberExtent, NotApplicable)):
        first = last = UnknownOrAbsent()
    changes.set_extent(values, GOVERNING_FIRST, first)
    changes.set_extent(values, GOVERNING_LAST, last)


class VerdictEvaluator:
    """Determines the verdict from rule outcomes."""

    def __init__(self, scorecard: Scorecard, planned: Iterable[str]) -> None:
        self._node, ids = None if scorecard.verdicts is None else lower_verdicts(scorecard.verdicts), tuple(planned)
        self._rules = [
            (rule, outcome_key(id for id in ids if id.startswith(f"verdict:{rule.id}:")), dict[object, RuleStatus]())
            for rule in scorecard.verdict_rules
        ]

    def judge(
        self, outcomes: Mapping[str, Outcome], open_verdicts: tuple[str, ...] | None = None
    ) -> VerdictResult | None:
        if self._node is None:
            return None
        answers = []
        for rule, key_of, cached_statuses in self._rules:
            key = key_of(outcomes)
            answer = cached_statuses.get(key)
            if answer is None:
                answer = _rule_status(rule, outcomes)
                if len(cached_statuses) < MAX_MEMO_ENTRIES:
                    cached_statuses[key] = answer
            answers.append(answer)
        return _verdict_result(self._node, tuple(answers), open_verdicts)


def _verdict_result(
    node: FirstMatchingWord, rules: tuple[RuleStatus, ...], open_verdicts: tuple[str, ...] | None
) -> VerdictResult:
    possible = tuple(
        verdict for verdict in _possible(node, rules) if open_verdicts is None or verdict.value in open_verdicts
    )
    verdict = reported_verdict(possible)
    return VerdictResult(rules, possible, verdict, _deciding(rules, verdict, possible))


def _rule_status(rule: VerdictRule, outcomes: Mapping[str, Outcome]) -> RuleStatus:
    outcome = any_of(outcomes[f"verdict:{rule.id}:{index}"] for index in range(len(rule.rows)))
    in_force = _force_outcome(outcomes[f"verdict:{rule.id}:force"])
    later = outcomes.get(f"verdict:{rule.id}:later", Outcome.NOT_MET)
    warned = outcomes.get(f"verdict:{rule.id}:warned", Outcome.MET)
    may_hold = outcome in (Outcome.MET, Outcome.UNDETERMINED)
    coming = may_hold and in_force is Outcome.NOT_MET and later is Outcome.MET and warned is Outcome.MET
    return RuleStatus(rule.id, rule.verdict, outcome, in_force, coming)


def _force_outcome(outcome: Outcome) -> Outcome:
    """Treat a rule as not in force for a subject without governing dates."""
    return Outcome.NOT_MET if outcome is Outcome.NOT_APPLICABLE else outcome


def possible_verdicts(verdicts: Verdicts, rules: tuple[RuleStatus, ...]) -> tuple[Verdict, ...]:
    """Return every verdict that could be the worst one that applies, or the default verdict."""
    node = _worst_first(verdicts, ((answer.rule, answer.verdict) for answer in rules))
    return _possible(node, rules)


def lower_verdicts(verdicts: Verdicts) -> FirstMatchingWord:
    """Lower the rules to the choice of a verdict, the worst first."""
    return _worst_first(verdicts, ((rule.id, rule.verdict) for rule in verdicts.rules))


def _worst_first(verdicts: Verdicts, rules: Iterable[tuple[str, Verdict]]) -> FirstMatchingWord:
    rules_by_verdict: dict[Verdict, list[str]] = {verdict: [] for verdict in Verdict}
    for rule, verdict in rules:
        rules_by_verdict[verdict].append(rule)
    rows = tuple((tuple(rules), verdict.value) for verdict, rules in rules_by_verdict.items() if rules)
    return FirstMatchingWord(rows, verdicts.otherwise.value)


def _possible(node: FirstMatchingWord, rules: tuple[RuleStatus, ...]) -> tuple[Verdict, ...]:
    possible_words = chosen(node, {answer.rule: answer.holds for answer in rules})
    return tuple(verdict for verdict in Verdict if verdict.value in possible_words)


def reported_verdict(possible: tuple[Verdict, ...]) -> Verdict:
    """Return the worst possible verdict, unless it is uncertain and worse than "needs evidence".

    The result is then "needs evidence", or the mildest possible verdict if that is worse.
    """
    worst, mildest = possible[0], possible[-1]
    if len(possible) == 1 or worst.rank >= Verdict.NEEDS_EVIDENCE.rank:
        return worst
    return min(Verdict.NEEDS_EVIDENCE, mildest, key=lambda verdict: verdict.rank)


def _deciding(rules: tuple[RuleStatus, ...], verdict: Verdict, possible: tuple[Verdict, ...]) -> tuple[str, ...]:
    surely = tuple(status.rule for status in rules if status.holds is Outcome.MET and status.verdict is verdict)
    if surely:
        return surely
    return tuple(
        status.rule
        for status in rules
        if status.holds is Outcome.UNDETERMINED and status.verdict in possible and status.verdict.rank <= verdict.rank
    )


def names_in_rule(verdicts: Verdicts, rule: VerdictRule) -> tuple[str, ...]:
    """Return the names that a rule reads in its conditions and dates."""
    dates: list[DateExpression] = [
        expression for expression in (rule.first, rule.last, rule.warn_from) if expression is not None
    ]
    named = [expression.name for expression in dates if expression.name is not None]
    governing = [verdicts.governed_by] if dates else []
    conditions = (name for row in rule.rows for name in names_in_condition(row.when))
    return tuple(dict.fromkeys((*conditions, *governing, *named)))
