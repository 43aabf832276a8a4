"""Document model: text, blocks, omissions, shown facts and presentation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rules.claims import HEAD_SEPARATOR, CellHeads, Presentation
from rules.contracts import InputError, Violation, message_factory
from service.schemes.claims.documents.page_facts import PageFact

_message = message_factory(__name__)
MAXIMUM_BYTES = 50_000_000
MAXIMUM_CHARACTERS = 2_000_000
SEPARATOR = "\n\n"
_LONGEST_TITLE = 200
PICTURED = "page without text"
"""Omission of a PDF page without readable text."""


class Container(NamedTuple):
    """An element that structures blocks; `number` is its number in the file.

    `ordinal` counts cells of a row from 0, `spans` are columns and rows, and `first` is the first number of a list.
    """

    tag: str
    number: int
    ordinal: int = 0
    spans: tuple[int, int] = (1, 1)
    first: int = 1


MAXIMUM_CONTAINERS = 24
"""Maximum per block; the outermost are retained."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph, heading, item or cell, with a location such as "page 3".

    PDF and plain text have no `containers`; others begin with the outermost.
    """

    start: int
    end: int
    place: str
    containers: tuple[Container, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """Text of a file with its blocks, counted omissions, shown facts and presentation."""

    kind: str
    text: str
    blocks: tuple[TextBlock, ...] = ()
    left_out: dict[str, int] = field(default_factory=dict)
    shown: tuple[PageFact, ...] = ()
    presentation: Presentation = field(default_factory=Presentation)
    title: str = ""

    def place(self, start: int) -> str:
        index = bisect_right(self.blocks, start, key=lambda block: block.start) - 1
        return self.blocks[index].place if index >= 0 and start < self.blocks[index].end else ""

    @property
    def cell_heads(self) -> tuple[CellHeads, ...]:
        return cell_heads(self.text, self.blocks)


class ReadingError(InputError):
    """Failure to read a file as text."""

    def __init__(self, description: str, reason: str) -> None:
        super().__init__((Violation("file", description, reason),))


def assemble(kind: str, parts: Iterable[tuple[str, str, tuple[Container, ...]]]) -> Document:
    """Join the non-blank texts of blocks into a document."""
    texts: list[str] = []
    blocks: list[TextBlock] = []
    length = 0
    for text, location, containers in parts:
        stripped = text.strip()
        if not stripped:
            continue
        start = length + (len(SEPARATOR) if texts else 0)
        length = start + len(stripped)
        check_length(length)
        texts.append(stripped)
        blocks.append(TextBlock(start, length, location, containers))
    return Document(kind, SEPARATOR.join(texts), tuple(blocks))


def one_line_title(title: str | None) -> str:
    """Return the title on one line, cut to the maximum; empty if absent."""
    return " ".join((title or "").split())[:_LONGEST_TITLE]


def check_length(length: int) -> None:
    """Raise ReadingError if a text is too long."""
    if length > MAXIMUM_CHARACTERS:
        raise ReadingError(_message("TEXT_TOO_LONG", most=f"{MAXIMUM_CHARACTERS:,}"), "TOO_LONG")


# --- heads of table cells ---------------------------------------------------------------------------------------------

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
    return HEAD_SEPARATOR.join(dict.fromkeys(head for head in heads if head and len(head) <= _MAXIMUM_HEAD_CHARACTERS))


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
        spanning = _spans_of_next_row(spanning)
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


def _spans_of_next_row(spanning: dict[int, tuple[int, str]]) -> dict[int, tuple[int, str]]:
    return {column: (remaining - 1, words) for column, (remaining, words) in spanning.items() if remaining > 1}


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
