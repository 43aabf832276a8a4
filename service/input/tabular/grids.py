"""Grids: sheets of any tabular file, as rows of cells with exact values and positions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import InputError, message_factory
from service.base.file_kinds import file_kind, refusal_of_other_kind
from service.configuration.products import table_readers
from service.input.tabular.cell_texts import MAXIMUM_COLUMN, MAXIMUM_ROW, Cell
from service.input.tabular.csv_parser import DelimitedText
from service.input.tree.placed_errors import FilePosition, raise_placed_error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_message = message_factory(__name__)

MAXIMUM_BYTES = 20_000_000
_MAX_CELLS = 500_000
_ALLOWED = "CSV, XLSX, ODS, Parquet"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ODS = "application/vnd.oasis.opendocument"

GridRow = tuple[int, tuple[Cell, ...]]
"""Number of a row, and its non-empty cells."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet with content; `title` is empty for files without sheets."""

    title: str
    rows: tuple[GridRow, ...]


def read_grids(content: bytes) -> tuple[Grid, ...]:
    """Read the sheets with content of a CSV, XLSX, ODS or Parquet file, detected from its bytes.

    Raises:
        InputError: If the file is of another kind, or an optional package is not installed.
        PlacedError: If it is invalid, empty or too large.
    """
    if len(content) > MAXIMUM_BYTES:
        raise_placed_error(None, _message("GRID_LARGE", size=len(content), most=MAXIMUM_BYTES), "TOO_LARGE")
    grids = tuple(grid for grid in _read(content) if grid.rows)
    if not grids:
        raise_placed_error(None, _message("GRID_EMPTY", allowed=_ALLOWED), "EMPTY")
    return grids


def _read(content: bytes) -> Iterator[Grid]:
    kind = file_kind(content)
    media_type = "" if kind is None else kind.media_type
    if kind is None:
        yield Grid("", _bounded(_delimited_rows(content)))
    elif media_type == _XLSX:
        from service.input.tabular.xlsx_access import open_workbook  # noqa: PLC0415 -- only workbooks need openpyxl

        with open_workbook(content, saved_values=True) as sheets:
            for sheet in sheets:
                yield Grid(sheet.title, _bounded(sheet.rows(shows_unsaved=True)))
    elif media_type == _ODS:
        from service.input.tabular.ods_access import read_ods  # noqa: PLC0415 -- only for ODS

        for ods_sheet in read_ods(content):
            yield Grid(ods_sheet.title, _bounded(ods_sheet.rows))
    elif media_type == "application/vnd.apache.parquet":
        reader = table_readers().get(media_type)
        if reader is None:
            raise InputError.of("file", _message("PARQUET_EXTRA"), "NOT_INSTALLED")
        yield Grid("", _bounded(_text_rows(reader(content))))
    else:
        raise_placed_error(None, refusal_of_other_kind(content, _ALLOWED) or "", "OTHER_KIND")


def _bounded(rows: Iterable[GridRow]) -> tuple[GridRow, ...]:
    count, bounded = 0, []
    for number, cells in rows:
        filled = tuple(cell for cell in cells if not isinstance(cell.value, str) or cell.value.strip())
        if not filled:
            continue
        count += len(filled)
        last = filled[-1].position
        if last.column > MAXIMUM_COLUMN or number > MAXIMUM_ROW or count > _MAX_CELLS:
            message = _message("GRID_FAR", columns=MAXIMUM_COLUMN, rows=MAXIMUM_ROW, cells=_MAX_CELLS)
            raise_placed_error(last, message, "TOO_LARGE")
        bounded.append((number, filled))
    return tuple(bounded)


def _delimited_rows(content: bytes) -> Iterator[GridRow]:
    text = DelimitedText(content)
    separator = text.separator()
    for record in text.records():
        values = (value.strip() for _, value in text.fields(record, separator))
        yield record.number, _cells(record.number, values)


def _text_rows(rows: Iterable[Iterable[str]]) -> Iterator[GridRow]:
    for number, values in enumerate(rows, 1):
        yield number, _cells(number, values)


def _cells(row: int, values: Iterable[str]) -> tuple[Cell, ...]:
    return tuple(Cell(FilePosition(row, column), value) for column, value in enumerate(values, 1) if value)
