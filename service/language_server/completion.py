"""Completion proposals for a position of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import Location, UnitError, convertible_units, known_symbols
from rules.language import (
    CellType,
    begun_cells,
    card_column,
    cell_values,
    columns_headed,
    first_row,
    sentence_readings,
    text_at,
)
from rules.model import FactDefinition, FactType
from service.language_server.names import SymbolEntry, SymbolTable, is_prose
from service.language_server.render_hover import words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from rules.language import Lexicon, SentencePattern, TableColumn

_NUMBER = re.compile(r"[0-9]\s*\Z")
_SENTENCE_PREFIXES = {
    "given": ("change_", "evidence_", "setting_", "suppose_"),
    "when": ("evaluate",),
    "then": ("expect_",),
}
_SECTION_KEYWORDS = ("feature", "background", "rule", "scenario", "outline", "examples")
_OPERATORS_BY_TYPE: Mapping[FactType, frozenset[str]] = {
    FactType.NUMBER: frozenset({"is", "at_least", "at_most", "more_than", "less_than", "between"}),
    FactType.CHOICE: frozenset({"is", "is_not", "one_of", "none_of"}),
    FactType.CHOICES: frozenset({"includes", "includes_none"}),
    FactType.FLAG: frozenset({"is"}),
    FactType.DATE: frozenset({"on", "before", "after", "from", "until", "within", "within_span", "over", "not_over"}),
    FactType.PERIOD: frozenset({"over", "not_over"}),
}


@dataclass(frozen=True, slots=True)
class CompletionProposal:
    """Proposed text from column `begin`; each `…` is a placeholder."""

    begin: int
    text: str
    kind: str


@dataclass(frozen=True)
class CursorPosition:
    """Cursor position in a draft, with its language and names."""

    lines: Sequence[str]
    number: int
    column: int
    words: Lexicon
    names: SymbolTable

    @property
    def before(self) -> str:
        return self.lines[self.number][: self.column] if self.number < len(self.lines) else ""


def proposals(place: CursorPosition) -> list[CompletionProposal]:
    """Return completion proposals, the best first; none in a comment."""
    before = place.before.lstrip()
    if before.startswith("#"):
        return []
    candidates = _cell_proposals(place) if before.startswith("|") else _sentence_proposals(place)
    return list({(candidate.begin, candidate.text): candidate for candidate in candidates}.values())


def _sentence_proposals(cursor: CursorPosition) -> Iterator[CompletionProposal]:
    step = _match_step(cursor.before, cursor.words)
    if step is None:
        prefix = cursor.before.lstrip()
        for key in (*_SECTION_KEYWORDS, "given", "and", "when", "then"):
            keyword = cursor.words.keywords[key] + (":" if key in _SECTION_KEYWORDS else " ")
            if keyword.startswith(prefix):
                yield CompletionProposal(cursor.column - len(prefix), keyword, words(cursor.words.language)["keyword"])
        return
    typed = cursor.before[step[1] :]
    for pattern in _allowed_sentences(cursor):
        for variant in dict.fromkeys((pattern.variants[-1].shown, pattern.variants[0].shown)):
            if typed in variant or not typed:
                yield CompletionProposal(step[1], variant, words(cursor.words.language)["sentence"])
    if typed:
        yield from _propose_continuations(cursor, typed, cursor.names.all)


def _match_step(line: str, words: Lexicon) -> tuple[str, int] | None:
    for key in ("given", "and", "when", "then"):
        match = re.match(rf"\s*{re.escape(words.keywords[key])}\s+", line)
        if match:
            return key, match.end()
    return None


def _allowed_sentences(cursor: CursorPosition) -> Iterable[SentencePattern]:
    section = ""
    for line in reversed(cursor.lines[: cursor.number + 1]):
        step = _match_step(line, cursor.words)
        if step is not None and step[0] != "and" and not section:
            section = step[0]
        begun = line.strip().replace("：", ":")
        head = next((key for key in _SECTION_KEYWORDS if begun.startswith(f"{cursor.words.keywords[key]}:")), "")
        if head in ("scenario", "outline"):
            openings = _SENTENCE_PREFIXES[section or "given"]
            return [pattern for key, pattern in cursor.words.steps.items() if key.startswith(openings)]
        if head:
            break
    return cursor.words.sentences.values()


def _cell_proposals(cursor: CursorPosition) -> Iterator[CompletionProposal]:
    texts = words(cursor.words.language)
    lines = [*cursor.lines[: cursor.number], cursor.before]
    first = first_row(lines, cursor.number)
    cells = begun_cells(cursor.before)
    cell = cells[-1].lstrip()
    sentence_key = _table_sentence_key(cursor, first)
    if first == cursor.number:
        known = cursor.words.columns[sentence_key].by_word if sentence_key in cursor.words.columns else ()
        yield from _word_proposals(
            cursor,
            cell,
            [column_name for column_name in known if column_name not in map(str.strip, cells)],
            texts["column"],
        )
        return
    headings = cell_values(cursor.lines[first])
    heading = headings[len(cells) - 1] if len(cells) <= len(headings) else ""
    columns = columns_headed(cursor.words, sentence_key, heading)
    if sentence_key == "card" and len(cells) > 1:
        described = card_column(cursor.words, cells[0].strip())
        columns = (described,) if described is not None else ()
    yield from _column_proposals(cursor, cells, cell, columns)


def _column_proposals(
    cursor: CursorPosition, cells: list[str], cell: str, columns: Sequence[TableColumn]
) -> Iterator[CompletionProposal]:
    texts = words(cursor.words.language)
    kinds = frozenset[str]().union(*(column.named_kinds for column in columns))
    groups = sorted({column.word_group for column in columns} - {""})
    keys = {column.key for column in columns}
    if any(column.cell is CellType.UNIT for column in columns):
        yield from _word_proposals(cursor, cell, _units(cursor.words, known_symbols()), texts["unit_of"])
    elif "value" in keys and len(cells) == 2:
        yield from _choice_proposals(cursor, cell, cursor.names.by_word.get(cells[0].strip(), ())[:1])
    elif not groups and not kinds and not any(map(is_prose, columns)):
        yield from _propose_continuations(cursor, cell.rsplit(";", 1)[-1].lstrip(), cursor.names.all)
    for group in groups:
        yield from _word_proposals(cursor, cell, cursor.words.words[group].by_word, texts["word"])
    if kinds and not groups:
        defines = any(column.cell is CellType.ID for column in columns)
        yield from _name_proposals(cursor, cell.rsplit(",", 1)[-1].lstrip(), kinds, by_id=defines)


def _name_proposals(
    cursor: CursorPosition, typed: str, kinds: Collection[str], *, by_id: bool
) -> Iterator[CompletionProposal]:
    names = [name for name in cursor.names.all if name.kind in kinds]
    written = [name.id if by_id or name.kind == "bases" else name.shown for name in names]
    yield from _word_proposals(cursor, typed, written, "")


def _table_sentence_key(cursor: CursorPosition, first: int) -> str:
    above = next((n for n in range(first - 1, -1, -1) if cursor.lines[n].strip(" \t#")), -1)
    step = _match_step(cursor.lines[above], cursor.words) if above >= 0 else None
    if step is None:
        return ""
    sentence = text_at(cursor.lines[above][step[1] :].strip(), Location("", 1, 1))
    return next((reading.key for reading in sentence_readings(sentence, cursor.words.sentences)), "")


def _propose_continuations(
    cursor: CursorPosition, typed: str, names: Iterable[SymbolEntry]
) -> Iterator[CompletionProposal]:
    kinds = words(cursor.words.language)["kinds"]
    last = cursor.names.last_in(typed)
    definition = last.definition if last is not None else None
    if last is not None and last.choices:
        yield from _choice_proposals(cursor, typed, (last,))
    if _NUMBER.search(typed):
        yield from _word_proposals(
            cursor, typed, _fitting_units(cursor.words, definition), words(cursor.words.language)["unit_of"]
        )
        return
    if last is not None and typed.rstrip().endswith((last.id, last.shown)) and typed != typed.rstrip():
        compared = _OPERATORS_BY_TYPE.get(definition.type) if isinstance(definition, FactDefinition) else None
        for key, pattern in cursor.words.operators.items():
            if compared is None or key in compared:
                yield CompletionProposal(cursor.column, pattern.shown, words(cursor.words.language)["operator"])
        return
    for name in names:
        if name.kind not in ("bases", "choices", "grades", "tables"):
            yield from _word_proposals(cursor, typed, (name.shown,), kinds[name.kind])


def _choice_proposals(cursor: CursorPosition, typed: str, names: Sequence[SymbolEntry]) -> Iterator[CompletionProposal]:
    language = cursor.words.language
    answers = cursor.words.words["answers"].by_key
    labels = [
        choice.labels.get(language) or answers.get(choice.id, choice.id) for name in names for choice in name.choices
    ]
    yield from _word_proposals(cursor, typed, labels, words(language)["kinds"]["choices"])


def _fitting_units(words: Lexicon, definition: object) -> Iterator[str]:
    unit = str(getattr(definition, "unit", ""))
    try:
        yield from _units(words, convertible_units(unit) if unit else known_symbols())
    except UnitError:
        yield from _units(words, known_symbols())


def _units(words: Lexicon, symbols: Iterable[str]) -> Iterator[str]:
    for symbol in symbols:
        yield words.write_unit(symbol)


def _word_proposals(
    cursor: CursorPosition, typed: str, candidates: Iterable[str], kind: str
) -> Iterator[CompletionProposal]:
    fresh = not typed or typed[-1] in " ;,("
    for word in candidates:
        size = next((size for size in range(min(len(word), len(typed)), 0, -1) if typed.endswith(word[:size])), 0)
        inside = size and size < len(typed) and typed[-size - 1].isascii() and typed[-size - 1].isalnum()
        if (size or fresh or _NUMBER.search(typed)) and not (inside and word[0].isascii() and word[0].isalnum()):
            yield CompletionProposal(cursor.column - size, word, kind)
