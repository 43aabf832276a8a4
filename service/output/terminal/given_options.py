"""Options written as `--as-of DAY` and `--set SETTING=CHOICE`, and those that exclude each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import DateError, InputError, Violation, error_message, message_factory, parse_date

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_say = message_factory(__name__)


def read_as_of(text: str) -> date:
    """Read the as-of date of a command.

    Raises:
        InputError: there is no such day.
    """
    try:
        return parse_date(text)
    except DateError as error:
        raise InputError((Violation("--as-of", error_message(error), "MALFORMED"),)) from None


def check_one_store(server: str | None, database_url: str | None) -> None:
    """Refuse a database beside a server, which has its own.

    Raises:
        InputError: both are given.
    """
    if server is not None and database_url is not None:
        raise InputError((Violation("--database-url", _say("SERVER_HAS_STORE"), "WRONG_VALUE"),))


def read_settings(pairs: Iterable[str]) -> dict[str, str]:
    """Read settings written as `reading=cascade`.

    Raises:
        InputError: one has no equals sign, or a setting is chosen twice.
    """
    settings: dict[str, str] = {}
    for pair in pairs:
        setting, sign, choice = pair.partition("=")
        if not sign or not setting or not choice:
            description = _say("SETTING_FORM", found=pair)
            raise InputError((Violation("--set", description, "MALFORMED"),))
        if settings.setdefault(setting, choice) != choice:
            raise InputError((Violation("--set", _say("SETTING_TWICE", setting=setting), "MALFORMED"),))
    return settings
