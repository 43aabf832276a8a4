"""Interval powers and rounding: bounds of whole and fractional powers, of e^x, and of multiples of a step."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from math import ceil, floor
from typing import TYPE_CHECKING

from rules.contracts.enclosures import exp_bounds, power_bounds
from rules.contracts.intervals import UNBOUNDED, Interval, divide, hull, negate, point_interval
from rules.contracts.numbers import round_to_step

if TYPE_CHECKING:
    from rules.contracts.numbers import RoundingMode

MAXIMUM_EXPONENT = 1_000
"""How great the exponent of a power may be, with either sign."""
FIRST_BITS, MOST_BITS = 96, 6_144
"""How finely what has no exact value is computed at first, and at most, before it is rounded."""
MAXIMUM_BITS = 8_192
"""How long a power may become above and below its stroke; a longer one is left open."""
_ONE = point_interval(Fraction(1))
_NOTHING, _MOST = Fraction(0), Fraction(MAXIMUM_EXPONENT)


def power(base: Interval, exponent: Interval) -> Interval:
    """Give all whole powers; the power with the exponent zero is one, and one over zero is left out.

    Everything is possible if no exponent in the interval is a whole number, or if one is too great.
    """
    if exponent.low is None or exponent.high is None:
        return UNBOUNDED
    low, high = ceil(exponent.low), floor(exponent.high)
    if low > high or max(abs(low), abs(high)) > MAXIMUM_EXPONENT:
        return UNBOUNDED
    # A power of one base moves one way as the exponent grows, of a base below zero among the even and the odd ones.
    tried = {number for number in (low, low + 1, high - 1, high) if low <= number <= high}
    return reduce(hull, (_raised(base, number) for number in sorted(tried)))


def fractional_power(base: Interval, exponent: Interval, bits: int) -> Interval:
    """Give all powers of a base, be their exponents whole or broken; what has no exact value lies in between.

    A base that is not surely above zero has whole powers only.
    """
    known = exponent.value
    if base.low is None or base.low <= 0 or (known is not None and known.denominator == 1):
        return power(base, exponent)
    if exponent.low is None or exponent.high is None or base.high is None:
        return Interval(_NOTHING, None)
    longest = max(end.bit_length() for bound in (base.low, base.high) for end in bound.as_integer_ratio())
    greatest = max(abs(exponent.low), abs(exponent.high))
    if greatest > MAXIMUM_EXPONENT or longest * greatest > MAXIMUM_BITS:
        return Interval(_NOTHING, None)
    # A power grows, or shrinks, all the way with its base and with its exponent, so its ends lie in the corners.
    corners = {(bound, times) for bound in (base.low, base.high) for times in (exponent.low, exponent.high)}
    powers = [power_bounds(bound, times, bits) for bound, times in corners]
    return Interval(min(low for low, _ in powers), max(high for _, high in powers))


def exponential(exponent: Interval, bits: int) -> Interval:
    """Give all powers of Euler's number; they have no exact value and lie in between."""
    low, high = exponent.low, exponent.high
    least = _NOTHING if low is None or low < -MAXIMUM_EXPONENT else exp_bounds(min(low, _MOST), bits)[0]
    return Interval(least, None if high is None or high > MAXIMUM_EXPONENT else _highest(high, bits))


def _highest(exponent: Fraction, bits: int) -> Fraction:
    return exp_bounds(max(exponent, -_MOST), bits)[1]


def _raised(base: Interval, exponent: int) -> Interval:
    if exponent == 0:
        return _ONE
    if exponent < 0:
        return divide(_ONE, _raised(base, -exponent))
    if exponent % 2 == 0 and (base.low is None or base.low < 0):
        if base.high is not None and base.high <= 0:
            return _raised(negate(base), exponent)
        upper = hull(base, negate(base))
        return _between(Fraction(0), _end(upper.high, exponent), False, upper.high_open)
    return _between(_end(base.low, exponent), _end(base.high, exponent), base.low_open, base.high_open)


def _between(low: Fraction | None, high: Fraction | None, low_open: bool, high_open: bool) -> Interval:
    return Interval(low, high, low is not None and low_open, high is not None and high_open)


def _end(end: Fraction | None, exponent: int) -> Fraction | None:
    if end is None:
        return None
    bits = max(abs(end.numerator).bit_length(), end.denominator.bit_length())
    return None if bits * exponent > MAXIMUM_BITS else end**exponent


def round_interval(interval: Interval, step: Fraction, mode: RoundingMode) -> Interval:
    """Give all that numbers can be once they are rounded to multiples of a step above zero."""
    low, high = interval.low, interval.high
    if low is not None:
        low = round_to_step(_beside(low, step, 1) if interval.low_open else low, step, mode)
    if high is not None:
        high = round_to_step(_beside(high, step, -1) if interval.high_open else high, step, mode)
    return Interval(low, high)


def _beside(end: Fraction, step: Fraction, way: int) -> Fraction:
    """Give a number that is rounded as those next to an end that is left out; rounding turns at halves of steps."""
    return end + way * step / 4 if (2 * end / step).denominator == 1 else end
