"""Turns for costly work, one at a time per caller, so that no caller delays all others."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class FairTurns:
    """A limited number of concurrent turns, at most one per caller."""

    def __init__(self, at_once: int) -> None:
        self._turns = asyncio.Semaphore(at_once)
        self._locks_by_caller: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, caller: str) -> AsyncIterator[None]:
        lock = self._locks_by_caller.get(caller)
        if lock is None:
            lock = self._locks_by_caller[caller] = asyncio.Lock()
        async with lock, self._turns:
            yield
