"""Kinds of non-text files, recognised by their bytes before any encoding is guessed."""

from __future__ import annotations

import os
from functools import cache
from io import BytesIO
from typing import BinaryIO, NamedTuple

from rules.contracts import Message, message_factory, read_toml

_message = message_factory(__name__)

_END_BYTES = 64 * 1024


class FileKind(NamedTuple):
    """A file kind, recognised by `begins` at offset `at`, and `holds` near the start or end.

    Readers of zipped documents open a `package`; spreadsheet programs save a `table`; `text` counts as text/plain.
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
        return beginning.startswith(self.begins, self.at) and self.holds in ends


def file_kind(content: BinaryIO | bytes) -> FileKind | None:
    """Return the kind of a file, None for possible plain text; rewind it."""
    file = BytesIO(content) if isinstance(content, bytes) else content
    file.seek(0)
    beginning = file.read(_END_BYTES)
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _END_BYTES))
    ends = beginning + file.read(_END_BYTES)
    file.seek(0)
    return next((kind for kind in file_kinds() if kind.fits(beginning, ends)), None)


def refusal_of_kind(kind: FileKind) -> Message:
    """Return the error message for a file kind."""
    return _message("NOT_TEXT", kind=kind.name, next=_message("SAVE_TABLE" if kind.table else "GIVE_TEXT"))


def refusal_of_other_kind(content: BinaryIO | bytes, allowed: str, media_type: str = "") -> Message | None:
    """Return the error message with the kind of a file and the allowed kinds.

    None for possible text, and for a file of the media type.
    """
    kind = file_kind(content)
    return (
        None
        if kind is None or kind.media_type == media_type
        else _message("OTHER_KIND", kind=kind.name, allowed=allowed)
    )


@cache
def file_kinds() -> tuple[FileKind, ...]:
    """Return all recognised kinds in the order of their checks."""
    return tuple(
        FileKind(
            media_type,
            tuple(bytes.fromhex(row[key]) for key in ("begins", "or_begins") if key in row),
            row.get("at", 0),
            row.get("holds", "").encode(),
            _message(row["name"]),
            package=row.get("package", False),
            table=row.get("table", False),
            text=row.get("text", False),
        )
        for media_type, row in read_toml(__name__.rpartition(".")[0], "file_kinds.toml").items()
    )
