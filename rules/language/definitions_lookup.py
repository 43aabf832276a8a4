"""Which number does each combination of choices give?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language import names
from rules.language.dates import type_word
from rules.language.definitions_facts import use_called
from rules.language.names import Named
from rules.language.tables import read_named_table
from rules.model.scorecard import FactType, LookupQuantity, LookupRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from rules.language.draft import Definition, Draft
    from rules.language.tables import Table, TableRow
    from rules.language.text import Text

_LOOKED_UP = (FactType.CHOICE, FactType.FLAG)
_VALUE, _BASIS = ":value", ":basis"


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


def _slots(draft: Draft, definition: Definition) -> Mapping[str, Text]:
    return draft.choose(definition, *(("unit",) if "unit" in definition.slots else ()))


def read_lookup(draft: Draft, definition: Definition) -> None:
    """Read the rows of a quantity that is looked up by choices."""
    if not definition.subjects:
        return
    id = definition.subjects[0]
    named_keys = _slots(draft, definition)["names"]
    read = [_key(draft, part) for part in _key_names(draft, named_keys)]
    keys = [key for key in read if key is not None]
    table = _table(draft, definition, keys) if len(keys) == len(read) else None
    if table is None:
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


def _table(draft: Draft, definition: Definition, keys: list[Named]) -> Table | None:
    columns: dict[str, str] = {}
    for key in keys:
        columns[key.id] = key.id
        if (label := draft.values.labels.get(key.id)) is not None:
            columns[label] = key.id
    columns |= {word: f":{own}" for word, own in draft.words.columns["lookup"].by_word.items()}
    required = frozenset({*(key.id for key in keys), _VALUE, _BASIS})
    return read_named_table(definition.step, columns, required, draft.words, draft.report)


def _read_otherwise(
    draft: Draft, row: TableRow, path: str, key: Text | None
) -> tuple[Fraction | None, tuple[str, ...]]:
    value_cell, basis_cell = row.need(_VALUE), row.need(_BASIS)
    if path in draft.locations and key is not None:
        draft.report.add("RL014", key, id=key.text, place=names.show_place(draft.locations[path]))
    draft.put(path, value_cell)
    draft.put(f"{path}_basis", basis_cell)
    basis = draft.known_bases(basis_cell) if basis_cell else ()
    return (draft.cells.number(value_cell) if value_cell else None), basis


def _read_row(draft: Draft, row: TableRow, keys: list[Named], path: str) -> LookupRow | None:
    cells = [row.need(key.id) for key in keys]
    value_cell, basis_cell = row.need(_VALUE), row.need(_BASIS)
    draft.put(path, cells[0])
    draft.put(f"{path}.value", value_cell)
    draft.put(f"{path}.basis", basis_cell)
    value = draft.cells.number(value_cell) if value_cell else None
    basis = draft.known_bases(basis_cell) if basis_cell else ()
    read = [_choice(draft, key, cell) for key, cell in zip(keys, cells, strict=True)]
    chosen = tuple(one for one in read if one is not None)
    return None if value is None or len(chosen) != len(keys) else LookupRow(keys=chosen, value=value, basis=basis)


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
