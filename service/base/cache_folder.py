"""Cache folder of digest-checked bytes, shared by processes and safe to delete.

Entries are never code, and ignored if other users can write to them.
"""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path

VARIABLE = "TOUCHSTONE_CACHE"
"""Environment variable for the folder; empty disables the cache."""
_DIGEST_BYTES = 32
_MAX_ENTRIES_PER_NAME = 4
_MAX_ENTRY_BYTES = 64 * 2**20
_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


class CacheFolder:
    """Build cache that retains the newest entries of each name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def of_current_user(cls) -> CacheFolder | None:
        configured = os.environ.get(VARIABLE)
        if configured is not None:
            return cls(Path(configured)) if configured.strip() else None
        home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
        try:
            return cls(Path(home) / "touchstone" if home else Path.home() / ".cache" / "touchstone")
        except RuntimeError:  # no home directory
            return None

    def find(self, name: str, digest: str) -> bytes | None:
        try:
            if not _is_own(self._folder.lstat()):
                return None
            number = os.open(self._path(name, digest), os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
            with os.fdopen(number, "rb", buffering=0) as file:  # unbuffered, so the content is not copied
                file_status = os.fstat(number)
                if (
                    not _is_own(file_status)
                    or not stat.S_ISREG(file_status.st_mode)
                    or file_status.st_size > _MAX_ENTRY_BYTES
                ):
                    return None
                stored_digest, content = file.read(_DIGEST_BYTES), file.read()
        except OSError:
            return None
        return content if hashlib.sha256(content).digest() == stored_digest else None

    def keep(self, name: str, digest: str, content: bytes) -> None:
        path = self._path(name, digest)
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _is_own(self._folder.lstat()):
                return
            number = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
            with os.fdopen(number, "wb") as file:
                file.write(hashlib.sha256(content).digest())
                file.write(content)
            part.replace(path)
            entries = self._folder.glob(f"{_file_name_prefix(name)}=*")
            for older in sorted(entries, key=lambda entry_path: entry_path.stat().st_mtime_ns, reverse=True)[
                _MAX_ENTRIES_PER_NAME:
            ]:
                older.unlink(missing_ok=True)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def _path(self, name: str, digest: str) -> Path:
        return self._folder / f"{_file_name_prefix(name)}={digest[:40]}"


def _file_name_prefix(name: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "._-" else "-" for letter in name)


def _is_own(file_status: os.stat_result) -> bool:
    if not hasattr(os, "geteuid"):  # Windows, where profiles are private
        return True
    return file_status.st_uid == os.geteuid() and not file_status.st_mode & _WRITABLE_BY_OTHERS
