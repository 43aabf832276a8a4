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
    """Does work in a thread of the kind of work that it belongs to."""

    def __call__(self, work: Callable[P, Answer], *args: P.args, **named: P.kwargs) -> Awaitable[Answer]:
        """Do it, and give what it gives."""
        ...


class ThreadPool:
    """So many threads of one kind of work, each started when there is work for it.

    The executor that an event loop has by default is used nowhere: whoever waits long in it would keep all others out.
    """

    def __init__(self, count: int = 1) -> None:
        """Begin without any."""
        self._threads = ThreadPoolExecutor(count)

    async def do(self, work: Callable[P, Answer], *args: P.args, **named: P.kwargs) -> Answer:
        """Do work in one of them; what it logs names the call for which it is done."""
        around = partial(copy_context().run, work, *args, **named)
        return await asyncio.get_running_loop().run_in_executor(self._threads, around)

    def close(self) -> None:
        """Drop what waits, and finish what runs."""
        self._threads.shutdown(wait=True, cancel_futures=True)
