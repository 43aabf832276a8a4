"""Thread pool for the blocking calls of one kind of work."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from typing import ParamSpec, Protocol, TypeVar

Answer = TypeVar("Answer")
P = ParamSpec("P")


class ThreadRunner(Protocol):
    """Runs work in a thread of its pool."""

    def __call__(self, work: Callable[P, Answer], *args: P.args, **named: P.kwargs) -> Awaitable[Answer]: ...


class ThreadPool:
    """Threads for one kind of work, started on demand.

    The event loop's default executor is never used, because long work would block other work.
    """

    def __init__(self, count: int = 1) -> None:
        self._threads = ThreadPoolExecutor(count)

    async def do(self, work: Callable[P, Answer], *args: P.args, **named: P.kwargs) -> Answer:
        call = partial(copy_context().run, work, *args, **named)
        return await asyncio.get_running_loop().run_in_executor(self._threads, call)

    def close(self) -> None:
        self._threads.shutdown(wait=True, cancel_futures=True)
