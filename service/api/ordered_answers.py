"""Ordered answers to a request stream, with bounded concurrency and backpressure."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from rules.contracts import message_factory
from service.base.refusals import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable

_message = message_factory(__name__)

Request = TypeVar("Request")
Response = TypeVar("Response")


async def answer_in_order(
    requests: AsyncIterator[Request],
    answer: Callable[[Request], Awaitable[Response]],
    *,
    ahead: int,
    stopping: asyncio.Event | None = None,
) -> AsyncGenerator[Response, None]:
    """Yield the answers in request order, with at most `ahead` in progress or unread.

    A caller who stops reading therefore stops the work. `answer` must not raise. Closing the generator cancels running
    answers. After `stopping` is set, no more requests are read, and Refusal is raised after the answers in progress.
    """
    slots = asyncio.Semaphore(ahead)
    waiting: asyncio.Queue[asyncio.Task[Response] | None] = asyncio.Queue()
    running: set[asyncio.Task[Response]] = set()

    async def read() -> None:
        try:
            await slots.acquire()
            async for request in requests:
                task = asyncio.ensure_future(answer(request))
                running.add(task)
                waiting.put_nowait(task)
                await slots.acquire()
        finally:
            waiting.put_nowait(None)

    async def stop() -> None:
        if stopping is not None:
            await stopping.wait()
            reader.cancel()

    reader = asyncio.create_task(read())
    stopper = asyncio.create_task(stop())
    try:
        while (task := await waiting.get()) is not None:
            response = await task
            running.discard(task)
            yield response
            slots.release()
        await asyncio.wait((reader,))
        if reader.cancelled():
            raise Refusal(Reason.SHUTTING_DOWN, _message("STREAM_ENDS"))
        reader.result()
    finally:
        stopper.cancel()
        reader.cancel()
        for task in running:
            task.cancel()
        await asyncio.gather(stopper, reader, *running, return_exceptions=True)
