"""Implication and exclusion between clauses, decided by intervals and sets of values."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.intervals import UNBOUNDED, Interval, intersect, lies_inside, point_interval
from rules.contracts.units import UnitError, convert
from rules.model.expressions import (
    ChoiceClause,
    DateClause,
    DateExpression,
    DateOperator,
    IncludesClause,
    IncludesNoneClause,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    NumberRangeClause,
    OutcomeClause,
)

if TYPE_CHECKING:
    from rules.model.expressions import Clause, Condition
    from rules.model.symbol_table import DefinitionIndex


class AllowedValues(NamedTuple):
    """Allowed numbers or days of `subject`: an interval, or all but `excluded`."""

    subject: str
    interval: Interval
    excluded: Fraction | None = None


def literal_in_unit(literal: NumberLiteral, unit: str) -> Fraction:
    """Convert a literal to a unit; an incompatible literal, reported elsewhere, is unchanged."""
    try:
        return convert(literal.value, literal.unit, unit)
    except UnitError:
        return literal.value


def number_span(operator: NumberOperator, value: Fraction) -> Interval:
    """Return the numbers that satisfy the comparison; all numbers for `IS_NOT`."""
    return {
        NumberOperator.IS: point_interval(value),
        NumberOperator.IS_NOT: UNBOUNDED,
        NumberOperator.AT_LEAST: Interval(value, None),
        NumberOperator.AT_MOST: Interval(None, value),
        NumberOperator.MORE_THAN: Interval(value, None, low_open=True),
        NumberOperator.LESS_THAN: Interval(None, value, high_open=True),
    }[operator]


def allowed_values(clause: Clause, names: DefinitionIndex, within: str | None = None) -> AllowedValues | None:
    """Return the numbers (in the unit of the name) or days that a clause allows; None for other clauses."""
    match clause:
        case NumberClause(name=name, operator=operator, operand=NumberLiteral() as literal):
            value = literal_in_unit(literal, names.unit(name, within))
            excluded = value if operator is NumberOperator.IS_NOT else None
            return AllowedValues(name, number_span(operator, value), excluded)
        case NumberRangeClause(name=name, low=low, high=high):
            unit = names.unit(name, within)
            return AllowedValues(name, Interval(literal_in_unit(low, unit), literal_in_unit(high, unit)))
        case DateClause(name=name, edge=edge, operator=operator, operand=operand):
            return _allowed_days(name if edge is None else f"{name} {edge}", operator, operand)
        case _:
            return None


def _allowed_days(name: str, operator: DateOperator, operand: DateExpression) -> AllowedValues:
    plain = operand.literal is not None and operand == DateExpression(literal=operand.literal)
    day = Fraction(operand.literal.toordinal()) if plain and operand.literal is not None else Fraction(0)
    subject = name if plain else f"{name} against {operand.model_dump_json()}"
    span = {
        DateOperator.ON: point_interval(day),
        DateOperator.BEFORE: Interval(None, day - 1),
        DateOperator.AFTER: Interval(day + 1, None),
        DateOperator.FROM: Interval(day, None),
        DateOperator.UNTIL: Interval(None, day),
    }[operator]
    return AllowedValues(subject, span)


def implies(strong: Clause, weak: Clause, names: DefinitionIndex, within: str | None = None) -> bool:
    """Return whether the form of the clauses proves that `strong` implies `weak`."""
    if strong == weak:
        return True
    left, right = allowed_values(strong, names, within), allowed_values(weak, names, within)
    if left is not None and right is not None:
        return _values_imply(left, right)
    match strong, weak:
        case (ChoiceClause(name=name), ChoiceClause(name=other)) if name == other:
            return _choices_imply(strong, weak, names, within)
        case (IncludesClause(name=name, values=values), IncludesClause(name=other, values=others)) if name == other:
            return set(values) <= set(others)
        case (IncludesNoneClause(name=name, values=values), IncludesNoneClause(name=other, values=others)):
            return name == other and set(values) >= set(others)
        case (
            NumberClause(operator=NumberOperator.IS, operand=NameReference()),
            NumberClause(operator=operator, operand=NameReference()),
        ):
            return set(strong.reads) == set(weak.reads) and operator in _EQUALITY_IMPLIES
        case _:
            return False


_EQUALITY_IMPLIES = frozenset({NumberOperator.IS, NumberOperator.AT_LEAST, NumberOperator.AT_MOST})


def _values_imply(strong: AllowedValues, weak: AllowedValues) -> bool:
    if strong.subject != weak.subject or strong.excluded is not None:
        return False
    if weak.excluded is not None:
        return not strong.interval.contains(weak.excluded)
    return lies_inside(strong.interval, weak.interval)


def condition_implies(strong: Condition, weak: Condition, names: DefinitionIndex, within: str | None = None) -> bool:
    """Return whether the form of the conditions proves that `strong` implies `weak`."""
    return all(any(implies(strong_clause, other, names, within) for strong_clause in strong) for other in weak)


def _choices_imply(strong: ChoiceClause, weak: ChoiceClause, names: DefinitionIndex, within: str | None) -> bool:
    known = {choice.id for choice in names.choices(strong.name, within)}
    if known:
        return allowed_choices(strong, known) <= allowed_choices(weak, known)
    if strong.negated:
        return weak.negated and set(weak.values) <= set(strong.values)
    overlap = set(strong.values) & set(weak.values)
    return not overlap if weak.negated else overlap == set(strong.values)


def allowed_choices(clause: ChoiceClause, known: set[str]) -> set[str]:
    """Return the known values that a clause allows."""
    return known - set(clause.values) if clause.negated else known & set(clause.values)


def excludes(first: Clause, other: Clause, names: DefinitionIndex, within: str | None = None) -> bool:
    """Return whether the form of two clauses proves that they exclude each other."""
    left, right = allowed_values(first, names, within), allowed_values(other, names, within)
    if left is not None and right is not None and left.subject == right.subject:
        if left.excluded is not None or right.excluded is not None:
            return (
                left.excluded == right.interval.value is not None or right.excluded == left.interval.value is not None
            )
        return intersect(left.interval, right.interval) is None
    match first, other:
        case (ChoiceClause(name=name), ChoiceClause(name=same)) if name == same:
            known = {choice.id for choice in names.choices(name, within)} or {*first.values, *other.values, ""}
            return not allowed_choices(first, known) & allowed_choices(other, known)
        case (IncludesClause(name=name, values=values), IncludesNoneClause(name=same, values=others)) | (
            IncludesNoneClause(name=same, values=others),
            IncludesClause(name=name, values=values),
        ):
            return name == same and set(values) <= set(others)
        case (OutcomeClause(criterion=name, outcome=outcome), OutcomeClause(criterion=same, outcome=different)):
            return name == same and outcome is not different
        case _:
            return False
