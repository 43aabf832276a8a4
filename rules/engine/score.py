"""Interval arithmetic for scores: points of indicators, sections, stages and the total."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import partial, reduce
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.intervals import Interval, hull, multiply, point_interval, total_of
from rules.contracts.numbers import sum_of
from rules.contracts.outcomes import Outcome
from rules.engine.earned_points import EarnedPoints, is_at_maximum
from rules.engine.grades import every_stage, section_counts, sections_of
from rules.engine.outcome_memo import MAX_MEMO_ENTRIES, outcome_key
from rules.model.maturity import MaturityScale, level_name, trend_name
from rules.model.scorecard import NotApplicablePolicy
from rules.program.abstract_interpretation import chosen
from rules.program.compiled_evaluation import CompiledPiece
from rules.program.nodes import Piecewise

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence, Set as AbstractSet

    from rules.engine.plan import Plan
    from rules.model.scorecard import Indicator, Scorecard, Section
    from rules.program.nodes import Piece
    from rules.program.value_environment import Values

_ZERO = Fraction(0)
_ZERO_POINTS = point_interval(_ZERO)


class SectionScore(NamedTuple):
    """The points of a section and its maximum."""

    points: Interval
    maximum: Fraction


Whole = tuple[dict[str, EarnedPoints], SectionScore]


class Score(NamedTuple):
    """The points of all indicators and sections, the total, and the total in each possible stage.

    `indicator_points` are the points before section rescaling, `section_results` those after it. Both ignore stages.
    """

    earned: dict[str, EarnedPoints]
    sections: dict[str, SectionScore]
    total: Interval
    stages: dict[str, SectionScore]
    indicator_points: dict[str, EarnedPoints]
    section_results: dict[str, Whole]


class PreviousScore(NamedTuple):
    """An earlier score and the criteria with changed inputs."""

    score: Score
    changed_criteria: AbstractSet[str]


class ScoreCalculator:
    """Computes the scores of one scorecard.

    Points are memoized by the outcomes of the rules, and for maturity scales by level and trend.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        indicators = plan.scorecard.indicators
        self._earning = {indicator.id: _IndicatorScorer(plan, indicator) for indicator in indicators}
        ends = list(accumulate((len(scorer.rules) for scorer in self._earning.values()), initial=0))
        self._outcome_key = outcome_key(rule for scorer in self._earning.values() for rule in scorer.rules)
        self._spans = [slice(begin, end) for begin, end in pairwise(ends)]
        rescales = plan.scorecard.card.not_applicable is NotApplicablePolicy.DROP_AND_RESCALE
        self._unscaled_sections = {
            section.id
            for section in plan.scorecard.sections
            if not rescales or sum_of(member.maximum for member in plan.members[section.id]) == section.maximum
        }
        """Sections that count earned points, with indicators that all apply."""
        self._sections = [(indicator.id, indicator.section) for indicator in indicators]
        self._names = {section: [member.id for member in members] for section, members in plan.members.items()}
        self._excluded_points: dict[tuple[str, Outcome], EarnedPoints] = {}

    def score(
        self,
        values: Values,
        outcomes: Mapping[str, Outcome],
        open_stages: tuple[str, ...] | None = None,
        earlier: PreviousScore | None = None,
    ) -> Score:
        scorecard, members = self._plan.scorecard, self._plan.members
        previous = earlier.score if earlier is not None else None
        indicator_points, changed = self._indicator_points(values, outcomes, earlier)
        section_results: dict[str, Whole] = {} if previous is None else dict(previous.section_results)
        for section in scorecard.sections:
            if previous is None or section.id in changed:
                section_results[section.id] = self._in_section(section, members[section.id], indicator_points)
        if scorecard.stages is None:
            if previous is not None and not changed:
                return previous
            return self._without_stages(indicator_points, section_results)
        reached = () if self._plan.stage is None else chosen(self._plan.stage, outcomes)
        possible = tuple(
            stage
            for stage in every_stage(scorecard)
            if stage in reached and (open_stages is None or stage in open_stages)
        )
        same = previous if previous is not None and tuple(previous.stages) == possible else None
        if same is not None and not changed:
            return same
        return _over_stages(
            scorecard,
            possible,
            indicator_points,
            section_results,
            partial(self._staged, section_results=section_results, same=same),
        )

    def _without_stages(self, indicator_points: dict[str, EarnedPoints], section_results: dict[str, Whole]) -> Score:
        sections = {section: section_score for section, (_, section_score) in section_results.items()}
        earned = {name: section_results[section][0][name] for name, section in self._sections}
        if all(sections[section.id].maximum is section.maximum for section in self._plan.scorecard.sections):
            total = total_of([section_score.points for section_score in sections.values()])
        else:
            total = _total_of_sections(self._plan.scorecard, sections, tuple(sections)).points
        return Score(earned, sections, total, {}, indicator_points, section_results)

    def _indicator_points(
        self, values: Values, outcomes: Mapping[str, Outcome], earlier: PreviousScore | None
    ) -> tuple[dict[str, EarnedPoints], set[str]]:
        if earlier is None:
            answers = self._outcome_key(outcomes)
            each = zip(self._earning.items(), self._spans, strict=True)
            return {
                name: indicator_scorer.earned_points(answers[span], values, outcomes)
                for (name, indicator_scorer), span in each
            }, set()
        indicator_points, changed = dict(earlier.score.indicator_points), set()
        for item in self._plan.scorecard.indicators:
            if item.id in earlier.changed_criteria:
                scorer = self._earning[item.id]
                earned = scorer.earned_points(tuple([outcomes[rule] for rule in scorer.rules]), values, outcomes)
                if earned is not indicator_points[item.id] and earned != indicator_points[item.id]:
                    indicator_points[item.id] = earned
                    changed.add(item.section)
        return indicator_points, changed

    def _in_section(
        self, section: Section, members: Sequence[Indicator], indicator_points: Mapping[str, EarnedPoints]
    ) -> Whole:
        if section.id in self._unscaled_sections:
            counted = {name: indicator_points[name] for name in self._names[section.id]}
            if [points.applies for points in counted.values()].count(Outcome.MET) == len(counted):
                return counted, SectionScore(total_of([points.awarded for points in counted.values()]), section.maximum)
        return score_section(members, indicator_points, section.maximum, self._plan.scorecard.card.not_applicable)

    def _staged(
        self, item: Indicator, counts: Outcome, section_results: Mapping[str, Whole], same: Score | None
    ) -> EarnedPoints:
        answer = section_results[item.section][0][item.id]
        if same is not None and answer is same.section_results[item.section][0][item.id]:
            return same.earned[item.id]
        if counts is not Outcome.NOT_MET:
            return _apply_stage(answer, counts)
        key = item.id, answer.applies_alone
        if key not in self._excluded_points:
            self._excluded_points[key] = _apply_stage(answer, counts)
        return self._excluded_points[key]


