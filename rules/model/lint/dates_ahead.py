"""Lint of dates and years that decide although they may lie ahead of the as-of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.expressions import (
    AS_OF,
    BaseDateClause,
    DateClause,
    DateExpression,
    DateFormula,
    DateOperator,
    DayNumber,
    FormulaOperator,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    Operation,
    PeriodEdge,
    TimeSpan,
    UndeterminedFormula,
    YearOfDay,
    dates_in,
    has_day_shift,
    walk_formula,
)
from rules.model.lint.issue import issue
from rules.model.scorecard import AggregateKind, FactType, FormulaQuantity, SumQuantity
from rules.model.symbol_table import all_clauses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rules.model.definitions import FactDefinition
    from rules.model.expressions import Formula
    from rules.model.lint.issue import Issue
    from rules.model.symbol_table import DefinitionIndex

    _Bound = tuple[str, str]
    """Two days or years; the first must not be later than the second."""

_DAYS = (FactType.DATE, FactType.PERIOD)
_SHORTEST_MONTH_DAYS, _LONGEST_MONTH_DAYS = 28, 31
_LITERAL_DAY = ""


def check_dates_ahead(names: DefinitionIndex) -> Iterator[Issue]:
    """Check that every deciding date is bounded by the as-of date, unless it may lie ahead.

    A date, or the end of a period, is bounded if it must not lie after the as-of date or another bounded date. Dates
    that only select rules or table rows need no bound.
    """
    bounded, deciding = _bounded_days(names), _deciding_dates(names)
    for path, lists, fact in _facts_and_lists(names):
        days = {_node(names, fact.id, within) for within in lists}
        if fact.type in _DAYS and not _may_lie_ahead(fact) and deciding & days - bounded:
            yield issue("RL114", path, "main", name=fact.id)


def _may_lie_ahead(fact: FactDefinition) -> bool:
    """Return whether a date may lie ahead by declaration, or is exempt because of its source."""
    return fact.may_lie_ahead is not None or fact.previous is not None or fact.issued_for is not None


def _facts_and_lists(names: DefinitionIndex) -> Iterator[tuple[str, tuple[str | None, ...], FactDefinition]]:
    """Yield the facts without a list, and the record fields with the lists of their record type."""
    card = names.scorecard
    for fact in card.facts:
        yield f"facts[{fact.id}]", (None,), fact
    for record in card.records:
        lists = tuple(fact.id for fact in card.facts if fact.record == record.id)
        for field in record.fields:
            yield f"records[{record.id}].fields[{field.id}]", lists, field


def _deciding_dates(names: DefinitionIndex) -> frozenset[str]:
    card = names.scorecard
    read_names: set[str] = set()
    selecting: list[str] = []
    for quantity in card.quantities:
        within = quantity.within
        if isinstance(quantity, SumQuantity):
            read_names.add(_node(names, quantity.of, within))
        elif isinstance(quantity, FormulaQuantity):
            parts = (part for row in quantity.rows for part in walk_formula(row.formula))
            read = (day.name for part in parts if not isinstance(part, DayNumber) for day in dates_in(part))
            read_names.update(_node(names, name, within) for name in read)
            selecting += [] if quantity.tabled is None else [f"quantities[{quantity.id}]."]
    for placed in all_clauses(card):
        if not placed.path.startswith(("applies", *selecting)) and ".applies[" not in placed.path:
            read_names.update(_node(names, name, placed.within) for name in placed.clause.reads)
    return frozenset(read_names)


def _bounded_days(names: DefinitionIndex) -> frozenset[str]:
    bounds = [*_clause_bounds(names), *_quantity_bounds(names)]
    bounds = [bound for bound in bounds if _LITERAL_DAY not in bound]
    bounds += [(_node(names, fact.id, None, PeriodEdge.FIRST), fact.id) for fact in names.scorecard.facts]
    verdicts = names.scorecard.verdicts
    bounded = {AS_OF} if verdicts is None else {AS_OF, verdicts.governed_by}
    while added := {early for early, late in bounds if late in bounded} - bounded:
        bounded |= added
    return frozenset(bounded)


def _node(names: DefinitionIndex, name: str | None, within: str | None, edge: PeriodEdge | None = None) -> str:
    """Return the name of a day or year in bounds; the last day of a period has the name of the period."""
    full_name = f"{within}.{name}" if name in names.fields(within) else name or _LITERAL_DAY
    return f"{full_name} {edge}" if edge is PeriodEdge.FIRST else full_name


def _clause_bounds(names: DefinitionIndex) -> Iterator[_Bound]:
    """Yield bounds from clauses, in both directions for operators that may describe excluded cases."""
    for placed in all_clauses(names.scorecard):
        clause = placed.clause
        if not isinstance(clause, BaseDateClause):
            continue
        for operator, other in clause.compared:
            left = _node(names, clause.name, placed.within, clause.edge)
            right = _node(names, other.name, placed.within, other.edge)
            either = isinstance(clause, DateClause) and clause.over is not None
            if (either or operator is not DateOperator.FROM) and not _may_shift_later(other):
                yield left, right
            if (either or operator is not DateOperator.UNTIL) and not _may_shift_earlier(other):
                yield right, left


def _quantity_bounds(names: DefinitionIndex) -> Iterator[_Bound]:
    for quantity in names.scorecard.quantities:
        if isinstance(quantity, FormulaQuantity):
            for row in quantity.rows:
                yield from _formula_bounds(names, quantity, row.formula)
        elif isinstance(quantity, SumQuantity) and quantity.figure is AggregateKind.LATEST:
            yield _node(names, quantity.of, quantity.list), quantity.id
        elif isinstance(quantity, SumQuantity) and quantity.figure is AggregateKind.EARLIEST:
            yield quantity.id, _node(names, quantity.of, quantity.list)


def _formula_bounds(names: DefinitionIndex, quantity: FormulaQuantity, formula: Formula) -> Iterator[_Bound]:
    """Yield bounds from a formula; a time span ending at the as-of date sets none, because an age may be negative."""
    operator = formula.operator if isinstance(formula, Operation) else None
    for part in walk_formula(formula):
        if (
            isinstance(part, TimeSpan)
            and part.last.name != AS_OF
            and not _may_shift_later(part.last)
            and not _may_shift_earlier(part.first)
        ):
            first, last = (_node(names, day.name, quantity.list, day.edge) for day in (part.first, part.last))
            yield first, last
        if isinstance(part, DateFormula) and isinstance(part.date, DateExpression):
            day = _node(names, part.date.name, quantity.list, part.date.edge)
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


def check_years_ahead(names: DefinitionIndex) -> Iterator[Issue]:
    """Check that every deciding year is bounded by the year of the as-of date, unless it may lie ahead.

    A year is bounded if a rule compares it with that year, or with another bounded year.
    """
    bounded, read = _bounded_years(names), _read_names(names)
    for path, lists, fact in _facts_and_lists(names):
        nodes = {_node(names, fact.id, within) for within in lists}
        if _may_be_ahead(names, fact) and not _may_lie_ahead(fact) and (nodes & read) - bounded:
            yield issue("RL114", path, "year", within=lists[0], name=fact.id)


def _may_be_ahead(names: DefinitionIndex, fact: FactDefinition) -> bool:
    return fact.counts_years and (fact.at_most is None or fact.at_most >= names.scorecard.card.first_date.year)


def _read_names(names: DefinitionIndex) -> frozenset[str]:
    read = {
        _node(names, name, placed.within)
        for placed in all_clauses(names.scorecard)
        if not placed.path.startswith("applies")
        for name in placed.clause.reads
    }
    for quantity in names.scorecard.quantities:
        if isinstance(quantity, FormulaQuantity):
            parts = (part for row in quantity.rows for part in walk_formula(row.formula))
            read |= {_node(names, part.id, quantity.list) for part in parts if isinstance(part, NameReference)}
    return frozenset(read)


def _bounded_years(names: DefinitionIndex) -> frozenset[str]:
    bounds, days = tuple(_year_bounds(names)), _bounded_days(names)
    formulas = [quantity for quantity in names.scorecard.quantities if isinstance(quantity, FormulaQuantity)]
    bounded: set[str] = set()
    while added := _newly_bounded(names, formulas, bounds, days, bounded):
        bounded |= added
    return frozenset(bounded)


def _newly_bounded(
    names: DefinitionIndex,
    formulas: Iterable[FormulaQuantity],
    bounds: Iterable[_Bound],
    days: frozenset[str],
    bounded: set[str],
) -> set[str]:
    candidates = {early for early, late in bounds if late in bounded}
    for quantity in formulas:
        if all(_is_bounded(names, row.formula, quantity.list, days, bounded) for row in quantity.rows):
            candidates.add(quantity.id)
    return candidates - bounded


def _is_bounded(
    names: DefinitionIndex, formula: Formula, within: str | None, days: frozenset[str], bounded: set[str]
) -> bool:
    match formula:
        case YearOfDay(date=day):
            return not has_day_shift(day) and _node(names, day.name, within, day.edge) in days
        case NameReference(id=name):
            return _node(names, name, within) in bounded
        case Operation(operator=FormulaOperator.SUBTRACT, operands=(earlier, NumberLiteral())):
            return _is_bounded(names, earlier, within, days, bounded)
        case Operation(operator=FormulaOperator.MINIMUM, operands=operands):
            return any(_is_bounded(names, operand, within, days, bounded) for operand in operands)
        case UndeterminedFormula():
            return True
        case _:
            return False


def _year_bounds(names: DefinitionIndex) -> Iterator[_Bound]:
    for placed in all_clauses(names.scorecard):
        match placed.clause:
            case NumberClause(name=name, operator=operator, operand=NameReference(id=other)):
                left, right = _node(names, name, placed.within), _node(names, other, placed.within)
                either = placed.path.startswith("quantities[")
                if either or operator is not NumberOperator.AT_LEAST:
                    yield left, right
                if either or operator is not NumberOperator.AT_MOST:
                    yield right, left
