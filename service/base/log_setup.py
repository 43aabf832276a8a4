"""Structured log: JSON lines to standard error, or to a file reopened after rotation."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from service.base import logs

_LEVELS = ("debug", "info", "warning", "error")
"""Those that an operator may ask for, each with all behind it."""


class _Lines(Protocol):
    """Where lines go; several threads may write, each a line at once."""

    def write(self, text: str) -> int: ...
    def flush(self) -> None: ...


class _StandardError:
    """Standard error as it is when a line is written: whoever calls the command in process may have closed another."""

    def write(self, text: str) -> int:
        return sys.stderr.write(text)

    def flush(self) -> None:
        sys.stderr.flush()


class LogFile:
    """A file that lines are added to; several threads may write."""

    def __init__(self, path: Path) -> None:
        """Open it, at its end."""
        self._path = path
        self._lock = threading.Lock()
        self._stream = path.open("a", encoding="utf-8")

    def write(self, text: str) -> int:
        """Add text."""
        with self._lock:
            return self._stream.write(text)

    def flush(self) -> None:
        """Hand over to the system what was added."""
        with self._lock:
            self._stream.flush()

    def reopen(self) -> None:
        """Write to what stands under the name of the file now, a new one if it was moved away.

        Raises:
            OSError: it cannot be opened; lines go on where they went.
        """
        stream = self._path.open("a", encoding="utf-8")
        with self._lock:
            before, self._stream = self._stream, stream
        before.close()


def configure_logs(level: str, file: LogFile | None = None) -> None:
    """Log one JSON object per line to a file, or else to standard error."""
    lines: _Lines = file or _StandardError()
    written = _LEVELS[_LEVELS.index(level.lower()) :]

    def write(level: str, event: str, fields: Mapping[str, object]) -> None:
        if level in written:
            at = datetime.now(UTC).isoformat().replace("+00:00", "Z")
            line = {**fields, "event": event, "level": level, "timestamp": at}
            lines.write(f"{json.dumps(line, ensure_ascii=False, default=repr)}\n")
            lines.flush()

    logs.set_writer(write)


def reopen_log_file(file: LogFile | None) -> None:
    """Open the file of the log anew, if there is one, and note that in it; what cannot be done is logged."""
    if file is None:
        logs.info("hang_up_ignored", hint="the log goes to standard error; TOUCHSTONE_LOG_FILE names a file")
        return
    try:
        file.reopen()
    except OSError as error:
        logs.error("log_file_not_reopened", problem=str(error)[:200])
    else:
        logs.info("log_file_reopened")
