"""How many points do indicators, sections and the whole earn, at least and at most, and in which stages?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from recompute.card import Card
from recompute.conditions import holds
from recompute.intervals import NOTHING, ZERO, Interval, hull, hull_of, times, total
from recompute.known import ABSENT_ANSWER, MET, NOT_MET, OPEN, Json, Seen, walked
from recompute.scales import Given, given


@dataclass(frozen=True)
class Earned:
    """What an indicator earns and counts.

    `alone` says whether it applies if all sections count, `counts` whether its section does.
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
        counted, sections[section["id"]] = _section(card, members, alone, Fraction(section["maximum"]))
        earned |= counted
    ordered = {one["id"]: earned[one["id"]] for one in card.indicators}
    if not card.stages:
        return Score(ordered, sections, _total(card, sections, list(sections)), [])
    rows, ended = walked(holds(row.get("when", []), seen) for row in card.stage_rows)
    there = {card.stage_rows[place]["stage"] for place in rows} | (set() if ended else {"none"})
    stages = [one for one in card.every_stage if one in there and (left is None or one in left)]
    of_stage = {one["id"]: one.get("sections", []) for one in card.stages}
    counting = {name: _alike([name in of_stage.get(stage, []) for stage in stages]) for name in sections}
    section_of = {one["id"]: one["section"] for one in card.indicators}
    return Score(
        {name: _in_stage(one, counting[section_of[name]]) for name, one in ordered.items()},
        {name: _section_in_stage(one, counting[name]) for name, one in sections.items()},
        hull_of(_total(card, sections, of_stage.get(stage, [])) for stage in stages),
        stages,
    )


def _alike(answers: list[bool]) -> str:
    return MET if all(answers) else OPEN if any(answers) else NOT_MET


def _earn(indicator: Json, seen: Seen, maturity: Json) -> Earned:
    maximum = Fraction(indicator["maximum"])
    applies = holds(indicator.get("applies", []), seen)
    must = holds(indicator.get("must", []), seen)
    found: Given = given(indicator, seen, maturity)
    if found.there == NOT_MET or applies == MET:
        applies = found.there
    if applies in {NOT_MET, ABSENT_ANSWER}:
        further = found.further if "parts" in (found.further or {}) else None
        return Earned(NOT_MET, further=further)
    points = found.points
    if must != MET:
        points = hull(NOTHING, points) if must == OPEN else NOTHING
    full = OPEN
    if points.low is not None and points.low >= maximum:
        full = MET
    elif points.high is not None and (points.high < maximum or (points.high == maximum and points.high_open)):
        full = NOT_MET
    return Earned(applies, points, points, maximum, full, applies, MET, found.rows, found.further)


def _section(
    card: Card, members: list[Json], earned: Mapping[str, Earned], whole: Fraction
) -> tuple[dict[str, Earned], Scored]:
    policy = card.card["not_applicable"]
    maxima = {one["id"]: Fraction(one["maximum"]) for one in members}
    if policy != "drop_and_rescale":
        found = {name: _kept(earned[name], maximum, policy) for name, maximum in maxima.items()}
        return found, (total(one.counted for one in found.values()), whole)
    sure = {name: maximum for name, maximum in maxima.items() if earned[name].applies == MET}
    open_ = {name: maximum for name, maximum in maxima.items() if earned[name].applies == OPEN}
    weight = sum(sure.values(), ZERO)
    found = {name: replace(earned[name], counted=NOTHING, maximum=ZERO) for name in maxima}
    if not sure and not open_:
        return found, (NOTHING, ZERO)
    for name, maximum in sure.items():
        least, most = whole / (weight + sum(open_.values(), ZERO)), whole / weight
        counted = hull(times(earned[name].points, least), times(earned[name].points, most))
        found[name] = replace(earned[name], counted=counted, maximum=maximum * most)
    for name, maximum in open_.items():
        most = whole / (weight + maximum)
        found[name] = replace(
            earned[name], counted=hull(NOTHING, times(earned[name].points, most)), maximum=maximum * most
        )
    points = total(earned[name].points for name in sure)
    if not open_:
        return found, (times(points, whole / weight), whole)
    if not sure:
        return found, (Interval(ZERO, whole), whole)
    lows = [(earned[name].points.low or ZERO, maximum) for name, maximum in open_.items()]
    tops = [(earned[name].points.high, maximum) for name, maximum in open_.items()]
    highs = [(maximum if top is None else top, maximum) for top, maximum in tops]
    low = _extreme(points.low or ZERO, weight, lows)
    high = -_extreme(-(weight if points.high is None else points.high), weight, [(-top, w) for top, w in highs])
    return found, (Interval(low * whole, high * whole), whole)


def _kept(one: Earned, maximum: Fraction, policy: str) -> Earned:
    if one.applies == MET:
        return one
    if policy == "refuse":
        return replace(one, counted=Interval(ZERO, maximum), maximum=maximum)
    points = hull(NOTHING, one.points) if one.applies == OPEN else one.points
    return replace(one, counted=points, maximum=maximum)


def _extreme(points: Fraction, weight: Fraction, others: list[tuple[Fraction, Fraction]]) -> Fraction:
    """Take in others, the least for its weight first, as long as that brings the quotient down."""
    for more, weighs in sorted(others, key=lambda one: one[0] / one[1]):
        if more / weighs < points / weight:
            points, weight = points + more, weight + weighs
    return points / weight


def _total(card: Card, sections: Mapping[str, Scored], counting: list[str]) -> Interval:
    points = total(sections[name][0] for name in counting)
    full = sum((Fraction(one["maximum"]) for one in card.sections if one["id"] in counting), ZERO)
    left = sum((sections[name][1] for name in counting), ZERO)
    if 0 < left < full and card.card["not_applicable"] == "drop_and_rescale":
        return times(points, full / left)
    return points


def _in_stage(one: Earned, counts: str) -> Earned:
    if counts == NOT_MET:
        further = one.further if "parts" in (one.further or {}) else None
        return Earned(NOT_MET, alone=one.alone, counts=counts, further=further)
    if counts == MET:
        return one
    if one.applies == NOT_MET:
        return replace(one, counts=counts)
    return replace(one, applies=OPEN, counted=hull(NOTHING, one.counted), counts=counts)


def _section_in_stage(one: Scored, counts: str) -> Scored:
    if counts == NOT_MET:
        return NOTHING, ZERO
    return one if counts == MET else (hull(NOTHING, one[0]), one[1])
