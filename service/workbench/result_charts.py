"""Charts of many results: scores as dots or columns on an axis divided by grades.

Positions are exact shares of the width until they are displayed.
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

_FULL_POINTS_WIDTH = Fraction(12, 100)
_MAX_DOTS, _DOT_HEIGHT, _RADIUS = 10, 9, 4
_MAX_COLUMN_HEIGHT, _BASELINE = 86, 108
_TICK_COUNT = 5


@dataclass(frozen=True, slots=True)
class Band:
    """Grade, empty below the first, and the middle of its band."""

    grade: str
    middle: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Dot or column: position, height, and whether its scores fail a gate."""

    x: str
    y: int
    height: int
    fails: bool
    width: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """Axis of points, linear between its stops."""

    stops: Sequence[tuple[Fraction, Fraction]]
    """Points and shares of the width, ascending; shares run from 0 to 1."""
    grades: Sequence[str] = ()
    """Grade before each stop except the first; empty without grades."""

    def place(self, points: Fraction) -> Fraction:
        for (low, start), (high, end) in pairwise(self.stops):
            if points <= high:
                return start + max(points - low, Fraction(0)) / (high - low) * (end - start)
        return Fraction(1)

    @property
    def bands(self) -> list[Band]:
        return [
            Band(grade, percent((start + end) / 2))
            for grade, ((_, start), (_, end)) in zip(self.grades, pairwise(self.stops), strict=False)
        ]

    @property
    def ticks(self) -> list[tuple[str, str]]:
        inner = self.stops[1:-1] if self.grades else self.stops
        return [(percent(share), format_exact(points)) for points, share in inner]


def grade_starts(scorecard: Scorecard) -> list[tuple[str, Fraction]]:
    """Return grades with their minimum points, lowest first; empty unless these ascend."""
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
    """Return the axis up to `maximum`: bands of equal width for grades, else linear from zero.

    The band below the first grade covers as many points as the first band. It starts at zero if a score is lower.
    """
    if not starts or maximum <= starts[0][1]:
        steps = [maximum * number_of_tick / _TICK_COUNT for number_of_tick in range(_TICK_COUNT + 1)]
        return Axis([(points, Fraction(number_of_tick, _TICK_COUNT)) for number_of_tick, points in enumerate(steps)])
    points = [start for _, start in starts]
    first = max(points[0] - ((points[1] if len(points) > 1 else maximum) - points[0]), Fraction(0))
    base = first if lowest >= first else min(Fraction(0), lowest)
    has_top = points[-1] == maximum
    stretches = [*pairwise([base, *points]), (points[-1], points[-1] + 1 if has_top else maximum)]
    width = (1 - _FULL_POINTS_WIDTH) / (len(stretches) - 1) if has_top else Fraction(1, len(stretches))
    stops = [(base, Fraction(0)), *((high, width * number) for number, (_, high) in enumerate(stretches, start=1))]
    stops[-1] = stops[-1][0], Fraction(1)
    return Axis(stops, ["", *(grade for grade, _ in starts)])


@dataclass(frozen=True, slots=True)
class ScoreChart:
    """Scores of one stage, or of a scorecard without stages."""

    distribution: evaluations.ScoreDistribution
    axis: Axis
    marks: Sequence[Mark]
    is_dots: bool


def score_chart(
    distribution: evaluations.ScoreDistribution, starts: Sequence[tuple[str, Fraction]]
) -> ScoreChart | None:
    """Return dots, or columns if there are many scores; None without scores."""
    if not distribution.bins:
        return None
    lowest = Fraction(distribution.bins[0].points)
    highest = Fraction(distribution.bins[-1].points + 1)
    maximum = parse_exact(distribution.maximum_points) if distribution.maximum_points else highest
    if maximum <= 0:
        return None
    axis = axis_of(starts, maximum, lowest)
    is_dots = max(score_bin.result_count for score_bin in distribution.bins) <= _MAX_DOTS
    draw = _dots if is_dots else _columns
    return ScoreChart(distribution, axis, list(draw(distribution.bins, axis, maximum)), is_dots)


def _middle(points: int, axis: Axis, maximum: Fraction) -> Fraction:
    return axis.place(min(points + Fraction(1, 2), max(maximum, Fraction(points))))


def _dots(bins: Iterable[evaluations.ScoreBin], axis: Axis, maximum: Fraction) -> Iterable[Mark]:
    for score_bin in bins:
        x = percent(_middle(score_bin.points, axis, maximum))
        for number in range(score_bin.result_count):
            fails = number >= score_bin.result_count - score_bin.gate_failed_count
            yield Mark(x, _BASELINE - 8 - _DOT_HEIGHT * number, _RADIUS, fails)


def _columns(bins: Sequence[evaluations.ScoreBin], axis: Axis, maximum: Fraction) -> Iterable[Mark]:
    most = max(score_bin.result_count for score_bin in bins)
    for score_bin in bins:
        left, right = axis.place(Fraction(score_bin.points)), axis.place(Fraction(score_bin.points + 1))
        if score_bin.points >= maximum:  # full points are a single value
            left, right = axis.place(maximum), axis.place(maximum) + Fraction(1, 200)
        column_top = _BASELINE
        for fails, count in (
            (False, score_bin.result_count - score_bin.gate_failed_count),
            (True, score_bin.gate_failed_count),
        ):
            if count:
                height = max(1, round(Fraction(count, most) * _MAX_COLUMN_HEIGHT))
                column_top -= height
                yield Mark(percent(left), column_top, height, fails, percent(max(right - left, Fraction(1, 500))))
