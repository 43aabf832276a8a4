"""Between which two fractions does a power lie that has no exact value?"""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

from recompute.intervals import ZERO, Interval, closed, interval, power

FIRST_BITS, MOST_BITS = 96, 6_144
MOST = Fraction(1_000)
_SPARE = 30


def real_power(base: Interval, exponent: Interval, bits: int) -> Interval:
    """Give all powers of a base, be their exponents whole or broken."""
    known = exponent.value
    if base.low is None or base.low <= 0 or (known is not None and known.denominator == 1):
        return power(base, exponent)
    if exponent.low is None or exponent.high is None or base.high is None:
        return interval(ZERO, None)
    longest = max(end.bit_length() for one in (base.low, base.high) for end in one.as_integer_ratio())
    greatest = max(abs(exponent.low), abs(exponent.high))
    if greatest > MOST or longest * greatest > 8_192:
        return interval(ZERO, None)
    found = [_between(one, other, bits) for one in (base.low, base.high) for other in (exponent.low, exponent.high)]
    return closed((min(low for low, _ in found), max(high for _, high in found)))


def euler_power(exponent: Interval, bits: int) -> Interval:
    """Give all powers of Euler's number."""
    low, high = exponent.low, exponent.high
    least = ZERO if low is None or low < -MOST else _euler(min(low, MOST), bits)[0]
    return interval(least, None if high is None or high > MOST else _euler(max(high, -MOST), bits)[1])


def _between(base: Fraction, exponent: Fraction, bits: int) -> tuple[Fraction, Fraction]:
    """Give two fractions with the power between; both are the power if its root is a fraction."""
    roots = [_root(part, exponent.denominator) for part in base.as_integer_ratio()]
    above, below = roots
    if above is not None and below is not None:
        exact = Fraction(above, below) ** exponent.numerator
        return exact, exact
    context = _context(bits)
    grown = context.multiply(context.ln(_decimal(base, context)), _decimal(exponent, context))
    return _about(context.exp(grown), context)


def _euler(exponent: Fraction, bits: int) -> tuple[Fraction, Fraction]:
    if not exponent:
        return Fraction(1), Fraction(1)
    context = _context(bits)
    return _about(context.exp(_decimal(exponent, context)), context)


def _context(bits: int) -> Context:
    """Give a context with more digits than so many bits; its logarithms and powers err by half of the last one."""
    return Context(prec=bits * 302 // 1_000 + 2 * _SPARE)


def _decimal(number: Fraction, context: Context) -> Decimal:
    return context.divide(Decimal(number.numerator), Decimal(number.denominator))


def _about(found: Decimal, context: Context) -> tuple[Fraction, Fraction]:
    """Leave the last digits out: exponents up to a thousand, and their rounding, spoil far fewer."""
    number = Fraction(found)
    error = abs(number) / 10 ** (context.prec - _SPARE)
    return number - error, number + error


def _root(number: int, degree: int) -> int | None:
    """Give the root of a whole number above zero if it is whole."""
    low, high = 1, 1 << (number.bit_length() // degree + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**degree <= number else (low, middle - 1)
    return low if low**degree == number else None
