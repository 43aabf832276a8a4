"""Rule tables as a grid: the same table of both language files in one, and edited rows written to the files.

The grid and the spreadsheet share one row codec (`tables_of` and `replace_tables`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from rules.contracts import LANGUAGES, InputError, Violation, message_factory
from rules.language import (
    EXAMPLES,
    CellType,
    RuleTable,
    TableColumn,
    cell_position,
    column_types,
    language_of,
    load_lexicon,
    replace_tables,
    section_keywords,
    tables_of,
    twin_path,
)

_message = message_factory(__name__)

MAX_ROWS = 2_000
MAX_CELL_CHARACTERS = 10_000
MAX_TABLE_CHARACTERS = 2_000_000
"""Limit of a written table. Each column is as wide as its widest cell."""


class ColumnType(StrEnum):
    """Editor of the cells of a grid column."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    EXPRESSION = "expression"
    """Condition, formula or name, with completion."""


_NUMBERS = frozenset({CellType.NUMBER, CellType.WHOLE, CellType.AMOUNT, CellType.VALUE})
_DATES = frozenset({CellType.DATE, CellType.DAY, CellType.FIRST_DAY, CellType.DAY_OR_NEVER})
_TEXTS = frozenset({
    CellType.ID, CellType.LABEL, CellType.WORDS, CellType.DESCRIPTION, CellType.TEXT, CellType.VERSION,
    CellType.TIME_ZONE, CellType.ROUNDING, CellType.PLACES,
})  # fmt: skip
_SHARED = _NUMBERS | _DATES | {
    CellType.ID, CellType.UNIT, CellType.VERSION, CellType.NAME, CellType.CHOICE, CellType.CHOICES, CellType.IDS,
    CellType.SECTIONS, CellType.BASES,
}  # fmt: skip
"""Cells that can have the same text in every language."""


