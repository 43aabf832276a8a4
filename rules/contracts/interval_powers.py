"""Interval powers and rounding: fractional powers and e^x enclosed to a number of bits, multiples of a step."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache, reduce
from math import ceil, floor
from typing import TYPE_CHECKING

from rules.contracts.intervals import UNBOUNDED, Interval, divide, hull, negate, point_interval
from rules.contracts.numbers import round_to_step

if TYPE_CHECKING:
    from rules.contracts.numbers import RoundingMode


_SPARE = 16
"""How many more binary places are computed with than are asked for."""


def power_bounds(base: Fraction, exponent: Fraction, bits: int) -> tuple[Fraction, Fraction]:
    """Give two numbers about `2^-bits` of their size apart, with the power between; both are the power if it is exact.

    The base is above zero.
    """
    root = _exact_root(base, exponent.denominator)
    if root is not None:
        exact = root**exponent.numerator
        return exact, exact
    places = bits + _SPARE + ceil(abs(exponent)).bit_length() + base.numerator.bit_length().bit_length()
    logarithm, error = _logarithm(base, places)
    ends = sorted(Fraction(end, 1 << places) * exponent for end in (logarithm - error, logarithm + error))
    return exp_bounds(ends[0], bits)[0], exp_bounds(ends[1], bits)[1]


def exp_bounds(exponent: Fraction, bits: int) -> tuple[Fraction, Fraction]:
    """Give two numbers about `2^-bits` of their size apart, with the power of Euler's number between.

    That is e^x by its series, of what is left of x after whole multiples of the logarithm of two.
    """
    if exponent == 0:
        return Fraction(1), Fraction(1)
    places = bits + _SPARE + 2 * ceil(abs(exponent)).bit_length()
    two, two_error = _logarithm_of_two(places)
    scaled = (exponent.numerator << places) // exponent.denominator
    doublings, rest = divmod(scaled, two)
    total, term, counted = 0, 1 << places, 0
    while term:
        total += term
        counted += 1
        term = term * rest // (counted << places)
    # Each term is less than 2 too small, and so are all that are left out; e^rest is at most 2, so that what the rest
    # is wrong by counts less than three times.
    error = 2 * counted + 2 + 3 * (1 + abs(doublings) * two_error)
    size = Fraction(2) ** doublings / (1 << places)
    return (total - error) * size, (total + error) * size


def _logarithm(number: Fraction, places: int) -> tuple[int, int]:
    """Give the natural logarithm of a number above zero, and by how much it may be wrong."""
    halvings = number.numerator.bit_length() - number.denominator.bit_length()
    near = number / Fraction(2) ** halvings
    if near > Fraction(4, 3):
        near, halvings = near / 2, halvings + 1
    elif near < Fraction(2, 3):
        near, halvings = near * 2, halvings - 1
    tangent, error = _area_tangent((near - 1) / (near + 1), places)
    two, two_error = _logarithm_of_two(places)
    return 2 * tangent + halvings * two, 2 * error + abs(halvings) * two_error


@lru_cache(maxsize=64)
def _logarithm_of_two(places: int) -> tuple[int, int]:
    tangent, error = _area_tangent(Fraction(1, 3), places)
    return 2 * tangent, 2 * error


def _area_tangent(number: Fraction, places: int) -> tuple[int, int]:
    """Give half the logarithm of (1 + x) / (1 - x) by its series, for an x of at most a third."""
    above, below = abs(number.numerator), number.denominator
    total, term, counted = 0, (above << places) // below, 0
    while term:
        total += term // (2 * counted + 1)
        counted += 1
        term = term * above * above // (below * below)
    # Each term is less than 2 too small and is cut once more; all terms that are left out are less than 1 together.
    return (total if number >= 0 else -total), 3 * counted + 2


def _exact_root(base: Fraction, degree: int) -> Fraction | None:
    """Give the root of a number above zero if it is itself a fraction."""
    above, below = _whole_root(base.numerator, degree), _whole_root(base.denominator, degree)
    return None if above is None or below is None else Fraction(above, below)


def _whole_root(number: int, degree: int) -> int | None:
    if degree == 1 or number == 1:
        return number
    if degree >= number.bit_length():
        return None
    low, high = 1, 1 << (number.bit_length() // degree + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**degree <= number else (low, middle - 1)
    return low if low**degree == number else None


MAXIMUM_EXPONENT = 1_000
"""How great the exponent of a power may be, with either sign."""
FIRST_BITS, MOST_BITS = 96, 6_144
"""How finely what has no exact value is computed at first, and at most, before it is rounded."""
MAXIMUM_BITS = 8_192
"""How long a power may become above and below its stroke; a longer one is left open."""
_UNITY_INTERVAL = point_interval(Fraction(1))
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
        return _UNITY_INTERVAL
    if exponent < 0:
        return divide(_UNITY_INTERVAL, _raised(base, -exponent))
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
        low = round_to_step(_interior_neighbor(low, step, 1) if interval.low_open else low, step, mode)
    if high is not None:
        high = round_to_step(_interior_neighbor(high, step, -1) if interval.high_open else high, step, mode)
    return Interval(low, high)


def _interior_neighbor(end: Fraction, step: Fraction, way: int) -> Fraction:
    """Give a number that is rounded as those next to an end that is left out; rounding turns at halves of steps."""
    return end + way * step / 4 if (2 * end / step).denominator == 1 else end
