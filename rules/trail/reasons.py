"""Why did a criterion lose points, fail or stay open, and how far is it from the next band or from being met?"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.intervals import Interval, exactly, intersect, subtract
from rules.contracts.outcomes import Outcome, UnknownReason
from rules.contracts.units import unit
from rules.engine.atoms import Atom, Difference, Number
from rules.engine.oracle import ask
from rules.engine.scale_rows import NO_MATCH
from rules.engine.values import measure_value
from rules.model.expressions import Condition, NumberBetween, NumberClause
from rules.model.scorecard import CountScale, Indicator, LineScale, MaturityScale, ShareScale
from rules.trail.figures import bounds_json, figure_json
from rules.trail.maturity_reasons import maturity_reasons

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.canonical import Json
    from rules.contracts.record import Reason
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference
    from rules.engine.plan import Plan
    from rules.engine.scale_rows import ScaleRow
    from rules.engine.score import Earned
    from rules.engine.values import Values
    from rules.model.expressions import Clause

PlainReason = dict[str, "Json"]
"""A `Reason` as it stands in the record."""

_ZERO = Fraction(0)
_TOKENS = {UnknownReason.NOT_GIVEN: "MISSING"}


def reasons(engine: InferenceEngine, inference: Inference, unknown: Mapping[str, UnknownReason]) -> list[PlainReason]:
    """List every reason: gates first in the order of the card, then indicators by points lost."""
    scorecard = engine.plan.scorecard
    found: list[PlainReason] = []
    for gate in scorecard.gates:
        outcome = inference.gates[gate.id]
        if outcome is Outcome.NOT_MET:
            found.append(_gate_reason(gate.id, gate.requires, inference.values, engine))
        elif outcome is Outcome.UNDETERMINED:
            tokens = _unknown_tokens(engine, gate.id, unknown)
            found += [{"code": f"{gate.id}.{token}", "criterion": gate.id} for token in tokens]
    lost: list[tuple[Fraction, int, list[PlainReason]]] = []
    for place, indicator in enumerate(scorecard.indicators):
        earned = inference.score.earned[indicator.id]
        if earned.applies is Outcome.NOT_MET or earned.counted.value == earned.maximum:
            continue
        loss = subtract(exactly(earned.maximum), earned.counted)
        most = earned.maximum if loss.high is None else loss.high
        lost.append((-most, place, _indicator_reasons(engine, indicator, inference, unknown, loss)))
    lost.sort(key=lambda item: item[:2])
    return found + [reason for _, _, group in lost for reason in group]


def _gate_reason(gate: str, requires: Condition, values: Values, engine: InferenceEngine) -> PlainReason:
    """Name the first clause that fails; with the distance if it compares a number."""
    for clause in requires:
        atoms = engine.atoms_of(clause, engine.plan.names)
        if any(ask(atom, measure_value(atom.measure, values)) is Outcome.NOT_MET for atom in atoms):
            measured = getattr(clause, "name", getattr(clause, "criterion", ""))
            lacking = clause_distance(clause, atoms, values)
            reason: PlainReason = {"code": f"{gate}.NOT_MET", "criterion": gate, "measured": measured}
            return reason if lacking is None else {**reason, "distance": figure_json(*lacking)}
    return {"code": f"{gate}.NOT_MET", "criterion": gate}


def clause_distance(clause: Clause, atoms: tuple[Atom, ...], values: Values) -> tuple[Interval, str] | None:
    """Say how far a number is from satisfying a clause, with its own unit; None if it satisfies it or is no number.

    `atoms` is the clause as it was lowered.
    """
    if not isinstance(clause, (NumberClause, NumberBetween)):
        return None
    (atom,) = atoms
    value = measure_value(atom.measure, values)
    if not isinstance(value, Interval) or ask(atom, value) is Outcome.MET:
        return None
    span = next((part for part in atom.allowed if isinstance(part, Interval)), None)
    if span is None:
        return None
    symbol = values.units[clause.name]
    interval = distance(value, span)
    if interval is None:
        return None
    if isinstance(atom.measure, Difference):
        factor = unit(symbol).factor
        low = None if interval.low is None else interval.low / factor
        high = None if interval.high is None else interval.high / factor
        interval = Interval(low, high, interval.low_open, interval.high_open)
    return interval, symbol


def distance(value: Interval, wanted: Interval) -> Interval | None:
    """Give how far values lie from a wanted interval, at least and at most; None if that has no bound at all."""
    number = value.value
    if number is not None:
        return _distance_of(number, wanted)
    below = None if wanted.low is None else subtract(exactly(wanted.low), value)
    above = None if wanted.high is None else subtract(value, exactly(wanted.high))
    for side in (below, above):
        if side is not None and (side.high is None or side.high >= 0):
            low = max(side.low or Fraction(0), Fraction(0))
            return Interval(low, side.high, False, side.high_open)
    return None


def _distance_of(number: Fraction, wanted: Interval) -> Interval | None:
    """Give how far one number lies from a wanted interval."""
    if wanted.low is not None and (gap := _gap(wanted.low, number)) is not None:
        return exactly(gap)
    if wanted.high is not None and (gap := _gap(number, wanted.high)) is not None:
        return exactly(gap)
    return None


def _gap(more: Fraction, less: Fraction) -> Fraction | None:
    """Give one number minus another, None if that is negative; compared as whole numbers, which is faster."""
    numerator, denominator = more.as_integer_ratio()
    taken, unit_ = less.as_integer_ratio()
    left = numerator * unit_ - taken * denominator
    return Fraction(left, denominator * unit_) if left >= 0 else None


def _unknown_tokens(engine: InferenceEngine, criterion: str, unknown: Mapping[str, UnknownReason]) -> tuple[str, ...]:
    """Give a token for each way in which facts behind a criterion are unknown."""
    behind = set(engine.dependencies.of((criterion,)))
    found = {
        _TOKENS.get(reason, reason.name) for name, reason in unknown.items() if name.split("[", maxsplit=1)[0] in behind
    }
    return tuple(sorted(found)) or ("UNDETERMINED",)


def _indicator_reasons(
    engine: InferenceEngine,
    indicator: Indicator,
    inference: Inference,
    unknown: Mapping[str, UnknownReason],
    loss: Interval,
) -> list[PlainReason]:
    earned = inference.score.earned[indicator.id]
    if loss.low is None or loss.low < 0:
        loss = Interval(_ZERO, loss.high, loss.low_open, loss.high_open)
    lost = bounds_json(loss)
    if earned.must in (Outcome.NOT_MET, Outcome.NOT_APPLICABLE):
        return [{"code": f"{indicator.id}.MUST", "criterion": indicator.id, "points_lost": lost}]
    no_match = earned.applies is Outcome.MET and earned.rows == (NO_MATCH,)
    if (earned.counted.value is None and not no_match) or len(earned.rows) > 1:
        tokens = _unknown_tokens(engine, indicator.id, unknown)
        if earned.counts is Outcome.UNDETERMINED:
            tokens = ("STAGE", *(one for one in tokens if one != "UNDETERMINED"))
        return [{"code": f"{indicator.id}.{token}", "criterion": indicator.id, "points_lost": lost} for token in tokens]
    if isinstance(indicator.scale, MaturityScale):
        return maturity_reasons(engine, indicator, inference, lost)
    if isinstance(indicator.scale, CountScale):
        return [{"code": f"{indicator.id}.PART", "criterion": indicator.id, "points_lost": lost}]
    band, next_row = _bands(earned, engine.plan, indicator.id)
    reason: PlainReason = {
        "code": f"{indicator.id}.{_token(indicator, band)}",
        "criterion": indicator.id,
        "points_lost": lost,
        "measured": indicator.scale.measure,
    }
    if band > 0:
        reason["band"] = band
    if next_row is not None:
        reason["next_band"] = next_row.number
        lacking = _band_distance(next_row.atom, inference.values)
        if lacking is not None:
            reason["distance"] = lacking
    return [reason]


def _token(indicator: Indicator, band: int) -> str:
    if band == NO_MATCH:
        return "NO_MATCH"
    if isinstance(indicator.scale, ShareScale):
        return "SHARE"
    return "LINE" if isinstance(indicator.scale, LineScale) else f"BAND_{band}"


def _bands(earned: Earned, plan: Plan, indicator: str) -> tuple[int, ScaleRow | None]:
    """Give the row that was reached and the row with the next higher points."""
    (reached,) = earned.rows
    if reached == NO_MATCH:
        return reached, None
    rows = plan.rows[indicator]
    if earned.must is Outcome.MET and rows[reached - 1].fixed is earned.points:
        return reached, plan.better[indicator][reached]
    better = [row for row in rows if row.number > 0 and row.slope == 0 and row.points > (earned.points.high or 0)]
    return reached, min(better, key=lambda row: (row.points, row.number), default=None)


def _band_distance(atom: Atom, values: Values) -> dict[str, Json] | None:
    value = measure_value(atom.measure, values)
    span = next((part for part in atom.allowed if isinstance(part, Interval)), None)
    if not isinstance(atom.measure, Number) or not isinstance(value, Interval) or span is None:
        return None
    number = value.value
    inside = intersect(value, span) is not None if number is None else span.contains(number)
    interval = None if inside else distance(value, span)
    return None if interval is None else figure_json(interval, values.units[atom.measure.name])


def next_step(indicator: Indicator, reason: Reason) -> str:
    """Name what `distance` leads to: the next `band`, `level` or `corner` of a line, or `full` points."""
    scale = indicator.scale
    if isinstance(scale, MaturityScale):
        return "level"
    if isinstance(scale, ShareScale):
        return "full"
    if not isinstance(scale, LineScale):
        return "band"
    corner = scale.corners[min(max(reason.next_band - 2, 0), len(scale.corners) - 1)]
    return "full" if corner.points == max(one.points for one in scale.corners) else "corner"
