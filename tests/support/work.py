"""Deterministic cost measures for tests: function calls and SQLite instructions in place of time."""

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
    """Count the instructions of SQLite that an act takes on a store, on whichever connection of its pool.

    Each connection counts from when it is lent until it is given back, when nobody is on it. Counting cannot end while
    another thread is: Python keeps its lock while it waits for that thread, which waits for that lock to count.
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
