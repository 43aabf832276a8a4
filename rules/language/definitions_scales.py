"""Scales, maturity levels and shared maturity rules: readers and writers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from rules.contracts.numbers import format_exact
from rules.contracts.units import convert, unit
from rules.language.compiler_state import INDICATOR
from rules.language.conditions import ConditionParser, copula, read_when, value_scope
from rules.language.formulas import show_dimension
from rules.language.name_resolution import NamedItem
from rules.language.row_codec import (
    RowContext,
    SentenceCells,
    add_part,
    column_of,
    declare_row,
    model_path_of,
    read_cell,
    read_cells,
    write_cell,
    write_cells,
    write_value,
)
from rules.language.table_columns import TABLES, CellType, TableColumn
from rules.language.tables import refuse_table, require_table
from rules.model.edge_rows import BOUNDS
from rules.model.expressions import (
    ChoiceClause,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    NumberRangeClause,
    OutcomeClause,
)
from rules.model.forms import PERCENT, ScaleForm
from rules.model.maturity import Maturity, MaturityAspect, MaturityLevel, MaturityScale
from rules.model.scales import MatrixScale
from rules.model.scorecard import BandScale, ChoiceScale, CountScale, FactType, LineScale, ShareScale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from rules.language.compiler_state import DefinitionDraft, ScorecardDraft
    from rules.language.definition_sentences import ResolvedDefinition
    from rules.language.render import Renderer
    from rules.language.row_codec import Cells, Read
    from rules.language.source import SourceText
    from rules.language.tables import TableRow
    from rules.model.edge_rows import PlacedClause
    from rules.model.expressions import Clause, Condition
    from rules.model.scorecard import Scale

ScaleReader = Callable[["ScorecardDraft", "DefinitionDraft", "Mapping[str, SourceText]", str], "Scale | None"]

_BOUND_NAMES = tuple(BOUNDS)
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
    if not draft.claim(path, name, definition.step.sentence):
        return
    definition.subjects.append(id)
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
    for bound, other in (_BOUND_NAMES[:2], _BOUND_NAMES[2:]):
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


_RULES = {
    "level": ("level_rows", TableColumn("reading", CellType.WORD, of="level_readings")),
    "aspect": ("aspect_rows", TableColumn("operator", CellType.WORD, of="reaches")),
    "rise": ("", TableColumn("rise", CellType.AMOUNT)),
    "needed": ("", TableColumn("needed", CellType.WHOLE, most=3)),
    "trend": ("trend_rows", TableColumn("at_least", CellType.AMOUNT)),
    "rises": ("rise_rows", TableColumn("above", CellType.AMOUNT)),
}
"""The row list of each rule in `Maturity`, empty for a rule stated once, and its value column."""
_RATING_ITEM = NamedItem("", "rule", FactType.NUMBER, unit=PERCENT)
_MAX_PERCENT = 100
_WHEN = column_of("maturity_rules", "when")
_REQUIRED = ("level", "aspect", "rise", "needed")
_REQUIRED_ASPECTS = (MaturityAspect.TREND, MaturityAspect.COMPARISON, MaturityAspect.INTEGRATION)


@dataclass(slots=True)
class MaturityDraft:
    """The maturity rules read so far; `once` contains the rules stated once."""

    rows: dict[str, list[Read]] = field(default_factory=lambda: {name: [] for name, _ in _RULES.values() if name})
    once: Read = field(default_factory=dict)
    basis: list[str] = field(default_factory=list)


def read_levels(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the maturity levels."""
    if not draft.first("maturity.levels", definition):
        return
    for row in draft.rows(definition):
        if not declare_row(draft, definition, row, "level"):
            continue
        id = definition.subjects[-1]
        read = read_cells(draft, row, "levels", model_path_of(definition, id))
        if read is not None:
            add_part(draft, "levels", id, {"labels": draft.labels(draft.levels, id), **read})


