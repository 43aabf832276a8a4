"""Diagnostics of weighting inputs: collector of errors and warnings with locations."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import Severity
from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import in_language, join_items
from rules.contracts.toml_files import read_toml
from rules.weighting.sheet_model import SheetPlace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.weighting.sheet_model import Sheet


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
