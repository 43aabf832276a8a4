"""Quantities by formula, aggregation over records or reference table lookup: readers and writers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from rules.contracts.units import convert, unit
from rules.language import names
from rules.language.cells import COUNTED
from rules.language.conditions import Conditions, read_when, value_scope, when_words
from rules.language.definitions_facts import not_a_list, refuse_others
from rules.language.draft import DATE_LOOKUP
from rules.language.formulas import DayFormulas, Formulas, show_dimension
from rules.language.marks import report_between, to_ascii
from rules.language.names import Named, Scope
from rules.language.render import each_name, keys_text
from rules.language.rows import Written
from rules.language.tables import break_names
from rules.model.named_conditions import NamedCondition
from rules.model.scorecard import (
    DateLookup,
    FactType,
    FigureKind,
    FormulaQuantity,
    FormulaRow,
    KeyReading,
    SumQuantity,
    SumRow,
    TableKey,
    TablePlace,
    TableQuantity,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.lexicon import Lexicon
    from rules.language.render import Renderer
    from rules.language.rows import Cells
    from rules.language.tables import TableRow
    from rules.language.text import Text
    from rules.model.expressions import Formula
    from rules.model.scorecard import Quantity


_NAMING = ("each", "unit", "fact")
"""The slots whose words tell how a sentence is to be read."""
_SEVERAL = "0"
"""A number after which a unit that is a word stands in its plural."""


def scope_in(draft: Draft, owner: str | None) -> Scope:
    """Give the names that may be used beside the fields of one record of a list: those, and what stands outside."""
    base = value_scope(draft)
    fact = draft.facts.get(owner or "")
    record = draft.records.items.get(fact.record or "") if fact is not None else None
    if record is None:
        return base
    registries = (record.fields, *base.registries)
    return Scope(registries, lambda named: named.list == owner or base.visible(named))


def named_parts(text: str, words: Lexicon) -> Mapping[str, tuple[int, int]] | None:
    """Find the id, and the label before it, in the words that name a quantity; None if there is no id."""
    for parse in words.forms["labelled"].parses(text):
        if re.fullmatch(names.VALUE_ID.pattern, text[slice(*parse["id"])]):
            return parse
    return {"id": (0, len(text))} if re.fullmatch(names.VALUE_ID.pattern, text) else None


def quantity_slots(draft: Draft, definition: Definition) -> Mapping[str, Text]:
    """Choose the way to read the sentence of a quantity in which its name has an id, and what it names is known."""

    def strange(reading: Mapping[str, Text]) -> int:
        unnamed = named_parts(to_ascii(reading["quantity"].text), draft.words) is None
        parted = "date" in reading and "," in to_ascii(reading["date"].text)
        return unnamed + parted + sum(not draft.knows(slot, reading[slot].text) for slot in _NAMING if slot in reading)

    return min(definition.readings, key=strange)


def declare_quantity(draft: Draft, definition: Definition) -> None:
    """Declare the quantity, or the date, that a sentence defines, so that others can name it."""
    slots = quantity_slots(draft, definition)
    sound, owner = _of_each(draft, definition, slots)
    symbol = draft.cells.unit(slots["unit"]) if "unit" in slots else ""
    name, label = _name(draft, slots["quantity"])
    if name is None:
        labelled = draft.words.forms["labelled"].write(label="…", id=names.VALUE_ID.example)
        example = draft.words.sentences["quantity"].write(quantity=labelled, unit="…", bases="…")
        draft.report.add("RL019", slots["quantity"], "quantity", text=slots["quantity"].text, example=example)
        break_names(definition.step, draft.report)
        return
    if symbol is None:
        draft.report.broken.update(word.text for word in (name, label) if word is not None)
    dated = "figure" in slots and takes_day(slots["figure"].text, draft.words)
    production = "day" if dated else definition.production
    named = _named(production, name, symbol or "", owner)
    if not sound or not _declare(draft, name, named):
        draft.report.broken.update(word.text for word in (label,) if word is not None)
        return
    definition.subjects.append(name.text)
    path = f"quantities[{name.text}]"
    draft.put(path, name)
    draft.put(f"{path}.unit", slots.get("unit"))
    draft.put(f"{path}.column", slots.get("column"))
    if label is not None:
        draft.values.label(name.text, label)


def takes_day(text: str, words: Lexicon) -> bool:
    """Say whether a figure of records is the earliest or the latest of their days."""
    keys = (FigureKind.EARLIEST, FigureKind.LATEST)
    return any(True for key in keys for _ in words.figures[key].parses(text))


def _named(production: str, name: Text, symbol: str, owner: str | None) -> Named:
    match production:
        case "date_lookup":
            return Named(name.text, DATE_LOOKUP, FactType.DATE)
        case "day":
            return Named(name.text, "quantity", FactType.DATE, symbol, list=owner)
        case "word_lookup":
            return Named(name.text, "quantity", FactType.TEXT, list=owner)
        case _:
            return Named(name.text, "quantity", FactType.NUMBER, symbol, list=owner)


def _name(draft: Draft, text: Text) -> tuple[Text | None, Text | None]:
    """Read the id of a quantity, and its label if it has one; neither if there is no id."""
    parts = named_parts(to_ascii(text.text), draft.words)
    if parts is None or "label" not in parts:
        return (None if parts is None else text), None
    found = {part: text.part(*span) for part, span in parts.items()}
    report_between(text, list(parts.values()), draft.report)
    return found["id"], found["label"]


def _of_each(draft: Draft, definition: Definition, slots: Mapping[str, Text]) -> tuple[bool, str | None]:
    """Say whether a sentence computes something, and for each record of which list; None for the whole subject."""
    if "each" not in slots:
        return True, None
    owner = list_named(draft, slots["each"])
    if owner is None:
        break_names(definition.step, draft.report)
    return owner is not None, owner


def list_named(draft: Draft, name: Text) -> str | None:
    """Find the list for each of whose records a sentence computes: by its own name, or by that of its records."""
    record = draft.records.id_of(name.text)
    if record is None:
        named = draft.values.find(name.text)
        if named is not None and named.fact is not None and named.fact.record is not None:
            return named.id
        not_a_list(draft, name, named)
        return None
    lists = [fact.id for fact in draft.facts.values() if fact.record == record]
    if len(lists) != 1:
        shown = draft.words.separator.join(lists) or "-"
        draft.report.add("RL080", name, "lists", name=name.text, lists=shown)
        return None
    return lists[0]


def _declare(draft: Draft, name: Text, named: Named) -> bool:
    """Declare a quantity, unless a field of the records that it stands beside has its name."""
    fact = draft.facts.get(named.list or "")
    fields = draft.records.items[fact.record].fields if fact is not None and fact.record is not None else None
    place = fields.place(name.text) if fields is not None else None
    if place is not None:
        draft.cells.refuse_twice(name, place)
        return False
    return draft.values.declare(name, named)


@dataclass(frozen=True, slots=True)
class RowBases:
    """Reads on which basis each row stands: its own, or that of the sentence, which then holds for all rows."""

    draft: Draft
    sentence: Text
    said: Text | None
    known: tuple[str, ...]

    @classmethod
    def of(cls, draft: Draft, definition: Definition) -> RowBases:
        """Read what the sentence of a quantity says."""
        said = quantity_slots(draft, definition).get("bases")
        known = () if said is None else draft.known_bases(said)
        return cls(draft, definition.step.sentence, said, known)

    def read(self, row: TableRow | None, path: str) -> tuple[str, ...]:
        """Read the basis of a row, or of a sentence without rows."""
        if self.said is not None:
            own = row.get("basis") if row is not None else None
            if own is not None:
                self.draft.report.add("RL050", own, "twice", sentence=self.said.text)
            self.draft.put(path, self.said)
            return self.known
        if row is None or "basis" not in row.cells:
            self._refuse()
            return ()
        cell = row.need("basis")
        self.draft.put(path, cell)
        return () if cell is None else self.draft.known_bases(cell)

    def _refuse(self) -> None:
        words = self.draft.words
        known = next(iter(self.draft.bases.items), "…")
        written = words.sentences["quantity"].write(quantity="…", bases=known)
        column = words.columns["quantity"].write("basis")
        self.draft.report.add("RL050", self.sentence, "unsaid", sentence=written, column=column)


def said_slots(quantity: Quantity, bases: Sequence[tuple[str, ...]], render: Renderer) -> Cells:
    """Write what stands in the slots of every sentence that defines a quantity; bases if all rows share them."""
    label, owner = render.own(quantity.labels), quantity.owner
    named = render.words.forms["labelled"].write(label=label, id=quantity.id) if label else quantity.id
    symbol = "" if isinstance(quantity, DateLookup | NamedCondition) else quantity.unit
    return {
        "quantity": named,
        "unit": render.words.write_unit(symbol, _SEVERAL) if symbol else "",
        "each": each_name(owner, render) if owner is not None else "",
        "bases": render.listed(bases[0]) if len(set(bases)) == 1 else "",
    }


def own_bases(bases: Sequence[tuple[str, ...]], render: Renderer) -> list[str]:
    """Write the basis of each row, or nothing where the sentence says the one of all."""
    return [""] * len(bases) if len(set(bases)) == 1 else [render.listed(basis) for basis in bases]


_READ_AS_WORDS = (FactType.CHOICE, FactType.TEXT)
_QUOTE = "'"


def read_table_lookup(draft: Draft, definition: Definition) -> None:
    """Read in which places something is looked up, one after the other."""
    table = draft.table(definition, "table_lookup") if definition.subjects else None
    if table is None:
        return
    named, slots = draft.values.items[definition.subjects[0]], quantity_slots(draft, definition)
    scope, bases = scope_in(draft, named.list), RowBases.of(draft, definition)
    places = [_place(draft, row, f"quantities[{named.id}].rows[{position}]", scope, bases)
              for position, row in enumerate(table)]  # fmt: skip
    column = slots["column"]
    draft.quantities[named.id] = TableQuantity(
        id=named.id,
        unit=named.unit,
        gives="number" if named.type is FactType.NUMBER else "word",
        list=named.list,
        column=draft.cells.id(column, names.VALUE_ID) or column.text,
        rows=tuple(place for place in places if place is not None),
    )


def _place(draft: Draft, row: TableRow, path: str, scope: Scope, bases: RowBases) -> TablePlace | None:
    table, keys = row.need("table"), row.need("keys")
    draft.put(path, table)
    draft.put(f"{path}.table", table)
    draft.put(f"{path}.keys", keys)
    basis = bases.read(row, f"{path}.basis")
    if table is None or keys is None:
        return None
    if draft.tables.find(table.text) is None:
        draft.cells.unknown_name(table, draft.tables.words, "tables")
    return TablePlace(table=table.text, keys=tuple(_keys(draft, keys, scope)), basis=basis)


def _keys(draft: Draft, cell: Text, scope: Scope) -> Iterator[TableKey]:
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


def _key(draft: Draft, text: Text, scope: Scope) -> TableKey | None:
    forms = draft.words.forms
    slots = next(forms["key_is"].read(text), None)
    if slots is None:
        written = forms["key_is"].write(column="cn_code", value="cn_code")
        draft.report.add("RL080", text, "main", text=text.text, example=written)
        return None
    column, value = slots["column"], slots["value"]
    if draft.cells.id(column, names.VALUE_ID) is None:
        return None
    if len(value.text) > 1 and value.text[0] == value.text[-1] == _QUOTE:
        return TableKey(column=column.text, word=value.text[1:-1])
    named = scope.find(value.text)
    if named is not None:
        return _named_key(draft, column, value, named)
    for form, reading in (("year_of", KeyReading.YEAR), ("quarter_of", KeyReading.QUARTER)):
        for dated in forms[form].read(value):
            day = scope.find(dated["date"].text)
            if day is not None:
                return _dated_key(draft, column, dated["date"], day, reading)
    draft.cells.unknown_name(value, scope.words, "facts")
    return None


def _named_key(draft: Draft, column: Text, value: Text, named: Named) -> TableKey | None:
    if named.type in _READ_AS_WORDS:
        return TableKey(column=column.text, name=named.id)
    forms, kind = draft.words.forms, draft.cells.type_word(named.type)
    if named.type is FactType.DATE:
        examples = [forms[form].write(date=value.text) for form in ("year_of", "quarter_of")]
        draft.report.add("RL080", value, "date", name=value.text, examples=draft.words.separator.join(examples))
    else:
        draft.report.add("RL080", value, "kind", name=value.text, type=kind)
    return None


def _dated_key(draft: Draft, column: Text, date: Text, day: Named, reading: KeyReading) -> TableKey | None:
    if day.type is FactType.DATE:
        return TableKey(column=column.text, name=day.id, reading=reading)
    draft.cells.refuse_type(date, day.type, "date")
    return None


def write_table_lookup(render: Renderer, place: DefinitionSentence) -> Written | None:
    """Write what is looked up in reference tables, with a row for each place that is tried."""
    quantity = render.names.quantities[place.slots["quantity"]]
    if not isinstance(quantity, TableQuantity):
        return None
    rows = [{"table": row.table, "keys": keys_text(row.keys, render, quantity.list)} for row in quantity.rows]
    written = _based(quantity, {"column": quantity.column}, rows, render)
    production = "word_lookup" if quantity.gives == "word" else "table_lookup"
    return replace(written, production=production, table="table_lookup")


_SHARE_OF_COUNT = "share_of_count"
_OF_DAYS = (FigureKind.EARLIEST, FigureKind.LATEST)
_COUNTED_IN = ("", *COUNTED)
"""The units in which records may be counted."""


def read_counted(draft: Draft, definition: Definition) -> None:
    """Read a sum or another figure over the records of a list, and which of them count; without a table all do."""
    owner, slots = summed_list(draft, definition), quantity_slots(draft, definition)
    if owner is None or not definition.subjects:
        return
    named, fields = draft.values.items[definition.subjects[0]], fields_of(draft, owner)
    id, symbol, said = named.id, named.unit, slots.get("figure") or slots["of"]
    figure: FigureKind | None = None
    of: str | None
    if "figure" in slots:
        figure, of = _figure(draft, fields, said, id, symbol) or (None, None)
    else:
        of = number_field(draft, fields, said, id, symbol)
    instead = _when_none(draft, slots.get("none"), named)
    rows = read_counting(draft, definition, owner, said)
    if of is None or refuse_others(draft, slots["fact"], named.list, owner):
        return
    if figure is FigureKind.SHARE and not any(row.where for row in rows):
        draft.report.add("RL097", said, "all", id=id)
    draft.quantities[id] = SumQuantity(
        id=id, unit=symbol, list=owner, of=of, rows=rows, figure=figure,
        when_none=instead if isinstance(instead, Fraction) else None,
        when_none_day=None if isinstance(instead, Fraction) else instead, each=named.list,
    )  # fmt: skip


def _figure(draft: Draft, fields: Scope, cell: Text, id: str, symbol: str) -> tuple[FigureKind, str] | None:
    """Read what is taken of the records: the kind of the figure, and the field or quantity that it is taken of."""
    patterns = sorted(draft.words.figures.items(), key=lambda item: -item[1].weight)
    ways = [(key, slots) for key, pattern in patterns for slots in pattern.read(cell)]
    if not ways:
        shown = draft.words.separator.join(pattern.shown for pattern in draft.words.figures.values())
        draft.report.add("RL097", cell, text=cell.text, figures=shown)
        return None
    key, slots = ways[0]
    kind = FigureKind.SHARE if key == _SHARE_OF_COUNT else FigureKind(key)
    if not _fits(draft, cell, id, symbol, kind):
        return None
    part = slots.get("field")
    if part is None:
        return kind, ""
    if kind in _OF_DAYS:
        dated = field_of_type(draft, fields, part, FactType.DATE)
        return None if dated is None else (kind, dated.id)
    field = number_field(draft, fields, part, id, None if kind is FigureKind.SHARE else symbol)
    return None if field is None else (kind, field)


def _fits(draft: Draft, cell: Text, id: str, symbol: str, kind: FigureKind) -> bool:
    """Say whether the unit of a number of records, or of a share, is one of these; report another one."""
    shown = draft.words.write_unit(symbol)
    if kind is FigureKind.COUNT and symbol not in _COUNTED_IN:
        draft.report.add("RL097", cell, "count", id=id, unit=shown)
        return False
    if kind is FigureKind.SHARE and unit(symbol).dimension:
        draft.report.add("RL097", cell, "share", id=id, unit=shown)
        return False
    if kind in _OF_DAYS and symbol:
        draft.report.add("RL097", cell, "day", id=id, unit=shown)
        return False
    return True


def _when_none(draft: Draft, cell: Text | None, named: Named) -> Fraction | date | Literal["never"] | None:
    """Read a number in the unit of the quantity, or a day or `never`."""
    day = named.type is FactType.DATE
    draft.put(f"quantities[{named.id}].{'when_none_day' if day else 'when_none'}", cell)
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


def _figure_words(quantity: SumQuantity, kind: FigureKind, render: Renderer) -> str:
    if not quantity.of:
        return render.words.figures[_SHARE_OF_COUNT if kind is FigureKind.SHARE else kind].write()
    return render.words.figures[kind].write(field=render.name(quantity.of, quantity.list))


def read_quantity(draft: Draft, definition: Definition) -> None:
    """Read the rows of a quantity or date that is computed: what it is, and when."""
    if not definition.subjects:
        return
    table = draft.table(definition)
    if table is None:
        return
    named, bases = draft.values.items[definition.subjects[0]], RowBases.of(draft, definition)
    alone = len(table.rows) == 1
    read = [_formula_row(draft, row, named, position, bases, alone=alone) for position, row in enumerate(table)]
    found = tuple(row for row in read if row is not None)
    gives: Literal["date"] | None = "date" if named.type is FactType.DATE else None
    draft.quantities[named.id] = FormulaQuantity(id=named.id, unit=named.unit, list=named.list, gives=gives, rows=found)


def _formula_row(  # noqa: PLR0913  the parts of one reading
    draft: Draft, row: TableRow, named: Named, position: int, bases: RowBases, *, alone: bool
) -> FormulaRow | None:
    id, symbol = named.id, named.unit
    path = f"quantities[{id}].rows[{position}]"
    scope = scope_in(draft, named.list)
    cell = row.need("formula")
    draft.put(path, cell)
    draft.put(f"{path}.formula", cell)
    formula: Formula | None = None
    if cell is not None and named.type is FactType.DATE:
        formula = DayFormulas(draft.cells, scope).read(cell)
    elif cell is not None:
        formula = Formulas(draft.cells, scope).read(cell, id, symbol)
    when = read_when(draft, row, scope, f"{path}.when", alone=alone)
    instead = row.get("when_divided_by_zero")
    draft.put(f"{path}.when_divided_by_zero", instead)
    fallback: Fraction | None = None
    if instead is not None:
        measure = draft.cells.fitting(instead, id, symbol)
        fallback = convert(measure.value, measure.unit, symbol) if measure else None
    basis = bases.read(row, f"{path}.basis")
    if formula is None or when is None:
        return None
    return FormulaRow(formula=formula, when=when, when_divided_by_zero=fallback, basis=basis)


def summed_list(draft: Draft, definition: Definition) -> str | None:
    """Find the list whose records a sentence sums or counts; report what is none."""
    name = quantity_slots(draft, definition)["fact"]
    named = draft.values.find(name.text)
    record = draft.records.items.get(named.fact.record or "") if named and named.fact else None
    if named is None or record is None:
        not_a_list(draft, name, named)
        return None
    return named.id


def fields_of(draft: Draft, owner: str) -> Scope:
    """Give the names of the fields of the records of a list, and of the quantities of each."""
    return Scope(scope_in(draft, owner).registries, lambda named: named.kind == "field" or named.list == owner)


def read_counting(draft: Draft, definition: Definition, owner: str, of: Text) -> tuple[SumRow, ...]:
    """Read under which conditions a record counts; `of` stands where all do."""
    id, bases, scope = definition.subjects[0], RowBases.of(draft, definition), scope_in(draft, owner)
    path = f"quantities[{id}]"
    draft.put(f"{path}.of", of)
    if definition.step.table is None:
        draft.put(f"{path}.rows[0]", of)
        return (SumRow(basis=bases.read(None, f"{path}.rows[0].basis")),)
    rows: list[SumRow] = []
    for position, row in enumerate(draft.rows(definition)):
        at = f"{path}.rows[{position}]"
        draft.put(at, row.cells["where"])
        where = Conditions(draft, scope).read(row.get("where"), f"{at}.where")
        rows.append(SumRow(where=where or (), basis=bases.read(row, f"{at}.basis")))
    return tuple(rows)


def number_field(draft: Draft, fields: Scope, cell: Text, id: str, symbol: str | None) -> str | None:
    """Find a number of the records by its name; its dimension must be that of a unit, if one is given."""
    named = field_of_type(draft, fields, cell, FactType.NUMBER)
    if named is None:
        return None
    if symbol is not None and unit(named.unit).dimension != unit(symbol).dimension:
        found = show_dimension(unit(named.unit).dimension)
        draft.report.add("RL012", cell, "result", found=found, name=id, unit=draft.words.write_unit(symbol) or "1")
        return None
    return named.id


def field_of_type(draft: Draft, fields: Scope, cell: Text, wanted: FactType) -> Named | None:
    """Find a field or quantity of the records by its name; report an unknown one, and one of another type."""
    named = fields.find(cell.text)
    if named is None:
        draft.cells.unknown_name(cell, fields.words, "record")
        return None
    if named.type is not wanted:
        draft.cells.refuse_type(cell, named.type, wanted)
        return None
    return named


def write_quantity(render: Renderer, place: DefinitionSentence) -> Written | None:
    """Write a quantity or date that is computed, with a row for each case."""
    quantity = render.names.quantities[place.slots["quantity"]]
    if not isinstance(quantity, FormulaQuantity):
        return None
    owner, alone = quantity.list, len(quantity.rows) == 1
    rows: list[Cells] = [
        {
            "formula": render.formula(row.formula, owner),
            "when": when_words(render, row.when, owner, alone=alone),
            "when_divided_by_zero": render.number(row.when_divided_by_zero, quantity.unit),
        }
        for row in quantity.rows
    ]
    return _based(quantity, {}, rows, render)


def _based(
    quantity: FormulaQuantity | SumQuantity | TableQuantity, said: Cells, rows: list[Cells], render: Renderer
) -> Written:
    """Write the sentence of a quantity, and its rows, each with its basis unless the sentence says the one of all."""
    bases = [row.basis for row in quantity.rows]
    own = zip(rows, own_bases(bases, render), strict=True)
    return Written({**said_slots(quantity, bases, render), **said}, [{**row, "basis": basis} for row, basis in own])


def write_counted(render: Renderer, place: DefinitionSentence) -> Written | None:
    """Write a sum or another figure over records, with a row for each way in which one of them counts."""
    quantity = render.names.quantities[place.slots["quantity"]]
    if not isinstance(quantity, SumQuantity):
        return None
    said = {"fact": render.name(quantity.list), "of": render.name(quantity.of, quantity.list)}
    if quantity.figure is not None:
        figure = _figure_words(quantity, quantity.figure, render)
        said = {"fact": said["fact"], "figure": figure, "none": _none_words(quantity, render)}
    rows: list[Cells] = [{"where": render.condition(row.where, quantity.list)} for row in quantity.rows]
    written = _based(quantity, said, rows, render)
    return written if len(rows) > 1 or rows[0]["where"] else replace(written, rows=None)
