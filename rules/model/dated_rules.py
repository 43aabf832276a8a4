"""Days that the rules of a version name: when a requirement begins, ends or changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from pydantic import BaseModel

from rules.model.edge_rows import EdgeSide
from rules.model.expressions import (
    AS_OF,
    BaseDateClause,
    DateExpression,
    DateOperator,
    PeriodEdge,
    apply_day_shift,
    compare_days,
    has_day_shift,
)
from rules.model.published_version import is_in_force_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rules.model.edge_rows import EdgeRow
    from rules.model.expressions import Clause
    from rules.model.scorecard import Card, Scorecard


_DAY = timedelta(days=1)


class UnshowableReason(StrEnum):
    """Reason why no day of the period of effect shows a side of a clause.

    Only days before or after it do, or the row is never true.
    """

    BEFORE = "before"
    AFTER = "after"
    NEVER = "never"


def unshowable_reason(card: Card, row: EdgeRow, path: str, side: EdgeSide) -> UnshowableReason | None:
    """Return why no day of the period of effect shows a side of a clause; None if a day may.

    Only comparisons of the as-of date with literal days are considered.
    """
    clauses_by_path = {placed.path: placed.clause for placed in row.clauses if _literal_comparisons(placed.clause)}
    if path not in clauses_by_path:
        return None
    wanted = [
        (_literal_comparisons(clause), clause_path != path or side is EdgeSide.HOLDS)
        for clause_path, clause in clauses_by_path.items()
    ]
    literals = {day for comparisons, _ in wanted for _, day in comparisons}
    near = {day + step * _DAY for day in literals for step in (-1, 0, 1)}
    showing = {day for day in (card.first_date, card.last_date, *near) if day is not None and _shows(day, wanted)}
    if not showing or any(is_in_force_on(card, day) for day in showing):
        return None
    if side is EdgeSide.HOLDS:
        return UnshowableReason.NEVER
    return UnshowableReason.BEFORE if min(showing) < card.first_date else UnshowableReason.AFTER


def _shows(day: date, wanted: Iterable[tuple[list[tuple[DateOperator, date]], bool]]) -> bool:
    return all(all(compare_days(day, *other) for other in comparisons) is holds for comparisons, holds in wanted)


def _literal_comparisons(clause: Clause) -> list[tuple[DateOperator, date]]:
    if not isinstance(clause, BaseDateClause) or clause.name != AS_OF:
        return []
    written = [
        (operator, expression.literal)
        for operator, expression in clause.compared
        if expression.literal and not has_day_shift(expression)
    ]
    return written if len(written) == len(clause.compared) else []


_PARTS_WITHOUT_RULES = {
    "card", "bases", "settings", "tables", "records", "facts", "reference_case", "tracks", "results", "record_results",
}  # fmt: skip
Dates = Mapping[tuple[str, PeriodEdge | None], date]
"""Dates of a subject, by fact and period bound."""
NO_DATES: Dates = MappingProxyType({})
ComputedDays = Mapping[str, date]
NOT_COMPUTED: ComputedDays = MappingProxyType({})


class DayRole(StrEnum):
    """Role of a day: first or last day of a condition, or stated date."""

    FIRST = "first"
    LAST = "last"
    STATED = "given"


_ROLES_BY_OPERATOR = {
    DateOperator.ON: (0, DayRole.FIRST),
    DateOperator.FROM: (0, DayRole.FIRST),
    DateOperator.AFTER: (1, DayRole.FIRST),
    DateOperator.UNTIL: (0, DayRole.LAST),
    DateOperator.BEFORE: (-1, DayRole.LAST),
}
"""Offset from the named day to the first or last day of the comparison, and the role."""


@dataclass(frozen=True, slots=True)
class DatedRule:
    """A rule and a day that it names; `measure` is the date compared with it, or empty."""

    day: date
    bearing: DayRole
    part: str
    rule: str
    labels: Mapping[str, str] = field(compare=False)
    measure: str = ""


def dated_rules(
    scorecard: Scorecard, dates: Dates = NO_DATES, computed: ComputedDays = NOT_COMPUTED
) -> Iterator[DatedRule]:
    """Yield each day that a rule names; see `DatedParts.rules`."""
    return DatedParts(scorecard).rules(dates, computed)


class DatedParts:
    """The parts of a scorecard that name days, collected once for many subjects."""

    def __init__(self, scorecard: Scorecard) -> None:
        parts = (name for name in type(scorecard).model_fields if name not in _PARTS_WITHOUT_RULES)
        self._parts = [(part, [*_parts(getattr(scorecard, part))]) for part in parts]

    def rules(self, dates: Dates = NO_DATES, computed: ComputedDays = NOT_COMPUTED) -> Iterator[DatedRule]:
        """Yield each day that a rule names, once per rule.

        The `dates` of a subject add derived days such as deadlines. A date in `computed` replaces the days in its rows.
        """
        for part, models in self._parts:
            distinct_rules: dict[DatedRule, None] = {}
            for rule, labels, inside in models:
                if rule in computed and isinstance(inside, DateExpression):
                    distinct_rules[DatedRule(computed[rule], DayRole.STATED, part, rule, labels)] = None
                    continue
                for day, bearing, measure in _days(inside, dates):
                    distinct_rules[DatedRule(day, bearing, part, rule, labels, measure)] = None
            yield from distinct_rules


def _parts(
    value: object, rule: str = "", labels: Mapping[str, str] | None = None
) -> Iterator[tuple[str, Mapping[str, str], BaseModel]]:
    if isinstance(value, tuple):
        for item in value:
            yield from _parts(item, rule, labels)
    elif isinstance(value, BaseModel):
        rule, labels = getattr(value, "id", None) or rule, getattr(value, "labels", None) or labels
        if isinstance(value, BaseDateClause | DateExpression):
            yield rule, labels or {}, value
        else:
            for name in type(value).model_fields:
                yield from _parts(getattr(value, name), rule, labels)


def _days(part: BaseModel, dates: Dates) -> Iterator[tuple[date, DayRole, str]]:
    if isinstance(part, DateExpression) and (named_day := _day(part, dates)) is not None:
        yield named_day, DayRole.STATED, ""
    elif isinstance(part, BaseDateClause):
        for operator, end in part.compared:
            if (day := _day(end, dates)) is not None:
                days, bearing = _ROLES_BY_OPERATOR[operator]
                yield day + days * _DAY, bearing, part.name


def _day(expression: DateExpression, dates: Dates) -> date | None:
    begin = expression.literal or dates.get((expression.name or "", expression.edge))
    return None if begin is None else apply_day_shift(expression, begin)
