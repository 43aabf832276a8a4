"""Cache of bytes by digest, bounded in how much is kept and for how long; several threads may use it."""

from __future__ import annotations

import time
from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class BoundedCache:
    """Keeps what was written last, none of it longer than so many seconds, and whatever stands in it so long."""

    def __init__(self, *, most_bytes: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing."""
        self._most_bytes, self._seconds, self._clock = most_bytes, seconds, clock
        self._kept: OrderedDict[bytes, tuple[float, bytes]] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def get(self, key: bytes) -> bytes | None:
        """Give what is kept under a key; None if nothing is."""
        with self._lock:
            self._forget()
            kept = self._kept.get(key)
        return None if kept is None else kept[1]

    def add(self, key: bytes, content: bytes) -> None:
        """Keep something under a key, unless it is too large or something is kept there."""
        if len(content) > self._most_bytes:
            return
        with self._lock:
            self._forget()
            if key not in self._kept:
                self._forget(room=len(content))
                self._kept[key] = self._clock(), content
                self._bytes += len(content)

    def _forget(self, *, room: int = 0) -> None:
        """Forget what is too old, and the oldest until there is room for so many bytes more."""
        before = self._clock() - self._seconds
        while self._kept:
            written, content = next(iter(self._kept.values()))
            if written >= before and self._bytes + room <= self._most_bytes:
                return
            self._kept.popitem(last=False)
            self._bytes -= len(content)
