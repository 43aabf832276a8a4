"""On which day does a computed date fall in a reference case?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.expressions import DateExpression, DayOf, FormulaOperator, Operation

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from rules.model.expressions import Clause, Formula
    from rules.model.scorecard import FormulaQuantity

    Days = Callable[[DateExpression], "date | None"]


def computed_day(quantity: FormulaQuantity, day: Days, holds: Callable[[Clause], bool]) -> date | None:
    """Compute a date by the first of its rows that holds; None if it never comes, or is not known."""
    taken = next((row for row in quantity.rows if all(map(holds, row.when))), None)
    return None if taken is None else _day_of(taken.formula, day)


def _day_of(formula: Formula, day: Days) -> date | None:
    match formula:
        case DayOf(date=DateExpression() as one):
            return day(one)
        case Operation(operator=operator, operands=operands):
            days = [found for part in operands if (found := _day_of(part, day)) is not None]
            earliest = operator is FormulaOperator.MINIMUM
            return None if len(days) < len(operands) else min(days) if earliest else max(days)
        case _:
            return None
