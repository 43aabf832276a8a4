"""Which cells of a sheet hold anything?

The library, reading a sheet as a stream, makes up every row and cell that a sheet leaves out. So one cell in the last
corner of a small file would cost a million rows.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any

from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.worksheet._reader import WorkSheetParser

from rules.contracts.messages import speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

_say = speaker(__name__)

_MAXIMUM_ROW = 1_048_576
"""The last row that the format knows."""


def real_rows(worksheet: Any) -> Iterator[tuple[int, tuple[ReadOnlyCell, ...]]]:
    """Give the number of each row with content, from 1, and its cells with content, of a sheet read as a stream.

    What the library raises on a damaged sheet, of any kind, passes through.

    Raises:
        ValueError: rows do not stand in their order, or beyond what the format knows.
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
            if number > _MAXIMUM_ROW:
                raise ValueError(_say("ROW_TOO_FAR", most=_MAXIMUM_ROW))
            if number <= before:
                raise ValueError(f"row {number} stands behind row {before}")
            before = number
            cells = sorted((cell for cell in row if cell["value"] is not None), key=itemgetter("column"))
            if cells:
                yield number, tuple(ReadOnlyCell(worksheet, **cell) for cell in cells)
