"""Progress bar shown on a terminal."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from service.output.terminal.columns import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def progress(count: int | None, label: str) -> Iterator[Callable[[int], None]]:
    """Yield a callback that advances the bar; without `label`, nothing is shown."""
    if not (label and sys.stderr.isatty()):
        yield lambda _: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(label, total=count)
        yield lambda steps: shown.advance(task, steps)


@contextmanager
def status_line() -> Iterator[Callable[[str], None]]:
    """Yield a callback that replaces one line on the terminal; without a terminal, nothing is shown."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with Console(stderr=True).status("") as shown:
        yield lambda text: shown.update(Text(one_line(text)))
