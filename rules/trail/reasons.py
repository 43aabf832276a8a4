"""Why did a criterion lose points, fail or stay open, and how far is it from the next band or from being met?"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.intervals import Interval, exactly, intersect, subtract
from rules.contracts.outcomes import Outcome, UnknownReason
from rules.contracts.record import Figure, Reason
from rules.contracts.units import unit
from rules.engine.atoms import Atom, Difference, Number, lower
from rules.engine.oracle import ask
from rules.engine.scale_rows import NO_MATCH
from rules.engine.values import measure_value
from rules.model.expressions import Condition, NumberBetween, NumberClause
from rules.model.scorecard import CountScale, Indicator, LineScale, MaturityScale, ShareScale
from rules.trail.figures import bounds, figure
from rules.trail.maturity_reasons import maturity_reasons

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.engine.atoms import Names
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference
    from rules.engine.scale_rows import ScaleRow
    from rules.engine.score import Earned
    from rules.engine.values import Values
    from rules.model.expressions import Clause

_TOKENS = {UnknownReason.NOT_GIVEN: "MISSING"}


def reasons(engine: InferenceEngine, inference: Inference, unknown: Mapping[str, UnknownReason]) -> tuple[Reason, ...]:
    """List every reason: gates first in the order of the card, then indicators by points lost."""
    scorecard = engine.plan.scorecard
    found: list[Reason] = []
    for gate in scorecard.gates:
        outcome = inference.gates[gate.id]
        if outcome is Outcome.NOT_MET:
            found.append(_gate_reason(gate.id, gate.requires, inference.values, engine.plan.names))
        elif outcome is Outcome.UNDETERMINED:
            tokens = _unknown_tokens(engine, gate.id, unknown)
            found += [Reason(code=f"{gate.id}.{token}", criterion=gate.id) for token in tokens]
    lost: list[tuple[Fraction, int, list[Reason]]] = []
    for place, indicator in enumerate(scorecard.indicators):
        earned = inference.score.earned[indicator.id]
        loss = subtract(exactly(earned.maximum), earned.counted)
        if earned.applies is not Outcome.NOT_MET and loss != exactly(Fraction(0)):
            most = earned.maximum if loss.high is None else loss.high
            lost.append((-most, place, _indicator_reasons(engine, indicator, inference, unknown)))
    return (*found, *(reason for _, _, group in sorted(lost, key=lambda item: item[:2]) for reason in group))


def _gate_reason(gate: str, requires: Condition, values: Values, names: Names) -> Reason:
    """Name the first clause that fails; with the distance if it compares a number."""
    for clause in requires:
        atoms = lower((clause,), names)
        if any(ask(atom, measure_value(atom.measure, values)) is Outcome.NOT_MET for atom in atoms):
            measured = getattr(clause, "name", getattr(clause, "criterion", ""))
            lacking = clause_distance(clause, atoms, values)
            return Reason(code=f"{gate}.NOT_MET", criterion=gate, measured=measured, distance=lacking)
    return Reason(code=f"{gate}.NOT_MET", criterion=gate)


def clause_distance(clause: Clause, atoms: tuple[Atom, ...], values: Values) -> Figure | None:
    """Say how far a number is from satisfying a clause, in its own unit; None if it satisfies it or is no number.

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
    return figure(interval, symbol)


def distance(value: Interval, wanted: Interval) -> Interval | None:
    """Give how far values lie from a wanted interval, at least and at most; None if that has no bound at all."""
    below = None if wanted.low is None else subtract(exactly(wanted.low), value)
    above = None if wanted.high is None else subtract(value, exactly(wanted.high))
    for side in (below, above):
        if side is not None and (side.high is None or side.high >= 0):
            low = max(side.low or Fraction(0), Fraction(0))
            return Interval(low, side.high, False, side.high_open)
    return None


def _unknown_tokens(engine: InferenceEngine, criterion: str, unknown: Mapping[str, UnknownReason]) -> tuple[str, ...]:
    """Give a token for each way in which facts behind a criterion are unknown."""
    behind = set(engine.dependencies.of((criterion,)))
    found = {
        _TOKENS.get(reason, reason.name) for name, reason in unknown.items() if name.split("[", maxsplit=1)[0] in behind
    }
    return tuple(sorted(found)) or ("UNDETERMINED",)


def _indicator_reasons(
    engine: InferenceEngine, indicator: Indicator, inference: Inference, unknown: Mapping[str, UnknownReason]
) -> list[Reason]:
    earned = inference.score.earned[indicator.id]
    loss = subtract(exactly(earned.maximum), earned.counted)
    lost = bounds(Interval(max(loss.low or Fraction(0), Fraction(0)), loss.high, loss.low_open, loss.high_open))
    if earned.must in (Outcome.NOT_MET, Outcome.NOT_APPLICABLE):
        return [Reason(code=f"{indicator.id}.MUST", criterion=indicator.id, points_lost=lost)]
    no_match = earned.applies is Outcome.MET and earned.rows == (NO_MATCH,)
    if (earned.counted.value is None and not no_match) or len(earned.rows) > 1:
        tokens = _unknown_tokens(engine, indicator.id, unknown)
        if earned.counts is Outcome.UNDETERMINED:
            tokens = ("STAGE", *(one for one in tokens if one != "UNDETERMINED"))
        return [Reason(code=f"{indicator.id}.{token}", criterion=indicator.id, points_lost=lost) for token in tokens]
    if isinstance(indicator.scale, MaturityScale):
        return maturity_reasons(engine, indicator, inference, lost)
    if isinstance(indicator.scale, CountScale):
        return [Reason(code=f"{indicator.id}.PART", criterion=indicator.id, points_lost=lost)]
    band, next_row = _bands(earned, engine.plan.rows[indicator.id])
    return [
        Reason(
            code=f"{indicator.id}.{_token(indicator, band)}",
            criterion=indicator.id,
            points_lost=lost,
            band=max(band, 0),
            next_band=next_row.number if next_row else 0,
            measured=indicator.scale.measure,
            distance=_band_distance(next_row.atom, inference.values) if next_row else None,
        )
    ]


def _token(indicator: Indicator, band: int) -> str:
    if band == NO_MATCH:
        return "NO_MATCH"
    if isinstance(indicator.scale, ShareScale):
        return "SHARE"
    return "LINE" if isinstance(indicator.scale, LineScale) else f"BAND_{band}"


def _bands(earned: Earned, rows: tuple[ScaleRow, ...]) -> tuple[int, ScaleRow | None]:
    """Give the row that was reached and the row with the next higher points."""
    (reached,) = earned.rows
    if reached == NO_MATCH:
        return reached, None
    better = [row for row in rows if row.number > 0 and row.slope == 0 and row.points > (earned.points.high or 0)]
    return reached, min(better, key=lambda row: (row.points, row.number), default=None)


def _band_distance(atom: Atom, values: Values) -> Figure | None:
    value = measure_value(atom.measure, values)
    span = next((part for part in atom.allowed if isinstance(part, Interval)), None)
    if not isinstance(atom.measure, Number) or not isinstance(value, Interval) or span is None:
        return None
    interval = None if intersect(value, span) else distance(value, span)
    return None if interval is None else figure(interval, values.units[atom.measure.name])
