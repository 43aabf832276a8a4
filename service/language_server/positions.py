"""How does a place, counted in characters from 1, become a position of the protocol and back?

Editors count in units of UTF-16, unless they agree with the server on another encoding.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from lsprotocol.types import Position, Range

from rules.language.told_places import told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pygls.workspace import PositionCodec

    from rules.contracts.diagnostics import Location


def column_of(codec: PositionCodec, line: str, units: int) -> int:
    """Give how many characters of a line stand before a position; beyond its end, all of them."""
    ends = accumulate(codec.client_num_units(character) for character in line)
    return next((count for count, end in enumerate(ends, start=1) if end >= units), len(line)) if units > 0 else 0


def units_of(codec: PositionCodec, line: str, column: int) -> int:
    """Give the units that stand before a column, counted from 0."""
    return int(codec.client_num_units(line[:column]))


def span(codec: PositionCodec, number: int, line: str, columns: tuple[int, int]) -> Range:
    """Give what stands between two columns of a line, all counted from 0."""
    begin, end = columns
    return Range(Position(number, units_of(codec, line, begin)), Position(number, units_of(codec, line, end)))


def range_of(codec: PositionCodec, lines: Mapping[str, Sequence[str]], place: Location) -> Range:
    """Give what stands at a place: the words of the cell, or the rest of the sentence."""
    own = lines.get(place.path, ())
    number = min(max(place.line, 1), max(len(own), 1)) - 1
    line = own[number] if number < len(own) else ""
    begin = min(place.column - 1, len(line))
    words = told(lines, place).words if place.line <= len(own) and line.strip() else ""
    return span(codec, number, line, (begin, begin + len(words) if line.startswith(words, begin) else len(line)))
