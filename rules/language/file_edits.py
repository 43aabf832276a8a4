"""Byte-preserving editing of feature files: table extraction, row replacement, added sentences and scenarios.

Unchanged text keeps its line ends and byte order mark.
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
from rules.language.row_lines import cell_values, is_row
from rules.language.source import text_at
from rules.language.table_columns import TABLES
from rules.language.tables import table_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.language.patterns import SentencePattern
    from rules.language.table_columns import TableColumn


Heads = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class AddedDefinition:
    """A new background sentence; a blank `rule` means the background of the file."""

    rule: str
    sentence: str
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class AddedExample:
    """A new scenario at the end of a rule."""

    rule: str
    title: str
    context: tuple[str, ...]
    when: str
    then: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineOrigin:
    """The index of a line in the old file (`addition` is None) or in an addition."""

    addition: int | None
    line: int


@dataclass(slots=True)
class _RuleSection:
    title: str
    head: int
    background: int = 0
    steps: bool = False
    end: int = 0


def rule_titles(text: str, path: str) -> list[str]:
    """Return the rule titles of a file in order."""
    return [section.title for section in _sections(text.split("\n"), section_keywords(path))[1:]]


def example_titles(text: str, path: str) -> set[tuple[str, str]]:
    """Return pairs of rule title and scenario title."""
    rules, _, scenarios = section_keywords(path)
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
    """Insert additions; also return the origin of each line, None for generated headings and blank lines."""
    keywords = _keywords(path)
    lines = text.split("\n")
    origins: list[LineOrigin | None] = [LineOrigin(None, line) for line in range(len(lines))]
    ending = "\r" if lines[0].endswith("\r") else ""
    for number, addition in enumerate(additions):
        sections = _sections(lines, section_keywords(path))
        section = next((candidate for candidate in sections if candidate.title == addition.rule), None)
        if section is None:
            at = sections[-1].end
            lines[at:at], origins[at:at] = [ending, f"  {keywords['rule']}: {addition.rule}{ending}"], [None, None]
            section = _RuleSection(addition.rule, at + 2, end=at + 2)
        new = list(_new_lines(addition, section, keywords))
        at = section.end if isinstance(addition, AddedExample) else section.background or section.head
        lines[at:at] = [f"{line}{ending}" for line, _ in new]
        origins[at:at] = [None if part is None else LineOrigin(number, part) for _, part in new]
    return "\n".join(lines), origins


def _keywords(path: str) -> Mapping[str, str]:
    return load_lexicon(language_of(path) or "en").keywords


def section_keywords(path: str) -> Heads:
    """Return the headings of rules, backgrounds and scenarios in the language of a file, with their colons."""
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


def _new_lines(
    addition: AddedDefinition | AddedExample, section: _RuleSection, keywords: Mapping[str, str]
) -> Iterator[tuple[str, int | None]]:
    outer = "    " if section.title else "  "
    inner = f"{outer}  "
    if isinstance(addition, AddedExample):
        yield "", None
        yield f"{outer}{keywords['scenario']}: {addition.title}", 0
        steps = [("given", addition.context), ("when", (addition.when,)), ("then", addition.then)]
        words = [
            (keywords["and"] if at else keywords[key], text)
            for key, sentences in steps
            for at, text in enumerate(sentences)
        ]
        yield from ((f"{inner}{word} {text}", part) for part, (word, text) in enumerate(words, 1))
        return
    if not section.background:
        yield f"{outer}{keywords['background']}:", None
    yield f"{inner}{keywords['and' if section.steps else 'given']} {addition.sentence}", 0
    yield from ((f"{inner}  {line}", part) for part, line in enumerate(table_lines(addition.rows), 1))


CIRCLED_DIGITS = "①②③④⑤⑥⑦"
_SLOT = re.compile(r"\{[a-z_]+\}")
_TABLES_OF_SENTENCE = {
    "scale": ("bands", "choice_points"), "scale_plain": ("bands", "choice_points"), "line_plain": ("line",),
    "word_lookup": ("table_lookup",), "interpolated": ("lookup",),
}  # fmt: skip
_FIRST_MARK = 0xE000


@dataclass(frozen=True, slots=True)
class SentenceShape:
    """A form of sentence: its lexicon key, its text with numbered blanks, and its slots."""

    key: str
    text: str
    slots: tuple[str, ...]
    needed: frozenset[str]


@dataclass(frozen=True, slots=True)
class FilledSentence:
    """A sentence and the span of each filled slot."""

    sentence: str
    spans: Mapping[str, tuple[int, int]]


@cache
def sentence_shapes(language: str) -> Mapping[str, SentenceShape]:
    """Return all sentence forms of a language by text."""
    shapes = [_shape(key, pattern) for key, pattern in load_lexicon(language).sentences.items()]
    return {shape.text: shape for shape in shapes}


def shape_of(text: str) -> SentenceShape | None:
    """Find a sentence form by its text, in any language."""
    return next((sentence_shapes(language)[text] for language in LANGUAGES if text in sentence_shapes(language)), None)


def shape_columns(key: str, language: str) -> list[tuple[list[str], list[str]]]:
    """Return the required and the optional columns of each table of a sentence."""
    words = load_lexicon(language).columns
    kinds = [kind for kind in _TABLES_OF_SENTENCE.get(key, (key,)) if kind in words]
    return [
        (
            [word for column, word in words[kind].by_key.items() if column in TABLES[kind].needs],
            [word for column, word in words[kind].by_key.items() if column not in TABLES[kind].needs],
        )
        for kind in kinds
    ]


def fill_shape(key: str, words: Mapping[str, str], language: str) -> FilledSentence:
    """Fill the slots of a sentence, without optional parts that have a blank slot.

    Raises:
        KeyError: If a required slot is blank.
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
_GROUP_OF_SENTENCE = {
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
TABLE_GROUPS = (*dict.fromkeys(_GROUP_OF_SENTENCE.values()), EXAMPLES, OTHER)


@dataclass(frozen=True, slots=True)
class RuleTable:
    """One table of a file; `number` counts from 1, and `rows` includes the heading.

    `lines` is the half-open range of its rows and inner comments, counted from 0.
    """

    path: str
    number: int
    group: str
    kind: str
    """Lexicon key of the sentence; empty in scenarios and above unknown sentences."""
    sentence: str
    sentence_line: int
    lines: tuple[int, int]
    row_lines: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


def tables_of(files: Mapping[str, str]) -> list[RuleTable]:
    """Find all tables with complete rows, by file."""
    return [table for path in sorted(files) for table in _tables(path, files[path])]


def _tables(path: str, text: str) -> Iterator[RuleTable]:
    lines = [line.strip() for line in text.removeprefix("\ufeff").split("\n")]
    number, at, above, in_scenario = 0, 0, -1, False
    keywords = _keywords(path)
    scenarios = tuple(f"{keywords[key]}:" for key in ("scenario", "outline", "examples"))
    backgrounds = tuple(f"{keywords[key]}:" for key in ("background", "rule"))
    while at < len(lines):
        line = lines[at]
        if not line.startswith("|"):
            in_scenario = line.startswith(scenarios) or (in_scenario and not line.startswith(backgrounds))
            above = at if line and not line.startswith("#") else above
            at += 1
            continue
        row_lines = _row_lines(lines, at)
        end, number = row_lines[-1] + 1, number + 1
        if all(is_row(lines[line_index]) for line_index in row_lines) and above >= 0:
            rows = tuple(tuple(cell_values(lines[line_index])) for line_index in row_lines)
            sentence, group, kind = _read_sentence(lines[above], path, above, in_scenario=in_scenario)
            yield RuleTable(path, number, group, kind, sentence, above, (at, end), row_lines, rows)
        at = end


def _row_lines(lines: Sequence[str], first: int) -> tuple[int, ...]:
    end = next((at for at in range(first, len(lines)) if not lines[at].startswith(("|", "#"))), len(lines))
    return tuple(at for at in range(first, end) if lines[at].startswith("|"))


def column_types(table: RuleTable) -> list[TableColumn | None]:
    """Return the column type of each heading; None for headings that are names of the scorecard."""
    words = load_lexicon(language_of(table.path) or "en").columns
    kinds = [kind for kind in _TABLES_OF_SENTENCE.get(table.kind, (table.kind,)) if kind in words]
    read = [[words[kind].read(heading) for heading in table.rows[0]] for kind in kinds]
    fitting = max(zip(kinds, read, strict=True), key=lambda each: -each[1].count(None), default=None)
    kind, keys = fitting or ("", [])
    by_key = {column.key: column for column in TABLES[kind].columns} if kind else {}
    return [by_key.get(key or "") for key in keys] or [None] * len(table.rows[0])


def _read_sentence(line: str, path: str, index: int, *, in_scenario: bool) -> tuple[str, str, str]:
    words = load_lexicon(language_of(path) or "en")
    steps = [words.keywords[key] for key in ("given", "and", "when", "then")]
    sentence = next((line.removeprefix(word).strip() for word in steps if line.startswith(word)), line)
    if in_scenario:
        return sentence, EXAMPLES, ""
    reading = next(patterns.sentence_readings(text_at(sentence, Location(path, index + 1, 1)), words.sentences), None)
    kind = "" if reading is None else reading.key
    return sentence, _GROUP_OF_SENTENCE.get(kind, OTHER), kind


def replace_tables(text: str, others: Sequence[tuple[RuleTable, Sequence[Sequence[str]]]]) -> str:
    """Return the text with the rows of each table replaced; comments stay above their rows."""
    lines = text.split("\n")
    for table, rows in sorted(others, key=lambda other: other[0].lines, reverse=True):
        first, end = table.lines
        begin = lines[first]
        indent, ending = begin[: len(begin) - len(begin.lstrip())], "\r" if begin.endswith("\r") else ""
        written = [f"{indent}{line}{ending}" for line in table_lines(rows)]
        for position, comment in reversed(_comments_by_new_row(table, rows, lines)):
            written.insert(position, comment)
        lines[first:end] = written
    return "\n".join(lines)


def _comments_by_new_row(
    table: RuleTable, rows: Sequence[Sequence[str]], lines: Sequence[str]
) -> list[tuple[int, str]]:
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
