"""Where do the rows of many subjects wait, outside memory, until their subject is read?"""

from __future__ import annotations

import pickle
import sqlite3
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from service.reading.tree.problems import Place
    from service.reading.workbook.sheets import Row

_TABLES = """
CREATE TABLE place (subject TEXT PRIMARY KEY, place TEXT) WITHOUT ROWID;
CREATE TABLE kept (part TEXT, subject TEXT, number INTEGER PRIMARY KEY, content BLOB);
CREATE INDEX kept_by_subject ON kept (subject, part);
"""


class Shelf:
    """A temporary file of rows by subject, and of the place where each subject stands; gone on exit."""

    def __enter__(self) -> Shelf:
        self._folder = tempfile.TemporaryDirectory(prefix="touchstone-")
        # One thread after another uses it: the one that checks the batch, and the one that sends it.
        self._file = sqlite3.connect(Path(self._folder.name) / "rows.sqlite3", check_same_thread=False)
        self._file.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {_TABLES}")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        self._folder.cleanup()

    def enter(self, subject: str, place: str) -> str | None:
        """Note where a subject stands; if it stands somewhere already, give that place."""
        try:
            self._file.execute("INSERT INTO place (subject, place) VALUES (?, ?)", (subject, place))
        except sqlite3.IntegrityError:
            found = self._file.execute("SELECT place FROM place WHERE subject = ?", (subject,)).fetchone()
            return str(found[0])
        return None

    def put(self, part: str, subject: str, row: Row) -> None:
        """Keep a row for a subject."""
        content = pickle.dumps(row, protocol=pickle.HIGHEST_PROTOCOL)
        self._file.execute("INSERT INTO kept (part, subject, content) VALUES (?, ?, ?)", (part, subject, content))

    def rows(self, part: str, subject: str) -> list[Row]:
        """Give the rows kept for a subject, in their order."""
        query = "SELECT content FROM kept WHERE subject = ? AND part = ? ORDER BY number"
        found = self._file.execute(query, (subject, part))
        return [pickle.loads(content) for (content,) in found]  # noqa: S301 -- our own file, written a moment ago

    def strays(self) -> Iterator[tuple[str, Place]]:
        """List the rows of subjects that stand nowhere, by the subject and the first place of each."""
        query = (
            "SELECT subject, content FROM kept WHERE subject NOT IN (SELECT subject FROM place) "
            "GROUP BY part, subject ORDER BY MIN(number)"
        )
        for subject, content in self._file.execute(query):
            row: Row = pickle.loads(content)  # noqa: S301 -- our own file, written a moment ago
            yield subject, next(iter(row.values())).place
