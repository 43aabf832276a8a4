"""Date formulas over open days: exact bounds, against enumeration of all days with the calendar."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings, strategies as st

from rules.contracts.extents import NotApplicable, NumberExtent
from rules.contracts.intervals import UNBOUNDED, Interval, point_interval
from rules.model.expressions import CalendarDay, DateExpression, DateFormula, Formula, FormulaOperator, Operation
from rules.program.abstract_interpretation import possible_numbers
from rules.program.date_arithmetic import NEVER
from rules.program.lowering import LoweringNames, lower_formula as lowered
from rules.program.value_environment import Values
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
