"""Refresh of a feed by its online key: log, snapshot and timestamp make complete metadata visible to followers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tuf.api.metadata import Metadata, Snapshot, TargetFile, Targets, Timestamp

from rules.contracts import InputError, TrailError, error_message, message_factory
from service.base import instants
from service.base.instants import time_of
from service.base.refusals import Reason, Refusal
from service.base.resource_names import CardName, parse_card
from service.feeds.feed_log import entries_bytes, later_leaves, read_entries, signed_checkpoint, version_leaves
from service.feeds.layout import CHECKPOINT, ENTRIES, LOG_ROLE, TableTarget, VersionTarget, parse_target
from service.feeds.repository import (
    ROOT,
    SNAPSHOT,
    TIMESTAMP,
    TOP_TARGETS,
    AnySigned,
    Repository,
    StagedRole,
    expiry,
    meta_file,
)
from service.gazette.sidecars import APPROVALS, REPEAL, SIDECAR
from service.gazette.version_files import CONTENT
from service.transparency.checkpoints import SignedNote, read_note
from service.transparency.gazette_leaves import table_leaf
from service.transparency.leaves import PUBLICATION, Leaf

_message = message_factory(__name__)


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Role with complete metadata that stays invisible, and the reason."""

    role: str
    problem: str


@dataclass(frozen=True, slots=True)
class Refreshed:
    """Result of a refresh: visible snapshot, number of entries in the log, and roles with unpublished metadata."""

    snapshot: int
    entries: int
    held_back: tuple[HeldBack, ...] = ()


def refresh_feed(
    folder: Path, key: Ed25519PrivateKey, *, cosigned: str = "", force: bool = True, now: str | None = None
) -> Refreshed:
    """Publish complete metadata with the online key; `force` signs a timestamp even without a change.

    `cosigned` is the checkpoint of the log with signatures of witnesses.
    """
    repository = Repository(folder)
    with repository.locked():
        require_root(repository)
        if not _is_online(repository, key):
            raise InputError.of("--key", _message("NOT_ONLINE_KEY"), "WRONG_VALUE")
        return _refresh(repository, key, now or instants.now(), cosigned=cosigned, force=force)


def require_root(repository: Repository) -> None:
    """Raise Refusal unless root and targets are complete."""
    for role in (ROOT, TOP_TARGETS):
        if repository.newest(role) is None:
            state = repository.state(role)
            missing = 1 if state is None else state.missing
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("ROLE_INCOMPLETE", role=role, count=missing))


def refresh_if_possible(repository: Repository, keys: Sequence[Ed25519PrivateKey], now: str) -> Refreshed | None:
    """Refresh if the keys include an online key."""
    online = [key for key in keys if _is_online(repository, key)]
    if not online or repository.newest(TOP_TARGETS) is None:
        return None
    return _refresh(repository, online[0], now, cosigned="", force=False)


def _is_online(repository: Repository, key: Ed25519PrivateKey) -> bool:
    return all(repository.may_sign(role, [key]) for role in (LOG_ROLE, SNAPSHOT, TIMESTAMP))


def refreshed_states(repository: Repository, keys: Sequence[Ed25519PrivateKey], now: str) -> Iterator[StagedRole]:
    """Refresh if the online key is available, and yield the states of its roles."""
    if refresh_if_possible(repository, keys, now) is not None:
        for role in (LOG_ROLE, SNAPSHOT, TIMESTAMP):
            state = repository.state(role)
            if state is not None:
                yield state


@dataclass
class _Visible:
    """Roles of the next snapshot, and those that must stay as they are."""

    roles: dict[str, Metadata[Any]] = field(default_factory=dict)
    held_back: list[HeldBack] = field(default_factory=list)


def roles_held_back(repository: Repository) -> tuple[HeldBack, ...]:
    """Return the roles that the next refresh would hold back."""
    if repository.newest(TOP_TARGETS) is None:
        return ()
    return tuple(_next_visible(repository, published_digests(_logged(repository))).held_back)


def _refresh(repository: Repository, key: Ed25519PrivateKey, now: str, *, cosigned: str, force: bool) -> Refreshed:
    repository.settle()
    leaves = _logged(repository)
    visible = _next_visible(repository, published_digests(leaves))
    entries = _write_log(repository, visible, leaves, key, now, cosigned)
    snapshot = _write_snapshot(repository, visible, key, now)
    _write_timestamp(repository, snapshot, key, now, force=force)
    return Refreshed(snapshot, entries, tuple(visible.held_back))


def _logged(repository: Repository) -> tuple[Leaf, ...]:
    before = repository.target_at(LOG_ROLE, ENTRIES)
    return () if before is None else read_entries(repository.target(before))


