"""Weights of items from judgements, blocks and a scaling method; entry point of the package.

In the precedence chart (优序图法) the expert matrices are averaged first. The weight of an item is its row total
divided by the sum of all totals, which is n²/2 with the diagonal and n(n-1)/2 without it. Points by weight are exact
shares, or whole numbers by largest remainder.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import Severity
from rules.contracts.numbers import format_exact
from rules.weighting.blocks import ItemBlock, check_blocks, check_indicators, check_points
from rules.weighting.judgements import DiagonalRule, note_contradictions, read_panel
from rules.weighting.weighting_diagnostics import SheetPlace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.weighting.blocks import Indicators, PointsTable
    from rules.weighting.judgements import Judgements
    from rules.weighting.weighting_diagnostics import NoteCollector, Sheet


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


WHOLE = "total"


@dataclass(frozen=True, slots=True)
class WeighingOptions:
    """Options for points from weights; `total` is distributed if there are no blocks."""

    variant: DiagonalRule = DiagonalRule.WITH_DIAGONAL
    scale: ScalingScope = ScalingScope.BLOCKS
    whole: bool = False
    total: Fraction = Fraction(100)


@dataclass(frozen=True, slots=True)
class WeighingInput:
    """Inputs: one sheet per expert, blocks, preset points and the indicators of a scorecard."""

    sheets: Sequence[Sheet] = ()
    blocks: Sequence[ItemBlock] = ()
    table: PointsTable | None = None
    indicators: Indicators | None = None


def weigh(material: WeighingInput, way: WeighingOptions, notes: NoteCollector) -> Weighting | None:
    """Weigh judged items, or check preset points; None if an error is noted.

    Without blocks all items share `way.total`. With `ScalingScope.TOTAL` all items share the points of all blocks.
    """
    panel = read_panel(material.sheets, way.variant, notes)
    for judgements in panel:
        note_contradictions(judgements, notes)
    chart = compute_precedence_chart(panel, way.variant) if panel and not notes.of(Severity.ERROR) else None
    table = material.table
    items = panel[0].items if panel else tuple(table.points) if table is not None and not material.sheets else ()
    if items:
        _check(items, material, way, notes)
    if notes.of(Severity.ERROR):
        return None
    if chart is not None:
        note_zero_weights(chart, notes)
        return _weigh(chart, material, way, notes)
    scale = way.scale if material.blocks else ScalingScope.TOTAL
    if table is None:
        return None
    shares = Shares(table.points, {}, PointsKind.GIVEN, _labels(None, material))
    return build_weighting(shares, material.blocks, None, scale)


def _check(items: tuple[str, ...], inputs: WeighingInput, options: WeighingOptions, notes: NoteCollector) -> None:
    indicators, blocks, table = inputs.indicators, inputs.blocks, inputs.table
    if indicators is not None and not check_indicators(indicators, items, notes):
        return
    if blocks:
        check_blocks(blocks, items, notes)
    if table is not None:
        check_points(table, blocks if options.scale is ScalingScope.BLOCKS else (), items, notes)


def _weigh(chart: Chart, inputs: WeighingInput, options: WeighingOptions, notes: NoteCollector) -> Weighting | None:
    blocks, table = inputs.blocks, inputs.table
    groups = (
        blocks if blocks and options.scale is ScalingScope.BLOCKS else (_block_of_all_items(chart, blocks, options),)
    )
    scale = ScalingScope.BLOCKS if groups is blocks else ScalingScope.TOTAL
    labels = _labels(chart, inputs)
    exact = scale_points(chart, groups, notes)
    if exact is None:
        return None
    points: Mapping[str, Fraction] | None
    if table is not None:
        points, kind = table.points, PointsKind.GIVEN
    elif options.whole:
        points, kind = round_points(exact, groups, chart.items, notes), PointsKind.WHOLE
    else:
        points, kind = exact, PointsKind.EXACT
    return None if points is None else build_weighting(Shares(points, exact, kind, labels), blocks, chart, scale)


def _labels(chart: Chart | None, inputs: WeighingInput) -> Mapping[str, str]:
    card = inputs.indicators.labels if inputs.indicators is not None else {}
    return {**card, **(chart.labels if chart is not None else {})}


def _block_of_all_items(chart: Chart, blocks: Sequence[ItemBlock], options: WeighingOptions) -> ItemBlock:
    points = sum((block.points for block in blocks), Fraction(0)) if blocks else options.total
    return ItemBlock(WHOLE, points, chart.items, SheetPlace(WHOLE))
