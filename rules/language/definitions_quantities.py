"""Quantities by formula, aggregation over records or reference table lookup: readers and writers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from rules.contracts.units import convert, unit
from rules.language import name_resolution
from rules.language.cell_parsers import COUNTED
from rules.language.compiler_state import DATE_LOOKUP
from rules.language.conditions import ConditionParser, read_when, value_scope, write_when
from rules.language.definitions_facts import refuse_unrelated_list, report_not_a_list
from rules.language.formulas import DateFormulaParser, FormulaParser, show_dimension
from rules.language.name_resolution import NamedItem, Scope
from rules.language.punctuation import report_full_width_mark, to_ascii
from rules.language.render import keys_text, record_list_name
from rules.language.row_codec import SentenceCells
from rules.language.tables import suppress_unknown_names
from rules.model.named_conditions import NamedCondition
from rules.model.scorecard import (
    AggregateKind,
    DateLookup,
    FactType,
    FormulaQuantity,
    FormulaRow,
    KeyDerivation,
    SumQuantity,
    SumRow,
    TableKey,
    TableLookup,
    TableQuantity,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.language.compiler_state import DefinitionDraft, ScorecardDraft
    from rules.language.definition_sentences import ResolvedDefinition
    from rules.language.lexicon import Lexicon
    from rules.language.render import Renderer
    from rules.language.row_codec import Cells
    from rules.language.source_text import SourceText
    from rules.language.tables import TableRow
    from rules.model.expressions import Formula
    from rules.model.scorecard import Quantity


_NAMING = ("each", "unit", "fact")
"""The slots whose words tell how a sentence is to be read."""
_PLURAL_COUNT = "0"
"""A number after which a unit that is a word stands in its plural."""


def record_scope(draft: ScorecardDraft, owner: str | None) -> Scope:
    """Give the names that may be used beside the fields of one record of a list: those, and what stands outside."""
    base = value_scope(draft)
    fact = draft.facts.get(owner or "")
    record = draft.records.items.get(fact.record or "") if fact is not None else None
    if record is None:
        return base
    registries = (record.fields, *base.registries)
    return Scope(registries, lambda named: named.list == owner or base.visible(named))


def quantity_slots(draft: ScorecardDraft, definition: DefinitionDraft) -> Mapping[str, SourceText]:
    """Choose the way to read the sentence of a quantity in which its name has an id, and what it names is known."""

    def strange(slots: Mapping[str, SourceText]) -> int:
        unnamed = name_resolution.split_quantity_name(to_ascii(slots["quantity"].text), draft.words) is None
        parted = "date" in slots and "," in to_ascii(slots["date"].text)
        return unnamed + parted + sum(not draft.knows(slot, slots[slot].text) for slot in _NAMING if slot in slots)

    return min(definition.readings, key=strange)


def declare_quantity(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Declare the quantity, or the date, that a sentence defines, so that others can name it."""
    slots = quantity_slots(draft, definition)
    sound, owner = _of_each(draft, definition, slots)
    symbol = draft.cells.unit(slots["unit"]) if "unit" in slots else ""
    name, label = _name(draft, slots["quantity"])
    if name is None:
        labelled = draft.words.forms["labelled"].write(label="…", id=name_resolution.VALUE_ID.example)
        example = draft.words.sentences["quantity"].write(quantity=labelled, unit="…", bases="…")
        draft.report.add("RL019", slots["quantity"], "quantity", text=slots["quantity"].text, example=example)
        suppress_unknown_names(definition.step, draft.report)
        return
    if symbol is None:
        draft.report.broken.update(word.text for word in (name, label) if word is not None)
    dated = "figure" in slots and is_date_figure(slots["figure"].text, draft.words)
    production = "day" if dated else definition.production
    named = _quantity_item(production, name, symbol or "", owner)
    if not sound or not _declare(draft, name, named):
        draft.report.broken.update(word.text for word in (label,) if word is not None)
        return
    definition.subjects.append(name.text)
    path = f"quantities[{name.text}]"
    draft.set_location(path, name)
    draft.set_location(f"{path}.unit", slots.get("unit"))
    draft.set_location(f"{path}.column", slots.get("column"))
    if label is not None:
        draft.values.label(name.text, label)


