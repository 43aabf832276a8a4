"""How is a stream answered in order, while a few of its items are worked on ahead?"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable

Request = TypeVar("Request")
Response = TypeVar("Response")


async def in_order(
    requests: AsyncIterator[Request], answer: Callable[[Request], Awaitable[Response]], *, ahead: int
) -> AsyncGenerator[Response, None]:
    """Answer requests in their order, `answer` running for at most so many at once.

    Nothing more is read while that many answers are made or wait to be taken, so that a caller who stops reading stops
    the work. `answer` must not raise; whoever closes this generator cancels what runs.
    """
    places = asyncio.Semaphore(ahead)
    waiting: asyncio.Queue[asyncio.Task[Response] | None] = asyncio.Queue()
    running: set[asyncio.Task[Response]] = set()

    async def read() -> None:
        try:
            await places.acquire()
            async for request in requests:
                task = asyncio.ensure_future(answer(request))
                running.add(task)
                waiting.put_nowait(task)
                await places.acquire()
        finally:
            waiting.put_nowait(None)

    reader = asyncio.create_task(read())
    try:
        while (task := await waiting.get()) is not None:
            response = await task
            running.discard(task)
            yield response
            places.release()
        await reader
    finally:
        reader.cancel()
        for task in running:
            task.cancel()
        await asyncio.gather(reader, *running, return_exceptions=True)
