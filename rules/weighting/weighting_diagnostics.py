"""Weighting inputs: rows and cells of sheets, their locations, and a collector of errors and warnings."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import Severity
from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import in_language, join_items
from rules.contracts.toml_files import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping


_CELL_TEMPLATES = {"en": "line {row}, column {column}", "zh": "第 {row} 行第 {column} 列"}
_LINE_TEMPLATES = {"en": "line {row}", "zh": "第 {row} 行"}
_SHEET_TEMPLATES = {"en": "{source}, sheet {sheet}", "zh": "{source} 工作表“{sheet}”"}


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """Location in a sheet; rows and columns count from 1, and 0 means all of them."""

    source: str
    sheet: str = ""
    row: int = 0
    column: int = 0

    def cell(self, language: str) -> str:
        if not self.row:
            return self.source
        if self.sheet:
            return (
                f"{_letters(self.column)}{self.row}" if self.column else _LINE_TEMPLATES[language].format(row=self.row)
            )
        pattern = _CELL_TEMPLATES if self.column else _LINE_TEMPLATES
        return pattern[language].format(row=self.row, column=self.column)

    def describe(self, language: str) -> str:
        sheet_name = (
            _SHEET_TEMPLATES[language].format(source=self.source, sheet=self.sheet) if self.sheet else self.source
        )
        if not self.row:
            return sheet_name
        separator = ", " if self.sheet and language == "en" else " "
        return f"{sheet_name}{separator}{self.cell(language)}"


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class SheetRow:
    """Row with its number in the file; cell texts have no surrounding spaces."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        return self.cells[column - 1] if column <= len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Cells of a text table, or of the workbook sheet `title`, judged by `expert`.

    `guessed` is the line of the first text used to guess the file encoding; 0 if it was not guessed. `hidden` describes
    the hidden parts.
    """

    source: str
    expert: str
    rows: tuple[SheetRow, ...]
    title: str = ""
    guessed: int = 0
    hidden: tuple[str, ...] = ()

    def place(self, row: int = 0, column: int = 0) -> SheetPlace:
        return SheetPlace(self.source, self.title, row, column)

    def content(self) -> tuple[SheetRow, ...]:
        return tuple(row for row in self.rows if any(row.cells) and not _is_comment(row.cells))


def _is_comment(cells: tuple[str, ...]) -> bool:
    """Return whether a row is a comment: `#` alone, or `#` and a space (unlike `#REF!` of a broken formula)."""
    return bool(cells) and (cells[0] == "#" or cells[0].startswith("# "))


@dataclass(frozen=True, slots=True)
class WeightingNote:
    """Error or warning for the analyst; `notes.toml` contains its texts."""

    place: SheetPlace
    code: str
    severity: Severity
    arguments: Mapping[str, str | SheetPlace | tuple[str, ...]]

    def message(self, language: str) -> str:
        shown = {name: _argument_text(value, language) for name, value in self.arguments.items()}
        return templates()[self.code][language].format(**shown)


@dataclass(slots=True)
class NoteCollector:
    """Collects notes, so that all are reported together."""

    found: list[WeightingNote] = field(default_factory=list)

    def add(self, code: str, place: SheetPlace, **arguments: str | SheetPlace | tuple[str, ...]) -> None:
        self.found.append(WeightingNote(place, code, Severity(templates()[code]["severity"]), arguments))

    def taken(self, sheet: Sheet) -> Sheet:
        if sheet.guessed:
            self.add("GUESSED_ENCODING", sheet.place(sheet.guessed))
        for description in sheet.hidden:
            self.add("HIDDEN", sheet.place(), description=description)
        return sheet

    def of(self, severity: Severity) -> tuple[WeightingNote, ...]:
        order = {
            (note.place.source, note.place.sheet): position for position, note in reversed([*enumerate(self.found)])
        }
        selected = [note for note in self.found if note.severity is severity]
        return tuple(
            sorted(
                selected,
                key=lambda note: (order[note.place.source, note.place.sheet], note.place.row, note.place.column),
            )
        )

    def refuse(self, language: str, *, strict: bool = False) -> None:
        refused = [*self.of(Severity.ERROR)]
        if strict:
            refused += [note for note in self.of(Severity.WARNING) if note.code in CONTRADICTIONS]
        if refused:
            raise InputError(
                tuple(Violation(note.place.describe(language), note.message(language), note.code) for note in refused)
            )


CONTRADICTIONS = frozenset({"CYCLE", "BROKEN_EQUALITY", "BROKEN_ORDER", "MORE_CONTRADICTIONS"})


def _argument_text(value: str | SheetPlace | tuple[str, ...], language: str) -> str:
    if isinstance(value, tuple):
        return join_items(value, language)
    return value.cell(language) if isinstance(value, SheetPlace) else in_language(value, language)


@cache
def templates() -> Mapping[str, Mapping[str, str]]:
    """Return the severity and texts of each note, by code."""
    return read_toml("rules.weighting", "notes.toml")
