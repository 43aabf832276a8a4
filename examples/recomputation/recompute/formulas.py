"""Formula evaluator over all possible values: rows, arithmetic, dates, zero divisors and named conditions."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import reduce
from typing import NamedTuple

from recompute import intervals
from recompute.card import names_in
from recompute.conditions import days_of, outcomes, walk
from recompute.days import LAST, NEVER, time_between
from recompute.intervals import EVERYTHING, ZERO, Interval, closed, exactly, hull, times
from recompute.known import (
    ABSENT,
    MET,
    NOT_MET,
    OPEN,
    PERHAPS,
    YES_NO,
    Gone,
    Json,
    Known,
    Number,
    Seen,
    any_of,
    choice_of,
)
from recompute.numbers import factor_of, read_number
from recompute.real_powers import broken_power, euler_power

OPERATIONS = {
    "add": intervals.add,
    "subtract": intervals.subtract,
    "multiply": intervals.multiply,
    "divide": intervals.divide,
    "min": intervals.least,
    "max": intervals.greatest,
}
SPANS = {"days": "day", "months": "month", "years": "year"}


class Computed(NamedTuple):
    """A value in base units, and whether a divisor may be, or surely is, zero; no value if something is absent."""

    found: Interval | None
    may: bool = False
    does: bool = False


def of_rows(quantity: Json, seen: Seen, *, complete: bool) -> Known:
    """Compute a quantity by the rows that may be the first to hold."""
    rows, ended = walk(quantity["rows"], seen)
    possible = [of_row(row, quantity, seen) for row in rows]
    gone = any(isinstance(seen.known[key["name"]], Gone) for key in quantity.get("tabled", {}).get("by", []))
    if not (ended or (possible and complete and not gone)):
        possible.append(Number(EVERYTHING))
    return reduce(either, possible)


def either(one: Known, other: Known) -> Known:
    """Allow both of two answers."""
    if isinstance(one, Number) and isinstance(other, Number):
        return Number(hull(one.interval, other.interval))
    return one if one == other else PERHAPS


def of_row(row: Json, quantity: Json, seen: Seen) -> Known:
    """Compute a quantity by one of its rows."""
    if seen.is_perhaps(*names_in(row["formula"])):
        return PERHAPS
    found, may, does = compute(row["formula"], seen)
    if found is None:
        return ABSENT
    instead = exactly(read_number(row["when_divided_by_zero"])) if "when_divided_by_zero" in row else EVERYTHING
    own = times(found, 1 / factor_of(quantity.get("unit", "")))
    return Number(instead if does else hull(own, instead) if may else own)


def compute(formula: Json, seen: Seen, *, rounding: bool = False) -> Computed:
    """Return all values of a formula. Fractional exponents are evaluated only where the result is rounded."""
    kind = formula["kind"]
    if kind == "number":
        return Computed(exactly(read_number(formula["value"]) * factor_of(formula.get("unit", ""))))
    if kind == "name":
        named = seen.number(formula["id"])
        return Computed(None if named is None else times(named, factor_of(seen.units[formula["id"]])))
    if kind == "undetermined":
        return Computed(EVERYTHING)
    if kind == "day":
        day = formula["date"]
        return Computed(exactly(Fraction(NEVER)) if day == "never" else days_of(day, seen))
    if kind == "span":
        return Computed(_span(formula, seen))
    if kind in {"year_of", "month_of"}:
        days = _calendar(formula["date"], seen)
        over_years = days and kind == "month_of" and days[0].year < days[1].year
        ends = [1, 12] if over_years else [getattr(day, kind.removesuffix("_of")) for day in days or ()]
        return Computed(closed(map(Fraction, ends)) if ends else None)
    rounding = rounding or kind == "rounded"
    parts = [compute(part, seen, rounding=rounding) for part in _parts(formula)]
    may, does = any(part.may for part in parts), any(part.does for part in parts)
    found = [part.found for part in parts if part.found is not None]
    if len(found) < len(parts):
        return Computed(None, may, does)
    if kind == "rounded":
        step = read_number(formula["step"]["value"]) * factor_of(formula["step"].get("unit", ""))
        return Computed(intervals.rounded(found[0], step, formula["mode"]), may, does)
    if kind == "power":
        base, exponent = found[0], times(found[1], 1 / factor_of(formula.get("counted_in", "")))
        may = may or (base.holds(ZERO) and (exponent.low is None or exponent.low < 0))
        does = does or (base.value == 0 and exponent.high is not None and exponent.high < 0)
        return Computed((broken_power if rounding else intervals.power)(base, exponent), may, does)
    if kind == "euler_power":
        return Computed(euler_power(found[0]), may, does)
    if formula["operator"] == "divide":
        may = may or any(divisor.holds(ZERO) for divisor in found[1:])
        does = does or any(divisor.value == 0 for divisor in found[1:])
    return Computed(reduce(OPERATIONS[formula["operator"]], found), may, does)


def _parts(formula: Json) -> list[Json]:
    if formula["kind"] == "operation":
        return list(formula["operands"])
    return [formula[part] for part in ("base", "exponent", "value") if part in formula]


def _calendar(expression: Json, seen: Seen) -> tuple[date, date] | None:
    days = days_of(expression, seen)
    if days is None:
        return None
    low, high = (ZERO if days.low is None else days.low), (Fraction(LAST) if days.high is None else days.high)
    return date.fromordinal(max(int(low), 1)), date.fromordinal(min(int(high), LAST))


def _span(formula: Json, seen: Seen) -> Interval | None:
    firsts, lasts = _calendar(formula["first"], seen), _calendar(formula["last"], seen)
    if firsts is None or lasts is None:
        return None
    unit = formula["unit"]
    ends = time_between(unit, firsts[1], lasts[0]), time_between(unit, firsts[0], lasts[1])
    return closed(end * factor_of(SPANS[unit]) for end in ends)


def named_condition(quantity: Json, seen: Seen) -> tuple[Known, list[Json]]:
    """Return the outcome of a named condition as a flag, and the rows that decide it."""
    rows = list(zip(quantity["rows"], outcomes(quantity["rows"], seen), strict=True))
    plain = [(row, outcome) for row, outcome in rows if not row.get("exception")]
    exceptions = [(row, outcome) for row, outcome in rows if row.get("exception")]
    there, excepted = (any_of(outcome for _, outcome in part) for part in (plain, exceptions))
    held = [row for row, outcome in exceptions if outcome == MET]
    left = [row for row, outcome in rows if outcome in (MET, OPEN)]
    deciding = held or left or [row for row, _ in plain]
    if there == NOT_MET or excepted == MET:
        return choice_of("no"), deciding
    return (choice_of("yes") if (there, excepted) == (MET, NOT_MET) else choice_of(*YES_NO)), deciding
