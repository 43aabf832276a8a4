"""Limits of zipped documents (workbooks, DOCX, PPTX), checked before parsing."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from rules.contracts import TouchstoneError, error_message, message_factory
from service.base.file_kinds import file_kind

_message = message_factory(__name__)

_ENCRYPTED_OR_OFFICE_97_TYPE = "application/x-ole-storage"
BROKEN, DOCUMENT_TYPE, ENCRYPTED, OLD_FORMAT, TOO_LARGE = (
    "BROKEN", "DOCUMENT_TYPE", "ENCRYPTED", "OLD_FORMAT", "TOO_LARGE",
)  # fmt: skip
_ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_LONGEST_DOCTYPE = max(map(len, _DOCTYPES))
_MAXIMUM_PARTS = 2_000
_CHUNK_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class PackageFormat:
    """A document format: its name, the message for its predecessor, and its limits.

    `unpacked` limits all bytes, `most` the bytes of a part, `tags` the tags of an XML part. `split` advises on large
    documents.
    """

    what: str
    old: str
    unpacked: int
    most: Callable[[str], int]
    split: str
    tags: int = 4_000_000


class PackageError(TouchstoneError):
    """A rejected document; the message for `BROKEN` is from the library."""

    def __init__(self, message: str, reason: str) -> None:
        self.reason = reason
        super().__init__(message)


@contextmanager
def open_package(file: BinaryIO, form: PackageFormat) -> Iterator[zipfile.ZipFile]:
    """Open a package within the limits; some corruption appears only on reading.

    Raises:
        PackageError: If it is not a package, encrypted, old, or too large.
    """
    kind = file_kind(file)
    if kind is not None and kind.media_type == _ENCRYPTED_OR_OFFICE_97_TYPE:
        if _ENCRYPTED_PART in file.read():
            raise PackageError(_message("ENCRYPTED", what=form.what), ENCRYPTED)
        raise PackageError(form.old, OLD_FORMAT)
    try:
        with zipfile.ZipFile(file) as package:
            _check_sizes(package, form)
            yield package
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise PackageError(error_message(error), BROKEN) from None
    except RuntimeError:  # zipfile reports an encrypted part this way
        raise PackageError(_message("ENCRYPTED", what=form.what), ENCRYPTED) from None


def _check_sizes(package: zipfile.ZipFile, form: PackageFormat) -> None:
    parts = package.infolist()
    if len(parts) > _MAXIMUM_PARTS:
        message = _message("TOO_MANY_PARTS", what=form.what, count=len(parts), most=_MAXIMUM_PARTS, split=form.split)
        raise PackageError(message, TOO_LARGE)
    total = 0
    for part in parts:
        most = form.most(part.filename)
        total += part.file_size
        if part.file_size > most or total > form.unpacked:
            details = {"what": form.what, "part": part.filename[:60], "size": part.file_size, "split": form.split}
            raise PackageError(_message("PART_TOO_LARGE", most=most, all=form.unpacked, **details), TOO_LARGE)


def document_type_error(part: str, form: PackageFormat) -> PackageError:
    """Return the error for a document type, because entities could expand without limit."""
    return PackageError(_message("DOCUMENT_TYPE", what=form.what, part=part[:60]), DOCUMENT_TYPE)


def check_markup(package: zipfile.ZipFile, part: zipfile.ZipInfo, form: PackageFormat) -> None:
    """Raise PackageError for an XML part with a document type or too many tags."""
    if not part.filename.endswith((".xml", ".rels")):
        return
    previous_end, tags = b"", 0
    with package.open(part) as stream:
        while piece := stream.read(_CHUNK_BYTES):
            tags += piece.count(b"<")
            if tags > form.tags:
                details = {"what": form.what, "part": part.filename[:60], "split": form.split}
                raise PackageError(_message("TOO_MANY_TAGS", most=f"{form.tags:,}", **details), TOO_LARGE)
            if any(word in previous_end + piece for word in _DOCTYPES):
                raise document_type_error(part.filename, form)
            previous_end = piece[-_LONGEST_DOCTYPE:]
