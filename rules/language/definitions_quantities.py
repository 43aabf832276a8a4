"""How are quantities and dates computed: by formulas, and by sums over the records of a list?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rules.contracts.units import convert, unit
from rules.language.conditions import Conditions, read_when, when_words
from rules.language.definitions_belonging import refuse_others
from rules.language.definitions_facts import not_a_list
from rules.language.formulas import DayFormulas, Formulas, show_dimension
from rules.language.names import Scope
from rules.language.quantity_sentences import RowBases, own_bases, quantity_slots, said_slots, scope_in
from rules.language.rows import Written
from rules.language.tables import read_table
from rules.model.scorecard import FactType, FormulaQuantity, FormulaRow, SumQuantity, SumRow

if TYPE_CHECKING:
    from fractions import Fraction

    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.names import Named
    from rules.language.render import Renderer
    from rules.language.rows import Cells
    from rules.language.tables import TableRow
    from rules.language.text import Text
    from rules.model.expressions import Formula


def read_quantity(draft: Draft, definition: Definition) -> None:
    """Read the rows of a quantity or date that is computed: what it is, and when."""
    if not definition.subjects:
        return
    table = read_table(definition.step, definition.production, draft.words, draft.report)
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


def read_sum(draft: Draft, definition: Definition) -> None:
    """Read a sum over the records of a list, and which of them count; without a table all do."""
    owner, of = summed_list(draft, definition), quantity_slots(draft, definition)["of"]
    if owner is None or not definition.subjects:
        return
    id = definition.subjects[0]
    symbol = draft.values.items[id].unit
    field = number_field(draft, fields_of(draft, owner), of, id, symbol)
    rows, each = read_counting(draft, definition, owner, of), draft.values.items[id].list
    if field is not None and not refuse_others(draft, quantity_slots(draft, definition)["fact"], each, owner):
        draft.quantities[id] = SumQuantity(id=id, unit=symbol, list=owner, of=field, rows=rows, each=each)


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
    for position, row in enumerate(read_table(definition.step, definition.production, draft.words, draft.report) or ()):
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
    bases = [row.basis for row in quantity.rows]
    owner, alone = quantity.list, len(quantity.rows) == 1
    rows: list[Cells] = [
        {
            "formula": render.formula(row.formula, owner),
            "when": when_words(render, row.when, owner, alone=alone),
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
    return write_counting(quantity, {"of": render.name(quantity.of, quantity.list)}, render)


def write_counting(quantity: SumQuantity, said: Cells, render: Renderer) -> Written:
    """Write what is taken of the records that count, with a row for each way in which one of them does."""
    bases = [row.basis for row in quantity.rows]
    slots = {**said_slots(quantity, bases, render), **said, "fact": render.name(quantity.list)}
    rows: list[Cells] = [
        {"where": render.condition(row.where, quantity.list), "basis": basis}
        for row, basis in zip(quantity.rows, own_bases(bases, render), strict=True)
    ]
    return Written(slots, rows if len(rows) > 1 or rows[0]["where"] else None)
