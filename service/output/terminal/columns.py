"""Terminal columns with double-width Chinese characters."""

from __future__ import annotations

import re
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_NARROW = " -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2080-\u209c\u2190-\u2199\u2200-\u22ff"
_WIDE = "\u3000-\u3020\u4e00-\u9fff\uff01-\uff60"


def listing_text(
    words: Mapping[str, Any],
    rows: Sequence[Sequence[str]],
    *,
    heads: str = "heads",
    none: str = "none",
    next_page: str = "",
) -> str:
    """Return a page of a list; `heads` and `none` are keys of `words`."""
    lines = [columns_text(words[heads], rows) if rows else str(words[none])]
    if next_page:
        lines.append(words["more"].format(token=next_page))
    return "\n".join(lines)


def columns_text(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, numbers_right: bool = False, width: int | None = None
) -> str:
    """Return aligned columns; `width` folds cells, `numbers_right` right-aligns numbers."""
    right = [numbers_right and all(row[index][:1].isdigit() for row in rows) for index in range(len(head))]
    if width is None:
        return "\n".join(_aligned((head, *rows), right))
    from rich.console import Console  # noqa: PLC0415 -- only needed for folding
    from rich.table import Table  # noqa: PLC0415 -- only needed for folding

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="")
    for name, at_right in zip(head, right, strict=True):
        table.add_column(name, justify="right" if at_right else "left", overflow="fold")
    for row in rows:
        table.add_row(*row)
    console = Console(width=width, color_system=None, markup=False, emoji=False, highlight=False)
    with console.capture() as captured:
        console.print(table)
    return "\n".join(line.rstrip() for line in captured.get().splitlines())


def _aligned(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> Iterator[str]:
    split = [[cell.splitlines() or [""] for cell in row] for row in rows]
    widths = [max(display_width(line) for row in split for line in row[index]) for index in range(len(right))]
    for row in split:
        for lines in zip_longest(*row, fillvalue=""):
            columns = zip(lines, widths, right, strict=True)
            cells = (pad_to_width(line, width, right=at_right) for line, width, at_right in columns)
            yield "  ".join(cells).rstrip()


def one_line(text: str) -> str:
    """Replace whitespace with spaces and remove unprintable characters, so that quoted content cannot forge a line."""
    seen = (" " if character.isspace() else character for character in text)
    return "".join(character for character in seen if character.isprintable())


def fold_line(line: str, width: int | None) -> str:
    """Fold a line to a width, with indented continuation lines."""
    if width is None or "\n" in line or display_width(line) <= width:
        return line
    from rich.console import Console  # noqa: PLC0415 -- only needed for folding
    from rich.text import Text  # noqa: PLC0415 -- only needed for folding

    indent = len(line) - len(line.lstrip())
    continuation = " " * (indent + 2)
    console = Console(width=width, color_system=None)
    first, *rest = Text(line.strip()).wrap(console, max(width - indent - 2, 1))
    return "\n".join([" " * indent + first.plain.rstrip(), *(continuation + part.plain.strip() for part in rest)])


def truncate_to_width(text: str, width: int) -> str:
    """Truncate a text to a width, with an ellipsis."""
    if display_width(text) <= width:
        return text
    while text and display_width(text) >= width:
        text = text[:-1]
    return f"{text}…"


def pad_to_width(text: str, width: int, *, right: bool = False) -> str:
    """Pad a text to a width, on the left if `right`."""
    padding = " " * (width - display_width(text))
    return padding + text if right else text + padding


def display_width(text: str) -> int:
    """Return the number of terminal columns of a text."""
    if text.isascii() and text.isprintable():
        return len(text)
    common, double_width = _patterns()
    if common.fullmatch(text):
        return len(text) + len(double_width.findall(text))
    from rich.cells import cell_len  # noqa: PLC0415 -- its tables are needed only for rare characters

    return cell_len(text)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile the patterns of common and of wide characters, which most English output does not need."""
    return re.compile(f"[{_NARROW}{_WIDE}]*"), re.compile(f"[{_WIDE}]")
