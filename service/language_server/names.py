"""Symbol table of a card: names, where they stand in its files, and the outline of a file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from rules.language import (
    CellType,
    columns_headed,
    first_row,
    is_inside_word,
    language_of,
    load_lexicon,
    locate,
    row_cells,
)
from rules.model import YES_NO, Choice, FactDefinition, FactType, Setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.contracts import Location
    from rules.language import Lexicon, TableColumn
    from rules.model import Scorecard
    from service.language_server.readings import FolderAnalysis


_DEFINED = re.compile(r"(?:.*[.])?(?P<kind>[a-z_]+)\[(?P<id>[^\[\]]+)\]\Z")
_KINDS = frozenset(
    {
        "facts", "fields", "records", "quantities", "settings", "gates", "sections", "indicators", "findings",
        "results", "bases", "tables", "stages", "levels", "rules", "record_results",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SymbolEntry:
    """One name: its kind, its path in the model, the path at which it is defined, and its definition if that is sound.

    `label` is that of the file's language, or blank.
    """

    kind: str
    id: str
    path: str
    place: str
    label: str = ""
    definition: object = None

    @property
    def shown(self) -> str:
        """How the files name it: by its label, or else its id."""
        return self.label or self.id

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The values that it may have, where they are a closed list."""
        match self.definition:
            case FactDefinition(type=FactType.FLAG, choices=choices):
                return choices or YES_NO
            case FactDefinition(choices=choices) | Setting(choices=choices):
                return choices
            case _:
                return ()


@dataclass(frozen=True)
class SymbolTable:
    """All names of a card in one language."""

    all: tuple[SymbolEntry, ...]

    @cached_property
    def by_word(self) -> Mapping[str, tuple[SymbolEntry, ...]]:
        """The names by what stands for them: id or label."""
        names_by_word: dict[str, list[SymbolEntry]] = {}
        for name in self.all:
            for word in dict.fromkeys((name.id, name.label)):
                if word:
                    names_by_word.setdefault(word, []).append(name)
        return {word: tuple(names) for word, names in names_by_word.items()}

    def at(self, line: str, column: int) -> tuple[str, tuple[SymbolEntry, ...]]:
        """Give the longest word over a column of a line, counted from 0, and what it stands for; nothing if none is."""
        best = ""
        for word in self.by_word:
            if len(word) > len(best) and not word.isdigit() and any(_whole_word_matches(line, word, column)):
                best = word
        return best, self.by_word.get(best, ())

    def last_in(self, text: str) -> SymbolEntry | None:
        """Give the name that stands last in a text, the longest of those that end there."""
        best: tuple[int, int, SymbolEntry] | None = None
        for word, names in self.by_word.items():
            start = text.rfind(word)
            if start < 0 or word.isdigit() or is_inside_word(text, start + len(word)) or _is_word_tail(text, start):
                continue
            candidate = (start + len(word), len(word), names[0])
            if best is None or candidate[:2] > best[:2]:
                best = candidate
        return best[2] if best else None


def build_symbol_table(
    scorecard: Scorecard | None,
    language: str,
    places: Mapping[str, Location],
    lines: Mapping[str, Sequence[str]],
) -> SymbolTable:
    """Find all names: those of a sound card, and those of which at least the places are known."""
    symbols = dict(_sound(scorecard, language)) if scorecard is not None else {}
    for path, place in places.items():
        match = _DEFINED.match(path)
        if match and match["kind"] in _KINDS and path not in symbols and not match["id"].isdigit():
            label = places.get(f"{path}.labels")
            words = locate(lines, label).words if label is not None and label.path in lines else ""
            symbols[path] = SymbolEntry(match["kind"], match["id"], path, path, words if label != place else "")
    return SymbolTable(tuple(symbols.values()))


