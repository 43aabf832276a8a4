"""Formulas: exact values for known operands, sound bounds for unknown ones, rounding against a library."""

from __future__ import annotations

import calendar
import operator
from collections.abc import Callable
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Context, Decimal
from fractions import Fraction
from functools import reduce

from hypothesis import assume, given, settings, strategies as st

from rules.contracts.extents import NotApplicable, NumberExtent
from rules.contracts.intervals import UNBOUNDED, Interval, intersect, point_interval
from rules.contracts.numbers import RoundingMode
from rules.model.expressions import (
    DateExpression,
    DateFormula,
    EulerPower,
    Formula,
    FormulaOperator,
    MonthOfDay,
    NameReference,
    NumberLiteral,
    Operation,
    Power,
    RoundedNumber,
    SpanUnit,
    TimeSpan,
    UndeterminedFormula,
    YearOfDay,
)
from rules.program.abstract_interpretation import possible_numbers
from rules.program.lowering import LoweringNames, lower_formula as lowered
from rules.program.nodes import ZeroDivisorGuard
from rules.program.value_environment import Anything, Values
from tests.support.tiers import tries

Known = dict[str, Fraction | date]
NUMBERS, DAYS = ("a", "b", "c"), ("d", "e")
UNITS = {**dict.fromkeys(NUMBERS, ""), **dict.fromkeys(DAYS, "")}
SMALL = st.integers(-40, 40).map(lambda tenths: Fraction(tenths, 10))
SOME_DAYS = st.dates(min_value=date(1999, 1, 1), max_value=date(2033, 12, 31))
DECIMAL_MODES = {
    RoundingMode.HALF_EVEN: ROUND_HALF_EVEN,
    RoundingMode.HALF_UP: ROUND_HALF_UP,
    RoundingMode.UP: ROUND_UP,
    RoundingMode.DOWN: ROUND_DOWN,
}


INSTEAD = Interval(Fraction(10**6), Fraction(10**6 + 1))
"""Result of a formula on division by zero; no generated formula reaches it otherwise."""


def computed(formula: Formula, values: Values) -> Interval | None:
    interval = possible_numbers(
        ZeroDivisorGuard(lowered(formula, LoweringNames(values.units, {})), INSTEAD), values.extents
    )
    assert not isinstance(interval, Anything)
    return interval


def literal(value: Fraction) -> NumberLiteral:
    return NumberLiteral(value=value)


def dates() -> st.SearchStrategy[DateExpression]:
    return st.builds(DateExpression, name=st.sampled_from(DAYS)) | st.builds(DateExpression, literal=SOME_DAYS)


LEAVES: st.SearchStrategy[Formula] = (
    st.builds(NameReference, id=st.sampled_from(NUMBERS))
    | SMALL.map(literal)
    | st.builds(TimeSpan, unit=st.sampled_from(SpanUnit), first=dates(), last=dates())
    | st.builds(YearOfDay, date=dates())
    | st.builds(MonthOfDay, date=dates())
)
FORMULAS: st.SearchStrategy[Formula] = st.recursive(
    LEAVES,
    lambda inner: (
        st.builds(Operation, operator=st.sampled_from(FormulaOperator), operands=st.tuples(inner, inner))
        | st.builds(Power, base=inner, exponent=st.integers(-3, 4).map(lambda number: literal(Fraction(number))))
        | st.builds(
            RoundedNumber,
            value=inner,
            step=st.sampled_from(["0.01", "0.5", "1", "100"]).map(lambda step: literal(Fraction(step))),
            mode=st.sampled_from(RoundingMode),
        )
    ),
    max_leaves=6,
)


def later(day: date, months: int) -> date:
    """Step from month to month; a day that the last one lacks becomes its last day."""
    year, month = day.year, day.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        year, month = (year + 1, 1) if month == 13 else (year - 1, 12) if month == 0 else (year, month)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def whole_months(first: date, last: date) -> int:
    """Count steps of a month that do not pass the last day, as the Civil Code counts periods."""
    if last < first:
        return -whole_months(last, first)
    steps = 0
    while later(first, steps + 1) <= last:
        steps += 1
    return steps


