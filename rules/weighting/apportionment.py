"""Apportionment of points by weight: exact shares or whole numbers by largest remainder, per block or over all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.weighting.sheet_model import SheetPlace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.weighting.blocks import ItemBlock
    from rules.weighting.precedence_chart import Chart
    from rules.weighting.weighting_diagnostics import NoteCollector


class ScalingScope(StrEnum):
    """Whether each block shares out its own points, or all items share the points of the whole."""

    BLOCKS = "blocks"
    TOTAL = "total"


class PointsKind(StrEnum):
    """What the points are: exact fractions, whole numbers, or those of a given table."""

    EXACT = "exact"
    WHOLE = "whole"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class Shares:
    """The points of each item: as they shall be, and exactly as the chart gives them (empty without judgements).

    `labels` names items for people, as far as names are known.
    """

    points: Mapping[str, Fraction]
    exact: Mapping[str, Fraction]
    kind: PointsKind
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ItemPoints:
    """What one item is worth: `exact` by the chart (None without judgements), and `points` in the end."""

    item: str
    block: str
    exact: Fraction | None
    points: Fraction


@dataclass(frozen=True, slots=True)
class BlockSum:
    """What the items of a block are worth together: `points` are to be shared out, `found` is their sum.

    `totals` is the sum of their row totals, None without judgements.
    """

    block: str
    points: Fraction
    found: Fraction
    totals: Fraction | None


@dataclass(frozen=True, slots=True)
class Weighting:
    """Points for every item with the arithmetic that leads there; `chart` is None for points that are only given."""

    chart: Chart | None
    labels: Mapping[str, str]
    scale: ScalingScope
    kind: PointsKind
    items: tuple[ItemPoints, ...]
    blocks: tuple[BlockSum, ...]

    @property
    def points(self) -> Mapping[str, Fraction]:
        """The points of each item."""
        return {item.item: item.points for item in self.items}

    @property
    def total(self) -> Fraction:
        """The points of all items together."""
        return sum((item.points for item in self.items), Fraction(0))


def scale_points(chart: Chart, groups: Sequence[ItemBlock], notes: NoteCollector) -> Mapping[str, Fraction] | None:
    """Share out the points of each group by the row totals of its items: `points × TTL_i / Σ TTL`.

    None if a group has points to share out, but none of its items any weight; that is noted.
    """
    totals = dict(zip(chart.items, chart.totals, strict=True))
    points: dict[str, Fraction] = {}
    sound = True
    for group in groups:
        together = sum((totals[item] for item in group.items), Fraction(0))
        if together == 0 and group.points:
            notes.add("BLOCK_WITHOUT_WEIGHT", group.place, block=group.id, points=format_exact(group.points))
            sound = False
            continue
        points |= {item: group.points * totals[item] / (together or 1) for item in group.items}
    return points if sound else None


def round_points(
    points: Mapping[str, Fraction], groups: Sequence[ItemBlock], order: Sequence[str], notes: NoteCollector
) -> Mapping[str, Fraction] | None:
    """Round the points of each group to whole numbers that keep its sum, by largest remainder.

    Every item first gets its points rounded down. What is left goes, one point each, to the items with the largest
    remainder; of equal remainders first to the item with more points, then to the one that stands first in `order`.
    None if the points of a group are not whole; that is noted.
    """
    rounded: dict[str, Fraction] = {}
    sound = True
    for group in groups:
        if group.points.denominator != 1:
            notes.add("BLOCK_NOT_WHOLE", group.place, block=group.id, points=format_exact(group.points))
            sound = False
            continue
        floors = {item: Fraction(points[item] // 1) for item in group.items}
        remainder = group.points - sum(floors.values(), Fraction(0))
        ranked = sorted(group.items, key=lambda item: (floors[item] - points[item], -points[item], order.index(item)))
        rounded |= {item: floors[item] + (position < remainder) for position, item in enumerate(ranked)}
    if not sound:
        return None
    for item in order:
        if rounded[item] == 0 < points[item]:
            notes.add("ZERO_POINTS", SheetPlace(item), exact=format_exact(points[item]))
    return rounded


def build_weighting(shares: Shares, blocks: Sequence[ItemBlock], chart: Chart | None, scale: ScalingScope) -> Weighting:
    """Put points and sums together, in the order of the chart, or else of the points."""
    points = shares.points
    totals = dict(zip(chart.items, chart.totals, strict=True)) if chart is not None else {}
    owners = {item: block.id for block in blocks for item in block.items}
    order = chart.items if chart is not None else tuple(points)
    return Weighting(
        chart=chart,
        labels=shares.labels,
        scale=scale,
        kind=shares.kind,
        items=tuple(ItemPoints(item, owners.get(item, ""), shares.exact.get(item), points[item]) for item in order),
        blocks=tuple(
            BlockSum(
                block.id,
                block.points,
                sum((points[item] for item in block.items), Fraction(0)),
                sum((totals[item] for item in block.items), Fraction(0)) if totals else None,
            )
            for block in blocks
        ),
    )
