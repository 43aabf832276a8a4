"""Texts written for spreadsheet programs, so that none takes a text for a formula or cannot read it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"-?\d+([./]\d+)?")
_NO_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""What no cell of a workbook can hold."""
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\']")
_TITLE = 31


def escape_formula(text: str) -> str:
    """Give a text for separated values: an apostrophe stands before what would begin a formula."""
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text


def replace_illegal_characters(text: str, instead: str = "\N{REPLACEMENT CHARACTER}") -> str:
    """Give a text as a cell of a workbook can hold it."""
    return _NO_CHARACTER.sub(instead, text)


def text_cell(sheet: Worksheet, text: str, *, bold: bool = False) -> Any:
    """Give a text as a cell that a sheet appends; one that begins like a formula stays a text."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 -- separated values do without the library

    cell: Any = WriteOnlyCell(sheet, value=replace_illegal_characters(text))
    cell.data_type = "s"
    if bold:
        from openpyxl.styles import Font  # noqa: PLC0415 -- separated values do without the library

        cell.font = Font(bold=True)
    return cell


def sheet_title(wanted: str, used_titles: Iterable[str]) -> str:
    """Give a name that a sheet may have, and none of those that are taken."""
    base = _NOT_IN_TITLES.sub(" ", replace_illegal_characters(wanted, "")).strip()[:_TITLE] or "-"
    title, number, others = base, 1, {name.casefold() for name in used_titles}
    while title.casefold() in others:
        number += 1
        title = f"{base[: _TITLE - len(str(number)) - 1]} {number}"
    return title
