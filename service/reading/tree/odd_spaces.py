"""Where does a space stand that looks like the plain one and is another, or none that can be seen at all?

Word processors and web pages put them between numbers and units, and Chinese keyboards type them. YAML reads none of
them as a space: where one stands at its edges a value is read without it, and elsewhere it is named.
"""

from __future__ import annotations

import re
import unicodedata

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
    return _ODD.sub(lambda found: "" if found[0] in _INVISIBLE else " ", text)


def stripped(text: str) -> str:
    """Take plain and other spaces from both ends."""
    if text.isascii():
        return text
    return re.sub(f"^[ {_SPACES}{_INVISIBLE}]+|[ {_SPACES}{_INVISIBLE}]+$", "", text)


def first_odd(text: str) -> int | None:
    """Find the first one in a text."""
    found = None if text.isascii() else _ODD.search(text)
    return None if found is None else found.start()


def structural(text: str) -> tuple[int, int] | None:
    """Find the last one that indents a line or follows a colon: its line and column, counted from 0."""
    last = None
    for found in () if text.isascii() else _STRUCTURAL.finditer(text):
        last = found.start(1 if found[1] else 2)
    if last is None:
        return None
    before = text[:last]
    return before.count("\n"), last - (before.rfind("\n") + 1)


def named(character: str) -> str:
    """Name a character by its code, and by its name in Unicode."""
    return f"U+{ord(character):04X}, {unicodedata.name(character, '').lower()}"
