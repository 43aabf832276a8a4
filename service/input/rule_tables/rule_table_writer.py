"""Spreadsheet writer for rule tables: a workbook or CSV.

Cells are text, so that programs neither convert `0012` nor run formulas.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from wcwidth import wcswidth

from rules.contracts import InputError, message_factory
from rules.language import (
    CIRCLED_DIGITS,
    TABLE_GROUPS,
    RuleTable,
    language_of,
    load_lexicon,
    rule_titles,
    sentence_shapes,
    shape_columns,
)
from service.input.encodings import BYTE_ORDER_MARK
from service.input.rule_tables.forms import EXAMPLES, MARK, PLACE_JOINT, SENTENCES, table_mark_cells, words

_message = message_factory(__name__)

_BOLD, _HEADING = Font(bold=True), PatternFill("solid", fgColor="DDEBF7")
_WRAP = Alignment(vertical="top", wrap_text=True)
_TEXT = "@"
_MIN_WIDTH, _MAX_WIDTH = 12, 48
_FORMULA_PREFIXES = ("=", "+", "@", "\t", "\r")


def write_table_workbook(tables: Sequence[RuleTable], new: AdditionSheets) -> bytes:
    """Return a workbook with instructions, tables and addition sheets.

    Raises:
        InputError: If a character is not allowed.
    """
    book, texts = Workbook(), words(new.language)
    first: Worksheet = book.worksheets[0]
    first.title = texts["read_me"]
    for line in texts["how"]:
        first.append([line])
    first.column_dimensions["A"].width = 2 * _MAX_WIDTH
    for group in TABLE_GROUPS:
        own = [table for table in tables if table.group == group]
        if own:
            _write_sheet(book.create_sheet(texts["groups"][group]), own)
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
                    raise InputError.of(table.path, _message("NO_SUCH_CHARACTER", text=text[:40]), "MALFORMED")
                cell = sheet.cell(row, column, text or None)
                if text:
                    cell.data_type = "s"  # otherwise openpyxl treats a leading = as a formula
                cell.number_format, cell.alignment = _TEXT, _WRAP
                if kind:
                    cell.font = _BOLD
                if kind == "heading":
                    cell.fill = _HEADING
                if kind != "head":
                    widths[column] = max(widths.get(column, 0), wcswidth(text))
        row += 1
    for column, width in widths.items():
        sheet.column_dimensions[get_column_letter(column)].width = min(max(width + 2, _MIN_WIDTH), _MAX_WIDTH)


def write_table_csv(tables: Sequence[RuleTable], new: AdditionSheets) -> bytes:
    """Return the tables as CSV in UTF-8, with a byte order mark for spreadsheet programs.

    Raises:
        InputError: If a program could run a cell.
    """
    file = StringIO(newline="")
    writer = csv.writer(file)
    for group in TABLE_GROUPS:
        for table in (table for table in tables if table.group == group):
            for _, cells in _rows(table):
                active = next((text for text in cells if text.startswith(_FORMULA_PREFIXES)), None)
                if active is not None:
                    raise InputError.of(table.path, _message("ACTIVE", text=active[:40]), "MALFORMED")
                writer.writerow(cells)
            writer.writerow(())
    for _, rows in new.blocks():
        writer.writerows([*rows, ()])
    return (BYTE_ORDER_MARK + file.getvalue()).encode("utf-8")


def _rows(table: RuleTable) -> Iterator[tuple[str, Sequence[str]]]:
    yield "head", table_mark_cells(table)
    for number, row in enumerate(table.rows):
        yield "" if number else "heading", row


_ADDITION_ROWS = 300
_WIDE, _NARROW = 40, 16
_CHANGE_PREFIXES = ("change_", "evidence_", "setting_", "suppose_")
_WITH_TABLE = "change_records"


@dataclass(frozen=True, slots=True)
class AdditionSheets:
    """Sheets for additions to a draft, in the words of `language`."""

    files: Mapping[str, str]
    language: str

    @property
    def offered(self) -> str:
        """The workbook language if used, else the first file language."""
        languages = sorted({language_of(path) or self.language for path in self.files})
        return self.language if self.language in languages or not languages else languages[0]

    def blocks(self) -> Iterator[tuple[str, list[list[str]]]]:
        texts = words(self.language)["new"]
        yield (
            texts["sentences"],
            [[f"{MARK} {SENTENCES}", texts["sentences_how"]], [*texts["sentence_heading"], *CIRCLED_DIGITS]],
        )
        yield texts["examples"], [[f"{MARK} {EXAMPLES}", texts["examples_how"]], list(texts["example_heading"])]

    def write(self, book: Workbook) -> None:
        sentences, examples = [_create_sheet(book, name, rows) for name, rows in self.blocks()]
        lists: Worksheet = book.create_sheet(words(self.language)["new"]["shapes"])
        steps = load_lexicon(self.offered).steps
        known = sentence_shapes(self.offered)
        rules = [
            f"{path}{PLACE_JOINT}{title}"
            for path in sorted(self.files)
            for title in rule_titles(self.files[path], path)
        ]
        columns = [
            [*rules, *sorted(self.files)],
            list(known),
            [steps[key].shown for key in steps if key.startswith(_CHANGE_PREFIXES) and key != _WITH_TABLE],
            [steps[key].shown for key in steps if key.startswith("expect_")],
        ]
        for column, (title, texts) in enumerate(zip(words(self.language)["new"]["lists"], columns, strict=True), 1):
            _write_cell(lists, 1, column, title, heading=True)
            for row, text in enumerate(texts, 2):
                _write_cell(lists, row, column, text)
            lists.column_dimensions[get_column_letter(column)].width = _WIDE
        _write_cell(lists, 1, len(columns) + 1, words(self.language)["new"]["columns"], heading=True)
        self._write_shape_columns(lists, [shape.key for shape in known.values()], len(columns) + 1)
        _add_drop_down(sentences, 1, lists, 1, len(columns[0]))
        _add_drop_down(sentences, 2, lists, 2, len(columns[1]))
        _add_drop_down(examples, 1, lists, 1, len(rules))
        _add_drop_down(examples, 3, lists, 3, len(columns[2]))
        _add_drop_down(examples, 5, lists, 4, len(columns[3]))

    def _write_shape_columns(self, lists: Worksheet, keys: Sequence[str], first: int) -> None:
        for row, key in enumerate(keys, 2):
            either = words(self.language)["new"]["either"]
            cells: list[str] = []
            for needed, optional in shape_columns(key, self.offered):
                cells += [*([either] if cells else []), *needed, *(f"[{word}]" for word in optional)]
            for column, text in enumerate(cells, first):
                _write_cell(lists, row, column, text)


def _create_sheet(book: Workbook, name: str, rows: list[list[str]]) -> Worksheet:
    sheet: Worksheet = book.create_sheet(name)
    count = len(rows[-1])
    for row in range(1, _ADDITION_ROWS + 1):
        for column in range(1, count + 1):
            sheet.cell(row, column).number_format = "@"
    for row, cells in enumerate(rows, 1):
        for column, text in enumerate(cells, 1):
            _write_cell(sheet, row, column, text, heading=row == len(rows))
    for column in range(1, count + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDE if column <= 2 or count == 5 else _NARROW
    sheet.cell(1, 1).font = _BOLD
    return sheet


def _write_cell(sheet: Worksheet, row: int, column: int, text: str, *, heading: bool = False) -> None:
    cell = sheet.cell(row, column, text)
    cell.data_type, cell.number_format, cell.alignment = "s", "@", Alignment(vertical="top")
    if heading:
        cell.fill, cell.font = _HEADING, _BOLD


def _add_drop_down(sheet: Worksheet, column: int, lists: Worksheet, list_column: int, count: int) -> None:
    if not count:
        return
    letter, source = get_column_letter(column), get_column_letter(list_column)
    formula = f"{quote_sheetname(lists.title)}!${source}$2:${source}${count + 1}"
    offered = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=False)
    offered.add(f"{letter}3:{letter}{_ADDITION_ROWS}")
    sheet.add_data_validation(offered)
