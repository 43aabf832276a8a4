"""Data tables of steps: headings, rows by column key, required cells and aligned output."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from rules.language.table_columns import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rules.contracts.diagnostics import Location
    from rules.language.diagnostic_collector import DiagnosticReport
    from rules.language.lexicon import Lexicon
    from rules.language.source import SourceText, Step


def cell(text: str) -> str:
    """Escape bars, backslashes and line breaks."""
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n")


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as escaped table lines, padded by display width."""
    return align_rows([[cell(text) for text in row] for row in rows])


def align_rows(cells: Sequence[Sequence[str]]) -> list[str]:
    """Return escaped rows as table lines, padded by display width."""
    widths = [max(_width(row[column]) for row in cells) for column in range(len(cells[0]))] if cells else []
    return [
        f"| {' | '.join(text + ' ' * (width - _width(text)) for text, width in zip(row, widths, strict=True))} |"
        for row in cells
    ]


def _width(text: str) -> int:
    if text.isascii() and text.isprintable():
        return len(text)
    from wcwidth import wcswidth  # noqa: PLC0415 -- loaded only to align non-ASCII text

    width = wcswidth(text)
    return width if width >= 0 else len(text)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One table row, by column key."""

    cells: Mapping[str, SourceText]
    names: Mapping[str, str]
    report: DiagnosticReport
    location: Location

    def get(self, column: str) -> SourceText | None:
        cell = self.cells.get(column)
        return cell if cell is not None and cell.text else None

    def need(self, column: str) -> SourceText | None:
        cell = self.get(column)
        if cell is None:
            empty = self.cells.get(column)
            location = self.location if empty is None else empty.location
            self.report.add("RL023", location, column=self.names.get(column, column))
        return cell


@dataclass(frozen=True, slots=True)
class Table:
    """A table with valid columns."""

    header: Mapping[str, SourceText]
    rows: tuple[TableRow, ...]

    def __iter__(self) -> Iterator[TableRow]:
        return iter(self.rows)


def require_table(step: Step, columns: tuple[str, ...], report: DiagnosticReport) -> bool:
    """Report a missing table or an unwanted text block; return whether a table exists."""
    if step.text_block is not None:
        report.add("RL020", step.text_block, "text_block")
    if step.table is None:
        report.add("RL020", step.sentence, "missing", columns=f"| {' | '.join(columns)} |")
        report.incomplete = report.unreliable = True
        return False
    return True


def refuse_table(step: Step, report: DiagnosticReport) -> None:
    """Report a table or text block below a sentence that allows none."""
    if step.text_block is not None:
        report.add("RL020", step.text_block, "text_block")
    if step.table is not None:
        report.add("RL020", step.table[0][0], "unwanted")


def refuse_contradictions(id: str, first: TableRow, rows: Iterable[TableRow], columns: tuple[str, ...]) -> None:
    """Report cells that differ from the first row of an item; blank cells are allowed."""
    for row, column in product(rows, columns):
        first_cell, other = first.get(column), row.get(column)
        if other is not None and (first_cell is None or first_cell.text != other.text):
            shown = first_cell.text if first_cell else ""
            row.report.add("RL014", other, "disagrees", id=id, column=row.names[column], first=shown)


@dataclass(frozen=True, slots=True)
class AllowedColumns:
    """The columns that a table may have, and the keys of the required ones."""

    by_word: Mapping[str, str]
    by_key: Mapping[str, str]
    required: frozenset[str]


def read_table(step: Step, kind: str, words: Lexicon, report: DiagnosticReport) -> Table | None:
    """Read a table with the columns of its kind; None if it is invalid, which is reported."""
    known = words.columns[kind]
    if step.table is not None and len(step.table) == 1:
        report.add("RL020", step.table[0][0], "empty")
    return _parse_table(step, AllowedColumns(known.by_word, known.by_key, TABLES[kind].needs), words, report)


def read_named_table(
    step: Step, by_word: Mapping[str, str], required: frozenset[str], words: Lexicon, report: DiagnosticReport
) -> Table | None:
    """Read a table with names as columns; `by_word` maps allowed names to keys."""
    by_key = {key: word for word, key in by_word.items()}
    return _parse_table(step, AllowedColumns(by_word, by_key, required), words, report)


def _parse_table(step: Step, columns: AllowedColumns, words: Lexicon, report: DiagnosticReport) -> Table | None:
    shown = tuple(word for key, word in columns.by_key.items() if key in columns.required)
    if not require_table(step, shown, report) or step.table is None:
        return None
    keys = _keys(step.table[0], columns, words, report)
    return _table(step, keys, columns.by_key, report)


def _keys(
    header: tuple[SourceText, ...], columns: AllowedColumns, words: Lexicon, report: DiagnosticReport
) -> list[str] | None:
    keys: list[str] = []
    sound = True
    for cell in header:
        key = columns.by_word.get(cell.text)
        if key is None:
            shown = words.separator.join(columns.by_key.values())
            report.add_unknown("RL021", cell, columns.by_word, column=cell.text, columns=shown)
            sound = False
        elif key in keys:
            report.add("RL021", cell, "twice", column=cell.text)
            sound = False
        keys.append(key or "")
    for missing in (key for key in columns.by_key if sound and key in columns.required and key not in keys):
        report.add("RL021", header[0], "missing", column=columns.by_key[missing])
    return keys if sound and columns.required <= set(keys) else None


def suppress_unknown_names(step: Step, report: DiagnosticReport) -> None:
    """Mark the words of an unreadable definition, so that their uses are not reported as unknown."""
    report.incomplete = True
    report.broken.update(cell.text for row in step.table or () for cell in row)
    report.broken.update(step.sentence.text.split())


def _table(step: Step, keys: list[str] | None, names: Mapping[str, str], report: DiagnosticReport) -> Table | None:
    if keys is None:
        suppress_unknown_names(step, report)
        return None
    header, *body = step.table or ((),)
    rows = tuple(TableRow(dict(zip(keys, row, strict=True)), names, report, row[0].location) for row in body)
    return Table(dict(zip(keys, header, strict=True)), rows)
