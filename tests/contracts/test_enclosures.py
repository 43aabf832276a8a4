"""Enclosures of powers and of e^x: property tests against 80-digit decimals, and exact rational roots."""

from decimal import Context, Decimal
from fractions import Fraction

from hypothesis import given, strategies as st

from rules.contracts.interval_powers import exp_bounds, power_bounds

EXACT = Context(prec=80, Emax=10**6, Emin=-(10**6))
BASES = st.fractions(min_value=Fraction(1, 5_000), max_value=5_000, max_denominator=9_999)
EXPONENTS = st.fractions(min_value=-60, max_value=60, max_denominator=123_457)
BITS = st.sampled_from([8, 24, 96])


def decimal(number: Fraction) -> Decimal:
    return EXACT.divide(Decimal(number.numerator), Decimal(number.denominator))


def lies_between(between: tuple[Fraction, Fraction], library: Decimal, bits: int) -> bool:
    low, high = between
    number = Fraction(library)
    doubt = number / 10**70
    return low - doubt <= number <= high + doubt and high - low <= number / 2 ** (bits - 6)


@given(BASES, EXPONENTS, BITS)
def test_power_bounds_enclose_the_decimal_value(base: Fraction, exponent: Fraction, bits: int) -> None:
    library = EXACT.exp(EXACT.multiply(EXACT.ln(decimal(base)), decimal(exponent)))
    assert lies_between(power_bounds(base, exponent, bits), library, bits)


@given(EXPONENTS, BITS)
def test_powers_of_eulers_number(exponent: Fraction, bits: int) -> None:
    assert lies_between(exp_bounds(exponent, bits), EXACT.exp(decimal(exponent)), bits)


@given(st.fractions(min_value=Fraction(1, 99), max_value=99, max_denominator=99), st.integers(1, 9), st.integers(-9, 9))
def test_roots_that_are_fractions_are_exact(root: Fraction, degree: int, times: int) -> None:
    assert power_bounds(root**degree, Fraction(times, degree), 8) == (root**times, root**times)
