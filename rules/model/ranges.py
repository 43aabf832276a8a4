"""Which numbers can a fact, quantity or score of a scorecard ever take?"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.intervals import (
    EVERYTHING,
    Interval,
    add,
    divide,
    exactly,
    hull,
    intersect,
    maximum,
    minimum,
    multiply,
    subtract,
)
from rules.contracts.units import UnitError, unit
from rules.model.expressions import (
    TOTAL_SCORE,
    FormulaOperator,
    NameReference,
    NumberLiteral,
    Operation,
    Undetermined,
)
from rules.model.implication import allowed
from rules.model.scorecard import FactDefinition, FormulaQuantity, LookupQuantity, SumQuantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.model.expressions import Condition, Formula
    from rules.model.names import Definition, Names
    from rules.model.scorecard import FormulaRow, Scorecard

_OPERATORS: dict[FormulaOperator, Callable[[Interval, Interval], Interval]] = {
    FormulaOperator.ADD: add,
    FormulaOperator.SUBTRACT: subtract,
    FormulaOperator.MULTIPLY: multiply,
    FormulaOperator.DIVIDE: divide,
    FormulaOperator.MINIMUM: minimum,
    FormulaOperator.MAXIMUM: maximum,
}
_ZERO = exactly(Fraction(0))


def factor(symbol: str) -> Fraction:
    """Give the size of a unit in base units; an unknown one counts as a plain number, for it is reported elsewhere."""
    try:
        return unit(symbol).factor
    except UnitError:
        return Fraction(1)


def scaled(interval: Interval, given: str, wanted: str) -> Interval:
    """Give an interval in another unit."""
    return multiply(interval, exactly(factor(given) / factor(wanted)))


def fact_domain(fact: FactDefinition) -> Interval:
    """Give the numbers that a fact or field may be declared as, in its own unit."""
    return Interval(fact.at_least, fact.at_most)


def nearest_allowed(value: Fraction, fact: FactDefinition) -> tuple[Fraction, ...]:
    """Give the nearest numbers, in its own unit, that a fact of which only multiples are allowed can be."""
    if not fact.multiple_of:
        return (value,)
    below = value // fact.multiple_of * fact.multiple_of
    near = (below,) if below == value else (below, below + fact.multiple_of)
    domain = fact_domain(fact)
    return tuple(one for one in near if domain.contains(one))


def value_range(name: str, names: Names, within: str | None = None) -> Interval:
    """Give an interval, in the name's own unit, that surely holds every number the name can take."""
    return _Reach(names, within).of_name(name)


def divisor_ranges(row: FormulaRow, names: Names, within: str | None = None) -> Iterator[tuple[Formula, Interval]]:
    """Visit every divisor of a formula row with an interval that surely holds it whenever the row's condition holds."""
    reach = _Reach(names, within, narrowed_by(row.when, names, within))
    for divisor in divisors(row.formula):
        yield divisor, reach.of_formula(divisor)


def divisors(formula: Formula) -> Iterator[Formula]:
    """Visit what a formula divides by, nested divisions included."""
    if isinstance(formula, Operation):
        if formula.operator is FormulaOperator.DIVIDE:
            yield from formula.operands[1:]
        for operand in formula.operands:
            yield from divisors(operand)


def narrowed_by(condition: Condition, names: Names, within: str | None = None) -> Mapping[str, Interval]:
    """Give for each name that the clauses compare the interval that they leave."""
    spans: dict[str, Interval] = {}
    for clause in condition:
        span = allowed(clause, names, within)
        if span is not None and span.excluded is None:
            spans[span.subject] = intersect(spans.get(span.subject, EVERYTHING), span.interval) or span.interval
    return spans


