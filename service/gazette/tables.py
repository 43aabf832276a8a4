"""Reference tables and their editions: reads and writes `scorecards/tables/`."""

from __future__ import annotations

import os
import threading
from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from rules.contracts import (
    TrailError,
    VersionError,
    did_you_mean_or_known,
    digest,
    error_message,
    join_lines,
    join_messages,
    message_factory,
)
from rules.language import find_placeholder
from rules.model import (
    DIGEST_LENGTH,
    Manifest,
    Table,
    change_days,
    edition_problems,
    file_stems,
    manifest_bytes,
    read_manifest,
    read_table,
    rows_bytes,
    superseded_editions,
    valid_edition,
)
from service.base.durable_files import replace_file
from service.base.refusals import Reason, Refusal
from service.gazette.folder_changes import change_time, is_settled
from service.gazette.received import ReceivedGate, gazette_lock
from service.gazette.versions import refuse_packaged_gazette
from service.input.given_files import read_published_file

Listed = tuple["Manifest", bytes]


class Manifests:
    """Cached manifests of a folder; added files are detected."""

    def __init__(self, folder: Path, only: frozenset[str] | None = None) -> None:
        self._folder = folder
        self._gate = ReceivedGate(folder.parent)
        self._only = only
        self._read: dict[str, Listed] = {}
        self._listed: tuple[list[str], list[Listed]] = ([], [])
        self._listed_change_time: tuple[int, frozenset[str]] | None = None
        """Change time of the folder, and the hidden files."""
        self._lock = threading.Lock()

    def listed(self, *, reread: bool = False) -> list[Listed]:
        """Return the manifests with their bytes.

        The same list object is returned until a manifest is added. `reread` reads every file again.
        """
        with self._lock:
            before, pairs = self._listed
            changed = change_time(self._folder), self._gate.hidden_in(self._folder.name)
            if not reread and changed == self._listed_change_time:
                return pairs
            names = self._names()
            if reread or names != before:
                for name in names:
                    if reread or name not in self._read:
                        self._read[name] = _read_named(self._folder / name)
                listed = [self._read[name] for name in names]
                pairs = sorted(listed, key=lambda pair: (pair[0].name, pair[0].known_from, pair[0].edition))
                self._listed = names, pairs
            self._listed_change_time = changed if is_settled(changed[0]) else None
            return pairs

    def files(self, ending: str) -> list[str]:
        try:
            with os.scandir(self._folder) as entries:
                names = sorted([entry.name for entry in entries if entry.name.endswith(ending)])
        except (FileNotFoundError, NotADirectoryError):
            return []
        hidden = self._gate.hidden_in(self._folder.name)
        return [name for name in names if name not in hidden] if hidden else names

    def _names(self) -> list[str]:
        if self._only is None:
            return self.files(".json")
        names = sorted(self._only)
        gone = [str(path) for name in names if not (path := self._folder / name).is_file()]
        if gone:
            raise TrailError(_message("MANIFESTS_GONE", paths=gone))
        return names


def _read_named(path: Path) -> Listed:
    content = read_published_file(path)
    try:
        manifest = read_manifest(content)
    except TrailError as error:
        raise TrailError(_message("IN_FILE", path=path, problem=error_message(error))) from error
    expected = f"{manifest.name}-{digest(content)[:DIGEST_LENGTH]}.json"
    if path.name != expected:
        raise TrailError(_message("MANIFEST_CHANGED", path=path, expected=expected))
    return manifest, content


_message = message_factory(__name__)

FOLDER = "tables"
_MAX_CACHED_EDITIONS = 4_096


