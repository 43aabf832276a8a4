"""Which year is each dossier of a batch about, where a card takes facts from the evaluation of the year before?

A subject may then stand in a batch once for each year, and the years are evaluated one after the other.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rules.contracts.inputs import DeclaredValue
from rules.contracts.messages import speaker
from rules.engine.read_subject import values_that_count
from rules.model.previous import year_before
from service.reading.tree.problems import PlacedError, Problem

if TYPE_CHECKING:
    from rules.contracts.messages import Message
    from rules.model.scorecard import Scorecard
    from service.batch.sources import Item
    from service.reading.tree.problems import Place

_say = speaker(__name__)


@dataclass(slots=True)
class Years:
    """The years of the subjects of one batch, as they are read."""

    scorecard: Scorecard
    _seen: dict[tuple[str, Place | None], tuple[str, str]] = field(default_factory=dict)
    _values: dict[str, DeclaredValue] = field(default_factory=dict)

    @property
    def fact(self) -> str | None:
        """The fact that names the year here and in the evaluation of the year before; None if the card knows none."""
        sources = (fact.previous for fact in self.scorecard.facts if fact.previous is not None)
        return next((one.year_of for one in sources if one.year_of is not None and one.card is None), None)

    def of(self, item: Item) -> Item:
        """Give a dossier with its year, which then stands in its key; one that cannot be read has none."""
        fact = self.fact
        if fact is None:
            return item
        at = item.path, item.place
        if at not in self._seen:
            self._seen[at] = item.key, self._read(item, fact)
        year = self._seen[at][1]
        return replace(item, key=f"{item.key}/{year}", year=year) if year else item

    def _read(self, item: Item, fact: str) -> str:
        with suppress(PlacedError):
            value = values_that_count(self.scorecard, item.read().subject).get(fact)
            if value is not None and year_before(value) is not None:
                self._values[_text(value)] = value
                return _text(value)
        return ""

    @property
    def rounds(self) -> tuple[str, ...]:
        """The years in their order, after the dossiers without one; one round if the card knows no years."""
        return tuple(sorted({year for _, year in self._seen.values()})) or ("",)

    @property
    def missing(self) -> list[Problem]:
        """Name each year that is missing between two years of one subject, at the dossier that waits for it."""
        there = {each for each in self._seen.values() if each[1]}
        first: dict[str, str] = {}
        for subject, year in sorted(there):
            first.setdefault(subject, year)
        problems = []
        for (path, place), (subject, year) in self._seen.items():
            before = year_before(self._values[year]) if year else None
            if before is None or year == first[subject] or (subject, _text(before)) in there:
                continue
            said = _say(
                "YEAR_MISSING", subject=subject[:120], year=year, missing=_text(before), first=first[subject], path=path
            )
            problems.append(Problem(place, self.fact or "", said, "REQUIRED"))
        return problems


def subject_of(item: Item) -> str:
    """Give the subject of a dossier, whose key may hold its year, too."""
    return item.key.removesuffix(f"/{item.year}") if item.year else item.key


def year_twice(item: Item, there: str) -> Message:
    """Say that a year of a subject stands in a batch twice."""
    return _say("YEAR_TWICE", subject=subject_of(item)[:120], year=item.year, there=there)


def _text(value: DeclaredValue) -> str:
    if value.choice is not None:
        return value.choice
    return "" if value.period is None else f"{value.period.first}..{value.period.last}"
