"""Layout of rule tables in spreadsheets: marks, blocks, row checks and notices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rules.contracts import LANGUAGES, message_factory, wording_loader
from rules.language import CIRCLED_DIGITS, RuleTable, language_of
from service.input.tree.placed_errors import FilePosition, Problem

_message = message_factory(__name__)
words = wording_loader(__name__)

MARK = "■"
SENTENCES, EXAMPLES = "+sentences", "+examples"
PLACE_JOINT = " · "
_TABLE_MARK_PATTERN = re.compile(rf"{MARK}\s*(\S+\.feature)\s+([0-9]{{1,6}})\Z")
_NEW_MARK_PATTERN = re.compile(rf"{MARK}\s*(\+sentences|\+examples)\Z")
_SCIENTIFIC = re.compile(r"-?[0-9](\.[0-9]+)?[Ee]\+?[0-9]+\Z")
_LIKE_NEW = re.compile(rf"{MARK}\s*\+")
_LIKE_HEAD = re.compile(rf"{MARK}|\S+\.feature\s+[0-9]{{1,6}}\Z")


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell; `hidden` if a user cannot see it."""

    text: str
    position: FilePosition
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """An imported table with its heading.

    For additions, `path` is their mark and row lengths vary.
    """

    path: str
    number: int
    sentence: CellText
    rows: tuple[tuple[CellText, ...], ...]

    @property
    def new(self) -> bool:
        return self.path in (SENTENCES, EXAMPLES)


def table_mark_cells(table: RuleTable) -> tuple[str, str]:
    """Return the mark and the sentence above a table."""
    return f"{MARK} {table.path} {table.number}", table.sentence


def parse_table_mark(text: str) -> tuple[str, int] | None:
    """Return file and number of a table mark, or addition mark and 0, else None."""
    new = _NEW_MARK_PATTERN.match(text.strip())
    if new is not None:
        return new[1], 0
    match = _TABLE_MARK_PATTERN.match(text.strip())
    return None if match is None else (match[1], int(match[2]))


def addition_headings() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield mark, instructions and heading of addition sheets."""
    for language in LANGUAGES:
        texts = words(language)["new"]
        yield f"{MARK} {SENTENCES}", texts["sentences_how"], (*texts["sentence_heading"], *CIRCLED_DIGITS)
        yield f"{MARK} {EXAMPLES}", texts["examples_how"], tuple(texts["example_heading"])


def resembles_head(text: str, *, ours: bool) -> bool:
    """Return whether a text resembles an edited mark; on a sheet of `ours`, the mark character suffices."""
    return bool(_LIKE_HEAD.match(text)) and (ours or ".feature" in text or bool(_LIKE_NEW.match(text)))


def fit_to_heading(
    row: Sequence[CellText], heading: Sequence[CellText] | None, problems: list[Problem]
) -> tuple[CellText, ...]:
    """Pad or cut a row to its heading; report text outside.

    Without `heading`, the row ends at its last text.
    """
    if heading is None:
        last = max(position for position, cell in enumerate(row) if cell.text)
        return tuple(row[: last + 1])
    for cell in row[len(heading) :]:
        if cell.text:
            description = _message("BESIDE", found=cell.text[:40], last=heading[-1].text)
            problems.append(Problem(cell.position, "", description, "UNKNOWN_COLUMN"))
    first = row[0]
    missing = range(len(row), len(heading))
    blank = [
        CellText("", FilePosition(first.position.line, at + 1, first.position.sheet), first.hidden) for at in missing
    ]
    return tuple([*row, *blank][: len(heading)])


def added_row_problems(row: Sequence[CellText]) -> Iterator[Problem]:
    """Yield problems of a new row: hidden cells or abbreviated numbers."""
    yield from (hidden_change_problem(cell) for cell in [cell for cell in row if cell.hidden][:1])
    yield from (abbreviated_number_problem(cell) for cell in row if is_abbreviated_number(cell.text))


def is_abbreviated_number(text: str) -> bool:
    """Return whether a number was abbreviated, as in 1.1E+17."""
    return bool(_SCIENTIFIC.match(text))


def hidden_change_problem(cell: CellText) -> Problem:
    """Return the problem for a change in a hidden cell."""
    return Problem(cell.position, "", _message("HIDDEN"), "HIDDEN")


def abbreviated_number_problem(cell: CellText) -> Problem:
    """Return the problem for a number that has lost digits."""
    return Problem(cell.position, "", _message("SHORTENED", found=cell.text), "DAMAGED")


SHEET, TABLE, RENAMED = "sheet_gone", "table_gone", "sheet_renamed"


@dataclass(frozen=True, slots=True)
class MisplacedTables:
    """A missing sheet or table, or a sheet renamed to `now`."""

    kind: str
    group: str
    now: str
    tables: tuple[RuleTable, ...]


def find_misplaced_tables(tables: Sequence[RuleTable], blocks: Sequence[TableBlock]) -> Iterator[MisplacedTables]:
    """Yield missing tables and sheets, and renamed sheets, in the imported languages."""
    imported = {(block.path, block.number): block for block in blocks}
    languages = {language_of(block.path) for block in blocks if not block.new}
    is_workbook = any(block.sentence.position.sheet for block in blocks)
    groups: dict[str, list[RuleTable]] = {}
    for table in tables:
        if not languages or language_of(table.path) in languages:
            groups.setdefault(table.group, []).append(table)
    for group, written in groups.items():
        missing = [table for table in written if (table.path, table.number) not in imported]
        if missing and is_workbook and len(missing) == len(written):
            yield MisplacedTables(SHEET, group, "", tuple(missing))
        else:
            yield from (MisplacedTables(TABLE, group, "", (table,)) for table in missing)
        yield from _renamed_sheets(group, written, imported)


def _renamed_sheets(
    group: str, written: Sequence[RuleTable], imported: Mapping[tuple[str, int], TableBlock]
) -> Iterator[MisplacedTables]:
    names = {words(language)["groups"][group] for language in LANGUAGES}
    tables_by_sheet: dict[str, list[RuleTable]] = {}
    for table in written:
        block = imported.get((table.path, table.number))
        if block is not None and block.sentence.position.sheet:
            tables_by_sheet.setdefault(block.sentence.position.sheet, []).append(table)
    yield from (
        MisplacedTables(RENAMED, group, name, tuple(sheet_tables))
        for name, sheet_tables in tables_by_sheet.items()
        if name not in names
    )
