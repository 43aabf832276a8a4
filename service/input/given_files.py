"""File access checks: regular files only, a size limit, and no links out of a folder.

What lies in a folder that was passed on may be a pipe, a device without end, or a link to a file of the reader.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from rules.contracts import InputError, TrailError, Violation, escape_unprintable, message_factory

_say = message_factory(__name__)

MOST_EXPORTED = 32 * 1024 * 1024
"""How many bytes an exported evaluation or a proof bundle may have: ten times what a server answers unless set."""
_MAXIMUM_STORED = 256 * 1024 * 1024


class FileRefusedError(InputError):
    """A file is not opened; the words say what it is instead, and what to do."""

    def __init__(self, path: Path, description: str, reason: str) -> None:
        super().__init__((Violation(escape_unprintable(str(path)), description, reason),))


def has_workbook_suffix(path: Path) -> bool:
    """Say whether a file is called a workbook; whether it is one is checked when it is read."""
    return path.suffix.lower() in {".xlsx", ".xlsm", ".xls", ".xlsb"}


def check_file(path: Path, *, most: int | None = None, inside: Path | None = None) -> None:
    """Refuse what is no regular file, what has more than `most` bytes, and a link that leads out of `inside`.

    Raises:
        FileRefusedError: it is refused.
        OSError: it is not there, or a folder.
    """
    state = path.stat()
    if stat.S_ISDIR(state.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(state.st_mode):
        raise FileRefusedError(path, _say("NOT_A_FILE"), "NOT_A_FILE")
    if inside is not None and not path.resolve().is_relative_to(inside.resolve()):
        raise FileRefusedError(path, _say("LINK_OUTSIDE"), "LINK_OUTSIDE")
    if most is not None and state.st_size > most:
        raise FileRefusedError(path, _say("FILE_TOO_LARGE", size=state.st_size, most=most), "TOO_LARGE")


@contextmanager
def open_input_file(path: Path, *, most: int | None = None, inside: Path | None = None) -> Iterator[BinaryIO]:
    """Open a file for reading, unless it is refused.

    Raises:
        FileRefusedError: it is refused.
        OSError: it cannot be opened.
    """
    check_file(path, most=most, inside=inside)
    with path.open("rb") as file:
        yield file


def read_file(path: Path, *, most: int, inside: Path | None = None) -> bytes:
    """Read the bytes of a file, of which there may be at most so many.

    Raises:
        FileRefusedError: it is refused.
        OSError: it cannot be opened.
    """
    with open_input_file(path, most=most, inside=inside) as file:
        content = file.read(most + 1)
    if len(content) > most:  # it grew, or its file system does not say how large it is
        raise FileRefusedError(path, _say("FILE_TOO_LARGE", size=len(content), most=most), "TOO_LARGE")
    return content


def read_published_file(path: Path) -> bytes:
    """Read the bytes of a file that was published; what stands in its place is damage, not wrong input.

    Raises:
        TrailError: it is no regular file, or larger than any that is published.
        OSError: it cannot be opened.
    """
    try:
        return read_file(path, most=_MAXIMUM_STORED)
    except FileRefusedError as error:
        (refused,) = error.violations
        raise TrailError(_say("STORED_REFUSED", path=refused.field, problem=refused.description)) from None
