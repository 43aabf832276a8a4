"""Kinds of files that are not plain text, recognised by their first bytes before any encoding is guessed.

Readers of text refuse all of these kinds; readers of workbooks refuse those that are no package.
"""

from __future__ import annotations

import os
from functools import cache
from io import BytesIO
from typing import BinaryIO, NamedTuple

from rules.contracts import Message, message_factory, read_toml

_say = message_factory(__name__)

_END_BYTES = 64 * 1024
"""The bytes at each end of a file that are searched for the names of parts in a zipped document."""


class FileKind(NamedTuple):
    """A kind of file, recognised by its bytes at the offset `at` and, if stated, by the name of a part, `holds`.

    A `package` is opened by the reader of zipped documents. A `table` is saved by spreadsheet programs. A kind marked
    `text` is readable text and counts as text/plain.
    """

    media_type: str
    begins: tuple[bytes, ...]
    at: int
    holds: bytes
    name: Message
    package: bool
    table: bool
    text: bool

    def fits(self, beginning: bytes, ends: bytes) -> bool:
        """Return whether a file with these bytes is of this kind."""
        return beginning.startswith(self.begins, self.at) and self.holds in ends


def file_kind(content: BinaryIO | bytes) -> FileKind | None:
    """Return the kind of a file; None if it may be plain text. An open file is left at its beginning.

    Raises:
        OSError: it cannot be read.
    """
    file = BytesIO(content) if isinstance(content, bytes) else content
    file.seek(0)
    beginning = file.read(_END_BYTES)
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _END_BYTES))
    ends = beginning + file.read(_END_BYTES)
    file.seek(0)
    return next((kind for kind in file_kinds() if kind.fits(beginning, ends)), None)


def refusal_of_kind(kind: FileKind) -> Message:
    """Return the refusal of a file of this kind in place of text, with the next step."""
    return _say("NOT_TEXT", kind=kind.name, next=_say("SAVE_TABLE" if kind.table else "GIVE_TEXT"))


@cache
def file_kinds() -> tuple[FileKind, ...]:
    """Return every kind that is recognised, in the order in which they are tried."""
    return tuple(
        FileKind(
            media_type,
            tuple(bytes.fromhex(row[key]) for key in ("begins", "or_begins") if key in row),
            row.get("at", 0),
            row.get("holds", "").encode(),
            _say(row["name"]),
            package=row.get("package", False),
            table=row.get("table", False),
            text=row.get("text", False),
        )
        for media_type, row in read_toml(__name__.rpartition(".")[0], "file_kinds.toml").items()
    )
