"""Lint of quantities and lookups: cycles, unreachable rows, powers, zero divisors and table keys."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import reduce
from itertools import islice, product
from math import gcd, lcm
from typing import TYPE_CHECKING

from rules.contracts.interval_powers import MAXIMUM_BITS, MAXIMUM_EXPONENT
from rules.contracts.intervals import Interval, lies_inside
from rules.contracts.numbers import format_exact
from rules.contracts.units import unit
from rules.model.expressions import (
    ChoiceClause,
    DateFormula,
    DayNumber,
    EulerPower,
    FormulaOperator,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    Operation,
    Power,
    RoundedNumber,
    TimeSpan,
    UndeterminedFormula,
    names_in_formula,
    walk_unrounded,
)
from rules.model.implication import condition_implies, excludes
from rules.model.lint.conditions import first_uncovered, redundant_row_issue, redundant_rows
from rules.model.lint.decision_tables import check_table_rows
from rules.model.lint.issue import issue
from rules.model.name_usage import facts_and_quantities_in
from rules.model.quantities import NamedCondition
from rules.model.range_analysis import (
    UNITS,
    divisor_ranges,
    factor,
    formula_range,
    may_be_zero,
    may_divide,
    power_ranges,
)
from rules.model.scorecard import (
    AggregateKind,
    Certainty,
    DateLookup,
    FactDefinition,
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

    from rules.model.expressions import Condition, Formula
    from rules.model.lint.issue import Issue
    from rules.model.lookups import TableReference, TableSource
    from rules.model.quantities import FormulaRow
    from rules.model.scorecard import DateRow, LookupRow, TableKey
    from rules.model.symbol_table import DefinitionIndex
    from rules.model.tables import KeyColumn, Table, ValueColumn

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
    rows = quantity.rows
    for position, earlier in redundant_rows([row.when for row in rows], names, quantity.list):
        same_condition = set(rows[position].when) == set(rows[earlier].when)
        same = same_condition and rows[position].formula == rows[earlier].formula
        yield redundant_row_issue(f"quantities[{quantity.id}].rows[{position}]", position, earlier, same=same)


def _check_exhaustive(names: DefinitionIndex, quantity: FormulaQuantity) -> Iterator[Issue]:
    case = first_uncovered([row.when for row in quantity.rows], names, quantity.list)
    if case is not None:
        path = f"quantities[{quantity.id}].rows[{len(quantity.rows) - 1}]"
        gap = issue("RL044", path, "uncovered" if case else "perhaps_uncovered", id=quantity.id)
        yield replace(gap, case=case, within=quantity.list)


def _check_sum(names: DefinitionIndex, quantity: SumQuantity) -> Iterator[Issue]:
    conditions = [row.where for row in quantity.rows]
    for position, other in redundant_rows(conditions, names, quantity.list, ordered=False):
        yield redundant_row_issue(f"quantities[{quantity.id}].rows[{position}]", position, other, same=False)


def _check_named_condition(names: DefinitionIndex, condition: NamedCondition) -> Iterator[Issue]:
    for exception in (False, True):
        rows = [(position, row.when) for position, row in enumerate(condition.rows) if row.exception is exception]
        for weaker, stronger in redundant_rows([when for _, when in rows], names, ordered=False):
            (position, when), (other, other_when) = rows[weaker], rows[stronger]
            path, same = f"quantities[{condition.id}].rows[{position}]", set(when) == set(other_when)
            yield redundant_row_issue(path, position, other, same=same)


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
            yield redundant_row_issue(path, position, seen[row.keys], same=True)
        seen.setdefault(row.keys, position)
    choices = [[choice.id for choice in names.choices(name)] for name in quantity.by]
    if quantity.otherwise is not None or not all(choices):
        return
    missing = islice((keys for keys in product(*choices) if keys not in seen), _SHOWN_COMBINATIONS)
    for keys in missing:
        gap = issue("RL044", f"quantities[{quantity.id}].rows", "combination", id=quantity.id)
        yield replace(gap, case=tuple(zip(quantity.by, keys, strict=True)))


_NEVER_BELOW_ZERO = Interval(Fraction(0), None)


def check_zero_divisors(names: DefinitionIndex) -> Iterator[Issue]:
    """Check that each zero divisor is excluded, undetermined, or decided on a basis of its own.

    A number under `when divided by zero` has no basis, but some published versions contain one. A row for the zero case
    must cite an own interpretation that the division does not cite.
    """
    own = {basis.id for basis in names.scorecard.bases if basis.certainty is Certainty.OWN_READING}
    for quantity in names.scorecard.quantities:
        if isinstance(quantity, FormulaQuantity) and quantity.tabled is None:
            yield from _check_formula(names, quantity, own)


def _check_formula(names: DefinitionIndex, quantity: FormulaQuantity, own: set[str]) -> Iterator[Issue]:
    reported: set[int] = set()
    for position, row in enumerate(quantity.rows):
        path = f"quantities[{quantity.id}].rows[{position}]"
        if row.when_divided_by_zero is not None:
            problem = ("RL127", "number") if may_divide(row.formula) else ("RL048", "no_division")
            yield issue(problem[0], f"{path}.when_divided_by_zero", problem[1], id=quantity.id)
            continue
        for divisor, reach in divisor_ranges(row, names, quantity.list):
            if not may_be_zero(formula_range(divisor, names, quantity.list)):
                continue
            named = ", ".join(names_in_formula(divisor))
            zero = _clauses_at_zero(divisor, names, quantity.list)
            decided = _row_for_zero(names, quantity, row, zero)
            if may_be_zero(reach) and (decided is None or decided > position):
                yield issue("RL046", f"{path}.formula", "main", id=quantity.id, divisor=named)
                continue
            for row_index, answer in enumerate(quantity.rows):
                answers = row_index == decided or _is_only_at_zero(names, quantity, answer, zero)
                has_source = isinstance(answer.formula, UndeterminedFormula) or own & set(answer.basis) - set(row.basis)
                if answers and not has_source and row_index not in reported:
                    reported.add(row_index)
                    row_path = f"quantities[{quantity.id}].rows[{row_index}]"
                    yield issue("RL127", row_path, "row", id=quantity.id, divisor=named)


def _is_only_at_zero(names: DefinitionIndex, quantity: FormulaQuantity, row: FormulaRow, zero: Condition) -> bool:
    return bool(zero) and condition_implies(row.when, zero, names, quantity.list)


def _row_for_zero(names: DefinitionIndex, quantity: FormulaQuantity, row: FormulaRow, zero: Condition) -> int | None:
    compatible = [
        clause for clause in row.when if not any(excludes(clause, other, names, quantity.list) for other in zero)
    ]
    for position, other in enumerate(quantity.rows):
        if other is not row and zero and condition_implies((*compatible, *zero), other.when, names, quantity.list):
            return position
    return None


def _clauses_at_zero(divisor: Formula, names: DefinitionIndex, within: str | None) -> Condition:
    match divisor:
        case NameReference(id=name):
            return (_equal(name, NumberLiteral(value=Fraction(0), unit=names.unit(name, within))),)
        case Operation(operator=FormulaOperator.MULTIPLY | FormulaOperator.DIVIDE, operands=(measure, NumberLiteral())):
            return _clauses_at_zero(measure, names, within)
        case Operation(
            operator=FormulaOperator.SUBTRACT,
            operands=(NameReference(id=name), NameReference() | NumberLiteral() as other)
            | (NumberLiteral() as other, NameReference(id=name)),
        ):
            return (_equal(name, other),)
        case Operation(operator=FormulaOperator.ADD, operands=operands) if all(
            lies_inside(formula_range(operand, names, within), _NEVER_BELOW_ZERO) for operand in operands
        ):
            return tuple(clause for operand in operands for clause in _clauses_at_zero(operand, names, within))
        case _:
            return ()


def _equal(name: str, other: NameReference | NumberLiteral) -> NumberClause:
    return NumberClause(name=name, operator=NumberOperator.IS, operand=other)
