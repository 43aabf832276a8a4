"""Exact and bounded addition of points, with bounds in trillionths where quotients share no divisor."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Generic, TypeVar

from rules.columns import exact_arithmetic
from rules.columns.exact_arithmetic import ExactColumn, floor_with_remainder, multiply, round_up, scale

if TYPE_CHECKING:
    from collections.abc import Callable

    from rules.columns.exact_arithmetic import WholeColumn
    from rules.columns.expression_nodes import Node

Number = TypeVar("Number")

UNITY = 10**12
"""Bounds are integers in units of 1 / `UNITY`."""


@dataclass(frozen=True, slots=True)
class TrillionthBounds:
    """Integer bounds, in trillionths, of a non-negative number."""

    low: WholeColumn
    high: WholeColumn

    @property
    def ends(self) -> tuple[ExactColumn, ExactColumn]:
        return ExactColumn(self.low, UNITY), ExactColumn(self.high, UNITY)


@dataclass(frozen=True, slots=True)
class PointArithmetic(Generic[Number]):
    """Operations for points: convert, add, choose, and multiply by a rescaling factor."""

    take: Callable[[ExactColumn], Number]
    total: Callable[[list[Number]], Number]
    either_of: Callable[[Node, Number, Number], Number]
    multiply: Callable[[Number, ExactColumn], Number]


def _bounds_of(number: ExactColumn) -> TrillionthBounds:
    parts = scale(number, Fraction(UNITY))
    return TrillionthBounds(floor_with_remainder(parts)[0], round_up(parts))


def _total(numbers: list[TrillionthBounds]) -> TrillionthBounds:
    lows, highs = (
        [ExactColumn(end) for end in ends]
        for ends in zip(*((number.low, number.high) for number in numbers), strict=True)
    )
    return TrillionthBounds(exact_arithmetic.total(lows).numerator, exact_arithmetic.total(highs).numerator)


def _either_of(condition: Node, then: TrillionthBounds, otherwise: TrillionthBounds) -> TrillionthBounds:
    low = exact_arithmetic.select_exact(condition, ExactColumn(then.low), ExactColumn(otherwise.low))
    return TrillionthBounds(
        low.numerator,
        exact_arithmetic.select_exact(condition, ExactColumn(then.high), ExactColumn(otherwise.high)).numerator,
    )


def _multiply(number: TrillionthBounds, factor: ExactColumn) -> TrillionthBounds:
    return TrillionthBounds(
        floor_with_remainder(multiply(ExactColumn(number.low), factor))[0],
        round_up(multiply(ExactColumn(number.high), factor)),
    )


EXACT_ARITHMETIC: PointArithmetic[ExactColumn] = PointArithmetic(
    lambda number: number, exact_arithmetic.total, exact_arithmetic.select_exact, multiply
)
INTERVAL_ARITHMETIC: PointArithmetic[TrillionthBounds] = PointArithmetic(_bounds_of, _total, _either_of, _multiply)
