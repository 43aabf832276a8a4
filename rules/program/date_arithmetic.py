"""Date expressions applied to day numbers, within the calendar or `NEVER`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.dates import LAST_DAY, day_in_calendar
from rules.model.expressions import apply_day_shift, has_day_shift

if TYPE_CHECKING:
    from rules.model.expressions import DateExpression


NEVER = LAST_DAY + 1
"""A day after the end of the calendar, for events that never happen; shifting does not change it."""


def shift_day(expression: DateExpression, day_number: int) -> int:
    """Apply a date expression to an anchor day.

    A later anchor never yields an earlier day, so shifting the ends of an interval is enough.
    """
    if day_number >= NEVER:
        return NEVER
    day = day_in_calendar(day_number)
    return (apply_day_shift(expression, day) if has_day_shift(expression) else day).toordinal()
