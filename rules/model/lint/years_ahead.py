"""Lint of year facts that decide although their year may lie ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.expressions import (
    FormulaOperator,
    NameReference,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    Operation,
    UndeterminedFormula,
    YearOfDay,
    has_day_shift,
    walk_formula,
)
from rules.model.lint.issue import issue
from rules.model.lint.quantities import bounded_days, day_node, may_lie_ahead
from rules.model.scorecard import FormulaQuantity
from rules.model.symbol_table import all_clauses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rules.model.definitions import FactDefinition
    from rules.model.expressions import Formula
    from rules.model.lint.issue import Issue
    from rules.model.symbol_table import DefinitionIndex

    _Bound = tuple[str, str]
    """A year, and the latest year that it may be."""


def check_years_ahead(names: DefinitionIndex) -> Iterator[Issue]:
    """Check that every deciding year is bounded by the year of the as-of date, unless it may lie ahead.

    A year is bounded if a rule compares it with that year, or with another bounded year.
    """
    bounded, read = _bounded_years(names), _read_names(names)
    for path, lists, fact in _year_facts(names):
        nodes = {f"{within}.{fact.id}" if within else fact.id for within in lists}
        if not may_lie_ahead(fact) and (nodes & read) - bounded:
            yield issue("RL114", path, "year", within=lists[0], name=fact.id)


def _year_facts(names: DefinitionIndex) -> Iterator[tuple[str, tuple[str | None, ...], FactDefinition]]:
    card = names.scorecard
    for fact in card.facts:
        if _may_be_ahead(names, fact):
            yield f"facts[{fact.id}]", (None,), fact
    for record in card.records:
        lists = tuple(fact.id for fact in card.facts if fact.record == record.id)
        for field in record.fields:
            if _may_be_ahead(names, field):
                yield f"records[{record.id}].fields[{field.id}]", lists, field


def _may_be_ahead(names: DefinitionIndex, fact: FactDefinition) -> bool:
    return fact.counts_years and (fact.at_most is None or fact.at_most >= names.scorecard.card.first_date.year)


def _node(names: DefinitionIndex, name: str, within: str | None) -> str:
    return f"{within}.{name}" if name in names.fields(within) else name


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
    bounds, days = tuple(_year_bounds(names)), bounded_days(names)
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
            return not has_day_shift(day) and day_node(names, day.name, day.edge, within) in days
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
