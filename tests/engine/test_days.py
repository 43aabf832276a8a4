"""Does a date expression keep the order of its anchors, so that the ends of an interval suffice?"""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.contracts.extents import Extent, NotApplicable, PerhapsAbsent, PeriodExtent
from rules.contracts.intervals import Interval, exactly
from rules.engine.atoms import Day, DayDifference
from rules.engine.days import shift_day
from rules.engine.values import ANYTHING, MeasureValue, Values, measure_value
from rules.model.expressions import DateExpression, PeriodEdge

LAST = date.max.toordinal()
ANCHORS = st.integers(1, LAST) | st.sampled_from([1, 2, 32, 366, LAST - 366, LAST - 31, LAST - 1, LAST])


@given(ANCHORS, ANCHORS, st.integers(-40, 40), st.integers(-800, 800), st.booleans())
def test_a_later_anchor_never_names_an_earlier_day(
    one: int, other: int, months: int, days: int, month_start: bool
) -> None:
    expression = DateExpression(name="d", month_start=month_start, shift_months=months, shift_days=days)
    first, last = sorted([one, other])
    assert 1 <= shift_day(expression, first) <= shift_day(expression, last) <= LAST


@pytest.mark.parametrize(
    ("day", "expression", "expected"),
    [
        ("2025-03-31", DateExpression(name="d", shift_months=-1), "2025-02-28"),
        ("2025-03-31", DateExpression(name="d", month_start=True), "2025-03-01"),
        ("2025-03-31", DateExpression(name="d", month_start=True, shift_months=1, shift_days=-1), "2025-03-31"),
        ("2024-02-29", DateExpression(name="d", shift_months=12), "2025-02-28"),
        ("2025-01-31", DateExpression(name="d", shift_months=1, shift_days=1), "2025-03-01"),
    ],
)
def test_first_the_start_of_the_month_then_months_then_days(
    day: str, expression: DateExpression, expected: str
) -> None:
    assert date.fromordinal(shift_day(expression, date.fromisoformat(day).toordinal())).isoformat() == expected


def day(text: str) -> Fraction:
    return Fraction(date.fromisoformat(text).toordinal())


MINUS_A_YEAR = DateExpression(name="year", edge=PeriodEdge.LAST, shift_months=-12)
AN_END = Day("year", PeriodEdge.LAST)
LENGTH = DayDifference("year", MINUS_A_YEAR, PeriodEdge.FIRST)


@pytest.mark.parametrize(
    ("extent", "end", "length"),
    [
        (
            PeriodExtent(exactly(day("2024-01-01")), exactly(day("2024-12-31"))),
            exactly(day("2024-12-31")),
            exactly(Fraction(1)),
        ),
        (
            PeriodExtent(exactly(day("2023-12-31")), exactly(day("2024-12-31"))),
            exactly(day("2024-12-31")),
            exactly(Fraction(0)),
        ),
        (
            PeriodExtent(Interval(None, None), exactly(day("2024-12-31"))),
            exactly(day("2024-12-31")),
            Interval(None, None),
        ),
        (NotApplicable(), None, None),
        (PerhapsAbsent(), ANYTHING, ANYTHING),
    ],
)
def test_an_end_of_a_period_is_compared_as_a_day(extent: Extent, end: MeasureValue, length: MeasureValue) -> None:
    values = Values({"year": extent}, {})
    assert measure_value(AN_END, values) == end
    assert measure_value(LENGTH, values) == length
