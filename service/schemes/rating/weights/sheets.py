"""Judgement sheets: CSV and XLSX templates and parsers."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from rules.contracts import InputError, Violation, attempt, message_factory
from rules.weighting import Sheet, SheetRow
from service.input.given_files import read_file
from service.input.tabular.cell_texts import read_delimited_rows, read_text_sheet
from service.input.tabular.csv_parser import DelimitedText
from service.input.tabular.xlsx_access import open_workbook
from service.input.tree.placed_errors import PlacedError
from service.output.tables import read_separated_cell, separated_cells, text_cell
from service.schemes.rating.weights.arithmetic import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet


_FIRST_ITEM_ROW_AND_COLUMN = 3
_COMPUTED_FILL = PatternFill("solid", fgColor="E7E6E6")
_LABEL_WIDTH = 36
_JUDGEMENT_WIDTH = 7


@dataclass(frozen=True, slots=True)
class JudgementTemplate:
    """Items to compare, their labels, and the template language."""

    items: Sequence[str]
    labels: Mapping[str, str]
    language: str

    @property
    def header(self) -> list[str]:
        texts = words(self.language)
        return [texts["item"], texts["label"], *self.items]


def csv_template(template: JudgementTemplate) -> str:
    """Render a CSV template; experts fill in only the upper triangle."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([f"# {words(template.language)['how_csv']}"])
    writer.writerow(separated_cells(template.header))
    for position, item in enumerate(template.items):
        names = separated_cells([item, template.labels.get(item, "")])
        writer.writerow([*names, *[""] * position, "0.5", *_empty_cells(template, position)])
    return text.getvalue()


def _empty_cells(template: JudgementTemplate, position: int) -> list[str]:
    return [""] * (len(template.items) - position - 1)


