"""Heads of table cells: what the head of its row and of its column say of a cell, and a term of what explains it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.claims import CellHeads

if TYPE_CHECKING:
    from service.schemes.claims.documents.document import Container, TextBlock

_CELLS = ("td", "th")
_LONGEST_HEAD = 120
"""What is longer, in characters, is a text of its own."""
_MOST_COLUMNS = 200
"""Heads are known of so many columns; a page can say of each cell that it spans thousands of columns and rows."""
_PAIR = 2
"""Of two cells in a row the first says what the second is; the first row of such a table has no heads of columns."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell with the words that stand in it, and not in a table inside of it."""

    container: Container
    blocks: list[TextBlock] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return " ".join(self.texts)


_Row = list[_Cell]


def cell_heads(text: str, blocks: Iterable[TextBlock]) -> tuple[CellHeads, ...]:
    """Give the cells that have heads, in the order of the text."""
    blocks = tuple(blocks)
    heads = [*_of_terms(text, blocks), *(cell for table in _tables(text, blocks) for cell in _of_table(table))]
    return tuple(sorted(heads))


def _join(heads: Iterable[str]) -> str:
    """Write heads before a cell; what is empty, long or said twice is left out."""
    return ", ".join(dict.fromkeys(head for head in heads if head and len(head) <= _LONGEST_HEAD))


def _of_terms(text: str, blocks: Sequence[TextBlock]) -> Iterator[CellHeads]:
    term = ""
    for block in blocks:
        if block.place == "dd" and term:
            yield CellHeads(block.start, block.end, term)
        elif block.place != "dd":
            term = _join((text[block.start : block.end],)) if block.place == "dt" else ""


def _tables(text: str, blocks: Sequence[TextBlock]) -> list[list[_Row]]:
    """Gather the cells of each table, row by row; cells without words are missing."""
    tables: dict[int, dict[int, dict[int, _Cell]]] = {}
    for block in blocks:
        around: dict[str, Container] = {}
        for container in block.containers:
            around["cell" if container.tag in _CELLS else container.tag] = container
        if {"table", "tr", "cell"} <= around.keys():
            rows = tables.setdefault(around["table"].number, {})
            cells = rows.setdefault(around["tr"].number, {})
            cell = cells.setdefault(around["cell"].number, _Cell(around["cell"]))
            cell.blocks.append(block)
            cell.texts.append(text[block.start : block.end])
    return [[list(cells.values()) for cells in rows.values()] for rows in tables.values()]


def _of_table(rows: Sequence[_Row]) -> Iterator[CellHeads]:
    marks_heads = any(cell.container.tag == "th" for row in rows for cell in row)
    columns: dict[int, str] = {}
    spanning: dict[int, tuple[int, str]] = {}
    is_above = True  # of all rows that are no heads of columns
    for row in rows:
        taken = {column: words for column, (_, words) in spanning.items()}
        spanning = {column: (left - 1, words) for column, (left, words) in spanning.items() if left > 1}
        is_head = is_above and _is_head_row(row, marks_heads=marks_heads, is_first=row is rows[0])
        is_above = is_above and is_head
        row_head = taken.get(0, "")
        for column, cell in _placed(row, taken):
            width, height = cell.container.spans
            spanned = range(column, min(column + width, _MOST_COLUMNS))
            if is_head:
                columns |= {each: _join((columns.get(each, ""), cell.words)) for each in spanned}
            elif column == 0 or cell.container.tag == "th":
                row_head = _join((row_head, cell.words))
            elif heads := _join((row_head, columns.get(column, ""))):
                yield from (CellHeads(block.start, block.end, heads) for block in cell.blocks)
            if height > 1:
                spanning |= dict.fromkeys(spanned, (height - 1, cell.words))


def _is_head_row(row: _Row, *, marks_heads: bool, is_first: bool) -> bool:
    """Say whether a row has the heads of columns: by its marks, or in a table without any the first of three cells."""
    if marks_heads:
        return all(cell.container.tag == "th" for cell in row) and len(row) > 1
    return is_first and row[-1].container.ordinal >= _PAIR


def _placed(row: _Row, taken: dict[int, str]) -> Iterator[tuple[int, _Cell]]:
    """Give the cells of a row with their columns, past those that cells of rows above take up."""
    column = ordinal = 0
    for cell in row:
        while ordinal < cell.container.ordinal or column in taken:
            ordinal += column not in taken  # a cell without words
            column += 1
        yield column, cell
        column += cell.container.spans[0]
        ordinal += 1