def _next_visible(repository: Repository, logged: Mapping[str, str]) -> _Visible:
    """Return the newest complete metadata; if the delegations do not verify all of it, the visible metadata.

    Metadata that removes or replaces published files, or adds invalid files, is held back alone, because the log could
    not be corrected later. `logged` are the digests of published files, by location in a gazette.
    """
    newest, published, is_verified = _Visible(), dict(logged), True
    top = repository.newest(TOP_TARGETS)
    assert top is not None  # noqa: S101 -- checked by the callers
    newest.roles[TOP_TARGETS] = top
    for role in (role for role in top.signed.delegations.roles if role != LOG_ROLE):
        metadata = repository.newest(role)
        if metadata is None:
            continue
        before = repository.visible(role)
        problem = _problem_of(repository, metadata.signed, before, logged, published)
        if problem:
            newest.held_back.append(HeldBack(role, problem))
            metadata = before
        else:
            published |= _immutable_files(metadata.signed)
        if metadata is not None and repository.is_verified(role, metadata):
            newest.roles[role] = metadata
        elif metadata is not None:
            is_verified = False
            if not problem:
                newest.held_back.append(HeldBack(role, _message("HELD_UNVERIFIED")))
    snapshot = repository.snapshot()
    if is_verified or snapshot is None:
        return newest
    names = (name.removesuffix(".json") for name in snapshot.signed.meta)
    roles = {role: repository.visible(role) for role in names if role != LOG_ROLE}
    return _Visible({role: each for role, each in roles.items() if each is not None}, newest.held_back)


def _problem_of(
    repository: Repository,
    signed: Targets,
    before: Metadata[Targets] | None,
    logged: Mapping[str, str],
    published: Mapping[str, str],
) -> str:
    """Return the reason to hold back metadata of a publisher; empty if it only adds valid files."""
    if before is not None:
        for path in sorted(before.signed.targets.keys() - signed.targets.keys()):
            return _message("HELD_REMOVES", path=path)
    for path, digest in _immutable_files(signed).items():
        if published.get(path, digest) != digest:
            return _message("HELD_REPLACES", path=path)
    if before is not None and before.signed.targets == signed.targets:
        return ""
    for target in map(parse_target, signed.targets):
        if isinstance(target, VersionTarget) and target.suffix == CONTENT:
            try:
                _leaves_of_version(repository, target, signed.targets, logged)
            except TrailError as error:
                return _message("HELD_INVALID", path=target.path, problem=error_message(error))
    return ""


def _immutable_files(targets: Targets) -> dict[str, str]:
    """Return the digests of versions and their sidecars, by location in a gazette."""
    parsed = ((parse_target(path), entry) for path, entry in targets.targets.items())
    return {
        target.gazette_path: digest_of(entry)
        for target, entry in parsed
        if isinstance(target, VersionTarget) and target.suffix in (CONTENT, SIDECAR)
    }


def _write_log(  # noqa: PLR0913, PLR0917 -- parts of the metadata of the log
    repository: Repository,
    visible: _Visible,
    leaves: Sequence[Leaf],
    key: Ed25519PrivateKey,
    now: str,
    cosigned: str,
) -> int:
    """Append the leaves of new targets to the log, and return its number of entries."""
    newest = repository.newest(LOG_ROLE)
    added = _new_leaves(repository, visible, leaves)
    note = _checkpoint(repository, (*leaves, *added), key, cosigned)
    is_valid = newest is not None and repository.is_verified(LOG_ROLE, newest)
    if newest is not None and is_valid and not (added or cosigned or _is_due(newest.signed, repository, now)):
        return len(leaves)
    targets = [
        repository.add_target(ENTRIES, entries_bytes((*leaves, *added))),
        repository.add_target(CHECKPOINT, note.text.encode()),
    ]
    signed = Targets(
        version=repository.next_version(LOG_ROLE),
        expires=expiry(now, repository.feed.valid_days.snapshot),
        targets={target.path: target for target in targets},
    )
    repository.write_online(LOG_ROLE, signed, key)
    return len(leaves) + len(added)


def _checkpoint(repository: Repository, leaves: Sequence[Leaf], key: Ed25519PrivateKey, cosigned: str) -> SignedNote:
    """Return the checkpoint, with the cosignatures that are for the same tree."""
    note = signed_checkpoint(repository.feed.name, leaves, key)
    before = repository.target_at(LOG_ROLE, CHECKPOINT)
    earlier = [] if before is None else [read_note(repository.target(before).decode())]
    if cosigned:
        given = _read_cosigned(cosigned)
        if given.checkpoint != note.checkpoint:
            raise InputError.of("--cosigned", _message("COSIGNED_OTHER", size=note.checkpoint.size), "WRONG_VALUE")
        earlier.append(given)
    for other in earlier:
        if other.checkpoint == note.checkpoint:
            for signature in other.signatures:
                note = note.with_signature(signature)
    return note


def _read_cosigned(text: str) -> SignedNote:
    try:
        return read_note(text)
    except TrailError as error:
        raise InputError.of("--cosigned", error_message(error), "MALFORMED") from None


