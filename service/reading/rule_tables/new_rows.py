"""Which new sentences, tables and examples stand in a workbook, for which file, and in which cells?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from rules.language.additions import Definition, Example
from rules.language.file_names import language_of
from rules.language.lexicon import lexicon
from rules.language.shapes import NUMBERS, filled, shape_of
from service.reading.rule_tables.forms import EXAMPLES, PLACE_JOINT, fitted, not_as_meant
from service.reading.tree.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from service.reading.rule_tables.forms import Block, Given

_say = speaker(__name__)

_PLACE = re.compile(r"(\S+\.feature)(?:\s*·\s*(.*))?\Z")
_LINE_BREAK = re.compile(r"[\n\r]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_EXAMPLE_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of one line: of a row by its columns; of a sentence the first, but where others fill a part of it."""

    cells: tuple[Place, ...]
    spans: tuple[tuple[int, int, Place], ...] = ()


@dataclass(frozen=True, slots=True)
class New:
    """One addition to a file, with the cells of its lines."""

    path: str
    addition: Definition | Example
    lines: tuple[Line, ...]


def new_rows(block: Block, paths: Sequence[str], problems: list[Problem]) -> Iterator[New]:
    """Read what stands beneath the heading of one of the sheets for what is new; what is wrong goes to the problems."""
    groups: list[list[tuple[Given, ...]]] = []
    headless = _PLACE.match(block.rows[0][0].text)
    for row in block.rows[0 if headless else 1 :]:
        problems.extend(not_as_meant(row))
        if row[0].text and _PLACE.match(row[0].text):
            groups.append([row])
        elif groups and not (_at(row, 1).text and shape_of(_at(row, 1).text)):
            groups[-1].append(row)
        else:
            problems.append(Problem(row[0].place, "", _say("NO_PLACE", known=paths), "MISSING"))
    for first, *others in groups:
        found = _PLACE.match(first[0].text)
        path, rule = (found[1], (found[2] or "").strip()) if found else ("", "")
        if path not in paths:
            problems.append(Problem(first[0].place, "", _say("NO_SUCH_FILE", path=path, known=paths), "UNKNOWN"))
        elif block.path == EXAMPLES:
            yield from _example(path, rule, [first, *others], problems)
        else:
            yield from _definition(path, rule, first, others, problems)


def place_of(new: New) -> str:
    """Give the place of an addition as a workbook names it."""
    return f"{new.path}{PLACE_JOINT}{new.addition.rule}" if new.addition.rule else new.path


def _definition(
    path: str, rule: str, first: tuple[Given, ...], others: Iterable[tuple[Given, ...]], problems: list[Problem]
) -> Iterator[New]:
    said = _sentence(first, language_of(path) or "en", problems)
    rows: list[tuple[Given, ...]] = []
    for row in others:
        rows.append(fitted(row, rows[0] if rows else None, problems))
    if said is not None:
        sentence, line = said
        texts = tuple(tuple(cell.text for cell in row) for row in rows)
        lines = (line, *(Line(tuple(cell.place for cell in row)) for row in rows))
        yield New(path, Definition(rule, sentence, texts), lines)


def _sentence(row: tuple[Given, ...], language: str, problems: list[Problem]) -> tuple[str, Line] | None:
    """Write the sentence of a shape and its places; words that are no shape are the sentence themselves."""
    chosen = _at(row, 1)
    shape = shape_of(chosen.text)
    count = 0 if shape is None else len(shape.slots)
    wrong = [Problem(cell.place, "", _say("NO_SUCH_PART", found=cell.text[:40]), "UNKNOWN")
             for cell in row[2 + count :] if cell.text]  # fmt: skip
    if not chosen.text:
        wrong = [Problem(chosen.place, "", _say("NO_SHAPE"), "MISSING")]
    if shape is None:
        wrong += _broken([chosen])
        problems.extend(wrong)
        return None if wrong else (chosen.text, Line((chosen.place,)))
    cells = {slot: _at(row, 2 + position) for position, slot in enumerate(shape.slots)}
    for number, (slot, cell) in zip(NUMBERS, cells.items(), strict=False):
        if slot in shape.needed and not cell.text:
            wrong.append(Problem(cell.place, "", _say("NO_PART", number=number, shape=shape.text), "MISSING"))
    wrong += _broken([chosen, *cells.values()])
    problems.extend(wrong)
    if wrong:
        return None
    written = filled(shape.key, {slot: cell.text for slot, cell in cells.items()}, language)
    spans = tuple((*span, cells[slot].place) for slot, span in written.spans.items())
    return written.sentence, Line((chosen.place,), spans)


def _example(path: str, rule: str, rows: Sequence[tuple[Given, ...]], problems: list[Problem]) -> Iterator[New]:
    title = _at(rows[0], 1)
    given, when, then = ([_at(row, column) for row in rows if _at(row, column).text] for column in (2, 3, 4))
    wrong = [
        Problem(_at(rows[0], column).place, "", _say(code), "MISSING")
        for column, code, cells in ((1, "NO_TITLE", title.text), (3, "NO_DAY", when), (4, "NO_RESULT", then))
        if not cells
    ]
    wrong += _broken([title, *given, *when, *then])
    wrong += [Problem(cell.place, "", _say("TWO_DAYS"), "REPEATED") for cell in when[1:]]
    wrong += [Problem(cell.place, "", _say("NO_SUCH_PART", found=cell.text[:40]), "UNKNOWN")
              for row in rows for cell in row[_EXAMPLE_COLUMNS:] if cell.text]  # fmt: skip
    wrong += [Problem(cell.place, "", _say("TWO_TITLES"), "UNKNOWN")
              for row in rows[1:] for cell in row[:2] if cell.text]  # fmt: skip
    problems.extend(wrong)
    if not wrong:
        evaluate = lexicon(language_of(path) or "en").steps["evaluate"]
        day = evaluate.write(date=when[0].text) if _DAY.match(when[0].text) else when[0].text
        example = Example(rule, title.text, tuple(cell.text for cell in given), day, tuple(cell.text for cell in then))
        yield New(path, example, tuple(Line((cell.place,)) for cell in (title, *given, *when, *then)))


def _broken(cells: Iterable[Given]) -> list[Problem]:
    return [Problem(cell.place, "", _say("TWO_LINES"), "MALFORMED") for cell in cells if _LINE_BREAK.search(cell.text)]


def _at(row: tuple[Given, ...], column: int) -> Given:
    """Give the cell of a column, counted from 0, which a row may end before."""
    if column < len(row):
        return row[column]
    first = row[0]
    return type(first)("", Place(first.place.line, column + 1, first.place.sheet), first.hidden)
