"""Word-level difference of two texts."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"[0-9]+(?:[.,/-][0-9]+)*|[A-Za-z_]+(?:[-'][A-Za-z_]+)*|\s+|.", re.DOTALL)
_MIN_SIMILARITY = 0.3
"""Less similar sentences are treated as unrelated."""

Pieces = tuple[tuple[str, bool], ...]
"""Text pieces, each with whether it changed."""


def changed_words(was: str, now: str) -> tuple[Pieces, Pieces]:
    """Return both texts in pieces; dissimilar texts are one unchanged piece."""
    before, after = _WORD.findall(was), _WORD.findall(now)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    old_words, new_words = ([word for word in words if word.strip()] for words in (before, after))
    if not was or not now or SequenceMatcher(None, old_words, new_words, autojunk=False).ratio() < _MIN_SIMILARITY:
        return ((was, False),), ((now, False),)
    old: list[tuple[str, bool]] = []
    new: list[tuple[str, bool]] = []
    for kind, first, last, start, end in matcher.get_opcodes():
        for pieces, part in ((old, "".join(before[first:last])), (new, "".join(after[start:end]))):
            if part:
                pieces.append((part, kind != "equal"))
    return tuple(old), tuple(new)


def bracket_changes(pieces: Pieces) -> str:
    """Return a text with changed pieces in brackets."""
    return "".join(f"[{text}]" if changed and text.strip() else text for text, changed in pieces)
