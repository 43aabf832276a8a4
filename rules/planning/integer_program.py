"""Integer programs for any solver: whole variables, linear constraints with conditions, and one objective.

The core builds them from exact fractions. `Solver` is implemented outside, because solvers read a clock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, Protocol

Literal = tuple[int, bool]
"""A variable from 0 to 1, and the value that makes the literal true."""
MAXIMUM = 2**52
"""Limit of every bound, and of the sum of every constraint; a solver computes with whole numbers of 64 bits."""


@dataclass(frozen=True, slots=True)
class LinearConstraint:
    """A weighted sum between `low` and `high`, required only if all literals of `when` are true."""

    terms: tuple[tuple[int, int], ...]
    low: int | None
    high: int | None
    when: tuple[Literal, ...] = ()


class ProductConstraint(NamedTuple):
    """A variable that is the product of two others."""

    result: int
    left: int
    right: int


@dataclass(slots=True)
class IntegerProgram:
    """Variables by number, with their lowest and highest value, and constraints."""

    bounds: list[tuple[int, int]] = field(default_factory=list)
    constraints: list[LinearConstraint] = field(default_factory=list)
    products: list[ProductConstraint] = field(default_factory=list)

    def copy(self) -> IntegerProgram:
        return IntegerProgram(list(self.bounds), list(self.constraints), list(self.products))

    def variable(self, low: int, high: int) -> int:
        self.bounds.append((low, high))
        return len(self.bounds) - 1

    def literal(self) -> int:
        return self.variable(0, 1)

    def require(
        self, terms: Mapping[int, int], low: int | None, high: int | None, when: Sequence[Literal] = ()
    ) -> None:
        self.constraints.append(LinearConstraint(tuple(terms.items()), low, high, tuple(when)))

    def product(self, left: int, right: int) -> int:
        """Return a variable that is the product of two others."""
        ends = [one * other for one in self.bounds[left] for other in self.bounds[right]]
        result = self.variable(min(ends), max(ends))
        self.products.append(ProductConstraint(result, left, right))
        return result

    def require_any(self, literals: Sequence[Literal]) -> None:
        """Require that at least one literal is true."""
        terms: dict[int, int] = {}
        low = 1
        for variable, value in literals:
            terms[variable] = terms.get(variable, 0) + (1 if value else -1)
            low -= not value
        self.require(terms, low, None)


class SolutionStatus(StrEnum):
    """The result of a solver."""

    OPTIMAL = "optimal"
    """The values are proved to have the least objective."""
    FEASIBLE = "feasible"
    """The values meet all constraints."""
    INFEASIBLE = "infeasible"
    """It is proved that no values meet all constraints."""
    UNKNOWN = "unknown"
    """The solver ended before it found values or a proof."""


@dataclass(frozen=True, slots=True)
class Solution:
    """The values of all variables, and the proved lower bound of the objective; both can be absent."""

    status: SolutionStatus
    values: tuple[int, ...] = ()
    bound: int | None = None


class Solver(Protocol):
    """A solver that minimizes a weighted sum of variables."""

    @property
    def is_over(self) -> bool:
        """Whether the time of all calls together has ended, so that further calls find nothing."""

    def minimize(
        self,
        program: IntegerProgram,
        objective: Mapping[int, int],
        hint: Sequence[int] = (),
        on_bound: Callable[[int | None, int | None], None] | None = None,
        *,
        confirms: bool = True,
    ) -> Solution:
        """Return the best values found within the limits of the solver.

        `hint` are values to try first. `on_bound` receives the best objective and the bound whenever they change. With
        `confirms`, a proof must withstand a second search.

        Raises:
            EvaluationCancelledError: If the caller ended the search.
        """
