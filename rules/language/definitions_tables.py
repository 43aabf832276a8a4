"""Which reference tables does a card use, and what is looked up in them?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rules.language import names
from rules.language.dates import type_word
from rules.language.definitions_quantities import agree, by_quantity, declare, of_each, scope_in
from rules.language.export_rows import Written, each_slot
from rules.language.names import Named
from rules.language.render_lookups import lookup_rows
from rules.language.tables import read_table
from rules.model.scorecard import FactType, KeyReading, TableKey, TablePlace, TableQuantity, TableReference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.names import Scope
    from rules.language.render import Renderer
    from rules.language.tables import TableRow
    from rules.language.text import Text

_READ_AS_WORDS = (FactType.CHOICE, FactType.TEXT)
_QUOTE = "'"


def read_tables(draft: Draft, definition: Definition) -> None:
    """Read which reference tables the card uses."""
    for row in read_table(definition.step, "tables", draft.words, draft.report) or ():
        table, name = row.need("table"), row.need("name")
        if table is None or name is None:
            draft.report.incomplete = True
            continue
        path = f"tables[{table.text}]"
        edition, basis = row.get("edition"), row.get("basis")
        reference = TableReference(
            id=table.text,
            name=draft.cells.id(name, names.CARD_ID) or name.text,
            edition=None if edition is None else draft.marks.plain(edition).text,
            basis=() if basis is None else draft.known_bases(basis),
        )
        if draft.tables.declare(table, reference):
            definition.subjects.append(table.text)
            for place, cell in ((path, table), (f"{path}.name", name), (f"{path}.edition", edition)):
                draft.put(place, cell)
            draft.put(f"{path}.basis", basis)


def declare_lookups(draft: Draft, definition: Definition) -> None:
    """Declare what is looked up in reference tables, so that others can name it."""
    sound, owner = of_each(draft, definition)
    for id, rows in by_quantity(draft, definition) if sound else ():
        first = rows[0]
        name, cell, label = first.cells["quantity"], first.get("unit"), first.get("label")
        gives_word = cell is not None and _gives_word(draft, cell)
        symbol = "" if cell is None or gives_word else draft.cells.unit(cell)
        if symbol is None:
            draft.report.broken.update(word.text for word in (name, label) if word is not None)
        kind = FactType.TEXT if gives_word else FactType.NUMBER
        if not declare(draft, definition, name, Named(id, "quantity", kind, symbol or "", list=owner)):
            draft.report.broken.update(word.text for word in (label,) if word is not None)
            continue
        draft.put(f"quantities[{id}].unit", cell)
        draft.put(f"quantities[{id}].column", first.get("column"))
        if label is not None:
            draft.values.label(id, label)
        for row in rows[1:]:
            agree(draft, id, first, row, ("label", "unit", "column"))


def _gives_word(draft: Draft, cell: Text) -> bool:
    return draft.words.words["gives"].read(draft.marks.plain(cell).text) is not None


def read_lookups(draft: Draft, definition: Definition) -> None:
    """Read in which places something is looked up, one after the other."""
    for id, rows in by_quantity(draft, definition) if definition.subjects else ():
        if id not in definition.subjects:
            continue
        named = draft.values.items[id]
        column = rows[0].need("column")
        scope = scope_in(draft, named.list)
        first = rows[0].need("basis")
        draft.put(f"quantities[{id}].rows[0].basis", first)
        basis = draft.known_bases(first) if first is not None else ()
        places = [_place(draft, row, f"quantities[{id}].rows[{position}]", scope, basis)
                  for position, row in enumerate(rows)]  # fmt: skip
        gives: Literal["number", "word"] = "number" if named.type is FactType.NUMBER else "word"
        if column is not None:
            draft.quantities[id] = TableQuantity(
                id=id,
                unit=named.unit,
                gives=gives,
                list=named.list,
                column=draft.cells.id(column, names.VALUE_ID) or column.text,
                rows=tuple(place for place in places if place is not None),
            )


def _place(draft: Draft, row: TableRow, path: str, scope: Scope, basis: tuple[str, ...]) -> TablePlace | None:
    draft.put(path, row.cells["quantity"])
    table, keys, own = row.need("table"), row.need("keys"), row.get("basis")
    draft.put(f"{path}.table", table)
    draft.put(f"{path}.keys", keys)
    if own is not None:
        draft.put(f"{path}.basis", own)
    if table is None or keys is None:
        return None
    if draft.tables.find(table.text) is None:
        shown = draft.words.sentences["tables"].shown
        draft.report.add_unknown("RL011", table, draft.tables.words, name=table.text, tables=shown)
    read = tuple(_keys(draft, keys, scope))
    return TablePlace(table=table.text, keys=read, basis=draft.known_bases(own) if own is not None else basis)


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
    draft.report.add_unknown("RL011", value, scope.words, name=value.text, tables=draft.words.sentences["facts"].shown)
    return None


def _named_key(draft: Draft, column: Text, value: Text, named: Named) -> TableKey | None:
    if named.type in _READ_AS_WORDS:
        return TableKey(column=column.text, name=named.id)
    forms, kind = draft.words.forms, type_word(draft.cells, named.type)
    if named.type is FactType.DATE:
        examples = [forms[form].write(date=value.text) for form in ("year_of", "quarter_of")]
        draft.report.add("RL080", value, "date", name=value.text, examples=draft.words.separator.join(examples))
    else:
        draft.report.add("RL080", value, "kind", name=value.text, type=kind)
    return None


def _dated_key(draft: Draft, column: Text, date: Text, day: Named, reading: KeyReading) -> TableKey | None:
    if day.type is FactType.DATE:
        return TableKey(column=column.text, name=day.id, reading=reading)
    wanted, kind = draft.words.words["types"].write("date"), type_word(draft.cells, day.type)
    draft.report.add("RL016", date, "expected", name=date.text, type=kind, wanted=wanted)
    return None


def write_tables(render: Renderer, place: DefinitionSentence) -> Written:
    """Write which reference tables the card uses."""
    tables = {one.id: one for one in render.scorecard.tables or ()}
    return Written(
        {},
        [
            {
                "table": table.id,
                "name": table.name,
                "edition": table.edition or "",
                "basis": render.listed(table.basis),
            }
            for table in (tables[id] for id in place.ids)
        ],
    )


def write_lookups(render: Renderer, place: DefinitionSentence) -> Written:
    """Write what is looked up, once or for each record of a list."""
    quantities = (render.names.quantities[id] for id in place.ids)
    rows = [row for one in quantities if isinstance(one, TableQuantity) for row in lookup_rows(one, render)]
    return Written(each_slot(render, place), rows)
