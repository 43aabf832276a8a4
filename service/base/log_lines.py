"""Where does the log of a server go, line by line, and how is its file begun anew when it was moved away?"""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING, cast

import structlog

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO

_log = structlog.get_logger("touchstone.log")


class _StandardError:
    """Standard error as it is when a line is written: whoever calls the command in process may have closed another."""

    def write(self, text: str) -> int:
        return sys.stderr.write(text)

    def flush(self) -> None:
        sys.stderr.flush()


class LogFile:
    """A file that lines are added to; several threads may write."""

    def __init__(self, path: Path) -> None:
        """Open it, at its end.

        Raises:
            OSError: it cannot be opened.
        """
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
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.PrintLoggerFactory(cast("TextIO", file or _StandardError())),
        cache_logger_on_first_use=True,
    )


def begin_anew(file: LogFile | None) -> None:
    """Open the file of the log anew, if there is one, and note that in it; what cannot be done is logged."""
    if file is None:
        _log.info("hang_up_ignored", hint="the log goes to standard error; TOUCHSTONE_LOG_FILE names a file")
        return
    try:
        file.reopen()
    except OSError as error:
        _log.error("log_file_not_reopened", problem=str(error)[:200])
    else:
        _log.info("log_file_reopened")
