"""Codec of definition table rows: cell readers and writers by column type.

`table_columns` says of which type the cells of each column are; here stands once for each type how it is read and how
it is written. What depends on other cells of its row is handed over as given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from rules.contracts.numbers import RoundingMode
from rules.language.compiler_state import DATE_LOOKUP
from rules.language.conditions import ConditionParser, value_scope
from rules.language.dates import DateParser
from rules.language.name_resolution import CARD_ID, Scope
from rules.language.table_columns import TABLES, CellType
from rules.model.scorecard import Rounding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from rules.contracts.inputs import FrozenModel
    from rules.language.compiler_state import DefinitionDraft, ScorecardDraft
    from rules.language.definition_sentences import ResolvedDefinition
    from rules.language.name_resolution import SymbolTable
    from rules.language.render import Renderer
    from rules.language.source_text import SourceText
    from rules.language.table_columns import TableColumn
    from rules.language.tables import TableRow
    from rules.model.expressions import Condition, DateExpression

Cells = dict[str, str]
"""The cells of one row by the keys of their columns."""
Read = dict[str, object]
"""What was read for one part of the model, by its fields."""
_VERSION = re.compile(r"(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){2}")
_MOST_PLACES = 12


@dataclass(frozen=True, slots=True)
class SentenceCells:
    """What fills a definition sentence: its slots, and the rows of its table; None if it has no table.

    `production` is named if another sentence says it than the one that stood there, `table` if its table is called
    otherwise than the sentence. Where columns are names of the card, `headed_table` is the table with its heading, and
    `row_paths` says where in what the sentence defines each row of it stands in the model.
    """

    slots: Mapping[str, str]
    rows: Sequence[Cells] | None = None
    production: str = ""
    table: str = ""
    headed_table: Sequence[Sequence[str]] = ()
    row_paths: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _CellReader:
    """One cell that is read, with its place in the model."""

    draft: ScorecardDraft
    column: TableColumn
    cell: SourceText
    path: str

    def condition(self) -> Condition | None:
        return ConditionParser(self.draft, value_scope(self.draft)).read(self.cell, self.path)

    def outcome_condition(self) -> Condition | None:
        return outcome_conditions(self.draft).read(self.cell, self.path)

    def whole(self) -> int | None:
        return self.draft.cells.whole_number(self.cell, low=1, high=self.column.most, unit=self.column.of)

    def id(self) -> str | None:
        return self.draft.cells.id(self.cell, self.column.form or CARD_ID)

    def ids(self) -> tuple[str, ...]:
        parts = self.draft.cells.items(self.cell)
        read = (self.draft.cells.id(part, self.column.form or CARD_ID) for part in parts)
        return tuple(dict.fromkeys(item_id for item_id in read if item_id is not None))

    def section(self) -> str | None:
        return self._section(self.cell)

    def _section(self, name: SourceText) -> str | None:
        sections = self.draft.sections
        section_id = sections.id_of(name.text)
        if section_id is None:
            self.draft.cells.unknown_name(name, sections.words, "sections")
        return section_id

    def sections(self) -> tuple[str, ...]:
        if self.draft.words.words["values"].read(self.cell.text) == "none":
            return ()
        single = self.draft.sections.find(self.cell.text) is not None
        read = (self._section(part) for part in ((self.cell,) if single else self.draft.cells.items(self.cell)))
        return tuple(dict.fromkeys(section_id for section_id in read if section_id is not None))

    def version(self) -> str | None:
        plain = self.draft.marks.plain(self.cell)
        if _VERSION.fullmatch(plain.text):
            return plain.text
        self.draft.report.add("RL022", plain, "version", text=plain.text)
        return None

    def time_zone(self) -> str | None:
        if self.cell.text in _zones():
            return self.cell.text
        self.draft.report.add("RL022", self.cell, "zone", text=self.cell.text)
        return None

    def rounding(self) -> Rounding | None:
        plain, cells = self.draft.marks.plain(self.cell), self.draft.cells
        pattern = self.draft.words.forms["rounding"]
        for slots in pattern.read(plain):
            mode = cells.word(slots["mode"], "roundings")
            places = cells.whole_number(slots["places"], low=0, high=_MOST_PLACES)
            return None if mode is None or places is None else Rounding(places=places, mode=RoundingMode(mode))
        modes = (self.draft.words.words["roundings"].write(mode) for mode in RoundingMode)
        cells.not_a_word(plain, tuple(pattern.write(mode=mode, places="2") for mode in modes))
        return None

    def places(self) -> Rounding | None:
        plain, card = self.draft.marks.plain(self.cell), self.draft.card
        pattern = self.draft.words.forms["places"]
        for slots in pattern.read(plain):
            places = self.draft.cells.whole_number(slots["places"], low=0, high=_MOST_PLACES)
            return None if places is None or card is None else Rounding(places=places, mode=card.rounding.mode)
        self.draft.cells.not_a_word(plain, (pattern.write(places="2"),))
        return None

    def day(self) -> DateExpression | None:
        scope = Scope((self.draft.values,), lambda named: named.kind == DATE_LOOKUP)
        return DateParser(self.draft.cells, scope, ("date_lookup",)).expression(self.cell)


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def outcome_conditions(draft: ScorecardDraft) -> ConditionParser:
    """Read conditions that may ask for scores and outcomes, too, as those of grades and findings do."""
    scope = Scope((draft.values,), lambda named: named.kind != DATE_LOOKUP)
    return ConditionParser(draft, scope, about_criteria=True)


_READERS: Mapping[CellType, Callable[[_CellReader], object]] = {
    CellType.ID: _CellReader.id,
    CellType.IDS: _CellReader.ids,
    CellType.WORDS: lambda at: at.draft.words_for(at.cell),
    CellType.TEXT: lambda at: at.cell.text,
    CellType.WORD: lambda at: at.draft.cells.word(at.cell, at.column.of),
    CellType.YES: lambda at: {"yes": True, "no": False}.get(at.draft.cells.word(at.cell, "answers") or ""),
    CellType.NUMBER: lambda at: at.draft.cells.number(at.cell),
    CellType.WHOLE: _CellReader.whole,
    CellType.VERSION: _CellReader.version,
    CellType.TIME_ZONE: _CellReader.time_zone,
    CellType.DATE: lambda at: at.draft.cells.date(at.cell),
    CellType.ROUNDING: _CellReader.rounding,
    CellType.PLACES: _CellReader.places,
    CellType.SECTION: _CellReader.section,
    CellType.SECTIONS: _CellReader.sections,
    CellType.BASES: lambda at: at.draft.known_bases(at.cell),
    CellType.CONDITION: _CellReader.condition,
    CellType.OUTCOME_CONDITION: _CellReader.outcome_condition,
    CellType.DAY: _CellReader.day,
}
_WRITERS: Mapping[CellType, Callable[..., str]] = {
    CellType.LABEL: lambda render, _, value: render.localized(value),
    CellType.WORDS: lambda render, _, value: render.localized(value),
    CellType.NAME: lambda render, _, value: render.name(value),
    CellType.WORD: lambda render, column, value: render.words.words[column.of].write(value),
    CellType.YES: lambda render, _, value: render.words.words["answers"].write("yes") if value else "",
    CellType.NUMBER: lambda render, _, value: render.number(value),
    CellType.WHOLE: lambda render, column, value: render.words.write_number(str(value), column.of),
    CellType.UNIT: lambda render, _, value: render.words.write_unit(value),
    CellType.DATE: lambda _, __, value: value.isoformat(),
    CellType.ROUNDING: lambda render, _, value: render.words.forms["rounding"].write(
        mode=render.words.words["roundings"].write(value.mode), places=str(value.places)
    ),
    CellType.PLACES: lambda render, _, value: render.words.forms["places"].write(places=str(value.places)),
    CellType.IDS: lambda render, _, value: render.listed(value),
    CellType.SECTIONS: lambda render, _, value: render.listed(value) or render.words.words["values"].write("none"),
    CellType.CHOICES: lambda render, _, value: render.listed(choice.id for choice in value),
    CellType.BASES: lambda render, _, value: render.listed(value),
    CellType.CONDITION: lambda render, _, value: render.condition(value),
    CellType.OUTCOME_CONDITION: lambda render, _, value: render.condition(value),
    CellType.DAY: lambda render, _, value: render.date(value),
}
"""How each type is written; what is not listed stands in the model as it stands in the cell."""


def independent_cell_types() -> frozenset[CellType]:
    """Give the types of cells that are read without another cell of their row."""
    return frozenset(_READERS)


def read_cell(draft: ScorecardDraft, column: TableColumn, cell: SourceText, path: str) -> object | None:
    """Read one cell by the type of its column; None if it cannot be read, which is reported."""
    return _READERS[column.cell](_CellReader(draft, column, cell, path))


def read_cells(
    draft: ScorecardDraft, row: TableRow, kind: str, path: str, known_values: Mapping[str, object] | None = None
) -> Read | None:
    """Read what a row says of one part of the model, by its fields; None if what the part must have cannot be read.

    The id is declared before, by `declare_row`. The `known_values` have been read already, by their fields.
    """
    read: Read = {}
    sound = True
    for column in TABLES[kind].columns:
        declared = column.cell is CellType.LABEL or (column.cell is CellType.ID and column.form is None)
        if declared or column.cell is CellType.BY_HAND:
            continue
        known = known_values is not None and column.field in known_values
        cell = row.need(column.key) if column.needed and not known else row.get(column.key)
        draft.set_location(f"{path}.{column.field}", cell)
        if known:
            continue
        value = None if cell is None else read_cell(draft, column, cell, f"{path}.{column.field}")
        if value is None and column.cell is CellType.BASES:
            read[column.field] = ()
        elif value is None:
            sound = sound and not column.needed
        elif value is not False:
            read[column.field] = value
    return {**read, **(known_values or {})} if sound else None


def write_cells(render: Renderer, part: FrozenModel, kind: str, known_cells: Cells | None = None) -> Cells:
    """Write the row of one part of the model; what is as it would be without a cell is left blank."""
    return {
        column.key: known_cells[column.key]
        if known_cells is not None and column.key in known_cells
        else write_cell(render, part, column)
        for column in TABLES[kind].columns
    }


def write_cell(render: Renderer, part: FrozenModel, column: TableColumn) -> str:
    """Write one cell by the type of its column."""
    value = getattr(part, column.field)
    if value is None or (not column.needed and value == type(part).model_fields[column.field].default):
        return ""
    writer = _WRITERS.get(column.cell)
    return str(value) if writer is None else writer(render, column, value)


def write_definition_rows(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Write the rows of the parts of the model that a table defines, in its order, where its columns say all of it."""
    parts = {part.id: part for part in getattr(render.scorecard, TABLES[definition.production].parts.path)}
    return SentenceCells({}, [write_cells(render, parts[id], definition.production) for id in definition.ids])


