"""Turns at costly work, one at a time for each caller, so that no caller delays all others."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class FairTurns:
    """A limited number of turns at once, at most one for each caller; further work of a caller waits behind its own."""

    def __init__(self, at_once: int) -> None:
        """Allow this many turns at once."""
        self._turns = asyncio.Semaphore(at_once)
        self._own: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, caller: str) -> AsyncIterator[None]:
        """Wait for a turn of a caller, and keep it until the work is done."""
        own = self._own.get(caller)
        if own is None:
            own = self._own[caller] = asyncio.Lock()
        async with own, self._turns:
            yield
