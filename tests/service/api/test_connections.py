"""gRPC connection limits: TLS handshake, keepalive, idle time, maximum age and excessive pings.

Over real sockets, with each limit of the product shortened alone, so that it is this one that ends the connection.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
import struct
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import grpc
import pytest

from service.api.bulkheads import OPTIONS
from service.api.grpc_listener import listen
from service.configuration.settings import Settings
from tests.support.identities import Authority

if TYPE_CHECKING:
    import socket
    from collections.abc import AsyncIterator, Callable, Iterator
    from types import TracebackType

    from tests.support.identities import Certified

    _WhereFrom = grpc.UnaryUnaryMultiCallable[bytes, bytes]
    _SaidAgain = grpc.StreamStreamMultiCallable[bytes, bytes]

SETTINGS, PING, GOAWAY = 4, 6, 7
ACKNOWLEDGED = 1
"""ACK flag of SETTINGS and PING frames."""
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


_DEADLINE = 30
"""Seconds after which a test fails; a limit of the product that is not shortened is longer."""
_TOO_MANY_PINGS = (11, b"too_many_pings")
_SHORT = 300
"""Milliseconds."""
_HANDSHAKE = {"grpc.server_handshake_timeout_ms": _SHORT}


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def own(authority: Authority) -> Certified:
    return authority.certified("server")


async def _where_from(_: bytes, context: grpc.aio.ServicerContext[bytes, bytes]) -> bytes:
    return context.peer().encode()


async def _said_again(items: AsyncIterator[bytes], _: grpc.aio.ServicerContext[bytes, bytes]) -> AsyncIterator[bytes]:
    async for item in items:
        yield item


def answering(act: Callable[[str], None], shortened: dict[str, int], *, certified: Certified | None = None) -> None:
    """Listen as the product does but for some limits, in milliseconds, and act on the address in another thread."""
    names = dict(OPTIONS)
    assert set(shortened) <= set(names)
    files: dict[str, Any] = {}
    if certified is not None:
        files = {"tls_certificate": certified.certificate, "tls_key": certified.key}
    methods: dict[str, grpc.RpcMethodHandler[bytes, bytes]] = {
        "WhereFrom": grpc.unary_unary_rpc_method_handler(_where_from),
        "SaidAgain": grpc.stream_stream_rpc_method_handler(_said_again),
    }

    async def run() -> None:
        server = grpc.aio.server(options=[*(names | shortened).items()])
        server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler("test", methods),))
        address = listen(server, Settings(address="127.0.0.1:0", **files))
        await server.start()
        try:
            await asyncio.to_thread(act, address)
        finally:
            await server.stop(None)

    asyncio.run(run())


def connected(address: str) -> socket.socket:
    host, _, port = address.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=_DEADLINE)


def ended(connection: socket.socket) -> bool:
    """Read to the end, which is a failure if it does not come within the deadline."""
    try:
        while connection.recv(4096):
            pass
    except ConnectionResetError:
        return True
    return True


@pytest.mark.parametrize("begun", [b"", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"], ids=["nothing", "half"])
def test_a_connection_with_an_unfinished_tls_handshake_is_closed(own: Certified, begun: bytes) -> None:
    def act(address: str) -> None:
        with connected(address) as connection:
            connection.sendall(begun)
            assert ended(connection)

    answering(act, _HANDSHAKE, certified=own)


def test_a_silent_connection_after_the_tls_handshake_is_closed(authority: Authority, own: Certified) -> None:
    context = ssl.create_default_context(cafile=authority.file)
    context.set_alpn_protocols(["h2"])

    def act(address: str) -> None:
        with context.wrap_socket(connected(address), server_hostname="localhost") as connection:
            assert connection.selected_alpn_protocol() == "h2"
            assert ended(connection)

    answering(act, _HANDSHAKE, certified=own)


def test_a_silent_plaintext_connection_is_closed() -> None:
    def act(address: str) -> None:
        with connected(address) as connection:
            assert ended(connection)

    answering(act, _HANDSHAKE)


@contextmanager
def begun(address: str) -> Iterator[RawClient]:
    with RawClient(connected(address)) as client:
        client.send(Frame(SETTINGS, ACKNOWLEDGED, b""))
        yield client


def test_a_client_without_ping_replies_is_disconnected_and_a_replying_client_is_not() -> None:
    def act(address: str) -> None:
        with begun(address) as silent, begun(address) as lively:
            for _, asked in zip(range(3), lively.of_kind(PING), strict=False):
                lively.send(Frame(PING, ACKNOWLEDGED, asked.content))
            assert len(list(silent.of_kind(PING))) == 1  # and the connection ended
            assert next(lively.of_kind(PING)).content

    answering(act, {"grpc.keepalive_time_ms": _SHORT, "grpc.http2.ping_timeout_ms": 5 * _SHORT})


def test_an_idle_connection_is_closed_with_goaway() -> None:
    def act(address: str) -> None:
        with begun(address) as client:
            why, *_ = (frame.why for frame in client.of_kind(GOAWAY))
            assert why[1] == b"connection idle"

    answering(act, {"grpc.max_connection_idle_ms": _SHORT})


def test_a_connection_is_renewed_while_running_calls_continue() -> None:
    def act(address: str) -> None:
        with grpc.insecure_channel(address, options=(("grpc.use_local_subchannel_pool", 1),)) as channel:
            where_from: _WhereFrom = channel.unary_unary("/test/WhereFrom")
            said_again: _SaidAgain = channel.stream_stream("/test/SaidAgain")
            first = where_from(b"", timeout=_DEADLINE)
            still = iter([b"before", b"after"])
            renewed = iter(lambda: where_from(b"", timeout=_DEADLINE) != first, True)

            def items() -> Iterator[bytes]:
                yield next(still)
                for _ in renewed:  # until another connection was made
                    pass
                yield next(still)

            assert list(said_again(items(), timeout=_DEADLINE)) == [b"before", b"after"]
            assert where_from(b"", timeout=_DEADLINE) != first

    answering(act, {"grpc.max_connection_age_ms": _SHORT})


def test_a_client_with_excessive_pings_is_disconnected() -> None:
    def act(address: str) -> None:
        with begun(address) as client:
            for number in range(5):
                client.send(Frame(PING, 0, number.to_bytes(8)))
            assert [frame.why for frame in client.of_kind(GOAWAY)][-1] == _TOO_MANY_PINGS

    answering(act, {})
