"""Limits of zipped documents (workbooks, DOCX, PPTX), checked before they are parsed."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from rules.contracts import TouchstoneError, error_message, message_factory
from service.input.file_kinds import file_kind

_say = message_factory(__name__)

_OLD = "application/x-ole-storage"
"""The media type of documents of Office 97-2003 and of encrypted documents."""
BROKEN, DOCUMENT_TYPE, ENCRYPTED, OLD_FORMAT, TOO_LARGE = (
    "BROKEN", "DOCUMENT_TYPE", "ENCRYPTED", "OLD_FORMAT", "TOO_LARGE",
)  # fmt: skip
_ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_LONGEST_DOCTYPE = max(map(len, _DOCTYPES))
_MAXIMUM_PARTS = 2_000
_CHUNK = 1_000_000


@dataclass(frozen=True, slots=True)
class PackageFormat:
    """What a kind of documents is called, what is said of one in the format before, and how large one may be.

    `unpacked` bounds the bytes of all parts together, `most` gives the bound of the part with a name, `tags` bounds
    those of one part of XML; `split` says what to do with a document that is too large.
    """

    what: str
    old: str
    unpacked: int
    most: Callable[[str], int]
    split: str
    tags: int = 4_000_000


class PackageError(TouchstoneError):
    """A zipped document is not read; the message says why, if it is not `BROKEN`: then what the library says."""

    def __init__(self, message: str, reason: str) -> None:
        self.reason = reason
        super().__init__(message)


@contextmanager
def open_package(file: BinaryIO, form: PackageFormat) -> Iterator[zipfile.ZipFile]:
    """Open a package whose parts are within limits; what is broken may show only when they are read.

    Raises:
        PackageError: it is none, is encrypted, in the format before, or beyond a limit.
    """
    kind = file_kind(file)
    if kind is not None and kind.media_type == _OLD:
        if _ENCRYPTED_PART in file.read():
            raise PackageError(_say("ENCRYPTED", what=form.what), ENCRYPTED)
        raise PackageError(form.old, OLD_FORMAT)
    try:
        with zipfile.ZipFile(file) as package:
            _check_sizes(package, form)
            yield package
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise PackageError(error_message(error), BROKEN) from None
    except RuntimeError:  # how zipfile says that a part is encrypted
        raise PackageError(_say("ENCRYPTED", what=form.what), ENCRYPTED) from None


def _check_sizes(package: zipfile.ZipFile, form: PackageFormat) -> None:
    parts = package.infolist()
    if len(parts) > _MAXIMUM_PARTS:
        raise PackageError(_say("TOO_MANY_PARTS", what=form.what, count=len(parts), most=_MAXIMUM_PARTS), TOO_LARGE)
    total = 0
    for part in parts:
        most = form.most(part.filename)
        total += part.file_size
        if part.file_size > most or total > form.unpacked:
            details = {"what": form.what, "part": part.filename[:60], "size": part.file_size, "split": form.split}
            raise PackageError(_say("PART_TOO_LARGE", most=most, all=form.unpacked, **details), TOO_LARGE)


def document_type_error(part: str, form: PackageFormat) -> PackageError:
    """Say that a part declares a document type: entities are declared in one, and could multiply."""
    return PackageError(_say("DOCUMENT_TYPE", what=form.what, part=part[:60]), DOCUMENT_TYPE)


def check_markup(package: zipfile.ZipFile, part: zipfile.ZipInfo, form: PackageFormat) -> None:
    """Refuse a part of XML that declares a document type, or has more tags than a library can make elements of.

    Raises:
        PackageError: it does.
    """
    if not part.filename.endswith((".xml", ".rels")):
        return
    rest, tags = b"", 0
    with package.open(part) as stream:
        while piece := stream.read(_CHUNK):
            tags += piece.count(b"<")
            if tags > form.tags:
                details = {"what": form.what, "part": part.filename[:60], "split": form.split}
                raise PackageError(_say("TOO_MANY_TAGS", most=f"{form.tags:,}", **details), TOO_LARGE)
            if any(word in rest + piece for word in _DOCTYPES):
                raise document_type_error(part.filename, form)
            rest = piece[-_LONGEST_DOCTYPE:]
