"""Write access of connections, granted by an engine option."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from service.base.refusals import Reason, Refusal

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


class DatabaseFault(Enum):
    """Kinds of database error: locked, full, or any other."""

    LOCKED = auto()
    FULL = auto()
    OTHER = auto()


class StoreError(Refusal):
    """Failure to open the store, with reason and fix."""

    def __init__(self, message: str) -> None:
        super().__init__(Reason.STORE_UNAVAILABLE, message)


class WriteScope(Enum):
    """Part of a store that a transaction may change. Transactions of servers on one database share no part.

    A commit of evaluations thus never waits for their indexing, on any server. SQLite has one writer for everything.
    """

    EVALUATIONS = auto()
    """Evaluations with their uses, log entries and listing entries."""
    DERIVED = auto()
    """Data computed from evaluations later: indexes, outcomes, yearly results and the log tree."""
    PARTITIONS = auto()
    """Partitions of tables, but no rows."""
    EVERYTHING = auto()


_WRITES = "touchstone_writes"


def with_write_access(engine: Engine, scope: WriteScope = WriteScope.EVERYTHING) -> Engine:
    """Return the engine for transactions that write."""
    return engine.execution_options(**{_WRITES: scope})


def write_scope(connection: Connection) -> WriteScope | None:
    """Return the part that a transaction may change, or None if it only reads."""
    scope: WriteScope | None = connection.get_execution_options().get(_WRITES)
    return scope
