"""Python values in JSON form: exact numbers, dates and times as text."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from touchstone.client.problems import FieldsError, Problem


def plain_value(value: object, field: str) -> Any:
    """Convert a value to JSON form; `field` is its path.

    Raises:
        FieldsError: The value is a float, a datetime without time zone, or of an unsupported type.
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
    """Convert message fields to JSON form; raises the errors of `plain_value`."""
    return {str(name): plain_value(each, f"{within}.{name}" if within else str(name)) for name, each in fields.items()}
