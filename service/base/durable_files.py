"""Durable files: atomic replacement, locked folders, and the journal of a resumable run."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, NoReturn

import orjson

from rules.contracts import InputError, message_factory


def replace_file(path: Path, content: bytes, *, survive_power_loss: bool = True) -> None:
    """Replace a file atomically.

    Without `survive_power_loss` it is not synced to disk; a killed process still leaves no partial file.
    """
    temporary = path.with_name(f".{path.name}.part")
    with temporary.open("wb") as file:
        file.write(content)
        if survive_power_loss:
            file.flush()
            os.fsync(file.fileno())
    temporary.replace(path)


def sync_path(path: Path) -> None:
    """Write the content of a file, or the names in a folder, to disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def locked_folder(folder: Path) -> Iterator[None]:
    """Lock a folder against changes by other threads and processes."""
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


_message = message_factory(__name__)


class Journal:
    """Locked JSON Lines file: a head that describes the run, then completed pieces.

    Resuming removes an incomplete last line.
    """

    def __init__(self, path: Path, head: dict[str, Any], *, resume: bool, varies: Collection[str] = ()) -> None:
        self.head = head
        self.lines: list[dict[str, Any]] = []
        """Entries of earlier runs."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("a+b")
        try:
            self._open_run(path, resume=resume, varies=varies)
        except InputError:
            self._file.close()
            raise

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._file.close()

    def note(self, line: dict[str, Any]) -> None:
        self._file.write(orjson.dumps(line) + b"\n")
        self._file.flush()

    def _open_run(self, path: Path, *, resume: bool, varies: Collection[str]) -> None:
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            _refuse(_message("RUN_GOES_ON", path=path))
        size = 0
        for number, (line, end) in enumerate(whole_lines(path)):
            if number == 0:
                self._compare(path, line, resume=resume, varies=varies)
            else:
                self.lines.append(line)
            size = end
        if not size and b"\n" in path.read_bytes():
            _refuse(_message("RUN_DAMAGED", path=path))
        self._file.truncate(size)
        if not size:
            self.note(self.head)

    def _compare(self, path: Path, stored_head: dict[str, Any], *, resume: bool, varies: Collection[str]) -> None:
        different = [name for name in self.head if name not in varies and stored_head.get(name) != self.head[name]]
        if different:
            _refuse(_message("OTHER_RUN", path=path, names=different))
        if not resume:
            _refuse(_message("RUN_BEGUN", path=path))
        self.head = stored_head


def is_begun(path: Path) -> bool:
    """Return whether a journal has content."""
    return path.exists() and path.stat().st_size > 0


def whole_lines(path: Path) -> Iterator[tuple[dict[str, Any], int]]:
    """Yield each line and its end offset, up to the first incomplete one."""
    size = 0
    with path.open("rb") as file:
        for line in file:
            try:
                entry = orjson.loads(line)
            except orjson.JSONDecodeError:
                return
            if not line.endswith(b"\n") or not isinstance(entry, dict):
                return
            size += len(line)
            yield entry, size


def _refuse(description: str) -> NoReturn:
    raise InputError.of("--out", description, "WRONG_VALUE")
