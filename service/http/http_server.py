"""The HTTP port: its address, its limits, its connections, and its end."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import grpc
import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from rules.contracts import message_factory
from service.api.bulkheads import Bulkhead
from service.base.refusals import Reason, Refusal
from service.base.whole_numbers import LAST_PORT, parse_whole_number
from service.http.api_documents import Documents
from service.http.application import THIS_MACHINE, Application, GrpcPort
from service.http.in_flight import BodyLimiter, InFlight
from service.http.routes import Routes
from service.identity.authentication import asks_identity
from touchstone.client.addresses import is_local

if TYPE_CHECKING:
    from service.api.bulkheads import LoadShedder
    from service.configuration.settings import Settings
    from service.http.application import PageHandler


HEAD_SECONDS = 10
"""How long the head of a request may take to come, from its first byte or from when the connection was made."""
TAKING_SECONDS = 60
"""How long a client may take nothing of what is written to it."""
_TOO_SLOW = (
    f"HTTP/1.1 {HTTPStatus.REQUEST_TIMEOUT} {HTTPStatus.REQUEST_TIMEOUT.phrase}\r\n"
    "content-length: 0\r\nconnection: close\r\n\r\n"
).encode()


class TimedProtocol(H11Protocol):
    """Ends connections that hold a place and neither ask nor take."""

    def __init__(self, *args: Any, **named: Any) -> None:
        """Begin as uvicorn does."""
        super().__init__(*args, **named)
        self._head: asyncio.TimerHandle | None = None
        self._taking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        """Wait for the first head."""
        super().connection_made(transport)
        self._await_head()

    def data_received(self, data: bytes) -> None:
        """Read on; a head that has come whole is waited for no more."""
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._forget_head()
        else:
            self._await_head()

    def on_response_complete(self) -> None:
        """Turn to the next request, of which a part may have come already."""
        super().on_response_complete()
        if self.conn.their_state is h11.IDLE and self.conn.trailing_data[0]:
            self._await_head()

    def pause_writing(self) -> None:
        """Wait until the client takes what was written."""
        super().pause_writing()
        self._taking = self.loop.call_later(TAKING_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        """Go on, for it was taken."""
        super().resume_writing()
        self._forget_taking()

    def timeout_keep_alive_handler(self) -> None:
        """End an idle connection, also where the client has not taken the end of an answer."""
        super().timeout_keep_alive_handler()
        self._forget_taking()
        self._taking = self.loop.call_later(TAKING_SECONDS, self.transport.abort)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        super().connection_lost(exc)
        self._forget_head()
        self._forget_taking()

    def _await_head(self) -> None:
        if self._head is None:
            self._head = self.loop.call_later(HEAD_SECONDS, self._end_slow_head)

    def _end_slow_head(self) -> None:
        self._head = None
        if not self.transport.is_closing():
            if self.conn.trailing_data[0]:  # a browser that connected ahead has sent nothing, and is told nothing
                self.transport.write(_TOO_SLOW)
            self.transport.close()

    def _forget_head(self) -> None:
        if self._head is not None:
            self._head.cancel()
            self._head = None

    def _forget_taking(self) -> None:
        if self._taking is not None:
            self._taking.cancel()
            self._taking = None


_say = message_factory(__name__)

_CONNECTIONS = 512
"""With so many open every request is answered 503; a proxy in front holds back the others (docs/operations.md)."""
_IDLE_SECONDS = 30
"""How long a connection is kept between two requests."""
_HEAD_BYTES = 32 * 1024
_CLEARING_SECONDS = 5
"""How long answers may take to leave when the server stops."""
_JSON_IS_LARGER = 2
"""A body in JSON may be so many times the largest message of the port."""


@dataclass(frozen=True, slots=True)
class HttpServer:
    """HTTP, listened for until it is closed."""

    address: str
    """The one that was bound."""
    server: uvicorn.Server
    serving: asyncio.Task[None]
    bulkhead: Bulkhead

    async def close(self) -> None:
        """Let the answers that are written leave, and end."""
        self.server.should_exit = True
        await self.serving
        self.bulkhead.close()


def open_http_server(  # noqa: PLR0913 -- what is behind it, and how it is guarded
    settings: Settings,
    services: Sequence[str],
    channel: grpc.aio.Channel,
    turning_away: LoadShedder,
    *,
    guarded: bool,
    pages: PageHandler | None = None,
) -> HttpServer:
    """Listen for HTTP, and pass the calls of these services on over a channel, but for those that are turned away.

    `guarded` says that callers are authenticated and what they send is encrypted, as the port's own rule has it; then
    HTTP is encrypted with the same certificate.

    Raises:
        Refusal: the address cannot be listened on, or others could reach it and it is not guarded.
    """
    listener, address = _bind_listener(settings.http_address, guarded=guarded)
    bulkhead = Bulkhead(settings.maximum_calls)  # more would be read only to be refused by the port
    application = Application(
        routes=Routes(services),
        documents=Documents(services, has_pages=pages is not None),
        port=GrpcPort(channel),
        in_flight=InFlight(bulkhead, turning_away),
        bodies=BodyLimiter(_JSON_IS_LARGER * settings.maximum_message_bytes),
        pages=pages,
        any_host=(guarded or asks_identity(settings)) and not settings.trial,
    )
    server = _UvicornServer(
        uvicorn.Config(
            application,
            http=TimedProtocol,
            ws="none",
            lifespan="off",
            interface="asgi3",
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            ssl_certfile=settings.tls_certificate,
            ssl_keyfile=settings.tls_key,
            backlog=_CONNECTIONS,
            limit_concurrency=_CONNECTIONS,
            h11_max_incomplete_event_size=_HEAD_BYTES,
            timeout_keep_alive=_IDLE_SECONDS,
            timeout_graceful_shutdown=_CLEARING_SECONDS,
        )
    )
    return HttpServer(address, server, asyncio.create_task(server.serve(sockets=[listener])), bulkhead)


def _bind_listener(address: str, *, guarded: bool) -> tuple[socket.socket, str]:
    host, _, port = address.rpartition(":")
    number = parse_whole_number(port, most=LAST_PORT)
    if not guarded and host and number is not None and not is_local(address):
        raise Refusal(
            Reason.SERVER_UNAVAILABLE, _say("BEYOND_THIS_MACHINE", address=address, known=sorted(THIS_MACHINE))
        )
    problem: str
    try:
        if host and number is not None:
            family = socket.AF_INET6 if host.startswith("[") else socket.AF_INET
            # Named as TCP, for else asyncio leaves Nagle's delay of some 40 ms on every answer.
            listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
            try:
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                listener.bind((host.strip("[]"), number))
                listener.listen(_CONNECTIONS)
            except OSError:
                listener.close()
                raise
            return listener, f"{host}:{listener.getsockname()[1]}"
        problem = _say("NOT_HOST_PORT")
    except OSError as error:
        problem = str(error)
    raise Refusal(Reason.SERVER_UNAVAILABLE, _say("CANNOT_LISTEN", address=address, problem=problem))


class _UvicornServer(uvicorn.Server):
    """Leaves signals to the process around it."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
