"""Log capture for tests: a context manager that collects structured log lines."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from service.base import logs


@contextmanager
def logged_lines() -> Iterator[list[dict[str, Any]]]:
    """Yield the list of lines logged within the context; nothing is logged elsewhere."""
    lines: list[dict[str, Any]] = []
    before = logs.set_writer(lambda level, event, said: lines.append({**said, "event": event, "level": level}))
    try:
        yield lines
    finally:
        logs.set_writer(before)
