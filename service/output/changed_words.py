"""Word-level difference of two texts."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"(?:[0-9]+(?:[.,/-][0-9]+)*|[A-Za-z_]+(?:[-'][A-Za-z_]+)*|.)\s*", re.DOTALL)
"""A word, number or character with the space after it."""
_LETTER = re.compile(r"\w")
_MIN_SIMILARITY = 0.3
"""Less similar sentences are treated as unrelated."""

Pieces = tuple[tuple[str, bool], ...]
"""Text pieces, each with whether it changed."""


def changed_words(was: str, now: str) -> tuple[Pieces, Pieces]:
    """Return both texts in pieces; dissimilar texts are one unchanged piece."""
    before, after = _WORD.findall(was), _WORD.findall(now)
    matcher = SequenceMatcher(None, [word.strip() for word in before], [word.strip() for word in after], autojunk=False)
    if not was or not now or matcher.ratio() < _MIN_SIMILARITY:
        return ((was, False),), ((now, False),)
    old: list[tuple[str, bool]] = []
    new: list[tuple[str, bool]] = []
    operations = matcher.get_opcodes()
    for position, (kind, first, last, start, end) in enumerate(operations):
        is_between = 0 < position < len(operations) - 1
        changed = kind != "equal" or (is_between and not _has_word(before[first:last]))
        _add_piece(old, "".join(before[first:last]), changed=changed)
        _add_piece(new, "".join(after[start:end]), changed=changed)
    return tuple(old), tuple(new)


def _has_word(words: Sequence[str]) -> bool:
    """Return whether equal words are worth marking as unchanged between two changes: not only punctuation."""
    return any(_LETTER.search(word) for word in words)


def _add_piece(pieces: list[tuple[str, bool]], text: str, *, changed: bool) -> None:
    """Add a piece, joined with a piece of the same kind; the space after a changed piece is unchanged."""
    word = text.rstrip() if changed else text
    for part, kind in ((word, changed), (text[len(word) :], False)):
        if not part:
            continue
        if pieces and pieces[-1][1] is kind:
            pieces[-1] = (pieces[-1][0] + part, kind)
        elif kind and len(pieces) > 1 and not pieces[-1][0].strip() and pieces[-2][1]:
            spaces = pieces.pop()[0]
            pieces[-1] = (pieces[-1][0] + spaces + part, kind)
        else:
            pieces.append((part, kind))


def bracket_changes(pieces: Pieces) -> str:
    """Return a text with changed pieces in brackets."""
    return "".join(f"[{text}]" if changed and text.strip() else text for text, changed in pieces)
