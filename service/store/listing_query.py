"""Listing query: filters (a subset of AIP-160), total order and keyset pagination along indexes."""

from __future__ import annotations

import json
import operator
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, FromClause, Select, Subquery, and_, func, literal, not_, or_, select, tuple_

from rules.contracts import (
    ConclusionKind,
    DateError,
    InputError,
    Verdict,
    Violation,
    attempt,
    error_message,
    message_factory,
    parse_date,
)
from service.base.instants import is_instant
from service.base.paging import foreign_token
from service.store.tables import ConclusionRow, EvaluationRow, ListedRow

if TYPE_CHECKING:
    Position = tuple[str, ...]


_say = message_factory(__name__)
_MAXIMUM_CHARACTERS = 4_000
_MAXIMUM_COMPARISONS = 20

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<quoted>"(?:[^"\\]|\\["'\\])*"|'(?:[^'\\]|\\["'\\])*')
      | (?P<operator>!=|<=|>=|=|<|>)
      | (?P<word>\w[\w./:-]*)
    )""",
    re.VERBOSE,
)
_ESCAPED = re.compile(r"\\(.)")

_OPERATORS: Mapping[str, Callable[[Any, Any], Any]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_EQUALITY = ("=", "!=")


@dataclass(frozen=True, slots=True)
class FilterComparison:
    """One comparison of a field with a literal, both as text; what is absent compares as the empty text."""

    field: str
    sign: str
    value: str
    named: tuple[tuple[str, str], ...] = ()
    """Scorecard versions, each with the id that the literal names in it."""

    def compare_to(self, value: Any) -> Any:
        """Compare a value; of a column this gives an expression with the literal as a bound parameter."""
        return _OPERATORS[self.sign](value, self.value)


@dataclass(frozen=True, slots=True)
class _FilterField:
    read: Callable[[str], str]
    operators: tuple[str, ...] = _EQUALITY


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    column: int


def _instant(text: str) -> str:
    if not is_instant(text):
        raise ValueError(_say("NO_INSTANT", found=text[:40]))
    return text


def _date(text: str) -> str:
    try:
        parse_date(text)
    except DateError as error:
        raise ValueError(error_message(error)) from None
    return text


def _one_of(prefix: str, values: type[StrEnum]) -> Callable[[str], str]:
    names = {f"{prefix}_{value.name}": str(value.value) for value in values}

    def read(text: str) -> str:
        if text not in names:
            raise ValueError(_say("NOT_ONE_OF", found=text[:40], known=tuple(names)))
        return names[text]

    return read


CREATE_TIME = "create_time"
AS_OF_DATE = "record.as_of_date"
SUBJECT = "record.subject"
GRADE = "record.conclusion.grade"
STAGE = "record.conclusion.stage"
VERSION = "record.scorecard_version"
FIELDS: Mapping[str, _FilterField] = {
    CREATE_TIME: _FilterField(_instant, tuple(_OPERATORS)),
    SUBJECT: _FilterField(str),
    VERSION: _FilterField(str),
    AS_OF_DATE: _FilterField(_date, tuple(_OPERATORS)),
    "record.conclusion.kind": _FilterField(_one_of("KIND", ConclusionKind)),
    GRADE: _FilterField(str),
    STAGE: _FilterField(str),
    "record.conclusion.verdict": _FilterField(_one_of("VERDICT", Verdict)),
}


def read_filter(text: str) -> tuple[FilterComparison, ...]:
    """Read a filter; all comparisons given must hold."""
    if len(text) > _MAXIMUM_CHARACTERS:
        raise _refused(_MAXIMUM_CHARACTERS + 1, _say("FILTER_LENGTH", count=len(text), most=_MAXIMUM_CHARACTERS))
    tokens = _tokens(text)
    comparisons: list[FilterComparison] = []
    place = 0
    while place < len(tokens):
        if comparisons:
            joint = tokens[place]
            if (joint.kind, joint.text) != ("word", "AND"):
                raise _refused(joint.column, _say("NO_JOINT", found=joint.text[:40]))
            place += 1
        if len(comparisons) == _MAXIMUM_COMPARISONS:
            raise _refused(tokens[place - 1].column, _say("TOO_MANY_COMPARISONS", most=_MAXIMUM_COMPARISONS))
        comparisons.append(_comparison(tokens[place : place + 3], len(text) + 1))
        place += 3
    return tuple(comparisons)


def _comparison(tokens: list[_Token], end: int) -> FilterComparison:
    def expect(index: int, wanted: str) -> _Token:
        if index >= len(tokens):
            raise _refused(end, _say("FILTER_ENDS", expected=wanted))
        return tokens[index]

    name = expect(0, _say("WANTED_FIELD"))
    field = FIELDS.get(name.text) if name.kind == "word" else None
    if field is None:
        raise _refused(name.column, _say("NO_FIELD", found=name.text[:40], known=tuple(FIELDS)))
    sign = expect(1, _say("WANTED_OPERATOR"))
    if sign.kind != "operator" or sign.text not in field.operators:
        message = _say("NO_OPERATOR", found=sign.text[:40], field=name.text, known=field.operators)
        raise _refused(sign.column, message)
    literal = expect(2, _say("WANTED_LITERAL"))
    if literal.kind == "operator":
        raise _refused(literal.column, _say("STANDS_WHERE", found=literal.text, expected=_say("WANTED_LITERAL")))
    try:
        value = field.read(literal.text)
    except ValueError as error:
        raise _refused(literal.column, error_message(error)) from None
    return FilterComparison(name.text, sign.text, value)


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    place = 0
    while text[place:].strip():
        match = _TOKEN.match(text, place)
        if match is None:
            start = place + len(text[place:]) - len(text[place:].lstrip())
            raise _refused(start + 1, _say("FILTER_UNREADABLE", found=text[start : start + 20]))
        kind = str(match.lastgroup)
        matched = match[kind]
        value = _ESCAPED.sub(r"\1", matched[1:-1]) if kind == "quoted" else matched
        tokens.append(_Token(kind, value, match.start(kind) + 1))
        place = match.end()
    return tokens


def _refused(column: int, description: str) -> InputError:
    return InputError((Violation("filter", _say("AT_COLUMN", column=column, problem=description), "MALFORMED"),))


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
            return replace(self, high=None) if self.high and self.high.compare_to(position) else self
        return replace(self, low=None) if self.low and self.low.compare_to(position) else self

    def conditions_on(self, column: Any) -> list[Any]:
        """Give the conditions for a column."""
        return [
            *self.from_low(column),
            *self.to_high(column),
            *(comparison.compare_to(column) for comparison in self.excluded),
        ]

    def from_low(self, column: Any) -> list[Any]:
        """Give the lower bound of a column, if there is one."""
        return [self.low.compare_to(column)] if self.low else []

    def to_high(self, column: Any) -> list[Any]:
        """Give the upper bound of a column, if there is one."""
        return [self.high.compare_to(column)] if self.high else []


_EVALUATIONS = EvaluationRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_CONCLUSIONS = ConclusionRow.__table__  # type: ignore[attr-defined] # likewise
_LISTING_ROWS = ListedRow.__table__  # type: ignore[attr-defined] # likewise
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
        rows = select(_LISTING_ROWS.c.evaluation).where(
            _LISTING_ROWS.c.organization == self.organization, *self._conditions(None, _LISTING_ROWS)
        )  # fmt: skip
        if conditions := self._of_conclusion():
            rows = rows.where(_LISTING_ROWS.c.conclusion.in_(select(_CONCLUSIONS.c.id).where(*conditions)))
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
        rows = select(_LISTING_ROWS).where(
            _LISTING_ROWS.c.organization == self.organization, *self._conditions(after, _LISTING_ROWS)
        )
        if conditions := self._of_conclusion():
            fitting = select(_CONCLUSIONS.c.id).where(*conditions)
            rows = rows.where(
                (_LISTING_ROWS.c.conclusion + 0).in_(fitting)
            )  # an expression: found by the subject alone
        return rows.order_by(*self._order(_LISTING_ROWS)).limit(limit)

    def _along_runs(self, after: Position | None, limit: int) -> Select[Any]:
        conditions = self._of_conclusion()
        column = "conclusion" if len(conditions) > 1 else "organization"
        stems = select(_CONCLUSIONS.c.id.label("stem")).where(*conditions)
        if column == "organization":
            stems = select(literal(self.organization).label("stem"))
        run: FromClause = stems.cte("run")
        inside = _LISTING_ROWS.alias("inside")
        query = select(inside.c.evaluation).where(*self._conditions(after, inside, any_day=self._day_by_day))
        if self._day_by_day:
            run = self._days(run, column, after)
            query = query.where(inside.c.as_of_date == run.c.day)
        query = query.where(inside.c[column] == run.c.stem).order_by(*self._order(inside)).limit(limit).correlate(run)
        rows = select(_LISTING_ROWS).select_from(run.join(_LISTING_ROWS, _LISTING_ROWS.c.evaluation.in_(query)))
        return rows.order_by(*self._order(_LISTING_ROWS)).limit(limit)

    def _days(self, stems: FromClause, column: str, after: Position | None) -> Subquery:
        """Give the days that fit and are in the archive, for each stem, found one from the other in the index."""
        compared = self.comparisons
        if after is not None and self.field == AS_OF_DATE:
            compared = (*compared, FilterComparison(AS_OF_DATE, "<=" if self.descending else ">=", after[0]))
        span = FieldBounds.of(AS_OF_DATE, compared)
        inside = _LISTING_ROWS.alias("of_day")
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
        return select(days).where(days.c.day.is_not(None), *span.conditions_on(days.c.day)).subquery("run")

    def _of_conclusion(self) -> list[ColumnElement[bool]]:
        """Give the conditions for a conclusion; the organisation alone is no condition."""
        asked = [_of_conclusion(comparison) for comparison in self.comparisons if comparison.field in _OF_CONCLUSION]
        return [_CONCLUSIONS.c.organization == self.organization, *asked] if asked else []

    def _conditions(
        self, after: Position | None, rows: FromClause, *, any_day: bool = False
    ) -> list[ColumnElement[bool]]:
        """Give the conditions for rows of the listing; for any day, if the days are chosen already."""
        spans = {field: FieldBounds.of(field, self.comparisons) for field in (CREATE_TIME, AS_OF_DATE)}
        conditions = [
            comparison.compare_to(rows.c.subject) for comparison in self.comparisons if comparison.field == SUBJECT
        ]
        if after is not None:
            columns = tuple_(*(rows.c[column] for column in _ORDERS[self.field]))
            conditions.append(columns < after if self.descending else columns > after)
            spans[self.field] = spans[self.field].beyond(after[0], descending=self.descending)
        conditions += spans[CREATE_TIME].conditions_on(rows.c.create_time)
        return conditions if any_day else conditions + spans[AS_OF_DATE].conditions_on(rows.c.as_of_date)

    def _order(self, rows: FromClause) -> list[ColumnElement[Any]]:
        columns: list[ColumnElement[Any]] = [rows.c[column] for column in _ORDERS[self.field]]
        return [column.desc() for column in columns] if self.descending else columns


def _of_conclusion(comparison: FilterComparison) -> ColumnElement[bool]:
    """Give the condition for a conclusion to have a value, or one that the literal names in its version."""
    column = _OF_CONCLUSION[comparison.field]
    asked: ColumnElement[bool] = comparison.compare_to(column)
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
