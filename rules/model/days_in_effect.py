"""Which sides of a clause about the as-of date can no example show, because no day of the card's effect does?"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from rules.model.expressions import AS_OF, DateClause, DateOperator, DateWithin
from rules.model.moved_days import is_moved
from rules.model.places import Side

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rules.model.expressions import Clause
    from rules.model.places import EdgeRow
    from rules.model.scorecard import Card

_DAY = timedelta(days=1)


class Unshown(StrEnum):
    """Why no day shows a side: only days before or after the effect would, or the row holds on none of it."""

    BEFORE = "before"
    AFTER = "after"
    NEVER = "never"


def unshown(card: Card, row: EdgeRow, path: str, side: Side) -> Unshown | None:
    """Say why no day of the card's effect shows a side of the clause with this path; None if one may.

    Only clauses that compare the as-of date with days that are written out are asked.
    """
    asked = {placed.path: placed.clause for placed in row.clauses if any(_days(placed.clause))}
    if path not in asked:
        return None
    wanted = {one: one != path or side is Side.HOLDS for one in asked}

    def shows(day: date) -> bool:
        return all(_holds(clause, day) is wanted[one] for one, clause in asked.items())

    near = {day + step * _DAY for clause in asked.values() for day in _days(clause) for step in (-1, 0, 1)}
    tried = {card.first_date, *near} | ({card.last_date} if card.last_date is not None else set())
    showing = {day for day in tried if shows(day)}
    if not showing or any(_in_effect(card, day) for day in showing):
        return None
    if side is Side.HOLDS:
        return Unshown.NEVER
    return Unshown.BEFORE if min(showing) < card.first_date else Unshown.AFTER


def _in_effect(card: Card, day: date) -> bool:
    return card.first_date <= day and (card.last_date is None or day <= card.last_date)


def _days(clause: Clause) -> Iterator[date]:
    """Give the days with which a clause compares the as-of date, if all of them are written out."""
    if not isinstance(clause, DateClause | DateWithin) or clause.name != AS_OF:
        return
    expressions = (clause.operand,) if isinstance(clause, DateClause) else (clause.first, clause.last)
    days = [one.literal for one in expressions if not is_moved(one)]
    written = [day for day in days if day is not None]
    if len(written) == len(expressions):
        yield from written


def _holds(clause: Clause, day: date) -> bool:
    first, *_, last = (days := list(_days(clause))) * 2
    if not isinstance(clause, DateClause):
        return first <= day <= last
    (other,) = days
    match clause.operator:
        case DateOperator.ON:
            return day == other
        case DateOperator.BEFORE:
            return day < other
        case DateOperator.AFTER:
            return day > other
        case DateOperator.FROM:
            return day >= other
        case DateOperator.UNTIL:
            return day <= other
