"""Symbol table of a scorecard, occurrences and renaming of names, and file outlines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from rules.api import compile_folder
from rules.contracts import Severity, message_factory
from rules.language import (
    CellType,
    cell_position,
    cell_values,
    columns_headed,
    first_row,
    is_inside_word,
    language_of,
    load_lexicon,
    locate,
)
from rules.model import YES_NO, Choice, FactDefinition, FactType, Setting, scorecard_document
from service.output.terminal.draft_folder import vocabulary_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.api import Compilation
    from rules.contracts import Json, Location, Message
    from rules.language import Lexicon, TableColumn
    from rules.model import PublishedVersion, Scorecard
    from service.language_server.readings import FolderAnalysis

_DEFINITION_PATH = re.compile(r"(?:.*[.])?(?P<kind>[a-z_]+)\[(?P<id>[^\[\]]+)\]\Z")
_KINDS = frozenset(
    {
        "facts", "fields", "records", "quantities", "settings", "gates", "sections", "indicators", "findings",
        "results", "bases", "tables", "stages", "levels", "rules", "record_results",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SymbolEntry:
    """Name in a draft.

    `place` is the path of its definition; `definition` is None if the scorecard is invalid.
    """

    kind: str
    id: str
    path: str
    place: str
    label: str = ""
    definition: object = None

    @property
    def shown(self) -> str:
        return self.label or self.id

    @property
    def choices(self) -> tuple[Choice, ...]:
        match self.definition:
            case FactDefinition(type=FactType.FLAG, choices=choices):
                return choices or YES_NO
            case FactDefinition(choices=choices) | Setting(choices=choices):
                return choices
            case _:
                return ()


@dataclass(frozen=True)
class SymbolTable:
    """Names of a scorecard in one language."""

    all: tuple[SymbolEntry, ...]

    @cached_property
    def by_word(self) -> Mapping[str, tuple[SymbolEntry, ...]]:
        names_by_word: dict[str, list[SymbolEntry]] = {}
        for name in self.all:
            for word in dict.fromkeys((name.id, name.label)):
                if word:
                    names_by_word.setdefault(word, []).append(name)
        return {word: tuple(names) for word, names in names_by_word.items()}

    def at(self, line: str, column: int) -> tuple[str, tuple[SymbolEntry, ...]]:
        best = ""
        for word in self.by_word:
            if len(word) > len(best) and not word.isdigit() and any(_matches_at_column(line, word, column)):
                best = word
        return best, self.by_word.get(best, ())

    def last_in(self, text: str) -> SymbolEntry | None:
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
    """Collect the names in `scorecard`, if valid, and the other names in `locations`."""
    symbols = dict(_valid_entries(scorecard, language)) if scorecard is not None else {}
    for path, location in places.items():
        match = _DEFINITION_PATH.match(path)
        if match and match["kind"] in _KINDS and path not in symbols and not match["id"].isdigit():
            label = places.get(f"{path}.labels")
            words = locate(lines, label).words if label is not None and label.path in lines else ""
            symbols[path] = SymbolEntry(match["kind"], match["id"], path, path, words if label != location else "")
    return SymbolTable(tuple(symbols.values()))


def _valid_entries(scorecard: Scorecard, language: str) -> Iterator[tuple[str, SymbolEntry]]:
    for kind in (
        "facts", "records", "quantities", "settings", "gates", "sections", "indicators", "findings", "results",
        "record_results",
    ):  # fmt: skip
        for definition in getattr(scorecard, kind) or ():
            yield from _symbol_entries(kind, f"{kind}[{definition.id}]", definition, language)
    for record in scorecard.records:
        for definition in record.fields:
            yield from _symbol_entries("fields", f"records[{record.id}].fields[{definition.id}]", definition, language)
    for kind, items in (("bases", scorecard.bases), ("tables", scorecard.tables or ())):
        for each in items:
            yield from _symbol_entries(kind, f"{kind}[{each.id}]", each, language)
    for part, kind in (("stages", "stages"), ("maturity", "levels"), ("verdicts", "rules")):
        for each in getattr(getattr(scorecard, part), kind, ()):
            yield from _symbol_entries(kind, f"{part}.{kind}[{each.id}]", each, language)
    for position, grade in enumerate(scorecard.grades):
        path = f"ladder.grades[{position}]"
        yield path, SymbolEntry("grades", grade.id, path, path, grade.labels.get(language, ""), grade)


def _symbol_entries(kind: str, path: str, definition: object, language: str) -> Iterator[tuple[str, SymbolEntry]]:
    labels: Mapping[str, str] = getattr(definition, "labels", {})
    yield path, SymbolEntry(kind, str(getattr(definition, "id", "")), path, path, labels.get(language, ""), definition)
    if isinstance(definition, FactDefinition | Setting):
        for choice in definition.choices:
            inner = f"{path}.choices[{choice.id}]"
            label = choice.labels.get(language, "")
            yield inner, SymbolEntry("choices", choice.id, inner, f"{path}.choices", label, choice)


def _matches_at_column(line: str, word: str, column: int) -> Iterator[bool]:
    start = line.find(word, max(column - len(word), 0))
    while 0 <= start <= column:
        end = start + len(word)
        if column <= end and not is_inside_word(line, end) and not _is_word_tail(line, start):
            yield True
        start = line.find(word, start + 1)


def _is_word_tail(text: str, start: int) -> bool:
    return start > 0 and is_inside_word(text, start)


_PROSE_CELLS = frozenset({CellType.LABEL, CellType.WORDS, CellType.IDS})
_OTHER_PROSE_COLUMNS = frozenset({"words", "instrument", "clause"})
_STEP_KEYWORDS = ("given", "and", "when", "then")
_NO_WORD_BEFORE, _NO_WORD_AFTER = r"(?<![A-Za-z0-9_])(?<![A-Za-z0-9_][-.])", r"(?![-.]?[A-Za-z0-9_])"
"""Boundaries of complete words: `green` does not match in `green-office`."""


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """Occurrence of a name; line and columns are counted from 0."""

    file: str
    number: int
    begin: int
    end: int
    word: str


def occurrences(reading: FolderAnalysis, path: str) -> Iterator[Occurrence]:
    """Yield a name's occurrences in files of every language."""
    for file in reading.lines:
        language = language_of(file)
        names = reading.names.get(language or "")
        if language is None or names is None:
            continue
        name = next((symbol for symbol in names.all if symbol.path == path), None)
        if name is not None:
            yield from _occurrences_in_file(reading, file, language, name)


