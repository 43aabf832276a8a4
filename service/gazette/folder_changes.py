"""Changes of folders whose files never change: when a file was added or taken away, and whether that is settled."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SETTLED = 10 * 10**9
"""After how many nanoseconds a file that is added gives its folder another time than it had, on every file system."""


def change_time(folder: Path) -> int:
    """Give the time at which a file was last added to a folder or taken from it; below zero if there is no folder."""
    try:
        return folder.stat().st_mtime_ns
    except (FileNotFoundError, NotADirectoryError):
        return -1


def is_settled(changed: int) -> bool:
    """Say whether the next file will give a folder another time than this one, so that what was listed may be kept."""
    return changed < time.time_ns() - _SETTLED
