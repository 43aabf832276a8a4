"""Python values as JSON has them: exact numbers, dates and instants as text."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from touchstone.client.problems import FieldsError, Problem


def plain_value(value: object, field: str) -> Any:
    """Give a value as JSON has it; `field` is its path.

    Raises:
        FieldsError: there is a float, which is not exact, an instant without a zone, or something that JSON has not.
    """
    match value:
        case None | str() | bool():
            return value
        case Decimal() if value.is_finite():
            return f"{value:f}"
        case int():
            return str(value)
        case bytes():
            return b64encode(value).decode("ascii")
        case datetime():
            if value.tzinfo is None:
                raise FieldsError((Problem(field, "NO_ZONE"),))
            return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case Mapping():
            return plain_fields(value, field)
        case Sequence():
            return [plain_value(each, f"{field}[{index}]") for index, each in enumerate(value)]
        case _:
            raise FieldsError((Problem(field, "NOT_PLAIN", {"found": type(value).__name__}),))


def plain_fields(fields: Mapping[str, object], within: str = "") -> dict[str, Any]:
    """Give the fields of a message as JSON has them.

    Raises:
        FieldsError: as of `plain_value`.
    """
    return {str(name): plain_value(each, f"{within}.{name}" if within else str(name)) for name, each in fields.items()}
