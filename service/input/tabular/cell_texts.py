"""Cells as text: rows of sheets or delimited files, as spreadsheets show them."""

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

_message = message_factory(__name__)

MAXIMUM_COLUMN = 256
MAXIMUM_ROW = 200_000
FORMULA = "="
"""Text for all formulas, because their results are unknown."""
_SIGNIFICANT_DIGITS = 15
"""More digits of a binary number are noise."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A non-empty cell; `kind` is n, s, b, d, e or f: number, text, flag, date, error, formula."""

    position: FilePosition
    value: Any
    kind: str = "s"
    number_format: str = "General"
    decimal_mark: str = ""


@dataclass(frozen=True, slots=True)
class TextRow:
    """A non-blank row with stripped cells; `number` counts rows, `line` counts lines of delimited text."""

    number: int
    cells: tuple[str, ...]
    line: int = 0

    def cell(self, column: int) -> str:
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class TextSheet:
    """A sheet without blank rows; `title` is empty for delimited text, `notes` describe hidden content."""

    title: str
    rows: tuple[TextRow, ...]
    notes: tuple[Problem, ...] = ()
    decimal_mark: str = ""

    def cell_name(self, row: int, column: int = 0) -> str:
        """Return a cell name; rows count from 1, columns from 0."""
        return FilePosition(row, column + 1, self.title).cell

    def row_place(self, row: int) -> str:
        return FilePosition(row, 0, self.title).cell

    @property
    def named(self) -> str:
        return FilePosition(0, 0, self.title).cell


def read_text_sheet(sheet: BookSheet, *, most_rows: int = MAXIMUM_ROW) -> TextSheet:
    """Read the non-blank rows of a sheet.

    Raises:
        PlacedError: If it is corrupted, or a cell is too far out.
    """
    rows = []
    for number, row_cells in sheet.rows():
        far = next(
            (cell.position for cell in row_cells if number > most_rows or cell.position.column > MAXIMUM_COLUMN), None
        )
        if far is not None:
            raise_placed_error(far, _far_cell_message(most_rows), "FAR_CELL")
        cells = [""] * row_cells[-1].position.column
        for cell in row_cells:
            cells[cell.position.column - 1] = _cell_text(cell)
        if any(cells):
            rows.append(TextRow(number, tuple(cells)))
    return TextSheet(sheet.title, tuple(rows), tuple(sheet.hidden_notes()))


def read_delimited_rows(text: DelimitedText, separator: str, *, most_rows: int = MAXIMUM_ROW) -> Iterator[TextRow]:
    """Yield the non-blank rows of delimited text.

    Raises:
        PlacedError: If a quote is misplaced, or a cell too far out.
    """
    for record in text.records():
        cells = tuple(value.strip() for value in text.values(record, separator))
        if not any(cells):
            continue
        far = next((position for position, cell in enumerate(cells) if cell and position >= MAXIMUM_COLUMN), None)
        if far is not None or record.number > most_rows:
            position, cell = (
                text.fields(record, separator)[far or 0][0],
                FilePosition(record.number, (far or 0) + 1).cell,
            )
            raise_placed_error(position, _far_cell_message(most_rows), "FAR_CELL", field=cell)
        yield TextRow(record.number, cells[:MAXIMUM_COLUMN], record.line)


def _far_cell_message(most_rows: int) -> Message:
    return _message("FAR_CELL", column=FilePosition(0, MAXIMUM_COLUMN).letters, row=most_rows)


def _cell_text(cell: Cell) -> str:
    match cell.value:
        case _ if cell.kind == "f":
            return FORMULA
        case bool() as flag:
            return str(flag).upper()
        case float() as number:
            return _plain_number(number)
        case datetime() as moment if moment.time() == datetime.min.time():
            return moment.date().isoformat()
        case date() as day:
            return day.isoformat()
        case value:
            return str(value).strip()


def _plain_number(number: float) -> str:
    return plain_decimal(Decimal(format(number, f".{_SIGNIFICANT_DIGITS}g")))


def plain_decimal(number: Decimal) -> str:
    """Return a decimal without exponent or trailing zeros."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