def _new_leaves(repository: Repository, visible: _Visible, logged: Sequence[Leaf]) -> list[Leaf]:
    """Return the leaves that the log lacks: tables by name, then versions in order of publication."""
    known = {leaf.digest for leaf in logged}
    published = published_digests(logged)
    tables, versions = dict[str, Leaf](), dict[tuple[str, str], tuple[Leaf, ...]]()
    for targets in (metadata.signed.targets for role, metadata in visible.roles.items() if role != TOP_TARGETS):
        for path, entry in targets.items():
            target = parse_target(path)
            if isinstance(target, TableTarget) and target.file.endswith(".json"):
                leaf = table_leaf(target.table, target.edition, digest_of(entry))
                tables[leaf.name] = leaf
            elif isinstance(target, VersionTarget) and target.suffix == CONTENT:
                order, leaves = _leaves_of_version(repository, target, targets, published)
                versions[order] = (*versions.get(order, ()), *leaves)  # channels may have other approvals
    ordered = (
        *(tables[name] for name in sorted(tables)),
        *(leaf for key in sorted(versions) for leaf in versions[key]),
    )
    new = {leaf.digest: leaf for leaf in ordered if leaf.digest not in known}
    return list(new.values())


def _leaves_of_version(
    repository: Repository, target: VersionTarget, targets: Mapping[str, TargetFile], published: Mapping[str, str]
) -> tuple[tuple[str, str], tuple[Leaf, ...]]:
    """Return publish time and name of a version, and its leaves; of a logged version only later ones."""
    name = str(CardName(target.card, target.number))
    content, sidecar, *later = (
        targets.get(replace(target, suffix=suffix).path) for suffix in (CONTENT, SIDECAR, APPROVALS, REPEAL)
    )
    if content is None or sidecar is None:
        raise TrailError(_message("FILES_INCOMPLETE", path=target.path))
    approvals, repeal = (None if entry is None else repository.target(entry) for entry in later)
    if published.get(target.gazette_path) == digest_of(content):
        return ("", name), later_leaves(name, digest_of(content), approvals, repeal)
    outline, leaves = version_leaves(repository.target(content), repository.target(sidecar), approvals, repeal)
    if outline.name != name:
        raise TrailError(_message("VERSION_OF_OTHER_PATH", path=target.path, version=outline.name))
    return (outline.publish_time, name), leaves


def _write_snapshot(repository: Repository, visible: _Visible, key: Ed25519PrivateKey, now: str) -> int:
    """Write a snapshot if its content changes or it expires soon, and return the version of the newest."""
    roles = dict(visible.roles)
    log = repository.newest(LOG_ROLE)
    if log is not None:
        roles[LOG_ROLE] = log
    meta = {
        f"{role}.json": meta_file(metadata.signed.version, repository.metadata_bytes(role, metadata.signed.version))
        for role, metadata in roles.items()
    }
    before = repository.snapshot()
    if before is not None:
        meta = {**before.signed.meta, **meta}  # followers refuse a snapshot that lacks a role of an earlier snapshot
        is_valid = repository.is_verified(SNAPSHOT, before) and not _is_due(before.signed, repository, now)
        if is_valid and before.signed.meta == meta:
            version: int = before.signed.version
            return version
    signed = Snapshot(
        version=repository.next_version(SNAPSHOT),
        expires=expiry(now, repository.feed.valid_days.snapshot),
        meta=meta,
    )
    repository.write_online(SNAPSHOT, signed, key)
    return signed.version


def _write_timestamp(repository: Repository, snapshot: int, key: Ed25519PrivateKey, now: str, *, force: bool) -> None:
    before = repository.timestamp()
    days = repository.feed.valid_days.timestamp
    if (
        before is not None
        and before.signed.snapshot_meta.version == snapshot
        and before.signed.expires - time_of(now) >= timedelta(days=days) / 2
        and repository.is_verified(TIMESTAMP, before)
        and not force
    ):
        return
    signed = Timestamp(
        version=1 if before is None else before.signed.version + 1,
        expires=expiry(now, days),
        snapshot_meta=meta_file(snapshot, repository.metadata_bytes(SNAPSHOT, snapshot)),
    )
    repository.write_online(TIMESTAMP, signed, key)


def _is_due(signed: AnySigned, repository: Repository, now: str) -> bool:
    """Return whether less than half of the validity of snapshot or log remains."""
    return signed.expires - time_of(now) < timedelta(days=repository.feed.valid_days.snapshot) / 2


def published_digests(leaves: Iterable[Leaf]) -> dict[str, str]:
    """Return the digests of logged versions and their sidecars, by location in a gazette."""
    digests = {}
    for content in (leaf.content for leaf in leaves if leaf.kind == PUBLICATION):
        card = parse_card(content["name"])
        for suffix, digest in ((CONTENT, content["content_digest"]), (SIDECAR, content["sidecar_digest"])):
            digests[f"{card.card}/{card.version}{suffix}"] = digest
    return digests


def digest_of(entry: TargetFile) -> str:
    """Return the SHA-256 of a target."""
    return entry.hashes["sha256"]
