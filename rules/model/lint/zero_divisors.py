"""Lint of zero divisors: excluded by the domain, undetermined, or decided by an own interpretation."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.intervals import Interval
from rules.model.expressions import (
    FormulaOperator,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    Operation,
    UndeterminedFormula,
    names_in_formula,
)
from rules.model.implication import condition_implies, excludes, is_subinterval
from rules.model.lint.issue import issue
from rules.model.range_analysis import divisor_ranges, formula_range, may_be_zero, may_divide
from rules.model.scorecard import Certainty, FormulaQuantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.expressions import Condition, Formula
    from rules.model.lint.issue import Issue
    from rules.model.quantities import FormulaRow
    from rules.model.symbol_table import DefinitionIndex

_NEVER_BELOW_ZERO = Interval(Fraction(0), None)


def check_zero_divisors(names: DefinitionIndex) -> Iterator[Issue]:
    """Check that each zero divisor is excluded, undetermined, or decided on a basis of its own.

    A number under `when divided by zero` has no basis, but some published versions contain one. A row for the zero case
    must cite an own interpretation that the division does not cite.
    """
    own = {basis.id for basis in names.scorecard.bases if basis.certainty is Certainty.OWN_READING}
    for quantity in names.scorecard.quantities:
        if isinstance(quantity, FormulaQuantity) and quantity.tabled is None:
            yield from _check_formula(names, quantity, own)


def _check_formula(names: DefinitionIndex, quantity: FormulaQuantity, own: set[str]) -> Iterator[Issue]:
    reported: set[int] = set()
    for position, row in enumerate(quantity.rows):
        path = f"quantities[{quantity.id}].rows[{position}]"
        if row.when_divided_by_zero is not None:
            problem = ("RL127", "number") if may_divide(row.formula) else ("RL048", "no_division")
            yield issue(problem[0], f"{path}.when_divided_by_zero", problem[1], id=quantity.id)
            continue
        for divisor, reach in divisor_ranges(row, names, quantity.list):
            if not may_be_zero(formula_range(divisor, names, quantity.list)):
                continue
            named = ", ".join(names_in_formula(divisor))
            zero = _clauses_at_zero(divisor, names, quantity.list)
            decided = _row_for_zero(names, quantity, row, zero)
            if may_be_zero(reach) and (decided is None or decided > position):
                yield issue("RL046", f"{path}.formula", "main", id=quantity.id, divisor=named)
                continue
            for row_index, answer in enumerate(quantity.rows):
                answers = row_index == decided or _is_only_at_zero(names, quantity, answer, zero)
                has_source = isinstance(answer.formula, UndeterminedFormula) or own & set(answer.basis) - set(row.basis)
                if answers and not has_source and row_index not in reported:
                    reported.add(row_index)
                    row_path = f"quantities[{quantity.id}].rows[{row_index}]"
                    yield issue("RL127", row_path, "row", id=quantity.id, divisor=named)


def _is_only_at_zero(names: DefinitionIndex, quantity: FormulaQuantity, row: FormulaRow, zero: Condition) -> bool:
    return bool(zero) and condition_implies(row.when, zero, names, quantity.list)


def _row_for_zero(names: DefinitionIndex, quantity: FormulaQuantity, row: FormulaRow, zero: Condition) -> int | None:
    compatible = [
        clause for clause in row.when if not any(excludes(clause, other, names, quantity.list) for other in zero)
    ]
    for position, other in enumerate(quantity.rows):
        if other is not row and zero and condition_implies((*compatible, *zero), other.when, names, quantity.list):
            return position
    return None


def _clauses_at_zero(divisor: Formula, names: DefinitionIndex, within: str | None) -> Condition:
    match divisor:
        case NameReference(id=name):
            return (_equal(name, NumberLiteral(value=Fraction(0), unit=names.unit(name, within))),)
        case Operation(operator=FormulaOperator.MULTIPLY | FormulaOperator.DIVIDE, operands=(measure, NumberLiteral())):
            return _clauses_at_zero(measure, names, within)
        case Operation(
            operator=FormulaOperator.SUBTRACT,
            operands=(NameReference(id=name), NameReference() | NumberLiteral() as other)
            | (NumberLiteral() as other, NameReference(id=name)),
        ):
            return (_equal(name, other),)
        case Operation(operator=FormulaOperator.ADD, operands=operands) if all(
            is_subinterval(formula_range(operand, names, within), _NEVER_BELOW_ZERO) for operand in operands
        ):
            return tuple(clause for operand in operands for clause in _clauses_at_zero(operand, names, within))
        case _:
            return ()


def _equal(name: str, other: NameReference | NumberLiteral) -> NumberClause:
    return NumberClause(name=name, operator=NumberOperator.IS, operand=other)
