"""Listing query: filters (a subset of AIP-160), total order and keyset pagination along indexes."""

from __future__ import annotations

import json
import operator
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    LargeBinary,
    Select,
    Subquery,
    and_,
    func,
    literal,
    not_,
    or_,
    select,
    tuple_,
)

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
from service.store.months import is_evaluation
from service.store.tables import CONCLUSIONS, EVALUATIONS, LISTED_ROWS, EvaluationRow

if TYPE_CHECKING:
    Position = tuple[str, ...]


_message = message_factory(__name__)
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
    """Comparison of a field with a literal, both text; missing values count as empty text."""

    field: str
    sign: str
    value: str
    named: tuple[tuple[str, str], ...] = ()
    """Scorecard versions, each with the id that the literal refers to in it."""

    def compare_to(self, value: Any) -> Any:
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
        raise ValueError(_message("NO_INSTANT", found=text[:40]))
    return text


def _date(text: str) -> str:
    try:
        parse_date(text)
    except DateError as error:
        raise ValueError(error_message(error)) from None
    return text


def _enum_reader(prefix: str, values: type[StrEnum]) -> Callable[[str], str]:
    names = {f"{prefix}_{value.name}": str(value.value) for value in values}

    def read(text: str) -> str:
        if text not in names:
            raise ValueError(_message("NOT_ONE_OF", found=text[:40], known=tuple(names)))
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
    "record.conclusion.kind": _FilterField(_enum_reader("KIND", ConclusionKind)),
    GRADE: _FilterField(str),
    STAGE: _FilterField(str),
    "record.conclusion.verdict": _FilterField(_enum_reader("VERDICT", Verdict)),
}


def read_filter(text: str) -> tuple[FilterComparison, ...]:
    """Parse a filter; all its comparisons must be true."""
    if len(text) > _MAXIMUM_CHARACTERS:
        raise _filter_error(
            _MAXIMUM_CHARACTERS + 1, _message("FILTER_LENGTH", count=len(text), most=_MAXIMUM_CHARACTERS)
        )
    tokens = _tokens(text)
    comparisons: list[FilterComparison] = []
    index = 0
    while index < len(tokens):
        if comparisons:
            conjunction = tokens[index]
            if (conjunction.kind, conjunction.text) != ("word", "AND"):
                raise _filter_error(conjunction.column, _message("NO_JOINT", found=conjunction.text[:40]))
            index += 1
        if len(comparisons) == _MAXIMUM_COMPARISONS:
            raise _filter_error(tokens[index - 1].column, _message("TOO_MANY_COMPARISONS", most=_MAXIMUM_COMPARISONS))
        comparisons.append(_comparison(tokens[index : index + 3], len(text) + 1))
        index += 3
    return tuple(comparisons)


def _comparison(tokens: list[_Token], end: int) -> FilterComparison:
    def expect(index: int, wanted: str) -> _Token:
        if index >= len(tokens):
            raise _filter_error(end, _message("FILTER_ENDS", expected=wanted))
        return tokens[index]

    name = expect(0, _message("WANTED_FIELD"))
    field = FIELDS.get(name.text) if name.kind == "word" else None
    if field is None:
        raise _filter_error(name.column, _message("NO_FIELD", found=name.text[:40], known=tuple(FIELDS)))
    sign = expect(1, _message("WANTED_OPERATOR"))
    if sign.kind != "operator" or sign.text not in field.operators:
        message = _message("NO_OPERATOR", found=sign.text[:40], field=name.text, known=field.operators)
        raise _filter_error(sign.column, message)
    literal = expect(2, _message("WANTED_LITERAL"))
    if literal.kind == "operator":
        raise _filter_error(
            literal.column, _message("STANDS_WHERE", found=literal.text, expected=_message("WANTED_LITERAL"))
        )
    try:
        value = field.read(literal.text)
    except ValueError as error:
        raise _filter_error(literal.column, error_message(error)) from None
    return FilterComparison(name.text, sign.text, value)


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    position = 0
    while text[position:].strip():
        match = _TOKEN.match(text, position)
        if match is None:
            start = position + len(text[position:]) - len(text[position:].lstrip())
            raise _filter_error(start + 1, _message("FILTER_UNREADABLE", found=text[start : start + 20]))
        kind = str(match.lastgroup)
        matched = match[kind]
        value = _ESCAPED.sub(r"\1", matched[1:-1]) if kind == "quoted" else matched
        tokens.append(_Token(kind, value, match.start(kind) + 1))
        position = match.end()
    return tokens


