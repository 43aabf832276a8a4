"""Listing query: filter, total order and keyset pagination along index ranges.

Whatever the query, evaluations are read along runs: ranges of an index that contain only matching rows, in the
requested order. One organisation by time is one run; where conclusions are compared, each matching conclusion is one,
since there are few; where days are compared, or times in the order of days, each of these days is one. No more than a
page is read from any run, so the time depends on the runs and the page, not on the archive. Skipped in an index, at
less than a microsecond each, are only evaluations of a subject that is excluded, all those of a subject that is
required, and those of the day on which a page ended where times are compared in the order of days.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, FromClause, Select, Subquery, and_, func, literal, not_, or_, select, tuple_

from rules.contracts import InputError, Violation, attempt, message_factory
from service.base.paging import foreign_token
from service.store.filters import AS_OF_DATE, CREATE_TIME, GRADE, STAGE, SUBJECT, VERSION, FilterComparison, read_filter
from service.store.tables import ConclusionRow, EvaluationRow, ListedRow

if TYPE_CHECKING:
    Position = tuple[str, ...]


_LOWER = {">": True, ">=": False, "=": False}
_UPPER = {"<": False, "<=": True, "=": True}


@dataclass(frozen=True, slots=True)
class FieldBounds:
    """The nearest bounds of a field, and the values that it must not have."""

    low: FilterComparison | None
    high: FilterComparison | None
    excluded: tuple[FilterComparison, ...]

    @staticmethod
    def of(field: str, comparisons: Iterable[FilterComparison]) -> FieldBounds:
        """Put together what is asked of one field."""
        asked = [comparison for comparison in comparisons if comparison.field == field]
        lows = [(comparison.value, _LOWER[comparison.sign]) for comparison in asked if comparison.sign in _LOWER]
        highs = [(comparison.value, _UPPER[comparison.sign]) for comparison in asked if comparison.sign in _UPPER]
        low = high = None
        if lows:
            value, beyond = max(lows)
            low = FilterComparison(field, ">" if beyond else ">=", value)
        if highs:
            value, included = min(highs)
            high = FilterComparison(field, "<=" if included else "<", value)
        return FieldBounds(low, high, tuple(comparison for comparison in asked if comparison.sign == "!="))

    def beyond(self, position: str, *, descending: bool) -> FieldBounds:
        """Give what is left to ask of what comes after a position: no bound that this implies."""
        if descending:
            return replace(self, high=None) if self.high and self.high.on(position) else self
        return replace(self, low=None) if self.low and self.low.on(position) else self

    def on(self, column: Any) -> list[Any]:
        """Give the conditions for a column."""
        return [*self.from_low(column), *self.to_high(column), *(comparison.on(column) for comparison in self.excluded)]

    def from_low(self, column: Any) -> list[Any]:
        """Give the lower bound of a column, if there is one."""
        return [self.low.on(column)] if self.low else []

    def to_high(self, column: Any) -> list[Any]:
        """Give the upper bound of a column, if there is one."""
        return [self.high.on(column)] if self.high else []


_say = message_factory(__name__)

_EVALUATIONS = EvaluationRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_CONCLUSIONS = ConclusionRow.__table__  # type: ignore[attr-defined] # likewise
_LISTED = ListedRow.__table__  # type: ignore[attr-defined] # likewise
_OF_CONCLUSION = {
    VERSION: _CONCLUSIONS.c.scorecard_version,
    "record.conclusion.kind": _CONCLUSIONS.c.kind,
    GRADE: _CONCLUSIONS.c.grade,
    STAGE: _CONCLUSIONS.c.stage,
    "record.conclusion.verdict": _CONCLUSIONS.c.verdict,
}
_ORDERS = {CREATE_TIME: ("create_time", "evaluation"), AS_OF_DATE: ("as_of_date", "create_time", "evaluation")}


@dataclass(frozen=True, slots=True)
class ListingQuery:
    """A query for the evaluations of one organisation, in a total order: time, then name, decide between equals."""

    organization: str
    comparisons: tuple[FilterComparison, ...]
    field: str
    descending: bool

    def select(self, after: Position | None, limit: int) -> Select[Any]:
        """Give the statement that reads what comes after a position, at most so many rows."""
        page = (self._along_runs(after, limit) if self._has_runs else self._straight(after, limit)).subquery()
        rows = select(_EVALUATIONS).join(page, page.c.evaluation == _EVALUATIONS.c.name)
        return rows.order_by(*self._order(page))

    def names(self) -> Select[Any]:
        """Give the statement for the names of all evaluations that fit, in no order."""
        rows = select(_LISTED.c.evaluation).where(
            _LISTED.c.organization == self.organization, *self._conditions(None, _LISTED)
        )  # fmt: skip
        if conditions := self._of_conclusion():
            rows = rows.where(_LISTED.c.conclusion.in_(select(_CONCLUSIONS.c.id).where(*conditions)))
        return rows

    def position(self, row: EvaluationRow) -> Position:
        """Give the position of a row."""
        values = {"as_of_date": row.as_of_date, "create_time": row.create_time, "evaluation": row.name}
        return tuple(values[column] for column in _ORDERS[self.field])

    def read_position(self, text: str) -> Position | None:
        """Read a position that `write_position` wrote; none if the text is empty.

        Raises:
            InputError: it is something else.
        """
        if not text:
            return None
        try:
            values = json.loads(text)
            if [type(value) for value in values] != [str] * len(_ORDERS[self.field]):
                raise foreign_token()
            "".join(values).encode()
        except (ValueError, TypeError):
            raise foreign_token() from None
        return tuple(values)

    @property
    def _has_runs(self) -> bool:
        """Say whether there is more than one run; of one subject all evaluations may be read."""
        asks_subject = any((comparison.field, comparison.sign) == (SUBJECT, "=") for comparison in self.comparisons)
        return not asks_subject and (
            self._day_by_day or any(comparison.field in _OF_CONCLUSION for comparison in self.comparisons)
        )

    @property
    def _day_by_day(self) -> bool:
        """Say whether each day is a run: fitting ones do not stand together in the order asked for."""
        if self.field == CREATE_TIME:
            return any(comparison.field == AS_OF_DATE for comparison in self.comparisons)
        return any(
            comparison.field == CREATE_TIME or (comparison.field, comparison.sign) == (AS_OF_DATE, "!=")
            for comparison in self.comparisons
        )

    def _straight(self, after: Position | None, limit: int) -> Select[Any]:
        rows = select(_LISTED).where(_LISTED.c.organization == self.organization, *self._conditions(after, _LISTED))
        if conditions := self._of_conclusion():
            fitting = select(_CONCLUSIONS.c.id).where(*conditions)
            rows = rows.where((_LISTED.c.conclusion + 0).in_(fitting))  # an expression: found by the subject alone
        return rows.order_by(*self._order(_LISTED)).limit(limit)

    def _along_runs(self, after: Position | None, limit: int) -> Select[Any]:
        conditions = self._of_conclusion()
        column = "conclusion" if len(conditions) > 1 else "organization"
        stems = select(_CONCLUSIONS.c.id.label("stem")).where(*conditions)
        if column == "organization":
            stems = select(literal(self.organization).label("stem"))
        run: FromClause = stems.cte("run")
        inside = _LISTED.alias("inside")
        query = select(inside.c.evaluation).where(*self._conditions(after, inside, any_day=self._day_by_day))
        if self._day_by_day:
            run = self._days(run, column, after)
            query = query.where(inside.c.as_of_date == run.c.day)
        query = query.where(inside.c[column] == run.c.stem).order_by(*self._order(inside)).limit(limit).correlate(run)
        rows = select(_LISTED).select_from(run.join(_LISTED, _LISTED.c.evaluation.in_(query)))
        return rows.order_by(*self._order(_LISTED)).limit(limit)

    def _days(self, stems: FromClause, column: str, after: Position | None) -> Subquery:
        """Give the days that fit and are in the archive, for each stem, found one from the other in the index."""
        compared = self.comparisons
        if after is not None and self.field == AS_OF_DATE:
            compared = (*compared, FilterComparison(AS_OF_DATE, "<=" if self.descending else ">=", after[0]))
        span = FieldBounds.of(AS_OF_DATE, compared)
        inside = _LISTED.alias("of_day")
        first_day = select(func.min(inside.c.as_of_date)).where(
            inside.c[column] == stems.c.stem, *span.from_low(inside.c.as_of_date)
        )  # fmt: skip
        days = select(stems.c.stem, first_day.scalar_subquery().label("day")).cte("days", recursive=True)
        next_day = select(func.min(inside.c.as_of_date)).where(
            inside.c[column] == days.c.stem, inside.c.as_of_date > days.c.day
        )  # fmt: skip
        going_on = select(days.c.stem, next_day.scalar_subquery()).where(
            days.c.day.is_not(None), *span.to_high(days.c.day)
        )  # fmt: skip
        days = days.union_all(going_on)
        return select(days).where(days.c.day.is_not(None), *span.on(days.c.day)).subquery("run")

    def _of_conclusion(self) -> list[ColumnElement[bool]]:
        """Give the conditions for a conclusion; the organisation alone is no condition."""
        asked = [_of_conclusion(comparison) for comparison in self.comparisons if comparison.field in _OF_CONCLUSION]
        return [_CONCLUSIONS.c.organization == self.organization, *asked] if asked else []

    def _conditions(
        self, after: Position | None, rows: FromClause, *, any_day: bool = False
    ) -> list[ColumnElement[bool]]:
        """Give the conditions for rows of the listing; for any day, if the days are chosen already."""
        spans = {field: FieldBounds.of(field, self.comparisons) for field in (CREATE_TIME, AS_OF_DATE)}
        conditions = [comparison.on(rows.c.subject) for comparison in self.comparisons if comparison.field == SUBJECT]
        if after is not None:
            columns = tuple_(*(rows.c[column] for column in _ORDERS[self.field]))
            conditions.append(columns < after if self.descending else columns > after)
            spans[self.field] = spans[self.field].beyond(after[0], descending=self.descending)
        conditions += spans[CREATE_TIME].on(rows.c.create_time)
        return conditions if any_day else conditions + spans[AS_OF_DATE].on(rows.c.as_of_date)

    def _order(self, rows: FromClause) -> list[ColumnElement[Any]]:
        columns: list[ColumnElement[Any]] = [rows.c[column] for column in _ORDERS[self.field]]
        return [column.desc() for column in columns] if self.descending else columns


def _of_conclusion(comparison: FilterComparison) -> ColumnElement[bool]:
    """Give the condition for a conclusion to have a value, or one that the literal names in its version."""
    column = _OF_CONCLUSION[comparison.field]
    asked: ColumnElement[bool] = comparison.on(column)
    if not comparison.named:
        return asked
    named = tuple_(_OF_CONCLUSION[VERSION], column).in_(comparison.named)
    return or_(asked, named) if comparison.sign == "=" else and_(asked, not_(named))


def read_listing(organization: str, *, filter_text: str, order_by: str) -> ListingQuery:
    """Read what a listing asks for.

    Raises:
        InputError: the filter or the order cannot be read; both are named.
    """
    violations: list[Violation] = []
    comparisons = attempt(violations, read_filter, filter_text) or ()
    field, *direction = (order_by or "create_time desc").split() or [""]
    if field not in _ORDERS or direction not in ([], ["desc"]):
        violations.append(Violation("order_by", _say("NO_ORDER", found=order_by[:80]), "MALFORMED"))
    if violations:
        raise InputError(tuple(violations))
    return ListingQuery(organization, comparisons, field, bool(direction))


def write_position(position: Position) -> str:
    """Write a position for a page token."""
    return json.dumps(position)
