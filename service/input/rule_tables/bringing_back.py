"""Import of edited rule tables: changed cells and new sentences merged into a draft, with errors by cell.

Unchanged and missing tables keep their bytes.
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
    cell_position,
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

_message = message_factory(__name__)

_LOCATION_PATTERN = re.compile(r"(\S+\.feature)(?:\s*·\s*(.*))?\Z")
_LINE_BREAK = re.compile(r"[\n\r]")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_EXAMPLE_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class AdditionLine:
    """Source cells of a line; `spans` locate parts of a sentence."""

    cells: tuple[FilePosition, ...]
    spans: tuple[tuple[int, int, FilePosition], ...] = ()


@dataclass(frozen=True, slots=True)
class Addition:
    """An addition to a file, with its source cells."""

    path: str
    addition: AddedDefinition | AddedExample
    lines: tuple[AdditionLine, ...]


def _read_addition_block(block: TableBlock, paths: Sequence[str], problems: list[Problem]) -> Iterator[Addition]:
    groups: list[list[tuple[CellText, ...]]] = []
    headless = _LOCATION_PATTERN.match(block.rows[0][0].text)
    for row in block.rows[0 if headless else 1 :]:
        problems.extend(added_row_problems(row))
        if row[0].text and _LOCATION_PATTERN.match(row[0].text):
            groups.append([row])
        elif groups and not (_cell_at(row, 1).text and shape_of(_cell_at(row, 1).text)):
            groups[-1].append(row)
        else:
            problems.append(Problem(row[0].position, "", _message("NO_PLACE", known=paths), "MISSING"))
    for first, *others in groups:
        match = _LOCATION_PATTERN.match(first[0].text)
        path, rule = (match[1], (match[2] or "").strip()) if match else ("", "")
        if path not in paths:
            problems.append(Problem(first[0].position, "", _message("NO_SUCH_FILE", path=path, known=paths), "UNKNOWN"))
        elif block.path == EXAMPLES:
            yield from _example(path, rule, [first, *others], problems)
        else:
            yield from _definition(path, rule, first, others, problems)


def addition_place(new: Addition) -> str:
    """Return the location of an addition as workbooks name it."""
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
    chosen = _cell_at(row, 1)
    shape = shape_of(chosen.text)
    count = 0 if shape is None else len(shape.slots)
    wrong = [Problem(cell.position, "", _message("NO_SUCH_PART", found=cell.text[:40]), "UNKNOWN")
             for cell in row[2 + count :] if cell.text]  # fmt: skip
    if not chosen.text:
        wrong = [Problem(chosen.position, "", _message("NO_SHAPE"), "MISSING")]
    if shape is None:
        wrong += _line_break_problems([chosen])
        problems.extend(wrong)
        return None if wrong else (chosen.text, AdditionLine((chosen.position,)))
    cells = {slot: _cell_at(row, 2 + position) for position, slot in enumerate(shape.slots)}
    for number, (slot, cell) in zip(CIRCLED_DIGITS, cells.items(), strict=False):
        if slot in shape.needed and not cell.text:
            wrong.append(Problem(cell.position, "", _message("NO_PART", number=number, shape=shape.text), "MISSING"))
    wrong += _line_break_problems([chosen, *cells.values()])
    problems.extend(wrong)
    if wrong:
        return None
    written = fill_shape(shape.key, {slot: cell.text for slot, cell in cells.items()}, language)
    spans = tuple((*span, cells[slot].position) for slot, span in written.spans.items())
    return written.sentence, AdditionLine((chosen.position,), spans)


def _example(path: str, rule: str, rows: Sequence[tuple[CellText, ...]], problems: list[Problem]) -> Iterator[Addition]:
    title = _cell_at(rows[0], 1)
    precondition_cells, date_cells, result_cells = (
        [_cell_at(row, column) for row in rows if _cell_at(row, column).text] for column in (2, 3, 4)
    )
    all_cells = (title, *precondition_cells, *date_cells, *result_cells)
    wrong = [
        Problem(_cell_at(rows[0], column).position, "", _message(code), "MISSING")
        for column, code, cells in (
            (1, "NO_TITLE", title.text),
            (3, "NO_DAY", date_cells),
            (4, "NO_RESULT", result_cells),
        )
        if not cells
    ]
    wrong += _line_break_problems(all_cells)
    wrong += [Problem(cell.position, "", _message("TWO_DAYS"), "REPEATED") for cell in date_cells[1:]]
    wrong += _surplus_cell_problems(rows)
    problems.extend(wrong)
    if not wrong:
        evaluate = load_lexicon(language_of(path) or "en").steps["evaluate"]
        day = evaluate.write(date=date_cells[0].text) if _ISO_DATE.match(date_cells[0].text) else date_cells[0].text
        preconditions, results = (tuple(cell.text for cell in cells) for cells in (precondition_cells, result_cells))
        example = AddedExample(rule, title.text, preconditions, day, results)
        yield Addition(path, example, tuple(AdditionLine((cell.position,)) for cell in all_cells))


def _surplus_cell_problems(rows: Sequence[tuple[CellText, ...]]) -> Iterator[Problem]:
    for cell in (cell for row in rows for cell in row[_EXAMPLE_COLUMNS:] if cell.text):
        yield Problem(cell.position, "", _message("NO_SUCH_PART", found=cell.text[:40]), "UNKNOWN")
    for cell in (cell for row in rows[1:] for cell in row[:2] if cell.text):
        yield Problem(cell.position, "", _message("TWO_TITLES"), "UNKNOWN")


def _line_break_problems(cells: Iterable[CellText]) -> list[Problem]:
    return [
        Problem(cell.position, "", _message("TWO_LINES"), "MALFORMED")
        for cell in cells
        if _LINE_BREAK.search(cell.text)
    ]


def _cell_at(row: tuple[CellText, ...], column: int) -> CellText:
    if column < len(row):
        return row[column]
    first = row[0]
    return type(first)("", FilePosition(first.position.line, column + 1, first.position.sheet), first.hidden)


Cells = dict[tuple[str, int], AdditionLine]
"""Source cells by file and line number from 1."""


def _find_repeated_additions(files: Mapping[str, str], new: Sequence[Addition]) -> Iterator[Problem]:
    tables = {(table.path, table.sentence, table.rows) for table in tables_of(files)}
    seen: dict[tuple[str, ...], FilePosition] = {}
    for entry in new:
        addition, position = entry.addition, entry.lines[0].cells[0]
        content = (
            (addition.sentence, *sum(addition.rows, ())) if isinstance(addition, AddedDefinition) else (addition.title,)
        )
        first_position = seen.setdefault((type(addition).__name__, entry.path, addition.rule, *content), position)
        if first_position is not position:
            yield Problem(position, "", _message("TWICE_NEW", there=first_position.cell), "REPEATED")
        if not isinstance(addition, AddedDefinition):
            exists = (addition.rule, addition.title) in example_titles(files[entry.path], entry.path)
        elif addition.rows:
            exists = (entry.path, addition.sentence, addition.rows) in tables
        else:
            exists = addition.sentence in _sentences_without_table(files[entry.path])
        if exists:
            yield Problem(position, "", _message("THERE_ALREADY", path=entry.path), "REPEATED")


def _sentences_without_table(text: str) -> set[str]:
    lines = [line.strip() for line in text.split("\n")]
    below = [*lines[1:], ""]
    return {
        line.partition(" ")[2] for line, next_line in zip(lines, below, strict=True) if not next_line.startswith("|")
    }


def _write_additions(files: Mapping[str, str], cells: Cells, new: Sequence[Addition]) -> tuple[dict[str, str], Cells]:
    written: dict[str, str] = {}
    placed: Cells = {}
    for path, text in files.items():
        file_additions = [entry for entry in new if entry.path == path]
        written[path], origins = insert_additions(text, path, [entry.addition for entry in file_additions])
        for number, (origin, line) in enumerate(zip(origins, written[path].split("\n"), strict=True), 1):
            if origin is None:
                continue
            existing = cells.get((path, origin.line + 1))
            source = existing if origin.addition is None else file_additions[origin.addition].lines[origin.line]
            if source is not None:
                placed[path, number] = _shift_spans(source, line)
    return written, placed


def _shift_spans(source: AdditionLine, line: str) -> AdditionLine:
    if not source.spans:
        return source
    indent = len(line) - len(line.lstrip())
    keyword = line.lstrip().index(" ") + 1
    return AdditionLine(
        source.cells,
        tuple((start + indent + keyword, end + indent + keyword, cell) for start, end, cell in source.spans),
    )


_MIN_LOSSY_DIGITS = 16


@dataclass(frozen=True, slots=True)
class TableEdit:
    """A changed cell, or an added or removed row with `was` or `now` empty."""

    table: RuleTable
    row: str
    column: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class RuleTableImport:
    """Changed files and edits; `elsewhere` contains new errors outside imported cells."""

    files: Mapping[str, str]
    changes: tuple[TableEdit, ...]
    new: tuple[Addition, ...]
    elsewhere: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _CompileContext:
    tables: TableSource | None
    shared: Mapping[str, str]


def import_rule_tables(
    files: Mapping[str, str],
    blocks: Sequence[TableBlock],
    tables: TableSource | None = None,
    shared: Mapping[str, str] | None = None,
) -> RuleTableImport:
    """Merge edited tables into a draft; `shared` contains its imported vocabularies.

    Raises:
        PlacedError: If a table is unknown, or a cell is corrupted or causes a new error.
    """
    known = {(table.path, table.number): table for table in tables_of(files)}
    pairs: list[tuple[RuleTable, TableBlock]] = []
    problems: list[Problem] = []
    new: list[Addition] = []
    for block in blocks:
        table = known.get((block.path, block.number))
        if block.new:
            new.extend(_read_addition_block(block, sorted(files), problems))
        elif table is None or table.sentence != block.sentence.text:
            problems.append(Problem(block.sentence.position, "", _table_mismatch(block, known), "UNKNOWN_TABLE"))
        else:
            pairs.append((table, block))
    changes = [change for table, block in pairs for change in _table_edits(table, block, problems)]
    problems.extend(_find_repeated_additions(files, new))
    if problems:
        raise PlacedError(problems)
    edited = {
        path: replace_tables(
            files[path], [(table, _texts(block)) for table, block in pairs if _differs(table, block, path)]
        )
        for path in files
    }
    written, cells = _write_additions(edited, _cells_by_line(edited, pairs), new)
    elsewhere = _check_new_errors(files, written, cells, _CompileContext(tables, shared or {}))
    changed = {path: text for path, text in written.items() if text != files[path]}
    return RuleTableImport(changed, tuple(changes), tuple(new), elsewhere)


def _table_mismatch(block: TableBlock, known: Mapping[tuple[str, int], RuleTable]) -> Message:
    paths = sorted({path for path, _ in known})
    if block.path not in paths:
        return _message("NO_FILE", path=block.path, known=paths)
    table = known.get((block.path, block.number))
    same_sentence = [
        candidate
        for candidate in known.values()
        if candidate.path == block.path and candidate.sentence == block.sentence.text
    ]
    same_heading = [
        candidate for candidate in same_sentence if [cell.text for cell in block.rows[0]] == list(candidate.rows[0])
    ]
    if len(same_heading) == 1:
        correct_number = same_heading[0].number
        return _message(
            "OTHER_NUMBER", sentence=block.sentence.text, path=block.path, number=block.number, right=correct_number
        )
    if table is None or same_sentence:
        sentence = "" if table is None else table.sentence
        return _message("OTHER_TABLE", path=block.path, number=block.number, found=sentence)
    line = table.sentence_line + 1
    return _message("EDITED_SENTENCE", found=block.sentence.text, was=table.sentence, path=block.path, line=line)


def _texts(block: TableBlock) -> list[list[str]]:
    return [[cell.text for cell in row] for row in block.rows]


def _differs(table: RuleTable, block: TableBlock, path: str) -> bool:
    return table.path == path and [list(row) for row in table.rows] != _texts(block)


def _table_edits(table: RuleTable, block: TableBlock, problems: list[Problem]) -> Iterator[TableEdit]:
    now = [tuple(row) for row in _texts(block)]
    for kind, begin, end, first, last in SequenceMatcher(None, table.rows, now, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        compared_rows = min(end - begin, last - first) if len(table.rows[0]) == len(now[0]) else 0
        for step in range(compared_rows):
            yield from _cell_edits(table, table.rows[begin + step], block.rows[first + step], problems)
        for removed_row in table.rows[begin + compared_rows : end]:
            yield TableEdit(table, "", "", _row_text(removed_row), "")
        for added_row in block.rows[first + compared_rows : last]:
            problems.extend(added_row_problems(added_row))
            yield TableEdit(table, "", "", "", _row_text([cell.text for cell in added_row]))


def _cell_edits(
    table: RuleTable, was: Sequence[str], now: Sequence[CellText], problems: list[Problem]
) -> Iterator[TableEdit]:
    head = next((text for text in was if text), "")
    for column, before, cell in zip(table.rows[0], was, now, strict=True):
        if before == cell.text:
            continue
        if cell.hidden:
            problems.append(hidden_change_problem(cell))
        elif _has_lost_digits(before, cell.text):
            problems.append(Problem(cell.position, "", _message("DAMAGED", found=cell.text, was=before), "DAMAGED"))
        elif is_abbreviated_number(cell.text):
            problems.append(abbreviated_number_problem(cell))
        yield TableEdit(table, head, column, before, cell.text)


def _row_text(cells: Sequence[str]) -> str:
    return " | ".join(cells)


def _has_lost_digits(before: str, now: str) -> bool:
    if not before.isdecimal() or not now.isdecimal():
        return False
    lost_zeros = before.startswith("0") and before.lstrip("0") == now
    precise_digits = _MIN_LOSSY_DIGITS - 1
    lost_digits = (
        len(before) == len(now) >= _MIN_LOSSY_DIGITS
        and before[:precise_digits] == now[:precise_digits]
        and not now[precise_digits:].strip("0")
    )
    return lost_zeros or lost_digits


def _check_new_errors(
    files: Mapping[str, str],
    written: Mapping[str, str],
    cells: Mapping[tuple[str, int], AdditionLine],
    context: _CompileContext,
) -> tuple[Diagnostic, ...]:
    if all(written[path] == files[path] for path in files):
        return ()
    before = Counter((diagnostic.code, diagnostic.message) for diagnostic in _errors(files, context))
    problems: list[Problem] = []
    elsewhere: list[Diagnostic] = []
    for error in _errors(written, context):
        before[error.code, error.message] -= 1
        if before[error.code, error.message] >= 0:
            continue
        position = _cell_of(error, cells, written)
        if position is None:
            elsewhere.append(error)
        else:
            description = _message("WRONG", code=error.code, message=error.message, hint=error.hint)
            problems.append(Problem(position, "", description, error.code))
    if problems:
        raise PlacedError(problems)
    return tuple(elsewhere)


def _errors(files: Mapping[str, str], context: _CompileContext) -> list[Diagnostic]:
    plain = {path: text.replace("\r\n", "\n").replace("\r", "\n") for path, text in files.items()}
    diagnostics = compile_folder({**context.shared, **plain}, tables=context.tables).diagnostics
    return [diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR]


def _cells_by_line(
    written: Mapping[str, str], pairs: Sequence[tuple[RuleTable, TableBlock]]
) -> dict[tuple[str, int], AdditionLine]:
    now = {(table.path, table.number): table for table in tables_of(written)}
    by_line: dict[tuple[str, int], AdditionLine] = {}
    for table, block in pairs:
        written_table = now.get((table.path, table.number))
        if written_table is None:
            continue
        by_line[table.path, written_table.sentence_line + 1] = AdditionLine((block.sentence.position,))
        for line, row in zip(written_table.row_lines, block.rows, strict=False):
            by_line[table.path, line + 1] = AdditionLine(tuple(cell.position for cell in row))
    return by_line


def _cell_of(
    diagnostic: Diagnostic, cells: Mapping[tuple[str, int], AdditionLine], written: Mapping[str, str]
) -> FilePosition | None:
    location = diagnostic.location
    line = cells.get((location.path, location.line))
    if line is None:
        return None
    text = written[location.path].split("\n")[location.line - 1]
    inside = [cell for start, end, cell in line.spans if start < location.column <= end]
    column = cell_position(text, location.column - 1)
    return inside[0] if inside else line.cells[min(max(column, 0), len(line.cells) - 1)]
