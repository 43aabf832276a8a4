"""Which text does a command mean, and what is it called?"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from service.schemes.claims.documents.document import Document
from service.schemes.claims.documents.reading import read_bytes, read_file
from service.schemes.claims.refusals import Names, Refusals

_FILE_ENDINGS = frozenset({".txt", ".md", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".pptx"})
_SHOWN_TEXT = 40
NAMES = Names(
    jurisdictions="--jurisdiction",
    shown="--shown-on",
    as_of="--as-of",
    text="TEXT|FILE",
    languages="--text-language",
    not_assumed="--not-assumed",
)


def read_source(source: str, refusals: Refusals) -> tuple[str, Document | None]:
    """Read a file, standard input, or the text itself, and say what to call it; none if it cannot be read.

    Raises:
        OSError: the file cannot be opened.
    """
    if source == "-":
        return "-", refusals.attempt(NAMES.text, read_bytes, sys.stdin.buffer.read())
    path = Path(source)
    if source and _there(path.is_dir):
        refusals.note(None, NAMES.text, "FOLDER", "FOLDER", name=source[:60])
        return source, None
    if source and _there(path.exists):
        return source, refusals.attempt(NAMES.text, read_file, path)
    if path.suffix.lower() in _FILE_ENDINGS and " " not in source:
        refusals.note(None, NAMES.text, "NO_FILE", "NOT_FOUND", name=source[:60])
        return source, None
    shown = source if len(source) <= _SHOWN_TEXT else f"{source[:_SHOWN_TEXT]}…"
    return f"“{shown}”", Document("text", source)


def _there(asked: Callable[[], bool]) -> bool:
    try:
        return asked()
    except (OSError, ValueError):  # too long or not a name at all, so it is a text
        return False
