"""Work with reports as a stream: the latest report at each time, and the answer last."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from google.protobuf.message import Message

    from service.base.worker_specs import Answer, Worker


async def with_reports(
    worker: Worker, job: Message, answer: type[Answer], *, language: str
) -> AsyncGenerator[bytes | Answer]:
    """Yield serialized reports, then the answer.

    A slow reader misses reports, but does not delay the work. The work ends if the generator is closed.
    """
    latest: list[bytes] = []
    changed = asyncio.Event()

    def on_report(report: bytes) -> None:
        latest[:] = (report,)
        changed.set()

    working = asyncio.ensure_future(worker.work(job, answer, language=language, on_report=on_report))
    working.add_done_callback(lambda _: changed.set())
    try:
        while not working.done():
            await changed.wait()
            changed.clear()
            while latest:
                yield latest.pop()
        yield working.result()
    finally:
        working.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.gather(working, return_exceptions=True)
