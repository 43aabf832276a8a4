"""Linear support vector machine in fixed-point arithmetic, trained by dual coordinate descent.

Squared hinge loss, fitted by dual coordinate descent (Hsieh et al., ICML 2008). Numbers are fixed-point: multipliers
and values in 65,536ths, weights finer. All numbers fit in 64 bits with a wide margin.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isqrt
from zlib import crc32

import numpy as np

_ONE = 1 << 16
_FINER = 8
_EPOCHS = 12
_UNIT = 40
"""The number of steps per unit of a stored weight. The largest stored step is 127."""
_MOST = 127

Row = tuple[Sequence[int], int]
"""The indexes of a text's weighted features, and the total number of its features."""


def fit(rows: Sequence[Row], claims: Sequence[bool], size: int, penalties: Sequence[int]) -> list[int]:
    """Fit weights for indexes below `size`. `penalties` are the costs of a mistake per row, in hundredths.

    Every feature of a text has the same value, one divided by the square root of the number of features.
    """
    weights = np.zeros(size, dtype=np.int64)
    softness = [_ONE * 50 // penalty for penalty in penalties]
    values = [isqrt((1 << 32) // parts) for _, parts in rows]
    place_counts = [np.unique(np.asarray(places, dtype=np.int64), return_counts=True) for places, _ in rows]
    lengths = [
        int(counts @ counts) * value * value >> 16 for (_, counts), value in zip(place_counts, values, strict=True)
    ]
    multipliers = [0] * len(rows)
    for epoch in range(_EPOCHS):
        for place in sorted(range(len(rows)), key=lambda each: crc32(b"%d %d" % (epoch, each))):
            (places, counts), value = place_counts[place], values[place]
            sign, before = 1 if claims[place] else -1, multipliers[place]
            margin = sign * (int(weights[places] @ counts) * value >> (16 + _FINER))
            slope = margin - _ONE + (softness[place] * before >> 16)
            after = max(before - (slope << 16) // (lengths[place] + softness[place]), 0)
            if after != before:
                multipliers[place] = after
                weights[places] += (sign * (after - before) * value >> (16 - _FINER)) * counts
    return list(map(int, weights))


def stored(weights: Sequence[int]) -> bytes:
    """Write weights as bytes with sign, rounded, and cut to the greatest that these hold."""
    half = 1 << (15 + _FINER)
    encoded = bytearray(len(weights))
    for place, weight in enumerate(weights):
        if weight:
            encoded[place] = max(-_MOST, min(_MOST, (weight * _UNIT + half) >> (16 + _FINER))) & 255
    return bytes(encoded)
