"""Months of evaluations: partitions on PostgreSQL, and the months that are archived.

The name of an evaluation ends with a time-ordered UUID, so its last 36 characters select the partition
(docs/adr/0047-monthly-partitions-and-archives.md).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Integer,
    and_,
    false,
    func,
    literal_column,
    or_,
    select,
    text,
    union_all,
)
from sqlalchemy.exc import DBAPIError

from rules.contracts import InputError, message_factory
from service.base import instants
from service.base.refusals import Reason, Refusal
from service.store.prepared_statements import PreparedStatement
from service.store.tables import (
    ARCHIVED_FINDINGS,
    ARCHIVED_MONTHS,
    ERASED_REQUESTS,
    EVALUATIONS,
    HAS_ARCHIVE_FINDINGS,
    LOG_LEAVES,
    ArchivedMonthRow,
)
from service.store.write_access import WriteScope, with_write_access
from service.transparency.leaves import EVALUATION

if TYPE_CHECKING:
    from datetime import date

_message = message_factory(__name__)

PARTITIONED = {"evaluation": "name", "record_figures": "evaluation"}
"""Partitioned tables with their column of names; both are emptied by an archive."""
_UNIQUE = {"evaluation": "name", "record_figures": "evaluation, list, record"}
_ID_CHARACTERS = 36
_ID_LENGTH = literal_column("36", Integer)
"""A constant in the statement, because PostgreSQL compares expressions with those of the partitions."""
_MONTHS_AHEAD = 2
LOCK_WAIT = "SET LOCAL lock_timeout = '1s'"
"""Readers and writers that come later wait behind the lock of a partition change."""
_MONTH_PATTERN = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_BOUNDS = text(
    "SELECT p.relname, pg_get_expr(c.relpartbound, c.oid), c.relname FROM pg_inherits i"
    " JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent"
    " WHERE i.inhparent = to_regclass('evaluation')"
)
_RANGE = re.compile(r"FROM \((?:MINVALUE|'(?P<begins>[^']*)')\) TO \('(?P<ends>[^']*)'\)")


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """Calendar month in UTC."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str, field: str = "MONTH") -> Month:
        matched = _MONTH_PATTERN.fullmatch(text)
        if matched is None:
            raise InputError.of(field, _message("NO_MONTH", found=text[:20]), "MALFORMED")
        return cls(int(matched[1]), int(matched[2]))

    @classmethod
    def of(cls, day: date) -> Month:
        return cls(day.year, day.month)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    @property
    def next(self) -> Month:
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    @property
    def begins(self) -> str:
        """The beginning of all UUIDs from the start of the month on."""
        milliseconds = calendar.timegm((self.year, self.number, 1, 0, 0, 0)) * 1_000
        return f"{milliseconds >> 16:08x}-{milliseconds & 0xFFFF:04x}"

    @property
    def ends(self) -> str:
        return self.next.begins

    def partition(self, table: str) -> str:
        return f"{table}_{self.year:04}_{self.number:02}"

    def holds(self, name: str) -> bool:
        return self.begins <= name[-_ID_CHARACTERS:] < self.ends

    def contains(self, column: ColumnElement[str]) -> ColumnElement[bool]:
        """Return the SQL condition that a name is of this month."""
        return _between(column, self.begins, self.ends)


def _between(column: ColumnElement[str], begins: Any, ends: Any) -> ColumnElement[bool]:
    id_ = func.right(column, _ID_LENGTH)
    return and_(id_ >= begins, id_ < ends)


def is_evaluation(database: str, name: ColumnElement[str]) -> ColumnElement[bool]:
    """Return the condition for one evaluation. With it, PostgreSQL searches one partition only."""
    same = EVALUATIONS.c.name == name
    if database == "sqlite":
        return same
    return and_(same, func.right(EVALUATIONS.c.name, _ID_LENGTH) == func.right(name, _ID_LENGTH))


STORED_FINDINGS = union_all(
    select(EVALUATIONS.c.name, EVALUATIONS.c.organization, EVALUATIONS.c.archive_findings).where(HAS_ARCHIVE_FINDINGS),
    select(ARCHIVED_FINDINGS.c.evaluation, ARCHIVED_FINDINGS.c.organization, ARCHIVED_FINDINGS.c.archive_findings),
).subquery("stored_findings")
"""Archive findings of stored and of archived evaluations, if there are any."""


