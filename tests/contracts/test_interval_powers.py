"""Interval powers and rounding: exact attained ends, and bounds of irrational powers against 80-digit decimals."""

from decimal import Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from rules.contracts.interval_powers import (
    MAXIMUM_EXPONENT,
    exp_bounds,
    exponential,
    fractional_power,
    power,
    power_bounds,
    round_interval,
)
from rules.contracts.intervals import UNBOUNDED, Interval, point_interval
from rules.contracts.numbers import RoundingMode, round_to_step


def span(low: int | str | None, high: int | str | None, *, low_open: bool = False, high_open: bool = False) -> Interval:
    least, most = (None if end is None else Fraction(end) for end in (low, high))
    return Interval(least, most, low_open, high_open)


@pytest.mark.parametrize(
    ("base", "exponent", "expected"),
    [
        (span(2, 2), span(3, 3), span(8, 8)),
        (span(2, 2), span(-2, -2), span("1/4", "1/4")),
        (span(-2, 3), span(2, 2), span(0, 9)),
        (span(-4, 3, low_open=True), span(2, 2), span(0, 16, high_open=True)),
        (span(-3, -2, high_open=True), span(2, 2), span(4, 9, low_open=True)),
        (span(-2, 3), span(3, 3), span(-8, 27)),
        (span("1/2", 2), span(0, 3), span("1/8", 8)),
        (span(-2, -2), span(1, 4), span(-8, 16)),
        (span("9/10", "9/10"), span(0, 2), span("81/100", 1)),
        (span(0, None), span(2, 2), span(0, None)),
        (span(2, None), span(-1, -1), span(0, "1/2", low_open=True)),
        (span(0, 0), span(0, 0), span(1, 1)),
        (span(1, 2), span("1/4", "3/4"), UNBOUNDED),
        (span(1, 2), span(0, None), UNBOUNDED),
        (span(1, 2), span(0, MAXIMUM_EXPONENT + 1), UNBOUNDED),
    ],
)
def test_integer_powers_have_exact_ends(base: Interval, exponent: Interval, expected: Interval) -> None:
    assert power(base, exponent) == expected


@pytest.mark.parametrize(
    ("mode", "interval", "expected"),
    [
        (RoundingMode.HALF_EVEN, span("0.5", "1.5"), span(0, 2)),
        (RoundingMode.HALF_EVEN, span("0.5", "1.5", low_open=True, high_open=True), span(1, 1)),
        (RoundingMode.HALF_UP, span("0.5", "2.5", high_open=True), span(1, 2)),
        (RoundingMode.UP, span(2, 3, low_open=True), span(3, 3)),
        (RoundingMode.DOWN, span(2, 3, high_open=True), span(2, 2)),
        (RoundingMode.DOWN, span(-3, -2, low_open=True), span(-2, -2)),
        (RoundingMode.UP, span(None, "2.1"), span(None, 3)),
    ],
)
def test_rounding_an_interval_attains_its_ends(mode: RoundingMode, interval: Interval, expected: Interval) -> None:
    assert round_interval(interval, Fraction(1), mode) == expected


@pytest.mark.parametrize(
    ("value", "step", "mode", "expected"),
    [
        ("2.25", "0.5", RoundingMode.HALF_EVEN, "2"),
        ("2.75", "0.5", RoundingMode.HALF_EVEN, "3"),
        ("2.25", "0.5", RoundingMode.HALF_UP, "2.5"),
        ("-2.25", "0.5", RoundingMode.HALF_UP, "-2.5"),
        ("1250.1", "100", RoundingMode.UP, "1300"),
        ("-1250.1", "100", RoundingMode.UP, "-1300"),
        ("1299.9", "100", RoundingMode.DOWN, "1200"),
        ("7", "3", RoundingMode.HALF_UP, "6"),
    ],
)
def test_rounding_to_a_step(value: str, step: str, mode: RoundingMode, expected: str) -> None:
    assert round_to_step(Fraction(value), Fraction(step), mode) == Fraction(expected)
    assert round_interval(point_interval(Fraction(value)), Fraction(step), mode) == point_interval(Fraction(expected))


@pytest.mark.parametrize(
    ("base", "exponent", "expected"),
    [
        (span("1.44", "1.44"), span("1/2", "1/2"), span("1.2", "1.2")),
        (span("8/27", "8/27"), span("-2/3", "-2/3"), span("9/4", "9/4")),
        (span(4, 9), span("1/2", "3/2"), span(2, 27)),
        (span("1/4", 4), span("-1/2", "1/2"), span("1/2", 2)),
        (span(2, 2), span(3, 3), span(8, 8)),
        (span(0, 3), span(2, 2), span(0, 9)),
        (span(1, None), span("1/2", "1/2"), span(0, None)),
        (span(2, 2), span("1/2", None), span(0, None)),
        (span(2, 2), span("1/2", MAXIMUM_EXPONENT + 1), span(0, None)),
    ],
)
def test_fractional_powers_attain_their_corners(base: Interval, exponent: Interval, expected: Interval) -> None:
    assert fractional_power(base, exponent, 64) == expected


def test_an_irrational_result_is_enclosed() -> None:
    root = fractional_power(point_interval(Fraction(2)), point_interval(Fraction(1, 2)), 64)
    assert root.low is not None
    assert root.high is not None
    assert root.low**2 < 2 < root.high**2
    assert root.high - root.low < Fraction(1, 2**60)
    assert exponential(point_interval(Fraction(0)), 64) == span(1, 1)
    low = exponential(span(None, 1), 64)
    assert low.low == 0
    assert low.contains(Fraction("2.7182818284590452353"))
    assert not low.contains(Fraction("2.7182818284590452354"))
    assert exponential(span(0, None), 64) == span(1, None)


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
