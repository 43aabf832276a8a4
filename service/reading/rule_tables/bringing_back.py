"""What changes in a draft by the tables that are brought back, and which of their cells are wrong?

Tables that are not brought back, and those whose cells all say the same, stay as they are to the byte. What a change
makes wrong in the draft is told at the cell of the workbook in which it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import Severity
from rules.contracts.messages import speaker
from rules.language.compiler import compile_folder
from rules.language.rule_tables import replaced, tables_of
from service.reading.rule_tables.forms import is_shortened, not_as_meant, shortened, unseen
from service.reading.rule_tables.new_rows import Line, new_rows
from service.reading.rule_tables.putting_in import repeated, with_new
from service.reading.tree.problems import PlacedError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.contracts.diagnostics import Diagnostic
    from rules.contracts.messages import Message
    from rules.language.rule_tables import RuleTable
    from rules.model.lookups import TableSource
    from service.reading.rule_tables.forms import Block, Given
    from service.reading.rule_tables.new_rows import New
    from service.reading.tree.problems import Place

_say = speaker(__name__)

_LEAST_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that says something else, or one row that is new or gone, in which case the other side is empty."""

    table: RuleTable
    row: str
    column: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Brought:
    """The files that change, as they would be written, and what changes; `elsewhere` is what it makes wrong outside."""

    files: Mapping[str, str]
    changes: tuple[Change, ...]
    new: tuple[New, ...]
    elsewhere: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Around:
    """What a draft is compiled with: reference tables, and the vocabularies that it takes from."""

    tables: TableSource | None
    shared: Mapping[str, str]


def bring_back(
    files: Mapping[str, str],
    blocks: Sequence[Block],
    tables: TableSource | None = None,
    shared: Mapping[str, str] | None = None,
) -> Brought:
    """Put tables that were edited elsewhere into the files of a draft; `shared` are the vocabularies it takes from.

    Raises:
        PlacedError: a block is no table of the draft, a program has damaged a cell, or the draft would have errors in
            the tables that it did not have before; every wrong cell is named.
    """
    known = {(table.path, table.number): table for table in tables_of(files)}
    pairs: list[tuple[RuleTable, Block]] = []
    problems: list[Problem] = []
    new: list[New] = []
    for block in blocks:
        table = known.get((block.path, block.number))
        if block.new:
            new.extend(new_rows(block, sorted(files), problems))
        elif table is None or table.sentence != block.sentence.text:
            problems.append(Problem(block.sentence.place, "", _other_table(block, known), "UNKNOWN_TABLE"))
        else:
            pairs.append((table, block))
    changes = [change for table, block in pairs for change in _compare(table, block, problems)]
    problems.extend(repeated(files, new))
    if problems:
        raise PlacedError(problems)
    edited = {
        path: replaced(files[path], [(table, _texts(block)) for table, block in pairs if _differs(table, block, path)])
        for path in files
    }
    written, cells = with_new(edited, _places(edited, pairs), new)
    elsewhere = _check(files, written, cells, _Around(tables, shared or {}))
    changed = {path: text for path, text in written.items() if text != files[path]}
    return Brought(changed, tuple(changes), tuple(new), elsewhere)


def _other_table(block: Block, known: Mapping[tuple[str, int], RuleTable]) -> Message:
    """Say why a block is not the table that the row above it names."""
    paths = sorted({path for path, _ in known})
    if block.path not in paths:
        return _say("NO_FILE", path=block.path, known=paths)
    table = known.get((block.path, block.number))
    own = [one for one in known.values() if one.path == block.path and one.sentence == block.sentence.text]
    same = [one for one in own if [cell.text for cell in block.rows[0]] == list(one.rows[0])]
    if len(same) == 1:
        right = same[0].number
        return _say("OTHER_NUMBER", sentence=block.sentence.text, path=block.path, number=block.number, right=right)
    if table is None or own:
        found = "" if table is None else table.sentence
        return _say("OTHER_TABLE", path=block.path, number=block.number, found=found)
    line = table.sentence_line + 1
    return _say("EDITED_SENTENCE", found=block.sentence.text, was=table.sentence, path=block.path, line=line)


def _texts(block: Block) -> list[list[str]]:
    return [[cell.text for cell in row] for row in block.rows]


def _differs(table: RuleTable, block: Block, path: str) -> bool:
    return table.path == path and [list(row) for row in table.rows] != _texts(block)


