"""Which level does an indicator have, which aspects reach it, and how mature is it then?"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING

from rules.contracts.errors import PlanError
from rules.contracts.extents import Extent, NotApplicable, NumberExtent, PerhapsAbsent
from rules.contracts.intervals import Interval, add, complement, exactly, hull, intersect, multiply
from rules.contracts.outcomes import Outcome
from rules.contracts.units import convert
from rules.engine.atoms import Atom, Names, Number, NumberDifference, lower, number_span
from rules.engine.grids import first_inside
from rules.engine.network import PlannedRule
from rules.engine.quantities import holds
from rules.model.expressions import NumberOperator
from rules.model.maturity import LevelReading, MaturityAspect, MaturityScale
from rules.model.scorecard import FactDefinition, Scorecard

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.engine.values import Values
    from rules.model.expressions import Condition
    from rules.model.maturity import AspectRow, LevelRow, Maturity, RiseRow, TrendRow
    from rules.model.scorecard import Indicator

PERCENT = "%"
_ZERO, _FULL = Fraction(0), Fraction(100)
_ANY_RATING = Interval(_ZERO, _FULL)
_OTHERS = (MaturityAspect.TREND, MaturityAspect.COMPARISON, MaturityAspect.INTEGRATION)


@dataclass(frozen=True, slots=True)
class Matured:
    """How mature an indicator is, in percent: its level, which aspects reach it, and what follows.

    `trend` is the rating of the trend as it counts, which is 100 % from where the card says so; `rises` says whether
    the level is one that may rise at all.
    """

    level: Interval
    trend: Interval
    aspects: dict[MaturityAspect, Outcome]
    percent: Interval
    rises: Outcome = Outcome.MET

    @property
    def surely(self) -> int:
        """How many aspects surely reach the level."""
        return list(self.aspects.values()).count(Outcome.MET)

    @property
    def possibly(self) -> int:
        """How many aspects may reach the level."""
        return self.surely + list(self.aspects.values()).count(Outcome.UNDETERMINED)


@dataclass(frozen=True, slots=True)
class MaturityPlan:
    """The lowered conditions of the rows that decide how levels are read and from where trends count as full."""

    level: tuple[tuple[Atom, ...], ...]
    trend: tuple[tuple[Atom, ...], ...]


def level_name(indicator: str) -> str:
    """Name the level of an indicator; no id holds a dot."""
    return f"{indicator}.LEVEL"


def trend_name(indicator: str) -> str:
    """Name the trend of an indicator as it counts."""
    return f"{indicator}.TREND"


def maturing(scorecard: Scorecard) -> list[tuple[Indicator, MaturityScale]]:
    """List the indicators that score by maturity.

    Raises:
        PlanError: the card has such indicators, but no rules of maturity.
    """
    found = [(item, item.scale) for item in scorecard.indicators if isinstance(item.scale, MaturityScale)]
    if found and scorecard.maturity is None:
        raise _no_rules(found[0][0])
    return found


def _no_rules(indicator: Indicator) -> PlanError:
    return PlanError(f"indicator {indicator.id} scores by maturity, but the card states no rules of maturity")


def maturity_units(scorecard: Scorecard) -> dict[str, str]:
    """Give the units of the levels and counted trends."""
    named = (name for item, _ in maturing(scorecard) for name in (level_name(item.id), trend_name(item.id)))
    return dict.fromkeys(named, PERCENT)


def maturity_conditions(maturity: Maturity | None) -> list[Condition]:
    """List the conditions of all rows."""
    if maturity is None:
        return []
    return [row.when for rows in _rows(maturity).values() for row in rows]


def _rows(maturity: Maturity) -> dict[str, tuple[LevelRow | AspectRow | TrendRow | RiseRow, ...]]:
    return {
        "level": maturity.level_rows,
        "aspect": maturity.aspect_rows,
        "trend": maturity.trend_rows,
        "rises": maturity.rise_rows,
    }


def plan_maturity(scorecard: Scorecard, names: Names) -> MaturityPlan:
    """Lower the conditions of a card's rows of maturity."""
    maturity = scorecard.maturity
    if maturity is None:
        return MaturityPlan((), ())
    return MaturityPlan(
        tuple(lower(row.when, names) for row in maturity.level_rows),
        tuple(lower(row.when, names) for row in maturity.trend_rows),
    )


