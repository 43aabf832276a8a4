"""Form rows for the records of a list."""

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

_FIELD_NAME = re.compile(r"row-(\d{1,3})-(\w+)")
_RECORD_PATH = re.compile(r"records\[(?P<record>.*)\](?:\.(?P<field>\w+))?")
_MAX_FIELDS, _MAX_ROWS = 1_800, 100


@dataclass(frozen=True, slots=True)
class RecordRow:
    """Row number, from 0, and typed texts by field id."""

    number: int
    typed: Mapping[str, str]

    def name(self, field_id: str) -> str:
        return f"row-{self.number}-{field_id}"


def typed_rows(page_request: PageRequest) -> Sequence[RecordRow]:
    """Return the typed rows without blank rows."""
    rows: dict[int, dict[str, str]] = {}
    for name in page_request.values:
        match, text = _FIELD_NAME.fullmatch(name), page_request.typed(name).strip()
        if match is not None and text and int(match[1]) < _MAX_ROWS:
            rows.setdefault(int(match[1]), {})[match[2]] = text
    return [RecordRow(number, rows[number]) for number in sorted(rows)]


def held_rows(value: Value, prompt: FactPrompt) -> Sequence[RecordRow]:
    """Return the rows of an answered list."""
    return [
        RecordRow(
            number,
            {id: form_value(part, prompt.fields[id]) for id, part in record.fields.items() if id in prompt.fields},
        )
        for number, record in enumerate(value.records.values)
    ]


def with_empty_rows(rows: Sequence[RecordRow], prompt: FactPrompt, more: int) -> Sequence[RecordRow]:
    """Return the rows with gaps filled and up to `more` empty rows, within form limits."""
    typed = {row.number: row.typed for row in rows}
    count = max(typed, default=-1) + 1
    most = max(count, min(_MAX_ROWS, _MAX_FIELDS // max(len(prompt.fields), 1)))
    return [RecordRow(number, typed.get(number, {})) for number in range(min(count + more, most))]


def read_rows(page_request: PageRequest, list_prompt: FactPrompt) -> Value:
    """Return the typed list; the service validates it."""
    value = Value()
    value.records.SetInParent()
    for row in typed_rows(page_request):
        record = value.records.values.add()
        for id, prompt in list_prompt.fields.items():
            if id in row.typed:
                set_typed_value(record.fields[id], row.name(id), page_request, prompt)
    return value


def row_field(page_request: PageRequest, path: str, prompt: FactPrompt) -> str:
    """Return the form field for a request path; empty for the full list."""
    match, rows = _RECORD_PATH.search(path), typed_rows(page_request)
    if match is None:
        return ""
    position = parse_whole_number(match["record"])
    row = next((row for row in rows if match["record"] in row.typed.values()), None)
    if row is None and position is not None and position < len(rows):
        row = rows[position]
    if row is None:
        return ""
    return row.name(match["field"] if match["field"] in prompt.fields else next(iter(prompt.fields)))
