"""Training of the encoder's own layers: fine-tuning behind the frozen layers on the corpus, seeded, in JAX.

`python -m benchmarks.claims.encoder_training` trains on all texts that the classifier learns from and writes
`rules/claims/screening/encoder.npz`. `--further BATCH` trains the layers of the file for two more rounds: on batches
that were written later (such as `k` or `documents h`), and on three times as many other texts. The output of the frozen
layers is cached in `build/encoder/`. A run from the start needs an hour of one core and 4 GB.

Training uses binary floating-point numbers, so results differ in the last bits between machines. The file is therefore
the source, and is judged by its figures.
"""

from __future__ import annotations

import argparse
import io
import json
import math
import os
import sys
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import reduce
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from benchmarks.claims.corpus import Text

os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")

import jax
import jax.numpy as jnp
import numpy as np
import optax

from benchmarks.claims.hearing import DEAR, ON_PAGES, examples, is_learned, whole_words
from rules.claims.screening.candidates import CLAIM_TYPES
from rules.claims.screening.encoder.encoder_files import FILE, PACKED_DIGEST, check_packed, packed_path
from rules.claims.screening.encoder.packed_weights import PackedWeights, pack_blocks, unpack_blocks
from rules.claims.screening.encoder.sentence_encoder import (
    EXPONENT_END,
    EXPONENT_ONE,
    FROZEN,
    GELU_END,
    HEAD_ONE,
    HEADS,
    INNER,
    MATRICES,
    ONE,
    OWN,
    WIDTH,
    SentenceEncoder,
    Tokenizer,
    frozen_layer,
)
from service.configuration.folders import CHECKOUT

if TYPE_CHECKING:
    from numpy.typing import NDArray


BUILD = CHECKOUT / "build" / "encoder"
PATH = CHECKOUT / "rules" / "claims" / "screening" / FILE
TOKENS_A_STEP = 1024
DECAY, WARMING = 0.01, 0.06
DROPPED = 0.1
KINDS_SHARE = 0.3
"""The weight of the loss for claim kinds, relative to the loss for claim detection."""
SMOOTHED = 0.02
"""Label smoothing: the distance of the targets from 0 and 1."""
ON_PAGES_DEAR = 2.0
HUNDREDTHS = 100
_AT_ONCE = 32
_WIDTHS = 8
"""Batch widths are multiples of this number of pieces, to limit the number of compiled shapes."""

Parameters = dict[str, Any]


class Sample(NamedTuple):
    """A text by its number, whether it claims, how dear a mistake is, and its kinds."""

    number: int
    claim: float
    dear: float
    kinds: tuple[int, ...]


