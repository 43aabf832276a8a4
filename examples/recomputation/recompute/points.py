"""Points of indicators, sections and the total as intervals, with the stages still possible."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from recompute.card import Card
from recompute.conditions import asked, holds, walk
from recompute.intervals import NOTHING, ZERO, Interval, hull, hull_of, interval, times, total
from recompute.known import ABSENT_ANSWER, MET, NOT_MET, OPEN, Json, Seen
from recompute.numbers import read_number
from recompute.scales import given


@dataclass(frozen=True)
class Earned:
    """The result of an indicator.

    `alone` is whether it applies if all sections count; `counts` is whether its section counts.
    """

    applies: str
    points: Interval = NOTHING
    counted: Interval = NOTHING
    maximum: Fraction = ZERO
    full: str = NOT_MET
    alone: str = NOT_MET
    counts: str = MET
    rows: tuple[int, ...] = ()
    further: Json = None

    @property
    def outcome(self) -> str:
        """The outcome of the indicator."""
        return self.full if self.applies == MET else ABSENT_ANSWER if self.applies == NOT_MET else OPEN

    @property
    def is_there(self) -> str:
        """Not met if it should count in the stage but does not apply."""
        if MET in {self.counts, self.alone}:
            return self.alone
        return MET if self.counts == NOT_MET else OPEN


Scored = tuple[Interval, Fraction]
"""Points, and the most that count."""


@dataclass
class Score:
    """The points of everything, and the stages still possible."""

    earned: dict[str, Earned]
    sections: dict[str, Scored]
    total: Interval
    stages: list[str]


def score(card: Card, seen: Seen, left: list[str] | None) -> Score:
    """Add up the points; `left` are the stages that no search has disproved."""
    alone = {one["id"]: _earn(one, seen, card.maturity) for one in card.indicators}
    earned: dict[str, Earned] = {}
    sections: dict[str, Scored] = {}
    for section in card.sections:
        members = [one for one in card.indicators if one["section"] == section["id"]]
        counted, sections[section["id"]] = _section(card, members, alone, read_number(section["maximum"]))
        earned |= counted
    ordered = {one["id"]: earned[one["id"]] for one in card.indicators}
    if not card.stages:
        return Score(ordered, sections, _total(card, sections, list(sections)), [])
    rows, ended = walk(card.stage_rows, seen)
    there = {row["stage"] for row in rows} | (set() if ended else {"none"})
    stages = [one for one in card.every["stage"] if one in there and (left is None or one in left)]
    of_stage = {one["id"]: one.get("sections", []) for one in card.stages}
    counting = {name: _alike([name in of_stage.get(stage, []) for stage in stages]) for name in sections}
    return Score(
        {one["id"]: _in_stage(ordered[one["id"]], counting[one["section"]]) for one in card.indicators},
        {name: _section_in_stage(one, counting[name]) for name, one in sections.items()},
        hull_of(_total(card, sections, of_stage.get(stage, [])) for stage in stages),
        stages,
    )


def _alike(answers: list[bool]) -> str:
    return MET if all(answers) else OPEN if any(answers) else NOT_MET


def _earn(indicator: Json, seen: Seen, maturity: Json) -> Earned:
    maximum = read_number(indicator["maximum"])
    applies, must = (holds(indicator.get(name, []), seen) for name in ("applies", "must"))
    found = given(indicator, seen, maturity)
    if found.there == NOT_MET or applies == MET:
        applies = found.there
    if applies in {NOT_MET, ABSENT_ANSWER}:
        return _without(found.further)
    points = found.points
    if must != MET:
        points = hull(NOTHING, points) if must == OPEN else NOTHING
    full = asked(points, [interval(maximum, None)])
    return Earned(applies, points, points, maximum, full, applies, MET, found.rows, found.further)


def _without(further: Json, alone: str = NOT_MET, counts: str = MET) -> Earned:
    """Return the result of an indicator that does not apply. Only details of its parts remain."""
    return Earned(NOT_MET, alone=alone, counts=counts, further=further if "parts" in (further or {}) else None)


def _section(
    card: Card, members: list[Json], earned: Mapping[str, Earned], whole: Fraction
) -> tuple[dict[str, Earned], Scored]:
    policy = card.card["not_applicable"]
    maxima = {one["id"]: read_number(one["maximum"]) for one in members}
    if policy != "drop_and_rescale":
        found = {name: _kept(earned[name], maximum, policy) for name, maximum in maxima.items()}
        return found, (total(one.counted for one in found.values()), whole)
    sure, open_ = ({name: one for name, one in maxima.items() if earned[name].applies == how} for how in (MET, OPEN))
    weight, may_weigh = (sum(part.values(), ZERO) for part in (sure, open_))
    found = {name: replace(earned[name], counted=NOTHING, maximum=ZERO) for name in maxima}
    for name, maximum in sure.items():
        scales = whole / weight, whole / (weight + may_weigh)
        counted = hull_of(times(earned[name].points, one) for one in scales)
        found[name] = replace(earned[name], counted=counted, maximum=maximum * scales[0])
    for name, maximum in open_.items():
        most = whole / (weight + maximum)
        counted = hull(NOTHING, times(earned[name].points, most))
        found[name] = replace(earned[name], counted=counted, maximum=maximum * most)
    if not sure:
        return found, (Interval(ZERO, whole), whole) if open_ else (NOTHING, ZERO)
    points = total(earned[name].points for name in sure)
    if not open_:
        return found, (times(points, whole / weight), whole)
    ends = [(earned[name].points[:2], maximum) for name, maximum in open_.items()]
    low = _extreme(points.low or ZERO, weight, [(low or ZERO, maximum) for (low, _), maximum in ends])
    tops = [(maximum if high is None else high, maximum) for (_, high), maximum in ends]
    high = _extreme(-(weight if points.high is None else points.high), weight, [(-top, most) for top, most in tops])
    return found, (Interval(low * whole, -high * whole), whole)


def _kept(one: Earned, maximum: Fraction, policy: str) -> Earned:
    if one.applies == MET:
        return one
    if policy == "refuse":
        return replace(one, counted=Interval(ZERO, maximum), maximum=maximum)
    points = hull(NOTHING, one.points) if one.applies == OPEN else one.points
    return replace(one, counted=points, maximum=maximum)


def _extreme(points: Fraction, weight: Fraction, others: list[tuple[Fraction, Fraction]]) -> Fraction:
    """Add points in order of their ratio to weight, lowest first, while this lowers the quotient."""
    for more, weighs in sorted(others, key=lambda one: one[0] / one[1]):
        if more / weighs < points / weight:
            points, weight = points + more, weight + weighs
    return points / weight


def _total(card: Card, sections: Mapping[str, Scored], counting: list[str]) -> Interval:
    points = total(sections[name][0] for name in counting)
    full = sum((read_number(one["maximum"]) for one in card.sections if one["id"] in counting), ZERO)
    left = sum((sections[name][1] for name in counting), ZERO)
    if 0 < left < full and card.card["not_applicable"] == "drop_and_rescale":
        return times(points, full / left)
    return points


def _in_stage(one: Earned, counts: str) -> Earned:
    if counts == NOT_MET:
        return _without(one.further, one.alone, counts)
    if counts == MET or one.applies == NOT_MET:
        return replace(one, counts=counts)
    return replace(one, applies=OPEN, counted=hull(NOTHING, one.counted), counts=counts)


def _section_in_stage(one: Scored, counts: str) -> Scored:
    if counts == NOT_MET:
        return NOTHING, ZERO
    return one if counts == MET else (hull(NOTHING, one[0]), one[1])
