"""At which days must the time in which a claim is shown be split, so that no part sees a rule begin or end?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rules.contracts.dates import Period, add_days
from rules.engine.days import NEVER, shift_day
from rules.model.verdicts import DateLookup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rules.model.expressions import DateExpression
    from rules.model.scorecard import Scorecard


def days_of_change(scorecard: Scorecard, choices: Mapping[str, str], dates: Mapping[str, date]) -> tuple[date, ...]:
    """List the days from which on another set of the card's rules may be in force, in their order.

    These are the first days of rules and the days after their last ones. A day that is looked up by choices that are
    not given could be any of its rows; all are listed, because a split too many changes no verdict. A day that rests
    on a date fact not given is left out; whether the rule is in force is then open on both sides.
    """
    if scorecard.verdicts is None:
        return ()
    lookups = {quantity.id: quantity for quantity in scorecard.quantities if isinstance(quantity, DateLookup)}
    found: set[date] = set()
    for rule in scorecard.verdicts.rules:
        for expression, after in ((rule.first, 0), (rule.last, 1)):
            if expression is not None:
                found |= {add_days(day, after) for day in _days(expression, lookups, choices, dates)}
    return tuple(sorted(found))


def _days(
    expression: DateExpression,
    lookups: Mapping[str, DateLookup],
    choices: Mapping[str, str],
    dates: Mapping[str, date],
) -> Iterator[date]:
    """Give every day that an expression may name."""
    if expression.literal is not None:
        anchors = [expression.literal]
    elif (lookup := lookups.get(expression.name or "")) is not None:
        anchors = list(_looked_up(lookup, choices))
    else:
        anchors = [day for name, day in dates.items() if name == expression.name]
    for anchor in anchors:
        number = shift_day(expression, anchor.toordinal())
        if number < NEVER:
            yield date.fromordinal(number)


def _looked_up(lookup: DateLookup, choices: Mapping[str, str]) -> Iterator[date]:
    """Give the days of the rows that the choices given leave possible, and of what is left if no row surely fits."""
    given = tuple(choices.get(name) for name in lookup.by)
    settled = False
    for row in lookup.rows:
        if all(choice in (None, key) for choice, key in zip(given, row.keys, strict=True)):
            settled |= None not in given
            if row.value != "never" and row.value.literal is not None:
                yield date.fromordinal(shift_day(row.value, row.value.literal.toordinal()))
    rest = lookup.otherwise
    if not settled and rest is not None and rest != "never" and rest.literal is not None:
        yield date.fromordinal(shift_day(rest, rest.literal.toordinal()))


def split(shown: Period, days: Iterable[date]) -> tuple[Period, ...]:
    """Split a span before each of the days that lies within it; the parts cover it in order, without a gap."""
    starts = [shown.first, *sorted({day for day in days if shown.first < day <= shown.last})]
    ends = [*(add_days(day, -1) for day in starts[1:]), shown.last]
    return tuple(Period(first, last) for first, last in zip(starts, ends, strict=True))
