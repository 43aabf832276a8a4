"""Vectorized rounding in whole numbers: half-even to decimal places, any mode to multiples of a step."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.columns.exact import ExactColumn, add, compare, constant, floor_with_remainder, scale, select_exact
from rules.columns.forms import Call, Literal, Operator, all_true, any_true, negate
from rules.contracts.numbers import RoundingMode

if TYPE_CHECKING:
    from rules.columns.exact import WholeColumn
    from rules.columns.forms import Node

_ZERO, _ONE = constant(0), constant(1)


def round_column(number: ExactColumn, places: int) -> WholeColumn:
    """Give a number in whole numbers of a decimal place, rounded half to even."""
    return _nearest(scale(number, Fraction(10**places)), RoundingMode.HALF_EVEN)


def round_column_to_step(number: ExactColumn, step: Fraction, mode: RoundingMode) -> ExactColumn:
    """Give the multiple of a step above zero to which a number is rounded."""
    return scale(ExactColumn(_nearest(scale(number, 1 / step), mode)), step)


def _nearest(number: ExactColumn, mode: RoundingMode) -> WholeColumn:
    floor, remainder, bottom = floor_with_remainder(number)
    if isinstance(remainder.node, Literal) and remainder.low == 0:
        return floor
    doubled, positive = scale(ExactColumn(remainder), Fraction(2)), compare(Operator.LESS, _ZERO, number)
    more = compare(Operator.LESS, ExactColumn(bottom), doubled)
    tie = compare(Operator.EQUAL, doubled, ExactColumn(bottom))
    is_odd = Call(Operator.EQUAL, (Call(Operator.REMAINDER, (floor.node, Literal(2))), Literal(1)))
    exact = compare(Operator.EQUAL, ExactColumn(remainder), _ZERO)
    up: dict[RoundingMode, Node] = {
        RoundingMode.HALF_EVEN: any_true(more, all_true(tie, is_odd)),
        RoundingMode.HALF_UP: any_true(more, all_true(tie, positive)),
        RoundingMode.UP: all_true(negate(exact), positive),
        RoundingMode.DOWN: all_true(negate(exact), negate(positive)),
    }
    return add(ExactColumn(floor), select_exact(up[mode], _ONE, _ZERO)).above
