"""Spreadsheet parser for rule tables: blocks from a workbook or delimited text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from rules.contracts import error_message, message_factory
from rules.language import RuleTable
from service.input.cells import CellError, day_of, exact_number, is_percentage, refuse_formula_or_error
from service.input.given_files import check_file, has_workbook_suffix
from service.input.rule_tables.forms import (
    CellText,
    TableBlock,
    addition_headings,
    fit_to_heading,
    parse_table_mark,
    resembles_head,
    table_mark_cells,
)
from service.input.tabular.cell_texts import Cell, plain_decimal
from service.input.tabular.csv_parser import DelimitedText
from service.input.tabular.xlsx_access import BookSheet, open_workbook
from service.input.tabular.xlsx_scan import MAXIMUM_FILE_BYTES
from service.input.tree.placed_errors import FilePosition, PlacedError, Problem

_message = message_factory(__name__)


def read_blocks(path: Path, tables: Sequence[RuleTable] = ()) -> list[TableBlock]:
    """Read the rule tables of a file; ignore other text.

    The headings of draft `tables` identify tables without a mark row.

    Raises:
        PlacedError: If the file is malformed.
        FileRefusedError: If it is not a regular file, or too large.
    """
    check_file(path, most=MAXIMUM_FILE_BYTES)
    problems: list[Problem] = []
    sheets: list[list[list[CellText]]] = []
    if has_workbook_suffix(path):
        with open_workbook(path, split=_message("SPLIT")) as book:
            sheets += [list(_sheet_rows(sheet, problems)) for sheet in book]
    else:
        separated = DelimitedText(path)
        separator = separated.separator()
        sheets.append(
            [
                [CellText(text.strip(), position) for position, text in separated.fields(record, separator)]
                for record in separated.records()
            ]
        )
    marked = {parse_table_mark(row[0].text) for rows in sheets for row in rows if row}
    reader = _BlockParser(problems, [table for table in tables if (table.path, table.number) not in marked])
    for rows in sheets:
        reader.read(rows)
    if not reader.blocks and not problems:
        problems.append(Problem(None, "", _message("NO_TABLES"), "NO_TABLES"))
    if problems:
        raise PlacedError(problems)
    return reader.blocks


class _BlockParser:
    def __init__(self, problems: list[Problem], unmarked: Sequence[RuleTable]) -> None:
        self.blocks: list[TableBlock] = []
        self.problems = problems
        self.unmarked = {table.rows[0]: table_mark_cells(table) for table in reversed(unmarked)}
        self.unmarked |= {heading: (mark, text) for mark, text, heading in addition_headings()}
        self.seen: dict[tuple[str, int], tuple[str, FilePosition]] = {}

    def read(self, rows: list[list[CellText]]) -> None:
        head: tuple[tuple[str, int], CellText] | None = None
        block_rows: list[tuple[CellText, ...]] = []
        ours = any(parse_table_mark(row[0].text) is not None for row in rows if row)
        below_mark = False
        for row in filter(_has_text, rows):
            mark = parse_table_mark(row[0].text)
            is_addition = mark is not None or (head is not None and head[0][1] == 0)
            wrong = not is_addition and self._report_edited_mark(row, ours=ours, below_mark=below_mark)
            below_mark = mark is not None or resembles_head(row[0].text, ours=ours)
            if below_mark or wrong:
                self._finish_block(head, block_rows)
                head, block_rows = None, []
            if mark is not None:
                head = mark, row[1] if len(row) > 1 else row[0]
                self._report_repeated(mark, head[1].text, row[0].position)
            elif head is not None:
                heading = block_rows[0] if block_rows else None
                block_rows.append(tuple(row) if is_addition else fit_to_heading(row, heading, self.problems))
        self._finish_block(head, block_rows)

    def _report_edited_mark(self, row: list[CellText], *, ours: bool, below_mark: bool) -> bool:
        """Report an edited or missing mark. Returns whether there is one."""
        last = max(position for position, cell in enumerate(row) if cell.text)
        if resembles_head(row[0].text, ours=ours):
            message = _message("EDITED_MARK", found=row[0].text[:60])
        elif not below_mark and (missing_mark := self.unmarked.get(tuple(cell.text for cell in row[: last + 1]))):
            message = _message("NO_MARK", mark=missing_mark[0], sentence=missing_mark[1])
        else:
            return False
        self.problems.append(Problem(row[0].position, "", message, "EDITED"))
        return True

    def _report_repeated(self, mark: tuple[str, int], sentence: str, position: FilePosition) -> None:
        """Report a repeated table; a wrong number is reported later."""
        first_sentence, first_position = self.seen.setdefault(mark, (sentence, position))
        if first_position is not position and first_sentence == sentence:
            self.problems.append(Problem(position, "", _message("TWICE", there=first_position.cell), "REPEATED"))

    def _finish_block(self, head: tuple[tuple[str, int], CellText] | None, rows: list[tuple[CellText, ...]]) -> None:
        if head is None:
            return
        (path, number), sentence = head
        if rows:
            self.blocks.append(TableBlock(path, number, sentence, tuple(rows)))
        else:
            self.problems.append(Problem(sentence.position, "", _message("NO_HEADING"), "MISSING"))


def _has_text(row: list[CellText]) -> bool:
    return any(cell.text for cell in row)


def _sheet_rows(sheet: BookSheet, problems: list[Problem]) -> Iterator[list[CellText]]:
    problems.extend(sheet.merged_cells())
    for number, cells in sheet.rows():
        row = [
            CellText("", FilePosition(number, column, sheet.title), sheet.is_hidden(number, column))
            for column in range(1, cells[-1].position.column + 1)
        ]
        for cell in cells:
            column = cell.position.column
            row[column - 1] = CellText(_meant_text(cell, problems), cell.position, sheet.is_hidden(number, column))
        yield row


def _meant_text(cell: Cell, problems: list[Problem]) -> str:
    value = cell.value
    try:
        refuse_formula_or_error(cell)
        if isinstance(value, bool):
            raise CellError(_message("TRUE_OR_FALSE", found=value), "TRUE_OR_FALSE")
        if isinstance(value, date):
            return day_of(value)
        if is_percentage(cell):
            raise CellError(_message("PERCENT_FORMAT", found=value), "PERCENT_FORMAT")
        if isinstance(value, int | float):
            return plain_decimal(exact_number(value, as_code=True))
    except CellError as error:
        problems.append(Problem(cell.position, "", error_message(error), error.reason))
        return ""
    return str(value).replace("\r\n", "\n").replace("_x000D_", "").strip()
