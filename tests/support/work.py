"""Deterministic cost measures for tests: function calls and SQLite instructions instead of time."""

from collections.abc import Callable
from cProfile import Profile
from typing import Any

from sqlalchemy import event

from service.store.store import Store


def calls_made(act: Callable[[], object]) -> int:
    """Count the calls of functions, of Python and of C, that an act makes in this thread."""
    counting = Profile()
    counting.runcall(act)
    return sum(entry.callcount for entry in counting.getstats())


def database_steps(store: Store, act: Callable[[], object]) -> int:
    """Count the SQLite instructions that an action executes on a store, on all pooled connections.

    Each connection counts from checkout to checkin, when no other thread uses it. Stopping the counter while another
    thread runs would deadlock: Python holds its lock while it waits for that thread, which needs the lock to count.
    """
    count = 0

    def step() -> int:
        nonlocal count
        count += 1
        return 0

    def counted(raw: Any, *_: object) -> None:
        raw.set_progress_handler(step, 1)

    def uncounted(raw: Any, *_: object) -> None:
        raw.set_progress_handler(None, 1)

    event.listen(store._engine, "checkout", counted)
    event.listen(store._engine, "checkin", uncounted)  # for good, as one may still be lent when the act has ended
    try:
        act()
    finally:
        event.remove(store._engine, "checkout", counted)
    return count
