"""Base classes of clauses: the names a clause reads, and the values a word clause admits."""

from __future__ import annotations

from abc import abstractmethod

from rules.contracts.inputs import FrozenModel


class ClauseBase(FrozenModel):
    """A part of a condition."""

    kind: str

    @property
    @abstractmethod
    def reads(self) -> tuple[str, ...]:
        """The facts, quantities, settings and criteria that it reads, first the one that it asks about."""


class ChoiceClauseBase(ClauseBase):
    """A clause that compares what is chosen under a name with some values."""

    name: str
    values: tuple[str, ...]

    @property
    def reads(self) -> tuple[str, ...]:
        """The name."""
        return (self.name,)

    @abstractmethod
    def admits(self, chosen: frozenset[str]) -> bool:
        """Say whether it holds where this is chosen."""
