"""Sheets of a workbook by mark: column ids, and rows as a stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rules.contracts import message_factory
from service.input.tabular.cell_texts import Cell
from service.input.tabular.xlsx_access import BookSheet, open_workbook
from service.input.tree.placed_errors import FilePosition, Problem
from service.input.workbook.sheet_layout import CHOICES, FIRST_ROW, ID_ROW, LEVELS, MARK, READ_ME

_message = message_factory(__name__)

_MAXIMUM_COLUMNS = 2_000


Row = dict[str, Cell]
"""Non-empty cells by column id."""


class Sheet:
    """Worksheet with column ids and rows as a stream."""

    def __init__(self, sheet: BookSheet) -> None:
        self.title = sheet.title
        self.mark = ""
        self.faults: list[Problem] = []
        self._sheet = sheet

    def position(self, row: int = 0, column: int = 0) -> FilePosition:
        return FilePosition(row, column, self.title)

    def problems(self) -> list[Problem]:
        problems = [*self._sheet.merged_cells(below=ID_ROW - 1)]
        seen: dict[str, FilePosition] = {}
        for id, position in self.heads():
            if id in seen:
                words = _message("COLUMN_STANDS_TWICE", found=id[:60], there=seen[id].cell)
                problems.append(Problem(position, "", words, "REPEATED"))
            seen.setdefault(id, position)
        return problems

    def hidden_notes(self) -> Iterator[Problem]:
        return self._sheet.hidden_notes(first_row=FIRST_ROW, columns={position.column for _, position in self.heads()})

    def heads(self) -> list[tuple[str, FilePosition]]:
        row = next((cells for number, cells in self._sheet.rows(last=ID_ROW) if number == ID_ROW), ())
        named = ((str(cell.value).strip(), cell.position) for cell in row if cell.position.column <= _MAXIMUM_COLUMNS)
        return [(id, position) for id, position in named if id]

    def first_words(self) -> str:
        _, row = next(self._sheet.rows(last=1), (1, ()))
        return str(row[0].value).strip() if row and row[0].position.column == 1 else ""

    def head_place(self) -> FilePosition:
        return self.position(ID_ROW)

    def rows(self) -> Iterator[Row]:
        columns = {position.column: id for id, position in self.heads()}
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
    """Sheets by mark; sheets without a mark are ignored."""

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
                first_title = self.by_mark[mark].title
                description = _message("MARKED_TWICE", there=first_title, mark=MARK, name=mark)
                self.problems.append(Problem(sheet.position(1, 1), "", description, "REPEATED"))
                continue
            self.by_mark[mark] = sheet
            self.problems.extend(sheet.problems())

    def hidden_notes(self) -> list[Problem]:
        return [note for sheet in self.by_mark.values() for note in sheet.hidden_notes()]

    def missing(self, mark: str, title: str) -> Problem:
        description = _message("SHEET_MISSING", title=title, mark=MARK, name=mark)
        return Problem(None, title, description, "MISSING_SHEET")


@contextmanager
def open_sheets(source: Path | bytes) -> Iterator[Sheets]:
    """Open a workbook as a stream.

    Raises:
        PlacedError: If it is not XLSX, is encrypted or exceeds a limit.
    """
    with open_workbook(source, split=_message("SPLIT")) as book:
        yield Sheets(book)
