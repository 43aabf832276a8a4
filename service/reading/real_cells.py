"""Which cells of a sheet hold anything?

The library, reading a sheet as a stream, makes up every row and cell that a sheet leaves out. So one cell in the last
corner of a small file would cost a million rows.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any

from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.worksheet._reader import WorkSheetParser

if TYPE_CHECKING:
    from collections.abc import Iterator

MAXIMUM_COLUMN = 256
MAXIMUM_ROW = 200_000
"""Beyond these no cell of a sheet is read of which whole rows are kept: no form has so many columns or rows."""


def real_rows(worksheet: Any) -> Iterator[tuple[int, tuple[ReadOnlyCell, ...]]]:
    """Give the number of each row with content, from 1, and its cells with content, of a sheet read as a stream.

    What the library raises on a damaged sheet, of any kind, passes through.

    Raises:
        ValueError: rows do not stand in their order.
    """
    before = 0
    book = worksheet.parent
    with worksheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            worksheet._shared_strings,
            data_only=book.data_only,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for number, row in parser.parse():
            if number <= before:
                raise ValueError(f"row {number} stands behind row {before}")
            before = number
            cells = sorted((cell for cell in row if cell["value"] is not None), key=itemgetter("column"))
            if cells:
                yield number, tuple(ReadOnlyCell(worksheet, **cell) for cell in cells)


def far_cell(number: int, cells: tuple[ReadOnlyCell, ...]) -> tuple[int, int] | None:
    """Give row and column of the first cell of a row that lies beyond what is read, both from 1."""
    return next(((number, cell.column) for cell in cells if number > MAXIMUM_ROW or cell.column > MAXIMUM_COLUMN), None)
