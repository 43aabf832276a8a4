"""Draft diagnostics as API messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.language_server.readings import columns_at
from touchstone.v1 import draft_editing_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rules.contracts import Diagnostic, Location

_MAX_DIAGNOSTICS = 500


def write_diagnostics(
    diagnostics: Iterable[Diagnostic], lines: Mapping[str, Sequence[str]]
) -> list[draft_editing_pb2.DraftDiagnostic]:
    """Convert at most 500 diagnostics; `lines` contains the files by path."""
    return [
        draft_editing_pb2.DraftDiagnostic(
            code=diagnostic.code,
            severity=f"SEVERITY_{diagnostic.severity.name}",
            message=diagnostic.message,
            hint=diagnostic.hint,
            range=write_place(diagnostic.location, lines),
        )
        for diagnostic, _ in zip(diagnostics, range(_MAX_DIAGNOSTICS), strict=False)
    ]


def write_place(place: Location, lines: Mapping[str, Sequence[str]]) -> draft_editing_pb2.DraftRange:
    """Return the range of the cell or sentence at a location."""
    number, begin, end = columns_at(lines, place)
    return write_range(place.path, number + 1, begin, end)


def write_range(path: str, line: int, begin: int, end: int) -> draft_editing_pb2.DraftRange:
    """Return the range between two columns of a line, counted from 0."""
    return draft_editing_pb2.DraftRange(path=path, line=line, column=begin + 1, end_line=line, end_column=end + 1)
