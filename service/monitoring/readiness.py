"""Readiness checks of a server: call admission, store, gazette and clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import TouchstoneError, TrailError, error_message, message_factory
from service.monitoring.clock import check_clock

if TYPE_CHECKING:
    from service.api.calls import CallInterceptor
    from service.gazette.versions import Gazette
    from service.store.evaluations import Store

_say = message_factory(__name__)


@dataclass(frozen=True, slots=True)
class ComponentStatus:
    """One part of a server; `problem` says why it is not ready, and is empty if it is."""

    name: str
    problem: str = ""

    @property
    def is_ready(self) -> bool:
        """Say whether it is ready."""
        return not self.problem


class Readiness:
    """Looks after each part when asked; a look takes no place of a call."""

    def __init__(self, *, calls: CallInterceptor, store: Store, gazette: Gazette) -> None:
        """Look after these parts."""
        self._calls = calls
        self._store = store
        self._gazette = gazette

    def parts(self) -> tuple[ComponentStatus, ...]:
        """Tell of every part whether it is ready: taking calls, the store, the gazette, the clock."""
        return (
            ComponentStatus("calls", "" if self._calls.are_taken else _say("STOPPING")),
            _looked_after("store", self._store.check),
            _looked_after("gazette", self._check_gazette),
            _looked_after("clock", check_clock),
        )

    def _check_gazette(self) -> None:
        if not self._gazette.check():
            raise TrailError(_say("NO_VERSIONS", folder=self._gazette.folder))


def _looked_after(name: str, look: Callable[[], object]) -> ComponentStatus:
    try:
        look()
    except TouchstoneError as error:
        return ComponentStatus(name, error_message(error))
    return ComponentStatus(name)
