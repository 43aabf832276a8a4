"""Background work of a server: threads and tasks that repeat rounds until the server stops."""

from __future__ import annotations

import asyncio
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from rules.contracts import TouchstoneError
from service.base import logs
from service.base.grpc_status import reason_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Iterator
    from contextlib import AsyncExitStack
    from typing import Any

_STOP_SECONDS = 30.0


class BackgroundThread:
    """Daemon thread that repeats rounds; a subclass defines `_round` and starts it at the end of its constructor."""

    def __init__(self, name: str) -> None:
        self.is_stopping = False
        self._woken = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """Begin the next round now, or after the current round."""
        self._woken.set()

    def request_stop(self) -> None:
        self.is_stopping = True
        self._woken.set()

    def join(self) -> None:
        self._thread.join(_STOP_SECONDS)

    def stop(self) -> None:
        self.request_stop()
        self.join()

    def _round(self) -> float:
        """Work once; return the seconds until the next round. It must not raise."""
        raise NotImplementedError

    def _run(self) -> None:
        while True:
            self._woken.clear()
            if self.is_stopping:  # checked after the event is cleared, so that no stop is missed
                return
            self._woken.wait(self._round())


@contextmanager
def logging_failures(waits: str, failed: str, **fields: str) -> Iterator[None]:
    """Log an error of a round, which is repeated later; `waits` and `failed` are the names of the log entries."""
    try:
        yield
    except TouchstoneError as error:
        logs.warning(waits, reason=reason_of(error).value, **fields)
    except Exception as error:
        logs.error(failed, error=type(error).__name__, **fields)


async def repeat(
    work: Callable[[], Awaitable[object]],
    seconds: float,
    failed: str,
    *,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
) -> None:
    """Repeat work at a fixed interval; work longer than the interval delays the next, without catching up.

    Errors are logged as `failed`, and do not end the repetition.
    """
    due = clock()
    while True:
        with logging_failures(failed, failed):
            await work()
        due = max(due + seconds, clock())
        await sleep(due - clock())


async def wait_for_stop(stopping: asyncio.Event, seconds: float) -> bool:
    """Wait some seconds, or until the server stops; return whether it stops."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stopping.wait()
    return stopping.is_set()


def run_until_closed(work: Coroutine[Any, Any, None], parts: AsyncExitStack) -> None:
    """Run work as a task, which is cancelled when `parts` is closed."""
    task = asyncio.create_task(work)

    async def end() -> None:
        task.cancel()
        await asyncio.wait({task})

    parts.push_async_callback(end)
