"""Monitoring setup of a server: metrics collector for store, log and gazette, status service and side port."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack, suppress
from typing import TYPE_CHECKING

from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector

from rules.contracts import TouchstoneError
from service.base.metrics_registry import REGISTRY
from service.base.software import software_versions
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.monitoring.readiness import Readiness
from service.monitoring.side_port import SidePort
from service.monitoring.status_service import StatusReporter, SystemApi
from touchstone.v1 import system_service_pb2

if TYPE_CHECKING:
    from service.api.calls import CallInterceptor
    from service.api.parts import ServiceContext
    from service.store.evaluations import Store


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
        parts.answer(_SERVICE, SystemApi(self._status, parts.own_places(_LOOKS, "watching")))

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
