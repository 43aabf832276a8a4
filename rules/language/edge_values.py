"""Boundary value search: the value nearest a threshold that satisfies or violates clauses on one name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.dates import DateError, Period, add_days, parse_date
from rules.contracts.inputs import DeclaredValue, PeriodText
from rules.contracts.numbers import NumberError, format_exact, parse_exact
from rules.contracts.units import UnitError, convert
from rules.language.cell_parsers import COUNTED
from rules.model.clause_form import ChoiceClauseBase
from rules.model.expressions import (
    AS_OF,
    BaseDateClause,
    ChoiceClause,
    DateExpression,
    DateFormula,
    FormulaOperator,
    IncludesClause,
    IncludesNoneClause,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    NumberRangeClause,
    Operation,
    PeriodEdge,
    apply_day_shift,
    compare_days,
)
from rules.model.implication import literal_in_unit, number_span
from rules.model.range_analysis import value_range
from rules.model.scorecard import DateLookup, FactDefinition, FormulaQuantity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from rules.model.expressions import Clause, Formula
    from rules.model.symbol_table import DefinitionIndex

    Days = Callable[[DateExpression], "date | None"]


def computed_day(quantity: FormulaQuantity, day: Days, holds: Callable[[Clause], bool]) -> date | None:
    """Compute a date by the first of its rows that holds; None if it never comes, or is not known."""
    matching_row = next((row for row in quantity.rows if all(map(holds, row.when))), None)
    return None if matching_row is None else _day_of(matching_row.formula, day)


def _day_of(formula: Formula, day: Days) -> date | None:
    match formula:
        case DateFormula(date=DateExpression() as one):
            return day(one)
        case Operation(operator=operator, operands=operands):
            days = [operand_day for part in operands if (operand_day := _day_of(part, day)) is not None]
            earliest = operator is FormulaOperator.MINIMUM
            return None if len(days) < len(operands) else min(days) if earliest else max(days)
        case _:
            return None


Value = Fraction | date | Period | str | frozenset[str]
"""A number in the unit of its name, a day, a period, a choice, or several choices."""

_FINEST = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class ClauseTarget:
    """A clause and whether it is to hold."""

    clause: Clause
    holds: bool


@dataclass(frozen=True)
class EdgeContext:
    """What is known while looking for a value: the definitions, the reference case, the day of the evaluation."""

    names: DefinitionIndex
    case: Mapping[str, DeclaredValue]
    as_of: date
    within: str | None = None

    def number(self, name: str) -> Fraction | None:
        """Give a number of the reference case in the unit of its fact."""
        value = self.case.get(name)
        if value is None or value.number is None:
            return None
        try:
            return convert(parse_exact(value.number), value.unit or "", self.names.unit(name, self.within))
        except (NumberError, UnitError):
            return None

    def day(self, expression: DateExpression) -> date | None:
        """Compute a date expression from the reference case."""
        base = expression.literal or self._named_day(expression.name or "", expression.edge)
        return None if base is None else apply_day_shift(expression, base)

    def period(self, name: str) -> Period | None:
        """Give a period of the reference case."""
        first, last = self._named_day(name, PeriodEdge.FIRST), self._named_day(name, PeriodEdge.LAST)
        return None if first is None or last is None else Period(first, last)

    def supposing(self, name: str, period: Period) -> EdgeContext:
        """Give the same with another period under a name."""
        text = PeriodText(first=period.first.isoformat(), last=period.last.isoformat())
        return replace(self, case={**self.case, name: DeclaredValue(period=text)})

    def _named_day(self, name: str, edge: PeriodEdge | None) -> date | None:
        if name == AS_OF:
            return self.as_of
        lookup = self.names.quantities.get(name)
        if isinstance(lookup, DateLookup):
            return self._looked_up(lookup)
        if isinstance(lookup, FormulaQuantity):
            return computed_day(lookup, self.day, self._holds)
        value = self.case.get(name)
        if value is None:
            return None
        text = value.date
        if value.period is not None:
            text = value.period.first if edge is PeriodEdge.FIRST else value.period.last
        try:
            return parse_date(text or "")
        except DateError:
            return None

    def _looked_up(self, lookup: DateLookup) -> date | None:
        """Look a day up by the choices of the reference case; None if it never comes."""
        key_values = [self._setting_or_fact(name) for name in lookup.by]
        row = next((row.value for row in lookup.rows if list(row.keys) == key_values), lookup.otherwise)
        return None if row is None or row == "never" else self.day(row)

    def _holds(self, clause: Clause) -> bool:
        value = self._setting_or_fact(clause.reads[0])
        return value is not None and evaluate_clause(clause, value, self) is True

    def _setting_or_fact(self, name: str) -> Value | None:
        """Give what a setting is unless it is set, or the value of a fact."""
        setting = self.names.settings.get(name)
        return setting.default if setting is not None else given_value(name, self)


def given_value(name: str, around: EdgeContext) -> Value | None:
    """Give the value of a fact in the reference case, or the as-of date."""
    value = around.case.get(name)
    if name == AS_OF:
        return around.as_of
    if value is None:
        return None
    match value:
        case DeclaredValue(number=str()):
            return around.number(name)
        case DeclaredValue(date=str(text)):
            try:
                return parse_date(text)
            except DateError:
                return None
        case DeclaredValue(period=PeriodText()):
            return around.period(name)
        case DeclaredValue(flag=bool(flag)):
            return "yes" if flag else "no"
        case DeclaredValue(choices=tuple(choices)):
            return frozenset(choices)
        case _:
            return value.choice or value.text


def find_value(name: str, wanted: list[ClauseTarget], around: EdgeContext) -> Value | None:
    """Give the first candidate, nearest to the first clause's edge, that gives every clause its wanted answer."""
    for candidate in _candidates(name, wanted, around):
        if all(evaluate_clause(target.clause, candidate, around) is target.holds for target in wanted):
            return candidate
    return None


