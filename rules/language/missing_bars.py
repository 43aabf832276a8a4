"""Where does a row of a table lack the bar between two of its cells?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wcwidth import wcswidth

_BAR = re.compile(r"(?<!\\)\|")
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Gap:
    """A place, counted from 1, with the last words before it and the first behind it."""

    column: int
    before: str
    behind: str


def missing_bar(heading: str, row: str) -> Gap | None:
    """Find the one place where a bar is missing; None if the row does not show it.

    In a table whose columns line up it is where the bar of the heading has none below it. In any other it is where two
    cells, and only two, stand apart in what reads as one.
    """
    bars = [_width(row[: match.start()]) for match in _BAR.finditer(row)]
    wanted = [_width(heading[: match.start()]) for match in _BAR.finditer(heading)]
    lacking = [place for place in wanted if place not in bars]
    if len(lacking) == 1 and len(bars) + 1 == len(wanted):
        found = next((at for at in range(len(row)) if _width(row[:at]) == lacking[0]), None)
        return None if found is None else _gap(row, found)
    inside = [match.start() + 1 for match in _GAP.finditer(row) if not _beside_bar(row, match)]
    return _gap(row, inside[0]) if len(inside) == 1 else None


def _beside_bar(row: str, found: re.Match[str]) -> bool:
    return row[found.start() - 1] == "|" or row[found.end()] == "|"


def _gap(row: str, at: int) -> Gap | None:
    before, behind = (_BAR.split(row[:at])[-1].strip(), _BAR.split(row[at:])[0].strip())
    return Gap(at + 1, before[-_SHOWN:].strip(), behind[:_SHOWN].strip()) if before and behind else None


def _width(text: str) -> int:
    return max(wcswidth(text), 0)
