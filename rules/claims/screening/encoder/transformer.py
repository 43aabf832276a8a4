"""Transformer layers in whole numbers: the same bits on every machine.

What passes between layers are whole 1024ths, and every weight is a multiple of 2^-24. They are held in 64-bit
floating-point numbers, of which products and sums stay below 2^53: no order of summing and no fused instruction changes
them. What is done to single numbers between is one IEEE operation each; the exponential and GELU are tables.
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
"""One, as layers tell it."""
WIDTH, HEADS, INNER = 384, 12, 1536
_HEAD_WIDTH = WIDTH // HEADS
GELU_END = 8 * ONE
"""From here on GELU is the number itself, and on the other side nothing."""
EXPONENT_ONE = 64
"""One, in the exponents that the table of exponentials is looked up by."""
EXPONENT_END = 16 * EXPONENT_ONE
_SHARE = 4096
"""Of so many parts are the shares of attention."""
_ROOT = EXPONENT_ONE * EXPONENT_ONE
"""Exponents are products, divided by the root of the width of a head: 64 / √32 = √(64² / 32)."""


@dataclass(frozen=True)
class Tables:
    """GELU from -8 to 8 in whole 1024ths; exponentials of 0 to -16 in steps of a 64th, in whole 2^-20."""

    gelu: Numbers
    exponential: Numbers


@dataclass(frozen=True)
class Layer:
    """The weights of one layer: matrices by row of what comes out, biases, and scales and shifts of both normings."""

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
        """Shape the tensors of a layer, which are named as its fields; each may be made when its turn comes."""
        memory = np.empty(_MATRIX_NUMBERS)  # at once: a system gives one large part faster than many
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
    """Norm rows of whole numbers of any unit; scale and shift are 1024ths, and so is what comes out."""
    apart = numbers - np.rint(numbers.sum(axis=-1, keepdims=True) / WIDTH)
    spread = np.sqrt(np.maximum((apart * apart).sum(axis=-1, keepdims=True) / WIDTH, 1))
    normed_rows: Numbers = np.rint(apart / spread * scale + shift)
    return normed_rows


def run_layers(numbers: Numbers, lengths: Sequence[int], layers: Iterable[Layer], tables: Tables) -> Numbers:
    """Run pieces of several texts, one after the other, through layers; each text sees itself alone."""
    bounds = list(pairwise(accumulate(lengths, initial=0)))
    for layer in layers:
        query = _linear(numbers, layer.query, layer.query_bias)
        key = _linear(numbers, layer.key, layer.key_bias)
        value = _linear(numbers, layer.value, layer.value_bias)
        seen = np.concatenate([_attend(query[a:b], key[a:b], value[a:b], tables) for a, b in bounds])
        attended = numbers + _linear(seen, layer.output, layer.output_bias)
        numbers = normed(attended, layer.attention_scale, layer.attention_shift)
        inner = _gelu(_linear(numbers, layer.inner, layer.inner_bias), tables)
        numbers = normed(numbers + _linear(inner, layer.outer, layer.outer_bias), layer.layer_scale, layer.layer_shift)
    return numbers


def _linear(numbers: Numbers, weights: Numbers, bias: Numbers) -> Numbers:
    return np.rint(numbers @ weights.T + bias)


def _attend(query: Numbers, key: Numbers, value: Numbers, tables: Tables) -> Numbers:
    """Let the pieces of one text see one another."""
    query, key, value = (each.reshape(-1, HEADS, _HEAD_WIDTH).transpose(1, 0, 2) for each in (query, key, value))
    exponents = np.rint((query @ key.transpose(0, 2, 1)) / (ONE * ONE) * np.sqrt(np.float64(_ROOT // _HEAD_WIDTH)))
    below = np.minimum(exponents.max(axis=-1, keepdims=True) - exponents, EXPONENT_END)
    parts = tables.exponential[below.astype(np.int64)]
    shares = np.rint(parts / parts.sum(axis=-1, keepdims=True) * _SHARE)
    seen: Numbers = np.rint((shares @ value) / _SHARE)
    return seen.transpose(1, 0, 2).reshape(-1, WIDTH)


def _gelu(numbers: Numbers, tables: Tables) -> Numbers:
    within = np.clip(numbers, -GELU_END, GELU_END)
    return np.where(numbers >= GELU_END, numbers, tables.gelu[within.astype(np.int64) + GELU_END])
