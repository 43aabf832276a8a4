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

_say = message_factory(__name__)

FIRST_DAY, LAST_DAY = date.min.toordinal(), date.max.toordinal()
"""The ends of the calendar, by the numbers of their days."""
CALENDAR = Interval(Fraction(FIRST_DAY), Fraction(LAST_DAY))
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


class DateError(ValueError):
    """A text is not a civil date that exists."""


@lru_cache(maxsize=4_096)
def parse_date(text: str) -> date:
    """Read a civil date `YYYY-MM-DD`.

    Raises:
        DateError: the text has another form, or there is no such day.
    """
    if not _DATE.match(text):
        raise DateError(_say("NOT_A_DATE", found=text[:40]))
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DateError(_say("NO_SUCH_DAY", day=text)) from None


@dataclass(frozen=True, slots=True)
class Period:
    """A span of civil dates; both ends are inside."""

    first: date
    last: date


def add_months(day: date, months: int) -> date:
    """Shift by calendar months, staying inside the calendar.

    A day that the target month does not have becomes its last day. A later day is never shifted before an earlier one.
    """
    position = day.year * 12 + day.month - 1 + months
    year, month = divmod(position, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_days(day: date, days: int) -> date:
    """Shift by days, staying inside the calendar."""
    return day_in_calendar(day.toordinal() + days)


def day_in_calendar(number: int) -> date:
    """Give the day of a number, or the end of the calendar beyond which it lies."""
    return date.fromordinal(min(max(number, FIRST_DAY), LAST_DAY))


def months_between(first: date, last: date) -> int:
    """Count the whole months from one day to another, below zero if the other is earlier.

    A month is over on the day that has the number of the first one, or on the last day of a month that lacks it: so
    Article 202 of the Civil Code of China and Article 3(2)(c) of Regulation (EEC, Euratom) No 1182/71. The first day
    does not count. Counting backwards mirrors this; that is our own reading.
    """
    if last < first:
        return -months_between(last, first)
    months = (last.year - first.year) * 12 + last.month - first.month
    due = min(first.day, calendar.monthrange(last.year, last.month)[1])
    return months if last.day >= due else months - 1