def xlsx_template(template: JudgementTemplate, experts: int) -> bytes:
    """Render one worksheet per expert; the lower triangle is computed."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for number in range(1, experts + 1):
        title = words(template.language)["expert"].format(number=number)
        _fill(book.create_sheet(title), template)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _fill(sheet: Worksheet, template: JudgementTemplate) -> None:
    texts, size = words(template.language), len(template.items)
    sheet["A1"] = f"# {texts['how_xlsx']}"
    sheet.append([text_cell(sheet, heading, bold=True) for heading in template.header])
    allowed = DataValidation(type="list", formula1='"0,0.5,1"', allow_blank=True, showErrorMessage=True)
    allowed.errorTitle, allowed.error = texts["not_allowed"], texts["allowed"]
    for row, item in enumerate(template.items):
        sheet.append([text_cell(sheet, item, bold=True), text_cell(sheet, template.labels.get(item, ""))])
        sheet.cell(_FIRST_ITEM_ROW_AND_COLUMN + row, _FIRST_ITEM_ROW_AND_COLUMN + row, 0.5).fill = _COMPUTED_FILL
        for column in range(row):
            mirrored = f"{get_column_letter(_FIRST_ITEM_ROW_AND_COLUMN + row)}{_FIRST_ITEM_ROW_AND_COLUMN + column}"
            formula = f'=IF(ISNUMBER({mirrored}),1-{mirrored},"")'
            sheet.cell(
                _FIRST_ITEM_ROW_AND_COLUMN + row, _FIRST_ITEM_ROW_AND_COLUMN + column, formula
            ).fill = _COMPUTED_FILL
        if row + 1 < size:
            first, last = (
                get_column_letter(_FIRST_ITEM_ROW_AND_COLUMN + row + 1),
                get_column_letter(_FIRST_ITEM_ROW_AND_COLUMN + size - 1),
            )
            allowed.add(f"{first}{_FIRST_ITEM_ROW_AND_COLUMN + row}:{last}{_FIRST_ITEM_ROW_AND_COLUMN + row}")
    sheet.add_data_validation(allowed)
    sheet.freeze_panes = f"{get_column_letter(_FIRST_ITEM_ROW_AND_COLUMN)}{_FIRST_ITEM_ROW_AND_COLUMN}"
    sheet.column_dimensions["B"].width = _LABEL_WIDTH
    for column in range(_FIRST_ITEM_ROW_AND_COLUMN, _FIRST_ITEM_ROW_AND_COLUMN + size):
        sheet.column_dimensions[get_column_letter(column)].width = _JUDGEMENT_WIDTH


_message = message_factory(__name__)

MAXIMUM_BYTES = 2_000_000
MAXIMUM_ROWS = 1_000
_KINDS = _message("KINDS")


def read_sheets(paths: Sequence[Path]) -> tuple[Sheet, ...]:
    """Read each CSV file and nonempty worksheet as the judgements of one expert."""
    sheets: list[tuple[Path, Sheet]] = []
    violations: list[Violation] = []
    seen: set[Path] = set()
    for path in paths:
        if path.resolve() in seen:
            violations.append(Violation(str(path), _message("FILE_TWICE"), "FILE_TWICE"))
            continue
        seen.add(path.resolve())
        sheets += [(path, sheet) for sheet in attempt(violations, _read_sheets, path) or ()]
    if violations:
        raise InputError(tuple(violations))
    names = Counter(sheet.expert for _, sheet in sheets)
    return tuple(
        sheet if names[sheet.expert] == 1 else replace(sheet, expert=f"{path}: {sheet.expert}")
        for path, sheet in sheets
    )


def read_table(path: Path) -> Sheet:
    """Read the only nonempty table of a CSV file or workbook."""
    sheets = _read_sheets(path)
    if len(sheets) != 1:
        titles = ", ".join(sheet.title for sheet in sheets)
        raise _input_error(path, _message("SEVERAL_SHEETS", count=len(sheets), titles=titles), "SEVERAL_SHEETS")
    return sheets[0]


def _input_error(path: Path, description: str, reason: str) -> InputError:
    return InputError((Violation(str(path), description, reason),))


def _read_sheets(path: Path) -> tuple[Sheet, ...]:
    if not path.exists() or path.is_dir():
        raise _input_error(path, _message("NOT_THERE", kinds=_KINDS), "NOT_FOUND")
    content = read_file(path, most=MAXIMUM_BYTES)
    try:
        match path.suffix.lower():
            case ".csv":
                return (_csv(path, content),)
            case ".xlsx":
                return _workbook(path, content)
            case _:
                raise _input_error(path, _message("NEITHER", kinds=_KINDS), "UNKNOWN_FORMAT")
    except PlacedError as error:
        raise error.of_file(str(path)) from None


def _csv(path: Path, content: bytes) -> Sheet:
    """Accept only commas: other separators allow decimal commas."""
    separated = DelimitedText(content)
    rows = tuple(
        SheetRow(row.line, tuple(map(read_separated_cell, row.cells)))
        for row in read_delimited_rows(separated, ",", most_rows=MAXIMUM_ROWS)
    )
    guessed = next((note.position.line for note in separated.notes if note.position is not None), 0)
    sheet = Sheet(str(path), path.stem, rows, guessed=guessed)
    for mark, name in ((";", "semicolons"), ("\t", "tabs")):
        if sheet.content() and all(mark in row.cells[0] and not any(row.cells[1:]) for row in sheet.content()):
            raise _input_error(path, _message("OTHER_SEPARATOR", name=name), "NOT_COMMAS")
    return sheet


def _workbook(path: Path, content: bytes) -> tuple[Sheet, ...]:
    with open_workbook(content, saved_values=True) as book:
        text_sheets = [read_text_sheet(sheet, most_rows=MAXIMUM_ROWS) for sheet in book]
    sheets = tuple(
        Sheet(
            str(path),
            sheet.title,
            tuple(SheetRow(row.number, row.cells) for row in sheet.rows),
            sheet.title,
            hidden=tuple(note.description for note in sheet.notes),
        )
        for sheet in text_sheets
    )
    return tuple(sheet for sheet in sheets if sheet.content()) or sheets[:1]
