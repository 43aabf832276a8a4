"""Which day does an option name, and from which day to which does a calendar go?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.dates import DateError, parse_date
from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker, words_of
from service.base import instants
from service.calendar.entries import Span

if TYPE_CHECKING:
    from datetime import date

_say = speaker(__name__)


def read_day(option: str, text: str) -> date:
    """Read the civil date that an option gives.

    Raises:
        InputError: there is no such day.
    """
    try:
        return parse_date(text)
    except DateError as error:
        raise InputError((Violation(option, words_of(error), "MALFORMED"),)) from None


def span_of(first: date | None, last: date | None, *, field: str) -> Span:
    """Give the days from one, or today in UTC, to another, or without end; `field` is where the last was given.

    Raises:
        InputError: the last lies before the first.
    """
    begin = instants.today("Etc/UTC") if first is None else first
    if last is not None and last < begin:
        raise InputError((Violation(field, _say("ENDS_BEFORE_BEGIN", last=last, first=begin), "PERIOD_REVERSED"),))
    return Span(begin, last)
