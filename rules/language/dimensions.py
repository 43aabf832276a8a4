"""In which kind of unit is a product or a power, and how is that written for people?"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.units import known_symbols, unit

if TYPE_CHECKING:
    from rules.contracts.units import Dimension


def combine(left: Dimension, right: Dimension, power: Fraction) -> Dimension:
    """Give the dimension of one thing times a power of another."""
    exponents = dict(left)
    for base, exponent in right:
        exponents[base] = exponents.get(base, Fraction(0)) + power * exponent
    return tuple(sorted((base, exponent) for base, exponent in exponents.items() if exponent))


def show_dimension(dimension: Dimension) -> str:
    """Write a dimension for people by units that have it: the plain number is 1."""
    if not dimension:
        return "1"
    whole = _symbol(dimension)
    if whole:
        return whole
    above = [_power(base, exponent) for base, exponent in dimension if exponent > 0]
    below = [_power(base, -exponent) for base, exponent in dimension if exponent < 0]
    return "*".join(above or ["1"]) + "".join(f"/{part}" for part in below)


def _symbol(dimension: Dimension) -> str:
    preferred = ("tCO2e", "MWh", "t", "m", "h", "month")
    symbols = (*preferred, *known_symbols())
    return next((symbol for symbol in symbols if unit(symbol).dimension == dimension), "")


def _power(base: str, exponent: Fraction) -> str:
    symbol = _symbol(((base, Fraction(1)),)) or base.strip("[]")
    return symbol if exponent == 1 else f"{symbol}^{exponent}"
