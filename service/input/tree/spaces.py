"""Unusual spaces, and characters that cannot be seen: where they stand, and plain ones in their place."""

from __future__ import annotations

import re
import unicodedata

from rules.contracts import Message, message_factory

_say = message_factory(__name__)

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_ODD = re.compile(f"[{_SPACES}{_INVISIBLE}]")
_STRUCTURAL = re.compile(
    f"^[ {_SPACES}{_INVISIBLE}-]*?([{_SPACES}{_INVISIBLE}])|:([{_SPACES}{_INVISIBLE}])", re.MULTILINE
)


_THOUSANDS = re.compile(rf"[+-]?\d{{1,3}}(?:[ '\u2019{_SPACES}]\d{{3}})+(?!\d)")


def composed(text: str) -> str:
    """Return the text in composed characters (NFC), so that ids that look alike are the same id."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def thousands_problem(text: str) -> Message | None:
    """Return what is wrong with a number that has spaces or apostrophes between its thousands; None if it has none."""
    if (match := _THOUSANDS.match(text)) is None:
        return None
    mark = re.sub(r"[+\-\d]", "", match[0])[0]
    number = re.sub(rf"[{_SPACES} '\u2019]", "", match[0]) + text[match.end() :]
    return _say("THOUSANDS_MARK", found=text[:40], mark=unicodedata.name(mark).lower(), number=number[:40])


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
