"""File intake: media type, malware scan, organization quota, and transfer in chunks."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from rules.contracts import message_factory
from service.base.refusals import Reason, Refusal
from service.files.uploaded_files import (
    CHUNK_BYTES,
    FileStore,
    IncomingFile,
    StoredFile,
    file_digest,
    media_type_of,
    os_errors_as_refusals,
)

if TYPE_CHECKING:
    from service.files.malware_scanner import Scanner

_message = message_factory(__name__)
_Piece = TypeVar("_Piece")

_RECOUNT_SECONDS = 60


class StorageQuota:
    """Storage limit per organization in bytes; 0 means none.

    Usage is recounted every minute, so several servers together may exceed it.
    """

    def __init__(self, files: FileStore, most: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._files = files
        self._most = most
        self._clock = clock
        self._lock = Lock()
        self._counted: dict[str, tuple[float, int]] = {}

    def take(self, organization: str, digest: str, size: int) -> None:
        if not self._most or self._files.find(organization, digest) is not None:
            return
        with self._lock:
            at, count = self._counted.get(organization, (0.0, 0))
            if not at or self._clock() - at > _RECOUNT_SECONDS:
                at, count = self._clock(), sum(stored_file.size for stored_file in self._files.list(organization))
            fits = count + size <= self._most
            self._counted[organization] = at, count + size * fits
        if not fits:
            message = _message("ORGANIZATION_FULL", most=f"{self._most:,}", kept=f"{count:,}", size=f"{size:,}")
            raise Refusal(Reason.QUOTA_EXHAUSTED, message)


@dataclass(frozen=True)
class FileStorage:
    """File store that checks type, malware and quota on storing, and the digest on opening."""

    files: FileStore
    most_bytes: int
    most_bytes_each: int
    media_types: frozenset[str]
    scanner: Scanner | None

    @cached_property
    def _quota(self) -> StorageQuota:
        return StorageQuota(self.files, self.most_bytes_each)

    def keep(self, organization: str, digest: str, incoming: IncomingFile) -> str:
        with os_errors_as_refusals():
            with incoming.path.open("rb") as file:
                media_type = media_type_of(file)
            if media_type not in self.media_types:
                message = _message("MEDIA_TYPE", found=media_type or "?", known=sorted(self.media_types))
                raise Refusal(Reason.UNSUPPORTED_MEDIA_TYPE, message)
            if self.scanner is not None:
                self.scanner.check(incoming.path)
            self._quota.take(organization, digest, incoming.size)
            self.files.put(organization, digest, incoming.path)
        return media_type

    def open(self, organization: str, digest: str) -> tuple[StoredFile, BinaryIO] | None:
        with os_errors_as_refusals():
            stored_file = self.files.find(organization, digest)
            if stored_file is None:
                return None
            file = self.files.open(organization, digest)
            try:
                actual = file_digest(file)
                if actual != digest:
                    raise Refusal(Reason.EVIDENCE_FILE_DIFFERS, _message("DIFFERS", stated=digest, found=actual))
            except BaseException:
                file.close()
                raise
        return stored_file, file


_PIECE_TIMEOUT_SECONDS = 30


async def next_piece(pieces: AsyncIterator[_Piece]) -> _Piece | None:
    """Return the next chunk, None after the last; raise Refusal if it is late."""
    try:
        async with asyncio.timeout(_PIECE_TIMEOUT_SECONDS):
            return await anext(pieces, None)
    except TimeoutError:
        raise Refusal(Reason.REQUEST_TOO_SLOW, _message("PIECE_TOO_SLOW", seconds=_PIECE_TIMEOUT_SECONDS)) from None


def read_chunk(file: BinaryIO) -> bytes:
    """Read the next chunk; empty at the end of the file."""
    with os_errors_as_refusals():
        return file.read(CHUNK_BYTES)


def files_off() -> Refusal:
    """Return the refusal of a server without file storage."""
    return Refusal(Reason.EVIDENCE_FILES_OFF, _message("FILES_OFF"))
