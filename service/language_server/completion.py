"""Completion: sentences, names, comparisons, choices and units that fit at a position of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import Location, UnitError, convertible_units, known_symbols
from rules.language import CellType, card_column, columns_headed, first_row, row_cells, sentence_readings, text_at
from rules.model import FactDefinition, FactType
from service.language_server.names import SymbolEntry, SymbolTable, is_prose
from service.language_server.render_hover import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rules.language import Lexicon, SentencePattern, TableColumn

_BAR = re.compile(r"(?<!\\)\|")
_NUMBER = re.compile(r"[0-9]\s*\Z")
_STEPS = {"given": ("change_", "evidence_", "setting_", "suppose_"), "when": ("evaluate",), "then": ("expect_",)}
_HEADS = ("feature", "background", "rule", "scenario", "outline", "examples")
_COMPARED: Mapping[FactType, frozenset[str]] = {
    FactType.NUMBER: frozenset({"is", "at_least", "at_most", "more_than", "less_than", "between"}),
    FactType.CHOICE: frozenset({"is", "is_not", "one_of", "none_of"}),
    FactType.CHOICES: frozenset({"includes", "includes_none"}),
    FactType.FLAG: frozenset({"is"}),
    FactType.DATE: frozenset({"on", "before", "after", "from", "until", "within", "within_span", "over", "not_over"}),
    FactType.PERIOD: frozenset({"over", "not_over"}),
}


@dataclass(frozen=True, slots=True)
class CompletionProposal:
    """What may be written from a column on, with what it is; each `…` in it waits for words."""

    begin: int
    text: str
    kind: str


@dataclass(frozen=True)
class CursorPosition:
    """A column of a line in a file of one language, and the names of its card."""

    lines: Sequence[str]
    number: int
    column: int
    words: Lexicon
    names: SymbolTable

    @property
    def before(self) -> str:
        """The line up to the column."""
        return self.lines[self.number][: self.column] if self.number < len(self.lines) else ""


def proposals(place: CursorPosition) -> list[CompletionProposal]:
    """Propose what may stand at a place, what fits best first; nothing in a comment."""
    before = place.before.lstrip()
    if before.startswith("#"):
        return []
    candidates = _in_cell(place) if before.startswith("|") else _in_sentence(place)
    return list({(candidate.begin, candidate.text): candidate for candidate in candidates}.values())


def _in_sentence(place: CursorPosition) -> Iterator[CompletionProposal]:
    step = _step(place.before, place.words)
    if step is None:
        begun = place.before.lstrip()
        for key in (*_HEADS, "given", "and", "when", "then"):
            keyword = place.words.keywords[key] + (":" if key in _HEADS else " ")
            if keyword.startswith(begun):
                yield CompletionProposal(place.column - len(begun), keyword, words(place.words.language)["keyword"])
        return
    typed = place.before[step[1] :]
    for pattern in _sentences(place):
        for variant in dict.fromkeys((pattern.variants[-1].shown, pattern.variants[0].shown)):
            if typed in variant or not typed:
                yield CompletionProposal(step[1], variant, words(place.words.language)["sentence"])
    if typed:
        yield from _propose_continuations(place, typed, place.names.all)


def _step(line: str, words: Lexicon) -> tuple[str, int] | None:
    """Give the keyword with which a step begins, and where its sentence begins; None if it is no step yet."""
    for key in ("given", "and", "when", "then"):
        match = re.match(rf"\s*{re.escape(words.keywords[key])}\s+", line)
        if match:
            return key, match.end()
    return None


def _sentences(place: CursorPosition) -> Iterable[SentencePattern]:
    """Give the sentences of the part that a step stands in: of backgrounds, or of one part of an example."""
    section = ""
    for line in reversed(place.lines[: place.number + 1]):
        step = _step(line, place.words)
        if step is not None and step[0] != "and" and not section:
            section = step[0]
        begun = line.strip().replace("：", ":")
        head = next((key for key in _HEADS if begun.startswith(f"{place.words.keywords[key]}:")), "")
        if head in ("scenario", "outline"):
            openings = _STEPS[section or "given"]
            return [pattern for key, pattern in place.words.steps.items() if key.startswith(openings)]
        if head:
            break
    return place.words.sentences.values()


def _in_cell(place: CursorPosition) -> Iterator[CompletionProposal]:
    texts = words(place.words.language)
    lines = [*place.lines[: place.number], place.before]
    first = first_row(lines, place.number)
    cells = _BAR.split(place.before.lstrip())[1:]
    cell = cells[-1].lstrip()
    production = _production(place, first)
    if first == place.number:
        known = place.words.columns[production].by_word if production in place.words.columns else ()
        yield from _words(
            place,
            cell,
            [column_name for column_name in known if column_name not in map(str.strip, cells)],
            texts["column"],
        )
        return
    headings = row_cells(place.lines[first])
    heading = headings[len(cells) - 1] if len(cells) <= len(headings) else ""
    columns = columns_headed(place.words, production, heading)
    if production == "card" and len(cells) > 1:
        described = card_column(place.words, cells[0].strip())
        columns = (described,) if described is not None else ()
    yield from _for_columns(place, cells, cell, columns)


def _for_columns(
    place: CursorPosition, cells: list[str], cell: str, columns: Sequence[TableColumn]
) -> Iterator[CompletionProposal]:
    texts = words(place.words.language)
    kinds = frozenset[str]().union(*(column.named_kinds for column in columns))
    groups = sorted({column.word_group for column in columns} - {""})
    keys = {column.key for column in columns}
    if any(column.cell is CellType.UNIT for column in columns):
        yield from _words(place, cell, _units(place.words, known_symbols()), texts["unit_of"])
    elif "value" in keys and len(cells) == 2:
        yield from _choices(place, cell, place.names.by_word.get(cells[0].strip(), ())[:1])
    elif not groups and not kinds and not any(map(is_prose, columns)):
        yield from _propose_continuations(place, cell.rsplit(";", 1)[-1].lstrip(), place.names.all)
    for group in groups:
        yield from _words(place, cell, place.words.words[group].by_word, texts["word"])
    if kinds and not groups:
        item = cell.rsplit(",", 1)[-1].lstrip()
        defines = any(column.cell is CellType.ID for column in columns)
        names = [name for name in place.names.all if name.kind in kinds]
        yield from _words(
            place, item, [name.id if defines or name.kind == "bases" else name.shown for name in names], ""
        )


def _production(place: CursorPosition, first: int) -> str:
    """Give the sentence above a table, by its key."""
    above = next((n for n in range(first - 1, -1, -1) if place.lines[n].strip(" \t#")), -1)
    step = _step(place.lines[above], place.words) if above >= 0 else None
    if step is None:
        return ""
    sentence = text_at(place.lines[above][step[1] :].strip(), Location("", 1, 1))
    return next((reading.key for reading in sentence_readings(sentence, place.words.sentences)), "")


def _propose_continuations(
    place: CursorPosition, typed: str, names: Iterable[SymbolEntry]
) -> Iterator[CompletionProposal]:
    """Propose what may follow in a condition, formula or sentence: choices and units of the last name, or a name."""
    kinds = words(place.words.language)["kinds"]
    last = place.names.last_in(typed)
    definition = last.definition if last is not None else None
    if last is not None and last.choices:
        yield from _choices(place, typed, (last,))
    if _NUMBER.search(typed):
        yield from _words(place, typed, _fitting(place.words, definition), words(place.words.language)["unit_of"])
        return
    if last is not None and typed.rstrip().endswith((last.id, last.shown)) and typed != typed.rstrip():
        compared = _COMPARED.get(definition.type) if isinstance(definition, FactDefinition) else None
        for key, pattern in place.words.operators.items():
            if compared is None or key in compared:
                yield CompletionProposal(place.column, pattern.shown, words(place.words.language)["operator"])
        return
    for name in names:
        if name.kind not in ("bases", "choices", "grades", "tables"):
            yield from _words(place, typed, (name.shown,), kinds[name.kind])


def _choices(place: CursorPosition, typed: str, names: Sequence[SymbolEntry]) -> Iterator[CompletionProposal]:
    language = place.words.language
    answers = place.words.words["answers"].by_key
    labels = [
        choice.labels.get(language) or answers.get(choice.id, choice.id) for name in names for choice in name.choices
    ]
    yield from _words(place, typed, labels, words(language)["kinds"]["choices"])


def _fitting(words: Lexicon, definition: object) -> Iterator[str]:
    """Give the units that a number beside a thing may have: those that convert to its own, or all."""
    unit = str(getattr(definition, "unit", ""))
    try:
        yield from _units(words, convertible_units(unit) if unit else known_symbols())
    except UnitError:
        yield from _units(words, known_symbols())


def _units(words: Lexicon, symbols: Iterable[str]) -> Iterator[str]:
    for symbol in symbols:
        yield words.write_unit(symbol)


def _words(place: CursorPosition, typed: str, candidates: Iterable[str], kind: str) -> Iterator[CompletionProposal]:
    """Propose the words of which what was said ends with the beginning, or any where a new word begins."""
    fresh = not typed or typed[-1] in " ;,("
    for word in candidates:
        size = next((size for size in range(min(len(word), len(typed)), 0, -1) if typed.endswith(word[:size])), 0)
        inside = size and size < len(typed) and typed[-size - 1].isascii() and typed[-size - 1].isalnum()
        if (size or fresh or _NUMBER.search(typed)) and not (inside and word[0].isascii() and word[0].isalnum()):
            yield CompletionProposal(place.column - size, word, kind)
