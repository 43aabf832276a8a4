"""XLSX access: the sheets of a workbook as streams of cells."""

from __future__ import annotations

import warnings
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any, BinaryIO

from openpyxl import load_workbook
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.utils import range_boundaries
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from rules.contracts import Message, error_message, message_factory
from service.input import given_files
from service.input.tabular.cell_texts import FORMULA, Cell
from service.input.tabular.xlsx_scan import SheetScan, scan
from service.input.tree.placed_errors import (
    FilePosition,
    PlacedError,
    Problem,
    reporting_refused_file,
)
from service.input.tree.spaces import composed

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator
    from pathlib import Path


_message = message_factory(__name__)

_ROWS_PER_READ = 100
_MAX_RANGES = 10


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A sheet of an open workbook, with its openpyxl worksheet."""

    title: str
    scan: SheetScan
    worksheet: Any

    def rows(self, *, last: int | None = None, shows_unsaved: bool = False) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Yield the rows with content; with `shows_unsaved`, also formulas without a saved value, which seem blank."""
        parser_class = _FormulaParser if shows_unsaved else WorkSheetParser
        every = rows_with_content(self.worksheet, parser_class=parser_class)
        rows = takewhile(lambda row: last is None or row[0] <= last, every)
        while True:
            with _reporting_corruption():
                numbered_rows = [
                    (number, tuple(map(self._cell, cells))) for number, cells in islice(rows, _ROWS_PER_READ)
                ]
            if not numbered_rows:
                return
            yield from numbered_rows

    @property
    def hidden(self) -> bool:
        return bool(self.worksheet.sheet_state != "visible")

    def is_hidden(self, row: int, column: int) -> bool:
        return self.hidden or row in self.scan.hidden_rows or column in self.scan.hidden_columns

    def hidden_notes(self, *, first_row: int = 1, columns: Container[int] | None = None) -> Iterator[Problem]:
        if self.hidden:
            yield self._hidden_note(_message("HIDDEN_SHEET"))
        if rows := [row for row in self.scan.hidden_rows if row >= first_row]:
            yield self._hidden_note(_message("HIDDEN_ROWS", rows=_range_texts(rows, str)))
        if hidden_columns := [each for each in self.scan.hidden_columns if columns is None or each in columns]:
            letters = _range_texts(hidden_columns, lambda column: FilePosition(1, column).letters)
            yield self._hidden_note(_message("HIDDEN_COLUMNS", columns=letters))

    def _hidden_note(self, description: Message) -> Problem:
        return Problem(FilePosition(0, 0, self.title), "", description, "HIDDEN")

    def _cell(self, cell: Any) -> Cell:
        value = composed(cell.value) if isinstance(cell.value, str) else cell.value
        return Cell(FilePosition(cell.row, cell.column, self.title), value, str(cell.data_type), cell.number_format)

    def merged_cells(self, *, below: int = 0) -> Iterator[Problem]:
        """Yield problems for merged areas: all but their first cells seem blank."""
        for area in self.scan.merged:
            column, row, _, last = range_boundaries(area)
            if (last or 0) > below:
                position = FilePosition(row or 1, column or 1, self.title)
                yield Problem(position, "", _message("MERGED", area=area), "MERGED_CELLS")


def _range_texts(numbers: Iterable[int], name: Callable[[int], str]) -> list[str]:
    ranges: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1] = ranges[-1][0], number
        else:
            ranges.append((number, number))
    shown = [
        name(first) if first == last else f"{name(first)}\N{EN DASH}{name(last)}"
        for first, last in ranges[:_MAX_RANGES]
    ]
    return [*shown, _message("MORE_RANGES", count=len(ranges) - _MAX_RANGES)] if len(ranges) > _MAX_RANGES else shown


def not_xlsx_message(out: Path) -> Message:
    """Return the error for an output name that is not XLSX."""
    return _message("NO_XLSX_NAME", out=out)


@contextmanager
def open_workbook(source: Path | bytes, *, saved_values: bool = False, split: str = "") -> Iterator[list[BookSheet]]:
    """Open a workbook, but run nothing and open no linked files.

    With `saved_values`, saved results replace formulas. `split` is advice for a workbook that is too large.

    Raises:
        PlacedError: If it is invalid, encrypted or too large.
        OSError: If it cannot be opened.
    """
    with ExitStack() as parts:
        if isinstance(source, bytes):
            file: BinaryIO = BytesIO(source)
        else:
            with reporting_refused_file():
                file = parts.enter_context(given_files.open_input_file(source))
        scans = scan(file, split=split)
        file.seek(0)
        with _reporting_corruption():
            book = load_workbook(file, read_only=True, data_only=saved_values, keep_links=False)
        parts.callback(book.close)
        sheets: list[Any] = book.worksheets
        yield [
            BookSheet(sheet.title, scans.get(sheet._worksheet_path.lstrip("/"), SheetScan()), sheet) for sheet in sheets
        ]


class _FormulaParser(WorkSheetParser):
    """Parser that returns a formula without a saved value as a formula, because a blank cell would hide it."""

    def parse_cell(self, element: Any) -> dict[str, Any]:
        cell: dict[str, Any] = super().parse_cell(element)
        is_text = element.get("t") == "str"  # such a result may be an empty text
        if cell["value"] is None and not is_text and element.find(FORMULA_TAG) is not None:
            cell["value"], cell["data_type"] = FORMULA, "f"
        return cell


def rows_with_content(
    worksheet: Any, *, parser_class: type[WorkSheetParser] = WorkSheetParser
) -> Iterator[tuple[int, tuple[ReadOnlyCell, ...]]]:
    """Stream the number and cells of each row with content.

    The openpyxl reader would fill gaps: one distant cell would create a million rows.
    """
    book = worksheet.parent
    with worksheet._get_source() as source:
        parser = parser_class(
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
def _reporting_corruption() -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which are not read
            yield
    except (PlacedError, MemoryError):
        raise
    except Exception as error:
        description = _message("DAMAGED", kind=type(error).__name__, problem=error_message(error))
        raise PlacedError([Problem(None, "", description, "NOT_A_WORKBOOK")]) from error
