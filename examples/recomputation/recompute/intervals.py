"""Interval arithmetic on exact fractions: hulls, meets, sums, products, powers and rounding."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import reduce
from itertools import pairwise
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
        return meet(self, exactly(number)) is not None


def interval(low: Fraction | None, high: Fraction | None, low_open: bool = False, high_open: bool = False) -> Interval:
    """Make an interval; a missing end counts as closed."""
    return Interval(low, high, low_open and low is not None, high_open and high is not None)


def exactly(number: Fraction | int) -> Interval:
    """Return the interval of one number."""
    return Interval(Fraction(number), Fraction(number))


def closed(ends: Iterable[Fraction | None]) -> Interval:
    """Return the closed interval between two bounds."""
    low, high = ends
    return Interval(low, high)


EVERYTHING = Interval(None, None)
NOTHING = exactly(0)

_End = tuple[int, Fraction, int]
"""-1 or 1 for an end without bound, else 0; the number; -1 or 1 if the end is open, just below or above it."""


def _low(one: Interval) -> _End:
    return (-1, ZERO, 0) if one.low is None else (0, one.low, int(one.low_open))


def _high(one: Interval) -> _End:
    return (1, ZERO, 0) if one.high is None else (0, one.high, -int(one.high_open))


def _between(low: _End, high: _End) -> Interval:
    return interval(None if low[0] else low[1], None if high[0] else high[1], low[2] != 0, high[2] != 0)


def hull_of(parts: Iterable[Interval]) -> Interval:
    """Return the smallest interval that contains all parts."""
    every = list(parts)
    return _between(min(map(_low, every)), max(map(_high, every)))


def hull(one: Interval, other: Interval) -> Interval:
    """Return the smallest interval that contains both."""
    return hull_of([one, other])


def greatest(one: Interval, other: Interval) -> Interval:
    """Return the interval of the maxima of all pairs."""
    return _between(max(_low(one), _low(other)), max(_high(one), _high(other)))


def least(one: Interval, other: Interval) -> Interval:
    """Return the interval of the minima of all pairs."""
    return _between(min(_low(one), _low(other)), min(_high(one), _high(other)))


def meet(one: Interval, other: Interval) -> Interval | None:
    """Return the intersection, or None if it is empty."""
    low, high = max(_low(one), _low(other)), min(_high(one), _high(other))
    return _between(low, high) if low <= high else None


def add(one: Interval, other: Interval) -> Interval:
    """Return the interval of all sums."""
    low = None if one.low is None or other.low is None else one.low + other.low
    high = None if one.high is None or other.high is None else one.high + other.high
    return interval(low, high, one.low_open or other.low_open, one.high_open or other.high_open)


def total(parts: Iterable[Interval]) -> Interval:
    """Return the sum of many intervals."""
    return reduce(add, parts, NOTHING)


def _product(one: _End, other: _End) -> tuple[int, Fraction, bool]:
    """Multiply two bounds. The last part of the result is whether the bound is open."""
    left, right = (end[0] or (end[1] > 0) - (end[1] < 0) for end in (one, other))
    if not left or not right:
        return 0, ZERO, bool((left or one[2]) and (right or other[2]))
    if one[0] or other[0]:
        return left * right, ZERO, False
    return 0, one[1] * other[1], bool(one[2] or other[2])


def multiply(one: Interval, other: Interval) -> Interval:
    """Return the interval of all products."""
    if ZERO in {one.value, other.value}:
        return NOTHING
    found = [_product(left, right) for left in (_low(one), _high(one)) for right in (_low(other), _high(other))]
    return _between(min(found), max((bound, number, -opened) for bound, number, opened in found))


def times(one: Interval, factor: Fraction | int) -> Interval:
    """Return the interval multiplied by a factor."""
    return multiply(one, exactly(factor))


def negate(one: Interval) -> Interval:
    """Return the negated interval."""
    return times(one, -1)


def subtract(one: Interval, other: Interval) -> Interval:
    """Return the interval of all differences."""
    return add(one, negate(other))


def divide(one: Interval, other: Interval) -> Interval:
    """Return the interval of all quotients with a nonzero divisor."""
    if other.value == 0:
        return EVERYTHING
    if other.low is not None and other.low >= 0:
        low = ZERO if other.high is None else 1 / other.high
        high = None if other.low == 0 else 1 / other.low
        return multiply(one, interval(low, high, other.high is None or other.high_open, other.low_open))
    if other.high is not None and other.high <= 0:
        return divide(negate(one), negate(other))
    return NOTHING if one == NOTHING else EVERYTHING


def pieces(bounds: Iterable[Interval], domain: Interval) -> list[Interval]:
    """Split a domain at all bounds, into single points and the open intervals between them."""
    ends = sorted({end for one in (*bounds, domain) for end in one[:2] if end is not None})
    between = [interval(low, high, True, True) for low, high in pairwise([None, *ends, None])]
    found = (meet(one, domain) for one in [*between, *map(exactly, ends)])
    return [one for one in found if one is not None]


def gaps(spans: list[Interval], domain: Interval) -> list[Interval]:
    """Return the pieces of a domain outside all intervals."""
    return [one for one in pieces(spans, domain) if all(meet(one, span) is None for span in spans)]


def holds_multiple(one: Interval, step: Fraction) -> bool:
    """Return whether the interval contains a multiple of a step."""
    if one.low is None or one.high is None:
        return True
    first = -(-one.low // step) * step
    return one.holds(first) or one.holds(first + step)


def power(base: Interval, exponent: Interval) -> Interval:
    """Return the interval of all powers with whole exponents."""
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
    """Return the interval after rounding to multiples of a step."""

    def end(number: Fraction | None, opened: bool, way: int) -> Fraction | None:
        if number is None:
            return None
        beside = opened and (2 * number / step).denominator == 1
        return round_to(number + way * step / 4 if beside else number, step, mode)

    return Interval(end(one.low, one.low_open, 1), end(one.high, one.high_open, -1))


def write_interval(one: Interval, write: Callable[[Fraction], str] = write_number) -> str:
    """Return an interval as text in the form of a record."""
    if one.low is not None and one.low == one.high:
        return write(one.low)
    low = "(," if one.low is None else f"{'(' if one.low_open else '['}{write(one.low)},"
    return f"{low})" if one.high is None else f"{low}{write(one.high)}{')' if one.high_open else ']'}"