class TableStore:
    """Folder of reference tables; editions added while the service runs are detected.

    `only` limits the manifests to the named files. Methods raise TrailError if a file is invalid.
    """

    def __init__(self, folder: Path, *, only: frozenset[str] | None = None) -> None:
        self.folder = folder
        self._manifests = Manifests(folder, only)
        self._in_force: tuple[list[Listed], dict[tuple[str, int, date], Table | None], list[date]] = ([], {}, [])
        self._tables: dict[str, Table] = {}
        self._lock = threading.Lock()

    def manifest_files(self) -> list[str]:
        return self._manifests.files(".json")

    def editions(self, name: str | None = None) -> tuple[Manifest, ...]:
        manifests = tuple(manifest for manifest, _ in self._manifests.listed())
        if name is None:
            return manifests
        chosen = tuple(manifest for manifest in manifests if manifest.name == name)
        if not chosen:
            names = sorted({manifest.name for manifest in manifests})
            raise VersionError(_message("NO_TABLE", name=name, hint=did_you_mean_or_known(name, names)), missing=True)
        return chosen

    def holds(self, name: str) -> bool:
        return any(manifest.name == name for manifest, _ in self._manifests.listed())

    def has(self, name: str, edition: str, manifest_digest: str) -> bool:
        return (name, edition, manifest_digest) in self.digests()

    def digests(self) -> tuple[tuple[str, str, str], ...]:
        return tuple(
            (manifest.name, manifest.edition, digest(content)) for manifest, content in self._manifests.listed()
        )

    def table(self, name: str, edition: str) -> Table:
        self.editions(name)
        for manifest, content in self._manifests.listed():
            if (manifest.name, manifest.edition) == (name, edition):
                return self._load_table(manifest, content)
        known_editions = [manifest.edition for manifest in self.editions(name)]
        raise VersionError(_message("NO_EDITION", name=name, edition=edition, known=known_editions), missing=True)

    def newest(self, name: str) -> Table:
        editions = self.editions(name)
        superseded = {older for manifest in editions for older in superseded_editions(manifest, editions)}
        current = [manifest for manifest in editions if manifest.edition not in superseded]
        return self.table(name, (current or list(editions))[-1].edition)

    def valid(self, name: str, *, as_of: date, known: date) -> Table:
        chosen = valid_edition(self.editions(name), name, as_of=as_of, known=known)
        return self.table(name, chosen.edition)

    def edition_of(self, name: str, edition: str) -> Table | None:
        return _none_if_missing(lambda: self.table(name, edition))

    def in_force(self, name: str, *, as_of: date, known: date) -> Table | None:
        listed, (before, cached, changes) = self._manifests.listed(), self._in_force
        if listed is not before:
            cached, changes = {}, change_days(manifest for manifest, _ in listed)
            self._in_force = listed, cached, changes
        key = (name, bisect_right(changes, as_of), known)
        if key in cached:
            return cached[key]
        table = _none_if_missing(lambda: self.valid(name, as_of=as_of, known=known))
        if len(cached) < _MAX_CACHED_EDITIONS:
            cached[key] = table
        return table

    def latest(self, name: str) -> Table | None:
        return _none_if_missing(lambda: self.newest(name))

    def check(self) -> int:
        problems = []
        pairs = self._manifests.listed(reread=True)
        named = set()
        for manifest, content in pairs:
            try:
                self._load_table(manifest, content)
            except TrailError as error:
                problems.append(error_message(error))
            named.add(self._rows_file(manifest))
        orphans = [name for name in self._manifests.files(".csv") if name not in named]
        problems.extend(f"{self.folder / name}: no manifest names this file" for name in orphans)
        problems.extend(edition_problems([manifest for manifest, _ in pairs]))
        if problems:
            raise TrailError(join_lines(problems))
        return len(pairs)

    def check_digests(self) -> int:
        """Check every digest and return the number of editions; rows left by an interrupted import are ignored."""
        pairs = self._manifests.listed(reread=True)
        problems = [problem for manifest, _ in pairs if (problem := self._rows_problem(manifest))]
        problems.extend(edition_problems([manifest for manifest, _ in pairs]))
        if problems:
            raise TrailError(join_lines(problems))
        return len(pairs)

    def add(self, table: Table) -> tuple[Path, Path]:
        """Add an edition permanently; adding the same edition again changes nothing.

        The manifest is written last and makes the edition visible.

        Raises:
            Refusal: If content or predecessors conflict, or the manifest has a placeholder.
        """
        manifest = table.manifest
        existing = [other for other, _ in self._manifests.listed()]
        same = [other for other in existing if (other.name, other.edition) == (manifest.name, manifest.edition)]
        if same and manifest not in same:
            raise Refusal(
                Reason.SOURCE_HAS_ERRORS,
                _message("EDITION_OTHERWISE", table=table.name),
            )
        problems = edition_problems(existing if same else [*existing, manifest])
        if problems:
            raise Refusal(Reason.SOURCE_HAS_ERRORS, join_messages(problems))
        placeholder = next(filter(None, map(find_placeholder, _texts(manifest.model_dump(mode="json")))), None)
        if placeholder is not None:
            raise Refusal(
                Reason.SOURCE_HAS_ERRORS, _message("EDITION_PLACEHOLDER", table=table.name, found=placeholder.text)
            )
        return write_edition(self.folder, table)

    def _rows_file(self, manifest: Manifest) -> str:
        return f"{manifest.name}-{manifest.content_digest[:DIGEST_LENGTH]}.csv"

    def _rows_problem(self, manifest: Manifest) -> str:
        path = self.folder / self._rows_file(manifest)
        table = f"{manifest.name}@{manifest.edition}"
        if not path.is_file():
            return _message("ROWS_MISSING", path=path, table=table)
        if (actual := digest(read_published_file(path))) != manifest.content_digest:
            return _message("ROWS_OTHERWISE", path=path, table=table, found=actual, stated=manifest.content_digest)
        return ""

    def _load_table(self, manifest: Manifest, content: bytes) -> Table:
        path = self.folder / self._rows_file(manifest)
        key = digest(content)
        with self._lock:
            if key not in self._tables:
                if not path.is_file():
                    raise TrailError(_message("ROWS_GONE", path=path, edition=f"{manifest.name}@{manifest.edition}"))
                try:
                    self._tables[key] = read_table(content, read_published_file(path))
                except TrailError as error:
                    raise TrailError(_message("IN_FILE", path=path, problem=error_message(error))) from error
            return self._tables[key]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def _none_if_missing(load: Callable[[], Table]) -> Table | None:
    try:
        return load()
    except VersionError:
        return None


def write_edition(folder: Path, table: Table) -> tuple[Path, Path]:
    """Write the files of an edition, the manifest last; existing files remain unchanged.

    Raises:
        InputError: If the folder belongs to the installation.
    """
    refuse_packaged_gazette(folder)
    rows_stem, manifest_stem = file_stems(table)
    rows, manifest = folder / f"{rows_stem}.csv", folder / f"{manifest_stem}.json"
    with gazette_lock(folder.parent):
        folder.mkdir(parents=True, exist_ok=True)
        if not rows.is_file():
            replace_file(rows, rows_bytes(table.manifest, table.rows))
        if not manifest.is_file():
            replace_file(manifest, manifest_bytes(table.manifest))
    return rows, manifest
