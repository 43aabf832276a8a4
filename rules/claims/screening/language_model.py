"""Language identification model (py3langid): scores of languages by letter n-grams, loaded once.

That model is an automaton over bytes with a weight in each of many languages; what is kept of it are its states and the
weights in the languages asked for, without which numpy and half a second of unpacking would precede every answer.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from collections import Counter
from importlib.util import find_spec
from math import log1p
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.build_cache import find_cached, source_digest, store_cached

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAME = "languages"
_FORM = b"1"
_STEP = 1 << 16
UNIT = _STEP * _STEP
_LONGEST = 7
"""So many bytes a state stands for at most; with a leading one they fit into a number of eight."""
_LEADING = tuple(1 << 8 * length for length in range(_LONGEST + 2))


_INDEX_THRESHOLD = 2_000
"""So many states are looked for one by one before all are put where each is found at once: a sentence needs fewer."""


class AutomatonStates:
    """The states of an automaton by what they stand for, and the feature that each tells."""

    def __init__(self, states: array[int], features: array[int]) -> None:
        """Take them in the order of what they stand for."""
        self._states, self._features = states, features
        self._asked = 0
        self._at_once: dict[int, int] | None = None

    def feature(self, state: int) -> int | None:
        """Give the feature that a state tells, below zero if it tells none; nothing if there is no such state."""
        if self._at_once is not None:
            return self._at_once.get(state)
        self._asked += 1
        if self._asked == _INDEX_THRESHOLD:
            self._at_once = dict(zip(self._states, self._features, strict=True))
        position = bisect_left(self._states, state)
        there = position < len(self._states) and self._states[position] == state
        return self._features[position] if there else None


class LanguageModel(NamedTuple):
    """States by the last bytes they stand for, and the weights of the feature each tells, language by language."""

    languages: tuple[str, ...]
    states: AutomatonStates
    weights: array[int]
    priors: tuple[int, ...]

    def rank(self, text: str) -> list[tuple[str, int]]:
        """Give the languages by log-likelihood in parts of `UNIT`, the best first; the same for the same text."""
        if text.isupper():
            text = text.lower()
        feature_counts = Counter(
            self._match_features(unicodedata.normalize("NFC", text).encode("utf-8", errors="surrogatepass"))
        )
        sums, width = list(self.priors), len(self.languages)
        for feature, count in feature_counts.items():
            times, first = round(log1p(count) * _STEP), feature * width
            for position, weight in enumerate(self.weights[first : first + width]):
                sums[position] += times * weight
        if not feature_counts:
            sums = [0] * width
        return sorted(zip(self.languages, sums, strict=True), key=lambda scored: scored[1], reverse=True)

    def _match_features(self, content: bytes) -> list[int]:
        """Follow the automaton: after each byte its state is the longest end of the text that is one."""
        feature_of, features = self.states.feature, list[int]()
        state, length = 1, 0
        for byte in content:
            state, length = state << 8 | byte, length + 1
            while (feature := feature_of(state)) is None:
                length -= 1
                state = state & (_LEADING[length] - 1) | _LEADING[length]
            if feature >= 0:
                features.append(feature)
        return features


def language_model(languages: Sequence[str]) -> LanguageModel:
    """Give the model of these languages, as kept or else from the library."""
    language_codes = ",".join(languages)
    digest = source_digest(_FORM, _installed(), language_codes.encode())
    kept = find_cached(_NAME, digest)
    if kept is None:
        kept = _extracted(languages)
        store_cached(_NAME, digest, kept)
    return _parse_model(kept)


def _installed() -> bytes:
    """Tell one installation of the library from another: its model is long, and unpacking it is what is spared."""
    spec = find_spec("py3langid")
    if spec is None or spec.origin is None:
        return b""
    file_stats = [each.stat() for each in sorted(Path(spec.origin).parent.glob("data/*"))]
    return repr([(each.st_size, each.st_mtime_ns) for each in file_stats]).encode()


def _parse_model(content: bytes) -> LanguageModel:
    end = content.index(b"\n")
    count, *named = content[:end].decode().split(",")
    rest = memoryview(content)[end + 1 :]  # it is long, so it is copied but once
    states, features, weights, priors = array("Q"), array("i"), array("i"), array("q")
    size = int(count)
    edges = (0, 8 * size, 12 * size, len(rest) - 8 * len(named), len(rest))
    states.frombytes(rest[edges[0] : edges[1]])
    features.frombytes(rest[edges[1] : edges[2]])
    weights.frombytes(rest[edges[2] : edges[3]])
    priors.frombytes(rest[edges[3] : edges[4]])
    return LanguageModel(tuple(named), AutomatonStates(states, features), weights, tuple(priors))


def _extracted(languages: Sequence[str]) -> bytes:
    """Take out of the model of the library what its states stand for, and the weights in these languages."""
    import numpy as np  # noqa: PLC0415 -- slow to load, and needed but once
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 -- likewise

    whole = LanguageIdentifier.from_model_file(MODEL_FILE)
    whole.set_languages(list(languages))
    moves = np.frombuffer(whole.tk_nextmove, dtype=whole.tk_nextmove.typecode).reshape(-1, 256)
    rows = np.frombuffer(whole.tk_row, dtype=whole.tk_row.typecode)
    stands = np.zeros(len(rows), dtype=np.uint64)
    stands[0] = 1
    frontier = np.zeros(1, dtype=np.int64)
    while frontier.size:  # what a state is first reached by, breadth first, is what it stands for
        reached = moves[rows[frontier]].astype(np.int64)
        new_from, byte = np.nonzero(stands[reached] == 0)
        states = reached[new_from, byte]
        stands[states] = stands[frontier[new_from]] * np.uint64(256) + byte.astype(np.uint64)
        frontier = np.unique(states)
    head = ",".join((str(len(stands)), *whole.nb_classes)).encode()
    order = np.argsort(stands)
    held = (
        stands[order].astype(np.uint64).tobytes(),
        np.asarray(whole.tk_output, dtype=np.int32)[order].tobytes(),
        np.rint(np.asarray(whole.nb_ptc, dtype="f8") * _STEP).astype(np.int32).tobytes(),
        np.rint(np.asarray(whole.nb_pc, dtype="f8") * UNIT).astype(np.int64).tobytes(),
    )
    return b"\n".join((head, b"".join(held)))
