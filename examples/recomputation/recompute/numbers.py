"""How are exact numbers read, written and rounded, and in which units?"""

import re
from fractions import Fraction
from functools import cache

from recompute.words import GivenError

_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?\Z")

UNITS = """
% = 0.01; ‰ = 0.001
gCO2e; kgCO2e = 1000 gCO2e; tCO2e = 1000 kgCO2e; ktCO2e = 1000 tCO2e; MtCO2e = 1000 ktCO2e
J; kJ = 1000 J; MJ = 1000 kJ; GJ = 1000 MJ; TJ = 1000 GJ
Wh = 3600 J; kWh = 1000 Wh; MWh = 1000 kWh; GWh = 1000 MWh; TWh = 1000 GWh
s; h = 3600 s; day = 24 h; W = 1 J/s; kW = 1000 W; MW = 1000 kW; GW = 1000 MW
g; kg = 1000 g; t = 1000 kg; kt = 1000 t; Mt = 1000 kt
m; cm = 0.01 m; km = 1000 m; cm2 = 0.0001 m*m; m2 = 1 m*m; ha = 10000 m2; m3 = 1 m2*m; L = 0.001 m3
month; year = 12 month
CNY; EUR; GBP; JPY; SGD; USD; time; item; point
"""
ALSO = {"次": "time", "项": "item", "件": "item", "个": "item", "分": "point"}

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
    rest = number.denominator
    places = 0
    for prime in (2, 5):
        count = 0
        while rest % prime == 0:
            rest //= prime
            count += 1
        places = max(places, count)
    if rest != 1:
        return f"{number.numerator}/{number.denominator}"
    if not places:
        return str(number.numerator)
    digits = str(abs(number.numerator) * 10**places // number.denominator).rjust(places + 1, "0")
    return f"{'-' if number < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def round_to(number: Fraction, step: Fraction, mode: str) -> Fraction:
    """Round to a multiple of a step."""
    size = abs(number / step)
    whole = size.numerator // size.denominator
    over = size - whole
    half = Fraction(1, 2)
    up = {
        "up": over > 0,
        "down": False,
        "half-up": over >= half,
        "half-even": over > half or (over == half and whole % 2 == 1),
    }[mode]
    return (whole + up) * step * (-1 if number < 0 else 1)


@cache
def unit(symbol: str) -> Unit:
    """Find a unit.

    Raises:
        GivenError: there is none of this symbol.
    """
    factor, powers = Fraction(1), dict[str, int]()
    sign = 1
    for part in re.split(r"([*/])", symbol):
        if part in {"*", "/"}:
            sign = 1 if part == "*" else -1
        elif part not in {"", "1"}:
            more, bases = _single(part)
            factor *= more**sign
            for base, power in bases:
                powers[base] = powers.get(base, 0) + sign * power
    return factor, tuple(sorted((base, power) for base, power in powers.items() if power))


def _single(symbol: str) -> Unit:
    definition = _defined().get(ALSO.get(symbol, symbol))
    if definition is None:
        raise GivenError("NO_UNIT", found=symbol[:40])
    if not definition:
        return Fraction(1), ((ALSO.get(symbol, symbol), 1),)
    number, _, rest = definition.partition(" ")
    factor, powers = unit(rest)
    return Fraction(number) * factor, powers


@cache
def _defined() -> dict[str, str]:
    parts = (one.strip().partition(" = ") for line in UNITS.split("\n") for one in line.split(";") if one.strip())
    return {symbol: definition for symbol, _, definition in parts}


def factor_of(symbol: str) -> Fraction:
    """Give the size of a unit in the base of its dimension."""
    return unit(symbol)[0]


def convert(number: Fraction, given: str, wanted: str) -> Fraction:
    """Convert from one unit to another.

    Raises:
        GivenError: they are of different dimensions.
    """
    if unit(given)[1] != unit(wanted)[1]:
        raise GivenError("OTHER_UNIT", given=given[:40], wanted=wanted[:40])
    return number * factor_of(given) / factor_of(wanted)
