"""Which number does a formula give where everything that it reads is a known number?

Sums, differences, products, quotients, least and greatest of numbers, and days, are prepared once for a card as
functions over whole numbers above and below the stroke. What else a formula can say, and whatever is not a known
number, is computed by `rules.engine.formulas`, which gives the same where both can answer.
"""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING, Literal

from rules.contracts.extents import NumberExtent
from rules.contracts.units import unit
from rules.engine.days import NEVER
from rules.engine.known import known_day
from rules.model.expressions import DayOf, FormulaOperator, NameReference, NumberLiteral, Operation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rules.contracts.extents import Extent
    from rules.model.expressions import DateExpression, Formula

    Exact = Callable[[Mapping[str, Extent]], Fraction]
    _Ratio = tuple[int, int]
    _Part = Callable[[Mapping[str, Extent]], _Ratio]


class NotExactError(Exception):
    """Something that a formula reads is no known number, or it divides by zero."""


def exact_formula(formula: Formula, wanted: str, units: Mapping[str, str]) -> Exact | None:
    """Prepare what a formula gives in the wanted unit; nothing if it asks for more than arithmetic.

    What is prepared raises `NotExactError`.
    """
    computed = _part(formula, units)
    if computed is None:
        return None
    above, below = unit(wanted).factor.as_integer_ratio()

    def exact(extents: Mapping[str, Extent]) -> Fraction:
        number, stroke = computed(extents)
        return Fraction(number * below, stroke * above)

    return exact


def _part(formula: Formula, units: Mapping[str, str]) -> _Part | None:
    """Prepare a part of a formula, in base units."""
    match formula:
        case NumberLiteral(value=value, unit=symbol):
            literal = (value * unit(symbol).factor).as_integer_ratio()
            return lambda _: literal
        case NameReference(id=name):
            return _named(name, *unit(units[name]).factor.as_integer_ratio())
        case DayOf(date=day):
            return _day(day)
        case Operation(operator=operator, operands=operands):
            parts = [part for operand in operands if (part := _part(operand, units)) is not None]
            if len(parts) < len(operands):
                return None
            join = _JOINED[operator]
            if len(parts) == 2:
                one, other = parts
                return lambda extents: join(one(extents), other(extents))
            return lambda extents: reduce(join, [part(extents) for part in parts])
        case _:
            return None


def _day(day: DateExpression | Literal["never"]) -> _Part:
    if isinstance(day, str):
        return lambda _: (NEVER, 1)
    known = known_day(day)

    def read(extents: Mapping[str, Extent]) -> _Ratio:
        found = known(extents)
        if found is None:
            raise NotExactError
        return found

    return read


def _named(name: str, above: int, below: int) -> _Part:
    def read(extents: Mapping[str, Extent]) -> _Ratio:
        extent = extents[name]
        if type(extent) is not NumberExtent:
            raise NotExactError
        low = extent.interval.low
        if low is None or low is not extent.interval.high:
            raise NotExactError
        number, stroke = low.as_integer_ratio()
        return number * above, stroke * below

    return read


def _add(left: _Ratio, right: _Ratio) -> _Ratio:
    return left[0] * right[1] + right[0] * left[1], left[1] * right[1]


def _subtract(left: _Ratio, right: _Ratio) -> _Ratio:
    return left[0] * right[1] - right[0] * left[1], left[1] * right[1]


def _multiply(left: _Ratio, right: _Ratio) -> _Ratio:
    return left[0] * right[0], left[1] * right[1]


def _divide(left: _Ratio, right: _Ratio) -> _Ratio:
    above, below = right
    if not above:
        raise NotExactError
    return (left[0] * below, left[1] * above) if above > 0 else (-left[0] * below, -left[1] * above)


def _least(left: _Ratio, right: _Ratio) -> _Ratio:
    return left if left[0] * right[1] <= right[0] * left[1] else right


def _greatest(left: _Ratio, right: _Ratio) -> _Ratio:
    return left if left[0] * right[1] >= right[0] * left[1] else right


_JOINED: Mapping[FormulaOperator, Callable[[_Ratio, _Ratio], _Ratio]] = {
    FormulaOperator.ADD: _add,
    FormulaOperator.SUBTRACT: _subtract,
    FormulaOperator.MULTIPLY: _multiply,
    FormulaOperator.DIVIDE: _divide,
    FormulaOperator.MINIMUM: _least,
    FormulaOperator.MAXIMUM: _greatest,
}
