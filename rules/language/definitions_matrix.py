"""Matrix scales: tables of points by two measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.contracts.units import convert
from rules.language.conditions import ConditionParser, copula, value_scope
from rules.language.definitions_criteria import BOUNDS, find_measure
from rules.language.row_codec import SentenceCells
from rules.language.tables import require_table
from rules.model.expressions import (
    ChoiceClause,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    NumberRangeClause,
    OutcomeClause,
)
from rules.model.scales import MatrixScale
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from rules.language.compiler_state import DefinitionDraft, ScorecardDraft
    from rules.language.definition_sentences import ResolvedDefinition
    from rules.language.name_resolution import NamedItem
    from rules.language.render import Renderer
    from rules.language.row_codec import Read
    from rules.language.source_text import SourceText
    from rules.model.edge_rows import PlacedClause
    from rules.model.expressions import Clause

_BOUNDS = {
    NumberOperator.MORE_THAN: ("more_than",),
    NumberOperator.AT_LEAST: ("at_least",),
    NumberOperator.AT_MOST: ("at_most",),
    NumberOperator.LESS_THAN: ("below",),
    NumberOperator.IS: ("at_least", "at_most"),
}
_EXCLUDES = {bound: pair for pair in (BOUNDS[:2], BOUNDS[2:]) for bound in pair}
_ALLOWED = {FactType.NUMBER: (*_BOUNDS, "between"), FactType.CHOICE: ("is", "one_of"), FactType.FLAG: ("is",)}
_Heading = dict[str, "NumberLiteral | tuple[str, ...]"]


def read_matrix(
    draft: ScorecardDraft, definition: DefinitionDraft, slots: Mapping[str, SourceText], path: str
) -> MatrixScale | None:
    """Read the measures, headings and points of a matrix; returns None after an error."""
    down, across = (find_measure(draft, slots[slot], f"{path}.{slot}") for slot in ("measure", "across"))
    table = definition.step.table
    if not require_table(definition.step, (slots["measure"].text, "…"), draft.report) or table is None:
        return None
    (corner, *heading), *body = table
    if down is None or across is None or not _can_be_axes(draft, slots, down, across):
        return None
    corner_item = value_scope(draft).find(corner.text)
    if corner_item is None or corner_item.id != down.id:
        draft.report.add("RL021", corner, "far", column=corner.text, columns=slots["measure"].text)
        return None
    if not heading or not body:
        draft.report.add("RL020", corner, "empty" if heading else "no_column", name=slots["across"].text)
        return None
    columns, across_unit = _read_headings(draft, across, slots["across"], heading, f"{path}.columns")
    rows, unit = _read_headings(draft, down, slots["measure"], [first for first, *_ in body], f"{path}.rows")
    cells = [_row_points(draft, row, heading, f"{path}.rows[{number}].points") for number, (_, *row) in enumerate(body)]
    if any(part is None for part in (*columns, *rows, *(points for row in cells for points in row))):
        return None
    return MatrixScale.model_validate(
        {
            "measure": down.id,
            "unit": unit,
            "across": across.id,
            "across_unit": across_unit,
            "columns": columns,
            "rows": [{**(row or {}), "points": points} for row, points in zip(rows, cells, strict=True)],
        }
    )


def _can_be_axes(draft: ScorecardDraft, slots: Mapping[str, SourceText], down: NamedItem, across: NamedItem) -> bool:
    unfit = [
        (slots[slot], named) for slot, named in (("measure", down), ("across", across)) if named.type not in _ALLOWED
    ]
    for name, named in unfit:
        draft.cells.refuse_type(name, named.type, *_ALLOWED)
    if down == across:
        draft.report.add("RL080", slots["across"], "twice", column=slots["across"].text)
    return not unfit and down != across


def _row_points(
    draft: ScorecardDraft, row: Sequence[SourceText], heading: Sequence[SourceText], path: str
) -> list[Fraction | None]:
    points: list[Fraction | None] = []
    for position, (head, cell) in enumerate(zip(heading, row, strict=True)):
        draft.set_location(f"{path}[{position}]", cell)
        points.append(draft.cells.number(cell) if cell.text else None)
        if not cell.text:
            draft.report.add("RL023", cell, column=head.text)
    return points


def _read_headings(
    draft: ScorecardDraft, named: NamedItem, name: SourceText, cells: Sequence[SourceText], path: str
) -> tuple[list[Read | None], str]:
    conditions, headings = ConditionParser(draft, value_scope(draft)), []
    for position, cell in enumerate(cells):
        part_path = f"{path}[{position}]"
        draft.set_location(part_path, cell)
        clauses = None
        if cell.text:
            clauses = conditions.read_column_cell(named, name, cell, part_path)
        else:
            draft.report.add("RL023", cell, column=name.text)
        heading = None if clauses is None else _heading_of(clauses)
        if clauses is not None and heading is None:
            operators, prefix = draft.words.operators, copula(draft.words)
            shown = (operators[key].shown.removeprefix(prefix) for key in _ALLOWED[named.type])
            draft.report.add("RL022", cell, "word", text=cell.text, allowed=draft.words.separator.join(shown))
        headings.append(heading)
    literals = [bound for heading in headings for bound in (heading or {}).values() if isinstance(bound, NumberLiteral)]
    unit = literals[0].unit if literals else ""
    return [None if heading is None else _in_unit(heading, unit) for heading in headings], unit


def _in_unit(heading: _Heading, unit: str) -> Read:
    return {
        key: convert(part.value, part.unit, unit) if isinstance(part, NumberLiteral) else part
        for key, part in heading.items()
    }


def _heading_of(clauses: Sequence[Clause]) -> _Heading | None:
    heading: _Heading = {}
    for clause in clauses:
        match clause:
            case NumberClause(operator=operator, operand=NumberLiteral() as literal) if operator in _BOUNDS:
                stated: _Heading = dict.fromkeys(_BOUNDS[operator], literal)
            case NumberRangeClause(low=low, high=high):
                stated = {"at_least": low, "at_most": high}
            case ChoiceClause(values=values, negated=False):
                stated = {"choices": values}
            case _:
                return None
        if any(bound in heading for key in stated for bound in _EXCLUDES.get(key, (key,))):
            return None
        heading |= stated
    return heading


def write_matrix(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Write a matrix; the corner cell names the measure of the rows."""
    indicator = render.names.indicators[definition.slots["indicator"]]
    scale = indicator.scale
    if not isinstance(scale, MatrixScale):
        raise TypeError(f"indicator {indicator.id} scores by no matrix")
    slots = {"indicator": indicator.id, "measure": render.name(scale.measure), "across": render.name(scale.across)}
    down, across = ([_cell(render, row.clauses) for row in axis.edge_rows("")] for axis in scale.axes)
    body = [[heading, *map(format_exact, row.points)] for heading, row in zip(down, scale.rows, strict=True)]
    row_paths = [f"rows[{position}]" for position in range(len(body))]
    return SentenceCells(slots, headed_table=[[slots["measure"], *across], *body], row_paths=row_paths)


def _cell(render: Renderer, placed: Sequence[PlacedClause]) -> str:
    clauses = (part.clause for part in placed if not isinstance(part.clause, OutcomeClause))
    comparisons = (render.comparison(clause, None).removeprefix(copula(render.words)) for clause in clauses)
    return render.words.clauses_separator.join(comparisons)
