"""What time is it, and how is an instant written? The only module that reads the clock for evaluations."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from google.protobuf.timestamp_pb2 import Timestamp

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker

_say = speaker(__name__)

_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z")
_FORM = "%Y-%m-%dT%H:%M:%SZ"


def now() -> str:
    """Give the present instant in whole seconds, `YYYY-MM-DDThh:mm:ssZ`."""
    return datetime.now(UTC).strftime(_FORM)


def later(span: timedelta) -> str:
    """Give the instant that lies so far ahead."""
    return (datetime.now(UTC) + span).strftime(_FORM)


def today(time_zone: str) -> date:
    """Give the civil date of the present instant in a time zone."""
    return datetime.now(ZoneInfo(time_zone)).date()


def day_of(instant: str, time_zone: str) -> date:
    """Give the civil date of an instant in a time zone."""
    return datetime.strptime(instant, _FORM).replace(tzinfo=UTC).astimezone(ZoneInfo(time_zone)).date()


def is_instant(text: str) -> bool:
    """Say whether a text is an instant that exists, in the one form used."""
    if not _INSTANT.match(text):
        return False
    try:
        datetime.strptime(text, _FORM).replace(tzinfo=UTC)
    except ValueError:
        return False
    return True


def seconds_between(one: str, other: str) -> float:
    """Give how far two instants are apart."""
    return abs((datetime.strptime(one, _FORM) - datetime.strptime(other, _FORM)).total_seconds())  # noqa: DTZ007 -- both UTC


def to_timestamp(text: str) -> Timestamp:
    """Write an instant as a protobuf timestamp."""
    return Timestamp(seconds=int(datetime.strptime(text, _FORM).replace(tzinfo=UTC).timestamp()))


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


def past_instant(message: Timestamp, *, field: str) -> str:
    """Read a protobuf timestamp that must not lie in the future, because what will be published is not known yet.

    Raises:
        InputError: it lies in the future, or is not a whole second of the calendar.
    """
    text = from_timestamp(message, field=field)
    if text > now():
        description = _say("FUTURE", time=text)
        raise InputError((Violation(field, description, "IN_FUTURE"),))
    return text
