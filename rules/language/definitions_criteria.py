"""Applicability, conditions, gates, findings and indicators: readers and writers."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.language.compiler_state import CONDITION, INDICATOR
from rules.language.conditions import ConditionParser, value_scope
from rules.language.name_resolution import NamedItem
from rules.language.row_codec import (
    RowContext,
    SentenceCells,
    add_part,
    declare_row,
    id_column,
    model_path_of,
    read_cells,
    split_exception,
    write_cells,
    write_definition_rows,
)
from rules.language.table_columns import TABLES
from rules.language.tables import refuse_contradictions
from rules.model.expressions import ChoiceClause
from rules.model.quantities import ConditionRow, NamedCondition
from rules.model.scorecard import (
    CountScale,
    FactType,
    FindingRule,
    Gate,
    Indicator,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.language.compiler_state import DefinitionDraft, ScorecardDraft
    from rules.language.definition_sentences import ResolvedDefinition
    from rules.language.render import Renderer
    from rules.language.row_codec import Cells, Read
    from rules.language.tables import TableRow
    from rules.model.expressions import Condition


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
            _declare_cases(draft, rows, definition.production)


def _declare_cases(draft: ScorecardDraft, rows: Sequence[TableRow], production: str) -> None:
    kind = TABLES[production].parts.ids
    id = _id(kind, rows[0].cells[kind].text)
    called = draft.words.forms["cases"].write(id=rows[0].cells[kind].text)
    draft.values.reserve(id, called, NamedItem(id, CONDITION, FactType.FLAG, choices=draft.flag_registry()))
    draft.values.labels[id] = called
    draft.set_location(f"quantities[{id}]", rows[0].cells[kind])
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
    parts = {part.id: part for part in getattr(render.scorecard, definition.production)}
    rows = [row for id in definition.ids for row in _part_rows(render, parts[id], definition.production)]
    return SentenceCells({}, rows)


def _part_rows(render: Renderer, part: Gate | FindingRule, production: str) -> list[Cells]:
    kind, first = TABLES[production].parts.ids, write_cells(render, part, production)
    named = render.names.quantities.get(condition_of_rows(part) or "")
    if not isinstance(named, NamedCondition):
        return [first]
    blank = dict.fromkeys(first, "") | {kind: part.id}
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


_UNSCALED = CountScale(parts=())


def read_applicability(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the condition for the scorecard to apply."""
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
