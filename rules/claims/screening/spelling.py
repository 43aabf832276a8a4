"""Spelling correction for claim words, with the offsets of the original text preserved.

Only one error in a long word is corrected, before its last letter, because endings are grammar.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from rules.claims.screening.folding import FoldedText
from rules.contracts.toml_files import read_toml

_SHORTEST = 7
_WORD = re.compile(rf"[a-z]{{{_SHORTEST},}}")


class _SpellingIndex(NamedTuple):
    words: frozenset[str]
    endings: tuple[str, ...]
    lacking: Mapping[str, frozenset[str]]


@cache
def _words() -> Mapping[str, Mapping[str, list[str]]]:
    return read_toml("rules.claims.screening", "lexicons/spelled.toml")


@cache
def _correct_words() -> frozenset[str]:
    return frozenset(word for known in _words().values() for word in known["words"])


@cache
def _spelling_index(language: str) -> _SpellingIndex | None:
    known = _words().get(language)
    if known is None:
        return None
    lacking: dict[str, set[str]] = {}
    for word in known["words"]:
        for less in (word, *_deletion_variants(word)):
            lacking.setdefault(less, set()).add(word)
    endings = ("", *sorted(known["endings"], key=len, reverse=True))
    return _SpellingIndex(
        frozenset(known["words"]), endings, {less: frozenset(words) for less, words in lacking.items()}
    )


def correct_spelling(folded: FoldedText, languages: tuple[str, ...]) -> FoldedText:
    """Correct misspelled claim words; each letter maps to the position of the typed letter."""
    corrections = [
        (word.start(), word.end(), meant)
        for word in _WORD.finditer(folded.text)
        if (meant := _find_correction(word.group(), languages)) is not None
    ]
    if not corrections:
        return folded
    original_positions = folded.places if folded.places is not None else range(len(folded.text))
    text: list[str] = []
    positions = array("q")
    done = 0
    for start, end, meant in corrections:
        text += (folded.text[done:start], meant)
        positions.extend(original_positions[done:start])
        positions.extend(original_positions[start + min(at, end - start - 1)] for at in range(len(meant) - 1))
        positions.append(original_positions[end - 1])
        done = end
    text.append(folded.text[done:])
    positions.extend(original_positions[done:])
    return FoldedText("".join(text), folded.original, positions)


@lru_cache(65_536)
def _find_correction(word: str, languages: tuple[str, ...]) -> str | None:
    if word in _correct_words():
        return None
    spelled = [known for known in map(_spelling_index, languages) if known is not None]
    corrections: set[str] = set()
    for known in spelled:
        for ending in known.endings:
            stem = word.removesuffix(ending)
            if not word.endswith(ending) or len(stem) < _SHORTEST:
                continue
            if stem in known.words:
                return None
            near = {meant for less in (stem, *_deletion_variants(stem)) for meant in known.lacking.get(less, ())}
            corrections.update(meant + ending for meant in near if _is_single_typo(stem, meant))
    return corrections.pop() if len(corrections) == 1 else None


def _deletion_variants(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _is_single_typo(typed: str, meant: str) -> bool:
    if typed[0] != meant[0] or typed[-1] != meant[-1]:
        return False
    shorter = min(len(typed), len(meant))
    same = next((at for at in range(shorter) if typed[at] != meant[at]), shorter)
    left, right = typed[same:], meant[same:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return swapped or left[1:] == right[1:] or left == right[1:] or left[1:] == right
