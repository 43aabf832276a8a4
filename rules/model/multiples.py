"""Of which number is a formula surely a whole multiple, whatever its facts are?"""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from math import gcd, lcm
from typing import TYPE_CHECKING

from rules.contracts.units import unit
from rules.model.expressions import (
    DayOf,
    EulerPower,
    FormulaOperator,
    NameReference,
    NumberLiteral,
    Operation,
    Power,
    Rounded,
    Span,
    Undetermined,
    YearOf,
)
from rules.model.ranges import factor
from rules.model.scorecard import FactDefinition, FigureKind, FormulaQuantity, LookupQuantity, SumQuantity
from rules.model.time_spans import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.model.expressions import Formula
    from rules.model.names import Names


def whole_in(formula: Formula, symbol: str, names: Names, within: str | None = None) -> bool:
    """Say whether a formula surely gives a whole number of a unit."""
    step = _Steps(names, within).of_formula(formula)
    return step is not None and (step / factor(symbol)).denominator == 1


class _Steps:
    """Finds steps in base units: zero if the number is always zero, none if it may be anything."""

    def __init__(self, names: Names, within: str | None) -> None:
        self._names = names
        self._within = within
        self._under_way: set[str] = set()

    def of_formula(self, formula: Formula) -> Fraction | None:
        match formula:
            case NumberLiteral(value=value, unit=symbol):
                return abs(value) * factor(symbol)
            case NameReference(id=name):
                step = self._of_name(name)
                return None if step is None else step * factor(self._names.unit(name, self._within))
            case Operation(operator=FormulaOperator.MULTIPLY, operands=operands):
                return _product(map(self.of_formula, operands))
            case Operation(operator=FormulaOperator.DIVIDE, operands=(above, NumberLiteral(value=value, unit=symbol))):
                step = self.of_formula(above)
                return None if step is None or not value else step / abs(value * factor(symbol))
            case Operation(operator=FormulaOperator.DIVIDE):
                return None
            case Operation(operands=operands):
                return _common(map(self.of_formula, operands))
            case Power() | EulerPower() | DayOf() | Undetermined():
                return None
            case Rounded(step=step_of):
                return step_of.value * factor(step_of.unit)
            case Span(unit=kind):
                return unit(UNITS[kind]).factor
            case YearOf():
                return Fraction(1)

    def _of_name(self, name: str) -> Fraction | None:
        """Give the step of a name in its own unit; a circular quantity may be anything."""
        if name in self._under_way:
            return None
        self._under_way.add(name)
        try:
            return self._of_definition(name)
        finally:
            self._under_way.remove(name)

    def _of_definition(self, name: str) -> Fraction | None:
        match self._names.definition(name, self._within):
            case FactDefinition(multiple_of=multiple):
                return multiple
            case FormulaQuantity(rows=rows, unit=own):
                steps = [self.of_formula(row.formula) for row in rows]
                instead = [row.when_divided_by_zero for row in rows if row.when_divided_by_zero is not None]
                return _common([*(step and step / factor(own) for step in steps), *map(abs, instead)])
            case LookupQuantity(rows=found, otherwise=otherwise):
                values = [row.value for row in found] + ([] if otherwise is None else [otherwise])
                return _common(map(abs, values))
            case SumQuantity(figure=FigureKind.COUNT):
                return Fraction(1)
            case SumQuantity(figure=FigureKind.SHARE | FigureKind.AVERAGE):
                return None
            case SumQuantity(list=records, of=field, unit=own, when_none=instead):
                inner = _Steps(self._names, records)
                inner._under_way = self._under_way
                step = inner._of_name(field)
                own_step = None if step is None else step * factor(self._names.unit(field, records)) / factor(own)
                return _common([own_step, abs(instead or Fraction(0))])
            case _:
                return None


def _common(steps: Iterable[Fraction | None]) -> Fraction | None:
    """Give the greatest number of which all are multiples."""
    found = list(steps)
    known = [step for step in found if step is not None]
    return reduce(_greatest, known, Fraction(0)) if len(known) == len(found) else None


def _greatest(one: Fraction, other: Fraction) -> Fraction:
    below = lcm(one.denominator, other.denominator)
    return Fraction(gcd(int(one * below), int(other * below)), below)


def _product(steps: Iterable[Fraction | None]) -> Fraction | None:
    result: Fraction | None = Fraction(1)
    for step in steps:
        result = None if step is None or result is None else result * step
    return result
