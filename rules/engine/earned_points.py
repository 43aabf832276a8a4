"""Result types of scoring: scale results and earned points."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from rules.contracts.extents import NotApplicable, NumberExtent, UnknownOrAbsent
from rules.contracts.intervals import Interval, point_interval
from rules.contracts.outcomes import Outcome

if TYPE_CHECKING:
    from rules.contracts.extents import Extent

_ZERO = Fraction(0)
_ZERO_POINTS = point_interval(_ZERO)


class ScaleDetail(Protocol):
    """Details of a scale calculation, beyond rows and counts."""

    @property
    def percent(self) -> Interval:
        """The achieved share of the maximum, in percent."""


@dataclass(frozen=True, slots=True)
class ScaleResult:
    """The points of a scale. `is_measured` is whether its measure applies."""

    points: Interval
    is_measured: Outcome = Outcome.MET
    rows: tuple[int, ...] = ()
    parts: tuple[int, int] | None = None
    detail: ScaleDetail | None = None


@dataclass(frozen=True, slots=True)
class EarnedPoints:
    """The points of one indicator.

    `applies_alone` ignores the stage; `section_counts` is whether the section counts in it. `awarded` and `maximum`
    include the policy for criteria that do not apply. `rows` are the scale rows that are still possible. `parts` counts
    the parts that are certainly and possibly satisfied. `memo_slot` identifies the rule outcomes if these alone
    determine the result.
    """

    applies: Outcome
    points: Interval
    rows: tuple[int, ...] = ()
    parts: tuple[int, int] | None = None
    must: Outcome = Outcome.MET
    awarded: Interval = _ZERO_POINTS
    maximum: Fraction = _ZERO
    detail: ScaleDetail | None = None
    applies_alone: Outcome = Outcome.MET
    section_counts: Outcome = Outcome.MET
    at_maximum: Outcome = Outcome.NOT_MET
    memo_slot: int | None = field(default=None, compare=False)

    def equals_except_points(self, other: EarnedPoints) -> bool:
        """Return whether at most the points differ, as on one line of a scale."""
        return self._without_points == other._without_points

    @property
    def _without_points(self) -> tuple[object, ...]:
        return (
            self.applies,
            self.rows,
            self.parts,
            self.must,
            self.maximum,
            self.detail,
            self.section_counts,
            self.at_maximum,
        )

    @property
    def is_present_where_required(self) -> Outcome:
        if self.section_counts is Outcome.MET or self.applies_alone is Outcome.MET:
            return self.applies_alone
        return Outcome.MET if self.section_counts is Outcome.NOT_MET else Outcome.UNDETERMINED


def is_at_maximum(points: Interval, maximum: Fraction) -> Outcome:
    """Return whether the points are certainly, possibly or certainly not the maximum."""
    if points.low is not None:
        (numerator, denominator), (most, unit) = points.low.as_integer_ratio(), maximum.as_integer_ratio()
        if numerator * unit >= most * denominator:
            return Outcome.MET
        if points.low is points.high:
            return Outcome.NOT_MET
    fewer = points.high is not None and (points.high < maximum or (points.high == maximum and points.high_open))
    return Outcome.NOT_MET if fewer else Outcome.UNDETERMINED


def points_extent(earned: EarnedPoints) -> Extent:
    """Return the points of an indicator as rules read them."""
    if earned.applies is Outcome.MET:
        return NumberExtent(earned.points)
    return NotApplicable() if earned.applies is Outcome.NOT_MET else UnknownOrAbsent()
