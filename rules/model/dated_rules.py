"""On which civil days does what a version asks begin, end or change, because a rule of it names the day?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from pydantic import BaseModel

from rules.model.expressions import DateClause, DateExpression, DateOperator, DateWithin, PeriodEdge
from rules.model.moved_days import moved_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.scorecard import Scorecard

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
