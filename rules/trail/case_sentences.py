"""Sentences of quantities defined by cases: value, conditions of its row, and unmet rows above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.expressions import NumberLiteral, UndeterminedFormula

if TYPE_CHECKING:
    from rules.model.scorecard import FormulaQuantity, FormulaRow
    from rules.trail.sentences import RuleRenderer

_TOLD = 4
"""So many cases that do not hold are told; a value that stands for all that is left over has more of them."""


def depends_on_conditions_only(quantity: FormulaQuantity) -> bool:
    """Say whether the rows give numbers or leave it open, so that what they rest on is in their conditions alone."""
    plain = quantity.list is None and quantity.tabled is None and len(quantity.rows) > 1
    return plain and all(isinstance(row.formula, NumberLiteral | UndeterminedFormula) for row in quantity.rows)


def cases_sentence(quantity: FormulaQuantity, chosen_row: FormulaRow, speaker: RuleRenderer) -> str:
    """Write under which conditions a row gives its number, and what rows above it ask beside them that is not so."""
    name, value, templates = speaker.plain_name(quantity.id), speaker.shown(quantity.id), speaker.templates
    above = quantity.rows[: quantity.rows.index(chosen_row)]
    missed = [
        tuple(clause for clause in row.when if clause not in chosen_row.when)
        for row in above
        if row.formula != chosen_row.formula and all(clause in row.when for clause in chosen_row.when)
    ]
    texts = [speaker.condition(chosen_row.when)] if chosen_row.when else []
    if missed:
        cases = templates["or_else"].join(speaker.condition(clauses) for clauses in missed[:_TOLD])
        texts.append(templates["none_holds"].format(cases=cases))
    conditions = speaker.words.clauses_separator.join(texts)
    template = templates["named_condition" if texts else "equals"]
    return template.format(name=name, value=value, conditions=conditions, formula=value)
