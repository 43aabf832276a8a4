"""How does one sheet of a template come to be: mark, ids, headings, widths, formats?"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties

from service.reading.workbook.forms import FIRST_ROW, ID_ROW, MARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

LAST_ROW = 20_003
"""The last row that validations and formats reach; more rows than a workbook may have."""

HEADLINE = Font(bold=True, size=14)
_SMALL = Font(size=8, color="808080")
_QUIET = Font(size=9, color="595959")
_BOLD = Font(size=11, bold=True)
_TO_FILL = PatternFill("solid", fgColor="FFF2CC")
_FIXED = PatternFill("solid", fgColor="E7E6E6")
_ASSESSED = PatternFill("solid", fgColor="E2EFDA")
_HAIR = Side(style="hair", color="A6A6A6")
_LINES = Border(left=_HAIR, right=_HAIR, top=_HAIR, bottom=_HAIR)
_WRAP = Alignment(wrap_text=True, vertical="top")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_TITLE_CHARACTERS = 31
_WIDEST, _NARROWEST = 60, 12
_A4 = "9"
_WIDE = 24
"""More columns than one page holds."""
_FONT_SIZE, _LINE_HEIGHT = 11, 15


class Band(StrEnum):
    """The headings of groups, by the colour behind them; two of them alternate over columns."""

    PART = "1F4E78"
    GROUP = "DDEBF7"
    PLAIN = "F2F2F2"
    SHADED = "D9D9D9"


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


def write_band(page: Worksheet, row: int, text: str, band: Band, *, columns: range) -> None:
    """Write the heading of a group over columns, in the first or, where that holds ids, the second of them."""
    fill = PatternFill("solid", fgColor=band.value)
    for column in columns:
        page.cell(row, column).fill = fill
    first = max(columns.start, 2)
    put_text(page, row, first, text)
    page.cell(row, first).font = Font(size=11, bold=True, color="FFFFFF") if band is Band.PART else _BOLD


def mark_assessed(page: Worksheet, columns: Iterable[int], title: str) -> None:
    """Give the heads of what the assessor fills in a colour of their own, and a title over the first."""
    for place, column in enumerate(columns):
        page.cell(ID_ROW + 1, column).fill = _ASSESSED
        if title and not place:
            page.cell(1, column, title).font = _BOLD


def rule_rows(page: Worksheet, last: int, *, columns: int) -> None:
    """Rule the rows that hold an id, and set what stands in them at the top."""
    for row in range(FIRST_ROW, last + 1):
        if page.cell(row, 1).value:
            for column in range(1, columns + 1):
                cell = page.cell(row, column)
                cell.border, cell.alignment = _LINES, _WRAP


def fit_rows(page: Worksheet) -> None:
    """Make each row as high as its wrapped texts need; spreadsheet programs do so only where a person types."""
    for row, cells in enumerate(page.iter_rows(min_row=ID_ROW + 1), ID_ROW + 1):
        most = 1.0
        for cell in cells:
            if isinstance(cell.value, str) and cell.alignment.wrap_text and not cell.value.startswith("="):
                room = page.column_dimensions[get_column_letter(cell.column)].width * _FONT_SIZE / cell.font.sz
                lines = sum(-(-_width(line) // (room - 1)) for line in cell.value.split("\n"))
                most = max(most, lines * max(cell.font.sz / _FONT_SIZE, 1))
        page.row_dimensions[row].height = most * _LINE_HEIGHT + 3


def prepare_print(page: Worksheet, *, heads: bool) -> None:
    """Let a sheet be printed on A4, as wide as the page or, if it is too wide, page beside page, heads on each."""
    page.page_setup.paperSize, page.page_setup.orientation = _A4, "landscape" if heads else "portrait"
    if page.max_column <= _WIDE:
        page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    else:
        page.print_title_cols = "A:A"
    page.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.75, header=0.3, footer=0.3)
    if (footer := page.oddFooter) is not None:
        footer.left.text, footer.right.text = "&A", "&P / &N"
    if heads:
        page.print_title_rows = f"{ID_ROW + 1}:{ID_ROW + 1}"
    begin = "B" if page.cell(ID_ROW, 1).value == "id" else "A"  # ids are for the service
    page.print_area = f"{begin}1:{get_column_letter(max(page.max_column, 1))}{max(page.max_row, FIRST_ROW)}"


def widen(page: Worksheet, column: int, text: str, *, most: int = 24) -> None:
    """Make a column wide enough for a text, as far as that is sensible; wide characters count double."""
    width = _width(text) + 2
    dimension = page.column_dimensions[get_column_letter(column)]
    present = dimension.width if dimension.customWidth else _NARROWEST
    dimension.width = max(present, min(width, most, _WIDEST))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def put_text(  # noqa: PLR0913 -- a text, where and how
    page: Worksheet, row: int, column: int, text: str, *, wrap: bool = False, quiet: bool = False
) -> None:
    """Write a text, a `quiet` one small and grey; one that begins like a formula stays a text."""
    cell = page.cell(row, column)
    cell.value = text
    cell.data_type = "s"
    if quiet:
        cell.font = _QUIET
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
