"""Weights of items from judgements, blocks and a scaling method; entry point of the package."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import Severity
from rules.weighting.apportionment import PointsKind, ScalingScope, Shares, build_weighting, round_points, scale_points
from rules.weighting.blocks import ItemBlock, check_blocks, check_indicators, check_points
from rules.weighting.judgements import DiagonalRule, note_contradictions, read_panel
from rules.weighting.precedence_chart import compute_precedence_chart, note_zero_weights
from rules.weighting.sheet_model import SheetPlace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.weighting.apportionment import Weighting
    from rules.weighting.blocks import Indicators, PointsTable
    from rules.weighting.precedence_chart import Chart
    from rules.weighting.sheet_model import Sheet
    from rules.weighting.weighting_diagnostics import NoteCollector

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
    return (
        None
        if table is None
        else build_weighting(
            Shares(table.points, {}, PointsKind.GIVEN, _labels(None, material)), material.blocks, None, scale
        )
    )


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
    if table is not None:
        return build_weighting(Shares(table.points, exact, PointsKind.GIVEN, labels), blocks, chart, scale)
    if not options.whole:
        return build_weighting(Shares(exact, exact, PointsKind.EXACT, labels), blocks, chart, scale)
    points = round_points(exact, groups, chart.items, notes)
    return (
        None
        if points is None
        else build_weighting(Shares(points, exact, PointsKind.WHOLE, labels), blocks, chart, scale)
    )


def _labels(chart: Chart | None, inputs: WeighingInput) -> Mapping[str, str]:
    card = inputs.indicators.labels if inputs.indicators is not None else {}
    return {**card, **(chart.labels if chart is not None else {})}


def _block_of_all_items(chart: Chart, blocks: Sequence[ItemBlock], options: WeighingOptions) -> ItemBlock:
    points = sum((block.points for block in blocks), Fraction(0)) if blocks else options.total
    return ItemBlock(WHOLE, points, chart.items, SheetPlace(WHOLE))
