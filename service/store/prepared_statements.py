"""Prepared SQL statements: compiled once for each dialect, run on the cursor of the driver.

Composing takes longer than most statements run, and so does making ready for results that could be anything.
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


def insert_or_update(dialect: str, table: Table) -> Any:
    """Begin an insertion that knows `ON CONFLICT`, which each dialect has in a type of its own."""
    if dialect == "sqlite":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415 -- slow to load, and not needed beside SQLite

    return postgresql.insert(table)


@dataclass(frozen=True, slots=True)
class _CompiledStatement:
    """A text, the names of its parameters in order unless the driver knows them by name, and its constants."""

    text: str
    names: tuple[str, ...] | None
    constants: Mapping[str, Any]

    def parameters(self, values: Mapping[str, Any]) -> Any:
        """Put the values as the driver takes them."""
        known = {**self.constants, **values} if self.constants else values
        return dict(known) if self.names is None else tuple(map(known.__getitem__, self.names))


@contextmanager
def _cursor(connection: Connection, statement: str) -> Iterator[DBAPICursor]:
    """Give a cursor of the driver in the transaction of a connection; what it raises is told as SQLAlchemy does."""
    if not connection.in_transaction():
        connection.begin()
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


class PreparedStatement:
    """One statement whose values go to the driver as they are: texts, whole numbers, flags, bytes and None."""

    def __init__(self, compose: Callable[[str], CompilerElement]) -> None:
        """Compose it, when it is first run, by the name of the database."""
        self._build = compose
        self._compiled_by_dialect: dict[str, _CompiledStatement] = {}

    def rows(self, connection: Connection, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Run a query, and give what it finds."""
        composed = self._compiled_for(connection)
        with _cursor(connection, composed.text) as cursor:
            cursor.execute(composed.text, composed.parameters(values))
            fetched: list[tuple[Any, ...]] = list(cursor.fetchall())
        return fetched

    def values(self, connection: Connection, values: Mapping[str, Any]) -> list[Any]:
        """Run a query, and give the first value of each row."""
        return [row[0] for row in self.rows(connection, values)]

    def value(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        """Run a query, and give the first value of the first row; None if there is no row."""
        return next(iter(self.values(connection, values)), None)

    def run_each(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run it for every row, if there is any."""
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
