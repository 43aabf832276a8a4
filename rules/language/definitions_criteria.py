"""Conditions, gates, findings, indicators and scales: readers and writers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.contracts.units import unit
from rules.language.compiler_state import CONDITION, INDICATOR
from rules.language.conditions import ConditionParser, value_scope
from rules.language.formulas import show_dimension
from rules.language.name_resolution import NamedItem
from rules.language.row_codec import (
    RowContext,
    SentenceCells,
    add_part,
    column_of,
    declare_row,
    id_column,
    model_path_of,
    read_cell,
    read_cells,
    split_exception,
    write_cells,
    write_definition_rows,
)
from rules.language.table_columns import TABLES
from rules.language.tables import refuse_contradictions, refuse_table
from rules.model.expressions import ChoiceClause
from rules.model.forms import ScaleForm
from rules.model.quantities import ConditionRow, NamedCondition
from rules.model.scorecard import (
    BandScale,
    ChoiceScale,
    CountScale,
    FactType,
    FindingRule,
    Gate,
    Indicator,
    LineScale,
    ShareScale,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.language.compiler_state import DefinitionDraft, ScorecardDraft
    from rules.language.definition_sentences import ResolvedDefinition
    from rules.language.render import Renderer
    from rules.language.row_codec import Cells, Read
    from rules.language.source_text import SourceText
    from rules.language.tables import TableRow
    from rules.model.expressions import Condition
    from rules.model.scorecard import Scale


CONDITION_COLUMNS = {"gate": "requires", "finding": "when"}
"""The condition column of a gate or finding, by its id column."""
_ID_SUFFIXES = {"gate": "met", "finding": "raised"}


def _grouped(draft: ScorecardDraft, definition: DefinitionDraft) -> list[list[TableRow]]:
    groups: list[list[TableRow]] = []
    for row in draft.rows(definition):
        if groups and _continues_group(groups[-1], row, id_column(definition)):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _continues_group(above: Sequence[TableRow], row: TableRow, kind: str) -> bool:
    first, id, statement = above[0].get(kind), row.get(kind), row.get(CONDITION_COLUMNS[kind])
    if first is None or id is None or first.text != id.text or row.get("label") is not None:
        return False
    return statement is None or statement.text not in {
        cell.text for earlier in above if (cell := earlier.get(CONDITION_COLUMNS[kind])) is not None
    }


def _has_cases(draft: ScorecardDraft, rows: Sequence[TableRow], kind: str) -> bool:
    cell = rows[0].get(CONDITION_COLUMNS[kind])
    return len(rows) > 1 or (cell is not None and split_exception(draft, cell)[1])


def declare_gates_or_findings(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Declare gates or findings, and the conditions formed by their cases."""
    kind = id_column(definition)
    for rows in _grouped(draft, definition):
        if declare_row(draft, definition, rows[0], kind) and _has_cases(draft, rows, kind):
            _declare_cases(draft, rows, kind)


def _declare_cases(draft: ScorecardDraft, rows: Sequence[TableRow], kind: str) -> None:
    id = _id(kind, rows[0].cells[kind].text)
    called = draft.words.forms["cases"].write(id=rows[0].cells[kind].text)
    draft.values.reserve(id, called, NamedItem(id, CONDITION, FactType.FLAG, choices=draft.flag_registry()))
    draft.values.labels[id] = called
    draft.set_location(f"quantities[{id}]", rows[0].cells[kind])
    production = "gates" if kind == "gate" else "findings"
    refuse_contradictions(rows[0].cells[kind].text, rows[0], rows[1:], TABLES[production].first_row_columns)