@dataclass(frozen=True, slots=True)
class CellSource:
    """A column of one table."""

    part: int
    column: int


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of a grid; with two sources, its cells have the same text in both languages.

    Choices with the same position in two columns have the same meaning.
    """

    type: ColumnType
    language: str
    """Language of the cells; empty if they are the same in both languages."""
    sources: tuple[CellSource, ...]
    choices: tuple[str, ...] = ()
    needed: bool = False


@dataclass(frozen=True, slots=True)
class GridTable:
    """A table of one file, or of the same file in both languages; `rows` excludes the headings."""

    id: str
    parts: tuple[RuleTable, ...]
    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[str, ...], ...]

    def heading(self, column: GridColumn, language: str) -> str:
        """Return the heading of a column, in a language if one of its files has it."""
        headings = {language_of(self.parts[source.part].path): self.parts[source.part].rows[0][source.column]
                    for source in column.sources}  # fmt: skip
        return headings.get(language) or next(iter(headings.values()))

    def part_rows(self, number: int, rows: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return the rows of one part, with its heading."""
        heading = self.parts[number].rows[0]
        origins = {source.column: index for index, column in enumerate(self.columns)
                   for source in column.sources if source.part == number}  # fmt: skip
        return [list(heading), *([row[origins[at]] for at in range(len(heading))] for row in rows)]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid; row 0 is the heading, and other rows count from 1. Columns count from 0."""

    table: str
    row: int
    column: int


def grid_tables(files: Mapping[str, str]) -> list[GridTable]:
    """Return all tables of a draft; a table that both language files have is one grid."""
    by_path: dict[str, list[RuleTable]] = {path: [] for path in sorted(files)}
    for table in tables_of(files):
        by_path[table.path].append(table)
    grids = list[GridTable]()
    for path, tables in by_path.items():
        first, second = (twin_path(path, language) for language in LANGUAGES)
        if path == second != first and first in by_path:
            continue
        others = by_path.get(second, []) if path == first != second else []
        grids += [_grid(parts) for parts in _pairs(tables, others)]
    return grids


def _pairs(tables: Sequence[RuleTable], others: Sequence[RuleTable]) -> Iterator[tuple[RuleTable, ...]]:
    first_side, second_side = ([_signature(table) for table in side] for side in (tables, others))
    for kind, begin, end, first, last in SequenceMatcher(None, first_side, second_side, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from zip(tables[begin:end], others[first:last], strict=True)
        else:
            yield from ((table,) for table in (*tables[begin:end], *others[first:last]))


def _signature(table: RuleTable) -> tuple[object, ...]:
    ids = [at for at, column in enumerate(column_types(table)) if column is not None and column.cell is CellType.ID]
    return table.group, table.kind, len(table.rows), tuple(tuple(row[at] for at in ids) for row in table.rows[1:])


def _grid(parts: tuple[RuleTable, ...]) -> GridTable:
    columns = list(_columns(parts))
    rows = tuple(
        tuple(parts[column.sources[0].part].rows[number][column.sources[0].column] for column in columns)
        for number in range(1, len(parts[0].rows))
    )
    return GridTable(f"{parts[0].path} {parts[0].number}", parts, tuple(columns), rows)


def _columns(parts: tuple[RuleTable, ...]) -> Iterator[GridColumn]:
    types = [column_types(table) for table in parts]
    if len(parts) == 1:
        yield from (_column(parts, types, (CellSource(0, at),)) for at in range(len(types[0])))
        return
    twins = _twins(types)
    for at in range(len(types[0])):
        twin = twins.get(at)
        sources = (CellSource(0, at),) if twin is None else (CellSource(0, at), CellSource(1, twin))
        if len(sources) == 2 and _is_shared(parts, types, sources):
            yield _column(parts, types, sources)
        else:
            yield from (_column(parts, types, (source,)) for source in sources)
    matched = frozenset(twins.values())
    yield from (_column(parts, types, (CellSource(1, at),)) for at in range(len(types[1])) if at not in matched)


def _twins(types: Sequence[Sequence[TableColumn | None]]) -> dict[int, int]:
    first, second = ([column.key if column is not None else "" for column in side] for side in types)
    unknown = [[at for at, key in enumerate(keys) if not key] for keys in (first, second)]
    twins = {at: second.index(key) for at, key in enumerate(first) if key and key in second}
    return twins | (dict(zip(*unknown, strict=True)) if len(unknown[0]) == len(unknown[1]) else {})


def _is_shared(
    parts: tuple[RuleTable, ...], types: Sequence[Sequence[TableColumn | None]], sources: tuple[CellSource, ...]
) -> bool:
    column = types[0][sources[0].column]
    texts = [[row[source.column] for row in parts[source.part].rows[1:]] for source in sources]
    if column is None or (column.cell is CellType.BY_HAND and not column.word_group):
        return texts[0] == texts[1] and any(texts[0])
    return texts[0] == texts[1] and column.cell in _SHARED


def _column(
    parts: tuple[RuleTable, ...], types: Sequence[Sequence[TableColumn | None]], sources: tuple[CellSource, ...]
) -> GridColumn:
    source = sources[0]
    table, column = parts[source.part], types[source.part][source.column]
    language = language_of(table.path) or LANGUAGES[0]
    choices = load_lexicon(language).words[column.word_group].by_key if column is not None and column.word_group else {}
    return GridColumn(
        ColumnType.CHOICE if choices else _type(column), "" if len(sources) > 1 else language, sources,
        tuple(choices.values()), needed=column is not None and column.needed,
    )  # fmt: skip


def _type(column: TableColumn | None) -> ColumnType:
    if column is None:
        return ColumnType.EXPRESSION
    kinds = ((_NUMBERS, ColumnType.NUMBER), (_DATES, ColumnType.DATE), (_TEXTS, ColumnType.TEXT))
    return next((type for cells, type in kinds if column.cell in cells), ColumnType.EXPRESSION)


def clean_cell(text: str) -> str:
    """Return the text that a cell of a feature file can contain: no control characters, and no space around it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return "".join(" " if _breaks_line(character) else character for character in lines).strip()


def _breaks_line(character: str) -> bool:
    return character != "\n" and unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")


def write_grid(
    files: Mapping[str, str], edits: Sequence[tuple[str, Sequence[Sequence[str]]]], grids: Sequence[GridTable]
) -> dict[str, str]:
    """Return the changed files: each edit names a table and contains all its rows, without the headings.

    Raises:
        InputError: If a table is unknown or repeated, or rows do not fit its columns.
    """
    known = {grid.id: grid for grid in grids}
    violations = [violation for number, edit in enumerate(edits) for violation in _violations(number, edit, known)]
    repeated = len({table for table, _ in edits}) < len(edits)
    if repeated:
        violations.append(Violation("edits", _message("TWICE_EDITED"), "REPEATED"))
    if violations:
        raise InputError(tuple(violations))
    by_path: dict[str, list[tuple[RuleTable, list[list[str]]]]] = {}
    for table, rows in edits:
        grid, cleaned = known[table], [[clean_cell(text) for text in row] for row in rows]
        if tuple(map(tuple, cleaned)) == grid.rows:
            continue
        for number, part in enumerate(grid.parts):
            written = grid.part_rows(number, cleaned)
            if written != [list(row) for row in part.rows]:
                by_path.setdefault(part.path, []).append((part, written))
    return {path: replace_tables(files[path], others) for path, others in by_path.items()}


