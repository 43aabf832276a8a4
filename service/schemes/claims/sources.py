"""Input of the claim commands: a text, standard input, a file, a folder or a pattern."""

from __future__ import annotations

import sys
from collections.abc import Callable
from glob import glob
from pathlib import Path

from service.input import given_files
from service.schemes.claims.documents.document import MAXIMUM_BYTES, Document
from service.schemes.claims.refusals import ProblemCollector, RequestFieldNames

_FILE_ENDINGS = frozenset({".txt", ".md", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".pptx"})
_EXCERPT_CHARACTERS = 40
NAMES = RequestFieldNames(
    jurisdictions="--jurisdiction",
    shown="--shown-on",
    as_of="--as-of",
    text="TEXT|FILE",
    languages="--text-language",
    not_assumed="--not-assumed",
)


def source_files(source: str) -> tuple[Path, ...] | None:
    """Return the sorted files of a folder or pattern; None for any other source."""
    path = Path(source)
    if source not in {"", "-"} and _is_existing_path(path.is_dir):
        paths = path.glob("*")
    elif any(mark in source for mark in "*?[") and " " not in source and not _is_existing_path(path.exists):
        paths = (Path(name) for name in glob(source, recursive=True))  # noqa: PTH207 -- expands patterns as a shell does
    else:
        return None
    return tuple(sorted(file for file in paths if file.suffix.lower() in _FILE_ENDINGS and file.is_file()))


def read_source(source: str, refusals: ProblemCollector) -> tuple[str, Document | None, bytes]:
    """Return the display name, document and bytes of a source; literal text has no bytes.

    An unreadable document is None, and its problem is added to `refusals`.

    Raises:
        OSError: If the file cannot be opened.
    """
    if source == "-":
        content = sys.stdin.buffer.read()
        return "-", refusals.attempt(NAMES.text, _read_document, content), content
    path = Path(source)
    if source and _is_existing_path(path.is_dir):
        refusals.note(None, NAMES.text, "FOLDER", "FOLDER", name=source[:60])
        return source, None, b""
    if source and _is_existing_path(path.exists):
        file_content = refusals.attempt(NAMES.text, given_files.read_file, path, most=MAXIMUM_BYTES)
        document = (
            None if file_content is None else refusals.attempt(NAMES.text, _read_document, file_content, name=path.name)
        )
        return source, document, file_content or b""
    if path.suffix.lower() in _FILE_ENDINGS and " " not in source:
        refusals.note(None, NAMES.text, "NO_FILE", "NOT_FOUND", name=source[:60])
        return source, None, b""
    line = " ".join(source[: _EXCERPT_CHARACTERS + 1].split())
    shown = line if len(source) <= _EXCERPT_CHARACTERS else f"{line[:_EXCERPT_CHARACTERS]}…"
    return f"“{shown}”", Document("text", source), b""


def _read_document(content: bytes, name: str = "") -> Document:
    from service.schemes.claims.documents.document_reader import read_bytes  # noqa: PLC0415 -- slow to load, and not needed for text

    return read_bytes(content, name=name)


def _is_existing_path(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except (OSError, ValueError):  # too long or not a path, so it is text
        return False
