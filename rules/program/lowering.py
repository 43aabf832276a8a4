"""Lowering of clauses, formulas and quantities to the primitives of the program."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING, Literal

from rules.contracts.errors import PlanError
from rules.contracts.intervals import UNBOUNDED, Interval, point_interval
from rules.contracts.numbers import fraction_of_int
from rules.contracts.outcomes import Outcome
from rules.contracts.units import convert, unit
from rules.model.expressions import (
    ChoiceClause,
    Clause,
    Condition,
    DateClause,
    DateExpression,
    DateFormula,
    DateOperator,
    DateRangeClause,
    DayNumber,
    EulerPower,
    FormulaOperator,
    IncludesClause,
    IncludesNoneClause,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    NumberRangeClause,
    Operation,
    OutcomeClause,
    PeriodEdge,
    Power,
    RoundedNumber,
    TimeSpan,
    UndeterminedFormula,
    walk_formula,
)
from rules.model.quantities import FormulaQuantity, LookupQuantity, NamedCondition
from rules.model.scorecard import DateLookup
from rules.program import nodes
from rules.program.date_arithmetic import NEVER, shift_day
from rules.program.nodes import (
    AtomicTest,
    CasesWithExceptions,
    Constant,
    ConstantMultiple,
    CriterionOutcome,
    FirstMatchingRow,
    LookupTable,
    NamedNumber,
    PeriodBoundary,
    Sum,
    Word,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rules.model.expressions import Formula
    from rules.model.quantities import FormulaRow, Quantity
    from rules.program.nodes import Computed, Numeric, Tests


@dataclass(frozen=True, slots=True)
class LoweringNames:
    """The unit of each number and the domain of each choice.

    `lowered` caches the tests of each clause for all plans with the same names.
    """

    units: dict[str, str]
    domains: dict[str, tuple[str, ...]]
    lowered: dict[int, tuple[Clause, Tests]] = field(default_factory=dict, compare=False, repr=False)

    def word(self, name: str) -> Word:
        return Word(name, self.domains[name])

    def in_base_units(self, name: str) -> Numeric:
        return scaled_node(NamedNumber(name), unit(self.units[name]).factor)


def scaled_node(value: Numeric, factor: Fraction) -> Numeric:
    """Return a number multiplied by a constant."""
    return value if factor == 1 else ConstantMultiple(value, factor)


def _difference_node(left: Numeric, right: Numeric) -> Sum:
    return Sum(left, ConstantMultiple(right, Fraction(-1)))


def lower_condition(condition: Condition, names: LoweringNames) -> Tests:
    """Lower a condition to tests that must all be true.

    Raises:
        PlanError: If the engine cannot decide a clause soundly.
    """
    return tuple(atom for tests in lower_clauses(condition, names) for atom in tests)


def lower_clauses(condition: Condition, names: LoweringNames) -> tuple[Tests, ...]:
    """Lower each clause of a condition.

    Raises:
        PlanError: If the engine cannot decide a clause soundly.
    """
    return tuple([lower_clause(clause, names) for clause in condition])


def lower_clause(clause: Clause, names: LoweringNames) -> Tests:
    """Lower one clause, cached in `names`; a date range becomes one test per end.

    Raises:
        PlanError: If the engine cannot decide the clause soundly.
    """
    cached = names.lowered.get(id(clause))
    if cached is None or cached[0] is not clause:
        cached = names.lowered[id(clause)] = (clause, _lowered(clause, names))
    return cached[1]


def _lowered(clause: Clause, names: LoweringNames) -> Tests:
    match clause:
        case NumberClause(name=name, operator=operator, operand=NumberLiteral() as literal):
            bound = convert(literal.value, literal.unit, names.units[name])
            return (AtomicTest(NamedNumber(name), number_span(operator, bound)),)
        case NumberClause(name=name, operator=operator, operand=NameReference(id=other)):
            return (compare_numbers(name, operator, other, names),)
        case NumberRangeClause(name=name, low=low, high=high):
            wanted = names.units[name]
            interval = Interval(convert(low.value, low.unit, wanted), convert(high.value, high.unit, wanted))
            return (AtomicTest(NamedNumber(name), (interval,)),)
        case ChoiceClause(name=name, values=values, negated=negated):
            word, chosen = names.word(name), frozenset(values)
            return (AtomicTest(word, frozenset(word.domain) - chosen if negated else chosen),)
        case IncludesClause(name=name, values=values):
            return (
                AtomicTest(
                    nodes.SelectedCount(name, frozenset(values)), number_span(NumberOperator.AT_LEAST, Fraction(1))
                ),
            )
        case IncludesNoneClause(name=name, values=values):
            return (
                AtomicTest(
                    nodes.SelectedCount(name, frozenset(values)), number_span(NumberOperator.LESS_THAN, Fraction(1))
                ),
            )
        case DateClause() | DateRangeClause():
            compared = clause.compared
            return tuple(compare_day(clause.name, _DATE_OPERATORS[how], day, clause.edge) for how, day in compared)
        case OutcomeClause(criterion=criterion, outcome=outcome):
            if outcome is Outcome.UNDETERMINED:
                raise PlanError(f"A condition must not test whether {criterion} is undetermined.")
            return (AtomicTest(CriterionOutcome(criterion), frozenset({outcome.value})),)
    raise PlanError(f"{clause.kind} is not a clause of the engine.")


def number_span(operator: NumberOperator, bound: Fraction) -> nodes.Span:
    """Return the numbers that satisfy a comparison with the bound."""
    below, above = Interval(None, bound, False, True), Interval(bound, None, True, False)
    spans: dict[NumberOperator, nodes.Span] = {
        NumberOperator.IS: (point_interval(bound),),
        NumberOperator.IS_NOT: (below, above),
        NumberOperator.AT_LEAST: (Interval(bound, None),),
        NumberOperator.AT_MOST: (Interval(None, bound),),
        NumberOperator.MORE_THAN: (above,),
        NumberOperator.LESS_THAN: (below,),
    }
    return spans[operator]


def compare_numbers(name: str, operator: NumberOperator, other: str, names: LoweringNames) -> AtomicTest:
    """Return a test that compares two numbers of the same dimension."""
    return AtomicTest(
        _difference_node(names.in_base_units(name), names.in_base_units(other)), number_span(operator, Fraction(0))
    )


_DATE_OPERATORS = {
    DateOperator.ON: NumberOperator.IS,
    DateOperator.BEFORE: NumberOperator.LESS_THAN,
    DateOperator.AFTER: NumberOperator.MORE_THAN,
    DateOperator.FROM: NumberOperator.AT_LEAST,
    DateOperator.UNTIL: NumberOperator.AT_MOST,
}


def compare_day(
    name: str, operator: NumberOperator, operand: DateExpression, edge: PeriodEdge | None = None
) -> AtomicTest:
    """Return a test that compares a date, or an end of a period, with a date expression."""
    read = lower_named_day(name, edge)
    if operand.literal is not None and operand.name is None:
        return AtomicTest(read, number_span(operator, fraction_of_int(shift_day(operand, operand.literal.toordinal()))))
    return AtomicTest(_difference_node(read, day(operand)), number_span(operator, Fraction(0)))


def lower_named_day(name: str, edge: PeriodEdge | None) -> Numeric:
    """Return the node of a named day, or of one end of a named period."""
    return NamedNumber(name) if edge is None else PeriodBoundary(name, edge)


def day(expression: DateExpression | Literal["never"]) -> Numeric:
    """Lower a date expression, or "never", to a day number."""
    if isinstance(expression, str):
        return Constant(point_interval(fraction_of_int(NEVER)))
    if expression.name is None:
        begin = expression.literal.toordinal() if expression.literal else 1
        return Constant(point_interval(fraction_of_int(shift_day(expression, begin))))
    return nodes.ShiftedDay(lower_named_day(expression.name, expression.edge), expression)


def day_comparison(measure: nodes.Measure) -> tuple[str, DateExpression] | None:
    """Return a day's or period's name and the date expression compared with it; None for other measures."""
    match measure:
        case Sum(
            left=NamedNumber(name=name) | PeriodBoundary(name=name),
            right=ConstantMultiple(value=nodes.ShiftedDay(by=other)),
        ):
            return name, other
        case _:
            return None


def number_comparison(measure: nodes.Measure) -> tuple[str, str] | None:
    """Return the names of two compared numbers; None for other measures."""
    match measure:
        case Sum(left=left, right=ConstantMultiple(value=right)):
            first, other = (part.value if isinstance(part, ConstantMultiple) else part for part in (left, right))
            return (
                (first.name, other.name) if isinstance(first, NamedNumber) and isinstance(other, NamedNumber) else None
            )
        case _:
            return None


def lower_quantity(quantity: Quantity, names: LoweringNames, *, leaves_no_gap: bool) -> Computed | None:
    """Lower a quantity; None if it sums records or reads reference tables.

    `leaves_no_gap` states that some row of a small table is always true if its keys apply.
    """
    match quantity:
        case FormulaQuantity():
            keys = tuple(key.name for key in quantity.tabled.by) if leaves_no_gap and quantity.tabled else None
            rows = tuple(
                (lower_condition(row.when, names), _lower_formula_row(row, quantity, names)) for row in quantity.rows
            )
            return FirstMatchingRow(rows, keys)
        case NamedCondition():
            return CasesWithExceptions(
                tuple((row.exception, lower_condition(row.when, names)) for row in quantity.rows)
            )
        case DateLookup():
            days = tuple((row.keys, day(row.value)) for row in quantity.rows)
            otherwise = Constant(UNBOUNDED) if quantity.otherwise is None else day(quantity.otherwise)
            return LookupTable(tuple(map(names.word, quantity.by)), days, otherwise)
        case LookupQuantity():
            numbers = tuple((row.keys, Constant(point_interval(row.value))) for row in quantity.rows)
            fallback = UNBOUNDED if quantity.otherwise is None else point_interval(quantity.otherwise)
            return LookupTable(tuple(map(names.word, quantity.by)), numbers, Constant(fallback))
        case _:
            return None


def _lower_formula_row(row: FormulaRow, quantity: FormulaQuantity, names: LoweringNames) -> Numeric:
    value = scaled_node(lower_formula(row.formula, names), 1 / unit(quantity.unit).factor)
    divides = any(
        isinstance(part, Power) or (isinstance(part, Operation) and part.operator is FormulaOperator.DIVIDE)
        for part in walk_formula(row.formula)
    )
    if not divides:
        return value
    return nodes.ZeroDivisorGuard(
        value, UNBOUNDED if row.when_divided_by_zero is None else point_interval(row.when_divided_by_zero)
    )


def lower_formula(written: Formula, names: LoweringNames) -> Numeric:
    """Lower a formula, in base units."""
    match written:
        case NumberLiteral(value=value, unit=symbol):
            return Constant(point_interval(value * unit(symbol).factor))
        case NameReference(id=name):
            return names.in_base_units(name)
        case UndeterminedFormula():
            return Constant(UNBOUNDED)
        case TimeSpan():
            return nodes.DateDifference(day(written.first), day(written.last), written.unit)
        case DayNumber(date=of):
            return nodes.CalendarNumber(day(of), type(written))
        case DateFormula(date=of):
            return day(of)
        case RoundedNumber():
            step = written.step.value * unit(written.step.unit).factor
            asks_again = any(isinstance(part, Power | EulerPower) for part in walk_formula(written))
            return nodes.RoundedValue(lower_formula(written.value, names), step, written.mode, asks_again)
        case Operation(operator=operator, operands=operands):
            return reduce(_OPERATIONS[operator], [lower_formula(operand, names) for operand in operands])
        case Power():
            exponent = scaled_node(lower_formula(written.exponent, names), 1 / unit(written.counted_in).factor)
            return nodes.Exponentiation(lower_formula(written.base, names), exponent)
        case EulerPower():
            return nodes.Exponentiation(None, lower_formula(written.exponent, names))


def _build_minimum(left: Numeric, right: Numeric) -> Numeric:
    negative = Fraction(-1)
    return ConstantMultiple(
        nodes.Maximum(ConstantMultiple(left, negative), ConstantMultiple(right, negative)), negative
    )


_OPERATIONS: Mapping[FormulaOperator, Callable[[Numeric, Numeric], Numeric]] = {
    FormulaOperator.ADD: Sum,
    FormulaOperator.SUBTRACT: _difference_node,
    FormulaOperator.MULTIPLY: nodes.Product,
    FormulaOperator.DIVIDE: nodes.Quotient,
    FormulaOperator.MINIMUM: _build_minimum,
    FormulaOperator.MAXIMUM: nodes.Maximum,
}
