"""How are judgements, blocks and points read from CSV files and workbooks?"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, Violation, attempt
from rules.contracts.messages import speaker
from rules.weighting.sheets import Sheet, SheetRow
from service.reading.given_files import read_file
from service.reading.tabular.books import opened_book
from service.reading.tabular.separated import Separated
from service.reading.tabular.texts import separated_rows, text_sheet
from service.reading.tree.problems import PlacedError

if TYPE_CHECKING:
    from collections.abc import Sequence


_say = speaker(__name__)

MAXIMUM_BYTES = 2_000_000
MAXIMUM_ROWS = 1_000
_KINDS = _say("KINDS")


def read_sheets(paths: Sequence[Path]) -> tuple[Sheet, ...]:
    """Read every file, and of a workbook every sheet that is not empty, as one expert's each.

    The expert of a CSV file is named as the file, that of a sheet as the sheet; where two would be called the same, the
    name of the file stands before.

    Raises:
        InputError: a file cannot be read, is too large, or is given twice; every such file is a violation.
    """
    sheets: list[tuple[Path, Sheet]] = []
    wrong: list[Violation] = []
    seen: set[Path] = set()
    for path in paths:
        if path.resolve() in seen:
            wrong.append(Violation(str(path), _say("FILE_TWICE"), "FILE_TWICE"))
            continue
        seen.add(path.resolve())
        sheets += [(path, sheet) for sheet in attempt(wrong, _read, path) or ()]
    if wrong:
        raise InputError(tuple(wrong))
    names = Counter(sheet.expert for _, sheet in sheets)
    return tuple(
        sheet if names[sheet.expert] == 1 else replace(sheet, expert=f"{path}: {sheet.expert}")
        for path, sheet in sheets
    )


def read_table(path: Path) -> Sheet:
    """Read a file that holds one table: a CSV file, or a workbook with one sheet that is not empty.

    Raises:
        InputError: the file cannot be read, or holds several tables.
    """
    sheets = _read(path)
    if len(sheets) != 1:
        titles = ", ".join(sheet.title for sheet in sheets)
        raise _refused(path, _say("SEVERAL_SHEETS", count=len(sheets), titles=titles), "SEVERAL_SHEETS")
    return sheets[0]


def _refused(path: Path, description: str, reason: str) -> InputError:
    return InputError((Violation(str(path), description, reason),))


def _read(path: Path) -> tuple[Sheet, ...]:
    if not path.exists() or path.is_dir():
        raise _refused(path, _say("NOT_THERE", kinds=_KINDS), "NOT_FOUND")
    content = read_file(path, most=MAXIMUM_BYTES)
    try:
        match path.suffix.lower():
            case ".csv":
                return (_csv(path, content),)
            case ".xlsx":
                return _workbook(path, content)
            case _:
                raise _refused(path, _say("NEITHER", kinds=_KINDS), "UNKNOWN_FORMAT")
    except PlacedError as error:
        raise error.of_file(str(path)) from None


def _csv(path: Path, content: bytes) -> Sheet:
    """Read commas alone: a comma may stand for the point of a number where others part the cells."""
    separated = Separated(content)
    rows = tuple(SheetRow(row.line, row.cells) for row in separated_rows(separated, ",", most_rows=MAXIMUM_ROWS))
    guessed = next((note.place.line for note in separated.notes if note.place is not None), 0)
    sheet = Sheet(str(path), path.stem, rows, guessed=guessed)
    for mark, name in ((";", "semicolons"), ("\t", "tabs")):
        if sheet.content() and all(mark in row.cells[0] and not any(row.cells[1:]) for row in sheet.content()):
            raise _refused(path, _say("OTHER_SEPARATOR", name=name), "NOT_COMMAS")
    return sheet


def _workbook(path: Path, content: bytes) -> tuple[Sheet, ...]:
    """Read the sheets that are not empty; of formulas the value that the spreadsheet program stored counts."""
    with opened_book(content, saved_values=True) as book:
        read = [text_sheet(sheet, most_rows=MAXIMUM_ROWS) for sheet in book]
    found = tuple(
        Sheet(str(path), sheet.title, tuple(SheetRow(row.number, row.cells) for row in sheet.rows), sheet.title)
        for sheet in read
    )
    return tuple(sheet for sheet in found if sheet.content()) or found[:1]
