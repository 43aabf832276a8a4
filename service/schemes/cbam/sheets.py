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
from rules.contracts.messages import speaker, words_of
from service.reading.dossier.problems import DossierError, Place
from service.reading.encodings import BYTE_ORDER_MARK, NotUtf8Error, decode_utf8
from service.reading.given_files import read_file
from service.reading.real_cells import MAXIMUM_COLUMN, MAXIMUM_ROW, far_cell, real_rows
from service.reading.table_imports.sheets import plain_number
from service.reading.workbook.guard import SheetScan, scan

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
        place = Place(row, column + 1, self.title)
        return place.cell if self.title else f"{place.letters}{row}"


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Read a file; one of separated values is one sheet without title.

    Raises:
        InputError: it cannot be read, or cells are merged; each place is named.
    """
    content = read_file(path, most=MAXIMUM_BYTES)
    if content.startswith((_ZIP, _OLD)):
        return tuple(_workbook(path))
    return (Sheet("", tuple(_separated(_text(content)))),)


def _text(content: bytes) -> str:
    try:
        text = content.decode("utf-16") if content.startswith(_WIDE) else decode_utf8(content)
    except NotUtf8Error as error:
        raise _refused(words_of(error), "NOT_UTF8") from None
    except UnicodeDecodeError:
        raise _refused(_say("BROKEN_UTF16"), "NOT_UTF8") from None
    return text.removeprefix(BYTE_ORDER_MARK)


def _separated(text: str) -> Iterator[Row]:
    """Read separated values; the separator is the mark of `, ; tab` that stands in the header most often."""
    told = _TOLD.match(text)
    header = text.lstrip("\r\n").partition("\n")[0]
    delimiter = told[1] if told else max(_DELIMITERS, key=header.count)
    try:
        for number, cells in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True), 1):
            texts = tuple(cell.strip() for cell in cells)
            if len(texts) > MAXIMUM_COLUMN and any(texts[MAXIMUM_COLUMN:]):
                far = next(column for column, text in enumerate(texts) if column >= MAXIMUM_COLUMN and text)
                raise _far_cell(Sheet("", ()).place(number, far))
            if any(texts) and not (told and number == 1):
                yield Row(number, texts[:MAXIMUM_COLUMN])
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
    except InputError:
        raise
    except Exception as error:  # the library lets through whatever its parts raise on a damaged file
        raise _refused(_say("DAMAGED", error=str(error)[:120]), "NOT_A_WORKBOOK") from error
    for sheet, merged in read:
        _refuse_merged(sheet, merged)
        yield sheet


def _sheet(worksheet: Any, scans: Mapping[str, SheetScan]) -> tuple[Sheet, tuple[str, ...]]:
    """Read one sheet, and name its merged cells, which the library does not tell of a stream."""
    merged = scans.get(worksheet._worksheet_path.lstrip("/"), SheetScan(0, ())).merged
    return Sheet(worksheet.title, tuple(_rows(worksheet))), merged


def _rows(worksheet: Any) -> Iterator[Row]:
    for number, real in real_rows(worksheet):
        if (far := far_cell(number, real)) is not None:
            raise _far_cell(Sheet(worksheet.title, ()).place(far[0], far[1] - 1))
        cells = [""] * real[-1].column
        for cell in real:
            cells[cell.column - 1] = _cell(cell.value)
        if any(cells):
            yield Row(number, tuple(cells))


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


def _far_cell(place: str) -> InputError:
    said = _say("FAR_CELL", column=get_column_letter(MAXIMUM_COLUMN), row=MAXIMUM_ROW)
    return InputError((Violation(place, said, "FAR_CELL"),))


def _refused(description: str, reason: str) -> InputError:
    return InputError((Violation(WHOLE_FILE, description, reason),))
