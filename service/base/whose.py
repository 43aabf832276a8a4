"""For which organisation is worked at the moment, so that scorecards of its own are found, and those of no other?"""

from __future__ import annotations

from contextvars import ContextVar

_WHOSE: ContextVar[str] = ContextVar("whose", default="")


def whose() -> str:
    """Give the id of the organisation; empty where it is nobody's work in particular."""
    return _WHOSE.get()


def work_for(organization: str) -> None:
    """Let the rest of a call, or of a piece of work, be done for an organisation."""
    _WHOSE.set(organization)
