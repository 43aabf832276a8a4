"""Monitoring of a server: metrics of store and log, and the side port that serves them."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as LoopBusyError
from contextlib import AsyncExitStack, suppress
from socketserver import TCPServer, ThreadingMixIn
from typing import TYPE_CHECKING, Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from prometheus_client import make_wsgi_app
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector

from rules.contracts import TouchstoneError, error_message, message_factory
from service.base import logs
from service.base.metrics_registry import REGISTRY
from service.base.refusals import Reason, Refusal
from service.base.software import software_versions
from service.base.whole_numbers import LAST_PORT, parse_whole_number
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.monitoring.readiness import Readiness
from service.monitoring.status_service import StatusReporter, SystemApi
from touchstone.v1 import system_service_pb2

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

    from service.api.call_interceptor import CallInterceptor
    from service.api.service_dependencies import ServiceContext
    from service.store.store import Store


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
    number = parse_whole_number(port, most=LAST_PORT)
    if number is None:
        raise ValueError(_say("NOT_HOST_PORT"))
    return host.strip("[]") or _LOOPBACK, number


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


class StoreMetricsCollector(Collector):
    """Tells what a server holds; what cannot be read just now is left out of one answer."""

    def __init__(self, *, store: Store, gazette: Gazette) -> None:
        """Look at these when asked."""
        self._store = store
        self._gazette = gazette
        self._shelf = TableStore(gazette.folder / FOLDER)
        self._pending = LogLagTracker()

    def collect(self) -> Iterator[Metric]:
        """Look, and tell."""
        software = {name.replace("-", "_"): version for name, version in software_versions().items()}
        stated = {**software, "database": self._store.backend, "schema": self._store.schema}
        yield InfoMetricFamily("touchstone_software", "What runs here, in which versions.", value=stated)
        with suppress(TouchstoneError):
            yield GaugeMetricFamily(
                "touchstone_archive_bytes", "How large the database of evaluations is.", self._store.size()
            )
        with suppress(TouchstoneError):
            noted, size = self._store.log.reach()
            seconds = self._pending.seconds(noted, size, time.monotonic())
            yield GaugeMetricFamily("touchstone_log_pending", "Noted, and not in the tree of the log.", noted - size)
            yield GaugeMetricFamily("touchstone_log_pending_seconds", "How long some of it has waited.", seconds)
        with suppress(TouchstoneError):
            yield GaugeMetricFamily("touchstone_versions", "Published versions there.", self._gazette.check())
        with suppress(TouchstoneError):
            yield GaugeMetricFamily(
                "touchstone_table_editions", "Editions of reference tables there.", len(self._shelf.editions())
            )


class LogLagTracker:
    """How long something noted has waited for the tree, as far as whoever looks now and then can tell."""

    def __init__(self) -> None:
        """Nothing waits."""
        self._reach, self._since = 0, 0.0

    def seconds(self, noted: int, size: int, now: float) -> float:
        """Give for how many seconds at least some leaf has waited, by a clock that only goes forward.

        Of the leaves that wait at one look all are watched until the tree has them; those that came since are watched
        from the look at which it has.
        """
        if noted <= size:
            self._reach = 0
            return 0.0
        if self._reach <= size:
            self._reach, self._since = noted, now
        return now - self._since


_SERVICE = system_service_pb2.DESCRIPTOR.services_by_name["SystemService"]

_LOOKS = 4
"""How many callers are told the status at once; it is read in places of its own, so that it is told under load."""


class ServerMonitoring:
    """The parts of a server that are watched, until `parts` are closed."""

    def __init__(self, *, calls: CallInterceptor, store: Store, gazette: Gazette, parts: AsyncExitStack) -> None:
        """Watch these."""
        self._readiness = Readiness(calls=calls, store=store, gazette=gazette)
        self._status = StatusReporter(self._readiness, store, gazette, TableStore(gazette.folder / FOLDER))
        self._holdings = StoreMetricsCollector(store=store, gazette=gazette)
        self._parts = parts

    def add(self, parts: ServiceContext) -> None:
        """Let a server tell its status."""
        parts.answer(_SERVICE, SystemApi(self._status, parts.own_limiter(_LOOKS, "watching")))

    def tell(self, address: str) -> str:
        """Tell metrics and readiness at an address, if there is one; give where.

        Raises:
            Refusal: the address cannot be listened on.
        """
        if not address:
            return ""
        REGISTRY.register(self._holdings)
        self._parts.callback(REGISTRY.unregister, self._holdings)
        port = SidePort(address, self._readiness, asyncio.get_running_loop())
        self._parts.callback(port.close)
        return port.address