def _occurrences_in_file(reading: FolderAnalysis, file: str, language: str, name: SymbolEntry) -> Iterator[Occurrence]:
    lines, lexicon = reading.lines[file], load_lexicon(language)
    defined = reading.locations[language].get(name.place)
    row = defined.line - 1 if defined is not None and defined.path == file else -1
    pattern = _names_pattern(reading.names[language])
    for number, line in enumerate(lines):
        for begin, end in _name_spans(pattern, lines, number, lexicon):
            word = line[begin:end]
            if word in (name.id, name.label) and (
                number == row
                or _assigns_label(line, word, name.id)
                or not _is_prose_cell(lines, number, begin, lexicon)
            ):
                yield Occurrence(file, number, begin, end, word)


def _names_pattern(names: SymbolTable) -> re.Pattern[str]:
    words = sorted((word for word in names.by_word if not word.isdigit()), key=len, reverse=True)
    bounded = (
        f"{_NO_WORD_BEFORE * word[0].isascii()}{re.escape(word)}{_NO_WORD_AFTER * word[-1].isascii()}" for word in words
    )
    return re.compile("|".join(bounded) or r"(?!)")


def _name_spans(
    pattern: re.Pattern[str], lines: Sequence[str], number: int, words: Lexicon
) -> Iterator[tuple[int, int]]:
    line = lines[number]
    bare = line.lstrip()
    if bare.startswith(("|", *(words.keywords[key] for key in _STEP_KEYWORDS))):
        yield from (match.span() for match in pattern.finditer(line))


def _assigns_label(line: str, word: str, id: str) -> bool:
    first, *others = cell_values(line) or [""]
    return first == id and word in others


