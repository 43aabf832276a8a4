"""Change times of folders with immutable files, and signatures of replaced files, for caching their content."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

FileSignature: TypeAlias = "tuple[int, int, int] | None"

_SETTLED_NANOSECONDS = 10 * 10**9
"""Age after which any change produces a new time, on every file system."""


def change_time(folder: Path) -> int:
    """Return when files were last added or removed, in nanoseconds; -1 without a folder."""
    try:
        return folder.stat().st_mtime_ns
    except (FileNotFoundError, NotADirectoryError):
        return -1


def is_settled(changed: int) -> bool:
    """Return whether any later change produces a new time, so that listings may be cached."""
    return changed < time.time_ns() - _SETTLED_NANOSECONDS


def file_signature(path: str | Path) -> FileSignature:
    """Return a value that changes when a file is replaced; None without a file."""
    try:
        state = os.stat(path)  # noqa: PTH116 -- called for each lookup
    except (FileNotFoundError, NotADirectoryError):
        return None
    return state.st_mtime_ns, state.st_ino, state.st_size
