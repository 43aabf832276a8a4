"""Charts of many results: an axis of points that grades divide, and scores on it as dots or columns.

All places are exact shares of the width, written as percentages only where they are drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from rules.contracts import format_exact, parse_exact
from service.output.report.ladder import percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rules.model import Scorecard
    from touchstone.v1 import evaluation_service_pb2 as evaluations

_TOP = Fraction(12, 100)
"""How wide the band of full points is, where a grade asks for them."""
_MOST_DOTS, _DOT, _RADIUS = 10, 9, 4
"""So many dots stand on each other; how high each is, and its radius, in pixels."""
_HIGHEST, _GROUND = 86, 108
"""How high the highest column is, and where the axis lies, in pixels."""
_TICKS = 5


@dataclass(frozen=True, slots=True)
class Band:
    """A grade on the axis: its id, empty for none, and the middle of its band."""

    grade: str
    middle: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One dot, or one column: where it stands, how high it reaches, and whether its scores fail a gate."""

    x: str
    y: int
    height: int
    fails: bool
    width: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis of points: from where on each stretch of it begins, and at which share of the width."""

    stops: Sequence[tuple[Fraction, Fraction]]
    """Points and shares, ascending, the first at 0 and the last at 1."""
    grades: Sequence[str] = ()
    """What lies before each stop but the first; empty where no grades divide it."""

    def place(self, points: Fraction) -> Fraction:
        """Give the share of the width at which points lie; what is outside lies at an end."""
        for (low, start), (high, end) in pairwise(self.stops):
            if points <= high:
                return start + max(points - low, Fraction(0)) / (high - low) * (end - start)
        return Fraction(1)

    @property
    def bands(self) -> list[Band]:
        """The grades with the middles of their bands."""
        return [
            Band(grade, percent((start + end) / 2))
            for grade, ((_, start), (_, end)) in zip(self.grades, pairwise(self.stops), strict=False)
        ]

    @property
    def ticks(self) -> list[tuple[str, str]]:
        """The places of the lines between bands, and their points."""
        inner = self.stops[1:-1] if self.grades else self.stops
        return [(percent(share), format_exact(points)) for points, share in inner]


def grade_starts(scorecard: Scorecard) -> list[tuple[str, Fraction]]:
    """Give the grades from the lowest on with the points from which each can be had; nothing unless these ascend."""
    if scorecard.ladder is None:
        return []
    starts = []
    for grade in reversed(scorecard.ladder.grades):
        bounds = (
            row.at_least if row.more_than is None else row.more_than
            for row in scorecard.ladder.rows
            if row.grade == grade.id and not row.exception
        )
        known = [bound for bound in bounds if bound is not None]
        if not known:
            return []
        starts.append((grade.id, min(known)))
    return starts if all(low[1] < high[1] for low, high in pairwise(starts)) else []


def axis_of(starts: Sequence[tuple[str, Fraction]], maximum: Fraction, lowest: Fraction) -> Axis:
    """Give the axis up to the most points: divided evenly by grades, or even in points without any.

    It begins at zero; where grades divide it, and no score lies lower, as far below the first as the second above it.
    """
    if not starts or maximum <= starts[0][1]:
        steps = [maximum * place / _TICKS for place in range(_TICKS + 1)]
        return Axis([(points, Fraction(place, _TICKS)) for place, points in enumerate(steps)])
    points = [start for _, start in starts]
    first = max(points[0] - ((points[1] if len(points) > 1 else maximum) - points[0]), Fraction(0))
    base = first if lowest >= first else min(Fraction(0), lowest)
    has_top = points[-1] == maximum
    stretches = [*pairwise([base, *points]), (points[-1], points[-1] + 1 if has_top else maximum)]
    width = (1 - _TOP) / (len(stretches) - 1) if has_top else Fraction(1, len(stretches))
    stops = [(base, Fraction(0)), *((high, width * number) for number, (_, high) in enumerate(stretches, start=1))]
    stops[-1] = stops[-1][0], Fraction(1)
    return Axis(stops, ["", *(grade for grade, _ in starts)])


@dataclass(frozen=True, slots=True)
class ScoreChart:
    """The scores of one stage, or of a card without stages, drawn over an axis."""

    distribution: evaluations.ScoreDistribution
    axis: Axis
    marks: Sequence[Mark]
    is_dots: bool


def score_chart(
    distribution: evaluations.ScoreDistribution, starts: Sequence[tuple[str, Fraction]]
) -> ScoreChart | None:
    """Draw scores: one dot each while they are few, or else one column for each whole point; None without any."""
    if not distribution.bins:
        return None
    lowest = Fraction(distribution.bins[0].points)
    highest = Fraction(distribution.bins[-1].points + 1)
    maximum = parse_exact(distribution.maximum_points) if distribution.maximum_points else highest
    if maximum <= 0:
        return None
    axis = axis_of(starts, maximum, lowest)
    is_dots = max(score_bin.result_count for score_bin in distribution.bins) <= _MOST_DOTS
    draw = _dots if is_dots else _columns
    return ScoreChart(distribution, axis, list(draw(distribution.bins, axis, maximum)), is_dots)


def _middle(points: int, axis: Axis, maximum: Fraction) -> Fraction:
    return axis.place(min(points + Fraction(1, 2), max(maximum, Fraction(points))))


def _dots(bins: Iterable[evaluations.ScoreBin], axis: Axis, maximum: Fraction) -> Iterable[Mark]:
    for score_bin in bins:
        x = percent(_middle(score_bin.points, axis, maximum))
        for number in range(score_bin.result_count):
            fails = number >= score_bin.result_count - score_bin.gate_failed_count
            yield Mark(x, _GROUND - 8 - _DOT * number, _RADIUS, fails)


def _columns(bins: Sequence[evaluations.ScoreBin], axis: Axis, maximum: Fraction) -> Iterable[Mark]:
    most = max(score_bin.result_count for score_bin in bins)
    for score_bin in bins:
        left, right = axis.place(Fraction(score_bin.points)), axis.place(Fraction(score_bin.points + 1))
        if score_bin.points >= maximum:  # full points are a single value
            left, right = axis.place(maximum), axis.place(maximum) + Fraction(1, 200)
        foot = _GROUND
        for fails, count in (
            (False, score_bin.result_count - score_bin.gate_failed_count),
            (True, score_bin.gate_failed_count),
        ):
            if count:
                height = max(1, round(Fraction(count, most) * _HIGHEST))
                foot -= height
                yield Mark(percent(left), foot, height, fails, percent(max(right - left, Fraction(1, 500))))
