"""Text of feature files with source locations, and their syntax tree: rules, scenarios, steps and tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import Location

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class SourceText:
    """Source text in pieces: each offset starts a run of consecutive characters at its location.

    Outline text has several pieces, because placeholder values come from the examples table.
    """

    text: str
    offsets: tuple[int, ...]
    locations: tuple[Location, ...]

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)

    def at(self, offset: int) -> Location:
        piece = max(bisect_right(self.offsets, offset) - 1, 0)
        location = self.locations[piece]
        return Location(location.path, location.line, location.column + offset - self.offsets[piece])

    @property
    def location(self) -> Location:
        return self.locations[0]

    @property
    def filled(self) -> Location:
        """Location of the last value from an examples table, or else of the first character."""
        lowest = max(location.line for location in self.locations)
        return next(location for location in reversed(self.locations) if location.line == lowest)

    def part(self, start: int, end: int) -> SourceText:
        inner = self.text[start:end]
        start += len(inner) - len(inner.lstrip())
        inner = inner.strip()
        if len(self.locations) == 1:
            return SourceText(inner, (0,), (self.at(start),))
        offsets, locations = [0], [self.at(start)]
        for offset, location in zip(self.offsets, self.locations, strict=True):
            if start < offset < start + len(inner):
                offsets.append(offset - start)
                locations.append(location)
        return SourceText(inner, tuple(offsets), tuple(locations))

    def split(self, separator: str) -> tuple[SourceText, ...]:
        return tuple(self._split(separator))

    def _split(self, separator: str) -> Iterator[SourceText]:
        start = 0
        for match in re.finditer(re.escape(separator), self.text):
            yield self.part(start, match.start())
            start = match.end()
        yield self.part(start, len(self.text))

    def replaced(self, text: str) -> SourceText:
        return SourceText(text, self.offsets, self.locations)


def text_at(text: str, location: Location) -> SourceText:
    """Create text with consecutive characters from one location."""
    return SourceText(text, (0,), (location,))


def join_texts(parts: list[SourceText]) -> SourceText:
    """Join texts from different locations."""
    offsets: list[int] = []
    locations: list[Location] = []
    length = 0
    for part in parts:
        offsets.extend(offset + length for offset in part.offsets)
        locations.extend(part.locations)
        length += len(part.text)
    unique_locations = dict(zip(offsets, locations, strict=True))
    return SourceText("".join(part.text for part in parts), tuple(unique_locations), tuple(unique_locations.values()))


@dataclass(frozen=True, slots=True)
class DefinitionStep:
    """One definition sentence: its production and the ids that it defines.

    The ids are unique and in row order. A scale is identified by its indicator, choices by their owner, a key by its
    list.
    """

    production: str
    subjects: tuple[str, ...]
    step: Step


class StepSection(StrEnum):
    """Section of a scenario that a step belongs to."""

    CONTEXT = "given"
    WHEN = "when"
    THEN = "then"


Row = tuple[SourceText, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step; the first row of its table is the header."""

    keyword: str
    section: StepSection
    sentence: SourceText
    table: tuple[Row, ...] | None = None
    text_block: Location | None = None


@dataclass(frozen=True, slots=True)
class ExampleTable:
    """Examples of an outline: placeholder names, and a row of values per example."""

    title: str
    location: Location
    header: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """One scenario, or one outline with its example tables."""

    title: str
    location: Location
    outline: bool
    steps: tuple[Step, ...]
    examples: tuple[ExampleTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: background steps and example scenarios; `definitions` is empty until the file is compiled."""

    title: str
    location: Location
    background: tuple[Step, ...]
    scenarios: tuple[Scenario, ...]
    definitions: tuple[DefinitionStep, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One feature file.

    `comments` contains pairs of line number and text; `definitions`, empty until compilation, those of the background.
    """

    path: str
    language: str
    title: str
    location: Location
    prose: str
    background: tuple[Step, ...]
    rules: tuple[Rule, ...]
    comments: tuple[tuple[int, str], ...] = ()
    definitions: tuple[DefinitionStep, ...] = ()

    @property
    def all_definitions(self) -> tuple[DefinitionStep, ...]:
        return (*self.definitions, *(definition for rule in self.rules for definition in rule.definitions))
