"""Apportionment of points by weight: exact shares or whole numbers by largest remainder."""

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
    """Scope of apportionment: points of each block, or the total over all items."""

    BLOCKS = "blocks"
    TOTAL = "total"


class PointsKind(StrEnum):
    """Kind of points: exact fractions, whole numbers, or preset by a table."""

    EXACT = "exact"
    WHOLE = "whole"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class Shares:
    """Final and exact points of each item; `exact` comes from the chart and is empty without judgements."""

    points: Mapping[str, Fraction]
    exact: Mapping[str, Fraction]
    kind: PointsKind
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ItemPoints:
    """Final points of one item; `exact` comes from the chart, None without judgements."""

    item: str
    block: str
    exact: Fraction | None
    points: Fraction


@dataclass(frozen=True, slots=True)
class BlockSum:
    """Sums of a block: `points` to distribute, and `found`, the sum of its items' points.

    `totals` is the sum of the row totals of its items; None without judgements.
    """

    block: str
    points: Fraction
    found: Fraction
    totals: Fraction | None


@dataclass(frozen=True, slots=True)
class Weighting:
    """Points of every item with the arithmetic; `chart` is None without judgements."""

    chart: Chart | None
    labels: Mapping[str, str]
    scale: ScalingScope
    kind: PointsKind
    items: tuple[ItemPoints, ...]
    blocks: tuple[BlockSum, ...]

    @property
    def points(self) -> Mapping[str, Fraction]:
        return {item.item: item.points for item in self.items}

    @property
    def total(self) -> Fraction:
        return sum((item.points for item in self.items), Fraction(0))


def scale_points(chart: Chart, groups: Sequence[ItemBlock], notes: NoteCollector) -> Mapping[str, Fraction] | None:
    """Distribute the points of each group by row totals: `points × TTL_i / Σ TTL`.

    Returns None, with a note, if a group has points but all its items have zero weight.
    """
    totals = dict(zip(chart.items, chart.totals, strict=True))
    points: dict[str, Fraction] = {}
    is_valid = True
    for group in groups:
        group_total = sum((totals[item] for item in group.items), Fraction(0))
        if group_total == 0 and group.points:
            notes.add("BLOCK_WITHOUT_WEIGHT", group.place, block=group.id, points=format_exact(group.points))
            is_valid = False
            continue
        points |= {item: group.points * totals[item] / (group_total or 1) for item in group.items}
    return points if is_valid else None


def round_points(
    points: Mapping[str, Fraction], groups: Sequence[ItemBlock], order: Sequence[str], notes: NoteCollector
) -> Mapping[str, Fraction] | None:
    """Round the points of each group to whole numbers with the same sum, by largest remainder.

    Ties go to the item with more points, then to the first in `order`. Returns None, with a note, if a group has
    fractional points.
    """
    rounded: dict[str, Fraction] = {}
    is_valid = True
    for group in groups:
        if group.points.denominator != 1:
            notes.add("BLOCK_NOT_WHOLE", group.place, block=group.id, points=format_exact(group.points))
            is_valid = False
            continue
        floors = {item: Fraction(points[item] // 1) for item in group.items}
        remainder = group.points - sum(floors.values(), Fraction(0))
        ranked = sorted(group.items, key=lambda item: (floors[item] - points[item], -points[item], order.index(item)))
        rounded |= {item: floors[item] + (position < remainder) for position, item in enumerate(ranked)}
    if not is_valid:
        return None
    for item in order:
        if rounded[item] == 0 < points[item]:
            notes.add("ZERO_POINTS", SheetPlace(item), exact=format_exact(points[item]))
    return rounded


def build_weighting(shares: Shares, blocks: Sequence[ItemBlock], chart: Chart | None, scale: ScalingScope) -> Weighting:
    """Combine points and block sums, in the item order of the chart or else of the points."""
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
