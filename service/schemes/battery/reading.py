"""Which facts does a battery passport state, where does each stand, and what does it leave out?"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.reading.tree.nodes import Scalar
from service.reading.tree.problems import PlacedError
from service.schemes.battery.documents import read_document, unread
from service.schemes.battery.formats import format_of
from service.schemes.battery.values import ValueReader, days_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.reading.tree.problems import Problem
    from service.schemes.battery.documents import Document, Found
    from service.schemes.battery.formats import PassportFormat

_say = speaker(__name__)


@dataclass(frozen=True, slots=True)
class PassportFact:
    """A fact as it is written in a dossier, and the pointers that it rests on, in one file."""

    fact: str
    written: str
    file: str
    pointers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PassportFile:
    """One file that was read: its name and the SHA-256 of its bytes."""

    name: str
    digest: str
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passport:
    """What was read; `missing` are data points without value, `unknown_to_format` those the format has no field for."""

    title: str
    files: tuple[PassportFile, ...]
    issuer: str
    issue_date: str
    facts: tuple[PassportFact, ...]
    missing: dict[str, tuple[str, ...]]
    unknown_to_format: dict[str, tuple[str, ...]]
    notes: tuple[str, ...]


def read_passport(files: Sequence[tuple[str, bytes]], points: dict[str, tuple[str, ...]]) -> Passport:
    """Read the files of one passport, all in one format.

    `points` are the data points that the scorecard knows, by the fact that collects them.

    Raises:
        InputError: a file cannot be read, its format is not known, or a value is of the wrong type or impossible;
            every problem is listed with its file, line, column and JSON pointer.
    """
    documents, violations = [], []
    for name, content in files:
        try:
            documents.append(read_document(content, name))
        except PlacedError as error:
            violations += [_violation(name, problem) for problem in error.problems]
    if violations:
        raise InputError(tuple(violations))
    form = format_of(documents)
    passport = None if form is None else _Reader(documents, form, points).read(files)
    violations = [_violation(one.name, problem) for one in documents for problem in sorted(one.problems, key=_order)]
    if violations or passport is None:
        raise InputError(tuple(violations))
    return passport


def _order(problem: Problem) -> tuple[int, int]:
    return (0, 0) if problem.place is None else (problem.place.line, problem.place.column)


def _violation(name: str, problem: Problem) -> Violation:
    place = "" if problem.place is None else f":{problem.place.line}:{problem.place.column}"
    field = f"{name}{place}" + (f": {problem.field}" if problem.field else "")
    return Violation(field, problem.description, problem.reason)


class _Reader:
    """Reads one passport; what is read is remembered, so that what is left can be told."""

    def __init__(self, documents: list[Document], form: PassportFormat, points: dict[str, tuple[str, ...]]) -> None:
        self.documents = documents
        self.form = form
        self.points = points
        self.read_pointers: dict[str, set[str]] = {document.name: set() for document in documents}
        self.notes: list[str] = []

    def read(self, files: Sequence[tuple[str, bytes]]) -> Passport:
        facts: list[PassportFact] = []
        missing: dict[str, tuple[str, ...]] = {}
        fieldless: dict[str, tuple[str, ...]] = {}
        for fact, known in self.points.items():
            rows = self.form.points.get(fact)
            if rows is None:
                continue
            stated = {point: place for point in known if (place := self._stated(rows.get(point, "")))}
            facts += self._choices(fact, stated)
            if fact.startswith("passport_") and fact != "passport_premature":
                missing[fact] = tuple(point for point in known if point not in stated and point in rows)
                fieldless[fact] = tuple(point for point in known if point not in rows)
        facts += self._values()
        issuer, issue_date = self._text(self.form.issuer), self._date(self.form.issue_date)
        first = PassportFact("passport", "yes", self.documents[0].name, ("",))
        return Passport(
            title=self.form.title,
            files=tuple(
                PassportFile(
                    name, hashlib.sha256(content).hexdigest(), unread(document, frozenset(self.read_pointers[name]))
                )
                for (name, content), document in zip(files, self.documents, strict=True)
            ),
            issuer=issuer,
            issue_date=issue_date,
            facts=(first, *facts, *self._derived({fact.fact: fact for fact in facts})),
            missing={fact: points for fact, points in missing.items() if points},
            unknown_to_format={fact: points for fact, points in fieldless.items() if points},
            notes=tuple(self.notes),
        )

    def _stated(self, pattern: str) -> list[tuple[str, str]]:
        """Give file and pointer of everything that states a data point; nothing if it is not stated."""
        for alternative in pattern.split(" | ") if pattern else ():
            parts = [list(self._found(one)) for one in alternative.split(" & ")]
            if all(parts):
                return [(name, found.pointer) for part in parts for name, found in part]
        return []

    def _found(self, pattern: str) -> Iterator[tuple[str, Found]]:
        for document in self.documents:
            for found in document.find(pattern):
                self.read_pointers[document.name].add(found.pointer)
                if not found.empty:
                    yield document.name, found

    def _choices(self, fact: str, stated: dict[str, list[tuple[str, str]]]) -> Iterator[PassportFact]:
        """Collect data points; a list that is given is complete, so none is given where nothing is stated."""
        if not stated and not fact.startswith("passport_"):
            return
        places = [place for group in stated.values() for place in group]
        name = places[0][0] if places else self.documents[0].name
        pointers = tuple(dict.fromkeys(pointer for file, pointer in places if file == name)) or ("",)
        yield PassportFact(fact, f"[{', '.join(stated)}]", name, pointers)

    def _values(self) -> Iterator[PassportFact]:
        for fact, row in self.form.values.items():
            for document in self.documents:
                reader = ValueReader(document, self.read_pointers[document.name], self.notes)
                value = reader.read(row)
                if value is not None:
                    yield PassportFact(fact, value.written, document.name, value.pointers)
                    break

    def _derived(self, facts: dict[str, PassportFact]) -> Iterator[PassportFact]:
        """Say what follows from the rest: recycled content is stated, and what its documentation names."""
        stated = facts.get("passport_recycled")
        if stated is None or stated.written == "[]":
            return
        general = facts["passport_general"].written.strip("[]").split(", ")
        named = {"year": "manufacturing_date", "plant": "manufacturing_place"}
        parts = ["shares", *(part for part, point in named.items() if point in general)]
        yield PassportFact("recycled_stated", "yes", stated.file, stated.pointers)
        yield PassportFact("recycled_documents", f"[{', '.join(parts)}]", stated.file, stated.pointers)

    def _text(self, pattern: str) -> str:
        texts = (found.node.text for _, found in self._found(pattern) if isinstance(found.node, Scalar))
        return next(texts, "") if pattern else ""

    def _date(self, pattern: str) -> str:
        written = self._text(pattern).strip()
        days = days_of(written)
        if written and len(days) != 1:
            self.notes.append(_say("ISSUE_DATE_LEFT", place=pattern, found=written[:40]))
        return days[0].isoformat() if len(days) == 1 else ""
