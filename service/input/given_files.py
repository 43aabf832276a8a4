"""File access checks: regular files only, a size limit, and no links out of a folder.

Untrusted folders may contain pipes, endless devices, or links to private files.
"""

from __future__ import annotations

import errno
import os
import stat
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from rules.contracts import InputError, TrailError, Violation, error_message, escape_unprintable, message_factory
from service.base.file_kinds import refusal_of_other_kind

_message = message_factory(__name__)

MOST_EXPORTED = 32 * 1024 * 1024
"""Ten times the default response limit, in bytes."""
_MAX_SETTINGS_BYTES = 1024 * 1024
_MAX_PUBLISHED_BYTES = 256 * 1024 * 1024


class FileRefusedError(InputError):
    """A file that failed an access check."""

    def __init__(self, path: Path, description: str, reason: str) -> None:
        super().__init__((Violation(escape_unprintable(str(path)), description, reason),))


def has_workbook_suffix(path: Path) -> bool:
    """Return whether the file name, not the content, is that of a workbook."""
    return path.suffix.lower() in {".xlsx", ".xlsm", ".xls", ".xlsb"}


def check_file(path: Path, *, most: int | None = None, inside: Path | None = None) -> None:
    """Check for a regular file of at most `most` bytes, not a link out of `inside`.

    Raises:
        FileRefusedError: If a check fails.
        OSError: If it is missing or a folder.
    """
    state = path.stat()
    if stat.S_ISDIR(state.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(state.st_mode):
        raise FileRefusedError(path, _message("NOT_A_FILE"), "NOT_A_FILE")
    if inside is not None and not path.resolve().is_relative_to(inside.resolve()):
        raise FileRefusedError(path, _message("LINK_OUTSIDE"), "LINK_OUTSIDE")
    if most is not None and state.st_size > most:
        raise FileRefusedError(path, _message("FILE_TOO_LARGE", size=state.st_size, most=most), "TOO_LARGE")


@contextmanager
def open_input_file(path: Path, *, most: int | None = None, inside: Path | None = None) -> Iterator[BinaryIO]:
    """Open a file for reading if `check_file` accepts it.

    Raises:
        FileRefusedError: If the file is refused.
        OSError: If it cannot be opened.
    """
    check_file(path, most=most, inside=inside)
    with path.open("rb") as file:
        yield file


def read_file(path: Path, *, most: int, inside: Path | None = None) -> bytes:
    """Return the bytes of a file if `check_file` accepts it.

    Raises:
        FileRefusedError: If the file is refused.
        OSError: If it cannot be opened.
    """
    with open_input_file(path, most=most, inside=inside) as file:
        content = file.read(most + 1)
    if len(content) > most:  # the file grew, or its file system reports no size
        raise FileRefusedError(path, _message("FILE_TOO_LARGE", size=len(content), most=most), "TOO_LARGE")
    return content


def read_text_file(path: Path, *, most: int, allowed: str, inside: Path | None = None) -> bytes:
    """Return the bytes of a text file; `allowed` names its formats in the error for another kind of file.

    Raises:
        FileRefusedError: If the file is refused, or is a picture, document, archive or another binary file.
        OSError: If it cannot be opened.
    """
    content = read_file(path, most=most, inside=inside)
    if (message := refusal_of_other_kind(content, allowed)) is not None:
        raise FileRefusedError(path, message, "OTHER_KIND")
    return content


def read_settings_file(path: Path, *, field: str, inside: Path | None = None) -> dict[str, Any]:
    """Parse a TOML file of settings; raise InputError at `field` if it cannot be read."""
    try:
        return tomllib.loads(read_text_file(path, most=_MAX_SETTINGS_BYTES, allowed="TOML", inside=inside).decode())
    except (OSError, ValueError, FileRefusedError) as error:
        message = _message("SETTINGS_UNREADABLE", path=path, problem=error_message(error))
        raise InputError.of(field, message, "MALFORMED") from None


def read_published_file(path: Path) -> bytes:
    """Return the bytes of a published file; raise TrailError if it is not a regular file or too large."""
    try:
        return read_file(path, most=_MAX_PUBLISHED_BYTES)
    except FileRefusedError as error:
        (refused,) = error.violations
        raise TrailError(_message("STORED_REFUSED", path=refused.field, problem=refused.description)) from None
