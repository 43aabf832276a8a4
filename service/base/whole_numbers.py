"""Bounded parser of whole numbers in forms, addresses, headers and options."""

from __future__ import annotations

MOST_COUNT = 2**31 - 1
"""The largest count, revision or position of the API."""
LAST_PORT = 2**16 - 1
_MOST_DIGITS = 20


def parse_whole_number(text: str, *, least: int = 0, most: int = MOST_COUNT) -> int | None:
    """Return the whole number that a text states in ASCII digits; None for any other text or outside the bounds.

    Python converts no text of more than 4,300 digits, and takes digits of every script.
    """
    if not (text.isascii() and text.isdigit()) or len(text) > _MOST_DIGITS:
        return None
    number = int(text)
    return number if least <= number <= most else None