def is_date_figure(text: str, words: Lexicon) -> bool:
    """Say whether a figure of records is the earliest or the latest of their days."""
    keys = (AggregateKind.EARLIEST, AggregateKind.LATEST)
    return any(True for key in keys for _ in words.figures[key].parses(text))


def _quantity_item(production: str, name: SourceText, symbol: str, owner: str | None) -> NamedItem:
    match production:
        case "date_lookup":
            return NamedItem(name.text, DATE_LOOKUP, FactType.DATE)
        case "day":
            return NamedItem(name.text, "quantity", FactType.DATE, symbol, list=owner)
        case "word_lookup":
            return NamedItem(name.text, "quantity", FactType.TEXT, list=owner)
        case _:
            return NamedItem(name.text, "quantity", FactType.NUMBER, symbol, list=owner)


def _name(draft: ScorecardDraft, text: SourceText) -> tuple[SourceText | None, SourceText | None]:
    """Read the id of a quantity, and its label if it has one; neither if there is no id."""
    parts = name_resolution.split_quantity_name(to_ascii(text.text), draft.words)
    if parts is None or "label" not in parts:
        return (None if parts is None else text), None
    part_texts = {part: text.part(*span) for part, span in parts.items()}
    report_full_width_mark(text, list(parts.values()), draft.report)
    return part_texts["id"], part_texts["label"]


def _of_each(
    draft: ScorecardDraft, definition: DefinitionDraft, slots: Mapping[str, SourceText]
) -> tuple[bool, str | None]:
    """Say whether a sentence computes something, and for each record of which list; None for the whole subject."""
    if "each" not in slots:
        return True, None
    owner = find_list_by_name(draft, slots["each"])
    if owner is None:
        suppress_unknown_names(definition.step, draft.report)
    return owner is not None, owner


def find_list_by_name(draft: ScorecardDraft, name: SourceText) -> str | None:
    """Find the list for each of whose records a sentence computes: by its own name, or by that of its records."""
    record = draft.records.id_of(name.text)
    if record is None:
        named = draft.values.find(name.text)
        if named is not None and named.fact is not None and named.fact.record is not None:
            return named.id
        report_not_a_list(draft, name, named)
        return None
    lists = [fact.id for fact in draft.facts.values() if fact.record == record]
    if len(lists) != 1:
        shown = draft.words.separator.join(lists) or "-"
        draft.report.add("RL080", name, "lists", name=name.text, lists=shown)
        return None
    return lists[0]


def _declare(draft: ScorecardDraft, name: SourceText, named: NamedItem) -> bool:
    """Declare a quantity, unless a field of the records that it stands beside has its name."""
    fact = draft.facts.get(named.list or "")
    fields = draft.records.items[fact.record].fields if fact is not None and fact.record is not None else None
    location = fields.location(name.text) if fields is not None else None
    if location is not None:
        draft.cells.refuse_twice(name, location)
        return False
    return draft.values.declare(name, named)


