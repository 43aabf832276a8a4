"""Rewriting of indicator points in source files, with dependent totals, leaving all else unchanged."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.numbers import NumberError, format_exact, parse_exact
from rules.language.diagnostic_collector import split_lines
from rules.language.lexicon import load_lexicon
from rules.language.punctuation import to_ascii
from rules.language.tables import table_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.contracts.diagnostics import Location
    from rules.language.compiler import Compilation
    from rules.language.source import DefinitionStep, Row, SourceFile, SourceText

_INDICATORS, _SECTIONS, _STAGES = "indicators", "sections", "stages"
_POINTS_COLUMN = {_INDICATORS: "points", _SECTIONS: "points", _STAGES: "maximum"}


@dataclass(frozen=True, slots=True)
class _Edit:
    """Replacement within one line; `line` counts from 1, the columns from 0."""

    line: int
    start: int
    end: int
    text: str


def rewrite_points(
    files: Mapping[str, str], compilation: Compilation, points: Mapping[str, Fraction]
) -> dict[str, str]:
    """Return the files, in every language, that change if indicators get new points.

    The compilation must have no errors. The total above the indicators and the points of sections and stages change
    too. Unchanged numbers keep their notation. Only tables in canonical layout are aligned again.
    """
    changed: dict[str, str] = {}
    for document in compilation.documents:
        text = files[document.path]
        edits = sorted(_edits(document, compilation, points, split_lines(text)), key=lambda edit: edit.start)
        rewritten = _apply(text, edits)
        if rewritten != text:
            changed[document.path] = rewritten
    return changed


def _edits(
    document: SourceFile, compilation: Compilation, points: Mapping[str, Fraction], lines: list[str]
) -> Iterator[_Edit]:
    for definition in document.all_definitions:
        if definition.production == _INDICATORS:
            yield from _indicator_edits(definition, document.language, points, lines)
        elif definition.production == _SECTIONS:
            yield from _table_edits(definition, document.language, _section_points(compilation, points), lines)
        elif definition.production == _STAGES:
            yield from _table_edits(definition, document.language, _stage_points(compilation, points), lines)


def _section_points(compilation: Compilation, points: Mapping[str, Fraction]) -> Mapping[str, Fraction]:
    card = compilation.scorecard
    totals: dict[str, Fraction] = {}
    if card is None:
        return totals
    for section in card.sections:
        members = [indicator for indicator in card.indicators if indicator.section == section.id]
        if any(indicator.id in points for indicator in members):
            totals[section.id] = sum(
                (points.get(indicator.id, indicator.maximum) for indicator in members), Fraction(0)
            )
    return totals


def _stage_points(compilation: Compilation, points: Mapping[str, Fraction]) -> Mapping[str, Fraction]:
    card, changed = compilation.scorecard, _section_points(compilation, points)
    if card is None or card.stages is None:
        return {}
    section_totals = {section.id: changed.get(section.id, section.maximum) for section in card.sections}
    return {
        stage.id: sum((section_totals[section] for section in stage.sections), Fraction(0))
        for stage in card.stages.stages
        if any(section in changed for section in stage.sections)
    }


def _indicator_edits(
    definition: DefinitionStep, language: str, points: Mapping[str, Fraction], lines: list[str]
) -> Iterator[_Edit]:
    yield from _table_edits(definition, language, points, lines)
    values = [_value(cell) for _, cell in _id_and_points_cells(definition, language)]
    total = sum(
        (points.get(name.text, _value(cell)) for name, cell in _id_and_points_cells(definition, language)), Fraction(0)
    )
    sentence = definition.step.sentence
    for slots in load_lexicon(language).sentences[_INDICATORS].read(sentence):
        slot = slots["points"]
        if values and _value(slot) != total:
            yield _replacement(slot.location, slot.text, format_exact(total))
        return


def _id_and_points_cells(definition: DefinitionStep, language: str) -> Iterator[tuple[SourceText, SourceText]]:
    words = load_lexicon(language).columns[definition.production]
    table = definition.step.table or ()
    heading = [words.by_word.get(cell.text) for cell in table[0]] if table else []
    name, points = heading.index(definition.production[:-1]), heading.index(_POINTS_COLUMN[definition.production])
    for row in table[1:]:
        if row[points].text or definition.production != _STAGES:
            yield row[name], row[points]


def _value(text: SourceText) -> Fraction:
    try:
        return parse_exact(to_ascii(text.text).strip())
    except NumberError:
        return Fraction(-1)


def _table_edits(
    definition: DefinitionStep, language: str, points: Mapping[str, Fraction], lines: list[str]
) -> Iterator[_Edit]:
    changed_cells = {
        cell.location: format_exact(points[name.text])
        for name, cell in _id_and_points_cells(definition, language)
        if name.text in points and points[name.text] != _value(cell)
    }
    table = definition.step.table
    if table is None or not changed_cells:
        return
    if _is_aligned(table, lines):
        rows = [[changed_cells.get(cell.location, cell.text) for cell in row] for row in table]
        for row, line in zip(table, table_lines(rows), strict=True):
            number = row[0].location.line
            original_line = lines[number - 1]
            start = len(original_line) - len(original_line.lstrip())
            yield _Edit(number, start, len(original_line.rstrip()), line)
        return
    for row in table:
        for cell in row:
            if cell.location in changed_cells:
                yield _replacement(cell.location, cell.text, changed_cells[cell.location])


def _is_aligned(table: tuple[Row, ...], lines: list[str]) -> bool:
    written = [lines[row[0].location.line - 1].strip() for row in table]
    return written == table_lines([[cell.text for cell in row] for row in table])


def _replacement(location: Location, old: str, new: str) -> _Edit:
    return _Edit(location.line, location.column - 1, location.column - 1 + len(old), new)


def _apply(text: str, edits: list[_Edit]) -> str:
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = text.removeprefix("\ufeff").split("\n")
    for edit in reversed(edits):
        line = lines[edit.line - 1]
        lines[edit.line - 1] = line[: edit.start] + edit.text + line[edit.end :]
    return mark + "\n".join(lines)