class _Reach:
    """Interval arithmetic over domains, in base units inside formulas."""

    def __init__(self, names: Names, within: str | None, narrowed: Mapping[str, Interval] | None = None) -> None:
        self._names = names
        self._within = within
        self._narrowed = narrowed or {}
        self._under_way: set[str] = set()

    def of_name(self, name: str) -> Interval:
        """Give the interval of a name in its own unit; a circular quantity is everything."""
        narrowed = self._narrowed.get(name, EVERYTHING)
        if name in self._under_way:
            return narrowed
        self._under_way.add(name)
        try:
            own = self._of_definition(name)
        finally:
            self._under_way.remove(name)
        return intersect(own, narrowed) or narrowed

    def _of_definition(self, name: str) -> Interval:
        if name == TOTAL_SCORE:
            return Interval(Fraction(0), _most_points(self._names.scorecard))
        if name in self._names.indicators:
            return Interval(Fraction(0), self._names.indicators[name].maximum)
        definition = self._names.definition(name, self._within)
        if isinstance(definition, FactDefinition):
            return fact_domain(definition)
        return self._of_quantity(definition)

    def _of_quantity(self, quantity: Definition | None) -> Interval:
        match quantity:
            case FormulaQuantity(rows=rows, unit=own) if rows:
                spans = [scaled(self.of_formula(row.formula), "", own) for row in rows]
                spans += [exactly(row.when_divided_by_zero) for row in rows if row.when_divided_by_zero is not None]
                return _joined(spans)
            case LookupQuantity(rows=found, otherwise=otherwise) if found:
                values = [row.value for row in found] + ([] if otherwise is None else [otherwise])
                return Interval(min(values), max(values))
            case SumQuantity(list=records, of=field):
                inner = _Reach(self._names, records)
                inner._under_way = self._under_way
                span = inner.of_name(field)
                least, most = span.low, span.high
                return Interval(
                    Fraction(0) if least is not None and least >= 0 else None,
                    Fraction(0) if most is not None and most <= 0 else None,
                )
            case _:
                return EVERYTHING

    def of_formula(self, formula: Formula) -> Interval:
        """Give the interval of a formula in base units."""
        match formula:
            case NumberLiteral(value=value, unit=symbol):
                return exactly(value * factor(symbol))
            case NameReference(id=name):
                return scaled(self.of_name(name), self._names.unit(name, self._within), "")
            case Undetermined():
                return EVERYTHING
            case Operation(operator=operator, operands=operands):
                spans = [self.of_formula(operand) for operand in operands]
                result = spans[0]
                for span in spans[1:]:
                    result = _OPERATORS[operator](result, span)
                return result


def _most_points(card: Scorecard) -> Fraction:
    """Give the most points that a subject can have together; in stages only some sections count."""
    if card.stages is not None:
        return max((stage.maximum for stage in card.stages.stages), default=Fraction(0))
    return sum((section.maximum for section in card.sections), Fraction(0))


def _joined(spans: list[Interval]) -> Interval:
    result = spans[0]
    for span in spans[1:]:
        result = hull(result, span)
    return result


def firm_range(name: str, names: Names, seen: frozenset[str] = frozenset()) -> Interval:
    """Give the ends that a fact's domain or an outermost `min` or `max` sets, in the name's own unit.

    Unlike `value_range` this leaves an end open where arithmetic could only guess it, so that bands need not cover
    numbers that never occur.
    """
    definition = names.definition(name)
    if isinstance(definition, FactDefinition):
        return fact_domain(definition)
    if not isinstance(definition, FormulaQuantity) or not definition.rows or name in seen:
        return EVERYTHING
    spans = [_firm_formula(row.formula, names, seen | {name}) for row in definition.rows]
    spans += [
        scaled(exactly(row.when_divided_by_zero), definition.unit, "")
        for row in definition.rows
        if row.when_divided_by_zero is not None
    ]
    return scaled(_joined(spans), "", definition.unit)


def _firm_formula(formula: Formula, names: Names, seen: frozenset[str]) -> Interval:
    match formula:
        case NumberLiteral(value=value, unit=symbol):
            return exactly(value * factor(symbol))
        case NameReference(id=name):
            return scaled(firm_range(name, names, seen), names.unit(name), "")
        case Operation(operator=FormulaOperator.MINIMUM | FormulaOperator.MAXIMUM as operator, operands=operands):
            spans = [_firm_formula(operand, names, seen) for operand in operands]
            result = spans[0]
            for span in spans[1:]:
                result = _OPERATORS[operator](result, span)
            return result
        case _:
            return EVERYTHING


def may_be_zero(interval: Interval) -> bool:
    """Say whether zero is possible."""
    return intersect(interval, _ZERO) is not None
