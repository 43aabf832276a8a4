"""Step payload models: outcome, clauses, parts and sentence of a criterion, rule, section or row."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from rules.contracts.outcomes import Outcome
from rules.contracts.record import Figure


class RecordedClause(BaseModel):
    """One clause as a step recorded it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    outcome: Outcome
    sentence: dict[str, str]
    distance: Figure | None = None


class RecordedCountPart(BaseModel):
    """One part of a count as a step recorded it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    outcome: Outcome
    clauses: tuple[RecordedClause, ...]


class RecordedQuantity(BaseModel):
    """A quantity as a step recorded it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    sentence: dict[str, str]


class StepPayload(BaseModel):
    """What a step recorded of a criterion, section or row of the ladder."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    sentence: dict[str, str] = {}
    """Of a record of a list: none."""
    outcome: Outcome | None = None
    clauses: tuple[RecordedClause, ...] = ()
    applies: tuple[RecordedClause, ...] = ()
    must: tuple[RecordedClause, ...] = ()
    parts: tuple[RecordedCountPart, ...] = ()

    quantities: dict[str, RecordedQuantity] = {}
    """Of a record of a list: its quantities."""

    @property
    def every_clause(self) -> tuple[RecordedClause, ...]:
        """The clauses that decide: when an indicator applies, its must-condition, its parts; or those of a rule."""
        return (*self.applies, *self.must, *(clause for part in self.parts for clause in part.clauses), *self.clauses)
