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
"""Stands in a domain for any other word; it is behind all that are named."""


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
    """Those surely among several choices, and those possibly."""

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
    """What conditions and formulas see: what is known under each name, units, domains, and the outcomes of criteria."""

    known: MutableMapping[str, Known]
    units: Mapping[str, str]
    domains: Mapping[str, tuple[str, ...]]
    answers: dict[str, str] = field(default_factory=dict)

    def number(self, name: str) -> Interval | None:
        """Give the numbers possible under a name; None if it does not apply."""
        found = self.known[name]
        return number_of(found, EVERYTHING) if found != ABSENT else None

    def is_perhaps(self, *names: str) -> bool:
        """Say whether of one of these not even is known whether it applies."""
        return any(self.known.get(name) == PERHAPS for name in names)


def number_of(one: Known, otherwise: Interval) -> Interval:
    """Give the numbers possible, or something else if it is no number."""
    return one.interval if isinstance(one, Number) else otherwise


def joined(outcomes: Iterable[str]) -> str:
    """Join what must all hold."""
    found = set(outcomes)
    return next((one for one in (NOT_MET, OPEN, ABSENT_ANSWER) if one in found), MET)


def any_of(outcomes: Iterable[str]) -> str:
    """Join what is enough if one holds."""
    found = set(outcomes)
    return next((one for one in (MET, OPEN) if one in found), NOT_MET)


def walked(rows: Iterable[Json], outcomes: Iterable[str]) -> tuple[list[Json], bool]:
    """Give the rows that may be the first that holds, and whether one surely is."""
    possible: list[Json] = []
    for row, outcome in zip(rows, outcomes, strict=True):
        possible += [row] if outcome in (MET, OPEN) else []
        if outcome == MET:
            return possible, True
    return possible, False


def is_known(one: Known) -> bool:
    """Say whether nothing about it is open."""
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
    """Give a choice of which these words are possible."""
    return Choice(frozenset(words))


Json = Any
"""A part of a document; the specification says which."""
