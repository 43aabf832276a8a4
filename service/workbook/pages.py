"""How does one sheet of a template come to be: mark, ids, headings, widths, formats?"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname

from service.workbook.forms import FIRST_ROW, ID_ROW, MARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

LAST_ROW = 20_003
"""The last row that validations and formats reach; more rows than a workbook may have."""

_SMALL = Font(size=8, color="808080")
_BOLD = Font(bold=True)
_TO_FILL = PatternFill("solid", fgColor="FFF2CC")
_FIXED = PatternFill("solid", fgColor="E7E6E6")
_WRAP = Alignment(wrap_text=True, vertical="top")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_TITLE_CHARACTERS = 31
_WIDEST, _NARROWEST = 60, 12


def add_page(book: Workbook, title: str, mark: str) -> Worksheet:
    """Add a sheet with its mark; a title that the workbook cannot take is changed."""
    plain = " ".join(_FORBIDDEN.sub(" ", title).split())[:_TITLE_CHARACTERS].strip() or mark[:_TITLE_CHARACTERS]
    taken = {name.casefold() for name in book.sheetnames}
    unique, number = plain, 2
    while unique.casefold() in taken:
        ending = f" {number}"
        unique, number = plain[: _TITLE_CHARACTERS - len(ending)] + ending, number + 1
    page: Worksheet = book.create_sheet(unique)
    page["A1"] = f"{MARK} {mark}"
    page["A1"].font = _SMALL
    return page


def write_heads(
    page: Worksheet, heads: Sequence[tuple[str, str]], *, title: str, fixed: Iterable[str] = (), frozen: int = 0
) -> None:
    """Write the rows of ids and words; columns in `fixed` are not for people to fill in, `frozen` ones stay in view."""
    unchanged = set(fixed)
    page.cell(1, 2, title).font = _BOLD
    for column, (id, label) in enumerate(heads, 1):
        page.cell(ID_ROW, column, id).font = _SMALL
        head = page.cell(ID_ROW + 1, column, label)
        head.font, head.alignment = _BOLD, _WRAP
        head.fill = _FIXED if id in unchanged else _TO_FILL
        widen(page, column, label)
    page.freeze_panes = f"{get_column_letter(frozen + 1)}{FIRST_ROW}"


def widen(page: Worksheet, column: int, text: str, *, most: int = 24) -> None:
    """Make a column wide enough for a text, as far as that is sensible; wide characters count double."""
    width = sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text) + 2
    dimension = page.column_dimensions[get_column_letter(column)]
    present = dimension.width if dimension.customWidth else _NARROWEST
    dimension.width = max(present, min(width, most, _WIDEST))


def put_text(page: Worksheet, row: int, column: int, text: str, *, wrap: bool = False) -> None:
    """Write a text; one that begins like a formula stays a text."""
    cell = page.cell(row, column)
    cell.value = text
    cell.data_type = "s"
    if wrap:
        cell.alignment = _WRAP


def format_column(page: Worksheet, column: int, number_format: str) -> None:
    """Give the cells of a column that are not written yet a format, such as `@` for text."""
    page.column_dimensions[get_column_letter(column)].number_format = number_format


def validate(page: Worksheet, rule: DataValidation, column: int, *, row: int | None = None) -> None:
    """Let a validation hold for a cell, or for all cells of a column that people fill in."""
    letter = get_column_letter(column)
    rule.add(f"{letter}{row}" if row else f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}")
    page.add_data_validation(rule)


class ChoicesPage:
    """The sheet that drop-down lists take their words from; it grows by one column for each list."""

    def __init__(self, book: Workbook, title: str, mark: str) -> None:
        """Add the sheet."""
        self.page = add_page(book, title, mark)
        self._columns = 0
        self._places: dict[tuple[str | Decimal, ...], str] = {}

    def cells_of(self, id: str, offered: tuple[str | Decimal, ...]) -> str:
        """Write a list, unless the same stands there, and give the formula that names its cells."""
        if not offered:
            return ""
        if offered not in self._places:
            self._columns += 1
            self.page.cell(ID_ROW, self._columns, id).font = _SMALL
            for row, word in enumerate(offered, FIRST_ROW):
                if isinstance(word, str):
                    put_text(self.page, row, self._columns, word)
                else:
                    self.page.cell(row, self._columns, word)
                widen(self.page, self._columns, str(word))
            letter, last = get_column_letter(self._columns), FIRST_ROW + len(offered) - 1
            self._places[offered] = f"{quote_sheetname(self.page.title)}!${letter}${FIRST_ROW}:${letter}${last}"
        return self._places[offered]
