"""Clock and timestamps: the only module that reads the time for evaluations.

Time never goes back behind what a server holds, which is when the last evaluation of its store was made: where the
clock of the machine went back, it stands still until the clock comes there again.
"""

from __future__ import annotations

import re
import time
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from google.protobuf.timestamp_pb2 import Timestamp

from rules.contracts import InputError, Violation, message_factory

_say = message_factory(__name__)

_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z")
_FORM = "%Y-%m-%dT%H:%M:%SZ"


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_time_floor = 0


def set_floor(milliseconds: int) -> None:
    """Let no time be given from now on that lies before so many milliseconds since 1970."""
    global _time_floor  # noqa: PLW0603 -- one process has one clock
    _time_floor = max(_time_floor, milliseconds)


def floor_milliseconds() -> int:
    """Give the milliseconds since 1970 that are held."""
    return _time_floor


def clock_lag_seconds() -> float:
    """Say how far the clock of the machine lies behind what is held."""
    return max(_time_floor - _clock(), 0) / 1_000


def next_milliseconds() -> int:
    """Give the present instant in milliseconds since 1970, each later than whatever is held."""
    return max(_clock(), _time_floor + 1)


def milliseconds_of(instant: str) -> int:
    """Give an instant in milliseconds since 1970."""
    return (datetime.strptime(instant, _FORM).replace(tzinfo=UTC) - _EPOCH) // timedelta(milliseconds=1)


def system_now() -> str:
    """Give the instant that the clock of the machine shows, whatever is held."""
    return (_EPOCH + timedelta(milliseconds=_clock())).strftime(_FORM)


def _clock() -> int:
    return time.time_ns() // 1_000_000


def _present() -> datetime:
    return _EPOCH + timedelta(milliseconds=max(_clock(), _time_floor))


def now() -> str:
    """Give the present instant in whole seconds, `YYYY-MM-DDThh:mm:ssZ`."""
    return _present().strftime(_FORM)


def now_plus(span: timedelta) -> str:
    """Give the instant that lies so far ahead."""
    return (_present() + span).strftime(_FORM)


def second_after(instant: str) -> str:
    """Give the instant one second later."""
    return (datetime.strptime(instant, _FORM).replace(tzinfo=UTC) + timedelta(seconds=1)).strftime(_FORM)


def today(time_zone: str) -> date:
    """Give the civil date of the present instant in a time zone."""
    return _present().astimezone(ZoneInfo(time_zone)).date()


def day_of(instant: str, time_zone: str) -> date:
    """Give the civil date of an instant in a time zone."""
    return datetime.strptime(instant, _FORM).replace(tzinfo=UTC).astimezone(ZoneInfo(time_zone)).date()


def first_instant_of(day: date, time_zone: str) -> str:
    """Give the instant at which a civil date begins in a time zone."""
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(time_zone)).astimezone(UTC).strftime(_FORM)


def is_instant(text: str) -> bool:
    """Say whether a text is an instant that exists, in the one form used."""
    if not _INSTANT.match(text):
        return False
    try:
        datetime.strptime(text, _FORM).replace(tzinfo=UTC)
    except ValueError:
        return False
    return True


def seconds_between(first: str, other: str) -> float:
    """Give how far two instants are apart."""
    return abs((datetime.strptime(first, _FORM) - datetime.strptime(other, _FORM)).total_seconds())  # noqa: DTZ007 -- both UTC


def to_timestamp(text: str) -> Timestamp:
    """Write an instant as a protobuf timestamp."""
    return Timestamp(seconds=_seconds_of(text))


@lru_cache(maxsize=1_024)
def _seconds_of(text: str) -> int:
    return int(datetime.strptime(text, _FORM).replace(tzinfo=UTC).timestamp())


def from_timestamp(message: Timestamp, *, field: str) -> str:
    """Read a protobuf timestamp in whole seconds.

    Raises:
        InputError: it has a fraction of a second, or lies outside the calendar.
    """
    if message.nanos:
        raise InputError((Violation(field, _say("WHOLE_SECONDS"), "MALFORMED"),))
    try:
        return datetime.fromtimestamp(message.seconds, UTC).strftime(_FORM).rjust(20, "0")
    except (ValueError, OverflowError, OSError):
        description = _say("OUTSIDE_CALENDAR", seconds=message.seconds)
        raise InputError((Violation(field, description, "MALFORMED"),)) from None


def from_past_timestamp(message: Timestamp, *, field: str) -> str:
    """Read a protobuf timestamp that must not lie in the future, because what will be published is not known yet.

    Raises:
        InputError: it lies in the future, or is not a whole second of the calendar.
    """
    text = from_timestamp(message, field=field)
    if text > now():
        description = _say("FUTURE", time=text)
        raise InputError((Violation(field, description, "IN_FUTURE"),))
    return text