class States:
    """The output of the frozen layers for each text, cached on disk by token pieces."""

    def __init__(self, packed: PackedWeights, texts: Sequence[str]) -> None:
        names, numbers = (BUILD / f"{PACKED_DIGEST[:12]}-{name}" for name in ("cuts.json", "states.npz"))
        BUILD.mkdir(parents=True, exist_ok=True)
        known: list[list[int]] = json.loads(names.read_text(encoding="utf-8")) if names.is_file() else []
        states = np.zeros((0, WIDTH), np.float16)
        if known:
            with np.load(numbers) as stored:
                states = stored["states"]
        cuts = list(map(Tokenizer(packed.pieces).cut, texts))
        new = sorted({*map(tuple, cuts)} - {*map(tuple, known)})
        if new:
            states = np.concatenate([states, _frozen_states(packed, new)])
            known += map(list, new)
            np.savez(numbers, states=states)
            names.write_text(json.dumps(known), encoding="utf-8")
        ends = dict(zip(map(tuple, known), accumulate(map(len, known)), strict=True))
        self._states, self.lengths = states, np.array(list(map(len, cuts)))
        self._ends = [ends[tuple(cut)] for cut in cuts]

    def batch(self, numbers: Sequence[int], wide: int, rows: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return the states of texts, padded to a width and a number of rows, and a mask of the real positions."""
        states, mask = np.zeros((rows, wide, WIDTH), np.float32), np.zeros((rows, wide), np.float32)
        for row, number in enumerate(numbers):
            end, length = self._ends[number], self.lengths[number]
            states[row, :length], mask[row, :length] = self._states[end - length : end], 1
        mask[len(numbers) :, 0] = 1
        return states, mask


def _frozen_states(packed: PackedWeights, cut: Sequence[Sequence[int]]) -> NDArray[np.float16]:
    encoder = SentenceEncoder(packed, initial_file(packed))
    layers = [_shaped(frozen_layer(packed, number)) for number in range(FROZEN)]
    run = jax.jit(lambda numbers, mask: reduce(lambda given, layer: _layer(layer, given, mask, None), layers, numbers))
    order = sorted(range(len(cut)), key=lambda number: len(cut[number]))
    states: list[NDArray[np.float16]] = [np.zeros((0, WIDTH), np.float16)] * len(cut)
    for start in range(0, len(order), _AT_ONCE):
        numbers = order[start : start + _AT_ONCE]
        lengths = [len(cut[number]) for number in numbers]
        wide = -(-max(lengths) // _WIDTHS) * _WIDTHS
        mask = (np.arange(wide) < np.array(lengths)[:, None]).astype(np.float32)
        embedded = np.zeros((*mask.shape, WIDTH), np.float32)
        embedded[mask > 0] = encoder.embedded([cut[number] for number in numbers]) / ONE
        for number, length, given in zip(numbers, lengths, np.asarray(run(embedded, mask)), strict=True):
            states[number] = given[:length].astype(np.float16)
        if start // _AT_ONCE % 200 == 0:
            print(f"frozen layers: {start:,} of {len(order):,} texts", flush=True)
    return np.concatenate(states)


def initial_layers(packed: PackedWeights) -> list[dict[str, NDArray[np.float32]]]:
    """Return the initial values of our layers: the layers of the packed weights at the same depth."""
    return [_shaped(frozen_layer(packed, FROZEN + number)) for number in range(OWN)]


def _shaped(tensors: Iterable[tuple[str, NDArray[np.float32]]]) -> dict[str, NDArray[np.float32]]:
    return {part: tensor.reshape(_shape(part)) if part in MATRICES else tensor.copy() for part, tensor in tensors}


def _shape(matrix: str) -> tuple[int, int]:
    return (WIDTH if matrix != "inner" else INNER, WIDTH if matrix != "outer" else INNER)


def initial_file(packed: PackedWeights) -> dict[str, NDArray[np.generic]]:
    """Return the arrays of a file with untrained layers."""
    no_heads = {"head": np.zeros(WIDTH), "bias": np.zeros(()), "kinds": np.zeros((WIDTH, 0)), "kinds_bias": np.zeros(0)}
    return arrays(packed, {"layers": initial_layers(packed), **no_heads}, ())


def arrays(packed: PackedWeights, parameters: Parameters, kinds: Sequence[str]) -> dict[str, NDArray[np.generic]]:
    """Return the arrays of the file: layer differences in blocks, heads in whole numbers, and tables.

    Training changes weights by less than one quantization step. Blocks of the weights themselves would lose the change.
    """
    stored: dict[str, NDArray[np.generic]] = {}
    for number, (layer, begun) in enumerate(zip(parameters["layers"], initial_layers(packed), strict=True)):
        for part, numbers in layer.items():
            added = np.asarray(numbers, np.float32) - begun[part]
            stored[f"{number}.{part}"] = pack_blocks(added) if part in MATRICES else added.reshape(-1)
    heads = np.column_stack([parameters["head"], parameters["kinds"]]).T.astype(np.float64)
    biases = np.array([parameters["bias"], *parameters["kinds_bias"]], np.float64)
    stored["heads"] = np.rint(heads * HEAD_ONE).astype(np.int32)
    stored["biases"] = np.rint(biases * HUNDREDTHS).astype(np.int32)
    stored["kinds"] = np.array(kinds, "U32")
    gelu = [each / ONE * (1 + math.erf(each / ONE / math.sqrt(2))) / 2 for each in range(-GELU_END, GELU_END + 1)]
    stored["gelu"] = np.array([round(ONE * each) for each in gelu], np.int16)
    stored["exponential"] = np.array(
        [round(2**20 * math.exp(-each / EXPONENT_ONE)) for each in range(EXPONENT_END + 1)], np.int32
    )
    return stored


def _normed(numbers: jax.Array, scale: jax.Array, shift: jax.Array) -> jax.Array:
    mean = numbers.mean(-1, keepdims=True)
    spread = jnp.square(numbers - mean).mean(-1, keepdims=True)
    return (numbers - mean) * jax.lax.rsqrt(spread + 1e-12) * scale + shift


def _layer(layer: Parameters, numbers: jax.Array, mask: jax.Array, key: jax.Array | None) -> jax.Array:
    """Run one layer, as `sentence_encoder.run_layers` does in whole numbers. A key enables dropout."""
    rows, wide, width = numbers.shape

    def heads(part: str) -> jax.Array:
        given: jax.Array = numbers @ layer[part].T + layer[f"{part}_bias"]
        return given.reshape(rows, wide, HEADS, width // HEADS).transpose(0, 2, 1, 3)

    def dropped(added: jax.Array, which: int) -> jax.Array:
        if key is None:
            return added
        kept = jax.random.bernoulli(jax.random.fold_in(key, which), 1 - DROPPED, (rows, 1, width))
        return added * kept / (1 - DROPPED)

    exponents = heads("query") @ heads("key").transpose(0, 1, 3, 2) / math.sqrt(width // HEADS)
    shares = jax.nn.softmax(exponents + (mask[:, None, None, :] - 1) * 1e9, -1)
    seen = (shares @ heads("value")).transpose(0, 2, 1, 3).reshape(rows, wide, width)
    added = dropped(seen @ layer["output"].T + layer["output_bias"], 1)
    numbers = _normed(numbers + added, layer["attention_scale"], layer["attention_shift"])
    inner = jax.nn.gelu(numbers @ layer["inner"].T + layer["inner_bias"], approximate=False)
    added = dropped(inner @ layer["outer"].T + layer["outer_bias"], 2)
    return _normed(numbers + added, layer["layer_scale"], layer["layer_shift"])


def _encoded(parameters: Parameters, numbers: jax.Array, mask: jax.Array, key: jax.Array | None = None) -> jax.Array:
    for place, layer in enumerate(parameters["layers"]):
        numbers = _layer(layer, numbers, mask, None if key is None else jax.random.fold_in(key, place))
    return (numbers * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)


def _loss(  # noqa: PLR0913, PLR0917 - all of one batch
    parameters: Parameters,
    numbers: jax.Array,
    mask: jax.Array,
    claims: jax.Array,
    dear: jax.Array,
    kinds: jax.Array,
    key: jax.Array,
) -> jax.Array:
    encoded = _encoded(parameters, numbers, mask, key)
    said = encoded @ parameters["head"] + parameters["bias"]
    wanted = claims * (1 - 2 * SMOOTHED) + SMOOTHED
    loss = (optax.sigmoid_binary_cross_entropy(said, wanted) * dear).sum() / dear.sum()
    of_kinds = optax.sigmoid_binary_cross_entropy(encoded @ parameters["kinds"] + parameters["kinds_bias"], kinds)
    known = (kinds.sum(1) > 0) * dear
    total: jax.Array = loss + KINDS_SHARE * (of_kinds.sum(1) * known).sum() / jnp.maximum(known.sum(), 1) / 4
    return total


def batches(lengths: NDArray[np.int64], order: np.random.Generator | None = None) -> list[tuple[list[int], int]]:
    """Group texts of similar length into batches with their widths; shuffle if a generator is passed."""
    blurred = lengths + (order.uniform(0, 4, len(lengths)) if order is not None else 0)
    cut: list[tuple[list[int], int]] = []
    members: list[int] = []
    wide = 0
    for place in np.argsort(blurred, kind="stable").tolist():
        needed = -(-int(lengths[place]) // _WIDTHS) * _WIDTHS
        if members and (len(members) + 1) * max(needed, wide) > TOKENS_A_STEP:
            cut.append((members, wide))
            members, wide = [], 0
        members, wide = [*members, place], max(wide, needed)
    cut.append((members, wide))
    if order is not None:
        order.shuffle(cut)
    return cut


def initial_parameters(packed: PackedWeights) -> Parameters:
    """Return the untrained layers with new heads, from the same seed."""
    normal = np.random.default_rng(0).normal(size=(WIDTH, len(CLAIM_TYPES)))
    return {
        "layers": initial_layers(packed),
        "head": np.zeros(WIDTH, np.float32),
        "bias": np.zeros((), np.float32),
        "kinds": (normal * 0.02).astype(np.float32),
        "kinds_bias": np.full(len(CLAIM_TYPES), -3, np.float32),
    }


def stored_parameters(packed: PackedWeights) -> Parameters:
    """Return the layers and heads of the file."""
    with np.load(PATH, allow_pickle=False) as own:
        layers = initial_layers(packed)
        for number, layer in enumerate(layers):
            for part in layer:
                added = own[f"{number}.{part}"]
                layer[part] += (unpack_blocks(added) if part in MATRICES else added).reshape(layer[part].shape)
        head, *kinds = own["heads"].astype(np.float32) / HEAD_ONE
        bias, *kinds_bias = own["biases"].astype(np.float32) / HUNDREDTHS
    return {
        "layers": layers,
        "head": head,
        "bias": bias,
        "kinds": np.column_stack(kinds),
        "kinds_bias": np.array(kinds_bias),
    }


class Rounds(NamedTuple):
    """The number of rounds over the texts, and the greatest learning rates of layers and heads."""

    number: int
    layer_rate: float
    head_rate: float


FROM_START, FURTHER = Rounds(3, 1.5e-4, 2e-3), Rounds(2, 6e-5, 3e-4)


def trained(parameters: Parameters, states: States, samples: Sequence[Sample], rounds: Rounds) -> Parameters:
    """Fine-tune the layers and the heads."""
    order = np.random.default_rng(0)
    lengths = states.lengths[[each.number for each in samples]]
    steps = rounds.number * len(batches(lengths))

    def rate(most: float) -> optax.Schedule:
        return optax.warmup_cosine_decay_schedule(0, most, int(WARMING * steps) + 1, steps, most / 20)

    def parts(tree: Parameters) -> Parameters:
        return {name: jax.tree.map(lambda _, name=name: name == "layers", part) for name, part in tree.items()}

    optimizer = optax.chain(
        optax.clip_by_global_norm(1.0),
        optax.multi_transform(
            {
                True: optax.adamw(rate(rounds.layer_rate), weight_decay=DECAY),
                False: optax.adamw(rate(rounds.head_rate), weight_decay=DECAY),
            },
            parts,
        ),
    )
    state = optimizer.init(parameters)

    def step(parameters: Parameters, state: Any, *batch: jax.Array) -> tuple[Parameters, Any, jax.Array]:
        loss, slope = jax.value_and_grad(_loss)(parameters, *batch)
        change, state = optimizer.update(slope, state, parameters)
        return optax.apply_updates(parameters, change), state, loss

    quick_step = jax.jit(step)
    began, number, smooth = time.monotonic(), 0, 0.0
    for _ in range(rounds.number):
        for members, wide in batches(lengths, order):
            batch = _filled(states, [samples[place] for place in members], wide)
            parameters, state, loss = quick_step(parameters, state, *batch, jax.random.PRNGKey(number))
            number, smooth = number + 1, 0.98 * smooth + 0.02 * float(loss)
            if number % 100 == 0:
                print(f"step {number} of some {steps}, loss {smooth:.4f}, {time.monotonic() - began:.0f} s", flush=True)
    as_arrays: Parameters = jax.tree.map(np.asarray, parameters)
    return as_arrays


def _filled(states: States, samples: Sequence[Sample], wide: int) -> tuple[NDArray[np.float32], ...]:
    """Return a batch as arrays, padded to a number of rows that depends only on its width."""
    rows = max(TOKENS_A_STEP // wide, len(samples))
    claims, dear = np.zeros(rows, np.float32), np.zeros(rows, np.float32)
    kinds = np.zeros((rows, len(CLAIM_TYPES)), np.float32)
    for row, sample in enumerate(samples):
        claims[row], dear[row] = sample.claim, sample.dear
        kinds[row, list(sample.kinds)] = 1
    return (*states.batch([each.number for each in samples], wide, rows), claims, dear, kinds)


def samples_of(texts: Sequence[Text], numbers: dict[str, int]) -> Iterator[Sample]:
    """Yield the training target of each text."""
    for each in texts:
        dear = DEAR[each.difficulty] / 100 if each.claim else 1.0
        kinds = tuple(CLAIM_TYPES.index(kind) for kind in each.kinds) if each.claim else ()
        on_page = each.claim and each.batch.startswith(ON_PAGES)
        yield Sample(numbers[whole_words(each)], float(each.claim), ON_PAGES_DEAR if on_page else dear, kinds)


def written(packed: PackedWeights, parameters: Parameters) -> bytes:
    """Write the file, the same bytes for the same numbers."""
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **arrays(packed, parameters, CLAIM_TYPES))
    return file.getvalue()


def with_earlier(texts: Sequence[Text], batches: Collection[str]) -> list[Text]:
    """Return the texts of some batches, with three times as many others so that nothing is unlearned."""
    new = [each for each in texts if each.batch in batches]
    others = sorted((each for each in texts if each.batch not in batches), key=lambda each: crc32(each.id.encode()))
    return [*new, *others[: 3 * len(new)]]


def main() -> int:
    """Train, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--further", nargs="+", metavar="BATCH", help="train the layers of the file further")
    further = parser.parse_args().further
    path = packed_path()
    check_packed(path)
    packed = PackedWeights.open(path)
    learned = [each for each in examples() if is_learned(each)]
    if further:
        learned = with_earlier(learned, further)
    words = list(dict.fromkeys(whole_words(each) for each in learned))
    samples = list(samples_of(learned, {text: number for number, text in enumerate(words)}))
    begun, rounds = (stored_parameters(packed), FURTHER) if further else (initial_parameters(packed), FROM_START)
    parameters = trained(begun, States(packed, words), samples, rounds)
    PATH.write_bytes(written(packed, parameters))
    print(f"{PATH.name}: {PATH.stat().st_size:,} bytes, from {len(learned):,} texts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
