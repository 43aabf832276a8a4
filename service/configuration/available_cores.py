"""CPU cores available to this process: affinity and control groups."""

from __future__ import annotations

import os
from contextlib import suppress
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_CGROUP_ROOT = Path("/sys/fs/cgroup")
_CGROUP_FILE = Path("/proc/self/cgroup")


def cores() -> int:
    """Return the number of usable cores, at least one."""
    bound = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min([bound, *(ceil(quota / period) for quota, period in _quotas())]))


def _quotas() -> Iterator[tuple[int, int]]:
    for folder in _cgroup_and_ancestors():
        with suppress(OSError, ValueError):
            quota, period = (folder / "cpu.max").read_text(encoding="ascii").split()
            yield int(quota), int(period)  # "max" (no limit) is not a number
    with suppress(OSError, ValueError):
        first = _CGROUP_ROOT / "cpu"  # cgroup version 1, where -1 means no limit
        quota, period = ((first / f"cpu.cfs_{name}_us").read_text(encoding="ascii") for name in ("quota", "period"))
        if int(quota) > 0:
            yield int(quota), int(period)


def _cgroup_and_ancestors() -> Iterator[Path]:
    own = ""
    with suppress(OSError):
        lines = _CGROUP_FILE.read_text(encoding="utf-8").splitlines()
        own = next((line.removeprefix("0::").strip("/") for line in lines if line.startswith("0::")), "")
    yield from (_CGROUP_ROOT / part for part in (own, *map(str, Path(own).parents)))
