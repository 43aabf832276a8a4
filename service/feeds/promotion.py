"""Promotion: publication of a version, and the tables it uses, with the same bytes in another channel."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tuf.api.metadata import TargetFile

from rules.contracts import InputError, message_factory
from rules.model import read_published
from service.base import instants
from service.base.refusals import Reason, Refusal
from service.base.resource_names import CardName
from service.feeds.gazette_files import GazetteFile
from service.feeds.layout import TableTarget, VersionTarget, parse_target
from service.feeds.refreshing import digest_of, refresh_if_possible, require_root
from service.feeds.repository import Repository
from service.feeds.staging import Built, stage_files
from service.gazette.sidecars import REPEAL
from service.gazette.version_files import CONTENT, SUFFIXES

_message = message_factory(__name__)


def promote_version(
    folder: Path, version: CardName, to: str, keys: Sequence[Ed25519PrivateKey], *, now: str | None = None
) -> Built:
    """Publish a version and its reference tables with the same bytes in another channel of the feed.

    The first channel, in the order of the feed file, that has the version is the source.

    Raises:
        InputError: If the channel, or the version in another channel, does not exist.
        Refusal: If no publisher of the channel may sign the scorecard or a table.
    """
    time = now or instants.now()
    repository = Repository(folder)
    repository.feed.check_channel(to, "--to")
    with repository.locked():
        require_root(repository)
        channel, files = _version_files(repository, version, to)
        by_role: dict[str, list[GazetteFile]] = defaultdict(list)
        tables = _table_files(repository, channel, _table_names(repository, files))
        entries: list[tuple[VersionTarget | TableTarget, TargetFile]] = [*files.items(), *tables]
        for file in (_copied(repository, to, *each) for each in entries):
            by_role[_role_of(repository, file.target)].append(file)
        results = [stage_files(repository, role, each, keys, time) for role, each in by_role.items()]
        staged = tuple(state for state, _ in results if state is not None)
        added = tuple(path for _, paths in results for path in paths)
        return Built(staged, added, (), refresh_if_possible(repository, keys, time))


def _version_files(
    repository: Repository, version: CardName, to: str
) -> tuple[str, Mapping[VersionTarget, TargetFile]]:
    """Return the source channel and the files of a version; a repeal that the other channel has is left out."""
    card, number, known = version.card, str(version.version), set[str]()
    existing = _targets(repository, to)
    for channel in repository.feed.channels:
        if channel == to:
            continue
        targets = _targets(repository, channel)
        wanted = [VersionTarget(channel, card, number, suffix) for suffix in SUFFIXES]
        found = {target: targets[target.path] for target in wanted if target.path in targets}
        if found:
            return channel, {
                target: entry for target, entry in found.items() if not _is_older_repeal(target, entry, existing, to)
            }
        versions = (each for each in map(parse_target, targets) if isinstance(each, VersionTarget))
        known |= {each.number for each in versions if each.card == card}
    raise InputError.of(
        "VERSION", _message("VERSION_NOT_IN_FEED", card=card, version=number, known=sorted(known)), "NOT_FOUND"
    )


def _is_older_repeal(target: VersionTarget, entry: TargetFile, existing: Mapping[str, TargetFile], to: str) -> bool:
    """Return whether the other channel has the repeal with as many signatures; each signature adds bytes."""
    other = existing.get(replace(target, channel=to).path) if target.suffix == REPEAL else None
    return other is not None and other.length >= entry.length


def _targets(repository: Repository, channel: str) -> dict[str, TargetFile]:
    roles = (repository.newest(role) for role, _ in repository.feed.publishers_of(channel))
    return {path: entry for role in roles if role is not None for path, entry in role.signed.targets.items()}


def _table_names(repository: Repository, files: Mapping[VersionTarget, TargetFile]) -> frozenset[str]:
    (content,) = (entry for target, entry in files.items() if target.suffix == CONTENT)
    tables = read_published(repository.target(content), "").scorecard.tables
    return frozenset(table.name for table in tables or ())


def _table_files(
    repository: Repository, channel: str, names: frozenset[str]
) -> Iterator[tuple[TableTarget, TargetFile]]:
    for path, entry in _targets(repository, channel).items():
        target = parse_target(path)
        if isinstance(target, TableTarget) and target.table in names:
            yield target, entry


def _role_of(repository: Repository, target: VersionTarget | TableTarget) -> str:
    for role, publisher in repository.feed.publishers_of(target.channel):
        if publisher.may_sign(target):
            return role
    name = target.card if isinstance(target, VersionTarget) else f"tables/{target.table}"
    raise Refusal(Reason.STEP_NOT_ALLOWED, _message("NO_PUBLISHER", name=name, channel=target.channel))


def _copied(
    repository: Repository, channel: str, target: VersionTarget | TableTarget, entry: TargetFile
) -> GazetteFile:
    return GazetteFile(replace(target, channel=channel), digest_of(entry), lambda: repository.target(entry))
