"""Cooperative cancellation, checked between short pieces of work, so that no clock is needed here."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rules.contracts.errors import EvaluationCancelledError

if TYPE_CHECKING:
    from collections.abc import Iterator

ShouldStop = Callable[[], bool]
"""Says whether to give up; asked before each inference and each record, so it must be quick."""


def never_stop() -> bool:
    """Never give up."""
    return False


class CancellationScope:
    """Remembers who waits for the answer that is being worked on; there is one at a time."""

    def __init__(self) -> None:
        """Begin with somebody who waits for ever."""
        self._should_stop: ShouldStop = never_stop

    @contextmanager
    def until(self, should_stop: ShouldStop) -> Iterator[None]:
        """Let what is done inside be given up as soon as `should_stop` says so.

        Raises:
            Stopped: it said so.
        """
        before, self._should_stop = self._should_stop, should_stop
        try:
            yield
        finally:
            self._should_stop = before

    def go_on(self) -> None:
        """Go on unless nobody waits any more.

        Raises:
            Stopped: nobody does.
        """
        if self._should_stop():
            raise EvaluationCancelledError("nobody waits for this answer any more")
