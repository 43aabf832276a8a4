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
from .chart import Chart as Chart
from .judgements import DiagonalRule as DiagonalRule
from .notes import NoteCollector as NoteCollector
from .sheets import Sheet as Sheet, SheetPlace as SheetPlace, SheetRow as SheetRow
from .weights import WeighingInput as WeighingInput, WeighingOptions as WeighingOptions, weigh as weigh
