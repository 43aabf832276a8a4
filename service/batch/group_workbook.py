"""How does a group stand in a workbook: the sums, the subjects, and the records of each list, a sheet each?"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, TYPE_STRING
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.properties import PageSetupProperties

from rules.contracts.numbers import format_exact, parse_exact

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from rules.contracts.record import Figure
    from rules.model.scorecard import Result
    from service.batch.group_sums import Sums, Table
    from service.batch.group_telling import GroupTeller

_DIGITS = 15
"""How many significant digits a spreadsheet program keeps of a number."""
_TITLE = 31
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\']")
_WIDTH, _NARROW = 24, 14


def write_group(teller: GroupTeller, out: Path) -> None:
    """Write the workbook. Figures are numbers as the card rounds them; what no number can hold is a text."""
    _Book(teller).save(out)


class _Book:
    def __init__(self, teller: GroupTeller) -> None:
        self._teller, self._words = teller, teller.words
        self._book = Workbook()
        first = self._book.worksheets[0]
        self._titles: dict[str, str] = {}
        for table in teller.tables:
            name = teller.card.renderer.name(table.list) if table.list else str(self._words["subjects"])
            self._titles[table.list] = self._title(name)
        first.title = self._title(str(self._words["sum"]))

    def save(self, out: Path) -> None:
        for table in self._teller.tables:
            sheet = self._book.create_sheet(self._titles[table.list])
            if table.list:
                self._records(sheet, table)
            else:
                self._subjects(sheet, table)
        self._sums(self._book.worksheets[0])
        self._book.save(out)

    def _title(self, wanted: str) -> str:
        """Give a name that a sheet may have, and no other has."""
        base = _NOT_IN_TITLES.sub(" ", ILLEGAL_CHARACTERS_RE.sub("", wanted)).strip()[:_TITLE] or "-"
        title, number = base, 1
        while title.casefold() in {one.casefold() for one in self._titles.values()}:
            number += 1
            title = f"{base[: _TITLE - len(str(number)) - 1]} {number}"
        return title

    def _sums(self, sheet: Worksheet) -> None:
        """Write what everything comes to, from which column, and the same sum as the workbook itself makes it."""
        teller = self._teller
        rows = [teller.title, teller.about, teller.settings, self._words["rounded"], self._words["not_added"]]
        rows.append(self._words["trail"].format(example=teller.example))
        place = 0
        for place, text in enumerate((row for row in rows if row), start=1):
            _text(sheet, place, 1, str(text), bold=place == 1)
        heads = [self._words[key] for key in ("figure", "unit", "sum", "exact", "from_sheet", "again")]
        place += 2
        for column, head in enumerate(heads, start=1):
            _text(sheet, place, column, str(head), bold=True)
        for table in teller.tables:
            # Before the figures stand the subject and its conclusion and findings, or the subject and the key.
            first = 3 if table.list else 4
            for number, (result, total) in enumerate(zip(table.columns, table.sums, strict=True)):
                if total is None:
                    continue
                place += 1
                letter = get_column_letter(first + number)
                title = self._titles[table.list]
                span = f"{quote_sheetname(title)}!{letter}2:{letter}{table.count + 1}"
                _text(sheet, place, 1, teller.head(result))
                _text(sheet, place, 2, total.unit)
                self._figure(sheet, (place, 3), total, result)
                _text(sheet, place, 4, _exactly(total))
                _text(sheet, place, 5, span.replace("'", ""))
                sheet.cell(place, 6, f"=SUM({span})").number_format = _format(result)
        for column, width in enumerate((48, _NARROW, _WIDTH, _WIDTH, 36, _WIDTH), start=1):
            sheet.column_dimensions[get_column_letter(column)].width = width

    def _subjects(self, sheet: Worksheet, table: Table) -> None:
        """Write a row for each subject: what was concluded, what is next, its results, and the sums of its records."""
        lists = [one for one in self._teller.tables if one.list]
        heads = [str(self._words[key]) for key in ("subject", "conclusion", "findings")]
        heads += self._heads(table)
        for one in lists:
            name = self._teller.card.renderer.name(one.list)
            heads += [self._words["of_each"].format(figure=head, list=name) for head in self._heads(one, summed=True)]
        heads.append(str(self._words["digest"]))
        _write_heads(sheet, heads)
        for place, block in enumerate(table.blocks):
            row, member = place + 2, block.member
            _text(sheet, row, 1, member.record.subject)
            _text(sheet, row, 2, self._teller.conclusion(member))
            _text(sheet, row, 3, "\n".join(self._teller.findings(member)))
            column = 4
            for result, figure in zip(table.columns, block.rows[0].figures, strict=True):
                absent = result.id in block.rows[0].absent
                self._figure(sheet, (row, column), None if absent else figure, result)
                column += 1
            for one in lists:
                for result, total in _summed(one, one.blocks[place].sums):
                    self._figure(sheet, (row, column), total, result)
                    column += 1
            _text(sheet, row, column, member.digest)
        sheet.column_dimensions["C"].width = 64
        sheet.freeze_panes = "B2"

    def _records(self, sheet: Worksheet, table: Table) -> None:
        """Write a row for each record of each subject."""
        name = self._teller.card.renderer.name(table.list)
        _write_heads(sheet, [str(self._words["subject"]), name, *self._heads(table)])
        row = 1
        for block in table.blocks:
            for one in block.rows:
                row += 1
                _text(sheet, row, 1, block.member.record.subject)
                _text(sheet, row, 2, one.key)
                for column, (result, figure) in enumerate(zip(table.columns, one.figures, strict=True), start=3):
                    self._figure(sheet, (row, column), None if result.id in one.absent else figure, result)
        sheet.freeze_panes = "C2"

    def _heads(self, table: Table, *, summed: bool = False) -> list[str]:
        """Write the heads of the figures, with their unit; of those that are added up if `summed`."""
        found = []
        for number, result in enumerate(table.columns):
            units = {row.figures[number].unit for block in table.blocks for row in block.rows} - {""}
            head = self._teller.head(result)
            if not summed or table.sums[number] is not None:
                found.append(self._words["unnamed"].format(label=head, unit=units.pop()) if units else head)
        return found

    def _figure(self, sheet: Worksheet, place: tuple[int, int], figure: Figure | None, result: Result) -> None:
        """Write a figure as a number if it is one that a spreadsheet program keeps, else as a text."""
        if figure is None:
            return
        shown = figure.rounded or figure.exact
        if shown.low is None or shown.low != shown.high or "/" in shown.low:
            _text(sheet, *place, self._teller.figure(figure))
            return
        number = Decimal(shown.low)
        if len(number.as_tuple().digits) > _DIGITS:
            _text(sheet, *place, shown.low)
            return
        sheet.cell(*place, number).number_format = _format(result)


def _summed(table: Table, sums: Sums) -> list[tuple[Result, Figure | None]]:
    """Give what is added up in the whole table, of one subject; one without records has nothing to add."""
    pairs = zip(table.columns, table.sums, sums, strict=True)
    return [(result, own) for result, whole, own in pairs if whole is not None]


def _write_heads(sheet: Worksheet, heads: list[str]) -> None:
    for column, head in enumerate(heads, start=1):
        _text(sheet, 1, column, head, bold=True)
        sheet.cell(1, column).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTH
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _text(sheet: Worksheet, row: int, column: int, text: str, *, bold: bool = False) -> None:
    cell = sheet.cell(row, column, ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", text))
    cell.data_type = TYPE_STRING  # text that begins with = is no formula
    if bold:
        cell.font = Font(bold=True)


def _format(result: Result) -> str:
    places = result.rounding.places
    return "#,##0" + ("." + "0" * places if places else "")


def _exactly(figure: Figure) -> str:
    low, high = figure.exact.low, figure.exact.high
    if low is not None and low == high:
        return format_exact(parse_exact(low))
    return f"{low or '-∞'} … {high or '∞'}"
