"""Maturity model: levels, rules shared by all scales, and scales whose level trend and integration may raise."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Literal

from rules.contracts.inputs import FrozenModel
from rules.contracts.numbers import Exact
from rules.model.definitions import TextByLanguage
from rules.model.edge_rows import EdgeRow, EdgeSide, PlacedClause, PlacedCondition, number_clause, place_clauses
from rules.model.expressions import Condition, NumberLiteral, NumberOperator, NumberRangeClause
from rules.model.forms import PERCENT, ScaleForm, SharedRules

if TYPE_CHECKING:
    from collections.abc import Iterator


class MaturityAspect(StrEnum):
    """What is rated of an indicator; the level is the amount disclosed first, then its content."""

    DISCLOSED = "disclosed"
    CONTENT = "content"
    TREND = "trend"
    COMPARISON = "comparison"
    INTEGRATION = "integration"


RAISING = (MaturityAspect.TREND, MaturityAspect.COMPARISON, MaturityAspect.INTEGRATION)
"""The aspects that may raise the level."""


class MaturityLevel(FrozenModel):
    """A span of ratings in percent, both ends included, and what each aspect looks like in it."""

    id: str
    labels: TextByLanguage = {}
    at_least: Exact
    at_most: Exact
    descriptions: dict[MaturityAspect, TextByLanguage] = {}

    def described(self, aspect: str) -> TextByLanguage | None:
        """Say what an aspect looks like in it, by language; None if nothing is said."""
        return self.descriptions.get(MaturityAspect(aspect))


class LevelMethod(StrEnum):
    """What the level is: the mean of its ratings, or the mean of the middles of the spans they fall into."""

    MEAN = "mean"
    BAND_MIDDLE = "band_middle"


class LevelRow(FrozenModel):
    """A reading of the level, taken if its condition is the first that holds."""

    reading: LevelMethod
    when: Condition = ()
    basis: tuple[str, ...]


class AspectRow(FrozenModel):
    """How a rating of trend, comparison or integration is compared with the level: at least, or more than."""

    operator: Literal[NumberOperator.AT_LEAST, NumberOperator.MORE_THAN]
    when: Condition = ()
    basis: tuple[str, ...]


class TrendRow(FrozenModel):
    """A rating in percent from which a trend counts as 100 %, because its description is the same up to there."""

    at_least: Exact
    when: Condition = ()
    basis: tuple[str, ...]


class RiseRow(FrozenModel):
    """A level in percent that must be exceeded for it to rise, so that nothing disclosed stays nothing."""

    above: Exact
    when: Condition = ()
    basis: tuple[str, ...]


class Maturity(SharedRules):
    """What all maturity scales of a card share.

    The level n rises by `rise` (percentage points, never above 100 %) if at least `needed` of trend, comparison and
    integration reach it. Of each list of rows the first that holds decides; without trend rows a trend is compared
    as it is rated, without rise rows every level may rise.
    """

    kind: ClassVar[str] = "maturity"

    levels: tuple[MaturityLevel, ...]
    level_rows: tuple[LevelRow, ...]
    aspect_rows: tuple[AspectRow, ...]
    trend_rows: tuple[TrendRow, ...] = ()
    rise_rows: tuple[RiseRow, ...] = ()
    rise: Exact
    needed: int
    basis: tuple[str, ...]

    @property
    def rows(self) -> dict[str, tuple[LevelRow | AspectRow | TrendRow | RiseRow, ...]]:
        """The lists of rows of which the first that holds decides, by what they decide."""
        return {"level": self.level_rows, "aspect": self.aspect_rows, "trend": self.trend_rows, "rise": self.rise_rows}

    @property
    def aspects(self) -> tuple[str, ...]:
        """The aspects that ratings are of, in the order in which people read them."""
        return tuple(aspect.value for aspect in MaturityAspect)

    @property
    def described_levels(self) -> tuple[MaturityLevel, ...]:
        """The levels that ratings are given by."""
        return self.levels

    def conditions(self) -> Iterator[PlacedCondition]:
        """Visit the conditions of all rows."""
        for name, rows in self.rows.items():
            for position, row in enumerate(rows):
                path = f"maturity.{name}_rows[{position}].when"
                yield PlacedCondition(path, row.when, part=name == "trend")

    def based_on(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Visit everything that rests on bases, by its path."""
        yield "maturity", self.basis
        for name, rows in self.rows.items():
            for position, row in enumerate(rows):
                yield f"maturity.{name}_rows[{position}]", row.basis

    def rule_at(self, path: str) -> str:
        """Name the rule that a path lies in, as the words of the lexicon do."""
        part = path.removeprefix("maturity.").partition("[")[0]
        return {"levels": "level", "rise_rows": "rises"}.get(part, part.removesuffix("_rows"))

    def edge_rows(self, scale: ScaleForm) -> Iterator[EdgeRow]:
        """Visit from where a trend counts as full, and the levels if ratings are read as their middles."""
        if not isinstance(scale, MaturityScale):
            return
        for position, row in enumerate(self.trend_rows):
            path = f"maturity.trend_rows[{position}]"
            full = number_clause(scale.trend, NumberOperator.AT_LEAST, row.at_least, PERCENT)
            yield EdgeRow(path, (PlacedClause(f"{path}.at_least", full), *place_clauses(f"{path}.when", row.when)))
        if all(row.reading is not LevelMethod.BAND_MIDDLE for row in self.level_rows):
            return
        for level in self.levels:
            path = f"maturity.levels[{level.id}]"
            low, high = (NumberLiteral(value=end, unit=PERCENT) for end in (level.at_least, level.at_most))
            clause = NumberRangeClause(name=scale.level[0], low=low, high=high)
            yield EdgeRow(path, (PlacedClause(path, clause),), (EdgeSide.HOLDS,))


class MaturityScale(ScaleForm):
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
    def reads(self) -> tuple[str, ...]:
        """The facts that rate it."""
        return tuple(dict.fromkeys(self.ratings.values()))

    @property
    def ratings(self) -> dict[str, str]:
        """The facts that rate it, by aspect."""
        rated = {aspect.value: getattr(self, aspect) for aspect in MaturityAspect}
        return {aspect: name for aspect, name in rated.items() if name is not None}

    @property
    def others(self) -> dict[MaturityAspect, str]:
        """The facts that may raise the level."""
        return {aspect: getattr(self, aspect) for aspect in RAISING}

    def leads_to(self, row: int) -> str:
        """Name the next level."""
        del row
        return "level"

    def figures(self, indicator: str) -> dict[str, str]:
        """Name the level, and the trend as it counts; no id holds a dot."""
        return {level_name(indicator): PERCENT, trend_name(indicator): PERCENT}


def level_name(indicator: str) -> str:
    """Name the level of an indicator."""
    return f"{indicator}.LEVEL"


def trend_name(indicator: str) -> str:
    """Name the trend of an indicator as it counts."""
    return f"{indicator}.TREND"
