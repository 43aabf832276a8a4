"""Size limit of text input files, checked before parsing, with a placed error for a refused file.

It is separate from the parser, so that code which only reads bytes does not load the YAML parser.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rules.contracts import message_factory
from service.input.given_files import FileRefusedError, read_file
from service.input.tree.problems import PlacedError, Problem, raise_placed_error

_say = message_factory(__name__)

MAXIMUM_BYTES = 5_000_000


def check_size(size: int) -> None:
    """Refuse a file that is too large before any of it is parsed.

    Raises:
        PlacedError: it is.
    """
    if size > MAXIMUM_BYTES:
        raise_placed_error(None, _say("TOO_LARGE", size=size, most=MAXIMUM_BYTES), "TOO_LARGE")


def read_bounded(path: Path) -> bytes:
    """Read a file, unless it is none (such as a pipe, which may never end) or too large.

    Raises:
        PlacedError: it is not read.
    """
    with reporting_refused_file():
        return read_file(path, most=MAXIMUM_BYTES)


@contextmanager
def reporting_refused_file() -> Iterator[None]:
    """Tell why a file is not opened as a problem of the whole dossier.

    Raises:
        PlacedError: it is not opened.
    """
    try:
        yield
    except FileRefusedError as error:
        problems = [Problem(None, "", each.description, each.reason) for each in error.violations]
        raise PlacedError(problems, path=error.violations[0].field) from None
