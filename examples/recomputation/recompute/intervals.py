"""What is known of a number that is not known exactly?"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import reduce
from math import ceil, floor
from typing import NamedTuple

from recompute.numbers import round_to, write_number

ZERO = Fraction(0)


class Interval(NamedTuple):
    """All numbers between two ends; a missing end is None and never open."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @property
    def value(self) -> Fraction | None:
        """The number, if only one is possible."""
        return self.low if self.low == self.high else None

    def holds(self, number: Fraction) -> bool:
        """Say whether a number is possible."""
        return meet(self, exactly(number)) is not None


def interval(low: Fraction | None, high: Fraction | None, low_open: bool = False, high_open: bool = False) -> Interval:
    """Make an interval; a missing end counts as closed."""
    return Interval(low, high, low_open and low is not None, high_open and high is not None)


def exactly(number: Fraction | int) -> Interval:
    """Give the interval of one number."""
    return Interval(Fraction(number), Fraction(number))


def closed(ends: Iterable[Fraction | None]) -> Interval:
    """Give the interval between two ends that belong to it."""
    low, high = ends
    return Interval(low, high)


EVERYTHING = Interval(None, None)
NOTHING = exactly(0)


def add(one: Interval, other: Interval) -> Interval:
    """Give all sums."""
    low = None if one.low is None or other.low is None else one.low + other.low
    high = None if one.high is None or other.high is None else one.high + other.high
    return interval(low, high, one.low_open or other.low_open, one.high_open or other.high_open)


def total(parts: Iterable[Interval]) -> Interval:
    """Give the sum of many."""
    return reduce(add, parts, NOTHING)


def negate(one: Interval) -> Interval:
    """Give all negatives."""
    return Interval(
        None if one.high is None else -one.high, None if one.low is None else -one.low, one.high_open, one.low_open
    )


def subtract(one: Interval, other: Interval) -> Interval:
    """Give all differences."""
    return add(one, negate(other))


_End = tuple[int, Fraction, bool]
"""-1 or 1 for an end without bound, else 0; the number; whether it is open."""


def _ends(one: Interval) -> tuple[_End, _End]:
    low = (-1, ZERO, True) if one.low is None else (0, one.low, one.low_open)
    return low, (1, ZERO, True) if one.high is None else (0, one.high, one.high_open)


def _sign(end: _End) -> int:
    return end[0] or (end[1] > 0) - (end[1] < 0)


def _product(one: _End, other: _End) -> _End:
    sign = _sign(one) * _sign(other)
    if not sign:
        return 0, ZERO, not any(_sign(end) == 0 and not end[2] for end in (one, other))
    if one[0] or other[0]:
        return sign, ZERO, True
    return 0, one[1] * other[1], one[2] or other[2]


def multiply(one: Interval, other: Interval) -> Interval:
    """Give all products."""
    if ZERO in {one.value, other.value}:
        return NOTHING
    found = [_product(left, right) for left in _ends(one) for right in _ends(other)]
    return _widest(found, found)


def times(one: Interval, factor: Fraction) -> Interval:
    """Give all numbers times a factor."""
    return multiply(one, exactly(factor))


def divide(one: Interval, other: Interval) -> Interval:
    """Give all quotients with a divisor other than zero."""
    if other.value == 0:
        return EVERYTHING
    if other.low is not None and other.low >= 0:
        low = ZERO if other.high is None else 1 / other.high
        high = None if other.low == 0 else 1 / other.low
        return multiply(one, interval(low, high, other.high is None or other.high_open, other.low_open))
    if other.high is not None and other.high <= 0:
        return divide(negate(one), negate(other))
    return NOTHING if one == NOTHING else EVERYTHING


def hull(one: Interval, other: Interval) -> Interval:
    """Give the smallest interval that holds both."""
    return _widest([_ends(part)[0] for part in (one, other)], [_ends(part)[1] for part in (one, other)])


def _widest(lows: list[_End], highs: list[_End]) -> Interval:
    """Give the interval from the lowest to the highest end, closed where any of these is."""
    low, high = min(end[:2] for end in lows), max(end[:2] for end in highs)
    low_open, high_open = (all(end[2] for end in ends if end[:2] == one) for ends, one in ((lows, low), (highs, high)))
    return interval(None if low[0] else low[1], None if high[0] else high[1], low_open, high_open)


