"""Sentences of values from small tables of the card: effective date, keys, interpolation or left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.messages import join_items
from rules.model.expressions import Operation, UndeterminedFormula
from rules.model.scorecard import TableRowForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.model.scorecard import FormulaQuantity, FormulaRow, TableLayout
    from rules.trail.sentences import RuleRenderer


def tabled_sentence(
    quantity: FormulaQuantity, tabled: TableLayout, possible: Sequence[FormulaRow], speaker: RuleRenderer
) -> str:
    """Write what a table gives for its keys; between two corners of a line the computation, and what is left open."""
    name, templates = speaker.plain_name(quantity.id), speaker.templates
    keys = join_items((speaker.name(key.name, quantity.list) for key in tabled.by), speaker.language)
    only = possible[0].formula if len(possible) == 1 else None
    if isinstance(only, UndeterminedFormula):
        return left_open_sentence(name, only, speaker, keys)
    if isinstance(only, Operation):
        formula = speaker.formula(only, quantity.list)
        return templates["equals"].format(name=name, formula=formula, value=speaker.shown(quantity.id))
    template = "in_force" if tabled.form is TableRowForm.DATED else "looked_up"
    return templates[template].format(name=name, keys=keys, value=speaker.shown(quantity.id))


def left_open_sentence(name: str, formula: UndeterminedFormula, speaker: RuleRenderer, keys: str = "") -> str:
    """Write that the rules leave a quantity open: why, or else for which keys if it has any."""
    reason = (formula.because or {}).get(speaker.language)
    if reason:
        return speaker.templates["left_open_because"].format(name=name, reason=reason)
    return speaker.templates["left_open" if keys else "left_open_here"].format(name=name, keys=keys)
