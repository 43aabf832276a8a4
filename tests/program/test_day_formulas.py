"""Dates and date formulas over open days: exact bounds, against enumeration and the calendar."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from rules.contracts.extents import Extent, NotApplicable, NumberExtent, PeriodExtent, UnknownOrAbsent
from rules.contracts.intervals import UNBOUNDED, Interval, point_interval
from rules.model.expressions import (
    CalendarDay,
    DateExpression,
    DateFormula,
    Formula,
    FormulaOperator,
    NumberOperator,
    Operation,
    PeriodEdge,
)
from rules.program.abstract_interpretation import measure_value, possible_numbers
from rules.program.date_arithmetic import NEVER, shift_day
from rules.program.lowering import LoweringNames, compare_day, lower_formula as lowered, lower_named_day
from rules.program.value_environment import ANYTHING, MeasureValue, Values
from tests.support.tiers import tries

NAMES = ("d", "e")
UNITS = dict.fromkeys(NAMES, "")
BEGINS = st.dates(min_value=date(1999, 1, 1), max_value=date(2031, 12, 1))


def computed(formula: Formula, values: Values) -> object:
    return possible_numbers(lowered(formula, LoweringNames(values.units, {})), values.extents)


def last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def quarter(day: date) -> int:
    return 1 if day.month < 4 else 4 if day.month < 7 else 7 if day.month < 10 else 10


TAKEN: dict[CalendarDay | None, Callable[[date], date]] = {
    None: lambda day: day,
    CalendarDay.MONTH_LAST: lambda day: last_day(day.year, day.month),
    CalendarDay.QUARTER_FIRST: lambda day: date(day.year, quarter(day), 1),
    CalendarDay.QUARTER_LAST: lambda day: last_day(day.year, quarter(day) + 2),
    CalendarDay.YEAR_FIRST: lambda day: date(day.year, 1, 1),
    CalendarDay.YEAR_LAST: lambda day: date(day.year, 12, 31),
}


def later(day: date, months: int) -> date:
    """Count months; a day that a month lacks becomes its last."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return min(last_day(year, month), date(year, month, 1) + timedelta(day.day - 1))


def plainly(formula: Formula, known: dict[str, date]) -> int:
    """Compute with the calendar alone."""
    match formula:
        case DateFormula(date=DateExpression() as one):
            day = later(TAKEN[one.calendar_day](known[one.name or ""]), one.shift_months)
            return (day + timedelta(one.shift_days)).toordinal()
        case Operation(operator=FormulaOperator.MAXIMUM, operands=operands):
            return max(plainly(operand, known) for operand in operands)
        case Operation(operands=operands):
            return min(plainly(operand, known) for operand in operands)
        case _:
            return NEVER


DATES = st.builds(
    DateExpression,
    name=st.sampled_from(NAMES),
    calendar_day=st.sampled_from(list(TAKEN)),
    shift_months=st.integers(-14, 14),
    shift_days=st.integers(-40, 40),
)
FORMULAS: st.SearchStrategy[Formula] = st.recursive(
    st.builds(DateFormula, date=DATES | st.just("never")),
    lambda inner: st.builds(
        Operation,
        operator=st.sampled_from([FormulaOperator.MINIMUM, FormulaOperator.MAXIMUM]),
        operands=st.tuples(inner, inner),
    ),
    max_leaves=4,
)


@settings(max_examples=tries(60))
@given(FORMULAS, BEGINS, BEGINS, st.integers(0, 6))
def test_a_date_formula_has_the_exact_range_over_all_days(
    formula: Formula, begin: date, other: date, width: int
) -> None:
    begins = dict(zip(NAMES, (begin, other), strict=True))
    spans = {
        name: Interval(Fraction(day.toordinal()), Fraction(day.toordinal() + width)) for name, day in begins.items()
    }
    interval = computed(formula, Values({name: NumberExtent(span) for name, span in spans.items()}, UNITS))
    days = range(width + 1)
    given_days = [{"d": begin + timedelta(first), "e": other + timedelta(second)} for first in days for second in days]
    every = [plainly(formula, known) for known in given_days]
    assert interval is not None
    assert interval == Interval(Fraction(min(every)), Fraction(max(every)))


def test_an_unknown_or_absent_day_remains_unknown_or_absent() -> None:
    formula = DateFormula(date=DateExpression(name="d", shift_days=1))
    latest = Operation(
        operator=FormulaOperator.MAXIMUM, operands=(formula, DateFormula(date=DateExpression(literal=date(2026, 1, 1))))
    )
    open_ = computed(latest, Values({"d": NumberExtent(UNBOUNDED)}, UNITS))
    assert open_ == Interval(Fraction(date(2026, 1, 1).toordinal()), None)
    assert computed(latest, Values({"d": NotApplicable()}, UNITS)) is None
    never = Operation(operator=FormulaOperator.MAXIMUM, operands=(DateFormula(date="never"), formula))
    known = Values({"d": NumberExtent(point_interval(Fraction(1)))}, UNITS)
    assert computed(never, known) == point_interval(Fraction(NEVER))


