"""PostgreSQL back-end: connections, writer lock, snapshot reads, and errors by SQLSTATE.

Writers lock a part of the store for their transaction, so checks before a write are valid across processes and hosts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, create_engine, event, text

from rules.contracts import message_factory
from service.store.write_access import DatabaseFault, WriteScope, write_scope

if TYPE_CHECKING:
    from sqlalchemy.exc import DBAPIError

_message = message_factory(__name__)

SIZE = text("SELECT pg_database_size(current_database())")
EVALUATIONS_LOCK = 0x746F756368
_DERIVED_LOCK = 0x746F756369
_PARTITIONS_LOCK = 0x746F75636A
_LOCKS = {
    WriteScope.EVALUATIONS: (EVALUATIONS_LOCK,),
    WriteScope.DERIVED: (_DERIVED_LOCK,),
    WriteScope.PARTITIONS: (_PARTITIONS_LOCK,),
    WriteScope.EVERYTHING: (EVALUATIONS_LOCK, _DERIVED_LOCK),  # always in this order, or two writers could deadlock
}
_FAULTS = {
    "55P03": DatabaseFault.LOCKED,  # lock_not_available
    "40P01": DatabaseFault.LOCKED,  # deadlock_detected
    "53100": DatabaseFault.FULL,  # disk_full
}


def fault_of(error: DBAPIError) -> DatabaseFault:
    """Return the fault by SQLSTATE."""
    return _FAULTS.get(str(getattr(error.orig, "sqlstate", "")), DatabaseFault.OTHER)


def connect(url: URL, wait_milliseconds: int) -> Engine:
    """Create an engine that reconnects, and waits up to `wait_milliseconds` for locks."""
    # A writer must see all commits before its lock, regardless of the default isolation of the database.
    options = f"-c lock_timeout={wait_milliseconds} -c timezone=UTC -c default_transaction_isolation=read\\ committed"
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        connect_args={"options": options, "connect_timeout": 10, "application_name": "touchstone"},
        pool_pre_ping=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    scope = write_scope(connection)
    if scope is None:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
    else:
        for lock in _LOCKS[scope]:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({lock})")
