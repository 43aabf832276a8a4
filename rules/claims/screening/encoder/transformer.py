"""Transformer layers in integer arithmetic, with identical bits on every machine.

Values between layers are integers in units of 1/1024; weights are multiples of 2^-24. Both are stored as 64-bit floats.
Products and sums stay below 2^53, so neither summation order nor fused instructions change them. Each operation on a
single number is one IEEE operation; the exponential and GELU are tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import prod
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

ONE = 1024
WIDTH, HEADS, INNER = 384, 12, 1536
_HEAD_WIDTH = WIDTH // HEADS
GELU_END = 8 * ONE
"""GELU is the identity above this value, and 0 below its negative."""
EXPONENT_ONE = 64
EXPONENT_END = 16 * EXPONENT_ONE
_ATTENTION_UNIT = 4096
_EXPONENT_UNIT_SQUARED = EXPONENT_ONE * EXPONENT_ONE
"""Exponents are products divided by the root of the head width: 64 / √32 = √(64² / 32)."""


@dataclass(frozen=True)
class Tables:
    """Tables of GELU from -8 to 8 in units of 1/1024, and of exponentials in units of 2^-20.

    The exponentials are those of 0 to -16, in steps of 1/64.
    """

    gelu: Numbers
    exponential: Numbers


@dataclass(frozen=True)
class Layer:
    """Weights of one layer; matrices have one row per output."""

    query: Numbers
    query_bias: Numbers
    key: Numbers
    key_bias: Numbers
    value: Numbers
    value_bias: Numbers
    output: Numbers
    output_bias: Numbers
    attention_scale: Numbers
    attention_shift: Numbers
    inner: Numbers
    inner_bias: Numbers
    outer: Numbers
    outer_bias: Numbers
    layer_scale: Numbers
    layer_shift: Numbers

    @classmethod
    def of(cls, tensors: Iterable[tuple[str, NDArray[np.floating]]]) -> Layer:
        memory = np.empty(_MATRIX_NUMBERS)  # one large allocation is faster than many small ones
        shaped = {}
        for part, tensor in tensors:
            if part in _SHAPES:
                numbers, memory = np.split(memory, [tensor.size])
                numbers[:] = tensor
                shaped[part] = numbers.reshape(_SHAPES[part])
            else:
                shaped[part] = tensor.astype(np.float64) * ONE
        return cls(**shaped)


_SHAPES = {
    **dict.fromkeys(("query", "key", "value", "output"), (WIDTH, WIDTH)),
    "inner": (INNER, WIDTH),
    "outer": (WIDTH, INNER),
}
MATRICES = tuple(_SHAPES)
_MATRIX_NUMBERS = sum(map(prod, _SHAPES.values()))


def normed(numbers: Numbers, scale: Numbers, shift: Numbers) -> Numbers:
    """Normalize rows of integers in any unit; scale, shift and result are in 1024ths."""
    deviations = numbers - np.rint(numbers.sum(axis=-1, keepdims=True) / WIDTH)
    spread = np.sqrt(np.maximum((deviations * deviations).sum(axis=-1, keepdims=True) / WIDTH, 1))
    normed_rows: Numbers = np.rint(deviations / spread * scale + shift)
    return normed_rows


def run_layers(numbers: Numbers, lengths: Sequence[int], layers: Iterable[Layer], tables: Tables) -> Numbers:
    """Run the concatenated pieces of several texts through layers; attention stays within each text."""
    bounds = list(pairwise(accumulate(lengths, initial=0)))
    for layer in layers:
        query = _linear(numbers, layer.query, layer.query_bias)
        key = _linear(numbers, layer.key, layer.key_bias)
        value = _linear(numbers, layer.value, layer.value_bias)
        attention = np.concatenate([_attend(query[a:b], key[a:b], value[a:b], tables) for a, b in bounds])
        attended = numbers + _linear(attention, layer.output, layer.output_bias)
        numbers = normed(attended, layer.attention_scale, layer.attention_shift)
        inner = _gelu(_linear(numbers, layer.inner, layer.inner_bias), tables)
        numbers = normed(numbers + _linear(inner, layer.outer, layer.outer_bias), layer.layer_scale, layer.layer_shift)
    return numbers


def _linear(numbers: Numbers, weights: Numbers, bias: Numbers) -> Numbers:
    return np.rint(numbers @ weights.T + bias)


def _attend(query: Numbers, key: Numbers, value: Numbers, tables: Tables) -> Numbers:
    query, key, value = (each.reshape(-1, HEADS, _HEAD_WIDTH).transpose(1, 0, 2) for each in (query, key, value))
    exponents = np.rint(
        (query @ key.transpose(0, 2, 1)) / (ONE * ONE) * np.sqrt(np.float64(_EXPONENT_UNIT_SQUARED // _HEAD_WIDTH))
    )
    below = np.minimum(exponents.max(axis=-1, keepdims=True) - exponents, EXPONENT_END)
    parts = tables.exponential[below.astype(np.int64)]
    shares = np.rint(parts / parts.sum(axis=-1, keepdims=True) * _ATTENTION_UNIT)
    seen: Numbers = np.rint((shares @ value) / _ATTENTION_UNIT)
    return seen.transpose(1, 0, 2).reshape(-1, WIDTH)


def _gelu(numbers: Numbers, tables: Tables) -> Numbers:
    clipped = np.clip(numbers, -GELU_END, GELU_END)
    return np.where(numbers >= GELU_END, numbers, tables.gelu[clipped.astype(np.int64) + GELU_END])
