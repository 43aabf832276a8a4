"""Text of any API answer: a record of labelled fields, or a table if the answer is a list.

A table has a line for each row, with shortened nested messages. If that is too wide, or mostly nested messages, each
row becomes a record. Items of cases are always records.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from google.api import resource_pb2
from google.protobuf.descriptor import FieldDescriptor

from rules.contracts import join_items, wording_loader
from service.output.tables import list_csv
from service.output.terminal.columns import columns_text, display_width, pad_to_width, truncate_to_width
from service.output.terminal.output import OutputFormat
from service.output.terminal.words import field_label, value_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from google.protobuf.message import Message

words = wording_loader(__name__)

_MAX_WIDTH = 240
_MAX_CELL = 40
_MAX_INLINE_FIELDS = 2
_VERSION_NAME = re.compile(r"scorecards/([^/]+)/versions/")
_IN_FULL = frozenset({"touchstone.v1.CaseItem", "touchstone.v1.ListedCaseItem"})
"""Messages with texts that people must read in full: always records."""
_PAGE_TOKEN = "next_page_token"  # noqa: S105 -- a field name
_TIMESTAMP = "google.protobuf.Timestamp"
_INTEGERS = (FieldDescriptor.TYPE_INT32, FieldDescriptor.TYPE_INT64)
_BETWEEN = {"en": ", ", "zh": "，"}


def answer_text(
    answer: Message, language: str, format: str = OutputFormat.TEXT, out: Path | None = None
) -> str | bytes:
    """Return an answer as text for people, or its list as CSV."""
    if format == "csv":
        return list_csv(answer).rstrip("\r\n") if out is None else list_csv(answer).encode()
    texts = words(language)["answers"]
    lines = [*_record(answer, language)] or [str(texts["nothing"])]
    if token := getattr(answer, _PAGE_TOKEN, ""):
        lines.append(texts["more"].format(token=token))
    return "\n".join(lines)


def _record(message: Message, language: str) -> Iterator[str]:
    shown = [field for field in _fields(message) if _is_shown(message, field)]
    sections = [field for field in shown if _is_section(message, field)]
    rows = [
        (field_label(field.name, language), _field_text(message, field, language))
        for field in shown
        if field not in sections
    ]
    width = max((display_width(label) for label, _ in rows), default=0)
    for label, text in rows:
        if "\n" in text:
            yield f"{label}:"
            yield from (f"  {line}".rstrip() for line in text.splitlines())
        elif text:
            yield f"{pad_to_width(f'{label}:', width + 1)} {text}"
    for number, field in enumerate(sections):
        value = getattr(message, field.name)
        lines = _table(value, language) if field.is_repeated else _record(value, language)
        if len(shown) == 1 and field.is_repeated:
            yield from lines
            return
        yield from ("",) if rows or number else ()
        yield f"{field_label(field.name, language)}:"
        yield from (f"  {line}".rstrip() for line in lines)


def _table(messages: Sequence[Message], language: str) -> Iterator[str]:
    fields = [
        field for field in _fields(messages[0]) if any(_is_shown(message, field, of_row=True) for message in messages)
    ]
    rows = [[_cell(message, field, language, is_first=field is fields[0]) for field in fields] for message in messages]
    lines = columns_text([field_label(field.name, language) for field in fields], rows).splitlines() if fields else []
    in_full = messages[0].DESCRIPTOR.full_name in _IN_FULL
    is_readable = not in_full and sum(map(_is_nested, fields)) <= len(fields) / 2 and len(lines) == len(messages) + 1
    if is_readable and all(display_width(line) <= _MAX_WIDTH for line in lines):
        yield from lines
        return
    for number, message in enumerate(messages):
        yield from ("",) if number else ()
        yield from _record(message, language)


def _fields(message: Message) -> Sequence[FieldDescriptor]:
    return cast("Sequence[FieldDescriptor]", message.DESCRIPTOR.fields)


def _is_shown(message: Message, field: FieldDescriptor, *, of_row: bool = False) -> bool:
    if field.name == _PAGE_TOKEN:
        return False
    if field.has_presence:
        return message.HasField(field.name)
    is_count = field.type in _INTEGERS and (not of_row or field.name.endswith("count"))
    is_flag = field.type == FieldDescriptor.TYPE_BOOL and not of_row
    return (not field.is_repeated and (is_count or is_flag)) or bool(getattr(message, field.name))


def _is_nested(field: FieldDescriptor) -> bool:
    kind = field.message_type
    return kind is not None and kind.full_name != _TIMESTAMP and not kind.GetOptions().map_entry


def _is_section(message: Message, field: FieldDescriptor) -> bool:
    if not _is_nested(field):
        return False
    if field.is_repeated:
        return True
    parts: Sequence[tuple[FieldDescriptor, Any]] = getattr(message, field.name).ListFields()
    return len(parts) > _MAX_INLINE_FIELDS or any(_is_nested(part) for part, _ in parts)


def _cell(message: Message, field: FieldDescriptor, language: str, *, is_first: bool) -> str:
    """Return a field of a row; of resources after the first column, only the id."""
    text = _field_text(message, field, language)
    if not is_first and _options(field).HasExtension(resource_pb2.resource_reference):
        text = _VERSION_NAME.sub(r"\1@", text).rpartition("/")[2]
    return (truncate_to_width(text, _MAX_CELL) if _is_nested(field) else text) or "-"


def _options(field: FieldDescriptor) -> Any:
    return field.GetOptions()


def _field_text(message: Any, field: FieldDescriptor, language: str) -> str:
    value = getattr(message, field.name)
    kind = field.message_type
    if kind is not None and kind.GetOptions().map_entry:
        if language in value:
            return str(value[language])
        pairs = (f"{key} {_value_text(value[key], kind.fields_by_name['value'], language)}" for key in sorted(value))
        return _BETWEEN[language].join(pairs)
    if field.is_repeated:
        texts = [_value_text(each, field, language) for each in value]
        return "; ".join(texts) if kind is not None else join_items(texts, language)
    return _value_text(value, field, language) if not field.has_presence or message.HasField(field.name) else ""


def _value_text(value: Any, field: FieldDescriptor, language: str) -> str:
    texts = words(language)["answers"]
    if field.message_type is not None:
        return str(value.ToJsonString()) if field.message_type.full_name == _TIMESTAMP else _inline(value, language)
    if field.enum_type is not None:
        return value_label(field.enum_type.values_by_number[value], language) if value else ""
    if field.type == FieldDescriptor.TYPE_BOOL:
        return str(texts["yes" if value else "no"])
    return str(texts["bytes"].format(count=len(value))) if field.type == FieldDescriptor.TYPE_BYTES else str(value)


def _inline(message: Message, language: str) -> str:
    texts = [(field.name, _field_text(message, field, language)) for field, _ in message.ListFields()]
    if len(texts) == 1:
        return texts[0][1]
    return _BETWEEN[language].join(f"{field_label(name, language)} {text}" for name, text in texts)
