"""Intervals of exact numbers with open, closed or missing ends, and the multiples of a step inside them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from rules.contracts.numbers import sum_of

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between two ends; a missing end (None) is unbounded, an open end is excluded.

    A missing end is never open, so that equal sets are equal intervals.
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is None and self.low_open:
            object.__setattr__(self, "low_open", False)
        if self.high is None and self.high_open:
            object.__setattr__(self, "high_open", False)

    @property
    def value(self) -> Fraction | None:
        if self.low is self.high or self.low == self.high:
            return self.low
        return None

    def contains(self, number: Fraction) -> bool:
        above = self.low is None or number > self.low or (number == self.low and not self.low_open)
        below = self.high is None or number < self.high or (number == self.high and not self.high_open)
        return above and below


UNBOUNDED = Interval(None, None)
_ZERO = Fraction(0)


_set_low, _set_high, _set_low_open, _set_high_open = (
    getattr(Interval, name).__set__ for name in ("low", "high", "low_open", "high_open")
)


def point_interval(value: Fraction) -> Interval:
    """Return the interval of one number.

    Setting the slots takes half the time of the constructor.
    """
    made = object.__new__(Interval)
    _set_low(made, value)
    _set_high(made, value)
    _set_low_open(made, False)
    _set_high_open(made, False)
    return made


def add(left: Interval, right: Interval) -> Interval:
    """Return the interval of all sums."""
    if left.low is left.high and right.low is right.high and left.low is not None and right.low is not None:
        return point_interval(left.low + right.low)
    low = None if left.low is None or right.low is None else left.low + right.low
    high = None if left.high is None or right.high is None else left.high + right.high
    return Interval(low, high, left.low_open or right.low_open, left.high_open or right.high_open)


def total_of(intervals: Iterable[Interval]) -> Interval:
    """Return the sum of many intervals.

    Raises:
        NumberError: If the sum has too many digits.
    """
    exact: list[Fraction] = []
    inexact: list[Interval] = []
    for interval in intervals:
        if interval.low is not None and interval.low is interval.high:
            exact.append(interval.low)
        else:
            inexact.append(interval)
    known = sum_of(exact)
    if not inexact:
        return point_interval(known)
    lows = [interval.low for interval in inexact if interval.low is not None]
    highs = [interval.high for interval in inexact if interval.high is not None]
    return Interval(
        known + sum_of(lows) if len(lows) == len(inexact) else None,
        known + sum_of(highs) if len(highs) == len(inexact) else None,
        any(interval.low_open for interval in inexact),
        any(interval.high_open for interval in inexact),
    )


def negate(operand: Interval) -> Interval:
    """Return the interval of all negatives."""
    return Interval(
        None if operand.high is None else -operand.high,
        None if operand.low is None else -operand.low,
        operand.high_open,
        operand.low_open,
    )


def subtract(left: Interval, right: Interval) -> Interval:
    """Return the interval of all differences."""
    if left.low is left.high and right.low is right.high and left.low is not None and right.low is not None:
        return point_interval(left.low - right.low)
    return add(left, negate(right))


_End = tuple[Fraction | None, int, bool]
"""An end: number (None if infinite), sign of infinity, whether open."""


def _ends(interval: Interval) -> tuple[_End, _End]:
    return (
        (interval.low, -1, interval.low_open or interval.low is None),
        (interval.high, 1, interval.high_open or interval.high is None),
    )


def _sign(end: _End) -> int:
    number, infinity, _ = end
    if number is None:
        return infinity
    return (number > 0) - (number < 0)


def _multiply_ends(left: _End, right: _End) -> _End:
    sign = _sign(left) * _sign(right)
    if sign == 0:
        # Zero times anything is zero, and is included if one of the zero ends is.
        is_open = (left[2] if _sign(left) == 0 else True) and (right[2] if _sign(right) == 0 else True)
        return Fraction(0), 0, is_open
    if left[0] is None or right[0] is None:
        return None, sign, True
    return left[0] * right[0], 0, left[2] or right[2]


def _key(end: _End) -> tuple[int, Fraction]:
    number, infinity, _ = end
    return (infinity, Fraction(0)) if number is None else (0, number)


def _span(ends: list[_End]) -> Interval:
    low_key, high_key = min(map(_key, ends)), max(map(_key, ends))
    lows = [end for end in ends if _key(end) == low_key]
    highs = [end for end in ends if _key(end) == high_key]
    return Interval(
        lows[0][0],
        highs[0][0],
        lows[0][0] is not None and all(end[2] for end in lows),
        highs[0][0] is not None and all(end[2] for end in highs),
    )


def multiply(left: Interval, right: Interval) -> Interval:
    """Return the interval of all products."""
    factor, other = left.value, right.value
    if factor is not None and other is not None:
        return point_interval(factor * other)
    if factor is not None or other is not None:
        return _scaled(right, factor) if factor is not None else _scaled(left, other or _ZERO)
    return _span([_multiply_ends(end, other) for end, other in product(_ends(left), _ends(right))])


def _scaled(interval: Interval, factor: Fraction) -> Interval:
    if not factor:
        return point_interval(_ZERO)
    low = None if interval.low is None else interval.low * factor
    high = None if interval.high is None else interval.high * factor
    if factor > 0:
        return Interval(low, high, interval.low_open, interval.high_open)
    return Interval(high, low, interval.high_open, interval.low_open)


def scale_interval(interval: Interval, factor: Fraction) -> Interval:
    """Multiply an interval by a number."""
    return interval if factor == 1 else multiply(interval, point_interval(factor))


def divide(left: Interval, right: Interval) -> Interval:
    """Return the interval of quotients for nonzero divisors; unbounded if the divisor is zero."""
    dividend, divisor = left.value, right.value
    if divisor == 0:
        return UNBOUNDED
    if dividend is not None and divisor is not None:
        return point_interval(dividend / divisor)
    if right.low is not None and right.low >= 0:
        ends = _ends(right)
        inverse = Interval(
            Fraction(0) if right.high is None else 1 / right.high,
            None if right.low == 0 else 1 / right.low,
            True if right.high is None else ends[1][2],
            right.low_open and right.low != 0,
        )
        return multiply(left, inverse)
    if right.high is not None and right.high <= 0:
        return divide(negate(left), negate(right))
    return UNBOUNDED if left != point_interval(Fraction(0)) else left


def minimum(left: Interval, right: Interval) -> Interval:
    """Return the interval of pairwise minima."""
    return negate(maximum(negate(left), negate(right)))


def maximum(left: Interval, right: Interval) -> Interval:
    """Return the interval of pairwise maxima."""
    low, low_open = _upper_of((left.low, left.low_open), (right.low, right.low_open))
    if left.high is None or right.high is None:
        return Interval(low, None, low_open, False)
    if left.high == right.high:
        return Interval(low, left.high, low_open, left.high_open and right.high_open)
    higher = left if left.high > right.high else right
    return Interval(low, higher.high, low_open, higher.high_open)


def _upper_of(left: tuple[Fraction | None, bool], right: tuple[Fraction | None, bool]) -> tuple[Fraction | None, bool]:
    if left[0] is None:
        return right
    if right[0] is None or left[0] > right[0]:
        return left
    if left[0] == right[0]:
        return left[0], left[1] or right[1]
    return right


def hull(left: Interval, right: Interval) -> Interval:
    """Return the smallest interval that contains both."""
    if left.low is None or right.low is None:
        low, low_open = None, False
    elif (order := _order(left.low, right.low)) == 0:
        low, low_open = left.low, left.low_open and right.low_open
    else:
        low, low_open = (left.low, left.low_open) if order < 0 else (right.low, right.low_open)
    if left.high is None or right.high is None:
        return Interval(low, None, low_open)
    if (order := _order(left.high, right.high)) == 0:
        return Interval(low, left.high, low_open, left.high_open and right.high_open)
    higher = left if order > 0 else right
    return Interval(low, higher.high, low_open, higher.high_open)


def _order(first: Fraction, other: Fraction) -> int:
    """Compare as integers, which is far faster than comparing fractions."""
    above, below = first.as_integer_ratio()
    over, under = other.as_integer_ratio()
    return above * under - over * below


def intersect(left: Interval, right: Interval) -> Interval | None:
    """Return the intersection, or None if it is empty."""
    low, low_open = _upper_of((left.low, left.low_open), (right.low, right.low_open))
    negated, high_open = _upper_of(
        (None if left.high is None else -left.high, left.high_open),
        (None if right.high is None else -right.high, right.high_open),
    )
    high = None if negated is None else -negated
    if low is not None and high is not None and (low > high or (low == high and (low_open or high_open))):
        return None
    return Interval(low, high, low_open, high_open)


def are_disjoint(left: Interval, right: Interval) -> bool:
    """Return whether the intervals share no number."""
    return _ends_before(left, right) or _ends_before(right, left)


def _ends_before(left: Interval, right: Interval) -> bool:
    if left.high is None or right.low is None:
        return False
    order = _order(left.high, right.low)
    return order < 0 or (order == 0 and (left.high_open or right.low_open))


def lies_inside(narrow: Interval, wide: Interval) -> bool:
    """Return whether `wide` contains `narrow`."""
    if wide.low is not None:
        order = -1 if narrow.low is None else _order(narrow.low, wide.low)
        if order < 0 or (order == 0 and wide.low_open and not narrow.low_open):
            return False
    if wide.high is not None:
        order = 1 if narrow.high is None else _order(narrow.high, wide.high)
        if order > 0 or (order == 0 and wide.high_open and not narrow.high_open):
            return False
    return True


def complement(spans: tuple[Interval, ...]) -> tuple[Interval, ...]:
    """Return all numbers outside the intervals, as disjoint ascending intervals."""
    remaining: list[Interval] = [UNBOUNDED]
    for span in spans:
        remaining = [piece for interval in remaining for piece in _subtract_interval(interval, span)]
    return tuple(remaining)


def _subtract_interval(interval: Interval, removed: Interval) -> list[Interval]:
    pieces: list[Interval | None] = []
    if removed.low is not None:
        pieces.append(intersect(interval, Interval(None, removed.low, False, not removed.low_open)))
    if removed.high is not None:
        pieces.append(intersect(interval, Interval(removed.high, None, not removed.high_open, False)))
    return [piece for piece in pieces if piece is not None]


def adjacent_multiples(value: Fraction, multiple: Fraction) -> tuple[Fraction, ...]:
    """Return the multiples on both sides of a value, or only the value if it is a multiple."""
    below = value // multiple * multiple
    return (below,) if below == value else (below, below + multiple)


def round_down_to_multiple(value: Fraction, multiple: Fraction | None) -> Fraction:
    """Return the multiple at or below a value, or the value if `multiple` is None."""
    return value if multiple is None else value // multiple * multiple


def first_multiple_inside(span: Interval, multiple: Fraction) -> Fraction | None:
    """Return the lowest multiple in an interval, or None.

    Without a lower end, return the highest multiple, or zero if both ends are missing.
    """
    if span.low is not None:
        first = -(-span.low // multiple) * multiple
        first += multiple if span.low_open and first == span.low else 0
    elif span.high is not None:
        first = span.high // multiple * multiple
        first -= multiple if span.high_open and first == span.high else 0
    else:
        first = 0 * multiple
    return first if span.contains(first) else None
