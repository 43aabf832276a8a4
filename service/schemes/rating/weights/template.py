"""How does an empty sheet of judgements look, for an expert to fill in?"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from service.schemes.rating.weights.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_FIRST = 3
"""The row of the first item and the column of the first item alike."""
_COMPUTED = PatternFill("solid", fgColor="E7E6E6")
_WIDTH_OF_LABELS = 36
_WIDTH_OF_JUDGEMENTS = 7


@dataclass(frozen=True, slots=True)
class Template:
    """The items to compare with their names, and the language of the words around them."""

    items: Sequence[str]
    labels: Mapping[str, str]
    language: str

    @property
    def header(self) -> list[str]:
        """The first row: over the items, over their names, then the items."""
        own = words(self.language)
        return [own["item"], own["label"], *self.items]


def csv_template(template: Template) -> str:
    """Write a CSV file: the upper triangle is to be filled in, the lower follows from it and stays empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([f"# {words(template.language)['how_csv']}"])
    writer.writerow(template.header)
    for position, item in enumerate(template.items):
        writer.writerow([item, template.labels.get(item, ""), *[""] * position, "0.5", *_blank(template, position)])
    return text.getvalue()


def _blank(template: Template, position: int) -> list[str]:
    return [""] * (len(template.items) - position - 1)


def xlsx_template(template: Template, experts: int) -> bytes:
    """Write a workbook with a sheet for each expert: the upper triangle takes 0, 0.5 or 1, the lower is computed."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for number in range(1, experts + 1):
        title = words(template.language)["expert"].format(number=number)
        _fill(book.create_sheet(title), template)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _fill(sheet: Worksheet, template: Template) -> None:
    own, size = words(template.language), len(template.items)
    sheet["A1"] = f"# {own['how_xlsx']}"
    for column, heading in enumerate(template.header, start=1):
        _write(sheet, _FIRST - 1, column, heading).font = Font(bold=True)
    allowed = DataValidation(type="list", formula1='"0,0.5,1"', allow_blank=True, showErrorMessage=True)
    allowed.errorTitle, allowed.error = own["not_allowed"], own["allowed"]
    for row, item in enumerate(template.items):
        _write(sheet, _FIRST + row, 1, item).font = Font(bold=True)
        _write(sheet, _FIRST + row, 2, template.labels.get(item, ""))
        sheet.cell(_FIRST + row, _FIRST + row, 0.5).fill = _COMPUTED
        for column in range(row):
            mirrored = f"{get_column_letter(_FIRST + row)}{_FIRST + column}"
            formula = f'=IF(ISNUMBER({mirrored}),1-{mirrored},"")'
            sheet.cell(_FIRST + row, _FIRST + column, formula).fill = _COMPUTED
        if row + 1 < size:
            first, last = get_column_letter(_FIRST + row + 1), get_column_letter(_FIRST + size - 1)
            allowed.add(f"{first}{_FIRST + row}:{last}{_FIRST + row}")
    sheet.add_data_validation(allowed)
    sheet.freeze_panes = f"{get_column_letter(_FIRST)}{_FIRST}"
    sheet.column_dimensions["B"].width = _WIDTH_OF_LABELS
    for column in range(_FIRST, _FIRST + size):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTH_OF_JUDGEMENTS


def _write(sheet: Worksheet, row: int, column: int, text: str) -> Cell | MergedCell:
    """Write text as text, even if it begins like a formula."""
    written = sheet.cell(row, column, text)
    written.data_type = "s"
    return written
