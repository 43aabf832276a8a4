"""What could an example expect of an evaluation, if it said everything that came out?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.extents import ChoiceExtent, NotApplicable, NumberExtent, is_known
from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import Outcome
from rules.engine.named_conditions import condition_outcome
from rules.model.examples import (
    ExpectAbsent,
    ExpectConclusion,
    ExpectCondition,
    ExpectFinding,
    ExpectGrades,
    ExpectLeft,
    ExpectMissing,
    ExpectNumber,
    ExpectOutcome,
    ExpectRange,
    ExpectRule,
    ExpectStages,
    ExpectVerdict,
    ExpectVerdicts,
    ExpectWord,
)
from rules.model.expressions import TOTAL_SCORE
from rules.model.named_conditions import NamedCondition
from rules.model.scorecard import DateLookup, list_of
from rules.rehearsal.compare import interval_of, rule_state
from rules.rehearsal.compare_lookups import expected_of_record, left_open, missing_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.intervals import Interval
    from rules.engine.decide import Decision
    from rules.engine.infer import InferenceEngine
    from rules.model.examples import Expectation
    from rules.model.scorecard import Quantity


def everything_said(engine: InferenceEngine, decision: Decision) -> Iterator[Expectation]:
    """Visit what an example could expect, the conclusion as a whole first, then what it rests on.

    Left out is what no decimal writes, what is open without an end, and days that are looked up.
    """
    yield from _concluded(decision)
    card, inference = engine.plan.scorecard, decision.inference
    if inference.judged is not None:
        for rule in inference.judged.rules:
            yield ExpectRule(rule.rule, rule_state(inference, rule.rule))
    for gate in card.gates:
        yield ExpectOutcome(gate.id, inference.gates[gate.id])
    for finding in card.findings:
        raised = inference.second.get(f"finding:{finding.id}", Outcome.NOT_MET)
        if raised is not Outcome.UNDETERMINED:
            met = raised is Outcome.MET
            yield ExpectFinding(finding.id, raised=met, severity=finding.severity if met else None)
    for indicator in card.indicators:
        interval = interval_of(engine, decision, indicator.id)
        if interval is None:
            yield ExpectOutcome(indicator.id, Outcome.NOT_APPLICABLE)
        yield from _number(indicator.id, interval)
    if card.indicators:
        yield from _number(TOTAL_SCORE, interval_of(engine, decision, TOTAL_SCORE))
    for quantity in card.quantities:
        yield from _of_quantity(quantity, engine, decision)


def _concluded(decision: Decision) -> Iterator[Expectation]:
    judged = decision.judged
    if judged is not None:
        yield ExpectVerdict(judged.verdict) if len(judged.possible) == 1 else ExpectVerdicts(judged.possible)
        return
    if decision.possible:
        yield ExpectGrades(decision.possible)
    if decision.possible_stages:
        yield ExpectStages(decision.possible_stages)
    yield ExpectConclusion(decision.kind)


def _of_quantity(quantity: Quantity, engine: InferenceEngine, decision: Decision) -> Iterator[Expectation]:
    name, owner = quantity.id, list_of(quantity)
    if owner is not None:
        for expected in expected_of_record(name, owner, engine, decision.inference):
            if not isinstance(expected.item, ExpectNumber) or "/" not in format_exact(expected.item.value):
                yield expected
        return
    extent = decision.inference.values.extents.get(name)
    if isinstance(quantity, DateLookup):
        return
    match quantity, extent:
        case NamedCondition(), _:
            yield ExpectCondition(name, condition_outcome(extent))
        case _, NotApplicable():
            yield ExpectAbsent(name)
        case _, ChoiceExtent(possible, others) if len(possible) == 1 and not others:
            yield ExpectWord(name, min(possible))
        case _, NumberExtent(interval):
            yield from _number(name, interval)
        case _:
            pass
    if extent is not None and not is_known(extent):
        yield from (ExpectMissing(name, table) for table in missing_tables(name, None, engine, decision.inference))
        if left_open(name, None, engine, decision.inference):
            yield ExpectLeft(name)


def _number(name: str, interval: Interval | None) -> Iterator[Expectation]:
    if interval is None or interval.low is None or interval.high is None:
        return
    if any("/" in format_exact(end) for end in (interval.low, interval.high)):
        return
    if interval.value is not None:
        yield ExpectNumber(name, interval.value)
    else:
        yield ExpectRange(name, interval.low, interval.high)
