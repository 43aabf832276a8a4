"""File store as configured: folder or S3 bucket, size limits, media types and scanner."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, message_factory
from service.base.refusals import Reason, Refusal
from service.files.folder import FolderStore
from service.files.incoming import FileStore
from service.files.media_types import known_types
from service.files.scanning import Scanner, scanner_of

if TYPE_CHECKING:
    from service.configuration.settings import Settings

_say = message_factory(__name__)

_SETTING = "TOUCHSTONE_EVIDENCE_FILES"
_S3 = "s3://"
_EXTRA = "obstore"


@dataclass(frozen=True, slots=True)
class FileStorage:
    """Where files are kept; how large one may be, of which media types, and how much one organisation may keep.

    0 bytes of an organisation bound nothing.
    """

    files: FileStore
    most_bytes: int
    most_bytes_each: int
    media_types: frozenset[str]
    scanner: Scanner | None


def open_file_storage(settings: Settings) -> FileStorage | None:
    """Open what keeps the files; None if none are kept.

    Raises:
        InputError: a setting is malformed, or what it asks for is not installed.
        Refusal: the folder or the store cannot be used.
    """
    if not settings.evidence_files:
        return None
    types = frozenset(settings.evidence_media_types.split())
    if unknown := sorted(types - set(known_types())):
        message = _say("UNKNOWN_TYPES", found=unknown, known=known_types())
        raise InputError((Violation("TOUCHSTONE_EVIDENCE_MEDIA_TYPES", message, "WRONG_VALUE"),))
    scanner = scanner_of(settings.evidence_scan, settings.evidence_scan_seconds)
    try:
        files = _files(settings.evidence_files)
    except OSError as error:
        problem = error.strerror or type(error).__name__
        raise Refusal(Reason.STORE_UNAVAILABLE, _say("FILES_UNUSABLE", setting=_SETTING, problem=problem)) from error
    return FileStorage(files, settings.evidence_file_bytes, settings.evidence_bytes_each, types, scanner)


def _files(place: str) -> FileStore:
    if not place.startswith(_S3):
        return FolderStore(Path(place))
    try:
        from service.files.s3 import BucketStore  # noqa: PLC0415 -- what it works with is an extra
    except ModuleNotFoundError as error:
        if error.name != _EXTRA:
            raise
        raise InputError((Violation(_SETTING, _say("NO_S3"), "SOFTWARE_MISSING"),)) from None
    return BucketStore(place)
