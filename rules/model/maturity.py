"""Maturity model: levels, rules shared by all scales, and scales with levels that trend and integration may raise."""

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
    """Rated aspect; the level is computed from `DISCLOSED` and `CONTENT`."""

    DISCLOSED = "disclosed"
    CONTENT = "content"
    TREND = "trend"
    COMPARISON = "comparison"
    INTEGRATION = "integration"


RAISING = (MaturityAspect.TREND, MaturityAspect.COMPARISON, MaturityAspect.INTEGRATION)


class MaturityLevel(FrozenModel):
    """A span of ratings in percent, both ends included, with descriptions by aspect."""

    id: str
    labels: TextByLanguage = {}
    at_least: Exact
    at_most: Exact
    descriptions: dict[MaturityAspect, TextByLanguage] = {}

    def described(self, aspect: str) -> TextByLanguage | None:
        return self.descriptions.get(MaturityAspect(aspect))


class LevelMethod(StrEnum):
    """Method of the level: the mean of the ratings, or the mean of the middles of their spans."""

    MEAN = "mean"
    BAND_MIDDLE = "band_middle"


class LevelRow(FrozenModel):
    """Method of the level under a condition."""

    reading: LevelMethod
    when: Condition = ()
    basis: tuple[str, ...]


class AspectRow(FrozenModel):
    """Comparison of a trend, comparison or integration rating with the level."""

    operator: Literal[NumberOperator.AT_LEAST, NumberOperator.MORE_THAN]
    when: Condition = ()
    basis: tuple[str, ...]


class TrendRow(FrozenModel):
    """Minimum rating that counts as a full trend, because higher ratings have the same description."""

    at_least: Exact
    when: Condition = ()
    basis: tuple[str, ...]


class RiseRow(FrozenModel):
    """Level in percent that must be exceeded before it rises; nothing disclosed therefore stays at zero."""

    above: Exact
    when: Condition = ()
    basis: tuple[str, ...]


class Maturity(SharedRules):
    """Rules that all maturity scales of a scorecard share.

    The level rises by `rise` percentage points, up to 100 %, if at least `needed` of trend, comparison and integration
    reach it. The first row with a true condition in each list applies. Without trend rows, trends are compared as
    rated; without rise rows, every level may rise.
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
        return {"level": self.level_rows, "aspect": self.aspect_rows, "trend": self.trend_rows, "rise": self.rise_rows}

    @property
    def aspects(self) -> tuple[str, ...]:
        return tuple(aspect.value for aspect in MaturityAspect)

    @property
    def described_levels(self) -> tuple[MaturityLevel, ...]:
        return self.levels

    def conditions(self) -> Iterator[PlacedCondition]:
        for name, rows in self.rows.items():
            for position, row in enumerate(rows):
                path = f"maturity.{name}_rows[{position}].when"
                yield PlacedCondition(path, row.when, part=name == "trend")

    def based_on(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        yield "maturity", self.basis
        for name, rows in self.rows.items():
            for position, row in enumerate(rows):
                yield f"maturity.{name}_rows[{position}]", row.basis

    def rule_at(self, path: str) -> str:
        part = path.removeprefix("maturity.").partition("[")[0]
        return {"levels": "level", "rise_rows": "rises"}.get(part, part.removesuffix("_rows"))

    def edge_rows(self, scale: ScaleForm) -> Iterator[EdgeRow]:
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
    """Maximum points times maturity; each aspect names the fact with its rating."""

    kind: Literal["maturity"] = "maturity"
    disclosed: str | None = None
    content: str | None = None
    trend: str
    comparison: str
    integration: str

    @property
    def level(self) -> tuple[str, ...]:
        return tuple(name for name in (self.disclosed, self.content) if name is not None)

    @property
    def reads(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.ratings.values()))

    @property
    def ratings(self) -> dict[str, str]:
        rated = {aspect.value: getattr(self, aspect) for aspect in MaturityAspect}
        return {aspect: name for aspect, name in rated.items() if name is not None}

    @property
    def others(self) -> dict[MaturityAspect, str]:
        return {aspect: getattr(self, aspect) for aspect in RAISING}

    def leads_to(self, _row: int) -> str:
        return "level"

    def figures(self, indicator: str) -> dict[str, str]:
        return {level_name(indicator): PERCENT, trend_name(indicator): PERCENT}


def level_name(indicator: str) -> str:
    """Return the name of an indicator's level; ids contain no dot."""
    return f"{indicator}.LEVEL"


def trend_name(indicator: str) -> str:
    """Return the name of an indicator's trend after the trend rows."""
    return f"{indicator}.TREND"
