"""Server metrics, and the side port that serves them."""

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
from service.base.instants import age_seconds, milliseconds_of
from service.base.metrics_registry import REGISTRY, export_until_closed
from service.base.refusals import Reason, Refusal
from service.base.software import software_versions
from service.base.whole_numbers import LAST_PORT, parse_whole_number
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.monitoring.readiness import Readiness
from service.monitoring.status_service import StatusReporter, SystemApi
from touchstone.v1 import feed_service_pb2, system_service_pb2

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

    from service.api.call_interceptor import CallInterceptor
    from service.api.service_dependencies import ServiceContext
    from service.store.expected_changes import OutlookFigures
    from service.store.store import Store


_message = message_factory(__name__)

_LOOPBACK = "127.0.0.1"
_IDLE_TIMEOUT_SECONDS = 5
_MAX_CONNECTIONS = 16
_LOOP_TIMEOUT_SECONDS = 5


class SidePort:
    """HTTP server for `/metrics`, `/healthz` and `/readyz`."""

    def __init__(self, address: str, readiness: Readiness, loop: asyncio.AbstractEventLoop) -> None:
        pages = SidePortApplication(readiness, loop)
        try:
            host, port = parse_listen_address(address)
            self._server = _SidePortServer(host, port, pages)
        except (OSError, ValueError, OverflowError) as error:
            raise Refusal(
                Reason.SERVER_UNAVAILABLE, _message("CANNOT_LISTEN", address=address, problem=error_message(error))
            ) from error
        self.address = f"{f'[{host}]' if ':' in host else host}:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, name="side-port", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def parse_listen_address(text: str) -> tuple[str, int]:
    """Parse `host:port`; the default host is loopback."""
    host, _, port = text.rpartition(":")
    number = parse_whole_number(port, most=LAST_PORT)
    if number is None:
        raise ValueError(_message("NOT_HOST_PORT"))
    return host.strip("[]") or _LOOPBACK, number


class SidePortApplication:
    """WSGI application of the side port."""

    def __init__(self, readiness: Readiness, loop: asyncio.AbstractEventLoop) -> None:
        self._readiness = readiness
        self._loop = loop
        self._pages: dict[str, Callable[[], tuple[str, str]]] = {"/healthz": self._alive, "/readyz": self._ready}
        self._metrics = make_wsgi_app(REGISTRY)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
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
        ping = asyncio.run_coroutine_threadsafe(asyncio.sleep(0), self._loop)
        try:
            ping.result(_LOOP_TIMEOUT_SECONDS)
        except LoopBusyError:
            ping.cancel()
            return "503 Service Unavailable", f"no call was answered for {_LOOP_TIMEOUT_SECONDS} seconds"
        return "200 OK", "alive"

    def _ready(self) -> tuple[str, str]:
        parts = self._readiness.parts()
        is_ready = all(part.is_ready for part in parts)
        lines = "\n".join(f"{part.name}: {part.problem or 'ready'}" for part in parts)
        return "200 OK" if is_ready else "503 Service Unavailable", lines


class _SidePortHandler(WSGIRequestHandler):
    timeout = _IDLE_TIMEOUT_SECONDS

    def log_message(self, format: str, *values: object) -> None:
        """Skip request logs."""


