"""Which number or date does each combination of choices give?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rules.contracts.numbers import format_exact
from rules.language.conditions import copula, is_otherwise, value_scope
from rules.language.quantity_sentences import RowBases, own_bases, quantity_slots, said_slots
from rules.language.tables import read_named_table
from rules.model.expressions import STAGE, DateExpression
from rules.model.scorecard import DateLookup, DateRow, FactType, LookupQuantity, LookupRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

    from rules.language.draft import Definition, Draft
    from rules.language.names import Named
    from rules.language.render import Renderer
    from rules.language.rows import Cells
    from rules.language.tables import Table, TableRow
    from rules.language.text import Text

_LOOKED_UP = (FactType.CHOICE, FactType.FLAG)
_ROWS_ONLY = ("undetermined", "any")
"""What only a table of rows can say."""
_VALUE, _DATE, _BASIS = ":value", ":date", "basis"


def read_date_lookup(draft: Draft, definition: Definition) -> None:
    """Read the rows of a date that is looked up by choices, such as the transposition of a directive by country."""
    if not definition.subjects:
        return
    id, named_keys = definition.subjects[0], quantity_slots(draft, definition)["names"]
    keys, bases = _keys(draft, named_keys), RowBases.of(draft, definition)
    table = _table(draft, definition, keys, "date_lookup", _DATE) if keys is not None else None
    if keys is None or table is None:
        return
    draft.put(f"quantities[{id}].by", named_keys)
    rows: list[DateRow] = []
    otherwise: DateExpression | Literal["never"] | None = None
    otherwise_basis: tuple[str, ...] = ()
    for row in table:
        cells = [row.need(key.id) for key in keys]
        rest = _is_rest(draft, cells)
        path = f"quantities[{id}].otherwise" if rest else f"quantities[{id}].rows[{len(rows)}]"
        if rest:
            _refuse_second(draft, path, cells[0])
        date_cell = row.need(_DATE)
        draft.put(path, date_cell if rest else cells[0])
        draft.put(f"{path}.value", date_cell)
        value = _date(draft, date_cell) if date_cell else None
        basis = bases.read(row, f"{path}_basis" if rest else f"{path}.basis")
        if rest:
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


def read_lookup(draft: Draft, definition: Definition) -> None:
    """Read the rows of a quantity that is looked up by choices."""
    if not definition.subjects:
        return
    id = definition.subjects[0]
    named_keys = quantity_slots(draft, definition)["names"]
    keys, bases = _keys(draft, named_keys), RowBases.of(draft, definition)
    table = _table(draft, definition, keys, "lookup", _VALUE) if keys is not None else None
    if keys is None or table is None:
        return
    draft.put(f"quantities[{id}].by", named_keys)
    rows: list[LookupRow] = []
    otherwise: Fraction | None = None
    otherwise_basis: tuple[str, ...] = ()
    for row in table:
        cells = [row.need(key.id) for key in keys]
        if _is_rest(draft, cells):
            path = f"quantities[{id}].otherwise"
            otherwise, otherwise_basis = _read_otherwise(draft, row, path, cells[0], bases)
            continue
        read_row = _read_row(draft, row, keys, f"quantities[{id}].rows[{len(rows)}]", bases)
        if read_row is not None:
            rows.append(read_row)
    symbol = draft.values.items[id].unit
    by = tuple(key.id for key in keys)
    draft.quantities[id] = LookupQuantity(
        id=id, unit=symbol, by=by, rows=tuple(rows), otherwise=otherwise, otherwise_basis=otherwise_basis
    )


def is_looked_up(draft: Draft, definition: Definition) -> bool:
    """Say whether a lookup goes by choices alone, each row a number for one combination of them."""
    slots = quantity_slots(draft, definition)
    parts = _key_names(draft, slots["names"])
    keys = [draft.values.find(part.text) for part in parts]
    ends = any(True for part in parts for _ in value_scope(draft).edges(part.text, draft.words.dates))
    others = any(key is not None and key.type not in _LOOKED_UP and key.id != STAGE for key in keys)
    if "each" in slots or ends or others:
        return False
    choices = [key.choices for key in keys if key is not None and key.choices is not None]
    cells = [cell.text for row in (definition.step.table or ())[1:] for cell in row]
    return not any(_says_more(draft, cell) for cell in cells if not any(one.find(cell) for one in choices))


def _says_more(draft: Draft, cell: str) -> bool:
    """Say whether a cell that names no choice says something else of its key, or that its value is left open."""
    words = draft.words
    said = (cell, copula(words) + cell)
    asked = (words.operators[key].parses(text) for key in ("is_not", "one_of", "none_of") for text in said)
    return words.words["values"].read(cell) in _ROWS_ONLY or any(True for parses in asked for _ in parses)


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
    columns |= {word: own if own == _BASIS else f":{own}" for word, own in draft.words.columns[kind].by_word.items()}
    required = frozenset({*(key.id for key in keys), value})
    return read_named_table(definition.step, columns, required, draft.words, draft.report)


def _read_otherwise(
    draft: Draft, row: TableRow, path: str, key: Text | None, bases: RowBases
) -> tuple[Fraction | None, tuple[str, ...]]:
    value_cell = row.need(_VALUE)
    _refuse_second(draft, path, key)
    draft.put(path, value_cell)
    return (draft.cells.number(value_cell) if value_cell else None), bases.read(row, f"{path}_basis")


def _refuse_second(draft: Draft, path: str, key: Text | None) -> None:
    if path in draft.locations and key is not None:
        draft.cells.refuse_twice(key, draft.locations[path])


def _read_row(draft: Draft, row: TableRow, keys: list[Named], path: str, bases: RowBases) -> LookupRow | None:
    cells = [row.need(key.id) for key in keys]
    value_cell = row.need(_VALUE)
    draft.put(path, cells[0])
    draft.put(f"{path}.value", value_cell)
    value = draft.cells.number(value_cell) if value_cell else None
    basis = bases.read(row, f"{path}.basis")
    chosen = _chosen(draft, keys, cells)
    return None if value is None or chosen is None else LookupRow(keys=chosen, value=value, basis=basis)


def _chosen(draft: Draft, keys: list[Named], cells: list[Text | None]) -> tuple[str, ...] | None:
    """Read the choices of one row; None if one of them is not known."""
    read = [_choice(draft, key, cell) for key, cell in zip(keys, cells, strict=True)]
    chosen = tuple(one for one in read if one is not None)
    return chosen if len(chosen) == len(keys) else None


def _is_rest(draft: Draft, cells: Iterable[Text | None]) -> bool:
    return all(is_otherwise(draft, cell) for cell in cells)


def _key_names(draft: Draft, text: Text) -> tuple[Text, ...]:
    return (text,) if draft.values.find(text.text) is not None else draft.cells.items(text)


def _key(draft: Draft, name: Text) -> Named | None:
    named = draft.values.find(name.text)
    if draft.refuse_stage(name):
        return None
    if named is None:
        draft.cells.unknown_name(name, draft.values.words, "facts")
        return None
    if named.type not in _LOOKED_UP:
        draft.cells.refuse_type(name, named.type, "choice")
        return None
    return named


def _choice(draft: Draft, key: Named, cell: Text | None) -> str | None:
    if cell is None or key.choices is None:
        return None
    id = key.choices.id_of(cell.text)
    if id is None:
        draft.cells.unknown_choice(cell, key.choices, key.id)
    return id


def lookup_sentence(render: Renderer, quantity: LookupQuantity | DateLookup) -> Cells:
    """Write what stands in the slots of the sentence of something that is looked up."""
    names = render.listed(render.name(name) for name in quantity.by)
    return {**said_slots(quantity, _bases(quantity), render), "names": names}


def lookup_table(render: Renderer, quantity: LookupQuantity | DateLookup) -> Sequence[Sequence[str]]:
    """Write the table of a number or date that is looked up, with its heading."""
    kind, value = ("lookup", "value") if isinstance(quantity, LookupQuantity) else ("date_lookup", "date")
    columns, bases = render.words.columns[kind], own_bases(_bases(quantity), render)
    rows = [[*(render.name(name) for name in quantity.by), columns.write(value)], *_rows(render, quantity)]
    if not any(bases):
        return rows
    return [[*row, basis] for row, basis in zip(rows, (columns.write("basis"), *bases), strict=True)]


def _rows(render: Renderer, quantity: LookupQuantity | DateLookup) -> Iterator[list[str]]:
    for row in quantity.rows:
        keys = [render.choice(name, key) for name, key in zip(quantity.by, row.keys, strict=True)]
        yield [*keys, _value(render, row.value)]
    if quantity.otherwise is not None:
        rest = render.words.words["values"].write("otherwise")
        yield [*(rest for _ in quantity.by), _value(render, quantity.otherwise)]


def _value(render: Renderer, value: Fraction | DateExpression | Literal["never"]) -> str:
    match value:
        case DateExpression():
            return render.date(value)
        case "never":
            return render.words.words["values"].write("never")
        case _:
            return format_exact(value)


def _bases(quantity: LookupQuantity | DateLookup) -> list[tuple[str, ...]]:
    rest = () if quantity.otherwise is None else (quantity.otherwise_basis,)
    return [*(row.basis for row in quantity.rows), *rest]