def _filter_error(column: int, description: str) -> InputError:
    return InputError.of("filter", _message("AT_COLUMN", column=column, problem=description), "MALFORMED")


_LOWER_IS_EXCLUSIVE = {">": True, ">=": False, "=": False}
_UPPER_IS_INCLUSIVE = {"<": False, "<=": True, "=": True}


@dataclass(frozen=True, slots=True)
class FieldBounds:
    """The tightest bounds of a field, and its excluded values."""

    low: FilterComparison | None
    high: FilterComparison | None
    excluded: tuple[FilterComparison, ...]

    @staticmethod
    def of(field: str, comparisons: Iterable[FilterComparison]) -> FieldBounds:
        relevant = [comparison for comparison in comparisons if comparison.field == field]
        lows = [
            (comparison.value, _LOWER_IS_EXCLUSIVE[comparison.sign])
            for comparison in relevant
            if comparison.sign in _LOWER_IS_EXCLUSIVE
        ]
        highs = [
            (comparison.value, _UPPER_IS_INCLUSIVE[comparison.sign])
            for comparison in relevant
            if comparison.sign in _UPPER_IS_INCLUSIVE
        ]
        low = high = None
        if lows:
            value, exclusive = max(lows)
            low = FilterComparison(field, ">" if exclusive else ">=", value)
        if highs:
            value, included = min(highs)
            high = FilterComparison(field, "<=" if included else "<", value)
        return FieldBounds(low, high, tuple(comparison for comparison in relevant if comparison.sign == "!="))

    def beyond(self, position: str, *, descending: bool) -> FieldBounds:
        if descending:
            return replace(self, high=None) if self.high and self.high.compare_to(position) else self
        return replace(self, low=None) if self.low and self.low.compare_to(position) else self

    def conditions_on(self, column: Any) -> list[Any]:
        return [
            *self.from_low(column),
            *self.to_high(column),
            *(comparison.compare_to(column) for comparison in self.excluded),
        ]

    def from_low(self, column: Any) -> list[Any]:
        return [self.low.compare_to(column)] if self.low else []

    def to_high(self, column: Any) -> list[Any]:
        return [self.high.compare_to(column)] if self.high else []


_CONCLUSION_COLUMNS = {
    VERSION: CONCLUSIONS.c.scorecard_version,
    "record.conclusion.kind": CONCLUSIONS.c.kind,
    GRADE: CONCLUSIONS.c.grade,
    STAGE: CONCLUSIONS.c.stage,
    "record.conclusion.verdict": CONCLUSIONS.c.verdict,
}


