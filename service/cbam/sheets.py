"""Which cells stand in a file of separated values or in a workbook, and by which name does a person know each?"""

from __future__ import annotations

import csv
import re
import warnings
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.dossier.problems import DossierError, Place
from service.table_imports.sheets import plain_number
from service.workbook.guard import SheetScan, scan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_say = speaker(__name__)

MAXIMUM_BYTES = 50_000_000
_ZIP = b"PK"
_OLD = b"\xd0\xcf\x11\xe0"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_DELIMITERS = ",;\t"
_TOLD = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)
"""With this line a spreadsheet program tells the separator."""
WHOLE_FILE = _say("THE_FILE")
"""Where a fault stands that is in no single cell."""
FORMULA = "="
"""With this a formula begins; what it stands for is not seen, so it is never taken for a value."""
_FLAGS = {True: "yes", False: "no"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row with content: its number as people count, from 1, and its cells as text without outer space."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its title, empty for a file of separated values, and the rows with content."""

    title: str
    rows: tuple[Row, ...]

    def place(self, row: int, column: int = 0) -> str:
        """Name a cell as people do, `B3`, in a workbook `Sheet goods, B3`; the column is counted from 0."""
        return Place(row, column + 1, self.title).cell if self.title else f"{get_column_letter(column + 1)}{row}"


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Read a file; one of separated values is one sheet without title.

    Raises:
        InputError: it cannot be read, or cells are merged; each place is named.
    """
    content = path.read_bytes()
    if len(content) > MAXIMUM_BYTES:
        raise _refused(_say("TOO_LARGE"), "TOO_LARGE")
    if content.startswith((_ZIP, _OLD)):
        return tuple(_workbook(path))
    return (Sheet("", tuple(_separated(_text(content)))),)


def _text(content: bytes) -> str:
    encoding = "utf-16" if content.startswith(_WIDE) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise _refused(_say("NOT_UTF8"), "NOT_UTF8") from None
    if "\0" in text:
        raise _refused(_say("NO_TEXT"), "NOT_UTF8")
    return text


def _separated(text: str) -> Iterator[Row]:
    """Read separated values; the separator is the mark of `, ; tab` that stands in the header most often."""
    told = _TOLD.match(text)
    header = text.lstrip("\r\n").partition("\n")[0]
    delimiter = told[1] if told else max(_DELIMITERS, key=header.count)
    try:
        for number, cells in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True), 1):
            if any(cell.strip() for cell in cells) and not (told and number == 1):
                yield Row(number, tuple(cell.strip() for cell in cells))
    except csv.Error as error:
        raise _refused(_say("NOT_CSV", error=str(error)), "NOT_CSV") from None


def _workbook(path: Path) -> Iterator[Sheet]:
    try:
        scans = scan(path, split=_say("SPLIT"))
    except DossierError as error:
        wrong = tuple(Violation(WHOLE_FILE, one.description, one.reason) for one in error.problems)
        raise InputError(wrong) from None
    try:
        with path.open("rb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which are not read
            book = load_workbook(file, read_only=True, data_only=False, keep_links=False)
            read = [_sheet(worksheet, scans) for worksheet in book.worksheets]
    except Exception as error:  # the library lets through whatever its parts raise on a damaged file
        raise _refused(_say("DAMAGED", error=str(error)[:120]), "NOT_A_WORKBOOK") from error
    for sheet, merged in read:
        _refuse_merged(sheet, merged)
        yield sheet


def _sheet(worksheet: Any, scans: Mapping[str, SheetScan]) -> tuple[Sheet, tuple[str, ...]]:
    """Read one sheet, and name its merged cells, which the library does not tell of a stream."""
    worksheet.reset_dimensions()  # what a sheet says of its own size may be wrong, and would hide cells
    merged = scans.get(worksheet._worksheet_path.lstrip("/"), SheetScan(0, ())).merged
    return Sheet(worksheet.title, tuple(_rows(worksheet.values))), merged


def _rows(values: Iterable[tuple[object, ...]]) -> Iterator[Row]:
    for number, row in enumerate(values, 1):
        cells = tuple(_cell(value) for value in row)
        if any(cells):
            yield Row(number, cells)


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case ArrayFormula() | DataTableFormula():
            return FORMULA
        case bool():
            return _FLAGS[value]
        case float():
            return plain_number(value)
        case datetime() if (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0):
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            return str(value).strip()


def _refuse_merged(sheet: Sheet, areas: Iterable[str]) -> None:
    """Refuse merged cells among the rows: all but the first of them would seem blank."""
    wrong = []
    for area in areas:
        column, row, _, _ = range_boundaries(area)
        place = sheet.place(row or 1, (column or 1) - 1)
        wrong.append(Violation(place, _say("MERGED", area=area), "MERGED_CELLS"))
    if wrong:
        raise InputError(tuple(wrong))


def _refused(description: str, reason: str) -> InputError:
    return InputError((Violation(WHOLE_FILE, description, reason),))
