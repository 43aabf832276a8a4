"""CSV of the list in an API response."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from google.protobuf.json_format import MessageToDict

from service.output.tables import Column, Table, table_csv

if TYPE_CHECKING:
    from collections.abc import Mapping

    from google.protobuf.message import Message


def table_field_of(answer: Message) -> Any:
    """Return the first list field of messages, or None."""
    fields = (field for field in answer.DESCRIPTOR.fields if field.is_repeated and field.message_type is not None)
    return next(fields, None)


def list_csv(answer: Message) -> str:
    """Return the list as CSV, or an empty text."""
    table = table_field_of(answer)
    if table is None:
        return ""
    columns = [_column(field) for field in table.message_type.fields]
    rows = (MessageToDict(row, preserving_proto_field_name=True) for row in getattr(answer, table.name))
    return table_csv(Table(columns, rows))


def _column(field: Any) -> Column[Mapping[str, Any]]:
    is_map = field.message_type is not None and field.message_type.GetOptions().map_entry
    has_default = not (field.is_repeated or field.has_presence or field.enum_type)
    write, default = _pairs if is_map else _cell, field.default_value if has_default else ""
    return Column(field.name, lambda row: write(row[field.name]) if field.name in row else _text(default))


def _pairs(values: Mapping[str, Any]) -> str:
    return "; ".join(f"{key}: {_text(values[key])}" for key in sorted(values))


def _cell(value: Any) -> str:
    return "; ".join(map(_text, value)) if isinstance(value, list) else _text(value)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
