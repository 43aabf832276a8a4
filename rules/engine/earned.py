"""What does an indicator earn, and which of that can be prepared once for a card?"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from rules.contracts.extents import NotApplicable, NumberExtent, PerhapsAbsent
from rules.contracts.intervals import Interval, exactly
from rules.contracts.outcomes import Outcome
from rules.model.scorecard import CountScale

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.extents import Extent
    from rules.engine.scale_rows import ScaleRow
    from rules.model.scorecard import Indicator

_ZERO = Fraction(0)
_NOTHING = exactly(_ZERO)


class Way(Protocol):
    """What a scale tells of the way to its points, if that is more than a row or a count."""

    @property
    def percent(self) -> Interval:
        """The share of the maximum that it comes to."""


@dataclass(frozen=True, slots=True)
class ScaleResult:
    """What a scale gives: points, whether what it measures is there, and how it came to them, as in `EarnedPoints`."""

    points: Interval
    there: Outcome = Outcome.MET
    rows: tuple[int, ...] = ()
    parts: tuple[int, int] | None = None
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class EarnedPoints:
    """What one indicator earns.

    `applies` is met, not met or undetermined; outside the stage that the subject is in an indicator does not apply.
    `alone` says whether it would if all sections counted, `counts` whether its section does. `points` are those of the
    scale, before the policy for criteria that do not apply; `counted` and `maximum` after it. `rows` are the numbers of
    the scale's rows still possible; `parts` how many parts of a count surely and possibly hold; `way` is what else the
    scale has to tell; `full` says whether the points are the most that the indicator can earn.
    """

    applies: Outcome
    points: Interval
    rows: tuple[int, ...] = ()
    parts: tuple[int, int] | None = None
    must: Outcome = Outcome.MET
    counted: Interval = _NOTHING
    maximum: Fraction = _ZERO
    way: Way | None = None
    alone: Outcome = Outcome.MET
    counts: Outcome = Outcome.MET
    full: Outcome = Outcome.NOT_MET

    @property
    def is_there(self) -> Outcome:
        """Not met if the indicator should count in the stage but does not apply."""
        if self.counts is Outcome.MET or self.alone is Outcome.MET:
            return self.alone
        return Outcome.MET if self.counts is Outcome.NOT_MET else Outcome.UNDETERMINED


def is_full(points: Interval, maximum: Fraction) -> Outcome:
    """Say whether points are the most that can be earned, certainly fewer, or perhaps either."""
    if points.low is not None and points.low >= maximum:
        return Outcome.MET
    fewer = points.high is not None and (points.high < maximum or (points.high == maximum and points.high_open))
    return Outcome.NOT_MET if fewer else Outcome.UNDETERMINED


class Sure:
    """What an indicator earns wherever the first pass leaves nothing about it open, prepared once.

    Only of indicators that always apply and have no must-condition, on scales whose rows have fixed points, or counts.
    """

    def __init__(self, indicator: Indicator, rows: tuple[ScaleRow, ...]) -> None:
        """Prepare what is earned on each row, or with each number of parts that hold."""
        self._rules: tuple[str, ...] = ()
        self._earned: list[EarnedPoints | None] = []
        if indicator.applies or indicator.must:
            return
        if isinstance(indicator.scale, CountScale):
            parts = len(indicator.scale.parts)
            self._rules = tuple(f"{indicator.id}:part:{index}" for index in range(parts))
            points = (exactly(share_of(indicator.maximum, holding, parts)) for holding in range(parts + 1))
            self._earned = [surely(indicator, one, parts=(holding, holding)) for holding, one in enumerate(points)]
        else:
            self._rules = tuple(f"{indicator.id}:row:{index}" for index in range(len(rows)))
            self._earned = [
                surely(indicator, row.fixed, rows=(row.number,)) if row.number > 0 and row.fixed is not None else None
                for row in rows
            ]
        self._by_row = not isinstance(indicator.scale, CountScale)

    def earned(self, outcomes: Mapping[str, Outcome]) -> EarnedPoints | None:
        """Give what is earned; None if more than the outcomes is needed to say so."""
        answers = [outcomes[rule] for rule in self._rules]
        met = answers.count(Outcome.MET)
        if not answers or met + answers.count(Outcome.NOT_MET) < len(answers):
            return None
        if self._by_row:
            return self._earned[answers.index(Outcome.MET)] if met == 1 else None
        return self._earned[met]

    def place(self, earned: EarnedPoints) -> int | None:
        """Say which of what was prepared this is; None if it was made for one evaluation."""
        for place, prepared in enumerate(self._earned):
            if prepared is earned:
                return place
        return None


def surely(
    indicator: Indicator, points: Interval, rows: tuple[int, ...] = (), parts: tuple[int, int] | None = None
) -> EarnedPoints:
    """Give what an indicator earns that applies, whose points are known."""
    full = is_full(points, indicator.maximum)
    return EarnedPoints(Outcome.MET, points, rows, parts, counted=points, maximum=indicator.maximum, full=full)


def share_of(maximum: Fraction, holding: int, parts: int) -> Fraction:
    """Give the points of a count of which so many parts hold."""
    if holding in (0, parts):
        return maximum if holding else _ZERO
    return maximum * holding / parts


def points_extent(earned: EarnedPoints) -> Extent:
    """Give what rules may ask of an indicator: its points, that it has none, or that it is open whether it applies."""
    if earned.applies is Outcome.MET:
        return NumberExtent(earned.points)
    return NotApplicable() if earned.applies is Outcome.NOT_MET else PerhapsAbsent()
