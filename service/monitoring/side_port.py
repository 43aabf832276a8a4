"""HTTP side port: `/metrics`, `/healthz` and `/readyz` on a separate port with its own threads."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import TimeoutError as LoopBusyError
from socketserver import TCPServer, ThreadingMixIn
from typing import TYPE_CHECKING, Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from prometheus_client import make_wsgi_app

from rules.contracts import error_message, message_factory
from service.base import logs
from service.base.metrics_registry import REGISTRY
from service.base.refusals import Reason, Refusal

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

    from service.monitoring.readiness import Readiness

_say = message_factory(__name__)

_LOOPBACK = "127.0.0.1"
_IDLE_SECONDS = 5
"""How long a connection may say nothing."""
_CONNECTIONS = 16
"""How many are answered at once; more are closed."""
_LOOP_SECONDS = 5
"""How long the loop that answers calls may take to turn before the server counts as hung."""


class SidePort:
    """Answers `/metrics`, `/healthz` and `/readyz` in threads of its own, until it is closed."""

    def __init__(self, address: str, readiness: Readiness, loop: asyncio.AbstractEventLoop) -> None:
        """Listen on `host:port`, or on a port of this machine alone if no host is named."""
        pages = SidePortApplication(readiness, loop)
        try:
            host, port = parse_listen_address(address)
            self._server = _SidePortServer(host, port, pages)
        except (OSError, ValueError, OverflowError) as error:
            raise Refusal(
                Reason.SERVER_UNAVAILABLE, _say("CANNOT_LISTEN", address=address, problem=error_message(error))
            ) from error
        self.address = f"{f'[{host}]' if ':' in host else host}:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, name="side-port", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Listen no more; what is being answered ends with the process."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def parse_listen_address(text: str) -> tuple[str, int]:
    """Read host and port; a port alone is one of this machine."""
    host, _, port = text.rpartition(":")
    if not (port.isascii() and port.isdigit()):
        raise ValueError(_say("NOT_HOST_PORT"))
    return host.strip("[]") or _LOOPBACK, int(port)


class SidePortApplication:
    """The pages of the side port, as a WSGI application."""

    def __init__(self, readiness: Readiness, loop: asyncio.AbstractEventLoop) -> None:
        """Tell of these."""
        self._readiness = readiness
        self._loop = loop
        self._pages: dict[str, Callable[[], tuple[str, str]]] = {"/healthz": self._alive, "/readyz": self._ready}
        self._metrics = make_wsgi_app(REGISTRY)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        path = environ.get("PATH_INFO", "")
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            status, text = "405 Method Not Allowed", "only GET is answered"
        elif path == "/metrics":
            answer: Iterable[bytes] = self._metrics(environ, start_response)
            return answer
        elif path in self._pages:
            status, text = self._pages[path]()
        else:
            status, text = "404 Not Found", "there are /metrics, /healthz and /readyz"
        content = f"{text}\n".encode()
        headers = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(content)))]
        start_response(status, headers)
        return [content]

    def _alive(self) -> tuple[str, str]:
        """Say whether the loop that answers calls still turns; one that hangs is cured by a new start alone."""
        turning = asyncio.run_coroutine_threadsafe(asyncio.sleep(0), self._loop)
        try:
            turning.result(_LOOP_SECONDS)
        except LoopBusyError:
            turning.cancel()
            return "503 Service Unavailable", f"no call was answered for {_LOOP_SECONDS} seconds"
        return "200 OK", "alive"

    def _ready(self) -> tuple[str, str]:
        parts = self._readiness.parts()
        is_ready = all(part.is_ready for part in parts)
        lines = "\n".join(f"{part.name}: {part.problem or 'ready'}" for part in parts)
        return "200 OK" if is_ready else "503 Service Unavailable", lines


class _SidePortHandler(WSGIRequestHandler):
    timeout = _IDLE_SECONDS

    def log_message(self, format: str, *values: object) -> None:
        """Say nothing of each look."""


class _SidePortServer(ThreadingMixIn, WSGIServer):
    daemon_threads = True

    def __init__(self, host: str, port: int, pages: SidePortApplication) -> None:
        self._places = threading.BoundedSemaphore(_CONNECTIONS)
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), _SidePortHandler)
        self.set_app(pages)

    def server_bind(self) -> None:
        """Bind without asking for the name of this machine, which may take long."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])
        self.setup_environ()

    def process_request(self, request: Any, client_address: Any) -> None:
        if not self._places.acquire(blocking=False):
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._places.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        logs.info("look_broke_off")
