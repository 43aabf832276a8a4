"""Conditions and clauses with their model paths, and coverage rows with the sides that need an example."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from rules.contracts.intervals import Interval
from rules.model.expressions import NumberClause, NumberLiteral, NumberOperator

if TYPE_CHECKING:
    from fractions import Fraction

    from rules.model.expressions import Clause, Condition


class PlacedCondition(NamedTuple):
    """A condition with its path; `within` is the list fact that provides record fields.

    `part` is True if bounds or a rating also decide in its row.
    """

    path: str
    condition: Condition
    within: str | None = None
    part: bool = False


class PlacedClause(NamedTuple):
    """A clause with its path; `within` is the list fact that provides record fields."""

    path: str
    clause: Clause
    within: str | None = None


class EdgeSide(StrEnum):
    """Coverage side: the row is true, or only this clause of it is false."""

    HOLDS = "holds"
    FAILS = "fails"


class EdgeRow(NamedTuple):
    """A row of clauses that must all be true, including bounds of bands and of the ladder.

    Rows of choices and branches of lookups need only the side `HOLDS`, because other rows show the opposite.
    """

    path: str
    clauses: tuple[PlacedClause, ...]
    sides: tuple[EdgeSide, ...] = (EdgeSide.HOLDS, EdgeSide.FAILS)


class BoundedRow(Protocol):
    """A row with numeric bounds."""

    @property
    def more_than(self) -> Fraction | None:
        """Excluded lower bound."""

    @property
    def at_least(self) -> Fraction | None:
        """Included lower bound."""

    @property
    def at_most(self) -> Fraction | None:
        """Included upper bound."""

    @property
    def below(self) -> Fraction | None:
        """Excluded upper bound."""


def place_clauses(path: str, condition: Condition, within: str | None = None) -> tuple[PlacedClause, ...]:
    """Return the clauses of a condition with their paths."""
    return tuple(PlacedClause(f"{path}[{position}]", clause, within) for position, clause in enumerate(condition))


def row_span(row: BoundedRow) -> Interval:
    """Return the interval between the bounds of a row."""
    low = row.more_than if row.at_least is None else row.at_least
    high = row.below if row.at_most is None else row.at_most
    return Interval(low, high, row.at_least is None, row.at_most is None)


def bounds(path: str, name: str, unit: str, row: BoundedRow) -> tuple[PlacedClause, ...]:
    """Return the bounds of a row as clauses."""
    limits = {
        "more_than": (NumberOperator.MORE_THAN, row.more_than),
        "at_least": (NumberOperator.AT_LEAST, row.at_least),
        "at_most": (NumberOperator.AT_MOST, row.at_most),
        "below": (NumberOperator.LESS_THAN, row.below),
    }
    return tuple(
        PlacedClause(f"{path}.{bound}", number_clause(name, operator, value, unit))
        for bound, (operator, value) in limits.items()
        if value is not None
    )


def number_clause(name: str, operator: NumberOperator, value: Fraction, unit: str) -> NumberClause:
    """Return a clause that compares a named number with a value."""
    return NumberClause(name=name, operator=operator, operand=NumberLiteral(value=value, unit=unit))
