"""Which tables stand in the feature files, line by line, and how do files read with other rows in one of them?

Files are read as they are written, so that whatever is not changed comes back byte for byte, ends of lines and byte
order mark included.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import Location
from rules.language import sentences
from rules.language.file_names import language_of
from rules.language.lexicon import lexicon
from rules.language.table import table_lines
from rules.language.text import text_at
from rules.language.told_places import is_row, row_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

EXAMPLES, OTHER = "examples", "other"
_GROUPS = {
    "card": "card", "bases": "card", "settings": "card", "tables": "card",
    "facts": "facts", "record": "facts", "case": "facts", "case_records": "facts", "previous": "facts",
    "choices": "words", "grade_words": "words", "remedies": "words",
    "quantity": "quantities", "day": "quantities", "sum": "quantities", "figure": "quantities",
    "interpolated": "quantities", "dated": "quantities",
    "table_lookup": "quantities", "word_lookup": "quantities", "lookup": "quantities", "date_lookup": "quantities",
    "gates": "gates", "sections": "weights", "indicators": "weights",
    "scale": "bands", "scale_plain": "bands", "line": "bands", "line_plain": "bands", "count": "bands",
    "maturity": "bands", "levels": "bands", "maturity_rules": "bands",
    "grades": "grades", "stages": "grades", "verdict_rules": "verdicts", "findings": "findings", "results": "findings",
    "record_results": "findings",
}  # fmt: skip
"""The group in which people look for a table, by the production of its sentence; what has none is among the others."""
GROUPS = (*dict.fromkeys(_GROUPS.values()), EXAMPLES, OTHER)
"""In the order in which people read them."""
_ESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class RuleTable:
    """One table of a file: the number it has there, from 1, its sentence and its rows with the heading, as values.

    `lines` are those of its rows and of comments between them, counted from 0, without the end.
    """

    path: str
    number: int
    group: str
    sentence: str
    sentence_line: int
    lines: tuple[int, int]
    row_lines: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


def tables_of(files: Mapping[str, str]) -> list[RuleTable]:
    """Find all tables whose rows are whole, by file and in their order."""
    return [table for path in sorted(files) for table in _tables(path, files[path])]


def _tables(path: str, text: str) -> Iterator[RuleTable]:
    lines = [line.strip() for line in text.removeprefix("\ufeff").split("\n")]
    number, at, above, in_scenario = 0, 0, -1, False
    language = language_of(path) or "en"
    keywords = lexicon(language).keywords
    scenarios = tuple(f"{keywords[key]}:" for key in ("scenario", "outline", "examples"))
    backgrounds = tuple(f"{keywords[key]}:" for key in ("background", "rule"))
    while at < len(lines):
        line = lines[at]
        if not line.startswith("|"):
            in_scenario = line.startswith(scenarios) or (in_scenario and not line.startswith(backgrounds))
            above = at if line and not line.startswith("#") else above
            at += 1
            continue
        end = at
        while end < len(lines) and lines[end].startswith(("|", "#")):
            end += 1
        while not lines[end - 1].startswith("|"):
            end -= 1
        row_lines = tuple(place for place in range(at, end) if lines[place].startswith("|"))
        number += 1
        if all(is_row(lines[place]) for place in row_lines) and above >= 0:
            rows = tuple(tuple(_value(cell) for cell in row_cells(lines[place])) for place in row_lines)
            sentence, group = _sentence(lines[above], path, above, in_scenario=in_scenario)
            yield RuleTable(path, number, group, sentence, above, (at, end), row_lines, rows)
        at = end


def _sentence(line: str, path: str, index: int, *, in_scenario: bool) -> tuple[str, str]:
    """Give the sentence of a step without its keyword, or the heading of examples, and the group of its table."""
    words = lexicon(language_of(path) or "en")
    steps = [words.keywords[key] for key in ("given", "and", "when", "then")]
    sentence = next((line.removeprefix(word).strip() for word in steps if line.startswith(word)), line)
    if in_scenario:
        return sentence, EXAMPLES
    found = next(sentences.readings(text_at(sentence, Location(path, index + 1, 1)), words.sentences), None)
    return sentence, OTHER if found is None else _GROUPS.get(found.key, OTHER)


def _value(cell: str) -> str:
    """Give what a cell says: an escaped bar, backslash or end of line stands for itself, as Gherkin has it."""
    return _ESCAPED.sub(lambda found: {"n": "\n", "|": "|", "\\": "\\"}.get(found[1], found[0]), cell)


def replaced(text: str, others: Sequence[tuple[RuleTable, Sequence[Sequence[str]]]]) -> str:
    """Give a file in which tables have other rows, lined up again; comments stay above the rows they stood above."""
    lines = text.split("\n")
    for table, rows in sorted(others, key=lambda other: other[0].lines, reverse=True):
        first, end = table.lines
        begin = lines[first]
        indent, ending = begin[: len(begin) - len(begin.lstrip())], "\r" if begin.endswith("\r") else ""
        written = [f"{indent}{line}{ending}" for line in table_lines(rows)]
        for position, comment in reversed(_comments(table, rows, lines)):
            written.insert(position, comment)
        lines[first:end] = written
    return "\n".join(lines)


def _comments(table: RuleTable, rows: Sequence[Sequence[str]], lines: Sequence[str]) -> list[tuple[int, str]]:
    """Give the comments inside a table, each with the number of the new row that it stands above."""
    now = tuple(tuple(row) for row in rows)
    blocks = SequenceMatcher(None, table.rows, now, autojunk=False).get_opcodes()
    found = []
    for place in range(*table.lines):
        if place not in table.row_lines:
            below = sum(line < place for line in table.row_lines)
            to = next(
                (min(new + below - old, new_end) for _, old, old_end, new, new_end in blocks if old <= below < old_end),
                len(now),
            )
            found.append((to, lines[place]))
    return found