class _IndicatorScorer:
    def __init__(self, plan: Plan, indicator: Indicator) -> None:
        self._plan, self._indicator = plan, indicator
        matures = isinstance(indicator.scale, MaturityScale)
        self._figures = (level_name(indicator.id), trend_name(indicator.id)) if matures else ()
        self.rules = point_rule_ids(plan, indicator)
        self._scale = plan.scales[indicator.id]
        self._is_plain = not (indicator.applies or indicator.must or matures)
        self._memo: dict[tuple[object, ...], EarnedPoints] = {}
        self._slopes: dict[tuple[object, ...], tuple[Piece, CompiledPiece]] = {}

    def earned_points(
        self, answers: tuple[object, ...], values: Values, outcomes: Mapping[str, Outcome]
    ) -> EarnedPoints:
        key = (*answers, *[values.known.get(name) for name in self._figures]) if self._figures else answers
        earned_points = self._memo.get(key)
        if earned_points is not None:
            return earned_points
        compiled_slope = self._slopes.get(key)
        if compiled_slope is not None:
            row, line = compiled_slope
            points, maximum = line.points(values), self._indicator.maximum
            return EarnedPoints(
                Outcome.MET,
                points,
                (row.number,),
                awarded=points,
                maximum=maximum,
                at_maximum=is_at_maximum(points, maximum),
            )
        earned_points = _score_indicator(self._plan, self._indicator, values, outcomes)
        known = Outcome.UNDETERMINED not in key and None not in key
        return (
            self._memoize(key, earned_points)
            if known and len(self._memo) + len(self._slopes) < MAX_MEMO_ENTRIES
            else earned_points
        )

    def _memoize(self, key: tuple[object, ...], earned_points: EarnedPoints) -> EarnedPoints:
        rows = [row for row in self._scale.pieces if row.number in earned_points.rows]
        if all(row.fixed is not None for row in rows) or earned_points.must is not Outcome.MET:
            if earned_points.awarded.value is not None:
                position = len(self._memo) if self._is_plain else None
                earned_points = self._memo[key] = replace(earned_points, memo_slot=position)
        elif len(rows) == 1 and earned_points.applies is Outcome.MET and isinstance(self._scale, Piecewise):
            self._slopes[key] = rows[0], CompiledPiece(self._scale, rows[0])
        return earned_points


