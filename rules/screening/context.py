"""What stands around a claim: what it is about, what qualifies it, and which labels are named?"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from rules.contracts.inputs import Frozen
from rules.screening.lexicon import lexicon
from rules.screening.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.screening.kinds import Level, QualifierKind
    from rules.screening.lexicon import ClaimLexicon

_SPEAKER: Level = "trader"
"""The speaker is named in most sentences; it is what a claim is about only if nothing else is."""
_FAR = 1_000
_REMEMBERED = 1_024


class _Label(Frozen):
    name: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Around:
    """Words of a folded sentence around claims."""

    start: int
    end: int
    kind: str


@cache
def _labels() -> tuple[tuple[str, Pattern], ...]:
    source = resources.files("rules.screening").joinpath("lexicons/labels.toml")
    entries = TypeAdapter(tuple[_Label, ...]).validate_python(
        tomllib.loads(source.read_text(encoding="utf-8"))["label"]
    )
    return tuple((entry.name, Pattern(entry.pattern)) for entry in entries)


@cache
def _any_label() -> Pattern:
    return Pattern("|".join(pattern.source for _, pattern in _labels()))


def labels(sentence: str) -> Iterator[Around]:
    """Find the labels and standards that a sentence names."""
    if not _any_label().found(sentence):
        return
    for name, pattern in _labels():
        for start, end in pattern.words(sentence):
            yield Around(start, end, name)


@lru_cache(maxsize=_REMEMBERED)
def qualifiers(sentence: str, language: str) -> tuple[tuple[QualifierKind, int, int], ...]:
    """Find the words of a sentence that may limit or explain a claim; every claim around asks the same."""
    return tuple(_qualifiers(sentence, lexicon(language)))


def _qualifiers(sentence: str, known: ClaimLexicon) -> Iterator[tuple[QualifierKind, int, int]]:
    for kind, pattern in known.qualifiers.items():
        for start, end in pattern.words(sentence) if known.whole_words else pattern.spans(sentence):
            words = sentence[start:end]
            first = start + len(words) - len(words.lstrip(" "))
            last = end - len(words) + len(words.rstrip(" "))
            if first < last:
                yield kind, first, last


def levels(sentence: str, known: ClaimLexicon) -> tuple[tuple[Level, int, int], ...]:
    """Find the words of a sentence that say what is spoken about."""
    return tuple(
        (level, start, end)
        for level, pattern in known.levels.items()
        for start, end in (pattern.words(sentence) if known.whole_words else pattern.spans(sentence))
    )


def level_of(start: int, end: int, found: tuple[tuple[Level, int, int], ...]) -> tuple[Level, int, int] | None:
    """Choose what a claim is about: the nearest word, one right behind the claim before one in front of it.

    The speaker ("we", "the company") counts only if nothing else is named: "all products are produced climate
    neutrally" is about products, whoever says it. Of words at one place the longest counts.
    """

    def nearness(entry: tuple[Level, int, int]) -> tuple[bool, int, int]:
        level, first, last = entry
        distance = first - end if first >= end else start - last if last <= start else 0
        return level == _SPEAKER and distance > 1, max(distance, 0), first - last

    near = [entry for entry in found if nearness(entry)[1] <= _FAR]
    return min(near, key=nearness) if near else None
