"""Exact numbers: parsing, normal form, rounding, and decimals for display."""

from __future__ import annotations

import re
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from math import gcd, lcm
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from rules.contracts.messages import message_factory

if TYPE_CHECKING:
    from collections.abc import Iterable

_message = message_factory(__name__)

MAXIMUM_DIGITS = 34
NEAR = "≈"
NORMAL_DECIMAL = r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]*+(?<=[1-9]))?+"
"""Pattern of decimals in normal form; also matches `-0`, which is not normal."""
_LEAST_PLACES = 4
_UNIT_DIGITS = 4_000
_DENOMINATOR_LIMIT = 10**_UNIT_DIGITS
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?\Z")
_FRACTION = re.compile(r"(-?[0-9]+)/([1-9][0-9]*)\Z")
_MAX_QUOTED_CHARS = 40


@lru_cache(maxsize=4_096)
def fraction_of_int(number: int) -> Fraction:
    """Return an integer as a cached fraction."""
    return Fraction(number)


_set_numerator, _set_denominator = (vars(Fraction)[name].__set__ for name in ("_numerator", "_denominator"))


def fraction_of_ratio(numerator: int, denominator: int) -> Fraction:
    """Return the fraction of two integers, the second positive.

    Setting the slots takes half the time of `Fraction`, which checks types.
    """
    common, made = gcd(numerator, denominator), object.__new__(Fraction)
    _set_numerator(made, numerator // common)
    _set_denominator(made, denominator // common)
    return made


class NumberError(ValueError):
    """Error for a number that is malformed or too long."""


def parse_decimal(text: str) -> Fraction:
    """Parse a plain decimal of at most 34 digits, such as `79.99`.

    Raises:
        NumberError: For any other text; the message states the allowed format.
    """
    if not _DECIMAL.match(text):
        raise NumberError(_message("NOT_A_DECIMAL", found=_shorten_text(text)))
    units, _, decimals = text.partition(".")
    digits = len(units.removeprefix("-")) + len(decimals)
    if digits > MAXIMUM_DIGITS:
        raise NumberError(_message("TOO_MANY_DIGITS", digits=digits, most=MAXIMUM_DIGITS))
    return Fraction(int(units + decimals), 10 ** len(decimals)) if decimals else Fraction(int(units))


def parse_decimal_or_ratio(text: str) -> Fraction:
    """Parse a plain decimal or a ratio of two, such as `4948.02/25200`, of at most 34 digits each.

    A ratio can state an infinite decimal exactly. Only the numerator may be negative, and the denominator must not be
    zero.

    Raises:
        NumberError: For any other text; the message states the allowed format.
    """
    above, stroke, below = text.partition("/")
    if not stroke:
        if not _DECIMAL.match(text):
            raise NumberError(_message("NOT_A_NUMBER", found=_shorten_text(text)))
        return parse_decimal(text)
    if not (_DECIMAL.match(above) and _DECIMAL.match(below.removeprefix("-"))):
        raise NumberError(_message("NOT_A_FRACTION", found=_shorten_text(text)))
    if below.startswith("-"):
        raise NumberError(_message("SIGN_BELOW", found=_shorten_text(text)))
    divisor = parse_decimal(below)
    if not divisor:
        raise NumberError(_message("ZERO_BELOW", found=_shorten_text(text)))
    return parse_decimal(above) / divisor


def _shorten_text(text: str) -> str:
    return (
        text
        if len(text) <= _MAX_QUOTED_CHARS
        else _message("LONG_NUMBER", found=text[:_MAX_QUOTED_CHARS], count=len(text))
    )


def parse_exact(text: str) -> Fraction:
    """Parse the service's own format: a decimal of any length or a fraction `n/d`.

    Raises:
        NumberError: For any other text.
    """
    if not (_DECIMAL.match(text) or _FRACTION.match(text)):
        raise NumberError(_message("NOT_EXACT", found=text[:_MAX_QUOTED_CHARS]))
    try:
        return Fraction(text)
    except ValueError:  # Python refuses to parse thousands of digits
        raise NumberError(_message("NUMBER_TOO_LONG", found=text[:_MAX_QUOTED_CHARS], count=len(text))) from None


def format_exact(value: Fraction) -> str:
    """Return the normal form: the shortest decimal if finite, else the reduced fraction `n/d`."""
    return _format(*value.as_integer_ratio())


def format_difference(more: Fraction, less: Fraction) -> str | None:
    """Return `more` minus `less` in normal form, or None if negative, without a slow `Fraction`."""
    numerator, denominator = more.as_integer_ratio()
    subtrahend, unit = less.as_integer_ratio()
    difference, common_denominator = numerator * unit - subtrahend * denominator, denominator * unit
    if difference < 0:
        return None
    common = gcd(difference, common_denominator)
    return _format(difference // common, common_denominator // common)


def _format(numerator: int, denominator: int) -> str:
    if denominator == 1:
        return str(numerator)
    places = _decimal_places(denominator)
    if places is None:
        return f"{numerator}/{denominator}"
    digits = str(abs(numerator) * 10**places // denominator).rjust(places + 1, "0")
    sign = "-" if numerator < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


@lru_cache(maxsize=4_096)
def _decimal_places(denominator: int) -> int | None:
    twos = (denominator & -denominator).bit_length() - 1
    rest = denominator >> twos
    fives = 0
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    return max(twos, fives) if rest == 1 else None


def sum_of(numbers: Iterable[Fraction]) -> Fraction:
    """Add fractions over a common denominator, because `Fraction` reduces after each step.

    Raises:
        NumberError: If the denominator has too many digits.
    """
    total, unit = 0, 1
    for number in numbers:
        numerator, denominator = number.as_integer_ratio()
        if denominator != unit:
            common = lcm(unit, denominator)
            if common > _DENOMINATOR_LIMIT:
                raise NumberError(_message("SUM_TOO_LONG", most=_UNIT_DIGITS))
            total, numerator, unit = total * (common // unit), numerator * (common // denominator), common
        total += numerator
    return fraction_of_ratio(total, unit)


class RoundingMode(StrEnum):
    """Rounding modes for ties and remainders."""

    HALF_EVEN = "half-even"
    HALF_UP = "half-up"
    UP = "up"
    DOWN = "down"


def round_to(value: Fraction, places: int, mode: RoundingMode) -> Fraction:
    """Round to decimal places; half-even follows GB/T 8170."""
    numerator, denominator = value.as_integer_ratio()
    rounded, remainder = divmod(numerator * 10**places, denominator)
    if remainder == 0:
        return fraction_of_ratio(rounded, 10**places)
    if mode is RoundingMode.UP:
        rounded += numerator > 0
    elif mode is RoundingMode.DOWN:
        rounded += numerator < 0
    elif 2 * remainder != denominator:
        rounded += 2 * remainder > denominator
    elif mode is RoundingMode.HALF_EVEN:
        rounded += rounded % 2
    else:
        rounded += numerator > 0
    return fraction_of_ratio(rounded, 10**places)


def format_places(value: Fraction, places: int) -> str:
    """Format an already rounded number with exactly `places` decimals."""
    scaled = value * 10**places
    digits = str(abs(scaled.numerator) // scaled.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def format_for_display(value: Fraction, places: int) -> str:
    """Format a number exactly if it is a finite decimal, else as a marked approximation.

    The approximation has enough decimals to differ from the number rounded to `places`.
    """
    exact = format_exact(value)
    if "/" not in exact:
        return exact
    shown, rounded = max(places, _LEAST_PLACES), round_to(value, places, RoundingMode.HALF_EVEN)
    while (near := round_to(value, shown, RoundingMode.HALF_EVEN)) == rounded:
        shown += 1
    return f"{NEAR}{format_places(near, shown)}"


def _parse_fraction(value: object) -> Fraction:
    if isinstance(value, Fraction):
        return value
    if isinstance(value, str):
        return parse_exact(value)
    raise NumberError("An exact number must be written as text.")


Exact = Annotated[
    Fraction,
    BeforeValidator(_parse_fraction),
    PlainSerializer(format_exact, return_type=str, when_used="always"),
    WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+|/[1-9][0-9]*)?$"}),
]


def round_to_step(value: Fraction, step: Fraction, mode: RoundingMode) -> Fraction:
    """Round to a multiple of a positive step, such as 0.5 or 100."""
    return round_to(value / step, 0, mode) * step
