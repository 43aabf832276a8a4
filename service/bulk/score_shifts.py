"""For whom does the answer stay and the score move, how far, and who moves most?"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

import polars as pl

from rules.columns.cells import CONCLUSION, SCORE_HIGH, SCORE_LOW
from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import ConclusionKind
from service.bulk.replayed import BEFORE, NEAR, SUBJECT
from service.bulk.screening import REFUSED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rules.contracts.canonical import Json


class Shift(NamedTuple):
    """The score of one subject, before and after."""

    subject: str
    before: Decimal
    after: Decimal

    @property
    def by(self) -> Decimal:
        """How far it moved; below zero where it fell."""
        return self.after - self.before


@dataclass(slots=True)
class ScoreShifts:
    """Shifts of scores whose answer stays; of the `open` ones the score, before or after, is no single number.

    `most` holds the greatest shift of each subject that moved furthest, up or down, those first.
    """

    by: list[Decimal] = field(default_factory=list)
    open: int = 0
    most: list[Shift] = field(default_factory=list)

    def add(self, part: pl.DataFrame, stays: Callable[[Mapping[str, Any]], bool], named: int) -> None:
        """Take a part of the answer of a run; so many subjects are kept by name."""
        found: dict[str, Shift] = {one.subject: one for one in self.most}
        for row in _rescored(part).iter_rows(named=True):
            if not stays(row):
                continue
            low, high, was_low, was_high = (row[name] for name in _BOUNDS)
            if low is None or was_low is None or low != high or was_low != was_high:
                self.open += 1
                continue
            shift = Shift(row[SUBJECT], was_low, Decimal(low))
            self.by.append(shift.by)
            if named:
                found[shift.subject] = max(shift, found.get(shift.subject, shift), key=_distance)
        self.most = heapq.nsmallest(named, found.values(), key=lambda one: (-_distance(one), one.subject))

    @property
    def raised(self) -> int:
        """How many scores rise."""
        return sum(by > 0 for by in self.by)

    @property
    def spread(self) -> tuple[Fraction, Fraction, Fraction] | None:
        """The least, the median and the greatest shift; None if no score moved."""
        if not self.by:
            return None
        every, last = sorted(self.by), len(self.by) - 1
        middle = (Fraction(every[last // 2]) + Fraction(every[(last + 1) // 2])) / 2
        return Fraction(every[0]), middle, Fraction(every[-1])

    def document(self) -> dict[str, Json]:
        """Write it for programs."""
        spread = zip(("least", "median", "greatest"), self.spread or (), strict=False)
        return {
            "count": len(self.by),
            "raised": self.raised,
            "lowered": len(self.by) - self.raised,
            "open": self.open,
            **{name: format_exact(one) for name, one in spread},
            "most": [
                {"subject": one.subject, "before": exact(one.before), "after": exact(one.after), "by": exact(one.by)}
                for one in self.most
            ],
        }


_BOUNDS = (SCORE_LOW, SCORE_HIGH, SCORE_LOW + BEFORE, SCORE_HIGH + BEFORE)


def exact(number: Decimal) -> str:
    """Write a number of a cell without the zeros at its end."""
    return format_exact(Fraction(number))


def _rescored(part: pl.DataFrame) -> pl.DataFrame:
    """Keep what had a score before, applies, and has another score, or another bound of it, now."""
    if SCORE_LOW not in part.columns:
        return part.clear()
    same = pl.lit(value=True)
    for name in (SCORE_LOW, SCORE_HIGH):
        same &= pl.col(name).cast(NEAR).eq_missing(pl.col(name + BEFORE))
    scored = pl.col(SCORE_LOW + BEFORE).is_not_null() | pl.col(SCORE_HIGH + BEFORE).is_not_null()
    applies = pl.col(CONCLUSION).cast(pl.String) != ConclusionKind.NOT_APPLICABLE.value
    return part.filter(pl.col(REFUSED).is_null() & scored & applies & ~same)


def _distance(shift: Shift) -> Decimal:
    return abs(shift.by)
