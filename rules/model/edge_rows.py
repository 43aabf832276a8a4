"""Conditions and clauses with their model paths, and coverage rows with the sides that need an example."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rules.contracts.intervals import Interval
from rules.model.expressions import NumberClause, NumberLiteral, NumberOperator

if TYPE_CHECKING:
    from fractions import Fraction

    from rules.model.expressions import Clause, Condition
    from rules.model.scales import BoundedPart
    from rules.model.scorecard import LadderRow

    BoundedRow: TypeAlias = BoundedPart | LadderRow
    """A row with numeric bounds."""


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


BOUNDS = {
    "more_than": NumberOperator.MORE_THAN,
    "at_least": NumberOperator.AT_LEAST,
    "at_most": NumberOperator.AT_MOST,
    "below": NumberOperator.LESS_THAN,
}
"""The bound fields of a row, lower bounds first; a row states at most one of each pair."""


def place_clauses(path: str, condition: Condition, within: str | None = None) -> tuple[PlacedClause, ...]:
    """Return the clauses of a condition with their paths."""
    return tuple(PlacedClause(f"{path}[{position}]", clause, within) for position, clause in enumerate(condition))


def row_span(row: BoundedRow) -> Interval:
    """Return the interval between the bounds of a row."""
    low = row.more_than if row.at_least is None else row.at_least
    high = row.below if row.at_most is None else row.at_most
    return Interval(low, high, row.at_least is None, row.at_most is None)


def stated_bounds(row: BoundedRow) -> dict[str, Fraction]:
    """Return the bounds that a row states, by field."""
    return {bound: value for bound in BOUNDS if (value := getattr(row, bound)) is not None}


def bounds(path: str, name: str, unit: str, row: BoundedRow) -> tuple[PlacedClause, ...]:
    """Return the bounds of a row as clauses."""
    return tuple(
        PlacedClause(f"{path}.{bound}", number_clause(name, BOUNDS[bound], value, unit))
        for bound, value in stated_bounds(row).items()
    )


def number_clause(name: str, operator: NumberOperator, value: Fraction, unit: str) -> NumberClause:
    """Return a clause that compares a named number with a value."""
    return NumberClause(name=name, operator=operator, operand=NumberLiteral(value=value, unit=unit))
