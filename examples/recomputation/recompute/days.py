"""Civil dates as day numbers: parsing, calendar shifts, and whole months or years between two days."""

import calendar
import re
from datetime import date
from fractions import Fraction
from typing import Any

from recompute.words import GivenError

LAST = date.max.toordinal()
NEVER = LAST + 1
SPANS = {"month": 1, "quarter": 3, "year": 12}


def day_number(text: str) -> int:
    """Read a civil date.

    Raises:
        GivenError: there is no such day.
    """
    if not re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", text):
        raise GivenError("NO_DATE", found=text[:40])
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        raise GivenError("NO_DATE", found=text) from None


def day_text(number: Fraction) -> str:
    """Write a day number as a civil date, or never."""
    return "never" if number >= NEVER else date.fromordinal(number.numerator // number.denominator).isoformat()


def add_months(day: date, months: int) -> date:
    """Shift by months; a day that the month lacks becomes its last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.min if year < date.min.year else date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shifted(expression: dict[str, Any], number: Fraction) -> Fraction:
    """Shift an anchor day by a date expression. A day that never occurs does not change."""
    if number >= NEVER:
        return Fraction(NEVER)
    day = date.fromordinal(min(max(number.numerator // number.denominator, 1), LAST))
    if expression.get("month_start"):
        day = day.replace(day=1)
    if "calendar_day" in expression:
        span, end = expression["calendar_day"].split("_")
        last = -(-day.month // SPANS[span]) * SPANS[span]
        first = day.replace(month=last - SPANS[span] + 1, day=1)
        day = first if end == "first" else date(day.year, last, calendar.monthrange(day.year, last)[1])
    day = add_months(day, expression.get("shift_months", 0))
    return Fraction(min(max(day.toordinal() + expression.get("shift_days", 0), 1), LAST))


def time_between(unit: str, first: date, last: date) -> int:
    """Count days, or whole months or years, from one day to another."""
    if unit == "days":
        return (last - first).days
    if last < first:
        return -time_between(unit, last, first)
    months = (last.year - first.year) * 12 + last.month - first.month
    months -= last.day < min(first.day, calendar.monthrange(last.year, last.month)[1])
    return months if unit == "months" else months // 12
