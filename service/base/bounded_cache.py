"""Thread-safe cache of bytes by digest, limited in size and age."""

from __future__ import annotations

import time
from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class BoundedCache:
    """Cache that evicts expired entries, and the oldest ones when full."""

    def __init__(self, *, most_bytes: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._max_bytes, self._seconds, self._clock = most_bytes, seconds, clock
        self._entries: OrderedDict[bytes, tuple[float, bytes]] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def get(self, key: bytes) -> bytes | None:
        with self._lock:
            self._evict()
            entry = self._entries.get(key)
        return None if entry is None else entry[1]

    def add(self, key: bytes, content: bytes) -> None:
        if len(content) > self._max_bytes:
            return
        with self._lock:
            self._evict()
            if key not in self._entries:
                self._evict(needed_bytes=len(content))
                self._entries[key] = self._clock(), content
                self._bytes += len(content)

    def _evict(self, *, needed_bytes: int = 0) -> None:
        before = self._clock() - self._seconds
        while self._entries:
            written, content = next(iter(self._entries.values()))
            if written >= before and self._bytes + needed_bytes <= self._max_bytes:
                return
            self._entries.popitem(last=False)
            self._bytes -= len(content)
