"""Which files are open in the editor, and what do their folders say by now?"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from pygls.uris import to_fs_path

from service.answering.terminal.desk import vocabulary_folder
from service.base.threads import Threads
from service.language_server.readings import Reading, card_taking, read_folder

if TYPE_CHECKING:
    from rules.model.lookups import TableSource


def file_of(uri: str) -> Path | None:
    """Give the file that a URI names, through a linked folder where it stands; None if it names none on this disk."""
    if not uri.startswith("file:"):
        return None
    try:
        named = to_fs_path(uri)
        path = Path(named) if named else None
        return path.parent.resolve() / path.name if path is not None and path.name else None
    except (OSError, ValueError, RuntimeError):  # a name that no file can have, or links that go round
        return None


_FOLDERS_AT_ONCE = 4


class OpenFiles:
    """The texts of open files, and the readings of their folders, each made again after a text of it has changed."""

    def __init__(self, tables: TableSource | None) -> None:
        self.tables = tables
        self.texts: dict[Path, str] = {}
        self.uris: dict[Path, str] = {}
        self.readings: dict[Path, Reading] = {}
        self._stale: set[Path] = set()
        self._locks: dict[Path, asyncio.Lock] = {}
        self._threads = Threads(_FOLDERS_AT_ONCE)

    def put(self, path: Path, uri: str, text: str) -> set[Path]:
        """Take in the text of a file, with the ends of lines of Gherkin, and name the folders to be read again."""
        self.texts[path], self.uris[path] = text.replace("\r\n", "\n").replace("\r", "\n"), uri
        return self.touch(path)

    def drop(self, path: Path) -> set[Path]:
        """Forget a file that was closed, and name the folders to be read again."""
        self.texts.pop(path, None)
        self.uris.pop(path, None)
        return self.touch(path)

    def touch(self, path: Path) -> set[Path]:
        """Name the folders in which a file is read, as a vocabulary too, and read them again when asked."""
        touched = {path.parent, *(folder for folder, one in self.readings.items() if path in one.paths.values())}
        self._stale |= touched
        return touched

    def is_open(self, folder: Path) -> bool:
        """Say whether a file of a folder is open."""
        return any(path.parent == folder for path in self.texts)

    def forget(self, folder: Path) -> None:
        """Forget what a folder said."""
        self.readings.pop(folder, None)
        self._stale.discard(folder)

    async def known(self, folder: Path) -> Reading:
        """Give what a folder said when it was last read, for an answer that cannot wait; read it if it never was."""
        return self.readings.get(folder) or await self.reading(folder)

    async def naming(self, path: Path) -> Reading:
        """Give what is known of the names in a file: of a vocabulary what a card says that takes from it."""
        if path.parent == vocabulary_folder(path.parent):
            taking = (one for folder, one in self.readings.items() if folder != path.parent and _has(one, path))
            found = next(taking, None)
            card = await self._threads.do(card_taking, path) if found is None else None
            if found is not None or card is not None:
                return found or await self.reading(card or path.parent)
        return await self.known(path.parent)

    async def reading(self, folder: Path) -> Reading:
        """Read a folder, unless nothing has changed since it was read."""
        async with self._locks.setdefault(folder, asyncio.Lock()):
            known = self.readings.get(folder)
            if known is not None and folder not in self._stale:
                return known
            self._stale.discard(folder)
            try:
                found = await self._threads.do(read_folder, folder, dict(self.texts), self.tables, known)
            except BaseException:
                self._stale.add(folder)
                raise
            self.readings[folder] = found
            return found


def _has(reading: Reading, path: Path) -> bool:
    return path in reading.paths.values()
