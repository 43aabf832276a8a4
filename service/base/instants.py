"""Clock and timestamps: the only module that reads the time for evaluations.

Time never precedes the floor, the time of the last stored evaluation. If the system clock goes back, time stops until
it catches up.
"""

from __future__ import annotations

import re
import time
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from google.protobuf.timestamp_pb2 import Timestamp

from rules.contracts import InputError, message_factory

_message = message_factory(__name__)

_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z")
_FORMAT = "%Y-%m-%dT%H:%M:%SZ"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_time_floor = 0


def set_floor(milliseconds: int) -> None:
    """Raise the floor to milliseconds since 1970; never lower it."""
    global _time_floor  # noqa: PLW0603 -- one clock for each process
    _time_floor = max(_time_floor, milliseconds)


def floor_milliseconds() -> int:
    """Return the floor in milliseconds since 1970."""
    return _time_floor


def clock_lag_seconds() -> float:
    """Return the delay of the system clock behind the floor in seconds, at least 0."""
    return max(_time_floor - _clock(), 0) / 1_000


def next_milliseconds() -> int:
    """Return milliseconds since 1970, later than the floor."""
    return max(_clock(), _time_floor + 1)


def time_of(instant: str) -> datetime:
    """Return an instant as a time in UTC."""
    return datetime.strptime(instant, _FORMAT).replace(tzinfo=UTC)


def instant_of(time: datetime) -> str:
    """Return a time in UTC as an instant."""
    return time.strftime(_FORMAT)


def milliseconds_of(instant: str) -> int:
    """Return an instant in milliseconds since 1970."""
    return (time_of(instant) - _EPOCH) // timedelta(milliseconds=1)


def system_now() -> str:
    """Return the system time, ignoring the floor."""
    return instant_of(_EPOCH + timedelta(milliseconds=_clock()))


def _clock() -> int:
    return time.time_ns() // 1_000_000


def _present() -> datetime:
    return _EPOCH + timedelta(milliseconds=max(_clock(), _time_floor))


def now() -> str:
    """Return the time in whole seconds, `YYYY-MM-DDThh:mm:ssZ`."""
    return instant_of(_present())


def now_plus(span: timedelta) -> str:
    """Return the time after a span."""
    return instant_of(_present() + span)


def plus(instant: str, span: timedelta) -> str:
    """Return the instant after a span."""
    return instant_of(time_of(instant) + span)


def second_after(instant: str) -> str:
    """Return the instant one second later."""
    return plus(instant, timedelta(seconds=1))


def today(time_zone: str) -> date:
    """Return the current civil date in a time zone."""
    return _present().astimezone(ZoneInfo(time_zone)).date()


def day_of(instant: str, time_zone: str) -> date:
    """Return the civil date of an instant in a time zone."""
    return time_of(instant).astimezone(ZoneInfo(time_zone)).date()


def first_instant_of(day: date, time_zone: str) -> str:
    """Return the first instant of a civil date in a time zone."""
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(time_zone)).astimezone(UTC).strftime(_FORMAT)


def is_instant(text: str) -> bool:
    """Return whether a text is a valid instant in canonical form."""
    if not _INSTANT.match(text):
        return False
    try:
        time_of(text)
    except ValueError:
        return False
    return True


def seconds_between(first: str, other: str) -> float:
    """Return the absolute difference in seconds."""
    return abs((time_of(first) - time_of(other)).total_seconds())


def age_seconds(instant: str | None) -> float:
    """Return the seconds since an instant; 0 if there is none, or if it is in the future."""
    return 0 if instant is None else max(0.0, (_present() - time_of(instant)).total_seconds())


def to_timestamp(text: str) -> Timestamp:
    """Return an instant as a protobuf timestamp."""
    return Timestamp(seconds=_seconds_of(text))


def optional_timestamp(text: str) -> Timestamp | None:
    """Return an instant as a protobuf timestamp; None for an empty text."""
    return to_timestamp(text) if text else None


@lru_cache(maxsize=1_024)
def _seconds_of(text: str) -> int:
    return int(time_of(text).timestamp())


def from_timestamp(message: Timestamp, *, field: str) -> str:
    """Return a timestamp as text, or raise InputError for fractions or invalid years."""
    if message.nanos:
        raise InputError.of(field, _message("WHOLE_SECONDS"), "MALFORMED")
    try:
        return datetime.fromtimestamp(message.seconds, UTC).strftime(_FORMAT).rjust(20, "0")
    except (ValueError, OverflowError, OSError):
        raise InputError.of(field, _message("OUTSIDE_CALENDAR", seconds=message.seconds), "MALFORMED") from None


def from_past_timestamp(message: Timestamp, *, field: str) -> str:
    """Return a timestamp as text, or raise InputError if it is invalid or in the future.

    Future publications are unknown.
    """
    text = from_timestamp(message, field=field)
    if text > now():
        raise InputError.of(field, _message("FUTURE", time=text), "IN_FUTURE")
    return text
