"""Clock with a floor: no time before it, and evaluation names in ascending order."""

import time
from datetime import timedelta

import pytest

from service.base import instants
from service.base.resource_names import name_milliseconds, new_evaluation_name

HOUR = 3_600_000
AT = instants.milliseconds_of("2026-11-22T12:00:00Z")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    shown = [AT]
    monkeypatch.setattr(instants, "_time_floor", 0)
    monkeypatch.setattr(time, "time_ns", lambda: shown[0] * 1_000_000)
    return shown


def test_time_stops_until_the_clock_catches_up(clock: list[int]) -> None:
    assert (instants.now(), instants.clock_lag_seconds()) == ("2026-11-22T12:00:00Z", 0)
    instants.set_floor(AT)
    clock[0] -= 3 * HOUR
    assert (instants.now(), instants.clock_lag_seconds()) == ("2026-11-22T12:00:00Z", 10_800)
    assert instants.system_now() == "2026-11-22T09:00:00Z"
    assert instants.now_plus(timedelta(hours=1)) == "2026-11-22T13:00:00Z"
    clock[0] -= 40 * 24 * HOUR
    assert instants.today("Asia/Shanghai").isoformat() == "2026-11-22"
    clock[0] = AT + HOUR
    assert (instants.now(), instants.clock_lag_seconds()) == ("2026-11-22T13:00:00Z", 0)
    instants.set_floor(AT)
    assert instants.now() == "2026-11-22T13:00:00Z"


def test_evaluation_names_stay_in_order_while_time_stops(clock: list[int]) -> None:
    names = []
    for _ in range(20):
        names.append(new_evaluation_name("a"))
        instants.set_floor(name_milliseconds(names[-1]))
        clock[0] -= HOUR
    assert names == sorted(names)
    assert [name_milliseconds(name) for name in names] == list(range(AT, AT + 20))