def present_month() -> Month:
    """Return the month of new names."""
    return Month.of(instants.today("UTC"))


def partitions(connection: Connection) -> dict[str, tuple[str, str]]:
    """Return the bounds of the month partitions of evaluations by name, without the default partition."""
    found = {}
    for _, bound, name in connection.execute(_BOUNDS):
        if (matched := _RANGE.search(bound)) is not None:
            found[name] = matched["begins"] or "", matched["ends"]
    return found


def is_covered(connection: Connection, month: Month) -> bool:
    """Return whether a partition other than the default partition has the names of a month."""
    return any(begins <= month.begins and month.ends <= ends for begins, ends in partitions(connection).values())


def create_partitions(engine: Engine, months: Iterable[Month] | None = None) -> list[Month]:
    """Create the missing partitions of months, by default of the present and the next months; return these.

    Commits continue: a new partition is created alone and then attached. A month with rows in the default partition
    gets no partition of its own.

    After the other months, raises the error of the database if a lock is not available, the role of the connection does
    not own the tables, or the default partition has rows of the month.
    """
    if engine.dialect.name != "postgresql":
        return []
    if months is None:
        months = [present_month()]
        for _ in range(_MONTHS_AHEAD):
            months.append(months[-1].next)
    created, failed = [], None
    for month in months:
        try:
            with with_write_access(engine, WriteScope.PARTITIONS).begin() as connection:
                if not is_covered(connection, month):
                    _create_partition(connection, month)
                    created.append(month)
        except DBAPIError as error:
            failed = error
    if failed is not None:
        raise failed
    return created


def _create_partition(connection: Connection, month: Month) -> None:
    connection.exec_driver_sql(LOCK_WAIT)
    for table, unique in _UNIQUE.items():
        partition = month.partition(table)
        for statement in (
            f"CREATE TABLE {partition} (LIKE {table} INCLUDING DEFAULTS INCLUDING INDEXES)",
            f"ALTER TABLE {partition} ADD PRIMARY KEY ({unique})",
            f"ALTER TABLE {table} ATTACH PARTITION {partition} FOR VALUES FROM ('{month.begins}') TO ('{month.ends}')",
        ):
            connection.exec_driver_sql(statement)


_ARCHIVED_MONTHS = PreparedStatement(
    lambda _: (
        select(ARCHIVED_MONTHS)
        .where(func.length(ARCHIVED_MONTHS.c.file_digest) > literal_column("0"))
        .order_by(ARCHIVED_MONTHS.c.month)
    )
)


def archived_months(connection: Connection) -> list[ArchivedMonthRow]:
    """Return the months of a store that are in archive files."""
    names = ARCHIVED_MONTHS.c.keys()
    rows = _ARCHIVED_MONTHS.rows(connection, {})
    return [ArchivedMonthRow.model_validate(dict(zip(names, row, strict=True))) for row in rows]


def archive_of(months: Iterable[ArchivedMonthRow], name: str) -> ArchivedMonthRow | None:
    """Return the archived month of a name, if any."""
    return next((month for month in months if month.begins <= name[-_ID_CHARACTERS:] < month.ends), None)


def in_archives(months: Sequence[ArchivedMonthRow], column: ColumnElement[str]) -> ColumnElement[bool]:
    """Return the SQL condition that a name is of an archived month and in the log."""
    is_logged = select(LOG_LEAVES.c.position).where(LOG_LEAVES.c.kind == EVALUATION, LOG_LEAVES.c.name == column)
    return or_(false(), *(_between(column, month.begins, month.ends) for month in months)) & is_logged.exists()


def archived_refusal(connection: Connection, missing: str) -> Refusal | None:
    """Return the refusal for an evaluation that is not in the table, if it is archived."""
    month = archive_of(archived_months(connection), missing)
    if month is None:
        return None
    logged = select(LOG_LEAVES.c.position).where(LOG_LEAVES.c.kind == EVALUATION, LOG_LEAVES.c.name == missing)
    erased = select(ERASED_REQUESTS.c.evaluation).where(ERASED_REQUESTS.c.evaluation == missing)
    if connection.execute(logged).first() is None or connection.execute(erased).first() is not None:
        return None
    message = _message("EVALUATION_ARCHIVED", name=missing, month=month.month, digest=month.file_digest)
    return Refusal(Reason.EVALUATION_ARCHIVED, message)
