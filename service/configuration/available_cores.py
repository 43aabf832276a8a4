"""The cores of this machine that this process may use, as the system binds it and its container bounds it."""

from __future__ import annotations

import os
from contextlib import suppress
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_GROUPS = Path("/sys/fs/cgroup")
"""Where Linux tells of control groups, by which containers and services are bounded."""
_CGROUP_FILE = Path("/proc/self/cgroup")
"""Where it tells the groups of this process; inside a container they are mostly the topmost that is seen."""


def cores() -> int:
    """Count the cores that this process may use, at least one."""
    bound = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min([bound, *(ceil(quota / period) for quota, period in _quotas())]))


def _quotas() -> Iterator[tuple[int, int]]:
    """Give the processor time that each group may use, as so many microseconds in each period of so many."""
    for folder in _groups():
        with suppress(OSError, ValueError):
            quota, period = (folder / "cpu.max").read_text(encoding="ascii").split()
            yield int(quota), int(period)  # "max" is no number, and no bound
    with suppress(OSError, ValueError):
        first = _GROUPS / "cpu"  # of the first version of control groups, which has -1 for no bound
        quota, period = ((first / f"cpu.cfs_{name}_us").read_text(encoding="ascii") for name in ("quota", "period"))
        if int(quota) > 0:
            yield int(quota), int(period)


def _groups() -> Iterator[Path]:
    """Give the folder of the group of this process, and of all that it is part of."""
    own = ""
    with suppress(OSError):
        lines = _CGROUP_FILE.read_text(encoding="utf-8").splitlines()
        own = next((line.removeprefix("0::").strip("/") for line in lines if line.startswith("0::")), "")
    yield from (_GROUPS / part for part in (own, *map(str, Path(own).parents)))
