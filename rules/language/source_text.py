"""Source text with a location for each character: slicing, splitting, joining, and locations in words."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.diagnostics import Location

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


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
        location = self.locations[piece]
        return Location(location.path, location.line, location.column + offset - self.offsets[piece])

    @property
    def location(self) -> Location:
        """Give the place of the first character."""
        return self.locations[0]

    @property
    def filled(self) -> Location:
        """Give the place of the last value filled in from an examples table, or else of the first character."""
        lowest = max(location.line for location in self.locations)
        return next(location for location in reversed(self.locations) if location.line == lowest)

    def part(self, start: int, end: int) -> SourceText:
        """Cut out a part, without the spaces around it."""
        inner = self.text[start:end]
        start += len(inner) - len(inner.lstrip())
        inner = inner.strip()
        if len(self.locations) == 1:
            return SourceText(inner, (0,), (self.at(start),))
        offsets, places = [0], [self.at(start)]
        for offset, location in zip(self.offsets, self.locations, strict=True):
            if start < offset < start + len(inner):
                offsets.append(offset - start)
                places.append(location)
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


def text_at(text: str, location: Location) -> SourceText:
    """Make text that stands in a row from a place on."""
    return SourceText(text, (0,), (location,))


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


_BAR = re.compile(r"(?<!\\)\|")
_BETWEEN = " · "


class PlaceText(NamedTuple):
    """What stands at a place: `words` of the file; `position_text` names the row and column, or the sentence."""

    words: str
    position_text: str

    @property
    def heads(self) -> bool:
        """Say whether the place is the head of its row, or a sentence: what differs may stand anywhere in it."""
        return self.words == self.position_text

    @property
    def full_text(self) -> str:
        """Give both."""
        return self.position_text if self.heads else f"{self.position_text}{_BETWEEN}{self.words}"


def locate(lines: Mapping[str, Sequence[str]], location: Location) -> PlaceText:
    """Give the words at a place, of a condition its clause, and how people find it: `G1 · requires` or the sentence."""
    own = lines.get(location.path, ())
    line = own[location.line - 1] if location.line <= len(own) else ""
    if not line.lstrip().startswith("|"):
        sentence = line[location.column - 1 :].strip() or line.strip()
        return PlaceText(sentence, sentence)
    cells, position = row_cells(line), len(_BAR.findall(line[: location.column - 1])) - 1
    heading = row_cells(own[first_row(own, location.line - 1)])
    words = _BAR.split(line[location.column - 1 :])[0].split(";")[0].strip()
    column = heading[position] if 0 <= position < len(heading) else ""
    row = next((cell for cell in cells if cell), "")
    return PlaceText(words, row if position == 0 else _BETWEEN.join(part for part in (row, column) if part))


def row_cells(line: str) -> list[str]:
    """Give the cells of a line of a table, without the spaces around them and as they are escaped."""
    return [cell.strip() for cell in _BAR.split(line.strip())[1:-1]]


def is_row(line: str) -> bool:
    """Say whether a line is a whole row of a table, which a bar begins and another ends."""
    return len(_BAR.findall(line)) > 1 and line.startswith("|") and bool(re.search(r"(?<!\\)\|\Z", line))


def first_row(lines: Sequence[str], index: int) -> int:
    """Give the index of the first row of the table that a line stands in; comments may stand between its rows."""
    first = index
    while first > 0 and lines[first - 1].lstrip().startswith(("|", "#")):
        first -= 1
    while lines[first].lstrip().startswith("#"):
        first += 1
    return first
