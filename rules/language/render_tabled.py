"""How does a small table read when it is written from the model?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.language.conditions import copula
from rules.language.quantity_sentences import own_bases, said_slots
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
    slots = said_slots(quantity, _bases(quantity, tabled), render)
    if tabled.form is TabledForm.DATED:
        slots["date"] = _day_name(render, tabled.by[0], quantity.list)
    else:
        slots["names"] = render.listed(key_name(render, key, quantity.list) for key in tabled.by)
    return render.words.sentences[_SENTENCES[tabled.form]].write(**slots)


def _written(quantity: FormulaQuantity, tabled: Tabled) -> list[FormulaRow]:
    """Give the rows that stand in the table: all but the straight lines between two corners."""
    return [row for row in quantity.rows if not _is_between(row, tabled)]


def _is_between(row: FormulaRow, tabled: Tabled) -> bool:
    return tabled.form is TabledForm.LINE and (len(row.when) > 1 or not isinstance(row.when[0], NumberClause))


def _bases(quantity: FormulaQuantity, tabled: Tabled) -> list[tuple[str, ...]]:
    return [row.basis for row in _written(quantity, tabled)]


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
    written = _written(quantity, tabled)
    bases = own_bases(_bases(quantity, tabled), render)
    kind = "dated" if tabled.form is TabledForm.DATED else "lookup"
    columns = render.words.columns[kind]
    if tabled.form is TabledForm.DATED:
        cells = [_dated_cells(row, render) for row in written]
        kept = [key for key in ("from", "until", "value") if key != "until" or any(one["until"] for one in cells)]
        rows = [[columns.write(key) for key in kept], *([one[key] for key in kept] for one in cells)]
    else:
        heading = [*(key_name(render, key, quantity.list) for key in tabled.by), columns.write("value")]
        keyed = ([*_key_cells(row, quantity, tabled, render), value_text(row.formula, render)] for row in written)
        rows = [heading, *keyed]
    if not any(bases):
        return rows
    return [[*row, basis] for row, basis in zip(rows, (columns.write("basis"), *bases), strict=True)]


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
    }


def _key_cells(row: FormulaRow, quantity: FormulaQuantity, tabled: Tabled, render: Renderer) -> tuple[str, ...]:
    """Write what a row says of each key."""
    words = render.words.words["values"]
    if tabled.form is TabledForm.LINE and isinstance(row.when[0], NumberClause):
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
