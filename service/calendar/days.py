"""Which day does an option name?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.dates import DateError, parse_date
from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import words_of

if TYPE_CHECKING:
    from datetime import date


def read_day(option: str, text: str) -> date:
    """Read the civil date that an option gives.

    Raises:
        InputError: there is no such day.
    """
    try:
        return parse_date(text)
    except DateError as error:
        raise InputError((Violation(option, words_of(error), "MALFORMED"),)) from None
