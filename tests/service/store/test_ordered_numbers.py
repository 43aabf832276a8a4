"""Order-preserving bytes of exact numbers: long, fractional and small numbers, and spellings."""

from fractions import Fraction

import pytest
from hypothesis import example, given, strategies as st

from rules.contracts.numbers import NumberError, format_exact
from service.store.result_dependencies import order_preserving_bytes

DIGITS = 10**34 - 1
NUMBERS = st.builds(Fraction, st.integers(-DIGITS, DIGITS), st.integers(1, DIGITS)) | st.builds(
    Fraction, st.integers(-1_000, 1_000), st.sampled_from([1, 3, 10, 100, 1_000, 10**20])
)


@given(NUMBERS, NUMBERS)
@example(Fraction(-1), Fraction("-1.0001"))
@example(Fraction(-1), Fraction("-1.01"))
@example(Fraction(5), Fraction(50))
@example(Fraction(1, 3), Fraction("0." + "3" * 34))
@example(Fraction(DIGITS, DIGITS - 1), Fraction(DIGITS - 1, DIGITS - 2))
@example(Fraction("0.099"), Fraction("0.1"))
@example(Fraction(10**300, 3), Fraction(10**299, 3))
def test_the_bytes_have_the_same_order_as_the_numbers(number: Fraction, other: Fraction) -> None:
    first, second = order_preserving_bytes(format_exact(number)), order_preserving_bytes(format_exact(other))
    assert (first < second, first == second) == (number < other, number == other)


def test_spellings_of_a_number_have_equal_bytes_and_invalid_numbers_are_refused() -> None:
    assert order_preserving_bytes("12.0") == order_preserving_bytes("12") == order_preserving_bytes("0012.000")
    assert order_preserving_bytes("0") == order_preserving_bytes("-0.0")
    with pytest.raises(NumberError):
        order_preserving_bytes("1e3")