def _sound(scorecard: Scorecard, language: str) -> Iterator[tuple[str, SymbolEntry]]:
    for kind in (
        "facts",
        "records",
        "quantities",
        "settings",
        "gates",
        "sections",
        "indicators",
        "findings",
        "results",
        "record_results",
    ):
        for definition in getattr(scorecard, kind) or ():
            yield from _symbol_entries(kind, f"{kind}[{definition.id}]", definition, language)
    for record in scorecard.records:
        for definition in record.fields:
            yield from _symbol_entries("fields", f"records[{record.id}].fields[{definition.id}]", definition, language)
    for kind, items in (("bases", scorecard.bases), ("tables", scorecard.tables or ())):
        for each in items:
            yield from _symbol_entries(kind, f"{kind}[{each.id}]", each, language)
    for stage in scorecard.stages.stages if scorecard.stages is not None else ():
        yield from _symbol_entries("stages", f"stages.stages[{stage.id}]", stage, language)
    for level in scorecard.maturity.levels if scorecard.maturity is not None else ():
        yield from _symbol_entries("levels", f"maturity.levels[{level.id}]", level, language)
    for rule in scorecard.verdicts.rules if scorecard.verdicts is not None else ():
        yield from _symbol_entries("rules", f"verdicts.rules[{rule.id}]", rule, language)
    for position, grade in enumerate(scorecard.ladder.grades if scorecard.ladder is not None else ()):
        path = f"ladder.grades[{position}]"
        yield path, SymbolEntry("grades", grade.id, path, path, grade.labels.get(language, ""), grade)


def _symbol_entries(kind: str, path: str, definition: object, language: str) -> Iterator[tuple[str, SymbolEntry]]:
    """Yield a name, and the choices that it has."""
    labels: Mapping[str, str] = getattr(definition, "labels", {})
    yield path, SymbolEntry(kind, str(getattr(definition, "id", "")), path, path, labels.get(language, ""), definition)
    if isinstance(definition, FactDefinition | Setting):
        for choice in definition.choices:
            inner = f"{path}.choices[{choice.id}]"
            label = choice.labels.get(language, "")
            yield inner, SymbolEntry("choices", choice.id, inner, f"{path}.choices", label, choice)


def _whole_word_matches(line: str, word: str, column: int) -> Iterator[bool]:
    """Say of each place of a word in a line that covers a column that it is no part of a longer word."""
    start = line.find(word, max(column - len(word), 0))
    while 0 <= start <= column:
        end = start + len(word)
        if column <= end and not is_inside_word(line, end) and not _is_word_tail(line, start):
            yield True
        start = line.find(word, start + 1)


def _is_word_tail(text: str, start: int) -> bool:
    """Say whether what begins here is only the end of a longer word."""
    return start > 0 and is_inside_word(text, start)


_PROSE_CELLS = frozenset({CellType.LABEL, CellType.WORDS, CellType.IDS})
_PROSE_COLUMNS = frozenset({"words", "instrument", "clause"})
"""Columns whose type of cell does not tell: other cells of texts, such as a default, may name something."""
_BAR = re.compile(r"(?<!\\)\|")
_STEPS = ("given", "and", "when", "then")
_BEFORE, _BEHIND = r"(?<![A-Za-z0-9_])(?<![A-Za-z0-9_][-.])", r"(?![-.]?[A-Za-z0-9_])"
"""What stands before and behind a word that is no part of a longer one, such as `green` in `green-office`."""


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """A word that stands for a name: the file as the reading calls it, its line and columns, counted from 0."""

    file: str
    number: int
    begin: int
    end: int
    word: str


def occurrences(reading: FolderAnalysis, path: str) -> Iterator[Occurrence]:
    """Find where the name with this path in the model stands, in the files of every language."""
    for file, lines in reading.lines.items():
        language = language_of(file)
        names = reading.names.get(language or "")
        if language is None or names is None:
            continue
        name = next((symbol for symbol in names.all if symbol.path == path), None)
        if name is None:
            continue
        own = {word for word in (name.id, name.label) if word}
        defined = reading.locations[language].get(name.place)
        row = defined.line - 1 if defined is not None and defined.path == file else -1
        pattern = _pattern(names)
        for number, line in enumerate(lines):
            for begin, end in _spans(pattern, lines, number, load_lexicon(language)):
                word = line[begin:end]
                if word not in own:
                    continue
                if (
                    number == row
                    or _says(line, word, name.id)
                    or not _for_people(lines, number, begin, load_lexicon(language))
                ):
                    yield Occurrence(file, number, begin, end, word)


