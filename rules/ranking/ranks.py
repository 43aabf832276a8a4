"""Ranks of the entries of a track, possible ranks of undetermined scores, and summary statistics."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.intervals import Interval

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class TrackEntry:
    """One evaluated subject of a track: its total score, and the share of its maximum that each indicator earned."""

    subject: str
    evaluation: str
    score: Interval
    shares: Mapping[str, Interval]


@dataclass(frozen=True, slots=True)
class RankedEntry:
    """An entry with its rank, counted from 1; `best` and `worst` differ if scores are undetermined."""

    entry: TrackEntry
    best: int
    worst: int


def rank(entries: Sequence[TrackEntry]) -> tuple[RankedEntry, ...]:
    """Rank the entries of one track by score, highest first.

    Equal scores share a rank, and the next rank skips an equal number of positions. Another entry surely ranks higher
    if its lowest possible score exceeds this entry's highest. It possibly ranks higher if its highest possible score
    exceeds this entry's lowest.
    """
    lows = sorted((_low(entry.score) for entry in entries), reverse=True)
    highs = sorted((_high(entry.score) for entry in entries), reverse=True)
    ranked_entries = [
        RankedEntry(
            entry,
            1 + _count_above(lows, _high(entry.score)),
            1 + _count_above(highs, _low(entry.score)) - _self_count(entry),
        )
        for entry in entries
    ]
    return tuple(sorted(ranked_entries, key=lambda ranked: (ranked.best, ranked.worst, ranked.entry.subject)))


_End = tuple[int, "Fraction | int"]


def _low(score: Interval) -> _End:
    return (-1, 0) if score.low is None else (0, score.low)


def _high(score: Interval) -> _End:
    return (1, 0) if score.high is None else (0, score.high)


def _self_count(entry: TrackEntry) -> int:
    """Return 1 if the entry was counted among the scores above its own lowest score, else 0."""
    return 1 if _high(entry.score) > _low(entry.score) else 0


def _count_above(descending: list[_End], end: _End) -> int:
    first, last = 0, len(descending)
    while first < last:
        middle = (first + last) // 2
        if descending[middle] > end:
            first = middle + 1
        else:
            last = middle
    return first


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
