"""How does one line of goods stand, and what is due on it?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.inputs import DeclaredValue
from rules.contracts.outcomes import ConclusionKind, Outcome
from rules.contracts.typesetting import typeset
from service.schemes.cbam.goods import DETERMINATION, ORIGIN, PRECURSORS
from service.schemes.cbam.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.model.scorecard import Gate, Words
    from service.schemes.cbam.cells import Note
    from service.schemes.cbam.goods import GoodsLine
    from service.schemes.cbam.obstacles import Obstacle, ObstacleTeller
    from service.schemes.cbam.reckoning import Reckoned

BY_DEFAULT = DeclaredValue(choice="default")
"""The determination that every line may choose."""
OWED = "certificates_due"
COST = "cost_due"


class Standing(StrEnum):
    """How a line stands: what its figures are worth."""

    COMPUTED = "computed"
    GATE_FAILED = "gate_failed"
    INCOMPLETE = "incomplete"
    SCOPE_OPEN = "scope_open"
    NOT_CONCERNED = "not_applicable"
    EXEMPT = "exempt"
    TRANSITIONAL = "transitional"
    NOT_GOVERNED = "not_governed"


@dataclass(frozen=True, slots=True)
class Failed:
    """A gate that is not met: its id, its label, and the cells of the facts that it asks about."""

    id: str
    label: str
    places: tuple[str, ...]


_NOTHING_DUE = (Standing.NOT_CONCERNED, Standing.EXEMPT, Standing.TRANSITIONAL)
_STANDINGS = {
    ConclusionKind.SCORED: Standing.COMPUTED,
    ConclusionKind.GATE_FAILED: Standing.GATE_FAILED,
    ConclusionKind.NOT_APPLICABLE: Standing.NOT_CONCERNED,
}


@dataclass(frozen=True, slots=True)
class DeclaredLine:
    """One line: how it stands, its figures in tCO2e and EUR or None, and what is in the way, the nearest first.

    `figures` hold only as the standing says. `by_default` is what would be due by default values instead.
    """

    name: str
    place: str
    code: str
    origin: str
    day: date
    standing: Standing
    figures: Mapping[str, Fraction | None]
    failed: tuple[Failed, ...] = ()
    findings: tuple[tuple[str, str], ...] = ()
    stops: tuple[Obstacle, ...] = ()
    unpriced: tuple[Obstacle, ...] = ()
    certainty: str = ""
    notes: tuple[Note, ...] = ()
    by_default: Fraction | None = None
    remarks: tuple[str, ...] = ()

    @property
    def due(self) -> Fraction | None:
        """Certificates due; nothing on goods that are not concerned, None if a gate fails or a value is missing."""
        return self._owed(OWED)

    @property
    def cost(self) -> Fraction | None:
        """Cost in EUR; certificates that are not there cost nothing at any price."""
        return Fraction(0) if self.due == 0 else self._owed(COST)

    def _owed(self, result: str) -> Fraction | None:
        if self.standing in _NOTHING_DUE:
            return Fraction(0)
        return self.figures.get(result) if self.standing is Standing.COMPUTED else None


def ungoverned_line(line: GoodsLine, day: date, standing: Standing) -> DeclaredLine:
    """Say of a line that no version of the card governs its day of import."""
    return DeclaredLine(line.name, line.place(), line.code, line.origin, day, standing, {}, notes=line.notes)


def standing_of(reckoned: Reckoned) -> Standing:
    """Say how a line stands of which the card concludes this; without a figure it is not computed."""
    if reckoned.inference.applies is Outcome.UNDETERMINED:
        return Standing.SCOPE_OPEN
    standing = _STANDINGS.get(reckoned.kind, Standing.INCOMPLETE)
    if standing is Standing.COMPUTED and reckoned.results()[OWED].value is None:
        return Standing.INCOMPLETE
    return standing


def declared_line(
    line: GoodsLine, day: date, reckoned: Reckoned, teller: ObstacleTeller, *, today: date
) -> DeclaredLine:
    """Say what the card concludes of a line, and what in it is odd."""
    card, inference = reckoned.published.scorecard, reckoned.inference
    figures = {id: interval.value for id, interval in reckoned.results().items()}
    standing = standing_of(reckoned)
    language = teller.language
    way = reckoned.way
    stopping = dict.fromkeys((*way.applies, *way.gates, *way.results.get(OWED, ())))
    rest = dict.fromkeys(stop for stops in way.results.values() for stop in stops if stop not in stopping)
    concerned = standing is not Standing.NOT_CONCERNED
    stops = teller.obstacles(line, stopping, way.applies)
    nowhere = any(one.fact == ORIGIN for one in stops)
    return DeclaredLine(
        name=line.name,
        place=line.place(),
        code=line.code,
        origin=line.origin,
        day=day,
        standing=standing,
        figures=figures if concerned and not nowhere else {},
        failed=tuple(
            Failed(gate.id, _label(gate.labels, language, gate.id), _asked(gate, line))
            for gate in card.gates
            if concerned and inference.gates[gate.id] is Outcome.NOT_MET
        ),
        findings=tuple(
            (rule.id, _label(rule.labels, language, rule.id))
            for rule in card.findings
            if concerned and inference.second[f"finding:{rule.id}"] is Outcome.MET
        ),
        stops=stops,
        unpriced=teller.obstacles(line, rest),
        certainty=reckoned.certainty,
        notes=line.notes,
        remarks=tuple(
            words(language)[key]
            for key, holds in (("precursors_unused", _has_unused_precursors(line)), ("day_to_come", day > today))
            if holds
        ),
    )


def _has_unused_precursors(line: GoodsLine) -> bool:
    listed = line.facts.get(PRECURSORS)
    return bool(listed and listed.records) and line.facts.get(DETERMINATION) == BY_DEFAULT


def _asked(gate: Gate, line: GoodsLine) -> tuple[str, ...]:
    names = dict.fromkeys(name for clause in gate.requires if (name := getattr(clause, "name", "")) in line.facts)
    return tuple(line.place(name) for name in names if name in line.columns.numbers)


def _label(labels: Words, language: str, otherwise: str) -> str:
    return typeset(labels.get(language) or labels.get("en") or otherwise, language)
