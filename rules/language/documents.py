"""What stands in each feature file once it is compiled: its prose, its definitions in order, its scenarios?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rules.contracts.diagnostics import Location
    from rules.language.source import Scenario, Step


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
