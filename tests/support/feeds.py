"""Signed feeds of a gazette folder, with new keys, for tests of publishers and followers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from service.approval.signing_keys import public_half
from service.feeds.feed_file import FeedFile, OnlineRole, Publisher, SigningRole
from service.feeds.layout import METADATA
from service.feeds.publishing import build_feed, create_feed
from service.feeds.staging import Built

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
