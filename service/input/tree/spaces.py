"""Unusual spaces and invisible characters: detection and replacement."""

from __future__ import annotations

import re
import unicodedata

from rules.contracts import Message, message_factory

_message = message_factory(__name__)

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_UNUSUAL = re.compile(f"[{_SPACES}{_INVISIBLE}]")
_STRUCTURAL_SPACE = re.compile(
    f"^[ {_SPACES}{_INVISIBLE}-]*?([{_SPACES}{_INVISIBLE}])|:([{_SPACES}{_INVISIBLE}])", re.MULTILINE
)


_THOUSANDS = re.compile(rf"[+-]?\d{{1,3}}(?:[ '\u2019{_SPACES}]\d{{3}})+(?!\d)")


def composed(text: str) -> str:
    """Normalize to NFC, so that ids that look the same are equal."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def thousands_problem(text: str) -> Message | None:
    """Return the error for spaces or apostrophes between thousands, if any."""
    if (match := _THOUSANDS.match(text)) is None:
        return None
    mark = re.sub(r"[+\-\d]", "", match[0])[0]
    number = re.sub(rf"[{_SPACES} '\u2019]", "", match[0]) + text[match.end() :]
    return _message("THOUSANDS_MARK", found=text[:40], mark=unicodedata.name(mark).lower(), number=number[:40])


def plain_spaces(text: str) -> str:
    """Replace unusual spaces, and remove invisible characters."""
    if text.isascii():
        return text
    return _UNUSUAL.sub(lambda match: "" if match[0] in _INVISIBLE else " ", text)


def strip_spaces(text: str) -> str:
    """Strip spaces and invisible characters; ASCII text is unchanged."""
    if text.isascii():
        return text
    return re.sub(f"^[ {_SPACES}{_INVISIBLE}]+|[ {_SPACES}{_INVISIBLE}]+$", "", text)


def first_unusual_space(text: str) -> int | None:
    """Return the index of the first unusual space or invisible character."""
    match = None if text.isascii() else _UNUSUAL.search(text)
    return None if match is None else match.start()


def last_structural_space(text: str) -> tuple[int, int] | None:
    """Return line and column, from 0, of the last unusual space in an indent or after a colon."""
    last = None
    for match in () if text.isascii() else _STRUCTURAL_SPACE.finditer(text):
        last = match.start(1 if match[1] else 2)
    if last is None:
        return None
    before = text[:last]
    return before.count("\n"), last - (before.rfind("\n") + 1)
