"""Base classes of clauses: the names a clause reads, and the values a word clause admits."""

from __future__ import annotations

from abc import abstractmethod

from rules.contracts.inputs import FrozenModel


class ClauseBase(FrozenModel):
    """One part of a condition."""

    kind: str

    @property
    @abstractmethod
    def reads(self) -> tuple[str, ...]:
        """The names that the clause reads, its subject first."""


class ChoiceClauseBase(ClauseBase):
    """A clause that compares choices with values."""

    name: str
    values: tuple[str, ...]

    @property
    def reads(self) -> tuple[str, ...]:
        return (self.name,)

    @abstractmethod
    def admits(self, chosen: frozenset[str]) -> bool:
        """Return whether the clause is true for these choices."""
