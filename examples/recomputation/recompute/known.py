"""Knowledge about a name (number, choice, period, records, absent), and four-valued logic over outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from recompute.intervals import EVERYTHING, Interval

MET, NOT_MET, OPEN, ABSENT_ANSWER = "m", "n", "u", "a"
OUTCOMES = {MET: "met", NOT_MET: "not_met", OPEN: "undetermined", ABSENT_ANSWER: "not_applicable"}
LETTERS = {word: letter for letter, word in OUTCOMES.items()}
YES_NO = ("no", "yes")
OTHER = "\0"
"""Any word outside the domain. It sorts after all named words."""


@dataclass(frozen=True)
class Number:
    """A number, or a day by its number."""

    interval: Interval


@dataclass(frozen=True)
class Choice:
    """One word of several, or any word."""

    possible: frozenset[str]
    any_word: bool = False


@dataclass(frozen=True)
class Choices:
    """A multiple choice: the certain and the possible choices."""

    surely: frozenset[str]
    possibly: frozenset[str]


@dataclass(frozen=True)
class Period:
    """The first and the last day."""

    first: Interval
    last: Interval


@dataclass(frozen=True)
class Records:
    """A list of records by their keys; None if it is not known."""

    records: tuple[tuple[str, dict[str, Known]], ...] | None


@dataclass(frozen=True)
class Gone:
    """It does not apply, or perhaps not."""

    surely: bool


Known = Number | Choice | Choices | Period | Records | Gone
ABSENT, PERHAPS = Gone(True), Gone(False)


@dataclass
class Seen:
    """The data visible to conditions and formulas: known values, units, domains and outcomes of criteria."""

    known: MutableMapping[str, Known]
    units: Mapping[str, str]
    domains: Mapping[str, tuple[str, ...]]
    answers: dict[str, str] = field(default_factory=dict)

    def number(self, name: str) -> Interval | None:
        """Return the possible numbers of a name; None if it does not apply."""
        found = self.known[name]
        return number_of(found, EVERYTHING) if found != ABSENT else None

    def is_perhaps(self, *names: str) -> bool:
        """Return whether the applicability of any of these names is unknown."""
        return any(self.known.get(name) == PERHAPS for name in names)


def number_of(one: Known, otherwise: Interval) -> Interval:
    """Return the possible numbers, or a default if the value is not a number."""
    return one.interval if isinstance(one, Number) else otherwise


def joined(outcomes: Iterable[str]) -> str:
    """Return the outcome of a conjunction."""
    found = set(outcomes)
    return next((one for one in (NOT_MET, OPEN, ABSENT_ANSWER) if one in found), MET)


def any_of(outcomes: Iterable[str]) -> str:
    """Return the outcome of a disjunction."""
    found = set(outcomes)
    return next((one for one in (MET, OPEN) if one in found), NOT_MET)


def walked(rows: Iterable[Json], outcomes: Iterable[str]) -> tuple[list[Json], bool]:
    """Return the rows that may be the first match, and whether a match is certain."""
    possible: list[Json] = []
    for row, outcome in zip(rows, outcomes, strict=True):
        possible += [row] if outcome in (MET, OPEN) else []
        if outcome == MET:
            return possible, True
    return possible, False


def is_known(one: Known) -> bool:
    """Return whether the value is fully determined."""
    if isinstance(one, Number):
        return one.interval.value is not None
    if isinstance(one, Choice):
        return not one.any_word and len(one.possible) == 1
    if isinstance(one, Choices):
        return one.surely == one.possibly
    if isinstance(one, Period):
        return is_known(Number(one.first)) and is_known(Number(one.last))
    if isinstance(one, Records):
        return one.records is not None and all(is_known(part) for _, fields in one.records for part in fields.values())
    return one == ABSENT


def choice_of(*words: str) -> Choice:
    """Return a choice with these possible words."""
    return Choice(frozenset(words))


Json = Any
"""A JSON value as defined in the specification."""
