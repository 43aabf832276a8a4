"""Lint of numbers that may not apply and would drop a whole record from a sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.definitions import FactDefinition
from rules.model.expressions import names_in_condition
from rules.model.formula_parts import names_in_formula
from rules.model.lint.issue import issue
from rules.model.quantities import FormulaQuantity, SumQuantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.lint.issue import Issue
    from rules.model.symbol_table import DefinitionIndex


def check_absences(names: DefinitionIndex) -> Iterator[Issue]:
    """Report operands that may not apply, because a sum would then omit the record, as if it were zero.

    See docs/evaluation.md. A row that tests the operand in its condition is exempt, because the next row is used
    instead.
    """
    seen: set[str] = set()
    for total in names.scorecard.quantities:
        if isinstance(total, SumQuantity) and total.figure is None:
            yield from _droppable_operands(names, total.of, total, seen)


def _droppable_operands(names: DefinitionIndex, name: str, total: SumQuantity, seen: set[str]) -> Iterator[Issue]:
    quantity = names.quantities.get(name)
    if not isinstance(quantity, FormulaQuantity) or name in seen:
        return
    seen.add(name)
    for position, row in enumerate(quantity.rows):
        for operand in dict.fromkeys(names_in_formula(row.formula)):
            if operand in names_in_condition(row.when):
                continue
            definition = names.definition(operand, quantity.list)
            if isinstance(definition, FactDefinition) and definition.may_not_apply:
                path = f"quantities[{name}].rows[{position}]"
                yield issue("RL126", path, "main", name=operand, sum=total.id)
            yield from _droppable_operands(names, operand, total, seen)
