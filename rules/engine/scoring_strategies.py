"""Scoring strategies by kind of scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from rules.contracts.extents import NotApplicable, UnknownOrAbsent
from rules.contracts.outcomes import Outcome
from rules.engine.earned_points import ScaleResult
from rules.engine.maturity import MaturityScoring
from rules.engine.network import PlannedRule
from rules.model.scales import SCALE_KINDS
from rules.program.abstract_interpretation import points_by_count, possible_points
from rules.program.nodes import Piecewise, PointsByCount

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.engine.incremental_inference import ChangedNames
    from rules.model.scorecard import Indicator, Scorecard
    from rules.program.lowering import LoweringNames
    from rules.program.nodes import Scored
    from rules.program.value_environment import Values


class ScoringStrategy(Protocol):
    """The scoring of all indicators with the same or similar kinds of scale."""

    def rules(self) -> list[PlannedRule]:
        """Return the rules for the first pass."""

    def add_figures(self, values: Values, changes: ChangedNames) -> None:
        """Set the figures of changed scales in `values`, before the first pass."""
        del values, changes

    def give(self, indicator: Indicator, values: Values, outcomes: Mapping[str, Outcome]) -> ScaleResult:
        """Return the points that the outcomes leave possible."""

    def bases(self, _outcomes: Mapping[str, Outcome]) -> Iterable[str]:
        return ()


class RowScoring(ScoringStrategy):
    """Points by table rows, used by most kinds of scale."""

    def __init__(self, scales: Mapping[str, Piecewise]) -> None:
        self._scales = scales
        self._rows = {
            indicator: [(f"{indicator}:row:{index}", piece) for index, piece in enumerate(scale.pieces)]
            for indicator, scale in scales.items()
        }

    def rules(self) -> list[PlannedRule]:
        return [PlannedRule(rule, piece.tests) for rows in self._rows.values() for rule, piece in rows]

    def give(self, indicator: Indicator, values: Values, outcomes: Mapping[str, Outcome]) -> ScaleResult:
        answers = [(row, outcomes[rule]) for rule, row in self._rows[indicator.id]]
        is_measured, extents = Outcome.MET, [values.extents[name] for name in indicator.scale.reads]
        if any(isinstance(extent, NotApplicable) for extent in extents):
            is_measured = Outcome.NOT_MET
        elif any(isinstance(extent, UnknownOrAbsent) for extent in extents):
            is_measured = Outcome.UNDETERMINED
        possible = [row for row, answer in answers if answer is not Outcome.NOT_MET]
        points = possible_points(self._scales[indicator.id], possible, values)
        return ScaleResult(points, is_measured, tuple(dict.fromkeys(row.number for row in possible)))


class CountScoring(ScoringStrategy):
    """Points by the number of satisfied parts."""

    def __init__(self, scales: Mapping[str, PointsByCount]) -> None:
        self._scales = scales
        self._parts = {
            indicator: [
                PlannedRule.of_clauses(f"{indicator}:part:{index}", part) for index, part in enumerate(scale.parts)
            ]
            for indicator, scale in scales.items()
        }

    def rules(self) -> list[PlannedRule]:
        return [part for parts in self._parts.values() for part in parts]

    def give(self, indicator: Indicator, _values: Values, outcomes: Mapping[str, Outcome]) -> ScaleResult:
        answers = [outcomes[part.id] for part in self._parts[indicator.id]]
        points, holding = points_by_count(self._scales[indicator.id], answers)
        return ScaleResult(points, parts=holding)


def scoring_strategies(
    scorecard: Scorecard, names: LoweringNames, scales: Mapping[str, Scored]
) -> dict[str, ScoringStrategy]:
    """Return the scoring strategy for each kind of scale."""
    by_row = RowScoring({name: scale for name, scale in scales.items() if isinstance(scale, Piecewise)})
    return {
        **dict.fromkeys(SCALE_KINDS, by_row),
        "count": CountScoring({name: scale for name, scale in scales.items() if isinstance(scale, PointsByCount)}),
        "maturity": MaturityScoring(scorecard, names),
    }
