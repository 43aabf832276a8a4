"""In which row does a sheet name its columns, and which column is which?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from service.reading.tree.problems import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from service.reading.table_imports.problems import Problems
    from service.reading.tabular.texts import TextRow, TextSheet

_say = speaker(__name__)

_SEARCHED = 15


@dataclass(frozen=True, slots=True)
class Wanted:
    """One column that a sheet has to have: how its heading reads, and as which pattern it is recognised."""

    id: str
    heading: str
    pattern: str
    required: bool = True

    def matches(self, text: str) -> bool:
        """Say whether a heading is this one; capitals, spaces and line breaks do not matter."""
        return re.fullmatch(self.pattern, text, flags=re.IGNORECASE) is not None


@dataclass(frozen=True, slots=True)
class Header:
    """The number of the row that names the columns, and where each column stands, counted from 0."""

    row: int
    columns: Mapping[str, int]

    def below(self, sheet: TextSheet) -> Iterator[TextRow]:
        """Give the rows below it."""
        return (row for row in sheet.rows if row.number > self.row)


def find_header(sheet: TextSheet, wanted: Sequence[Wanted], problems: Problems) -> Header | None:
    """Find the header row by its names; a missing, doubled or unknown heading is a problem, never guessed."""
    best, most = None, 1
    for row in sheet.rows:
        count = sum(any(one.matches(text) for text in row.cells) for one in wanted)
        if row.number <= _SEARCHED and count > most:
            best, most = row, count
    headings = [quoted(one.heading) for one in wanted if one.required]
    if best is None:
        problems.add(sheet.named, _say("NO_HEADER", rows=_SEARCHED, headings=headings), "NO_HEADER")
        return None
    return _header(sheet, best, wanted, problems)


def _header(sheet: TextSheet, row: TextRow, wanted: Sequence[Wanted], problems: Problems) -> Header | None:
    columns: dict[str, int] = {}
    headings = [quoted(one.heading) for one in wanted]
    sound = True
    for place, text in enumerate(row.cells):
        if not text:
            continue
        one = next((one for one in wanted if one.matches(text)), None)
        where = sheet.place(row.number, place)
        if one is None:
            problems.add(where, _say("UNKNOWN_COLUMN", found=text[:60], known=headings), "UNKNOWN_COLUMN")
            sound = False
        elif one.id in columns:
            first = sheet.place(row.number, columns[one.id])
            problems.add(where, _say("DOUBLE_COLUMN", found=text[:60], first=first), "REPEATED")
            sound = False
        else:
            columns[one.id] = place
    for one in wanted:
        if one.required and one.id not in columns:
            problems.add(sheet.row_place(row.number), _say("MISSING_COLUMN", column=one.heading), "MISSING_COLUMN")
            sound = False
    return Header(row.number, columns) if sound else None