def rounded(value: Fraction, step: Fraction, mode: RoundingMode) -> Fraction:
    """Round with decimals. The precision is high enough that a quotient is not mistaken for a tie."""
    context = Context(prec=400)
    steps = context.divide(Decimal((value / step).numerator), Decimal((value / step).denominator))
    return Fraction(steps.quantize(Decimal(1), rounding=DECIMAL_MODES[mode], context=context)) * step


SIGNS: dict[FormulaOperator, Callable[[Fraction, Fraction], Fraction]] = {
    FormulaOperator.ADD: operator.add,
    FormulaOperator.SUBTRACT: operator.sub,
    FormulaOperator.MULTIPLY: operator.mul,
    FormulaOperator.DIVIDE: operator.truediv,
    FormulaOperator.MINIMUM: min,
    FormulaOperator.MAXIMUM: max,
}


def plainly(formula: Formula, known: Known) -> Fraction:
    """Compute with fractions and the calendar alone; time is counted in the base units of its dimension."""
    match formula:
        case NumberLiteral(value=value):
            return value
        case NameReference(id=name):
            known_value = known[name]
            assert isinstance(known_value, Fraction)
            return known_value
        case TimeSpan():
            return between(formula.unit, day_in(formula.first, known), day_in(formula.last, known))
        case YearOfDay(date=of):
            return Fraction(day_in(of, known).isoformat()[:4])
        case MonthOfDay(date=of):
            return Fraction(day_in(of, known).isoformat()[5:7])
        case Power(base=base, exponent=exponent):
            value, times = plainly(base, known), int(plainly(exponent, known))
            result = reduce(operator.mul, [value] * abs(times), Fraction(1))
            return result if times >= 0 else 1 / result
        case RoundedNumber(value=inner, step=step, mode=mode):
            return rounded(plainly(inner, known), step.value, mode)
        case UndeterminedFormula() | EulerPower() | DateFormula():
            raise AssertionError
        case Operation(operator=sign, operands=operands):
            return reduce(SIGNS[sign], [plainly(operand, known) for operand in operands])


def day_in(expression: DateExpression, known: Known) -> date:
    day = expression.literal or known[expression.name or ""]
    assert isinstance(day, date)
    return day


