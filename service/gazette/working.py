"""Entry point of worker programs that need a gazette: `main = by_gazette(works, memory=…)`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from service.gazette.versions import Gazette

if TYPE_CHECKING:
    from collections.abc import Callable

    from service.base.programs import Works


def by_gazette(works: Callable[..., Works], *, memory: int, polite: bool = True) -> Callable[[], None]:
    """Give what does such work until nobody asks any more; `works` gives it by a gazette, and what else was said."""

    def main() -> None:
        from service.base.apart import work_apart  # noqa: PLC0415 -- a command that does this work has no pipes

        work_apart(works(Gazette(Path(sys.argv[1])), *sys.argv[2:]), memory=memory, polite=polite)

    return main
