"""Placed errors: problems of an input file with line, column and field, its size among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from rules.contracts import InputError, Message, Violation, in_language, message_factory, typeset
from service.input.given_files import FileRefusedError, read_file

_say = message_factory(__name__)


@dataclass(frozen=True, slots=True)
class FilePosition:
    """A place in a file; line and column are counted from 1.

    A cell stands in a `sheet` of a workbook. `file` is named if it is another than the one that was asked for. Line 0
    stands for the whole, column 0 for the row.
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
        """The place as people name cells, such as `Sheet Facts, D17`, or in a text `D17` or `line 17`."""
        if not self.sheet:
            return f"{self.letters}{self.line}" if self.column else _say("LINE", line=self.line)
        if not self.line:
            return _say("SHEET", sheet=self.sheet)
        if not self.column:
            return _say("SHEET_ROW", sheet=self.sheet, row=self.line)
        return _say("SHEET_CELL", sheet=self.sheet, column=self.letters, row=self.line)

    @property
    def letters(self) -> str:
        """The column as people name it, also beyond the last that spreadsheet programs know."""
        letters, rest = "", self.column
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return letters


WHOLE_FILE = _say("THE_FILE")
"""The location of a fault that concerns the whole file."""
REQUIRED = _say("REQUIRED")


def quote_value(value: object) -> Message:
    """Quote a value with the quotation marks of the reader's language."""
    return _say("QUOTED", found=value)


def not_one_of(value: str, known: Iterable[str]) -> Message:
    """Return the message that a value is not one of the allowed values."""
    return _say("NOT_ONE_OF_THESE", found=value, known=known)


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: its location (None for the whole file), its field, and what to write instead."""

    position: FilePosition | None
    field: str
    description: str
    reason: str

    @property
    def placed_description(self) -> str:
        """The description with its location in the file in front, in both languages."""
        place = self.position
        if place is None:
            return self.description
        where = place.cell if place.sheet else _say("LINE_COLUMN", line=place.line, column=place.column)
        return _say("AT_PLACE", place=where, problem=self.description)

    def render(self, path: str, language: str = "en") -> str:
        """Write `path:line:column: field: description`, or `path: Sheet Facts, D17: …`.

        Options, and arguments, which are written in capitals, have no file.
        """
        text = in_language(self.description, language)
        if self.position is None and (self.field.startswith("--") or self.field.isupper()):
            return f"touchstone: {_prefix_field(self.field, text, language)}"
        head = path
        if self.position is not None:
            place, path = self.position, self.position.file or path
            head = (
                f"{path}: {in_language(place.cell, language)}" if place.sheet else f"{path}:{place.line}:{place.column}"
            )
        field = dossier_path(self.field)
        return f"{head}: {_prefix_field(field, text, language)}" if field else f"{head}: {text}"


def _prefix_field(field: str, text: str, language: str) -> str:
    return typeset(f"{field}: {text}", language)


_SPELT = {
    "content_digest": "digest",
    "validity.first_date": "valid_from",
    "validity.last_date": "valid_until",
    "period.first_date": "first",
    "period.last_date": "last",
    "evidence_ids": "evidence",
}
"""Names of API fields in a dossier. The wrapper of an API value has no name there."""
_ROOTS = ("facts[", "evidence[", "settings[")
_WRAPPED = re.compile(r"\.(?:value|corrected_value|number|choice|choices|flag|date|text|period|records)(?=[.\[]|\Z)")


def dossier_path(field: str) -> str:
    """Return the path of a field in the words of a dossier: `facts.audience`, not `facts[audience].value.choice`."""
    if not field.startswith(_ROOTS):
        return field
    for api, spelt in _SPELT.items():
        field = field.replace(f".{api}", f".{spelt}")
    parts = re.split(r"\[([^\]]*)\]", _unwrapped(field))
    return ".".join(part.strip(".") for part in parts if part.strip("."))


def _unwrapped(field: str) -> str:
    """Remove the API's wrappers around a value of a fact or rating, but not the date of a verification."""
    if not field.startswith("facts[") or field.endswith(".verification.date"):
        return field
    return _WRAPPED.sub("", field)


def raise_placed_error(place: FilePosition | None, description: str, reason: str, *, field: str = "") -> NoReturn:
    """Refuse an input because of one problem.

    Raises:
        PlacedError: always.
    """
    raise PlacedError([Problem(place, field, description, reason)])


class PlacedError(InputError):
    """An input cannot be accepted; every problem is listed with its location."""

    def __init__(self, problems: Iterable[Problem], *, path: str = "") -> None:
        self.path = path
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.position or FilePosition(0, 0)).order))
        super().__init__(tuple(_violation(problem) for problem in self.problems))

    def of_cells(self, whole: str) -> InputError:
        """Return the error with cells as fields. A problem that is in no cell has the field `whole`."""
        wrong = []
        for problem, violation in zip(self.problems, self.violations, strict=True):
            cell = problem.field or (problem.position.cell if problem.position and problem.position.sheet else "")
            wrong.append(
                Violation(cell or whole, problem.description if cell else violation.description, problem.reason)
            )
        return InputError(tuple(wrong))

    def of_file(self, path: str) -> InputError:
        """Return the error with the path of the file as field, each problem with its location in it."""
        return InputError(
            tuple(Violation(path, violation.description, violation.reason) for violation in self.violations)
        )


def _violation(problem: Problem) -> Violation:
    return Violation(problem.field or "dossier", problem.placed_description, problem.reason)


MAXIMUM_BYTES = 5_000_000


def check_size(size: int) -> None:
    """Refuse a file that is too large before any of it is parsed.

    Raises:
        PlacedError: it is.
    """
    if size > MAXIMUM_BYTES:
        raise_placed_error(None, _say("TOO_LARGE", size=size, most=MAXIMUM_BYTES), "TOO_LARGE")


def read_bounded(path: Path) -> bytes:
    """Read a file, unless it is none (such as a pipe, which may never end) or too large.

    Raises:
        PlacedError: it is not read.
    """
    with reporting_refused_file():
        return read_file(path, most=MAXIMUM_BYTES)


@contextmanager
def reporting_refused_file() -> Iterator[None]:
    """Report a file that cannot be opened as a problem of the whole dossier.

    Raises:
        PlacedError: it is not opened.
    """
    try:
        yield
    except FileRefusedError as error:
        problems = [Problem(None, "", each.description, each.reason) for each in error.violations]
        raise PlacedError(problems, path=error.violations[0].field) from None
