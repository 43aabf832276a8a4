"""What stands around a claim: what is it about, and what qualifies it?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rules.claims.screening.candidates import Level, QualifierKind
from rules.claims.screening.languages import COVERED
from rules.claims.screening.lexicon import ClaimLexicon, lexicon

_SPEAKER: Level = "trader"
"""The speaker is named in most sentences; it is what a claim is about only if nothing else is."""
_FAR = 1_000
_REMEMBERED = 1_024


@lru_cache(maxsize=_REMEMBERED)
def qualifiers(sentence: str, language: str) -> tuple[tuple[QualifierKind, int, int], ...]:
    """Find the words of a sentence that may limit or explain a claim; every claim around asks the same."""
    return tuple(_qualifiers(sentence, lexicon(language)))


def _qualifiers(sentence: str, known: ClaimLexicon) -> Iterator[tuple[QualifierKind, int, int]]:
    for kind, pattern in known.qualifiers.items():
        for start, end in known.spans(pattern, sentence):
            words = sentence[start:end]
            first = start + len(words) - len(words.lstrip(" "))
            last = end - len(words) + len(words.rstrip(" "))
            if first < last:
                yield kind, first, last


def levels(sentence: str, known: ClaimLexicon) -> tuple[tuple[Level, int, int], ...]:
    """Find the words of a sentence that say what is spoken about."""
    return tuple(
        (level, start, end) for level, pattern in known.levels.items() for start, end in known.spans(pattern, sentence)
    )


def only_speaks(words: str, language: str) -> bool:
    """Say whether folded words name nothing but whoever speaks, such as "we"; of what is spoken they say nothing."""
    return (0, len(words)) in lexicon(language).speaker.spans(words)


def unspoken(text: str) -> dict[str, str]:
    """Give the facts that are settled for a folded text because no word of it, in any language, is on them."""
    known = tuple(map(lexicon, COVERED))
    facts = {pair: any(_is_spoken(pair, text, each) for each in known) for each in known for pair in each.unspoken}
    return {fact: value for (fact, value), spoken in facts.items() if not spoken}


def _is_spoken(pair: tuple[str, str], text: str, known: ClaimLexicon) -> bool:
    return pair in known.unspoken and any(True for _ in known.spans(known.unspoken[pair], text))


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