def declare_row(draft: ScorecardDraft, definition: DefinitionDraft, row: TableRow, item: object) -> bool:
    """Declare what a row defines, with its label, so that others can name it; say whether its id is new."""
    registry: SymbolTable[object] = getattr(draft, TABLES[definition.production].parts.registry)
    name, label = row.need(id_column(definition)), row.get("label")
    if name is None or not registry.declare(name, item):
        return False
    definition.subjects.append(name.text)
    path = model_path_of(definition, name.text)
    draft.set_location(path, name)
    draft.set_location(f"{path}.labels", label)
    if label is not None:
        registry.label(name.text, label)
    return True


def model_path_of(definition: DefinitionDraft, id: str) -> str:
    """Give the path in the model of what a table defines under an id."""
    return f"{TABLES[definition.production].parts.path}[{id}]"


def id_column(definition: DefinitionDraft) -> str:
    """Give the key of the column that names what each row is about: the first one."""
    return TABLES[definition.production].columns[0].key


def read_definition_rows(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Declare and read what each row of a table defines, where its columns say all of it."""
    for row in draft.rows(definition):
        name = row.get(id_column(definition))
        id = name.text if name is not None else ""
        read = read_cells(draft, row, definition.production, model_path_of(definition, id))
        if declare_row(draft, definition, row, id) and read is not None:
            add_part(draft, definition.production, id, read)


def add_part(draft: ScorecardDraft, kind: str, id: str, read: Read) -> None:
    """Make the part of the model that a row of a table defines, from what was read for its fields."""
    part = TABLES[kind].parts.kind
    draft.defined(part)[id] = part.model_validate({"id": id, **read})


def declared_rows(draft: ScorecardDraft, definition: DefinitionDraft) -> Iterator[tuple[str, TableRow]]:
    """Give the rows of a table that say more of what it declared, each with the id that it is about."""
    for row in draft.rows(definition):
        name = row.get(id_column(definition))
        if name is not None and name.text in definition.subjects:
            yield name.text, row
