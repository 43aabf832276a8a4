"""Status of followed feeds, stored in a file for each feed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import LANGUAGES, Json, Label, canonical_bytes, in_language
from service.base.durable_files import replace_file
from service.feeds.follower_settings import read_feeds, state_folder
from service.gazette.version_origins import VersionOrigins

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from service.configuration.settings import Settings
    from service.feeds.follower_settings import FollowedFeed
    from service.gazette.version_origins import VersionOrigin

STATUS_FILE = "status.json"


class OfferState(StrEnum):
    """State of an offered version on this server."""

    IN_USE = "in use"
    WAITING = "waiting"
    """Accepted; its effective period begins later."""
    REFUSED = "refused"
    LOCAL = "local"
    """Published here with the same bytes."""


@dataclass(frozen=True, slots=True)
class ReceivedVersion:
    """Version that was received from a feed; the time is the activation on this server."""

    name: str
    content_digest: str
    arrived_time: str


@dataclass(frozen=True, slots=True)
class OfferedVersion:
    """Version in the newest snapshot of a feed; `problem` is empty unless the version is refused."""

    name: str
    content_digest: str
    state: OfferState
    problem: str = ""


@dataclass(frozen=True, slots=True)
class FeedStatus:
    """State of a followed feed after its last check.

    `source` contains no credentials. `snapshot` is the number of the snapshot in use, 0 before the first. `expires` is
    the earliest expiry of its signed metadata. Times are empty until known. `problem` is empty if the last check
    passed, otherwise a message in all languages. `is_refused` distinguishes content that fails a check from a feed that
    cannot be read.
    """

    name: str
    source: str
    channel: str
    snapshot: int = 0
    expires: str = ""
    last_check_time: str = ""
    last_success_time: str = ""
    next_check_time: str = ""
    problem: str = ""
    offered: tuple[OfferedVersion, ...] = ()
    is_refused: bool = False


class FollowedFeeds:
    """Feeds in the configuration at the time of the start, with their stored states.

    Raises:
        InputError: If the file of the feeds is invalid.
    """

    def __init__(self, settings: Settings) -> None:
        feeds = () if settings.feeds is None else read_feeds(settings.feeds)
        self._feeds = {feed.name: (feed, state_folder(settings, feed)) for feed in feeds}
        self._origins = VersionOrigins(settings.gazette)

    @property
    def names(self) -> list[str]:
        return sorted(self._feeds)

    def interval_seconds(self, name: str) -> int:
        return self._feeds[name][0].interval_seconds

    def status(self, name: str) -> FeedStatus:
        return read_status(*self._feeds[name])

    def statuses(self) -> list[FeedStatus]:
        """Return the state of each feed, by name."""
        return [self.status(name) for name in self.names]

    def origins(self) -> Mapping[str, VersionOrigin]:
        """Return the origin of each received version, by name."""
        return self._origins.by_name()


def read_status(feed: FollowedFeed, state: Path) -> FeedStatus:
    """Return the stored status of a feed; without a readable file, the status before the first check."""
    initial = FeedStatus(feed.name, feed.source, feed.channel)
    try:
        stored = orjson.loads((state / STATUS_FILE).read_bytes())
        offered = tuple(
            OfferedVersion(each["name"], each["content_digest"], OfferState(each["state"]), _text(each["problem"]))
            for each in stored["offered"]
        )
        return FeedStatus(
            feed.name,
            feed.source,
            feed.channel,
            stored["snapshot"],
            stored["expires"],
            stored["last_check_time"],
            stored["last_success_time"],
            stored["next_check_time"],
            _text(stored["problem"]),
            offered,
            stored["is_refused"],
        )
    except (OSError, ValueError, KeyError, TypeError):
        return initial


def write_status(status: FeedStatus, state: Path) -> None:
    """Store the status of a feed atomically."""
    document: dict[str, Json] = {
        "snapshot": status.snapshot,
        "expires": status.expires,
        "last_check_time": status.last_check_time,
        "last_success_time": status.last_success_time,
        "next_check_time": status.next_check_time,
        "problem": _texts(status.problem),
        "is_refused": status.is_refused,
        "offered": [
            {
                "name": each.name,
                "content_digest": each.content_digest,
                "state": each.state.value,
                "problem": _texts(each.problem),
            }
            for each in status.offered
        ],
    }
    replace_file(state / STATUS_FILE, canonical_bytes(document), survive_power_loss=False)


def _texts(message: str) -> dict[str, str]:
    return {language: in_language(message, language) for language in LANGUAGES} if message else {}


def _text(texts: dict[str, Any]) -> str:
    return Label({language: str(texts[language]) for language in LANGUAGES}) if texts else ""
