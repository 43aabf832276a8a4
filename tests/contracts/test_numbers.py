"""Exact numbers: parsing, normal form, fractions, digit limits, rounding and display."""

import decimal
import re
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from rules.contracts.numbers import (
    MAXIMUM_DIGITS,
    NumberError,
    RoundingMode,
    format_difference,
    format_exact,
    format_for_display,
    format_places,
    fraction_of_ratio,
    parse_decimal,
    parse_decimal_or_ratio,
    parse_exact,
    round_to,
)

PLAIN = st.from_regex(r"-?[0-9]{1,20}(\.[0-9]{1,14})?", fullmatch=True)
FRACTIONS = st.fractions() | st.builds(Fraction, st.integers(), st.sampled_from([1, 2, 4, 5, 10, 25, 1000, 3, 7, 12]))
NORMAL = re.compile(r"0|-?(0|[1-9][0-9]*)\.[0-9]*[1-9]|-?[1-9][0-9]*|-?[1-9][0-9]*/[1-9][0-9]*")
DECIMAL_MODES = {
    RoundingMode.HALF_EVEN: decimal.ROUND_HALF_EVEN,
    RoundingMode.HALF_UP: decimal.ROUND_HALF_UP,
    RoundingMode.UP: decimal.ROUND_UP,
    RoundingMode.DOWN: decimal.ROUND_DOWN,
}


@given(PLAIN)
def test_a_plain_decimal_is_read_exactly(text: str) -> None:
    assert parse_decimal(text) == parse_exact(text) == Fraction(decimal.Decimal(text))


@given(FRACTIONS, st.integers(1, 30))
def test_a_fraction_of_a_ratio_is_the_usual_fraction(value: Fraction, common: int) -> None:
    made = fraction_of_ratio(value.numerator * common, value.denominator * common)
    assert type(made) is Fraction
    assert (made, hash(made), repr(made), made + 1, made * 2) == (value, hash(value), repr(value), value + 1, value * 2)


@given(FRACTIONS)
def test_the_normal_form_is_unique_and_survives_a_round_trip(value: Fraction) -> None:
    text = format_exact(value)
    assert parse_exact(text) == value
    assert NORMAL.fullmatch(text), text
    assert format_exact(parse_exact(text)) == text


@given(PLAIN)
def test_a_decimal_is_formatted_as_a_decimal(text: str) -> None:
    assert "/" not in format_exact(parse_decimal(text))


def test_only_a_number_that_does_not_end_is_a_fraction() -> None:
    assert format_exact(Fraction(1, 3)) == "1/3"
    assert format_exact(Fraction(-7, 12)) == "-7/12"
    assert format_exact(Fraction(1, 160)) == "0.00625"
    assert format_exact(Fraction(-1, 8)) == "-0.125"
    assert format_exact(parse_decimal("-0.00")) == "0"
    assert format_exact(parse_decimal("0100.500")) == "100.5"


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "NaN", "nan", "inf", "-Infinity", "1e3", "1E3", "1.5e-7", "+1", ".5", "1.", "-", "--1", "1,000",
        "1_000", "1 000", " 1", "1 ", "1\n", "0x10", "1/3", "１２", "１", "1٫5", "²", "½", "1.2.3", "−1", "$1", "1%",
    ],
)  # fmt: skip
def test_a_text_that_is_no_plain_decimal_is_refused(text: str) -> None:
    with pytest.raises(NumberError, match="is not a plain decimal"):
        parse_decimal(text)


@given(st.text(max_size=12))
def test_any_text_is_a_decimal_or_refused(text: str) -> None:
    try:
        value = parse_decimal(text)
    except NumberError:
        return
    assert value == Fraction(decimal.Decimal(text))
    assert text.isascii()


@given(PLAIN, PLAIN.filter(lambda text: not text.startswith("-") and Fraction(text)))
def test_a_ratio_of_two_decimals_is_read_exactly(above: str, below: str) -> None:
    assert parse_decimal_or_ratio(above) == Fraction(above)
    assert parse_decimal_or_ratio(f"{above}/{below}") == Fraction(above) / Fraction(below)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1/0", "divides by zero"),
        ("1/0.00", "divides by zero"),
        ("1/-3", "a minus sign in the denominator"),
        ("-1/-3", "a minus sign in the denominator"),
        ("1/--3", "a minus sign in the denominator"),
        ("+1/3", "is not a fraction such as"),
        ("1 / 3", "without spaces"),
        ("1/3 ", "without spaces"),
        ("1/2/3", "a plain decimal, a slash and a plain decimal"),
        ("/3", "is not a fraction"),
        ("3/", "is not a fraction"),
        ("/", "is not a fraction"),
        ("1e3/2", "is not a fraction"),
        ("1/３", "is not a fraction"),
        ("1／3", "nor a fraction such as 4948.02/25200"),
        ("9" * 35 + "/3", "35 digits; at most 34"),
        ("3/" + "9" * 35, "35 digits; at most 34"),
    ],
)
def test_a_malformed_fraction_is_refused_with_the_reason(text: str, words: str) -> None:
    with pytest.raises(NumberError, match=re.escape(words)):
        parse_decimal_or_ratio(text)


