"""On which civil days does what a version asks begin, end or change, because a rule of it names the day?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from pydantic import BaseModel

from rules.model.expressions import (
    AS_OF,
    DateClause,
    DateExpression,
    DateOperator,
    DateWithin,
    PeriodEdge,
    is_moved,
    moved_day,
)
from rules.model.places import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.expressions import Clause
    from rules.model.places import EdgeRow
    from rules.model.scorecard import Card, Scorecard


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
    asked = {placed.path: placed.clause for placed in row.clauses if any(_days_of_card(placed.clause))}
    if path not in asked:
        return None
    wanted = {one: one != path or side is Side.HOLDS for one in asked}

    def shows(day: date) -> bool:
        return all(_holds(clause, day) is wanted[one] for one, clause in asked.items())

    near = {day + step * _DAY for clause in asked.values() for day in _days_of_card(clause) for step in (-1, 0, 1)}
    tried = {card.first_date, *near} | ({card.last_date} if card.last_date is not None else set())
    showing = {day for day in tried if shows(day)}
    if not showing or any(_in_effect(card, day) for day in showing):
        return None
    if side is Side.HOLDS:
        return Unshown.NEVER
    return Unshown.BEFORE if min(showing) < card.first_date else Unshown.AFTER


def _in_effect(card: Card, day: date) -> bool:
    return card.first_date <= day and (card.last_date is None or day <= card.last_date)


def _days_of_card(clause: Clause) -> Iterator[date]:
    """Give the days with which a clause compares the as-of date, if all of them are written out."""
    if not isinstance(clause, DateClause | DateWithin) or clause.name != AS_OF:
        return
    expressions = (clause.operand,) if isinstance(clause, DateClause) else (clause.first, clause.last)
    days = [one.literal for one in expressions if not is_moved(one)]
    written = [day for day in days if day is not None]
    if len(written) == len(expressions):
        yield from written


def _holds(clause: Clause, day: date) -> bool:
    first, *_, last = (days := list(_days_of_card(clause))) * 2
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


_NO_RULES = {
    "card", "bases", "settings", "tables", "records", "facts", "reference_case", "tracks", "results", "record_results",
}  # fmt: skip
Dates = Mapping[tuple[str, PeriodEdge | None], date]
"""Dates of a subject, by fact and, of a period, by its end."""
NO_DATES: Dates = MappingProxyType({})
_ONE_DAY = timedelta(days=1)


class Bearing(StrEnum):
    """What a day is to a rule: the first or the last on which one of its conditions holds, or a day that it gives."""

    FIRST = "first"
    LAST = "last"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class DatedRule:
    """A rule and a day that it names; `measure` is the name of the date that is compared with it, if there is one."""

    day: date
    bearing: Bearing
    part: str
    rule: str
    labels: Mapping[str, str] = field(compare=False)
    measure: str = ""


def dated_rules(scorecard: Scorecard, dates: Dates = NO_DATES) -> Iterator[DatedRule]:
    """Give each day that a rule names, once for each rule, in the order of the card.

    `part` is the part of the scorecard in which the rule stands, such as `gates`. `dates` are those of a subject, by
    fact and end of a period: with them days that follow from these are given as well, such as a deadline.
    """
    for part in (name for name in type(scorecard).model_fields if name not in _NO_RULES):
        found: dict[DatedRule, None] = {}
        for rule, labels, inside in _parts(getattr(scorecard, part)):
            for day, bearing, measure in _days(inside, dates):
                found[DatedRule(day, bearing, part, rule, labels, measure)] = None
        yield from found


def _parts(
    value: object, rule: str = "", labels: Mapping[str, str] | None = None
) -> Iterator[tuple[str, Mapping[str, str], BaseModel]]:
    """Give the models in a part of the card, each with the id and labels of the innermost rule that has an id."""
    if isinstance(value, tuple):
        for one in value:
            yield from _parts(one, rule, labels)
    elif isinstance(value, BaseModel):
        rule, labels = getattr(value, "id", None) or rule, getattr(value, "labels", None) or labels
        if isinstance(value, DateClause | DateWithin | DateExpression):
            yield rule, labels or {}, value
        else:
            for name in type(value).model_fields:
                yield from _parts(getattr(value, name), rule, labels)


def _days(found: BaseModel, dates: Dates) -> Iterator[tuple[date, Bearing, str]]:
    match found:
        case DateClause(name=name, operator=operator, operand=operand) if (day := _day(operand, dates)) is not None:
            if operator in (DateOperator.FROM, DateOperator.ON):
                yield day, Bearing.FIRST, name
            elif operator is DateOperator.AFTER:
                yield day + _ONE_DAY, Bearing.FIRST, name
            elif operator is DateOperator.UNTIL:
                yield day, Bearing.LAST, name
            else:
                yield day - _ONE_DAY, Bearing.LAST, name
        case DateWithin(name=name, first=first, last=last):
            for end, bearing in ((first, Bearing.FIRST), (last, Bearing.LAST)):
                if (day := _day(end, dates)) is not None:
                    yield day, bearing, name
        case DateExpression() if (day := _day(found, dates)) is not None:
            yield day, Bearing.GIVEN, ""


def _day(expression: DateExpression, dates: Dates) -> date | None:
    """Give the day that an expression comes to; None if it begins with a date that is not known."""
    begin = expression.literal or dates.get((expression.name or "", expression.edge))
    return None if begin is None else moved_day(expression, begin)
