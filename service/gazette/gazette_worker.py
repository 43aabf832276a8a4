"""Entry point of worker programs that need a gazette: `main = worker_entry(works, memory=…)`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from service.gazette.versions import Gazette

if TYPE_CHECKING:
    from collections.abc import Callable

    from service.base.worker_specs import Works


_NICENESS = 5
LOWEST_PRIORITY = 19
"""Niceness of background work."""


def worker_entry(works: Callable[..., Works], *, memory: int, niceness: int = _NICENESS) -> Callable[[], None]:
    """Return a `main` that passes the gazette and the other arguments to `works`.

    `niceness` lowers the CPU priority of the process; evaluations have none.
    """

    def main() -> None:
        from service.base.worker_loop import worker_main  # noqa: PLC0415 -- needed only in a worker process

        os.nice(niceness)
        worker_main(works(Gazette(Path(sys.argv[1])), *sys.argv[2:]), memory=memory)

    return main
