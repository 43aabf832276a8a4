"""How does an indicator earn points by level, trend, comparison and integration?"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from rules.contracts.inputs import Frozen
from rules.contracts.numbers import Exact
from rules.model.definitions import Words
from rules.model.expressions import Condition, NumberOperator


class MaturityAspect(StrEnum):
    """What is rated of an indicator; the level is the amount disclosed first, then its content."""

    DISCLOSED = "disclosed"
    CONTENT = "content"
    TREND = "trend"
    COMPARISON = "comparison"
    INTEGRATION = "integration"


class MaturityLevel(Frozen):
    """A span of ratings in percent, both ends included, and what each aspect looks like in it."""

    id: str
    labels: Words = {}
    at_least: Exact
    at_most: Exact
    descriptions: dict[MaturityAspect, Words] = {}


class LevelReading(StrEnum):
    """What the level is: the mean of its ratings, or the mean of the middles of the spans they fall into."""

    MEAN = "mean"
    BAND_MIDDLE = "band_middle"


class LevelRow(Frozen):
    """A reading of the level, taken if its condition is the first that holds."""

    reading: LevelReading
    when: Condition = ()
    basis: tuple[str, ...]


class AspectRow(Frozen):
    """How a rating of trend, comparison or integration is compared with the level: at least, or more than."""

    operator: Literal[NumberOperator.AT_LEAST, NumberOperator.MORE_THAN]
    when: Condition = ()
    basis: tuple[str, ...]


class TrendRow(Frozen):
    """A rating in percent from which a trend counts as 100 %, because its description is the same up to there."""

    at_least: Exact
    when: Condition = ()
    basis: tuple[str, ...]


class RiseRow(Frozen):
    """A level in percent that must be exceeded for it to rise, so that nothing disclosed stays nothing."""

    above: Exact
    when: Condition = ()
    basis: tuple[str, ...]


class Maturity(Frozen):
    """What all maturity scales of a card share.

    The level n rises by `rise` (percentage points, never above 100 %) if at least `needed` of trend, comparison and
    integration reach it. Of each list of rows the first that holds decides; without trend rows a trend is compared
    as it is rated, without rise rows every level may rise.
    """

    levels: tuple[MaturityLevel, ...]
    level_rows: tuple[LevelRow, ...]
    aspect_rows: tuple[AspectRow, ...]
    trend_rows: tuple[TrendRow, ...] = ()
    rise_rows: tuple[RiseRow, ...] = ()
    rise: Exact
    needed: int
    basis: tuple[str, ...]


class MaturityScale(Frozen):
    """The maximum points times the maturity in percent; each aspect names the fact that holds its rating."""

    kind: Literal["maturity"] = "maturity"
    disclosed: str | None = None
    content: str | None = None
    trend: str
    comparison: str
    integration: str

    @property
    def level(self) -> tuple[str, ...]:
        """The facts whose mean is the level."""
        return tuple(name for name in (self.disclosed, self.content) if name is not None)

    @property
    def others(self) -> tuple[str, str, str]:
        """The facts that may raise the level."""
        return (self.trend, self.comparison, self.integration)
