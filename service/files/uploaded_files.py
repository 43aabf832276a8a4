"""File store interface, and streaming upload with size limit, digest and media type."""

from __future__ import annotations

import codecs
import errno
import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from rules.contracts import message_factory
from service.base import logs
from service.base.file_kinds import file_kind, file_kinds
from service.base.refusals import Reason, Refusal
from service.base.resource_names import DIGEST, ORGANIZATION

_message = message_factory(__name__)

CHUNK_BYTES = 256 * 1024
_DISK_FULL_ERRORS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Stored file with digest, size in bytes, and Unix time."""

    digest: str
    size: int
    time: int


class FileStore(Protocol):
    """Storage of files; raises OSError, or FileNotFoundError if missing."""

    @property
    def incoming(self) -> Path | None:
        """Folder for uploads; None means the temporary folder of the system."""

    def put(self, organization: str, digest: str, path: Path) -> None:
        """Store a file atomically, replacing an existing file; `path` may disappear."""

    def open(self, organization: str, digest: str) -> BinaryIO:
        """Open a file unverified, without loading it into memory."""

    def find(self, organization: str, digest: str) -> StoredFile | None:
        """Return the stored file, or None."""

    def list(self, organization: str, after: str = "") -> Iterator[StoredFile]:
        """Yield the stored files after digest `after`, in digest order."""

    def remove(self, organization: str, digest: str) -> bool:
        """Remove a file; return whether it existed."""


def check_file_key(organization: str, digest: str) -> None:
    """Raise FileNotFoundError for a malformed id or digest, such as a path."""
    if not ORGANIZATION.match(organization) or not DIGEST.match(digest):
        raise FileNotFoundError(errno.ENOENT, "no such place")


@contextmanager
def os_errors_as_refusals() -> Iterator[None]:
    """Convert OSError to Refusal, and log the kind of failure."""
    try:
        yield
    except OSError as error:
        # The error text may contain paths, addresses or a digest, so only the kind of failure is logged.
        logs.error("files_unavailable", failure=type(error).__name__, number=errno.errorcode.get(error.errno or 0, ""))
        if error.errno in _DISK_FULL_ERRORS:
            raise Refusal(Reason.STORE_FULL, _message("FILES_FULL")) from error
        raise Refusal(Reason.STORE_UNAVAILABLE, _message("FILES_UNAVAILABLE")) from error


class IncomingFile:
    """Upload in progress, stored on disk for the service user only."""

    def __init__(self, file: BinaryIO, path: Path, most: int) -> None:
        self._file = file
        self._most = most
        self._hash = hashlib.sha256()
        self.path = path
        self.size = 0

    def write(self, piece: bytes) -> None:
        self.size += len(piece)
        if self.size > self._most:
            raise Refusal(Reason.MESSAGE_TOO_LARGE, _message("TOO_LARGE", most=f"{self._most:,}"))
        self._hash.update(piece)
        with os_errors_as_refusals():
            self._file.write(piece)

    def finish(self) -> str:
        with os_errors_as_refusals():
            self._file.flush()
            os.fsync(self._file.fileno())
        return self._hash.hexdigest()


@contextmanager
def receiving_file(folder: Path | None, most: int) -> Iterator[IncomingFile]:
    """Yield an upload of at most `most` bytes; delete its temporary file at the end.

    Raises:
        Refusal: If the disk is full, or cannot be written.
    """
    with os_errors_as_refusals():
        descriptor, name = tempfile.mkstemp(dir=folder)
    path = Path(name)
    file = os.fdopen(descriptor, "wb")
    try:
        yield IncomingFile(file, path, most)
    finally:
        with suppress(OSError):  # unwritten content may be lost
            file.close()
        path.unlink(missing_ok=True)


def file_digest(file: BinaryIO) -> str:
    """Return the digest of an open file, and rewind it."""
    hasher = hashlib.sha256()
    file.seek(0)
    while piece := file.read(CHUNK_BYTES):
        hasher.update(piece)
    file.seek(0)
    return hasher.hexdigest()


TEXT, XML, HTML = "text/plain", "application/xml", "text/html"
_SNIFFED_BYTES = 64 * 1024
_NON_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""ESC is allowed, because some logs contain it."""
_HTML_TAG = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|script|svg|iframe)\b", re.IGNORECASE)


def media_type_of(file: BinaryIO) -> str:
    """Return the media type of a file, empty if unknown; the file position changes."""
    kind = file_kind(file)
    if kind is not None and not kind.text:
        return kind.media_type
    beginning = file.read(_SNIFFED_BYTES)
    if not beginning or not _is_text(file):
        return ""
    if _HTML_TAG.search(beginning):
        return HTML
    return XML if beginning.removeprefix(codecs.BOM_UTF8).startswith(b"<?xml") else TEXT


def known_types() -> tuple[str, ...]:
    """Return the detectable media types."""
    return (*(kind.media_type for kind in file_kinds() if not kind.text), TEXT, XML, HTML)


def _is_text(file: BinaryIO) -> bool:
    file.seek(0)
    try:
        return not any(_NON_TEXT.search(text) for text in _decoded(file))
    except UnicodeDecodeError:
        return False


def _decoded(file: BinaryIO) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8")()
    while piece := file.read(CHUNK_BYTES):
        yield decoder.decode(piece)
    yield decoder.decode(b"", final=True)
