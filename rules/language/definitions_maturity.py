"""Maturity levels, shared maturity rules and maturity scales: readers and writers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from rules.language.conditions import read_when, value_scope, write_when
from rules.language.name_resolution import NamedItem
from rules.language.row_codec import (
    RowContext,
    SentenceCells,
    add_part,
    declare_row,
    model_path_of,
    read_cell,
    read_cells,
    write_value,
)
from rules.language.table_columns import CellType, TableColumn
from rules.model.forms import PERCENT
from rules.model.maturity import Maturity, MaturityAspect, MaturityLevel, MaturityScale
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.language.compiler_state import DefinitionDraft, ScorecardDraft
    from rules.language.definition_sentences import ResolvedDefinition
    from rules.language.render import Renderer
    from rules.language.row_codec import Cells, Read
    from rules.language.source_text import SourceText
    from rules.language.tables import TableRow
    from rules.model.expressions import Condition

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
    if not name and path in draft.locations:
        draft.cells.refuse_twice(rule, draft.locations[path])
        return
    draft.set_location(path, rule)
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
        if aspect in rated:
            draft.cells.refuse_twice(name, draft.locations[aspect_path])
            continue
        draft.set_location(aspect_path, fact)
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
            when = write_when(render, part.when, alone=len(parts) == 1) if name else ""
            rows.append({"rule": words.write(key), "value": value, "when": when, "basis": render.listed(part.basis)})
    return SentenceCells({}, rows)


def write_maturity_scale(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Render the rating fact of each aspect."""
    indicator, aspects = render.names.indicators[definition.slots["indicator"]], render.words.words["aspects"]
    rated = indicator.scale.ratings.items()
    rows: list[Cells] = [{"aspect": aspects.write(aspect), "fact": render.name(fact)} for aspect, fact in rated]
    return SentenceCells({"indicator": indicator.id}, rows)
