"""Sums of quotients without a common divisor: lower and upper bounds, a trillionth apart for each quotient."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Generic, TypeVar

from rules.columns import exact
from rules.columns.exact import Exact, ceiled, floored, multiply, scale

if TYPE_CHECKING:
    from collections.abc import Callable

    from rules.columns.exact import Whole
    from rules.columns.forms import Node

Number = TypeVar("Number")

UNITY = 10**12
"""Of which parts the bounds are whole numbers."""


@dataclass(frozen=True, slots=True)
class Near:
    """A number that lies between two whole numbers of trillionths; none of it is negative."""

    low: Whole
    high: Whole

    @property
    def ends(self) -> tuple[Exact, Exact]:
        """Give the bounds as exact numbers."""
        return Exact(self.low, UNITY), Exact(self.high, UNITY)


@dataclass(frozen=True, slots=True)
class Arithmetic(Generic[Number]):
    """How points are added up: taken from a scale, summed, chosen, and multiplied by what rescales them."""

    take: Callable[[Exact], Number]
    total: Callable[[list[Number]], Number]
    either_of: Callable[[Node, Number, Number], Number]
    multiply: Callable[[Number, Exact], Number]


def _take(number: Exact) -> Near:
    parts = scale(number, Fraction(UNITY))
    return Near(floored(parts)[0], ceiled(parts))


def _total(numbers: list[Near]) -> Near:
    lows, highs = ([Exact(end) for end in ends] for ends in zip(*((one.low, one.high) for one in numbers), strict=True))
    return Near(exact.total(lows).above, exact.total(highs).above)


def _either_of(condition: Node, then: Near, otherwise: Near) -> Near:
    low = exact.either_of(condition, Exact(then.low), Exact(otherwise.low))
    return Near(low.above, exact.either_of(condition, Exact(then.high), Exact(otherwise.high)).above)


def _multiply(number: Near, factor: Exact) -> Near:
    return Near(floored(multiply(Exact(number.low), factor))[0], ceiled(multiply(Exact(number.high), factor)))


EXACTLY: Arithmetic[Exact] = Arithmetic(lambda number: number, exact.total, exact.either_of, multiply)
NEARLY: Arithmetic[Near] = Arithmetic(_take, _total, _either_of, _multiply)
