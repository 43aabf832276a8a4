"""Waiting for the effects of another process or thread that provides no event."""

import asyncio
import time
from collections.abc import Callable

_OFTEN = 0.01


def until(holds: Callable[[], object], seconds: float = 60) -> None:
    """Wait until something holds; fail if it never does."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"it did not come about in {seconds} seconds"
        time.sleep(_OFTEN)


async def soon(holds: Callable[[], object], seconds: float = 60) -> None:
    """Wait in the same way, without blocking the event loop."""
    async with asyncio.timeout(seconds):
        while not holds():  # noqa: ASYNC110 -- threads and other processes set no event of this loop
            await asyncio.sleep(_OFTEN)
