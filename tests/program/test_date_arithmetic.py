"""Date expressions: monotone in their anchor (property test), and period ends compared as days."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from rules.contracts.extents import Extent, NotApplicable, PeriodExtent, UnknownOrAbsent
from rules.contracts.intervals import Interval, point_interval
from rules.model.expressions import CalendarDay, DateExpression, NumberOperator, PeriodEdge
from rules.program.abstract_interpretation import measure_value
from rules.program.date_arithmetic import shift_day
from rules.program.lowering import compare_day, lower_named_day
from rules.program.value_environment import ANYTHING, MeasureValue, Values

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
