"""Options `--as-of` and `--set`, and mutually exclusive options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import DateError, InputError, Violation, error_message, message_factory, parse_date

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_message = message_factory(__name__)


def read_as_of(text: str) -> date:
    """Read the as-of date, or raise InputError."""
    try:
        return parse_date(text)
    except DateError as error:
        raise InputError((Violation("--as-of", error_message(error), "MALFORMED"),)) from None


def check_one_store(server: str | None, database_url: str | None) -> None:
    """Raise InputError if both a server and a database are set."""
    if server is not None and database_url is not None:
        raise InputError((Violation("--database-url", _message("SERVER_HAS_STORE"), "WRONG_VALUE"),))


def read_settings(pairs: Iterable[str]) -> dict[str, str]:
    """Read settings such as `reading=cascade`.

    Raises:
        InputError: If one is malformed or contradictory.
    """
    settings: dict[str, str] = {}
    for pair in pairs:
        setting, sign, choice = pair.partition("=")
        if not sign or not setting or not choice:
            description = _message("SETTING_FORM", found=pair)
            raise InputError((Violation("--set", description, "MALFORMED"),))
        if settings.setdefault(setting, choice) != choice:
            raise InputError((Violation("--set", _message("SETTING_TWICE", setting=setting), "MALFORMED"),))
    return settings
