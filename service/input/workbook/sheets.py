"""Sheets of a workbook, identified by their marks: column ids, and rows of cells as a stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rules.contracts import message_factory
from service.input.tabular.cell_texts import Cell
from service.input.tabular.xlsx_access import BookSheet, open_workbook
from service.input.tree.placed_errors import FilePosition, Problem
from service.input.workbook.sheet_layout import CHOICES, FIRST_ROW, ID_ROW, LEVELS, MARK, READ_ME

_say = message_factory(__name__)

_MAXIMUM_COLUMNS = 2_000


Row = dict[str, Cell]
"""The cells of a row with content, by the id of their column."""


class Sheet:
    """One sheet: its title, the ids of its columns, and its rows as a stream."""

    def __init__(self, sheet: BookSheet) -> None:
        self.title = sheet.title
        self.mark = ""
        self.faults: list[Problem] = []
        self._sheet = sheet

    def position(self, row: int = 0, column: int = 0) -> FilePosition:
        """Give a place in this sheet."""
        return FilePosition(row, column, self.title)

    def problems(self) -> list[Problem]:
        """Find merged cells, and columns with one id; the rows above the ids may be merged."""
        problems = [*self._sheet.merged_cells(below=ID_ROW - 1)]
        seen: dict[str, FilePosition] = {}
        for id, place in self.heads():
            if id in seen:
                words = _say("COLUMN_STANDS_TWICE", found=id[:60], there=seen[id].cell)
                problems.append(Problem(place, "", words, "REPEATED"))
            seen.setdefault(id, place)
        return problems

    def hidden_notes(self) -> Iterator[Problem]:
        """Yield the notes on rows below the heads and on columns that are read although they are hidden."""
        return self._sheet.hidden_notes(first_row=FIRST_ROW, columns={place.column for _, place in self.heads()})

    def heads(self) -> list[tuple[str, FilePosition]]:
        """List the ids of the columns."""
        row = next((cells for number, cells in self._sheet.rows(last=ID_ROW) if number == ID_ROW), ())
        named = ((str(cell.value).strip(), cell.position) for cell in row if cell.position.column <= _MAXIMUM_COLUMNS)
        return [(id, place) for id, place in named if id]

    def first_words(self) -> str:
        """Give what stands in the first cell, where the mark is."""
        _, row = next(self._sheet.rows(last=1), (1, ()))
        return str(row[0].value).strip() if row and row[0].position.column == 1 else ""

    def head_place(self) -> FilePosition:
        """Give the place of the row of ids."""
        return self.position(ID_ROW)

    def rows(self) -> Iterator[Row]:
        """Give each row with content below the heads; columns without id are not read."""
        columns = {place.column: id for id, place in self.heads()}
        for number, cells in self._sheet.rows():
            row = {
                columns[cell.position.column]: cell
                for cell in cells
                if cell.position.column in columns and not _blank(cell)
            }
            if row and number >= FIRST_ROW:
                yield row


def _blank(cell: Cell) -> bool:
    return isinstance(cell.value, str) and not cell.value.strip()


class Sheets:
    """The sheets of a workbook by their mark; what bears none is the author's own and not read."""

    def __init__(self, book: Iterable[BookSheet]) -> None:
        self.by_mark: dict[str, Sheet] = {}
        self.problems: list[Problem] = []
        for opened_sheet in book:
            sheet = Sheet(opened_sheet)
            words = sheet.first_words()
            mark = words.removeprefix(MARK).strip()
            if not words.startswith(f"{MARK} ") or mark in {CHOICES, LEVELS, READ_ME}:
                continue
            sheet.mark = mark
            if mark in self.by_mark:
                there = self.by_mark[mark].title
                description = _say("MARKED_TWICE", there=there, mark=MARK, name=mark)
                self.problems.append(Problem(sheet.position(1, 1), "", description, "REPEATED"))
                continue
            self.by_mark[mark] = sheet
            self.problems.extend(sheet.problems())

    def hidden_notes(self) -> list[Problem]:
        """Return the notes on hidden parts of the sheets that are read."""
        return [note for sheet in self.by_mark.values() for note in sheet.hidden_notes()]

    def missing(self, mark: str, title: str) -> Problem:
        """Say that a sheet is missing."""
        description = _say("SHEET_MISSING", title=title, mark=MARK, name=mark)
        return Problem(None, title, description, "MISSING_SHEET")


@contextmanager
def open_sheets(source: Path | bytes) -> Iterator[Sheets]:
    """Open a workbook to read it as a stream, formulas as such.

    Raises:
        PlacedError: it is no XLSX, is encrypted, or beyond a limit.
    """
    with open_workbook(source, split=_say("SPLIT")) as book:
        yield Sheets(book)
