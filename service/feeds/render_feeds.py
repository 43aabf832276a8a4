"""Text rendering of the state of feeds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rules.contracts import typeset, wording_loader
from service.output.mapping.mapper import word_of
from service.output.terminal.columns import listing_text
from touchstone.v1 import feed_service_pb2

if TYPE_CHECKING:
    from touchstone.v1.feed_service_pb2 import Feed, FeedVersion, ListFeedsResponse

_words = wording_loader(__name__)


def is_any_failing(response: ListFeedsResponse) -> bool:
    """Return whether the last check of a feed failed or refused a version."""
    return any(map(is_failing, response.feeds))


def is_failing(feed: Feed) -> bool:
    """Return whether the last check of a feed failed or refused a version."""
    return bool(feed.problem or feed.refused_count)


def feeds_text(response: ListFeedsResponse, language: str) -> str:
    """Render the feeds as a table, then their sources and problems."""
    texts = _words(language)["status"]
    rows = [_row(feed, language) for feed in response.feeds]
    return "\n".join([listing_text(texts, rows), *_remarks(response.feeds, language)])


def versions_text(feed: Feed, language: str) -> str:
    """Render the versions of a feed as a table, then the problem and the reasons of refusals."""
    texts = _words(language)["status"]
    rows = [_version_row(version, language) for version in feed.versions]
    lines = [listing_text(texts, rows, heads="versions", none="no_versions")]
    if feed.problem:
        lines.append(typeset(texts["problem"].format(feed=_id(feed), problem=feed.problem), language))
    lines += [
        typeset(texts["reason"].format(version=_version_id(version), problem=version.problem), language)
        for version in feed.versions
        if version.problem
    ]
    return "\n".join(lines)


def _version_row(version: FeedVersion, language: str) -> Sequence[str]:
    texts = _words(language)
    state = texts["version_states"][word_of(feed_service_pb2.FeedVersion.State, version.state)]
    arrived = version.arrive_time.ToJsonString() if version.HasField("arrive_time") else "-"
    comparison = "same" if version.own_content_digest == version.content_digest else "other"
    own = texts["status"][comparison if version.own_content_digest else "absent"]
    return (_version_id(version), state, arrived, version.content_digest, own)


def _version_id(version: FeedVersion) -> str:
    return version.scorecard_version.removeprefix("scorecards/").replace("/versions/", "@")


def _row(feed: Feed, language: str) -> Sequence[str]:
    checked = (
        feed.last_check_time.ToJsonString() if feed.HasField("last_check_time") else _words(language)["status"]["never"]
    )
    counts = (feed.in_use_count, feed.waiting_count, feed.local_count, feed.refused_count)
    return (_id(feed), feed.channel, str(feed.snapshot or "-"), checked, *map(str, counts))


def _remarks(feeds: Sequence[Feed], language: str) -> Iterator[str]:
    texts = _words(language)["status"]
    for feed in feeds:
        passed = feed.last_success_time.ToJsonString() if feed.HasField("last_success_time") else texts["never"]
        yield typeset(texts["source"].format(feed=_id(feed), source=feed.source, time=passed), language)
        if feed.problem:
            yield typeset(texts["problem"].format(feed=_id(feed), problem=feed.problem), language)
        if feed.refused_count:
            count = feed.refused_count
            yield typeset(texts["refused"].format(feed=_id(feed), count=count, name=feed.name), language)


def _id(feed: Feed) -> str:
    return feed.name.removeprefix("feeds/")