@dataclass(frozen=True, slots=True)
class RowBases:
    """Reads on which basis each row stands: its own, or that of the sentence, which then holds for all rows."""

    draft: ScorecardDraft
    sentence: SourceText
    sentence_basis: SourceText | None
    known: tuple[str, ...]

    @classmethod
    def of(cls, draft: ScorecardDraft, definition: DefinitionDraft) -> RowBases:
        """Read what the sentence of a quantity says."""
        bases_text = quantity_slots(draft, definition).get("bases")
        known = () if bases_text is None else draft.known_bases(bases_text)
        return cls(draft, definition.step.sentence, bases_text, known)

    def read(self, row: TableRow | None, path: str) -> tuple[str, ...]:
        """Read the basis of a row, or of a sentence without rows."""
        if self.sentence_basis is not None:
            own = row.get("basis") if row is not None else None
            if own is not None:
                self.draft.report.add("RL050", own, "twice", sentence=self.sentence_basis.text)
            self.draft.set_location(path, self.sentence_basis)
            return self.known
        if row is None or "basis" not in row.cells:
            self._refuse()
            return ()
        cell = row.need("basis")
        self.draft.set_location(path, cell)
        return () if cell is None else self.draft.known_bases(cell)

    def _refuse(self) -> None:
        words = self.draft.words
        known = next(iter(self.draft.bases.items), "…")
        written = words.sentences["quantity"].write(quantity="…", bases=known)
        column = words.columns["quantity"].write("basis")
        self.draft.report.add("RL050", self.sentence, "unsaid", sentence=written, column=column)


def common_slots(quantity: Quantity, bases: Sequence[tuple[str, ...]], render: Renderer) -> Cells:
    """Write what stands in the slots of every sentence that defines a quantity; bases if all rows share them."""
    label, owner = render.localized(quantity.labels), quantity.owner
    named = render.words.forms["labelled"].write(label=label, id=quantity.id) if label else quantity.id
    symbol = "" if isinstance(quantity, DateLookup | NamedCondition) else quantity.unit
    return {
        "quantity": named,
        "unit": render.words.write_unit(symbol, _PLURAL_COUNT) if symbol else "",
        "each": record_list_name(owner, render) if owner is not None else "",
        "bases": render.listed(bases[0]) if len(set(bases)) == 1 else "",
    }


def bases_column(bases: Sequence[tuple[str, ...]], render: Renderer) -> list[str]:
    """Write the basis of each row, or nothing where the sentence says the one of all."""
    return [""] * len(bases) if len(set(bases)) == 1 else [render.listed(basis) for basis in bases]


_READ_AS_WORDS = (FactType.CHOICE, FactType.TEXT)
_QUOTE = "'"


