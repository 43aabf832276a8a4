"""File store interface, and streaming upload to disk: size limit, digest, and media type."""

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
from service.base.refusals import Reason, Refusal
from service.base.resource_names import DIGEST, ORGANIZATION
from service.input.file_kinds import file_kind, file_kinds

_say = message_factory(__name__)

CHUNK_BYTES = 256 * 1024
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file that is kept: its digest by name, its size in bytes, and since when, in seconds since 1970."""

    digest: str
    size: int
    time: int


class FileStore(Protocol):
    """Keeps files. What fails is an OSError, and of a file that is not kept a FileNotFoundError."""

    @property
    def incoming(self) -> Path | None:
        """The folder in which a file that comes in is written; None for that of the system."""

    def put(self, organization: str, digest: str, path: Path) -> None:
        """Keep the file at a path, which may be gone then: the whole of it or nothing, in place of one that is kept."""

    def open(self, organization: str, digest: str) -> BinaryIO:
        """Open a file, whose contents may have been altered, and which is small in memory however large it is."""

    def find(self, organization: str, digest: str) -> StoredFile | None:
        """Say what is kept under a digest."""

    def list(self, organization: str, after: str = "") -> Iterator[StoredFile]:
        """Give what is kept, by digest, after one."""

    def remove(self, organization: str, digest: str) -> bool:
        """Remove a file; say whether it was there."""


def check_file_key(organization: str, digest: str) -> None:
    """Refuse what names no place, such as a path, before it becomes part of one."""
    if not ORGANIZATION.match(organization) or not DIGEST.match(digest):
        raise FileNotFoundError(errno.ENOENT, "no such place")


@contextmanager
def os_errors_as_refusals() -> Iterator[None]:
    """Turn what fails where files are kept into refusals that say what to do; what failed is logged.

    Raises:
        Refusal: the disk is full, or what keeps files cannot be read or written now.
    """
    try:
        yield
    except OSError as error:
        # The text names paths and addresses of the machine, and perhaps a digest: the kind of failure is enough.
        logs.error("files_unavailable", failure=type(error).__name__, number=errno.errorcode.get(error.errno or 0, ""))
        if error.errno in _FULL:
            raise Refusal(Reason.STORE_FULL, _say("FILES_FULL")) from error
        raise Refusal(Reason.STORE_UNAVAILABLE, _say("FILES_UNAVAILABLE")) from error


class IncomingFile:
    """A file that comes in: its bytes so far on the disk, for the user of the service alone."""

    def __init__(self, file: BinaryIO, path: Path, most: int) -> None:
        """Write to a file, so many bytes at most."""
        self._file = file
        self._most = most
        self._hash = hashlib.sha256()
        self.path = path
        self.size = 0

    def write(self, piece: bytes) -> None:
        """Write the next piece.

        Raises:
            Refusal: the file is too large, or the disk full.
        """
        self.size += len(piece)
        if self.size > self._most:
            raise Refusal(Reason.MESSAGE_TOO_LARGE, _say("TOO_LARGE", most=f"{self._most:,}"))
        self._hash.update(piece)
        with os_errors_as_refusals():
            self._file.write(piece)

    def finish(self) -> str:
        """Wait until the disk has all of it, and give its digest.

        Raises:
            Refusal: the disk is full, or cannot be written.
        """
        with os_errors_as_refusals():
            self._file.flush()
            os.fsync(self._file.fileno())
        return self._hash.hexdigest()


@contextmanager
def receiving_file(folder: Path | None, most: int) -> Iterator[IncomingFile]:
    """Let a file of so many bytes at most come in; what is not kept is gone in the end.

    Raises:
        Refusal: the disk is full, or cannot be written.
    """
    with os_errors_as_refusals():
        descriptor, name = tempfile.mkstemp(dir=folder)
    path = Path(name)
    file = os.fdopen(descriptor, "wb")
    try:
        yield IncomingFile(file, path, most)
    finally:
        with suppress(OSError):  # what could not be written can be lost
            file.close()
        path.unlink(missing_ok=True)


def file_digest(file: BinaryIO) -> str:
    """Give the digest of an open file from its beginning, where it stands again then.

    Raises:
        OSError: it cannot be read.
    """
    hasher = hashlib.sha256()
    file.seek(0)
    while piece := file.read(CHUNK_BYTES):
        hasher.update(piece)
    file.seek(0)
    return hasher.hexdigest()


TEXT, XML, HTML = "text/plain", "application/xml", "text/html"
_BEGINNING = 64 * 1024
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""Characters that no text holds; ESC stands in some logs."""
_PAGE = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|script|svg|iframe)\b", re.IGNORECASE)


def media_type_of(file: BinaryIO) -> str:
    """Give the media type of an open file; the empty text if it is of none that is known. It is read to its end.

    Raises:
        OSError: it cannot be read.
    """
    kind = file_kind(file)
    if kind is not None and not kind.text:
        return kind.media_type
    beginning = file.read(_BEGINNING)
    if not beginning or not _is_text(file):
        return ""
    if _PAGE.search(beginning):
        return HTML
    return XML if beginning.removeprefix(codecs.BOM_UTF8).startswith(b"<?xml") else TEXT


def known_types() -> tuple[str, ...]:
    """Name the media types that are told apart."""
    return (*(kind.media_type for kind in file_kinds() if not kind.text), TEXT, XML, HTML)


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
