"""Schedule of a pull: an interval, or a time of day in a time zone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from service.base import instants

_INTERVAL = re.compile(r"([1-9][0-9]{0,4}) ?(s|min|h|d)\Z")
_UNIT_SECONDS = {"s": 1, "min": 60, "h": 3_600, "d": 86_400}
_INTERVALS = range(10, 31 * 86_400 + 1)
_FIRST_RETRY_SECONDS, _LAST_RETRY_SECONDS = 60, 3_600
_MAX_DOUBLINGS = 10


@dataclass(frozen=True, slots=True)
class Schedule:
    """Times of the attempts: every `seconds`, or daily at `at` in the zone."""

    seconds: int
    at: time | None = None
    zone: str = "Etc/UTC"

    def next_after(self, instant: str) -> str:
        """Return the first scheduled instant after another.

        A time of day that the change to summer time omits is replaced by the same time before the change, which is an
        hour later.
        """
        if self.at is None:
            return instants.plus(instant, timedelta(seconds=self.seconds))
        zone = ZoneInfo(self.zone)
        after = instants.time_of(instant)
        day = after.astimezone(zone).date()
        while True:
            due = datetime.combine(day, self.at, zone).astimezone(UTC)
            if due > after:
                return instants.instant_of(due)
            day += timedelta(days=1)

    def retry_after(self, instant: str, failures: int) -> str:
        """Return the instant of the next attempt: after 1, 2, 4 minutes, at most an hour, or earlier if scheduled."""
        seconds = min(_FIRST_RETRY_SECONDS << min(failures - 1, _MAX_DOUBLINGS), _LAST_RETRY_SECONDS)
        return min(self.next_after(instant), instants.plus(instant, timedelta(seconds=seconds)))

    @property
    def text(self) -> str:
        """The schedule in the notation of the settings."""
        if self.at is not None:
            return f"{self.at:%H:%M} {self.zone}"
        unit = next(unit for unit in ("d", "h", "min", "s") if self.seconds % _UNIT_SECONDS[unit] == 0)
        return f"{self.seconds // _UNIT_SECONDS[unit]} {unit}"


def read_interval(text: str) -> int | None:
    """Return the seconds of an interval such as `6 h`; None if it is invalid."""
    found = _INTERVAL.match(text)
    seconds = int(found[1]) * _UNIT_SECONDS[found[2]] if found else 0
    return seconds if seconds in _INTERVALS else None


def read_zone(text: str) -> bool:
    """Return whether a time zone is known."""
    return text in _zones()


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())