def hull_of(parts: Iterable[Interval]) -> Interval:
    """Give the smallest interval that holds all."""
    return reduce(hull, parts)


def greatest(one: Interval, other: Interval) -> Interval:
    """Give the greater of every pair."""
    low, high = max(_upwards(one), _upwards(other)), max(_ends(part)[1][:2] for part in (one, other))
    opened = all(end[2] for end in (_ends(one)[1], _ends(other)[1]) if end[:2] == high)
    return interval(None if low[0] else low[1], None if high[0] else high[1], low[2], opened)


def least(one: Interval, other: Interval) -> Interval:
    """Give the smaller of every pair."""
    return negate(greatest(negate(one), negate(other)))


def _upwards(one: Interval) -> _End:
    """Order low ends; an open one lies above a closed one."""
    return _ends(one)[0]


def meet(one: Interval, other: Interval) -> Interval | None:
    """Give what both allow, or None if nothing is."""
    low, high = max(_upwards(one), _upwards(other)), max(_upwards(negate(one)), _upwards(negate(other)))
    if not low[0] and not high[0] and (low[1] > -high[1] or (low[1] == -high[1] and (low[2] or high[2]))):
        return None
    return interval(None if low[0] else low[1], None if high[0] else -high[1], low[2], high[2])


def without(one: Interval, removed: Interval) -> list[Interval]:
    """Give the pieces of an interval that lie outside of another."""
    below = None if removed.low is None else interval(None, removed.low, high_open=not removed.low_open)
    above = None if removed.high is None else interval(removed.high, None, low_open=not removed.high_open)
    pieces = [meet(one, part) for part in (below, above) if part is not None]
    return [piece for piece in pieces if piece is not None]


def outside(spans: Iterable[Interval]) -> list[Interval]:
    """Give all numbers that none of the intervals holds."""
    left = [EVERYTHING]
    for span in spans:
        left = [piece for one in left for piece in without(one, span)]
    return left


def power(base: Interval, exponent: Interval) -> Interval:
    """Give all whole powers."""
    if exponent.low is None or exponent.high is None:
        return EVERYTHING
    low, high = ceil(exponent.low), floor(exponent.high)
    if low > high or max(abs(low), abs(high)) > 1_000:
        return EVERYTHING
    return hull_of(_raised(base, number) for number in {low, low + 1, high - 1, high} if low <= number <= high)


def _raised(base: Interval, exponent: int) -> Interval:
    if exponent <= 0:
        return divide(exactly(1), _raised(base, -exponent)) if exponent else exactly(1)
    if exponent % 2 == 0 and (base.low is None or base.low < 0):
        if base.high is not None and base.high <= 0:
            return _raised(negate(base), exponent)
        upper = hull(base, negate(base))
        return interval(ZERO, _grown(upper.high, exponent), False, upper.high_open)
    return interval(_grown(base.low, exponent), _grown(base.high, exponent), base.low_open, base.high_open)


def _grown(end: Fraction | None, exponent: int) -> Fraction | None:
    if end is None or max(abs(end.numerator).bit_length(), end.denominator.bit_length()) * exponent > 8_192:
        return None
    return end**exponent


def rounded(one: Interval, step: Fraction, mode: str) -> Interval:
    """Give all that numbers become once they are rounded to multiples of a step."""

    def end(number: Fraction | None, opened: bool, way: int) -> Fraction | None:
        if number is None:
            return None
        beside = opened and (2 * number / step).denominator == 1
        return round_to(number + way * step / 4 if beside else number, step, mode)

    return Interval(end(one.low, one.low_open, 1), end(one.high, one.high_open, -1))


def write_interval(one: Interval, write: object = write_number) -> str:
    """Write what is known of a number as it stands in a record."""
    say = write if callable(write) else write_number
    if one.low is not None and one.low == one.high:
        return str(say(one.low))
    low = "(," if one.low is None else f"{'(' if one.low_open else '['}{say(one.low)},"
    return f"{low})" if one.high is None else f"{low}{say(one.high)}{')' if one.high_open else ']'}"
