"""What stands in the cells of a workbook as text, row by row, for readers that read every cell alike?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from rules.contracts.messages import speaker
from service.reading.dossier.problems import DossierError, Place, Problem

if TYPE_CHECKING:
    from service.reading.tabular.books import BookSheet

_say = speaker(__name__)

MAXIMUM_COLUMN = 256
MAXIMUM_ROW = 200_000
"""Beyond these no cell is read: no form has so many columns or rows."""
FORMULA = "="
"""With this a formula begins; what it stands for is not seen, so it is never taken for a value."""
_SIGNIFICANT = 15
"""A workbook program shows and keeps 15 significant digits; what a binary number has beyond them is noise."""


@dataclass(frozen=True, slots=True)
class TextRow:
    """One row with content: its number as people count, from 1, and its cells as text without outer space."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """Give the text of a cell, counted from 0; beyond the end of the row it is empty."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class TextSheet:
    """One sheet: its title, empty for a file of separated values, and the rows with content."""

    title: str
    rows: tuple[TextRow, ...]

    def place(self, row: int, column: int = 0) -> str:
        """Name a cell as people do, `B3` or `Sheet goods, B3`; the row is counted from 1, the column from 0."""
        return Place(row, column + 1, self.title).cell

    def row_place(self, row: int) -> str:
        """Name a row as people do, `Sheet goods, row 3`."""
        return Place(row, 0, self.title).cell

    @property
    def named(self) -> str:
        """Name the sheet as people do, `Sheet goods`."""
        return Place(0, 0, self.title).cell


def text_sheet(sheet: BookSheet, *, most_rows: int = MAXIMUM_ROW) -> TextSheet:
    """Read the rows of a sheet that are not blank.

    Raises:
        DossierError: the sheet is damaged, or a cell lies too far out.
    """
    rows = []
    for number, found in sheet.rows():
        far = next((cell.place for cell in found if number > most_rows or cell.place.column > MAXIMUM_COLUMN), None)
        if far is not None:
            raise too_far(far, most_rows)
        cells = [""] * found[-1].place.column
        for cell in found:
            cells[cell.place.column - 1] = text_of(cell.value)
        if any(cells):
            rows.append(TextRow(number, tuple(cells)))
    return TextSheet(sheet.title, tuple(rows))


def too_far(place: Place, most_rows: int = MAXIMUM_ROW) -> DossierError:
    """Refuse a cell beyond what is read."""
    said = _say("FAR_CELL", column=get_column_letter(MAXIMUM_COLUMN), row=most_rows)
    return DossierError([Problem(place, "", said, "FAR_CELL")])


def text_of(value: object) -> str:
    """Write the value of a cell as the spreadsheet program shows it; a day as 2026-03-01."""
    match value:
        case None:
            return ""
        case ArrayFormula() | DataTableFormula():
            return FORMULA
        case bool():
            return str(value).upper()
        case float():
            return plain_number(value)
        case datetime() if (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0):
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            return str(value).strip()


def plain_number(number: float) -> str:
    """Write a binary number with the digits that a workbook program shows, without exponent."""
    shown = format(Decimal(format(number, f".{_SIGNIFICANT}g")), "f")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
