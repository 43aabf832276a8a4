"""How do rows of cells stand as a table whose columns line up, Chinese or not?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wcwidth import wcswidth

if TYPE_CHECKING:
    from collections.abc import Sequence


def cell(text: str) -> str:
    """Escape what a cell cannot hold as it is: bars, backslashes and line breaks."""
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n")


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """Write rows as lines, padded by display width."""
    return aligned([[cell(text) for text in row] for row in rows])


def aligned(cells: Sequence[Sequence[str]]) -> list[str]:
    """Write cells that are escaped already as lines, likewise; every row has as many cells as the first."""
    widths = [max(_width(row[column]) for row in cells) for column in range(len(cells[0]))] if cells else []
    return [
        f"| {' | '.join(text + ' ' * (width - _width(text)) for text, width in zip(row, widths, strict=True))} |"
        for row in cells
    ]


def _width(text: str) -> int:
    width = wcswidth(text)
    return width if width >= 0 else len(text)
