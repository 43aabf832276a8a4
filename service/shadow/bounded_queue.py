"""Queue with a limit for the number of items and for their bytes; it refuses items instead of waiting."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Generic, TypeVar

_Item = TypeVar("_Item")

MAXIMUM_BYTES = 64 * 1024 * 1024
"""Limit for the content of one queue, because single requests can have several megabytes."""


class BoundedQueue(Generic[_Item]):
    """First-in, first-out queue of one event loop."""

    def __init__(self, limit: int, maximum_bytes: int = MAXIMUM_BYTES) -> None:
        self._limit, self._maximum_bytes = limit, maximum_bytes
        self._items: deque[tuple[_Item, int]] = deque()
        self._bytes = 0
        self._filled = asyncio.Semaphore(0)

    def __len__(self) -> int:
        return len(self._items)

    def offer(self, item: _Item, size: int) -> bool:
        """Add an item of `size` bytes; return False if the queue is full."""
        if len(self._items) >= self._limit or self._bytes + size > self._maximum_bytes:
            return False
        self._items.append((item, size))
        self._bytes += size
        self._filled.release()
        return True

    async def take(self) -> _Item:
        await self._filled.acquire()
        item, size = self._items.popleft()
        self._bytes -= size
        return item
