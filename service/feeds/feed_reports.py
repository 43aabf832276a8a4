"""Reports of a server on its followed feeds: system status, metrics and events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from service.base.instants import age_seconds, now
from service.base.metrics_registry import export_until_closed
from service.base.resource_names import feed_name
from service.feeds.feed_service import write_feed
from service.feeds.feed_status import FollowedFeeds, OfferState
from service.store.outbox import FEED_RECEIVED, FEED_REFUSED, publication_event

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AsyncExitStack

    from service.configuration.settings import Settings
    from service.feeds.feed_status import FeedStatus
    from touchstone.v1 import feed_service_pb2

_LABELS = ("feed",)


class FeedReports:
    """Reports on the feeds of a server."""

    def __init__(self, feeds: FollowedFeeds) -> None:
        self._feeds = feeds
        self._refusals: dict[str, frozenset[str]] = {}
        """Ids of the refusal events of the last check, by feed."""

    def notify_refusals(self, notify: Callable[[], None]) -> Callable[[FeedStatus, object], None]:
        """Return a function that calls `notify` after each check with refusals other than those of the check before."""

        def note_check(status: FeedStatus, _received: object) -> None:
            refusals = frozenset(event["id"] for event in _refusals(status))
            before, self._refusals[status.name] = self._refusals.get(status.name), refusals
            if refusals and refusals != before:
                notify()

        return note_check

    def messages(self, language: str) -> list[feed_service_pb2.Feed]:
        """Return all feeds without their versions, by name."""
        return [write_feed(status, language) for status in self._feeds.statuses()]

    def events(self) -> list[dict[str, Any]]:
        """Return one event for each received version, and one for each refused version and reason.

        A feed that is refused without its versions, for example because its metadata expired, has one event until a
        check passes.
        """
        received = [
            publication_event(
                FEED_RECEIVED,
                name,
                origin.arrived_time,
                {
                    "feed": feed_name(origin.feed),
                    "snapshot": origin.snapshot,
                    "scorecardVersion": name,
                    "contentDigest": origin.content_digest,
                },
            )
            for name, origin in self._feeds.origins().items()
        ]
        return [*received, *(event for status in self._feeds.statuses() for event in _refusals(status))]


def _refusals(status: FeedStatus) -> Iterator[dict[str, Any]]:
    for offered in status.offered:
        if offered.state is OfferState.REFUSED:
            data = {
                "feed": feed_name(status.name),
                "scorecardVersion": offered.name,
                "contentDigest": offered.content_digest,
                "reason": str(offered.problem),
            }
            yield publication_event(
                FEED_REFUSED, offered.name, status.last_check_time, data, distinct_by=tuple(data.values())
            )
    if status.is_refused and not any(offered.state is OfferState.REFUSED for offered in status.offered):
        name = feed_name(status.name)
        yield publication_event(
            FEED_REFUSED,
            name,
            status.last_check_time,
            {"feed": name, "reason": str(status.problem)},
            distinct_by=(status.last_success_time,),
        )


class FeedMetrics(Collector):
    """Metrics of the followed feeds."""

    def __init__(self, feeds: FollowedFeeds) -> None:
        self._feeds = feeds
        self._start_time = now()

    def collect(self) -> Iterator[Metric]:
        families = {
            name: GaugeMetricFamily(f"touchstone_feed_{name}", text, labels=_LABELS)
            for name, text in {
                "success_age_seconds": "Time since the last check of a feed that passed, or since the server started.",
                "interval_seconds": "Time between two checks of a feed.",
                "failing": "1 if the last check of a feed failed, else 0.",
                "snapshot": "Number of the snapshot of a feed in use.",
                "refused": "Versions of a feed that were refused at its last check.",
            }.items()
        }
        for status in self._feeds.statuses():
            refused = sum(offered.state is OfferState.REFUSED for offered in status.offered)
            for name, value in {
                "success_age_seconds": age_seconds(status.last_success_time or self._start_time),
                "interval_seconds": self._feeds.interval_seconds(status.name),
                "failing": int(bool(status.problem)),
                "snapshot": status.snapshot,
                "refused": refused,
            }.items():
                families[name].add_metric((status.name,), value)
        yield from families.values()


def open_feed_reports(settings: Settings, parts: AsyncExitStack) -> FeedReports:
    """Return the reports, and serve the metrics until `parts` is closed.

    Raises:
        InputError: If the file of the feeds is invalid.
    """
    feeds = FollowedFeeds(settings)
    if feeds.statuses():
        export_until_closed(FeedMetrics(feeds), parts)
    return FeedReports(feeds)
