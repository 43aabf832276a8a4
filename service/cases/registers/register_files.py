"""Upload files as XLSX, CSV and XML; equal rows yield equal bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from rules.contracts import InputError, message_factory
from service.output.tables import (
    replace_illegal_characters,
    table_csv,
    table_of_cells,
    without_timestamps,
    workbook_of,
)

if TYPE_CHECKING:
    from service.cases.registers.register_formats import FileType, RegisterColumn, RegisterFormat

_message = message_factory(__name__)

MEDIA_TYPES: dict[FileType, str] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "xml": "application/xml",
}
_BOM = "\ufeff"
Rows = Sequence[Sequence[str]]


def register_file(register_format: RegisterFormat, rows: Rows, file_type: FileType) -> bytes:
    """Return the upload file of rows.

    Raises:
        InputError: If the file is larger than the public register accepts.
    """
    content = {"xlsx": _workbook, "csv": _csv, "xml": _xml}[file_type](register_format, rows)
    most = register_format.most_bytes.get(file_type, 0)
    if most and len(content) > most:
        message = _message("REGISTER_FILE_TOO_LARGE", size=f"{len(content):,}", most=f"{most:,}")
        raise InputError.of("file_type", message, "TOO_LARGE")
    return content


def _workbook(register_format: RegisterFormat, rows: Rows) -> bytes:
    return without_timestamps(workbook_of({register_format.sheet: table_of_cells(register_format.heads, rows)}))


def _csv(register_format: RegisterFormat, rows: Rows) -> bytes:
    """Begin with a byte order mark, without which spreadsheets misread Chinese."""
    return (_BOM + table_csv(table_of_cells(register_format.heads, rows))).encode()


def _xml(register_format: RegisterFormat, rows: Rows) -> bytes:
    root, row = register_format.root, register_format.row
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<{root}>"]
    for values in rows:
        lines += [f"  <{row}>", *_elements(register_format, values), f"  </{row}>"]
    return "\n".join([*lines, f"</{root}>", ""]).encode()


def _elements(register_format: RegisterFormat, values: Sequence[str]) -> Iterator[str]:
    cells = zip(register_format.columns, values, strict=True)
    for group, members in groupby(cells, key=lambda cell: cell[0].group):
        indent = "      " if group else "    "
        if group:
            yield f"    <{group}>"
        for column, value in members:
            yield _element(column, value, indent)
        if group:
            yield f"    </{group}>"


def _element(column: RegisterColumn, value: str, indent: str) -> str:
    name = column.element or column.head
    return f"{indent}<{name}>{escape(replace_illegal_characters(value))}</{name}>"
