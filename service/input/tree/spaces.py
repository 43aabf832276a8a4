"""Unusual spaces, and characters that cannot be seen: where they stand, and plain ones in their place."""

from __future__ import annotations

import re

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_ODD = re.compile(f"[{_SPACES}{_INVISIBLE}]")
_STRUCTURAL = re.compile(
    f"^[ {_SPACES}{_INVISIBLE}-]*?([{_SPACES}{_INVISIBLE}])|:([{_SPACES}{_INVISIBLE}])", re.MULTILINE
)


def plain_spaces(text: str) -> str:
    """Write plain spaces in place of the others, and none for what cannot be seen."""
    if text.isascii():
        return text
    return _ODD.sub(lambda match: "" if match[0] in _INVISIBLE else " ", text)


def strip_spaces(text: str) -> str:
    """Take plain and other spaces from both ends."""
    if text.isascii():
        return text
    return re.sub(f"^[ {_SPACES}{_INVISIBLE}]+|[ {_SPACES}{_INVISIBLE}]+$", "", text)


def first_unusual_space(text: str) -> int | None:
    """Find the first one in a text."""
    match = None if text.isascii() else _ODD.search(text)
    return None if match is None else match.start()


def last_structural_space(text: str) -> tuple[int, int] | None:
    """Find the last one that indents a line or follows a colon: its line and column, counted from 0."""
    last = None
    for match in () if text.isascii() else _STRUCTURAL.finditer(text):
        last = match.start(1 if match[1] else 2)
    if last is None:
        return None
    before = text[:last]
    return before.count("\n"), last - (before.rfind("\n") + 1)
