"""Does a sentence sound like a claim, whatever its words, and like one of which kind?

A linear classifier, trained on the corpus of claims and near misses (tests/claims/screening/README.md): each small part
of a text, and each hint that lexicons give on it, has a whole number as its weight; their sum over the root of how many
they are is the score. The weights stand in `hearing.bin`, which `python -m benchmarks.claims.hearing` writes. What is
heard is a proposal: words of the lexicons give its place and facts, and rules decide.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from math import isqrt
from operator import add, itemgetter

from rules.claims.screening.features import BITS, Parts, buckets
from rules.claims.screening.hints import Hints, parts
from rules.claims.screening.kinds import BALANCES, CLAIM_TYPES, Balance, ClaimType
from rules.contracts.inputs import Frozen

FILE = "hearing.bin"
KIND_BITS = 15
"""Kinds are told by parts cut to fewer bits, for there are many kinds and fewer texts of each."""
_MOST_KINDS = 3
_SIZE, _KIND_SIZE = 1 << BITS, 1 << KIND_BITS


class HearingError(ValueError):
    """The file of weights is damaged, or of another form than this program reads."""


class Facts(Frozen):
    """What the file of weights says of itself.

    `settings` are those that the weights were fitted with. `thresholds` are, by language, the scores from which a text
    counts as heard, one for each balance; `doubts` those below which words that claim are doubted; `percents` the
    scores from which so many in a hundred texts of the corpus, half of them claims, were claims. `corpus` is the digest
    of the texts learned from, of which there are `texts`; `lexicons` that of the entries which hints come from.
    """

    parts: Parts
    settings: Mapping[str, int]
    languages: tuple[str, ...]
    kinds: tuple[ClaimType, ...]
    thresholds: Mapping[str, tuple[int, ...]]
    doubts: Mapping[str, tuple[int, ...]]
    percents: tuple[tuple[int, int], ...]
    corpus: str
    lexicons: str
    texts: int
    digest: str


class Model:
    """The weights: one table for all languages, one to add for each language, one for each kind."""

    def __init__(self, facts: Facts, tables: bytes) -> None:
        """Cut the tables apart.

        Raises:
            HearingError: they are not those that the facts are about.
        """
        needed = (1 + len(facts.languages)) * _SIZE + len(facts.kinds) * _KIND_SIZE
        if len(tables) != needed or hashlib.sha256(tables).hexdigest() != facts.digest:
            raise HearingError(f"{FILE} is damaged; write it again by: python -m benchmarks.claims.hearing")
        self.facts = facts
        self._tables = memoryview(tables).cast("b")
        starts = range((1 + len(facts.languages)) * _SIZE, needed, _KIND_SIZE)
        cut = (array("b", self._tables[at : at + _KIND_SIZE]) for at in starts)
        self._kinds = list(zip(facts.kinds, cut, strict=True))
        self._summed: dict[str, array[int]] = {}
        self._from = [score for score, _ in facts.percents]

    def knows(self, language: str) -> bool:
        """Say whether texts of a language were learned from."""
        return language in self.facts.languages

    def score(self, folded: str, language: str, hints: Hints) -> int:
        """Score a folded text in one of the languages, with what lexicons tell of it."""
        found = buckets(folded, self.facts.parts, parts(hints))
        return scored(_sum(self._weights(language), found), len(found))

    def percent(self, score: int) -> int:
        """Say of a hundred texts with this score, half of all being claims, how many are claims."""
        place = bisect_right(self._from, score)
        return self.facts.percents[max(place - 1, 0)][1]

    def threshold(self, language: str, balance: Balance) -> int:
        """Give the least score at which a text counts as heard."""
        return self.facts.thresholds[language][BALANCES.index(balance)]

    def doubt(self, language: str, balance: Balance) -> int:
        """Give the score below which words that claim are doubted."""
        return self.facts.doubts[language][BALANCES.index(balance)]

    def kinds(self, folded: str, hints: Hints) -> tuple[ClaimType, ...]:
        """Tell of which kinds a claim sounds, in their own order; at least one."""
        places = [bucket & (_KIND_SIZE - 1) for bucket in buckets(folded, self.facts.parts, parts(hints))]
        scores = [(_sum(table, places), kind) for kind, table in self._kinds]
        ranked = sorted(scores, key=lambda each: -each[0])[:_MOST_KINDS]
        likely = {kind for score, kind in ranked if score > 0} or {ranked[0][1]}
        return tuple(kind for kind in CLAIM_TYPES if kind in likely)

    def _weights(self, language: str) -> array[int]:
        if language not in self._summed:
            start = (1 + self.facts.languages.index(language)) * _SIZE
            self._summed[language] = array("h", map(add, self._tables[:_SIZE], self._tables[start : start + _SIZE]))
        return self._summed[language]


def scored(total: int, parts: int) -> int:
    """Set the weight of all parts of a text against how many they are, so that long texts do not sound surer."""
    return (total << 12) // isqrt(parts << 16)


def _sum(weights: array[int], places: Sequence[int]) -> int:
    """Add the weights at two or more places; taken all at once they cost a tenth of what each costs alone."""
    return sum(itemgetter(*places)(weights))


def write(facts: Facts, tables: bytes) -> bytes:
    """Write the facts on a model, and its tables, as the bytes of a file."""
    head = json.dumps(facts.model_dump(mode="json"), sort_keys=True).encode()
    return zlib.compress(head + b"\n" + tables, 9)


def read(data: bytes) -> Model:
    """Read a model.

    Raises:
        HearingError: it is damaged.
    """
    try:
        head, _, tables = zlib.decompress(data).partition(b"\n")
        facts = Facts.model_validate_json(head)
    except (zlib.error, ValueError) as error:
        raise HearingError(
            f"{FILE} cannot be read: {error}; write it again by: python -m benchmarks.claims.hearing"
        ) from error
    return Model(facts, tables)


@cache
def model() -> Model:
    """Load the model that comes with the program."""
    return read(resources.files("rules.claims.screening").joinpath(FILE).read_bytes())
