"""Units of measurement: definitions, dimensions, compound symbols and exact conversion."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING

from rules.contracts.messages import message_factory
from rules.contracts.toml_files import package_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_message = message_factory(__name__)

Dimension = tuple[tuple[str, Fraction], ...]
"""Base dimensions with their exponents, sorted; empty for a share."""

_SIGNS = {"percent": "%", "permille": "‰"}
_JOINTS = re.compile(r"([*/])")


class UnitError(ValueError):
    """Error for an unknown unit or an impossible conversion."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of `factor` base units of its dimension."""

    symbol: str
    factor: Fraction
    dimension: Dimension


@cache
def _units() -> dict[str, Unit]:
    """Read the definitions of single units; each refers to units above it."""
    units: dict[str, Unit] = {}
    text = package_file("rules.contracts", "units.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, definition, *others = line.split(" = ")
            symbol = _SIGNS.get(name, name)
            defined = _defined(symbol, definition.split(), units)
            units |= {each: defined for each in (symbol, *others) if each != "_"}
    return units


def _defined(symbol: str, words: list[str], known: Mapping[str, Unit]) -> Unit:
    if words[0].startswith("["):
        return Unit(symbol, Fraction(1), ((words[0], Fraction(1)),))
    factor, powers = Fraction(words[0]), [(1, word) for word in words[1:2]]
    for sign, word in zip(words[2::2], words[3::2], strict=True):
        powers = [(int(word), powers[0][1])] if sign == "**" else [*powers, (1 if sign == "*" else -1, word)]
    return _product(symbol, factor, [(power, known[word]) for power, word in powers])


def _product(symbol: str, factor: Fraction, parts: Iterable[tuple[int, Unit]]) -> Unit:
    exponents: dict[str, Fraction] = {}
    for power, part in parts:
        factor *= part.factor**power
        for base, exponent in part.dimension:
            exponents[base] = exponents.get(base, Fraction(0)) + power * exponent
    return Unit(symbol, factor, tuple(sorted((base, exponent) for base, exponent in exponents.items() if exponent)))


def primary_symbol(symbol: str) -> str:
    """Replace alternative unit names in a symbol by primary names."""
    units = _units()
    return "".join(units[part].symbol if part in units else part for part in _JOINTS.split(symbol))


@cache
def known_symbols() -> tuple[str, ...]:
    """Return the symbols of all single units, sorted."""
    return tuple(sorted(_units()))


def _parts(symbol: str) -> list[tuple[int, Unit]] | None:
    if symbol in ("", "1"):
        return []
    first, *rest = _JOINTS.split(symbol)
    named = [] if first == "1" and rest and rest[0] == "/" else [(1, first)]
    named += [(1 if joint == "*" else -1, part) for joint, part in zip(rest[::2], rest[1::2], strict=True)]
    units = _units()
    return [(power, units[part]) for power, part in named] if all(part in units for _, part in named) else None


@lru_cache(maxsize=1_024)
def unit(symbol: str) -> Unit:
    """Return the unit of a symbol such as `%` or `kgCO2e/kWh`; an empty symbol is a plain number.

    Raises:
        UnitError: If the symbol is unknown; the message suggests similar symbols.
    """
    if len(symbol) > 40:
        raise UnitError(_message("UNIT_TOO_LONG", symbol=symbol[:40]))
    if "%%" in symbol:
        raise UnitError(_message("DOUBLE_PERCENT", symbol=symbol))
    parts = _parts(symbol)
    if parts is None:
        from rapidfuzz import fuzz, process  # noqa: PLC0415 -- needed only after a typing error

        matches = process.extract(
            symbol, known_symbols(), scorer=fuzz.ratio, limit=3, score_cutoff=50, processor=str.casefold
        )
        hint = _message("PERHAPS", units=[match[0] for match in matches]) if matches else ""
        raise UnitError(_message("UNKNOWN_UNIT", symbol=symbol, hint=hint))
    return _product(symbol, Fraction(1), parts)


def is_unit(symbol: str) -> bool:
    """Return whether a symbol is known."""
    try:
        unit(symbol)
    except UnitError:
        return False
    return True


def convert(value: Fraction, from_unit: str, wanted: str) -> Fraction:
    """Convert a value exactly to another unit of the same dimension.

    Raises:
        UnitError: If a unit is unknown or the dimensions differ.
    """
    source, target = unit(from_unit), unit(wanted)
    if from_unit == wanted:
        return value
    if source.dimension != target.dimension:
        raise UnitError(
            _message(
                "NOT_CONVERTIBLE",
                given=from_unit or _message("A_PLAIN_NUMBER"),
                wanted=wanted or _message("A_PLAIN_NUMBER"),
            )
        )
    return value * source.factor / target.factor


@cache
def convertible_units(symbol: str) -> tuple[str, ...]:
    """Return the unit, the convertible units of the same form, and all single units of its dimension.

    Other forms (`kWh*h/h`) are convertible, too, but infinite in number.

    Raises:
        UnitError: If the symbol is unknown.
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
