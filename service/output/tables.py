"""Tables of declared columns, and their writers: separated values, and sheets of a workbook."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from operator import itemgetter
from typing import TYPE_CHECKING, Generic, TypeVar

from service.input.tabular.written import escape_formula, text_cell

if TYPE_CHECKING:
    from typing import Any

    from openpyxl.worksheet.worksheet import Worksheet

_NARROWEST = 16
"""How wide a column is at least that is as wide as its head."""

Row = TypeVar("Row")
Cell = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its head, its cell in a row, and its width in a sheet, or none where that is left to the reader."""

    head: str
    cell: Callable[[Row], Cell]
    width: float | None = None


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """Columns, and the rows from which they take their cells."""

    columns: Sequence[Column[Row]]
    rows: Iterable[Row]

    @property
    def heads(self) -> list[str]:
        """The heads of the columns."""
        return [column.head for column in self.columns]

    def cells(self) -> Iterator[list[Cell]]:
        """Give the cells row by row."""
        return ([column.cell(row) for column in self.columns] for row in self.rows)


def table_of_cells(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Table[Sequence[Cell]]:
    """Give rows that are cells already as a table; in a sheet each column is as wide as its head."""
    columns: list[Column[Sequence[Cell]]] = [
        Column(head, itemgetter(place), max(_NARROWEST, len(head) + 2)) for place, head in enumerate(heads)
    ]
    return Table(columns, rows)


def table_csv(table: Table[Row], *, line_end: str = "\r\n") -> str:
    """Write a table as separated values, whose lines end as in RFC 4180 unless said otherwise."""
    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator=line_end)
    writer.writerow(separated_cells(table.heads))
    writer.writerows(map(separated_cells, table.cells()))
    return written.getvalue()


def separated_cells(row: Sequence[object]) -> list[object]:
    """Give the cells of a row as separated values hold them; what begins like a formula is marked as text."""
    return [
        escape_formula(cell) if isinstance(cell, str) else str(cell).lower() if isinstance(cell, bool) else cell
        for cell in row
    ]


def write_sheet(sheet: Worksheet, table: Table[Row]) -> None:
    """Write a table to an empty sheet row by row, so that of a write-only workbook any number needs little memory."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 -- separated values do without the library

    sheet.freeze_panes = "A2"
    for number, column in enumerate(table.columns, start=1):
        if column.width is not None:
            sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.append(sheet_cells(sheet, table.heads, bold=True))
    for row in table.cells():
        sheet.append(sheet_cells(sheet, row))


def sheet_cells(sheet: Worksheet, row: Sequence[object], *, bold: bool = False) -> list[Any]:
    """Give the cells of a row as a sheet appends them; what begins like a formula stays a text."""
    return [text_cell(sheet, cell, bold=bold) if isinstance(cell, str) else cell for cell in row]
