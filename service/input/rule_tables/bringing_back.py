"""Import of edited rule tables: changed cells and new sentences merged into a draft, with errors by cell.

A table that is missing from the file, or says the same as before, leaves the draft unchanged to the byte.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rules.api import compile_folder
from rules.contracts import Diagnostic, Message, Severity, message_factory
from rules.language import (
    CIRCLED_DIGITS,
    AddedDefinition,
    AddedExample,
    RuleTable,
    example_titles,
    fill_shape,
    insert_additions,
    language_of,
    load_lexicon,
    replace_tables,
    shape_of,
    tables_of,
)
from rules.model import TableSource
from service.input.rule_tables.forms import (
    EXAMPLES,
    PLACE_JOINT,
    CellText,
    TableBlock,
    abbreviated_number_problem,
    added_row_problems,
    fit_to_heading,
    hidden_change_problem,
    is_abbreviated_number,
)
from service.input.tree.placed_errors import FilePosition, PlacedError, Problem

_say = message_factory(__name__)

_PLACE = re.compile(r"(\S+\.feature)(?:\s*·\s*(.*))?\Z")
_LINE_BREAK = re.compile(r"[\n\r]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_EXAMPLE_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class AdditionLine:
    """The cells of one line: of a row by its columns; of a sentence the first, but where others fill a part of it."""

    cells: tuple[FilePosition, ...]
    spans: tuple[tuple[int, int, FilePosition], ...] = ()


@dataclass(frozen=True, slots=True)
class Addition:
    """One addition to a file, with the cells of its lines."""

    path: str
    addition: AddedDefinition | AddedExample
    lines: tuple[AdditionLine, ...]


def read_addition_block(block: TableBlock, paths: Sequence[str], problems: list[Problem]) -> Iterator[Addition]:
    """Read what stands beneath the heading of one of the sheets for what is new; what is wrong goes to the problems."""
    groups: list[list[tuple[CellText, ...]]] = []
    headless = _PLACE.match(block.rows[0][0].text)
    for row in block.rows[0 if headless else 1 :]:
        problems.extend(added_row_problems(row))
        if row[0].text and _PLACE.match(row[0].text):
            groups.append([row])
        elif groups and not (_cell_at(row, 1).text and shape_of(_cell_at(row, 1).text)):
            groups[-1].append(row)
        else:
            problems.append(Problem(row[0].position, "", _say("NO_PLACE", known=paths), "MISSING"))
    for first, *others in groups:
        match = _PLACE.match(first[0].text)
        path, rule = (match[1], (match[2] or "").strip()) if match else ("", "")
        if path not in paths:
            problems.append(Problem(first[0].position, "", _say("NO_SUCH_FILE", path=path, known=paths), "UNKNOWN"))
        elif block.path == EXAMPLES:
            yield from _example(path, rule, [first, *others], problems)
        else:
            yield from _definition(path, rule, first, others, problems)


def addition_place(new: Addition) -> str:
    """Give the place of an addition as a workbook names it."""
    return f"{new.path}{PLACE_JOINT}{new.addition.rule}" if new.addition.rule else new.path


def _definition(
    path: str, rule: str, first: tuple[CellText, ...], others: Iterable[tuple[CellText, ...]], problems: list[Problem]
) -> Iterator[Addition]:
    parsed = _sentence(first, language_of(path) or "en", problems)
    rows: list[tuple[CellText, ...]] = []
    for row in others:
        rows.append(fit_to_heading(row, rows[0] if rows else None, problems))
    if parsed is not None:
        sentence, line = parsed
        texts = tuple(tuple(cell.text for cell in row) for row in rows)
        lines = (line, *(AdditionLine(tuple(cell.position for cell in row)) for row in rows))
        yield Addition(path, AddedDefinition(rule, sentence, texts), lines)


def _sentence(row: tuple[CellText, ...], language: str, problems: list[Problem]) -> tuple[str, AdditionLine] | None:
    """Write the sentence of a shape and its places; words that are no shape are the sentence themselves."""
    chosen = _cell_at(row, 1)
    shape = shape_of(chosen.text)
    count = 0 if shape is None else len(shape.slots)
    wrong = [Problem(cell.position, "", _say("NO_SUCH_PART", found=cell.text[:40]), "UNKNOWN")
             for cell in row[2 + count :] if cell.text]  # fmt: skip
    if not chosen.text:
        wrong = [Problem(chosen.position, "", _say("NO_SHAPE"), "MISSING")]
    if shape is None:
        wrong += _broken([chosen])
        problems.extend(wrong)
        return None if wrong else (chosen.text, AdditionLine((chosen.position,)))
    cells = {slot: _cell_at(row, 2 + position) for position, slot in enumerate(shape.slots)}
    for number, (slot, cell) in zip(CIRCLED_DIGITS, cells.items(), strict=False):
        if slot in shape.needed and not cell.text:
            wrong.append(Problem(cell.position, "", _say("NO_PART", number=number, shape=shape.text), "MISSING"))
    wrong += _broken([chosen, *cells.values()])
    problems.extend(wrong)
    if wrong:
        return None
    written = fill_shape(shape.key, {slot: cell.text for slot, cell in cells.items()}, language)
    spans = tuple((*span, cells[slot].position) for slot, span in written.spans.items())
    return written.sentence, AdditionLine((chosen.position,), spans)


def _example(path: str, rule: str, rows: Sequence[tuple[CellText, ...]], problems: list[Problem]) -> Iterator[Addition]:
    title = _cell_at(rows[0], 1)
    given_cells, when, then = (
        [_cell_at(row, column) for row in rows if _cell_at(row, column).text] for column in (2, 3, 4)
    )
    wrong = [
        Problem(_cell_at(rows[0], column).position, "", _say(code), "MISSING")
        for column, code, cells in ((1, "NO_TITLE", title.text), (3, "NO_DAY", when), (4, "NO_RESULT", then))
        if not cells
    ]
    wrong += _broken([title, *given_cells, *when, *then])
    wrong += [Problem(cell.position, "", _say("TWO_DAYS"), "REPEATED") for cell in when[1:]]
    wrong += [Problem(cell.position, "", _say("NO_SUCH_PART", found=cell.text[:40]), "UNKNOWN")
              for row in rows for cell in row[_EXAMPLE_COLUMNS:] if cell.text]  # fmt: skip
    wrong += [Problem(cell.position, "", _say("TWO_TITLES"), "UNKNOWN")
              for row in rows[1:] for cell in row[:2] if cell.text]  # fmt: skip
    problems.extend(wrong)
    if not wrong:
        evaluate = load_lexicon(language_of(path) or "en").steps["evaluate"]
        day = evaluate.write(date=when[0].text) if _DAY.match(when[0].text) else when[0].text
        example = AddedExample(
            rule, title.text, tuple(cell.text for cell in given_cells), day, tuple(cell.text for cell in then)
        )
        yield Addition(
            path, example, tuple(AdditionLine((cell.position,)) for cell in (title, *given_cells, *when, *then))
        )


def _broken(cells: Iterable[CellText]) -> list[Problem]:
    return [
        Problem(cell.position, "", _say("TWO_LINES"), "MALFORMED") for cell in cells if _LINE_BREAK.search(cell.text)
    ]


def _cell_at(row: tuple[CellText, ...], column: int) -> CellText:
    """Give the cell of a column, counted from 0, which a row may end before."""
    if column < len(row):
        return row[column]
    first = row[0]
    return type(first)("", FilePosition(first.position.line, column + 1, first.position.sheet), first.hidden)


Cells = dict[tuple[str, int], AdditionLine]
"""The cells of lines, by file and number, from 1."""


def find_repeated_additions(files: Mapping[str, str], new: Sequence[Addition]) -> Iterator[Problem]:
    """Find what stands in the draft already, as it does when a workbook is brought back twice."""
    tables = {(table.path, table.sentence, table.rows) for table in tables_of(files)}
    seen: dict[tuple[str, ...], FilePosition] = {}
    for entry in new:
        addition, place = entry.addition, entry.lines[0].cells[0]
        content = (
            (addition.sentence, *sum(addition.rows, ())) if isinstance(addition, AddedDefinition) else (addition.title,)
        )
        before = seen.setdefault((type(addition).__name__, entry.path, addition.rule, *content), place)
        if before is not place:
            yield Problem(place, "", _say("TWICE_NEW", there=before.cell), "REPEATED")
        if not isinstance(addition, AddedDefinition):
            there = (addition.rule, addition.title) in example_titles(files[entry.path], entry.path)
        elif addition.rows:
            there = (entry.path, addition.sentence, addition.rows) in tables
        else:
            there = addition.sentence in _alone(files[entry.path])
        if there:
            yield Problem(place, "", _say("THERE_ALREADY", path=entry.path), "REPEATED")


def _alone(text: str) -> set[str]:
    """Give what stands behind the first word of each line that has no table beneath."""
    lines = [line.strip() for line in text.split("\n")]
    below = [*lines[1:], ""]
    return {line.partition(" ")[2] for line, next_one in zip(lines, below, strict=True) if not next_one.startswith("|")}


def write_additions(files: Mapping[str, str], cells: Cells, new: Sequence[Addition]) -> tuple[dict[str, str], Cells]:
    """Put what is new into the files, and say in which cells the lines stand then."""
    written: dict[str, str] = {}
    placed: Cells = {}
    for path, text in files.items():
        own = [entry for entry in new if entry.path == path]
        written[path], came = insert_additions(text, path, [entry.addition for entry in own])
        for number, (origin, line) in enumerate(zip(came, written[path].split("\n"), strict=True), 1):
            if origin is None:
                continue
            before = cells.get((path, origin.line + 1))
            stood = before if origin.addition is None else own[origin.addition].lines[origin.line]
            if stood is not None:
                placed[path, number] = _shifted(stood, line)
    return written, placed


def _shifted(stood: AdditionLine, line: str) -> AdditionLine:
    """Count the parts of a sentence from the begin of its line, where its indent and keyword stand."""
    if not stood.spans:
        return stood
    first = len(line) - len(line.lstrip())
    keyword = line.lstrip().index(" ") + 1
    return AdditionLine(
        stood.cells, tuple((start + first + keyword, end + first + keyword, cell) for start, end, cell in stood.spans)
    )


_LEAST_DIGITS = 16


@dataclass(frozen=True, slots=True)
class TableEdit:
    """One cell that says something else, or one row that is new or gone, in which case the other side is empty."""

    table: RuleTable
    row: str
    column: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class RuleTableImport:
    """The files that change, as they would be written, and what changes; `elsewhere` is what it makes wrong outside."""

    files: Mapping[str, str]
    changes: tuple[TableEdit, ...]
    new: tuple[Addition, ...]
    elsewhere: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _CompileContext:
    """What a draft is compiled with: reference tables, and the vocabularies that it takes from."""

    tables: TableSource | None
    shared: Mapping[str, str]


def import_rule_tables(
    files: Mapping[str, str],
    blocks: Sequence[TableBlock],
    tables: TableSource | None = None,
    shared: Mapping[str, str] | None = None,
) -> RuleTableImport:
    """Put tables that were edited elsewhere into the files of a draft; `shared` are the vocabularies it takes from.

    Raises:
        PlacedError: a block is no table of the draft, a program has damaged a cell, or the draft would have errors in
            the tables that it did not have before; every wrong cell is named.
    """
    known = {(table.path, table.number): table for table in tables_of(files)}
    pairs: list[tuple[RuleTable, TableBlock]] = []
    problems: list[Problem] = []
    new: list[Addition] = []
    for block in blocks:
        table = known.get((block.path, block.number))
        if block.new:
            new.extend(read_addition_block(block, sorted(files), problems))
        elif table is None or table.sentence != block.sentence.text:
            problems.append(Problem(block.sentence.position, "", _other_table(block, known), "UNKNOWN_TABLE"))
        else:
            pairs.append((table, block))
    changes = [change for table, block in pairs for change in _compare(table, block, problems)]
    problems.extend(find_repeated_additions(files, new))
    if problems:
        raise PlacedError(problems)
    edited = {
        path: replace_tables(
            files[path], [(table, _texts(block)) for table, block in pairs if _differs(table, block, path)]
        )
        for path in files
    }
    written, cells = write_additions(edited, _places(edited, pairs), new)
    elsewhere = _check(files, written, cells, _CompileContext(tables, shared or {}))
    changed = {path: text for path, text in written.items() if text != files[path]}
    return RuleTableImport(changed, tuple(changes), tuple(new), elsewhere)


def _other_table(block: TableBlock, known: Mapping[tuple[str, int], RuleTable]) -> Message:
    """Say why a block is not the table that the row above it names."""
    paths = sorted({path for path, _ in known})
    if block.path not in paths:
        return _say("NO_FILE", path=block.path, known=paths)
    table = known.get((block.path, block.number))
    own = [
        candidate
        for candidate in known.values()
        if candidate.path == block.path and candidate.sentence == block.sentence.text
    ]
    same = [candidate for candidate in own if [cell.text for cell in block.rows[0]] == list(candidate.rows[0])]
    if len(same) == 1:
        right = same[0].number
        return _say("OTHER_NUMBER", sentence=block.sentence.text, path=block.path, number=block.number, right=right)
    if table is None or own:
        sentence = "" if table is None else table.sentence
        return _say("OTHER_TABLE", path=block.path, number=block.number, found=sentence)
    line = table.sentence_line + 1
    return _say("EDITED_SENTENCE", found=block.sentence.text, was=table.sentence, path=block.path, line=line)


def _texts(block: TableBlock) -> list[list[str]]:
    return [[cell.text for cell in row] for row in block.rows]


def _differs(table: RuleTable, block: TableBlock, path: str) -> bool:
    return table.path == path and [list(row) for row in table.rows] != _texts(block)


def _compare(table: RuleTable, block: TableBlock, problems: list[Problem]) -> Iterator[TableEdit]:
    """Find what differs, row by row; rows that changed in some cells are compared cell by cell."""
    now = [tuple(row) for row in _texts(block)]
    for kind, begin, end, first, last in SequenceMatcher(None, table.rows, now, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        both = min(end - begin, last - first) if len(table.rows[0]) == len(now[0]) else 0
        for step in range(both):
            yield from _cells(table, table.rows[begin + step], block.rows[first + step], problems)
        for gone in table.rows[begin + both : end]:
            yield TableEdit(table, "", "", _row(gone), "")
        for new in block.rows[first + both : last]:
            problems.extend(added_row_problems(new))
            yield TableEdit(table, "", "", "", _row([cell.text for cell in new]))


def _cells(
    table: RuleTable, was: Sequence[str], now: Sequence[CellText], problems: list[Problem]
) -> Iterator[TableEdit]:
    head = next((text for text in was if text), "")
    for column, before, cell in zip(table.rows[0], was, now, strict=True):
        if before == cell.text:
            continue
        if cell.hidden:
            problems.append(hidden_change_problem(cell))
        elif _is_damaged(before, cell.text):
            problems.append(Problem(cell.position, "", _say("DAMAGED", found=cell.text, was=before), "DAMAGED"))
        elif is_abbreviated_number(cell.text):
            problems.append(abbreviated_number_problem(cell))
        yield TableEdit(table, head, column, before, cell.text)


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
    cells: Mapping[tuple[str, int], AdditionLine],
    around: _CompileContext,
) -> tuple[Diagnostic, ...]:
    """Give the errors that are new and stand in no cell that was brought back; those in one are raised at it."""
    if all(written[path] == files[path] for path in files):
        return ()
    before = Counter((found.code, found.message) for found in _errors(files, around))
    problems: list[Problem] = []
    elsewhere: list[Diagnostic] = []
    for error in _errors(written, around):
        before[error.code, error.message] -= 1
        if before[error.code, error.message] >= 0:
            continue
        place = _cell_of(error, cells, written)
        if place is None:
            elsewhere.append(error)
        else:
            description = _say("WRONG", code=error.code, message=error.message, hint=error.hint)
            problems.append(Problem(place, "", description, error.code))
    if problems:
        raise PlacedError(problems)
    return tuple(elsewhere)


def _errors(files: Mapping[str, str], around: _CompileContext) -> list[Diagnostic]:
    plain = {path: text.replace("\r\n", "\n").replace("\r", "\n") for path, text in files.items()}
    diagnostics = compile_folder({**around.shared, **plain}, tables=around.tables).diagnostics
    return [diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR]


def _places(
    written: Mapping[str, str], pairs: Sequence[tuple[RuleTable, TableBlock]]
) -> dict[tuple[str, int], AdditionLine]:
    """Give the cells in which each line of a table that was brought back stands, and those of its sentence."""
    now = {(table.path, table.number): table for table in tables_of(written)}
    by_line: dict[tuple[str, int], AdditionLine] = {}
    for table, block in pairs:
        own = now.get((table.path, table.number))
        if own is None:
            continue
        by_line[table.path, own.sentence_line + 1] = AdditionLine((block.sentence.position,))
        for line, row in zip(own.row_lines, block.rows, strict=False):
            by_line[table.path, line + 1] = AdditionLine(tuple(cell.position for cell in row))
    return by_line


def _cell_of(
    diagnostic: Diagnostic, cells: Mapping[tuple[str, int], AdditionLine], written: Mapping[str, str]
) -> FilePosition | None:
    place = diagnostic.location
    line = cells.get((place.path, place.line))
    if line is None:
        return None
    text = written[place.path].split("\n")[place.line - 1]
    inside = [cell for start, end, cell in line.spans if start < place.column <= end]
    column = len(re.findall(r"(?<!\\)\|", text[: place.column - 1])) - 1
    return inside[0] if inside else line.cells[min(max(column, 0), len(line.cells) - 1)]
