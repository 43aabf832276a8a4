"""Into which small parts is a text taken apart, so that it can be compared with texts of the corpus?

Words, neighbouring words, runs of letters within words, and for Chinese runs of characters; of a text as folded, so
that case, width, accents, hidden marks and emoji make no difference; marks of quoting and crying; and what lexicons
tell of it. Each part is a number, its checksum cut to some bits; that two parts may share one costs little and keeps
the weights a plain table.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BITS = 18
"""Parts are numbers below two to the power of this."""
_TOKEN = re.compile(r"[\u3400-\u9fff]+|[^\W\d_\u3400-\u9fff]+|\d[\d.,: ]*|[%#?€$£¥]")
_MARK = re.compile(r'[!"«»“”„★:…/+()\[\]|*]')
"""Marks that say how something is meant: quoted, cried, noted."""
_HAN = "\u3400"
_YEAR = re.compile(r"20[2-9]\d\Z")
_LONGEST_WORD = 40
"""Runs of letters are taken from so many letters of a word; nobody writes longer ones."""


class Parts(NamedTuple):
    """Which parts are taken: runs of so many letters at least and at most, word pairs, pairs with a word between."""

    shortest: int
    longest: int
    pairs: bool
    near: bool


def buckets(folded: str, parts: Parts, told: Iterable[str] = ()) -> list[int]:
    """Take a folded text apart; every part as often as it occurs, so that words cost the same wherever they stand.

    What is `told` of it are parts like the others.
    """
    found = [_bucket("b")]
    words = [_plain(token) for token in _TOKEN.findall(folded)]
    for word in words:
        found += _of_word(word, parts)
    found.append(_bucket(f"l{min(len(words), 64).bit_length()}"))
    if parts.pairs:
        found += map(_bucket, _pairs(words, 1))
    if parts.near:
        found += map(_bucket, _pairs(words, 2))
    found += (_bucket(f"m {mark}") for mark in _MARK.findall(folded))
    found += (_bucket(f"h {hint}") for hint in told)
    return found


def _plain(token: str) -> str:
    """Write a number as one of its sort: a year to come, a single digit, or any other."""
    if not token[0].isdigit():
        return token
    number = token.rstrip(" .,:")
    return "0y" if _YEAR.match(number) else "01" if len(number) == 1 else "0"


def _pairs(words: list[str], distance: int) -> Iterator[str]:
    for one, other in zip(["", *words], [*words, ""][distance - 1 :], strict=False):
        yield f"{distance} {one[-_LONGEST_WORD:]} {other[:_LONGEST_WORD]}"


@lru_cache(maxsize=20_000)
def _of_word(word: str, parts: Parts) -> tuple[int, ...]:
    if word[0] >= _HAN and word[0] <= "\u9fff":
        return tuple(
            _bucket(word[start : start + size]) for size in range(1, 5) for start in range(len(word) - size + 1)
        )
    edged = f"<{word[:_LONGEST_WORD]}>"
    runs = [
        edged[start : start + size]
        for size in range(parts.shortest, parts.longest + 1)
        for start in range(len(edged) - size + 1)
    ]
    return tuple(_bucket(part) for part in (f"w {word}", *runs))


def _bucket(part: str) -> int:
    return crc32(part.encode("utf-8", "surrogatepass")) & ((1 << BITS) - 1)
