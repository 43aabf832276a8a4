"""Rotation of expensive tests and of parametrized groups: tests affected by a change, and a part of the rest.

Parametrized groups have the mark `@pytest.mark.in_turn`, or the mark `full` and a language parameter. A change affects
a test of a group if the parameters contain a changed name. The expensive tests are listed in `dear.txt`, written by
`python -m tests.support.processor_time --list`. A change affects an expensive test if the test imports a changed module
or is in its folder. All expensive tests run if files or folders are named on the command line.

The rotation depends on the last commit, so a run can be repeated and the next change selects other tests. A run for a
change includes a fifth; `--full` runs all, and with `--turns 3` a third of each parametrized group.
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
    return frozenset(DEAR.read_text(encoding="utf-8").split())


def function(nodeid: str) -> str:
    """Return the name of the test function without its parameters."""
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
    """Return whether a test file imports a changed module or is in its folder."""
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
    """Return the tests of parametrized groups that are skipped in this turn; one in `one_of` runs."""
    alike = defaultdict[tuple[Path, str], list[pytest.Item]](list)
    for item in items:
        if is_one_of_many(item):
            alike[item.path, function(item.nodeid)].append(item)
    deferred = set[pytest.Item]()
    for instances in alike.values():
        chosen = -(-len(instances) // one_of)
        in_turn = sorted(instances, key=lambda item: _place(item.nodeid))
        # A change is matched against the file name and the parameters, not the folders.
        deferred |= {item for item in in_turn[chosen:] if not _is_touched(f"{item.path.name} {_given(item)}")}
    return deferred


def is_one_of_many(item: pytest.Item) -> bool:
    """Return whether a test is in a parametrized group: by its mark, or as a full test in several languages."""
    if item.get_closest_marker(MARK):
        return True
    called = getattr(item, "callspec", None)
    return called is not None and "language" in called.params and item.get_closest_marker("full") is not None


def _given(item: pytest.Item) -> str:
    return item.nodeid.partition("[")[2]


def has_turn(name: str, one_of: int) -> bool:
    """Return whether a name is selected in this turn (one in `one_of`), or is affected by a change."""
    return _is_touched(name) or _place(name) % one_of == 0


def _place(name: str) -> int:
    return zlib.crc32(f"{_last_commit()} {name}".encode())


def _is_touched(name: str) -> bool:
    """Return whether the name contains a changed file or folder, for example that of a card."""
    return any(re.search(rf"(?<!\w){re.escape(changed)}(?!\w)", name) for changed in names_changed() if changed in name)


@cache
def _last_commit() -> str:
    return _git("rev-parse", "HEAD")


@cache
def _files_changed() -> tuple[str, ...]:
    """Return the paths of all files changed since the commit before the last."""
    changed = _git("diff", "--name-only", "HEAD~1") + _git("ls-files", "--others", "--exclude-standard")
    return tuple(changed.splitlines())


@cache
def names_changed() -> frozenset[str]:
    return frozenset(
        part for file in _files_changed() for part in (*file.split("/"), file.rpartition("/")[2].split(".")[0])
    )


@cache
def modules_changed() -> frozenset[tuple[str, ...]]:
    """Return the packages and names of the modules changed since the commit before the last."""
    modules = {PurePosixPath(file) for file in _files_changed() if file.endswith(".py") and "/" in file}
    return frozenset(file.parent.parts if file.stem == "__init__" else file.with_suffix("").parts for file in modules)


def _git(*arguments: str) -> str:
    """Run git and return its output; without git or an earlier commit, the output is empty."""
    try:
        return subprocess.run(  # noqa: S603 -- our own arguments
            ["git", *arguments],  # noqa: S607 -- any git on the path
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""
