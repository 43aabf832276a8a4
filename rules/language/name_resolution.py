"""Name resolution in one language: id formats, symbol tables and scopes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from rules.contracts.diagnostics import MAIN_VARIANT
from rules.model.expressions import PeriodEdge
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from rules.contracts.diagnostics import Location
    from rules.language.diagnostic_collector import DiagnosticReport
    from rules.language.lexicon import Lexicon
    from rules.language.patterns import SentencePattern
    from rules.language.punctuation import MarkNormalizer
    from rules.language.source import SourceText
    from rules.model.scorecard import FactDefinition

Item = TypeVar("Item")

_NAME_CHARACTER = re.compile(r"[A-Za-z0-9_]")
_ID_SEPARATORS = re.compile(r"\s*(?:[/;]|\s(?:or|and)\s|[或和])\s*")
_FORBIDDEN_IN_LABELS = re.compile(r"[;|<>]")


@dataclass(frozen=True, slots=True)
class IdFormat:
    """Regular expression and example for ids of one kind."""

    pattern: str
    example: str


CARD_ID = IdFormat(r"[a-z0-9][a-z0-9-]*", "zero-carbon-factory")
BASIS_ID = IdFormat(r"[a-z0-9][a-z0-9-]*", "gb-32150-5-2")
VALUE_ID = IdFormat(r"[a-z][a-z0-9_]*", "renewable_share")
CRITERION_ID = IdFormat(r"[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*", "G1")
SECTION_ID = IdFormat(r"[A-Za-z][A-Za-z0-9_-]*", "energy")
GRADE_ID = IdFormat(r"(?!none\Z)[A-Za-z0-9][A-Za-z0-9_+-]*", "5")
STAGE_ID = IdFormat(r"(?!none\Z)[A-Za-z0-9][A-Za-z0-9_-]*", "s2")
CHOICE_ID = IdFormat(r"[A-Za-z0-9][A-Za-z0-9_.+-]*", "certified")
FINDING_ID = IdFormat(r"[A-Za-z][A-Za-z0-9-]*(\.[A-Z][A-Z0-9_]*)?", "G2.PENALTY")
RULE_ID = IdFormat(FINDING_ID.pattern, "EU-4a")
EVIDENCE_ID = IdFormat(r"[a-z0-9][a-z0-9_-]*", "meter-reading")
SUBJECT_ID = IdFormat(r"[a-z][a-z0-9_-]*", "factory")


@dataclass(frozen=True, slots=True)
class NamedItem:
    """An item that conditions and formulas can name.

    `list` is set for a quantity of each record of that list, `edge` for the first or last day of a period.
    """

    id: str
    kind: str
    type: FactType
    unit: str = ""
    choices: SymbolTable[str] | None = None
    fact: FactDefinition | None = None
    list: str | None = None
    edge: PeriodEdge | None = None


class SymbolTable(Generic[Item]):
    """Ids and labels of one kind of item; several kinds may share one namespace."""

    def __init__(
        self,
        report: DiagnosticReport,
        marks: MarkNormalizer,
        form: IdFormat,
        *,
        shared: dict[str, Location] | None = None,
    ) -> None:
        self.report = report
        self.marks = marks
        self.form = form
        self.items: dict[str, Item] = {}
        self.labels: dict[str, str] = {}
        self._ids_by_word: dict[str, str] = {}
        self._own_locations: dict[str, Location] = {}
        self._id_locations = shared if shared is not None else self._own_locations
        self._label_locations: dict[str, Location] = {}
        self._reserved: set[str] = set()

    def declare(self, name: SourceText, item: Item) -> bool:
        """Add an item and return whether it was added; a malformed id is reported but added."""
        if not re.fullmatch(self.form.pattern, name.text):
            report_malformed_id(name, self.form, self.report)
        if name.text in self._reserved:
            self.report.add("RL014", name, "reserved", id=name.text)
            return False
        earlier_location = self._id_locations.get(name.text)
        if earlier_location is not None:
            self._report_taken(name, earlier_location)
            return False
        if name.text in self._ids_by_word:
            self._report_label(name, self._ids_by_word[name.text])
        self._id_locations[name.text] = self._own_locations[name.text] = name.location
        self.items[name.text] = item
        self._ids_by_word[name.text] = name.text
        return True

    def _report_taken(self, name: SourceText, earlier_location: Location) -> None:
        own, other = name.location, earlier_location
        if self.report.is_shared(own) and not self.report.is_shared(other):
            own, other = other, own
        problem = "shared" if self.report.is_shared(other) and not self.report.is_shared(own) else MAIN_VARIANT
        self.report.add("RL014", own, problem, id=name.text, place=show_place(other))

    def label(self, id: str, label: SourceText) -> None:
        match = _FORBIDDEN_IN_LABELS.search(label.text)
        if match:
            self.report.add(
                "RL019", label.part(match.start(), len(label.text)), "label", label=label.text, found=match[0]
            )
            return
        if id in self.labels and self.labels[id] != label.text:
            location = self._label_locations[id]
            self.report.add("RL014", label, "label", id=id, place=show_place(location))
            return
        labelled_id = self._ids_by_word.get(label.text)
        if labelled_id is not None and labelled_id != id:
            self._report_label(label, labelled_id)
            return
        self._ids_by_word[label.text] = id
        self.labels[id] = label.text
        self._label_locations[id] = label.location
        self.marks.keep(label.text)

    def _report_label(self, label: SourceText, labelled_id: str) -> None:
        location = self._label_locations.get(labelled_id) or self._own_locations.get(labelled_id)
        self.report.add(
            "RL015", label, label=label.text, id=labelled_id, place=show_place(location) if location else ""
        )

    def reserve(self, id: str, word: str, item: Item) -> None:
        self.items[id] = item
        self._ids_by_word[id] = self._ids_by_word[word] = id
        self._reserved.add(id)

    def id_of(self, word: str) -> str | None:
        return self._ids_by_word.get(word)

    def find(self, word: str) -> Item | None:
        return self.items.get(self._ids_by_word.get(word, ""))

    def words_of(self, fits: Callable[[Item], bool]) -> list[str]:
        return [word for word, id in self._ids_by_word.items() if fits(self.items[id])]

    def location(self, id: str) -> Location | None:
        return self._own_locations.get(id)

    @property
    def words(self) -> Mapping[str, str]:
        return self._ids_by_word


def report_malformed_id(name: SourceText, form: IdFormat, report: DiagnosticReport) -> None:
    """Report a malformed id; the error for a list of ids suggests commas."""
    parts = _ID_SEPARATORS.split(name.text)
    if len(parts) > 1 and all(re.fullmatch(form.pattern, part) for part in parts):
        report.add("RL019", name, "several", id=name.text, listed=", ".join(parts))
        report.broken.update(parts)
    else:
        report.add("RL019", name, "id", id=name.text, form=form.example)


def show_place(location: Location) -> str:
    """Format a location as file name and line."""
    return f"{location.path.rsplit('/', 1)[-1]}:{location.line}"


def is_inside_word(text: str, end: int) -> bool:
    """Return whether the position `end` splits a word."""
    return end < len(text) and bool(_NAME_CHARACTER.match(text[end - 1]) and _NAME_CHARACTER.match(text[end]))


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that a condition or formula may use; earlier tables hide later ones."""

    registries: tuple[SymbolTable[NamedItem], ...]
    visible: Callable[[NamedItem], bool] = lambda _: True

    def find(self, word: str) -> NamedItem | None:
        for registry in self.registries:
            item = registry.find(word)
            if item is not None and self.visible(item):
                return item
        return None

    def names_at(self, text: str, start: int = 0) -> Iterator[tuple[NamedItem, int]]:
        words = {word for registry in self.registries for word in registry.words if text.startswith(word, start)}
        for word in sorted(words, key=len, reverse=True):
            end = start + len(word)
            item = self.find(word)
            if item is not None and not is_inside_word(text, end):
                yield item, end

    def period_bounds_at(self, text: str, patterns: Mapping[str, SentencePattern]) -> Iterator[tuple[NamedItem, int]]:
        words = dict.fromkeys(word for registry in self.registries for word in registry.words if word in text)
        for word in sorted(words, key=len, reverse=True):
            named = self.find(word)
            if named is None or named.type is not FactType.PERIOD:
                continue
            for edge in PeriodEdge:
                end = patterns[edge].beginning(text, period=word)
                if end is not None and not is_inside_word(text, end):
                    yield replace(named, type=FactType.DATE, edge=edge), end

    @property
    def words(self) -> tuple[str, ...]:
        names = {
            word: item
            for registry in reversed(self.registries)
            for word, id in registry.words.items()
            if self.visible(item := registry.items[id])
        }
        return tuple(names)


def split_quantity_name(text: str, words: Lexicon) -> Mapping[str, tuple[int, int]] | None:
    """Return the spans of `id` and optional `label` in a quantity name; None without a valid id."""
    for parse in words.forms["labelled"].parses(text):
        if re.fullmatch(VALUE_ID.pattern, text[slice(*parse["id"])]):
            return parse
    return {"id": (0, len(text))} if re.fullmatch(VALUE_ID.pattern, text) else None
