"""Static range analysis (interval arithmetic): numbers that facts, quantities, time spans and scores can take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING, Literal

from rules.contracts.dates import months_between
from rules.contracts.interval_powers import FIRST_BITS, exponential, fractional_power, power, round_interval
from rules.contracts.intervals import (
    UNBOUNDED,
    Interval,
    add,
    adjacent_multiples,
    divide,
    hull,
    intersect,
    maximum,
    minimum,
    multiply,
    point_interval,
    subtract,
)
from rules.contracts.units import UnitError, unit
from rules.model.expressions import (
    AS_OF,
    TOTAL_SCORE,
    DateExpression,
    DateFormula,
    DayNumber,
    EulerPower,
    FormulaOperator,
    NameReference,
    NumberLiteral,
    Operation,
    Power,
    RoundedNumber,
    SpanUnit,
    TimeSpan,
    UndeterminedFormula,
    apply_day_shift,
    walk_formula,
)
from rules.model.implication import allowed_values
from rules.model.scorecard import AggregateKind, FactDefinition, FormulaQuantity, LookupQuantity, SumQuantity
from rules.model.symbol_table import decode_section_total

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.model.expressions import Condition, Formula
    from rules.model.scorecard import FormulaRow, Scorecard
    from rules.model.symbol_table import Definition, DefinitionIndex


YEAR: Literal["year"] = "year"
UNITS = {SpanUnit.DAYS: "day", SpanUnit.MONTHS: "month", SpanUnit.YEARS: YEAR}


def time_between(kind: SpanUnit, first: date, last: date) -> Fraction:
    """Return the days, or whole months or years, between two days in base units; negative if `last` is earlier."""
    return _count(kind, first, last) * unit(UNITS[kind]).factor


def _count(kind: SpanUnit, first: date, last: date) -> int:
    if kind is SpanUnit.DAYS:
        return (last - first).days
    months = months_between(first, last)
    if kind is SpanUnit.MONTHS:
        return months
    return months // 12 if months >= 0 else -(-months // 12)


def _span_range(span: TimeSpan, scorecard: Scorecard) -> Interval:
    firsts, lasts = _day_range(span.first, scorecard), _day_range(span.last, scorecard)
    return Interval(time_between(span.unit, firsts[1], lasts[0]), time_between(span.unit, firsts[0], lasts[1]))


def _day_range(expression: DateExpression, scorecard: Scorecard) -> tuple[date, date]:
    first, last = date.min, date.max
    if expression.literal is not None:
        first = last = expression.literal
    elif expression.name == AS_OF:
        first, last = scorecard.card.first_date, scorecard.card.last_date or date.max
    return apply_day_shift(expression, first), apply_day_shift(expression, last)


_OPERATORS: dict[FormulaOperator, Callable[[Interval, Interval], Interval]] = {
    FormulaOperator.ADD: add,
    FormulaOperator.SUBTRACT: subtract,
    FormulaOperator.MULTIPLY: multiply,
    FormulaOperator.DIVIDE: divide,
    FormulaOperator.MINIMUM: minimum,
    FormulaOperator.MAXIMUM: maximum,
}
_ZERO = point_interval(Fraction(0))
_EULER = Interval(Fraction(2), Fraction(3))


def factor(symbol: str) -> Fraction:
    """Return the size of a unit in base units; 1 for an unknown unit."""
    try:
        return unit(symbol).factor
    except UnitError:
        return Fraction(1)


def interval_in_unit(interval: Interval, source_unit: str, wanted: str) -> Interval:
    """Convert an interval to another unit."""
    return multiply(interval, point_interval(factor(source_unit) / factor(wanted)))


def fact_domain(fact: FactDefinition) -> Interval:
    """Return the numbers that may be declared for a fact, in its own unit."""
    return Interval(fact.at_least, fact.at_most)


def nearest_allowed(value: Fraction, fact: FactDefinition) -> tuple[Fraction, ...]:
    """Return the allowed multiples next to a value within the fact's domain; the value itself without `multiple_of`."""
    if not fact.multiple_of:
        return (value,)
    domain = fact_domain(fact)
    return tuple(candidate for candidate in adjacent_multiples(value, fact.multiple_of) if domain.contains(candidate))


