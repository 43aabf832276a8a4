"""What came in with a paste: invisible characters, cells parted by tabs, rows without their outer bars?

Gherkin takes an invisible character for a part of a word, and drops a last cell without its bar in silence. Each is
reported and mended, so that one slip hides no other mistake.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import Location

if TYPE_CHECKING:
    from rules.language.lexicon import Lexicon
    from rules.language.report import Report

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]")
_BARS = ("|", "｜")
_ESCAPED = tuple(f"\\{bar}" for bar in _BARS)
_BEFORE_TABLES = ("given", "and", "when", "then", "examples")


def mend_pasted(path: str, text: str, words: Lexicon, report: Report) -> str:
    """Take out invisible characters, and give every row of a table the bars it lacks; rows stay in their lines."""
    steps = tuple(words.keywords[key] for key in _BEFORE_TABLES)
    mended: list[str] = []
    above, tabbed = "", False
    for number, given in enumerate(text.split("\n"), 1):
        line = _visible(given, Location(path, number, 1), report)
        stripped = line.strip()
        beneath_row = above.startswith(_BARS)
        if (
            "\t" in stripped
            and not stripped.startswith((*_BARS, "#", *steps))
            and (beneath_row or above.startswith(steps))
        ):
            row = f"| {' | '.join(cell.strip() for cell in stripped.split(chr(9)))} |"
            if not tabbed:
                report.add("RL002", Location(path, number, _begin(line)), "tabs", row=row)
            line, tabbed = line[: _begin(line) - 1] + row, True
        else:
            line, tabbed = _barred(line, Location(path, number, _begin(line)), report, beneath_row=beneath_row), False
        mended.append(line)
        above = line.strip() or above
    return "\n".join(mended)


def _visible(line: str, place: Location, report: Report) -> str:
    found = None if line.isascii() else _INVISIBLE.search(line)
    if found is None:
        return line
    sign = f"U+{ord(found[0]):04X}"
    report.add("RL001", Location(place.path, place.line, found.start() + 1), "invisible", found=sign)
    return _INVISIBLE.sub("", line)


def _barred(line: str, place: Location, report: Report, *, beneath_row: bool) -> str:
    stripped = line.strip()
    ends = stripped.endswith(_BARS) and not stripped.endswith(_ESCAPED)
    if stripped.startswith(_BARS):
        if ends and len(stripped) > 1:
            return line
        report.add("RL002", Location(place.path, place.line, len(line.rstrip()) + 1), "bar_behind")
        return f"{line.rstrip()} |"
    if beneath_row and ends:
        report.add("RL002", place, "bar_before")
        return f"{line[: place.column - 1]}| {stripped}"
    return line


def _begin(line: str) -> int:
    return len(line) - len(line.lstrip()) + 1
