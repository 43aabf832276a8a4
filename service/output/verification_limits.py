"""Limits of verification in words."""

from __future__ import annotations

from rules.contracts import message_factory

_message = message_factory(__name__)


def not_proved(*, by_log: bool) -> str:
    """Return the limits of the checks, with or without a log check."""
    return _message("NOT_PROVED") if by_log else _message("NOT_PROVED_OFFLINE")
