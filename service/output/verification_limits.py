"""Limits of verification in words: what the checks of an evaluation do not prove."""

from __future__ import annotations

from rules.contracts import message_factory

_say = message_factory(__name__)


def not_proved(*, by_log: bool) -> str:
    """Say what no check proves, and if the log was not asked, what it would."""
    return _say("NOT_PROVED") if by_log else _say("NOT_PROVED_OFFLINE")