def read_gates_or_findings(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the conditions of gates or findings."""
    kind, production = id_column(definition), definition.production
    for rows in _grouped(draft, definition):
        name = rows[0].get(kind)
        if name is None or name.text not in definition.subjects:
            continue
        cases = _read_case_rows(draft, rows, kind) if _has_cases(draft, rows, kind) else {}
        read = read_cells(draft, rows[0], production, model_path_of(definition, name.text), RowContext(known=cases))
        if read is not None:
            add_part(draft, production, name.text, read)


def _read_case_rows(draft: ScorecardDraft, rows: Sequence[TableRow], kind: str) -> Read:
    id = _id(kind, rows[0].cells[kind].text)
    read = _read_cases(draft, id, rows, (kind, CONDITION_COLUMNS[kind]))
    if read is None:
        return {CONDITION_COLUMNS[kind]: (), "basis": ()}
    draft.quantities[id] = NamedCondition(id=id, rows=read)
    return {
        CONDITION_COLUMNS[kind]: _condition_clause(id),
        "basis": tuple(dict.fromkeys(basis for row in read for basis in row.basis)),
    }


def write_gates_or_findings(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Write gates or findings."""
    kind = TABLES[definition.production].parts.ids
    parts = {part.id: part for part in getattr(render.scorecard, definition.production)}
    rows: list[Cells] = []
    for part in (parts[id] for id in definition.ids):
        rows += _cases(
            render, kind, getattr(part, CONDITION_COLUMNS[kind]), write_cells(render, part, definition.production)
        )
    return SentenceCells({}, rows)


def _cases(render: Renderer, kind: str, condition: Condition, first: Cells) -> list[Cells]:
    named = render.names.quantities.get(_id(kind, first[kind]))
    if not isinstance(named, NamedCondition) or condition != _condition_clause(named.id):
        return [first]
    blank = dict.fromkeys(first, "") | {kind: first[kind]}
    cases = [write_cells(render, row, "conditions", RowContext(each=True)) for row in named.rows]
    return [
        {**(blank if position else first), CONDITION_COLUMNS[kind]: case["when"], "basis": case["basis"]}
        for position, case in enumerate(cases)
    ]


def condition_of_rows(part: object) -> str | None:
    """Return the id of the condition formed by the rows of a gate or finding; None if there is none."""
    match part:
        case Gate(id=id, requires=condition) if condition == _condition_clause(_id("gate", id)):
            return _id("gate", id)
        case FindingRule(id=id, when=condition) if condition == _condition_clause(_id("finding", id)):
            return _id("finding", id)
        case _:
            return None


def _id(kind: str, id: str) -> str:
    return f"{id}.{_ID_SUFFIXES[kind]}"


def _condition_clause(id: str) -> Condition:
    return (ChoiceClause(name=id, values=("yes",)),)


def declare_conditions(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Declare named conditions."""
    for id, rows in _by_condition(draft, definition):
        label = rows[0].get("label")
        named = NamedItem(id, CONDITION, FactType.FLAG, choices=draft.flag_registry())
        if not declare_row(draft, definition, rows[0], named):
            draft.report.broken.update(word.text for word in (label,) if word is not None)
            continue
        refuse_contradictions(id, rows[0], rows[1:], TABLES["conditions"].first_row_columns)


def read_conditions(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read named conditions: satisfied by any row, unless an exception row is satisfied."""
    for id, rows in _by_condition(draft, definition):
        if id not in definition.subjects:
            continue
        read = _read_cases(draft, id, rows, ("condition", "when"))
        if read is not None:
            draft.quantities[id] = NamedCondition(id=id, rows=read)


def _read_cases(
    draft: ScorecardDraft, id: str, rows: Sequence[TableRow], columns: tuple[str, str]
) -> tuple[ConditionRow, ...] | None:
    optional_rows = [
        _read_row(draft, f"quantities[{id}].rows[{position}]", row, columns) for position, row in enumerate(rows)
    ]
    read = tuple(row for row in optional_rows if row is not None)
    if len(read) == len(rows) and all(row.exception for row in read):
        named = rows[0].cells[columns[0]]
        draft.report.add("RL091", named, name=named.text)
        return None
    return read if len(read) == len(rows) else None


def _by_condition(draft: ScorecardDraft, definition: DefinitionDraft) -> list[tuple[str, list[TableRow]]]:
    named = [(cell.text, row) for row in draft.rows(definition) if (cell := row.need("condition")) is not None]
    return [(id, [row for _, row in group]) for id, group in groupby(named, key=lambda pair: pair[0])]


def _read_row(draft: ScorecardDraft, path: str, row: TableRow, columns: tuple[str, str]) -> ConditionRow | None:
    subject_column, condition_column = columns
    draft.set_location(path, row.cells[subject_column])
    case = replace(
        row,
        cells={**row.cells, "when": row.cells[condition_column]},
        names={**row.names, "when": row.names[condition_column]},
    )
    read = read_cells(draft, case, "conditions", path, RowContext(among_cases=subject_column == "finding", each=True))
    return None if read is None else ConditionRow.model_validate(read)


ScaleReader = Callable[["ScorecardDraft", "DefinitionDraft", "Mapping[str, SourceText]", str], "Scale | None"]

BOUNDS = ("more_than", "at_least", "at_most", "below")
_CHOICE_TYPES = (FactType.CHOICE, FactType.FLAG)
_TABLES: Mapping[type[ScaleForm], str] = {BandScale: "bands", ChoiceScale: "choice_points", LineScale: "line"}


def read_scale(read: ScaleReader, draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the scale of one indicator with the reader of its production."""
    slots = draft.choose(definition, *definition.slots)
    name = slots["indicator"]
    id = draft.criteria.id_of(name.text)
    if id is None or draft.criteria.find(name.text) != INDICATOR:
        known = draft.criteria.words_of(lambda kind: kind == INDICATOR)
        draft.cells.unknown_name(name, known, "indicators")
        return
    path = f"indicators[{id}].scale"
    if path in draft.locations:
        draft.cells.refuse_twice(name, draft.locations[path])
        return
    definition.subjects.append(id)
    draft.set_location(path, definition.step.sentence)
    scale = read(draft, definition, slots, path)
    if scale is not None:
        draft.scales[id] = scale


def read_measured_scale(
    draft: ScorecardDraft, definition: DefinitionDraft, slots: Mapping[str, SourceText], path: str
) -> Scale | None:
    """Read a scale of one measure."""
    measure = find_measure(draft, slots["measure"], f"{path}.measure")
    draft.set_location(f"{path}.unit", slots.get("unit"))
    if measure is None:
        return None
    read = _read_share_scale if definition.production == "share" else _read_row_scale
    return read(draft, definition, slots, measure, path)


def find_measure(draft: ScorecardDraft, name: SourceText, path: str) -> NamedItem | None:
    """Return a measure and store its location; report an unknown name."""
    draft.set_location(path, name)
    if draft.refuse_stage(name):
        return None
    scope = value_scope(draft)
    measure = scope.find(name.text)
    if measure is None:
        draft.cells.unknown_name(name, scope.words, "facts", "quantity")
    return measure


def _read_unit(
    draft: ScorecardDraft, definition: DefinitionDraft, slots: Mapping[str, SourceText], measure: NamedItem
) -> str | None:
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


def refuse_conflicting_bounds(row: TableRow) -> None:
    """Report two conflicting bounds of a band or grade."""
    for bound, other in (BOUNDS[:2], BOUNDS[2:]):
        second = row.get(other)
        if row.get(bound) is not None and second is not None:
            row.report.add("RL022", second, "bounds", one=row.names[bound], other=row.names[other])


def _read_row_scale(
    draft: ScorecardDraft, definition: DefinitionDraft, slots: Mapping[str, SourceText], measure: NamedItem, path: str
) -> BandScale | ChoiceScale | LineScale | None:
    line = definition.production in ("line", "line_plain")
    form = LineScale if line else ChoiceScale if measure.type in _CHOICE_TYPES else BandScale
    scale_fields: Read = {"measure": measure.id}
    if form is not ChoiceScale:
        scale_fields["unit"] = _read_unit(draft, definition, slots, measure)
    elif "unit" in slots:
        kind = draft.cells.type_word(measure.type)
        draft.report.add("RL012", slots["unit"], "not_number", name=slots["measure"].text, type=kind)
    if scale_fields.get("unit", "") is None or (form is ChoiceScale and measure.choices is None):
        return None
    table, rows = _TABLES[form], []
    field = TABLES[table].rows
    context = RowContext(named=measure, called=slots["measure"].text)
    draft.set_location(f"{path}.{field}", definition.step.sentence)
    for position, row in enumerate(draft.rows(definition, table)):
        row_path = f"{path}.{field}[{position}]"
        draft.set_location(row_path, row.location)
        read = read_cells(draft, row, table, row_path, context)
        refuse_conflicting_bounds(row)
        rows += [] if read is None else [read]
    return form.model_validate({**scale_fields, field: tuple(rows)})


def _read_share_scale(
    draft: ScorecardDraft, definition: DefinitionDraft, slots: Mapping[str, SourceText], measure: NamedItem, _path: str
) -> ShareScale | None:
    refuse_table(definition.step, draft.report)
    name = slots["measure"]
    if measure.type is not FactType.NUMBER:
        draft.cells.refuse_type(name, measure.type, "number")
        return None
    if unit(measure.unit).dimension:
        dimension_text = show_dimension(unit(measure.unit).dimension)
        draft.report.add("RL012", name, "dimension", found=dimension_text, name=name.text, unit="%")
        return None
    return ShareScale(measure=measure.id)


def read_count_scale(
    draft: ScorecardDraft, definition: DefinitionDraft, _slots: Mapping[str, SourceText], path: str
) -> CountScale | None:
    """Read a count scale."""
    table = draft.table(definition)
    if table is None:
        return None
    column = column_of("count", "holds")
    draft.set_location(f"{path}.parts", definition.step.sentence)
    parts = [
        read_cell(draft, column, cell, f"{path}.parts[{position}]")
        for position, row in enumerate(table)
        if (cell := row.need("holds")) is not None
    ]
    return CountScale.model_validate({"parts": tuple(part for part in parts if part)})


def write_measured_scale(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Write a scale of one measure, with the sentence for numbers with or without unit."""
    indicator = render.names.indicators[definition.slots["indicator"]]
    scale = indicator.scale
    (measure,) = scale.reads
    slots = {"indicator": indicator.id, "measure": render.name(measure)}
    table = _TABLES.get(type(scale))
    if table is None:
        return SentenceCells(slots, production="share")
    production = "line" if table == "line" else "scale"
    parts = getattr(scale, TABLES[table].rows)
    rows = [write_cells(render, row, table, RowContext(called=measure)) for row in parts]
    if symbol := getattr(scale, "unit", ""):
        return SentenceCells({**slots, "unit": render.words.write_unit(symbol)}, rows, production, table)
    return SentenceCells(slots, rows, f"{production}_plain", table)


def write_count_scale(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Write a count scale."""
    indicator = render.names.indicators[definition.slots["indicator"]]
    return SentenceCells(
        {"indicator": indicator.id}, [{"holds": render.condition(part)} for part in indicator.scale.conditions]
    )


_UNSCALED = CountScale(parts=())


def read_applicability(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the condition for the scorecard to apply."""
    refuse_table(definition.step, draft.report)
    if not draft.first("applies", definition):
        return
    draft.applies = ConditionParser(draft, value_scope(draft)).read(definition.slots["condition"], "applies") or ()


def declare_indicators(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Declare the indicators of a table."""
    for row in draft.rows(definition):
        declare_row(draft, definition, row, INDICATOR)


def read_indicators(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read indicators and compare the total of their points with the sentence."""
    table = draft.table(definition)
    total = Fraction(0)
    all_valid = table is not None
    for row in table or ():
        points = _read_indicator(draft, definition, row)
        all_valid = all_valid and points is not None
        total += points or 0
    stated_text = definition.slots["points"]
    stated = draft.cells.number(stated_text)
    if all_valid and stated is not None and stated != total:
        total_text = format_exact(total)
        draft.report.add("RL040", stated_text, "sentence", found=total_text, stated=stated_text.text)


def _read_indicator(draft: ScorecardDraft, definition: DefinitionDraft, row: TableRow) -> Fraction | None:
    name = row.get("indicator")
    id = name.text if name is not None and name.text in definition.subjects else ""
    cell = row.need("points")
    points = draft.cells.number(cell) if cell else None
    read = read_cells(draft, row, "indicators", model_path_of(definition, id), RowContext(known={"maximum": points}))
    if id and read is not None and points is not None:
        add_part(draft, "indicators", id, {"scale": _UNSCALED, **read})
    return points


def refuse_missing_scales(draft: ScorecardDraft) -> None:
    """Report indicators without a scale."""
    for id in draft.defined(Indicator):
        if f"indicators[{id}].scale" in draft.locations:
            continue
        label = draft.criteria.labels.get(id, id)
        sentence = draft.words.sentences["share"].write(indicator=label, measure="…")
        draft.report.add("RL026", draft.locations[f"indicators[{id}]"], id=id, sentence=sentence)


def write_applicability(render: Renderer, _definition: ResolvedDefinition) -> SentenceCells:
    """Write the condition for the scorecard to apply."""
    return SentenceCells({"condition": render.condition(render.scorecard.applies)})


def write_indicators(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Write the indicators and their total points."""
    points = sum((render.names.indicators[id].maximum for id in definition.ids), Fraction(0))
    return replace(write_definition_rows(render, definition), slots={"points": format_exact(points)})
