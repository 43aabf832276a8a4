"""How do dictionaries, dates and decimals become what a request holds?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker

_say = speaker(__name__)

Given = Mapping[str, Any]
"""Fields of a message, by either of their names; numbers may be int or Decimal, days date, instants datetime."""


def plain(value: object, field: str) -> Any:
    """Give a value as JSON has it: numbers and dates as text.

    Raises:
        InputError: there is a float, which is not exact, an instant without a zone, or something that JSON has not.
    """
    match value:
        case None | str() | bool():
            return value
        case Decimal() if value.is_finite():
            return f"{value:f}"
        case int():
            return str(value)
        case datetime():
            if value.tzinfo is None:
                raise InputError((Violation(field, _say("NO_ZONE"), "WRONG_VALUE"),))
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): plain(each, f"{field}.{key}") for key, each in value.items()}
        case Sequence() if not isinstance(value, bytes):
            return [plain(each, f"{field}[{index}]") for index, each in enumerate(value)]
        case _:
            raise InputError((Violation(field, _say("NOT_PLAIN", found=type(value).__name__), "WRONG_VALUE"),))


def with_ids(given: Mapping[str, Given], id_field: str, field: str) -> list[dict[str, Any]]:
    """Give things by id as a list in which each has its id as a field."""
    return [{id_field: id, **plain(each, f"{field}[{id}]")} for id, each in given.items()]
