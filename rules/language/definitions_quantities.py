"""How are quantities computed: by formulas, and by sums over the records of a list?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.units import convert, unit
from rules.language.conditions import Conditions
from rules.language.dates import type_word
from rules.language.definitions_facts import not_a_list
from rules.language.export_rows import Written
from rules.language.formulas import Formulas, show_dimension
from rules.language.names import Scope
from rules.language.quantity_sentences import RowBases, is_otherwise, own_bases, quantity_slots, said_slots, scope_in
from rules.language.tables import read_table
from rules.model.scorecard import FactType, FormulaQuantity, FormulaRow, SumQuantity, SumRow

if TYPE_CHECKING:
    from fractions import Fraction

    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.export_rows import Cells
    from rules.language.names import Named
    from rules.language.render import Renderer
    from rules.language.tables import TableRow
    from rules.language.text import Text
    from rules.model.expressions import Condition


def read_quantity(draft: Draft, definition: Definition) -> None:
    """Read the rows of a quantity that is computed: what it is, and when."""
    table = read_table(definition.step, "quantity", draft.words, draft.report) if definition.subjects else None
    if table is None:
        return
    named, bases = draft.values.items[definition.subjects[0]], RowBases.of(draft, definition)
    alone = len(table.rows) == 1
    read = [_formula_row(draft, row, named, position, bases, alone=alone) for position, row in enumerate(table)]
    found = tuple(row for row in read if row is not None)
    draft.quantities[named.id] = FormulaQuantity(id=named.id, unit=named.unit, list=named.list, rows=found)


def _formula_row(  # noqa: PLR0913  the parts of one reading
    draft: Draft, row: TableRow, named: Named, position: int, bases: RowBases, *, alone: bool
) -> FormulaRow | None:
    id, symbol = named.id, named.unit
    path = f"quantities[{id}].rows[{position}]"
    scope = scope_in(draft, named.list)
    cell = row.need("formula")
    draft.put(path, cell)
    draft.put(f"{path}.formula", cell)
    formula = Formulas(draft.cells, scope).read(cell, id, symbol) if cell else None
    when = _when(draft, row, scope, f"{path}.when", alone=alone)
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


def _when(draft: Draft, row: TableRow, scope: Scope, path: str, *, alone: bool) -> Condition | None:
    """Read when a row holds; the only row always does, and of several each says when."""
    cell = row.get("when")
    if cell is None and not alone:
        empty = row.cells.get("when")
        place = row.place if empty is None else empty.place
        written = draft.words.words["values"].write("otherwise")
        draft.report.add("RL023", place, "otherwise", column=row.names["when"], otherwise=written)
    return () if is_otherwise(draft, cell) else Conditions(draft, scope).read(cell, path)


def read_sum(draft: Draft, definition: Definition) -> None:
    """Read a sum over the records of a list, and which of them count; without a table all do."""
    slots = quantity_slots(draft, definition)
    named = draft.values.find(slots["fact"].text)
    record = draft.records.items.get(named.fact.record or "") if named and named.fact else None
    if named is None or record is None:
        not_a_list(draft, slots["fact"], named)
        return
    if not definition.subjects:
        return
    id, scope, bases = definition.subjects[0], scope_in(draft, named.id), RowBases.of(draft, definition)
    symbol, path = draft.values.items[id].unit, f"quantities[{id}]"
    inner = Scope(scope.registries, lambda named_: named_.kind == "field" or named_.list == named.id)
    field = _summed_field(draft, inner, slots["of"], id, symbol)
    draft.put(f"{path}.of", slots["of"])
    rows: list[SumRow] = []
    if definition.step.table is None:
        draft.put(f"{path}.rows[0]", slots["of"])
        rows.append(SumRow(basis=bases.read(None, f"{path}.rows[0].basis")))
    else:
        table = read_table(definition.step, "sum", draft.words, draft.report)
        for position, row in enumerate(table or ()):
            at = f"{path}.rows[{position}]"
            draft.put(at, row.cells["where"])
            where = Conditions(draft, scope).read(row.get("where"), f"{at}.where")
            rows.append(SumRow(where=where or (), basis=bases.read(row, f"{at}.basis")))
    if field is not None:
        draft.quantities[id] = SumQuantity(id=id, unit=symbol, list=named.id, of=field, rows=tuple(rows))


def _summed_field(draft: Draft, fields: Scope, cell: Text, id: str, symbol: str) -> str | None:
    named = fields.find(cell.text)
    if named is None:
        tables = draft.words.sentences["record"].shown
        draft.report.add_unknown("RL011", cell, fields.words, name=cell.text, tables=tables)
        return None
    if named.type is not FactType.NUMBER:
        wanted, kind = draft.words.words["types"].write("number"), type_word(draft.cells, named.type)
        draft.report.add("RL016", cell, "expected", name=cell.text, type=kind, wanted=wanted)
        return None
    if unit(named.unit).dimension != unit(symbol).dimension:
        found = show_dimension(unit(named.unit).dimension)
        draft.report.add("RL012", cell, "result", found=found, name=id, unit=draft.words.write_unit(symbol) or "1")
        return None
    return named.id


def write_quantity(render: Renderer, place: DefinitionSentence) -> Written | None:
    """Write a quantity that is computed, with a row for each case."""
    quantity = render.names.quantities[place.slots["quantity"]]
    if not isinstance(quantity, FormulaQuantity):
        return None
    bases = [row.basis for row in quantity.rows]
    owner, alone = quantity.list, len(quantity.rows) == 1
    otherwise = "" if alone else render.words.words["values"].write("otherwise")
    rows: list[Cells] = [
        {
            "formula": render.formula(row.formula, owner),
            "when": render.condition(row.when, owner) or otherwise,
            "when_divided_by_zero": render.number(row.when_divided_by_zero, quantity.unit),
            "basis": basis,
        }
        for row, basis in zip(quantity.rows, own_bases(bases, render), strict=True)
    ]
    return Written(said_slots(quantity, bases, render), rows)


def write_sum(render: Renderer, place: DefinitionSentence) -> Written | None:
    """Write a sum over records, with a row for each way in which one of them counts."""
    quantity = render.names.quantities[place.slots["quantity"]]
    if not isinstance(quantity, SumQuantity):
        return None
    bases = [row.basis for row in quantity.rows]
    slots = {
        **said_slots(quantity, bases, render),
        "of": render.name(quantity.of, quantity.list),
        "fact": render.name(quantity.list),
    }
    rows: list[Cells] = [
        {"where": render.condition(row.where, quantity.list), "basis": basis}
        for row, basis in zip(quantity.rows, own_bases(bases, render), strict=True)
    ]
    return Written(slots, rows if len(rows) > 1 or rows[0]["where"] else None)