def value_range(name: str, names: DefinitionIndex, within: str | None = None) -> Interval:
    """Return an interval, in the unit of the name, that contains every possible number."""
    return _RangeAnalysis(names, within).of_name(name)


def formula_range(formula: Formula, names: DefinitionIndex, within: str | None = None) -> Interval:
    """Return an interval, in base units, that contains every possible number."""
    return _RangeAnalysis(names, within).of_formula(formula)


def divisor_ranges(
    row: FormulaRow, names: DefinitionIndex, within: str | None = None
) -> Iterator[tuple[Formula, Interval]]:
    """Yield every divisor of a row with an interval that contains it if the row's condition is true.

    A base counts as a divisor if its exponent can be negative.
    """
    reach = _RangeAnalysis(names, within, _narrowed_ranges(row.when, names, within))
    for part in walk_formula(row.formula):
        if isinstance(part, Operation) and part.operator is FormulaOperator.DIVIDE:
            for divisor in part.operands[1:]:
                yield divisor, reach.of_formula(divisor)
        elif isinstance(part, Power):
            exponents = reach.of_exponent(part)
            if exponents.low is None or exponents.low < 0:
                yield part.base, reach.of_formula(part.base)


def power_ranges(
    row: FormulaRow, names: DefinitionIndex, within: str | None = None
) -> Iterator[tuple[Power | EulerPower, Interval, Interval]]:
    """Yield every power of a row with intervals of base and exponent, valid if the row's condition is true."""
    reach = _RangeAnalysis(names, within, _narrowed_ranges(row.when, names, within))
    for part in walk_formula(row.formula):
        if isinstance(part, Power):
            yield part, reach.of_formula(part.base, within_rounding=True), reach.of_exponent(part)
        elif isinstance(part, EulerPower):
            yield part, _EULER, reach.of_formula(part.exponent, within_rounding=True)


def may_divide(formula: Formula) -> bool:
    """Return whether a formula may divide; a power counts, because its exponent can be negative."""
    return any(
        isinstance(part, Power) or (isinstance(part, Operation) and part.operator is FormulaOperator.DIVIDE)
        for part in walk_formula(formula)
    )


def _narrowed_ranges(condition: Condition, names: DefinitionIndex, within: str | None = None) -> Mapping[str, Interval]:
    spans: dict[str, Interval] = {}
    for clause in condition:
        span = allowed_values(clause, names, within)
        if span is not None and span.excluded is None:
            spans[span.subject] = intersect(spans.get(span.subject, UNBOUNDED), span.interval) or span.interval
    return spans