def _is_prose_cell(lines: Sequence[str], number: int, begin: int, words: Lexicon) -> bool:
    """Return whether a cell is prose or a predefined heading.

    Examples tables never count: their author names the columns.
    """
    line = lines[number]
    if not line.lstrip().startswith("|"):
        return False
    first = first_row(lines, number)
    above = next((lines[at].strip() for at in range(first - 1, -1, -1) if lines[at].strip()), "")
    if above.replace("：", ":").startswith(f"{words.keywords['examples']}:"):
        return False
    headings, position = cell_values(lines[first]), cell_position(line, begin)
    heading = headings[position] if 0 <= position < len(headings) else ""
    columns = columns_headed(words, "", heading)
    return bool(columns) if number == first else any(map(is_prose, columns))


def is_prose(column: TableColumn) -> bool:
    """Return whether a column contains prose or evidence marks instead of names."""
    return column.cell in _PROSE_CELLS or column.key in _OTHER_PROSE_COLUMNS


HEADS = ("rule", "scenario", "outline")


@dataclass(slots=True)
class Symbol:
    """Rule, scenario or name in a file's outline; lines are counted from 0."""

    kind: str
    shown: str
    detail: str
    number: int
    column: int
    last: int
    inside: list[Symbol] = field(default_factory=list)


def symbols(reading: FolderAnalysis, file: str, language: str) -> list[Symbol]:
    """Return a file's symbols in order, nested in rules."""
    lines = reading.lines[file]
    ordered = sorted((*_headings(reading, file, language), *_definitions(reading, file, language)), key=_position)
    top: list[Symbol] = []
    rule: Symbol | None = None
    for symbol in ordered:
        if symbol.kind == "rule":
            rule = symbol
            top.append(symbol)
        else:
            (top if rule is None else rule.inside).append(symbol)
    _extend_to_next_symbol(top, len(lines) - 1)
    for symbol in top:
        _extend_to_next_symbol(symbol.inside, symbol.last)
    return top


def _extend_to_next_symbol(siblings: list[Symbol], last: int) -> None:
    for symbol, next_start in zip(siblings, [*(each.number for each in siblings[1:]), last + 1], strict=False):
        if symbol.kind in HEADS:
            symbol.last = max(next_start - 1, symbol.number)


def _position(symbol: Symbol) -> tuple[int, int]:
    return symbol.number, symbol.column


def _headings(reading: FolderAnalysis, file: str, language: str) -> Iterator[Symbol]:
    keywords = load_lexicon(language).keywords
    for number, line in enumerate(reading.lines[file]):
        bare = line.strip().replace("：", ":")
        for kind in HEADS:
            if bare.startswith(f"{keywords[kind]}:"):
                title = bare.partition(":")[2].strip() or keywords[kind]
                yield Symbol(kind, title, keywords[kind], number, len(line) - len(line.lstrip()), number)


def _definitions(reading: FolderAnalysis, file: str, language: str) -> Iterator[Symbol]:
    for name in reading.names[language].all if language in reading.names else ():
        location = reading.locations[language].get(name.path)
        if name.kind != "choices" and location is not None and location.path == file:
            detail = name.id if name.label and name.label != name.id else ""
            yield Symbol(name.kind, name.shown, detail, location.line - 1, location.column - 1, location.line - 1)


_message = message_factory(__name__)


class RenamingError(Exception):
    """Refused renaming of a name."""

    def __init__(self, why: Message) -> None:
        self.why = why
        super().__init__(why)


def renamed_occurrences(  # noqa: PLR0913
    reading: FolderAnalysis,
    names: Sequence[SymbolEntry],
    *,
    language: str,
    word: str,
    new: str,
    newest: PublishedVersion | None,
) -> list[Occurrence]:
    """Return the occurrences to replace without changing the compiled meaning.

    Ids are replaced in both languages, labels in one.

    Raises:
        RenamingError: If the draft does not compile or its meaning would change.
    """
    new = new.strip()
    name = check_renaming(reading, names, word, newest)
    matches = [
        occurrence
        for occurrence in occurrences(reading, name.path)
        if occurrence.word == word and (word == name.id or occurrence.file.endswith(f".{language}.feature"))
    ]
    # A word of the language, such as `year`, may be a name only in cells or also in sentences, so try fewer matches.
    in_cells = [match for match in matches if _fills_cell(reading.lines[match.file][match.number], match)]
    sentences = [
        match
        for match in matches
        if match in in_cells or not reading.lines[match.file][match.number].lstrip().startswith("|")
    ]
    problems: list[RenamingError] = []
    for chosen in (matches, *(fewer for fewer in (sentences, in_cells) if fewer != matches)):
        try:
            _check_meaning(reading, _replaced(reading.lines, chosen, new), (word, new))
        except RenamingError as problem:
            problems.append(problem)
        else:
            return chosen
    raise problems[0]


