"""Symbol table of a card: names by label or id, and the symbol at a position of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rules.language import is_inside_word, locate
from rules.model import YES_NO, Choice, FactDefinition, FactType, Setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.contracts import Location
    from rules.model import Scorecard

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
            if len(word) > len(best) and not word.isdigit() and any(_over(line, word, column)):
                best = word
        return best, self.by_word.get(best, ())

    def last_in(self, text: str) -> SymbolEntry | None:
        """Give the name that stands last in a text, the longest of those that end there."""
        best: tuple[int, int, SymbolEntry] | None = None
        for word, names in self.by_word.items():
            start = text.rfind(word)
            if start < 0 or word.isdigit() or is_inside_word(text, start + len(word)) or _begun(text, start):
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
            yield from _one(kind, f"{kind}[{definition.id}]", definition, language)
    for record in scorecard.records:
        for definition in record.fields:
            yield from _one("fields", f"records[{record.id}].fields[{definition.id}]", definition, language)
    for kind, items in (("bases", scorecard.bases), ("tables", scorecard.tables or ())):
        for each in items:
            yield from _one(kind, f"{kind}[{each.id}]", each, language)
    for stage in scorecard.stages.stages if scorecard.stages is not None else ():
        yield from _one("stages", f"stages.stages[{stage.id}]", stage, language)
    for level in scorecard.maturity.levels if scorecard.maturity is not None else ():
        yield from _one("levels", f"maturity.levels[{level.id}]", level, language)
    for rule in scorecard.verdicts.rules if scorecard.verdicts is not None else ():
        yield from _one("rules", f"verdicts.rules[{rule.id}]", rule, language)
    for position, grade in enumerate(scorecard.ladder.grades if scorecard.ladder is not None else ()):
        path = f"ladder.grades[{position}]"
        yield path, SymbolEntry("grades", grade.id, path, path, grade.labels.get(language, ""), grade)


def _one(kind: str, path: str, definition: object, language: str) -> Iterator[tuple[str, SymbolEntry]]:
    """Yield a name, and the choices that it has."""
    labels: Mapping[str, str] = getattr(definition, "labels", {})
    yield path, SymbolEntry(kind, str(getattr(definition, "id", "")), path, path, labels.get(language, ""), definition)
    if isinstance(definition, FactDefinition | Setting):
        for choice in definition.choices:
            inner = f"{path}.choices[{choice.id}]"
            label = choice.labels.get(language, "")
            yield inner, SymbolEntry("choices", choice.id, inner, f"{path}.choices", label, choice)


def _over(line: str, word: str, column: int) -> Iterator[bool]:
    """Say of each place of a word in a line that covers a column that it is no part of a longer word."""
    start = line.find(word, max(column - len(word), 0))
    while 0 <= start <= column:
        end = start + len(word)
        if column <= end and not is_inside_word(line, end) and not _begun(line, start):
            yield True
        start = line.find(word, start + 1)


def _begun(text: str, start: int) -> bool:
    """Say whether what begins here is only the end of a longer word."""
    return start > 0 and is_inside_word(text, start)
