"""Result types of scoring: what a scale gives, what an indicator earns, and its points as rules read them."""

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
_NOTHING = point_interval(_ZERO)


class ScaleDetail(Protocol):
    """What a scale tells of the way to its points, if that is more than a row or a count."""

    @property
    def percent(self) -> Interval:
        """The share of the maximum that it comes to."""


@dataclass(frozen=True, slots=True)
class ScaleResult:
    """What a scale gives: points, whether what it measures is there, and how it came to them, as in `EarnedPoints`."""

    points: Interval
    is_measured: Outcome = Outcome.MET
    rows: tuple[int, ...] = ()
    parts: tuple[int, int] | None = None
    detail: ScaleDetail | None = None


@dataclass(frozen=True, slots=True)
class EarnedPoints:
    """What one indicator earns.

    `applies` is met, not met or undetermined; outside the stage that the subject is in an indicator does not apply.
    `applies_alone` says whether it would if all sections counted, `section_counts` whether its section does. `points`
    are those of the scale, before the policy for criteria that do not apply; `awarded` and `maximum` after it. `rows`
    are the numbers of the scale's rows still possible; `parts` how many parts of a count surely and possibly hold;
    `detail` is what else the scale has to tell; `at_maximum` says whether the points are the most that the indicator
    can earn; `memo_slot` says in which of the ways its rules come out that are kept, if these alone say everything.
    """

    applies: Outcome
    points: Interval
    rows: tuple[int, ...] = ()
    parts: tuple[int, int] | None = None
    must: Outcome = Outcome.MET
    awarded: Interval = _NOTHING
    maximum: Fraction = _ZERO
    detail: ScaleDetail | None = None
    applies_alone: Outcome = Outcome.MET
    section_counts: Outcome = Outcome.MET
    at_maximum: Outcome = Outcome.NOT_MET
    memo_slot: int | None = field(default=None, compare=False)

    @property
    def is_present_where_required(self) -> Outcome:
        """Not met if the indicator should count in the stage but does not apply."""
        if self.section_counts is Outcome.MET or self.applies_alone is Outcome.MET:
            return self.applies_alone
        return Outcome.MET if self.section_counts is Outcome.NOT_MET else Outcome.UNDETERMINED


def is_at_maximum(points: Interval, maximum: Fraction) -> Outcome:
    """Say whether points are the most that can be earned, certainly fewer, or perhaps either."""
    if points.low is not None and points.low >= maximum:
        return Outcome.MET
    if points.low is points.high and points.low is not None:
        return Outcome.NOT_MET
    fewer = points.high is not None and (points.high < maximum or (points.high == maximum and points.high_open))
    return Outcome.NOT_MET if fewer else Outcome.UNDETERMINED


def points_extent(earned: EarnedPoints) -> Extent:
    """Give what rules may ask of an indicator: its points, that it has none, or that it is open whether it applies."""
    if earned.applies is Outcome.MET:
        return NumberExtent(earned.points)
    return NotApplicable() if earned.applies is Outcome.NOT_MET else UnknownOrAbsent()
