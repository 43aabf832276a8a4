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


class _Lines(Protocol):
    def write(self, text: str) -> int: ...
    def flush(self) -> None: ...


class _StandardError:
    """Current `sys.stderr`, because in-process callers may replace it."""

    def write(self, text: str) -> int:
        return sys.stderr.write(text)

    def flush(self) -> None:
        sys.stderr.flush()


class LogFile:
    """Thread-safe log file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._stream = path.open("a", encoding="utf-8")

    def write(self, text: str) -> int:
        with self._lock:
            return self._stream.write(text)

    def flush(self) -> None:
        with self._lock:
            self._stream.flush()

    def reopen(self) -> None:
        """Reopen the file after rotation; on OSError the old one stays in use."""
        stream = self._path.open("a", encoding="utf-8")
        with self._lock:
            old_stream, self._stream = self._stream, stream
        old_stream.close()


def configure_logs(level: str, file: LogFile | None = None) -> None:
    """Log JSON lines to a file, or to standard error."""
    lines: _Lines = file or _StandardError()
    logged_levels = _LEVELS[_LEVELS.index(level.lower()) :]

    def write(level: str, event: str, fields: Mapping[str, object]) -> None:
        if level in logged_levels:
            at = datetime.now(UTC).isoformat().replace("+00:00", "Z")
            line = {**fields, "event": event, "level": level, "timestamp": at}
            lines.write(f"{json.dumps(line, ensure_ascii=False, default=repr)}\n")
            lines.flush()

    logs.set_writer(write)


def reopen_log_file(file: LogFile | None) -> None:
    """Reopen the log file after rotation, and log the result."""
    if file is None:
        logs.info("hang_up_ignored", hint="the log goes to standard error; TOUCHSTONE_LOG_FILE names a file")
        return
    try:
        file.reopen()
    except OSError as error:
        logs.error("log_file_not_reopened", problem=str(error)[:200])
    else:
        logs.info("log_file_reopened")
