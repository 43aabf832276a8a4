"""What is wrong with a dossier, and at which line and column?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import process

from rules.contracts.errors import InputError, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file; line and column are counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where, in which field, and what to write instead; the whole file has no place."""

    place: Place | None
    field: str
    description: str
    reason: str

    def render(self, path: str) -> str:
        """Write `path:line:column: field: description`; what an option says stands in no file."""
        if self.field.startswith("--"):
            return f"touchstone: {self.field}: {self.description}"
        head = path if self.place is None else f"{path}:{self.place.line}:{self.place.column}"
        return f"{head}: {self.field}: {self.description}" if self.field else f"{head}: {self.description}"


class DossierError(InputError):
    """A dossier cannot be accepted; every problem is listed with its place."""

    def __init__(self, problems: Iterable[Problem], path: str = "") -> None:
        """Keep all problems, sorted by place, and the path of the file if it is known."""
        self.path = path
        self.problems = tuple(sorted(problems, key=lambda problem: problem.place or Place(0, 0)))
        super().__init__(tuple(_violation(problem) for problem in self.problems))


def _violation(problem: Problem) -> Violation:
    place = problem.place
    prefix = "" if place is None else f"line {place.line}, column {place.column}: "
    return Violation(problem.field or "dossier", f"{prefix}{problem.description}", problem.reason)


def nearest(found: str, known: Iterable[str]) -> str:
    """Name the nearest known word, or all if they are few, as the end of an error message."""
    words = list(known)
    match = process.extractOne(found, words, score_cutoff=60)
    if match:
        return f"; did you mean '{match[0]}'?"
    return f"; known are {', '.join(words)}" if words and len(words) <= 12 else ""
