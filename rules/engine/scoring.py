"""How does each kind of scale bring its indicators to points?"""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING, Protocol

from rules.contracts.extents import PerhapsAbsent
from rules.contracts.intervals import Interval, exactly, hull
from rules.contracts.outcomes import Outcome
from rules.engine.earned import ScaleResult, share_of
from rules.engine.maturity import MaturityScoring
from rules.engine.network import PlannedRule
from rules.program.possible import measure_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.engine.changes import Changes
    from rules.engine.scale_rows import ScaleRow
    from rules.model.scorecard import Indicator, Scorecard
    from rules.program.lowering import Names
    from rules.program.values import Values

_ZERO = Fraction(0)


class Scoring(Protocol):
    """How the indicators of a card score that share a kind of scale, or one of several like it."""

    def rules(self) -> list[PlannedRule]:
        """Plan what the first pass concludes for it."""

    def add_figures(self, values: Values, changes: Changes) -> None:
        """Put the figures of the scales that the changes reach among the values, before the first pass."""

    def give(self, indicator: Indicator, values: Values, outcomes: Mapping[str, Outcome]) -> ScaleResult:
        """Give the points of one of its indicators that the first pass leaves possible."""

    def bases(self, outcomes: Mapping[str, Outcome]) -> Iterable[str]:
        """List the bases of the rules shared by the scales, as far as they decide."""


class RowScoring:
    """Points by the rows of bands, choices, lines and shares."""

    def __init__(self, rows: Mapping[str, tuple[ScaleRow, ...]]) -> None:
        """Take the lowered rows of each indicator."""
        self._rows = {
            indicator: [(f"{indicator}:row:{index}", row) for index, row in enumerate(found)]
            for indicator, found in rows.items()
        }

    def rules(self) -> list[PlannedRule]:
        """Plan a rule for each row."""
        return [PlannedRule(rule, (row.atom,)) for rows in self._rows.values() for rule, row in rows]

    def add_figures(self, values: Values, changes: Changes) -> None:
        """Add nothing: what is measured is there."""
        del values, changes

    def give(self, indicator: Indicator, values: Values, outcomes: Mapping[str, Outcome]) -> ScaleResult:
        """Join the points of all rows still possible."""
        answers = [(row, outcomes[rule]) for rule, row in self._rows[indicator.id]]
        there = Outcome.MET
        if any(answer is Outcome.NOT_APPLICABLE for _, answer in answers):
            there = Outcome.NOT_MET
        elif any(isinstance(values.extents[name], PerhapsAbsent) for name in indicator.scale.reads):
            there = Outcome.UNDETERMINED
        possible = [row for row, answer in answers if answer is not Outcome.NOT_MET]
        return ScaleResult(_points_of(indicator, possible, values), there, tuple(row.number for row in possible))

    def bases(self, outcomes: Mapping[str, Outcome]) -> Iterable[str]:
        """List nothing: such scales share no rules."""
        del outcomes
        return ()


def _points_of(indicator: Indicator, rows: list[ScaleRow], values: Values) -> Interval:
    """Join the points of all possible rows; a value that no row holds leaves everything open."""
    if len(rows) == 1 and rows[0].number > 0:
        found = rows[0].fixed or rows[0].points_for(measure_value(rows[0].atom.measure, values))
        if found is not None:
            return found
    anything = Interval(_ZERO, indicator.maximum)
    given = [anything if row.number < 0 else row.points_for(measure_value(row.atom.measure, values)) for row in rows]
    return reduce(hull, [interval for interval in given if interval is not None] or [anything])


class CountScoring:
    """Points by how many parts hold."""

    def __init__(self, scorecard: Scorecard, names: Names) -> None:
        """Lower the parts."""
        self._parts = {
            indicator.id: [
                PlannedRule.of(f"{indicator.id}:part:{index}", part, names)
                for index, part in enumerate(indicator.scale.conditions)
            ]
            for indicator in scorecard.indicators
        }

    def rules(self) -> list[PlannedRule]:
        """Plan a rule for each part."""
        return [part for parts in self._parts.values() for part in parts]

    def add_figures(self, values: Values, changes: Changes) -> None:
        """Add nothing: the parts read what is there."""
        del values, changes

    def give(self, indicator: Indicator, values: Values, outcomes: Mapping[str, Outcome]) -> ScaleResult:
        """Count the parts that hold, and those that may."""
        del values
        maximum, parts = indicator.maximum, len(self._parts[indicator.id])
        answers = [outcomes[part.id] for part in self._parts[indicator.id]]
        least = answers.count(Outcome.MET)
        most = least + answers.count(Outcome.UNDETERMINED)
        if least == most:
            return ScaleResult(exactly(share_of(maximum, least, parts)), parts=(least, most))
        points = Interval(share_of(maximum, least, parts), share_of(maximum, most, parts))
        return ScaleResult(points, parts=(least, most))

    def bases(self, outcomes: Mapping[str, Outcome]) -> Iterable[str]:
        """List nothing: counts share no rules."""
        del outcomes
        return ()


def scorings(scorecard: Scorecard, names: Names, rows: Mapping[str, tuple[ScaleRow, ...]]) -> dict[str, Scoring]:
    """Say how each kind of scale scores in a card, whose lowered rows are these.

    Raises:
        PlanError: scales need rules that the card does not state.
    """
    by_row = RowScoring(rows)
    return {
        **dict.fromkeys(("bands", "choices", "line", "share"), by_row),
        "count": CountScoring(scorecard, names),
        "maturity": MaturityScoring(scorecard, names),
    }
