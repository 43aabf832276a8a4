"""Staging of files: new targets metadata of a publisher, which never replaces published bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tuf.api.metadata import TargetFile, Targets

from rules.contracts import TrailError, message_factory
from service.base.instants import time_of
from service.base.refusals import Reason, Refusal
from service.feeds.feed_log import read_entries
from service.feeds.gazette_files import GazetteFile
from service.feeds.layout import ENTRIES, LOG_ROLE, VersionTarget, parse_target
from service.feeds.refreshing import Refreshed, digest_of, published_digests
from service.feeds.repository import Repository, StagedRole, expiry
from service.gazette.sidecars import APPROVALS, merged_approvals
from service.gazette.version_files import CHANGEABLE, CONTENT

_message = message_factory(__name__)

_REMAINING = 3
"""Metadata of publishers is renewed in the last third of its validity."""


@dataclass(frozen=True, slots=True)
class Built:
    """Result of a build or promotion.

    `added` are the new target paths, `unassigned` the scorecards and tables without a publisher, `expiring` the roles
    that people must renew soon.
    """

    staged: tuple[StagedRole, ...]
    added: tuple[str, ...]
    unassigned: tuple[str, ...] = ()
    refreshed: Refreshed | None = None
    expiring: tuple[StagedRole, ...] = ()


def stage_files(  # noqa: PLR0913 -- parts of new metadata
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
    wanted = (_with_earlier_approvals(repository, before, file) for file in files)
    added = [
        file for file in wanted if (known := before.get(file.target.path)) is None or digest_of(known) != file.digest
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


def _with_earlier_approvals(repository: Repository, before: Mapping[str, TargetFile], file: GazetteFile) -> GazetteFile:
    """Return the file; approvals with those that the channel already has, which must not disappear."""
    target, known = file.target, before.get(file.target.path)
    if not isinstance(target, VersionTarget) or target.suffix != APPROVALS:
        return file
    if known is None or digest_of(known) == file.digest:
        return file
    version = before[replace(target, suffix=CONTENT).path]
    content = merged_approvals(digest_of(version), repository.target(known), file.read(), target.path)
    return GazetteFile(target, sha256(content).hexdigest(), partial(bytes, content))


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
            if target is not None and not (isinstance(target, VersionTarget) and target.suffix in CHANGEABLE):
                digests[target.gazette_path] = digest_of(entry)
    return digests


def _is_near(expires: datetime, repository: Repository, now: str) -> bool:
    days = repository.feed.valid_days.publishers
    return expires - time_of(now) < timedelta(days=days) / _REMAINING
