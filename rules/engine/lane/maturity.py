"""Which levels and trends are read from ratings that are known? Each is found once for the same ratings, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.extents import NumberExtent
from rules.engine.lane.letters import KEPT
from rules.engine.maturity import MaturityScoring

if TYPE_CHECKING:
    from rules.contracts.extents import Extent
    from rules.engine.changes import Changes
    from rules.engine.maturity import MaturityFigure
    from rules.engine.plan import Plan
    from rules.program.values import Ratio, Values

_Found = tuple["Extent", "Ratio | None"]
"""A figure, and the number that it is."""


class KnownFigures:
    """Puts the figures of all indicators that score by maturity among the values."""

    def __init__(self, plan: Plan) -> None:
        """Look the figures up."""
        scoring = plan.scoring["maturity"]
        self._scoring = scoring if isinstance(scoring, MaturityScoring) and plan.scorecard.maturity else None
        figures = [] if self._scoring is None else self._scoring.figures
        self._figures: list[tuple[MaturityFigure, dict[tuple[object, ...], _Found]]] = [(one, {}) for one in figures]

    def add(self, values: Values, changes: Changes) -> None:
        """Put them among the values."""
        scoring = self._scoring
        if scoring is None or not self._figures:
            return
        rows = scoring.rows_read(values)
        for figure, kept in self._figures:
            key = (rows, *[values.known.get(name) for name in figure.ratings])
            found = kept.get(key)
            if found is None:
                found = _with_number(scoring.figure(figure, rows, values))
                if None not in key and len(kept) < KEPT:
                    kept[key] = found
            extent, number = found
            changes.put(values, figure.name, extent)
            if number is not None:
                values.known[figure.name] = number


def _with_number(extent: Extent) -> _Found:
    number = extent.interval.value if isinstance(extent, NumberExtent) else None
    return extent, None if number is None else number.as_integer_ratio()