def _empty(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return literal(b"" if isinstance(column.type, LargeBinary) else "")


_ORDERS = {CREATE_TIME: ("create_time", "evaluation"), AS_OF_DATE: ("as_of_date", "create_time", "evaluation")}


@dataclass(frozen=True, slots=True)
class ListingQuery:
    """Query for evaluations of one organization; time, then name, breaks ties."""

    organization: str
    comparisons: tuple[FilterComparison, ...]
    field: str
    descending: bool

    def select(
        self, after: Position | None, limit: int, database: str = "sqlite", *, with_archived: bool = False
    ) -> Select[Any]:
        """Return the query of a page; archived evaluations have an empty record, and columns of their listing entry."""
        page = (
            self._select_by_runs(after, limit) if self._has_runs else self._select_in_order(after, limit)
        ).subquery()
        is_its_row = is_evaluation(database, page.c.evaluation)
        rows = select(EVALUATIONS).join(page, is_its_row)
        if with_archived:
            listed = {"name": page.c.evaluation, "scorecard_version": CONCLUSIONS.c.scorecard_version, **page.c}
            columns = (func.coalesce(column, listed.get(column.name, _empty(column))) for column in EVALUATIONS.c)
            concluded = page.join(CONCLUSIONS, CONCLUSIONS.c.id == page.c.conclusion)
            rows = select(*(column.label(name) for column, name in zip(columns, EVALUATIONS.c.keys(), strict=True)))
            rows = rows.select_from(concluded.join(EVALUATIONS, is_its_row, isouter=True))
        return rows.order_by(*self._order(page))

    def names(self) -> Select[Any]:
        rows = select(LISTED_ROWS.c.evaluation).where(
            LISTED_ROWS.c.organization == self.organization, *self._conditions(None, LISTED_ROWS)
        )  # fmt: skip
        if conditions := self._conclusion_conditions():
            rows = rows.where(LISTED_ROWS.c.conclusion.in_(select(CONCLUSIONS.c.id).where(*conditions)))
        return rows

    def position(self, row: EvaluationRow) -> Position:
        values = {"as_of_date": row.as_of_date, "create_time": row.create_time, "evaluation": row.name}
        return tuple(values[column] for column in _ORDERS[self.field])

    def read_position(self, text: str) -> Position | None:
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
        has_subject = any((comparison.field, comparison.sign) == (SUBJECT, "=") for comparison in self.comparisons)
        return not has_subject and (
            self._has_daily_runs or any(comparison.field in _CONCLUSION_COLUMNS for comparison in self.comparisons)
        )

    @property
    def _has_daily_runs(self) -> bool:
        """Whether the query reads day by day, because matches are not contiguous in the requested order."""
        if self.field == CREATE_TIME:
            return any(comparison.field == AS_OF_DATE for comparison in self.comparisons)
        return any(
            comparison.field == CREATE_TIME or (comparison.field, comparison.sign) == (AS_OF_DATE, "!=")
            for comparison in self.comparisons
        )

    def _select_in_order(self, after: Position | None, limit: int) -> Select[Any]:
        rows = select(LISTED_ROWS).where(
            LISTED_ROWS.c.organization == self.organization, *self._conditions(after, LISTED_ROWS)
        )
        if conditions := self._conclusion_conditions():
            fitting = select(CONCLUSIONS.c.id).where(*conditions)
            rows = rows.where((LISTED_ROWS.c.conclusion + 0).in_(fitting))  # `+ 0` disables the conclusion index
        return rows.order_by(*self._order(LISTED_ROWS)).limit(limit)

    def _select_by_runs(self, after: Position | None, limit: int) -> Select[Any]:
        conditions = self._conclusion_conditions()
        column = "conclusion" if len(conditions) > 1 else "organization"
        stems = select(CONCLUSIONS.c.id.label("stem")).where(*conditions)
        if column == "organization":
            stems = select(literal(self.organization).label("stem"))
        run: FromClause = stems.cte("run")
        inside = LISTED_ROWS.alias("inside")
        query = select(inside.c.evaluation).where(*self._conditions(after, inside, skip_date=self._has_daily_runs))
        if self._has_daily_runs:
            run = self._days(run, column, after)
            query = query.where(inside.c.as_of_date == run.c.day)
        query = query.where(inside.c[column] == run.c.stem).order_by(*self._order(inside)).limit(limit).correlate(run)
        rows = select(LISTED_ROWS).select_from(run.join(LISTED_ROWS, LISTED_ROWS.c.evaluation.in_(query)))
        return rows.order_by(*self._order(LISTED_ROWS)).limit(limit)

    def _days(self, stems: FromClause, column: str, after: Position | None) -> Subquery:
        compared = self.comparisons
        if after is not None and self.field == AS_OF_DATE:
            compared = (*compared, FilterComparison(AS_OF_DATE, "<=" if self.descending else ">=", after[0]))
        span = FieldBounds.of(AS_OF_DATE, compared)
        inside = LISTED_ROWS.alias("of_day")
        first_day = select(func.min(inside.c.as_of_date)).where(
            inside.c[column] == stems.c.stem, *span.from_low(inside.c.as_of_date)
        )  # fmt: skip
        days = select(stems.c.stem, first_day.scalar_subquery().label("day")).cte("days", recursive=True)
        next_day = select(func.min(inside.c.as_of_date)).where(
            inside.c[column] == days.c.stem, inside.c.as_of_date > days.c.day
        )  # fmt: skip
        later_days = select(days.c.stem, next_day.scalar_subquery()).where(
            days.c.day.is_not(None), *span.to_high(days.c.day)
        )  # fmt: skip
        days = days.union_all(later_days)
        return select(days).where(days.c.day.is_not(None), *span.conditions_on(days.c.day)).subquery("run")

    def _conclusion_conditions(self) -> list[ColumnElement[bool]]:
        conditions = [
            _conclusion_conditions(comparison)
            for comparison in self.comparisons
            if comparison.field in _CONCLUSION_COLUMNS
        ]
        return [CONCLUSIONS.c.organization == self.organization, *conditions] if conditions else []

    def _conditions(
        self, after: Position | None, rows: FromClause, *, skip_date: bool = False
    ) -> list[ColumnElement[bool]]:
        spans = {field: FieldBounds.of(field, self.comparisons) for field in (CREATE_TIME, AS_OF_DATE)}
        conditions = [
            comparison.compare_to(rows.c.subject) for comparison in self.comparisons if comparison.field == SUBJECT
        ]
        if after is not None:
            columns = tuple_(*(rows.c[column] for column in _ORDERS[self.field]))
            conditions.append(columns < after if self.descending else columns > after)
            spans[self.field] = spans[self.field].beyond(after[0], descending=self.descending)
        conditions += spans[CREATE_TIME].conditions_on(rows.c.create_time)
        return conditions if skip_date else conditions + spans[AS_OF_DATE].conditions_on(rows.c.as_of_date)

    def _order(self, rows: FromClause) -> list[ColumnElement[Any]]:
        columns: list[ColumnElement[Any]] = [rows.c[column] for column in _ORDERS[self.field]]
        return [column.desc() for column in columns] if self.descending else columns


def _conclusion_conditions(comparison: FilterComparison) -> ColumnElement[bool]:
    """Match a column value or, per scorecard version, an id that the literal refers to."""
    column = _CONCLUSION_COLUMNS[comparison.field]
    condition: ColumnElement[bool] = comparison.compare_to(column)
    if not comparison.named:
        return condition
    has_versioned_id = tuple_(_CONCLUSION_COLUMNS[VERSION], column).in_(comparison.named)
    return or_(condition, has_versioned_id) if comparison.sign == "=" else and_(condition, not_(has_versioned_id))


def read_listing(organization: str, *, filter_text: str, order_by: str) -> ListingQuery:
    """Parse filter and order; raise InputError with the problems of both."""
    violations: list[Violation] = []
    comparisons = attempt(violations, read_filter, filter_text) or ()
    field, *direction = (order_by or "create_time desc").split() or [""]
    if field not in _ORDERS or direction not in ([], ["desc"]):
        violations.append(Violation("order_by", _message("NO_ORDER", found=order_by[:80]), "MALFORMED"))
    if violations:
        raise InputError(tuple(violations))
    return ListingQuery(organization, comparisons, field, bool(direction))


def write_position(position: Position) -> str:
    """Serialize a position for a page token."""
    return json.dumps(position)
