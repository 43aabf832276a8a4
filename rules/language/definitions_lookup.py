"""Which number or date does each combination of choices give?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rules.language import names
from rules.language.dates import type_word
from rules.language.definitions_facts import use_called
from rules.language.definitions_quantities import value_scope
from rules.language.draft import DATE_LOOKUP
from rules.language.names import Named
from rules.language.tables import read_named_table
from rules.model.expressions import STAGE, DateExpression
from rules.model.scorecard import DateLookup, DateRow, FactType, LookupQuantity, LookupRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction

    from rules.language.draft import Definition, Draft
    from rules.language.render import Renderer
    from rules.language.tables import Table, TableRow
    from rules.language.text import Text

_LOOKED_UP = (FactType.CHOICE, FactType.FLAG)
_VALUE, _DATE, _BASIS = ":value", ":date", ":basis"


def declare_lookup(draft: Draft, definition: Definition) -> None:
    """Declare a quantity that is looked up."""
    slots = _slots(draft, definition)
    symbol = draft.cells.unit(slots["unit"]) if "unit" in slots else ""
    name = slots["quantity"]
    if symbol is None:
        draft.report.broken.update(word.text for word in (name, *draft.called.get(name.text, ())))
    if draft.values.declare(name, Named(name.text, "quantity", FactType.NUMBER, symbol or "")):
        definition.subjects.append(name.text)
        draft.put(f"quantities[{name.text}]", name)
        draft.put(f"quantities[{name.text}].unit", slots.get("unit"))
        use_called(draft, draft.values, name.text)


def declare_date_lookup(draft: Draft, definition: Definition) -> None:
    """Declare a date that is looked up."""
    name = definition.slots["quantity"]
    if draft.values.declare(name, Named(name.text, DATE_LOOKUP, FactType.DATE)):
        definition.subjects.append(name.text)
        draft.put(f"quantities[{name.text}]", name)
        use_called(draft, draft.values, name.text)


def read_date_lookup(draft: Draft, definition: Definition) -> None:
    """Read the rows of a date that is looked up by choices, such as the transposition of a directive by country."""
    if not definition.subjects:
        return
    id, keys = definition.subjects[0], _keys(draft, definition.slots["names"])
    table = _table(draft, definition, keys, "date_lookup", _DATE) if keys is not None else None
    if keys is None or table is None:
        return
    draft.put(f"quantities[{id}].by", definition.slots["names"])
    rows: list[DateRow] = []
    otherwise: DateExpression | Literal["never"] | None = None
    otherwise_basis: tuple[str, ...] = ()
    for row in table:
        cells = [row.need(key.id) for key in keys]
        is_otherwise = _is_otherwise(draft, cells)
        path = f"quantities[{id}].otherwise" if is_otherwise else f"quantities[{id}].rows[{len(rows)}]"
        if is_otherwise:
            _refuse_second(draft, path, cells[0])
        date_cell, basis_cell = row.need(_DATE), row.need(_BASIS)
        draft.put(path, date_cell if is_otherwise else cells[0])
        draft.put(f"{path}.value", date_cell)
        draft.put(f"{path}_basis" if is_otherwise else f"{path}.basis", basis_cell)
        value = _date(draft, date_cell) if date_cell else None
        basis = draft.known_bases(basis_cell) if basis_cell else ()
        if is_otherwise:
            otherwise, otherwise_basis = value, basis
            continue
        chosen = _chosen(draft, keys, cells)
        if value is not None and chosen is not None:
            rows.append(DateRow(keys=chosen, value=value, basis=basis))
    by = tuple(key.id for key in keys)
    draft.quantities[id] = DateLookup(
        id=id, by=by, rows=tuple(rows), otherwise=otherwise, otherwise_basis=otherwise_basis
    )


def _date(draft: Draft, cell: Text) -> DateExpression | Literal["never"] | None:
    if draft.words.words["values"].read(cell.text) == "never":
        return "never"
    day = draft.cells.date(cell)
    return None if day is None else DateExpression(literal=day)


def _slots(draft: Draft, definition: Definition) -> Mapping[str, Text]:
    return draft.choose(definition, *(("unit",) if "unit" in definition.slots else ()))


def read_lookup(draft: Draft, definition: Definition) -> None:
    """Read the rows of a quantity that is looked up by choices."""
    if not definition.subjects:
        return
    id = definition.subjects[0]
    named_keys = _slots(draft, definition)["names"]
    keys = _keys(draft, named_keys)
    table = _table(draft, definition, keys, "lookup", _VALUE) if keys is not None else None
    if keys is None or table is None:
        return
    draft.put(f"quantities[{id}].by", named_keys)
    rows: list[LookupRow] = []
    otherwise: Fraction | None = None
    otherwise_basis: tuple[str, ...] = ()
    for row in table:
        cells = [row.need(key.id) for key in keys]
        if _is_otherwise(draft, cells):
            otherwise, otherwise_basis = _read_otherwise(draft, row, f"quantities[{id}].otherwise", cells[0])
            continue
        read_row = _read_row(draft, row, keys, f"quantities[{id}].rows[{len(rows)}]")
        if read_row is not None:
            rows.append(read_row)
    symbol = draft.values.items[id].unit
    by = tuple(key.id for key in keys)
    draft.quantities[id] = LookupQuantity(
        id=id, unit=symbol, by=by, rows=tuple(rows), otherwise=otherwise, otherwise_basis=otherwise_basis
    )


def is_looked_up(draft: Draft, definition: Definition) -> bool:
    """Say whether a lookup goes by choices alone, each row a number for one combination of them."""
    parts = _key_names(draft, _slots(draft, definition)["names"])
    keys = [draft.values.find(part.text) for part in parts]
    ends = any(True for part in parts for _ in value_scope(draft).edges(part.text, draft.words.dates))
    if ends or any(key is not None and key.type not in _LOOKED_UP and key.id != STAGE for key in keys):
        return False
    choices = [key.choices for key in keys if key is not None and key.choices is not None]
    cells = [cell.text for row in (definition.step.table or ())[1:] for cell in row]
    own = [draft.words.words["values"].read(cell) for cell in cells if not any(one.find(cell) for one in choices)]
    return not {"undetermined", "any"} & set(own)


def _keys(draft: Draft, names: Text) -> list[Named] | None:
    """Find the choices by which something is looked up; None if one of them is not known."""
    read = [_key(draft, part) for part in _key_names(draft, names)]
    keys = [key for key in read if key is not None]
    return keys if len(keys) == len(read) else None


def _table(draft: Draft, definition: Definition, keys: list[Named], kind: str, value: str) -> Table | None:
    columns: dict[str, str] = {}
    for key in keys:
        columns[key.id] = key.id
        if (label := draft.values.labels.get(key.id)) is not None:
            columns[label] = key.id
    columns |= {word: f":{own}" for word, own in draft.words.columns[kind].by_word.items()}
    required = frozenset({*(key.id for key in keys), value, _BASIS})
    return read_named_table(definition.step, columns, required, draft.words, draft.report)


def _read_otherwise(
    draft: Draft, row: TableRow, path: str, key: Text | None
) -> tuple[Fraction | None, tuple[str, ...]]:
    value_cell, basis_cell = row.need(_VALUE), row.need(_BASIS)
    _refuse_second(draft, path, key)
    draft.put(path, value_cell)
    draft.put(f"{path}_basis", basis_cell)
    basis = draft.known_bases(basis_cell) if basis_cell else ()
    return (draft.cells.number(value_cell) if value_cell else None), basis


def _refuse_second(draft: Draft, path: str, key: Text | None) -> None:
    if path in draft.locations and key is not None:
        draft.report.add("RL014", key, id=key.text, place=names.show_place(draft.locations[path]))


def _read_row(draft: Draft, row: TableRow, keys: list[Named], path: str) -> LookupRow | None:
    cells = [row.need(key.id) for key in keys]
    value_cell, basis_cell = row.need(_VALUE), row.need(_BASIS)
    draft.put(path, cells[0])
    draft.put(f"{path}.value", value_cell)
    draft.put(f"{path}.basis", basis_cell)
    value = draft.cells.number(value_cell) if value_cell else None
    basis = draft.known_bases(basis_cell) if basis_cell else ()
    chosen = _chosen(draft, keys, cells)
    return None if value is None or chosen is None else LookupRow(keys=chosen, value=value, basis=basis)


def _chosen(draft: Draft, keys: list[Named], cells: list[Text | None]) -> tuple[str, ...] | None:
    """Read the choices of one row; None if one of them is not known."""
    read = [_choice(draft, key, cell) for key, cell in zip(keys, cells, strict=True)]
    chosen = tuple(one for one in read if one is not None)
    return chosen if len(chosen) == len(keys) else None


def _is_otherwise(draft: Draft, cells: Iterable[Text | None]) -> bool:
    values = draft.words.words["values"]
    return all(cell is not None and values.read(cell.text) == "otherwise" for cell in cells)


def _key_names(draft: Draft, text: Text) -> tuple[Text, ...]:
    return (text,) if draft.values.find(text.text) is not None else draft.cells.items(text)


def _key(draft: Draft, name: Text) -> Named | None:
    named = draft.values.find(name.text)
    if draft.refuse_stage(name):
        return None
    if named is None:
        tables = draft.words.sentences["facts"].shown
        draft.report.add_unknown("RL011", name, draft.values.words, name=name.text, tables=tables)
        return None
    if named.type not in _LOOKED_UP:
        wanted, kind = draft.words.words["types"].write("choice"), type_word(draft.cells, named.type)
        draft.report.add("RL016", name, "expected", name=name.text, type=kind, wanted=wanted)
        return None
    return named


def _choice(draft: Draft, key: Named, cell: Text | None) -> str | None:
    if cell is None or key.choices is None:
        return None
    id = key.choices.id_of(cell.text)
    if id is None:
        shown = draft.words.separator.join(key.choices.items)
        draft.report.add_unknown("RL017", cell, key.choices.words, value=cell.text, name=key.id, choices=shown)
    return id


def date_rows(render: Renderer, lookup: DateLookup) -> Sequence[Sequence[str]]:
    """Write the table of dates looked up, with its heading."""
    columns, values, listed = (
        render.words.columns["date_lookup"],
        render.words.words["values"],
        render.listed,
    )

    def written(value: DateExpression | Literal["never"]) -> str:
        return values.write("never") if value == "never" else render.date(value)

    rows = [[*(render.name(name) for name in lookup.by), columns.write("date"), columns.write("basis")]]
    for row in lookup.rows:
        keys = [render.choice(name, key) for name, key in zip(lookup.by, row.keys, strict=True)]
        rows.append([*keys, written(row.value), listed(row.basis)])
    if lookup.otherwise is not None:
        fallback = [values.write("otherwise")] * len(lookup.by)
        rows.append([*fallback, written(lookup.otherwise), listed(lookup.otherwise_basis)])
    return rows
