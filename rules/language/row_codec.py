"""Codec of definition table rows: cell readers and writers by column type.

`table_columns` defines the type of each column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, cast
from zoneinfo import available_timezones

from rules.contracts.numbers import RoundingMode, format_exact
from rules.contracts.units import convert
from rules.language.cell_parsers import read_left_open
from rules.language.compiler_state import DATE_LOOKUP
from rules.language.conditions import ConditionParser, read_when, value_scope
from rules.language.dates import DateParser
from rules.language.formulas import DateFormulaParser, FormulaParser
from rules.language.name_resolution import CARD_ID, VALUE_ID, Scope
from rules.language.render import keys_text
from rules.language.table_columns import TABLES, CellType
from rules.model.expressions import DateExpression, NumberLiteral
from rules.model.scorecard import FactType, KeyDerivation, Rounding, TableKey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date
    from fractions import Fraction

    from rules.contracts.inputs import FrozenModel
    from rules.language.compiler_state import DefinitionDraft, ScorecardDraft
    from rules.language.definition_sentences import ResolvedDefinition
    from rules.language.name_resolution import NamedItem, SymbolTable
    from rules.language.render import Renderer
    from rules.language.source import SourceText
    from rules.language.table_columns import TableColumn
    from rules.language.tables import TableRow
    from rules.model.expressions import Condition, Formula, UndeterminedFormula
    from rules.model.quantities import ConditionRow
    from rules.model.scorecard import LadderRow

Cells = dict[str, str]
Read = dict[str, object]
_VERSION = re.compile(r"(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){2}")
_MAX_DECIMAL_PLACES = 12


@dataclass(frozen=True, slots=True)
class SentenceCells:
    """Content of a definition sentence; `rows` is None if it has no table.

    `production` is set if a different sentence must be written, `table` if the table has another key. `headed_table` is
    set if the headings are names of the scorecard. `row_paths` are the model paths of its rows, relative to the defined
    item.
    """

    slots: Mapping[str, str]
    rows: Sequence[Cells] | None = None
    production: str = ""
    table: str = ""
    headed_table: Sequence[Sequence[str]] = ()
    row_paths: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class RowBases:
    """Reader of the basis of each row; a basis in the sentence applies to all its rows."""

    draft: ScorecardDraft
    sentence: SourceText
    sentence_basis: SourceText | None
    known: tuple[str, ...]

    def read(self, row: TableRow | None, path: str) -> tuple[str, ...]:
        if self.sentence_basis is not None:
            own = row.get("basis") if row is not None else None
            if own is not None:
                self.draft.report.add("RL050", own, "twice", sentence=self.sentence_basis.text)
            self.draft.set_location(path, self.sentence_basis)
            return self.known
        if row is None or "basis" not in row.cells:
            self._report_missing_basis()
            return ()
        cell = row.need("basis")
        self.draft.set_location(path, cell)
        return () if cell is None else self.draft.known_bases(cell)

    def _report_missing_basis(self) -> None:
        words = self.draft.words
        known = next(iter(self.draft.bases.items), "…")
        written = words.sentences["quantity"].write(quantity="…", bases=known)
        column = words.columns["quantity"].write("basis")
        self.draft.report.add("RL050", self.sentence, "unsaid", sentence=written, column=column)


@dataclass(frozen=True, slots=True)
class RowContext:
    """Values outside a cell that its reader or writer needs.

    - `known`: available values, by field when reading, by column key when writing
    - `scope`: names that cells may use
    - `named`: item that the sentence defines or measures; `called` is its name there
    - `bases`: reader of the basis of each row
    - `basis_in_sentence`: the sentence states the basis, so none is written
    - `among_cases`: the condition is one of several cases or an exception
    - `alone`: the row is the only one
    - `each`: True for per-row columns, False for shared columns, None for all
    """

    known: Mapping[str, object] = field(default_factory=dict)
    scope: Scope | None = None
    named: NamedItem | None = None
    bases: RowBases | None = None
    basis_in_sentence: bool = False
    alone: bool = False
    called: str = ""
    among_cases: bool = False
    each: bool | None = None


_NO_CONTEXT = RowContext()


@dataclass(frozen=True, slots=True)
class _CellReader:
    draft: ScorecardDraft
    column: TableColumn
    cell: SourceText
    path: str
    context: RowContext = _NO_CONTEXT

    @property
    def scope(self) -> Scope:
        return self.context.scope or value_scope(self.draft)

    @property
    def named(self) -> NamedItem:
        if self.context.named is None:
            raise TypeError(f"a cell of {self.column.key} is read without what it is about")
        return self.context.named

    def condition(self) -> Condition | None:
        parser = ConditionParser(self.draft, self.scope, among_cases=self.context.among_cases)
        return parser.read(self.cell, self.path)

    def outcome_condition(self) -> Condition | None:
        return _outcome_conditions(self.draft).read(self.cell, self.path)

    def formula(self) -> Formula | None:
        named, cells = self.named, self.draft.cells
        if named.type is FactType.DATE:
            return DateFormulaParser(cells, self.scope).read(self.cell)
        return FormulaParser(cells, self.scope).read(self.cell, named.id, named.unit)

    def amount(self) -> Fraction | None:
        measure = self.draft.cells.fitting(self.cell, self.named.id, self.named.unit)
        return None if measure is None else convert(measure.value, measure.unit, self.named.unit)

    def value(self) -> NumberLiteral | UndeterminedFormula | None:
        undetermined = read_left_open(self.draft.cells, self.cell)
        number = None if undetermined is not None else self.draft.cells.number(self.cell)
        return undetermined if number is None else NumberLiteral(value=number, unit=self.named.unit)

    def whole(self) -> int | None:
        return self.draft.cells.whole_number(self.cell, low=1, high=self.column.most, unit=self.column.of)

    def yes(self) -> bool | None:
        word = self.draft.cells.word(self.cell, self.column.word_group)
        return None if word is None else word == _YES_WORDS[self.column.word_group]

    def id(self) -> str | None:
        return self.draft.cells.id(self.cell, self.column.form or CARD_ID)

    def ids(self) -> tuple[str, ...]:
        parts = self.draft.cells.items(self.cell)
        read = (self.draft.cells.id(part, self.column.form or CARD_ID) for part in parts)
        return tuple(dict.fromkeys(item_id for item_id in read if item_id is not None))

    def name(self) -> str | None:
        if self.column.of == "facts":
            named = self.draft.named_fact(self.cell)
            return None if named is None else named.id
        return self._defined(self.cell, self.column.of)

    def _defined(self, name: SourceText, parts: str) -> str | None:
        registry: SymbolTable[object] = getattr(self.draft, parts)
        id = registry.id_of(name.text)
        if id is None:
            self.draft.cells.unknown_name(name, registry.words, _DEFINING_PRODUCTIONS.get(parts, parts))
        return id

    def sections(self) -> tuple[str, ...]:
        if self._is_value_word("none"):
            return ()
        single = self.draft.sections.find(self.cell.text) is not None
        parts = (self.cell,) if single else self.draft.cells.items(self.cell)
        read = (self._defined(part, "sections") for part in parts)
        return tuple(dict.fromkeys(section_id for section_id in read if section_id is not None))

    def choice(self) -> str | None:
        choices = self.named.choices
        id = None if choices is None else choices.id_of(self.cell.text)
        if choices is not None and id is None:
            self.draft.cells.unknown_choice(self.cell, choices, self.context.called)
        return id

    def version(self) -> str | None:
        plain = self.draft.marks.plain(self.cell)
        if _VERSION.fullmatch(plain.text):
            return plain.text
        self.draft.report.add("RL022", plain, "version", text=plain.text)
        return None

    def time_zone(self) -> str | None:
        if self.cell.text in _time_zones():
            return self.cell.text
        self.draft.report.add("RL022", self.cell, "zone", text=self.cell.text)
        return None

    def rounding(self) -> Rounding | None:
        plain, cells = self.draft.marks.plain(self.cell), self.draft.cells
        pattern = self.draft.words.forms["rounding"]
        for slots in pattern.read(plain):
            mode = cells.word(slots["mode"], "roundings")
            places = cells.whole_number(slots["places"], low=0, high=_MAX_DECIMAL_PLACES)
            return None if mode is None or places is None else Rounding(places=places, mode=RoundingMode(mode))
        modes = (self.draft.words.words["roundings"].write(mode) for mode in RoundingMode)
        cells.not_a_word(plain, tuple(pattern.write(mode=mode, places="2") for mode in modes))
        return None

    def places(self) -> Rounding | None:
        plain, card = self.draft.marks.plain(self.cell), self.draft.card
        pattern = self.draft.words.forms["places"]
        for slots in pattern.read(plain):
            places = self.draft.cells.whole_number(slots["places"], low=0, high=_MAX_DECIMAL_PLACES)
            return None if places is None or card is None else Rounding(places=places, mode=card.rounding.mode)
        self.draft.cells.not_a_word(plain, (pattern.write(places="2"),))
        return None

    def day(self) -> DateExpression | None:
        scope = Scope((self.draft.values,), lambda named: named.kind == DATE_LOOKUP)
        return DateParser(self.draft.cells, scope, ("date_lookup",)).expression(self.cell)

    def day_or_never(self) -> DateExpression | str | None:
        if self._is_value_word("never"):
            return "never"
        day = self.draft.cells.date(self.cell)
        return None if day is None else DateExpression(literal=day)

    def first_day(self) -> date | None:
        plain = self.draft.marks.plain(self.cell)
        earlier = self.draft.words.words["values"].read(plain.text) == "earlier"
        return None if earlier else self.draft.cells.date(self.cell)

    def _is_value_word(self, word: str) -> bool:
        return self.draft.words.words["values"].read(self.cell.text) == word

    def keys(self) -> tuple[TableKey, ...]:
        return tuple(_keys(self.draft, self.cell, self.scope))


_READ_AS_WORDS = (FactType.CHOICE, FactType.TEXT)
_QUOTE = "'"


def _keys(draft: ScorecardDraft, cell: SourceText, scope: Scope) -> Iterator[TableKey]:
    seen: set[str] = set()
    for part in draft.marks.plain(cell).split(";"):
        key = _key(draft, part, scope)
        if key is None:
            continue
        if key.column in seen:
            draft.report.add("RL080", part, "twice", column=key.column)
        seen.add(key.column)
        yield key


def _key(draft: ScorecardDraft, text: SourceText, scope: Scope) -> TableKey | None:
    forms = draft.words.forms
    slots = next(forms["key_is"].read(text), None)
    if slots is None:
        written = forms["key_is"].write(column="cn_code", value="cn_code")
        draft.report.add("RL080", text, "main", text=text.text, example=written)
        return None
    column, value = slots["column"], slots["value"]
    if draft.cells.id(column, VALUE_ID) is None:
        return None
    if len(value.text) > 1 and value.text[0] == value.text[-1] == _QUOTE:
        return TableKey(column=column.text, word=value.text[1:-1])
    named = scope.find(value.text)
    if named is not None:
        return _named_key(draft, column, value, named)
    for form, derivation in (("year_of", KeyDerivation.YEAR), ("quarter_of", KeyDerivation.QUARTER)):
        for dated in forms[form].read(value):
            day = scope.find(dated["date"].text)
            if day is not None:
                return _dated_key(draft, column, dated["date"], day, derivation)
    draft.cells.unknown_name(value, scope.words, "facts")
    return None


def _named_key(draft: ScorecardDraft, column: SourceText, value: SourceText, named: NamedItem) -> TableKey | None:
    if named.type in _READ_AS_WORDS:
        return TableKey(column=column.text, name=named.id)
    forms, kind = draft.words.forms, draft.cells.type_word(named.type)
    if named.type is FactType.DATE:
        examples = [forms[form].write(date=value.text) for form in ("year_of", "quarter_of")]
        draft.report.add("RL080", value, "date", name=value.text, examples=draft.words.separator.join(examples))
    else:
        draft.report.add("RL080", value, "kind", name=value.text, type=kind)
    return None


def _dated_key(
    draft: ScorecardDraft, column: SourceText, date: SourceText, day: NamedItem, derivation: KeyDerivation
) -> TableKey | None:
    if day.type is FactType.DATE:
        return TableKey(column=column.text, name=day.id, reading=derivation)
    draft.cells.refuse_type(date, day.type, "date")
    return None


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _outcome_conditions(draft: ScorecardDraft) -> ConditionParser:
    scope = Scope((draft.values,), lambda named: named.kind != DATE_LOOKUP)
    return ConditionParser(draft, scope, about_criteria=True)


def split_exception(draft: ScorecardDraft, cell: SourceText) -> tuple[SourceText, bool]:
    """Return the condition without the word for "unless", and whether that word was present."""
    for slots in draft.words.forms["unless"].read(cell):
        return slots["condition"], True
    return cell, False


_YES_WORDS = {"answers": "yes", "comparisons": "rounded"}
_DEFINING_PRODUCTIONS = {"rules": "verdict_rules"}


def read_cell(
    draft: ScorecardDraft, column: TableColumn, cell: SourceText, path: str, context: RowContext = _NO_CONTEXT
) -> object | None:
    """Read one cell by column type; None if it is invalid, which is reported.

    In a `FIRST_DAY` column, None also means all earlier days.
    """
    return CELL_CODECS[column.cell].read(_CellReader(draft, column, cell, path, context))


def read_cells(
    draft: ScorecardDraft, row: TableRow, kind: str, path: str, context: RowContext = _NO_CONTEXT
) -> Read | None:
    """Read a row except id and label; None if a required field is missing or invalid."""
    read, complete = read_row(draft, row, kind, path, context)
    return read if complete else None


def read_row(
    draft: ScorecardDraft, row: TableRow, kind: str, path: str, context: RowContext = _NO_CONTEXT
) -> tuple[Read, bool]:
    """Read a row except id and label; return the fields and whether all required ones are valid."""
    known, read, complete = context.known, Read(), True
    for column in _columns_to_read(kind, context.each):
        fields = _read_column(draft, row, column, f"{path}.{column.field}", context)
        if column.cell is CellType.DESCRIPTION:
            fields = {column.field: {**cast("Read", read.get(column.field, {})), **fields}}
        read |= fields
        complete = complete and not (column.needed and column.field not in known and column.field not in read)
    return {**read, **known}, complete


def _read_column(draft: ScorecardDraft, row: TableRow, column: TableColumn, path: str, context: RowContext) -> Read:
    name, is_known = column.field, column.field in context.known
    if column.cell is CellType.WHEN:
        return {name: read_when(draft, row, context.scope or value_scope(draft), path, alone=context.alone) or ()}
    if column.cell is CellType.BASES and context.bases is not None:
        return {name: context.bases.read(row, path)}
    cell, read = row.need(column.key) if column.needed and not is_known else row.get(column.key), Read()
    if column.cell in _CASE_TYPES and cell is not None:
        cell, exception = split_exception(draft, cell)
        read |= {"exception": True} if exception else {}
    draft.set_location(path, cell)
    value = None if cell is None or is_known else read_cell(draft, column, cell, path, context)
    if column.cell is CellType.BASES:
        value = value or ()
    if value is not None and value is not False:
        read[column.key if column.cell is CellType.DESCRIPTION else name] = value
    return read


@cache
def _columns_to_read(kind: str, each: bool | None) -> tuple[TableColumn, ...]:
    form = TABLES[kind]
    return tuple(
        column
        for column in form.columns
        if column.cell not in (CellType.LABEL, CellType.BY_HAND)
        and not (column.cell is CellType.ID and column.form is None)
        and column.key != form.parts.ids
        and each in (None, column.each)
    )


@dataclass(frozen=True, slots=True)
class _CellWriter:
    render: Renderer
    column: TableColumn
    part: object
    value: Any
    context: RowContext

    @property
    def owner(self) -> str | None:
        return None if self.context.named is None else self.context.named.list

    def word(self, key: str, group: str = "values") -> str:
        return self.render.words.words[group].write(key)

    def form(self, key: str, **slots: str) -> str:
        return self.render.words.forms[key].write(**slots)

    @property
    def condition(self) -> str:
        return self.render.condition(self.value, self.owner)

    @property
    def case(self) -> str:
        exception = cast("LadderRow | ConditionRow", self.part).exception
        return self.form("unless", condition=self.condition) if exception else self.condition

    @property
    def number(self) -> str:
        is_number = isinstance(self.value, NumberLiteral)
        return format_exact(self.value.value) if is_number else self.render.formula(self.value)


_CASE_TYPES = (CellType.CASE, CellType.OUTCOME_CASE)


def read_by_sentence(at: _CellReader) -> object:
    """Raise TypeError: the reader of the sentence reads this cell itself."""
    raise TypeError(f"cells of {at.column.key} are read by the reader of their sentence, not by type")


@dataclass(frozen=True, slots=True)
class CellCodec:
    """The reader and writer of one type of cell; by default, the cell is the text of the value."""

    read: Callable[[_CellReader], object] = read_by_sentence
    write: Callable[[_CellWriter], str] = lambda at: str(at.value)


CELL_CODECS: Mapping[CellType, CellCodec] = {
    CellType.ID: CellCodec(_CellReader.id),
    CellType.LABEL: CellCodec(write=lambda at: at.render.localized(at.value)),
    CellType.WORDS: CellCodec(lambda at: at.draft.words_for(at.cell), lambda at: at.render.localized(at.value)),
    CellType.DESCRIPTION: CellCodec(
        lambda at: at.draft.words_for(at.cell), lambda at: at.render.localized(at.value.get(at.column.key, {}))
    ),
    CellType.TEXT: CellCodec(lambda at: at.cell.text),
    CellType.WORD: CellCodec(
        lambda at: at.draft.cells.word(at.cell, at.column.of), lambda at: at.word(at.value, at.column.word_group)
    ),
    CellType.YES: CellCodec(
        _CellReader.yes, lambda at: at.word(_YES_WORDS[at.column.word_group], at.column.word_group) if at.value else ""
    ),
    CellType.NUMBER: CellCodec(lambda at: at.draft.cells.number(at.cell), lambda at: at.render.number(at.value)),
    CellType.WHOLE: CellCodec(_CellReader.whole, lambda at: at.render.words.write_number(str(at.value), at.column.of)),
    CellType.UNIT: CellCodec(write=lambda at: at.render.words.write_unit(at.value)),
    CellType.VERSION: CellCodec(_CellReader.version),
    CellType.TIME_ZONE: CellCodec(_CellReader.time_zone),
    CellType.DATE: CellCodec(lambda at: at.draft.cells.date(at.cell), lambda at: at.value.isoformat()),
    CellType.ROUNDING: CellCodec(
        _CellReader.rounding,
        lambda at: at.form("rounding", mode=at.word(at.value.mode, "roundings"), places=str(at.value.places)),
    ),
    CellType.PLACES: CellCodec(_CellReader.places, lambda at: at.form("places", places=str(at.value.places))),
    CellType.NAME: CellCodec(
        _CellReader.name, lambda at: at.render.name(at.value) if at.column.of == "facts" else at.value
    ),
    CellType.FIGURE: CellCodec(write=lambda at: at.render.name(at.value)),
    CellType.CHOICE: CellCodec(_CellReader.choice, lambda at: at.render.choice(at.context.called, at.value)),
    CellType.IDS: CellCodec(_CellReader.ids, lambda at: at.render.listed(at.value)),
    CellType.CHOICES: CellCodec(write=lambda at: at.render.listed(choice.id for choice in at.value)),
    CellType.SECTIONS: CellCodec(_CellReader.sections, lambda at: at.render.listed(at.value) or at.word("none")),
    CellType.BASES: CellCodec(
        lambda at: at.draft.known_bases(at.cell),
        lambda at: "" if at.context.basis_in_sentence else at.render.listed(at.value),
    ),
    CellType.CONDITION: CellCodec(_CellReader.condition, lambda at: at.condition),
    CellType.OUTCOME_CONDITION: CellCodec(_CellReader.outcome_condition, lambda at: at.condition),
    CellType.CASE: CellCodec(_CellReader.condition, lambda at: at.case),
    CellType.OUTCOME_CASE: CellCodec(_CellReader.outcome_condition, lambda at: at.case),
    CellType.WHEN: CellCodec(
        _CellReader.condition, lambda at: at.condition or ("" if at.context.alone else at.word("otherwise"))
    ),
    CellType.FORMULA: CellCodec(_CellReader.formula, lambda at: at.render.formula(at.value, at.owner)),
    CellType.AMOUNT: CellCodec(
        _CellReader.amount,
        lambda at: at.render.number(at.value, "" if at.context.named is None else at.context.named.unit),
    ),
    CellType.VALUE: CellCodec(_CellReader.value, lambda at: at.number),
    CellType.DAY_OR_NEVER: CellCodec(
        _CellReader.day_or_never, lambda at: at.word("never") if at.value == "never" else at.render.date(at.value)
    ),
    CellType.FIRST_DAY: CellCodec(
        _CellReader.first_day, lambda at: at.value.isoformat() if at.value else at.word("earlier")
    ),
    CellType.KEYS: CellCodec(_CellReader.keys, lambda at: keys_text(at.value, at.render, at.owner)),
    CellType.DAY: CellCodec(_CellReader.day, lambda at: at.render.date(at.value)),
    CellType.BY_HAND: CellCodec(),
}


def write_cells(render: Renderer, part: FrozenModel, kind: str, context: RowContext = _NO_CONTEXT) -> Cells:
    """Write the row of a model part; default values are left blank."""
    return {
        column.key: str(context.known[column.key])
        if column.key in context.known
        else write_cell(render, part, column, context)
        for column in TABLES[kind].columns
        if context.each in (None, column.each)
    }


def write_cell(render: Renderer, part: FrozenModel, column: TableColumn, context: RowContext = _NO_CONTEXT) -> str:
    """Write the cell of a model part by column type."""
    value = getattr(part, column.field)
    is_default = not column.needed and value == type(part).model_fields[column.field].default
    if value is None or (is_default and column.cell is not CellType.WHEN):
        return ""
    return write_value(render, column, value, context, part)


def write_value(
    render: Renderer, column: TableColumn, value: object, context: RowContext = _NO_CONTEXT, part: object = None
) -> str:
    """Write a value by column type."""
    return CELL_CODECS[column.cell].write(_CellWriter(render, column, part, value, context))


def column_of(kind: str, key: str) -> TableColumn:
    """Return a column of a table by its key."""
    return next(column for column in TABLES[kind].columns if column.key == key)


def write_definition_rows(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Write a table with columns that fully describe its parts."""
    node: Any = render.scorecard
    for name in TABLES[definition.production].parts.path.split("."):
        node = getattr(node, name)
    parts = {part.id: part for part in node or ()}
    chosen = [parts[id] for id in definition.ids] if TABLES[definition.production].parts.ids else parts.values()
    return SentenceCells({}, [row for part in chosen for row in _write_grouped(render, part, definition.production)])