def test_a_fraction_has_thirty_four_digits_on_each_side() -> None:
    assert parse_decimal_or_ratio("-" + "9" * 34 + "/" + "7" * 34) == -Fraction(int("9" * 34), int("7" * 34))


def test_thirty_four_digits_are_the_most() -> None:
    assert parse_decimal("-" + "9" * 30 + "." + "1234") == Fraction("9" * 30 + "1234") / -10000
    with pytest.raises(NumberError, match=f"35 digits; at most {MAXIMUM_DIGITS}"):
        parse_decimal("1" * 35)
    with pytest.raises(NumberError, match="35 digits"):
        parse_decimal("0." + "0" * 33 + "1")


@pytest.mark.parametrize("read", [parse_decimal, parse_exact])
@pytest.mark.parametrize("text", ["9" * 10_000, "0." + "1" * 10_000, "1/" + "3" * 10_000, "x" * 10_000])
def test_a_very_long_text_is_refused_with_a_short_message(read: object, text: str) -> None:
    assert callable(read)
    with pytest.raises(NumberError) as raised:
        read(text)
    assert len(str(raised.value)) < 200


@pytest.mark.parametrize("text", ["1/0", "1/03", "1/-3", "1 / 3", "1/3.5", "/3", "１/3", "1/", "", "1e3"])
def test_a_text_that_is_neither_decimal_nor_fraction_is_refused(text: str) -> None:
    with pytest.raises(NumberError, match="neither"):
        parse_exact(text)


@pytest.mark.parametrize("mode", list(RoundingMode))
@given(
    value=st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6),
    places=st.integers(0, 5),
)
def test_rounding_is_that_of_decimal(mode: RoundingMode, value: decimal.Decimal, places: int) -> None:
    expected = value.quantize(decimal.Decimal(1).scaleb(-places), rounding=DECIMAL_MODES[mode])
    rounded = round_to(Fraction(value), places, mode)
    assert rounded == Fraction(expected)
    assert Fraction(format_places(rounded, places)) == rounded


@pytest.mark.parametrize("mode", list(RoundingMode))
@given(halves=st.integers(-1000, 1000), places=st.integers(0, 3))
def test_ties_are_rounded_as_decimal_rounds_them(mode: RoundingMode, halves: int, places: int) -> None:
    value = Fraction(halves, 2 * 10**places)
    tie = decimal.Decimal(halves) / 2
    expected = Fraction(tie.quantize(decimal.Decimal(1), rounding=DECIMAL_MODES[mode])) / 10**places
    assert round_to(value, places, mode) == expected


@given(FRACTIONS, st.integers(0, 6), st.sampled_from(list(RoundingMode)))
def test_rounding_never_moves_a_number_by_a_whole_unit_and_is_done_once(
    value: Fraction, places: int, mode: RoundingMode
) -> None:
    rounded = round_to(value, places, mode)
    assert abs(rounded - value) < Fraction(1, 10**places)
    assert round_to(rounded, places, mode) == rounded
    assert round_to(-value, places, mode) == -rounded


def test_numbers_for_display_have_all_their_decimal_places() -> None:
    assert format_places(Fraction(80), 2) == "80.00"
    assert format_places(Fraction(-1, 20), 2) == "-0.05"
    assert format_places(Fraction(7), 0) == "7"


@given(FRACTIONS, st.integers(0, 4))
def test_people_read_decimals_that_no_rounding_hides(value: Fraction, places: int) -> None:
    text = format_for_display(value, places)
    if "/" not in format_exact(value):
        assert text == format_exact(value)
        return
    near = parse_exact(text.removeprefix("≈"))
    assert text.startswith("≈")
    assert abs(near - value) < Fraction(1, 10_000)
    assert near != round_to(value, places, RoundingMode.HALF_EVEN)


def test_a_fraction_near_a_bound_is_displayed_differently_from_the_bound() -> None:
    assert format_for_display(Fraction(1352, 205), 2) == "≈6.5951"
    assert format_for_display(80 - Fraction(1, 3_000_000), 2) == "≈79.9999997"


@given(FRACTIONS, FRACTIONS)
def test_a_difference_is_formatted_exactly_and_a_negative_difference_yields_none(
    more: Fraction, less: Fraction
) -> None:
    assert format_difference(more, less) == (None if more < less else format_exact(more - less))
