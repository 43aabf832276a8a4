"""Configured file storage: folder or S3 bucket, addressed by digest."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from rules.contracts import InputError, error_message, message_factory
from service.base.refusals import Reason, Refusal
from service.base.resource_names import DIGEST
from service.files.file_intake import FileStorage
from service.files.malware_scanner import scanner_of
from service.files.uploaded_files import FileStore, StoredFile, check_file_key, known_types

if TYPE_CHECKING:
    from service.configuration.settings import Settings


_INCOMING = ".incoming"
_LEFTOVER_SECONDS = 24 * 60 * 60
_PREFIX_LENGTH = 2
_FOLDER_FLAGS = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
_LINK_ERRORS = frozenset({errno.ELOOP, errno.ENOTDIR, errno.ENXIO})
_FILE_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK  # never wait for a pipe


class FolderStore:
    """File store in a folder, which servers may share."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._incoming = root / _INCOMING
        self._incoming.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._remove_leftovers()

    @property
    def incoming(self) -> Path:
        return self._incoming

    def put(self, organization: str, digest: str, path: Path) -> None:
        with self._open_digest_folder(organization, digest, make=True) as folder:
            os.replace(path, digest, dst_dir_fd=folder)
            os.fsync(folder)

    def open(self, organization: str, digest: str) -> BinaryIO:
        with self._open_digest_folder(organization, digest) as folder, _links_as_missing():
            descriptor = os.open(digest, _FILE_FLAGS, dir_fd=folder)
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise FileNotFoundError(digest)
            return os.fdopen(descriptor, "rb")
        except BaseException:
            os.close(descriptor)
            raise

    def find(self, organization: str, digest: str) -> StoredFile | None:
        with suppress(FileNotFoundError), self._open_digest_folder(organization, digest) as folder:
            return _stat_file(digest, folder)
        return None

    def list(self, organization: str, after: str = "") -> Iterator[StoredFile]:
        check_file_key(organization, "0" * 64)
        for prefix in _names(self._root / organization):
            if len(prefix) != _PREFIX_LENGTH or prefix < after[:_PREFIX_LENGTH]:
                continue
            with suppress(FileNotFoundError), self._open_prefix_folder(organization, prefix) as folder:
                names = sorted(os.listdir(folder))  # noqa: PTH208 -- an open folder has no path
                stored_files = (_stat_file(name, folder) for name in names if DIGEST.match(name) and name > after)
                yield from (
                    stored_file
                    for stored_file in stored_files
                    if stored_file is not None and stored_file.digest.startswith(prefix)
                )

    def remove(self, organization: str, digest: str) -> bool:
        with suppress(FileNotFoundError), self._open_digest_folder(organization, digest) as folder:
            os.unlink(digest, dir_fd=folder)
            os.fsync(folder)
            return True
        return False

    @contextmanager
    def _open_digest_folder(self, organization: str, digest: str, *, make: bool = False) -> Iterator[int]:
        check_file_key(organization, digest)
        with self._open_prefix_folder(organization, digest[:_PREFIX_LENGTH], make=make) as folder:
            yield folder

    @contextmanager
    def _open_prefix_folder(self, organization: str, prefix: str, *, make: bool = False) -> Iterator[int]:
        folder = os.open(self._root, os.O_RDONLY | os.O_DIRECTORY)
        try:
            for name in (organization, prefix):
                if make:
                    with suppress(FileExistsError):
                        os.mkdir(name, mode=0o700, dir_fd=folder)
                        os.fsync(folder)
                with _links_as_missing(reading=not make):
                    inner = os.open(name, _FOLDER_FLAGS, dir_fd=folder)
                os.close(folder)
                folder = inner
            yield folder
        finally:
            os.close(folder)

    def _remove_leftovers(self) -> None:
        for leftover in self._incoming.iterdir():
            with suppress(FileNotFoundError):
                if time.time() - leftover.lstat().st_mtime > _LEFTOVER_SECONDS:
                    leftover.unlink()


@contextmanager
def _links_as_missing(*, reading: bool = True) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if reading and error.errno in _LINK_ERRORS:
            raise FileNotFoundError(error.errno, "a link, or no folder") from error
        raise


def _names(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir()) if not folder.is_symlink() else []
    except (FileNotFoundError, NotADirectoryError):
        return []


def _stat_file(digest: str, folder: int) -> StoredFile | None:
    try:
        status = os.stat(digest, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return None
    return StoredFile(digest, status.st_size, int(status.st_mtime)) if stat.S_ISREG(status.st_mode) else None


_message = message_factory(__name__)

_SETTING = "TOUCHSTONE_EVIDENCE_FILES"
_S3 = "s3://"


def open_file_storage(settings: Settings) -> FileStorage | None:
    """Open the configured file storage; return None if not configured.

    Raises:
        InputError: If a setting is invalid or software is missing.
        Refusal: If the storage cannot be used.
    """
    if not settings.evidence_files:
        return None
    types = frozenset(settings.evidence_media_types.split())
    if unknown := sorted(types - set(known_types())):
        message = _message("UNKNOWN_TYPES", found=unknown, known=known_types())
        raise InputError.of("TOUCHSTONE_EVIDENCE_MEDIA_TYPES", message, "WRONG_VALUE")
    scanner = scanner_of(settings.evidence_scan, settings.evidence_scan_seconds)
    try:
        files = _open_store(settings.evidence_files)
    except OSError as error:
        problem = error_message(error)
        raise Refusal(
            Reason.STORE_UNAVAILABLE, _message("FILES_UNUSABLE", setting=_SETTING, problem=problem)
        ) from error
    return FileStorage(files, settings.evidence_file_bytes, settings.evidence_bytes_each, types, scanner)


def _open_store(location: str) -> FileStore:
    if not location.startswith(_S3):
        return FolderStore(Path(location))
    from service.files.s3 import BucketStore  # noqa: PLC0415 -- optional dependency

    return BucketStore(location)
