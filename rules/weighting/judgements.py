"""Pairwise comparison matrices of experts: sheet parser, and checks of pairs, items and contradictions.

The first row and first column name the items. The cell in row i, column j is 1 if i is more important than j, 0.5 if
equal, 0 if less important. The two cells of a pair add up to 1, so one of them may be empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import combinations, permutations
from typing import TYPE_CHECKING

from rules.contracts.numbers import NumberError, format_exact, parse_exact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.weighting.weighting_diagnostics import NoteCollector, Sheet, SheetPlace, SheetRow


MAXIMUM_ITEMS = 100
LABEL_HEADINGS = frozenset({"label", "名称"})
"""Headings of an optional second column with display names."""
EQUAL = Fraction(1, 2)
_ALLOWED = frozenset({Fraction(0), EQUAL, Fraction(1)})


class DiagonalRule(StrEnum):
    """Whether an item's comparison with itself (one half) counts towards its row total."""

    WITH_DIAGONAL = "with-diagonal"
    WITHOUT_DIAGONAL = "without-diagonal"


@dataclass(frozen=True, slots=True)
class Judgements:
    """Matrix of one expert: `values[i][j]` compares item i with item j; the diagonal is one half."""

    expert: str
    items: tuple[str, ...]
    labels: Mapping[str, str]
    values: tuple[tuple[Fraction, ...], ...]
    place: SheetPlace

    def ordered(self, items: Sequence[str]) -> Judgements:
        positions = [self.items.index(item) for item in items]
        values = tuple(tuple(self.values[row][column] for column in positions) for row in positions)
        return Judgements(self.expert, tuple(items), self.labels, values, self.place)


@dataclass(frozen=True, slots=True)
class _MatrixLayout:
    columns: Mapping[str, int]
    rows: Mapping[str, SheetRow]
    labels: Mapping[str, str]


def _read_judgements(sheet: Sheet, variant: DiagonalRule, notes: NoteCollector) -> Judgements | None:
    before = len(notes.found)
    matrix = _find_items(sheet, notes)
    if matrix is None:
        return None
    values = _MatrixReader(sheet, matrix, variant, notes).read()
    if len(notes.found) > before:
        return None
    items = tuple(matrix.columns)
    lines = tuple(tuple(values[row, column] for column in items) for row in items)
    return Judgements(sheet.expert, items, matrix.labels, lines, sheet.place())


def read_panel(sheets: Sequence[Sheet], variant: DiagonalRule, notes: NoteCollector) -> tuple[Judgements, ...]:
    """Parse the matrices of all experts in the item order of the first; other items are errors."""
    panel: list[Judgements] = []
    experts: set[str] = set()
    for sheet in sheets:
        if sheet.expert in experts:
            notes.add("EXPERT_TWICE", sheet.place(), expert=sheet.expert)
            continue
        experts.add(sheet.expert)
        judgements = _read_judgements(sheet, variant, notes)
        if judgements is not None and (not panel or _same_items(panel[0], judgements, notes)):
            panel.append(judgements.ordered(panel[0].items) if panel else judgements)
    return tuple(panel)


def _same_items(first: Judgements, other: Judgements, notes: NoteCollector) -> bool:
    missing = [item for item in first.items if item not in other.items]
    added = [item for item in other.items if item not in first.items]
    for item in missing:
        notes.add("ITEM_NOT_JUDGED", other.place, item=item, expert=first.expert)
    for item in added:
        notes.add("ITEM_NOT_SHARED", other.place, item=item, expert=first.expert)
    return not missing and not added


def _find_items(sheet: Sheet, notes: NoteCollector) -> _MatrixLayout | None:
    content = sheet.content()
    if not content:
        notes.add("EMPTY_SHEET", sheet.place())
        return None
    header, *body = content
    labelled = header.cell(2).lower() in LABEL_HEADINGS
    columns = _find_columns(sheet, header, 3 if labelled else 2, body, notes)
    rows = _find_rows(sheet, body, notes)
    for item in (item for item in columns if item not in rows):
        notes.add("ROW_MISSING", sheet.place(header.number, columns[item]), item=item)
    for item in (item for item in rows if item not in columns):
        notes.add("COLUMN_MISSING", sheet.place(rows[item].number, 1), item=item)
    count = len(columns.keys() | rows.keys())
    if count < 2:
        notes.add("FEW_ITEMS", sheet.place(), count=str(count))
        return None
    if count > MAXIMUM_ITEMS:
        notes.add("MANY_ITEMS", sheet.place(), count=str(count), maximum=str(MAXIMUM_ITEMS))
        return None
    labels = {item: row.cell(2) for item, row in rows.items() if labelled and row.cell(2)}
    return _MatrixLayout(columns, rows, labels)


def _find_rows(sheet: Sheet, body: Sequence[SheetRow], notes: NoteCollector) -> dict[str, SheetRow]:
    rows: dict[str, SheetRow] = {}
    for row in body:
        item = row.cell(1)
        if not item:
            notes.add("ROW_WITHOUT_ITEM", sheet.place(row.number, 1))
        elif item in rows:
            notes.add("ROW_TWICE", sheet.place(row.number, 1), item=item, other=sheet.place(rows[item].number, 1))
        else:
            rows[item] = row
    return rows


