"""Word-level difference of two texts, as pieces that changed or not."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"[0-9]+(?:[.,/-][0-9]+)*|[A-Za-z_]+(?:[-'][A-Za-z_]+)*|\s+|.", re.DOTALL)
"""Numbers, dates and Latin words are whole; of Chinese each character is a word."""
_ALIKE = 0.3
"""Sentences that share less are two, and marking words in them would help nobody."""

Pieces = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it changed."""


def changed_words(was: str, now: str) -> tuple[Pieces, Pieces]:
    """Give both texts in pieces; one that has no other beside it, or shares hardly anything with it, is one piece."""
    before, after = _WORD.findall(was), _WORD.findall(now)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    old_words, new_words = ([word for word in words if word.strip()] for words in (before, after))
    if not was or not now or SequenceMatcher(None, old_words, new_words, autojunk=False).ratio() < _ALIKE:
        return ((was, False),), ((now, False),)
    old: list[tuple[str, bool]] = []
    new: list[tuple[str, bool]] = []
    for kind, first, last, start, end in matcher.get_opcodes():
        for pieces, part in ((old, "".join(before[first:last])), (new, "".join(after[start:end]))):
            if part:
                pieces.append((part, kind != "equal"))
    return tuple(old), tuple(new)


def bracket_changes(pieces: Pieces) -> str:
    """Write a text with what changed in it between brackets."""
    return "".join(f"[{text}]" if changed and text.strip() else text for text, changed in pieces)
