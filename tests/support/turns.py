"""Dear tests, and those of many instances alike: all that a change touches, and a part of the rest in turn.

Of many alike (`@pytest.mark.in_turn`, and what is marked `full` and given a language) those are touched that are given
what a change names. The dear ones are listed in
`dear.txt`, which `python -m tests.support.processor_time --list` writes; of them those are touched that stand in the
folder of a changed module, or import it. They are all run where files or folders are asked for by name.

What turns is the last commit, so that a run can be repeated and the next change tries others. A run of every change
tries a fifth; `--full` runs them all, and with `--turns 3` a third of those alike.
"""

from __future__ import annotations

import re
import subprocess
import zlib
from collections import defaultdict
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

MARK = "in_turn"
ROOT = Path(__file__).resolve().parents[2]
ONE_OF = 5
DEAR = Path(__file__).with_name("dear.txt")


@cache
def dear() -> frozenset[str]:
    """Give the names of the test functions that are listed as dear."""
    return frozenset(DEAR.read_text(encoding="utf-8").split())


def function(nodeid: str) -> str:
    """Give the name of the function of a test, whatever it is given."""
    return nodeid.partition("[")[0]


def dear_left_for_another_turn(items: Iterable[pytest.Item]) -> set[pytest.Item]:
    """Choose of the dear tests those that are not run this time."""
    return {
        item
        for item in items
        if function(item.nodeid) in dear()
        and _place(item.nodeid) % ONE_OF
        and not _is_touched(item.path.name)
        and not tries_a_change(item.path)
    }


@cache
def tries_a_change(path: Path) -> bool:
    """Say whether a file of tests stands in the folder of a changed module, or imports one."""
    text = path.read_text(encoding="utf-8")
    folder = path.parent.relative_to(ROOT / "tests").parts
    for module in modules_changed():
        *package, name = module
        if tuple(package) in (folder, ("rules", *folder)):
            return True
        dotted = re.escape(".".join(package))
        if re.search(rf"\b{dotted}\.{name}\b|from {dotted} import [^\n]*\b{name}\b", text):
            return True
    return False


def left_for_another_turn(items: Iterable[pytest.Item], one_of: int = ONE_OF) -> set[pytest.Item]:
    """Choose of the tests of each marked function those that are not run this time; one in so many is run."""
    alike = defaultdict[tuple[Path, str], list[pytest.Item]](list)
    for item in items:
        if is_one_of_many(item):
            alike[item.path, function(item.nodeid)].append(item)
    deferred = set[pytest.Item]()
    for instances in alike.values():
        chosen = -(-len(instances) // one_of)
        in_turn = sorted(instances, key=lambda item: _place(item.nodeid))
        # The words of the test's own file count, and of what it is given, not of its folders.
        deferred |= {item for item in in_turn[chosen:] if not _is_touched(f"{item.path.name} {_given(item)}")}
    return deferred


def is_one_of_many(item: pytest.Item) -> bool:
    """Say whether a test is one of many instances alike: marked so, or a long story in one of the languages."""
    if item.get_closest_marker(MARK):
        return True
    called = getattr(item, "callspec", None)
    return called is not None and "language" in called.params and item.get_closest_marker("full") is not None


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
def _files_changed() -> tuple[str, ...]:
    """Give the paths of all files that were changed since the commit before the last."""
    changed = _git("diff", "--name-only", "HEAD~1") + _git("ls-files", "--others", "--exclude-standard")
    return tuple(changed.splitlines())


@cache
def names_changed() -> frozenset[str]:
    """Give the names of all files and folders that were changed since the commit before the last."""
    return frozenset(
        part for file in _files_changed() for part in (*file.split("/"), file.rpartition("/")[2].split(".")[0])
    )


@cache
def modules_changed() -> frozenset[tuple[str, ...]]:
    """Give the packages and names of the modules that were changed since the commit before the last."""
    modules = {PurePosixPath(file) for file in _files_changed() if file.endswith(".py") and "/" in file}
    return frozenset(file.parent.parts if file.stem == "__init__" else file.with_suffix("").parts for file in modules)


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
