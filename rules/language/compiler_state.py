"""Compiler state of one language: parsed parts, name registries and source locations."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar, cast

from rules.language import name_resolution
from rules.language.cell_parsers import CellParser
from rules.language.name_resolution import NamedItem, SymbolTable
from rules.language.source import SourceText
from rules.language.tables import read_table
from rules.model.expressions import AS_OF, STAGE, TOTAL_SCORE
from rules.model.scorecard import (
    Card,
    CaseValue,
    FactDefinition,
    FactType,
    LadderRow,
    Quantity,
    RecordType,
    Scale,
    Verdicts,
)
from rules.model.symbol_table import POINT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.contracts.diagnostics import Location
    from rules.language.diagnostic_collector import DiagnosticReport
    from rules.language.lexicon import Lexicon
    from rules.language.punctuation import MarkNormalizer
    from rules.language.source import Step
    from rules.language.tables import Table, TableRow
    from rules.model.expressions import Condition
    from rules.model.scorecard import StageRow, Tracks

Part = TypeVar("Part")

GATE, INDICATOR = "gate", "indicator"
CONDITION = "condition"
DATE_LOOKUP = "date"


@dataclass(slots=True)
class DefinitionDraft:
    """A definition sentence with its table, the possible parses of its slots, and the ids it defines."""

    production: str
    step: Step
    readings: tuple[Mapping[str, SourceText], ...]
    subjects: list[str] = field(default_factory=list)
    tables: dict[str, Table | None] = field(default_factory=dict)

    @property
    def slots(self) -> Mapping[str, SourceText]:
        return self.readings[0]


@dataclass(slots=True)
class RecordDraft:
    """The fields of one record type."""

    fields: SymbolTable[NamedItem]
    definitions: dict[str, FactDefinition] = field(default_factory=dict)


class ScorecardDraft:
    """The scorecard parts and name registries of one language."""

    def __init__(self, words: Lexicon, report: DiagnosticReport, marks: MarkNormalizer) -> None:
        self.words = words
        self.report = report
        self.marks = marks
        self.cells = CellParser(words, report, marks)
        self.locations: dict[str, Location] = {}
        self.ids: dict[str, Location] = {}
        self.values = self._registry(NamedItem, name_resolution.VALUE_ID, self.ids)
        self.criteria = self._registry(str, name_resolution.CRITERION_ID, self.ids)
        self.records = self._registry(RecordDraft, name_resolution.VALUE_ID)
        self.sections = self._registry(str, name_resolution.SECTION_ID)
        self.stages = self._registry(str, name_resolution.STAGE_ID, self.ids)
        self.grades = self._registry(str, name_resolution.GRADE_ID)
        self.levels = self._registry(str, name_resolution.CHOICE_ID)
        codes: dict[str, Location] = {}
        self.findings = self._registry(str, name_resolution.FINDING_ID, codes)
        self.rules = self._registry(str, name_resolution.RULE_ID, codes)
        self.results = self._registry(NamedItem, name_resolution.VALUE_ID)
        self.record_results = self._registry(NamedItem, name_resolution.VALUE_ID)
        self.bases = self._registry(str, name_resolution.BASIS_ID)
        self.called: dict[str, tuple[SourceText, SourceText]] = {}
        self.card: Card | None = None
        self.facts: dict[str, FactDefinition] = {}
        self.record_types: dict[str, RecordType] = {}
        self.case: dict[str, CaseValue] = {}
        self.shared_case: dict[str, CaseValue] = {}
        self.quantities: dict[str, Quantity] = {}
        self.tables = self._registry(str, name_resolution.VALUE_ID)
        self.applies: Condition = ()
        self.scales: dict[str, Scale] = {}
        self._parts: dict[type[object], object] = {}
        self._defined: dict[type[object], object] = {}
        self.stage_rows: list[StageRow] = []
        self.tracks: Tracks | None = None
        self.ladder: list[LadderRow] = []
        self.verdicts: Verdicts | None = None
        self.remedies: dict[str, dict[str, str]] = {}
        self.strayed: set[str] = set()
        """Records with an invalid statement of the list that contains them."""
        self._reserve(AS_OF, NamedItem(AS_OF, "reserved", FactType.DATE))
        self._reserve(TOTAL_SCORE, NamedItem(TOTAL_SCORE, "reserved", FactType.NUMBER, unit=POINT))
        self._reserve(STAGE, NamedItem(STAGE, "reserved", FactType.CHOICE, choices=self.stages))

    def _registry(
        self,
        _kind: type[name_resolution.Item],
        form: name_resolution.IdFormat,
        shared: dict[str, Location] | None = None,
    ) -> SymbolTable[name_resolution.Item]:
        return SymbolTable[name_resolution.Item](self.report, self.marks, form, shared=shared)

    def _reserve(self, id: str, named: NamedItem) -> None:
        self.values.reserve(id, self.words.words["reserved"].write(id), named)

    def field_registry(self) -> SymbolTable[NamedItem]:
        return SymbolTable[NamedItem](self.report, self.marks, name_resolution.VALUE_ID)

    def choice_registry(self) -> SymbolTable[str]:
        return SymbolTable[str](self.report, self.marks, name_resolution.CHOICE_ID)

    def flag_registry(self) -> SymbolTable[str]:
        answers = self.choice_registry()
        for key, word in self.words.words["answers"].by_key.items():
            answers.reserve(key, word, key)
            answers.labels[key] = word
        return answers

    def table(self, definition: DefinitionDraft, kind: str = "") -> Table | None:
        kind = kind or definition.production
        if kind not in definition.tables:
            definition.tables[kind] = read_table(definition.step, kind, self.words, self.report)
        return definition.tables[kind]

    def rows(self, definition: DefinitionDraft, kind: str = "") -> tuple[TableRow, ...]:
        table = self.table(definition, kind)
        return () if table is None else table.rows

    def cell_pairs(
        self, definition: DefinitionDraft, first: str, second: str
    ) -> Iterator[tuple[SourceText, SourceText]]:
        """Yield two cells of each row; report and skip a row that lacks one of them."""
        for row in self.rows(definition):
            one, other = row.need(first), row.need(second)
            if one is not None and other is not None:
                yield one, other

    def set_location(self, path: str, where: SourceText | Location | None) -> None:
        if where is not None:
            self.locations.setdefault(path, where.location if isinstance(where, SourceText) else where)

    def claim(self, path: str, name: SourceText, where: SourceText | None = None) -> bool:
        """Store the location of a part that may be stated once; report a second statement and return False."""
        if path in self.locations:
            self.cells.refuse_twice(name, self.locations[path])
            return False
        self.set_location(path, name if where is None else where)
        return True

    def first(self, path: str, definition: DefinitionDraft) -> bool:
        """Store the location of a sentence that may occur once; report a second one and return False."""
        known = self.locations.get(path)
        if known is not None and known != definition.step.sentence.location:
            text = definition.step.sentence
            self.cells.refuse_twice(text, known)
            return False
        self.set_location(path, definition.step.sentence)
        return True

    def part(self, kind: type[Part]) -> Part:
        stored_part = self._parts.setdefault(kind, kind())
        if not isinstance(stored_part, kind):
            raise TypeError(f"{kind.__name__} is kept under its own type")
        return stored_part

    def defined(self, kind: type[Part]) -> dict[str, Part]:
        return cast("dict[str, Part]", self._defined.setdefault(kind, {}))

    def named_fact(self, name: SourceText) -> NamedItem | None:
        named = self.values.find(name.text)
        if named is not None and named.kind == "fact":
            return named
        self.cells.unknown_name(name, self.values.words_of(lambda item: item.kind == "fact"), "facts")
        return None

    def has_stages(self, name: SourceText) -> bool:
        if not self.stages.items and not self.report.incomplete:
            self.report.add("RL027", name, "stages", sentence=self.words.sentences["stages"].write())
        return bool(self.stages.items)

    def refuse_stage(self, name: SourceText) -> bool:
        if self.values.id_of(name.text) != STAGE:
            return False
        self.report.add("RL016", name, "stage_place", found=self.words.words["reserved"].write(STAGE))
        return True

    def choose(self, definition: DefinitionDraft, *slots: str) -> Mapping[str, SourceText]:
        """Return the parse with the fewest undeclared names in these slots."""
        return min(
            definition.readings, key=lambda reading: sum(not self.knows(slot, reading[slot].text) for slot in slots)
        )

    def knows(self, slot: str, word: str) -> bool:
        match slot:
            case "indicator" | "gate":
                return self.criteria.find(word) == slot
            case "record":
                return self.records.find(word) is not None
            case "each":
                return self.records.find(word) is not None or self.values.find(word) is not None
            case "unit":
                return self.cells.is_unit(word)
            case _:
                return self.values.find(word) is not None

    def basis(self, row: TableRow, path: str) -> tuple[str, ...]:
        cell = row.need("basis")
        if cell is None:
            return ()
        self.set_location(f"{path}.basis", cell)
        return self.known_bases(cell)

    def known_bases(self, cell: SourceText) -> tuple[str, ...]:
        return tuple(self._known_bases(cell))

    def _known_bases(self, cell: SourceText) -> Iterator[str]:
        for part in self.cells.items(cell):
            if self.bases.find(part.text) is None:
                self.report.add_unknown("RL050", part, self.bases.words, basis=part.text)
            else:
                yield part.text

    def labels(self, registry: SymbolTable[name_resolution.Item], id: str) -> dict[str, str]:
        label = registry.labels.get(id)
        return {} if label is None else {self.words.language: label}

    def words_for(self, text: SourceText | None) -> dict[str, str]:
        return {} if text is None else {self.words.language: text.text}
