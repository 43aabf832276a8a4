"""Summary statistics of a track: score quartiles and the weakest indicators by mean share."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.intervals import Interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.ranking.ranks import TrackEntry


@dataclass(frozen=True, slots=True)
class Quartiles:
    """The lowest score, the three quartiles and the highest score, for subjects with an exact score."""

    count: int
    least: Fraction
    lower: Fraction
    median: Fraction
    upper: Fraction
    greatest: Fraction


@dataclass(frozen=True, slots=True)
class IndicatorMean:
    """The mean share of its maximum that an indicator earned, over the subjects where it counted.

    The mean is an interval, because unknown facts leave shares undetermined.
    """

    criterion: str
    mean: Interval
    count: int


def quartiles(entries: Sequence[TrackEntry]) -> Quartiles | None:
    """Return the quartiles of the exact scores; None if no score is exact.

    A quartile is interpolated linearly at index q·(n − 1) of the ascending scores, counted from 0, as in the
    QUARTILE.INC function of spreadsheets.
    """
    scores = sorted(value for entry in entries if (value := entry.score.value) is not None)
    if not scores:
        return None
    at = [_quantile(scores, Fraction(part, 4)) for part in (1, 2, 3)]
    return Quartiles(len(scores), scores[0], at[0], at[1], at[2], scores[-1])


def _quantile(ascending: list[Fraction], part: Fraction) -> Fraction:
    rank = part * (len(ascending) - 1)
    before = rank.numerator // rank.denominator
    rest = rank - before
    if rest == 0:
        return ascending[before]
    return ascending[before] + rest * (ascending[before + 1] - ascending[before])


def indicators_weakest_first(entries: Sequence[TrackEntry]) -> tuple[IndicatorMean, ...]:
    """Return the indicators in ascending order of the midpoint of their mean share, then of their id."""
    sums: dict[str, tuple[Fraction, Fraction, int]] = {}
    for entry in entries:
        for criterion, share in entry.shares.items():
            low, high, count = sums.get(criterion, (Fraction(0), Fraction(0), 0))
            least = Fraction(0) if share.low is None else share.low
            greatest = Fraction(1) if share.high is None else share.high
            sums[criterion] = (low + least, high + greatest, count + 1)
    means = [
        IndicatorMean(criterion, Interval(low / count, high / count), count)
        for criterion, (low, high, count) in sums.items()
    ]
    return tuple(sorted(means, key=lambda indicator_mean: (_middle(indicator_mean.mean), indicator_mean.criterion)))


def _middle(mean: Interval) -> Fraction:
    return ((mean.low or Fraction(0)) + (mean.high or Fraction(0))) / 2
