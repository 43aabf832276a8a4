from .ranks import TrackEntry as TrackEntry, rank as rank
from .summary import (
    IndicatorMean as IndicatorMean,
    Quartiles as Quartiles,
    indicators_weakest_first as indicators_weakest_first,
    quartiles as quartiles,
)
