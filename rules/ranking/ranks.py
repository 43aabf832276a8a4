"""Ranks by score within a track, with best and worst possible rank while scores are open."""

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
    """An entry with its rank, counted from 1; `best` and `worst` differ while scores are open."""

    entry: TrackEntry
    best: int
    worst: int


def rank(entries: Sequence[TrackEntry]) -> tuple[RankedEntry, ...]:
    """Rank the entries of one track by score, highest first.

    Equal scores share a rank, and the next ones follow after as many places. A subject whose score is open, or that
    is compared with such a one, has a best and a worst rank: others rank before it for sure if even their least score
    is more than its greatest, perhaps if their greatest is more than its least.
    """
    lows = sorted((_low(entry.score) for entry in entries), reverse=True)
    highs = sorted((_high(entry.score) for entry in entries), reverse=True)
    places = [
        RankedEntry(entry, 1 + _above(lows, _high(entry.score)), 1 + _above(highs, _low(entry.score)) - _itself(entry))
        for entry in entries
    ]
    return tuple(sorted(places, key=lambda place: (place.best, place.worst, place.entry.subject)))


_End = tuple[int, "Fraction | int"]
"""An end of an interval; a missing one is before or after every number."""


def _low(score: Interval) -> _End:
    return (-1, 0) if score.low is None else (0, score.low)


def _high(score: Interval) -> _End:
    return (1, 0) if score.high is None else (0, score.high)


def _itself(entry: TrackEntry) -> int:
    """Count the entry itself among those whose greatest score is more than its least."""
    return 1 if _high(entry.score) > _low(entry.score) else 0


def _above(descending: list[_End], end: _End) -> int:
    """Count the ends that are greater, by halving."""
    first, last = 0, len(descending)
    while first < last:
        middle = (first + last) // 2
        if descending[middle] > end:
            first = middle + 1
        else:
            last = middle
    return first