def between(unit: SpanUnit, first: date, last: date) -> Fraction:
    if unit is SpanUnit.DAYS:
        return Fraction((last - first) // timedelta(days=1)) * 86_400
    months = whole_months(first, last)
    return Fraction(months if unit is SpanUnit.MONTHS else 12 * int(months / 12))


def values_of(known: dict[str, Interval]) -> Values:
    return Values({name: NumberExtent(interval) for name, interval in known.items()}, UNITS)


def number_of(value: Fraction | date) -> Fraction:
    return Fraction(value.toordinal()) if isinstance(value, date) else value


KNOWN = st.fixed_dictionaries({**dict.fromkeys(NUMBERS, SMALL), **dict.fromkeys(DAYS, SOME_DAYS)})


@settings(max_examples=tries(400))
@given(formula=FORMULAS, known=KNOWN)
def test_known_operands_are_computed_exactly(formula: Formula, known: Known) -> None:
    interval = computed(formula, values_of({name: point_interval(number_of(value)) for name, value in known.items()}))
    try:
        expected = plainly(formula, known)
    except ZeroDivisionError:
        assert interval == INSTEAD
        return
    assert interval == point_interval(expected)


@settings(max_examples=tries(400))
@given(formula=FORMULAS, known=KNOWN, other=KNOWN, data=st.data())
def test_bounds_of_unknown_operands_contain_every_completion(
    formula: Formula, known: Known, other: Known, data: st.DataObject
) -> None:
    spans, chosen = {}, {}
    for name, one_end in known.items():
        low, high = sorted((number_of(one_end), number_of(other[name])))
        is_open = name in NUMBERS and low < high and data.draw(st.booleans())
        endless = data.draw(st.booleans()) if name in NUMBERS else False
        spans[name] = Interval(low, None if endless else high, is_open, is_open and not endless)
        tenths = data.draw(st.integers(1 if is_open else 0, 9 if is_open else 10))
        value = low + (high - low) * Fraction(tenths, 10)
        chosen[name] = value if name in NUMBERS else date.fromordinal(int(value))
    interval = computed(formula, values_of(spans))
    try:
        expected = plainly(formula, chosen)
    except ZeroDivisionError:
        assert interval is not None
        assert intersect(interval, INSTEAD) == INSTEAD
        return
    assert interval is not None
    assert interval.contains(expected), (interval, expected)


BROKEN = st.builds(
    RoundedNumber,
    value=st.tuples(st.sampled_from(["2", "1.015", "1/3"]), SMALL, st.booleans()).map(
        lambda drawn: Operation(
            operator=FormulaOperator.SUBTRACT if drawn[2] else FormulaOperator.ADD,
            operands=(
                Operation(
                    operator=FormulaOperator.MULTIPLY,
                    operands=(
                        NameReference(id="a"),
                        Power(base=literal(Fraction(drawn[0])), exponent=NameReference(id="b")),
                    ),
                ),
                EulerPower(
                    exponent=Operation(
                        operator=FormulaOperator.SUBTRACT, operands=(NameReference(id="c"), literal(drawn[1]))
                    )
                ),
            ),
        )
    ),
    step=st.sampled_from(["0.000001", "0.01", "1"]).map(lambda step: literal(Fraction(step))),
    mode=st.sampled_from(RoundingMode),
)
LIBRARY = Context(prec=90)


def by_library(formula: Formula, known: Known) -> Decimal:
    """Compute to ninety digits with a library."""
    match formula:
        case EulerPower(exponent=exponent):
            return LIBRARY.exp(by_library(exponent, known))
        case Power(base=base, exponent=exponent):
            logarithm = LIBRARY.ln(by_library(base, known))
            return LIBRARY.exp(LIBRARY.multiply(logarithm, by_library(exponent, known)))
        case Operation(operator=FormulaOperator.MULTIPLY, operands=(left, right)):
            return LIBRARY.multiply(by_library(left, known), by_library(right, known))
        case Operation(operator=sign, operands=(left, right)):
            first, other = by_library(left, known), by_library(right, known)
            return LIBRARY.add(first, other) if sign is FormulaOperator.ADD else LIBRARY.subtract(first, other)
        case _:
            value = plainly(formula, known)
            return LIBRARY.divide(Decimal(value.numerator), Decimal(value.denominator))


@settings(max_examples=tries(200))
@given(formula=BROKEN, known=KNOWN, other=KNOWN, part=st.integers(0, 10))
def test_a_value_without_exact_form_is_rounded_like_the_decimal_library(
    formula: RoundedNumber, known: Known, other: Known, part: int
) -> None:
    number = Fraction(by_library(formula.value, known))
    expected = rounded(number, formula.step.value, formula.mode)
    assume(expected == rounded(number + Fraction(1, 10**60), formula.step.value, formula.mode))
    assume(expected == rounded(number - Fraction(1, 10**60), formula.step.value, formula.mode))
    exact = {name: point_interval(number_of(value)) for name, value in known.items()}
    assert computed(formula, values_of(exact)) == point_interval(expected)
    spans = dict(exact)
    for name in NUMBERS:
        here, there = number_of(known[name]), number_of(other[name])
        spans[name] = Interval(min(here, there), max(here, there + part))
    interval = computed(formula, values_of(spans))
    assert interval is not None
    assert interval.contains(expected)


def test_a_value_extremely_close_to_a_tie_is_rounded_correctly() -> None:
    """A power that differs from a half only in its hundredth digit needs more than is computed at first."""
    tiny = Operation(operator=FormulaOperator.DIVIDE, operands=(NameReference(id="a"), literal(Fraction(10**100))))
    near = Operation(operator=FormulaOperator.SUBTRACT, operands=(EulerPower(exponent=tiny), literal(Fraction(1, 2))))
    nearest = RoundedNumber(value=near, step=literal(Fraction(1)), mode=RoundingMode.HALF_UP)
    for sign, expected in ((1, 1), (-1, 0)):
        interval = computed(nearest, values_of({"a": point_interval(Fraction(sign))}))
        assert interval == point_interval(Fraction(expected))


def test_an_inapplicable_value_is_not_rounded() -> None:
    formula = RoundedNumber(
        value=EulerPower(exponent=NameReference(id="a")), step=literal(Fraction(1)), mode=RoundingMode.DOWN
    )
    assert computed(formula, Values({"a": NotApplicable()}, UNITS)) is None


@given(first=SOME_DAYS, last=SOME_DAYS)
def test_counting_months_and_shifting_by_months_agree(first: date, last: date) -> None:
    """Shifting a day by months and counting the months back are one notion of a month."""
    assume(first <= last)
    span = TimeSpan(unit=SpanUnit.MONTHS, first=DateExpression(literal=first), last=DateExpression(literal=last))
    counted = computed(span, Values({}, {}))
    assert counted is not None
    assert counted.value is not None
    assert later(first, int(counted.value)) <= last < later(first, int(counted.value) + 1)


def test_an_unknown_day_ranges_over_the_whole_calendar() -> None:
    span = TimeSpan(unit=SpanUnit.YEARS, first=DateExpression(literal=date(2024, 2, 29)), last=DateExpression(name="d"))
    assert computed(span, values_of({"d": UNBOUNDED})) == Interval(Fraction(-2023 * 12), Fraction(7975 * 12))
    until = TimeSpan(unit=SpanUnit.DAYS, first=DateExpression(name="d"), last=DateExpression(literal=date(1, 1, 3)))
    assert computed(until, values_of({"d": Interval(None, Fraction(3))})) == Interval(Fraction(0), Fraction(2 * 86_400))


def test_an_unknown_day_has_the_months_between_its_bounds_or_any_month() -> None:
    month = MonthOfDay(date=DateExpression(name="d"))
    for last, months in ((date(2026, 4, 1), (2, 4)), (date(2027, 1, 1), (1, 12))):
        days = Interval(Fraction(date(2026, 2, 28).toordinal()), Fraction(last.toordinal()))
        low, high = months
        assert computed(month, values_of({"d": days})) == Interval(Fraction(low), Fraction(high))


def test_an_inapplicable_day_has_no_year() -> None:
    span = YearOfDay(date=DateExpression(name="d"))
    assert computed(span, Values({"d": NotApplicable()}, UNITS)) is None


def test_a_power_beyond_the_limits_is_unbounded() -> None:
    huge = Power(base=literal(Fraction("1.000001")), exponent=literal(Fraction(1_000)))
    assert computed(huge, Values({}, {})) == UNBOUNDED
    beyond = Power(base=literal(Fraction(2)), exponent=NameReference(id="a"))
    assert computed(beyond, values_of({"a": point_interval(Fraction(1_001))})) == UNBOUNDED
    assert computed(beyond, values_of({"a": point_interval(Fraction(1, 2))})) == UNBOUNDED
    assert computed(beyond, values_of({"a": Interval(Fraction(-1), Fraction(3))})) == Interval(
        Fraction(1, 2), Fraction(8)
    )


def test_an_exponent_in_years_is_the_number_of_counted_years() -> None:
    span = TimeSpan(
        unit=SpanUnit.YEARS,
        first=DateExpression(literal=date(2024, 1, 1)),
        last=DateExpression(literal=date(2026, 6, 30)),
    )
    grown = Power(base=literal(Fraction("1.05")), exponent=span, counted_in="year")
    assert computed(grown, Values({}, {})) == point_interval(Fraction("1.1025"))
