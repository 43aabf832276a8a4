"""What do the cards conclude of a line of goods, or of an importer, in memory and without a trail?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rules.contracts.errors import VersionError
from rules.contracts.extents import NumberExtent
from rules.contracts.inputs import DeclaredFact, Subject
from rules.contracts.intervals import EVERYTHING, Interval
from rules.engine.decide import decide
from rules.engine.inference import Question
from rules.engine.read_subject import read_subject
from rules.trail.conclusions import standing
from rules.trail.tables import with_tables
from rules.trail.way_taken import way_taken
from service.base.names import CardName
from service.evaluating.evaluators import Evaluators

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.inputs import DeclaredValue
    from rules.contracts.outcomes import ConclusionKind
    from rules.engine.inference import Inference
    from rules.model.published import Published
    from rules.model.tables import Table
    from rules.trail.stops import WayTaken
    from service.gazette.tables import Shelf
    from service.gazette.versions import Gazette

_NOBODY = "organizations/importer/subjects/importer"
"""A name is asked for; nothing is stored under it."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What was concluded of one subject: by both evaluators, as everywhere, but without steps to prove it."""

    published: Published
    inference: Inference
    kind: ConclusionKind
    certainty: str
    way: WayTaken

    def number(self, name: str) -> Interval:
        """Give all that a quantity can be."""
        extent = self.inference.values.extents[name]
        return extent.interval if isinstance(extent, NumberExtent) else EVERYTHING

    def results(self) -> dict[str, Interval]:
        """Give the results of the card by their ids."""
        return {result.id: self.number(result.name) for result in self.published.scorecard.results}


class Reckoner:
    """Finds for each of many dates what governs it, once."""

    def __init__(self, gazette: Gazette, shelf: Shelf, known: str) -> None:
        """Remember where versions and tables are, and as of which knowledge they count."""
        self.known = known
        self.shelf = shelf
        self._gazette = gazette
        self._evaluators = Evaluators(shelf)
        self._in_force: dict[tuple[str, date], Published | None] = {}
        self._tables: dict[tuple[str, date], dict[str, Table]] = {}

    def close(self) -> None:
        """Free the engines."""
        self._evaluators.close()

    def in_force(self, card: str, day: date) -> Published | None:
        """Give the version of a card that governs a day, if there is one; the lines of a year share few days."""
        if (card, day) not in self._in_force:
            try:
                self._in_force[card, day] = self._gazette.find(CardName(card), as_of=day, known=self.known)
            except VersionError:
                self._in_force[card, day] = None
        return self._in_force[card, day]

    def first_day(self, card: str) -> date:
        """Give the first day that any version of a card governs."""
        return min(one.scorecard.card.first_date for one in self._gazette.versions(card))

    def newest(self, card: str) -> Published:
        """Give the newest version of a card."""
        return self._gazette.newest(card)

    def reckon(
        self,
        published: Published,
        as_of: date,
        facts: Mapping[str, DeclaredValue],
        settings: Mapping[str, str] | None = None,
    ) -> Reckoned:
        """Evaluate facts under a version.

        Raises:
            InputError: facts or settings are wrong.
            VersionError: an edition of a reference table that the version names is not there.
        """
        engine = self._evaluators.engine(published)
        declared = tuple(DeclaredFact(id=id, value=value) for id, value in facts.items())
        subject = Subject(
            subject=_NOBODY, as_of=as_of.isoformat(), known=self.known, settings=dict(settings or {}), facts=declared
        )
        reading = read_subject(engine.plan.scorecard, subject)
        if (published.name, as_of) not in self._tables:
            known = date.fromisoformat(self.known[:10])
            self._tables[published.name, as_of] = engine.tables_at(as_of, known)
        tables = self._tables[published.name, as_of]
        question = Question(reading.verified.extents, reading.settings, as_of, {}, tables=tables)
        decision = decide(engine, question)
        certainty = with_tables(standing(engine.plan, decision), decision.inference).certainty
        way = way_taken(engine, decision.inference, reading.verified.unknown)
        return Reckoned(published, decision.inference, decision.kind, certainty, way)