def read_maturity_rules(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the rules that all maturity scales share."""
    if not draft.first("maturity", definition):
        return
    table = draft.table(definition)
    if table is None:
        return
    rules = draft.part(MaturityDraft)
    stated: set[str] = set()
    rule_texts = [cell.text for row in table if (cell := row.get("rule")) is not None]
    for row in table:
        rule, value = row.need("rule"), row.need("value")
        key = draft.cells.word(rule, "maturity_rules") if rule else None
        if rule is not None and key is not None:
            stated.add(key)
            _read_rule(draft, rules, row, key, value, alone=rule_texts.count(rule.text) == 1)
    for key in _REQUIRED:
        if key not in stated:
            shown = draft.words.words["maturity_rules"].write(key)
            draft.report.add("RL027", definition.step.sentence, "row", row=shown)


def _read_rule(  # noqa: PLR0913
    draft: ScorecardDraft, rules: MaturityDraft, row: TableRow, key: str, cell: SourceText | None, *, alone: bool
) -> None:
    (name, column), rule = _RULES[key], row.cells["rule"]
    path = f"maturity.{name}[{len(rules.rows[name])}]" if name else f"maturity.{key}"
    if name:  # a list may state a rule several times
        draft.set_location(path, rule)
    elif not draft.claim(path, rule):
        return
    when: Condition | None = ()
    if name:
        when = read_when(draft, row, value_scope(draft), f"{path}.when", alone=alone)
    elif (unwanted := row.get("when")) is not None:
        draft.report.add("RL016", unwanted, "row", row=rule.text, column=row.names["when"])
    basis = draft.basis(row, path)
    context = RowContext(named=replace(_RATING_ITEM, id=rule.text))
    value = None if cell is None else read_cell(draft, column, cell, path, context)
    if not name:
        rules.basis += basis
        rules.once[key] = value
        return
    draft.set_location(f"{path}.{column.key}", cell)
    if value is not None:
        rules.rows[name].append({column.key: value, "when": when or (), "basis": basis})


def maturity_model(draft: ScorecardDraft) -> Maturity | None:
    """Return the maturity model; None if the `rise` or `needed` rule is missing."""
    rules = draft.part(MaturityDraft)
    if None in (rules.once.get("rise"), rules.once.get("needed")):
        return None
    rows = {name: tuple(entries) for name, entries in rules.rows.items()}
    levels, basis = tuple(draft.defined(MaturityLevel).values()), tuple(dict.fromkeys(rules.basis))
    return Maturity.model_validate({"levels": levels, **rows, **rules.once, "basis": basis})


def read_maturity_scale(
    draft: ScorecardDraft, definition: DefinitionDraft, _slots: Mapping[str, SourceText], path: str
) -> MaturityScale | None:
    """Read the rating fact of each aspect; returns None after an error."""
    table = draft.table(definition)
    if table is None:
        return None
    rated: dict[str, str | None] = {}
    for row in table:
        name, fact = row.need("aspect"), row.need("fact")
        aspect = draft.cells.word(name, "aspects") if name else None
        if name is None or aspect is None:
            continue
        aspect_path = f"{path}.{aspect}"
        if not draft.claim(aspect_path, name, fact):
            continue
        rated[aspect] = _find_rating_fact(draft, fact) if fact else None
    words = draft.words.words["aspects"]
    missing = [aspect for aspect in _REQUIRED_ASPECTS if aspect not in rated]
    if MaturityAspect.DISCLOSED not in rated and MaturityAspect.CONTENT not in rated:
        missing.insert(0, MaturityAspect.DISCLOSED)
    for aspect in missing:
        draft.report.add("RL027", definition.step.sentence, "row", row=words.write(aspect))
    if missing or None in rated.values():
        return None
    return MaturityScale.model_validate(rated)


def _find_rating_fact(draft: ScorecardDraft, name: SourceText) -> str | None:
    named = draft.named_fact(name)
    if named is None or named.fact is None:
        return None
    low, high = named.fact.at_least, named.fact.at_most
    bounded = low is not None and high is not None and low >= 0 and high <= _MAX_PERCENT
    if named.type is FactType.NUMBER and named.unit == PERCENT and bounded:
        return named.id
    if named.id not in draft.report.broken:
        draft.report.add("RL016", name, "rating", name=name.text)
    return None


def refuse_incomplete_maturity(draft: ScorecardDraft) -> None:
    """Report missing levels or rules if the scorecard states any part of the maturity model."""
    scales = [f"indicators[{id}].scale" for id, scale in draft.scales.items() if isinstance(scale, MaturityScale)]
    stated = [path for path in ("maturity.levels", "maturity") if path in draft.locations]
    maturity_paths = [*scales, *stated]
    for path, key in (("maturity.levels", "levels"), ("maturity", "maturity_rules")):
        if maturity_paths and path not in stated:
            sentence = draft.words.sentences[key].write()
            draft.report.add("RL027", draft.locations[maturity_paths[0]], "maturity", sentence=sentence)


def write_maturity_rules(render: Renderer, _definition: ResolvedDefinition) -> SentenceCells:
    """Render the maturity rules."""
    maturity, words = render.scorecard.maturity, render.words.words["maturity_rules"]
    rows: list[Cells] = []
    for key, (name, column) in () if maturity is None else _RULES.items():
        parts: tuple[Any, ...] = getattr(maturity, name) if name else (maturity,)
        for part in parts:
            value = write_value(render, column, getattr(part, column.key), RowContext(named=_RATING_ITEM))
            when = write_cell(render, part, _WHEN, RowContext(alone=len(parts) == 1)) if name else ""
            rows.append({"rule": words.write(key), "value": value, "when": when, "basis": render.listed(part.basis)})
    return SentenceCells({}, rows)


def write_maturity_scale(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Render the rating fact of each aspect."""
    indicator, aspects = render.names.indicators[definition.slots["indicator"]], render.words.words["aspects"]
    rated = indicator.scale.ratings.items()
    rows: list[Cells] = [{"aspect": aspects.write(aspect), "fact": render.name(fact)} for aspect, fact in rated]
    return SentenceCells({"indicator": indicator.id}, rows)


_OPERATOR_BOUNDS: Mapping[NumberOperator, tuple[str, ...]] = {
    **{operator: (bound,) for bound, operator in BOUNDS.items()},
    NumberOperator.IS: ("at_least", "at_most"),
}
_EXCLUDES = {bound: pair for pair in (_BOUND_NAMES[:2], _BOUND_NAMES[2:]) for bound in pair}
_ALLOWED = {
    FactType.NUMBER: (*_OPERATOR_BOUNDS, "between"),
    FactType.CHOICE: ("is", "one_of"),
    FactType.FLAG: ("is",),
}
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
            case NumberClause(operator=operator, operand=NumberLiteral() as literal) if operator in _OPERATOR_BOUNDS:
                stated: _Heading = dict.fromkeys(_OPERATOR_BOUNDS[operator], literal)
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
