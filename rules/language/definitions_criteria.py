"""To whom does the card apply, which gates must be met, and which indicators earn points?"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.language.alternatives import declare_cases, grouped, has_cases, read_condition, written_cases
from rules.language.conditions import Conditions, value_scope
from rules.language.draft import GATE, INDICATOR
from rules.language.rows import Written, declare, place_of, read_cells, read_parts, write_cells, write_parts
from rules.language.tables import read_table, refuse_table
from rules.model.scorecard import CountScale, Gate, Indicator, Section

if TYPE_CHECKING:
    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.render import Renderer
    from rules.language.rows import Cells, Read
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
        if declare(draft, definition, rows[0], draft.criteria, kind) and kind == GATE:
            declare_cases(draft, rows, kind)


def read_gates(draft: Draft, definition: Definition) -> None:
    """Read what the gates require."""
    for rows in grouped(read_table(definition.step, "gates", draft.words, draft.report), GATE):
        name = rows[0].get("gate")
        if name is None or name.text not in definition.subjects:
            continue
        cases: Read | None = None
        if has_cases(draft, rows, GATE):
            requires, basis = read_condition(draft, rows, GATE)
            cases = {"requires": requires or (), "basis": basis}
        read = read_cells(draft, rows[0], "gates", place_of(definition, name.text), cases)
        if read is not None:
            draft.gates[name.text] = Gate.model_validate({"id": name.text, **read})


def read_sections(draft: Draft, definition: Definition) -> None:
    """Read the sections that indicators are grouped in."""
    for read in read_parts(draft, definition, draft.sections):
        section = Section.model_validate(read)
        draft.section_rows[section.id] = section


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
    name = row.get("indicator")
    id = name.text if name is not None and name.text in definition.subjects else ""
    cell = row.need("points")
    points = draft.cells.number(cell) if cell else None
    read = read_cells(draft, row, "indicators", place_of(definition, id), {"maximum": points})
    if id and read is not None and points is not None:
        draft.indicators[id] = Indicator.model_validate({"id": id, "scale": _UNSCALED, **read})
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
        rows += written_cases(render, GATE, gate.requires, write_cells(render, gate, "gates"))
    return Written({}, rows)


def write_sections(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the sections."""
    return write_parts(render, "sections", render.scorecard.sections, place.ids)


def write_indicators(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the indicators, and their points together."""
    points = sum((render.names.indicators[id].maximum for id in place.ids), Fraction(0))
    rows = write_parts(render, "indicators", render.scorecard.indicators, place.ids).rows
    return Written({"points": format_exact(points)}, rows)
