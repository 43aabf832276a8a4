"""Traversal of formulas: direct operands, nested formulas, and the names and dates they read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.expressions import (
    DateExpression,
    DateFormula,
    DayNumber,
    EulerPower,
    NameReference,
    Operation,
    Power,
    RoundedNumber,
    TimeSpan,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.expressions import Formula


def _operands_of(formula: Formula) -> tuple[Formula, ...]:
    match formula:
        case Operation(operands=operands):
            return operands
        case Power(base=base, exponent=exponent):
            return (base, exponent)
        case EulerPower(exponent=exponent):
            return (exponent,)
        case RoundedNumber(value=value):
            return (value,)
        case _:
            return ()


def walk_formula(formula: Formula) -> Iterator[Formula]:
    """Yield a formula and all nested formulas, outer ones first."""
    yield formula
    for part in _operands_of(formula):
        yield from walk_formula(part)


def walk_unrounded(formula: Formula) -> Iterator[Formula]:
    """Yield a formula and the nested formulas outside rounded numbers."""
    yield formula
    for part in () if isinstance(formula, RoundedNumber) else _operands_of(formula):
        yield from walk_unrounded(part)


def evaluates_to_date(formula: Formula) -> bool:
    """Return whether a formula evaluates to a date."""
    return any(isinstance(part, DateFormula) for part in walk_formula(formula))


def dates_in(formula: Formula) -> tuple[DateExpression, ...]:
    """Return the dates of a formula without nested formulas."""
    match formula:
        case TimeSpan(first=first, last=last):
            return (first, last)
        case DayNumber(date=day):
            return (day,)
        case DateFormula(date=DateExpression() as day):
            return (day,)
        case _:
            return ()


def names_in_formula(formula: Formula) -> tuple[str, ...]:
    """Return the names that a formula reads, without duplicates."""
    names: list[str] = []
    for part in walk_formula(formula):
        names += [part.id] if isinstance(part, NameReference) else []
        names += [day.name for day in dates_in(part) if day.name is not None]
    return tuple(dict.fromkeys(names))