def _pattern(names: SymbolTable) -> re.Pattern[str]:
    """Match every word for a name, the longest where several begin."""
    words = sorted((word for word in names.by_word if not word.isdigit()), key=len, reverse=True)
    bounded = (f"{_BEFORE * word[0].isascii()}{re.escape(word)}{_BEHIND * word[-1].isascii()}" for word in words)
    return re.compile("|".join(bounded) or r"(?!)")


def _spans(pattern: re.Pattern[str], lines: Sequence[str], number: int, words: Lexicon) -> Iterator[tuple[int, int]]:
    """Find words for names in a step or a row; titles, prose and comments hold none."""
    line = lines[number]
    bare = line.lstrip()
    if bare.startswith(("|", *(words.keywords[key] for key in _STEPS))):
        yield from (match.span() for match in pattern.finditer(line))


def _says(line: str, word: str, id: str) -> bool:
    """Say whether a row gives a word to an id."""
    first, *others = row_cells(line) or [""]
    return first == id and word in others


def _for_people(lines: Sequence[str], number: int, begin: int, words: Lexicon) -> bool:
    """Say whether a cell stands in a column of words for people, or is the heading of a column of the language.

    The columns of an outline are named by its author, and hold what stands in its steps.
    """
    line = lines[number]
    if not line.lstrip().startswith("|"):
        return False
    first = first_row(lines, number)
    above = next((lines[at].strip() for at in range(first - 1, -1, -1) if lines[at].strip()), "")
    if above.replace("：", ":").startswith(f"{words.keywords['examples']}:"):
        return False
    headings, position = row_cells(lines[first]), len(_BAR.findall(line[:begin])) - 1
    heading = headings[position] if 0 <= position < len(headings) else ""
    columns = columns_headed(words, "", heading)
    return bool(columns) if number == first else any(map(is_prose, columns))


def is_prose(column: TableColumn) -> bool:
    """Say whether a column holds words for people or marks of evidence, in which no name of the card is meant."""
    return column.cell in _PROSE_CELLS or column.key in _PROSE_COLUMNS


HEADS = ("rule", "scenario", "outline")


@dataclass(slots=True)
class Symbol:
    """A rule, a scenario or a name: where it begins and ends (lines counted from 0), and what stands in it."""

    kind: str
    shown: str
    detail: str
    number: int
    column: int
    last: int
    inside: list[Symbol] = field(default_factory=list)


def symbols(reading: FolderAnalysis, file: str, language: str) -> list[Symbol]:
    """Give the symbols of a file in their order, what a rule holds inside it."""
    lines = reading.lines[file]
    ordered = sorted((*_headings(reading, file, language), *_defined(reading, file, language)), key=_place)
    top: list[Symbol] = []
    rule: Symbol | None = None
    for symbol in ordered:
        if symbol.kind == "rule":
            rule = symbol
            top.append(symbol)
        else:
            (top if rule is None else rule.inside).append(symbol)
    _end(top, len(lines) - 1)
    for symbol in top:
        _end(symbol.inside, symbol.last)
    return top


def _end(several: list[Symbol], last: int) -> None:
    """Let each rule or scenario end where the next symbol beside it begins, and the last one with what holds it."""
    for symbol, begins in zip(several, [*(each.number for each in several[1:]), last + 1], strict=False):
        if symbol.kind in HEADS:
            symbol.last = max(begins - 1, symbol.number)


def _place(symbol: Symbol) -> tuple[int, int]:
    return symbol.number, symbol.column


def _headings(reading: FolderAnalysis, file: str, language: str) -> Iterator[Symbol]:
    keywords = load_lexicon(language).keywords
    for number, line in enumerate(reading.lines[file]):
        bare = line.strip().replace("：", ":")
        for kind in HEADS:
            if bare.startswith(f"{keywords[kind]}:"):
                title = bare.partition(":")[2].strip() or keywords[kind]
                yield Symbol(kind, title, keywords[kind], number, len(line) - len(line.lstrip()), number)


def _defined(reading: FolderAnalysis, file: str, language: str) -> Iterator[Symbol]:
    """Give each name that is defined in a file; one that several rows define by the first."""
    for name in reading.names[language].all if language in reading.names else ():
        place = reading.locations[language].get(name.path)
        if name.kind != "choices" and place is not None and place.path == file:
            detail = name.id if name.label and name.label != name.id else ""
            yield Symbol(name.kind, name.shown, detail, place.line - 1, place.column - 1, place.line - 1)
