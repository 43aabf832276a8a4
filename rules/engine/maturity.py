"""Maturity scoring: level, aspects that reach it, trend, and percentage, as intervals."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.errors import PlanError
from rules.contracts.extents import Extent, NotApplicable, NumberExtent, UnknownOrAbsent
from rules.contracts.intervals import (
    Interval,
    add,
    complement,
    first_multiple_inside,
    hull,
    intersect,
    multiply,
    point_interval,
)
from rules.contracts.outcomes import FirstMatchResult, Outcome, match_rows
from rules.contracts.units import convert
from rules.engine.earned_points import ScaleResult
from rules.engine.network import PlannedRule
from rules.engine.outcome_memo import MAX_MEMO_ENTRIES
from rules.model.expressions import NumberOperator, names_in_condition
from rules.model.forms import PERCENT
from rules.model.maturity import RAISING, LevelMethod, MaturityAspect, MaturityScale, level_name, trend_name
from rules.program.abstract_interpretation import evaluate_tests
from rules.program.lowering import LoweringNames, compare_numbers, lower_condition, number_span
from rules.program.nodes import AtomicTest, NamedNumber

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.engine.incremental_inference import ChangedNames
    from rules.model.maturity import Maturity
    from rules.model.scorecard import FactDefinition, Indicator, Scorecard
    from rules.program.value_environment import Values

_ZERO, _FULL = Fraction(0), Fraction(100)
_ANY_RATING = Interval(_ZERO, _FULL)
_FIGURE_KINDS = ("level", "trend")


class MaturityResult(NamedTuple):
    """The maturity of an indicator in percent.

    `rises` is whether the level may rise at all.
    """

    level: Interval
    trend: Interval
    aspects: dict[MaturityAspect, Outcome]
    percent: Interval
    rises: Outcome = Outcome.MET

    @property
    def surely(self) -> int:
        return list(self.aspects.values()).count(Outcome.MET)

    @property
    def possibly(self) -> int:
        return self.surely + list(self.aspects.values()).count(Outcome.UNDETERMINED)


@dataclass(frozen=True, slots=True)
class _MaturityFigure:
    name: str
    ratings: tuple[str, ...]
    is_trend: bool = False
    extent_memo: dict[tuple[object, ...], Extent] = field(default_factory=dict)


class MaturityScoring:
    """Points by maturity. All indicators share the rules of the scorecard."""

    def __init__(self, scorecard: Scorecard, names: LoweringNames) -> None:
        self._scored = [
            (indicator, indicator.scale)
            for indicator in scorecard.indicators
            if isinstance(indicator.scale, MaturityScale)
        ]
        self._maturity = scorecard.maturity
        self._names = names
        self._figures = [
            figure
            for indicator, scale in self._scored
            for figure in (
                _MaturityFigure(level_name(indicator.id), scale.level),
                _MaturityFigure(trend_name(indicator.id), (scale.trend,), is_trend=True),
            )
        ]
        self._facts = {fact.id: fact for fact in scorecard.facts}
        if self._scored and self._maturity is None:
            raise _no_rules(self._scored[0][0])
        rows = self._maturity.rows if self._maturity is not None else {}
        self._conditions = {
            kind: tuple(lower_condition(row.when, names) for row in listed) for kind, listed in rows.items()
        }
        self._shared_names = tuple(
            name for kind in _FIGURE_KINDS for row in rows.get(kind, ()) for name in names_in_condition(row.when)
        )

    def rules(self) -> list[PlannedRule]:
        if self._maturity is None:
            return []
        rules = [
            PlannedRule(f"maturity:{kind}:{index}", atoms)
            for kind, conditions in self._conditions.items()
            for index, atoms in enumerate(conditions)
        ]
        for indicator, scale in self._scored:
            level = level_name(indicator.id)
            for aspect, name in {**scale.others, MaturityAspect.TREND: trend_name(indicator.id)}.items():
                rules += [
                    PlannedRule(
                        f"{indicator.id}:{aspect.value}:{index}",
                        (compare_numbers(name, row.operator, level, self._names),),
                    )
                    for index, row in enumerate(self._maturity.aspect_rows)
                ]
            rules += [
                PlannedRule(
                    f"{indicator.id}:rise:{index}",
                    (AtomicTest(NamedNumber(level), number_span(NumberOperator.MORE_THAN, row.above)),),
                )
                for index, row in enumerate(self._maturity.rise_rows)
            ]
        return rules

    def add_figures(self, values: Values, changes: ChangedNames) -> None:
        if self._maturity is None:
            return
        all_affected = changes.reaches(self._shared_names)
        level, trend = (
            match_rows(evaluate_tests(when, values) for when in self._conditions[kind]) for kind in _FIGURE_KINDS
        )
        for figure in self._figures:
            if all_affected or changes.reaches(figure.ratings):
                rows = trend if figure.is_trend else level
                key = (rows, *[values.known.get(name) for name in figure.ratings])
                extent = figure.extent_memo.get(key)
                if extent is None:
                    extent = self._figure_extent(self._maturity, figure, rows, values)
                    if None not in key and len(figure.extent_memo) < MAX_MEMO_ENTRIES:
                        figure.extent_memo[key] = extent
                changes.set_extent(values, figure.name, extent)

    def _figure_extent(
        self, maturity: Maturity, figure: _MaturityFigure, rows: FirstMatchResult, values: Values
    ) -> Extent:
        ratings = [(self._facts[name], values.extents[name]) for name in figure.ratings]
        return _trend_extent(maturity, rows, *ratings[0]) if figure.is_trend else _level_extent(maturity, rows, ratings)

    def give(self, indicator: Indicator, values: Values, outcomes: Mapping[str, Outcome]) -> ScaleResult:
        raised = _raise_level(self._maturity, indicator, values, outcomes)
        is_measured = Outcome.MET
        extent = values.extents[level_name(indicator.id)]
        if isinstance(extent, NotApplicable):
            is_measured = Outcome.NOT_MET
        elif isinstance(extent, UnknownOrAbsent):
            is_measured = Outcome.UNDETERMINED
        return ScaleResult(
            multiply(raised.percent, point_interval(indicator.maximum / 100)), is_measured, detail=raised
        )

    def bases(self, outcomes: Mapping[str, Outcome]) -> list[str]:
        if self._maturity is None:
            return []
        bases = list(self._maturity.basis)
        for kind, rows in self._maturity.rows.items():
            matched = match_rows(outcomes[f"maturity:{kind}:{index}"] for index in range(len(rows)))
            bases += [basis for index in matched.row_indexes for basis in rows[index].basis]
        return bases


def _no_rules(indicator: Indicator) -> PlanError:
    return PlanError(f"The indicator {indicator.id} scores by maturity, but the scorecard has no rules of maturity.")


def _level_extent(
    maturity: Maturity, rows: FirstMatchResult, ratings: Sequence[tuple[FactDefinition, Extent]]
) -> Extent:
    if any(isinstance(rating, NotApplicable) for _, rating in ratings):
        return NotApplicable()
    spans = [(fact, _in_percent(fact, rating)) for fact, rating in ratings]
    known = [(fact, span) for fact, span in spans if span is not None]
    if len(known) < len(spans):
        return UnknownOrAbsent()
    possible_levels = [] if rows.surely_matches else [_ANY_RATING]
    for index in rows.row_indexes:
        parts = [span for _, span in known]
        if maturity.level_rows[index].reading is LevelMethod.BAND_MIDDLE:
            parts = [_band_middles(maturity, fact, span) for fact, span in known]
        possible_levels.append(multiply(reduce(add, parts), point_interval(Fraction(1, len(parts)))))
    return NumberExtent(reduce(hull, possible_levels))


def _in_percent(fact: FactDefinition, rating: Extent) -> Interval | None:
    if not isinstance(rating, NumberExtent):
        return None
    factor = point_interval(convert(Fraction(1), fact.unit, PERCENT))
    return intersect(multiply(rating.interval, factor), _ANY_RATING) or _ANY_RATING


def _band_middles(maturity: Maturity, fact: FactDefinition, span: Interval) -> Interval:
    spans = [Interval(level.at_least, level.at_most) for level in maturity.levels]
    met = [
        point_interval((level.at_least + level.at_most) / 2)
        for level, level_span in zip(maturity.levels, spans, strict=True)
        if intersect(span, level_span) is not None
    ]
    gaps = [piece for gap in complement(tuple(spans)) if (piece := intersect(span, gap)) is not None]
    if fact.multiple_of is not None:
        multiple = convert(fact.multiple_of, fact.unit, PERCENT)
        gaps = [piece for piece in gaps if first_multiple_inside(piece, multiple) is not None]
    return reduce(hull, [*met, *([_ANY_RATING] if gaps or not met else [])])


def _trend_extent(maturity: Maturity, rows: FirstMatchResult, fact: FactDefinition, extent: Extent) -> Extent:
    rated = _in_percent(fact, extent)
    if rated is None:
        return extent
    counted_trends = [_saturate_rating(rated, maturity.trend_rows[index].at_least) for index in rows.row_indexes]
    return NumberExtent(reduce(hull, [*counted_trends, *([] if rows.surely_matches else [rated])]))


def _saturate_rating(rated: Interval, full_from: Fraction) -> Interval:
    below = intersect(rated, Interval(None, full_from, False, True))
    if below == rated:
        return rated
    return point_interval(_FULL) if below is None else hull(below, point_interval(_FULL))


def _raise_level(
    maturity: Maturity | None, indicator: Indicator, values: Values, outcomes: Mapping[str, Outcome]
) -> MaturityResult:
    if maturity is None:
        raise _no_rules(indicator)
    level, trend = (
        extent.interval if isinstance(extent := values.extents[name], NumberExtent) else _ANY_RATING
        for name in (level_name(indicator.id), trend_name(indicator.id))
    )
    rows = match_rows(outcomes[f"maturity:aspect:{index}"] for index in range(len(maturity.aspect_rows)))
    aspects = {aspect: _aspect_outcome(indicator.id, aspect, rows, outcomes) for aspect in RAISING}
    maturity_result = MaturityResult(level, trend, aspects, level)
    low, high = level.low or _ZERO, _FULL if level.high is None else level.high
    rises = _rises(maturity, indicator.id, outcomes)
    least = low + (maturity.rise if maturity_result.surely >= maturity.needed and rises is Outcome.MET else 0)
    most = high + (maturity.rise if maturity_result.possibly >= maturity.needed and rises is not Outcome.NOT_MET else 0)
    return MaturityResult(level, trend, aspects, Interval(min(least, _FULL), min(most, _FULL)), rises)


def _rises(maturity: Maturity, indicator: str, outcomes: Mapping[str, Outcome]) -> Outcome:
    rows = match_rows(outcomes[f"maturity:rise:{index}"] for index in range(len(maturity.rise_rows)))
    answers = {outcomes[f"{indicator}:rise:{index}"] for index in rows.row_indexes}
    if not rows.surely_matches:
        answers.add(Outcome.MET)
    return answers.pop() if len(answers) == 1 else Outcome.UNDETERMINED


def _aspect_outcome(
    indicator: str, aspect: MaturityAspect, rows: FirstMatchResult, outcomes: Mapping[str, Outcome]
) -> Outcome:
    answers = {outcomes[f"{indicator}:{aspect.value}:{index}"] for index in rows.row_indexes}
    plain = {Outcome.NOT_MET if answer is Outcome.NOT_APPLICABLE else answer for answer in answers}
    return plain.pop() if rows.surely_matches and len(plain) == 1 else Outcome.UNDETERMINED
