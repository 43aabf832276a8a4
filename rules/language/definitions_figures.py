"""How are figures of the records of a list stated: their number, a share, an average, the least, the greatest?"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from rules.contracts.units import convert, unit
from rules.language.cells import COUNTED
from rules.language.definitions_belonging import refuse_others
from rules.language.definitions_quantities import (
    field_of_type,
    fields_of,
    number_field,
    read_counting,
    summed_list,
    write_counting,
)
from rules.language.quantity_sentences import quantity_slots
from rules.model.scorecard import FactType, FigureKind, SumQuantity

if TYPE_CHECKING:
    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.names import Named, Scope
    from rules.language.render import Renderer
    from rules.language.rows import Written
    from rules.language.text import Text

_SHARE_OF_COUNT = "share_of_count"
_OF_DAYS = (FigureKind.EARLIEST, FigureKind.LATEST)
_COUNTED_IN = ("", *COUNTED)
"""The units in which records may be counted."""


def read_figure(draft: Draft, definition: Definition) -> None:
    """Read a figure over the records of a list, and which of them count; without a table all do."""
    owner, slots = summed_list(draft, definition), quantity_slots(draft, definition)
    if owner is None or not definition.subjects:
        return
    id = definition.subjects[0]
    symbol, said = draft.values.items[id].unit, slots["figure"]
    found = _figure(draft, fields_of(draft, owner), said, id, symbol)
    instead = _when_none(draft, slots.get("none"), draft.values.items[id])
    rows = read_counting(draft, definition, owner, said)
    each = draft.values.items[id].list
    if found is None or refuse_others(draft, slots["fact"], each, owner):
        return
    if found[0] is FigureKind.SHARE and not any(row.where for row in rows):
        draft.report.add("RL097", said, "all", id=id)
    draft.quantities[id] = SumQuantity(
        id=id, unit=symbol, list=owner, of=found[1], rows=rows, figure=found[0],
        when_none=instead if isinstance(instead, Fraction) else None,
        when_none_day=None if isinstance(instead, Fraction) else instead, each=each,
    )  # fmt: skip


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


def write_figure(render: Renderer, place: DefinitionSentence) -> Written | None:
    """Write a figure of records, with a row for each way in which one of them counts."""
    quantity = render.names.quantities[place.slots["quantity"]]
    if not isinstance(quantity, SumQuantity) or quantity.figure is None:
        return None
    said = {
        "figure": _figure_words(quantity, quantity.figure, render),
        "none": _none_words(quantity, render),
    }
    return write_counting(quantity, said, render)


def _none_words(quantity: SumQuantity, render: Renderer) -> str:
    day = quantity.when_none_day
    if day is None:
        return render.number(quantity.when_none, quantity.unit)
    return day.isoformat() if isinstance(day, date) else render.words.words["values"].write(day)


def _figure_words(quantity: SumQuantity, kind: FigureKind, render: Renderer) -> str:
    if not quantity.of:
        return render.words.figures[_SHARE_OF_COUNT if kind is FigureKind.SHARE else kind].write()
    return render.words.figures[kind].write(field=render.name(quantity.of, quantity.list))
