"""Step payload models: outcome, clauses, parts and sentence of a criterion, rule, section or row."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from rules.contracts.outcomes import Outcome
from rules.contracts.record import Figure


class Clause(BaseModel):
    """One clause as a step recorded it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    outcome: Outcome
    sentence: dict[str, str]
    distance: Figure | None = None


class Part(BaseModel):
    """One part of a count as a step recorded it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    outcome: Outcome
    clauses: tuple[Clause, ...]


class Sentence(BaseModel):
    """A quantity as a step recorded it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    sentence: dict[str, str]


class Payload(BaseModel):
    """What a step recorded of a criterion, section or row of the ladder."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    sentence: dict[str, str] = {}
    """Of a record of a list: none."""
    outcome: Outcome | None = None
    clauses: tuple[Clause, ...] = ()
    applies: tuple[Clause, ...] = ()
    must: tuple[Clause, ...] = ()
    parts: tuple[Part, ...] = ()

    quantities: dict[str, Sentence] = {}
    """Of a record of a list: its quantities."""

    @property
    def every_clause(self) -> tuple[Clause, ...]:
        """The clauses that decide: when an indicator applies, its must-condition, its parts; or those of a rule."""
        return (*self.applies, *self.must, *(one for part in self.parts for one in part.clauses), *self.clauses)
