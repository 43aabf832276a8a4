"""CSV of an answer of the API: the list that it holds, with a column for each field."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from google.protobuf.json_format import MessageToDict

from service.output.tables import Column, Table, table_csv

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
    columns = [_column(field.name) for field in table.message_type.fields]
    return table_csv(Table(columns, getattr(answer, table.name)))


def _column(name: str) -> Column[Message]:
    return Column(name, lambda row: _cell(getattr(row, name)))


def _cell(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {value[key]}" for key in sorted(value))
    return "; ".join(part if isinstance(part, str) else _told(part) for part in value)


def _told(part: Any) -> str:
    """Tell a part that has parts as JSON."""
    if not hasattr(part, "DESCRIPTOR"):
        return str(part)
    return json.dumps(MessageToDict(part, preserving_proto_field_name=True), ensure_ascii=False, sort_keys=True)
