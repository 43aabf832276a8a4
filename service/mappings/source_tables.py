"""Source tables: the sheet of a mapping with its headings, and rows of cells by heading."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from rules.contracts import message_factory
from service.input.cells import CellError, exact_number, fold_cell_text
from service.input.tabular.cell_texts import Cell, plain_decimal
from service.input.tree.placed_errors import FilePosition, raise_placed_error

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.input.tabular.grids import Grid

_message = message_factory(__name__)

MAXIMUM_HEADING = 200
_SEARCHED_ROWS = 20
_MAX_EXAMPLES = 5
_MAX_EXAMPLE_CHARACTERS = 60
_NUMBER = re.compile(r"[-+]?[\d.,' \u00a0]*\d[\d.,' \u00a0]*%?\Z")


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A sheet below its header row; `headings` has the number of each column."""

    title: str
    headings: dict[str, int]
    header_row: int
    rows: tuple[tuple[int, dict[int, Cell]], ...]

    def letters(self, heading: str) -> str:
        return FilePosition(0, self.headings[heading]).letters

    def cells(self, heading: str) -> Iterator[Cell]:
        column = self.headings[heading]
        return (cells[column] for _, cells in self.rows if column in cells)

    def examples(self, heading: str) -> list[str]:
        texts: dict[str, None] = {}
        for cell in self.cells(heading):
            texts.setdefault(cell_text(cell)[:_MAX_EXAMPLE_CHARACTERS])
            if len(texts) == _MAX_EXAMPLES:
                break
        return list(texts)


def source_table(grids: Sequence[Grid], sheet: str, header_row: int) -> SourceTable:
    """Return the table of a sheet; without title the first, without header row the first that looks like one.

    Raises:
        PlacedError: If the sheet or its headings do not exist.
    """
    grid = next((grid for grid in grids if fold_cell_text(grid.title) == fold_cell_text(sheet)), None)
    if not sheet:
        grid = grids[0]
    if grid is None:
        known = [grid.title for grid in grids if grid.title]
        raise_placed_error(None, _message("NO_SHEET", found=sheet[:60], known=known), "NOT_FOUND")
    number = header_row or _found_header_row(grid)
    cells = next((cells for row, cells in grid.rows if row == number), None)
    if cells is None:
        raise_placed_error(FilePosition(number, 0, grid.title), _message("NO_HEADINGS", row=number), "REQUIRED")
    headings: dict[str, int] = {}
    folded: set[str] = set()
    for cell in cells:
        headings[_unique(cell_text(cell)[:MAXIMUM_HEADING], folded)] = cell.position.column
    rows = tuple((row, {cell.position.column: cell for cell in cells}) for row, cells in grid.rows if row > number)
    return SourceTable(grid.title, headings, number, rows)


def _found_header_row(grid: Grid) -> int:
    """Return the first row with as many texts as the widest of the first rows has, nearly."""
    first = grid.rows[:_SEARCHED_ROWS]
    counts = [sum(_is_word(cell) for cell in cells) for _, cells in first]
    widest = max(counts)
    return next(row for (row, _), count in zip(first, counts, strict=True) if 5 * count >= 4 * widest)


def _is_word(cell: Cell) -> bool:
    return isinstance(cell.value, str) and cell.kind == "s" and _NUMBER.match(cell.value.strip()) is None


def _unique(heading: str, known: set[str]) -> str:
    """Return a heading that differs from the known ones also after folding; add it to them."""
    heading = " ".join(heading.split())
    name, number = heading, 1
    while fold_heading(name) in known:
        number += 1
        name = f"{heading} ({number})"
    known.add(fold_heading(name))
    return name


def fold_heading(heading: str) -> str:
    """Return a heading for comparison: NFKC, case-folded, with single spaces."""
    return " ".join(unicodedata.normalize("NFKC", heading).casefold().split())


def cell_text(cell: Cell) -> str:
    """Return a cell as text, with all digits of a number."""
    value = cell.value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        try:
            return plain_decimal(exact_number(value))
        except CellError:
            return repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else str(value).strip()
