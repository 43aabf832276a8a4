from .ranks import (
    IndicatorMean as IndicatorMean,
    Quartiles as Quartiles,
    TrackEntry as TrackEntry,
    indicators_weakest_first as indicators_weakest_first,
    quartiles as quartiles,
    rank as rank,
)
