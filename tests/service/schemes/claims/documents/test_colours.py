"""CSS colour parser, WCAG contrast ratios and alpha blending, on known values."""

from fractions import Fraction

import pytest

from service.schemes.claims.documents.computed_style import BLACK, WHITE, Colour, blend, contrast, read_colour


@pytest.mark.parametrize(
    ("written", "colour", "opaque"),
    [
        ("#fff", (255, 255, 255), Fraction(1)),
        ("#0a141e", (10, 20, 30), Fraction(1)),
        ("#0a141e80", (10, 20, 30), Fraction(128, 255)),
        ("#fff8", (255, 255, 255), Fraction(136, 255)),
        ("rgb(1, 2, 300)", (1, 2, 255), Fraction(1)),
        ("rgba(0,0,0,.25)", (0, 0, 0), Fraction(1, 4)),
        ("rgb(0 0 0 / 50%)", (0, 0, 0), Fraction(1, 2)),
        ("lightgrey", (211, 211, 211), Fraction(1)),
        ("transparent", (0, 0, 0), Fraction(0)),
    ],
)
def test_a_colour_is_read(written: str, colour: Colour, opaque: Fraction) -> None:
    assert read_colour(written) == (colour, opaque)


@pytest.mark.parametrize("written", ["var(--text)", "hsl(0 0% 50%)", "#ff", "currentcolor", "", "#transparent"])
def test_an_unknown_colour_has_no_value(written: str) -> None:
    assert read_colour(written) is None


@pytest.mark.parametrize(
    ("colour", "other", "ratio"),
    [
        (BLACK, WHITE, "21.00"),
        (WHITE, WHITE, "1.00"),
        ((0x76, 0x76, 0x76), WHITE, "4.54"),
        ((0x77, 0x77, 0x77), WHITE, "4.48"),
        ((0x94, 0x94, 0x94), WHITE, "3.03"),
        ((0x95, 0x95, 0x95), WHITE, "3.00"),
        ((255, 0, 0), WHITE, "4.00"),
        ((0, 0, 255), (255, 255, 0), "8.00"),
    ],
)
def test_contrast_is_that_of_wcag_whichever_colour_is_behind(colour: Colour, other: Colour, ratio: str) -> None:
    contrast_ratio = contrast(colour, other)
    assert f"{float(contrast_ratio):.2f}" == ratio
    assert contrast(other, colour) == contrast_ratio
    assert 1 <= contrast_ratio <= 21


def test_the_grays_around_contrast_three_are_distinguished() -> None:
    assert contrast((0x95, 0x95, 0x95), WHITE) < 3 < contrast((0x94, 0x94, 0x94), WHITE)


def test_a_translucent_colour_is_blended_with_its_background() -> None:
    assert blend(BLACK, Fraction(1, 2), WHITE) == (128, 128, 128)
    assert blend((10, 20, 30), Fraction(0), (1, 2, 3)) == (1, 2, 3)
