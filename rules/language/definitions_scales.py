"""How does each indicator earn its points: by bands, choices, a line, a share, or how many conditions hold?"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rules.contracts.units import unit
from rules.language.conditions import Conditions, value_scope
from rules.language.draft import INDICATOR
from rules.language.formulas import show_dimension
from rules.language.rows import Written, read_cells, write_cells
from rules.language.tables import read_table, refuse_table
from rules.model.scorecard import (
    Band,
    BandScale,
    ChoicePoints,
    ChoiceScale,
    CountScale,
    FactType,
    LinePoint,
    LineScale,
    ShareScale,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.names import Named
    from rules.language.render import Renderer
    from rules.language.rows import Cells, Read
    from rules.language.tables import TableRow
    from rules.language.text import Text
    from rules.model.scorecard import Scale

ScaleReader = Callable[["Draft", "Definition", "Mapping[str, Text]", str], "Scale | None"]
"""Reads a scale from the slots of its sentence, to stand at a path; nothing if there are errors."""

BOUNDS = ("more_than", "at_least", "at_most", "below")
_CHOSEN = (FactType.CHOICE, FactType.FLAG)


def read_scale(read: ScaleReader, draft: Draft, definition: Definition) -> None:
    """Read how one indicator scores, with the reader of its production."""
    slots = draft.choose(definition, *(slot for slot in ("indicator", "measure", "unit") if slot in definition.slots))
    name = slots["indicator"]
    id = draft.criteria.id_of(name.text)
    if id is None or draft.criteria.find(name.text) != INDICATOR:
        known = [word for word, one in draft.criteria.words.items() if draft.criteria.items[one] == INDICATOR]
        draft.cells.unknown_name(name, known, "indicators")
        return
    path = f"indicators[{id}].scale"
    if path in draft.locations:
        draft.cells.refuse_twice(name, draft.locations[path])
        return
    definition.subjects.append(id)
    draft.put(path, definition.step.sentence)
    scale = read(draft, definition, slots, path)
    if scale is not None:
        draft.scales[id] = scale


def read_measured(draft: Draft, definition: Definition, slots: Mapping[str, Text], path: str) -> Scale | None:
    """Read a scale of one measure: bands, choices, a line or a share."""
    measure = value_scope(draft).find(slots["measure"].text)
    draft.put(f"{path}.measure", slots["measure"])
    draft.put(f"{path}.unit", slots.get("unit"))
    if draft.refuse_stage(slots["measure"]):
        return None
    if measure is None:
        draft.cells.unknown_name(slots["measure"], value_scope(draft).words, "facts", "quantity")
        return None
    match definition.production:
        case "share":
            return _share(draft, definition, slots, measure)
        case "line" | "line_plain":
            symbol = _unit(draft, definition, slots, measure)
            return None if symbol is None else _line(draft, definition, measure, symbol, path)
        case _ if measure.type in _CHOSEN:
            return _choices(draft, definition, slots, measure, path)
        case _:
            symbol = _unit(draft, definition, slots, measure)
            return None if symbol is None else _bands(draft, definition, measure, symbol, path)


def _unit(draft: Draft, definition: Definition, slots: Mapping[str, Text], measure: Named) -> str | None:
    """Read the unit in which a number is measured; it stands there exactly when the number has one."""
    name = slots["measure"]
    if measure.type is not FactType.NUMBER:
        draft.cells.refuse_type(name, measure.type, "number")
        return None
    kind = definition.production.removesuffix("_plain")
    written = {slot: text.text for slot, text in slots.items()}
    shown = draft.words.write_unit(measure.unit)
    if "unit" not in slots and not measure.unit:
        return ""
    if "unit" not in slots:
        sentence = draft.words.sentences[kind].write(**{**written, "unit": shown})
        draft.report.add("RL012", name, "measure_missing", name=name.text, unit=shown, sentence=sentence)
        return None
    if not measure.unit:
        sentence = draft.words.sentences[f"{kind}_plain"].write(**written)
        draft.report.add(
            "RL012", slots["unit"], "measure_unwanted", name=name.text, unit=slots["unit"].text, sentence=sentence
        )
        return None
    symbol = draft.cells.unit(slots["unit"])
    if symbol is not None and unit(symbol).dimension != unit(measure.unit).dimension:
        draft.report.add("RL012", slots["unit"], "dimension", found=slots["unit"].text, name=name.text, unit=shown)
        return None
    return symbol


def refuse_opposed(row: TableRow) -> None:
    """Report two bounds of a band or grade of which only one may be given."""
    for one, other in (BOUNDS[:2], BOUNDS[2:]):
        second = row.get(other)
        if row.get(one) is not None and second is not None:
            row.report.add("RL022", second, "bounds", one=row.names[one], other=row.names[other])


def _rows(draft: Draft, definition: Definition, kind: str, path: str) -> Iterator[tuple[TableRow, str, Read | None]]:
    """Read the rows of a scale, each with its place and what its columns say; nothing where a number cannot be read."""
    draft.put(path, definition.step.sentence)
    for position, row in enumerate(read_table(definition.step, kind, draft.words, draft.report) or ()):
        at = f"{path}[{position}]"
        draft.put(at, row.place)
        yield row, at, read_cells(draft, row, kind, at)


def _bands(draft: Draft, definition: Definition, measure: Named, symbol: str, path: str) -> BandScale:
    bands: list[Band] = []
    for row, _, read in _rows(draft, definition, "bands", f"{path}.bands"):
        refuse_opposed(row)
        if read is not None:
            bands.append(Band.model_validate(read))
    return BandScale(measure=measure.id, unit=symbol, bands=tuple(bands))


def _choices(
    draft: Draft, definition: Definition, slots: Mapping[str, Text], measure: Named, path: str
) -> ChoiceScale | None:
    if "unit" in slots:
        draft.report.add("RL012", slots["unit"], "not_number", name=slots["measure"].text,
                         type=draft.cells.type_word(measure.type))  # fmt: skip
    if measure.choices is None:
        return None
    points: list[ChoicePoints] = []
    for row, at, read in _rows(draft, definition, "choice_points", f"{path}.rows"):
        cell = row.need("value")
        value = measure.choices.id_of(cell.text) if cell else None
        if cell is not None and value is None:
            draft.cells.unknown_choice(cell, measure.choices, slots["measure"].text)
        draft.put(f"{at}.value", cell)
        if value is not None and read is not None:
            points.append(ChoicePoints.model_validate({"value": value, **read}))
    return ChoiceScale(measure=measure.id, rows=tuple(points))


def _line(draft: Draft, definition: Definition, measure: Named, symbol: str, path: str) -> LineScale:
    read = _rows(draft, definition, "line", f"{path}.corners")
    corners = tuple(LinePoint.model_validate(corner) for _, _, corner in read if corner is not None)
    return LineScale(measure=measure.id, unit=symbol, corners=corners)


def _share(draft: Draft, definition: Definition, slots: Mapping[str, Text], measure: Named) -> ShareScale | None:
    refuse_table(definition.step, draft.report)
    name = slots["measure"]
    if measure.type is not FactType.NUMBER:
        draft.cells.refuse_type(name, measure.type, "number")
        return None
    if unit(measure.unit).dimension:
        found = show_dimension(unit(measure.unit).dimension)
        draft.report.add("RL012", name, "dimension", found=found, name=name.text, unit="%")
        return None
    return ShareScale(measure=measure.id)


def read_count(draft: Draft, definition: Definition, slots: Mapping[str, Text], path: str) -> CountScale | None:
    """Read the conditions that are counted."""
    del slots
    table = read_table(definition.step, "count", draft.words, draft.report)
    if table is None:
        return None
    conditions = Conditions(draft, value_scope(draft))
    draft.put(f"{path}.parts", definition.step.sentence)
    parts = [
        conditions.read(cell, f"{path}.parts[{position}]")
        for position, row in enumerate(table)
        if (cell := row.need("holds")) is not None
    ]
    return CountScale(parts=tuple(part for part in parts if part))


def write_measured(render: Renderer, place: DefinitionSentence) -> Written:
    """Write a scale of one measure, by the sentence that says whether it has a unit."""
    indicator = render.names.indicators[place.slots["indicator"]]
    scale = indicator.scale
    (measure,) = scale.reads
    slots = {"indicator": indicator.id, "measure": render.name(measure)}
    rows: list[Cells]
    match scale:
        case BandScale(bands=bands):
            production, table = "scale", "bands"
            rows = [write_cells(render, band, table) for band in bands]
        case ChoiceScale():
            production, table = "scale", "choice_points"
            rows = [write_cells(render, row, table, {"value": render.choice(measure, row.value)}) for row in scale.rows]
        case LineScale(corners=corners):
            production, table = "line", "line"
            rows = [write_cells(render, corner, table) for corner in corners]
        case _:
            return Written(slots, production="share")
    if symbol := getattr(scale, "unit", ""):
        return Written({**slots, "unit": render.words.write_unit(symbol)}, rows, production, table)
    return Written(slots, rows, f"{production}_plain", table)


def write_count(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the conditions that are counted."""
    indicator = render.names.indicators[place.slots["indicator"]]
    return Written(
        {"indicator": indicator.id}, [{"holds": render.condition(part)} for part in indicator.scale.conditions]
    )
