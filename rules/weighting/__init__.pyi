from .apportionment import (
    BlockSum as BlockSum,
    PointsKind as PointsKind,
    ScalingScope as ScalingScope,
    Weighting as Weighting,
)
from .blocks import (
    Indicators as Indicators,
    ItemBlock as ItemBlock,
    read_blocks as read_blocks,
    read_points as read_points,
)
from .judgements import DiagonalRule as DiagonalRule
from .precedence_chart import Chart as Chart
from .sheet_model import Sheet as Sheet, SheetPlace as SheetPlace, SheetRow as SheetRow
from .weighting_diagnostics import NoteCollector as NoteCollector
from .weights import WeighingInput as WeighingInput, WeighingOptions as WeighingOptions, weigh as weigh
