"""Reason codes of criteria: lost points, failed or undetermined gates, and distance to the next band."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.intervals import Interval, intersect, point_interval, subtract
from rules.contracts.numbers import format_difference
from rules.contracts.outcomes import Outcome, UnknownReason
from rules.contracts.units import unit
from rules.model.expressions import NumberClause, NumberRangeClause
from rules.program.abstract_interpretation import ask, measure_value
from rules.program.lowering import number_comparison
from rules.program.nodes import NO_MATCH, AtomicTest, NamedNumber, names_of
from rules.program.scales import changed_tests, next_better
from rules.trail.record_figures import bounds_json, figure_json, number_json
from rules.trail.scale_texts import SCALE_TEXTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.canonical import Json
    from rules.engine.earned_points import EarnedPoints
    from rules.engine.inference import Inference
    from rules.engine.inference_engine import InferenceEngine
    from rules.engine.plan import Plan
    from rules.model.expressions import Clause, Condition
    from rules.model.scorecard import Indicator
    from rules.program.nodes import Piece
    from rules.program.value_environment import Values

PlainReason = dict[str, "Json"]

_ZERO = Fraction(0)
_TOKENS = {UnknownReason.NOT_GIVEN: "MISSING"}


class _PointLoss(NamedTuple):
    """Largest possible loss and its reasons; the distance to `target_test` is added later, to allow caching."""

    most: Fraction
    reasons: list[PlainReason]
    target_test: AtomicTest | None = None


class ReasonFinder:
    """Finder of the reasons in evaluations of one scorecard, with a cache of point losses."""

    def __init__(self, engine: InferenceEngine) -> None:
        self._engine = engine
        self._prepared: dict[tuple[str, int], _PointLoss | None] = {}

    def of(self, inference: Inference, unknown: Mapping[str, UnknownReason]) -> list[PlainReason]:
        engine = self._engine
        scorecard = engine.plan.scorecard
        reasons: list[PlainReason] = []
        for gate in scorecard.gates:
            outcome = inference.gates[gate.id]
            if outcome is Outcome.NOT_MET:
                reasons.append(_gate_reason(gate.id, gate.requires, inference.values, engine))
            elif outcome is Outcome.UNDETERMINED:
                tokens = _unknown_tokens(engine, gate.id, unknown)
                reasons += [{"code": f"{gate.id}.{token}", "criterion": gate.id} for token in tokens]
        all_lost = [self._point_loss(indicator, inference, unknown) for indicator in scorecard.indicators]
        for lost in _greatest_first([lost for lost in all_lost if lost is not None]):
            distance = None if lost.target_test is None else _band_distance(lost.target_test, inference.values)
            reasons += lost.reasons if distance is None else [{**lost.reasons[0], "distance": distance}]
        return reasons

    def _point_loss(
        self, indicator: Indicator, inference: Inference, unknown: Mapping[str, UnknownReason]
    ) -> _PointLoss | None:
        earned = inference.score.earned[indicator.id]
        if earned.memo_slot is None:
            return _compute_point_loss(self._engine, indicator, inference, unknown)
        key = (indicator.id, earned.memo_slot)
        if key not in self._prepared:
            self._prepared[key] = _compute_point_loss(self._engine, indicator, inference, unknown)
        return self._prepared[key]


def _greatest_first(lost: list[_PointLoss]) -> list[_PointLoss]:
    """Sort by loss, greatest first and stable; integers compare much faster than fractions."""
    ratios = [loss.most.as_integer_ratio() for loss in lost]
    common_denominator = lcm(*{denominator for _, denominator in ratios})
    scaled = [-numerator * (common_denominator // denominator) for numerator, denominator in ratios]
    return [lost[position] for position in sorted(range(len(lost)), key=scaled.__getitem__)]


def _compute_point_loss(
    engine: InferenceEngine, indicator: Indicator, inference: Inference, unknown: Mapping[str, UnknownReason]
) -> _PointLoss | None:
    earned = inference.score.earned[indicator.id]
    if earned.applies is Outcome.NOT_MET or earned.awarded.value == earned.maximum:
        return None
    loss = subtract(point_interval(earned.maximum), earned.awarded)
    most = earned.maximum if loss.high is None else loss.high
    if loss.low is None or loss.low < 0:
        loss = Interval(_ZERO, loss.high, loss.low_open, loss.high_open)
    lost = bounds_json(loss)
    band = _reached_row(earned)
    if band is None:
        return _PointLoss(most, _reasons_without_band(engine, indicator, inference, unknown, lost))
    reason: PlainReason = {
        "code": f"{indicator.id}.{_token(indicator, band)}",
        "criterion": indicator.id,
        "points_lost": lost,
        "measured": indicator.scale.reads[0] if len(indicator.scale.reads) == 1 else "",
    }
    if band == NO_MATCH:
        return _PointLoss(most, [reason])
    reason["band"] = band
    reached = engine.plan.scales[indicator.id].pieces[band - 1]
    next_row = _next_row(earned, engine.plan, indicator.id, reached)
    if next_row is None:
        return _PointLoss(most, [reason])
    changed = changed_tests(reached, next_row)
    if len(changed) == 1:
        (reason["measured"],) = names_of(changed[0].measure)
    return _PointLoss(most, [{**reason, "next_band": next_row.number}], changed[0] if len(changed) == 1 else None)


def _gate_reason(gate: str, requires: Condition, values: Values, engine: InferenceEngine) -> PlainReason:
    for clause in requires:
        atoms = engine.atoms_of(clause, engine.plan.names)
        if any(ask(atom, measure_value(atom.measure, values)) is Outcome.NOT_MET for atom in atoms):
            measured = getattr(clause, "name", getattr(clause, "criterion", ""))
            lacking = clause_distance(clause, atoms, values)
            reason: PlainReason = {"code": f"{gate}.NOT_MET", "criterion": gate, "measured": measured}
            return reason if lacking is None else {**reason, "distance": lacking}
    return {"code": f"{gate}.NOT_MET", "criterion": gate}


def clause_distance(clause: Clause, atoms: tuple[AtomicTest, ...], values: Values) -> dict[str, Json] | None:
    """Return the distance of a number from satisfying a failed clause, in its own unit; None if there is none.

    `atoms` is the lowered clause.
    """
    if type(clause) is not NumberClause and type(clause) is not NumberRangeClause:
        return None
    (atom,) = atoms
    measure, value = atom.measure, measure_value(atom.measure, values)
    span = _first_span(atom)
    if not isinstance(value, Interval) or span is None:
        return None
    symbol = values.units[clause.name]
    if type(measure) is NamedNumber and (number := value.value) is not None:
        return _exact_distance(number, span, symbol)
    interval = distance(value, span)
    if interval is None:
        return None
    if number_comparison(measure) is not None:
        factor = unit(symbol).factor
        low = None if interval.low is None else interval.low / factor
        high = None if interval.high is None else interval.high / factor
        interval = Interval(low, high, interval.low_open, interval.high_open)
    return figure_json(interval, symbol)


def _first_span(atom: AtomicTest) -> Interval | None:
    return next((part for part in atom.allowed if isinstance(part, Interval)), None)


def distance(value: Interval, wanted: Interval) -> Interval | None:
    """Return the least and greatest distance of values from a wanted interval; None if no value is outside."""
    number = value.value
    if number is not None:
        below, above = wanted.low, wanted.high
        if below is not None and below >= number:
            return point_interval(below - number)
        return point_interval(number - above) if above is not None and number >= above else None
    lower = None if wanted.low is None else subtract(point_interval(wanted.low), value)
    upper = None if wanted.high is None else subtract(value, point_interval(wanted.high))
    for side in (lower, upper):
        if side is not None and (side.high is None or side.high >= 0):
            low = max(side.low or Fraction(0), Fraction(0))
            return Interval(low, side.high, False, side.high_open)
    return None


def _exact_distance(number: Fraction, wanted: Interval, symbol: str) -> dict[str, Json] | None:
    lacking = None if wanted.low is None else format_difference(wanted.low, number)
    if lacking is None and wanted.high is not None:
        lacking = format_difference(number, wanted.high)
    return None if lacking is None else number_json(lacking, symbol)


def _unknown_tokens(engine: InferenceEngine, criterion: str, unknown: Mapping[str, UnknownReason]) -> tuple[str, ...]:
    behind = set(engine.dependencies.of((criterion,)))
    reason_tokens = {
        _TOKENS.get(reason, reason.name) for name, reason in unknown.items() if name.split("[", maxsplit=1)[0] in behind
    }
    return tuple(sorted(reason_tokens)) or ("UNDETERMINED",)


def _reached_row(earned: EarnedPoints) -> int | None:
    is_certain = earned.awarded.value is not None or (earned.applies is Outcome.MET and earned.rows == (NO_MATCH,))
    must_fails = earned.must in (Outcome.NOT_MET, Outcome.NOT_APPLICABLE)
    return earned.rows[0] if is_certain and not must_fails and len(earned.rows) == 1 else None


def _reasons_without_band(
    engine: InferenceEngine,
    indicator: Indicator,
    inference: Inference,
    unknown: Mapping[str, UnknownReason],
    lost: Json,
) -> list[PlainReason]:
    earned = inference.score.earned[indicator.id]
    if earned.must in (Outcome.NOT_MET, Outcome.NOT_APPLICABLE):
        return [{"code": f"{indicator.id}.MUST", "criterion": indicator.id, "points_lost": lost}]
    if earned.awarded.value is None or len(earned.rows) > 1:
        words = _unknown_tokens(engine, indicator.id, unknown)
        if earned.section_counts is Outcome.UNDETERMINED:
            words = ("STAGE", *(word for word in words if word != "UNDETERMINED"))
        return [{"code": f"{indicator.id}.{word}", "criterion": indicator.id, "points_lost": lost} for word in words]
    return SCALE_TEXTS[indicator.scale.kind].reasons(engine, indicator, inference, lost)


def _token(indicator: Indicator, band: int) -> str:
    return "NO_MATCH" if band == NO_MATCH else indicator.scale.reason.format(row=band)


def _next_row(earned: EarnedPoints, plan: Plan, indicator: str, reached: Piece) -> Piece | None:
    if earned.must is Outcome.MET and reached.fixed is earned.points:
        return plan.better[indicator][reached.number]
    return next_better(plan.scales[indicator].pieces, reached, earned.points.high or _ZERO)


def _band_distance(atom: AtomicTest, values: Values) -> dict[str, Json] | None:
    value, span = measure_value(atom.measure, values), _first_span(atom)
    if not isinstance(atom.measure, NamedNumber) or not isinstance(value, Interval) or span is None:
        return None
    symbol = values.units[atom.measure.name]
    number = value.value
    if number is not None:
        return None if atom.allows(number) else _exact_distance(number, span, symbol)
    interval = None if intersect(value, span) is not None else distance(value, span)
    return None if interval is None else figure_json(interval, symbol)
