"""Packages that only an extra of the installation contains, and the error if one is missing."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import NamedTuple

from rules.contracts import InputError, Message, message_factory, read_toml

_message = message_factory(__name__)


class Extra(NamedTuple):
    """Extra of `touchstone-scorecards`: its purpose, the extras to install, and the modules of its packages."""

    purpose: Message
    install: str
    modules: frozenset[str]


@cache
def extras() -> dict[str, Extra]:
    """Return the extras by name."""
    return {
        name: Extra(_message(row["names"]), row.get("install", name), frozenset(row["modules"]))
        for name, row in read_toml(__package__, "extras.toml").items()
    }


def missing_extra_error(error: BaseException) -> InputError | None:
    """Return the error that names the extra of a package that is not installed; None for every other error."""
    if not isinstance(error, ModuleNotFoundError):
        return None
    module = (error.name or "").partition(".")[0]
    extra = next((extra for extra in extras().values() if module in extra.modules), None)
    return None if extra is None else _missing(extra, module)


def require_extra(name: str) -> None:
    """Raise InputError if a package of an extra is not installed."""
    extra = extras()[name]
    module = next((module for module in sorted(extra.modules) if find_spec(module) is None), None)
    if module is not None:
        raise _missing(extra, module)


def _missing(extra: Extra, module: str) -> InputError:
    message = _message("NO_EXTRA", purpose=extra.purpose, module=module, install=extra.install)
    return InputError.of("installation", message, "SOFTWARE_MISSING")
