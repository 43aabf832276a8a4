"""Civil dates and periods: parsing, shifts by days and months, and whole months between."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache

from rules.contracts.intervals import Interval
from rules.contracts.messages import message_factory

_message = message_factory(__name__)

FIRST_DAY, LAST_DAY = date.min.toordinal(), date.max.toordinal()
CALENDAR = Interval(Fraction(FIRST_DAY), Fraction(LAST_DAY))
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


class DateError(ValueError):
    """Error for a text that is not an existing civil date."""


@lru_cache(maxsize=4_096)
def parse_date(text: str) -> date:
    """Parse a civil date `YYYY-MM-DD`.

    Raises:
        DateError: If the text is not an existing date.
    """
    if not _DATE.match(text):
        raise DateError(_message("NOT_A_DATE", found=text[:40]))
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DateError(_message("NO_SUCH_DAY", day=text)) from None


@dataclass(frozen=True, slots=True)
class Period:
    """A span of civil dates, including both."""

    first: date
    last: date


@lru_cache(maxsize=4_096)
def add_months(day: date, months: int) -> date:
    """Add calendar months, limited to the calendar; a missing day becomes the last of the month.

    Shifts preserve the order of days.
    """
    position = day.year * 12 + day.month - 1 + months
    year, month = divmod(position, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_days(day: date, days: int) -> date:
    """Add days, limited to the calendar."""
    return day_in_calendar(day.toordinal() + days)


def day_in_calendar(number: int) -> date:
    """Return the date of a day number, limited to the calendar."""
    return date.fromordinal(min(max(number, FIRST_DAY), LAST_DAY))


def months_between(first: date, last: date) -> int:
    """Count the whole months between two days; negative if the second is earlier.

    A month ends on the same day of the month, or on the last day of a shorter month. The first day does not count.
    Sources: Article 202 of the Civil Code of China and Article 3(2)(c) of Regulation (EEC, Euratom) No 1182/71.
    Counting backwards mirrors this (own interpretation).
    """
    if last < first:
        return -months_between(last, first)
    months = (last.year - first.year) * 12 + last.month - first.month
    due = min(first.day, calendar.monthrange(last.year, last.month)[1])
    return months if last.day >= due else months - 1
