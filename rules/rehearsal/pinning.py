"""Which examples would notice the slips that none notices, with what the rules give there?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, VersionError
from rules.engine.decide import decide
from rules.language.render import Renderer
from rules.model.examples import Example, Placed
from rules.rehearsal.compare import Comparison
from rules.rehearsal.everything_said import everything_said
from rules.rehearsal.mutation import SlipTrials, Telling
from rules.rehearsal.neighbours import Neighbours
from rules.rehearsal.run import asked
from rules.rehearsal.slipped import Known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from rules.contracts.diagnostics import Location
    from rules.language.compiler import Compilation
    from rules.model.examples import Expectation
    from rules.model.lookups import TableSource
    from rules.model.scorecard import Scorecard
    from rules.model.slips import Slip
    from rules.rehearsal.neighbours import Subject
    from rules.rehearsal.slipped import Slipped

_STARTS, _STEPS = 24, 500
"""How many examples a search starts from, and how many subjects it looks at for one slip."""


@dataclass(frozen=True, slots=True)
class Pinned:
    """The examples that were found, by the rule that each is about, and how many slips are left."""

    examples: Mapping[str, Sequence[Example]]
    left: int


def pin(  # noqa: PLR0913 -- what is tried, in which words, and how far
    compilation: Compilation,
    scorecard: Scorecard,
    language: str,
    *,
    tables: TableSource | None = None,
    progress: Callable[[int, int], None] | None = None,
    go_on: Callable[[], bool] = lambda: True,
) -> Pinned:
    """Look for the fewest changes of an example that tell a card from each slip that no example notices.

    What is found for one slip is tried on those that follow, and expects what tells them apart too.

    Raises:
        PlanError: the card itself cannot be concluded.
    """
    trying = SlipTrials(compilation, scorecard, tables)
    told = Telling(scorecard, language, compilation.locations.get(language, {}))
    search = _Search(trying, Renderer(scorecard, language))
    left = 0
    for done, slip in enumerate(trying.every):
        if not go_on():
            break
        slipped = trying.slipped(slip)
        if slipped is not None and not any(slipped.is_told_by(known) for known in trying.nearest(slip.path)):
            left += not search.pins(slip, slipped)
        if progress is not None:
            progress(done + 1, len(trying.every))
    examples: dict[str, list[Example]] = {}
    for slip, example in search.found():
        examples.setdefault(told.survivor(slip).heading, []).append(example)
    return Pinned(examples, left)


class _Search:
    """Looks for examples slip by slip, and keeps those that it found."""

    def __init__(self, trying: SlipTrials, words: Renderer) -> None:
        self._trying, self._engine, self._words = trying, trying.engine, words
        self._neighbours = Neighbours(trying.engine.plan.scorecard)
        self._concluded: dict[str, Known | None] = {}
        self._found: list[tuple[Slip, Known, list[Expectation]]] = []

    def found(self) -> Iterator[tuple[Slip, Example]]:
        """Give the examples that were found, each with the slip for which it was."""
        for slip, known, expectations in self._found:
            expected = tuple(Placed(one, "", self._trying.place) for one in dict.fromkeys(expectations))
            yield slip, replace(known.example, expectations=expected)

    def pins(self, slip: Slip, slipped: Slipped) -> bool:
        """Say whether an example notices a slip, of those found before or a new one."""
        for _, known, expectations in self._found:
            told = self._tells(slipped, known)
            if told:
                if not any(one in expectations for one in told):
                    expectations.append(told[0])
                return True
        met: set[str] = set()
        for subject in self._subjects(slip, slipped):
            key = repr(subject)
            if key in met:
                continue
            met.add(key)
            if len(met) > _STEPS:
                return False
            tried = self._known(subject)
            if tried is not None and self._tells(slipped, tried):
                least = self._shrunk(tried, slipped)
                self._found.append((slip, least, [self._tells(slipped, least)[0]]))
                return True
        return False

    def _subjects(self, slip: Slip, slipped: Slipped) -> Iterator[Subject]:
        """Visit the examples near a slip, then what differs from one of them, or from its row's edges, in few facts."""
        starts = [_subject(known.example) for known in self._trying.nearest(slip.path)[:_STARTS]]
        day = max((day for _, day in starts), default=self._engine.plan.scorecard.card.first_date)
        starts.append(((), day))
        here, there = self._neighbours, Neighbours(slipped.engine.plan.scorecard)
        names = here.names_at(slip.path)
        yield from starts
        edges = [subject for one in (here, there) for subject in one.at_edges(slip.path, day)]
        yield from edges
        near = [
            subject for start in (*edges, *starts[:4]) for name in names[:1] for subject in there.beside(start, name)
        ]
        yield from near
        wide = [
            subject for name in names for start in (*edges[:3], *starts[:6]) for subject in here.beside(start, name)
        ]
        yield from wide
        for start in near[:12]:
            for name in names[:5]:
                yield from here.beside(start, name)

    def _known(self, subject: Subject) -> Known | None:
        """Conclude a subject under the card as it is; None if it cannot be."""
        key = repr(subject)
        if key not in self._concluded:
            self._concluded[key] = self._conclude(subject)
        return self._concluded[key]

    def _conclude(self, subject: Subject) -> Known | None:
        changes, day = subject
        try:
            question = asked(self._engine, changes, day)
            decision = decide(self._engine, question)
        except (InputError, VersionError):
            return None
        return Known(_example(subject, self._place), question, decision, graded=True)

    @property
    def _place(self) -> Location:
        return self._trying.place

    def _tells(self, slipped: Slipped, known: Known) -> Sequence[Expectation]:
        """Give what a subject could expect that comes out otherwise with a slip, the conclusion as a whole last."""
        found = slipped.concluded(known)
        if found is None:
            return ()
        here = Comparison(self._engine, known.question, known.decision, self._words)
        there = Comparison(slipped.engine, *found, self._words)
        told = (
            one
            for one in everything_said(self._engine, known.decision)
            if there.differs(one) is not None and here.differs(one) is None
        )
        return tuple(islice(told, 2))

    def _shrunk(self, known: Known, slipped: Slipped) -> Known:
        """Take away one change after the other as long as the slip is noticed."""
        for placed in known.example.changes:
            changes = tuple(one.item for one in known.example.changes if one is not placed)
            fewer = self._known((changes, known.example.as_of))
            if fewer is not None and self._tells(slipped, fewer):
                return self._shrunk(fewer, slipped)
        return known


def _subject(example: Example) -> Subject:
    return tuple(placed.item for placed in example.changes), example.as_of


def _example(subject: Subject, place: Location) -> Example:
    changes, day = subject
    return Example("", "", place, day, tuple(Placed(change, "", place) for change in changes), ())
