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
_MOST_LONG = 32
"""How many works that take hours go on or wait, one at a time."""


class BackgroundTasks:
    """What is being worked out for pages, or has been, by what it is."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._known: dict[Hashable, tuple[float, asyncio.Task[Any]]] = {}
        self._limiter, self._turns = Bulkhead(_PLACES, kind="works"), asyncio.Semaphore(_AT_ONCE)
        self._long: dict[Hashable, asyncio.Task[Any]] = {}
        self._held: dict[Hashable, None] = {}
        self._long_turn = asyncio.Semaphore(1)

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

    async def keep_going(self, what: Hashable, work: Callable[[], Awaitable[Any]]) -> bool:
        """Begin a work that may take hours and keeps what it has done, unless it goes on; say whether it goes on still.

        It goes on though nobody looks, and ends with the server: whoever looks again begins it where it was. Where too
        many wait, it is begun when somebody looks later. One that is held does not go on.
        """
        if what in self._held:
            return False
        for ended in [known for known, task in self._long.items() if task.done()]:
            del self._long[ended]
        if what not in self._long:
            if len(self._long) >= _MOST_LONG:
                return True
            self._long[what] = asyncio.create_task(self._run_alone(work))
            self._long[what].add_done_callback(_note)
        await asyncio.wait({self._long[what]}, timeout=_PATIENCE)
        if not self._long[what].done():
            return True
        self._long.pop(what).result()
        return False

    def is_held(self, what: Hashable) -> bool:
        """Say whether a work was stopped and not let go on since."""
        return what in self._held

    def hold(self, what: Hashable) -> None:
        """Stop a work that may take hours; what it has kept stays, and so it rests until it is let go on."""
        self._held[what] = None
        if len(self._held) > _MOST:
            del self._held[next(iter(self._held))]
        if (task := self._long.pop(what, None)) is not None:
            task.cancel()

    def let_go_on(self, what: Hashable) -> None:
        """Let a work go on that was stopped, when somebody looks next."""
        self._held.pop(what, None)

    async def _run_alone(self, work: Callable[[], Awaitable[Any]]) -> Any:
        async with self._long_turn:
            return await work()

    def close(self) -> None:
        """End what still goes on."""
        for task in (*(task for _, task in self._known.values()), *self._long.values()):
            with suppress(RuntimeError):  # its loop has ended
                task.cancel()
        self._known.clear()
        self._long.clear()
        self._held.clear()
        self._limiter.close()

    async def _run_in_turn(self, work: Callable[[], Awaitable[Any]]) -> Any:
        with self._limiter.slot():
            async with self._turns:
                return await work()


def _note(task: asyncio.Task[Any]) -> None:
    """Look at what failed, so that nothing is said of it if nobody comes back."""
    if not task.cancelled():
        task.exception()
