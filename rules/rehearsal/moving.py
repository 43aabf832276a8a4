"""Which gates, indicators, findings, verdicts, stages and grades can a change of rules move?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.outcomes import NO_GRADE
from rules.engine.dependencies import Dependencies
from rules.model.expressions import STAGE, TOTAL_SCORE, names_in_condition

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.model.scorecard import Scorecard

_PART = re.compile(r"([a-z_]+)(?:\.rows)?(?:\[([^\]]*)\])?(?:\.rules\[([^\]]*)\])?")
_EVERYTHING = frozenset({"applies", "tables", "card.compare", "card.not_applicable", "card.rounding"})
"""The places whose rules bear on all results; what else the table of the card says moves none."""


@dataclass(frozen=True, slots=True)
class Movable:
    """What a change can move, each by its ids in the order of the card; "none" among the grades is that of no grade."""

    gates: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()


def movable(before: Scorecard, after: Scorecard, rules: Iterable[tuple[str | None, str | None]]) -> Movable:
    """Say what the rules at these places, before and after, bear on; what only one side has is told as well."""
    paths = list(rules)
    old = _Reached(before, [was for was, _ in paths if was is not None])
    new = _Reached(after, [now for _, now in paths if now is not None])
    return Movable(
        *(tuple(dict.fromkeys((*one, *other))) for one, other in zip(new.movable(), old.movable(), strict=True))
    )


class _Reached:
    """Everything in one card that some of its rules bear on."""

    def __init__(self, card: Scorecard, paths: Iterable[str]) -> None:
        self._card = card
        self._every = False
        self._ladder_from: int | None = None
        names: set[str] = set()
        for path in paths:
            names |= self._names(path)
        self._names_reached = _closure(card, names)

    def _names(self, path: str) -> set[str]:
        """Name what stands at a place."""
        found = _PART.match(path)
        part, id, rule = (found[1], found[2], found[3]) if found is not None else ("", None, None)
        card = self._card
        if part in _EVERYTHING or path in _EVERYTHING:
            self._every = True
        if part == "ladder":
            row = self._first_of_grade(int(id)) if id is not None and id.isdigit() else 0
            self._ladder_from = row if self._ladder_from is None else min(row, self._ladder_from)
            return set()
        if part == "stages":
            return {STAGE, *(one.id for one in card.indicators)}
        if part == "verdicts":
            every = {one.id for one in card.verdicts.rules} if card.verdicts is not None else set()
            return {rule} if rule is not None else every
        if part == "records":
            return {fact.id for fact in card.facts if fact.record == id}
        if part == "sections":
            return {one.id for one in card.indicators if one.section == id}
        if any(part == shared.kind for shared in card.shared_rules):
            return {one.id for one in card.indicators if one.scale.kind == part}
        return {id} if id is not None else set()

    def _first_of_grade(self, place: int) -> int:
        """Give the place itself, of an exception that of the first row of its grade, which it bears on."""
        rows = self._card.ladder.rows if self._card.ladder is not None else ()
        if place >= len(rows) or not rows[place].exception:
            return place
        return next(at for at, row in enumerate(rows) if row.grade == rows[place].grade)

    def movable(self) -> tuple[tuple[str, ...], ...]:
        """List what is reached, kind by kind."""
        card, reached = self._card, self._names_reached
        rules = card.verdicts.rules if card.verdicts is not None else ()
        stages = card.stages.stages if card.stages is not None else ()
        findings = (one.id for one in card.findings if reached & {one.id, *names_in_condition(one.when)} or self._every)
        return (
            tuple(one.id for one in card.gates if one.id in reached or self._every),
            tuple(one.id for one in card.indicators if one.id in reached or self._every),
            tuple(findings),
            tuple(one.id for one in rules if one.id in reached or self._every),
            tuple(one.id for one in stages if STAGE in reached or self._every),
            tuple(one.id for one in card.results if reached & {one.id, one.name} or self._every),
            self._grades(),
        )

    def _grades(self) -> tuple[str, ...]:
        """List the grades that a subject can gain or lose: those from the first row that is reached downwards."""
        ladder, reached = self._card.ladder, self._names_reached
        if ladder is None:
            return ()
        gates = {gate.id for gate in self._card.gates}
        if self._every or reached & gates or TOTAL_SCORE in reached:
            return (*(grade.id for grade in ladder.grades), NO_GRADE)
        asking = [place for place, row in enumerate(ladder.rows) if reached & set(names_in_condition(row.requires))]
        first = min(map(self._first_of_grade, asking), default=None)
        starts = [place for place in (first, self._ladder_from) if place is not None]
        if not starts:
            return ()
        below = {row.grade for row in ladder.rows[min(starts) :]}
        return (*(grade.id for grade in ladder.grades if grade.id in below), NO_GRADE)


def _closure(card: Scorecard, names: set[str]) -> frozenset[str]:
    """Give some names, and everything that rests on them."""
    dependencies, found, waiting = Dependencies(card), set(names), set(names)
    while waiting:
        waiting = set(dependencies.readers(waiting)) - found
        found |= waiting
    return frozenset(found)
