"""Source text with a file location for each character: slicing, splitting and joining."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import Location

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class SourceText:
    """A piece of source text with its places: from each offset on, the characters stand in a row from that place.

    Text of an outline has several places, because the values of its placeholders stand in the examples table.
    """

    text: str
    offsets: tuple[int, ...]
    locations: tuple[Location, ...]

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)

    def at(self, offset: int) -> Location:
        """Give the place of the character at an offset; the end of the text has a place too."""
        piece = max(bisect_right(self.offsets, offset) - 1, 0)
        place = self.locations[piece]
        return Location(place.path, place.line, place.column + offset - self.offsets[piece])

    @property
    def location(self) -> Location:
        """Give the place of the first character."""
        return self.locations[0]

    @property
    def filled(self) -> Location:
        """Give the place of the last value filled in from an examples table, or else of the first character."""
        lowest = max(place.line for place in self.locations)
        return next(place for place in reversed(self.locations) if place.line == lowest)

    def part(self, start: int, end: int) -> SourceText:
        """Cut out a part, without the spaces around it."""
        inner = self.text[start:end]
        start += len(inner) - len(inner.lstrip())
        inner = inner.strip()
        if len(self.locations) == 1:
            return SourceText(inner, (0,), (self.at(start),))
        offsets, places = [0], [self.at(start)]
        for offset, place in zip(self.offsets, self.locations, strict=True):
            if start < offset < start + len(inner):
                offsets.append(offset - start)
                places.append(place)
        return SourceText(inner, tuple(offsets), tuple(places))

    def split(self, separator: str) -> tuple[SourceText, ...]:
        """Split at every separator and strip the parts."""
        return tuple(self._split(separator))

    def _split(self, separator: str) -> Iterator[SourceText]:
        start = 0
        for match in re.finditer(re.escape(separator), self.text):
            yield self.part(start, match.start())
            start = match.end()
        yield self.part(start, len(self.text))

    def replaced(self, text: str) -> SourceText:
        """Give the same places for other text of the same length."""
        return SourceText(text, self.offsets, self.locations)


def text_at(text: str, place: Location) -> SourceText:
    """Make text that stands in a row from a place on."""
    return SourceText(text, (0,), (place,))


def join_texts(parts: list[SourceText]) -> SourceText:
    """Join texts that stand in different places into one."""
    offsets: list[int] = []
    places: list[Location] = []
    length = 0
    for part in parts:
        offsets.extend(offset + length for offset in part.offsets)
        places.extend(part.locations)
        length += len(part.text)
    kept = dict(zip(offsets, places, strict=True))
    return SourceText("".join(part.text for part in parts), tuple(kept), tuple(kept.values()))
