"""HTTP port: address, limits, connections and shutdown."""

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

from rules.contracts import error_message, message_factory
from service.api.bulkheads import Bulkhead
from service.base.refusals import Reason, Refusal
from service.base.whole_numbers import LAST_PORT, parse_whole_number
from service.http.api_documents import Documents
from service.http.application import THIS_MACHINE, Application, GrpcPort
from service.http.feed_files import FeedFiles
from service.http.in_flight import BodyLimiter, InFlight
from service.http.odata_tables import ODataFeed
from service.http.routes import Routes
from service.identity.authentication import asks_identity
from touchstone.client.addresses import is_local

if TYPE_CHECKING:
    from service.api.bulkheads import LoadShedder
    from service.configuration.settings import Settings
    from service.http.application import PageHandler


HEAD_SECONDS = 10
TAKING_SECONDS = 60
"""Time limit for a client that does not read its response."""
_TOO_SLOW = (
    f"HTTP/1.1 {HTTPStatus.REQUEST_TIMEOUT} {HTTPStatus.REQUEST_TIMEOUT.phrase}\r\n"
    "content-length: 0\r\nconnection: close\r\n\r\n"
).encode()


class TimedProtocol(H11Protocol):
    """HTTP protocol that closes connections of clients that neither send nor read."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._head_timer: asyncio.TimerHandle | None = None
        self._write_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # same type as in uvicorn
        super().connection_made(transport)
        self._await_head()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._cancel_head_timer()
        else:
            self._await_head()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self.conn.their_state is h11.IDLE and self.conn.trailing_data[0]:
            self._await_head()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._write_timer = self.loop.call_later(TAKING_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._cancel_write_timer()

    def timeout_keep_alive_handler(self) -> None:
        super().timeout_keep_alive_handler()
        self._cancel_write_timer()
        self._write_timer = self.loop.call_later(TAKING_SECONDS, self.transport.abort)

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._cancel_head_timer()
        self._cancel_write_timer()

    def _await_head(self) -> None:
        if self._head_timer is None:
            self._head_timer = self.loop.call_later(HEAD_SECONDS, self._end_slow_head)

    def _end_slow_head(self) -> None:
        self._head_timer = None
        if not self.transport.is_closing():
            if self.conn.trailing_data[0]:  # browsers open connections in advance without sending a request
                self.transport.write(_TOO_SLOW)
            self.transport.close()

    def _cancel_head_timer(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _cancel_write_timer(self) -> None:
        if self._write_timer is not None:
            self._write_timer.cancel()
            self._write_timer = None


_message = message_factory(__name__)

_CONNECTIONS = 512
"""Beyond this number requests are answered 503; a proxy can queue them (docs/operations.md)."""
_IDLE_SECONDS = 30
_HEAD_BYTES = 32 * 1024
_SHUTDOWN_SECONDS = 5
_JSON_SIZE_FACTOR = 2


@dataclass(frozen=True, slots=True)
class HttpServer:
    """Running HTTP server."""

    address: str
    server: uvicorn.Server
    serving: asyncio.Task[None]
    bulkhead: Bulkhead

    async def close(self) -> None:
        self.server.should_exit = True
        await self.serving
        self.bulkhead.close()


def open_http_server(  # noqa: PLR0913
    settings: Settings,
    services: Sequence[str],
    channel: grpc.aio.Channel,
    turning_away: LoadShedder,
    *,
    guarded: bool,
    pages: PageHandler | None = None,
) -> HttpServer:
    """Start the HTTP server, which forwards the calls of these services over a channel.

    `guarded` means that callers are authenticated and traffic is encrypted; HTTP then uses the same certificate.

    Raises:
        Refusal: If the address is unusable, or others can reach it while it is not guarded.
    """
    listener, address = _bind_listener(settings.http_address, guarded=guarded)
    bulkhead = Bulkhead(settings.maximum_calls)  # the port would refuse more calls anyway
    routes = Routes(services)
    is_https = settings.workbench_url.startswith("https://")
    application = Application(
        routes=routes,
        documents=Documents(
            services,
            has_pages=pages is not None,
            asks_identity=asks_identity(settings),
            contact=settings.api_contact,
            is_https=is_https,
        ),
        port=GrpcPort(channel),
        in_flight=InFlight(bulkhead, turning_away),
        bodies=BodyLimiter(_JSON_SIZE_FACTOR * settings.maximum_message_bytes),
        pages=pages,
        tables=ODataFeed(routes),
        feed=None if settings.feed is None else FeedFiles(settings.feed),
        any_host=(guarded or asks_identity(settings)) and not settings.trial,
        is_https=is_https,
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
            timeout_graceful_shutdown=_SHUTDOWN_SECONDS,
        )
    )
    return HttpServer(address, server, asyncio.create_task(server.serve(sockets=[listener])), bulkhead)


def _bind_listener(address: str, *, guarded: bool) -> tuple[socket.socket, str]:
    host, _, port = address.rpartition(":")
    number = parse_whole_number(port, most=LAST_PORT)
    if not guarded and host and number is not None and not is_local(address):
        raise Refusal(
            Reason.SERVER_UNAVAILABLE, _message("BEYOND_THIS_MACHINE", address=address, known=sorted(THIS_MACHINE))
        )
    problem: str
    try:
        if host and number is not None:
            family = socket.AF_INET6 if host.startswith("[") else socket.AF_INET
            # Only with an explicit TCP protocol does asyncio disable Nagle's delay of some 40 ms per answer.
            listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
            try:
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                listener.bind((host.strip("[]"), number))
                listener.listen(_CONNECTIONS)
            except OSError:
                listener.close()
                raise
            return listener, f"{host}:{listener.getsockname()[1]}"
        problem = _message("NOT_HOST_PORT")
    except OSError as error:
        problem = error_message(error)
    raise Refusal(Reason.SERVER_UNAVAILABLE, _message("CANNOT_LISTEN", address=address, problem=problem))


class _UvicornServer(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
