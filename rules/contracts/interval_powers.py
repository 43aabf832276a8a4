"""Interval powers and rounding: bounds of fractional powers and e^x, and multiples of a step."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache, reduce
from math import ceil, floor
from typing import TYPE_CHECKING

from rules.contracts.intervals import UNBOUNDED, Interval, divide, hull, negate, point_interval
from rules.contracts.numbers import round_to_step

if TYPE_CHECKING:
    from rules.contracts.numbers import RoundingMode


_GUARD_BITS = 16


def power_bounds(base: Fraction, exponent: Fraction, bits: int) -> tuple[Fraction, Fraction]:
    """Return bounds about `2^-bits` apart, relative to the power; equal if it is exact.

    The base must be positive.
    """
    root = _exact_root(base, exponent.denominator)
    if root is not None:
        exact = root**exponent.numerator
        return exact, exact
    places = bits + _GUARD_BITS + ceil(abs(exponent)).bit_length() + base.numerator.bit_length().bit_length()
    logarithm, error = _logarithm(base, places)
    ends = sorted(Fraction(end, 1 << places) * exponent for end in (logarithm - error, logarithm + error))
    return exp_bounds(ends[0], bits)[0], exp_bounds(ends[1], bits)[1]


def exp_bounds(exponent: Fraction, bits: int) -> tuple[Fraction, Fraction]:
    """Return bounds of e^x about `2^-bits` apart, relative to it.

    The series uses the remainder of x after whole multiples of the logarithm of two.
    """
    if exponent == 0:
        return Fraction(1), Fraction(1)
    places = bits + _GUARD_BITS + 2 * ceil(abs(exponent)).bit_length()
    two, two_error = _logarithm_of_two(places)
    scaled = (exponent.numerator << places) // exponent.denominator
    doublings, rest = divmod(scaled, two)
    total, term, counted = 0, 1 << places, 0
    while term:
        total += term
        counted += 1
        term = term * rest // (counted << places)
    # Each term is less than 2 too small; the omitted terms add less than 2. e^rest is at most 2, so the error of the
    # rest counts less than three times.
    error = 2 * counted + 2 + 3 * (1 + abs(doublings) * two_error)
    size = Fraction(2) ** doublings / (1 << places)
    return (total - error) * size, (total + error) * size


def _logarithm(number: Fraction, places: int) -> tuple[int, int]:
    """Return the logarithm of a positive number and its error bound, as binary fixed-point numbers."""
    halvings = number.numerator.bit_length() - number.denominator.bit_length()
    near = number / Fraction(2) ** halvings
    if near > Fraction(4, 3):
        near, halvings = near / 2, halvings + 1
    elif near < Fraction(2, 3):
        near, halvings = near * 2, halvings - 1
    tangent, error = _artanh((near - 1) / (near + 1), places)
    two, two_error = _logarithm_of_two(places)
    return 2 * tangent + halvings * two, 2 * error + abs(halvings) * two_error


@lru_cache(maxsize=64)
def _logarithm_of_two(places: int) -> tuple[int, int]:
    tangent, error = _artanh(Fraction(1, 3), places)
    return 2 * tangent, 2 * error


def _artanh(number: Fraction, places: int) -> tuple[int, int]:
    """Return artanh(x) for x of at most 1/3, and its error bound, as binary fixed-point numbers."""
    above, below = abs(number.numerator), number.denominator
    total, term, counted = 0, (above << places) // below, 0
    while term:
        total += term // (2 * counted + 1)
        counted += 1
        term = term * above * above // (below * below)
    # Each term is less than 2 too small and is truncated once more; the omitted terms add less than 1.
    return (total if number >= 0 else -total), 3 * counted + 2


def _exact_root(base: Fraction, degree: int) -> Fraction | None:
    above, below = _integer_root(base.numerator, degree), _integer_root(base.denominator, degree)
    return None if above is None or below is None else Fraction(above, below)


def _integer_root(number: int, degree: int) -> int | None:
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
FIRST_BITS, MOST_BITS = 96, 6_144
MAXIMUM_BITS = 8_192
"""Bit limit of the numerator and denominator; a larger power is undetermined."""
_UNITY_INTERVAL = point_interval(Fraction(1))
_ZERO, _LARGEST_EXPONENT = Fraction(0), Fraction(MAXIMUM_EXPONENT)


def power(base: Interval, exponent: Interval) -> Interval:
    """Return the hull of powers with integer exponents; exponent zero yields one, 1/0 is excluded.

    The result is unbounded without an integer exponent or with too large an exponent.
    """
    if exponent.low is None or exponent.high is None:
        return UNBOUNDED
    low, high = ceil(exponent.low), floor(exponent.high)
    if low > high or max(abs(low), abs(high)) > MAXIMUM_EXPONENT:
        return UNBOUNDED
    # A power is monotonic in the exponent; for a negative base, only among exponents of equal parity.
    tried = {number for number in (low, low + 1, high - 1, high) if low <= number <= high}
    return reduce(hull, (_raised(base, number) for number in sorted(tried)))


def fractional_power(base: Interval, exponent: Interval, bits: int) -> Interval:
    """Return bounds of all powers; a base that may be zero or negative has integer powers only."""
    known = exponent.value
    if base.low is None or base.low <= 0 or (known is not None and known.denominator == 1):
        return power(base, exponent)
    if exponent.low is None or exponent.high is None or base.high is None:
        return Interval(_ZERO, None)
    longest = max(end.bit_length() for bound in (base.low, base.high) for end in bound.as_integer_ratio())
    greatest = max(abs(exponent.low), abs(exponent.high))
    if greatest > MAXIMUM_EXPONENT or longest * greatest > MAXIMUM_BITS:
        return Interval(_ZERO, None)
    # A power is monotonic in its base and in its exponent, so its bounds are at the corners.
    corners = {(bound, times) for bound in (base.low, base.high) for times in (exponent.low, exponent.high)}
    powers = [power_bounds(bound, times, bits) for bound, times in corners]
    return Interval(min(low for low, _ in powers), max(high for _, high in powers))


def exponential(exponent: Interval, bits: int) -> Interval:
    """Return bounds of e^x."""
    low, high = exponent.low, exponent.high
    least = _ZERO if low is None or low < -MAXIMUM_EXPONENT else exp_bounds(min(low, _LARGEST_EXPONENT), bits)[0]
    return Interval(least, None if high is None or high > MAXIMUM_EXPONENT else _highest(high, bits))


def _highest(exponent: Fraction, bits: int) -> Fraction:
    return exp_bounds(max(exponent, -_LARGEST_EXPONENT), bits)[1]


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
    """Round all numbers of an interval to multiples of a positive step."""
    low, high = interval.low, interval.high
    if low is not None:
        low = round_to_step(_interior_neighbor(low, step, 1) if interval.low_open else low, step, mode)
    if high is not None:
        high = round_to_step(_interior_neighbor(high, step, -1) if interval.high_open else high, step, mode)
    return Interval(low, high)


def _interior_neighbor(end: Fraction, step: Fraction, direction: int) -> Fraction:
    """Return a number that rounds like those next to an excluded end; rounding changes at half steps."""
    return end + direction * step / 4 if (2 * end / step).denominator == 1 else end
