"""How is a draft checked again whenever one of its files is saved, and what is said of the change?

The folder is looked at a few times a second. Network drives, and folders that another system shares, tell no program of
a change, and analysts work on them; a folder of a dozen files costs nothing to look at.
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError
from service.answering.terminal.desk import changes, read_sources, vocabulary_folder
from service.answering.terminal.output import put
from service.answering.terminal.spoken import asked_language
from service.answering.terminal.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_SECONDS = 0.3
_MOST_CHANGES = 12
"""Lines of what changed; a pasted table is seen in the editor."""
_MOST_LINES = 60
"""Lines of an answer, so that the first of them stays on the screen."""
_SUMS = 4
"""Lines at its end."""


def watch(folder: Path, answer: Callable[[], str]) -> None:
    """Say the answer of a check now and after each change of the folder, until interrupted."""
    seen: object = None
    known: Mapping[str, str] = {}
    while True:
        now = _state(folder)
        if now != seen:
            files = _sources(folder)
            if seen is not None and files is not None:
                _say_changes(known, files)
            known, seen = known if files is None else files, now
            with suppress(SystemExit):  # what cannot be read was told, and may be mended
                put(_bounded(answer()))
                put(words(asked_language())["watch"]["waiting"].format(folder=folder))
        time.sleep(_SECONDS)


def _state(folder: Path) -> object:
    """Give what is different after any file was saved, added or taken away."""
    found = []
    for path in sorted((*folder.glob("*.feature"), *vocabulary_folder(folder).glob("*.feature"))):
        with suppress(OSError):  # it was just taken away, or is being replaced
            state = path.stat()
            found.append((path.name, state.st_mtime_ns, state.st_size, state.st_ino))
    return found


def _sources(folder: Path) -> Mapping[str, str] | None:
    """Read the files, of which there may be none; None while one is no text, and what changed cannot be said."""
    try:
        return read_sources(folder)
    except InputError as error:
        return {} if all(violation.reason == "NOT_FOUND" for violation in error.violations) else None
    except OSError:
        return {}


def _say_changes(before: Mapping[str, str], after: Mapping[str, str]) -> None:
    said = words(asked_language())["watch"]
    for path in sorted({*before, *after}):
        if before.get(path) != after.get(path):
            kind = "changed" if path in before and path in after else "gone" if path in before else "new"
            put(said[kind].format(path=path))
    same = {path: text for path, text in after.items() if path in before}
    lines = [line for line in changes(before, same).splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    if lines:
        put("\n".join(_first(lines, _MOST_CHANGES)))


def _first(lines: list[str], most: int, kept: int = 0) -> list[str]:
    """Leave out what is beyond so many lines, but for the last ones that are `kept`, and say how much that is."""
    left = len(lines) - most
    if left <= 0:
        return lines
    told = str(words(asked_language())["watch"]["more"].format(count=left))
    return [*lines[: most - kept], told, *lines[len(lines) - kept :]]


def _bounded(text: str) -> str:
    """Keep the beginning of an answer and its sums, which stand at the end."""
    return "\n".join(_first(text.splitlines(), _MOST_LINES, _SUMS))
