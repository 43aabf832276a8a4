"""Thresholds of a card: the numbers that each name is compared with, and date comparisons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.engine.verdicts import GOVERNING_FIRST, GOVERNING_LAST
from rules.program.lowering import day_comparison
from rules.program.nodes import AtomicTest, NamedNumber, PeriodBoundary

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from rules.engine.network import Network
    from rules.model.expressions import DateExpression
    from rules.model.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class ComparisonThresholds:
    """The numbers that each name is directly compared with, ascending, and the comparisons of days with other days."""

    thresholds: dict[str, tuple[Fraction, ...]]
    days: tuple[tuple[str, DateExpression], ...]


def collect_thresholds(
    scorecard: Scorecard, networks: Iterable[Network], asked_before: Iterable[AtomicTest]
) -> ComparisonThresholds:
    """Collect them from all rules of a card, and from what is asked before them by conditions that have a name.

    The days that select rules with a verdict are those of one fact.
    """
    atoms = [*(atom for network in networks for rule in network.rules for atom in rule.atoms), *asked_before]
    thresholds = _thresholds(atoms)
    if scorecard.verdicts is not None:
        governed_by = scorecard.verdicts.governed_by
        days = {day for name in (GOVERNING_FIRST, GOVERNING_LAST, governed_by) for day in thresholds.get(name, ())}
        thresholds[governed_by] = tuple(sorted(days))
    with_days = (day_comparison(measure) for measure in dict.fromkeys(atom.measure for atom in atoms))
    return ComparisonThresholds(thresholds, tuple(dict.fromkeys(day for day in with_days if day is not None)))


def _thresholds(atoms: Iterable[AtomicTest]) -> dict[str, tuple[Fraction, ...]]:
    by_name: dict[str, set[Fraction]] = {}
    for atom in atoms:
        if isinstance(atom.measure, (NamedNumber, PeriodBoundary)) and not isinstance(atom.allowed, frozenset):
            ends = {end for span in atom.allowed for end in (span.low, span.high) if end is not None}
            by_name.setdefault(atom.measure.name, set()).update(ends)
    return {name: tuple(sorted(ends)) for name, ends in by_name.items()}
