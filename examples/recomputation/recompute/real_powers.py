"""Rational bounds of fractional powers and of e^x, by high-precision decimals.

The bounds use the decimals of the standard library. Their exponential and logarithm are correct to the last digit. 20
of 400 digits are a safety margin.
"""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

from recompute.intervals import ZERO, Interval, exactly, hull_of, power

PLACES, MARGIN, MOST = Context(prec=400, Emax=10**9, Emin=-(10**9)), Fraction(1, 10**380), 1_000


def _decimal(number: Fraction) -> Decimal:
    return PLACES.divide(Decimal(number.numerator), Decimal(number.denominator))


def _around(found: Decimal) -> Interval:
    return Interval(Fraction(found) * (1 - MARGIN), Fraction(found) * (1 + MARGIN))


def _corner(base: Fraction, exponent: Fraction) -> Interval:
    """Return the exact power if it is rational, otherwise bounds on both sides.

    The first digits of the root show whether it is rational.
    """
    logarithm, degree = PLACES.ln(_decimal(base)), exponent.denominator
    root = Fraction(PLACES.exp(PLACES.divide(logarithm, Decimal(degree)))).limit_denominator(base.denominator)
    if base == 1 or (degree < max(map(int.bit_length, base.as_integer_ratio())) and root**degree == base):
        return exactly(root**exponent.numerator)
    return _around(PLACES.exp(PLACES.multiply(logarithm, _decimal(exponent))))


def broken_power(base: Interval, exponent: Interval) -> Interval:
    """Return all powers of a base; only whole powers if the base may be zero or negative."""
    if base.low is None or base.low <= 0 or (exponent.value is not None and exponent.value.denominator == 1):
        return power(base, exponent)
    if base.high is None or exponent.low is None or exponent.high is None:
        return Interval(ZERO, None)
    longest = max(end.bit_length() for one in (base.low, base.high) for end in one.as_integer_ratio())
    if (greatest := max(abs(exponent.low), abs(exponent.high))) > MOST or longest * greatest > 8_192:
        return Interval(ZERO, None)
    return hull_of(_corner(one, times) for one in base[:2] for times in exponent[:2] if one and times is not None)


def euler_power(exponent: Interval) -> Interval:
    """Return all powers of Euler's number."""
    low, high = exponent.low, exponent.high
    least = ZERO if low is None or low < -MOST else _euler(min(low, Fraction(MOST))).low
    return Interval(least, None if high is None or high > MOST else _euler(max(high, Fraction(-MOST))).high)


def _euler(exponent: Fraction) -> Interval:
    return exactly(1) if exponent == 0 else _around(PLACES.exp(_decimal(exponent)))
