"""How are figures of the records of a list stated: their number, a share, an average, the least, the greatest?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.units import convert, unit
from rules.language.conditions import Conditions
from rules.language.counted import COUNTED
from rules.language.definitions_quantities import (
    agree,
    by_quantity,
    fields_in,
    number_field,
    scope_in,
    summed_list,
)
from rules.language.export_rows import Written, each_slot
from rules.model.scorecard import FigureKind, SumQuantity, SumRow

if TYPE_CHECKING:
    from fractions import Fraction

    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.export_rows import Cells
    from rules.language.names import Scope
    from rules.language.render import Renderer
    from rules.language.tables import TableRow
    from rules.language.text import Text

_SHARE_OF_COUNT = "share_of_count"
_COUNTED_IN = ("", *COUNTED)
"""The units in which records may be counted."""


def read_figures(draft: Draft, definition: Definition) -> None:
    """Read the figures over the records of a list."""
    owner = summed_list(draft, definition)
    for id, rows in by_quantity(draft, definition) if owner is not None else ():
        if owner is not None and id in definition.subjects:
            _read_figure(draft, id, rows, owner, scope_in(draft, owner))


def _read_figure(draft: Draft, id: str, rows: list[TableRow], owner: str, scope: Scope) -> None:
    symbol, first = draft.values.items[id].unit, rows[0]
    path = f"quantities[{id}]"
    cell = first.need("figure")
    draft.put(f"{path}.of", cell)
    found = _figure(draft, fields_in(scope, owner), cell, id, symbol) if cell is not None else None
    instead = _when_none(draft, first.get("when_none"), id, symbol)
    read: list[SumRow] = []
    for position, row in enumerate(rows):
        place = f"{path}.rows[{position}]"
        draft.put(place, row.cells["quantity"])
        if found is not None and found[0] is FigureKind.SHARE:
            row.need("where")
        where = Conditions(draft, scope).read(row.get("where"), f"{place}.where")
        read.append(SumRow(where=where or (), basis=draft.basis(row, place)))
    for row in rows[1:]:
        agree(draft, id, first, row, ("figure", "when_none"))
    if found is not None:
        draft.quantities[id] = SumQuantity(
            id=id, unit=symbol, list=owner, of=found[1], rows=tuple(read), figure=found[0], when_none=instead
        )


def _figure(draft: Draft, fields: Scope, cell: Text, id: str, symbol: str) -> tuple[FigureKind, str] | None:
    """Read what is taken of the records: the kind of the figure, and the field or quantity that it is taken of."""
    patterns = sorted(draft.words.figures.items(), key=lambda item: -item[1].weight)
    ways = [(key, parse) for key, pattern in patterns for parse in pattern.parses(cell.text)]
    if not ways:
        shown = draft.words.separator.join(pattern.shown for pattern in draft.words.figures.values())
        draft.report.add("RL097", cell, text=cell.text, figures=shown)
        return None
    key, parse = ways[0]
    kind = FigureKind.SHARE if key == _SHARE_OF_COUNT else FigureKind(key)
    if not _fits(draft, cell, id, symbol, kind):
        return None
    if "field" not in parse:
        return kind, ""
    part = cell.part(*parse["field"])
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
    return True


def _when_none(draft: Draft, cell: Text | None, id: str, symbol: str) -> Fraction | None:
    draft.put(f"quantities[{id}].when_none", cell)
    measure = draft.cells.fitting(cell, id, symbol) if cell is not None else None
    return convert(measure.value, measure.unit, symbol) if measure is not None else None


def write_figures(render: Renderer, place: DefinitionSentence) -> Written:
    """Write figures of records, row by row; what they are stands in the first row of each."""
    rows: list[Cells] = []
    for quantity in (render.names.quantities[id] for id in place.ids):
        if not isinstance(quantity, SumQuantity) or quantity.figure is None:
            continue
        head = {
            "label": render.own(quantity.labels),
            "unit": render.words.write_unit(quantity.unit),
            "figure": _figure_words(quantity, quantity.figure, render),
            "when_none": render.number(quantity.when_none, quantity.unit),
        }
        for at, row in enumerate(quantity.rows):
            where = render.condition(row.where, quantity.list)
            own = {} if at else head
            rows.append({"quantity": quantity.id, **own, "where": where, "basis": render.listed(row.basis)})
    return Written(each_slot(render, place), rows)


def _figure_words(quantity: SumQuantity, kind: FigureKind, render: Renderer) -> str:
    if not quantity.of:
        return render.words.figures[_SHARE_OF_COUNT if kind is FigureKind.SHARE else kind].write()
    return render.words.figures[kind].write(field=render.name(quantity.of, quantity.list))
