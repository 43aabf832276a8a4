"""How does a small table read when it is written from the model?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.language.conditions import copula
from rules.language.render_lookups import each_name
from rules.model.expressions import (
    DateClause,
    DateOperator,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    OutcomeClause,
)
from rules.model.scorecard import FactType, TabledForm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.language.render import Renderer
    from rules.model.expressions import Formula
    from rules.model.scorecard import FormulaQuantity, FormulaRow, RowKey, Tabled

_SENTENCES = {TabledForm.DATED: "dated", TabledForm.KEYED: "lookup", TabledForm.LINE: "interpolated"}
_BEYOND = {NumberOperator.LESS_THAN: "lower", NumberOperator.MORE_THAN: "higher"}


def tabled_sentence(render: Renderer, quantity: FormulaQuantity, tabled: Tabled) -> str:
    """Write the sentence above a small table."""
    slots = {"quantity": quantity.id}
    production = _SENTENCES[tabled.form]
    if quantity.list is not None:
        production += "_each"
        slots["each"] = each_name(quantity.list, render)
    if quantity.unit:
        slots["unit"] = render.words.write_unit(quantity.unit)
    else:
        production += "_plain"
    if tabled.form is TabledForm.DATED:
        slots["date"] = _day_name(render, tabled.by[0], quantity.list)
    else:
        slots["names"] = render.listed(key_name(render, key, quantity.list) for key in tabled.by)
    return render.words.sentences[production].write(**slots)


def key_name(render: Renderer, key: RowKey, within: str | None) -> str:
    """Write what rows are found by."""
    name = render.name(key.name, within)
    return name if key.edge is None else render.words.dates[key.edge].write(period=name)


def _day_name(render: Renderer, key: RowKey, within: str | None) -> str:
    definition = render.names.definition(key.name, within)
    if key.edge is None and getattr(definition, "type", None) is FactType.PERIOD:
        return render.words.dates["whole"].write(period=render.name(key.name, within))
    return key_name(render, key, within)


def tabled_rows(render: Renderer, quantity: FormulaQuantity, tabled: Tabled) -> Sequence[Sequence[str]]:
    """Write the rows of a small table with their heading."""
    if tabled.form is TabledForm.DATED:
        columns = render.words.columns["dated"]
        rows = [_dated_cells(row, render) for row in quantity.rows]
        kept = [key for key in columns.by_key if key != "until" or any(row["until"] for row in rows)]
        return [[columns.write(key) for key in kept], *([row[key] for key in kept] for row in rows)]
    columns = render.words.columns["lookup"]
    heading = [key_name(render, key, quantity.list) for key in tabled.by]
    return [
        [*heading, columns.write("value"), columns.write("basis")],
        *(
            [*cells, value_text(row.formula, render), render.listed(row.basis)]
            for row in quantity.rows
            if (cells := _key_cells(row, quantity, tabled, render)) is not None
        ),
    ]


def value_text(formula: Formula, render: Renderer) -> str:
    """Write what a row gives: a number in the unit of the sentence above it, or that it is undetermined."""
    return format_exact(formula.value) if isinstance(formula, NumberLiteral) else render.formula(formula)


def _dated_cells(row: FormulaRow, render: Renderer) -> Mapping[str, str]:
    days = {
        clause.operator: clause.operand.literal.isoformat()
        for clause in row.when
        if isinstance(clause, DateClause) and clause.operand.literal is not None
    }
    return {
        "from": days.get(DateOperator.FROM) or render.words.words["values"].write("earlier"),
        "until": days.get(DateOperator.UNTIL, ""),
        "value": value_text(row.formula, render),
        "basis": render.listed(row.basis),
    }


def _key_cells(row: FormulaRow, quantity: FormulaQuantity, tabled: Tabled, render: Renderer) -> tuple[str, ...] | None:
    """Write what a row says of each key; nothing for the straight line between two corners."""
    words = render.words.words["values"]
    if tabled.form is TabledForm.LINE:
        if len(row.when) > 1 or not isinstance(row.when[0], NumberClause):
            return None
        beyond = _BEYOND.get(row.when[0].operator)
        return (words.write(beyond) if beyond else _key_cell(row, tabled.by[0], quantity.list, render),)
    if not row.when:
        return tuple(words.write("otherwise") for _ in tabled.by)
    return tuple(_key_cell(row, key, quantity.list, render) for key in tabled.by)


def _key_cell(row: FormulaRow, key: RowKey, within: str | None, render: Renderer) -> str:
    clauses = [
        clause
        for clause in row.when
        if not isinstance(clause, OutcomeClause)
        and (clause.name, getattr(clause, "edge", None)) == (key.name, key.edge)
    ]
    said = [render.comparison(clause, within).removeprefix(copula(render.words)) for clause in clauses]
    return render.words.clauses_separator.join(said) or render.words.words["values"].write("any")
