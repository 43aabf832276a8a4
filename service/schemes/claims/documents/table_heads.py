"""Heads of table cells from rows, columns and definition terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.claims import CellHeads

if TYPE_CHECKING:
    from service.schemes.claims.documents.document import Container, TextBlock

_CELLS = ("td", "th")
_MAXIMUM_HEAD_CHARACTERS = 120
_MOST_COLUMNS = 200
"""Limit, because a cell can span thousands of columns."""
_PAIR = 2
"""Two cells in a row are head and value, without column heads."""


@dataclass(frozen=True, slots=True)
class _Cell:
    container: Container
    blocks: list[TextBlock] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return " ".join(self.texts)


_Row = list[_Cell]


def cell_heads(text: str, blocks: Iterable[TextBlock]) -> tuple[CellHeads, ...]:
    """Return the heads of cells in text order."""
    blocks = tuple(blocks)
    heads = [
        *_definition_heads(text, blocks),
        *(cell for table in _tables(text, blocks) for cell in _table_heads(table)),
    ]
    return tuple(sorted(heads))


def _join(heads: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(head for head in heads if head and len(head) <= _MAXIMUM_HEAD_CHARACTERS))


def _definition_heads(text: str, blocks: Sequence[TextBlock]) -> Iterator[CellHeads]:
    term = ""
    for block in blocks:
        if block.place == "dd" and term:
            yield CellHeads(block.start, block.end, term)
        elif block.place != "dd":
            term = _join((text[block.start : block.end],)) if block.place == "dt" else ""


def _tables(text: str, blocks: Sequence[TextBlock]) -> list[list[_Row]]:
    tables: dict[int, dict[int, dict[int, _Cell]]] = {}
    for block in blocks:
        ancestors: dict[str, Container] = {}
        for container in block.containers:
            ancestors["cell" if container.tag in _CELLS else container.tag] = container
        if {"table", "tr", "cell"} <= ancestors.keys():
            rows = tables.setdefault(ancestors["table"].number, {})
            cells = rows.setdefault(ancestors["tr"].number, {})
            cell = cells.setdefault(ancestors["cell"].number, _Cell(ancestors["cell"]))
            cell.blocks.append(block)
            cell.texts.append(text[block.start : block.end])
    return [[list(cells.values()) for cells in rows.values()] for rows in tables.values()]


def _table_heads(rows: Sequence[_Row]) -> Iterator[CellHeads]:
    marks_heads = any(cell.container.tag == "th" for row in rows for cell in row)
    columns: dict[int, str] = {}
    spanning: dict[int, tuple[int, str]] = {}
    is_above = True  # until the first row without column heads
    for row in rows:
        taken = {column: words for column, (_, words) in spanning.items()}
        spanning = {column: (remaining - 1, words) for column, (remaining, words) in spanning.items() if remaining > 1}
        is_head = is_above and _is_head_row(row, marks_heads=marks_heads, is_first=row is rows[0])
        is_above = is_above and is_head
        row_head = taken.get(0, "")
        for column, cell in _cells_with_columns(row, taken):
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
    if marks_heads:
        return all(cell.container.tag == "th" for cell in row) and len(row) > 1
    return is_first and row[-1].container.ordinal >= _PAIR


def _cells_with_columns(row: _Row, taken: dict[int, str]) -> Iterator[tuple[int, _Cell]]:
    column = ordinal = 0
    for cell in row:
        while ordinal < cell.container.ordinal or column in taken:
            ordinal += column not in taken  # a cell without words
            column += 1
        yield column, cell
        column += cell.container.spans[0]
        ordinal += 1
