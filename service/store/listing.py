"""Which evaluations does a listing show, and in which order?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, or_, select

from rules.contracts.errors import InputError, Violation
from service.paging import foreign_token
from service.store.filters import compile_filter
from service.store.tables import EvaluationRow

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select

    Position = tuple[str, str]

_TABLE = EvaluationRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_COLUMNS = {"create_time": _TABLE.c.create_time, "record.as_of_date": _TABLE.c.as_of_date}


@dataclass(frozen=True, slots=True)
class Listing:
    """A query for the evaluations of one organisation, in a total order: the name decides between equals."""

    organization: str
    conditions: tuple[ColumnElement[bool], ...]
    field: str
    descending: bool

    def select(self, after: Position | None) -> Select[Any]:
        """Give the statement that reads what comes after a position."""
        column, name = _COLUMNS[self.field], _TABLE.c.name
        statement = select(_TABLE).where(_TABLE.c.organization == self.organization, *self.conditions)
        if after is not None:
            value, last = after
            if self.descending:
                statement = statement.where(or_(column < value, and_(column == value, name < last)))
            else:
                statement = statement.where(or_(column > value, and_(column == value, name > last)))
        if self.descending:
            return statement.order_by(column.desc(), name.desc())
        return statement.order_by(column, name)

    def position(self, row: EvaluationRow) -> Position:
        """Give the position of a row."""
        return row.create_time if self.field == "create_time" else row.as_of_date, row.name


def read_listing(organization: str, *, filter_text: str, order_by: str) -> Listing:
    """Read what a listing asks for.

    Raises:
        InputError: the filter or the order cannot be read; both are named.
    """
    violations: list[Violation] = []
    conditions: tuple[ColumnElement[bool], ...] = ()
    try:
        conditions = compile_filter(filter_text)
    except InputError as error:
        violations.extend(error.violations)
    field, *direction = (order_by or "create_time desc").split()
    if field not in _COLUMNS or direction not in ([], ["desc"]):
        allowed = "create_time, create_time desc, record.as_of_date or record.as_of_date desc"
        violations.append(Violation("order_by", f"'{order_by[:80]}' is not {allowed}", "MALFORMED"))
    if violations:
        raise InputError(tuple(violations))
    return Listing(organization, conditions, field, bool(direction))


def write_position(position: Position) -> str:
    """Write a position for a page token."""
    return json.dumps(position)


def read_position(text: str) -> Position | None:
    """Read a position that `write_position` wrote; none if the text is empty.

    Raises:
        InputError: it is something else.
    """
    if not text:
        return None
    try:
        value, name = json.loads(text)
    except ValueError:
        raise foreign_token() from None
    if not isinstance(value, str) or not isinstance(name, str):
        raise foreign_token()
    return value, name
