"""Background tasks of the workbench: deduplication, disconnects, failure and retry, limits and expiry."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from service.api.bulkheads import BulkheadFullError
from service.workbench import background_tasks
from service.workbench.background_tasks import BackgroundTasks


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background_tasks, "_WAIT_SECONDS", 0.05)


@pytest.fixture
def known() -> Iterator[BackgroundTasks]:
    tasks = BackgroundTasks()
    yield tasks
    tasks.close()


def test_a_task_continues_and_its_result_is_available_later(known: BackgroundTasks) -> None:
    begun: list[int] = []

    async def go() -> list[str | None]:
        free = asyncio.Event()

        async def work() -> str:
            begun.append(1)
            await free.wait()
            return "done"

        first = [await known.result("a", work), await known.result("a", work)]
        free.set()
        return [*first, await known.result("a", work), await known.result("a", work)]

    assert asyncio.run(go()) == [None, None, "done", "done"]
    assert len(begun) == 1


def test_a_failed_task_is_reported_once_and_restarted(known: BackgroundTasks) -> None:
    begun: list[int] = []

    async def work() -> str:
        begun.append(1)
        if len(begun) == 1:
            raise KeyError("lost")
        return "done"

    async def go() -> str | None:
        with pytest.raises(KeyError):
            await known.result("a", work)
        result: str | None = await known.result("a", work)
        return result

    assert asyncio.run(go()) == "done"


def test_a_disconnected_caller_does_not_stop_the_task(known: BackgroundTasks) -> None:
    async def go() -> str | None:
        async def work() -> str:
            await asyncio.sleep(0.03)
            return "done"

        asking = asyncio.create_task(known.result("a", work))
        await asyncio.sleep(0.01)
        asking.cancel()
        await asyncio.sleep(0.05)
        result: str | None = await known.result("a", work)
        return result

    assert asyncio.run(go()) == "done"


def test_concurrent_tasks_are_limited_and_an_excess_task_is_refused(known: BackgroundTasks) -> None:
    going, most = 0, 0

    async def work() -> str:
        nonlocal going, most
        going += 1
        most = max(most, going)
        await asyncio.sleep(0.01)
        going -= 1
        return "done"

    async def go() -> None:
        results = await asyncio.gather(*(known.result(one, work) for one in range(40)), return_exceptions=True)
        assert sum(isinstance(one, BulkheadFullError) for one in results) == 8
        await asyncio.sleep(0.5)
        assert await known.result(0, work) == "done"

    asyncio.run(go())
    assert most == 2


def test_expired_and_evicted_results_are_computed_again(
    known: BackgroundTasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[int] = []

    async def work() -> int:
        begun.append(1)
        return len(begun)

    async def go() -> list[int | None]:
        monkeypatch.setattr(background_tasks, "_MAX_RESULTS", 100)
        results = [await known.result(one, work) for one in (0, 0, *range(1, 101), 0)]
        monkeypatch.setattr(background_tasks, "_RESULT_SECONDS", -1.0)
        return [*results[:2], results[-1], await known.result(0, work)]

    assert asyncio.run(go()) == [1, 1, 102, 103]


def test_only_finished_results_are_returned_without_starting_a_task(
    known: BackgroundTasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails() -> int:
        raise ValueError("lost")

    async def works() -> str:
        return "done"

    async def go() -> list[str | None]:
        results = [known.done("never")]
        with pytest.raises(ValueError, match="lost"):
            await known.result("failed", fails)
        results.append(known.done("failed"))
        await known.result("worked", works)
        results.append(known.done("worked"))
        monkeypatch.setattr(background_tasks, "_RESULT_SECONDS", -1.0)
        return [*results, known.done("worked")]

    assert asyncio.run(go()) == [None, None, "done", None]


def test_a_paused_task_does_not_run_until_resumed(known: BackgroundTasks) -> None:
    begun: list[int] = []

    async def go() -> list[bool]:
        async def work() -> None:
            begun.append(1)
            await asyncio.sleep(0.2)

        seen = [await known.keep_going("a", work)]
        known.hold("a")
        seen += [await known.keep_going("a", work), known.is_held("a")]
        known.let_go_on("a")
        return [*seen, known.is_held("a"), await known.keep_going("a", work)]

    assert asyncio.run(go()) == [True, False, True, False, True]
    assert len(begun) == 2


def test_a_cancelled_task_stops_and_its_result_and_progress_are_forgotten(known: BackgroundTasks) -> None:
    ended: list[str] = []

    async def go() -> list[object]:
        async def work() -> str:
            known.note_progress("a", "half")
            try:
                await asyncio.Event().wait()
            finally:
                ended.append("a")
            return ""

        async def quick() -> str:
            return "new"

        answers: list[object] = [await known.result("a", work, in_turn=False), known.progress("a")]
        known.cancel("a")
        known.cancel("unknown")
        answers.append(await known.result("a", quick))
        return [*answers, known.progress("a")]

    assert asyncio.run(go()) == [None, "half", "new", None]
    assert ended == ["a"]


def test_work_with_its_own_limit_does_not_delay_other_work(known: BackgroundTasks) -> None:
    async def go() -> list[object]:
        free = asyncio.Event()

        async def long() -> str:
            await free.wait()
            return "long"

        async def quick() -> str:
            return "quick"

        begun = [await known.result(number, long, in_turn=False) for number in range(4)]
        answer = await known.result("quick", quick)
        free.set()
        return [*begun, answer, await known.result(0, long, in_turn=False)]

    assert asyncio.run(go()) == [None, None, None, None, "quick", "long"]
