"""Units as spreadsheets write them: symbols, words, and multiples such as 万千瓦时 or "thousand t"."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from rules.contracts import is_unit, read_toml
from service.input.workbook.vocabulary import unit_of

_BRACKETS = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]")
_SEPARATORS = re.compile(r"[,，;；]")
_TAILS = re.compile(r"[,，/:：]|\bin\b")


class SourceUnit(NamedTuple):
    """A unit with a factor: 万千瓦时 is 10,000 times kWh. Without symbol, the unit of the scorecard."""

    symbol: str = ""
    factor: Fraction = Fraction(1)


NO_UNIT = SourceUnit()


@cache
def _tables() -> tuple[dict[str, str], list[tuple[str, Fraction]]]:
    tree: dict[str, Any] = read_toml(__name__.rpartition(".")[0], "source_units.toml")
    words = {_folded(word): symbol for symbol, listed in tree["units"].items() for word in listed}
    multiples = [(_folded(word), Fraction(number)) for number, listed in tree["multiples"].items() for word in listed]
    return words, sorted(multiples, key=lambda multiple: -len(multiple[0]))


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


@cache
def read_source_unit(text: str) -> SourceUnit | None:
    """Return the unit of a text; None if it is not a unit."""
    symbol = _symbol(text)
    if symbol:
        return SourceUnit(symbol)
    folded = _folded(text)
    for word, factor in _tables()[1]:
        if folded.startswith(word) and (symbol := _symbol(folded[len(word) :])):
            return SourceUnit(symbol, factor)
    return None


def _symbol(text: str) -> str:
    """Return the symbol of a unit without multiple, empty if it is not a unit."""
    text = unicodedata.normalize("NFKC", text).strip()
    for written in (text, text.replace(" ", "")):
        symbol = unit_of(written) if written else ""
        if symbol and is_unit(symbol):
            return symbol
    return _tables()[0].get(_folded(text), "")


def heading_unit(heading: str) -> str:
    """Return the text of the unit in a heading, such as "kWh" in "Electricity (kWh)"; empty without one."""
    parts = [part for match in _BRACKETS.findall(heading) for part in _SEPARATORS.split(match)]
    tails = _TAILS.split(_BRACKETS.sub(" ", heading))[1:]
    return next((part.strip() for part in (*parts, *tails) if read_source_unit(part.strip()) is not None), "")


def without_unit(heading: str) -> str:
    """Return a heading without the brackets that contain only a unit."""
    return _BRACKETS.sub(
        lambda match: " " if read_source_unit(match[1].strip()) is not None else f" {match[1]} ", heading
    )


def bracketed(heading: str) -> str:
    """Return the text in the last brackets of a heading, empty without brackets."""
    found = _BRACKETS.findall(heading)
    return found[-1].strip() if found else ""
