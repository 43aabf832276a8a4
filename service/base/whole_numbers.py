"""Bounded parser of whole numbers in untrusted text."""

from __future__ import annotations

MOST_COUNT = 2**31 - 1
LAST_PORT = 2**16 - 1
_MAX_DIGITS = 20


def parse_whole_number(text: str, *, least: int = 0, most: int = MOST_COUNT) -> int | None:
    """Return the number in ASCII digits; None for other text or outside the bounds.

    `int` accepts digits of any script, and rejects more than 4,300.
    """
    if not (text.isascii() and text.isdigit()) or len(text) > _MAX_DIGITS:
        return None
    number = int(text)
    return number if least <= number <= most else None
