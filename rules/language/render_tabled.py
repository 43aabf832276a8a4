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
    from collections.abc import Sequence

    from rules.language.render import Renderer
    from rules.model.expressions import Formula
    from rules.model.scorecard import FormulaQuantity, FormulaRow, RowKey, Tabled

_SENTENCES = {TabledForm.DATED: "dated", TabledForm.KEYED: "lookup", TabledForm.LINE: "interpolated"}
_BEYOND = {NumberOperator.LESS_THAN: "lower", NumberOperator.MORE_THAN: "higher"}


def tabled_sentence(render: Renderer, quantity: FormulaQuantity, tabled: Tabled) -> str:
    """Write the sentence above a small table; where all rows share their basis, it says it."""
    slots = said_slots(quantity, [row.basis for row in stated_rows(quantity, tabled)], render)
    if tabled.form is TabledForm.DATED:
        slots["date"] = _day_name(render, tabled.by[0], quantity.list)
    else:
        slots["names"] = render.listed(key_name(render, key, quantity.list) for key in tabled.by)
    return render.words.sentences[_SENTENCES[tabled.form]].write(**slots)


def stated_rows(quantity: FormulaQuantity, tabled: Tabled) -> list[FormulaRow]:
    """Give the rows that stand in the table: of a line the corners, and not the straight lines between them."""
    return [row for row in quantity.rows if tabled.form is not TabledForm.LINE or len(row.when) == 1]


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
    stated = stated_rows(quantity, tabled)
    if tabled.form is TabledForm.DATED:
        columns = render.words.columns["dated"]
        heading, cells = ["from", "until"], [_day_cells(row, render) for row in stated]
        if not any(last for _, last in cells):
            heading, cells = heading[:1], [row[:1] for row in cells]
        keys = [columns.write(column) for column in heading]
    else:
        columns = render.words.columns["lookup"]
        keys = [key_name(render, key, quantity.list) for key in tabled.by]
        cells = [_key_cells(row, quantity, tabled, render) for row in stated]
    bases = own_bases([row.basis for row in stated], render)
    rows = [
        [*row, value_text(one.formula, render), *([basis] if any(bases) else [])]
        for row, one, basis in zip(cells, stated, bases, strict=True)
    ]
    return [[*keys, columns.write("value"), *([columns.write("basis")] if any(bases) else [])], *rows]


def value_text(formula: Formula, render: Renderer) -> str:
    """Write what a row gives: a number in the unit of the sentence above it, or that it is undetermined."""
    return format_exact(formula.value) if isinstance(formula, NumberLiteral) else render.formula(formula)


def _day_cells(row: FormulaRow, render: Renderer) -> tuple[str, ...]:
    """Write from which day, and until which, a row holds."""
    days = {
        clause.operator: clause.operand.literal.isoformat()
        for clause in row.when
        if isinstance(clause, DateClause) and clause.operand.literal is not None
    }
    earlier = render.words.words["values"].write("earlier")
    return days.get(DateOperator.FROM, earlier), days.get(DateOperator.UNTIL, "")


def _key_cells(row: FormulaRow, quantity: FormulaQuantity, tabled: Tabled, render: Renderer) -> tuple[str, ...]:
    """Write what a row says of each key."""
    words = render.words.words["values"]
    if not row.when:
        return tuple(words.write("otherwise" if len(quantity.rows) > 1 else "any") for _ in tabled.by)
    if tabled.form is TabledForm.LINE and isinstance(row.when[0], NumberClause):
        beyond = _BEYOND.get(row.when[0].operator)
        if beyond is not None:
            return (words.write(beyond),)
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