def _fills_cell(line: str, occurrence: Occurrence) -> bool:
    return line[: occurrence.begin].rstrip().endswith(("|", ",")) and line[occurrence.end :].lstrip().startswith(
        ("|", ",")
    )


def check_renaming(
    reading: FolderAnalysis, names: Sequence[SymbolEntry], word: str, newest: PublishedVersion | None
) -> SymbolEntry:
    """Return the single name of a word.

    Raises:
        RenamingError: If it is ambiguous, shared or a published id.
    """
    if len(names) != 1:
        kinds = tuple(dict.fromkeys(symbol.path for symbol in names))
        raise RenamingError(_message("SEVERAL_NAMES", word=word, paths=kinds) if names else _message("NO_NAME"))
    (name,) = names
    locations = [
        location
        for each in reading.locations.values()
        if (location := each.get(name.place)) and location.path in reading.paths
    ]
    if any(
        path.parent == vocabulary_folder(path.parent)
        for path in (reading.paths[location.path] for location in locations)
    ):
        raise RenamingError(_message("SHARED_NAME", word=word))
    if newest is not None and word == name.id and _is_published(newest, name):
        raise RenamingError(_message("PUBLISHED_ID", id=word, version=newest.name))
    return name


def _is_published(newest: PublishedVersion, name: SymbolEntry) -> bool:
    return any(symbol.path == name.path for symbol in build_symbol_table(newest.scorecard, "en", {}, {}).all)


def _replaced(lines: Mapping[str, Sequence[str]], targets: Sequence[Occurrence], new: str) -> dict[str, str]:
    written = {file: list(own) for file, own in lines.items()}
    for target in sorted(targets, reverse=True):
        line = written[target.file][target.number]
        written[target.file][target.number] = line[: target.begin] + new + line[target.end :]
    return {file: "\n".join(own) for file, own in written.items()}


def _check_meaning(reading: FolderAnalysis, written: Mapping[str, str], pair: tuple[str, str]) -> None:
    before = compile_folder({file: "\n".join(own) for file, own in reading.lines.items()})
    if before.scorecard is None:
        raise RenamingError(_message("MEND_FIRST", first=_first_error(before)))
    after = compile_folder(written)
    if after.scorecard is None:
        raise RenamingError(_message("NOT_COMPILED", word=pair[1], first=_first_error(after)))
    if not _is_same_renamed(scorecard_document(before.scorecard), scorecard_document(after.scorecard), pair):
        raise RenamingError(_message("OTHER_MEANING", word=pair[1]))


def _first_error(compiled: Compilation) -> str:
    first = next(diagnostic for diagnostic in compiled.diagnostics if diagnostic.severity is Severity.ERROR)
    return f"{first.location.path}:{first.location.line}: {first.message}"


def _is_same_renamed(before: Json, after: Json, pair: tuple[str, str]) -> bool:
    if isinstance(before, dict) and isinstance(after, dict):
        if len(before) != len(after):
            return False
        keys = zip(before, after, strict=True)
        return all(
            _is_same_renamed(old_key, other, pair) and _is_same_renamed(before[old_key], after[other], pair)
            for old_key, other in keys
        )
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(
            _is_same_renamed(*each, pair) for each in zip(before, after, strict=True)
        )
    if before == after or not isinstance(before, str):
        return before == after
    old, new = pair
    return re.sub(rf"(?<![A-Za-z0-9_-]){re.escape(old)}(?![A-Za-z0-9_-])", lambda _: new, before) == after
