"""Cells as text: rows of a sheet or of separated values, with numbers and dates as spreadsheets show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rules.contracts import Message, message_factory
from service.input.tree.placed_errors import FilePosition, Problem, raise_placed_error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.input.tabular.csv_parser import DelimitedText
    from service.input.tabular.xlsx_access import BookSheet

_say = message_factory(__name__)

MAXIMUM_COLUMN = 256
MAXIMUM_ROW = 200_000
"""Beyond these no cell is read: no form has so many columns or rows."""
FORMULA = "="
"""With this a formula begins; what it stands for is not seen, so it is never taken for a value."""
_SIGNIFICANT = 15
"""A workbook program shows and keeps 15 significant digits; what a binary number has beyond them is noise."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with anything in it: `kind` is n, s, b, d, e or f, for number, text, flag, date, error, formula.

    `decimal_mark`: that of the numbers of its file, if it is known.
    """

    position: FilePosition
    value: Any
    kind: str = "s"
    number_format: str = "General"
    decimal_mark: str = ""


@dataclass(frozen=True, slots=True)
class TextRow:
    """One row with content: its number as spreadsheet programs count, from 1, and its cells without outer space.

    A row of separated values begins in a `line`, which is another number below a cell of several lines.
    """

    number: int
    cells: tuple[str, ...]
    line: int = 0

    def cell(self, column: int) -> str:
        """Give the text of a cell, counted from 0; beyond the end of the row it is empty."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class TextSheet:
    """One sheet: its title, empty for a file of separated values, and the rows with content.

    `notes` say what was read otherwise than it is stored. `decimal_mark`: that of its numbers, if it is known.
    """

    title: str
    rows: tuple[TextRow, ...]
    notes: tuple[Problem, ...] = ()
    decimal_mark: str = ""

    def cell_name(self, row: int, column: int = 0) -> str:
        """Name a cell as people do, `B3` or `Sheet goods, B3`; the row is counted from 1, the column from 0."""
        return FilePosition(row, column + 1, self.title).cell

    def row_place(self, row: int) -> str:
        """Name a row as people do, `Sheet goods, row 3`."""
        return FilePosition(row, 0, self.title).cell

    @property
    def named(self) -> str:
        """Name the sheet as people do, `Sheet goods`."""
        return FilePosition(0, 0, self.title).cell


def read_text_sheet(sheet: BookSheet, *, most_rows: int = MAXIMUM_ROW) -> TextSheet:
    """Read the rows of a sheet that are not blank.

    Raises:
        PlacedError: the sheet is damaged, or a cell lies too far out.
    """
    rows = []
    for number, row_cells in sheet.rows():
        far = next(
            (cell.position for cell in row_cells if number > most_rows or cell.position.column > MAXIMUM_COLUMN), None
        )
        if far is not None:
            raise_placed_error(far, _far(most_rows), "FAR_CELL")
        cells = [""] * row_cells[-1].position.column
        for cell in row_cells:
            cells[cell.position.column - 1] = cell_text(cell)
        if any(cells):
            rows.append(TextRow(number, tuple(cells)))
    return TextSheet(sheet.title, tuple(rows), tuple(sheet.hidden_notes()))


def read_delimited_rows(text: DelimitedText, separator: str, *, most_rows: int = MAXIMUM_ROW) -> Iterator[TextRow]:
    """Read the rows of separated values that are not blank.

    Raises:
        PlacedError: a quote is astray, or a cell lies too far out.
    """
    for record in text.records():
        cells = tuple(value.strip() for value in text.values(record, separator))
        if not any(cells):
            continue
        far = next((place for place, cell in enumerate(cells) if cell and place >= MAXIMUM_COLUMN), None)
        if far is not None or record.number > most_rows:
            place, cell = text.fields(record, separator)[far or 0][0], FilePosition(record.number, (far or 0) + 1).cell
            raise_placed_error(place, _far(most_rows), "FAR_CELL", field=cell)
        yield TextRow(record.number, cells[:MAXIMUM_COLUMN], record.line)


def _far(most_rows: int) -> Message:
    return _say("FAR_CELL", column=FilePosition(0, MAXIMUM_COLUMN).letters, row=most_rows)


def cell_text(cell: Cell) -> str:
    """Write the value of a cell as the spreadsheet program shows it, a day as 2026-03-01; of a formula only that."""
    match cell.value:
        case _ if cell.kind == "f":
            return FORMULA
        case bool() as flag:
            return str(flag).upper()
        case float() as number:
            return plain_number(number)
        case datetime() as moment if moment.time() == datetime.min.time():
            return moment.date().isoformat()
        case date() as day:
            return day.isoformat()
        case value:
            return str(value).strip()


def plain_number(number: float) -> str:
    """Write a binary number with the digits that a workbook program shows, without exponent."""
    return plain_decimal(Decimal(format(number, f".{_SIGNIFICANT}g")))


def plain_decimal(number: Decimal) -> str:
    """Write a decimal without exponent and without zeros that say nothing."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
