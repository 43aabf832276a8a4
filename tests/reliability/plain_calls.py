"""Open-loop load generator: calls at a fixed rate as raw bytes over sockets, with hardly any computing.

A client library needs more of the cores for a call than the server does for its refusal, and so measures itself. Here
each call is two frames of HTTP/2, or one request of HTTP/1.1, written beforehand; of an answer only its status is read.
"""

from __future__ import annotations

import re
import selectors
import socket
import struct
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

_DATA, _HEADERS, _RESET, _SETTINGS, _PING, _GOAWAY, _WINDOW = 0, 1, 3, 4, 6, 7, 8
_ACKNOWLEDGED = _LAST = 1
_END_OF_HEADERS = 4
_HEAD = 9
_PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
_LARGE = 1 << 30
_FIRST_WINDOW = 65_535
_LARGEST_FRAME = 16_384
_CANCEL = 8
_CHUNK = 1 << 18
_OWN_SETTINGS = ((1, 0), (2, 0), (4, _LARGE), (0xFE03, 1))
"""No table of headers, no pushes, a large window, and details of errors as the bytes they are: so nothing is coded."""
_TOO_MANY_REQUESTS = 429
_LAST_SECONDS = 60
LEFT = "left"
TAKEN = "taken"
REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Answered:
    how: str
    seconds: float


class Connection(Protocol):
    """A connection over which calls go."""

    socket: socket.socket

    def call(self, body: bytes, due: float, *, leaves: bool) -> None:
        """Begin a call. A caller with `leaves` does not wait for the answer."""

    def read(self, now: float) -> list[Answered]:
        """Return the calls that ended since the last read."""

    @property
    def waits(self) -> bool:
        """Whether any call is unanswered."""

    @property
    def is_busy(self) -> bool:
        """Whether a new call would wait for an earlier one."""


def framed(message: bytes) -> bytes:
    """Write a message as gRPC does."""
    return b"\0" + struct.pack("!I", len(message)) + message


def posted(address: str, path: str, content: bytes) -> bytes:
    """Write a request of HTTP/1.1."""
    head = f"POST {path} HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/json\r\n"
    return f"{head}content-length: {len(content)}\r\n\r\n".encode() + content


def _opened(address: str) -> socket.socket:
    host, _, port = address.rpartition(":")
    opened = socket.create_connection((host, int(port)))
    opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    opened.setblocking(False)
    return opened


def _frame(kind: int, flags: int, stream: int, content: bytes = b"") -> bytes:
    return struct.pack("!I", len(content))[1:] + bytes((kind, flags)) + struct.pack("!I", stream) + content


def _literal(name: bytes, value: bytes) -> bytes:
    return name + bytes((len(value),)) + value


class GrpcConnection:
    """Calls of one method of gRPC."""

    def __init__(self, address: str, method: str) -> None:
        """Connect."""
        self.socket = _opened(address)
        named = [(b"\x04", method.encode()), (b"\x01", address.encode()), (b"\x0f\x10", b"application/grpc")]
        self._headers = b"\x83\x86" + b"".join(_literal(*one) for one in named) + _literal(b"\0\x02te", b"trailers")
        settings = b"".join(struct.pack("!HI", *one) for one in _OWN_SETTINGS)
        self._unsent = bytearray(_PREFACE + _frame(_SETTINGS, 0, 0, settings))
        self._unsent += _frame(_WINDOW, 0, 0, struct.pack("!I", _LARGE))
        self._unread = bytearray()
        self._calls: dict[int, float] = {}
        self._waiting: deque[tuple[bytes, float, bool]] = deque()
        self._stream, self._window, self._most = 1, _FIRST_WINDOW, _LARGE
        self._send()

    @property
    def waits(self) -> bool:
        return bool(self._calls or self._waiting)

    @property
    def is_busy(self) -> bool:
        """Always false, because calls run concurrently."""
        return False

    def call(self, body: bytes, due: float, *, leaves: bool = False) -> None:
        """Begin a call when the flow control window of the server allows it."""
        self._waiting.append((body, due, leaves))
        self._send()

    def read(self, now: float) -> list[Answered]:
        self._unread += _received(self.socket)
        ended, at = [], 0
        while len(self._unread) - at >= _HEAD:
            size = int.from_bytes(self._unread[at : at + 3], "big")
            if len(self._unread) - at < _HEAD + size:
                break
            kind, flags, stream = struct.unpack_from("!BBI", self._unread, at + 3)
            content = bytes(self._unread[at + _HEAD : at + _HEAD + size])
            at += _HEAD + size
            how = self._taken(kind, flags, stream, content)
            if how and stream in self._calls:
                ended.append(Answered(how, now - self._calls.pop(stream)))
        del self._unread[:at]
        self._send()
        return ended

    def _taken(self, kind: int, flags: int, stream: int, content: bytes) -> str:
        """Process a frame and return the outcome of its call, or an empty string."""
        if kind == _HEADERS and flags & _LAST:
            return _ended(content)
        if kind == _RESET:
            return f"reset {int.from_bytes(content, 'big')}"
        if kind == _SETTINGS and not flags & _ACKNOWLEDGED:
            for name, value in struct.iter_unpack("!HI", content):
                self._most = value if name == 3 else self._most
            self._unsent += _frame(_SETTINGS, _ACKNOWLEDGED, 0)
        elif kind == _PING and not flags & _ACKNOWLEDGED:
            self._unsent += _frame(_PING, _ACKNOWLEDGED, 0, content)
        elif kind == _WINDOW and stream == 0:
            self._window += int.from_bytes(content, "big")
        elif kind == _GOAWAY:
            raise ConnectionError(content)
        return ""

    def _send(self) -> None:
        while self._waiting and len(self._waiting[0][0]) <= self._window and len(self._calls) < self._most:
            body, due, leaves = self._waiting.popleft()
            self._unsent += _frame(_HEADERS, _END_OF_HEADERS, self._stream, self._headers)
            for at in range(0, len(body), _LARGEST_FRAME):
                flags = _LAST if at + _LARGEST_FRAME >= len(body) else 0
                self._unsent += _frame(_DATA, flags, self._stream, body[at : at + _LARGEST_FRAME])
            self._window -= len(body)
            if leaves:
                self._unsent += _frame(_RESET, 0, self._stream, struct.pack("!I", _CANCEL))
            else:
                self._calls[self._stream] = due
            self._stream += 2
        _sent(self.socket, self._unsent)


