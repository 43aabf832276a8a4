"""Forms of typed values, checked before a command loads its modules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts import error_message, message_factory

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_message = message_factory(__name__)
_OS_ERROR_KEYS: dict[type[OSError], str] = {
    FileNotFoundError: "NO_FILE",
    IsADirectoryError: "A_FOLDER",
    PermissionError: "NO_PERMISSION",
}


def _date_problem(text: str) -> str | None:
    from rules.contracts import DateError, parse_date  # noqa: PLC0415 -- needed only for this form

    try:
        parse_date(text)
    except DateError as error:
        return error_message(error)
    return None


def _date_or_instant_problem(text: str) -> str | None:
    from service.base.instants import is_instant  # noqa: PLC0415 -- needed only for this form

    return None if is_instant(text) else _date_problem(text)


def _file_problem(text: str) -> str | None:
    try:
        Path(text).stat()
    except OSError as error:
        return os_error_message(error)
    return None


FORMS: Mapping[str, Callable[[str], str | None]] = {
    "date": _date_problem,
    "date or instant": _date_or_instant_problem,
    "file": _file_problem,
}
"""Checks by form: each returns the problem of a text, or None."""


def os_error_message(error: OSError) -> str:
    """Return the message for a file that cannot be opened."""
    code = _OS_ERROR_KEYS.get(type(error))
    if code == "NO_FILE" and isinstance(error.filename, str) and not Path(error.filename).parent.is_dir():
        return _message("NO_FOLDER", path=error.filename, folder=str(Path(error.filename).parent))
    if code is not None and error.filename is not None:
        return _message(code, path=error.filename)
    return error_message(error)