def point_rule_ids(plan: Plan, indicator: Indicator) -> tuple[str, ...]:
    """Return the ids of the rules that determine an indicator's points."""
    about = (indicator.id, "maturity") if isinstance(indicator.scale, MaturityScale) else (indicator.id,)
    return tuple(rule.id for rule in plan.first_network.rules if rule.id.partition(":")[0] in about)


def _over_stages(
    scorecard: Scorecard,
    possible: tuple[str, ...],
    indicator_points: dict[str, EarnedPoints],
    section_results: dict[str, Whole],
    staged: Callable[[Indicator, Outcome], EarnedPoints],
) -> Score:
    sections = {section: section_score for section, (_, section_score) in section_results.items()}
    stages = {stage: _total_of_sections(scorecard, sections, sections_of(scorecard, stage)) for stage in possible}
    counts = {section: section_counts(scorecard, section, possible) for section in sections}
    return Score(
        {item.id: staged(item, counts[item.section]) for item in scorecard.indicators},
        {section: _section_in_stage(section_score, counts[section]) for section, section_score in sections.items()},
        reduce(hull, (stage.points for stage in stages.values())),
        stages,
        indicator_points,
        section_results,
    )


def _total_of_sections(
    scorecard: Scorecard, sections: Mapping[str, SectionScore], counting: tuple[str, ...]
) -> SectionScore:
    """Return the total of the sections in `counting`.

    Under DROP_AND_RESCALE, it is scaled up for sections without applicable indicators.
    """
    total = total_of(sections[name].points for name in counting)
    full = sum_of(section.maximum for section in scorecard.sections if section.id in counting)
    counted_maximum = sum_of(sections[name].maximum for name in counting)
    if 0 < counted_maximum < full and scorecard.card.not_applicable is NotApplicablePolicy.DROP_AND_RESCALE:
        total = multiply(total, point_interval(full / counted_maximum))
    return SectionScore(total, full)


def _apply_stage(answer: EarnedPoints, counts: Outcome) -> EarnedPoints:
    if counts is Outcome.NOT_MET:
        return EarnedPoints(Outcome.NOT_MET, _ZERO_POINTS, applies_alone=answer.applies_alone, section_counts=counts)
    if counts is Outcome.MET:
        return answer
    if answer.applies is Outcome.NOT_MET:
        return replace(answer, section_counts=counts, memo_slot=None)
    return replace(
        answer,
        applies=Outcome.UNDETERMINED,
        awarded=hull(_ZERO_POINTS, answer.awarded),
        section_counts=counts,
        memo_slot=None,
    )


def _section_in_stage(section_score: SectionScore, counts: Outcome) -> SectionScore:
    if counts is Outcome.NOT_MET:
        return SectionScore(_ZERO_POINTS, _ZERO)
    return (
        section_score
        if counts is Outcome.MET
        else SectionScore(hull(_ZERO_POINTS, section_score.points), section_score.maximum)
    )


def _score_indicator(plan: Plan, indicator: Indicator, values: Values, outcomes: Mapping[str, Outcome]) -> EarnedPoints:
    applies = outcomes.get(f"{indicator.id}:applies", Outcome.MET)
    must = outcomes.get(f"{indicator.id}:must", Outcome.MET)
    scale_result = plan.scoring[indicator.scale.kind].give(indicator, values, outcomes)
    points = scale_result.points
    if scale_result.is_measured is Outcome.NOT_MET or applies is Outcome.MET:
        applies = scale_result.is_measured
    if applies in (Outcome.NOT_MET, Outcome.NOT_APPLICABLE):
        return EarnedPoints(Outcome.NOT_MET, _ZERO_POINTS, applies_alone=Outcome.NOT_MET)
    if must is not Outcome.MET:
        points = hull(_ZERO_POINTS, points) if must is Outcome.UNDETERMINED else _ZERO_POINTS
    full = is_at_maximum(points, indicator.maximum)
    return EarnedPoints(
        applies,
        points,
        scale_result.rows,
        scale_result.parts,
        must,
        points,
        indicator.maximum,
        scale_result.detail,
        applies,
        at_maximum=full,
    )


