"""Which unit is probably meant by a word that is none: 吨, `CO₂e`, mwh, 万元?

What is found is only said as a hint. A unit is never assumed.
"""

from __future__ import annotations

import unicodedata
from itertools import product
from typing import TYPE_CHECKING

from rules.contracts.units import is_unit, known_symbols

if TYPE_CHECKING:
    from rules.language.lexicon import Lexicon

_SEVERAL = "0"
"""A number after which a unit that is a word stands in its plural."""


def meant_units(word: str, words: Lexicon) -> tuple[str, ...]:
    """Give the units that a word is another writing of, as the language writes them; none if it is no such word.

    Signs that look like another (`₂`, `²`, `㎡`), spaces and capital letters make no difference.
    """
    parts = [_single(part, words) for part in unicodedata.normalize("NFKC", word).split("/")]
    return tuple(found for found in map("/".join, product(*parts)) if is_unit(words.read_unit(found)))


def scaled_units(word: str, words: Lexicon) -> tuple[str, tuple[str, ...]] | None:
    """Part a word such as 万吨 or `million EUR` into the factor that belongs to the number, and the units meant."""
    for scale, names in words.scales.items():
        for name in names:
            rest = word.removeprefix(name).lstrip()
            if word.startswith(name) and rest:
                known = (rest,) if is_unit(words.read_unit(rest)) else meant_units(rest, words)
                if known:
                    return scale, tuple(words.write_unit(words.read_unit(symbol), scale) for symbol in known)
    return None


def _single(part: str, words: Lexicon) -> tuple[str, ...]:
    folded = _folded(part)
    listed = tuple(
        words.write_unit(symbol, _SEVERAL)
        for symbol, names in words.meant_units.items()
        if folded in {_folded(name) for name in names}
    )
    alike = (symbol for symbol in (*known_symbols(), *words.unit_symbols) if _folded(symbol) == folded)
    return listed or tuple(dict.fromkeys(alike))


def _folded(word: str) -> str:
    return "".join(word.split()).casefold()
