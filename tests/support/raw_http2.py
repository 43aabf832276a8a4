"""HTTP/2 by hand, for clients who keep silent where a library would answer by itself."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator
    from types import TracebackType

SETTINGS, PING, GOAWAY = 4, 6, 7
ACKNOWLEDGED = 1
"""ACK flag of SETTINGS and PING frames."""
MOST_STREAMS = 3
"""Identifier of the setting SETTINGS_MAX_CONCURRENT_STREAMS."""
_BEGINNING = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
_HEAD = struct.Struct("!BHBBI")
_REASON = struct.Struct("!II")


@dataclass(frozen=True)
class Frame:
    """HTTP/2 frame of one side."""

    kind: int
    flags: int
    content: bytes

    @property
    def settings(self) -> dict[int, int]:
        """Setting values by identifier."""
        return dict(struct.iter_unpack("!HI", self.content))

    @property
    def why(self) -> tuple[int, bytes]:
        """Read why nothing new is taken: the number of the error, which is 0 if there is none, and its words."""
        return _REASON.unpack_from(self.content)[1], self.content[_REASON.size :]


class RawClient:
    """A client that has begun, and does nothing by itself from then on."""

    def __init__(self, connection: socket.socket) -> None:
        """Open the HTTP/2 connection; the time limit of the socket applies to all reads."""
        self._connection, self._told = connection, connection.makefile("rb")
        connection.sendall(_BEGINNING)
        self.send(Frame(SETTINGS, 0, b""))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._told.close()
        self._connection.close()

    def send(self, frame: Frame) -> None:
        """Send a frame that concerns the whole connection."""
        size = len(frame.content)
        head = _HEAD.pack(size >> 16, size & 0xFFFF, frame.kind, frame.flags, 0)
        self._connection.sendall(head + frame.content)

    def frames(self) -> Iterator[Frame]:
        while head := self._read(_HEAD.size):
            high, low, kind, flags, _ = _HEAD.unpack(head)
            yield Frame(kind, flags, self._read(high << 16 | low))

    def of_kind(self, kind: int) -> Iterator[Frame]:
        """Return the frames of one kind, without acknowledgements."""
        return (frame for frame in self.frames() if frame.kind == kind and not frame.flags & ACKNOWLEDGED)

    def _read(self, size: int) -> bytes:
        try:
            return self._told.read(size)
        except ConnectionResetError:
            return b""
