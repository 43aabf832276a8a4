"""Tests of many instances alike (`@pytest.mark.in_turn`): those that a change touches, and a fifth of the rest in turn.

What turns is the last commit, so that a run can be repeated and the next change tries others. `--full` runs them all.
"""

from __future__ import annotations

import re
import subprocess
import zlib
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

MARK = "in_turn"
ROOT = Path(__file__).resolve().parents[2]
ONE_OF = 5


def left_for_another_turn(items: Iterable[pytest.Item]) -> set[pytest.Item]:
    """Choose of the tests of each marked function those that are not run this time; one at least is run."""
    alike = defaultdict[tuple[Path, str], list[pytest.Item]](list)
    for item in items:
        if item.get_closest_marker(MARK):
            alike[item.path, item.nodeid.partition("[")[0]].append(item)
    left = set[pytest.Item]()
    for instances in alike.values():
        chosen = -(-len(instances) // ONE_OF)
        in_turn = sorted(instances, key=lambda item: _place(item.nodeid))
        # The words of the test's own file count, and of what it is given, not of its folders.
        left |= {item for item in in_turn[chosen:] if not _is_touched(f"{item.path.name} {_given(item)}")}
    return left


def _given(item: pytest.Item) -> str:
    return item.nodeid.partition("[")[2]


def has_turn(name: str, one_of: int) -> bool:
    """Say whether what bears a name is one of so many that are tried this time, or is touched by a change."""
    return _is_touched(name) or _place(name) % one_of == 0


def _place(name: str) -> int:
    return zlib.crc32(f"{_last_commit()} {name}".encode())


def _is_touched(name: str) -> bool:
    """Say whether a changed file or folder is named, such as a card's."""
    return any(re.search(rf"(?<!\w){re.escape(changed)}(?!\w)", name) for changed in names_changed() if changed in name)


@cache
def _last_commit() -> str:
    return _git("rev-parse", "HEAD")


@cache
def names_changed() -> frozenset[str]:
    """Give the names of all files and folders that were changed since the commit before the last."""
    changed = _git("diff", "--name-only", "HEAD~1") + _git("ls-files", "--others", "--exclude-standard")
    return frozenset(
        part for line in changed.splitlines() for part in (*line.split("/"), line.rpartition("/")[2].split(".")[0])
    )


def _git(*arguments: str) -> str:
    """Ask git; where there is none, or no earlier commit, nothing was changed."""
    try:
        return subprocess.run(  # noqa: S603 -- our own arguments
            ["git", *arguments],  # noqa: S607 -- whichever git is here
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""
