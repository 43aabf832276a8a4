"""What is wrong with a dossier, and at which line and column?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import process

from rules.contracts.errors import InputError, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file; line and column are counted from 1.

    A cell stands in a `sheet` of a workbook. `file` is named if it is another than the one that was asked for.
    """

    line: int
    column: int
    sheet: str = ""
    file: str = ""

    @property
    def order(self) -> tuple[str, str, int, int]:
        """By this the problems of a file are sorted."""
        return self.file, self.sheet, self.line, self.column

    @property
    def cell(self) -> str:
        """The place as people name cells, such as `Sheet Facts, D17`; column 0 stands for the row."""
        if not self.line:
            return f"Sheet {self.sheet}"
        if not self.column:
            return f"Sheet {self.sheet}, row {self.line}"
        letters, rest = "", self.column
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"Sheet {self.sheet}, {letters}{self.line}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where, in which field, and what to write instead; the whole file has no place."""

    place: Place | None
    field: str
    description: str
    reason: str

    def render(self, path: str, colon: str = ": ") -> str:
        """Write `path:line:column: field: description`, or `path: Sheet Facts, D17: …`.

        Options, and arguments, which are written in capitals, stand in no file.
        """
        if self.place is None and (self.field.startswith("--") or self.field.isupper()):
            return f"touchstone: {self.field}{colon}{self.description}"
        head = path
        if self.place is not None:
            place, path = self.place, self.place.file or path
            head = f"{path}: {place.cell}" if place.sheet else f"{path}:{place.line}:{place.column}"
        return f"{head}: {self.field}{colon}{self.description}" if self.field else f"{head}: {self.description}"


class DossierError(InputError):
    """A dossier, or a batch of them, cannot be accepted; every problem is listed with its place."""

    def __init__(self, problems: Iterable[Problem], *, path: str = "") -> None:
        """Keep all problems, sorted by place, and the file if whoever raises this knows it."""
        self.path = path
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.place or Place(0, 0)).order))
        super().__init__(tuple(_violation(problem) for problem in self.problems))


def _violation(problem: Problem) -> Violation:
    place = problem.place
    prefix = ""
    if place is not None:
        prefix = f"{place.cell}: " if place.sheet else f"line {place.line}, column {place.column}: "
    return Violation(problem.field or "dossier", f"{prefix}{problem.description}", problem.reason)


def nearest(found: str, known: Iterable[str]) -> str:
    """Name the nearest known word, or all if they are few, as the end of an error message."""
    words = list(known)
    match = process.extractOne(found, words, score_cutoff=60)
    if match:
        return f"; did you mean '{match[0]}'?"
    return f"; known are {', '.join(words)}" if words and len(words) <= 12 else ""
