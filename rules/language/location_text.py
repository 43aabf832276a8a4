"""Human-readable location in a feature file: the sentence, or the cell by row and column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.contracts.diagnostics import Location

_BAR = re.compile(r"(?<!\\)\|")
_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class PlaceText:
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


def locate(lines: Mapping[str, Sequence[str]], place: Location) -> PlaceText:
    """Give the words at a place, of a condition its clause, and how people find it: `G1 · requires` or the sentence."""
    own = lines.get(place.path, ())
    line = own[place.line - 1] if place.line <= len(own) else ""
    if not line.lstrip().startswith("|"):
        sentence = line[place.column - 1 :].strip() or line.strip()
        return PlaceText(sentence, sentence)
    cells, position = row_cells(line), len(_BAR.findall(line[: place.column - 1])) - 1
    heading = row_cells(own[first_row(own, place.line - 1)])
    words = _BAR.split(line[place.column - 1 :])[0].split(";")[0].strip()
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
