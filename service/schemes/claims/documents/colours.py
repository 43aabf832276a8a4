"""Which colour does CSS name, and how far do two colours stand apart, by the contrast ratio of WCAG 2?

All in whole numbers and fractions. A colour that is not understood is none, so that nothing is said of it.
"""

from __future__ import annotations

import re
from fractions import Fraction

Colour = tuple[int, int, int]
"""Red, green, blue: 0 to 255."""

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)
_SCALE = 10**12
_NAMES = {
    "aqua": "00ffff", "azure": "f0ffff", "beige": "f5f5dc", "black": "000000", "blue": "0000ff", "brown": "a52a2a",
    "cyan": "00ffff", "darkblue": "00008b", "darkgray": "a9a9a9", "darkgreen": "006400", "darkgrey": "a9a9a9",
    "darkred": "8b0000", "darkslategray": "2f4f4f", "darkslategrey": "2f4f4f", "dimgray": "696969",
    "dimgrey": "696969", "floralwhite": "fffaf0", "forestgreen": "228b22", "fuchsia": "ff00ff", "gainsboro": "dcdcdc",
    "ghostwhite": "f8f8ff", "gold": "ffd700", "gray": "808080", "green": "008000", "grey": "808080",
    "honeydew": "f0fff0", "ivory": "fffff0", "khaki": "f0e68c", "lavender": "e6e6fa", "lightblue": "add8e6",
    "lightgray": "d3d3d3", "lightgreen": "90ee90", "lightgrey": "d3d3d3", "lightyellow": "ffffe0", "lime": "00ff00",
    "limegreen": "32cd32", "linen": "faf0e6", "magenta": "ff00ff", "maroon": "800000", "midnightblue": "191970",
    "mintcream": "f5fffa", "navy": "000080", "olive": "808000", "orange": "ffa500", "palegreen": "98fb98",
    "pink": "ffc0cb", "purple": "800080", "red": "ff0000", "seagreen": "2e8b57", "seashell": "fff5ee",
    "silver": "c0c0c0", "skyblue": "87ceeb", "slategray": "708090", "slategrey": "708090", "snow": "fffafa",
    "teal": "008080", "white": "ffffff", "whitesmoke": "f5f5f5", "yellow": "ffff00", "yellowgreen": "9acd32",
}  # fmt: skip
_HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:\s*[,/]\s*(\d{0,6}\.?\d{1,6})(%?))?\s*\)")


def read_colour(written: str) -> tuple[Colour, Fraction] | None:
    """Read a colour in small letters, and how opaque it is, 0 to 1; none for what is not understood."""
    if written == "transparent":
        return BLACK, Fraction(0)
    if (found := _HEX.fullmatch(f"#{_NAMES[written]}" if written in _NAMES else written)) is not None:
        digits = found.group(1)
        pairs = [digit * 2 for digit in digits] if len(digits) < 6 else re.findall("..", digits)
        red, green, blue, *opaque = (int(pair, 16) for pair in pairs)
        return (red, green, blue), Fraction(opaque[0], 255) if opaque else Fraction(1)
    if (found := _RGB.fullmatch(written)) is not None:
        red, green, blue = (min(int(found.group(number)), 255) for number in (1, 2, 3))
        alpha = Fraction(found.group(4) or 1) / (100 if found.group(5) else 1)
        return (red, green, blue), min(alpha, Fraction(1))
    return None


def over(colour: Colour, opaque: Fraction, ground: Colour) -> Colour:
    """Give the colour that is seen where one that lets its ground through stands on it."""
    red, green, blue = (round(opaque * one + (1 - opaque) * other) for one, other in zip(colour, ground, strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> Fraction:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + Fraction(1, 20)) / (darker + Fraction(1, 20))


def _luminance(colour: Colour) -> Fraction:
    """Give the relative luminance (WCAG 2.2, definition of relative luminance)."""
    red, green, blue = (_LINEAR[part] for part in colour)
    return Fraction(2126 * red + 7152 * green + 722 * blue, 10_000 * _SCALE)


def _linear(part: int) -> int:
    """Give the linear value of a channel of sRGB in parts of the scale: ((c + 0.055) / 1.055) ^ 2.4, rounded down.

    The power is taken as the fifth root of the twelfth power, which whole numbers give exactly.
    """
    value = Fraction(part, 255)
    if value <= Fraction(4045, 100_000):
        return int(_SCALE * value / Fraction(1292, 100))
    powered = ((value + Fraction(55, 1000)) / Fraction(1055, 1000)) ** 12
    return _fifth_root(int(powered * _SCALE**5))


def _fifth_root(number: int) -> int:
    """Give the largest whole number whose fifth power is not larger."""
    low, high = 0, 1 << (number.bit_length() // 5 + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**5 <= number else (low, middle - 1)
    return low


_LINEAR = tuple(map(_linear, range(256)))
