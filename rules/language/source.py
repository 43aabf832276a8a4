"""Syntax tree of a feature file: documents, rules, scenarios, steps and tables with locations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from rules.language.source_text import SourceText

if TYPE_CHECKING:
    from rules.contracts.diagnostics import Location


@dataclass(frozen=True, slots=True)
class DefinitionStep:
    """One definition sentence: its production and the ids that it defines.

    The ids are unique and in row order. A scale is identified by its indicator, choices by their owner, a key by its
    list.
    """

    production: str
    subjects: tuple[str, ...]
    step: Step


@dataclass(frozen=True, slots=True)
class DocumentRule:
    """One rule of a file: its definitions and example scenarios."""

    title: str
    location: Location
    definitions: tuple[DefinitionStep, ...]
    scenarios: tuple[Scenario, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One parsed feature file; `comments` contains pairs of line number and text."""

    path: str
    language: str
    title: str
    prose: str
    definitions: tuple[DefinitionStep, ...]
    rules: tuple[DocumentRule, ...]
    comments: tuple[tuple[int, str], ...] = ()


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
    """One rule: its background steps and example scenarios."""

    title: str
    location: Location
    background: tuple[Step, ...]
    scenarios: tuple[Scenario, ...]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One feature file before its steps become definitions."""

    path: str
    language: str
    title: str
    location: Location
    prose: str
    background: tuple[Step, ...]
    rules: tuple[Rule, ...]
    comments: tuple[tuple[int, str], ...] = ()
