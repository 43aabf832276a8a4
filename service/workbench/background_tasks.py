"""Background tasks of slow pages: cached results and resumable long work."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from service.api.bulkheads import Bulkhead

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Hashable

_RESULT_SECONDS, _MAX_RESULTS = 600.0, 400
_MAX_TASKS, _MAX_RUNNING_TASKS = 32, 2
_WAIT_SECONDS = 0.5
_MAX_LONG_TASKS = 32


class BackgroundTasks:
    """Running and finished tasks by key."""

    def __init__(self) -> None:
        self._tasks: dict[Hashable, tuple[float, asyncio.Task[Any]]] = {}
        self._limiter, self._turns = Bulkhead(_MAX_TASKS, kind="works"), asyncio.Semaphore(_MAX_RUNNING_TASKS)
        self._long: dict[Hashable, asyncio.Task[Any]] = {}
        self._held: dict[Hashable, None] = {}
        self._progress: dict[Hashable, Any] = {}
        self._long_turn = asyncio.Semaphore(1)

    async def result(self, what: Hashable, work: Callable[[], Awaitable[Any]], *, in_turn: bool = True) -> Any | None:
        """Return the result of work that starts now or was started before; None while it runs.

        Only a few tasks run at once, unless `in_turn` is false, for work that has a limit of its own.
        """
        now = time.monotonic()
        began, task = self._tasks.get(what, (now, None))
        if task is None or now - began > _RESULT_SECONDS:
            task = asyncio.create_task(self._run_in_turn(work) if in_turn else self._run_at_once(work))
            task.add_done_callback(_retrieve_error)
            self._tasks.pop(what, None)
            self._tasks[what] = now, task
            if len(self._tasks) > _MAX_RESULTS:
                del self._tasks[next(iter(self._tasks))]
        await asyncio.wait({task}, timeout=_WAIT_SECONDS)
        if not task.done():
            return None
        try:
            return task.result()
        except BaseException:
            if self._tasks.get(what, (now, None))[1] is task:
                del self._tasks[what]
            raise

    def done(self, what: Hashable) -> Any | None:
        began, task = self._tasks.get(what, (0.0, None))
        is_successful = task is not None and task.done() and not task.cancelled() and task.exception() is None
        return (
            task.result()
            if task is not None and is_successful and time.monotonic() - began <= _RESULT_SECONDS
            else None
        )

    def cancel(self, what: Hashable) -> None:
        """Stop a task and forget its result."""
        self._progress.pop(what, None)
        _, task = self._tasks.pop(what, (0.0, None))
        if task is not None:
            task.cancel()

    def note_progress(self, what: Hashable, progress: Any) -> None:
        self._progress.pop(what, None)
        self._progress[what] = progress
        if len(self._progress) > _MAX_RESULTS:
            del self._progress[next(iter(self._progress))]

    def progress(self, what: Hashable) -> Any | None:
        return self._progress.get(what)

    async def keep_going(self, what: Hashable, work: Callable[[], Awaitable[Any]]) -> bool:
        """Start or continue a long, resumable task; return False once it has finished or is held.

        It continues without callers, and a restarted server resumes it at the next call.
        """
        if what in self._held:
            return False
        for ended in [known for known, task in self._long.items() if task.done()]:
            del self._long[ended]
        if what not in self._long:
            if len(self._long) >= _MAX_LONG_TASKS:
                return True
            self._long[what] = asyncio.create_task(self._run_alone(work))
            self._long[what].add_done_callback(_retrieve_error)
        await asyncio.wait({self._long[what]}, timeout=_WAIT_SECONDS)
        if not self._long[what].done():
            return True
        self._long.pop(what).result()
        return False

    def is_held(self, what: Hashable) -> bool:
        return what in self._held

    def hold(self, what: Hashable) -> None:
        self._held[what] = None
        if len(self._held) > _MAX_RESULTS:
            del self._held[next(iter(self._held))]
        if (task := self._long.pop(what, None)) is not None:
            task.cancel()

    def let_go_on(self, what: Hashable) -> None:
        self._held.pop(what, None)

    async def _run_alone(self, work: Callable[[], Awaitable[Any]]) -> Any:
        async with self._long_turn:
            return await work()

    def close(self) -> None:
        for task in (*(task for _, task in self._tasks.values()), *self._long.values()):
            with suppress(RuntimeError):  # the event loop may be closed
                task.cancel()
        self._tasks.clear()
        self._long.clear()
        self._held.clear()
        self._progress.clear()
        self._limiter.close()

    async def _run_in_turn(self, work: Callable[[], Awaitable[Any]]) -> Any:
        with self._limiter.slot():
            async with self._turns:
                return await work()

    async def _run_at_once(self, work: Callable[[], Awaitable[Any]]) -> Any:
        with self._limiter.slot():
            return await work()


def _retrieve_error(task: asyncio.Task[Any]) -> None:
    """Retrieve the error, because asyncio logs unretrieved errors."""
    if not task.cancelled():
        task.exception()
