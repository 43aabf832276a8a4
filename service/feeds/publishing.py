"""Publication of a feed: creation, build from a gazette, promotion, renewal, and refresh by the online key.

A build signs the targets of publishers. A refresh adds complete metadata to the log, the snapshot and the timestamp,
which makes it visible to followers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tuf.api.metadata import TargetFile, Targets

from rules.contracts import InputError, TrailError, message_factory
from service.base import instants
from service.base.refusals import Reason, Refusal
from service.base.resource_names import CardName
from service.feeds.feed_file import FeedFile, Publisher, write_feed_file
from service.feeds.feed_log import read_entries
from service.feeds.gazette_files import (
    FileDigests,
    GazetteFile,
    has_card,
    has_table,
    table_files,
    table_store,
    version_files,
)
from service.feeds.layout import (
    CHANGES,
    ENTRIES,
    FEED_FILE,
    LOG_ROLE,
    METADATA,
    VERSION_SUFFIXES,
    VersionTarget,
    parse_target,
)
from service.feeds.refreshing import (
    Refreshed,
    digest_of,
    published_digests,
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
    root_of,
    time_of,
    top_targets_of,
)
from service.feeds.tuf_keys import keys_among
from service.gazette.sidecars import REPEAL
from service.gazette.versions import Gazette

_message = message_factory(__name__)

_CHANGEABLE = frozenset({REPEAL, CHANGES})
"""Files of a version that may change: a repeal gains signatures, and the text of an entry may be corrected."""
_REMAINING = 3
"""Metadata is renewed in the last third of its validity."""


@dataclass(frozen=True, slots=True)
class Built:
    """Result of a build or promotion.

    `added` are the new target paths, `unassigned` the scorecards and tables without a publisher.
    """

    staged: tuple[StagedRole, ...]
    added: tuple[str, ...]
    unassigned: tuple[str, ...] = ()
    refreshed: Refreshed | None = None


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
            state, new = _stage_files(repository, role, files, keys, time, check=source.outlines)
            staged += [state] if state is not None else []
            added += new
            assigned.append(publisher)
        digests.save()
        cards = (card for card in source.card_ids() if not has_card(assigned, card))
        names = sorted({manifest.name for manifest in tables.editions() if not has_table(assigned, manifest.name)})
        unassigned = (*cards, *(f"tables/{name}" for name in names))
        return Built(tuple(staged), tuple(added), unassigned, refresh_if_possible(repository, keys, time))


def promote_version(
    folder: Path, version: CardName, to: str, keys: Sequence[Ed25519PrivateKey], *, now: str | None = None
) -> Built:
    """Publish a version with the same bytes in another channel of the feed.

    Raises:
        InputError: If the channel, or the version in another channel, does not exist.
        Refusal: If no publisher of the channel may sign the scorecard.
    """
    time, card = now or instants.now(), version.card
    repository = Repository(folder)
    repository.feed.check_channel(to, "--to")
    with repository.locked():
        require_root(repository)
        sources = _published_elsewhere(repository, version, to)
        role = next((role for role, each in repository.feed.publishers_of(to) if each.may_sign_card(card)), None)
        if role is None:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("NO_PUBLISHER", card=card, channel=to))
        files = [_copied(repository, to, target, entry) for target, entry in sources]
        state, added = _stage_files(repository, role, files, keys, time)
        staged = () if state is None else (state,)
        return Built(staged, tuple(added), (), refresh_if_possible(repository, keys, time))


def renew_feed(folder: Path, keys: Sequence[Ed25519PrivateKey], *, now: str | None = None) -> tuple[StagedRole, ...]:
    """Sign new root, targets and publisher metadata with a new expiry and the keys of the feed file."""
    time = now or instants.now()
    repository = Repository(folder)
    with repository.locked():
        staged = _renew(repository, keys, time)
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


# build


def _stage_files(  # noqa: PLR0913 -- parts of new metadata
    repository: Repository,
    role: str,
    files: Iterable[GazetteFile],
    keys: Sequence[Ed25519PrivateKey],
    now: str,
    *,
    check: Callable[[str], object] | None = None,
) -> tuple[StagedRole | None, list[str]]:
    """Stage the targets of a role if they changed or expire soon; `check` validates scorecards with new files."""
    latest = repository.latest(role)
    before: Mapping[str, TargetFile] = {} if latest is None else latest.signed.targets
    added = [
        file for file in files if (known := before.get(file.target.path)) is None or digest_of(known) != file.digest
    ]
    if not added and latest is not None and not _is_near(latest.signed.expires, repository, now):
        return repository.sign(role, keys), []
    published = _immutable_digests(repository)
    for file in added:
        if published.get(file.target.gazette_path, file.digest) != file.digest:
            message = _message("PUBLISHED_WITH_OTHER_BYTES", path=file.target.path)
            raise Refusal(Reason.SOURCE_HAS_ERRORS, message)
    if check is not None:
        for card in sorted({file.target.card for file in added if isinstance(file.target, VersionTarget)}):
            check(card)
    targets = {**before, **{file.target.path: _stored(repository, file) for file in added}}
    publisher_days = repository.feed.valid_days.publishers
    signed = Targets(version=repository.next_version(role), expires=expiry(now, publisher_days), targets=targets)
    return repository.stage(role, signed, keys), [file.target.path for file in added]


def _stored(repository: Repository, file: GazetteFile) -> TargetFile:
    target = repository.add_target(file.target.path, file.read())
    if target.hashes["sha256"] != file.digest:
        raise TrailError(_message("CHANGED_DURING_BUILD", path=file.target.gazette_path))
    return target


def _immutable_digests(repository: Repository) -> dict[str, str]:
    """Return the digests of all files that never change, in every channel, by location in a gazette."""
    entries = repository.target_at(LOG_ROLE, ENTRIES)
    digests = {} if entries is None else published_digests(read_entries(repository.target(entries)))
    for latest in (repository.latest(role) for role, _, _ in repository.feed.roles()):
        for path, entry in {} if latest is None else latest.signed.targets.items():
            target = parse_target(path)
            if target is not None and not (isinstance(target, VersionTarget) and target.suffix in _CHANGEABLE):
                digests[target.gazette_path] = digest_of(entry)
    return digests


def _is_near(expires: datetime, repository: Repository, now: str) -> bool:
    days = repository.feed.valid_days.publishers
    return expires - time_of(now) < timedelta(days=days) / _REMAINING


# promotion


def _published_elsewhere(repository: Repository, version: CardName, to: str) -> list[tuple[VersionTarget, TargetFile]]:
    """Return the files of a version in the first channel, in the order of the feed file, that has it."""
    card, number, known = version.card, str(version.version), set[str]()
    for role, channel, _ in repository.feed.roles():
        metadata = repository.newest(role)
        if channel == to or metadata is None:
            continue
        targets = metadata.signed.targets
        wanted = [VersionTarget(channel, card, number, suffix) for suffix in VERSION_SUFFIXES]
        found = [(target, targets[target.path]) for target in wanted if target.path in targets]
        if found:
            return found
        known |= {
            parsed.number
            for parsed in map(parse_target, targets)
            if isinstance(parsed, VersionTarget) and parsed.card == card
        }
    raise InputError.of(
        "VERSION", _message("VERSION_NOT_IN_FEED", card=card, version=number, known=sorted(known)), "NOT_FOUND"
    )


def _copied(repository: Repository, channel: str, target: VersionTarget, entry: TargetFile) -> GazetteFile:
    moved = VersionTarget(channel, target.card, target.number, target.suffix)
    return GazetteFile(moved, digest_of(entry), lambda: repository.target(entry))


# renewal


def _renew(repository: Repository, keys: Sequence[Ed25519PrivateKey], now: str) -> list[StagedRole]:
    feed, staged = repository.feed, list[StagedRole]()
    days = feed.valid_days
    builders: tuple[tuple[str, list[str], int, Callable[[int, datetime], AnySigned]], ...] = (
        (ROOT, feed.root.keys, days.root, partial(root_of, feed)),
        (TOP_TARGETS, feed.targets.keys, days.targets, partial(top_targets_of, feed)),
    )
    for role, owners, valid_days, builder in builders:
        staged += _renewed(repository, role, owners, keys, expiry(now, valid_days), builder)
    for role, _, publisher in feed.roles():
        latest = repository.latest(role)
        targets = {} if latest is None else latest.signed.targets
        staged += _renewed(
            repository,
            role,
            publisher.keys,
            keys,
            expiry(now, days.publishers),
            partial(_publisher_targets, targets),
        )
    return staged


def _publisher_targets(targets: Mapping[str, TargetFile], version: int, expires: datetime) -> Targets:
    return Targets(version=version, expires=expires, targets=dict(targets))


def _renewed(  # noqa: PLR0913, PLR0917 -- parts of new metadata
    repository: Repository,
    role: str,
    owners: Sequence[str],
    keys: Sequence[Ed25519PrivateKey],
    expires: datetime,
    builder: Callable[[int, datetime], AnySigned],
) -> Iterator[StagedRole]:
    latest = repository.latest(role)
    own = keys_among(keys, owners) or [key for key in keys if role == ROOT and latest is not None]
    if not own:
        return
    pending = repository.pending(role)
    signed = builder(repository.next_version(role), expires)
    if pending is not None and _same_content(pending.signed, signed):
        signed = pending.signed
    yield repository.stage(role, signed, own)


def _same_content(first: AnySigned, second: AnySigned) -> bool:
    """Return whether two metadata differ at most in their expiry."""
    left, right = first.to_dict(), second.to_dict()
    return {**left, "expires": ""} == {**right, "expires": ""}
