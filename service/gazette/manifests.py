"""Which manifests of reference tables stand in a folder? Each is read once, because files never change."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING

from rules.contracts.canonical import digest
from rules.contracts.errors import TrailError
from rules.model.table_form import DIGEST_LENGTH, read_manifest
from service.reading.given_files import read_stored

if TYPE_CHECKING:
    from pathlib import Path

    from rules.model.tables import Manifest

Listed = tuple["Manifest", bytes]
"""A manifest with its bytes."""

_SETTLED = 10 * 10**9
"""After how many nanoseconds a file that is added gives its folder another time than it had, on every file system."""


class Manifests:
    """The manifests in a folder, asked for at every evaluation; those that are added are found."""

    def __init__(self, folder: Path, only: frozenset[str] | None = None) -> None:
        """Remember the folder; with `only` no other manifests are seen than the files named."""
        self._folder = folder
        self._only = only
        self._read: dict[str, Listed] = {}
        self._listed: tuple[list[str], list[Listed]] = ([], [])
        self._listed_of: int | None = None
        self._lock = threading.Lock()

    def listed(self, *, anew: bool = False) -> list[Listed]:
        """Give every manifest by name and by the day its source was published; the same list while none is added.

        With `anew` every file is read again.

        Raises:
            TrailError: a manifest is damaged, or one of those named is missing.
        """
        with self._lock:
            before, pairs = self._listed
            changed = _change_time(self._folder)
            if not anew and changed == self._listed_of:
                return pairs
            names = self._names()
            if anew or names != before:
                for name in names:
                    if anew or name not in self._read:
                        self._read[name] = _read_named(self._folder / name)
                found = [self._read[name] for name in names]
                pairs = sorted(found, key=lambda pair: (pair[0].name, pair[0].known_from, pair[0].edition))
                self._listed = names, pairs
            self._listed_of = changed if changed < time.time_ns() - _SETTLED else None
            return pairs

    def files(self, ending: str) -> list[str]:
        """List the names of the files that end so."""
        try:
            with os.scandir(self._folder) as entries:
                return sorted([entry.name for entry in entries if entry.name.endswith(ending)])
        except (FileNotFoundError, NotADirectoryError):
            return []

    def _names(self) -> list[str]:
        if self._only is None:
            return self.files(".json")
        names = sorted(self._only)
        gone = [str(path) for name in names if not (path := self._folder / name).is_file()]
        if gone:
            raise TrailError(f"{', '.join(gone)}: a published manifest is missing")
        return names


def _change_time(folder: Path) -> int:
    """Give the time at which a file was last added to a folder or taken from it; below zero if there is no folder."""
    try:
        return folder.stat().st_mtime_ns
    except (FileNotFoundError, NotADirectoryError):
        return -1


def _read_named(path: Path) -> Listed:
    content = read_stored(path)
    try:
        manifest = read_manifest(content)
    except TrailError as error:
        raise TrailError(f"{path}: {error}") from error
    expected = f"{manifest.name}-{digest(content)[:DIGEST_LENGTH]}.json"
    if path.name != expected:
        raise TrailError(f"{path}: by its content this file is {expected}; a published manifest never changes")
    return manifest, content