def evaluate_clause(clause: Clause, value: Value, around: EdgeContext) -> bool | None:
    """Answer a clause for a value of its name; None if the value does not fit it or its other side is not known."""
    match clause, value:
        case (NumberClause() | NumberRangeClause(), Fraction()):
            thresholds = [(operator, _threshold(clause.name, operand, around)) for operator, operand in clause.compared]
            stands = [None if other is None else _stands(value, operator, other) for operator, other in thresholds]
            return None if None in stands else all(stands)
        case (ChoiceClause(), str()):
            return clause.admits(frozenset({value}))
        case (IncludesClause() | IncludesNoneClause(), frozenset()):
            return clause.admits(value)
        case (BaseDateClause(edge=None), date()):
            return _day_answer(clause, value, around)
        case (BaseDateClause(edge=PeriodEdge() as edge), Period(first, last)):
            day = first if edge is PeriodEdge.FIRST else last
            return _day_answer(clause, day, around.supposing(clause.name, value))
        case _:
            return None


def _stands(value: Fraction, operator: NumberOperator, other: Fraction) -> bool:
    return value != other if operator is NumberOperator.IS_NOT else number_span(operator, other).contains(value)


def _day_answer(clause: BaseDateClause, value: date, around: EdgeContext) -> bool | None:
    stands = [
        None if (day := around.day(other)) is None else compare_days(value, operator, day)
        for operator, other in clause.compared
    ]
    return None if None in stands else all(stands)


def _threshold(name: str, operand: NumberLiteral | NameReference, around: EdgeContext) -> Fraction | None:
    if isinstance(operand, NameReference):
        value = around.number(operand.id)
        unit = around.names.unit(operand.id, around.within)
        literal = None if value is None else NumberLiteral(value=value, unit=unit)
    else:
        literal = operand
    return None if literal is None else literal_in_unit(literal, around.names.unit(name, around.within))