LAST = date.max.toordinal()
ANCHORS = st.integers(1, LAST) | st.sampled_from([1, 2, 32, 366, LAST - 366, LAST - 31, LAST - 1, LAST])


@given(ANCHORS, ANCHORS, st.integers(-40, 40), st.integers(-800, 800), st.sampled_from([True, None, *CalendarDay]))
def test_a_later_anchor_never_names_an_earlier_day(
    anchor: int, other: int, months: int, days: int, day_choice: CalendarDay | bool | None
) -> None:
    of_calendar = {"month_start": True} if day_choice is True else {"calendar_day": day_choice}
    expression = DateExpression(name="d", shift_months=months, shift_days=days).model_copy(update=of_calendar)
    first, last = sorted([anchor, other])
    assert 1 <= shift_day(expression, first) <= shift_day(expression, last) <= LAST


def of_calendar(which: CalendarDay, *, shift_months: int = 0, shift_days: int = 0) -> DateExpression:
    return DateExpression(name="d", calendar_day=which, shift_months=shift_months, shift_days=shift_days)


@pytest.mark.parametrize(
    ("day", "expression", "expected"),
    [
        ("2025-03-31", DateExpression(name="d", shift_months=-1), "2025-02-28"),
        ("2025-03-31", DateExpression(name="d", month_start=True), "2025-03-01"),
        ("2025-03-31", DateExpression(name="d", month_start=True, shift_months=1, shift_days=-1), "2025-03-31"),
        ("2024-02-29", DateExpression(name="d", shift_months=12), "2025-02-28"),
        ("2025-01-31", DateExpression(name="d", shift_months=1, shift_days=1), "2025-03-01"),
        ("2024-02-10", of_calendar(CalendarDay.MONTH_LAST), "2024-02-29"),
        ("2025-02-10", of_calendar(CalendarDay.MONTH_LAST, shift_months=1), "2025-03-28"),
        ("2025-01-31", of_calendar(CalendarDay.MONTH_LAST, shift_months=1), "2025-02-28"),
        ("9999-12-31", of_calendar(CalendarDay.MONTH_LAST, shift_days=1), "9999-12-31"),
        ("2025-11-30", of_calendar(CalendarDay.QUARTER_FIRST), "2025-10-01"),
        ("2025-05-31", of_calendar(CalendarDay.QUARTER_LAST), "2025-06-30"),
        ("9999-10-01", of_calendar(CalendarDay.QUARTER_LAST, shift_months=1), "9999-12-31"),
        ("0001-01-31", of_calendar(CalendarDay.QUARTER_FIRST, shift_days=-1), "0001-01-01"),
        ("2024-02-29", of_calendar(CalendarDay.YEAR_FIRST), "2024-01-01"),
        ("2024-02-29", of_calendar(CalendarDay.YEAR_LAST, shift_months=12), "2025-12-31"),
    ],
)
def test_first_a_day_of_the_calendar_then_months_then_days(day: str, expression: DateExpression, expected: str) -> None:
    assert date.fromordinal(shift_day(expression, date.fromisoformat(day).toordinal())).isoformat() == expected


def day(text: str) -> Fraction:
    return Fraction(date.fromisoformat(text).toordinal())


MINUS_A_YEAR = DateExpression(name="year", edge=PeriodEdge.LAST, shift_months=-12)
AN_END = lower_named_day("year", PeriodEdge.LAST)
LENGTH = compare_day("year", NumberOperator.IS, MINUS_A_YEAR, PeriodEdge.FIRST).measure


@pytest.mark.parametrize(
    ("extent", "end", "length"),
    [
        (
            PeriodExtent(point_interval(day("2024-01-01")), point_interval(day("2024-12-31"))),
            point_interval(day("2024-12-31")),
            point_interval(Fraction(1)),
        ),
        (
            PeriodExtent(point_interval(day("2023-12-31")), point_interval(day("2024-12-31"))),
            point_interval(day("2024-12-31")),
            point_interval(Fraction(0)),
        ),
        (
            PeriodExtent(Interval(None, None), point_interval(day("2024-12-31"))),
            point_interval(day("2024-12-31")),
            Interval(None, None),
        ),
        (NotApplicable(), None, None),
        (UnknownOrAbsent(), ANYTHING, ANYTHING),
    ],
)
def test_an_end_of_a_period_is_compared_as_a_day(extent: Extent, end: MeasureValue, length: MeasureValue) -> None:
    values = Values({"year": extent}, {})
    assert measure_value(AN_END, values) == end
    assert measure_value(LENGTH, values) == length
