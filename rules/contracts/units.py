"""Which units are there, and by what exact factor does one convert to another?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from importlib import resources
from itertools import product
from typing import TYPE_CHECKING

from rapidfuzz import process

from rules.contracts.messages import speaker

if TYPE_CHECKING:
    import pint

_say = speaker(__name__)

Dimension = tuple[tuple[str, Fraction], ...]
"""Base dimensions with their exponents, sorted; empty for a share."""

_SIGNS = {"%": "percent", "‰": "permille"}
_JOINTS = re.compile(r"([*/])")


class UnitError(ValueError):
    """A unit is unknown, or cannot be converted to the one asked for."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: `factor` base units of its dimension."""

    symbol: str
    factor: Fraction
    dimension: Dimension


@cache
def _registry() -> pint.UnitRegistry[Fraction]:
    import pint  # noqa: PLC0415 -- only for who asks for a unit, since loading it takes a tenth of a second

    registry: pint.UnitRegistry[Fraction] = pint.UnitRegistry(None, non_int_type=Fraction, cache_folder=None)
    text = resources.files("rules.contracts").joinpath("units.txt").read_text(encoding="utf-8")
    registry.load_definitions([line for line in text.splitlines() if line and not line.startswith("#")])
    return registry


@cache
def known_symbols() -> tuple[str, ...]:
    """List the symbols of all single units, sorted."""
    return tuple(sorted({*_SIGNS, *(name for name in _registry()._units if name)} - {"percent", "permille"}))


def _expression(symbol: str) -> str | None:
    """Give what the units library reads; None if the symbol is not known symbols joined by `*` and `/`.

    The library would calculate numbers and powers for as long as that takes, and read `kWhs` as a plural.
    """
    if symbol in ("", "1"):
        return ""
    parts = _JOINTS.split(symbol)
    named = parts[2::2] if symbol.startswith("1/") else parts[::2]
    if not all(part in known_symbols() for part in named):
        return None
    return "".join(_SIGNS.get(part, part) for part in parts)


@lru_cache(maxsize=1_024)
def unit(symbol: str) -> Unit:
    """Find a unit by its symbol, such as `MWh`, `%` or `kgCO2e/kWh`; the empty symbol is a plain number.

    Raises:
        UnitError: the symbol is not known; the nearest known ones are named.
    """
    if len(symbol) > 40:
        raise UnitError(_say("UNIT_TOO_LONG", symbol=symbol[:40]))
    if "%%" in symbol:
        raise UnitError(_say("DOUBLE_PERCENT", symbol=symbol))
    expression = _expression(symbol)
    if expression is None:
        matches = process.extract(symbol, known_symbols(), limit=3, score_cutoff=50, processor=str.casefold)
        hint = _say("PERHAPS", units=[match[0] for match in matches]) if matches else ""
        raise UnitError(_say("UNKNOWN_UNIT", symbol=symbol, hint=hint))
    registry = _registry()
    root = registry.Quantity(Fraction(1), registry.parse_units(expression, case_sensitive=True)).to_root_units()
    dimension = tuple(sorted((str(name), Fraction(str(power))) for name, power in root.dimensionality.items()))
    factor = root.magnitude
    if not isinstance(factor, Fraction):
        raise UnitError(_say("INEXACT_UNIT", symbol=symbol))
    return Unit(symbol, factor, dimension)


def convert(value: Fraction, given: str, wanted: str) -> Fraction:
    """Convert exactly from one unit to another of the same dimension.

    Raises:
        UnitError: a unit is unknown, or the dimensions differ.
    """
    source, target = unit(given), unit(wanted)
    if given == wanted:
        return value
    if source.dimension != target.dimension:
        raise UnitError(
            _say("NOT_CONVERTIBLE", given=given or _say("A_PLAIN_NUMBER"), wanted=wanted or _say("A_PLAIN_NUMBER"))
        )
    return value * source.factor / target.factor


@cache
def convertible(symbol: str) -> tuple[str, ...]:
    """List the units of the same form that convert to a unit, that unit first, then all single ones of its dimension.

    A unit of another form, such as `kWh*h/h` for `kWh`, converts as well; there is no end of them.

    Raises:
        UnitError: the symbol is not known.
    """
    dimension = unit(symbol).dimension
    parts = (
        (part,) if _JOINTS.fullmatch(part) else (part, *_of_dimension(unit(part).dimension))
        for part in _JOINTS.split(symbol)
    )
    same_form = ("".join(chosen) for chosen in product(*parts))
    plain = () if dimension else ("1",)
    return tuple(dict.fromkeys((symbol, *same_form, *_of_dimension(dimension), *plain)))


def _of_dimension(dimension: Dimension) -> tuple[str, ...]:
    return tuple(each for each in known_symbols() if unit(each).dimension == dimension)
