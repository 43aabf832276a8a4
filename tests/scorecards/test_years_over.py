"""Period ends in the clauses of every card: over from the day after the last day, and not on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from rules.model.expressions import AS_OF, BaseDateClause, CalendarDay, DateExpression, DateOperator, PeriodEdge
from rules.model.scorecard import Scorecard
from rules.model.symbol_table import DefinitionIndex, all_clauses
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette

GAZETTE = Gazette(CHECKOUT / "scorecards")
TURNED = {
    DateOperator.ON: DateOperator.ON,
    DateOperator.BEFORE: DateOperator.AFTER,
    DateOperator.AFTER: DateOperator.BEFORE,
    DateOperator.FROM: DateOperator.UNTIL,
    DateOperator.UNTIL: DateOperator.FROM,
}
OVER = (DateOperator.AFTER, DateOperator.UNTIL)
"""Operators that compare the as-of date with a last day: the period is over, or not yet over."""
ENDS = (CalendarDay.MONTH_LAST, CalendarDay.QUARTER_LAST, CalendarDay.YEAR_LAST)
CALLED = re.compile(r"\blast day\b|\buntil$")
"""Pattern of names for a date that is the last day of a period."""


def read_otherwise(card: Scorecard) -> Iterator[str]:
    """Yield the clauses that end a period on its last day, or do not end it on the following day."""
    names = DefinitionIndex(card)
    for placed in all_clauses(card):
        clause = placed.clause
        if not isinstance(clause, BaseDateClause):
            continue
        left = DateExpression(name=clause.name, edge=clause.edge)
        for operator, right in clause.compared:
            sides = {True: (operator, right), False: (TURNED[operator], left)}
            for as_of, (asked, other) in sides.items():
                today = left if as_of else right
                asks_today = today == DateExpression(name=AS_OF) and asked not in OVER
                if asks_today and is_last_day(other, names, placed.within):
                    yield f"{card.card.id} {placed.path}"


def is_last_day(day: DateExpression, names: DefinitionIndex, within: str | None) -> bool:
    """Return whether the date is the last day of a month, quarter, year or named period."""
    if day.shift_months or day.shift_days or day.month_start:
        return False
    if day.edge is PeriodEdge.LAST or day.calendar_day in ENDS:
        return True
    called = names.definition(day.name or "", within)
    return called is not None and CALLED.search(called.labels.get("en", called.id)) is not None


@pytest.mark.parametrize("card", GAZETTE.card_ids())
def test_clauses_on_a_last_day_only_check_whether_the_period_is_over(card: str) -> None:
    assert list(read_otherwise(GAZETTE.versions(card)[-1].scorecard)) == []
