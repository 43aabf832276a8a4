"""Exact numbers and units: parsing, normal form, rounding and conversion, as docs/spec/ defines them."""

import re
from collections import Counter
from fractions import Fraction
from functools import cache
from itertools import count

from recompute.words import GivenError

_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?\Z")

UNITS = """
% = 0.01; ‰ = 0.001
gCO2e; kgCO2e = 1000 gCO2e; tCO2e = 1000 kgCO2e; ktCO2e = 1000 tCO2e; MtCO2e = 1000 ktCO2e
J; kJ = 1000 J; MJ = 1000 kJ; GJ = 1000 MJ; TJ = 1000 GJ
Wh = 3600 J; kWh = 1000 Wh; MWh = 1000 kWh; GWh = 1000 MWh; TWh = 1000 GWh
s; h = 3600 s; day = 24 h; W = 1 J/s; kW = 1000 W; MW = 1000 kW; GW = 1000 MW
g; kg = 1000 g; lb = 453.59237 g; t = 1000 kg; kt = 1000 t; Mt = 1000 kt
m; cm = 0.01 m; km = 1000 m; cm2 = 0.0001 m*m; m2 = 1 m*m; ha = 10000 m2; m3 = 1 m2*m; L = 0.001 m3
month; year = 12 month
CNY; EUR; GBP; JPY; SGD; USD; time; item; point; person; roomnight; guestnight
tkm = 1 t*km; pkm = 1 person*km
"""
_LISTED = (one.strip().partition(" = ") for one in UNITS.replace(";", "\n").split("\n"))
_DEFINED = {symbol: definition for symbol, _, definition in _LISTED if symbol}
_OTHERS = {"time": "times 次", "item": "items 项 件 个", "point": "points 分"} | {
    "person": "persons 人", "roomnight": "roomnights 间夜", "guestnight": "guestnights 人夜",
    "day": "days 天 日", "month": "months 个月 月", "year": "years 年",
}  # fmt: skip
ALSO = {other: unit for unit, others in _OTHERS.items() for other in others.split()}

Unit = tuple[Fraction, tuple[tuple[str, int], ...]]
"""A factor, and the powers of the bases of its dimension."""


def read_number(text: str) -> Fraction:
    """Read a plain decimal, or one over another.

    Raises:
        GivenError: it is neither.
    """
    above, stroke, below = text.partition("/")
    if not _DECIMAL.match(above) or (stroke and not _DECIMAL.match(below)):
        raise GivenError("NO_NUMBER", found=text[:40])
    return Fraction(above) / Fraction(below) if stroke else Fraction(above)


def write_number(number: Fraction) -> str:
    """Write a number in normal form."""
    below = number.denominator
    if pow(10, below.bit_length(), below):
        return f"{number.numerator}/{below}"
    places = next(places for places in count() if pow(10, places, below) == 0)
    digits = str(abs(number.numerator) * 10**places // below).rjust(places + 1, "0")
    whole, rest = digits[: len(digits) - places], digits[len(digits) - places :]
    return f"{'-' if number < 0 else ''}{whole}{'.' if rest else ''}{rest}"


def round_to(number: Fraction, step: Fraction, mode: str) -> Fraction:
    """Round to a multiple of a step."""
    size = abs(number / step)
    whole = size.numerator // size.denominator
    over = size - whole
    half = Fraction(1, 2)
    even = over > half or (over == half and whole % 2 == 1)
    up = {"up": over > 0, "down": False, "half-up": over >= half, "half-even": even}[mode]
    return (whole + up) * step * (-1 if number < 0 else 1)


@cache
def unit(symbol: str) -> Unit:
    """Find a unit.

    Raises:
        GivenError: there is none of this symbol.
    """
    factor, powers, sign = Fraction(1), Counter[str](), 1
    for part in re.split(r"([*/])", symbol):
        name = ALSO.get(part, part)
        if part in {"*", "/"}:
            sign = 1 if part == "*" else -1
        elif name in _DEFINED:
            number, _, of = _DEFINED[name].partition(" ")
            more, bases = unit(of) if number else (Fraction(1), ((name, 1),))
            factor *= (Fraction(number or 1) * more) ** sign
            for base, power in bases:
                powers[base] += sign * power
        elif part not in {"", "1"}:
            raise GivenError("NO_UNIT", found=part[:40])
    return factor, tuple(sorted((base, power) for base, power in powers.items() if power))


def factor_of(symbol: str) -> Fraction:
    """Return the size of a unit in the base unit of its dimension."""
    return unit(symbol)[0]


def convert(number: Fraction, given: str, wanted: str) -> Fraction:
    """Convert from one unit to another.

    Raises:
        GivenError: they are of different dimensions.
    """
    if unit(given)[1] != unit(wanted)[1]:
        raise GivenError("OTHER_UNIT", given=given[:40], wanted=wanted[:40])
    return number * factor_of(given) / factor_of(wanted)
