"""How do columns stand aligned on a terminal, where a Chinese character is two wide?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def columns_text(head: Sequence[str], rows: Sequence[Sequence[str]], *, numbers_right: bool = False) -> str:
    """Write a head and rows of as many cells; with `numbers_right` a column of numbers stands at the right."""
    lines = [head, *rows]
    columns = list(zip(*lines, strict=True))
    widths = [max(map(shown_width, column)) for column in columns]
    right = [numbers_right and all(cell[:1].isdigit() for cell in column[1:]) for column in columns]
    return "\n".join(
        "  ".join(
            padded(cell, width, right=at_right) for cell, width, at_right in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in lines
    )


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Fill up a text with spaces to a width, behind it or before it."""
    padding = " " * (width - shown_width(text))
    return padding + text if right else text + padding


def shown_width(text: str) -> int:
    """Give how many places a text takes on a terminal."""
    if text.isascii() and text.isprintable():
        return len(text)
    from wcwidth import wcswidth  # noqa: PLC0415 -- its tables are loaded only for what may be wide

    return max(wcswidth(text), 0)
