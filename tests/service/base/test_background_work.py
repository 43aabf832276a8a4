"""Background work: rounds by a simulated clock, wake and stop of threads, and the end of tasks."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Mapping
from contextlib import AsyncExitStack

import pytest

from rules.contracts import InputError
from service.base import logs
from service.base.background_work import BackgroundThread, logging_failures, repeat, run_until_closed, wait_for_stop
from tests.support.waiting import until


class _StopError(Exception):
    """End of a simulation."""


class SimulatedTime:
    def __init__(self, end: float) -> None:
        self.now, self._end = 0.0, end

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        if self.now >= self._end:
            raise _StopError


@pytest.mark.parametrize(
    ("durations", "starts"),
    [
        ([0, 0, 0], [0, 300, 600]),
        ([10, 299, 0], [0, 300, 600]),
        ([301, 0, 0], [0, 301, 601]),
        ([1_000, 0, 0], [0, 1_000, 1_300]),
    ],
)
def test_rounds_have_a_fixed_interval_and_never_catch_up(durations: list[float], starts: list[float]) -> None:
    time, found = SimulatedTime(end=starts[-1] + 1), list[float]()

    async def work() -> None:
        found.append(time.now)
        time.now += durations[len(found) - 1]

    with pytest.raises(_StopError):
        asyncio.run(repeat(work, 300, "work_failed", clock=time.clock, sleep=time.sleep))
    assert found == starts


def test_a_failed_round_does_not_end_the_repetition() -> None:
    time, count = SimulatedTime(end=900), 0

    async def work() -> None:
        nonlocal count
        count += 1
        raise ValueError

    with pytest.raises(_StopError):
        asyncio.run(repeat(work, 300, "work_failed", clock=time.clock, sleep=time.sleep))
    assert count == 3


class _Counter(BackgroundThread):
    def __init__(self) -> None:
        self.count = 0
        self.has_begun, self.may_end = threading.Event(), threading.Event()
        super().__init__("counter")

    def _round(self) -> float:
        self.count += 1
        self.has_begun.set()
        self.may_end.wait(20)
        return 3_600


def test_a_thread_waits_for_its_next_round_until_it_is_woken_or_stopped() -> None:
    thread = _Counter()
    assert thread.has_begun.wait(20)
    thread.wake()  # during a round
    thread.may_end.set()
    until(lambda: thread.count == 2, 20)
    thread.wake()
    until(lambda: thread.count == 3, 20)
    thread.stop()
    assert (thread.count, thread._thread.is_alive()) == (3, False)


def test_a_thread_does_not_miss_a_stop_during_a_round() -> None:
    thread = _Counter()
    assert thread.has_begun.wait(20)
    thread.request_stop()
    thread.may_end.set()
    thread.join()
    assert (thread.count, thread._thread.is_alive()) == (1, False)


def _fail(error: Exception) -> None:
    raise error


def test_errors_of_a_round_are_logged_with_their_reason() -> None:
    lines = list[tuple[str, str, Mapping[str, object]]]()
    previous = logs.set_writer(lambda level, event, fields: lines.append((level, event, fields)))
    logs.clear_and_bind()  # of an earlier call
    try:
        with logging_failures("work_waits", "work_failed", endpoint="erp"):
            _fail(InputError.of("field", "wrong", "MALFORMED"))
        with logging_failures("work_waits", "work_failed", endpoint="erp"):
            _fail(ValueError("confidential"))
    finally:
        logs.set_writer(previous)
    assert lines == [
        ("warning", "work_waits", {"reason": "INVALID_FIELDS", "endpoint": "erp"}),
        ("error", "work_failed", {"error": "ValueError", "endpoint": "erp"}),
    ]


def test_a_wait_ends_when_the_server_stops() -> None:
    async def wait() -> tuple[bool, bool]:
        stopping = asyncio.Event()
        waited = await wait_for_stop(stopping, 0.001)
        asyncio.get_running_loop().call_later(0.001, stopping.set)
        return waited, await wait_for_stop(stopping, 3_600)

    assert asyncio.run(wait()) == (False, True)


def test_a_task_has_ended_when_its_server_is_closed() -> None:
    ended = list[str]()

    async def work() -> None:
        try:
            await asyncio.sleep(3_600)
        finally:
            await asyncio.sleep(0.001)
            ended.append("task")

    async def serve() -> None:
        async with AsyncExitStack() as parts:
            run_until_closed(work(), parts)
            await asyncio.sleep(0)

    asyncio.run(serve())
    assert ended == ["task"]
