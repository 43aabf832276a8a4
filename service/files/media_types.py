"""Media type detection by leading bytes; none for what is not known.

This keeps mistakes and programs out of the store. It proves no file harmless: that is for whoever scans it.
"""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, BinaryIO

from rules.contracts import read_toml
from service.files.incoming import CHUNK_BYTES

TEXT, XML, HTML = "text/plain", "application/xml", "text/html"
_END_BYTES = 64 * 1024
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""Characters that no text holds; ESC stands in some logs."""
_PAGE = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|script|svg|iframe)\b", re.IGNORECASE)


def media_type_of(file: BinaryIO) -> str:
    """Give the media type of an open file; the empty text if it is of none that is known. It is read to its end.

    Raises:
        OSError: it cannot be read.
    """
    file.seek(0)
    beginning = file.read(_END_BYTES)
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _END_BYTES))
    ends = beginning + file.read(_END_BYTES)
    for name, row in _known():
        at = row.get("at", 0)
        wanted = [bytes.fromhex(row[key]) for key in ("begins", "or_begins") if key in row]
        if beginning.startswith(tuple(wanted), at) and row.get("holds", "").encode() in ends:
            return name
    if not beginning or not _is_text(file):
        return ""
    if _PAGE.search(beginning):
        return HTML
    return XML if beginning.removeprefix(codecs.BOM_UTF8).startswith(b"<?xml") else TEXT


def known_types() -> tuple[str, ...]:
    """Name the media types that are told apart."""
    return (*(name for name, _ in _known()), TEXT, XML, HTML)


@cache
def _known() -> tuple[tuple[str, dict[str, Any]], ...]:
    return tuple(read_toml(__name__.rpartition(".")[0], "media_types.toml").items())


def _is_text(file: BinaryIO) -> bool:
    """Say whether all of it is UTF-8 without characters that no text holds."""
    file.seek(0)
    try:
        return not any(_NO_TEXT.search(text) for text in _decoded(file))
    except UnicodeDecodeError:
        return False


def _decoded(file: BinaryIO) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8")()
    while piece := file.read(CHUNK_BYTES):
        yield decoder.decode(piece)
    yield decoder.decode(b"", final=True)
