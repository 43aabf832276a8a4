"""Boundary value search: the value nearest a threshold that satisfies or violates clauses on one name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.dates import DateError, parse_date
from rules.contracts.extents import (
    ChoiceExtent,
    Extent,
    NumberExtent,
    PeriodExtent,
    UnknownOrAbsent,
    is_known,
    known_choices,
    known_number,
    known_word,
)
from rules.contracts.inputs import DeclaredValue, PeriodText
from rules.contracts.intervals import Interval, add, adjacent_multiples, point_interval, subtract
from rules.contracts.numbers import NumberError, format_exact, parse_exact
from rules.contracts.outcomes import Outcome
from rules.contracts.units import UnitError, convert
from rules.language.cell_parsers import COUNTED
from rules.model.expressions import (
    AS_OF,
    BaseDateClause,
    ChoiceClause,
    ChoiceClauseBase,
    DateFormula,
    IncludesClause,
    IncludesNoneClause,
    NumberClause,
    NumberLiteral,
    NumberRangeClause,
    PeriodEdge,
)
from rules.model.range_analysis import value_range
from rules.model.scorecard import DateLookup, FactDefinition, FormulaQuantity, Setting
from rules.program.abstract_interpretation import evaluate_tests, possible_numbers
from rules.program.date_arithmetic import NEVER
from rules.program.inversion import candidates
from rules.program.lowering import LoweringNames, lower_clause, lower_formula
from rules.program.value_environment import Values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from rules.model.expressions import Clause, Formula
    from rules.model.symbol_table import DefinitionIndex

_MAX_STEP = Fraction(1, 100)
_ANSWERS = {Outcome.MET: True, Outcome.NOT_MET: False}
_UNKNOWN = UnknownOrAbsent()


@dataclass(frozen=True, slots=True)
class ClauseTarget:
    """A clause and whether it must be true."""

    clause: Clause
    holds: bool


class EdgeContext(dict[str, Extent]):
    """The values of all names, read from the reference case on first use.

    Dates are computed; other quantities count as unknown. If `within` names a list, `case` includes the fields of one
    of its records.
    """

    def __init__(
        self, names: DefinitionIndex, case: Mapping[str, DeclaredValue], as_of: date, within: str | None = None
    ) -> None:
        self.names, self.case, self.as_of, self.within = names, case, as_of, within
        units = _Units(names, within)
        self.lowering, self.known = LoweringNames(units, {}), Values(self, units)

    def supposing(self, name: str, value: Extent) -> EdgeContext:
        """Return a context with another value for `name`; replacements of other names are dropped."""
        supposed = EdgeContext(self.names, self.case, self.as_of, self.within)
        supposed[name] = value
        return supposed

    def known_value(self, name: str) -> Extent | None:
        return self[name] if name not in self.names.quantities and is_known(self[name]) else None

    def __missing__(self, name: str) -> Extent:
        extent = self[name] = self._read(name)
        return extent

    def _read(self, name: str) -> Extent:
        if name == AS_OF:
            return known_number(Fraction(self.as_of.toordinal()))
        match self.names.settings.get(name) or self.names.quantities.get(name):
            case Setting(default=default):
                return _UNKNOWN if default is None else known_word(default)
            case DateLookup(rows=rows, by=by, otherwise=otherwise):
                keys = [self.known_value(key) for key in by]
                value = next((row.value for row in rows if [*map(known_word, row.keys)] == keys), otherwise)
                return _UNKNOWN if value is None else self._days(DateFormula(date=value))
            case FormulaQuantity(is_date=True, rows=rows):
                formula = next((row.formula for row in rows if all(map(self._holds, row.when))), None)
                return _UNKNOWN if formula is None else self._days(formula)
            case _:
                return _extent_of(self.case.get(name), self.lowering.units[name])

    def _days(self, formula: Formula) -> Extent:
        days = possible_numbers(lower_formula(formula, self.lowering), self)
        return NumberExtent(days) if isinstance(days, Interval) else _UNKNOWN

    def _holds(self, clause: Clause) -> bool:
        value = self.known_value(clause.reads[0])
        return value is not None and _evaluate_clause(clause, value, self) is True


class _Units(dict[str, str]):
    def __init__(self, names: DefinitionIndex, within: str | None) -> None:
        self._names, self._within = names, within

    def __missing__(self, name: str) -> str:
        unit = self[name] = self._names.unit(name, self._within)
        return unit


def _extent_of(value: DeclaredValue | None, unit: str) -> Extent:
    try:
        match value:
            case DeclaredValue(number=str(text)):
                return known_number(convert(parse_exact(text), value.unit or "", unit))
            case DeclaredValue(date=str(text)):
                return known_number(_day_number(text))
            case DeclaredValue(period=PeriodText(first=first, last=last)):
                return PeriodExtent(point_interval(_day_number(first)), point_interval(_day_number(last)))
            case DeclaredValue(flag=bool(flag)):
                return known_word("yes" if flag else "no")
            case DeclaredValue(choices=tuple(choices)):
                return known_choices(frozenset(choices))
            case DeclaredValue(choice=str(word)) | DeclaredValue(text=str(word)):
                return known_word(word)
    except (NumberError, UnitError, DateError):
        pass
    return _UNKNOWN


def _day_number(text: str) -> Fraction:
    return Fraction(parse_date(text).toordinal())


def find_value(name: str, wanted: list[ClauseTarget], around: EdgeContext) -> Extent | None:
    """Return the first candidate with all wanted outcomes; candidates near the first threshold come first."""
    values = _values_to_try(name, wanted, around)
    return next((value for value in values if answers_as_wanted(wanted, value, around)), None)


def answers_as_wanted(wanted: list[ClauseTarget], value: Extent, around: EdgeContext) -> bool:
    """Return whether every clause has its wanted outcome for `value`."""
    return all(_evaluate_clause(target.clause, value, around) is target.holds for target in wanted)


def _evaluate_clause(clause: Clause, value: Extent, around: EdgeContext) -> bool | None:
    if isinstance(clause, ChoiceClause):
        return clause.admits(value.possible) if isinstance(value, ChoiceExtent) else None
    supposed = around.supposing(clause.reads[0], value)
    return _ANSWERS.get(evaluate_tests(lower_clause(clause, around.lowering), supposed.known))


def _values_to_try(name: str, wanted: list[ClauseTarget], around: EdgeContext) -> Iterator[Extent]:
    for target in wanted:
        yield from near(name, target.clause, around)
    all_choices = frozenset(choice.id for choice in around.names.choices(name, around.within))
    for choice in around.names.choices(name, around.within):
        yield known_word(choice.id)
        yield known_choices(frozenset({choice.id}))
    yield known_choices(frozenset())
    yield from map(known_choices, _required_excluded_pairs(wanted))
    yield known_choices(all_choices)
    for target in wanted:
        if isinstance(target.clause, IncludesClause | IncludesNoneClause):
            yield known_choices(all_choices - frozenset(target.clause.values))
    if (case_value := around.known_value(name)) is not None:
        yield case_value


def _required_excluded_pairs(wanted: list[ClauseTarget]) -> Iterator[frozenset[str]]:
    for target in wanted:
        for other in wanted:
            if isinstance(target.clause, IncludesClause) and isinstance(other.clause, IncludesNoneClause):
                yield frozenset({target.clause.values[0], other.clause.values[0]})


def near(name: str, clause: Clause, around: EdgeContext) -> Iterator[Extent]:
    """Yield the values named in a clause, or those at and next to its thresholds."""
    match clause:
        case ChoiceClause(values=values):
            yield from map(known_word, values)
        case ChoiceClauseBase(values=values):
            yield from (known_choices(frozenset({value})) for value in values)
        case NumberClause() | NumberRangeClause():
            for (_, operand), threshold in zip(clause.compared, _thresholds(clause, around), strict=False):
                unit = operand.unit if isinstance(operand, NumberLiteral) else around.names.unit(name, around.within)
                yield from map(known_number, _numbers_around(name, threshold, unit, around))
        case BaseDateClause(edge=edge):
            for day in _thresholds(clause, around):
                yield from _values_on_days((day, day - 1, day + 1) if day < NEVER else (), name, edge, around)
        case _:
            pass


def _thresholds(clause: Clause, around: EdgeContext) -> list[Fraction]:
    tests = lower_clause(clause, around.lowering)
    return [edge for test in tests for edge in candidates(test, clause.reads[0], around.known)]


def _values_on_days(
    days: tuple[Fraction, ...], name: str, edge: PeriodEdge | None, around: EdgeContext
) -> Iterator[Extent]:
    period = around[name]
    if edge is None:
        yield from map(known_number, days)
    elif isinstance(period, PeriodExtent):
        first = edge is PeriodEdge.FIRST
        moved = period.first if first else period.last
        allowed = Interval(None, period.last.value) if first else Interval(period.first.value, None)
        for day in filter(allowed.contains, days):
            yield replace(period, first=point_interval(day)) if first else replace(period, last=point_interval(day))
        for by in (subtract(point_interval(day), moved) for day in days):
            yield PeriodExtent(add(period.first, by), add(period.last, by))


def _numbers_around(name: str, threshold: Fraction, unit: str, around: EdgeContext) -> Iterator[Fraction]:
    own = around.names.unit(name, around.within)
    step = convert_or_same(_nearest_step(convert_or_same(threshold, own, unit), unit), unit, own)
    domain = value_range(name, around.names, around.within)
    definition = around.names.definition(name, around.within)
    multiples: tuple[Fraction, ...] = ()
    if isinstance(definition, FactDefinition) and definition.multiple_of:
        step = definition.multiple_of
        multiples = adjacent_multiples(threshold, step)
    stepped = multiples if len(multiples) > 1 else (threshold, threshold - step, threshold + step)
    yield from filter(domain.contains, stepped)


def convert_or_same(value: Fraction, source_unit: str, wanted: str) -> Fraction:
    """Convert between units; incompatible units leave the value unchanged."""
    try:
        return convert(value, source_unit, wanted)
    except UnitError:
        return value


def _nearest_step(value: Fraction, unit: str) -> Fraction:
    if unit in COUNTED and value.denominator == 1:
        return Fraction(1)
    decimals = format_exact(value).partition(".")[2]
    return min(_MAX_STEP, Fraction(1, 10 ** len(decimals)))
