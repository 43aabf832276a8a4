"""Schedules of pulls: intervals, times of day in time zones, and retries."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from service.base import instants
from service.pull.schedule import Schedule, read_interval, read_zone

NOW = "2026-03-28T23:30:00Z"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("10 s", 10), ("5min", 300), ("6 h", 21_600), ("31 d", 2_678_400), ("9 s", None), ("32 d", None), ("0 h", None),
     ("1.5 h", None), ("1 w", None), ("٦ h", None), ("1 h ", None), ("99999 d", None)],
)  # fmt: skip
def test_intervals_are_read(text: str, seconds: int | None) -> None:
    assert read_interval(text) == seconds


def test_zones_are_known() -> None:
    assert read_zone("Asia/Shanghai")
    assert not read_zone("../etc/passwd")


def test_a_time_of_day_follows_the_zone_and_its_summer_time() -> None:
    daily = Schedule(0, time(6, 30), "Asia/Shanghai")
    assert daily.next_after("2026-01-01T22:29:59Z") == "2026-01-01T22:30:00Z"
    assert daily.next_after("2026-01-01T22:30:00Z") == "2026-01-02T22:30:00Z"
    berlin = Schedule(0, time(2, 30), "Europe/Berlin")
    assert berlin.next_after(NOW) == "2026-03-29T01:30:00Z"  # 02:30 does not exist on this day
    assert berlin.next_after("2026-03-29T01:30:00Z") == "2026-03-30T00:30:00Z"


@given(
    st.integers(1_577_836_800, 1_893_456_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.sampled_from(["Etc/UTC", "Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]),
)
def test_the_next_time_is_later_and_within_a_day_and_a_half(moment: datetime, at: time, zone: str) -> None:
    instant = instants.instant_of(moment)
    following = instants.time_of(Schedule(0, at, zone).next_after(instant))
    assert timedelta() < following - instants.time_of(instant) <= timedelta(hours=25)
    local = following.astimezone(ZoneInfo(zone))
    assert abs((local.hour * 60 + local.minute) - (at.hour * 60 + at.minute)) in {0, 30, 60}


def test_retries_double_up_to_an_hour_and_never_exceed_the_schedule() -> None:
    daily = Schedule(86_400)
    minutes = [
        (instants.time_of(daily.retry_after(NOW, failures)) - instants.time_of(NOW)) // timedelta(minutes=1)
        for failures in (1, 2, 3, 4, 5, 6, 7, 1_000)
    ]
    assert minutes == [1, 2, 4, 8, 16, 32, 60, 60]
    assert Schedule(10).retry_after(NOW, 5) == instants.plus(NOW, timedelta(seconds=10))


@pytest.mark.parametrize("text", ["10 s", "5 min", "6 h", "2 d"])
def test_the_text_is_that_of_the_settings(text: str) -> None:
    assert Schedule(read_interval(text) or 0).text == text
