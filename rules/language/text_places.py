"""Clauses and sentences at a location, with the row and column, or the sentence, that identify them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rules.language.row_lines import cell_position, cell_values, first_row, rest_of_cell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.contracts.diagnostics import Location

_SEPARATOR = " · "


class PlaceText(NamedTuple):
    """Text at a location, and the row and column, or the sentence, that identify it."""

    words: str
    position_text: str

    @property
    def heads(self) -> bool:
        """Whether the location is a sentence or the first cell of a row."""
        return self.words == self.position_text

    @property
    def full_text(self) -> str:
        return self.position_text if self.heads else f"{self.position_text}{_SEPARATOR}{self.words}"


def locate(lines: Mapping[str, Sequence[str]], location: Location) -> PlaceText:
    """Return the clause or sentence at a location and its position, such as `G1 · requires`."""
    file_lines = lines.get(location.path, ())
    line = file_lines[location.line - 1] if location.line <= len(file_lines) else ""
    if not line.lstrip().startswith("|"):
        sentence = line[location.column - 1 :].strip() or line.strip()
        return PlaceText(sentence, sentence)
    offset = location.column - 1
    cells, position = cell_values(line), cell_position(line, offset)
    heading = cell_values(file_lines[first_row(file_lines, location.line - 1)])
    words = rest_of_cell(line, offset).split(";")[0].strip()
    column = heading[position] if 0 <= position < len(heading) else ""
    row = next((cell for cell in cells if cell), "")
    return PlaceText(words, row if position == 0 else _SEPARATOR.join(part for part in (row, column) if part))
