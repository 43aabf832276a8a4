"""Logging of the service: lines go to the writer that a server names, or nowhere.

What is bound stands in every line of the call, or of the piece of work, that is being done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Write = Callable[[str, str, Mapping[str, object]], None]
    """Writes a line: how grave it is, what happened, and what is said of it."""

_CONTEXT_FIELDS: ContextVar[Mapping[str, object]] = ContextVar("bound", default={})  # noqa: B039 -- nobody changes it

_write: Write | None = None


def set_writer(write: Write | None) -> Write | None:
    """Let lines be written so from now on; give how they were written before."""
    global _write
    before, _write = _write, write
    return before


def bind(**fields: object) -> None:
    """Let this stand in the lines of what is being done, too."""
    _CONTEXT_FIELDS.set({**_CONTEXT_FIELDS.get(), **fields})


def clear_and_bind(**fields: object) -> None:
    """Let this alone stand in the lines of what begins to be done."""
    _CONTEXT_FIELDS.set(fields)


def bound_fields() -> Mapping[str, object]:
    """Give what stands in the lines of what is being done."""
    return _CONTEXT_FIELDS.get()


def info(event: str, **fields: object) -> None:
    """Log what an operator may want to know."""
    _log("info", event, fields)


def warning(event: str, **fields: object) -> None:
    """Log what an operator should look at."""
    _log("warning", event, fields)


def error(event: str, **fields: object) -> None:
    """Log what an operator has to look into."""
    _log("error", event, fields)


def _log(level: str, event: str, fields: Mapping[str, object]) -> None:
    if _write is not None:
        _write(level, event, {**_CONTEXT_FIELDS.get(), **fields})
