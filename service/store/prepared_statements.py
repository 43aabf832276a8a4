"""Prepared SQL statements: compiled once per dialect, run on the driver's cursor.

SQLAlchemy's overhead exceeds the run time of most statements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError

if TYPE_CHECKING:
    from sqlalchemy import Table
    from sqlalchemy.engine.interfaces import DBAPICursor
    from sqlalchemy.sql.elements import CompilerElement


LIST_ELEMENTS = {
    "sqlite": "SELECT value FROM json_each({list})",
    "postgresql": "SELECT CAST(value AS BIGINT) AS value FROM json_array_elements_text(CAST({list} AS json))",
}
"""Integers of a JSON list, by dialect."""
TEXT_ELEMENTS = {
    "sqlite": LIST_ELEMENTS["sqlite"],
    "postgresql": "SELECT value FROM json_array_elements_text(CAST({list} AS json))",
}
"""Texts of a JSON list, by dialect."""


def insert_or_update(dialect: str, table: Table) -> Any:
    """Return a dialect-specific INSERT that supports `ON CONFLICT`."""
    if dialect == "sqlite":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415 -- slow import, unused with SQLite

    return postgresql.insert(table)


def store_row(connection: Connection, table: Table, row: Mapping[str, Any], changed: Mapping[str, Any] = {}) -> None:
    """Insert a row, or update the columns `changed` of the row with the same primary key (default: all columns)."""
    inserting = insert_or_update(connection.dialect.name, table).values(row)
    keys = [column.name for column in table.primary_key]
    connection.execute(inserting.on_conflict_do_update(index_elements=keys, set_=changed or row))


def replacing_rows(dialect: str, table: Table) -> Any:
    """Return an INSERT of whole rows that replaces rows with the same primary key."""
    inserting = insert_or_update(dialect, table)
    return inserting.on_conflict_do_update(index_elements=[*table.primary_key], set_=dict(inserting.excluded))


@dataclass(frozen=True, slots=True)
class _CompiledStatement:
    text: str
    names: tuple[str, ...] | None
    constants: Mapping[str, Any]

    def parameters(self, values: Mapping[str, Any]) -> Any:
        known = {**self.constants, **values} if self.constants else values
        return dict(known) if self.names is None else tuple(map(known.__getitem__, self.names))


@contextmanager
def driver_cursor(connection: Connection, statement: str) -> Iterator[DBAPICursor]:
    """Yield a cursor of the driver; its errors are raised as errors of SQLAlchemy."""
    driver = connection.dialect.loaded_dbapi
    cursor = connection.connection.cursor()
    try:
        yield cursor
    except driver.Error as error:
        is_lost = connection.dialect.is_disconnect(error, connection.connection.driver_connection, cursor)
        database_error = DBAPIError.instance(
            statement, None, error, driver.Error, connection_invalidated=is_lost, dialect=connection.dialect
        )
        if is_lost:
            connection.invalidate(error)
        raise database_error from error
    finally:
        cursor.close()


def fetch_all(connection: Connection, statement: str) -> list[tuple[Any, ...]]:
    """Run a query without parameters on the driver, in any transaction."""
    with driver_cursor(connection, statement) as cursor:
        cursor.execute(statement)
        return list(cursor.fetchall())


@contextmanager
def _cursor(connection: Connection, statement: str) -> Iterator[DBAPICursor]:
    if not connection.in_transaction():
        connection.begin()
    with driver_cursor(connection, statement) as cursor:
        yield cursor


class PreparedStatement:
    """A statement with unconverted values: text, integers, flags, bytes and None."""

    def __init__(self, compose: Callable[[str], CompilerElement]) -> None:
        self._build = compose
        self._compiled_by_dialect: dict[str, _CompiledStatement] = {}

    def rows(self, connection: Connection, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        composed = self._compiled_for(connection)
        with _cursor(connection, composed.text) as cursor:
            cursor.execute(composed.text, composed.parameters(values))
            fetched: list[tuple[Any, ...]] = list(cursor.fetchall())
        return fetched

    def values(self, connection: Connection, values: Mapping[str, Any]) -> list[Any]:
        return [row[0] for row in self.rows(connection, values)]

    def value(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        return next(iter(self.values(connection, values)), None)

    def run_each(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            composed = self._compiled_for(connection)
            with _cursor(connection, composed.text) as cursor:
                cursor.executemany(composed.text, [composed.parameters(row) for row in rows])

    def _compiled_for(self, connection: Connection) -> _CompiledStatement:
        dialect = connection.dialect
        prepared = self._compiled_by_dialect.get(dialect.name)
        if prepared is None:
            compiled = self._build(dialect.name).compile(dialect=dialect)
            names = getattr(compiled, "positiontup", None)
            constants = {name: value for name, value in compiled.params.items() if value is not None}
            prepared = _CompiledStatement(str(compiled), None if names is None else tuple(names), constants)
            self._compiled_by_dialect[dialect.name] = prepared
        return prepared
