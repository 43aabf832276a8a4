"""Terminal columns: alignment, folding and truncation with double-width Chinese characters."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_NARROW = " -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2080-\u209c\u2190-\u2199\u2200-\u22ff"
_WIDE = "\u3000-\u3020\u4e00-\u9fff\uff01-\uff60"
_COMMON, _TWO_WIDE = re.compile(f"[{_NARROW}{_WIDE}]*"), re.compile(f"[{_WIDE}]")
"""The characters of nearly every text, of which it is known how wide they are, and those among them that are two."""


def listing_text(
    words: Mapping[str, Any],
    rows: Sequence[Sequence[str]],
    *,
    heads: str = "heads",
    none: str = "none",
    next_page: str = "",
) -> str:
    """Write a page of a list under its heads, or that it is empty, and how the next page is asked for by its token.

    `heads` and `none` are keys of the words.
    """
    lines = [columns_text(words[heads], rows) if rows else str(words[none])]
    if next_page:
        lines.append(words["more"].format(token=next_page))
    return "\n".join(lines)


def columns_text(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, numbers_right: bool = False, width: int | None = None
) -> str:
    """Write a head and rows of as many cells; with `numbers_right` a column of numbers stands at the right.

    With the `width` of a terminal cells are folded to fit into it.
    """
    right = [numbers_right and all(row[place][:1].isdigit() for row in rows) for place in range(len(head))]
    if width is None:
        return "\n".join(_aligned((head, *rows), right))
    from rich.console import Console  # noqa: PLC0415 -- only where cells are folded
    from rich.table import Table  # noqa: PLC0415 -- likewise

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="")
    for name, at_right in zip(head, right, strict=True):
        table.add_column(name, justify="right" if at_right else "left", overflow="fold")
    for row in rows:
        table.add_row(*row)
    console = Console(width=width, color_system=None, markup=False, emoji=False, highlight=False)
    with console.capture() as written:
        console.print(table)
    return "\n".join(line.rstrip() for line in written.get().splitlines())


def _aligned(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> Iterator[str]:
    """Fill up the cells of each column to the widest; a cell of several lines makes its row as high."""
    split = [[cell.splitlines() or [""] for cell in row] for row in rows]
    widths = [max(display_width(line) for row in split for line in row[place]) for place in range(len(right))]
    for row in split:
        for lines in zip_longest(*row, fillvalue=""):
            columns = zip(lines, widths, right, strict=True)
            cells = (pad_to_width(line, wide, right=at_right) for line, wide, at_right in columns)
            yield "  ".join(cells).rstrip()


def fold_line(line: str, width: int | None) -> str:
    """Fold a line to the width of a terminal; what goes on stands further in than where it began."""
    if width is None or "\n" in line or display_width(line) <= width:
        return line
    from rich.console import Console  # noqa: PLC0415 -- only where a line is folded
    from rich.text import Text  # noqa: PLC0415 -- likewise

    begins = len(line) - len(line.lstrip())
    aside = " " * (begins + 2)
    console = Console(width=width, color_system=None)
    first, *rest = Text(line.strip()).wrap(console, max(width - begins - 2, 1))
    return "\n".join([" " * begins + first.plain.rstrip(), *(aside + part.plain.strip() for part in rest)])


def truncate_to_width(text: str, width: int) -> str:
    """Cut a text to a width, with a mark of what is left out."""
    if display_width(text) <= width:
        return text
    while text and display_width(text) >= width:
        text = text[:-1]
    return f"{text}…"


def pad_to_width(text: str, width: int, *, right: bool = False) -> str:
    """Fill up a text with spaces to a width, behind it or before it."""
    padding = " " * (width - display_width(text))
    return padding + text if right else text + padding


def display_width(text: str) -> int:
    """Give how many places a text takes on a terminal."""
    if _COMMON.fullmatch(text):
        return len(text) + len(_TWO_WIDE.findall(text))
    from rich.cells import cell_len  # noqa: PLC0415 -- its tables are loaded only for rare characters

    return cell_len(text)
