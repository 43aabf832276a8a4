"""Cache folder shared by processes; it may be deleted at any time.

Only bytes are kept, never code: each entry begins with its own digest, and is read only if it and its folder belong to
whoever runs this process and nobody else can write there. What fails a check is as good as absent.
"""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path

VARIABLE = "TOUCHSTONE_CACHE"
"""Names the folder; set to nothing, nothing is kept."""
_DIGEST = 32
_MAX_ENTRIES_PER_NAME = 4
"""So many entries of one name are kept, for installations that are used in turn."""
_MAX_ENTRY_BYTES = 64 * 2**20
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


class CacheFolder:
    """A build cache in a folder of one's own; of each name the newest entries are kept."""

    def __init__(self, folder: Path) -> None:
        """Take a folder, which is made when something is kept."""
        self._folder = folder

    @classmethod
    def of_current_user(cls) -> CacheFolder | None:
        """Give the folder of whoever runs this process; none if there is no place for it, or none is wanted."""
        named = os.environ.get(VARIABLE)
        if named is not None:
            return cls(Path(named)) if named.strip() else None
        home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
        try:
            return cls(Path(home) / "touchstone" if home else Path.home() / ".cache" / "touchstone")
        except RuntimeError:  # nobody's home
            return None

    def find(self, name: str, digest: str) -> bytes | None:
        """Give an entry that is whole and one's own."""
        try:
            if not _is_own(self._folder.lstat()):
                return None
            number = os.open(self._path(name, digest), os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
            with os.fdopen(number, "rb", buffering=0) as file:  # read at once, without a copy
                file_status = os.fstat(number)
                if (
                    not _is_own(file_status)
                    or not stat.S_ISREG(file_status.st_mode)
                    or file_status.st_size > _MAX_ENTRY_BYTES
                ):
                    return None
                kept_digest, content = file.read(_DIGEST), file.read()
        except OSError:
            return None
        return content if hashlib.sha256(content).digest() == kept_digest else None

    def keep(self, name: str, digest: str, content: bytes) -> None:
        """Keep an entry in place of others of its name; where that fails nothing is lost."""
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
            there = self._folder.glob(f"{_file_name_prefix(name)}=*")
            for older in sorted(there, key=lambda entry_path: entry_path.stat().st_mtime_ns, reverse=True)[
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
    """Say whether a file or folder is that of whoever runs this process, and nobody else may write to it."""
    if not hasattr(os, "geteuid"):  # Windows, where profiles are private
        return True
    return file_status.st_uid == os.geteuid() and not file_status.st_mode & _OTHERS_WRITE
