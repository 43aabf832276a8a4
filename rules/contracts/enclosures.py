"""Rational enclosures of fractional powers and of e^x, to a requested number of bits.

All is computed with whole numbers: a number is held as a multiple of `2^-places`, every division cuts off less than
one such multiple, and what was cut off is counted and given to both sides.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import ceil

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
