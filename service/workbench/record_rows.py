"""Rows of a form in which the records of a list are typed, one row each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.base.whole_numbers import parse_whole_number
from service.workbench.pages.dossier import form_value, set_typed_value
from touchstone.v1.types_pb2 import Value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from service.workbench.page import PageRequest
    from service.workbench.pages.dossier import FactPrompt

_NAME = re.compile(r"row-(\d{1,3})-(\w+)")
_IN_LIST = re.compile(r"records\[(?P<record>.*)\](?:\.(?P<field>\w+))?")
_MOST_FIELDS, _MOST_ROWS = 1_800, 100
"""How many fields the rows of a form have together, of those that a form may bring, and how many rows."""


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A row: its number, from 0, and what is typed in it, by the ids of fields."""

    number: int
    typed: Mapping[str, str]

    def name(self, field_id: str) -> str:
        """Give the name of a field of the row in the form."""
        return f"row-{self.number}-{field_id}"


def typed_rows(page_request: PageRequest) -> Sequence[RecordRow]:
    """Give the rows that were typed, without those in which nothing stands."""
    rows: dict[int, dict[str, str]] = {}
    for name in page_request.values:
        match, text = _NAME.fullmatch(name), page_request.typed(name).strip()
        if match is not None and text and int(match[1]) < _MOST_ROWS:
            rows.setdefault(int(match[1]), {})[match[2]] = text
    return [RecordRow(number, rows[number]) for number in sorted(rows)]


def held_rows(value: Value, asked: FactPrompt) -> Sequence[RecordRow]:
    """Give the rows of a list that was answered."""
    return [
        RecordRow(
            number, {id: form_value(part, asked.fields[id]) for id, part in record.fields.items() if id in asked.fields}
        )
        for number, record in enumerate(value.records.values)
    ]


def with_empty_rows(rows: Sequence[RecordRow], asked: FactPrompt, more: int) -> Sequence[RecordRow]:
    """Add rows to fill in, between those that are there and behind them, as far as a form takes them."""
    typed = {row.number: row.typed for row in rows}
    count = max(typed, default=-1) + 1
    most = max(count, min(_MOST_ROWS, _MOST_FIELDS // max(len(asked.fields), 1)))
    return [RecordRow(number, typed.get(number, {})) for number in range(min(count + more, most))]


def read_rows(page_request: PageRequest, asked: FactPrompt) -> Value:
    """Give the list that the rows say; the service says if it may stand."""
    value = Value()
    value.records.SetInParent()
    for row in typed_rows(page_request):
        record = value.records.values.add()
        for id, prompt in asked.fields.items():
            if id in row.typed:
                set_typed_value(record.fields[id], row.name(id), page_request, prompt)
    return value


def row_field(page_request: PageRequest, path: str, asked: FactPrompt) -> str:
    """Give the field of a row in which a part of a request is typed; empty for the list as a whole."""
    match, rows = _IN_LIST.search(path), typed_rows(page_request)
    if match is None:
        return ""
    position = parse_whole_number(match["record"])
    row = next((row for row in rows if match["record"] in row.typed.values()), None)
    if row is None and position is not None and position < len(rows):
        row = rows[position]
    if row is None:
        return ""
    return row.name(match["field"] if match["field"] in asked.fields else next(iter(asked.fields)))
