"""What stands in which cell of a workbook?"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING
from warnings import catch_warnings, simplefilter

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.reading.dossier.problems import Place
from service.reading.real_cells import MAXIMUM_COLUMN, MAXIMUM_ROW, far_cell, real_rows

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_say = speaker(__name__)

MAXIMUM_UNPACKED = 300_000_000
_SIGNIFICANT = 15
"""A workbook program shows and keeps 15 significant digits; what a binary number has beyond them is noise."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name and its cells as text, row by row; a blank cell is the empty text."""

    name: str
    rows: tuple[tuple[str, ...], ...]

    def place(self, row: int, column: int) -> str:
        """Name a cell as people do, `Sheet Algeria, D17`; both numbers are counted from 0."""
        return Place(row + 1, column + 1, self.name).cell

    @property
    def title(self) -> str:
        """Name the sheet as people do, `Sheet Algeria`."""
        return Place(0, 0, self.name).cell

    def row(self, row: int) -> str:
        """Name a row as people do, `Sheet Algeria, row 3`; it is counted from 0."""
        return Place(row + 1, 0, self.name).cell


def read_sheets(content: bytes) -> tuple[Sheet, ...]:
    """Read all cells of a workbook, formulas by the value that was saved with them.

    Raises:
        InputError: it is no workbook, is too large, or carries what workbooks do not need.
    """
    _check_archive(content)
    try:
        with catch_warnings():
            simplefilter("ignore")  # styles and extensions that the library does not know do not matter here
            workbook = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
            return tuple(_sheet(sheet) for sheet in workbook.worksheets)
    except InputError:
        raise
    except Exception as error:  # the library lets through whatever its parts raise on a damaged file
        raise _refused(_say("UNREADABLE", problem=str(error)[:200])) from error


def _sheet(sheet: ReadOnlyWorksheet) -> Sheet:
    rows: list[tuple[str, ...]] = []
    for number, cells in real_rows(sheet):
        if (far := far_cell(number, cells)) is not None:
            said = _say("FAR_CELL", column=get_column_letter(MAXIMUM_COLUMN), row=MAXIMUM_ROW)
            raise InputError((Violation(Place(*far, sheet.title).cell, said, "NOT_A_WORKBOOK"),))
        rows += [()] * (number - len(rows) - 1)
        texts = {cell.column: _text(cell.value) for cell in cells}
        rows.append(tuple(texts.get(column, "") for column in range(1, cells[-1].column + 1)))
    return Sheet(sheet.title, tuple(rows))


def _text(cell: object) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).upper()
        case int():
            return str(cell)
        case float():
            return plain_number(cell)
        case _:
            return " ".join(str(cell).split())


def plain_number(number: float) -> str:
    """Write a binary number with the digits that a workbook program shows, without exponent."""
    shown = format(Decimal(format(number, f".{_SIGNIFICANT}g")), "f")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _check_archive(content: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
            if unpacked > MAXIMUM_UNPACKED:
                raise _refused(_say("UNPACKED_TOO_LARGE", size=unpacked, most=MAXIMUM_UNPACKED))
            for entry in archive.infolist():
                if entry.filename.endswith((".xml", ".rels")):
                    with archive.open(entry) as part:
                        if b"<!DOCTYPE" in part.read(4_096):
                            raise _refused(_say("DOCUMENT_TYPE", part=entry.filename))
    except zipfile.BadZipFile:
        raise _refused(_say("NOT_XLSX")) from None
    except InputError:
        raise
    except Exception as error:  # an archive may be damaged in more ways than its library has names for
        raise _refused(_say("NOT_UNPACKED", problem=str(error)[:200])) from error


def _refused(description: str) -> InputError:
    return InputError((Violation("file", description, "NOT_A_WORKBOOK"),))
