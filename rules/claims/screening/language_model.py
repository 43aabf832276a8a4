"""Language identification model (py3langid): scores of languages by letter n-grams, loaded once.

Only the states and the weights of the requested languages are cached. This avoids importing numpy and unpacking the
model, which takes half a second.
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
_MAX_STATE_BYTES = 7
_LEADING = tuple(1 << 8 * length for length in range(_MAX_STATE_BYTES + 2))


_INDEX_THRESHOLD = 2_000
"""After this many look-ups a dictionary replaces binary search; a single sentence needs fewer."""


class AutomatonStates:
    """Sorted automaton states, identified by their bytes, and the feature of each."""

    def __init__(self, states: array[int], features: array[int]) -> None:
        self._states, self._features = states, features
        self._lookup_count = 0
        self._feature_index: dict[int, int] | None = None

    def feature(self, state: int) -> int | None:
        """Return the feature of a state: negative if it has none, None if the state does not exist."""
        if self._feature_index is not None:
            return self._feature_index.get(state)
        self._lookup_count += 1
        if self._lookup_count == _INDEX_THRESHOLD:
            self._feature_index = dict(zip(self._states, self._features, strict=True))
        position = bisect_left(self._states, state)
        exists = position < len(self._states) and self._states[position] == state
        return self._features[position] if exists else None


class LanguageModel(NamedTuple):
    """Automaton states, and the weights of their features in each language."""

    languages: tuple[str, ...]
    states: AutomatonStates
    weights: array[int]
    priors: tuple[int, ...]

    def rank(self, text: str) -> list[tuple[str, int]]:
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
    """Return the model of these languages from the cache, or extract it from the library."""
    language_codes = ",".join(languages)
    digest = source_digest(_FORM, _installation_fingerprint(), language_codes.encode())
    content = find_cached(_NAME, digest)
    if content is None:
        content = _extract_from_library(languages)
        store_cached(_NAME, digest, content)
    return _parse_model(content)


def _installation_fingerprint() -> bytes:
    spec = find_spec("py3langid")
    if spec is None or spec.origin is None:
        return b""
    file_stats = [each.stat() for each in sorted(Path(spec.origin).parent.glob("data/*"))]
    return repr([(each.st_size, each.st_mtime_ns) for each in file_stats]).encode()


def _parse_model(content: bytes) -> LanguageModel:
    end = content.index(b"\n")
    count, *named = content[:end].decode().split(",")
    rest = memoryview(content)[end + 1 :]  # avoids a second copy of the long content
    states, features, weights, priors = array("Q"), array("i"), array("i"), array("q")
    size = int(count)
    bounds = (0, 8 * size, 12 * size, len(rest) - 8 * len(named), len(rest))
    states.frombytes(rest[bounds[0] : bounds[1]])
    features.frombytes(rest[bounds[1] : bounds[2]])
    weights.frombytes(rest[bounds[2] : bounds[3]])
    priors.frombytes(rest[bounds[3] : bounds[4]])
    return LanguageModel(tuple(named), AutomatonStates(states, features), weights, tuple(priors))


def _extract_from_library(languages: Sequence[str]) -> bytes:
    import numpy as np  # noqa: PLC0415 -- slow import, rarely needed
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 -- slow import, rarely needed

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(languages))
    moves = np.frombuffer(identifier.tk_nextmove, dtype=identifier.tk_nextmove.typecode).reshape(-1, 256)
    rows = np.frombuffer(identifier.tk_row, dtype=identifier.tk_row.typecode)
    state_ids = np.zeros(len(rows), dtype=np.uint64)
    state_ids[0] = 1
    frontier = np.zeros(1, dtype=np.int64)
    while frontier.size:  # breadth first: the shortest path to a state identifies it
        reached = moves[rows[frontier]].astype(np.int64)
        new_from, byte = np.nonzero(state_ids[reached] == 0)
        states = reached[new_from, byte]
        state_ids[states] = state_ids[frontier[new_from]] * np.uint64(256) + byte.astype(np.uint64)
        frontier = np.unique(states)
    head = ",".join((str(len(state_ids)), *identifier.nb_classes)).encode()
    order = np.argsort(state_ids)
    tables = (
        state_ids[order].astype(np.uint64).tobytes(),
        np.asarray(identifier.tk_output, dtype=np.int32)[order].tobytes(),
        np.rint(np.asarray(identifier.nb_ptc, dtype="f8") * _STEP).astype(np.int32).tobytes(),
        np.rint(np.asarray(identifier.nb_pc, dtype="f8") * UNIT).astype(np.int64).tobytes(),
    )
    return b"\n".join((head, b"".join(tables)))
