"""Ranks by score within a track, with best and worst possible rank for undetermined scores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from rules.contracts.intervals import Interval


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
