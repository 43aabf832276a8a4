"""How much work does a call do, counted instead of timed, so that a busy machine changes nothing?"""

from collections.abc import Callable
from cProfile import Profile
from typing import Any

from sqlalchemy import event

from service.store.evaluations import Store


def calls_made(act: Callable[[], object]) -> int:
    """Count the calls of functions, of Python and of C, that an act makes in this thread."""
    counting = Profile()
    counting.runcall(act)
    return sum(entry.callcount for entry in counting.getstats())


def database_steps(store: Store, act: Callable[[], object]) -> int:
    """Count the instructions of SQLite that an act takes on a store, on whichever connection of its pool."""
    count, taken = 0, list[Any]()

    def step() -> int:
        nonlocal count
        count += 1
        return 0

    def counted(raw: Any, *_: object) -> None:
        raw.set_progress_handler(step, 1)
        taken.append(raw)

    event.listen(store._engine, "checkout", counted)
    try:
        act()
    finally:
        event.remove(store._engine, "checkout", counted)
        for raw in taken:
            raw.set_progress_handler(None, 1)
    return count
