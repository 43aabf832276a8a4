"""Date expressions applied to day numbers, within the calendar or `NEVER`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.dates import LAST_DAY, day_in_calendar
from rules.model.expressions import apply_day_shift, has_day_shift

if TYPE_CHECKING:
    from rules.model.expressions import DateExpression


NEVER = LAST_DAY + 1
"""Stands for a day that does not come: later than every day of the calendar, and shifted it stays so."""


def shift_day(expression: DateExpression, day_number: int) -> int:
    """Move an anchor day as the expression says; never decreasing in the anchor, so the ends of an interval suffice."""
    if day_number >= NEVER:
        return NEVER
    day = day_in_calendar(day_number)
    return (apply_day_shift(expression, day) if has_day_shift(expression) else day).toordinal()
