"""Located input errors: problems of a file with line, column and field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from rules.contracts import InputError, Message, Violation, in_language, message_factory, typeset
from service.input.given_files import FileRefusedError, read_file

_message = message_factory(__name__)


@dataclass(frozen=True, slots=True)
class FilePosition:
    """A position in a file, counted from 1.

    Line 0 is the whole sheet, column 0 the whole row. `file` is empty for the requested file.
    """

    line: int
    column: int
    sheet: str = ""
    file: str = ""

    @property
    def order(self) -> tuple[str, str, int, int]:
        return self.file, self.sheet, self.line, self.column

    @property
    def cell(self) -> str:
        if not self.sheet:
            return f"{self.letters}{self.line}" if self.column else _message("LINE", line=self.line)
        if not self.line:
            return _message("SHEET", sheet=self.sheet)
        if not self.column:
            return _message("SHEET_ROW", sheet=self.sheet, row=self.line)
        return _message("SHEET_CELL", sheet=self.sheet, column=self.letters, row=self.line)

    @property
    def letters(self) -> str:
        letters, rest = "", self.column
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return letters


WHOLE_FILE = _message("THE_FILE")
REQUIRED = _message("REQUIRED")


def quote_value(value: object) -> Message:
    """Quote a value in the reader's language."""
    return _message("QUOTED", found=value)


def not_one_of(value: str, known: Iterable[str]) -> Message:
    """Return the message that a value is not one of the allowed values."""
    return _message("NOT_ONE_OF_THESE", found=value, known=known)


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem: its position (None for the whole file), field and correction."""

    position: FilePosition | None
    field: str
    description: str
    reason: str

    @property
    def placed_description(self) -> str:
        position = self.position
        if position is None:
            return self.description
        location = (
            position.cell if position.sheet else _message("LINE_COLUMN", line=position.line, column=position.column)
        )
        return _message("AT_PLACE", place=location, problem=self.description)

    def render(self, path: str, language: str = "en") -> str:
        text = in_language(self.description, language)
        if self.position is None and (self.field.startswith("--") or self.field.isupper()):
            return f"touchstone: {_prefix_field(self.field, text, language)}"
        head = path
        if self.position is not None:
            position, path = self.position, self.position.file or path
            head = (
                f"{path}: {in_language(position.cell, language)}"
                if position.sheet
                else f"{path}:{position.line}:{position.column}"
            )
        field = dossier_path(self.field)
        return f"{head}: {_prefix_field(field, text, language)}" if field else f"{head}: {text}"


def _prefix_field(field: str, text: str, language: str) -> str:
    return typeset(f"{field}: {text}", language)


_DOSSIER_NAMES = {
    "content_digest": "digest",
    "validity.first_date": "valid_from",
    "validity.last_date": "valid_until",
    "period.first_date": "first",
    "period.last_date": "last",
    "evidence_ids": "evidence",
}
_ROOTS = ("facts[", "evidence[", "settings[")
_WRAPPER = re.compile(r"\.(?:value|corrected_value|number|choice|choices|flag|date|text|period|records)(?=[.\[]|\Z)")


def dossier_path(field: str) -> str:
    """Convert an API path to a dossier path: `facts.audience` for `facts[audience].value.choice`."""
    if not field.startswith(_ROOTS):
        return field
    for api, dossier_name in _DOSSIER_NAMES.items():
        field = field.replace(f".{api}", f".{dossier_name}")
    parts = re.split(r"\[([^\]]*)\]", _unwrapped(field))
    return ".".join(part.strip(".") for part in parts if part.strip("."))


def _unwrapped(field: str) -> str:
    if not field.startswith("facts[") or field.endswith(".verification.date"):
        return field
    return _WRAPPER.sub("", field)


def raise_placed_error(place: FilePosition | None, description: str, reason: str, *, field: str = "") -> NoReturn:
    """Raise PlacedError for one problem."""
    raise PlacedError([Problem(place, field, description, reason)])


class PlacedError(InputError):
    """Rejected input; all problems are located."""

    def __init__(self, problems: Iterable[Problem], *, path: str = "") -> None:
        self.path = path
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.position or FilePosition(0, 0)).order))
        super().__init__(tuple(_violation(problem) for problem in self.problems))

    def of_cells(self, whole: str) -> InputError:
        """Return the error with cells as fields; `whole` is the field for other problems."""
        violations = []
        for problem, violation in zip(self.problems, self.violations, strict=True):
            cell = problem.field or (problem.position.cell if problem.position and problem.position.sheet else "")
            violations.append(
                Violation(cell or whole, problem.description if cell else violation.description, problem.reason)
            )
        return InputError(tuple(violations))

    def of_file(self, path: str) -> InputError:
        return InputError(
            tuple(Violation(path, violation.description, violation.reason) for violation in self.violations)
        )


def _violation(problem: Problem) -> Violation:
    return Violation(problem.field or "dossier", problem.placed_description, problem.reason)


MAXIMUM_BYTES = 5_000_000


def check_size(size: int) -> None:
    """Raise PlacedError if a file is too large to parse."""
    if size > MAXIMUM_BYTES:
        raise_placed_error(None, _message("TOO_LARGE", size=size, most=MAXIMUM_BYTES), "TOO_LARGE")


def read_bounded(path: Path) -> bytes:
    """Read a file; raise PlacedError if it is too large or irregular, such as a pipe."""
    with reporting_refused_file():
        return read_file(path, most=MAXIMUM_BYTES)


@contextmanager
def reporting_refused_file() -> Iterator[None]:
    """Convert FileRefusedError to PlacedError."""
    try:
        yield
    except FileRefusedError as error:
        problems = [Problem(None, "", each.description, each.reason) for each in error.violations]
        raise PlacedError(problems, path=error.violations[0].field) from None
