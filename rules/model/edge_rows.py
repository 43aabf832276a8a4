"""Conditions and clauses with their model paths, and edge rows with the sides that need an example."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from rules.contracts.intervals import Interval
from rules.model.expressions import NumberClause, NumberLiteral, NumberOperator

if TYPE_CHECKING:
    from fractions import Fraction

    from rules.model.expressions import Clause, Condition


class PlacedCondition(NamedTuple):
    """A condition with its path in the model; `within` is the list fact whose fields it may read.

    It is only `part` of its row where bounds or a rating decide with it.
    """

    path: str
    condition: Condition
    within: str | None = None
    part: bool = False


class PlacedClause(NamedTuple):
    """One clause with its path in the model; `within` is the list fact whose fields it may read."""

    path: str
    clause: Clause
    within: str | None = None


class EdgeSide(StrEnum):
    """What an example shows of a clause: its whole row holds, or only this clause of the row fails."""

    HOLDS = "holds"
    FAILS = "fails"


class EdgeRow(NamedTuple):
    """A row of a rule as clauses that must all hold; bounds of bands and of the ladder are written as clauses too.

    `sides` are those that need an example: a row of choices or a branch of a lookup only needs to be taken once,
    for the other rows show it failing.
    """

    path: str
    clauses: tuple[PlacedClause, ...]
    sides: tuple[EdgeSide, ...] = (EdgeSide.HOLDS, EdgeSide.FAILS)


class BoundedRow(Protocol):
    """A row of a scale or of the ladder, with the bounds between which it holds."""

    @property
    def more_than(self) -> Fraction | None:
        """The bound that is outside below."""

    @property
    def at_least(self) -> Fraction | None:
        """The bound that is inside below."""

    @property
    def at_most(self) -> Fraction | None:
        """The bound that is inside above."""

    @property
    def below(self) -> Fraction | None:
        """The bound that is outside above."""


def place_clauses(path: str, condition: Condition, within: str | None = None) -> tuple[PlacedClause, ...]:
    """Place the clauses of a condition."""
    return tuple(PlacedClause(f"{path}[{position}]", clause, within) for position, clause in enumerate(condition))


def row_span(row: BoundedRow) -> Interval:
    """Give the numbers between the bounds of a row, which may be none."""
    low = row.more_than if row.at_least is None else row.at_least
    high = row.below if row.at_most is None else row.at_most
    return Interval(low, high, row.at_least is None, row.at_most is None)


def bounds(path: str, name: str, unit: str, row: BoundedRow) -> tuple[PlacedClause, ...]:
    """Write the bounds of a row as clauses about what it measures."""
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
    """Compare a named number with a value."""
    return NumberClause(name=name, operator=operator, operand=NumberLiteral(value=value, unit=unit))
