"""Byte-preserving editing of feature files: table extraction, row replacement, added sentences and scenarios.

Files are read as they are written, so that whatever is not changed comes back byte for byte, ends of lines and byte
order mark included.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING

from gherkin.token_matcher import TokenMatcher

from rules.contracts.diagnostics import Location
from rules.contracts.messages import LANGUAGES
from rules.language import patterns
from rules.language.lexicon import language_of, load_lexicon
from rules.language.source_text import is_row, row_cells, text_at
from rules.language.table_columns import TABLES
from rules.language.tables import table_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.language.patterns import SentencePattern


Heads = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class AddedDefinition:
    """A new sentence in the background of a rule, or of the file if the title is blank, and the rows of its table."""

    rule: str
    sentence: str
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class AddedExample:
    """A new scenario at the end of a rule; `given` and `then` are sentences, and `when` is one."""

    rule: str
    title: str
    given: tuple[str, ...]
    when: str
    then: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineOrigin:
    """Where a line comes from: line `line` of the file before, or that of the addition of this number, from 0."""

    addition: int | None
    line: int


@dataclass(slots=True)
class _RuleSection:
    """The file up to its first rule, or one rule; numbers are of the lines behind the last that say something."""

    title: str
    head: int
    background: int = 0
    steps: bool = False
    end: int = 0


def rule_titles(text: str, path: str) -> list[str]:
    """Give the titles of the rules of a file, in their order."""
    return [section.title for section in _sections(text.split("\n"), _heads(path))[1:]]


def example_titles(text: str, path: str) -> set[tuple[str, str]]:
    """Give the titles of the scenarios of a file, each with that of its rule."""
    rules, _, scenarios = _heads(path)
    rule, titles = "", set()
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped.startswith(rules):
            rule = _title(stripped)
        elif stripped.startswith(scenarios):
            titles.add((rule, _title(stripped)))
    return titles


def _title(head: str) -> str:
    return head.partition(":")[2].strip()


def insert_additions(
    text: str, path: str, additions: Sequence[AddedDefinition | AddedExample]
) -> tuple[str, list[LineOrigin | None]]:
    """Put additions into a file; say of each line then where it comes from, None for heads that were needed."""
    keywords = _keywords(path)
    lines = text.split("\n")
    came: list[LineOrigin | None] = [LineOrigin(None, line) for line in range(len(lines))]
    ending = "\r" if lines[0].endswith("\r") else ""
    for number, addition in enumerate(additions):
        sections = _sections(lines, _heads(path))
        section = next((candidate for candidate in sections if candidate.title == addition.rule), None)
        if section is None:
            at = sections[-1].end
            lines[at:at], came[at:at] = [ending, f"  {keywords['rule']}: {addition.rule}{ending}"], [None, None]
            section = _RuleSection(addition.rule, at + 2, end=at + 2)
        new = list(_lines(addition, section, keywords))
        at = section.end if isinstance(addition, AddedExample) else section.background or section.head
        lines[at:at] = [f"{line}{ending}" for line, _ in new]
        came[at:at] = [None if part is None else LineOrigin(number, part) for _, part in new]
    return "\n".join(lines), came


def _keywords(path: str) -> Mapping[str, str]:
    return load_lexicon(language_of(path) or "en").keywords


def _heads(path: str) -> Heads:
    """Give the words that begin a rule, a background and a scenario, also those that the canonical form has not."""
    dialect = TokenMatcher(load_lexicon(language_of(path) or "en").dialect).dialect
    scenarios = (*dialect.scenario_keywords, *dialect.scenario_outline_keywords)
    kinds = (dialect.rule_keywords, dialect.background_keywords, scenarios)
    rule, background, scenario = (tuple(f"{word}:" for word in kind) for kind in kinds)
    return rule, background, scenario


def _sections(lines: Sequence[str], heads: Heads) -> list[_RuleSection]:
    rules, backgrounds, scenarios = heads
    rule_sections = [_RuleSection("", 0)]
    section = ""
    for number, line in enumerate(lines, 1):
        stripped = line.strip()
        own = rule_sections[-1]
        if stripped.startswith(rules):
            own = _RuleSection(_title(stripped), number)
            rule_sections.append(own)
            section = "head"
        elif stripped.startswith(backgrounds):
            section = "background"
        elif stripped.startswith(scenarios):
            section = "scenario"
        if not stripped or (stripped.startswith("#") and number > 1):
            continue
        own.end = number
        if section == "background":
            own.steps = own.steps or own.background > 0
            own.background = number
        elif section != "scenario":
            own.head = number
    return rule_sections


def _lines(
    addition: AddedDefinition | AddedExample, section: _RuleSection, keywords: Mapping[str, str]
) -> Iterator[tuple[str, int | None]]:
    """Give the new lines, each with its number in the addition: its sentence or title, and what stands beneath."""
    outer = "    " if section.title else "  "
    inner = f"{outer}  "
    if isinstance(addition, AddedExample):
        yield "", None
        yield f"{outer}{keywords['scenario']}: {addition.title}", 0
        steps = [("given", addition.given), ("when", (addition.when,)), ("then", addition.then)]
        words = [
            (keywords["and"] if at else keywords[key], text)
            for key, all_said in steps
            for at, text in enumerate(all_said)
        ]
        yield from ((f"{inner}{word} {text}", part) for part, (word, text) in enumerate(words, 1))
        return
    if not section.background:
        yield f"{outer}{keywords['background']}:", None
    yield f"{inner}{keywords['and' if section.steps else 'given']} {addition.sentence}", 0
    yield from ((f"{inner}  {line}", part) for part, line in enumerate(table_lines(addition.rows), 1))


CIRCLED_DIGITS = "①②③④⑤⑥⑦"
_SLOT = re.compile(r"\{[a-z_]+\}")
_COLUMNS = {
    "scale": ("bands", "choice_points"), "scale_plain": ("bands", "choice_points"), "line_plain": ("line",),
    "word_lookup": ("table_lookup",), "interpolated": ("lookup",),
}  # fmt: skip
"""The tables of the sentences that have not one of their own name."""
_FIRST_MARK = 0xE000


@dataclass(frozen=True, slots=True)
class SentenceShape:
    """One shape: its key in the lexicons, its text, and its places in the order of their numbers."""

    key: str
    text: str
    slots: tuple[str, ...]
    needed: frozenset[str]


@dataclass(frozen=True, slots=True)
class FilledSentence:
    """A sentence, and where in it stands what was put in each place."""

    sentence: str
    spans: Mapping[str, tuple[int, int]]


@cache
def sentence_shapes(language: str) -> Mapping[str, SentenceShape]:
    """Give all shapes of definition sentences by their text, in the order of the lexicon."""
    shapes = [_shape(key, pattern) for key, pattern in load_lexicon(language).sentences.items()]
    return {shape.text: shape for shape in shapes}


def shape_of(text: str) -> SentenceShape | None:
    """Find a shape by its text, in whichever language."""
    return next((sentence_shapes(language)[text] for language in LANGUAGES if text in sentence_shapes(language)), None)


def shape_columns(key: str, language: str) -> list[tuple[list[str], list[str]]]:
    """Give the columns that each table of a sentence must have, and those it may have; nothing if it has no table."""
    words = load_lexicon(language).columns
    kinds = [kind for kind in _COLUMNS.get(key, (key,)) if kind in words]
    return [
        (
            [word for column, word in words[kind].by_key.items() if column in TABLES[kind].needs],
            [word for column, word in words[kind].by_key.items() if column not in TABLES[kind].needs],
        )
        for kind in kinds
    ]


def fill_shape(key: str, words: Mapping[str, str], language: str) -> FilledSentence:
    """Write the sentence of a shape; a part of it that may be left out is, if a place in it is blank.

    Raises:
        KeyError: a place that is needed is blank.
    """
    slot_texts = {slot: text for slot, text in words.items() if text}
    marks = {slot: chr(_FIRST_MARK + number) for number, slot in enumerate(slot_texts)}
    slots = {mark: slot for slot, mark in marks.items()}
    sentence, spans = "", {}
    for character in load_lexicon(language).sentences[key].write(**marks):
        slot = slots.get(character)
        piece = character if slot is None else slot_texts[slot]
        if slot is not None:
            spans[slot] = (len(sentence), len(sentence) + len(piece))
        sentence += piece
    return FilledSentence(sentence, spans)


def _shape(key: str, pattern: SentencePattern) -> SentenceShape:
    numbers = iter(CIRCLED_DIGITS)
    text = _SLOT.sub(lambda _: next(numbers), pattern.template)
    return SentenceShape(key, text, pattern.slots, frozenset(pattern.variants[-1].slots))


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
    "maturity": "bands", "matrix": "bands", "levels": "bands", "maturity_rules": "bands",
    "grades": "grades", "stages": "grades", "verdict_rules": "verdicts", "findings": "findings", "results": "findings",
    "record_results": "findings",
}  # fmt: skip
"""The group in which people look for a table, by the production of its sentence; what has none is among the others."""
TABLE_GROUPS = (*dict.fromkeys(_GROUPS.values()), EXAMPLES, OTHER)
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
    keywords = load_lexicon(language).keywords
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
        row_lines = tuple(line_index for line_index in range(at, end) if lines[line_index].startswith("|"))
        number += 1
        if all(is_row(lines[line_index]) for line_index in row_lines) and above >= 0:
            rows = tuple(tuple(_value(cell) for cell in row_cells(lines[line_index])) for line_index in row_lines)
            sentence, group = _sentence(lines[above], path, above, in_scenario=in_scenario)
            yield RuleTable(path, number, group, sentence, above, (at, end), row_lines, rows)
        at = end


def _sentence(line: str, path: str, index: int, *, in_scenario: bool) -> tuple[str, str]:
    """Give the sentence of a step without its keyword, or the heading of examples, and the group of its table."""
    words = load_lexicon(language_of(path) or "en")
    steps = [words.keywords[key] for key in ("given", "and", "when", "then")]
    sentence = next((line.removeprefix(word).strip() for word in steps if line.startswith(word)), line)
    if in_scenario:
        return sentence, EXAMPLES
    reading = next(patterns.sentence_readings(text_at(sentence, Location(path, index + 1, 1)), words.sentences), None)
    return sentence, OTHER if reading is None else _GROUPS.get(reading.key, OTHER)


def _value(cell: str) -> str:
    """Give what a cell says: an escaped bar, backslash or end of line stands for itself, as Gherkin has it."""
    return _ESCAPED.sub(lambda match: {"n": "\n", "|": "|", "\\": "\\"}.get(match[1], match[0]), cell)


def replace_tables(text: str, others: Sequence[tuple[RuleTable, Sequence[Sequence[str]]]]) -> str:
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
    comments = []
    for position in range(*table.lines):
        if position not in table.row_lines:
            below = sum(line < position for line in table.row_lines)
            to = next(
                (min(new + below - old, new_end) for _, old, old_end, new, new_end in blocks if old <= below < old_end),
                len(now),
            )
            comments.append((to, lines[position]))
    return comments
