"""Cooperative cancellation, checked between short steps so that no clock is needed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rules.contracts.errors import EvaluationCancelledError

if TYPE_CHECKING:
    from collections.abc import Iterator

ShouldStop = Callable[[], bool]
"""A callback that returns True to cancel. It runs before each inference and record, so it must be fast."""


def never_stop() -> bool:
    """Return False: the work is never cancelled."""
    return False


class CancellationScope:
    """The cancellation callback of the current request. Only one request runs at a time."""

    def __init__(self) -> None:
        self._should_stop: ShouldStop = never_stop

    @contextmanager
    def until(self, should_stop: ShouldStop) -> Iterator[None]:
        before, self._should_stop = self._should_stop, should_stop
        try:
            yield
        finally:
            self._should_stop = before

    def go_on(self) -> None:
        if self._should_stop():
            raise EvaluationCancelledError("nobody waits for this answer any more")
