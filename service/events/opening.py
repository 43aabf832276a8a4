"""Start of event delivery in a server: endpoints, events of new publications, reminders, backlog metrics."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from rules.contracts import TouchstoneError
from service.base.instants import now, to_timestamp
from service.base.metrics_registry import REGISTRY
from service.events.delivering import Delivery, Endpoint, read_endpoints
from service.events.reminding import ReminderThread
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.store.outbox import TABLE_IMPORTED, VERSION_PUBLISHED, VERSION_REPEALED, Outbox, publication_event

if TYPE_CHECKING:
    from service.store.evaluations import Store


def start_event_delivery(
    path: Path | None, store: Store, gazette: Gazette, parts: AsyncExitStack, *, reminder_days: int
) -> Callable[[], None]:
    """Tell the endpoints of a file what happens from now on, until `parts` are closed, and what is newly published.

    So many days before something is due in a case, and when it is overdue, that is told. Without a file nothing is kept
    or told. What is given back tells what has been published since.

    Raises:
        InputError: the file says something else.
        Refusal: the store cannot be written now.
        TrailError: the gazette is damaged.
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
    parts.callback(_each(deliveries, Delivery.join))
    parts.callback(_each(deliveries, Delivery.stop))
    wake = _each(deliveries, Delivery.wake)
    store.write_events(wake)
    parts.callback(ReminderThread(store.cases, reminder_days).stop)

    def published() -> None:
        _add_published(outbox, gazette)
        wake()

    return published


def _nothing() -> None:
    """Tell nobody."""


def _add_published(outbox: Outbox, gazette: Gazette) -> None:
    outbox.add_new([*_versions(gazette), *_editions(gazette)])


class Backlogs(Collector):
    """Tells what waits for each endpoint; what cannot be read just now is left out of one answer."""

    def __init__(self, outbox: Outbox, endpoints: Sequence[Endpoint]) -> None:
        """Look at these when asked."""
        self._outbox = outbox
        self._endpoints = endpoints

    def collect(self) -> Iterator[Metric]:
        """Look, and tell."""
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


def _each(deliveries: Sequence[Delivery], act: Callable[[Delivery], None]) -> Callable[[], None]:
    def all_of_them() -> None:
        for delivery in deliveries:
            act(delivery)

    return all_of_them


def _versions(gazette: Gazette) -> Iterator[dict[str, Any]]:
    for card in gazette.card_ids():
        for version in gazette.versions(card):
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
