"""Which dates can lie after the as-of date and still count as if they had come?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.expressions import (
    AS_OF,
    CalendarDay,
    DateClause,
    DateExpression,
    DateOperator,
    DateWithin,
    DayOf,
    FormulaOperator,
    Operation,
    PeriodEdge,
    Span,
    YearOf,
    names_in_clause,
)
from rules.model.formula_parts import dates_in, within_formula
from rules.model.lint.issue import issue
from rules.model.names import clauses
from rules.model.scorecard import FactType, FigureKind, FormulaQuantity, SumQuantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.expressions import Formula
    from rules.model.lint.issue import Issue
    from rules.model.names import Names
    from rules.model.scorecard import FactDefinition

_DAYS = (FactType.DATE, FactType.PERIOD)
_LAST_DAYS = (CalendarDay.MONTH_LAST, CalendarDay.QUARTER_LAST, CalendarDay.YEAR_LAST)
_FIRST_DAYS = (CalendarDay.QUARTER_FIRST, CalendarDay.YEAR_FIRST)
_SHORTEST, _LONGEST = 28, 31
"""The days of a month."""
_SPLITS = (DateOperator.BEFORE, DateOperator.AFTER, DateOperator.ON)
"""What may hold either side to the other: `after` is said of what does not count as well as of what follows."""

_LITERAL = ""
"""Stands for a day that the card itself names, which says nothing about the as-of date."""

_Bound = tuple[str, str]
"""A day, and one that it must not lie after."""


def check_dates_ahead(names: Names) -> Iterator[Issue]:
    """Check that every date that decides is held to the as-of date, or that the card says it may lie ahead.

    A date is held if a rule asks that it does not lie after the as-of date, or after another date that is held; so is
    the end of a period. What only says which rules are asked, or which row of a table is in force, counts as nothing
    done; what selects the verdict rules is such a day, too.
    """
    held, deciding = _held(names), _deciding(names)
    for path, days, fact in _days(names):
        if fact.may_lie_ahead is None and fact.previous is None and deciding & days - held:
            yield issue("RL114", path, "main", name=fact.id)


def _days(names: Names) -> Iterator[tuple[str, frozenset[str], FactDefinition]]:
    """Visit the dates and periods, each with the names by which rules read it: a field by the lists that have it."""
    card = names.scorecard
    for fact in card.facts:
        if fact.type in _DAYS:
            yield f"facts[{fact.id}]", frozenset({fact.id}), fact
    for record in card.records:
        lists = [fact.id for fact in card.facts if fact.record == record.id]
        for field in record.fields:
            if field.type in _DAYS:
                yield f"records[{record.id}].fields[{field.id}]", frozenset(f"{one}.{field.id}" for one in lists), field


def _deciding(names: Names) -> frozenset[str]:
    """Name the dates that conditions and formulas read, but for those that only select what is asked."""
    card = names.scorecard
    found: set[str] = set()
    for quantity in card.quantities:
        within = quantity.list if isinstance(quantity, FormulaQuantity | SumQuantity) else None
        if isinstance(quantity, SumQuantity):
            found.add(_node(names, quantity.of, None, within))
        elif isinstance(quantity, FormulaQuantity):
            parts = (part for row in quantity.rows for part in within_formula(row.formula))
            read = (day.name for part in parts if not isinstance(part, YearOf) for day in dates_in(part))
            found.update(_node(names, name, None, within) for name in read)
    tables = (one for one in card.quantities if isinstance(one, FormulaQuantity) and one.tabled is not None)
    selecting = [f"quantities[{one.id}]." for one in tables]
    for placed in clauses(card):
        if not placed.path.startswith(("applies", *selecting)) and ".applies[" not in placed.path:
            found.update(_node(names, name, None, placed.within) for name in names_in_clause(placed.clause))
    return frozenset(found)


def _held(names: Names) -> frozenset[str]:
    bounds = [*_in_clauses(names), *_in_quantities(names)]
    bounds = [bound for bound in bounds if _LITERAL not in bound]
    bounds += [(_node(names, fact.id, PeriodEdge.FIRST), fact.id) for fact in names.scorecard.facts]
    verdicts = names.scorecard.verdicts
    held = {AS_OF} if verdicts is None else {AS_OF, verdicts.governed_by}
    while added := {early for early, late in bounds if late in held} - held:
        held |= added
    return frozenset(held)


def _node(names: Names, name: str | None, edge: PeriodEdge | None, within: str | None = None) -> str:
    """Name a day; the last day of a period by the period alone."""
    whole = f"{within}.{name}" if name in names.fields(within) else name or _LITERAL
    return f"{whole} {edge}" if edge is PeriodEdge.FIRST else whole


def _in_clauses(names: Names) -> Iterator[_Bound]:
    for placed in clauses(names.scorecard):
        clause = placed.clause
        if isinstance(clause, DateClause):
            left = _node(names, clause.name, clause.edge, placed.within)
            right = _node(names, clause.operand.name, clause.operand.edge, placed.within)
            if clause.operator is not DateOperator.FROM and not _forward(clause.operand):
                yield left, right
            if clause.operator in {*_SPLITS, DateOperator.FROM} and not _backward(clause.operand):
                yield right, left
        elif isinstance(clause, DateWithin):
            day = _node(names, clause.name, clause.edge, placed.within)
            if not _forward(clause.last):
                yield day, _node(names, clause.last.name, clause.last.edge, placed.within)
            if not _backward(clause.first):
                yield _node(names, clause.first.name, clause.first.edge, placed.within), day


def _in_quantities(names: Names) -> Iterator[_Bound]:
    for quantity in names.scorecard.quantities:
        if isinstance(quantity, FormulaQuantity):
            for row in quantity.rows:
                yield from _of_formula(names, quantity, row.formula)
        elif isinstance(quantity, SumQuantity) and quantity.figure is FigureKind.LATEST:
            yield _node(names, quantity.of, None, quantity.list), quantity.id
        elif isinstance(quantity, SumQuantity) and quantity.figure is FigureKind.EARLIEST:
            yield quantity.id, _node(names, quantity.of, None, quantity.list)


def _of_formula(names: Names, quantity: FormulaQuantity, formula: Formula) -> Iterator[_Bound]:
    """Read bounds from a formula: time runs from an earlier day to a later one, but an age may be below zero."""
    operator = formula.operator if isinstance(formula, Operation) else None
    for part in within_formula(formula):
        if isinstance(part, Span) and part.last.name != AS_OF and not _forward(part.last) and not _backward(part.first):
            first, last = (_node(names, day.name, day.edge, quantity.list) for day in (part.first, part.last))
            yield first, last
        if isinstance(part, DayOf) and isinstance(part.date, DateExpression):
            day = _node(names, part.date.name, part.date.edge, quantity.list)
            if operator is not FormulaOperator.MINIMUM and not _backward(part.date):
                yield day, quantity.id
            if operator is not FormulaOperator.MAXIMUM and not _forward(part.date):
                yield quantity.id, day


def _forward(day: DateExpression) -> bool:
    """Say whether a date can lie after the day that it begins with."""
    month = _LONGEST if day.shift_months > 0 else _SHORTEST
    return day.calendar_day in _LAST_DAYS or day.shift_months * month + day.shift_days > 0


def _backward(day: DateExpression) -> bool:
    """Say whether a date can lie before the day that it begins with."""
    month = _SHORTEST if day.shift_months > 0 else _LONGEST
    return day.month_start or day.calendar_day in _FIRST_DAYS or day.shift_months * month + day.shift_days < 0