def score_section(
    members: Sequence[Indicator], earned: Mapping[str, EarnedPoints], maximum: Fraction, policy: NotApplicablePolicy
) -> Whole:
    """Score a section by the scorecard's policy for indicators that do not apply."""
    if policy is not NotApplicablePolicy.DROP_AND_RESCALE:
        counted = {item.id: _without_rescaling(item, earned[item.id], policy) for item in members}
        points = total_of(answer.awarded for answer in counted.values())
        return counted, SectionScore(points, maximum)
    surely = [item for item in members if earned[item.id].applies is Outcome.MET]
    perhaps = [item for item in members if earned[item.id].applies is Outcome.UNDETERMINED]
    weight = sum_of(item.maximum for item in surely)
    if not surely and not perhaps:
        return {item.id: _with_awarded_points(earned[item.id], _ZERO_POINTS, _ZERO) for item in members}, SectionScore(
            _ZERO_POINTS, _ZERO
        )
    if not perhaps and weight == maximum:
        counted = {item.id: _unscaled_points(earned[item.id]) for item in members}
        return counted, SectionScore(total_of(answer.awarded for answer in counted.values()), maximum)
    least_factor = maximum / (weight + sum_of(other.maximum for other in perhaps))
    counted = _rescaled_points(members, earned, maximum, weight, least_factor)
    return counted, SectionScore(_ratio_bounds(surely, perhaps, earned, maximum), maximum)


def _rescaled_points(
    members: Sequence[Indicator],
    earned: Mapping[str, EarnedPoints],
    maximum: Fraction,
    weight: Fraction,
    least_factor: Fraction,
) -> dict[str, EarnedPoints]:
    counted = {}
    for item in members:
        answer, most, least_points = earned[item.id], _ZERO, _ZERO_POINTS
        if answer.applies is Outcome.MET:
            most, least_points = maximum / weight, multiply(answer.points, point_interval(least_factor))
        elif answer.applies is Outcome.UNDETERMINED:
            most = maximum / (weight + item.maximum)
        span = hull(least_points, multiply(answer.points, point_interval(most)))
        counted[item.id] = _with_awarded_points(answer, span, item.maximum * most)
    return counted


def _unscaled_points(answer: EarnedPoints) -> EarnedPoints:
    return answer if answer.applies is Outcome.MET else _with_awarded_points(answer, _ZERO_POINTS, _ZERO)


def _with_awarded_points(answer: EarnedPoints, counted: Interval, maximum: Fraction) -> EarnedPoints:
    return replace(answer, awarded=counted, maximum=maximum, memo_slot=None)


def _without_rescaling(item: Indicator, answer: EarnedPoints, policy: NotApplicablePolicy) -> EarnedPoints:
    """Return an applicable answer unchanged.

    Otherwise award zero, or zero up to its points if undetermined; under REFUSE, zero up to the maximum.
    """
    if answer.applies is Outcome.MET:
        return answer
    if policy is NotApplicablePolicy.REFUSE:
        return _with_awarded_points(answer, Interval(_ZERO, item.maximum), item.maximum)
    span = answer.points
    if answer.applies is Outcome.UNDETERMINED:
        span = hull(_ZERO_POINTS, span)
    return _with_awarded_points(answer, span, item.maximum)


def _ratio_bounds(
    surely: list[Indicator], perhaps: list[Indicator], earned: Mapping[str, EarnedPoints], maximum: Fraction
) -> Interval:
    points = total_of(earned[item.id].points for item in surely)
    weight = sum_of(item.maximum for item in surely)
    if not perhaps:
        return multiply(points, point_interval(maximum / weight))
    if not surely:
        return Interval(_ZERO, maximum)
    bottoms = [(earned[item.id].points.low or _ZERO, item.maximum) for item in perhaps]
    tops = [(item.maximum if (top := earned[item.id].points.high) is None else top, item.maximum) for item in perhaps]
    low = _extreme_ratio(points.low or _ZERO, weight, bottoms, least=True)
    high = _extreme_ratio(weight if points.high is None else points.high, weight, tops, least=False)
    return Interval(low * maximum, high * maximum)


def _extreme_ratio(
    points: Fraction, weight: Fraction, perhaps: list[tuple[Fraction, Fraction]], *, least: bool
) -> Fraction:
    for more, weighs in sorted(perhaps, key=lambda item: item[0] / item[1], reverse=not least):
        if (more / weighs < points / weight) is least and more / weighs != points / weight:
            points, weight = points + more, weight + weighs
    return points / weight
