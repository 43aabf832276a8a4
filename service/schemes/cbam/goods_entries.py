"""Goods lines as messages and as CSV, independent of the language."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, digest, message_factory
from service.base.paging import write_token
from service.schemes.cbam.goods import LINE, PRECURSORS
from touchstone.v1 import cbam_service_pb2 as pb2

if TYPE_CHECKING:
    from rules.contracts import DeclaredValue
    from service.schemes.cbam.goods import GoodsLine

_message = message_factory(__name__)

_YES, _NO, _NONE, _NOT_APPLICABLE = "yes", "no", "none", "n/a"
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})\Z")
_PRECURSOR_CELL = re.compile(rf"{PRECURSORS}: {_CELL.pattern}")
_FIELD = "goods_entries"


def entry_of(line: GoodsLine) -> pb2.GoodsEntry:
    """Return a line as a message that reads back to the same values."""
    listed = line.facts.get(PRECURSORS)
    stated = {id: value for id, value in line.facts.items() if id != PRECURSORS or not value.records}
    records = listed.records if listed is not None and listed.records else ()
    return pb2.GoodsEntry(
        line=line.name, cells=_cells(stated), precursors=[pb2.GoodsPrecursor(cells=_cells(part)) for part in records]
    )


def _cells(values: Mapping[str, DeclaredValue]) -> dict[str, str]:
    return {f"{id} ({value.unit})" if value.unit else id: _text(value) for id, value in values.items()}


def _text(value: DeclaredValue) -> str:
    if value.not_applicable:
        return _NOT_APPLICABLE
    if value.flag is not None:
        return _YES if value.flag else _NO
    if value.records is not None:
        return _NONE
    return value.number or value.date or value.choice or value.text or ""


def separated_files(entries: Sequence[pb2.GoodsEntry]) -> tuple[pb2.GoodsFile, pb2.GoodsFile | None]:
    """Write lines and precursors as CSV files; None without precursors."""
    goods = _separated([(entry.line, entry.cells) for entry in entries])
    parts = [(entry.line, precursor.cells) for entry in entries for precursor in entry.precursors]
    listed = pb2.GoodsFile(name=PRECURSORS, content=_separated(parts)) if parts else None
    return pb2.GoodsFile(content=goods), listed


def _separated(rows: Sequence[tuple[str, Mapping[str, str]]]) -> bytes:
    head = headings(cells for _, cells in rows)
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow([LINE, *head])
    writer.writerows([name, *(cells.get(heading, "") for heading in head)] for name, cells in rows)
    return written.getvalue().encode()


def entries_of(
    goods: bytes, precursors: bytes, *, first: int = 0, count: int | None = None, names: Container[str] | None = None
) -> list[pb2.GoodsEntry]:
    """Read lines written by `separated_files`; `first` counts from 0."""
    reader = csv.reader(io.StringIO(goods.decode(), newline=""))
    _, *head = next(reader)
    rows = islice(reader, first, None if count is None else first + count)
    by_name = {
        name: pb2.GoodsEntry(line=name, cells=_stated(head, row))
        for name, *row in rows
        if names is None or name in names
    }
    parts = csv.reader(io.StringIO(precursors.decode(), newline=""))
    _, *part_head = next(parts, [LINE])
    for name, *row in parts:
        if name in by_name:
            by_name[name].precursors.add(cells=_stated(part_head, row))
    return list(by_name.values())


def _stated(head: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    return {heading: text for heading, text in zip(head, row, strict=True) if text}


def fact_of(heading: str) -> str:
    """Return the fact id of a heading."""
    return heading.partition(" (")[0]


def comparison_token(request: pb2.CompareGoodsRequest, position: int) -> str:
    """Return a page token; empty for the first page."""
    return write_token(comparison_query(request), str(position)) if position else ""


def comparison_query(request: pb2.CompareGoodsRequest) -> tuple[str, ...]:
    """Return the identity of a comparison, shared by its pages."""
    same = pb2.CompareGoodsRequest()
    same.CopyFrom(request)
    for field in ("page_token", "page_size", "file_format", "language_code", "known_time"):
        same.ClearField(field)
    return "compare_goods", digest(same.SerializeToString(deterministic=True))


def headings(rows: Iterable[Mapping[str, str]]) -> list[str]:
    """Return all headings by first occurrence, sorted within each row."""
    return list(dict.fromkeys(heading for cells in rows for heading in sorted(cells)))


def read_named_fields(
    read: Callable[[], Sequence[GoodsLine]], entries: Sequence[pb2.GoodsEntry]
) -> Sequence[GoodsLine]:
    """Read lines and convert cell names in errors to field paths.

    Raises:
        InputError: If a line is invalid.
    """
    if any(LINE in entry.cells for entry in entries):
        raise InputError.of(_FIELD, _message("LINE_TWICE"), "WRONG_VALUE")
    try:
        return read()
    except InputError as error:
        violations = (
            Violation(_field_name(violation.field, entries), violation.description, violation.reason)
            for violation in error.violations
        )
        raise InputError(tuple(violations)) from None


def _field_name(cell: str, entries: Sequence[pb2.GoodsEntry]) -> str:
    if (match := _PRECURSOR_CELL.match(cell)) is not None:
        parts = [
            (f"{_FIELD}[{number}].{PRECURSORS}[{part}]", precursor.cells)
            for number, entry in enumerate(entries)
            for part, precursor in enumerate(entry.precursors)
        ]
        return _cell_name(match, parts, "")
    if (match := _CELL.match(cell)) is not None:
        return _cell_name(match, [(f"{_FIELD}[{number}]", entry.cells) for number, entry in enumerate(entries)], LINE)
    return _FIELD


def _cell_name(match: re.Match[str], rows: Sequence[tuple[str, Mapping[str, str]]], name: str) -> str:
    head = headings(cells for _, cells in rows)
    from openpyxl.utils import column_index_from_string  # noqa: PLC0415 -- slow to load, needed only for errors

    column, row = column_index_from_string(match[1]) - 1, int(match[2])
    heading = head[column - 1] if 0 < column <= len(head) else ""
    if row < 2 or row - 2 >= len(rows):
        return f"{_FIELD}[0].cells[{heading}]" if heading and name else _FIELD
    field = rows[row - 2][0]
    if heading:
        return f"{field}.cells[{heading}]"
    return f"{field}.{name}" if name else field
