"""How is HTTP listened for?"""

from __future__ import annotations

import asyncio
import socket
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

import uvicorn

from rules.contracts.messages import speaker
from service.api.bulkheads import Bulkhead
from service.base.addresses import is_local
from service.base.refusals import Reason, Refusal
from service.http.application import THIS_MACHINE, Application
from service.http.connections import IDLE_SECONDS, Patient
from service.http.documents import Documents
from service.http.forwarding import Port
from service.http.intake import Intake
from service.http.room import Room
from service.http.routes import Routes
from service.http.turning_away import AtTheHead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import grpc

    from service.api.turning_away import TurningAway
    from service.settings import Settings

_say = speaker(__name__)

_CONNECTIONS = 512
_HANDSHAKE_SECONDS = 10
_BODIES = 16
"""How many bodies of the largest size are held at once."""
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
    settings: Settings, services: Sequence[str], channel: grpc.aio.Channel, turning_away: TurningAway, *, guarded: bool
) -> Door:
    """Listen for HTTP, and pass the calls of these services on over a channel, but for those that are turned away.

    `guarded` says that callers are authenticated and what they send is encrypted, as the port's own rule has it; then
    HTTP is encrypted with the same certificate.

    Raises:
        Refusal: the address cannot be listened on, or others could reach it and it is not guarded.
    """
    listener, address = _bound(settings.http_address, guarded=guarded)
    routes = Routes(services)
    bulkhead = Bulkhead(settings.maximum_calls)  # more would be read only to be refused by the port
    at_the_head = AtTheHead(routes, turning_away)
    most = _JSON_IS_LARGER * settings.maximum_message_bytes
    application = Application(
        routes=routes,
        documents=Documents(services),
        port=Port(channel),
        bulkhead=bulkhead,
        at_the_head=at_the_head,
        intake=Intake(_BODIES * most),
        maximum_body_bytes=most,
        any_host=guarded,
    )
    server = _Server(
        uvicorn.Config(
            application,
            http=partial(Patient, at_the_head, Room(_CONNECTIONS)),  # type: ignore[arg-type]
            ws="none",
            lifespan="off",
            interface="asgi3",
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            ssl_certfile=settings.tls_certificate,
            ssl_keyfile=settings.tls_key,
            timeout_keep_alive=IDLE_SECONDS,
            timeout_graceful_shutdown=_CLEARING_SECONDS,
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
    """Leaves signals to the process around it, and waits for handshakes only so long."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        loop, config = asyncio.get_running_loop(), self.config
        connection = cast("Callable[..., asyncio.Protocol]", config.http_protocol_class)
        begun = partial(connection, config=config, server_state=self.server_state, app_state={})
        patience = None if config.ssl is None else _HANDSHAKE_SECONDS
        self.servers = [
            await loop.create_server(
                begun, sock=one, ssl=config.ssl, backlog=_CONNECTIONS, ssl_handshake_timeout=patience
            )
            for one in sockets or ()
        ]
        self.started = True

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
