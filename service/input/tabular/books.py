"""Workbook access (XLSX): safety limits, and a stream of the cells with content."""

from __future__ import annotations

import os
import warnings
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any, BinaryIO

from openpyxl import load_workbook
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.utils import range_boundaries
from openpyxl.worksheet._reader import WorkSheetParser

from rules.contracts import Message, error_message, message_factory
from service.input import given_files, packages
from service.input.packages import PackageError, PackageFormat, open_package
from service.input.tabular.cell_texts import Cell
from service.input.tabular.elements import SHEET, PackageScanner, SheetScan
from service.input.tree.bounds import reporting_refused_file
from service.input.tree.problems import FilePosition, PlacedError, Problem, raise_placed_error

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator
    from pathlib import Path


_say = message_factory(__name__)

MAXIMUM_FILE_BYTES = 50_000_000
MAXIMUM_PART_BYTES = 64_000_000
MAXIMUM_SHEET_BYTES = 256_000_000
MAXIMUM_UNPACKED_BYTES = 512_000_000

_UNSOUND = {packages.BROKEN: "NOT_A_WORKBOOK", packages.DOCUMENT_TYPE: "NOT_A_WORKBOOK"}


def scan(file: BinaryIO, *, split: str = "") -> dict[str, SheetScan]:
    """Check a file and scan its sheets, by their place in the package.

    `split` says what to do with a workbook that is too large.
    """
    split = split or _say("DIVIDE")
    size = file.seek(0, os.SEEK_END)
    if size > MAXIMUM_FILE_BYTES:
        raise_placed_error(
            None, _say("FILE_TOO_LARGE", size=size, most=MAXIMUM_FILE_BYTES, split=split), packages.TOO_LARGE
        )
    form = PackageFormat(_say("WORKBOOK"), _say("OLD_FORMAT"), MAXIMUM_UNPACKED_BYTES, _most, split)
    try:
        with open_package(file, form) as package:
            return _scan_package(package, form)
    except PackageError as error:
        message = (
            _say("NOT_XLSX", problem=error_message(error)) if error.reason == packages.BROKEN else error_message(error)
        )
        raise_placed_error(None, message, _UNSOUND.get(error.reason, error.reason))


def _most(part: str) -> int:
    return MAXIMUM_SHEET_BYTES if SHEET.fullmatch(part) else MAXIMUM_PART_BYTES


def _scan_package(package: zipfile.ZipFile, form: PackageFormat) -> dict[str, SheetScan]:
    names = set(package.namelist())
    if "xl/workbook.bin" in names:
        raise_placed_error(None, _say("BINARY"), packages.OLD_FORMAT)
    if "xl/workbook.xml" not in names or "[Content_Types].xml" not in names:
        raise_placed_error(None, _say("PACKED"), "NOT_A_WORKBOOK")
    elements = PackageScanner(package, form)
    parts = sorted(package.infolist(), key=lambda part: SHEET.fullmatch(part.filename) is not None)
    return {part.filename: elements.scan(part) for part in parts}


_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class BookSheet:
    """One sheet of an open workbook: its title, the areas of merged cells, and the sheet of the library."""

    title: str
    merged: tuple[str, ...]
    worksheet: Any

    def rows(self, *, last: int | None = None) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Give the number of each row with content, from 1 up to the `last`, and its cells with content."""
        rows = takewhile(lambda row: last is None or row[0] <= last, rows_with_content(self.worksheet))
        while True:
            with _reading():
                some = [(number, tuple(map(self._cell, cells))) for number, cells in islice(rows, _AT_ONCE)]
            if not some:
                return
            yield from some

    @property
    def hidden(self) -> bool:
        """Say whether the sheet is not shown."""
        return bool(self.worksheet.sheet_state != "visible")

    def hidden_rows(self) -> frozenset[int]:
        """Give the numbers of the rows that are not shown, by hand or by a filter."""
        with _reading(), self.worksheet._get_source() as source:
            parser = WorkSheetParser(source, self.worksheet._shared_strings)
            for _ in parser.parse():
                pass
            shown = {"0", "false"}
            rows = parser.row_dimensions.items()
            return frozenset(int(row) for row, how in rows if how.get("hidden", "0") not in shown)

    def _cell(self, cell: Any) -> Cell:
        return Cell(
            FilePosition(cell.row, cell.column, self.title), cell.value, str(cell.data_type), cell.number_format
        )

    def merged_cells(self, *, below: int = 0) -> Iterator[Problem]:
        """Refuse each area of merged cells that reaches below a row: all but the first cell would seem blank."""
        for area in self.merged:
            column, row, _, last = range_boundaries(area)
            if (last or 0) > below:
                place = FilePosition(row or 1, column or 1, self.title)
                yield Problem(place, "", _say("MERGED", area=area), "MERGED_CELLS")


def not_xlsx_message(out: Path) -> Message:
    """Say that a workbook cannot be written under a name."""
    return _say("NO_XLSX_NAME", out=out)


@contextmanager
def open_workbook(source: Path | bytes, *, saved_values: bool = False, split: str = "") -> Iterator[list[BookSheet]]:
    """Open a workbook; nothing in it is run, and no other file that it names is opened.

    Formulas are given as such, or with `saved_values` as the value that the spreadsheet program saved. `split` says
    what to do with a workbook that is too large.

    Raises:
        PlacedError: it is no XLSX, is encrypted, damaged, or beyond a limit.
        OSError: it cannot be opened.
    """
    with ExitStack() as parts:
        if isinstance(source, bytes):
            file: BinaryIO = BytesIO(source)
        else:
            with reporting_refused_file():
                file = parts.enter_context(given_files.open_input_file(source))
        scans = scan(file, split=split)
        file.seek(0)
        with _reading():
            book = load_workbook(file, read_only=True, data_only=saved_values, keep_links=False)
        parts.callback(book.close)
        sheets: list[Any] = book.worksheets
        yield [
            BookSheet(sheet.title, scans.get(sheet._worksheet_path.lstrip("/"), SheetScan()).merged, sheet)
            for sheet in sheets
        ]


def rows_with_content(worksheet: Any) -> Iterator[tuple[int, tuple[ReadOnlyCell, ...]]]:
    """Give the number of each row with content, from 1, and its cells with content, of a sheet read as a stream.

    The library, doing so, makes up every row and cell that a sheet leaves out: one cell in the last corner of a small
    file would cost a million rows. What the library raises on a damaged sheet, of any kind, passes through.
    """
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
            if cells := [cell for cell in row if cell["value"] is not None]:
                yield number, tuple(ReadOnlyCell(worksheet, **cell) for cell in cells)


@contextmanager
def _reading() -> Iterator[None]:
    """Turn whatever the library makes of a damaged file into a problem; it raises errors of many kinds."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which are not read
            yield
    except (PlacedError, MemoryError):
        raise
    except Exception as error:
        description = _say("DAMAGED", kind=type(error).__name__, problem=str(error)[:120])
        raise PlacedError([Problem(None, "", description, "NOT_A_WORKBOOK")]) from error
