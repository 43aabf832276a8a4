"""Turns at costly work of which each caller has one at a time, so that nobody delays everybody else."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class FairTurns:
    """So many turns at once, of which each caller has at most one; further work of a caller waits behind its own."""

    def __init__(self, at_once: int) -> None:
        """Give so many turns at once."""
        self._turns = asyncio.Semaphore(at_once)
        self._own: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, caller: str) -> AsyncIterator[None]:
        """Wait for a turn of a caller, and have it meanwhile."""
        own = self._own.get(caller)
        if own is None:
            own = self._own[caller] = asyncio.Lock()
        async with own, self._turns:
            yield