class _SidePortServer(ThreadingMixIn, WSGIServer):
    daemon_threads = True

    def __init__(self, host: str, port: int, pages: SidePortApplication) -> None:
        self._slots = threading.BoundedSemaphore(_MAX_CONNECTIONS)
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), _SidePortHandler)
        self.set_app(pages)

    def server_bind(self) -> None:
        """Bind without a host name lookup, which may be slow."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])
        self.setup_environ()

    def process_request(self, request: Any, client_address: Any) -> None:
        if not self._slots.acquire(blocking=False):
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._slots.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        logs.info("look_broke_off")


class StoreMetricsCollector(Collector):
    """Collector of server metrics; unreadable values are omitted."""

    def __init__(self, *, store: Store, gazette: Gazette) -> None:
        self._store = store
        self._gazette = gazette
        self._table_store = TableStore(gazette.folder / FOLDER)
        self._pending = LogLagTracker()

    def collect(self) -> Iterator[Metric]:
        software = {name.replace("-", "_"): version for name, version in software_versions().items()}
        stated = {**software, "database": self._store.backend, "schema": self._store.schema}
        yield InfoMetricFamily("touchstone_software", "Versions of the software in use.", value=stated)
        with suppress(TouchstoneError):
            yield GaugeMetricFamily(
                "touchstone_archive_bytes", "Size of the database of evaluations.", self._store.size()
            )
        with suppress(TouchstoneError):
            noted, size = self._store.log.reach()
            seconds = self._pending.seconds(noted, size, time.monotonic())
            yield GaugeMetricFamily("touchstone_log_pending", "Entries not yet in the tree of the log.", noted - size)
            yield GaugeMetricFamily("touchstone_log_pending_seconds", "Age of the oldest of these entries.", seconds)
        with suppress(TouchstoneError):
            count, oldest = self._store.projection_lag()
            yield GaugeMetricFamily("touchstone_unprojected", "Evaluations without derived rows.", count)
            yield GaugeMetricFamily(
                "touchstone_unprojected_seconds", "Age of the oldest of these evaluations.", age_seconds(oldest)
            )
        with suppress(TouchstoneError):
            yield from _outlook_metrics(self._store.expected_changes.figures())
        with suppress(TouchstoneError):
            yield GaugeMetricFamily("touchstone_versions", "Number of published versions.", self._gazette.check())
        with suppress(TouchstoneError):
            yield GaugeMetricFamily(
                "touchstone_table_editions", "Number of reference table editions.", len(self._table_store.editions())
            )


def _outlook_metrics(figures: OutlookFigures) -> Iterator[Metric]:
    yield GaugeMetricFamily("touchstone_outlook_expected_changes", "Expected changes of results.", figures.changes)
    yield GaugeMetricFamily(
        "touchstone_outlook_failed_results", "Results that could not be evaluated again on some day.", figures.failed
    )
    ended = [run for run in figures.runs if run.end_time]
    yield GaugeMetricFamily(
        "touchstone_outlook_last_run_seconds",
        "End of the last run in Unix seconds, of the organisation that waits longest. 0 before the first run.",
        min((milliseconds_of(run.end_time) / 1_000 for run in ended), default=0),
    )
    longest = max((run.milliseconds / 1_000 for run in ended), default=0)
    yield GaugeMetricFamily("touchstone_outlook_run_duration_seconds", "Longest of the last runs.", longest)


class LogLagTracker:
    """Minimum time that log entries have waited for the tree."""

    def __init__(self) -> None:
        self._reach, self._since = 0, 0.0

    def seconds(self, noted: int, size: int, now: float) -> float:
        """Return the minimum wait in seconds, 0 without pending entries; `now` is monotonic.

        Pending entries are tracked until the tree contains them.
        """
        if noted <= size:
            self._reach = 0
            return 0.0
        if self._reach <= size:
            self._reach, self._since = noted, now
        return now - self._since


_SERVICE = system_service_pb2.DESCRIPTOR.services_by_name["SystemService"]

_STATUS_SLOTS = 4
"""Separate slots, so that status calls work under load."""


class ServerMonitoring:
    """Readiness, status and metrics of a server."""

    def __init__(
        self,
        *,
        calls: CallInterceptor,
        store: Store,
        gazette: Gazette,
        feeds: Callable[[str], Iterable[feed_service_pb2.Feed]],
        parts: AsyncExitStack,
    ) -> None:
        self._readiness = Readiness(calls=calls, store=store, gazette=gazette)
        self._status = StatusReporter(self._readiness, store, gazette, TableStore(gazette.folder / FOLDER), feeds)
        self._collector = StoreMetricsCollector(store=store, gazette=gazette)
        self._parts = parts

    def add(self, parts: ServiceContext) -> None:
        parts.answer(_SERVICE, SystemApi(self._status, parts.own_limiter(_STATUS_SLOTS, "watching")))

    def serve_metrics(self, address: str) -> str:
        """Serve metrics and readiness unless `address` is empty; return the address.

        Raises:
            Refusal: If the server cannot listen there.
        """
        if not address:
            return ""
        export_until_closed(self._collector, self._parts)
        port = SidePort(address, self._readiness, asyncio.get_running_loop())
        self._parts.callback(port.close)
        return port.address
