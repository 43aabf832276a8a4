"""Precedence chart (优序图法): averaged expert matrices, row totals and weights.

The matrices of all experts are averaged first. The total of a row, over the sum of all totals, is the weight of its
item. With the diagonal the totals add up to n²/2, without it to n(n-1)/2.
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
    """The averaged matrix with the total of each row, in the order of items."""

    variant: DiagonalRule
    experts: tuple[str, ...]
    items: tuple[str, ...]
    labels: Mapping[str, str]
    mean: Matrix
    totals: tuple[Fraction, ...]

    @property
    def sum(self) -> Fraction:
        """The sum of all totals, which the number of items alone decides."""
        return sum(self.totals, Fraction(0))

    @property
    def weights(self) -> tuple[Fraction, ...]:
        """The weight of each item; all weights add up to 1."""
        return tuple(total / self.sum for total in self.totals)


def compute_precedence_chart(panel: Sequence[Judgements], variant: DiagonalRule) -> Chart:
    """Average the judgements of at least one expert, all with the same items in the same order, and add up the rows."""
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
    """Note items that precede nothing, so that they weigh nothing."""
    for item, total in zip(chart.items, chart.totals, strict=True):
        if total == 0:
            notes.add("ZERO_WEIGHT", SheetPlace(item))
