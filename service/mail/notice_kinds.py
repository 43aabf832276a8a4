"""Kinds of notices, as declared in `notices.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

AT_ONCE, DAILY, OFF = "at_once", "daily", "off"
MODES = (AT_ONCE, DAILY, OFF)
CALENDAR = "calendar"
"""Declared instead of an event type, for documents that expire."""
CONFIRMATION, TEST = "confirmation", "test"
"""Kinds of messages that are no notices."""


@dataclass(frozen=True, slots=True)
class NoticeKind:
    """One kind of notice. Empty selections select everything."""

    name: str
    events: tuple[str, ...]
    recipients: tuple[str, ...]
    call: str
    mode: str
    modes: tuple[str, ...] = MODES
    due_kinds: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    cancel_steps: tuple[str, ...] = ()
    decided: bool = False

    def mode_of(self, modes: str) -> str:
        """Return the chosen mode of stored modes (JSON), or the default."""
        chosen: str = orjson.loads(modes).get(self.name, self.mode)
        return chosen if chosen in self.modes else self.mode


@cache
def notice_kinds() -> Mapping[str, NoticeKind]:
    """Return all kinds by name, in the order of declaration; unknown keys raise TypeError."""
    declared: dict[str, dict[str, Any]] = read_toml(__package__, "notices.toml")
    return {
        name: NoticeKind(name, **{key: _frozen(value) for key, value in row.items()}) for name, row in declared.items()
    }


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