def _find_columns(
    sheet: Sheet, header: SheetRow, first: int, body: Sequence[SheetRow], notes: NoteCollector
) -> Mapping[str, int]:
    columns: dict[str, int] = {}
    last = max((column for column, cell in enumerate(header.cells, start=1) if cell), default=0)
    for column in range(first, last + 1):
        item = header.cell(column)
        if not item:
            notes.add("COLUMN_WITHOUT_ITEM", sheet.place(header.number, column))
        elif item in columns:
            other = sheet.place(header.number, columns[item])
            notes.add("COLUMN_TWICE", sheet.place(header.number, column), item=item, other=other)
        else:
            columns[item] = column
    for row in body:
        for column in range(max(first, last + 1), len(row.cells) + 1):
            if row.cell(column):
                notes.add("OUTSIDE", sheet.place(row.number, column), text=row.cell(column)[:40])
    return columns


@dataclass(frozen=True, slots=True)
class _MatrixReader:
    sheet: Sheet
    matrix: _MatrixLayout
    variant: DiagonalRule
    notes: NoteCollector

    def read(self) -> Mapping[tuple[str, str], Fraction]:
        values: dict[tuple[str, str], Fraction] = {}
        items = [item for item in self.matrix.columns if item in self.matrix.rows]
        entries = {(row, column): self._value(row, column) for row in items for column in items}
        if len(items) > 1 and not any(self._text(*pair) for pair in permutations(items, 2)):
            self.notes.add("NOTHING_JUDGED", self.sheet.place())
            return values
        for position, item in enumerate(items):
            values[item, item] = EQUAL
            for other in items[position + 1 :]:
                values[item, other], values[other, item] = self._pair(item, other, entries)
        return values

    def _value(self, row: str, column: str) -> Fraction | None:
        text, location = self._text(row, column), self._location(row, column)
        if row == column:
            if not text and self.variant is DiagonalRule.WITH_DIAGONAL:
                self.notes.add("DIAGONAL_EMPTY", location, item=row)
            elif text and _number(text) != EQUAL:
                self.notes.add("DIAGONAL", location, item=row, text=text[:40])
            return EQUAL
        value = _number(text) if text else None
        if text and value not in _ALLOWED:
            self.notes.add("VALUE", location, row=row, column=column, text=text[:40])
            return None
        return value

    def _pair(
        self, item: str, other: str, entries: Mapping[tuple[str, str], Fraction | None]
    ) -> tuple[Fraction, Fraction]:
        value, reverse = entries[item, other], entries[other, item]
        if value is None and reverse is None:
            if not self._text(item, other) and not self._text(other, item):
                opposite = self._location(other, item)
                self.notes.add("UNJUDGED", self._location(item, other), row=item, column=other, other=opposite)
            return EQUAL, EQUAL
        if value is None:
            value = Fraction(1) - (reverse or 0)
        if reverse is None:
            reverse = Fraction(1) - value
        if value + reverse != 1:
            self.notes.add(
                "SUM", self._location(item, other), row=item, column=other, other=self._location(other, item),
                value=format_exact(value), reverse=format_exact(reverse),
            )  # fmt: skip
        return value, reverse

    def _text(self, row: str, column: str) -> str:
        return self.matrix.rows[row].cell(self.matrix.columns[column])

    def _location(self, row: str, column: str) -> SheetPlace:
        return self.sheet.place(self.matrix.rows[row].number, self.matrix.columns[column])


def _number(text: str) -> Fraction | None:
    try:
        return parse_exact(text)
    except NumberError:
        return None


_FULL_PREFERENCE = Fraction(1)
MAXIMUM_SHOWN = 20
"""Limit of triples reported per expert; one careless cell can break many."""

Contradiction = tuple[str, str, str, str]
"""Code of the note, and the three items in the order of its placeholders."""


def note_contradictions(judgements: Judgements, notes: NoteCollector) -> None:
    """Report contradictory triples, cycles first; the weights remain defined."""
    triples = sorted(intransitive_triples(judgements), key=lambda triple: triple[0] != "CYCLE")
    for code, first, second, third in triples[:MAXIMUM_SHOWN]:
        notes.add(code, judgements.place, first=first, second=second, third=third)
    if len(triples) > MAXIMUM_SHOWN:
        hidden_count = str(len(triples) - MAXIMUM_SHOWN)
        notes.add("MORE_CONTRADICTIONS", judgements.place, count=hidden_count, shown=str(MAXIMUM_SHOWN))


def intransitive_triples(judgements: Judgements) -> Iterator[Contradiction]:
    """Yield each triple of items that no ranking explains, with or without ties."""
    for triple in combinations(range(len(judgements.items)), 3):
        contradiction = _contradiction(triple, judgements.values)
        if contradiction is not None:
            code, order = contradiction
            first, second, third = (judgements.items[position] for position in order)
            yield code, first, second, third


def _contradiction(
    triple: tuple[int, int, int], values: Sequence[Sequence[Fraction]]
) -> tuple[str, tuple[int, int, int]] | None:
    i, j, k = triple
    for first, second, third in ((i, j, k), (j, k, i), (k, i, j)):
        cycle = values[first][second], values[second][third], values[third][first]
        match tuple(sorted(cycle)):
            case (1, 1, 1):
                return "CYCLE", (first, second, third)
            case (0, 0, 0):
                return "CYCLE", (first, third, second)
            case _:
                contradiction = _with_equals((first, second, third), values)
        if contradiction is not None:
            return contradiction
    return None


def _with_equals(
    order: tuple[int, int, int], values: Sequence[Sequence[Fraction]]
) -> tuple[str, tuple[int, int, int]] | None:
    for first, second, third in (order, order[::-1]):
        steps = values[first][second], values[second][third], values[first][third]
        if steps == (EQUAL, EQUAL, _FULL_PREFERENCE):
            return "BROKEN_EQUALITY", (first, second, third)
        if steps == (_FULL_PREFERENCE, _FULL_PREFERENCE, EQUAL):
            return "BROKEN_ORDER", (first, second, third)
    return None
