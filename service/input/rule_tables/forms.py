"""Layout of rule tables in a spreadsheet: marks, heads, blocks, checks of rows, and notices of missing tables.

A `TableBlock` is a row with mark, file and number of a table, beside them its sentence; then the heading and the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rules.contracts import LANGUAGES, message_factory, wording_loader
from rules.language import CIRCLED_DIGITS, RuleTable, language_of
from service.input.tree.placed_errors import FilePosition, Problem

_say = message_factory(__name__)
words = wording_loader(__name__)

MARK = "■"
SENTENCES, EXAMPLES = "+sentences", "+examples"
"""What stands behind the mark above new ones."""
PLACE_JOINT = " · "
"""Between a file and the title of a rule in it."""
_HEAD = re.compile(rf"{MARK}\s*(\S+\.feature)\s+([0-9]{{1,6}})\Z")
_NEW_MARK_PATTERN = re.compile(rf"{MARK}\s*(\+sentences|\+examples)\Z")
_SCIENTIFIC = re.compile(r"-?[0-9](\.[0-9]+)?[Ee]\+?[0-9]+\Z")
_LIKE_NEW = re.compile(rf"{MARK}\s*\+")
_LIKE_HEAD = re.compile(rf"{MARK}|\S+\.feature\s+[0-9]{{1,6}}\Z")


@dataclass(frozen=True, slots=True)
class CellText:
    """What stands in a cell, as text, and where; `hidden` if the row or sheet is not shown."""

    text: str
    position: FilePosition
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """One table as it was brought back: which one it is, its sentence, and its rows with the heading.

    Of new sentences and examples `path` is their mark, and the rows are of as many cells as were filled.
    """

    path: str
    number: int
    sentence: CellText
    rows: tuple[tuple[CellText, ...], ...]

    @property
    def new(self) -> bool:
        """Say whether new sentences or examples stand here, and no table of the draft."""
        return self.path in (SENTENCES, EXAMPLES)


def table_mark_cells(table: RuleTable) -> tuple[str, str]:
    """Give the two cells above a table."""
    return f"{MARK} {table.path} {table.number}", table.sentence


def parse_table_mark(text: str) -> tuple[str, int] | None:
    """Give the file and the number of the table that a cell names, or the mark of new ones; None if it begins none."""
    new = _NEW_MARK_PATTERN.match(text.strip())
    if new is not None:
        return new[1], 0
    match = _HEAD.match(text.strip())
    return None if match is None else (match[1], int(match[2]))


def addition_headings() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Give the mark above new sentences and above new examples, what is said beside it, and the heading beneath."""
    for language in LANGUAGES:
        texts = words(language)["new"]
        yield f"{MARK} {SENTENCES}", texts["sentences_how"], (*texts["sentence_heading"], *CIRCLED_DIGITS)
        yield f"{MARK} {EXAMPLES}", texts["examples_how"], tuple(texts["example_heading"])


def resembles_head(text: str, *, ours: bool) -> bool:
    """Say whether a cell that begins no block was one that did; a mark alone tells it on a sheet of `ours` only."""
    return bool(_LIKE_HEAD.match(text)) and (ours or ".feature" in text or bool(_LIKE_NEW.match(text)))


def fit_to_heading(
    row: Sequence[CellText], heading: Sequence[CellText] | None, problems: list[Problem]
) -> tuple[CellText, ...]:
    """Give a row as many cells as the heading has, which ends with its last word; what stands beside is a problem."""
    if heading is None:
        last = max(position for position, cell in enumerate(row) if cell.text)
        return tuple(row[: last + 1])
    for cell in row[len(heading) :]:
        if cell.text:
            description = _say("BESIDE", found=cell.text[:40], last=heading[-1].text)
            problems.append(Problem(cell.position, "", description, "UNKNOWN_COLUMN"))
    first = row[0]
    missing = range(len(row), len(heading))
    blank = [
        CellText("", FilePosition(first.position.line, at + 1, first.position.sheet), first.hidden) for at in missing
    ]
    return tuple([*row, *blank][: len(heading)])


def added_row_problems(row: Sequence[CellText]) -> Iterator[Problem]:
    """Name what is wrong with a row that is new: it is hidden, or its program has shortened a number in it."""
    yield from (hidden_change_problem(cell) for cell in [cell for cell in row if cell.hidden][:1])
    yield from (abbreviated_number_problem(cell) for cell in row if is_abbreviated_number(cell.text))


def is_abbreviated_number(text: str) -> bool:
    """Say whether a spreadsheet program wrote a number as 1.1E+17."""
    return bool(_SCIENTIFIC.match(text))


def hidden_change_problem(cell: CellText) -> Problem:
    """Refuse a change that nobody sees."""
    return Problem(cell.position, "", _say("HIDDEN"), "HIDDEN")


def abbreviated_number_problem(cell: CellText) -> Problem:
    """Refuse a number that has lost digits."""
    return Problem(cell.position, "", _say("SHORTENED", found=cell.text), "DAMAGED")


SHEET, TABLE, RENAMED = "sheet_gone", "table_gone", "sheet_renamed"


@dataclass(frozen=True, slots=True)
class MisplacedTables:
    """One sheet or table that is not where it was written: the group of its sheet, its name now, and its tables."""

    kind: str
    group: str
    now: str
    tables: tuple[RuleTable, ...]


def find_misplaced_tables(tables: Sequence[RuleTable], blocks: Sequence[TableBlock]) -> Iterator[MisplacedTables]:
    """Compare the tables of a draft with those that came back; the files of a language come back together.

    A table that did not come back stays as it is, and one on another sheet is read: a notice says so.
    """
    back = {(block.path, block.number): block for block in blocks}
    languages = {language_of(block.path) for block in blocks if not block.new}
    book = any(block.sentence.position.sheet for block in blocks)
    groups: dict[str, list[RuleTable]] = {}
    for table in tables:
        if not languages or language_of(table.path) in languages:
            groups.setdefault(table.group, []).append(table)
    for group, written in groups.items():
        gone = [table for table in written if (table.path, table.number) not in back]
        if gone and book and len(gone) == len(written):
            yield MisplacedTables(SHEET, group, "", tuple(gone))
        else:
            yield from (MisplacedTables(TABLE, group, "", (table,)) for table in gone)
        yield from _renamed(group, written, back)


def _renamed(
    group: str, written: Sequence[RuleTable], back: Mapping[tuple[str, int], TableBlock]
) -> Iterator[MisplacedTables]:
    names = {words(language)["groups"][group] for language in LANGUAGES}
    now: dict[str, list[RuleTable]] = {}
    for table in written:
        block = back.get((table.path, table.number))
        if block is not None and block.sentence.position.sheet:
            now.setdefault(block.sentence.position.sheet, []).append(table)
    yield from (MisplacedTables(RENAMED, group, name, tuple(own)) for name, own in now.items() if name not in names)
