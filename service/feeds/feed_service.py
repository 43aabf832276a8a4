"""FeedService: state of the followed feeds, read from the status that the follower stores."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rules.contracts import did_you_mean_or_known, in_language, message_factory
from service.api.service_dependencies import answers_in_threads, language_of_call
from service.base.instants import optional_timestamp, to_timestamp
from service.base.refusals import Reason, Refusal
from service.base.resource_names import feed_name, parse_card, parse_feed, parse_version, version_key
from service.feeds.feed_status import FollowedFeeds, OfferState
from service.gazette.versions import Gazette
from touchstone.v1 import feed_service_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

    from service.api.service_dependencies import ServiceContext
    from service.feeds.feed_status import FeedStatus, OfferedVersion
    from service.gazette.version_origins import VersionOrigin

_message = message_factory(__name__)

_SERVICE = feed_service_pb2.DESCRIPTOR.services_by_name["FeedService"]
_STATES = {
    OfferState.IN_USE: feed_service_pb2.FeedVersion.STATE_IN_USE,
    OfferState.WAITING: feed_service_pb2.FeedVersion.STATE_WAITING,
    OfferState.REFUSED: feed_service_pb2.FeedVersion.STATE_REFUSED,
    OfferState.LOCAL: feed_service_pb2.FeedVersion.STATE_LOCAL,
}


def add(parts: ServiceContext) -> None:
    """Register the FeedService methods."""
    queries = FeedQueries(FollowedFeeds(parts.settings), Gazette(parts.settings.gazette, private=True))
    methods = answers_in_threads(
        parts.limiters.reading, {"ListFeeds": queries.feeds, "GetFeed": queries.feed}, read_call=language_of_call
    )
    parts.answer(_SERVICE, methods)


class FeedQueries:
    """FeedService methods."""

    def __init__(self, feeds: FollowedFeeds, gazette: Gazette) -> None:
        self._feeds, self._gazette = feeds, gazette

    def feeds(self, _: feed_service_pb2.ListFeedsRequest, language: str) -> feed_service_pb2.ListFeedsResponse:
        return feed_service_pb2.ListFeedsResponse(
            feeds=[write_feed(status, language) for status in self._feeds.statuses()]
        )

    def feed(self, request: feed_service_pb2.GetFeedRequest, language: str) -> feed_service_pb2.Feed:
        id = parse_feed(request.name)
        if id not in self._feeds.names:
            raise Refusal(Reason.FEED_NOT_FOUND, self._not_followed(request.name, id))
        status = self._feeds.status(id)
        feed = write_feed(status, language)
        origins = {name: origin for name, origin in self._feeds.origins().items() if origin.feed == id}
        own_digests = self._own_digests({parse_card(offered.name).card for offered in status.offered})
        feed.versions.extend(
            _write_version(offered, origins.get(offered.name), own_digests.get(offered.name, ""), language)
            for offered in sorted(status.offered, key=lambda offered: _order(offered.name))
        )
        return feed

    def _not_followed(self, name: str, id: str) -> str:
        if not self._feeds.names:
            return _message("NO_FEEDS_FOLLOWED", name=name)
        return _message("NOT_FOLLOWED", name=name, hint=did_you_mean_or_known(id, self._feeds.names))

    def _own_digests(self, cards: Set[str]) -> Mapping[str, str]:
        return {
            outline.name: outline.content_digest
            for card in cards & set(self._gazette.card_ids())
            for outline in self._gazette.outlines(card)
        }


def write_feed(status: FeedStatus, language: str) -> feed_service_pb2.Feed:
    """Return a feed without its versions."""
    counts = Counter(offered.state for offered in status.offered)
    return feed_service_pb2.Feed(
        name=feed_name(status.name),
        source=status.source,
        channel=status.channel,
        snapshot=status.snapshot,
        expire_time=optional_timestamp(status.expires),
        last_check_time=optional_timestamp(status.last_check_time),
        last_success_time=optional_timestamp(status.last_success_time),
        next_check_time=optional_timestamp(status.next_check_time),
        problem=in_language(status.problem, language),
        in_use_count=counts[OfferState.IN_USE],
        waiting_count=counts[OfferState.WAITING],
        local_count=counts[OfferState.LOCAL],
        refused_count=counts[OfferState.REFUSED],
    )


def _write_version(
    offered: OfferedVersion, origin: VersionOrigin | None, own_digest: str, language: str
) -> feed_service_pb2.FeedVersion:
    return feed_service_pb2.FeedVersion(
        scorecard_version=offered.name,
        state=_STATES[offered.state],
        content_digest=offered.content_digest,
        own_content_digest=own_digest,
        arrive_time=None if origin is None else to_timestamp(origin.arrived_time),
        problem=in_language(offered.problem, language),
    )


def _order(name: str) -> tuple[str, tuple[int, ...]]:
    card, version = parse_version(name, field="name")
    return card, version_key(version)
