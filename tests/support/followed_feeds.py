"""Followed feeds of a server as its follower stores them: the file of the feeds, their states, received versions."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from rules.contracts import Label
from service.configuration.settings import Settings
from service.feeds.feed_status import FeedStatus, OfferedVersion, OfferState, write_status
from service.feeds.follower_settings import read_feeds, state_folder
from service.feeds.publishing import create_feed
from service.gazette.publication import write_version
from service.gazette.received import ReceivedItem, ReceivedSnapshot, ReceivedState, activate, gazette_lock
from service.gazette.versions import Gazette
from tests.support.feeds import SignedFeed, feed_file
from tests.support.small_card import CARD, small_card

ARRIVED, CHECKED, PASSED = "2026-06-02T08:00:00Z", "2026-07-01T09:05:00Z", "2026-07-01T09:00:00Z"
FIRST, SECOND, THIRD = (f"scorecards/{CARD}/versions/{number}.0.0" for number in (1, 2, 3))
ROLLED_BACK = Label({"en": "The snapshot is older than snapshot 7.", "zh": "该快照早于快照 7。"})
UNAPPROVED = Label({"en": "The version lacks an approval.", "zh": "该版本缺少一项批准。"})


def unreachable_feed(folder: Path) -> str:
    """Write the file of a server that follows a feed without a publisher, and return its path."""
    feed = SignedFeed(folder / "unserved", folder)
    create_feed(feed.folder, feed_file(feed, ["production"], ["*"], ["*"]), feed.keys)
    path = feeds_file(folder, "association", interval="24 h", address="http://127.0.0.1:1/feed")
    shutil.copy(feed.trusted_root, folder / "root.json")
    return str(path)


def feeds_file(
    folder: Path, *names: str, interval: str = "5 min", address: str = "https://{name}.example/feed"
) -> Path:
    """Write the file of feeds, and return its path."""
    (folder / "root.json").write_text("{}", encoding="utf-8")
    tables = [
        f'[feeds.{name}]\naddress = "{address.format(name=name)}"\nroot = "root.json"\nchannel = "production"\n'
        f'interval = "{interval}"\n'
        for name in names
    ]
    path = folder / "feeds.toml"
    path.write_text("\n".join(tables), encoding="utf-8")
    return path


def following_settings(folder: Path, *names: str, interval: str = "5 min") -> Settings:
    """Return settings of a server that follows feeds; its gazette has two published versions."""
    gazette = folder / "gazette"
    first = small_card(version="1.0.0", first="2025-01-01", last="2026-12-31")
    write_version(gazette, first, {}, publish_time="2025-01-01T00:00:00Z")
    write_version(gazette, small_card(version="2.0.0", first="2027-01-01"), {}, publish_time="2026-06-01T00:00:00Z")
    return Settings(
        gazette=gazette,
        feeds=feeds_file(folder, *names, interval=interval) if names else None,
        database_url=f"sqlite:///{folder}/store.sqlite3",
    )


def digests_of(settings: Settings) -> Mapping[str, str]:
    """Return the content digest of each version in the gazette, by name."""
    return {outline.name: outline.content_digest for outline in Gazette(settings.gazette).outlines(CARD)}


def store_status(settings: Settings, status: FeedStatus) -> None:
    """Store the status of a feed, as its last check does."""
    assert settings.feeds is not None
    (feed,) = [feed for feed in read_feeds(settings.feeds) if feed.name == status.name]
    folder = state_folder(settings, feed)
    folder.mkdir(parents=True, exist_ok=True)
    write_status(status, folder)


def store_received(settings: Settings, feed: str, snapshot: int, received: Mapping[str, str]) -> None:
    """Store the content digests of the versions that a feed delivered, as an activation does."""
    items = [ReceivedItem(name, digest, ARRIVED, snapshot) for name, digest in received.items()]
    items += [
        ReceivedItem(f"{FIRST}/repeal", "cd" * 32, ARRIVED, snapshot),
        ReceivedItem("tables/a/editions/1", "cd" * 32, ARRIVED, snapshot),
    ]
    state = ReceivedState().with_activation(feed, ReceivedSnapshot(snapshot, tuple(items)), ())
    with gazette_lock(settings.gazette):
        activate(settings.gazette, state, {})


def store_refusing_feed(settings: Settings, name: str = "association") -> Mapping[str, str]:
    """Store a feed with a version in use, one published here, and one refused at the last check; return all digests."""
    digests = {**digests_of(settings), THIRD: "ab" * 32}
    store_received(settings, name, 7, {SECOND: digests[SECOND]})
    offered = (
        OfferedVersion(SECOND, digests[SECOND], OfferState.IN_USE),
        OfferedVersion(THIRD, digests[THIRD], OfferState.REFUSED, UNAPPROVED),
        OfferedVersion(FIRST, digests[FIRST], OfferState.LOCAL),
    )
    store_status(
        settings,
        FeedStatus(
            name,
            f"https://{name}.example/feed",
            "production",
            snapshot=7,
            expires="2026-08-01T00:00:00Z",
            last_check_time=CHECKED,
            last_success_time=PASSED,
            next_check_time="2026-07-01T09:10:00Z",
            problem=UNAPPROVED,
            offered=offered,
        ),
    )
    return digests
