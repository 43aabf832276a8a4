"""A publisher with a signed feed, and a follower of it with a clock of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from rules.contracts.canonical import digest
from service.base import instants
from service.base.call_context import newest_states
from service.feeds.feed_sources import FeedSource
from service.feeds.feed_status import FeedStatus, ReceivedVersion
from service.feeds.follower import Follower
from service.feeds.follower_settings import STATE_FOLDER, FollowedFeed
from service.gazette.publication import write_version
from service.gazette.received import read_received
from service.gazette.versions import Gazette
from tests.support.feeds import signed_feed
from tests.support.small_card import CARD, small_card
from touchstone.internal.v1 import work_pb2

PASSED = work_pb2.CheckedReceivedVersion(examples=1)


def publish_small(gazette: Path, version: str, year: int, *, supersedes: str | None = None) -> str:
    """Publish a version of the small card for one year, and return its name."""
    card = small_card(version=version, first=f"{year}-01-01", last=f"{year}-12-31", supersedes=supersedes)
    write_version(gazette, card, {"card.en.feature": "words"}, publish_time="2025-01-01T00:00:00Z")
    return f"scorecards/{CARD}/versions/{version}"


@dataclass
class Clock:
    """A clock that a test moves."""

    now: str = field(default_factory=instants.now)

    def __call__(self) -> str:
        return self.now

    def move(self, **span: float) -> None:
        self.now = instants.plus(self.now, timedelta(**span))


@dataclass
class Association:
    """A publisher with one version in its feed, and a follower with an empty gazette."""

    folder: Path
    threshold: int = 1
    clock: Clock = field(default_factory=Clock)
    version: str = ""
    """Version that the folder `published` has already."""

    def __post_init__(self) -> None:
        self.published = self.folder / "published"
        self.first = self.version or publish_small(self.published, "1.0.0", 2025)
        self.feed = signed_feed(self.folder / "feed", self.published, threshold=self.threshold, now=self.clock.now)
        self.root = self.folder / "root.json"
        self.root.write_bytes(self.feed.trusted_root.read_bytes())

    def publish(self, version: str, year: int) -> str:
        """Publish another version, and build the feed."""
        name = publish_small(self.published, version, year)
        self.feed.build(now=self.clock.now)
        return name

    def followed(self, name: str = "association", **changes: Any) -> FollowedFeed:
        settings: dict[str, Any] = {
            "root": self.root,
            "channel": "production",
            "folder": self.feed.folder,
            "log_key": self.feed.log_key,
        }
        return FollowedFeed(name, **{**settings, **changes})

    def follower(self, gazette: Path | None = None, **changes: Any) -> SmallFollower:
        return SmallFollower(self, gazette or self.folder / "gazette", **changes)


class SmallFollower:
    """A follower with a worker that accepts every version, except those that `refuse` names."""

    def __init__(
        self,
        association: Association,
        gazette: Path,
        *,
        source: FeedSource | None = None,
        trust: Path | None = None,
        is_dry: bool = False,
        **changes: Any,
    ) -> None:
        gazette.mkdir(exist_ok=True)
        feed = association.followed(**changes)
        self.clock = association.clock
        self.gazette, self.state = gazette, gazette / STATE_FOLDER / feed.name
        self.refuse: set[str] = set()
        self.examined: list[str] = []
        self.activations = 0
        self.checks: list[tuple[FeedStatus, tuple[ReceivedVersion, ...]]] = []
        self.follower = Follower(
            feed,
            gazette,
            self.state,
            trust=trust,
            examine=self.examine,
            source=source,
            clock=association.clock,
            on_activation=self.count_activation,
            on_check=lambda status, new: self.checks.append((status, new)),
            is_dry=is_dry,
        )

    def count_activation(self) -> None:
        self.activations += 1

    def examine(self, job: work_pb2.CheckReceivedVersion) -> work_pb2.CheckedReceivedVersion:
        self.examined.append(digest(job.content))
        if any(f'"version":"{number}"'.encode() in job.content for number in self.refuse):
            return work_pb2.CheckedReceivedVersion(problems=["it fails"], chinese_problems=["未通过"])
        return PASSED

    def check(self) -> FeedStatus:
        return self.follower.check()

    @property
    def versions(self) -> list[str]:
        gazette = Gazette(self.gazette, private=True)
        with newest_states():
            return [outline.card.version for outline in gazette.outlines(CARD)] if gazette.card_ids() else []

    @property
    def arrived(self) -> dict[str, str]:
        feed = read_received(self.gazette).feeds.get(self.follower.feed.name)
        return {} if feed is None else {item.name: item.arrived_time for item in feed.items}