def _compare(table: RuleTable, block: Block, problems: list[Problem]) -> Iterator[Change]:
    """Find what differs, row by row; rows that changed in some cells are compared cell by cell."""
    now = [tuple(row) for row in _texts(block)]
    for kind, begin, end, first, last in SequenceMatcher(None, table.rows, now, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        both = min(end - begin, last - first) if len(table.rows[0]) == len(now[0]) else 0
        for step in range(both):
            yield from _cells(table, table.rows[begin + step], block.rows[first + step], problems)
        for gone in table.rows[begin + both : end]:
            yield Change(table, "", "", _row(gone), "")
        for new in block.rows[first + both : last]:
            problems.extend(not_as_meant(new))
            yield Change(table, "", "", "", _row([cell.text for cell in new]))


def _cells(table: RuleTable, was: Sequence[str], now: Sequence[Given], problems: list[Problem]) -> Iterator[Change]:
    head = next((text for text in was if text), "")
    for column, before, cell in zip(table.rows[0], was, now, strict=True):
        if before == cell.text:
            continue
        if cell.hidden:
            problems.append(unseen(cell))
        elif _is_damaged(before, cell.text):
            problems.append(Problem(cell.place, "", _say("DAMAGED", found=cell.text, was=before), "DAMAGED"))
        elif is_shortened(cell.text):
            problems.append(shortened(cell))
        yield Change(table, head, column, before, cell.text)


def _row(cells: Sequence[str]) -> str:
    return " | ".join(cells)


def _is_damaged(before: str, now: str) -> bool:
    """Say whether a program took a code for a number: leading zeros are gone, or digits beyond the fifteenth."""
    if not before.isdecimal() or not now.isdecimal():
        return False
    lost_zeros = before.startswith("0") and before.lstrip("0") == now
    kept = _LEAST_DIGITS - 1
    lost_digits = len(before) == len(now) >= _LEAST_DIGITS and before[:kept] == now[:kept] and not now[kept:].strip("0")
    return lost_zeros or lost_digits


def _check(
    files: Mapping[str, str],
    written: Mapping[str, str],
    cells: Mapping[tuple[str, int], Line],
    around: _Around,
) -> tuple[Diagnostic, ...]:
    """Give the errors that are new and stand in no cell that was brought back; those in one are raised at it."""
    if all(written[path] == files[path] for path in files):
        return ()
    before = Counter((found.code, found.message) for found in _errors(files, around))
    problems: list[Problem] = []
    elsewhere: list[Diagnostic] = []
    for found in _errors(written, around):
        before[found.code, found.message] -= 1
        if before[found.code, found.message] >= 0:
            continue
        place = _cell_of(found, cells, written)
        if place is None:
            elsewhere.append(found)
        else:
            description = _say("WRONG", code=found.code, message=found.message, hint=found.hint)
            problems.append(Problem(place, "", description, found.code))
    if problems:
        raise PlacedError(problems)
    return tuple(elsewhere)


def _errors(files: Mapping[str, str], around: _Around) -> list[Diagnostic]:
    plain = {path: text.replace("\r\n", "\n").replace("\r", "\n") for path, text in files.items()}
    found = compile_folder({**around.shared, **plain}, tables=around.tables).diagnostics
    return [one for one in found if one.severity is Severity.ERROR]


def _places(written: Mapping[str, str], pairs: Sequence[tuple[RuleTable, Block]]) -> dict[tuple[str, int], Line]:
    """Give the cells in which each line of a table that was brought back stands, and those of its sentence."""
    now = {(table.path, table.number): table for table in tables_of(written)}
    found: dict[tuple[str, int], Line] = {}
    for table, block in pairs:
        own = now.get((table.path, table.number))
        if own is None:
            continue
        found[table.path, own.sentence_line + 1] = Line((block.sentence.place,))
        for line, row in zip(own.row_lines, block.rows, strict=False):
            found[table.path, line + 1] = Line(tuple(cell.place for cell in row))
    return found


def _cell_of(found: Diagnostic, cells: Mapping[tuple[str, int], Line], written: Mapping[str, str]) -> Place | None:
    place = found.location
    line = cells.get((place.path, place.line))
    if line is None:
        return None
    text = written[place.path].split("\n")[place.line - 1]
    inside = [cell for start, end, cell in line.spans if start < place.column <= end]
    column = len(re.findall(r"(?<!\\)\|", text[: place.column - 1])) - 1
    return inside[0] if inside else line.cells[min(max(column, 0), len(line.cells) - 1)]
