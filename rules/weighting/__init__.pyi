from .blocks import (
    Indicators as Indicators,
    ItemBlock as ItemBlock,
    read_blocks as read_blocks,
    read_points as read_points,
)
from .judgements import DiagonalRule as DiagonalRule
from .weighting_diagnostics import (
    NoteCollector as NoteCollector,
    Sheet as Sheet,
    SheetPlace as SheetPlace,
    SheetRow as SheetRow,
)
from .weights import (
    BlockSum as BlockSum,
    Chart as Chart,
    PointsKind as PointsKind,
    ScalingScope as ScalingScope,
    WeighingInput as WeighingInput,
    WeighingOptions as WeighingOptions,
    Weighting as Weighting,
    weigh as weigh,
)
