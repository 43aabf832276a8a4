"""Can every rule with a verdict hold on some day, and is its verdict the one answer of the card?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.implication import condition_implies
from rules.model.lint.issue import issue
from rules.model.moved_days import moved_day
from rules.model.scorecard import DateLookup

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rules.model.expressions import DateExpression
    from rules.model.lint.issue import Issue
    from rules.model.names import Names
    from rules.model.scorecard import VerdictRule


def check_verdicts(names: Names) -> Iterator[Issue]:
    """Check the rules with a verdict, if the card has any."""
    card = names.scorecard
    if card.verdicts is None:
        return
    if card.ladder is not None:
        yield issue("RL058", "verdicts", "main")
    governing = names.facts.get(card.verdicts.governed_by)
    if governing is not None and governing.may_not_apply:
        yield issue("RL045", "verdicts.governed_by", "main", fact=governing.id)
    for rule in card.verdicts.rules:
        yield from _check_rows(names, rule)
        yield from _check_dates(names, rule)


def _check_rows(names: Names, rule: VerdictRule) -> Iterator[Issue]:
    """Report each alternative of a rule that holds only where another one does."""
    for position, row in enumerate(rule.rows):
        for place, other in enumerate(rule.rows):
            weaker = place != position and condition_implies(row.when, other.when, names)
            if weaker and (place < position or not condition_implies(other.when, row.when, names)):
                path = f"verdicts.rules[{rule.id}].rows[{position}]"
                problem = "duplicate" if set(row.when) == set(other.when) else "unreachable"
                yield issue("RL042", path, problem, row=str(position + 1), other=str(place + 1))
                break


def _check_dates(names: Names, rule: VerdictRule) -> Iterator[Issue]:
    path = f"verdicts.rules[{rule.id}]"
    first, last, warning = (_days(day, names) for day in (rule.first, rule.last, rule.warn_from))
    if first and last and max(last) < min(first):
        shown = {"first": min(first).isoformat(), "last": max(last).isoformat()}
        yield issue("RL049", f"{path}.last", "force", id=rule.id, **shown)
    if first and warning and min(warning) > max(first):
        shown = {"first": max(first).isoformat(), "warning": min(warning).isoformat()}
        yield issue("RL049", f"{path}.warn_from", "warning", id=rule.id, **shown)
    if rule.warn_from is not None and rule.first is None:
        yield issue("RL048", f"{path}.warn_from", "warning", id=rule.id)


def _days(expression: DateExpression | None, names: Names) -> tuple[date, ...]:
    """Give every day that a date of a rule can be; none if there is no day, or one that cannot be told."""
    if expression is None:
        return ()
    days: tuple[date, ...] = ()
    lookup = names.quantities.get(expression.name or "")
    if expression.literal is not None:
        days = (expression.literal,)
    elif isinstance(lookup, DateLookup):
        values = (*(row.value for row in lookup.rows), lookup.otherwise)
        days = tuple(day for value in values if value is not None and value != "never" for day in _days(value, names))
    return tuple(moved_day(expression, day) for day in days)