def _write_grouped(render: Renderer, part: Any, kind: str) -> list[Cells]:
    form = TABLES[kind]
    if not form.rows:
        return [write_cells(render, part, kind)]
    head = write_cells(render, part, kind, RowContext(each=False))
    rows = [write_cells(render, row, kind, RowContext(each=True)) for row in getattr(part, form.rows)]
    id = form.columns[0].key
    cells = [{id: head[id], **({} if position else head), **row} for position, row in enumerate(rows)]
    return [{column.key: row.get(column.key, "") for column in form.columns} for row in cells]


def declare_row(draft: ScorecardDraft, definition: DefinitionDraft, row: TableRow, item: object) -> bool:
    """Declare the id and label of a row, and return whether the id is new."""
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
    """Return the model path of the part with an id."""
    return f"{TABLES[definition.production].parts.path}[{id}]"


def id_column(definition: DefinitionDraft) -> str:
    """Return the key of the first column, which identifies the subject of a row."""
    return TABLES[definition.production].columns[0].key


def read_definition_rows(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Declare and read the rows of a table with columns that fully describe its parts."""
    for row in draft.rows(definition):
        name = row.get(id_column(definition))
        id = name.text if name is not None else ""
        read = read_cells(draft, row, definition.production, model_path_of(definition, id))
        if declare_row(draft, definition, row, id) and read is not None:
            add_part(draft, definition.production, id, read)


def add_part(draft: ScorecardDraft, kind: str, id: str, read: Read) -> None:
    """Validate a model part and store it in the draft."""
    part = TABLES[kind].parts.kind
    draft.defined(part)[id] = part.model_validate({"id": id, **read})


def declared_rows(draft: ScorecardDraft, definition: DefinitionDraft) -> Iterator[tuple[str, TableRow]]:
    """Yield the declared ids of a table with their rows."""
    for row in draft.rows(definition):
        name = row.get(id_column(definition))
        if name is not None and name.text in definition.subjects:
            yield name.text, row