def maturity_rules(scorecard: Scorecard, names: Names) -> list[PlannedRule]:
    """Plan which rows hold, and for each indicator, aspect and row of aspects whether the aspect reaches the level."""
    maturity = scorecard.maturity
    if maturity is None:
        return []
    rules = [
        PlannedRule(f"maturity:{kind}:{index}", lower(row.when, names))
        for kind, rows in _rows(maturity).items()
        for index, row in enumerate(rows)
    ]
    for indicator, scale in maturing(scorecard):
        for aspect, name in _compared(indicator, scale).items():
            for index, row in enumerate(maturity.aspect_rows):
                span = number_span(row.operator, _ZERO)
                atom = Atom(NumberDifference(name, level_name(indicator.id)), span)
                rules.append(PlannedRule(f"{indicator.id}:{aspect.value}:{index}", (atom,)))
        rules += [
            PlannedRule(
                f"{indicator.id}:rises:{index}",
                (Atom(Number(level_name(indicator.id)), number_span(NumberOperator.MORE_THAN, row.above)),),
            )
            for index, row in enumerate(maturity.rise_rows)
        ]
    return rules


def maturity_bases(maturity: Maturity, outcomes: Mapping[str, Outcome]) -> list[str]:
    """List the bases of the rules of maturity that decide: of each list the rows that may be the first that holds."""
    bases = list(maturity.basis)
    for kind, rows in _rows(maturity).items():
        possible, _ = _possible([outcomes[f"maturity:{kind}:{index}"] for index in range(len(rows))])
        bases += [basis for index in possible for basis in rows[index].basis]
    return bases


def _compared(indicator: Indicator, scale: MaturityScale) -> dict[MaturityAspect, str]:
    return {
        MaturityAspect.TREND: trend_name(indicator.id),
        MaturityAspect.COMPARISON: scale.comparison,
        MaturityAspect.INTEGRATION: scale.integration,
    }


def add_levels(scorecard: Scorecard, plan: MaturityPlan, values: Values) -> None:
    """Put the level and the counted trend of every such indicator among the values."""
    if scorecard.maturity is None:
        return
    definitions = {fact.id: fact for fact in scorecard.facts}
    for indicator, scale in maturing(scorecard):
        ratings = [values.extents[name] for name in scale.level]
        facts = [definitions[name] for name in scale.level]
        values.extents[level_name(indicator.id)] = _level(scorecard.maturity, plan, values, facts, ratings)
        trend = _trend(scorecard.maturity, plan, values, definitions[scale.trend])
        values.extents[trend_name(indicator.id)] = trend


def _level(
    maturity: Maturity, plan: MaturityPlan, values: Values, facts: Sequence[FactDefinition], ratings: Sequence[Extent]
) -> Extent:
    """Read the level by every row that is possible; without its ratings there is none."""
    if any(isinstance(rating, NotApplicable) for rating in ratings):
        return NotApplicable()
    spans = [_in_percent(fact, rating) for fact, rating in zip(facts, ratings, strict=True)]
    known = [span for span in spans if span is not None]
    if len(known) < len(spans):
        return PerhapsAbsent()
    rows, ended = _possible([holds(when, values) for when in plan.level])
    found = [] if ended else [_ANY_RATING]
    for index in rows:
        parts = known
        if maturity.level_rows[index].reading is LevelReading.BAND_MIDDLE:
            parts = [_middle(maturity, fact, span) for fact, span in zip(facts, known, strict=True)]
        found.append(multiply(reduce(add, parts), exactly(Fraction(1, len(parts)))))
    return NumberExtent(reduce(hull, found))


def _in_percent(fact: FactDefinition, rating: Extent) -> Interval | None:
    if not isinstance(rating, NumberExtent):
        return None
    factor = exactly(convert(Fraction(1), fact.unit, PERCENT))
    return intersect(multiply(rating.interval, factor), _ANY_RATING) or _ANY_RATING


