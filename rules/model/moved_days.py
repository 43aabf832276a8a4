"""Which day does a date expression come to, from the day that it begins with?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rules.contracts.dates import add_days, add_months
from rules.model.expressions import CalendarDay

if TYPE_CHECKING:
    from rules.model.expressions import DateExpression

_QUARTER = 3
_MONTHS = 12


def moved_day(expression: DateExpression, day: date) -> date:
    """Take the day of its month, quarter or year that is meant, then shift it; it stays inside the calendar.

    A later day never comes to an earlier one.
    """
    if expression.month_start:
        day = day.replace(day=1)
    elif expression.calendar_day is not None:
        day = _of_calendar(expression.calendar_day, day)
    if expression.shift_months:
        day = add_months(day, expression.shift_months)
    return add_days(day, expression.shift_days) if expression.shift_days else day


def is_moved(expression: DateExpression) -> bool:
    """Say whether an expression can come to another day than the one that it begins with."""
    return bool(expression.shift_months or expression.shift_days or expression.month_start or expression.calendar_day)


def _of_calendar(which: CalendarDay, day: date) -> date:
    match which:
        case CalendarDay.MONTH_LAST:
            return _last(day.year, day.month)
        case CalendarDay.QUARTER_FIRST:
            return date(day.year, (day.month - 1) // _QUARTER * _QUARTER + 1, 1)
        case CalendarDay.QUARTER_LAST:
            return _last(day.year, (day.month - 1) // _QUARTER * _QUARTER + _QUARTER)
        case CalendarDay.YEAR_FIRST:
            return date(day.year, 1, 1)
        case CalendarDay.YEAR_LAST:
            return date(day.year, _MONTHS, 31)


def _last(year: int, month: int) -> date:
    """Give the last day of a month, which is what the last of January becomes there."""
    return add_months(date(year, 1, 31), month - 1)
