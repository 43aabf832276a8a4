"""Start of event delivery: endpoints, new publications, and reminders of due items."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from rules.contracts import TouchstoneError, add_days
from service.base import instants, logs
from service.base.instants import now, to_timestamp
from service.base.metrics_registry import REGISTRY
from service.events.delivery import Delivery, Endpoint, read_endpoints
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.store.outbox import TABLE_IMPORTED, VERSION_PUBLISHED, VERSION_REPEALED, Outbox, publication_event

if TYPE_CHECKING:
    from service.store.cases import CaseStore
    from service.store.store import Store


_INTERVAL_SECONDS = 3_600
_REMINDERS_PER_TRANSACTION = 500
_STOP_SECONDS = 20.0


def remind(cases: CaseStore, days: int) -> int:
    """Write reminder events of items due within `days` or overdue; return their number."""
    today, count = instants.today("Etc/UTC"), 0
    while True:
        with cases.write_transaction() as writing:
            written = writing.remind(
                today.isoformat(), add_days(today, days + 1).isoformat(), _REMINDERS_PER_TRANSACTION
            )
        count += written
        if not written:
            return count


class ReminderThread:
    """Thread that writes hourly reminders until it is stopped."""

    def __init__(self, cases: CaseStore, days: int) -> None:
        self._cases, self._days = cases, days
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="reminders", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join(_STOP_SECONDS)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                remind(self._cases, self._days)
            except TouchstoneError as error:  # store failures are reported elsewhere; retry later
                logs.warning("reminders_wait", error=type(error).__name__)
            except Exception as error:
                logs.error("reminders_failed", error=type(error).__name__)
            self._stopping.wait(_INTERVAL_SECONDS)


def start_event_delivery(
    path: Path | None, store: Store, gazette: Gazette, parts: AsyncExitStack, *, reminder_days: int
) -> Callable[[], None]:
    """Start event delivery to the endpoints of a file, until `parts` is closed.

    One reminder is written `reminder_days` before a due date, another after it. The returned function writes events of
    later publications. Without a file nothing is stored or sent.

    Raises:
        InputError: If the file is invalid.
    """
    if path is None:
        return _nothing
    endpoints, outbox = read_endpoints(path), store.outbox
    _add_published(outbox, gazette)
    for endpoint in endpoints:
        outbox.enter(endpoint.name)
    backlogs = Backlogs(outbox, endpoints)
    REGISTRY.register(backlogs)
    parts.callback(REGISTRY.unregister, backlogs)
    deliveries = [Delivery(outbox, endpoint) for endpoint in endpoints]
    parts.callback(_act_on_all(deliveries, Delivery.join))
    parts.callback(_act_on_all(deliveries, Delivery.stop))
    wake = _act_on_all(deliveries, Delivery.wake)
    store.write_events(wake)
    parts.callback(ReminderThread(store.cases, reminder_days).stop)

    def published() -> None:
        _add_published(outbox, gazette)
        wake()

    return published


def _nothing() -> None:
    """Do nothing, because there is no endpoint file."""


def _add_published(outbox: Outbox, gazette: Gazette) -> None:
    outbox.add_new([*_versions(gazette), *_editions(gazette)])


class Backlogs(Collector):
    """Metrics of waiting and dead events; unreadable backlogs are omitted."""

    def __init__(self, outbox: Outbox, endpoints: Sequence[Endpoint]) -> None:
        self._outbox = outbox
        self._endpoints = endpoints

    def collect(self) -> Iterator[Metric]:
        labels = ("endpoint",)
        waiting = GaugeMetricFamily("touchstone_events_waiting", "Events an endpoint does not have yet.", labels=labels)
        oldest = GaugeMetricFamily("touchstone_events_oldest_seconds", "How old the oldest is.", labels=labels)
        dead = GaugeMetricFamily("touchstone_events_dead", "Events an endpoint never took.", labels=labels)
        for endpoint in self._endpoints:
            with suppress(TouchstoneError):
                backlog = self._outbox.backlog(endpoint.name, endpoint.organization)
                waiting.add_metric((endpoint.name,), backlog.waiting)
                oldest.add_metric((endpoint.name,), _age(backlog.oldest))
                dead.add_metric((endpoint.name,), backlog.dead)
        yield from (waiting, oldest, dead)


def _age(instant: str | None) -> float:
    return 0 if instant is None else max(0, datetime.now(UTC).timestamp() - to_timestamp(instant).seconds)


def _act_on_all(deliveries: Sequence[Delivery], act: Callable[[Delivery], None]) -> Callable[[], None]:
    def all_of_them() -> None:
        for delivery in deliveries:
            act(delivery)

    return all_of_them


def _versions(gazette: Gazette) -> Iterator[dict[str, Any]]:
    for card in gazette.card_ids():
        for version in gazette.outlines(card):
            digests = {"contentDigest": version.content_digest, "ruleDigest": version.rule_digest}
            data = {"scorecardVersion": version.name, **digests}
            yield publication_event(VERSION_PUBLISHED, version.name, version.publish_time, data)
            if (ended := version.repeal) is not None:
                end = {"firstDate": ended.first_day.isoformat(), "reason": ended.reason}
                yield publication_event(
                    VERSION_REPEALED, version.name, ended.time, {"scorecardVersion": version.name, **end}
                )


def _editions(gazette: Gazette) -> Iterator[dict[str, Any]]:
    for table, edition, digest in TableStore(gazette.folder / FOLDER).digests():
        data = {"table": table, "edition": edition, "manifestDigest": digest}
        yield publication_event(TABLE_IMPORTED, f"tables/{table}/editions/{edition}", now(), data)
