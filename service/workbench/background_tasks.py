"""Background tasks of pages that take longer than anybody waits for a page."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from service.api.bulkheads import Bulkhead

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Hashable

_KEPT_SECONDS, _MOST = 600.0, 400
"""How long something is kept, and how many."""
_PLACES, _AT_ONCE = 32, 2
"""How many go on or wait for their turn, and how many go on at once."""
_PATIENCE = 0.5
"""How many seconds a page waits before it is shown without."""


class BackgroundTasks:
    """What is being worked out for pages, or has been, by what it is."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._known: dict[Hashable, tuple[float, asyncio.Task[Any]]] = {}
        self._limiter, self._turns = Bulkhead(_PLACES, kind="works"), asyncio.Semaphore(_AT_ONCE)

    async def result(self, what: Hashable, work: Callable[[], Awaitable[Any]]) -> Any | None:
        """Give what comes of a work that is begun once; None while it goes on. What failed is begun anew after that."""
        now = time.monotonic()
        began, task = self._known.get(what, (now, None))
        if task is None or now - began > _KEPT_SECONDS:
            task = asyncio.create_task(self._run_in_turn(work))
            task.add_done_callback(_note)
            self._known.pop(what, None)
            self._known[what] = now, task
            if len(self._known) > _MOST:
                del self._known[next(iter(self._known))]
        await asyncio.wait({task}, timeout=_PATIENCE)
        if not task.done():
            return None
        try:
            return task.result()
        except BaseException:
            if self._known.get(what, (now, None))[1] is task:
                del self._known[what]
            raise

    def done(self, what: Hashable) -> Any | None:
        """Give what came of a work; None if it was not begun, goes on, failed, or lies too long ago."""
        began, task = self._known.get(what, (0.0, None))
        is_good = task is not None and task.done() and not task.cancelled() and task.exception() is None
        return task.result() if task is not None and is_good and time.monotonic() - began <= _KEPT_SECONDS else None

    def close(self) -> None:
        """End what still goes on."""
        for _, task in self._known.values():
            with suppress(RuntimeError):  # its loop has ended
                task.cancel()
        self._known.clear()
        self._limiter.close()

    async def _run_in_turn(self, work: Callable[[], Awaitable[Any]]) -> Any:
        with self._limiter.slot():
            async with self._turns:
                return await work()


def _note(task: asyncio.Task[Any]) -> None:
    """Look at what failed, so that nothing is said of it if nobody comes back."""
    if not task.cancelled():
        task.exception()
