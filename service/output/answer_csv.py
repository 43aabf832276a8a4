"""CSV of an answer of the API: the list that it holds, with a column for each field."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
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
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {value[key]}" for key in sorted(value))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join(_text(part) for part in value)
    return _text(value)


def _text(value: Any) -> str:
    """Write a message as JSON, and true and false as JSON writes them."""
    if isinstance(value, bool):
        return json.dumps(value)
    if not hasattr(value, "DESCRIPTOR"):
        return str(value)
    return json.dumps(MessageToDict(value, preserving_proto_field_name=True), ensure_ascii=False, sort_keys=True)
