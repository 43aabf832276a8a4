"""Which day does a date expression name, once its anchor is known?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rules.contracts.dates import add_days, add_months

if TYPE_CHECKING:
    from rules.model.expressions import DateExpression


_LAST = date.max.toordinal()
NEVER = _LAST + 1
"""Stands for a day that does not come: later than every day of the calendar, and shifted it stays so."""


def shift_day(expression: DateExpression, day_number: int) -> int:
    """Move an anchor day as the expression says; never decreasing in the anchor, so the ends of an interval suffice."""
    if day_number >= NEVER:
        return NEVER
    day_number = min(max(day_number, 1), _LAST)
    if not (expression.month_start or expression.shift_months or expression.shift_days):
        return day_number
    day = date.fromordinal(day_number)
    if expression.month_start:
        day = day.replace(day=1)
    if expression.shift_months:
        day = add_months(day, expression.shift_months)
    if expression.shift_days:
        day = add_days(day, expression.shift_days)
    return day.toordinal()
