"""How are quantities computed: by formulas, and by sums over the records of a list?"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rules.contracts.units import convert, unit
from rules.language import names
from rules.language.conditions import Conditions
from rules.language.dates import type_word
from rules.language.definitions_facts import not_a_list
from rules.language.dimensions import show_dimension
from rules.language.draft import DATE_LOOKUP
from rules.language.export_rows import Written, each_slot
from rules.language.formulas import Formulas
from rules.language.names import Named, Scope
from rules.language.tables import break_names, read_table
from rules.model.expressions import STAGE, TOTAL_SCORE
from rules.model.scorecard import (
    FactType,
    FormulaQuantity,
    FormulaRow,
    SumQuantity,
    SumRow,
)

if TYPE_CHECKING:
    from fractions import Fraction

    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.export_rows import Cells
    from rules.language.render import Renderer
    from rules.language.tables import TableRow
    from rules.language.text import Text


def value_scope(draft: Draft) -> Scope:
    """Give the names that conditions and formulas may use outside grades and findings: no score, no stage."""
    return Scope((draft.values,), _is_value)


def _is_value(named: Named) -> bool:
    return named.id not in (TOTAL_SCORE, STAGE) and named.kind != DATE_LOOKUP and named.list is None


def scope_in(draft: Draft, owner: str | None) -> Scope:
    """Give the names that may be used beside the fields of one record of a list: those, and what stands outside."""
    base = value_scope(draft)
    fact = draft.facts.get(owner or "")
    record = draft.records.items.get(fact.record or "") if fact is not None else None
    if record is None:
        return base
    registries = (record.fields, *base.registries)
    return Scope(registries, lambda named: named.list == owner or base.visible(named))


def each_list(draft: Draft, definition: Definition) -> str | None:
    """Find the list for each of whose records a table computes: by its own name, or by that of its records."""
    name = definition.slots["each"]
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


def of_each(draft: Draft, definition: Definition) -> tuple[bool, str | None]:
    """Say whether a table computes something, and for each record of which list; None for the whole subject."""
    if "each" not in definition.slots:
        return True, None
    owner = each_list(draft, definition)
    if owner is None:
        break_names(definition.step, draft.report)
    return owner is not None, owner


def declare(draft: Draft, definition: Definition, name: Text, named: Named) -> bool:
    """Declare a quantity, unless a field of the records that it stands beside has its name."""
    fact = draft.facts.get(named.list or "")
    fields = draft.records.items[fact.record].fields if fact is not None and fact.record is not None else None
    place = fields.place(name.text) if fields is not None else None
    if place is not None:
        draft.report.add("RL014", name, id=name.text, place=names.show_place(place))
        return False
    if not draft.values.declare(name, named):
        return False
    definition.subjects.append(name.text)
    draft.put(f"quantities[{name.text}]", name)
    return True


def declare_quantities(draft: Draft, definition: Definition) -> None:
    """Declare the quantities of a table of formulas or sums, so that others can name them."""
    sound, owner = of_each(draft, definition)
    for id, rows in by_quantity(draft, definition) if sound else ():
        first = rows[0]
        cell = first.get("unit")
        symbol = draft.cells.unit(cell) if cell else ""
        name, label = first.cells["quantity"], first.get("label")
        if symbol is None:
            draft.report.broken.update(word.text for word in (name, label) if word is not None)
        place = draft.values.place(id)
        known = draft.values.items.get(id)
        if place is not None and known is not None and known.kind == "quantity":
            draft.report.add("RL014", name, "split", id=id, place=names.show_place(place))
            continue
        if not declare(draft, definition, name, Named(id, "quantity", FactType.NUMBER, symbol or "", list=owner)):
            draft.report.broken.update(word.text for word in (label,) if word is not None)
            continue
        draft.put(f"quantities[{id}].unit", cell)
        if label is not None:
            draft.values.label(id, label)
        for row in rows[1:]:
            agree(draft, id, first, row, ("label", "unit"))


def by_quantity(draft: Draft, definition: Definition) -> list[tuple[str, list[TableRow]]]:
    """Read a table whose rows define quantities, and put the rows that follow each other for one of them together."""
    table = read_table(definition.step, definition.production.removesuffix("_each"), draft.words, draft.report)
    named = [(cell.text, row) for row in table or () if (cell := row.need("quantity")) is not None]
    return [(id, [row for _, row in group]) for id, group in groupby(named, key=lambda pair: pair[0])]


def agree(draft: Draft, id: str, first: TableRow, row: TableRow, columns: tuple[str, ...]) -> None:
    """Report a later row of one thing that says otherwise than its first row; a blank cell says the same."""
    for column in columns:
        one, other = first.get(column), row.get(column)
        if other is not None and (one is None or one.text != other.text):
            shown = one.text if one else ""
            draft.report.add("RL014", other, "disagrees", id=id, column=row.names[column], first=shown)


def read_quantities(draft: Draft, definition: Definition) -> None:
    """Read the formulas of quantities."""
    for id, rows in by_quantity(draft, definition) if definition.subjects else ():
        if id not in definition.subjects:
            continue
        named = draft.values.items[id]
        read = [_formula_row(draft, row, named, position) for position, row in enumerate(rows)]
        found = tuple(row for row in read if row is not None)
        draft.quantities[id] = FormulaQuantity(id=id, unit=named.unit, list=named.list, rows=found)


def _formula_row(draft: Draft, row: TableRow, named: Named, position: int) -> FormulaRow | None:
    id, symbol = named.id, named.unit
    path = f"quantities[{id}].rows[{position}]"
    draft.put(path, row.cells["quantity"])
    scope = scope_in(draft, named.list)
    cell = row.need("formula")
    draft.put(f"{path}.formula", cell)
    formula = Formulas(draft.cells, scope).read(cell, id, symbol) if cell else None
    when = Conditions(draft, scope).read(row.get("when"), f"{path}.when")
    otherwise = row.get("when_divided_by_zero")
    draft.put(f"{path}.when_divided_by_zero", otherwise)
    fallback: Fraction | None = None
    if otherwise is not None:
        measure = draft.cells.fitting(otherwise, id, symbol)
        fallback = convert(measure.value, measure.unit, symbol) if measure else None
    basis = draft.basis(row, path)
    if formula is None or when is None:
        return None
    return FormulaRow(formula=formula, when=when, when_divided_by_zero=fallback, basis=basis)


def read_sums(draft: Draft, definition: Definition) -> None:
    """Read the sums over the records of a list."""
    owner = summed_list(draft, definition)
    for id, rows in by_quantity(draft, definition) if owner is not None else ():
        if owner is not None and id in definition.subjects:
            _read_sum(draft, id, rows, owner, scope_in(draft, owner))


def summed_list(draft: Draft, definition: Definition) -> str | None:
    """Find the list that a sentence names; report what is none."""
    name = draft.choose(definition, "fact")["fact"]
    named = draft.values.find(name.text)
    record = draft.records.items.get(named.fact.record or "") if named and named.fact else None
    if named is None or record is None:
        not_a_list(draft, name, named)
        return None
    return named.id


def fields_in(scope: Scope, list_id: str) -> Scope:
    """Give of the names beside the records of a list those of the records alone."""
    return Scope(scope.registries, lambda named: named.kind == "field" or named.list == list_id)


def _read_sum(draft: Draft, id: str, rows: list[TableRow], list_id: str, scope: Scope) -> None:
    symbol = draft.values.items[id].unit
    inner = fields_in(scope, list_id)
    cell = rows[0].need("of")
    field = number_field(draft, inner, cell, id, symbol) if cell is not None else None
    read: list[SumRow] = []
    draft.put(f"quantities[{id}].of", rows[0].get("of"))
    for position, row in enumerate(rows):
        path = f"quantities[{id}].rows[{position}]"
        draft.put(path, row.cells["quantity"])
        other = row.get("of")
        again = inner.find(other.text) if other is not None else None
        if other is not None and field is not None and (again is None or again.id != field):
            draft.report.add("RL014", other, "disagrees", id=id, column=row.names["of"], first=field)
        where = Conditions(draft, scope).read(row.get("where"), f"{path}.where")
        read.append(SumRow(where=where or (), basis=draft.basis(row, path)))
    if field is not None:
        draft.quantities[id] = SumQuantity(id=id, unit=symbol, list=list_id, of=field, rows=tuple(read))


def number_field(draft: Draft, fields: Scope, cell: Text, id: str, symbol: str | None) -> str | None:
    """Find a number of the records by its name; its dimension must be that of a unit, if one is given."""
    named = fields.find(cell.text)
    if named is None:
        tables = draft.words.sentences["record"].shown
        draft.report.add_unknown("RL011", cell, fields.words, name=cell.text, tables=tables)
        return None
    if named.type is not FactType.NUMBER:
        wanted, kind = draft.words.words["types"].write("number"), type_word(draft.cells, named.type)
        draft.report.add("RL016", cell, "expected", name=cell.text, type=kind, wanted=wanted)
        return None
    if symbol is not None and unit(named.unit).dimension != unit(symbol).dimension:
        found = show_dimension(unit(named.unit).dimension)
        draft.report.add("RL012", cell, "result", found=found, name=id, unit=draft.words.write_unit(symbol) or "1")
        return None
    return named.id


def write_quantities(render: Renderer, place: DefinitionSentence) -> Written:
    """Write formulas or sums, row by row; label and unit stand in the first row of each."""
    rows: list[Cells] = []
    for quantity in (render.names.quantities[id] for id in place.ids):
        match quantity:
            case FormulaQuantity(unit=symbol, list=owner):
                written = [_formula_cells(row, symbol, owner, render) for row in quantity.rows]
            case SumQuantity(unit=symbol, list=owner):
                field = render.name(quantity.of, owner)
                written = [
                    {"of": field, "where": render.condition(row.where, owner), "basis": render.listed(row.basis)}
                    for row in quantity.rows
                ]
            case _:
                continue
        head = {"label": render.own(quantity.labels), "unit": render.words.write_unit(symbol)}
        rows += [{"quantity": quantity.id, **({} if at else head), **row} for at, row in enumerate(written)]
    return Written(each_slot(render, place), rows)


def _formula_cells(row: FormulaRow, symbol: str, owner: str | None, render: Renderer) -> Cells:
    return {
        "formula": render.formula(row.formula, owner),
        "when": render.condition(row.when, owner),
        "when_divided_by_zero": render.number(row.when_divided_by_zero, symbol),
        "basis": render.listed(row.basis),
    }