def _candidates(name: str, wanted: list[ClauseTarget], around: EdgeContext) -> Iterator[Value]:
    for target in wanted:
        yield from near(name, target.clause, around)
    for choice in around.names.choices(name, around.within):
        yield choice.id
        yield frozenset({choice.id})
    yield frozenset()
    yield from _pairs(wanted)
    whole = frozenset(choice.id for choice in around.names.choices(name, around.within))
    yield whole
    for target in wanted:
        if isinstance(target.clause, IncludesClause | IncludesNoneClause):
            yield whole - frozenset(target.clause.values)
    if (case_value := given_value(name, around)) is not None:
        yield case_value


def _pairs(wanted: list[ClauseTarget]) -> Iterator[Value]:
    """Visit the least choices that include what one clause asks for and what another rules out."""
    for target in wanted:
        for other in wanted:
            if isinstance(target.clause, IncludesClause) and isinstance(other.clause, IncludesNoneClause):
                yield frozenset({target.clause.values[0], other.clause.values[0]})


def near(name: str, clause: Clause, around: EdgeContext) -> Iterator[Value]:
    """Visit the values at an edge of a clause and one step to both sides."""
    match clause:
        case NumberClause() | NumberRangeClause():
            for _, operand in clause.compared:
                threshold = _threshold(clause.name, operand, around)
                unit = operand.unit if isinstance(operand, NumberLiteral) else around.names.unit(name, around.within)
                if threshold is not None:
                    yield from _numbers_around(name, threshold, unit, around)
        case ChoiceClause(values=values):
            yield from values
        case ChoiceClauseBase(values=values):
            yield from (frozenset({value}) for value in values)
        case BaseDateClause():
            for _, other in clause.compared:
                yield from _values_on_days(_days_around(around.day(other)), name, clause.edge, around)
        case _:
            pass


def _values_on_days(days: Iterator[date], name: str, edge: PeriodEdge | None, around: EdgeContext) -> Iterator[Value]:
    """Visit the days, or the period of the reference case with one end moved there, or moved there as a whole."""
    period = around.period(name) if edge is not None else None
    if period is None:
        yield from days if edge is None else ()
        return
    first = edge is PeriodEdge.FIRST
    wanted = tuple(days)
    for day in wanted:
        if (day <= period.last) if first else (period.first <= day):
            yield replace(period, first=day) if first else replace(period, last=day)
    for day in wanted:
        by = (day - (period.first if first else period.last)).days
        yield Period(add_days(period.first, by), add_days(period.last, by))


def _days_around(day: date | None) -> Iterator[date]:
    if day is not None:
        yield from (day, add_days(day, -1), add_days(day, 1))


def _numbers_around(name: str, threshold: Fraction, unit: str, around: EdgeContext) -> Iterator[Fraction]:
    own = around.names.unit(name, around.within)
    literal = NumberLiteral(value=convert_or_same(threshold, own, unit), unit=unit)
    step = literal_in_unit(NumberLiteral(value=nearest_step(literal.value, unit), unit=unit), own)
    domain = value_range(name, around.names, around.within)
    definition = around.names.definition(name, around.within)
    candidates: tuple[Fraction, ...] = (threshold, threshold - step, threshold + step)
    if isinstance(definition, FactDefinition) and definition.multiple_of:
        candidates = _multiples_around(threshold, definition.multiple_of)
    for value in candidates:
        if domain.contains(value):
            yield value


def _multiples_around(threshold: Fraction, multiple: Fraction) -> tuple[Fraction, ...]:
    """Give the multiples nearest to a threshold, itself first if it is one."""
    below = threshold // multiple * multiple
    if below == threshold:
        return (threshold, threshold - multiple, threshold + multiple)
    return (below, below + multiple)


def convert_or_same(value: Fraction, source_unit: str, wanted: str) -> Fraction:
    """Convert between units; units that do not fit leave the number as it is."""
    try:
        return convert(value, source_unit, wanted)
    except UnitError:
        return value


def nearest_step(value: Fraction, unit: str) -> Fraction:
    """Give one step in the last written decimal, or a hundredth if that is finer; counted things step by one."""
    if unit in COUNTED and value.denominator == 1:
        return Fraction(1)
    decimals = format_exact(value).partition(".")[2]
    return min(_FINEST, Fraction(1, 10 ** len(decimals)))