def _ended(trailers: bytes) -> str:
    match = re.search(rb"grpc-status.([0-9]+)", trailers, re.DOTALL)
    code = int(match[1]) if match else -1
    if code == 0:
        return TAKEN
    return REFUSED if code == 8 and b"RetryInfo" in trailers else f"status {code}"


class HttpConnection:
    """Requests of HTTP/1.1, one after the other over one connection."""

    def __init__(self, address: str) -> None:
        """Connect."""
        self.socket = _opened(address)
        self._unsent, self._unread = bytearray(), bytearray()
        self._due: float | None = None
        self._waiting: deque[tuple[bytes, float]] = deque()

    @property
    def waits(self) -> bool:
        return self._due is not None or bool(self._waiting)

    @property
    def is_busy(self) -> bool:
        return self.waits

    def call(self, body: bytes, due: float, *, leaves: bool = False) -> None:
        """Begin a call when the previous call has ended. `leaves` is ignored: leaving would close the connection."""
        del leaves
        self._waiting.append((body, due))
        self._send()

    def read(self, now: float) -> list[Answered]:
        self._unread += _received(self.socket)
        head, separator, rest = bytes(self._unread).partition(b"\r\n\r\n")
        size = re.search(rb"content-length: ([0-9]+)", head)
        if not separator or size is None or len(rest) < int(size[1]) or self._due is None:
            return []
        code = int(head.split(b" ", 2)[1])
        how = TAKEN if code == 200 else f"status {code}"
        if code == _TOO_MANY_REQUESTS and b"RetryInfo" in rest:
            how = REFUSED
        ended = Answered(how, now - self._due)
        self._unread.clear()
        self._due = None
        self._send()
        return [ended]

    def _send(self) -> None:
        if self._due is None and self._waiting:
            body, self._due = self._waiting.popleft()
            self._unsent += body
        _sent(self.socket, self._unsent)


def _received(opened: socket.socket) -> bytes:
    try:
        chunk = opened.recv(_CHUNK)
    except BlockingIOError:
        return b""
    if not chunk:
        raise ConnectionError
    return chunk


def _sent(opened: socket.socket, unsent: bytearray) -> None:
    while unsent:
        try:
            del unsent[: opened.send(unsent)]
        except BlockingIOError:
            return


def at_rate(
    connections: Sequence[Connection], body: Callable[[], bytes], rate: float, seconds: float, *, leaving: int = 0
) -> list[Answered]:
    """Begin calls at a fixed rate, whether earlier calls were answered or not; one in `leaving` leaves."""
    with selectors.DefaultSelector() as selector:
        for connection in connections:
            selector.register(connection.socket, selectors.EVENT_READ, connection)
        begun, sent = time.monotonic(), 0
        answered: list[Answered] = []
        while (elapsed := time.monotonic() - begun) < seconds or any(one.waits for one in connections):
            if elapsed > seconds + _LAST_SECONDS:
                raise TimeoutError
            while elapsed < seconds and sent < elapsed * rate:
                leaves = bool(leaving) and sent % leaving == leaving - 1
                _free(connections, sent).call(body(), begun + sent / rate, leaves=leaves)
                sent += 1
                answered += [Answered(LEFT, 0)] * leaves
            due = begun + sent / rate - time.monotonic() if elapsed < seconds else 0.2
            for key, _ in selector.select(max(due, 0)):
                answered += key.data.read(time.monotonic())
    return answered


def _free(connections: Sequence[Connection], number: int) -> Connection:
    """Return the next connection, in turn, that is not busy; if all are busy, the next in turn."""
    turn = number % len(connections)
    in_turn = (connections[(turn + step) % len(connections)] for step in range(len(connections)))
    return next((one for one in in_turn if not one.is_busy), connections[turn])


def one_after_the_other(connections: Sequence[Connection], body: Callable[[], bytes], count: int) -> list[float]:
    """Make calls, over each connection one when the one before was answered; the answer is how long each took.

    Raises:
        AssertionError: one was not taken.
    """
    answered: list[Answered] = []
    with selectors.DefaultSelector() as selector:
        for connection in connections:
            selector.register(connection.socket, selectors.EVENT_READ, connection)
            connection.call(body(), time.monotonic(), leaves=False)
        while any(one.waits for one in connections):
            for key, _ in selector.select(_LAST_SECONDS):
                ended = key.data.read(time.monotonic())
                answered += ended
                if ended and len(answered) + len(connections) <= count:
                    key.data.call(body(), time.monotonic(), leaves=False)
    assert all(one.how == TAKEN for one in answered), {one.how for one in answered}
    return [one.seconds for one in answered]
