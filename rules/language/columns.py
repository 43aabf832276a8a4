"""Is a whole column of a table wrong in the same way, as when two columns are swapped? Then it is said once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import Diagnostic, sort_diagnostics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.language.report import Report

LEAST_ROWS = 3
_EVERY_ROW = {
    "en": " (and in every other row of this column: are two columns swapped?)",
    "zh": " (本列其余各行亦然: 是否有两列互换?)",
}

_Table = tuple[str, int, int]


def join_columns(report: Report) -> None:
    """Say the first mistake alone where every row of a table has the same one in the same column.

    Nothing else is told of such a table, for it mostly follows: two columns have been swapped.
    """
    tables: dict[_Table, list[Diagnostic]] = {}
    for diagnostic in report.diagnostics:
        place, lines = diagnostic.location, report.lines.get(diagnostic.location.path, ())
        if _is_row(lines, place.line):
            tables.setdefault((place.path, *_ends(lines, place.line)), []).append(diagnostic)
    for (path, first, last), inside in tables.items():
        one = _first_of_column(inside, report.lines[path], last - first)
        if one is not None:
            known = {id(diagnostic) for diagnostic in inside}
            report.diagnostics[:] = [each for each in report.diagnostics if id(each) not in known]
            report.diagnostics.append(replace(one, message=one.message + _EVERY_ROW[report.language]))


def _first_of_column(inside: list[Diagnostic], lines: Sequence[str], rows: int) -> Diagnostic | None:
    """Give the first mistake of the first column in which every row has the same."""
    found: dict[tuple[int, str], dict[int, Diagnostic]] = {}
    for diagnostic in sort_diagnostics(inside):
        place = diagnostic.location
        column = lines[place.line - 1][: place.column - 1].count("|")
        found.setdefault((column, diagnostic.code), {}).setdefault(place.line, diagnostic)
    whole = (by_line for _, by_line in sorted(found.items()) if len(by_line) >= max(rows, LEAST_ROWS))
    return next((by_line[min(by_line)] for by_line in whole), None)


def _is_row(lines: Sequence[str], number: int) -> bool:
    return 0 < number <= len(lines) and lines[number - 1].lstrip().startswith("|")


def _ends(lines: Sequence[str], number: int) -> tuple[int, int]:
    """Give the lines of the header and of the last row of the table around a line."""
    first = last = number
    while _is_row(lines, first - 1):
        first -= 1
    while _is_row(lines, last + 1):
        last += 1
    return first, last
