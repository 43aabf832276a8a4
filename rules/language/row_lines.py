"""Lines of data tables, split into cells by the Gherkin parser.

Bars and values come from the parser itself. The written text of a cell retains its escapes.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_CACHED_LINES = 4_096


@lru_cache(maxsize=_CACHED_LINES)
def bars(line: str) -> tuple[int, ...]:
    """Return the offsets of the bars that separate cells; escaped bars are text."""
    from gherkin.gherkin_line import GherkinLine  # noqa: PLC0415 -- an evaluation loads no parser

    # The parser omits the text after the last bar, so one more bar is added. A backslash at the end escapes the space.
    return tuple(column - 2 for _, column in GherkinLine.split_table_cells(f"{line} |"))


def cell_values(line: str) -> list[str]:
    """Return the values of a row's cells, without escapes."""
    from gherkin.gherkin_line import GherkinLine  # noqa: PLC0415 -- an evaluation loads no parser

    return [cell["text"] for cell in GherkinLine(line, 1).table_cells]


def written_cells(line: str) -> list[str]:
    """Return a row's cells as written, with escapes."""
    return [line[bar + 1 : following].strip() for bar, following in pairwise(bars(line))]


def begun_cells(line: str) -> list[str]:
    """Return the texts after each bar as written, including an unfinished cell at the end."""
    return [line[bar + 1 : following] for bar, following in pairwise((*bars(line), len(line)))]


def rest_of_cell(line: str, offset: int) -> str:
    """Return the text from an offset to the next bar."""
    return line[offset : next((bar for bar in bars(line) if bar >= offset), len(line))]


def cell_position(line: str, offset: int) -> int:
    """Return the number of the cell at an offset, counted from 0; -1 before the first bar."""
    return sum(bar < offset for bar in bars(line)) - 1


def is_row(line: str) -> bool:
    """Return whether a stripped line is a complete table row, with a bar at both ends."""
    return line.startswith("|") and len(bars(line)) > 1 and ends_with_bar(line)


def ends_with_bar(line: str) -> bool:
    """Return whether the last character of a line separates cells."""
    return bars(line)[-1:] == (len(line) - 1,)


def first_row(lines: Sequence[str], index: int) -> int:
    """Return the index of the first table row above a line; comments between rows are skipped."""
    first = index
    while first > 0 and lines[first - 1].lstrip().startswith(("|", "#")):
        first -= 1
    while lines[first].lstrip().startswith("#"):
        first += 1
    return first
