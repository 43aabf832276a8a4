"""How is HTTP listened for, and which clients are too slow to be waited for?"""

from __future__ import annotations

import asyncio
import socket
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from rules.contracts.messages import speaker
from service.api.bulkheads import Bulkhead
from service.base.addresses import is_local
from service.base.refusals import Reason, Refusal
from service.http.application import THIS_MACHINE, Application
from service.http.documents import Documents
from service.http.forwarding import Port
from service.http.routes import Routes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import grpc

    from service.api.turning_away import TurningAway
    from service.settings import Settings

_say = speaker(__name__)

_HEAD_SECONDS = 10
"""How long the head of a request may take to come."""
_IDLE_SECONDS = 30
"""How long a connection is kept between two requests."""
_TAKING_SECONDS = 30
"""How long a client may leave unread what is written to it."""
_HEAD_BYTES = 32 * 1024
_CONNECTIONS = 512
_CLEARING_SECONDS = 5
"""How long answers may take to leave when the server stops."""
_PORTS = 1 << 16
_JSON_IS_LARGER = 2
"""A body in JSON may be so many times the largest message of the port."""


@dataclass(frozen=True, slots=True)
class Door:
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


def open_door(
    settings: Settings, services: Iterable[str], channel: grpc.aio.Channel, turning_away: TurningAway, *, guarded: bool
) -> Door:
    """Listen for HTTP, and pass the calls of these services on over a channel, but for those that are turned away.

    `guarded` says that callers are authenticated and what they send is encrypted, as the port's own rule has it; then
    HTTP is encrypted with the same certificate.

    Raises:
        Refusal: the address cannot be listened on, or others could reach it and it is not guarded.
    """
    listener, address = _bound(settings.http_address, guarded=guarded)
    bulkhead = Bulkhead(
        settings.maximum_in_flight
        + settings.maximum_streams
        + settings.maximum_trials
        + settings.maximum_reads
        + settings.maximum_screenings
    )
    application = Application(
        routes=Routes(services),
        documents=Documents(),
        port=Port(channel),
        bulkhead=bulkhead,
        turning_away=turning_away,
        maximum_body_bytes=_JSON_IS_LARGER * settings.maximum_message_bytes,
        any_host=guarded,
    )
    server = _Server(
        uvicorn.Config(
            application,
            http=_Patient,
            ws="none",
            lifespan="off",
            interface="asgi3",
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=_CONNECTIONS,
            ssl_certfile=settings.tls_certificate,
            ssl_keyfile=settings.tls_key,
            timeout_keep_alive=_IDLE_SECONDS,
            timeout_graceful_shutdown=_CLEARING_SECONDS,
            h11_max_incomplete_event_size=_HEAD_BYTES,
        )
    )
    return Door(address, server, asyncio.create_task(server.serve(sockets=[listener])), bulkhead)


def _bound(address: str, *, guarded: bool) -> tuple[socket.socket, str]:
    host, _, port = address.rpartition(":")
    if not guarded and host and port.isdigit() and not is_local(address):
        raise Refusal(
            Reason.SERVER_UNAVAILABLE, _say("BEYOND_THIS_MACHINE", address=address, known=sorted(THIS_MACHINE))
        )
    problem: str
    try:
        if host and port.isdigit() and int(port) < _PORTS:
            family = socket.AF_INET6 if host.startswith("[") else socket.AF_INET
            # Named as TCP, for else asyncio leaves Nagle's delay of some 40 ms on every answer.
            listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
            try:
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                listener.bind((host.strip("[]"), int(port)))
                listener.listen(_CONNECTIONS)
            except OSError:
                listener.close()
                raise
            return listener, f"{host}:{listener.getsockname()[1]}"
        problem = _say("NOT_HOST_PORT")
    except OSError as error:
        problem = str(error)
    raise Refusal(Reason.SERVER_UNAVAILABLE, _say("CANNOT_LISTEN", address=address, problem=problem))


class _Server(uvicorn.Server):
    """Leaves signals to the process around it."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class _Patient(H11Protocol):
    """HTTP/1.1 with clients who are waited for only so long: until they have asked, and until they read the answer."""

    _asking: asyncio.TimerHandle | None = None
    _taking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._wait_for_head()

    def handle_events(self) -> None:
        super().handle_events()
        self._wait_for_head()

    def _wait_for_head(self) -> None:
        """Begin to wait where a head begins to come, and end where it has come; between two requests nothing comes."""
        is_asking = self.conn.their_state is h11.IDLE and self.timeout_keep_alive_task is None
        if is_asking and self._asking is None:
            self._asking = self.loop.call_later(_HEAD_SECONDS, self.transport.abort)
        elif not is_asking and self._asking is not None:
            self._asking.cancel()
            self._asking = None

    def pause_writing(self) -> None:
        super().pause_writing()
        self._taking = self.loop.call_later(_TAKING_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._taking is not None:
            self._taking.cancel()
            self._taking = None

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        for timer in filter(None, (self._asking, self._taking)):
            timer.cancel()
