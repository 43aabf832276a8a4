"""API messages of upload formats and exports, and the texts of gaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rules.contracts import Label, Violation, in_language, message_factory
from service.base import instants
from service.cases.registers.body_values import FILE
from service.cases.registers.register_rows import Gap
from touchstone.v1 import register_export_service_pb2 as exports

if TYPE_CHECKING:
    from service.cases.registers.register_formats import RegisterColumn, RegisterFormat

_message = message_factory(__name__)

_MOST_LISTED_GAPS, _MOST_REFUSED_GAPS = 1_000, 100
_CERTAINTIES = {
    "read": exports.RegisterColumn.CERTAINTY_READ,
    "secondary": exports.RegisterColumn.CERTAINTY_SECONDARY,
    "recalled": exports.RegisterColumn.CERTAINTY_RECALLED,
    "own": exports.RegisterColumn.CERTAINTY_OWN,
}


def refused_gaps(upload: RegisterFormat, gaps: Sequence[Gap]) -> Iterator[Violation]:
    """Yield a violation for each gap, at most a hundred."""
    for gap in gaps[:_MOST_REFUSED_GAPS]:
        yield Violation(f"{gap.number}.{gap.column}", _problem(upload, gap), "REQUIRED")
    if len(gaps) > _MOST_REFUSED_GAPS:
        yield Violation("", _message("MORE_GAPS", count=len(gaps) - _MOST_REFUSED_GAPS), "REQUIRED")


def _problem(upload: RegisterFormat, gap: Gap) -> str:
    column = upload.column(gap.column)
    if column is None:
        return _message("GAP_OLD_COLUMN", column=gap.column)
    slots: dict[str, Any] = {"number": gap.number, "column": gap.column, "title": Label(column.titles.model_dump())}
    next_step = _next_step(upload, gap, column)
    if gap.kind == "value":
        return _message("GAP_VALUE", **slots, found=gap.found, known=list(column.allowed_values), next=next_step)
    if gap.kind == "length":
        return _message("GAP_LENGTH", **slots, count=gap.found, most=column.limit, next=next_step)
    return _message("GAP_MISSING", **slots, next=next_step)


def _next_step(upload: RegisterFormat, gap: Gap, column: RegisterColumn) -> str:
    if any(source.startswith("client.") for source in column.sources):
        return _message("FILL_CLIENT", client=gap.client)
    values = list(column.allowed_values)
    key = "FILL_VALUE_OF" if values else "FILL_VALUE"
    return _message(key, file=FILE, format=upload.id, number=gap.number, **({"known": values} if values else {}))


def format_message(upload: RegisterFormat, language: str) -> exports.RegisterFormat:
    """Return the message of a format."""
    message = exports.RegisterFormat(
        format=upload.id, titles=upload.titles.model_dump(), source=upload.source,
        has_event_rows=upload.rows == "events", unread=[text.in_language(language) for text in upload.unread],
    )  # fmt: skip
    for column in upload.columns:
        message.columns.add(
            column=column.head, titles=column.titles.model_dump(), sources=column.sources,
            values=column.allowed_values, maximum_length=column.most, required=column.required,
            required_states=column.required_for, certainty=_CERTAINTIES[column.certainty],
            note=column.note.in_language(language),
        )  # fmt: skip
    return message


def head_message(name: str, made: Mapping[str, Any]) -> exports.RegisterExport:
    """Return the message of an export without its gaps; `made` is its stored document."""
    message = exports.RegisterExport(
        name=name, format=made["format"], month=made["month"], account=made["account"],
        row_count=made["row_count"], gap_count=made["gap_count"], digest=made["digest"],
        end_time=instants.to_timestamp(made["until"]),
    )  # fmt: skip
    if made["after"]:
        message.start_time.CopyFrom(instants.to_timestamp(instants.second_after(made["after"])))
    if name:
        message.create_time.CopyFrom(instants.to_timestamp(made["create_time"]))
    return message


def export_message(
    name: str, made: Mapping[str, Any], upload: RegisterFormat, stored: Mapping[str, Any], language: str
) -> exports.RegisterExport:
    """Return the message of an export with its gaps."""
    message = head_message(name, made)
    gaps = [Gap(*gap) for gap in stored["gaps"][:_MOST_LISTED_GAPS]]
    for gap in gaps:
        message.gaps.add(
            number=gap.number, client=gap.client, column=gap.column,
            problem=in_language(_problem(upload, gap), language),
        )  # fmt: skip
    filled = {index for row in stored["rows"] for index, value in enumerate(row[1:]) if value}
    message.empty_columns.extend(head for index, head in enumerate(made["columns"]) if index not in filled)
    message.unread.extend(text.in_language(language) for text in upload.unread)
    return message
