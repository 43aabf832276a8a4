"""Reminders of due and overdue items in cases: an hourly thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from rules.contracts import TouchstoneError, add_days
from service.base import instants, logs

if TYPE_CHECKING:
    from service.store.cases import Cases

_SECONDS = 3_600
_AT_ONCE = 500
"""How many reminders one transaction writes."""
_STOP_SECONDS = 20.0


def remind(cases: Cases, days: int) -> int:
    """Tell of all that is due within so many days, and of what is overdue, once for each; say of how many things."""
    today, count = instants.today("Etc/UTC"), 0
    while True:
        with cases.writing() as writing:
            written = writing.remind(today.isoformat(), add_days(today, days + 1).isoformat(), _AT_ONCE)
        count += written
        if not written:
            return count


class ReminderThread:
    """Reminds until it is stopped."""

    def __init__(self, cases: Cases, days: int) -> None:
        """Begin to remind, so many days before something is due."""
        self._cases, self._days = cases, days
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="reminders", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop; what is being written is kept."""
        self._stopping.set()
        self._thread.join(_STOP_SECONDS)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                remind(self._cases, self._days)
            except TouchstoneError as error:  # the store is told of elsewhere; reminders wait for it
                logs.warning("reminders_wait", error=type(error).__name__)
            except Exception as error:
                logs.error("reminders_failed", error=type(error).__name__)
            self._stopping.wait(_SECONDS)
