"""What stands in the cells of a workbook, sheet by sheet, each sheet known by its mark?"""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any, NoReturn

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from rules.contracts.messages import speaker
from service.reading.dossier.problems import DossierError, Place, Problem
from service.reading.real_cells import real_rows
from service.reading.workbook.forms import CHOICES, FIRST_ROW, ID_ROW, LEVELS, MARK, READ_ME
from service.reading.workbook.guard import SheetScan, scan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from openpyxl.cell.read_only import ReadOnlyCell

_say = speaker(__name__)

_MAXIMUM_COLUMNS = 2_000
_AT_ONCE = 100
_MAXIMUM_ROW = 1_048_576
"""The last row that the format knows."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with anything in it: `kind` is n, s, b, d, e or f, for number, text, flag, date, error, formula."""

    place: Place
    value: Any
    kind: str = "s"
    number_format: str = "General"


Row = dict[str, Cell]
"""The cells of a row with content, by the id of their column."""


class Sheet:
    """One sheet: its title, the ids of its columns, and its rows as a stream."""

    def __init__(self, title: str, mark: str, worksheet: Any, merged: tuple[str, ...]) -> None:
        """Take the sheet of the library."""
        self.title = title
        self.mark = mark
        self.faults: list[Problem] = []
        self._worksheet = worksheet
        self._merged = merged

    def place(self, row: int = 0, column: int = 0) -> Place:
        """Give a place in this sheet."""
        return Place(row, column, self.title)

    def problems(self) -> list[Problem]:
        """Find merged cells, and columns with one id; the rows above the ids may be merged."""
        found = []
        for area in self._merged:
            column, row, _, last = range_boundaries(area)
            if (last or 0) >= ID_ROW:
                words = _say("MERGED", area=area)
                found.append(Problem(self.place(row or 0, column or 0), "", words, "MERGED_CELLS"))
        seen: dict[str, Place] = {}
        for id, place in self.heads():
            if id in seen:
                words = _say("COLUMN_STANDS_TWICE", found=id[:60], there=seen[id].cell)
                found.append(Problem(place, "", words, "REPEATED"))
            seen.setdefault(id, place)
        return found

    def heads(self) -> list[tuple[str, Place]]:
        """List the ids of the columns."""
        row = next(self._raw(first=ID_ROW, last=ID_ROW, columns=_MAXIMUM_COLUMNS), ())
        cells = ((place, value) for place, value, *_ in row if value is not None)
        return [(str(value).strip(), place) for place, value in cells if str(value).strip()]

    def head_place(self) -> Place:
        """Give the place of the row of ids."""
        return self.place(ID_ROW)

    def rows(self) -> Iterator[Row]:
        """Give each row with content below the heads; columns without id are not read."""
        columns = {place.column: id for id, place in self.heads()}
        for raw in self._raw(first=FIRST_ROW, last=None, columns=max(columns, default=1)):
            row = {}
            for place, value, kind, number_format in raw:
                id = columns.get(place.column)
                if id and value is not None and not (isinstance(value, str) and not value.strip()):
                    row[id] = Cell(place, value, kind, number_format)
            if row:
                yield row

    def _raw(self, *, first: int, last: int | None, columns: int) -> Iterator[tuple[tuple[Place, Any, str, str], ...]]:
        """Give the cells with content of each row that has any, up to so many columns."""
        within = takewhile(lambda row: last is None or row[0] <= last, real_rows(self._worksheet))
        rows = (row for row in within if row[0] >= first)
        while True:
            with _reading():
                some = [self._cells(number, cells, columns) for number, cells in islice(rows, _AT_ONCE)]
            if not some:
                return
            yield from some

    def _cells(
        self, number: int, cells: Iterable[ReadOnlyCell], columns: int
    ) -> tuple[tuple[Place, Any, str, str], ...]:
        if number > _MAXIMUM_ROW:
            raise ValueError(_say("ROW_TOO_FAR", most=_MAXIMUM_ROW))
        return tuple(
            (Place(number, cell.column, self.title), cell.value, str(cell.data_type), cell.number_format)
            for cell in cells
            if cell.column <= columns
        )


class Sheets:
    """The sheets of a workbook by their mark; what bears none is the author's own and not read."""

    def __init__(self, book: Any, scans: dict[str, SheetScan]) -> None:
        """Find the marks."""
        self.by_mark: dict[str, Sheet] = {}
        self.problems: list[Problem] = []
        for worksheet in book.worksheets:
            found = scans.get(worksheet._worksheet_path.lstrip("/"), SheetScan(0, ()))
            sheet = Sheet(worksheet.title, "", worksheet, found.merged)
            cell = next(sheet._raw(first=1, last=1, columns=1), ())
            words = str(cell[0][1]).strip() if cell and cell[0][0].column == 1 else ""
            mark = words.removeprefix(MARK).strip()
            if not words.startswith(f"{MARK} ") or mark in {CHOICES, LEVELS, READ_ME}:
                continue
            sheet.mark = mark
            if mark in self.by_mark:
                there = self.by_mark[mark].title
                description = _say("MARKED_TWICE", there=there, mark=MARK, name=mark)
                self.problems.append(Problem(sheet.place(1, 1), "", description, "REPEATED"))
                continue
            self.by_mark[mark] = sheet
            self.problems.extend(sheet.problems())

    def missing(self, mark: str, title: str) -> Problem:
        """Say that a sheet is missing."""
        description = _say("SHEET_MISSING", title=title, mark=MARK, name=mark)
        return Problem(None, title, description, "MISSING_SHEET")


@contextmanager
def opened(path: Path) -> Iterator[Sheets]:
    """Open a workbook to read it as a stream, formulas as such.

    Raises:
        DossierError: it is no XLSX, is encrypted, or beyond a limit.
    """
    scans = scan(path)
    with path.open("rb") as file:
        with _reading():
            book = load_workbook(file, read_only=True, data_only=False, keep_links=False)
        try:
            yield Sheets(book, scans)
        finally:
            book.close()


@contextmanager
def _reading() -> Iterator[None]:
    """Turn whatever the library makes of a damaged file into a problem; it raises errors of many kinds."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which are not read
            yield
    except DossierError:
        raise
    except MemoryError:
        raise
    except Exception as error:
        _refuse(error)


def _refuse(error: Exception) -> NoReturn:
    description = _say("DAMAGED", kind=type(error).__name__, problem=str(error)[:120])
    raise DossierError([Problem(None, "", description, "NOT_A_WORKBOOK")]) from error
