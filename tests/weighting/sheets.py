"""Sheets of judgements as short text, for the tests of this folder."""

from fractions import Fraction

from rules.contracts.diagnostics import Severity
from rules.weighting.judgements import EQUAL, DiagonalRule, Judgements, read_panel
from rules.weighting.weighting_diagnostics import NoteCollector, Sheet, SheetPlace, SheetRow

ERROR = Severity.ERROR
EXAMPLE = """
item, A,   B,   C,   D
A,    0.5, 1,   1,   1
B,    0,   0.5, 0.5, 1
C,    0,   0.5, 0.5, 1
D,    0,   0,   0,   0.5
"""
"""A before B and C, which are equal, before D."""


def sheet(text: str, expert: str = "panel") -> Sheet:
    lines = text.strip().splitlines()
    rows = tuple(
        SheetRow(number, tuple(cell.strip() for cell in line.split(","))) for number, line in enumerate(lines, start=1)
    )
    return Sheet(f"{expert}.csv", expert, rows)


def numbers(text: str) -> tuple[Fraction, ...]:
    """Read exact numbers, such as `7/2 2 0.5`."""
    return tuple(Fraction(word) for word in text.split())


def read(
    *sheets: Sheet, variant: DiagonalRule = DiagonalRule.WITH_DIAGONAL
) -> tuple[tuple[Judgements, ...], NoteCollector]:
    notes = NoteCollector()
    return read_panel(sheets, variant, notes), notes


def shown(notes: NoteCollector, severity: Severity = Severity.ERROR) -> list[tuple[str, str]]:
    return [(note.place.describe("en"), note.code) for note in notes.of(severity)]


def placed(notes: NoteCollector) -> str:
    """List row, column and code of each error, such as `2:3 VALUE`."""
    places = (
        (f"{note.place.row}:{note.place.column} " if note.place.row else "") + note.code for note in notes.of(ERROR)
    )
    return ", ".join(places)


def judgements(*rows: tuple[Fraction | int, ...], expert: str = "panel") -> Judgements:
    items = tuple("ABCDEFGHIJ"[: len(rows)])
    values = tuple(tuple(Fraction(value) for value in row) for row in rows)
    return Judgements(expert, items, {}, values, SheetPlace(expert))


def judged(size: int, upper: list[Fraction], expert: str = "panel") -> Judgements:
    """Fill the upper triangle row by row; the rest follows."""
    values = [[EQUAL] * size for _ in range(size)]
    remaining = iter(upper)
    for row in range(size):
        for column in range(row + 1, size):
            value = next(remaining)
            values[row][column], values[column][row] = value, 1 - value
    return judgements(*(tuple(row) for row in values), expert=expert)
