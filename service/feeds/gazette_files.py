"""Files of a gazette that a feed publishes, with their digests.

Digests are cached by size, time and number of each file, so an unchanged gazette is not read again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

import orjson

from rules.contracts import TrailError, error_message, message_factory
from rules.model import DIGEST_LENGTH
from service.base.durable_files import replace_file
from service.base.refusals import Reason, Refusal
from service.feeds.feed_file import Publisher
from service.feeds.layout import TableTarget, VersionTarget
from service.gazette.folder_changes import is_settled
from service.gazette.publication import entries_by_title
from service.gazette.tables import FOLDER, TableStore
from service.gazette.version_files import CHANGES, changes_bytes, stored_suffixes
from service.gazette.versions import Gazette
from service.input.given_files import read_published_file

_message = message_factory(__name__)

_CACHE = ".digests.json"
_MAX_NAME_BYTES = 249
"""Limit of usual file systems, 255, without the 6 bytes that a temporary name is longer."""


@dataclass(frozen=True, slots=True)
class GazetteFile:
    """A file to publish, with its digest; `read` returns its content."""

    target: VersionTarget | TableTarget
    digest: str
    read: Callable[[], bytes]


class FileDigests:
    """Cached digests of the files in a gazette folder."""

    def __init__(self, cache: Path, folder: Path) -> None:
        self._cache, self._folder = cache / _CACHE, folder
        self._known = self._load()
        self._seen: dict[str, list[int | str]] = {}

    def of(self, name: str) -> str:
        """Return the SHA-256 of a file."""
        path = self._folder / name
        state = path.stat()
        entry = self._known.get(name)
        mark = [state.st_size, state.st_mtime_ns, state.st_ino]
        digest = str(entry[3]) if entry is not None and entry[:3] == mark else None
        if digest is None:
            digest = sha256(read_published_file(path)).hexdigest()
        if is_settled(state.st_mtime_ns):
            self._seen[name] = [*mark, digest]
        return digest

    def save(self) -> None:
        if any(self._known.get(name) != entry for name, entry in self._seen.items()):
            replace_file(self._cache, orjson.dumps(self._known | self._seen), survive_power_loss=False)

    def _load(self) -> dict[str, list[int | str]]:
        try:
            known = orjson.loads(self._cache.read_bytes())
        except (OSError, orjson.JSONDecodeError):
            return {}
        return known if isinstance(known, dict) else {}


def version_files(
    gazette: Gazette, digests: FileDigests, channel: str, publisher: Publisher, earlier: Sequence[Publisher]
) -> Iterator[GazetteFile]:
    """Yield the files of the versions that a publisher may sign, and that no `earlier` publisher has."""
    entries = entries_by_title(gazette.folder)
    for card in gazette.card_ids():
        if has_card(earlier, card) or not publisher.may_sign_card(card):
            continue
        for number in gazette.listing(card):
            for suffix in stored_suffixes(gazette, card, number):
                yield _file(gazette.folder, digests, VersionTarget(channel, card, number, suffix))
            entry = entries.get(f"{card} {number}")
            if entry is not None:
                content = changes_bytes(entry)
                target = VersionTarget(channel, card, number, CHANGES)
                yield GazetteFile(target, sha256(content).hexdigest(), partial(bytes, content))


def table_files(
    tables: TableStore, digests: FileDigests, channel: str, publisher: Publisher, earlier: Sequence[Publisher]
) -> Iterator[GazetteFile]:
    """Yield the files of the table editions that a publisher may sign, and that no `earlier` publisher has.

    Raises:
        Refusal: If the name of a file would be too long in the feed.
        TrailError: If a file is unreadable or changed.
    """
    for manifest, (table, edition, manifest_digest) in zip(tables.editions(), tables.digests(), strict=True):
        if has_table(earlier, table) or not publisher.may_sign_table(table):
            continue
        for digest, suffix in ((manifest.content_digest, ".csv"), (manifest_digest, ".json")):
            target = TableTarget(channel, table, edition, f"{table}-{digest[:DIGEST_LENGTH]}{suffix}")
            size = len(target.stored_name(digest))
            if size > _MAX_NAME_BYTES:
                slots = {"table": table, "edition": edition, "size": size, "most": _MAX_NAME_BYTES}
                raise Refusal(Reason.SOURCE_HAS_ERRORS, _message("TABLE_NAME_TOO_LONG", **slots))
            found = _file(tables.folder.parent, digests, target)
            if found.digest != digest:
                path = tables.folder / target.file
                raise TrailError(_message("TABLE_CHANGED", path=path, table=f"{table}@{edition}"))
            yield found


def _file(folder: Path, digests: FileDigests, target: VersionTarget | TableTarget) -> GazetteFile:
    path = folder / target.gazette_path
    try:
        digest = digests.of(target.gazette_path)
    except OSError as error:
        raise TrailError(_message("FILE_UNREADABLE", path=path, problem=error_message(error))) from None
    return GazetteFile(target, digest, lambda: read_published_file(path))


def table_store(folder: Path) -> TableStore:
    """Return the reference tables of a gazette folder."""
    return TableStore(folder / FOLDER)


def has_card(publishers: Iterable[Publisher], card: str) -> bool:
    """Return whether one of the publishers may sign a scorecard."""
    return any(publisher.may_sign_card(card) for publisher in publishers)


def has_table(publishers: Iterable[Publisher], table: str) -> bool:
    """Return whether one of the publishers may sign a table."""
    return any(publisher.may_sign_table(table) for publisher in publishers)
