"""How does a connection end so that its last answer is read? What its client still sends is passed over for a while.

A socket that is closed while something is unread resets the connection, and the answer is lost with it.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_SECONDS = 2
"""How long a client may take to read an answer after which it need not send more."""
_BYTES = 1 << 22
"""How much it may send meanwhile."""


class Parting(asyncio.Transport):
    """A transport that is closed at once only if its client has nothing more to send."""

    def __init__(self, transport: asyncio.Transport, is_done: Callable[[], bool]) -> None:
        """Write to this transport; `is_done` says whether the client has sent all that it has begun to send."""
        super().__init__()
        self._transport = transport
        self._is_done = is_done
        self._ending: asyncio.TimerHandle | None = None
        self._unread = _BYTES
        self.is_parting = False

    def write(self, data: bytes | bytearray | memoryview[int]) -> None:
        """Write, unless the last was written."""
        if not self.is_parting:
            self._transport.write(data)

    def close(self) -> None:
        """End, at once or when the client has had time to read."""
        if self.is_closing():
            return
        if self._is_done():
            self._transport.close()
            return
        self.is_parting = True
        self._transport.resume_reading()
        if self._transport.can_write_eof():
            self._transport.write_eof()
        self._ending = asyncio.get_running_loop().call_later(_SECONDS, self._transport.abort)

    def pass_over(self, size: int) -> None:
        """Take note that so many bytes came that nobody reads."""
        self._unread -= size
        if self._unread < 0:
            self._transport.abort()

    def lost(self) -> None:
        """Take note that the connection is no more."""
        if self._ending is not None:
            self._ending.cancel()

    def abort(self) -> None:
        """End at once."""
        self._transport.abort()

    def is_closing(self) -> bool:
        """Say whether the last was written."""
        return self.is_parting or self._transport.is_closing()

    def pause_reading(self) -> None:
        """Read no more for now."""
        if not self.is_parting:
            self._transport.pause_reading()

    def resume_reading(self) -> None:
        """Read again."""
        self._transport.resume_reading()

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        """Tell of the connection."""
        return self._transport.get_extra_info(name, default)
