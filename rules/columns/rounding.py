"""Vectorized rounding in whole numbers: half-even to decimal places, any mode to multiples of a step."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.columns.exact import Exact, add, compare, constant, either_of, floored, scale
from rules.columns.forms import Call, Literal, Operator, both, either, negated
from rules.contracts.numbers import RoundingMode

if TYPE_CHECKING:
    from rules.columns.exact import Whole
    from rules.columns.forms import Node

_ZERO, _ONE = constant(0), constant(1)


def rounded(number: Exact, places: int) -> Whole:
    """Give a number in whole numbers of a decimal place, rounded half to even."""
    return _nearest(scale(number, Fraction(10**places)), RoundingMode.HALF_EVEN)


def rounded_to_step(number: Exact, step: Fraction, mode: RoundingMode) -> Exact:
    """Give the multiple of a step above zero to which a number is rounded."""
    return scale(Exact(_nearest(scale(number, 1 / step), mode)), step)


def _nearest(number: Exact, mode: RoundingMode) -> Whole:
    floor, left, bottom = floored(number)
    if isinstance(left.node, Literal) and left.low == 0:
        return floor
    doubled, positive = scale(Exact(left), Fraction(2)), compare(Operator.LESS, _ZERO, number)
    more = compare(Operator.LESS, Exact(bottom), doubled)
    tie = compare(Operator.EQUAL, doubled, Exact(bottom))
    is_odd = Call(Operator.EQUAL, (Call(Operator.REMAINDER, (floor.node, Literal(2))), Literal(1)))
    exact = compare(Operator.EQUAL, Exact(left), _ZERO)
    up: dict[RoundingMode, Node] = {
        RoundingMode.HALF_EVEN: either(more, both(tie, is_odd)),
        RoundingMode.HALF_UP: either(more, both(tie, positive)),
        RoundingMode.UP: both(negated(exact), positive),
        RoundingMode.DOWN: both(negated(exact), negated(positive)),
    }
    return add(Exact(floor), either_of(up[mode], _ONE, _ZERO)).above
