"""CSV form of the list in an answer: one column per field, safe against formula injection."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Any

from service.input.tabular.written import escape_formula

if TYPE_CHECKING:
    from google.protobuf.message import Message


def table_field_of(answer: Message) -> Any:
    """Give the field of an answer that is a list of messages; None if none is."""
    fields = (field for field in answer.DESCRIPTOR.fields if field.is_repeated and field.message_type is not None)
    return next(fields, None)


def list_csv(answer: Message) -> str:
    """Write the list; what begins like a formula is told to be text."""
    table = table_field_of(answer)
    if table is None:
        return ""
    written = StringIO()
    writer = csv.writer(written)  # whose lines end as in RFC 4180, so that a text with either character is quoted
    columns = [field.name for field in table.message_type.fields]
    writer.writerow(columns)
    for row in getattr(answer, table.name):
        writer.writerow([escape_formula(_cell(getattr(row, name))) for name in columns])
    return written.getvalue()


def _cell(value: Any) -> str:
    return value if isinstance(value, str) else "; ".join(map(str, value))