def _middle(maturity: Maturity, fact: FactDefinition, span: Interval) -> Interval:
    """Give the middles of all spans that a rating can fall into; a rating in none leaves everything open."""
    spans = [Interval(level.at_least, level.at_most) for level in maturity.levels]
    met = [exactly((level.at_least + level.at_most) / 2)
           for level, one in zip(maturity.levels, spans, strict=True) if intersect(span, one) is not None]  # fmt: skip
    gaps = [piece for gap in complement(tuple(spans)) if (piece := intersect(span, gap)) is not None]
    if fact.multiple_of is not None:
        multiple = convert(fact.multiple_of, fact.unit, PERCENT)
        gaps = [piece for piece in gaps if first_inside(piece, multiple) is not None]
    return reduce(hull, [*met, *([_ANY_RATING] if gaps or not met else [])])


def _trend(maturity: Maturity, plan: MaturityPlan, values: Values, fact: FactDefinition) -> Extent:
    """Count a trend as full from where the first row that holds says so, and as it is rated below."""
    extent = values.extents[fact.id]
    rated = _in_percent(fact, extent)
    if rated is None:
        return extent
    rows, ended = _possible([holds(when, values) for when in plan.trend])
    found = [_counted(rated, maturity.trend_rows[index].at_least) for index in rows]
    return NumberExtent(reduce(hull, [*found, *([] if ended else [rated])]))


def _counted(rated: Interval, full_from: Fraction) -> Interval:
    below = intersect(rated, Interval(None, full_from, False, True))
    if below == rated:
        return rated
    return exactly(_FULL) if below is None else hull(below, exactly(_FULL))


def _possible(outcomes: Sequence[Outcome]) -> tuple[list[int], bool]:
    """Give the rows that may be the first that holds, and whether one of them surely is."""
    rows: list[int] = []
    for index, outcome in enumerate(outcomes):
        if outcome in (Outcome.MET, Outcome.UNDETERMINED):
            rows.append(index)
        if outcome is Outcome.MET:
            return rows, True
    return rows, False


def mature(maturity: Maturity | None, indicator: Indicator, values: Values, outcomes: Mapping[str, Outcome]) -> Matured:
    """Raise the level if enough aspects reach it, never above 100 %.

    At least: the lowest level with the aspects that surely reach it; at most: the highest with those that may.
    """
    if maturity is None:
        raise _no_rules(indicator)
    level, trend = (
        extent.interval if isinstance(extent := values.extents[name], NumberExtent) else _ANY_RATING
        for name in (level_name(indicator.id), trend_name(indicator.id))
    )
    rows, ended = _possible([outcomes[f"maturity:aspect:{index}"] for index in range(len(maturity.aspect_rows))])
    aspects = {aspect: _reached(indicator.id, aspect, rows, outcomes, ended=ended) for aspect in _OTHERS}
    found = Matured(level, trend, aspects, level)
    low, high = level.low or _ZERO, _FULL if level.high is None else level.high
    rises = _rises(maturity, indicator.id, outcomes)
    least = low + (maturity.rise if found.surely >= maturity.needed and rises is Outcome.MET else 0)
    most = high + (maturity.rise if found.possibly >= maturity.needed and rises is not Outcome.NOT_MET else 0)
    return Matured(level, trend, aspects, Interval(min(least, _FULL), min(most, _FULL)), rises)


def _rises(maturity: Maturity, indicator: str, outcomes: Mapping[str, Outcome]) -> Outcome:
    """Say whether the level is one that may rise, by every row that may be the first that holds; else any may."""
    rows, ended = _possible([outcomes[f"maturity:rises:{index}"] for index in range(len(maturity.rise_rows))])
    answers = {outcomes[f"{indicator}:rises:{index}"] for index in rows}
    if not ended:
        answers.add(Outcome.MET)
    return answers.pop() if len(answers) == 1 else Outcome.UNDETERMINED


def _reached(
    indicator: str, aspect: MaturityAspect, rows: list[int], outcomes: Mapping[str, Outcome], *, ended: bool
) -> Outcome:
    """Say whether an aspect reaches the level by every row that may decide; one that does not apply does not."""
    answers = {outcomes[f"{indicator}:{aspect.value}:{index}"] for index in rows}
    plain = {Outcome.NOT_MET if answer is Outcome.NOT_APPLICABLE else answer for answer in answers}
    return plain.pop() if ended and len(plain) == 1 else Outcome.UNDETERMINED
