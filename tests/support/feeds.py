"""Signed feeds of a gazette folder, with new keys, for tests of publishers and followers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tuf.ngclient import Updater

from service.approval.signing_keys import public_half
from service.feeds.feed_file import FeedFile, OnlineRole, Publisher, SigningRole
from service.feeds.feed_sources import FolderSource
from service.feeds.layout import METADATA
from service.feeds.publishing import build_feed, create_feed
from service.feeds.staging import Built
from service.gazette.publication import add_entry, write_version
from service.gazette.tables import write_edition
from tests.support.small_card import small_card
from tests.support.small_table import small_table

NAME = "feeds.example/rules"


def new_keys(count: int = 1) -> list[Ed25519PrivateKey]:
    return [Ed25519PrivateKey.generate() for _ in range(count)]


@dataclass
class SignedFeed:
    """A feed with the private keys of all its roles."""

    folder: Path
    gazette: Path
    root: list[Ed25519PrivateKey] = field(default_factory=new_keys)
    publisher: list[Ed25519PrivateKey] = field(default_factory=new_keys)
    online: list[Ed25519PrivateKey] = field(default_factory=new_keys)

    @property
    def keys(self) -> list[Ed25519PrivateKey]:
        return [*self.root, *self.publisher, *self.online]

    @property
    def trusted_root(self) -> Path:
        """The root that a follower trusts initially."""
        return self.folder / METADATA / "1.root.json"

    @property
    def log_key(self) -> str:
        return public_half(self.online[0])

    def build(self, channel: str = "production", *, now: str | None = None) -> Built:
        return build_feed(self.gazette, self.folder, channel, self.keys, now=now)


def signed_feed(
    folder: Path,
    gazette: Path,
    *,
    channel: str = "production",
    channels: Sequence[str] = ("production", "staging", "testing"),
    cards: Sequence[str] = ("*",),
    tables: Sequence[str] = ("*",),
    name: str = NAME,
    threshold: int = 1,
    now: str | None = None,
) -> SignedFeed:
    """Create a feed and publish a gazette in one of its channels."""
    feed = SignedFeed(folder, gazette, root=new_keys(threshold), publisher=new_keys(threshold))
    create_feed(folder, feed_file(feed, channels, cards, tables, name=name, threshold=threshold), feed.keys, now=now)
    feed.build(channel, now=now)
    return feed


def feed_file(
    feed: SignedFeed,
    channels: Sequence[str],
    cards: Sequence[str],
    tables: Sequence[str],
    *,
    name: str = NAME,
    threshold: int = 1,
) -> FeedFile:
    return FeedFile(
        name=name,
        channels=list(channels),
        root=SigningRole(keys=publics(feed.root), threshold=threshold),
        targets=SigningRole(keys=publics(feed.root), threshold=threshold),
        online=OnlineRole(keys=publics(feed.online)),
        publishers={
            "association": Publisher(
                keys=publics(feed.publisher),
                threshold=threshold,
                channels=list(channels),
                cards=list(cards),
                tables=list(tables),
            )
        },
    )


def publics(keys: Sequence[Ed25519PrivateKey]) -> list[str]:
    return [public_half(key) for key in keys]


def updater(feed: SignedFeed, state: Path) -> Updater:
    """Return a TUF client of a feed with empty or earlier state, initially trusting its first root."""
    for each in (state / "metadata", state / "targets"):
        each.mkdir(parents=True, exist_ok=True)
    source = FolderSource(feed.folder)
    return Updater(
        str(state / "metadata"),
        f"{source.base}metadata/",
        str(state / "targets"),
        f"{source.base}targets/",
        fetcher=source,
        bootstrap=feed.trusted_root.read_bytes(),
    )


def followed(feed: SignedFeed, state: Path, path: str) -> bytes | None:
    """Return a target as a follower verifies it; None if no trusted role has it."""
    client = updater(feed, state)
    target = client.get_targetinfo(path)
    return None if target is None else Path(client.download_target(target)).read_bytes()


def small_gazette(folder: Path) -> Path:
    """Return a gazette with one version, its changelog entry and one table edition."""
    write_version(folder, small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    add_entry(folder, "small-factory 1.0.0", "The first version.")
    write_edition(folder / "tables", small_table())
    return folder
