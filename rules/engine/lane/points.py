"""How many points does each indicator, each section and the whole earn where everything is known?

What an indicator earns on rows of fixed points, or by a count, follows from the outcomes of its rules alone. It is
found once for each way in which they come out, by the same functions as everywhere, and kept; what it earns by
maturity, once for each such way and the same level and trend.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from itertools import accumulate, pairwise
from math import lcm
from operator import is_
from typing import TYPE_CHECKING

from rules.contracts.intervals import exactly
from rules.contracts.numbers import sum_of
from rules.contracts.outcomes import Outcome
from rules.engine.earned import surely
from rules.engine.lane.letters import KEPT, letters_of
from rules.engine.score import Score, SectionScore, earn, in_section, in_stage, over_stages, total_over
from rules.engine.stages import possible_stages
from rules.model.maturity import MaturityScale, level_name, trend_name
from rules.model.scorecard import CountScale, NotApplicablePolicy
from rules.program.values import OpenError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.contracts.extents import Extent
    from rules.engine.earned import EarnedPoints
    from rules.engine.generated import Outcomes
    from rules.engine.plan import Plan
    from rules.engine.score import Whole
    from rules.model.scorecard import Indicator
    from rules.program.values import Values

_Counted = tuple["EarnedPoints", int | None]
"""What is earned, and its points in the common unit of the card if they are whole numbers of it."""
RuleOutcomes = tuple[object, ...]
"""How the rules about an indicator came out: their letters, and its level and trend if it scores by them."""


class Points:
    """Adds up the points of the subjects of one card."""

    def __init__(self, plan: Plan) -> None:
        """Look up the rules about each indicator."""
        self._plan = plan
        indicators = plan.scorecard.indicators
        self._unit = _common_unit(plan)
        self._earning = [_Earning(plan, indicator, self._unit) for indicator in indicators]
        ends = list(accumulate((len(one.rules) for one in self._earning), initial=0))
        self._letters = letters_of(rule for one in self._earning for rule in one.rules)
        self._spans = [slice(begin, end) for begin, end in pairwise(ends)]
        self._figures = [(place, one.figures) for place, one in enumerate(self._earning) if one.figures]
        self._homes = [(indicator.id, indicator.section) for indicator in indicators]
        self._members = {section: [one.id for one in members] for section, members in plan.members.items()}
        self._rescales = plan.scorecard.card.not_applicable is NotApplicablePolicy.DROP_AND_RESCALE
        self._left_out: dict[tuple[str, Outcome, Outcome], EarnedPoints] = {}
        self._places = {
            section: [place for place, one in enumerate(indicators) if one.section == section]
            for section in plan.members
        }
        self._is_whole = {
            section.id: sum_of(one.maximum for one in plan.members[section.id]) == section.maximum
            for section in plan.scorecard.sections
        }

    def score(self, values: Values, first: Outcomes) -> tuple[Score, list[RuleOutcomes]]:
        """Add up everything, and say how each indicator came out.

        Raises:
            OpenError: the points of an indicator are open.
        """
        card, members = self._plan.scorecard, self._plan.members
        came = self._came(first, values)
        found = [
            one.kept.get(key) or one.earned(key, values, first) for one, key in zip(self._earning, came, strict=True)
        ]
        given = {name: earned for (name, _), (earned, _) in zip(self._homes, found, strict=True)}
        whole: dict[str, Whole] = {}
        for section in card.sections:
            inside = [found[place] for place in self._places[section.id]]
            if self._stands(section.id, inside):
                points = exactly(self._sum(inside))
                counted = {name: given[name] for name in self._members[section.id]}
                whole[section.id] = counted, SectionScore(points, section.maximum)
            else:
                policy = card.card.not_applicable
                whole[section.id] = in_section(members[section.id], given, section.maximum, policy)
        sections = {name: section for name, (_, section) in whole.items()}
        if any(section.points.value is None for section in sections.values()):
            raise OpenError
        if card.stages is not None:
            possible = possible_stages(card, first)
            return over_stages(card, possible, given, whole, partial(self._staged, whole)), came
        earned = {name: whole[section][0][name] for name, section in self._homes}
        total = total_over(card, sections, tuple(sections)).points
        return Score(earned, sections, total, {}, given, whole), came

    def _came(self, first: Outcomes, values: Values) -> list[RuleOutcomes]:
        """Say how the rules about each indicator came out."""
        letters = self._letters(first.letters)
        came: list[RuleOutcomes] = [letters[span] for span in self._spans]
        for place, figures in self._figures:
            came[place] = (*came[place], *[values.known.get(name) for name in figures])
        return came

    def _staged(self, whole: Mapping[str, Whole], item: Indicator, counts: Outcome) -> EarnedPoints:
        """Give what an indicator earns in the stage; one that does not count earns the same nothing as ever."""
        answer = whole[item.section][0][item.id]
        if counts is Outcome.MET:
            return answer
        key = item.id, answer.alone, counts
        if key not in self._left_out:
            self._left_out[key] = in_stage(answer, counts)
        return self._left_out[key]

    def _stands(self, section: str, inside: list[_Counted]) -> bool:
        """Say whether the indicators of a section count what they earned, because all of them apply."""
        applying = [earned.applies for earned, _ in inside].count(Outcome.MET) == len(inside)
        return applying and (self._is_whole[section] or not self._rescales)

    def _sum(self, points: Iterable[_Counted]) -> Fraction:
        scaled, beside = 0, []
        for earned, whole in points:
            if whole is not None:
                scaled += whole
            elif (number := earned.counted.value) is not None:
                beside.append(number)
            else:
                raise OpenError
        return sum_of((Fraction(scaled, self._unit), *beside))


class _Earning:
    """What one indicator earns, by how the rules about it came out."""

    def __init__(self, plan: Plan, indicator: Indicator, unit: int) -> None:
        self._plan, self._indicator, self._unit = plan, indicator, unit
        matures = isinstance(indicator.scale, MaturityScale)
        self.figures = (level_name(indicator.id), trend_name(indicator.id)) if matures else ()
        about = (indicator.id, "maturity") if matures else (indicator.id,)
        self.rules = [rule.id for rule in plan.first.rules if rule.id.partition(":")[0] in about]
        self._rows = [(f"{indicator.id}:row:{index}", row) for index, row in enumerate(plan.rows[indicator.id])]
        self._sloped = any(row.fixed is None for _, row in self._rows)
        self._alone = not (indicator.applies or indicator.must)
        self._reads = indicator.scale.reads
        self.kept: dict[RuleOutcomes, _Counted] = {}
        self._last: tuple[RuleOutcomes, list[Extent], _Counted] | None = None

    def earned(self, came: RuleOutcomes, values: Values, outcomes: Mapping[str, Outcome]) -> _Counted:
        """Say what is earned, and keep it; on a sloped row it depends on what is measured.

        That is found once for the verified and the declared values, where they are the same.
        """
        if not self._sloped:
            return self._found(came, values, outcomes)
        measured, last = [values.extents[name] for name in self._reads], self._last
        if last is not None and last[0] == came and all(map(is_, last[1], measured)):
            return last[2]
        counted = (self._on_slope(values, outcomes), None) if self._alone else self._found(came, values, outcomes)
        self._last = came, measured, counted
        return counted

    def _found(self, came: RuleOutcomes, values: Values, outcomes: Mapping[str, Outcome]) -> _Counted:
        indicator = self._indicator
        found = self._plan.sure[indicator.id].earned(outcomes) or earn(self._plan, indicator, values, outcomes)
        number = found.counted.value
        if number is None:
            raise OpenError
        counted = found, None if self._unit % number.denominator else int(number * self._unit)
        if not self._sloped and None not in came and len(self.kept) < KEPT:
            self.kept[came] = counted
        return counted

    def _on_slope(self, values: Values, outcomes: Mapping[str, Outcome]) -> EarnedPoints:
        met = [row for rule, row in self._rows if outcomes[rule] is Outcome.MET]
        if len(met) != 1 or met[0].number < 0:
            return earn(self._plan, self._indicator, values, outcomes)
        [row] = met
        points = row.points_for(values.number(self._indicator.scale.reads[0]))
        if points is None:
            raise OpenError
        return surely(self._indicator, points, rows=(row.number,))


def _common_unit(plan: Plan) -> int:
    """Give the denominator in which all fixed points are whole numbers."""
    rows = (row.points.denominator for rows in plan.rows.values() for row in rows)
    counts = (
        one.maximum.denominator * len(one.scale.parts)
        for one in plan.scorecard.indicators
        if isinstance(one.scale, CountScale)
    )
    return lcm(1, *rows, *counts)