def read_table_lookup(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read in which places something is looked up, one after the other."""
    table = draft.table(definition, "table_lookup") if definition.subjects else None
    if table is None:
        return
    named, slots = draft.values.items[definition.subjects[0]], quantity_slots(draft, definition)
    scope, bases = record_scope(draft, named.list), RowBases.of(draft, definition)
    places = [_place(draft, row, f"quantities[{named.id}].rows[{position}]", scope, bases)
              for position, row in enumerate(table)]  # fmt: skip
    column = slots["column"]
    draft.quantities[named.id] = TableQuantity(
        id=named.id,
        unit=named.unit,
        gives="number" if named.type is FactType.NUMBER else "word",
        list=named.list,
        column=draft.cells.id(column, name_resolution.VALUE_ID) or column.text,
        rows=tuple(table_lookup for table_lookup in places if table_lookup is not None),
    )


def _place(draft: ScorecardDraft, row: TableRow, path: str, scope: Scope, bases: RowBases) -> TableLookup | None:
    table, keys = row.need("table"), row.need("keys")
    draft.set_location(path, table)
    draft.set_location(f"{path}.table", table)
    draft.set_location(f"{path}.keys", keys)
    basis = bases.read(row, f"{path}.basis")
    if table is None or keys is None:
        return None
    if draft.tables.find(table.text) is None:
        draft.cells.unknown_name(table, draft.tables.words, "tables")
    return TableLookup(table=table.text, keys=tuple(_keys(draft, keys, scope)), basis=basis)


def _keys(draft: ScorecardDraft, cell: SourceText, scope: Scope) -> Iterator[TableKey]:
    """Read what is looked up in each key column, and report a column that stands twice."""
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
    if draft.cells.id(column, name_resolution.VALUE_ID) is None:
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


def write_table_lookup(render: Renderer, definition: ResolvedDefinition) -> SentenceCells | None:
    """Write what is looked up in reference tables, with a row for each place that is tried."""
    quantity = render.names.quantities[definition.slots["quantity"]]
    if not isinstance(quantity, TableQuantity):
        return None
    rows = [{"table": row.table, "keys": keys_text(row.keys, render, quantity.list)} for row in quantity.rows]
    written = _based(quantity, {"column": quantity.column}, rows, render)
    production = "word_lookup" if quantity.gives == "word" else "table_lookup"
    return replace(written, production=production, table="table_lookup")


_SHARE_OF_COUNT = "share_of_count"
_OF_DAYS = (AggregateKind.EARLIEST, AggregateKind.LATEST)
_COUNTED_IN = ("", *COUNTED)
"""The units in which records may be counted."""


def read_aggregate(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read a sum or another figure over the records of a list, and which of them count; without a table all do."""
    owner, slots = find_summed_list(draft, definition), quantity_slots(draft, definition)
    if owner is None or not definition.subjects:
        return
    named, fields = draft.values.items[definition.subjects[0]], fields_of(draft, owner)
    id, symbol, figure_text = named.id, named.unit, slots.get("figure") or slots["of"]
    figure: AggregateKind | None = None
    of: str | None
    if "figure" in slots:
        figure, of = _figure(draft, fields, figure_text, id, symbol) or (None, None)
    else:
        of = number_field(draft, fields, figure_text, id, symbol)
    instead = _when_none(draft, slots.get("none"), named)
    rows = read_aggregate_rows(draft, definition, owner, figure_text)
    if of is None or refuse_unrelated_list(draft, slots["fact"], named.list, owner):
        return
    if figure is AggregateKind.SHARE and not any(row.where for row in rows):
        draft.report.add("RL097", figure_text, "all", id=id)
    draft.quantities[id] = SumQuantity(
        id=id, unit=symbol, list=owner, of=of, rows=rows, figure=figure,
        when_none=instead if isinstance(instead, Fraction) else None,
        when_none_day=None if isinstance(instead, Fraction) else instead, each=named.list,
    )  # fmt: skip


def _figure(
    draft: ScorecardDraft, fields: Scope, cell: SourceText, id: str, symbol: str
) -> tuple[AggregateKind, str] | None:
    """Read what is taken of the records: the kind of the figure, and the field or quantity that it is taken of."""
    patterns = sorted(draft.words.figures.items(), key=lambda item: -item[1].weight)
    ways = [(key, slots) for key, pattern in patterns for slots in pattern.read(cell)]
    if not ways:
        shown = draft.words.separator.join(pattern.shown for pattern in draft.words.figures.values())
        draft.report.add("RL097", cell, text=cell.text, figures=shown)
        return None
    key, slots = ways[0]
    kind = AggregateKind.SHARE if key == _SHARE_OF_COUNT else AggregateKind(key)
    if not _fits(draft, cell, id, symbol, kind):
        return None
    part = slots.get("field")
    if part is None:
        return kind, ""
    if kind in _OF_DAYS:
        dated = field_of_type(draft, fields, part, FactType.DATE)
        return None if dated is None else (kind, dated.id)
    field = number_field(draft, fields, part, id, None if kind is AggregateKind.SHARE else symbol)
    return None if field is None else (kind, field)


def _fits(draft: ScorecardDraft, cell: SourceText, id: str, symbol: str, kind: AggregateKind) -> bool:
    """Say whether the unit of a number of records, or of a share, is one of these; report another one."""
    shown = draft.words.write_unit(symbol)
    if kind is AggregateKind.COUNT and symbol not in _COUNTED_IN:
        draft.report.add("RL097", cell, "count", id=id, unit=shown)
        return False
    if kind is AggregateKind.SHARE and unit(symbol).dimension:
        draft.report.add("RL097", cell, "share", id=id, unit=shown)
        return False
    if kind in _OF_DAYS and symbol:
        draft.report.add("RL097", cell, "day", id=id, unit=shown)
        return False
    return True


def _when_none(
    draft: ScorecardDraft, cell: SourceText | None, named: NamedItem
) -> Fraction | date | Literal["never"] | None:
    """Read a number in the unit of the quantity, or a day or `never`."""
    day = named.type is FactType.DATE
    draft.set_location(f"quantities[{named.id}].{'when_none_day' if day else 'when_none'}", cell)
    if cell is None:
        return None
    if day:
        return "never" if draft.words.words["values"].read(cell.text) == "never" else draft.cells.date(cell)
    measure = draft.cells.fitting(cell, named.id, named.unit)
    return convert(measure.value, measure.unit, named.unit) if measure is not None else None


def _none_words(quantity: SumQuantity, render: Renderer) -> str:
    day = quantity.when_none_day
    if day is None:
        return render.number(quantity.when_none, quantity.unit)
    return day.isoformat() if isinstance(day, date) else render.words.words["values"].write(day)


def _figure_words(quantity: SumQuantity, kind: AggregateKind, render: Renderer) -> str:
    if not quantity.of:
        return render.words.figures[_SHARE_OF_COUNT if kind is AggregateKind.SHARE else kind].write()
    return render.words.figures[kind].write(field=render.name(quantity.of, quantity.list))


def read_quantity(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the rows of a quantity or date that is computed: what it is, and when."""
    if not definition.subjects:
        return
    table = draft.table(definition)
    if table is None:
        return
    named, bases = draft.values.items[definition.subjects[0]], RowBases.of(draft, definition)
    alone = len(table.rows) == 1
    read = [_formula_row(draft, row, named, position, bases, alone=alone) for position, row in enumerate(table)]
    valid_rows = tuple(row for row in read if row is not None)
    gives: Literal["date"] | None = "date" if named.type is FactType.DATE else None
    draft.quantities[named.id] = FormulaQuantity(
        id=named.id, unit=named.unit, list=named.list, gives=gives, rows=valid_rows
    )


def _formula_row(  # noqa: PLR0913  the parts of one reading
    draft: ScorecardDraft, row: TableRow, named: NamedItem, position: int, bases: RowBases, *, alone: bool
) -> FormulaRow | None:
    id, symbol = named.id, named.unit
    path = f"quantities[{id}].rows[{position}]"
    scope = record_scope(draft, named.list)
    cell = row.need("formula")
    draft.set_location(path, cell)
    draft.set_location(f"{path}.formula", cell)
    formula: Formula | None = None
    if cell is not None and named.type is FactType.DATE:
        formula = DateFormulaParser(draft.cells, scope).read(cell)
    elif cell is not None:
        formula = FormulaParser(draft.cells, scope).read(cell, id, symbol)
    when = read_when(draft, row, scope, f"{path}.when", alone=alone)
    instead = row.get("when_divided_by_zero")
    draft.set_location(f"{path}.when_divided_by_zero", instead)
    fallback: Fraction | None = None
    if instead is not None:
        measure = draft.cells.fitting(instead, id, symbol)
        fallback = convert(measure.value, measure.unit, symbol) if measure else None
    basis = bases.read(row, f"{path}.basis")
    if formula is None or when is None:
        return None
    return FormulaRow(formula=formula, when=when, when_divided_by_zero=fallback, basis=basis)


def find_summed_list(draft: ScorecardDraft, definition: DefinitionDraft) -> str | None:
    """Find the list whose records a sentence sums or counts; report what is none."""
    name = quantity_slots(draft, definition)["fact"]
    named = draft.values.find(name.text)
    record = draft.records.items.get(named.fact.record or "") if named and named.fact else None
    if named is None or record is None:
        report_not_a_list(draft, name, named)
        return None
    return named.id


def fields_of(draft: ScorecardDraft, owner: str) -> Scope:
    """Give the names of the fields of the records of a list, and of the quantities of each."""
    return Scope(record_scope(draft, owner).registries, lambda named: named.kind == "field" or named.list == owner)


def read_aggregate_rows(
    draft: ScorecardDraft, definition: DefinitionDraft, owner: str, of: SourceText
) -> tuple[SumRow, ...]:
    """Read under which conditions a record counts; `of` stands where all do."""
    id, bases, scope = definition.subjects[0], RowBases.of(draft, definition), record_scope(draft, owner)
    path = f"quantities[{id}]"
    draft.set_location(f"{path}.of", of)
    if definition.step.table is None:
        draft.set_location(f"{path}.rows[0]", of)
        return (SumRow(basis=bases.read(None, f"{path}.rows[0].basis")),)
    rows: list[SumRow] = []
    for position, row in enumerate(draft.rows(definition)):
        at = f"{path}.rows[{position}]"
        draft.set_location(at, row.cells["where"])
        where = ConditionParser(draft, scope).read(row.get("where"), f"{at}.where")
        rows.append(SumRow(where=where or (), basis=bases.read(row, f"{at}.basis")))
    return tuple(rows)


def number_field(draft: ScorecardDraft, fields: Scope, cell: SourceText, id: str, symbol: str | None) -> str | None:
    """Find a number of the records by its name; its dimension must be that of a unit, if one is given."""
    named = field_of_type(draft, fields, cell, FactType.NUMBER)
    if named is None:
        return None
    if symbol is not None and unit(named.unit).dimension != unit(symbol).dimension:
        dimension_text = show_dimension(unit(named.unit).dimension)
        draft.report.add(
            "RL012", cell, "result", found=dimension_text, name=id, unit=draft.words.write_unit(symbol) or "1"
        )
        return None
    return named.id


def field_of_type(draft: ScorecardDraft, fields: Scope, cell: SourceText, wanted: FactType) -> NamedItem | None:
    """Find a field or quantity of the records by its name; report an unknown one, and one of another type."""
    named = fields.find(cell.text)
    if named is None:
        draft.cells.unknown_name(cell, fields.words, "record")
        return None
    if named.type is not wanted:
        draft.cells.refuse_type(cell, named.type, wanted)
        return None
    return named


def write_quantity(render: Renderer, definition: ResolvedDefinition) -> SentenceCells | None:
    """Write a quantity or date that is computed, with a row for each case."""
    quantity = render.names.quantities[definition.slots["quantity"]]
    if not isinstance(quantity, FormulaQuantity):
        return None
    owner, alone = quantity.list, len(quantity.rows) == 1
    rows: list[Cells] = [
        {
            "formula": render.formula(row.formula, owner),
            "when": write_when(render, row.when, owner, alone=alone),
            "when_divided_by_zero": render.number(row.when_divided_by_zero, quantity.unit),
        }
        for row in quantity.rows
    ]
    return _based(quantity, {}, rows, render)


def _based(
    quantity: FormulaQuantity | SumQuantity | TableQuantity, slots: Cells, rows: list[Cells], render: Renderer
) -> SentenceCells:
    """Write the sentence of a quantity, and its rows, each with its basis unless the sentence says the one of all."""
    bases = [row.basis for row in quantity.rows]
    own = zip(rows, bases_column(bases, render), strict=True)
    return SentenceCells(
        {**common_slots(quantity, bases, render), **slots}, [{**row, "basis": basis} for row, basis in own]
    )


def write_aggregate(render: Renderer, definition: ResolvedDefinition) -> SentenceCells | None:
    """Write a sum or another figure over records, with a row for each way in which one of them counts."""
    quantity = render.names.quantities[definition.slots["quantity"]]
    if not isinstance(quantity, SumQuantity):
        return None
    slots = {"fact": render.name(quantity.list), "of": render.name(quantity.of, quantity.list)}
    if quantity.figure is not None:
        figure = _figure_words(quantity, quantity.figure, render)
        slots = {"fact": slots["fact"], "figure": figure, "none": _none_words(quantity, render)}
    rows: list[Cells] = [{"where": render.condition(row.where, quantity.list)} for row in quantity.rows]
    written = _based(quantity, slots, rows, render)
    return written if len(rows) > 1 or rows[0]["where"] else replace(written, rows=None)
