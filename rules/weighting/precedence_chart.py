"""Precedence chart (优序图法): averaged expert matrices, row totals and weights.

The expert matrices are averaged first. The weight of an item is its row total divided by the sum of all totals, which
is n²/2 with the diagonal and n(n-1)/2 without it.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.weighting.judgements import DiagonalRule
from rules.weighting.sheet_model import SheetPlace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.weighting.judgements import Judgements
    from rules.weighting.weighting_diagnostics import NoteCollector

Matrix = tuple[tuple[Fraction, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The averaged matrix with the total of each row, in the order of `items`."""

    variant: DiagonalRule
    experts: tuple[str, ...]
    items: tuple[str, ...]
    labels: Mapping[str, str]
    mean: Matrix
    totals: tuple[Fraction, ...]

    @property
    def sum(self) -> Fraction:
        return sum(self.totals, Fraction(0))

    @property
    def weights(self) -> tuple[Fraction, ...]:
        return tuple(total / self.sum for total in self.totals)


def compute_precedence_chart(panel: Sequence[Judgements], variant: DiagonalRule) -> Chart:
    """Average the judgements and sum the rows; all experts must have the same items in the same order."""
    items = panel[0].items
    size = range(len(items))
    mean = tuple(
        tuple(
            sum((judgements.values[row][column] for judgements in panel), Fraction(0)) / len(panel) for column in size
        )
        for row in size
    )
    diagonal = variant is DiagonalRule.WITH_DIAGONAL
    totals = tuple(
        sum((mean[row][column] for column in size if diagonal or row != column), Fraction(0)) for row in size
    )
    labels = {item: label for judgements in reversed(panel) for item, label in judgements.labels.items()}
    return Chart(variant, tuple(judgements.expert for judgements in panel), items, labels, mean, totals)


def note_zero_weights(chart: Chart, notes: NoteCollector) -> None:
    """Report items with a row total of zero, which receive no weight."""
    for item, total in zip(chart.items, chart.totals, strict=True):
        if total == 0:
            notes.add("ZERO_WEIGHT", SheetPlace(item))
