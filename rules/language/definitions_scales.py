"""How does each indicator earn its points: by bands, choices, a line, a share, or how many conditions hold?"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.contracts.units import unit
from rules.language.conditions import Conditions
from rules.language.dates import type_word
from rules.language.draft import INDICATOR
from rules.language.export_rows import Written, bound_cells
from rules.language.formulas import show_dimension
from rules.language.quantity_sentences import value_scope
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
    from collections.abc import Mapping
    from fractions import Fraction

    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.export_rows import Cells
    from rules.language.names import Named
    from rules.language.render import Renderer
    from rules.language.tables import TableRow
    from rules.language.text import Text
    from rules.model.scorecard import Scale

ScaleReader = Callable[["Draft", "Definition", "Mapping[str, Text]", str], "Scale | None"]
"""Reads a scale from the slots of its sentence, to stand at a path; nothing if there are errors."""

BOUNDS = ("more_than", "at_least", "at_most", "below")
_OPPOSED = (("more_than", "at_least"), ("at_most", "below"))
_CHOSEN = (FactType.CHOICE, FactType.FLAG)


def read_scale(read: ScaleReader, draft: Draft, definition: Definition) -> None:
    """Read how one indicator scores, with the reader of its production."""
    slots = draft.choose(definition, *(slot for slot in ("indicator", "measure", "unit") if slot in definition.slots))
    name = slots["indicator"]
    id = draft.criteria.id_of(name.text)
    if id is None or draft.criteria.find(name.text) != INDICATOR:
        known = [word for word, one in draft.criteria.words.items() if draft.criteria.items[one] == INDICATOR]
        tables = draft.words.sentences["indicators"].shown
        draft.report.add_unknown("RL011", name, known, name=name.text, tables=tables)
        return
    path = f"indicators[{id}].scale"
    if path in draft.locations:
        place = draft.locations[path]
        draft.report.add("RL014", name, id=name.text, place=f"{place.path.rsplit('/', 1)[-1]}:{place.line}")
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
        word = slots["measure"]
        tables = draft.words.separator.join(draft.words.sentences[key].shown for key in ("facts", "quantity"))
        draft.report.add_unknown("RL011", word, value_scope(draft).words, name=word.text, tables=tables)
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


def _refuse_type(draft: Draft, place: Text, measure: Named, wanted: str) -> None:
    words = draft.words.words["types"]
    kind = type_word(draft.cells, measure.type)
    draft.report.add("RL016", place, "expected", name=place.text, type=kind, wanted=words.write(wanted))


def _unit(draft: Draft, definition: Definition, slots: Mapping[str, Text], measure: Named) -> str | None:
    """Read the unit in which a number is measured; it stands there exactly when the number has one."""
    name = slots["measure"]
    if measure.type is not FactType.NUMBER:
        _refuse_type(draft, name, measure, "number")
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


def read_bounds(draft: Draft, row: TableRow, path: str) -> Mapping[str, Fraction | None]:
    """Read the bounds of a band or grade; of each pair only one may be given."""
    for one, other in _OPPOSED:
        second = row.get(other)
        if row.get(one) is not None and second is not None:
            draft.report.add("RL022", second, "bounds", one=row.names[one], other=row.names[other])
    bounds: dict[str, Fraction | None] = {}
    for column in BOUNDS:
        cell = row.get(column)
        draft.put(f"{path}.{column}", cell)
        bounds[column] = draft.cells.number(cell) if cell else None
    return bounds


def _points(draft: Draft, row: TableRow, path: str) -> Fraction | None:
    cell = row.need("points")
    draft.put(path, row.place)
    draft.put(f"{path}.points", cell)
    return draft.cells.number(cell) if cell else None


def _bands(draft: Draft, definition: Definition, measure: Named, symbol: str, path: str) -> BandScale | None:
    table = read_table(definition.step, "bands", draft.words, draft.report)
    if table is None:
        return None
    bands: list[Band] = []
    draft.put(f"{path}.bands", definition.step.sentence)
    for position, row in enumerate(table):
        bounds = read_bounds(draft, row, f"{path}.bands[{position}]")
        points = _points(draft, row, f"{path}.bands[{position}]")
        if points is not None:
            bands.append(Band(**bounds, points=points))
    return BandScale(measure=measure.id, unit=symbol, bands=tuple(bands))


def _choices(
    draft: Draft, definition: Definition, slots: Mapping[str, Text], measure: Named, path: str
) -> ChoiceScale | None:
    if "unit" in slots:
        draft.report.add("RL012", slots["unit"], "not_number", name=slots["measure"].text,
                         type=type_word(draft.cells, measure.type))  # fmt: skip
    table = read_table(definition.step, "choice_points", draft.words, draft.report)
    if table is None or measure.choices is None:
        return None
    rows: list[ChoicePoints] = []
    draft.put(f"{path}.rows", definition.step.sentence)
    for position, row in enumerate(table):
        points = _points(draft, row, f"{path}.rows[{position}]")
        cell = row.need("value")
        value = measure.choices.id_of(cell.text) if cell else None
        if cell is not None and value is None:
            shown = draft.words.separator.join(measure.choices.items)
            draft.report.add_unknown(
                "RL017", cell, measure.choices.words, value=cell.text, name=slots["measure"].text, choices=shown
            )
        draft.put(f"{path}.rows[{position}].value", cell)
        if points is not None and value is not None:
            rows.append(ChoicePoints(value=value, points=points))
    return ChoiceScale(measure=measure.id, rows=tuple(rows))


def _line(draft: Draft, definition: Definition, measure: Named, symbol: str, path: str) -> LineScale | None:
    table = read_table(definition.step, "line", draft.words, draft.report)
    if table is None:
        return None
    corners: list[LinePoint] = []
    draft.put(f"{path}.corners", definition.step.sentence)
    for position, row in enumerate(table):
        points = _points(draft, row, f"{path}.corners[{position}]")
        cell = row.need("at")
        at = draft.cells.number(cell) if cell else None
        draft.put(f"{path}.corners[{position}].at", cell)
        if at is not None and points is not None:
            corners.append(LinePoint(at=at, points=points))
    return LineScale(measure=measure.id, unit=symbol, corners=tuple(corners))


def _share(draft: Draft, definition: Definition, slots: Mapping[str, Text], measure: Named) -> ShareScale | None:
    refuse_table(definition.step, draft.report)
    name = slots["measure"]
    if measure.type is not FactType.NUMBER:
        _refuse_type(draft, name, measure, "number")
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
            rows = [{**bound_cells(band, render), "points": format_exact(band.points)} for band in bands]
        case ChoiceScale():
            production, table = "scale", "choice_points"
            choice = partial(render.choice, measure)
            rows = [{"value": choice(row.value), "points": format_exact(row.points)} for row in scale.rows]
        case LineScale(corners=corners):
            production, table = "line", "line"
            rows = [{"at": format_exact(one.at), "points": format_exact(one.points)} for one in corners]
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