class _RangeAnalysis:
    def __init__(
        self, names: DefinitionIndex, within: str | None, narrowed: Mapping[str, Interval] | None = None
    ) -> None:
        self._names = names
        self._within = within
        self._narrowed = narrowed or {}
        self._under_way: set[str] = set()

    def of_name(self, name: str) -> Interval:
        narrowed = self._narrowed.get(name, UNBOUNDED)
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
        if sections := decode_section_total(name):
            maxima = (section.maximum for section in self._names.scorecard.sections if section.id in sections)
            return Interval(Fraction(0), sum(maxima, Fraction(0)))
        definition = self._names.definition(name, self._within)
        if isinstance(definition, FactDefinition):
            return fact_domain(definition)
        return self._of_quantity(definition)

    def _of_quantity(self, quantity: Definition | None) -> Interval:
        match quantity:
            case FormulaQuantity(rows=rows, unit=own) if rows:
                spans = [interval_in_unit(self.of_formula(row.formula), "", own) for row in rows]
                spans += [
                    point_interval(row.when_divided_by_zero) for row in rows if row.when_divided_by_zero is not None
                ]
                return reduce(hull, spans)
            case LookupQuantity(rows=lookup_rows, otherwise=otherwise) if lookup_rows:
                values = [row.value for row in lookup_rows] + ([] if otherwise is None else [otherwise])
                return Interval(min(values), max(values))
            case SumQuantity():
                span = self._of_figure(quantity)
                return span if quantity.when_none is None else hull(span, point_interval(quantity.when_none))
            case _:
                return UNBOUNDED

    def _of_figure(self, quantity: SumQuantity) -> Interval:
        if quantity.figure is AggregateKind.COUNT:
            return Interval(Fraction(0), None)
        inner = _RangeAnalysis(self._names, quantity.list)
        inner._under_way = self._under_way
        field_unit = self._names.unit(quantity.of, quantity.list)
        span = interval_in_unit(inner.of_name(quantity.of), field_unit, quantity.unit) if quantity.of else _ZERO
        never_below = span.low is not None and span.low >= 0
        if quantity.figure is AggregateKind.SHARE:
            return Interval(Fraction(0), 1 / factor(quantity.unit)) if never_below else UNBOUNDED
        if quantity.figure is not None:
            return span
        return Interval(
            Fraction(0) if never_below else None, Fraction(0) if span.high is not None and span.high <= 0 else None
        )

    def of_formula(self, formula: Formula, *, within_rounding: bool = False) -> Interval:
        """Return the interval in base units; powers `within_rounding` may have fractional exponents."""
        match formula:
            case NumberLiteral(value=value, unit=symbol):
                return point_interval(value * factor(symbol))
            case NameReference(id=name):
                return interval_in_unit(self.of_name(name), self._names.unit(name, self._within), "")
            case DateFormula() | UndeterminedFormula():
                return UNBOUNDED
            case Operation(operator=operator, operands=operands):
                return reduce(
                    _OPERATORS[operator], (self.of_formula(part, within_rounding=within_rounding) for part in operands)
                )
            case Power(base=base) if within_rounding:
                return fractional_power(
                    self.of_formula(base, within_rounding=True), self.of_exponent(formula), FIRST_BITS
                )
            case Power(base=base):
                return power(self.of_formula(base), self.of_exponent(formula))
            case EulerPower(exponent=exponent):
                return exponential(self.of_formula(exponent, within_rounding=True), FIRST_BITS)
            case RoundedNumber(value=inner, step=step, mode=mode):
                return round_interval(
                    self.of_formula(inner, within_rounding=True), step.value * factor(step.unit), mode
                )
            case TimeSpan():
                return _span_range(formula, self._names.scorecard)
            case DayNumber(date=day):
                low, high = formula.among(*_day_range(day, self._names.scorecard))
                return Interval(Fraction(low), Fraction(high))

    def of_exponent(self, formula: Power) -> Interval:
        return interval_in_unit(self.of_formula(formula.exponent, within_rounding=True), "", formula.counted_in)


def _most_points(card: Scorecard) -> Fraction:
    if card.stages is not None:
        return max((stage.maximum for stage in card.stages.stages), default=Fraction(0))
    return sum((section.maximum for section in card.sections), Fraction(0))


def declared_range(name: str, names: DefinitionIndex, seen: frozenset[str] = frozenset()) -> Interval:
    """Return the bounds set by a fact's domain or an outermost `min` or `max`, in the unit of the name.

    Other sides stay unbounded, so bands need not cover numbers that only interval arithmetic considers possible.
    """
    definition = names.definition(name)
    if isinstance(definition, FactDefinition):
        return fact_domain(definition)
    if not isinstance(definition, FormulaQuantity) or not definition.rows or name in seen:
        return UNBOUNDED
    spans = [_declared_formula_range(row.formula, names, seen | {name}) for row in definition.rows]
    spans += [
        interval_in_unit(point_interval(row.when_divided_by_zero), definition.unit, "")
        for row in definition.rows
        if row.when_divided_by_zero is not None
    ]
    return interval_in_unit(reduce(hull, spans), "", definition.unit)


def _declared_formula_range(formula: Formula, names: DefinitionIndex, seen: frozenset[str]) -> Interval:
    match formula:
        case NumberLiteral(value=value, unit=symbol):
            return point_interval(value * factor(symbol))
        case NameReference(id=name):
            return interval_in_unit(declared_range(name, names, seen), names.unit(name), "")
        case Operation(operator=FormulaOperator.MINIMUM | FormulaOperator.MAXIMUM as operator, operands=operands):
            return reduce(_OPERATORS[operator], (_declared_formula_range(operand, names, seen) for operand in operands))
        case RoundedNumber(value=inner, step=step, mode=mode):
            return round_interval(_declared_formula_range(inner, names, seen), step.value * factor(step.unit), mode)
        case _:
            return UNBOUNDED


def may_be_zero(interval: Interval) -> bool:
    """Return whether the interval contains zero."""
    return intersect(interval, _ZERO) is not None
