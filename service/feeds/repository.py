"""Metadata and targets of a feed folder: reading, staging, signing and publication of TUF metadata.

Metadata below its threshold of signatures is stored in `pending/` and invisible to followers. Complete metadata is
visible as soon as a snapshot names it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias, cast

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tuf.api.metadata import (
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.serialization import DeserializationError

from rules.contracts import TrailError, message_factory
from service.base.durable_files import locked_folder, replace_file, sync_path
from service.base.instants import time_of
from service.base.whole_numbers import parse_whole_number
from service.feeds.feed_file import FeedFile, read_feed_file
from service.feeds.layout import LOG_ROLE, METADATA, PENDING, TARGETS
from service.feeds.tuf_keys import signer_of, tuf_key

_message = message_factory(__name__)

AnySigned: TypeAlias = Root | Targets | Snapshot | Timestamp
ROOT, TOP_TARGETS, SNAPSHOT, TIMESTAMP = Root.type, Targets.type, Snapshot.type, Timestamp.type
_SOON_DAYS = 30
_TIMESTAMP_FILE = f"{TIMESTAMP}.json"


@dataclass(frozen=True, slots=True)
class StagedRole:
    """State of the newest metadata of a role; `missing` is the number of signatures it lacks."""

    role: str
    version: int
    signatures: int
    missing: int
    expires: datetime

    @property
    def is_complete(self) -> bool:
        return self.missing == 0


class Repository:
    """Folder of a feed, read at creation; `locked` serializes its changes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.feed: FeedFile = read_feed_file(folder)
        self._metadata, self._pending = folder / METADATA, folder / PENDING
        self._read: dict[Path, tuple[int, Metadata[Any]]] = {}
        self._unsynced: list[Path] = []

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Lock the folder against other changes, and create its subfolders."""
        with locked_folder(self.folder):
            for each in (self._metadata, self.folder / TARGETS):
                each.mkdir(exist_ok=True)
            yield

    # reading

    def newest(self, role: str) -> Metadata[Any] | None:
        """Return the newest complete metadata of a role."""
        version = max(self._versions(self._metadata, role), default=0)
        return self._load(self._file(role, version)) if version else None

    def metadata_bytes(self, role: str, version: int) -> bytes:
        return self._file(role, version).read_bytes()

    def pending(self, role: str) -> Metadata[Any] | None:
        """Return metadata of a role that lacks signatures.

        A copy of metadata that was completed on another machine is no longer pending.
        """
        version = max(self._versions(self._pending, role), default=0)
        is_newer = version >= self.next_version(role)
        return self._load(self._pending / f"{version}.{role}.json") if is_newer else None

    def pending_changes(self, role: str) -> tuple[str, ...]:
        """Return the paths of the targets that pending metadata of a role adds, changes or removes."""
        pending, newest = self.pending(role), self.newest(role)
        if pending is None or not self.has_targets(role):
            return ()
        before = {} if newest is None else newest.signed.targets
        targets: Mapping[str, TargetFile] = pending.signed.targets
        return tuple(sorted(path for path in {*before, *targets} if before.get(path) != targets.get(path)))

    def latest(self, role: str) -> Metadata[Any] | None:
        """Return the newest metadata of a role, pending or complete."""
        return self.pending(role) or self.newest(role)

    def timestamp(self) -> Metadata[Timestamp] | None:
        path = self._metadata / _TIMESTAMP_FILE
        return self._load(path) if path.exists() else None

    def snapshot(self) -> Metadata[Snapshot] | None:
        """Return the snapshot that followers see."""
        timestamp = self.timestamp()
        return None if timestamp is None else self._load(self._file(SNAPSHOT, timestamp.signed.snapshot_meta.version))

    def visible(self, role: str) -> Metadata[Targets] | None:
        """Return the metadata of a targets role that followers see."""
        snapshot = self.snapshot()
        entry = None if snapshot is None else snapshot.signed.meta.get(f"{role}.json")
        return None if entry is None else self._load(self._file(role, entry.version))

    def roles(self) -> Iterator[str]:
        """Yield the roles with metadata or a delegation, top-level roles first."""
        yield from (ROOT, TOP_TARGETS, SNAPSHOT, TIMESTAMP, LOG_ROLE)
        yield from (role for role, _, _ in self.feed.roles())

    def state(self, role: str) -> StagedRole | None:
        """Return the state of the newest metadata of a role; None without any."""
        metadata = self.timestamp() if role == TIMESTAMP else self.latest(role)
        if metadata is None:
            return None
        return self._state(role, metadata)

    def expiring(self, now: str) -> Iterator[StagedRole]:
        """Yield the complete offline roles that expire within 30 days, or within a third of a shorter validity."""
        days = self.feed.valid_days
        valid_days = {ROOT: days.root, TOP_TARGETS: days.targets}
        for role in self.roles():
            state = self.state(role) if role not in (SNAPSHOT, TIMESTAMP, LOG_ROLE) else None
            if state is not None and state.is_complete:
                soon = min(timedelta(days=_SOON_DAYS), timedelta(days=valid_days.get(role, days.publishers)) / 3)
                if state.expires - time_of(now) < soon:
                    yield state

    def is_listed(self, role: str) -> bool:
        """Return whether a snapshot lists the role."""
        return role not in (ROOT, SNAPSHOT, TIMESTAMP)

    def has_targets(self, role: str) -> bool:
        """Return whether the role lists files."""
        return self.is_listed(role) and role != TOP_TARGETS

    def target_count(self, role: str) -> int | None:
        """Return the number of targets in the newest metadata of a role; None for roles without targets."""
        metadata = self.latest(role) if self.has_targets(role) else None
        return None if metadata is None else len(metadata.signed.targets)

    def target(self, target: TargetFile) -> bytes:
        """Return the content of a target, or raise TrailError if it is missing or changed."""
        path = self._target_file(target)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            raise TrailError(_message("TARGET_MISSING", path=path)) from None
        if sha256(content).hexdigest() != target.hashes["sha256"]:
            raise TrailError(_message("TARGET_CHANGED", path=path))
        return content

    def target_at(self, role: str, path: str) -> TargetFile | None:
        """Return a target of the newest complete metadata of a role."""
        metadata = self.newest(role)
        return None if metadata is None else cast("Targets", metadata.signed).targets.get(path)

    # writing

    def add_target(self, path: str, content: bytes) -> TargetFile:
        """Store a target and return its entry; it is durable after the next `stage`."""
        target = TargetFile(len(content), {"sha256": sha256(content).hexdigest()}, path)
        file = self._target_file(target)
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(file, content, survive_power_loss=False)
            self._unsynced.append(file)
        return target

    def stage(self, role: str, signed: AnySigned, keys: Iterable[Ed25519PrivateKey]) -> StagedRole:
        """Sign new metadata of a role; publish or store it as pending, by its number of signatures.

        Pending metadata with the same content keeps its earlier signatures.
        """
        self._sync_targets()
        pending = self.pending(role)
        metadata: Metadata[Any] = pending if pending is not None and pending.signed == signed else _unsigned(signed)
        return self._sign(role, metadata, keys)

    def sign(self, role: str, keys: Iterable[Ed25519PrivateKey]) -> StagedRole | None:
        """Add signatures to the pending metadata of a role; None without pending metadata."""
        pending = self.pending(role)
        return None if pending is None else self._sign(role, pending, keys)

    def _sign(self, role: str, metadata: Metadata[Any], keys: Iterable[Ed25519PrivateKey]) -> StagedRole:
        for key in self.keys_of(role, keys):
            metadata.sign(signer_of(key), append=True)
        self._pending.mkdir(exist_ok=True)
        version = metadata.signed.version
        self._remove_pending(role, except_version=version)
        self._write(self._pending / f"{version}.{role}.json", metadata)
        self.settle()
        return self._state(role, metadata)

    def settle(self) -> None:
        """Move pending metadata with enough signatures, delegating roles first."""
        for role in (ROOT, TOP_TARGETS, *self._pending_roles()):
            pending = self.pending(role)
            if pending is None:
                self._remove_pending(role)
            elif self._missing(role, pending) == 0:
                path = self._pending / f"{pending.signed.version}.{role}.json"
                path.replace(self._file(role, pending.signed.version))

    def write_online(self, role: str, signed: AnySigned, key: Ed25519PrivateKey) -> bytes:
        """Sign and store metadata of an online role, and return its bytes."""
        self._sync_targets()
        metadata = _unsigned(signed)
        metadata.sign(signer_of(key))
        path = self._metadata / _TIMESTAMP_FILE if role == TIMESTAMP else self._file(role, signed.version)
        return self._write(path, metadata)

    def next_version(self, role: str) -> int:
        """Return the version after all stored complete ones, including those that no snapshot names."""
        return max(self._versions(self._metadata, role), default=0) + 1

    # signatures

    def key_ids(self, role: str) -> Collection[str]:
        """Return the ids of the keys that may sign a role."""
        if role == ROOT:  # holders of the earlier and of the new keys sign new root metadata
            return {tuf_key(each).keyid for each in self.feed.root.keys} | set(self._known_root_keys())
        delegator = self._delegator(role)
        if delegator is None:
            return ()
        try:
            return delegator.get_delegated_role(role).keyids
        except ValueError:
            return ()

    def may_sign(self, role: str, keys: Iterable[Ed25519PrivateKey]) -> bool:
        """Return whether one of the private keys may sign a role."""
        return bool(self.keys_of(role, keys))

    def keys_of(self, role: str, keys: Iterable[Ed25519PrivateKey]) -> list[Ed25519PrivateKey]:
        """Return the private keys that may sign a role."""
        allowed = self.key_ids(role)
        return [key for key in keys if signer_of(key).public_key.keyid in allowed]

    def is_verified(self, role: str, metadata: Metadata[Any]) -> bool:
        """Return whether enough keys of the newest delegation signed the metadata."""
        return self._missing(role, metadata) == 0

    def _known_root_keys(self) -> Iterator[str]:
        for metadata in (self.newest(ROOT), self.pending(ROOT)):
            if metadata is not None:
                yield from metadata.signed.roles[ROOT].keyids

    def _delegator(self, role: str) -> Root | Targets | None:
        parent = ROOT if role in (ROOT, TOP_TARGETS, SNAPSHOT, TIMESTAMP) else TOP_TARGETS
        metadata = self.newest(parent) or self.pending(parent)
        return None if metadata is None else metadata.signed

    def _missing(self, role: str, metadata: Metadata[Any]) -> int:
        content, signatures = metadata.signed_bytes, metadata.signatures
        if role == ROOT:
            complete = self.newest(ROOT)
            before = (
                complete.signed if complete is not None and complete.signed.version < metadata.signed.version else None
            )
            both = metadata.signed.get_root_verification_result(before, content, signatures)
            return max(int(both.first.missing), int(both.second.missing))
        parent = ROOT if role in (TOP_TARGETS, SNAPSHOT, TIMESTAMP) else TOP_TARGETS
        delegator = self.newest(parent)
        if delegator is None:  # a delegation counts only when it is complete itself
            delegator = self.pending(parent)
            if delegator is None:
                return 1
            result = _result(delegator.signed, role, content, signatures)
            return max(1, result)
        return _result(delegator.signed, role, content, signatures)

    def _state(self, role: str, metadata: Metadata[Any]) -> StagedRole:
        signed = metadata.signed
        return StagedRole(role, signed.version, len(metadata.signatures), self._missing(role, metadata), signed.expires)

    # files

    def _file(self, role: str, version: int) -> Path:
        return self._metadata / f"{version}.{role}.json"

    def _versions(self, folder: Path, role: str) -> list[int]:
        suffix = f".{role}.json"
        numbers = (name.removesuffix(suffix) for name in _names(folder) if name.endswith(suffix))
        versions = (parse_whole_number(number, least=1) for number in numbers)
        return [version for version in versions if version is not None]

    def _remove_pending(self, role: str, *, except_version: int = 0) -> None:
        for version in self._versions(self._pending, role):
            if version != except_version:
                (self._pending / f"{version}.{role}.json").unlink()

    def _pending_roles(self) -> list[str]:
        names = (name.removesuffix(".json").partition(".")[2] for name in _names(self._pending))
        return sorted({name for name in names if name} - {ROOT, TOP_TARGETS})

    def _target_file(self, target: TargetFile) -> Path:
        return self.folder / TARGETS / target.get_prefixed_paths()[0]

    def _load(self, path: Path) -> Metadata[Any]:
        changed = path.stat().st_mtime_ns
        cached = self._read.get(path)
        if cached is None or cached[0] != changed:
            try:
                cached = changed, Metadata.from_bytes(path.read_bytes())
            except DeserializationError as error:
                raise TrailError(_message("METADATA_INVALID", path=path, problem=str(error))) from None
            self._read[path] = cached
        return cached[1]

    def _write(self, path: Path, metadata: Metadata[Any]) -> bytes:
        content = metadata.to_bytes()
        replace_file(path, content)
        return content

    def _sync_targets(self) -> None:
        """Write all new targets to disk before metadata names them."""
        for path in self._unsynced:
            sync_path(path)
        self._unsynced.clear()


def _unsigned(signed: AnySigned) -> Metadata[Any]:
    return Metadata(cast("Any", signed))


def _result(delegator: Root | Targets, role: str, content: bytes, signatures: Mapping[str, Any]) -> int:
    try:
        missing: int = delegator.get_verification_result(role, content, dict(signatures)).missing
    except ValueError:  # no longer delegated
        return 1
    return missing


def _names(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except FileNotFoundError:
        return []


def expiry(now: str, days: int) -> datetime:
    """Return the expiry of metadata signed at an instant."""
    return time_of(now) + timedelta(days=days)


def meta_file(version: int, content: bytes) -> MetaFile:
    """Return the entry of metadata in a snapshot or timestamp."""
    return MetaFile(version, len(content), {"sha256": sha256(content).hexdigest()})
