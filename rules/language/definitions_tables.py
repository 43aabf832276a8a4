"""Which reference tables does a card use, and what is looked up in them?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language import names
from rules.language.quantity_sentences import RowBases, own_bases, quantity_slots, said_slots, scope_in
from rules.language.render_lookups import keys_text
from rules.language.rows import Written, read_parts, write_parts
from rules.language.tables import read_table
from rules.model.scorecard import FactType, KeyReading, TableKey, TablePlace, TableQuantity, TableReference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.names import Named, Scope
    from rules.language.render import Renderer
    from rules.language.tables import TableRow
    from rules.language.text import Text

_READ_AS_WORDS = (FactType.CHOICE, FactType.TEXT)
_QUOTE = "'"


def read_tables(draft: Draft, definition: Definition) -> None:
    """Read which reference tables the card uses."""
    for read in read_parts(draft, definition, draft.tables):
        table = TableReference.model_validate(read)
        draft.table_rows[table.id] = table


def read_table_lookup(draft: Draft, definition: Definition) -> None:
    """Read in which places something is looked up, one after the other."""
    table = read_table(definition.step, "table_lookup", draft.words, draft.report) if definition.subjects else None
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
    parse = next(forms["key_is"].parses(text.text), None)
    if parse is None:
        written = forms["key_is"].write(column="cn_code", value="cn_code")
        draft.report.add("RL080", text, "main", text=text.text, example=written)
        return None
    column, value = text.part(*parse["column"]), text.part(*parse["value"])
    if draft.cells.id(column, names.VALUE_ID) is None:
        return None
    if len(value.text) > 1 and value.text[0] == value.text[-1] == _QUOTE:
        return TableKey(column=column.text, word=value.text[1:-1])
    named = scope.find(value.text)
    if named is not None:
        return _named_key(draft, column, value, named)
    for form, reading in (("year_of", KeyReading.YEAR), ("quarter_of", KeyReading.QUARTER)):
        for dated in forms[form].parses(value.text):
            date = value.part(*dated["date"])
            day = scope.find(date.text)
            if day is not None:
                return _dated_key(draft, column, date, day, reading)
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


def write_tables(render: Renderer, place: DefinitionSentence) -> Written:
    """Write which reference tables the card uses."""
    return write_parts(render, "tables", render.scorecard.tables or (), place.ids)


def write_table_lookup(render: Renderer, place: DefinitionSentence) -> Written | None:
    """Write what is looked up in reference tables, with a row for each place that is tried."""
    quantity = render.names.quantities[place.slots["quantity"]]
    if not isinstance(quantity, TableQuantity):
        return None
    bases = [row.basis for row in quantity.rows]
    rows = [
        {"table": row.table, "keys": keys_text(row.keys, render, quantity.list), "basis": basis}
        for row, basis in zip(quantity.rows, own_bases(bases, render), strict=True)
    ]
    slots = {**said_slots(quantity, bases, render), "column": quantity.column}
    production = "word_lookup" if quantity.gives == "word" else "table_lookup"
    return Written(slots, rows, production=production, table="table_lookup")