def _violations(
    number: int, edit: tuple[str, Sequence[Sequence[str]]], known: Mapping[str, GridTable]
) -> Iterator[Violation]:
    table, rows = edit
    field = f"edits[{number}]"
    if table not in known:
        yield Violation(f"{field}.table", _message("NO_GRID_TABLE", table=table[:100]), "UNKNOWN")
        return
    if len(rows) > MAX_ROWS:
        yield Violation(f"{field}.rows", _message("TOO_MANY_ROWS", count=len(rows), most=MAX_ROWS), "TOO_LARGE")
        return
    count = len(known[table].columns)
    widths = (max((len(row[at]) for row in rows if at < len(row)), default=0) for at in range(count))
    if (size := sum(widths) * len(rows)) > MAX_TABLE_CHARACTERS:
        yield Violation(f"{field}.rows", _message("TABLE_TOO_LARGE", size=size, most=MAX_TABLE_CHARACTERS), "TOO_LARGE")
        return
    for at, row in enumerate(rows):
        if len(row) != count:
            message = _message("CELLS_OF_ROW", count=len(row), columns=count)
            yield Violation(f"{field}.rows[{at}].cells", message, "WRONG_VALUE")
        for column, text in enumerate(row):
            if len(text) > MAX_CELL_CHARACTERS:
                message = _message("CELL_TOO_LONG", size=len(text), most=MAX_CELL_CHARACTERS)
                yield Violation(f"{field}.rows[{at}].cells[{column}]", message, "TOO_LARGE")


class CellLocator:
    """Finds the cell of a grid at a location in the written files."""

    def __init__(self, files: Mapping[str, str], grids: Sequence[GridTable]) -> None:
        parts = {(part.path, part.number): (grid, at) for grid in grids for at, part in enumerate(grid.parts)}
        self._lines = {path: text.split("\n") for path, text in files.items()}
        self._rows: dict[tuple[str, int], tuple[GridTable, int, int]] = {}
        self._outlines: dict[str, list[tuple[RuleTable, GridTable, int]]] = {}
        for table in tables_of(files):
            grid, part = parts[table.path, table.number]
            if table.group == EXAMPLES:
                self._outlines.setdefault(table.path, []).append((table, grid, part))
            self._rows[table.path, table.sentence_line + 1] = grid, part, 0
            self._rows |= {(table.path, line + 1): (grid, part, row) for row, line in enumerate(table.row_lines)}

    def find(self, path: str, line: int, column: int) -> GridCell | None:
        """Return the cell at a line and a column, both from 1; None outside all tables.

        A sentence of an outline leads to the first blank cell of its examples, which removes words from the sentence.
        """
        found = self._rows.get((path, line))
        if found is None:
            return self._blank_example(path, line)
        grid, part, row = found
        text = self._lines[path][line - 1]
        written = max(cell_position(text, column - 1), 0) if text.lstrip().startswith("|") else 0
        return GridCell(grid.id, row, _grid_column(grid, CellSource(part, written)))

    @staticmethod
    def _heads(path: str) -> tuple[str, ...]:
        return tuple(head for heads in section_keywords(path) for head in heads)

    def _blank_example(self, path: str, line: int) -> GridCell | None:
        for table, grid, part in self._outlines.get(path, ()):
            between = self._lines[path][line : table.sentence_line + 1]
            if table.sentence_line >= line and not any(text.strip().startswith(self._heads(path)) for text in between):
                blank = ((row, at) for row, cells in enumerate(table.rows) for at, text in enumerate(cells) if not text)
                row, at = next(blank, (0, 0))
                return GridCell(grid.id, row, _grid_column(grid, CellSource(part, at))) if row else None
        return None


def _grid_column(grid: GridTable, source: CellSource) -> int:
    return next((at for at, column in enumerate(grid.columns) if source in column.sources), 0)
