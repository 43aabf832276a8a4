"""Logging interface: lines go to the configured writer, or are dropped.

Bound fields are added to each line of a call.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Write = Callable[[str, str, Mapping[str, object]], None]
    """Writes a log line: severity, event and fields."""

_CONTEXT_FIELDS: ContextVar[Mapping[str, object]] = ContextVar("bound", default={})  # noqa: B039 -- read-only

_write: Write | None = None


def set_writer(write: Write | None) -> Write | None:
    """Set the writer and return the previous one."""
    global _write
    before, _write = _write, write
    return before


def bind(**fields: object) -> None:
    """Add fields to the lines of the current call."""
    _CONTEXT_FIELDS.set({**_CONTEXT_FIELDS.get(), **fields})


def clear_and_bind(**fields: object) -> None:
    """Replace the fields of the current call."""
    _CONTEXT_FIELDS.set(fields)


def bound_fields() -> Mapping[str, object]:
    """Return the fields of the current call."""
    return _CONTEXT_FIELDS.get()


def info(event: str, **fields: object) -> None:
    """Log information."""
    _log("info", event, fields)


def warning(event: str, **fields: object) -> None:
    """Log a warning."""
    _log("warning", event, fields)


def error(event: str, **fields: object) -> None:
    """Log an error that needs action."""
    _log("error", event, fields)


def _log(level: str, event: str, fields: Mapping[str, object]) -> None:
    if _write is not None:
        _write(level, event, {**_CONTEXT_FIELDS.get(), **fields})
