"""Entry point of worker programs that need a gazette: `main = worker_entry(works, memory=…)`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from service.gazette.versions import Gazette

if TYPE_CHECKING:
    from collections.abc import Callable

    from service.base.worker_specs import Works


def worker_entry(works: Callable[..., Works], *, memory: int, polite: bool = True) -> Callable[[], None]:
    """Return a `main` that passes the gazette and the other arguments to `works`."""

    def main() -> None:
        from service.base.worker_loop import worker_main  # noqa: PLC0415 -- needed only in a worker process

        worker_main(works(Gazette(Path(sys.argv[1])), *sys.argv[2:]), memory=memory, polite=polite)

    return main
