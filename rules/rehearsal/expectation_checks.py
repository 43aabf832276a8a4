"""Expectation checks of examples: comparison of expected and actual outcomes.

A mismatch is reported as the matching sentence, ready to copy into the example.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.extents import (
    ChoiceExtent,
    Extent,
    NotApplicable,
    NumberExtent,
    UnknownOrAbsent,
    is_known,
    records_of,
)
from rules.contracts.intervals import UNBOUNDED, Interval
from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import Outcome
from rules.engine.compute import WHOLE
from rules.engine.plan import deciding_quantity_rows
from rules.language.render_steps import expectation_line, quantity_expectation_line
from rules.model.examples import (
    ExpectAbsent,
    ExpectConclusion,
    ExpectCondition,
    ExpectFinding,
    ExpectGrades,
    ExpectLeft,
    ExpectMissing,
    ExpectNumber,
    ExpectOfRecord,
    ExpectOpen,
    ExpectOutcome,
    ExpectRange,
    ExpectRule,
    ExpectShare,
    ExpectStages,
    ExpectVerdict,
    ExpectVerdicts,
    ExpectWord,
    QuantityExpectation,
)
from rules.model.expressions import TOTAL_SCORE, UndeterminedFormula
from rules.model.name_usage import names_behind
from rules.model.scorecard import FormulaQuantity
from rules.model.symbol_table import DefinitionIndex
from rules.program.abstract_interpretation import condition_outcome

if TYPE_CHECKING:
    from rules.contracts.outcomes import Verdict
    from rules.engine.decide import Decision
    from rules.engine.inference import Inference, InferenceQuestion
    from rules.engine.inference_engine import InferenceEngine
    from rules.language.render import Renderer
    from rules.model.examples import Expectation


def _lookup_mismatch(
    expected: QuantityExpectation | ExpectOfRecord, engine: InferenceEngine, inference: Inference, words: Renderer
) -> str | None:
    item = expected.item if isinstance(expected, ExpectOfRecord) else expected
    extent = _extent(expected, item.name, inference)
    key = expected.key if isinstance(expected, ExpectOfRecord) else None
    reasons = _undetermined_reasons(item.name, key, engine, inference)
    if extent is None:
        known = _keys(expected.list, inference) if isinstance(expected, ExpectOfRecord) else ()
        return f"{key}: {words.words.separator.join(known) or words.words.words['values'].write('none')}"
    if _is_expectation_met(item, extent, reasons):
        return None
    actual = _actual_expectation(item.name, extent, reasons)
    if actual is None:
        return _extent_text(extent, words)
    if isinstance(expected, ExpectOfRecord):
        return quantity_expectation_line(ExpectOfRecord(expected.list, expected.key, actual), words)
    return quantity_expectation_line(actual, words)


def record_expectations(name: str, owner: str, engine: InferenceEngine, inference: Inference) -> list[ExpectOfRecord]:
    """Return at most one expectation: the actual value of a quantity in the first record of a list."""
    for key in _keys(owner, inference)[:1]:
        extent = _extent(ExpectOfRecord(owner, key, ExpectAbsent(name)), name, inference)
        reasons = _undetermined_reasons(name, key, engine, inference)
        item = None if extent is None else _actual_expectation(name, extent, reasons)
        return [] if item is None else [ExpectOfRecord(owner, key, item)]
    return []


def missing_tables(name: str, key: str | None, engine: InferenceEngine, inference: Inference) -> tuple[str, ...]:
    """Return the ids of tables that lack a value for a quantity or its inputs, for one record or for all."""
    behind = (name, *names_behind(DefinitionIndex(engine.plan.scorecard), [name]))
    consulted = [
        lookup_result
        for lookup in dict.fromkeys(behind)
        for record, lookup_result in inference.lookups.get(lookup, {}).items()
        if key is None or record in (key, WHOLE)
    ]
    return tuple(dict.fromkeys(lookup_result.table for lookup_result in consulted if lookup_result.reason is not None))


def is_left_open(name: str, key: str | None, engine: InferenceEngine, inference: Inference) -> bool:
    """Return whether the rules themselves leave a quantity or its inputs undetermined, for one record or for all."""
    plan = engine.plan
    for behind in dict.fromkeys((name, *names_behind(DefinitionIndex(plan.scorecard), [name]))):
        quantity = plan.quantities.get(behind)
        if not isinstance(quantity, FormulaQuantity):
            continue
        scopes = [inference.values]
        if quantity.list is not None:
            scope = plan.records[quantity.list]
            records = records_of(inference.values.extents[quantity.list])
            scopes = [
                scope.values_of_record(record, inference.values) for record in records if key in (None, record.key)
            ]
        for values in scopes:
            rows, _ = deciding_quantity_rows(plan, quantity, values)
            if len(rows) == 1 and rows[0] in quantity.rows and isinstance(rows[0].formula, UndeterminedFormula):
                return True
    return False


@dataclass(frozen=True, slots=True)
class _UndeterminedReasons:
    missing: tuple[str, ...]
    row_leaves_open: bool


def _undetermined_reasons(
    name: str, key: str | None, engine: InferenceEngine, inference: Inference
) -> _UndeterminedReasons:
    return _UndeterminedReasons(
        missing_tables(name, key, engine, inference), is_left_open(name, key, engine, inference)
    )


def _is_expectation_met(item: QuantityExpectation, extent: Extent, reasons: _UndeterminedReasons) -> bool:
    match item:
        case ExpectNumber(value=value):
            return extent == NumberExtent(Interval(value, value))
        case ExpectWord(word=word):
            return extent == ChoiceExtent(frozenset({word}))
        case ExpectAbsent():
            return isinstance(extent, NotApplicable)
        case ExpectLeft():
            return not is_known(extent) and reasons.row_leaves_open
        case _:
            return not is_known(extent) and item.table in reasons.missing


def _actual_expectation(name: str, extent: Extent, reasons: _UndeterminedReasons) -> QuantityExpectation | None:
    match extent:
        case NotApplicable():
            return ExpectAbsent(name)
        case NumberExtent(interval) if interval.value is not None:
            return ExpectNumber(name, interval.value)
        case ChoiceExtent(possible, others) if len(possible) == 1 and not others:
            return ExpectWord(name, min(possible))
        case _:
            if reasons.missing:
                return ExpectMissing(name, reasons.missing[0])
            return ExpectLeft(name) if reasons.row_leaves_open else None


def _extent_text(extent: Extent, words: Renderer) -> str:
    if isinstance(extent, NumberExtent):
        return _interval_text(extent.interval)
    return words.words.words["outcomes"].write(Outcome.UNDETERMINED)


def _interval_text(interval: Interval) -> str:
    low, high = (None if end is None else format_exact(end) for end in (interval.low, interval.high))
    return f"{low or '-∞'} … {high or '∞'}"


def number_expectation(name: str, interval: Interval | None) -> ExpectNumber | ExpectRange | None:
    """Return the expectation of a number, or of a range with both ends; None for any other interval."""
    if interval is None or interval.low is None or interval.high is None:
        return None
    if interval.value is not None:
        return ExpectNumber(name, interval.value)
    return ExpectRange(name, interval.low, interval.high)


def _extent(expected: QuantityExpectation | ExpectOfRecord, name: str, inference: Inference) -> Extent | None:
    if not isinstance(expected, ExpectOfRecord):
        return inference.values.extents[name]
    records = records_of(inference.values.extents[expected.list])
    return next((record.fields[name] for record in records if record.key == expected.key), None)


def _keys(owner: str, inference: Inference) -> tuple[str, ...]:
    return tuple(record.key for record in records_of(inference.values.extents[owner]))


@dataclass(frozen=True, slots=True)
class ExpectationChecker:
    """Comparison of expectations with the decision on one question, reported in one language."""

    engine: InferenceEngine
    question: InferenceQuestion
    decision: Decision
    words: Renderer

    def differs(self, expectation: Expectation) -> str | None:
        actual: Expectation
        match expectation:
            case ExpectOutcome(criterion):
                actual = ExpectOutcome(criterion, self._outcome(criterion))
            case ExpectConclusion():
                actual = ExpectConclusion(self.decision.kind)
            case ExpectCondition(name):
                actual = ExpectCondition(name, condition_outcome(self.decision.inference.values.extents.get(name)))
            case ExpectNumber(name, value):
                interval = interval_of(self.engine, self.decision, name)
                return None if interval == Interval(value, value) else self._number(name, interval)
            case ExpectRange(name, low, high):
                interval = interval_of(self.engine, self.decision, name)
                same = interval is not None and (interval.low, interval.high) == (low, high)
                return None if same else self._number(name, interval)
            case ExpectOpen(name, because_of):
                return self._openness_mismatch(name, because_of)
            case ExpectWord() | ExpectMissing() | ExpectAbsent() | ExpectLeft() | ExpectOfRecord():
                return _lookup_mismatch(expectation, self.engine, self.decision.inference, self.words)
            case ExpectGrades(grades):
                return self._set_mismatch(ExpectGrades, grades, self.decision.possible)
            case ExpectShare(indicator, percent):
                return self._share_mismatch(indicator, percent)
            case ExpectStages(stages):
                return self._set_mismatch(ExpectStages, stages, self.decision.possible_stages)
            case ExpectFinding():
                return self._finding_mismatch(expectation)
            case ExpectVerdict() | ExpectVerdicts() | ExpectRule():
                return self._verdict_mismatch(expectation)
        return None if actual == expectation else self._line(actual)

    def _line(self, expectation: Expectation) -> str:
        return expectation_line(expectation, self.words)

    def _word(self, outcome: Outcome) -> str:
        return self.words.words.words["outcomes"].write(outcome)

    def _outcome(self, criterion: str) -> Outcome:
        gates = self.decision.inference.gates
        if criterion in gates:
            return gates[criterion]
        return self.engine.indicator_outcome(criterion, self.decision.inference)

    def _set_mismatch(
        self, kind: type[ExpectGrades | ExpectStages], expected: tuple[str, ...], possible: tuple[str, ...]
    ) -> str | None:
        if set(possible) == set(expected):
            return None
        return self._line(kind(possible) if possible else ExpectConclusion(self.decision.kind))

    def _share_mismatch(self, indicator: str, percent: Fraction) -> str | None:
        earned = self.decision.inference.score.earned[indicator]
        if earned.detail is None or earned.applies is Outcome.NOT_MET:
            return self._line(ExpectOutcome(indicator, Outcome.NOT_APPLICABLE))
        reached = earned.detail.percent
        if reached == Interval(percent, percent):
            return None
        if reached.value is not None:
            return self._line(ExpectShare(indicator, reached.value))
        return f"{format_exact(reached.low or Fraction(0))} % … {format_exact(reached.high or Fraction(100))} %"

    def _verdict_mismatch(self, expectation: ExpectVerdict | ExpectVerdicts | ExpectRule) -> str | None:
        match expectation:
            case ExpectVerdict(verdict, rule):
                return self._single_verdict_mismatch(verdict, rule)
            case ExpectVerdicts(verdicts):
                judged = self.decision.verdict_result
                return None if judged and set(judged.possible) == set(verdicts) else self._actual_verdicts()
            case ExpectRule(rule, outcome):
                state = rule_state(self.decision.inference, rule)
                return None if state is outcome else self._line(ExpectRule(rule, state))

    def _single_verdict_mismatch(self, expected: Verdict, rule: str | None) -> str | None:
        judged = self.decision.verdict_result
        if judged is None:
            return self._line(ExpectConclusion(self.decision.kind))
        if judged.verdict is expected and (rule is None or rule in judged.deciding):
            return None
        if rule is None or not judged.deciding:
            return self._line(ExpectVerdict(judged.verdict))
        lines = [self._line(ExpectVerdict(judged.verdict, deciding_rule)) for deciding_rule in judged.deciding]
        return self.words.words.clauses_separator.join(lines)

    def _actual_verdicts(self) -> str:
        judged = self.decision.verdict_result
        if judged is None:
            return self._line(ExpectConclusion(self.decision.kind))
        only = len(judged.possible) == 1
        return self._line(ExpectVerdict(judged.verdict) if only else ExpectVerdicts(judged.possible))

    def _number(self, name: str, interval: Interval | None) -> str:
        if interval is None:
            return self._word(Outcome.NOT_APPLICABLE)
        actual = number_expectation(name, interval)
        if actual is None:
            return _interval_text(interval)
        if isinstance(actual, ExpectRange):
            results = {result.id: result.name for result in self.engine.plan.scorecard.results}
            actual = replace(actual, name=results.get(name, name))
        return self._line(actual)

    def _finding_mismatch(self, expected: ExpectFinding) -> str | None:
        name = expected.finding
        rule = next(rule for rule in self.engine.plan.scorecard.findings if rule.id == name)
        outcome = self.decision.inference.second_pass.get(f"finding:{name}", Outcome.NOT_MET)
        if outcome is Outcome.UNDETERMINED:
            return f"{name}: {self._word(outcome)}"
        raised = outcome is Outcome.MET
        if raised is expected.raised and expected.severity in {None, rule.severity}:
            return None
        return self._line(ExpectFinding(name, raised))

    def _openness_mismatch(self, name: str, because_of: str) -> str | None:
        facts = self.question.facts
        unknown = [fact for fact in self.engine.dependencies.of((name,)) if fact in facts and not is_known(facts[fact])]
        criterion = name in self.decision.inference.gates or name in self.decision.inference.score.earned
        interval = None if criterion else interval_of(self.engine, self.decision, name)
        if criterion:
            is_open = self._outcome(name) is Outcome.UNDETERMINED
        else:
            is_open = interval is not None and interval.value is None
        if is_open and because_of in unknown:
            return None
        if is_open and unknown:
            return self.words.words.clauses_separator.join(self._line(ExpectOpen(name, fact)) for fact in unknown)
        return self._line(ExpectOutcome(name, self._outcome(name))) if criterion else self._number(name, interval)


def rule_state(inference: Inference, rule: str) -> Outcome | None:
    """Return the outcome of a verdict rule; None if the rule is not in force."""
    answers = inference.verdict_result.rules if inference.verdict_result is not None else ()
    answer = next(candidate for candidate in answers if candidate.rule == rule)
    return None if answer.in_force is Outcome.NOT_MET else answer.holds


def interval_of(engine: InferenceEngine, decision: Decision, name: str) -> Interval | None:
    """Return the points of an indicator, the total score, a quantity or a result; None if it does not apply."""
    inference = decision.inference
    results = {result.id: result.name for result in engine.plan.scorecard.results}
    target = name if name in inference.values.extents else results.get(name, name)
    if target == TOTAL_SCORE:
        return inference.total
    if target in inference.score.earned:
        earned = inference.score.earned[target]
        return None if earned.applies is Outcome.NOT_MET else earned.awarded
    extent = inference.values.extents[target]
    if isinstance(extent, UnknownOrAbsent):
        return UNBOUNDED
    return extent.interval if isinstance(extent, NumberExtent) else None
