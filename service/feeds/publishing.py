"""Publication of a feed: creation, build from a gazette, promotion, renewal, and refresh by the online key.

A build signs the targets of publishers. A refresh adds complete metadata to the log, the snapshot and the timestamp,
which makes it visible to followers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tuf.api.metadata import TargetFile, Targets

from rules.contracts import InputError, message_factory
from service.base import instants
from service.feeds.feed_file import FeedFile, Publisher, write_feed_file
from service.feeds.gazette_files import (
    FileDigests,
    has_card,
    has_table,
    table_files,
    table_store,
    version_files,
)
from service.feeds.layout import FEED_FILE, METADATA
from service.feeds.refreshing import (
    refresh_if_possible,
    refreshed_states,
    require_root,
)
from service.feeds.repository import (
    ROOT,
    TOP_TARGETS,
    AnySigned,
    Repository,
    StagedRole,
    expiry,
)
from service.feeds.role_metadata import root_of, top_targets_of
from service.feeds.staging import Built, stage_files
from service.gazette.versions import Gazette

_message = message_factory(__name__)


def create_feed(
    folder: Path, feed: FeedFile, keys: Sequence[Ed25519PrivateKey], *, now: str | None = None
) -> tuple[StagedRole, ...]:
    """Create a feed: the feed file, and root, targets and empty publisher metadata, signed with the available keys."""
    if (folder / METADATA).exists():
        raise InputError.of("FOLDER", _message("FEED_EXISTS", path=folder), "EXISTS")
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / FEED_FILE).exists():
        write_feed_file(folder, feed)
    repository = Repository(folder)
    with repository.locked():
        staged = _renew(repository, keys, now or instants.now())
        return (*staged, *refreshed_states(repository, keys, now or instants.now()))


def build_feed(
    gazette: Path, folder: Path, channel: str, keys: Sequence[Ed25519PrivateKey], *, now: str | None = None
) -> Built:
    """Publish all files of a gazette in a channel; without a change, no metadata gets a new version.

    `keys` are those of publishers, and the online key for an immediate refresh.

    Raises:
        InputError: If the feed or channel does not exist.
        Refusal: If the feed has other bytes for a version, or its root is not complete.
        TrailError: If a file is invalid.
    """
    time = now or instants.now()
    repository = Repository(folder)
    repository.feed.check_channel(channel, "--channel")
    with repository.locked():
        require_root(repository)
        source, digests = Gazette(gazette, private=True), FileDigests(folder, gazette)
        tables = table_store(gazette)
        assigned: list[Publisher] = []
        staged, added = list[StagedRole](), list[str]()
        for role, publisher in repository.feed.publishers_of(channel):
            files = [
                *version_files(source, digests, channel, publisher, assigned),
                *table_files(tables, digests, channel, publisher, assigned),
            ]
            state, new = stage_files(repository, role, files, keys, time, check=source.outlines)
            staged += [state] if state is not None else []
            added += new
            assigned.append(publisher)
        digests.save()
        cards = (card for card in source.card_ids() if not has_card(assigned, card))
        names = sorted({manifest.name for manifest in tables.editions() if not has_table(assigned, manifest.name)})
        unassigned = (*cards, *(f"tables/{name}" for name in names))
        refreshed = refresh_if_possible(repository, keys, time)
        return Built(tuple(staged), tuple(added), unassigned, refreshed, tuple(repository.expiring(time)))


def renew_feed(folder: Path, keys: Sequence[Ed25519PrivateKey], *, now: str | None = None) -> tuple[StagedRole, ...]:
    """Sign new root, targets and publisher metadata with a new expiry and the keys of the feed file.

    Raises:
        InputError: If no key may sign such a role, and the feed file is unchanged.
    """
    time = now or instants.now()
    repository = Repository(folder)
    with repository.locked():
        staged = _renew(repository, keys, time)
        if not staged:
            raise InputError.of("--key", _message("KEY_OF_NO_ROLE"), "WRONG_VALUE")
        return (*staged, *refreshed_states(repository, keys, time))


def sign_role(
    folder: Path, role: str, keys: Sequence[Ed25519PrivateKey], *, now: str | None = None
) -> tuple[StagedRole, ...]:
    """Add signatures to the pending metadata of a role.

    Raises:
        InputError: If no metadata of the role is pending, or no key may sign it.
    """
    repository = Repository(folder)
    with repository.locked():
        pending = repository.pending(role)
        if pending is None:
            known = [each for each in repository.roles() if repository.pending(each) is not None]
            raise InputError.of("ROLE", _message("NOT_PENDING", role=role[:80], known=known), "NOT_FOUND")
        before = len(pending.signatures)
        state = repository.sign(role, keys)
        if state is None or state.signatures == before:
            raise InputError.of("--key", _message("KEY_OF_OTHER_ROLE", role=role), "WRONG_VALUE")
        return (state, *refreshed_states(repository, keys, now or instants.now()))


def _renew(repository: Repository, keys: Sequence[Ed25519PrivateKey], now: str) -> list[StagedRole]:
    """Stage the roles that one of the keys may sign, and those that the feed file changed."""
    feed, days = repository.feed, repository.feed.valid_days
    builders: list[tuple[str, int, Callable[[int, datetime], AnySigned]]] = [
        (ROOT, days.root, partial(root_of, feed)),
        (TOP_TARGETS, days.targets, partial(top_targets_of, feed)),
    ]
    for role, _, _ in feed.roles():
        latest = repository.latest(role)
        builders.append(
            (role, days.publishers, partial(_publisher_targets, {} if latest is None else latest.signed.targets))
        )
    staged = (_renewed(repository, role, keys, expiry(now, valid), builder) for role, valid, builder in builders)
    return [state for state in staged if state is not None]


def _publisher_targets(targets: Mapping[str, TargetFile], version: int, expires: datetime) -> Targets:
    return Targets(version=version, expires=expires, targets=dict(targets))


def _renewed(
    repository: Repository,
    role: str,
    keys: Sequence[Ed25519PrivateKey],
    expires: datetime,
    builder: Callable[[int, datetime], AnySigned],
) -> StagedRole | None:
    newest, pending = repository.newest(role), repository.pending(role)
    signed = builder(repository.next_version(role), expires)
    if pending is not None and _same_content(pending.signed, signed):
        return repository.stage(role, pending.signed, keys)
    is_changed = newest is None or not _same_content(newest.signed, signed) or not repository.is_verified(role, newest)
    if not is_changed and not repository.may_sign(role, keys):
        return None
    return repository.stage(role, signed, keys)


def _same_content(first: AnySigned, second: AnySigned) -> bool:
    """Return whether two metadata differ at most in version and expiry."""
    left, right = ({**each.to_dict(), "expires": "", "version": 0} for each in (first, second))
    return left == right
