"""Lint of quantities, dates and lookups: cycles, unreachable rows, powers and table keys."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import reduce
from itertools import islice, product
from math import gcd, lcm
from typing import TYPE_CHECKING

from rules.contracts.interval_powers import MAXIMUM_BITS, MAXIMUM_EXPONENT
from rules.contracts.numbers import format_exact
from rules.contracts.units import unit
from rules.model.expressions import (
    AS_OF,
    BaseDateClause,
    ChoiceClause,
    DateClause,
    DateExpression,
    DateFormula,
    DateOperator,
    DayNumber,
    EulerPower,
    FormulaOperator,
    NameReference,
    NumberLiteral,
    Operation,
    PeriodEdge,
    Power,
    RoundedNumber,
    TimeSpan,
    UndeterminedFormula,
    dates_in,
    names_in_formula,
    walk_formula,
    walk_unrounded,
)
from rules.model.implication import condition_implies
from rules.model.lint.conditions import first_uncovered
from rules.model.lint.decision_tables import check_table_rows
from rules.model.lint.issue import issue
from rules.model.name_usage import facts_and_quantities_in
from rules.model.quantities import NamedCondition
from rules.model.range_analysis import UNITS, factor, power_ranges
from rules.model.scorecard import (
    AggregateKind,
    DateLookup,
    FactDefinition,
    FactType,
    FormulaQuantity,
    KeyDerivation,
    LookupQuantity,
    SumQuantity,
    TableQuantity,
)
from rules.model.symbol_table import all_clauses
from rules.model.table_form import ANY_KEY_CELL, LOOK_FURTHER_CELL, OUT_OF_SCOPE_CELL, UNKNOWN_CELL, key_problem
from rules.model.tables import KeyType, ValueType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rules.contracts.intervals import Interval
    from rules.model.expressions import Formula
    from rules.model.lint.issue import Issue
    from rules.model.lookups import TableReference, TableSource
    from rules.model.scorecard import DateRow, LookupRow, TableKey
    from rules.model.symbol_table import DefinitionIndex
    from rules.model.tables import KeyColumn, Table, ValueColumn


_DAYS = (FactType.DATE, FactType.PERIOD)
_SHORTEST_MONTH_DAYS, _LONGEST_MONTH_DAYS = 28, 31
_LITERAL_DAY = ""

_DayBound = tuple[str, str]
"""Two days; the first must not be later than the second."""


def check_dates_ahead(names: DefinitionIndex) -> Iterator[Issue]:
    """Check that every deciding date is bounded by the as-of date, unless it may lie ahead.

    A date, or the end of a period, is bounded if it must not lie after the as-of date or another bounded date. Dates
    that only select rules or table rows need no bound.
    """
    bounded, deciding = bounded_days(names), _deciding_dates(names)
    for path, days, fact in _date_facts(names):
        if not may_lie_ahead(fact) and deciding & days - bounded:
            yield issue("RL114", path, "main", name=fact.id)


def may_lie_ahead(fact: FactDefinition) -> bool:
    """Return whether a date may lie ahead by declaration, or is exempt because of its source."""
    return fact.may_lie_ahead is not None or fact.previous is not None or fact.issued_for is not None


def _date_facts(names: DefinitionIndex) -> Iterator[tuple[str, frozenset[str], FactDefinition]]:
    card = names.scorecard
    for fact in card.facts:
        if fact.type in _DAYS:
            yield f"facts[{fact.id}]", frozenset({fact.id}), fact
    for record in card.records:
        lists = [fact.id for fact in card.facts if fact.record == record.id]
        for field in record.fields:
            if field.type in _DAYS:
                yield (
                    f"records[{record.id}].fields[{field.id}]",
                    frozenset(f"{list_name}.{field.id}" for list_name in lists),
                    field,
                )


def _deciding_dates(names: DefinitionIndex) -> frozenset[str]:
    card = names.scorecard
    read_names: set[str] = set()
    selecting: list[str] = []
    for quantity in card.quantities:
        within = quantity.within
        if isinstance(quantity, SumQuantity):
            read_names.add(day_node(names, quantity.of, None, within))
        elif isinstance(quantity, FormulaQuantity):
            parts = (part for row in quantity.rows for part in walk_formula(row.formula))
            read = (day.name for part in parts if not isinstance(part, DayNumber) for day in dates_in(part))
            read_names.update(day_node(names, name, None, within) for name in read)
            selecting += [] if quantity.tabled is None else [f"quantities[{quantity.id}]."]
    for placed in all_clauses(card):
        if not placed.path.startswith(("applies", *selecting)) and ".applies[" not in placed.path:
            read_names.update(day_node(names, name, None, placed.within) for name in placed.clause.reads)
    return frozenset(read_names)


def bounded_days(names: DefinitionIndex) -> frozenset[str]:
    """Return the days that rules bound by the as-of date, named as by `day_node`."""
    bounds = [*_clause_bounds(names), *_quantity_bounds(names)]
    bounds = [bound for bound in bounds if _LITERAL_DAY not in bound]
    bounds += [(day_node(names, fact.id, PeriodEdge.FIRST), fact.id) for fact in names.scorecard.facts]
    verdicts = names.scorecard.verdicts
    bounded = {AS_OF} if verdicts is None else {AS_OF, verdicts.governed_by}
    while added := {early for early, late in bounds if late in bounded} - bounded:
        bounded |= added
    return frozenset(bounded)


def day_node(names: DefinitionIndex, name: str | None, edge: PeriodEdge | None, within: str | None = None) -> str:
    """Return the name of a day in bounds; the last day of a period has the name of the period."""
    full_name = f"{within}.{name}" if name in names.fields(within) else name or _LITERAL_DAY
    return f"{full_name} {edge}" if edge is PeriodEdge.FIRST else full_name


def _clause_bounds(names: DefinitionIndex) -> Iterator[_DayBound]:
    """Yield bounds from clauses, in both directions for operators that may describe excluded cases."""
    for placed in all_clauses(names.scorecard):
        clause = placed.clause
        if not isinstance(clause, BaseDateClause):
            continue
        for operator, other in clause.compared:
            left = day_node(names, clause.name, clause.edge, placed.within)
            right = day_node(names, other.name, other.edge, placed.within)
            either = isinstance(clause, DateClause) and clause.over is not None
            if (either or operator is not DateOperator.FROM) and not _may_shift_later(other):
                yield left, right
            if (either or operator is not DateOperator.UNTIL) and not _may_shift_earlier(other):
                yield right, left


def _quantity_bounds(names: DefinitionIndex) -> Iterator[_DayBound]:
    for quantity in names.scorecard.quantities:
        if isinstance(quantity, FormulaQuantity):
            for row in quantity.rows:
                yield from _formula_bounds(names, quantity, row.formula)
        elif isinstance(quantity, SumQuantity) and quantity.figure is AggregateKind.LATEST:
            yield day_node(names, quantity.of, None, quantity.list), quantity.id
        elif isinstance(quantity, SumQuantity) and quantity.figure is AggregateKind.EARLIEST:
            yield quantity.id, day_node(names, quantity.of, None, quantity.list)


def _formula_bounds(names: DefinitionIndex, quantity: FormulaQuantity, formula: Formula) -> Iterator[_DayBound]:
    """Yield bounds from a formula; a time span ending at the as-of date sets none, because an age may be negative."""
    operator = formula.operator if isinstance(formula, Operation) else None
    for part in walk_formula(formula):
        if (
            isinstance(part, TimeSpan)
            and part.last.name != AS_OF
            and not _may_shift_later(part.last)
            and not _may_shift_earlier(part.first)
        ):
            first, last = (day_node(names, day.name, day.edge, quantity.list) for day in (part.first, part.last))
            yield first, last
        if isinstance(part, DateFormula) and isinstance(part.date, DateExpression):
            day = day_node(names, part.date.name, part.date.edge, quantity.list)
            if operator is not FormulaOperator.MINIMUM and not _may_shift_earlier(part.date):
                yield day, quantity.id
            if operator is not FormulaOperator.MAXIMUM and not _may_shift_later(part.date):
                yield quantity.id, day


def _may_shift_later(day: DateExpression) -> bool:
    month = _LONGEST_MONTH_DAYS if day.shift_months > 0 else _SHORTEST_MONTH_DAYS
    return (day.calendar_day is not None and day.calendar_day.is_last) or day.shift_months * month + day.shift_days > 0


def _may_shift_earlier(day: DateExpression) -> bool:
    month = _SHORTEST_MONTH_DAYS if day.shift_months > 0 else _LONGEST_MONTH_DAYS
    return (
        day.month_start
        or (day.calendar_day is not None and not day.calendar_day.is_last)
        or day.shift_months * month + day.shift_days < 0
    )


_DERIVATION_BY_KEY_TYPE = {KeyType.YEARS: KeyDerivation.YEAR, KeyType.QUARTER: KeyDerivation.QUARTER}
_SHOWN_WORDS = 12


def check_tables_used(names: DefinitionIndex) -> Iterator[Issue]:
    """Report reference tables without a lookup."""
    lookups = [candidate for candidate in names.scorecard.quantities if isinstance(candidate, TableQuantity)]
    used = {row.table for quantity in lookups for row in quantity.rows}
    for reference in names.scorecard.tables or ():
        if reference.id not in used:
            yield issue("RL051", f"tables[{reference.id}]", "main", id=reference.id)


def check_lookups(names: DefinitionIndex, source: TableSource) -> Iterator[Issue]:
    """Compare every lookup with its table, in the named edition or else the latest one."""
    tables: dict[str, Table] = {}
    for reference in names.scorecard.tables or ():
        table = _table(reference, source)
        if table is not None:
            tables[reference.id] = table
        elif reference.edition is not None and source.latest(reference.name) is not None:
            arguments = {"table": reference.name, "edition": reference.edition}
            yield issue("RL081", f"tables[{reference.id}].edition", "edition", **arguments)
        else:
            yield issue("RL081", f"tables[{reference.id}].name", "table", table=reference.name)
    for quantity in names.scorecard.quantities:
        if isinstance(quantity, TableQuantity):
            for position, row in enumerate(quantity.rows):
                if row.table in tables:
                    path = f"quantities[{quantity.id}]"
                    yield from _check_column(path, quantity, tables[row.table])
                    for key in row.keys:
                        yield from _check_key(f"{path}.rows[{position}].keys", key, tables[row.table])
    yield from _check_words(names, tables)


def _table(reference: TableReference, source: TableSource) -> Table | None:
    if reference.edition is None:
        return source.latest(reference.name)
    return source.edition_of(reference.name, reference.edition)


def _column(quantity: TableQuantity, table: Table) -> ValueColumn | None:
    return next((value_column for value_column in table.manifest.values if value_column.id == quantity.column), None)


def _check_column(path: str, quantity: TableQuantity, table: Table) -> Iterator[Issue]:
    column = _column(quantity, table)
    named = {"table": table.name, "column": quantity.column}
    if column is None:
        columns = ", ".join(value_column.id for value_column in table.manifest.values)
        yield issue("RL081", f"{path}.column", "column", columns=columns, **named)
        return
    kind = "number" if column.type is ValueType.NUMBER else "word"
    if kind != quantity.gives:
        yield issue("RL081", f"{path}.unit", f"gives_{kind}", **named)
    elif kind == "number" and unit(column.unit).dimension != unit(quantity.unit).dimension:
        units = {"found": column.unit or "1", "wanted": quantity.unit or "1"}
        yield issue("RL081", f"{path}.unit", "unit", **units, **named)


def _check_key(path: str, key: TableKey, table: Table) -> Iterator[Issue]:
    column = next((key_column for key_column in table.manifest.keys if key_column.id == key.column), None)
    named = {"table": table.name, "column": key.column}
    if column is None:
        yield issue(
            "RL081", path, "key", columns=", ".join(key_column.id for key_column in table.manifest.keys), **named
        )
        return
    wanted = _DERIVATION_BY_KEY_TYPE.get(column.type, KeyDerivation.VALUE)
    if key.name is not None and key.reading is not wanted and not _may_name_period(key, column):
        yield issue("RL081", path, f"reading_{wanted.value}", **named)
    if key.word not in (None, ANY_KEY_CELL) and _certainly_never_matches(column, key.word or "", table):
        yield issue("RL081", path, "word", word=key.word or "", **named)


def _may_name_period(key: TableKey, column: KeyColumn) -> bool:
    return key.reading is KeyDerivation.VALUE and column.type in _DERIVATION_BY_KEY_TYPE


def _certainly_never_matches(column: KeyColumn, word: str, table: Table) -> bool:
    """Return whether a word is invalid for a key column or, as a code or country, matched by no row."""
    if key_problem(column, word) is not None:
        return True
    position = table.manifest.columns.index(column.id)
    is_own = column.type in (KeyType.CODE, KeyType.COUNTRY)
    return is_own and not any(row[position] in (word, ANY_KEY_CELL) for row in table.rows)


def _check_words(names: DefinitionIndex, tables: dict[str, Table]) -> Iterator[Issue]:
    lookups = {
        candidate.id: candidate for candidate in names.scorecard.quantities if isinstance(candidate, TableQuantity)
    }
    for placed in all_clauses(names.scorecard):
        clause = placed.clause
        quantity = lookups.get(clause.name) if isinstance(clause, ChoiceClause) else None
        if quantity is None or not isinstance(clause, ChoiceClause):
            continue
        if any(row.table not in tables for row in quantity.rows):
            continue
        table_words = {word for row in quantity.rows for word in _words_of(quantity, tables[row.table])}
        for word in clause.values:
            if word not in table_words:
                shown = sorted(table_words)
                words = ", ".join(shown[:_SHOWN_WORDS]) + (", …" if len(shown) > _SHOWN_WORDS else "")
                arguments = {"table": tables[quantity.rows[0].table].name, "column": quantity.column}
                yield issue("RL081", placed.path, "never", word=word, words=words, **arguments)


def _words_of(quantity: TableQuantity, table: Table) -> set[str]:
    column = _column(quantity, table)
    if column is None:
        return set()
    position = table.manifest.columns.index(column.id)
    return {row[position] for row in table.rows} - {LOOK_FURTHER_CELL, OUT_OF_SCOPE_CELL, UNKNOWN_CELL} | set(
        column.one_of
    )


def _is_whole_in_unit(formula: Formula, symbol: str, names: DefinitionIndex, within: str | None = None) -> bool:
    step = _GranularityFinder(names, within).of_formula(formula)
    return step is not None and (step / factor(symbol)).denominator == 1


class _GranularityFinder:
    """Steps of numbers in base units: 0 if the number is always zero, None if it may be any number."""

    def __init__(self, names: DefinitionIndex, within: str | None) -> None:
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
                return _common_divisor(map(self.of_formula, operands))
            case Power() | EulerPower() | DateFormula() | UndeterminedFormula():
                return None
            case RoundedNumber(step=step_of):
                return step_of.value * factor(step_of.unit)
            case TimeSpan(unit=kind):
                return unit(UNITS[kind]).factor
            case DayNumber():
                return Fraction(1)

    def _of_name(self, name: str) -> Fraction | None:
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
                return _common_divisor([*(step and step / factor(own) for step in steps), *map(abs, instead)])
            case LookupQuantity(rows=lookup_rows, otherwise=otherwise):
                values = [row.value for row in lookup_rows] + ([] if otherwise is None else [otherwise])
                return _common_divisor(map(abs, values))
            case SumQuantity(figure=AggregateKind.COUNT):
                return Fraction(1)
            case SumQuantity(figure=AggregateKind.SHARE | AggregateKind.AVERAGE):
                return None
            case SumQuantity(list=records, of=field, unit=own, when_none=instead):
                inner = _GranularityFinder(self._names, records)
                inner._under_way = self._under_way
                step = inner._of_name(field)
                own_step = None if step is None else step * factor(self._names.unit(field, records)) / factor(own)
                return _common_divisor([own_step, abs(instead or Fraction(0))])
            case _:
                return None


def _common_divisor(steps: Iterable[Fraction | None]) -> Fraction | None:
    step_list = list(steps)
    known = [step for step in step_list if step is not None]
    return reduce(_rational_gcd, known, Fraction(0)) if len(known) == len(step_list) else None


def _rational_gcd(first: Fraction, other: Fraction) -> Fraction:
    below = lcm(first.denominator, other.denominator)
    return Fraction(gcd(int(first * below), int(other * below)), below)


def _product(steps: Iterable[Fraction | None]) -> Fraction | None:
    result: Fraction | None = Fraction(1)
    for step in steps:
        result = None if step is None or result is None else result * step
    return result


def check_powers(names: DefinitionIndex) -> Iterator[Issue]:
    """Check the powers of every formula."""
    computed = (candidate for candidate in names.scorecard.quantities if isinstance(candidate, FormulaQuantity))
    for quantity in computed:
        for position, row in enumerate(quantity.rows):
            path = f"quantities[{quantity.id}].rows[{position}].formula"
            unrounded_ids = set(map(id, walk_unrounded(row.formula)))
            for formula, base, exponents in power_ranges(row, names, quantity.list):
                read = ", ".join(names_in_formula(formula.exponent)) or _format_end(exponents.low)
                words = {"id": quantity.id, "exponent": read}
                may_be_fractional = _may_be_fractional(formula, names, quantity.list)
                if may_be_fractional and id(formula) in unrounded_ids:
                    yield issue("RL095", path, "euler" if isinstance(formula, EulerPower) else "whole", **words)
                elif may_be_fractional and (base.low is None or base.low <= 0):
                    yield issue("RL095", path, "base", **words, low=_format_end(base.low))
                elif not _within_bounds(exponents):
                    ends = {"low": _format_end(exponents.low), "high": _format_end(exponents.high)}
                    yield issue("RL095", path, "bounds", **words, **ends, most=str(MAXIMUM_EXPONENT))
                elif _is_too_long(base.value, exponents):
                    yield issue("RL095", path, "digits", **words)


def _may_be_fractional(formula: Power | EulerPower, names: DefinitionIndex, within: str | None) -> bool:
    if isinstance(formula, EulerPower):
        return True
    return not _is_whole_in_unit(formula.exponent, formula.counted_in, names, within)


def _within_bounds(exponents: Interval) -> bool:
    ends = (exponents.low, exponents.high)
    return all(end is not None and abs(end) <= MAXIMUM_EXPONENT for end in ends)


def _is_too_long(base: Fraction | None, exponents: Interval) -> bool:
    if base is None or exponents.low is None or exponents.high is None:
        return False
    bits = max(abs(base.numerator).bit_length(), base.denominator.bit_length())
    return bits * max(abs(exponents.low), abs(exponents.high)) > MAXIMUM_BITS


def _format_end(end: Fraction | None) -> str:
    return "…" if end is None else format_exact(end)


_SHOWN_COMBINATIONS = 5


def check_quantities(names: DefinitionIndex) -> Iterator[Issue]:
    """Check every quantity of the scorecard."""
    yield from _check_circles(names)
    for quantity in names.scorecard.quantities:
        match quantity:
            case FormulaQuantity():
                yield from _check_formulas(names, quantity)
            case LookupQuantity() | DateLookup():
                yield from _check_lookup(names, quantity)
            case SumQuantity():
                yield from _check_sum(names, quantity)
                yield from _check_value_when_none(quantity)
            case NamedCondition():
                yield from _check_named_condition(names, quantity)


def _check_circles(names: DefinitionIndex) -> Iterator[Issue]:
    reported: set[frozenset[str]] = set()
    for start in names.quantities:
        circle = _circle_from(names, start)
        if circle and frozenset(circle) not in reported:
            reported.add(frozenset(circle))
            yield issue("RL018", f"quantities[{start}]", "main", id=start, path=" → ".join((*circle, start)))


def _circle_from(names: DefinitionIndex, start: str) -> tuple[str, ...]:
    paths: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while paths:
        path = paths.pop(0)
        quantity = names.quantities.get(path[-1])
        for name in facts_and_quantities_in(names, quantity) if quantity is not None else ():
            if name == start:
                return path
            if name in names.quantities and name not in seen:
                seen.add(name)
                paths.append((*path, name))
    return ()


def _check_formulas(names: DefinitionIndex, quantity: FormulaQuantity) -> Iterator[Issue]:
    if quantity.tabled is not None:
        yield from check_table_rows(names, quantity, quantity.tabled)
        return
    yield from _check_exhaustive(names, quantity)
    for position, row in enumerate(quantity.rows):
        path = f"quantities[{quantity.id}].rows[{position}]"
        for earlier, other in enumerate(quantity.rows[:position]):
            if condition_implies(row.when, other.when, names, quantity.list):
                same = set(row.when) == set(other.when) and row.formula == other.formula
                problem = "duplicate" if same else "unreachable"
                yield issue("RL042", path, problem, row=str(position + 1), other=str(earlier + 1))
                break


def _check_exhaustive(names: DefinitionIndex, quantity: FormulaQuantity) -> Iterator[Issue]:
    case = first_uncovered([row.when for row in quantity.rows], names, quantity.list)
    if case is not None:
        path = f"quantities[{quantity.id}].rows[{len(quantity.rows) - 1}]"
        gap = issue("RL044", path, "uncovered" if case else "perhaps_uncovered", id=quantity.id)
        yield replace(gap, case=case, within=quantity.list)


def _check_sum(names: DefinitionIndex, quantity: SumQuantity) -> Iterator[Issue]:
    for position, row in enumerate(quantity.rows):
        for other_position, other in enumerate(quantity.rows):
            weaker = condition_implies(row.where, other.where, names, quantity.list)
            stronger = condition_implies(other.where, row.where, names, quantity.list)
            if weaker and (other_position < position or (other_position > position and not stronger)):
                path = f"quantities[{quantity.id}].rows[{position}]"
                row_number, other_number = str(position + 1), str(other_position + 1)
                yield issue("RL042", path, "unreachable", row=row_number, other=other_number)
                break


def _check_named_condition(names: DefinitionIndex, condition: NamedCondition) -> Iterator[Issue]:
    for position, row in enumerate(condition.rows):
        for other_position, other in enumerate(condition.rows):
            if other_position == position or other.exception is not row.exception:
                continue
            weaker = condition_implies(row.when, other.when, names)
            if weaker and (other_position < position or not condition_implies(other.when, row.when, names)):
                problem = "duplicate" if set(row.when) == set(other.when) else "unreachable"
                path = f"quantities[{condition.id}].rows[{position}]"
                yield issue("RL042", path, problem, row=str(position + 1), other=str(other_position + 1))
                break


def _check_value_when_none(quantity: SumQuantity) -> Iterator[Issue]:
    needed = quantity.figure not in (None, AggregateKind.COUNT)
    if needed and quantity.when_none is None and quantity.when_none_day is None:
        yield issue("RL096", f"quantities[{quantity.id}]", "main", id=quantity.id)
    elif quantity.when_none is not None and not needed:
        yield issue("RL048", f"quantities[{quantity.id}].when_none", "count", id=quantity.id)


def _check_lookup(names: DefinitionIndex, quantity: LookupQuantity | DateLookup) -> Iterator[Issue]:
    seen: dict[tuple[str, ...], int] = {}
    rows: Sequence[LookupRow | DateRow] = quantity.rows
    for position, row in enumerate(rows):
        if row.keys in seen:
            path = f"quantities[{quantity.id}].rows[{position}]"
            other = str(seen[row.keys] + 1)
            yield issue("RL042", path, "duplicate", row=str(position + 1), other=other)
        seen.setdefault(row.keys, position)
    choices = [[choice.id for choice in names.choices(name)] for name in quantity.by]
    if quantity.otherwise is not None or not all(choices):
        return
    missing = islice((keys for keys in product(*choices) if keys not in seen), _SHOWN_COMBINATIONS)
    for keys in missing:
        gap = issue("RL044", f"quantities[{quantity.id}].rows", "combination", id=quantity.id)
        yield replace(gap, case=tuple(zip(quantity.by, keys, strict=True)))
