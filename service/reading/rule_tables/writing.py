"""How do the tables of a draft come into a workbook, or into separated values?

Every cell is text, so that no spreadsheet program takes `0012` for twelve, shortens a code of 18 digits, or runs what
begins like a formula.
"""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from wcwidth import wcswidth

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from rules.language.rule_tables import GROUPS
from service.reading.encodings import BYTE_ORDER_MARK
from service.reading.rule_tables.forms import head_of, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from rules.language.rule_tables import RuleTable
    from service.reading.rule_tables.new_sheets import NewSheets

_say = speaker(__name__)

_BOLD, _HEADING = Font(bold=True), PatternFill("solid", fgColor="DDEBF7")
_WRAP = Alignment(vertical="top", wrap_text=True)
_TEXT = "@"
_NARROWEST, _WIDEST = 12, 48
_ACTIVE = ("=", "+", "@", "\t", "\r")
"""With these a cell of separated values begins that a spreadsheet program may run."""


def as_workbook(tables: Sequence[RuleTable], new: NewSheets) -> bytes:
    """Write the tables as a workbook with a sheet for each group that there is; the first sheet says how to edit it.

    The last ones are for what is new.

    Raises:
        InputError: a cell holds a character that no workbook can.
    """
    book, said = Workbook(), words(new.language)
    first: Worksheet = book.worksheets[0]
    first.title = said["read_me"]
    for line in said["how"]:
        first.append([line])
    first.column_dimensions["A"].width = 2 * _WIDEST
    for group in GROUPS:
        own = [table for table in tables if table.group == group]
        if own:
            _write_sheet(book.create_sheet(said["groups"][group]), own)
    new.write(book)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _write_sheet(sheet: Worksheet, tables: Sequence[RuleTable]) -> None:
    widths: dict[int, int] = {}
    row = 0
    for table in tables:
        for kind, cells in _rows(table):
            row += 1
            for column, text in enumerate(cells, 1):
                if ILLEGAL_CHARACTERS_RE.search(text):
                    raise InputError((Violation(table.path, _say("NO_SUCH_CHARACTER", text=text[:40]), "MALFORMED"),))
                cell = sheet.cell(row, column, text or None)
                if text:
                    cell.data_type = "s"  # also of what begins like a formula
                cell.number_format, cell.alignment = _TEXT, _WRAP
                if kind:
                    cell.font = _BOLD
                if kind == "heading":
                    cell.fill = _HEADING
                if kind != "head":
                    widths[column] = max(widths.get(column, 0), wcswidth(text))
        row += 1
    for column, width in widths.items():
        sheet.column_dimensions[get_column_letter(column)].width = min(max(width + 2, _NARROWEST), _WIDEST)


def as_separated(tables: Sequence[RuleTable], new: NewSheets) -> bytes:
    """Write the tables as separated values in UTF-8 with its mark, which spreadsheet programs read rightly.

    Raises:
        InputError: a cell begins as what a spreadsheet program would run; a workbook can hold it.
    """
    file = StringIO(newline="")
    writer = csv.writer(file)
    for group in GROUPS:
        for table in (table for table in tables if table.group == group):
            for _, cells in _rows(table):
                active = next((text for text in cells if text.startswith(_ACTIVE)), None)
                if active is not None:
                    raise InputError((Violation(table.path, _say("ACTIVE", text=active[:40]), "MALFORMED"),))
                writer.writerow(cells)
            writer.writerow(())
    for _, rows in new.blocks():
        writer.writerows([*rows, ()])
    return (BYTE_ORDER_MARK + file.getvalue()).encode("utf-8")


def _rows(table: RuleTable) -> Iterator[tuple[str, Sequence[str]]]:
    yield "head", head_of(table)
    for number, row in enumerate(table.rows):
        yield "" if number else "heading", row
