"""File store as configured: a folder, addressed by digest, or an S3 bucket, with its limits."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from rules.contracts import InputError, Violation, message_factory
from service.base.refusals import Reason, Refusal
from service.base.resource_names import DIGEST
from service.files.file_intake import FileStorage
from service.files.malware_scanner import scanner_of
from service.files.uploaded_files import FileStore, StoredFile, check_file_key, known_types

if TYPE_CHECKING:
    from service.configuration.settings import Settings


_INCOMING = ".incoming"
_OLD_SECONDS = 24 * 60 * 60
"""After which time what comes in was left behind by a process that was killed."""
_PREFIX = 2
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
_LINKS = frozenset({errno.ELOOP, errno.ENOTDIR, errno.ENXIO})
"""What Linux answers where a link, something that is no folder, or a socket stands."""
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK  # a pipe in place of a file is not waited for


class FolderStore:
    """Keeps files below a folder, which several servers may share."""

    def __init__(self, root: Path) -> None:
        """Use this folder, which is made if it is not there."""
        self._root = root
        self._incoming = root / _INCOMING
        self._incoming.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._clear()

    @property
    def incoming(self) -> Path:
        """The folder in which a file that comes in is written."""
        return self._incoming

    def put(self, organization: str, digest: str, path: Path) -> None:
        """Keep the file at a path of `incoming`, which was written to the disk."""
        with self._open_digest_folder(organization, digest, make=True) as folder:
            os.replace(path, digest, dst_dir_fd=folder)
            os.fsync(folder)

    def open(self, organization: str, digest: str) -> BinaryIO:
        """Open a file."""
        with self._open_digest_folder(organization, digest) as folder, _no_link():
            descriptor = os.open(digest, _FILE, dir_fd=folder)
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise FileNotFoundError(digest)
            return os.fdopen(descriptor, "rb")
        except BaseException:
            os.close(descriptor)
            raise

    def find(self, organization: str, digest: str) -> StoredFile | None:
        """Say what is kept under a digest."""
        with suppress(FileNotFoundError), self._open_digest_folder(organization, digest) as folder:
            return _stat_file(digest, folder)
        return None

    def list(self, organization: str, after: str = "") -> Iterator[StoredFile]:
        """Give what is kept, by digest, after one; links and whatever else is no file of ours are passed over."""
        check_file_key(organization, "0" * 64)
        for prefix in _names(self._root / organization):
            if len(prefix) != _PREFIX or prefix < after[:_PREFIX]:
                continue
            with suppress(FileNotFoundError), self._prefix(organization, prefix) as folder:
                names = sorted(os.listdir(folder))  # noqa: PTH208 -- an open folder has no path
                stored_files = (_stat_file(name, folder) for name in names if DIGEST.match(name) and name > after)
                yield from (
                    stored_file
                    for stored_file in stored_files
                    if stored_file is not None and stored_file.digest.startswith(prefix)
                )

    def remove(self, organization: str, digest: str) -> bool:
        """Remove a file; say whether it was there."""
        with suppress(FileNotFoundError), self._open_digest_folder(organization, digest) as folder:
            os.unlink(digest, dir_fd=folder)
            os.fsync(folder)
            return True
        return False

    @contextmanager
    def _open_digest_folder(self, organization: str, digest: str, *, make: bool = False) -> Iterator[int]:
        """Open the folder in which a digest stands."""
        check_file_key(organization, digest)
        with self._prefix(organization, digest[:_PREFIX], make=make) as folder:
            yield folder

    @contextmanager
    def _prefix(self, organization: str, prefix: str, *, make: bool = False) -> Iterator[int]:
        folder = os.open(self._root, os.O_RDONLY | os.O_DIRECTORY)
        try:
            for name in (organization, prefix):
                if make:
                    with suppress(FileExistsError):
                        os.mkdir(name, mode=0o700, dir_fd=folder)
                        os.fsync(folder)
                with _no_link(reading=not make):
                    inner = os.open(name, _FOLDER, dir_fd=folder)
                os.close(folder)
                folder = inner
            yield folder
        finally:
            os.close(folder)

    def _clear(self) -> None:
        for leftover in self._incoming.iterdir():
            with suppress(FileNotFoundError):
                if time.time() - leftover.lstat().st_mtime > _OLD_SECONDS:
                    leftover.unlink()


@contextmanager
def _no_link(*, reading: bool = True) -> Iterator[None]:
    """Let what stands behind a link, or in place of a folder, be as if it were not there."""
    try:
        yield
    except OSError as error:
        if reading and error.errno in _LINKS:
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


_say = message_factory(__name__)

_SETTING = "TOUCHSTONE_EVIDENCE_FILES"
_S3 = "s3://"
_EXTRA = "obstore"


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
