"""To whom does the card apply, which gates must be met, and which indicators earn points?"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.language.alternatives import declare_cases, grouped, has_cases, read_condition, written_cases
from rules.language.conditions import Conditions
from rules.language.draft import GATE, INDICATOR
from rules.language.export_rows import Written
from rules.language.quantity_sentences import value_scope
from rules.language.tables import read_table, refuse_table
from rules.model.scorecard import CountScale, Gate, Indicator, Section

if TYPE_CHECKING:
    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.export_rows import Cells
    from rules.language.render import Renderer
    from rules.language.tables import TableRow

_UNSCALED = CountScale(parts=())


def read_applies(draft: Draft, definition: Definition) -> None:
    """Read to which subjects the whole card applies."""
    refuse_table(definition.step, draft.report)
    if not draft.first("applies", definition):
        return
    draft.applies = Conditions(draft, value_scope(draft)).read(definition.slots["condition"], "applies") or ()


def declare_criteria(draft: Draft, definition: Definition) -> None:
    """Declare the gates or indicators of a table, so that others can name them."""
    kind = GATE if definition.production == "gates" else INDICATOR
    table = read_table(definition.step, definition.production, draft.words, draft.report)
    for rows in grouped(table, kind) if kind == GATE else ([row] for row in table or ()):
        row = rows[0]
        name, label = row.need(kind), row.get("label")
        if name is None or not draft.criteria.declare(name, kind):
            continue
        if kind == GATE:
            declare_cases(draft, rows, kind)
        definition.subjects.append(name.text)
        path = f"{kind}s[{name.text}]"
        draft.put(path, name)
        draft.put(f"{path}.labels", label)
        if label is not None:
            draft.criteria.label(name.text, label)


def read_gates(draft: Draft, definition: Definition) -> None:
    """Read what the gates require."""
    conditions = Conditions(draft, value_scope(draft))
    for rows in grouped(read_table(definition.step, "gates", draft.words, draft.report), GATE):
        row = rows[0]
        name, required = row.get("gate"), row.need("requires")
        if name is None or name.text not in definition.subjects:
            continue
        path = f"gates[{name.text}]"
        applies = conditions.read(row.get("applies"), f"{path}.applies")
        if has_cases(draft, rows, GATE):
            draft.put(f"{path}.requires", required)
            draft.put(f"{path}.basis", row.get("basis"))
            requires, basis = read_condition(draft, rows, GATE)
        else:
            requires = conditions.read(required, f"{path}.requires") if required else None
            basis = draft.basis(row, path)
        if requires is not None and applies is not None:
            draft.gates[name.text] = Gate(id=name.text, applies=applies, requires=requires, basis=basis)


def read_sections(draft: Draft, definition: Definition) -> None:
    """Read the sections that indicators are grouped in."""
    for row in read_table(definition.step, "sections", draft.words, draft.report) or ():
        name, points_cell = row.need("section"), row.need("points")
        if name is None or not draft.sections.declare(name, name.text):
            continue
        definition.subjects.append(name.text)
        path = f"sections[{name.text}]"
        draft.put(path, name)
        draft.put(f"{path}.maximum", points_cell)
        draft.put(f"{path}.labels", row.get("label"))
        if (label := row.get("label")) is not None:
            draft.sections.label(name.text, label)
        points = draft.cells.number(points_cell) if points_cell else None
        if points is not None:
            draft.section_rows[name.text] = Section(id=name.text, maximum=points)


def read_indicators(draft: Draft, definition: Definition) -> None:
    """Read what the indicators are worth; how each scores is said in a sentence of its own."""
    table = read_table(definition.step, "indicators", draft.words, draft.report)
    total = Fraction(0)
    sound = table is not None
    for row in table or ():
        points = _read_indicator(draft, definition, row)
        sound = sound and points is not None
        total += points or 0
    stated_text = definition.slots["points"]
    stated = draft.cells.number(stated_text)
    if sound and stated is not None and stated != total:
        found = format_exact(total)
        draft.report.add("RL040", stated_text, "sentence", found=found, stated=stated_text.text)


def _read_indicator(draft: Draft, definition: Definition, row: TableRow) -> Fraction | None:
    name, section_cell, points_cell = row.get("indicator"), row.need("section"), row.need("points")
    points = draft.cells.number(points_cell) if points_cell else None
    section = draft.sections.id_of(section_cell.text) if section_cell else None
    if section_cell is not None and section is None:
        tables = draft.words.sentences["sections"].shown
        draft.report.add_unknown("RL011", section_cell, draft.sections.words, name=section_cell.text, tables=tables)
    if name is None or name.text not in definition.subjects:
        return points
    path = f"indicators[{name.text}]"
    draft.put(f"{path}.section", section_cell)
    draft.put(f"{path}.maximum", points_cell)
    conditions = Conditions(draft, value_scope(draft))
    must = conditions.read(row.get("must"), f"{path}.must")
    applies = conditions.read(row.get("applies"), f"{path}.applies")
    basis = draft.basis(row, path)
    if section is not None and points is not None and must is not None and applies is not None:
        draft.indicators[name.text] = Indicator(
            id=name.text, section=section, maximum=points, applies=applies, must=must, scale=_UNSCALED, basis=basis
        )
    return points


def refuse_unscaled(draft: Draft) -> None:
    """Report indicators for which no sentence says how they score."""
    for id, indicator in draft.indicators.items():
        if f"indicators[{id}].scale" in draft.locations:
            continue
        label = draft.criteria.labels.get(id, id)
        sentence = draft.words.sentences["share"].write(indicator=label, measure="…")
        draft.report.add("RL026", draft.locations[f"indicators[{indicator.id}]"], id=id, sentence=sentence)


def write_applies(render: Renderer, place: DefinitionSentence) -> Written:
    """Write to which subjects the whole card applies."""
    del place
    return Written({"condition": render.condition(render.scorecard.applies)})


def write_gates(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the gates."""
    rows: list[Cells] = []
    for gate in (render.names.gates[id] for id in place.ids):
        first = {
            "gate": gate.id,
            "label": render.own(gate.labels),
            "requires": render.condition(gate.requires),
            "applies": render.condition(gate.applies),
            "basis": render.listed(gate.basis),
        }
        rows += written_cases(render, GATE, gate.requires, first)
    return Written({}, rows)


def write_sections(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the sections."""
    sections = {one.id: one for one in render.scorecard.sections}
    return Written(
        {},
        [
            {"section": one.id, "label": render.own(one.labels), "points": format_exact(one.maximum)}
            for one in (sections[id] for id in place.ids)
        ],
    )


def write_indicators(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the indicators, and their points together."""
    indicators = [render.names.indicators[id] for id in place.ids]
    points = sum((one.maximum for one in indicators), Fraction(0))
    return Written(
        {"points": format_exact(points)},
        [
            {
                "indicator": one.id,
                "label": render.own(one.labels),
                "section": one.section,
                "points": format_exact(one.maximum),
                "must": render.condition(one.must),
                "applies": render.condition(one.applies),
                "basis": render.listed(one.basis),
            }
            for one in indicators
        ],
    )
