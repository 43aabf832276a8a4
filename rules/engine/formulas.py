"""What does a formula give, over all values that are still possible of what it reads?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING

from rules.contracts.extents import day_of
from rules.contracts.intervals import (
    EVERYTHING,
    Interval,
    add,
    divide,
    exactly,
    maximum,
    minimum,
    multiply,
    scaled,
    subtract,
)
from rules.contracts.numbers import whole
from rules.contracts.powers import FIRST_BITS, MOST_BITS, broken_power, euler_power, power, rounded
from rules.contracts.units import unit
from rules.engine.days import NEVER
from rules.engine.values import day_interval
from rules.model.expressions import (
    DayOf,
    EulerPower,
    FormulaOperator,
    NameReference,
    NumberLiteral,
    Operation,
    Power,
    Rounded,
    Span,
    Undetermined,
    YearOf,
)
from rules.model.formula_parts import parts_of, within_formula
from rules.model.ranges import time_between

if TYPE_CHECKING:
    from collections.abc import Callable

    from rules.engine.values import Values
    from rules.model.expressions import DateExpression, Formula

_FIRST_DAY, _LAST_DAY = whole(date.min.toordinal()), whole(date.max.toordinal())
_ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Computed:
    """The value of a formula in base units, and whether a divisor can be or surely is zero.

    A base that is raised to an exponent below zero counts as a divisor.
    """

    interval: Interval | None
    may_divide_by_zero: bool = False
    divides_by_zero: bool = False


def compute(formula: Formula, values: Values, bits: int = 0) -> Computed:
    """Give all values that a formula can have; none if something that it reads does not apply.

    What is rounded is computed with `bits` for what has no exact value, and with more until it is clear how it rounds.
    """
    match formula:
        case NumberLiteral(value=value, unit=symbol):
            return Computed(exactly(value * unit(symbol).factor))
        case NameReference(id=name):
            interval = values.number(name)
            return Computed(None if interval is None else scaled(interval, unit(values.units[name]).factor))
        case Undetermined():
            return Computed(EVERYTHING)
        case Span():
            return Computed(_span(formula, values))
        case YearOf(date=day):
            days = _days(day, values)
            return Computed(None if days is None else _between(*(whole(one.year) for one in days)))
        case DayOf(date=day):
            return Computed(exactly(whole(NEVER)) if isinstance(day, str) else day_interval(day, values))
        case Rounded():
            return _rounded(formula, values, bits or FIRST_BITS)
    parts = [compute(part, values, bits) for part in parts_of(formula)]
    may = any(part.may_divide_by_zero for part in parts)
    does = any(part.divides_by_zero for part in parts)
    intervals = [part.interval for part in parts if part.interval is not None]
    if len(intervals) < len(parts):
        return Computed(None, may, does)
    match formula:
        case Operation(operator=operator):
            if operator is FormulaOperator.DIVIDE:
                may = may or any(divisor.contains(_ZERO) for divisor in intervals[1:])
                does = does or any(divisor.value == 0 for divisor in intervals[1:])
            return Computed(reduce(_OPERATIONS[operator], intervals), may, does)
        case Power():
            base, exponent = intervals[0], scaled(intervals[1], 1 / unit(formula.counted_in).factor)
            may = may or (base.contains(_ZERO) and (exponent.low is None or exponent.low < 0))
            does = does or (base.value == 0 and exponent.high is not None and exponent.high < 0)
            return Computed(broken_power(base, exponent, bits) if bits else power(base, exponent), may, does)
        case EulerPower():
            return Computed(euler_power(intervals[0], bits or FIRST_BITS), may, does)


_OPERATIONS: dict[FormulaOperator, Callable[[Interval, Interval], Interval]] = {
    FormulaOperator.ADD: add,
    FormulaOperator.SUBTRACT: subtract,
    FormulaOperator.MULTIPLY: multiply,
    FormulaOperator.DIVIDE: divide,
    FormulaOperator.MINIMUM: minimum,
    FormulaOperator.MAXIMUM: maximum,
}


def _rounded(formula: Rounded, values: Values, bits: int) -> Computed:
    inner = compute(formula.value, values, bits)
    if inner.interval is None:
        return inner
    step = formula.step.value * unit(formula.step.unit).factor
    found = rounded(inner.interval, step, formula.mode)
    if found.value is None and bits < MOST_BITS and _is_near(inner.interval, step) and _has_powers(formula):
        return _rounded(formula, values, 4 * bits)
    return Computed(found, inner.may_divide_by_zero, inner.divides_by_zero)


def _is_near(interval: Interval, step: Fraction) -> bool:
    """Say whether an interval may be wider than one number only because that number has no exact value."""
    return interval.low is not None and interval.high is not None and interval.high - interval.low < step


def _has_powers(formula: Formula) -> bool:
    return any(isinstance(part, Power | EulerPower) for part in within_formula(formula))


def _span(span: Span, values: Values) -> Interval | None:
    """Give all spans between two days; they grow with the last day and shrink with the first."""
    firsts, lasts = _days(span.first, values), _days(span.last, values)
    if firsts is None or lasts is None:
        return None
    shortest = time_between(span.unit, firsts[1], lasts[0])
    known = firsts[0] == firsts[1] and lasts[0] == lasts[1]
    return _between(shortest, shortest if known else time_between(span.unit, firsts[0], lasts[1]))


def _days(expression: DateExpression, values: Values) -> tuple[date, date] | None:
    """Give the earliest and the latest day that a date can be; one that is open can be any of the calendar."""
    days = day_interval(expression, values)
    if days is None:
        return None
    low = _FIRST_DAY if days.low is None else max(days.low, _FIRST_DAY)
    high = _LAST_DAY if days.high is None else min(days.high, _LAST_DAY)
    return date.fromordinal(day_of(low)), date.fromordinal(day_of(high))


def _between(low: Fraction, high: Fraction) -> Interval:
    return exactly(low) if low == high else Interval(low, high)
