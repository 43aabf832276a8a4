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
    """One definition sentence: its production (a key of the lexicon's sentences), and the ids that it defines.

    The ids are those of the rows in order, without repetition: facts, quantities, gates, grades and so on; for a
    scale the indicator, for choices their owner, for a key the list, for `called` what is called so.
    """

    production: str
    subjects: tuple[str, ...]
    step: Step


@dataclass(frozen=True, slots=True)
class DocumentRule:
    """One rule of a file: what its background defines, and the scenarios that prove it."""

    title: str
    location: Location
    definitions: tuple[DefinitionStep, ...]
    scenarios: tuple[Scenario, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One feature file, read; `comments` are its comment lines with their numbers."""

    path: str
    language: str
    title: str
    prose: str
    definitions: tuple[DefinitionStep, ...]
    rules: tuple[DocumentRule, ...]
    comments: tuple[tuple[int, str], ...] = ()


class StepSection(StrEnum):
    """Which part of a scenario a step belongs to."""

    GIVEN = "given"
    WHEN = "when"
    THEN = "then"


Row = tuple[SourceText, ...]
"""The cells of one row of a table."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its sentence, and the table beneath it (the first row is the header)."""

    keyword: str
    section: StepSection
    sentence: SourceText
    table: tuple[Row, ...] | None = None
    text_block: Location | None = None


@dataclass(frozen=True, slots=True)
class ExampleTable:
    """The examples of an outline: names of placeholders, and a row of values for each example."""

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
    """One rule: the steps of its background, and the scenarios that prove it."""

    title: str
    location: Location
    background: tuple[Step, ...]
    scenarios: tuple[Scenario, ...]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One feature file, read."""

    path: str
    language: str
    title: str
    location: Location
    prose: str
    background: tuple[Step, ...]
    rules: tuple[Rule, ...]
    comments: tuple[tuple[int, str], ...] = ()
