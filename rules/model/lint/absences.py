"""Numbers that may not apply, and leave a whole record out of a sum."""

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
    """Check that no record drops out of a sum because a number of its formula is said not to apply.

    What does not apply is left out of a sum (docs/evaluation.md), so that the record would count as nought. A row that
    asks the number in its condition is passed over instead, and the next one answers.
    """
    seen: set[str] = set()
    for total in names.scorecard.quantities:
        if isinstance(total, SumQuantity) and total.figure is None:
            yield from _left_out(names, total.of, total, seen)


def _left_out(names: DefinitionIndex, name: str, total: SumQuantity, seen: set[str]) -> Iterator[Issue]:
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
            yield from _left_out(names, operand, total, seen)
