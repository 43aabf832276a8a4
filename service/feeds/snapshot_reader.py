"""Reader of a feed: verifies the metadata of The Update Framework and downloads targets.

The state folder keeps the newest verified metadata, so an older one is refused, and downloaded files until they are
used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
    UnsignedMetadataError,
)
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp
from tuf.api.serialization import DeserializationError
from tuf.ngclient import Updater, UpdaterConfig

from rules.contracts import TouchstoneError, error_message, message_factory
from service.base.instants import instant_of
from service.feeds.feed_sources import SourceError
from service.feeds.layout import METADATA, TARGETS, parse_role, parse_target

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tuf.api.metadata import TargetFile

    from service.feeds.feed_sources import FeedSource
    from service.feeds.follower_settings import FollowedFeed

_message = message_factory(__name__)

TIMESTAMP_BYTES = 16 * 1024
MAX_TARGET_BYTES = 64 * 1024 * 1024
_MAX_ALL_BYTES = 8 * 1024 * 1024 * 1024
_MAX_TARGETS = 500_000
_MAX_ROLE_BYTES = 64 * 1024 * 1024
_MAX_DELEGATIONS = 1_000
_DOWNLOADS = "downloads"
_DIGEST = re.compile(r"[0-9a-f]{64}\Z")
_PROBE = "-probe-"
"""Replaces each `*` of a path pattern, to load the metadata of its role."""


class FeedRefusedError(TouchstoneError):
    """Refused snapshot; the message states the reason, `versions` the reasons of single versions by name."""

    def __init__(self, message: str, versions: Mapping[str, str] | None = None) -> None:
        self.versions = versions or {}
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class FeedSnapshot:
    """Verified snapshot: its number, the digest of its timestamp, its earliest expiry, and the wanted targets."""

    number: int
    root_version: int
    timestamp_digest: str
    expires: str
    targets: Mapping[str, TargetFile]


class SnapshotReader:
    """Reader of the newest snapshot of a feed; methods raise FeedRefusedError, or OSError for its own files."""

    def __init__(self, feed: FollowedFeed, state: Path, source: FeedSource) -> None:
        self._feed, self._source = feed, source
        self._metadata, self._downloads = state / METADATA, state / _DOWNLOADS

    def read(self, now: str, extra: tuple[str, ...]) -> FeedSnapshot:
        """Verify the newest metadata and return its targets in the channel, and those named in `extra`."""
        for folder in (self._metadata, self._downloads):
            folder.mkdir(parents=True, exist_ok=True)
        for leftover in (*self._metadata.glob("tmp*"), *(self._metadata / "root_history").glob("tmp*")):
            leftover.unlink()
        try:
            return self._read(now, extra)
        except (RepositoryError, DownloadError, DeserializationError) as error:
            raise refusal_of(error, now) from None

    def download(self, target: TargetFile, now: str) -> Path:
        """Download and verify a target, unless an earlier check has downloaded it."""
        path = self._downloads / target.hashes["sha256"]
        try:
            if self._updater.find_cached_target(target, str(path)) is None:
                self._updater.download_target(target, str(path))
        except (RepositoryError, DownloadError) as error:
            raise refusal_of(error, now) from None
        return path

    def remove_downloads(self) -> None:
        for path in self._downloads.iterdir():
            path.unlink()

    def _read(self, now: str, extra: tuple[str, ...]) -> FeedSnapshot:
        config = UpdaterConfig(
            max_delegations=_MAX_DELEGATIONS,
            timestamp_max_length=TIMESTAMP_BYTES,
            snapshot_max_length=_MAX_ROLE_BYTES,
            targets_max_length=_MAX_ROLE_BYTES,
        )
        self._updater = Updater(
            str(self._metadata),
            f"{self._source.base}{METADATA}/",
            str(self._downloads),
            f"{self._source.base}{TARGETS}/",
            fetcher=self._source,
            config=config,
            bootstrap=self._trusted_root(),
        )
        self._updater.refresh()
        root = Metadata[Root].from_bytes(self._stored(Root.type)).signed
        timestamp_bytes = self._stored(Timestamp.type)
        timestamp = Metadata[Timestamp].from_bytes(timestamp_bytes).signed
        snapshot = Metadata[Snapshot].from_bytes(self._stored(Snapshot.type)).signed
        top = Metadata[Targets].from_bytes(self._stored(Targets.type)).signed
        if not root.consistent_snapshot:
            raise RepositoryError("consistent_snapshot is not set")
        expiries = [root.expires, timestamp.expires, snapshot.expires, top.expires]
        signed: list[tuple[str, TargetFile]] = []
        for name, role in self._roles(top, snapshot):
            expiries.append(role.expires)
            signed += [each for each in role.targets.items() if _is_in_channel(each[0], name)]
        if len(signed) > _MAX_TARGETS:
            raise RepositoryError(f"{len(signed)} targets; at most {_MAX_TARGETS} are allowed")
        found = {path: self._updater.get_targetinfo(path) for path in (*extra, *(path for path, _ in signed))}
        accepted = {*extra, *(path for path, target in signed if found[path] == target)}
        targets = {path: target for path, target in found.items() if target is not None and path in accepted}
        _check_sizes(targets)
        expires = instant_of(min(expiries))
        if expires <= now:
            raise FeedRefusedError(_message("METADATA_EXPIRED", expires=expires, now=now))
        return FeedSnapshot(snapshot.version, root.version, sha256(timestamp_bytes).hexdigest(), expires, targets)

    def _trusted_root(self) -> bytes:
        content = self._feed.root.read_bytes()
        try:
            parsed = Metadata[Root].from_bytes(content)
        except DeserializationError:
            parsed = None
        if parsed is None or not isinstance(parsed.signed, Root):
            raise FeedRefusedError(_message("ROOT_INVALID", path=self._feed.root))
        return content

    def _roles(self, top: Targets, snapshot: Snapshot) -> Iterator[tuple[str, Targets]]:
        """Yield the followed publishers of the channel that the snapshot contains."""
        delegated = (top.delegations.roles or {}) if top.delegations is not None else {}
        channels = {parsed[0] for parsed in map(parse_role, delegated) if parsed is not None}
        if self._feed.channel not in channels:
            raise FeedRefusedError(_message("NO_SUCH_CHANNEL", channel=self._feed.channel, known=sorted(channels)))
        for name, role in delegated.items():
            parsed = parse_role(name)
            if parsed is None or parsed[0] != self._feed.channel or f"{name}.json" not in snapshot.meta:
                continue
            if self._feed.publishers and parsed[1] not in self._feed.publishers:
                continue
            for pattern in role.paths or ():
                self._updater.get_targetinfo(pattern.replace("*", _PROBE).replace("?", "-"))
            try:
                metadata = Metadata[Targets].from_bytes(self._stored(name)).signed
            except FileNotFoundError:  # other roles have all its paths
                continue
            if metadata.version == snapshot.meta[f"{name}.json"].version:
                yield name, metadata

    def _stored(self, role: str) -> bytes:
        return (self._metadata / f"{role}.json").read_bytes()


def _is_in_channel(path: str, role: str) -> bool:
    target, parsed = parse_target(path), parse_role(role)
    return target is not None and parsed is not None and target.channel == parsed[0]


def _check_sizes(targets: Mapping[str, TargetFile]) -> None:
    for path, target in targets.items():
        if target.length > MAX_TARGET_BYTES:
            raise FeedRefusedError(_message("TARGET_TOO_LARGE", path=path, size=target.length, most=MAX_TARGET_BYTES))
        if not _DIGEST.match(target.hashes.get("sha256", "")):
            raise RepositoryError(f"{path} has no SHA-256 digest")
    total = sum(target.length for target in targets.values())
    if total > _MAX_ALL_BYTES:
        raise FeedRefusedError(_message("FEED_TOO_LARGE", size=total, most=_MAX_ALL_BYTES))


def refusal_of(error: Exception, now: str) -> FeedRefusedError:
    """Return the refusal for an error of TUF, with a message in all languages."""
    if isinstance(error, SourceError):
        return FeedRefusedError(error.args[0])
    detail = str(error)[:300]
    match error:
        case ExpiredMetadataError():
            message = _message("ROLE_EXPIRED", problem=detail, now=now)
        case BadVersionNumberError():
            message = _message("ROLLED_BACK", problem=detail)
        case UnsignedMetadataError():
            message = _message("SIGNATURES_MISSING", problem=detail)
        case DownloadLengthMismatchError():
            message = _message("LONGER_THAN_SIGNED", problem=detail)
        case LengthOrHashMismatchError():
            message = _message("OTHER_THAN_SIGNED", problem=detail)
        case DownloadHTTPError():
            message = _message("FILE_MISSING", problem=detail)
        case _:
            message = _message("RECEIVED_METADATA", problem=detail or error_message(error))
    return FeedRefusedError(message)
