"""Linear classifier for claims: text features, learned weights and scores."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import combinations
from math import isqrt
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from rules.contracts.inputs import FrozenModel

if TYPE_CHECKING:
    from rules.claims.screening.lexicon_matches import LexiconMatches


Hints = frozenset[str]
NONE: Hints = frozenset()
_WORD = "sign word"


def hints(language: str, readings: Sequence[LexiconMatches]) -> Hints:
    """Return the hints from all matches; sign hints only from matches in `language`."""
    return frozenset(_entry_hints(readings)) | frozenset(
        hint for matches in readings if matches.language == language for hint in _sign_hints(matches.signs)
    )


def _entry_hints(readings: Sequence[LexiconMatches]) -> Iterator[str]:
    for matches in readings:
        for hit in matches.hits:
            if hit.modifier:
                yield f"beside {hit.category}"
            elif hit.negated:
                yield "denied"
            else:
                yield from ("claimed", f"claim {hit.category}", f"sure {hit.confidence}")
                yield f"term {hit.term.partition('.')[2]}"
        for hidden in matches.hidden:
            yield from ("masked", f"mask {hidden.reason}")


def _sign_hints(signs: Mapping[str, int] | None) -> Iterator[str]:
    for sign, count in (signs or {}).items():
        if count:
            yield f"sign {sign}"
        if count > 1:
            yield f"often {sign}"


def parts(claim_hints: Hints) -> Iterable[str]:
    """Yield the hints and their combinations: claims with signs, and pairs of signs."""
    yield from sorted(claim_hints)
    signs = sorted(hint for hint in claim_hints if hint.startswith("sign ") and hint != _WORD)
    for claim in sorted(hint for hint in claim_hints if hint.startswith("claim ")):
        yield from (f"{claim} {sign}" for sign in signs)
    yield from (f"{first} {other}" for first, other in combinations(signs, 2))


BITS = 18
_TOKEN = re.compile(r"[\u3400-\u9fff]+|[^\W\d_\u3400-\u9fff]+|\d[\d.,: ]*|[%#?€$£¥]")
_MARK = re.compile(r'[!"«»“”„★:…/+()\[\]|*]')
_HAN = "\u3400"
_YEAR = re.compile(r"20[2-9]\d\Z")
_LONGEST_WORD = 40


class FeatureSettings(NamedTuple):
    """Feature selection: shortest and longest letter n-grams, adjacent word pairs, pairs with a word between."""

    shortest: int
    longest: int
    pairs: bool
    near: bool


def feature_buckets(folded: str, parts: FeatureSettings, claim_hints: Iterable[str] = ()) -> list[int]:
    """Return the hashed features of a folded text and its hints, repeated as often as they occur."""
    buckets = [_bucket("b")]
    words = [_mask_number(token) for token in _TOKEN.findall(folded)]
    for word in words:
        buckets += _word_buckets(word, parts)
    buckets.append(_bucket(f"l{min(len(words), 64).bit_length()}"))
    if parts.pairs:
        buckets += map(_bucket, _pairs(words, 1))
    if parts.near:
        buckets += map(_bucket, _pairs(words, 2))
    buckets += (_bucket(f"m {mark}") for mark in _MARK.findall(folded))
    buckets += (_bucket(f"h {hint}") for hint in claim_hints)
    return buckets


def _mask_number(token: str) -> str:
    if not token[0].isdigit():
        return token
    number = token.rstrip(" .,:")
    return "0y" if _YEAR.match(number) else "01" if len(number) == 1 else "0"


def _pairs(words: list[str], distance: int) -> Iterator[str]:
    for word, other in zip(["", *words], [*words, ""][distance - 1 :], strict=False):
        yield f"{distance} {word[-_LONGEST_WORD:]} {other[:_LONGEST_WORD]}"


@lru_cache(maxsize=20_000)
def _word_buckets(word: str, parts: FeatureSettings) -> tuple[int, ...]:
    if word[0] >= _HAN and word[0] <= "\u9fff":
        return tuple(
            _bucket(word[start : start + size]) for size in range(1, 5) for start in range(len(word) - size + 1)
        )
    delimited = f"<{word[:_LONGEST_WORD]}>"
    runs = [
        delimited[start : start + size]
        for size in range(parts.shortest, parts.longest + 1)
        for start in range(len(delimited) - size + 1)
    ]
    return tuple(_bucket(part) for part in (f"w {word}", *runs))


def _bucket(part: str) -> int:
    return crc32(part.encode("utf-8", "surrogatepass")) & ((1 << BITS) - 1)


FILE = "hearing.bin"
_SIZE = 1 << BITS


class ClassifierFileError(ValueError):
    """Invalid or unsupported weights file."""


class ClassifierMetadata(FrozenModel):
    """Metadata of the weights file.

    `corpus` and `lexicons` are digests of the training texts and of the lexicon entries behind the hints.
    """

    parts: FeatureSettings
    settings: Mapping[str, int]
    languages: tuple[str, ...]
    corpus: str
    lexicons: str
    texts: int
    digest: str


class ClaimClassifier:
    """Classifier weights: a shared table, and an additional one for each language."""

    def __init__(self, facts: ClassifierMetadata, tables: bytes) -> None:
        needed = (1 + len(facts.languages)) * _SIZE
        if len(tables) != needed or hashlib.sha256(tables).hexdigest() != facts.digest:
            raise ClassifierFileError(f"{FILE} is corrupt. Create it again with: python -m benchmarks.claims.hearing")
        self.facts = facts
        self._tables = tables
        self._common = array("b", tables[:_SIZE])
        self._own: dict[str, array[int]] = {}

    def knows(self, language: str) -> bool:
        return language in self.facts.languages

    def score(self, folded: str, language: str, hints: Hints) -> int:
        buckets = feature_buckets(folded, self.facts.parts, parts(hints))
        return normalize_score(
            _sum(self._common, buckets) + _sum(self._language_weights(language), buckets), len(buckets)
        )

    def _language_weights(self, language: str) -> array[int]:
        if language not in self._own:
            start = (1 + self.facts.languages.index(language)) * _SIZE
            self._own[language] = array("b", self._tables[start : start + _SIZE])
        return self._own[language]


def normalize_score(total: int, parts: int) -> int:
    """Scale a total weight by the root of the number of parts, so that long texts do not score higher."""
    return (total << 12) // isqrt(parts << 16)


def _sum(weights: array[int], positions: Sequence[int]) -> int:
    """Sum the weights at two or more positions; `itemgetter` is ten times as fast as single look-ups."""
    return sum(itemgetter(*positions)(weights))


def write_classifier(facts: ClassifierMetadata, tables: bytes) -> bytes:
    """Serialize a classifier to the bytes of its file."""
    head = json.dumps(facts.model_dump(mode="json"), sort_keys=True).encode()
    return zlib.compress(head + b"\n" + tables, 9)


def read_classifier(data: bytes) -> ClaimClassifier:
    """Load a classifier from the bytes of its file, or raise ClassifierFileError."""
    try:
        head, _, tables = zlib.decompress(data).partition(b"\n")
        facts = ClassifierMetadata.model_validate_json(head)
    except (zlib.error, ValueError) as error:
        raise ClassifierFileError(
            f"{FILE} cannot be read: {error}; write it again by: python -m benchmarks.claims.hearing"
        ) from error
    return ClaimClassifier(facts, tables)


@cache
def load_classifier() -> ClaimClassifier:
    """Load the classifier that is installed with the package."""
    return read_classifier(resources.files("rules.claims.screening").joinpath(FILE).read_bytes())
