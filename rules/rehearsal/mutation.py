"""Which slips of a draft would no example notice, and so which sentences does none pin?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import Location
from rules.contracts.errors import PlanError
from rules.language.card_rows import card_rows
from rules.language.row_changes import RowPair, changed_rows, said
from rules.language.twins import place_of_rule
from rules.model.digest import rule_digest
from rules.model.slips import SlipKind, slips
from rules.rehearsal.slipped import OracleEngine, Slipped, known_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from rules.language.card_rows import CardRow
    from rules.language.compiler import Compilation
    from rules.model.lookups import TableSource
    from rules.model.scorecard import Scorecard
    from rules.model.slips import Slip
    from rules.rehearsal.slipped import Known

_HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class Survivor:
    """A slip that no example notices: what the sentence says, and what it would say; each in the language asked for.

    `now` is blank where the row is dropped; `place` is where it stands in the file of that language. `name` tells it
    from every other slip of the card, and `because` is why nobody could notice it, if somebody has argued that.
    """

    name: str
    because: str
    path: str
    kind: SlipKind
    heading: str
    beside: str
    was: str
    now: str
    place: Location | None


@dataclass(frozen=True, slots=True)
class MutationReport:
    """How many slips were tried and noticed, and those that were not; what time left is `untried`.

    A slip that the engine refuses to plan is none that could be published, and is not counted. `failed` examples do not
    hold under the card as it is and notice nothing. `idle` are the names of argued slips that an example notices, or
    that are none.
    """

    card: str
    version: str
    rule_digest: str
    examples: int
    failed: int
    noticed: int
    survivors: tuple[Survivor, ...]
    untried: int
    idle: tuple[str, ...] = ()

    @property
    def argued(self) -> int:
        """How many of the survivors somebody has argued."""
        return sum(bool(one.because) for one in self.survivors)

    @property
    def tried(self) -> int:
        """How many slips were tried."""
        return self.noticed + len(self.survivors)

    @property
    def percent(self) -> Fraction:
        """How many of a hundred slips that were tried and not argued are noticed; all of none."""
        counted = self.tried - self.argued
        return _HUNDRED * self.noticed / counted if counted else _HUNDRED


def mutate(  # noqa: PLR0913 -- what is tried, in which words, and how far
    compilation: Compilation,
    scorecard: Scorecard,
    language: str,
    *,
    tables: TableSource | None = None,
    argued: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    progress: Callable[[int, int], None] | None = None,
    go_on: Callable[[], bool] = lambda: True,
) -> MutationReport:
    """Let every rule of a compiled folder slip in every way, one at a time, and try its examples on each.

    `argued` says by language, for names of slips, why nobody could notice them. `progress` is told how many of how many
    slips were tried; where `go_on` says no, the rest is left untried.

    Raises:
        PlanError: the card itself cannot be concluded.
    """
    told = Telling(scorecard, language, compilation.locations.get(language, {}))
    trying = SlipTrials(compilation, scorecard, tables)
    every = trying.every
    names = slip_names(every)
    noticed, survivors, done = 0, [], 0
    for slip in every:
        if not go_on():
            break
        done += 1
        outcome = trying.notices(slip)
        noticed += outcome is True
        if outcome is False:
            name = names[done - 1]
            survivors.append(replace(told.survivor(slip), name=name, because=argued.get(name, {}).get(language, "")))
        if progress is not None:
            progress(done, len(every))
    card = scorecard.card
    return MutationReport(
        card.id,
        card.version,
        rule_digest(scorecard),
        len(compilation.examples),
        trying.failed,
        noticed,
        tuple(survivors),
        len(every) - done,
        tuple(sorted(argued.keys() - {one.name for one in survivors})) if done == len(every) else (),
    )


def slip_names(every: Iterable[Slip]) -> tuple[str, ...]:
    """Name each slip by its path and kind; of several with the same, those behind the first get a number."""
    met: Counter[str] = Counter()
    names = []
    for slip in every:
        name = f"{slip.path} {slip.kind}"
        met[name] += 1
        names.append(name if met[name] == 1 else f"{name} {met[name]}")
    return tuple(names)


class SlipTrials:
    """Tries examples on slips, those first that stand near what slipped; `failed` of them do not hold and try nothing.

    Raises:
        PlanError: the card itself cannot be concluded.
    """

    def __init__(self, compilation: Compilation, scorecard: Scorecard, tables: TableSource | None) -> None:
        """Conclude every example under the card as it is."""
        self.engine, self._locations = OracleEngine(scorecard, tables), compilation.locations
        known, self.failed = known_of(self.engine, compilation.examples)
        self.place = Location(next(iter(compilation.locations.values()))["card.id"].path, 1, 1)
        self.every = list(slips(self.engine.plan.scorecard))
        self._known: dict[str, list[Known]] = {}
        self._ordered: dict[tuple[tuple[str, int], ...], Sequence[Known]] = {}
        for one in known:
            self._known.setdefault(one.example.location.path, []).append(one)

    def slipped(self, slip: Slip) -> Slipped | None:
        """Make a card with its slip ready to conclude; None if there can be no such card."""
        try:
            return Slipped(slip.scorecard, self.engine)
        except PlanError:
            return None

    def notices(self, slip: Slip) -> bool | None:
        """Say whether an example notices a slip; None if there can be no such card."""
        slipped = self.slipped(slip)
        return None if slipped is None else any(slipped.is_told_by(known) for known in self.nearest(slip.path))

    def nearest(self, path: str) -> Sequence[Known]:
        """Give the examples, those first that stand near what a path names."""
        places = (place_of_rule(locations, path) for locations in self._locations.values())
        lines = tuple((place.path, place.line) for place in places if place is not None)
        if lines not in self._ordered:
            self._ordered[lines] = self._beside(lines)
        return self._ordered[lines]

    def _beside(self, places: tuple[tuple[str, int], ...]) -> Sequence[Known]:
        """Put those before all others that stand near the places, each in its file."""
        near: list[Known] = []
        files = dict(self._known)
        for path, line in places:
            near += sorted(files.pop(path, ()), key=lambda one: abs(one.example.location.line - line))
        return [*near, *(one for own in files.values() for one in own)]


class Telling:
    """Says what slipped, in one language."""

    def __init__(self, scorecard: Scorecard, language: str, locations: Mapping[str, Location]) -> None:
        self._scorecard, self._language, self._locations = scorecard, language, locations

    @cached_property
    def _rows(self) -> tuple[CardRow, ...]:
        return card_rows(self._scorecard, self._language)

    def survivor(self, slip: Slip) -> Survivor:
        """Say what a slip changes, as the first sentence that reads otherwise."""
        place = place_of_rule(self._locations, slip.path)
        gone = next((row for row in self._rows if row.path == slip.path), None)
        if slip.kind is SlipKind.DROPPED and gone is not None and gone.path != gone.owner:
            (change, *_) = said(RowPair(gone, None))
            return Survivor("", "", slip.path, slip.kind, change.heading, "", change.was, "", place)
        pairs = changed_rows(self._rows, card_rows(slip.scorecard, self._language))
        for change in (change for pair in pairs for change in said(pair)):
            return Survivor("", "", slip.path, slip.kind, change.heading, change.beside, change.was, change.now, place)
        return Survivor("", "", slip.path, slip.kind, "", "", "", "", place)
