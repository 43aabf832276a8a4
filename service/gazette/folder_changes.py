"""Change times of folders with immutable files, for caching their listings."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

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
