"""PostgreSQL back-end: connections, one advisory lock for writers, snapshot reads, and errors by SQLSTATE.

Whoever writes takes one advisory lock for the length of its transaction. So repeated requests, double uses and
whatever else is looked for before it is written hold across processes and hosts, as they do on one SQLite file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, create_engine, event, text

from rules.contracts import message_factory
from service.store.write_access import DatabaseFault, StoreError, may_write

if TYPE_CHECKING:
    from sqlalchemy.exc import DBAPIError

_say = message_factory(__name__)

SIZE = text("SELECT pg_database_size(current_database())")
"""Asks for the size of the database in bytes, indexes included."""
_WRITING = 0x746F756368
"""The number of the advisory lock: "touch"."""
_FAULTS = {
    "55P03": DatabaseFault.LOCKED,  # lock_not_available
    "40P01": DatabaseFault.LOCKED,  # deadlock_detected
    "53100": DatabaseFault.FULL,  # disk_full
}


def fault_of(error: DBAPIError) -> DatabaseFault:
    """Say what is wrong, by the SQLSTATE."""
    return _FAULTS.get(str(getattr(error.orig, "sqlstate", "")), DatabaseFault.OTHER)


def connect(url: URL, wait_milliseconds: int) -> Engine:
    """Prepare connections; a lock is waited for so long, and a connection that broke is made anew."""
    # A writer reads what was committed before its lock, whatever isolation is the default of the database.
    options = f"-c lock_timeout={wait_milliseconds} -c timezone=UTC -c default_transaction_isolation=read\\ committed"
    try:
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            connect_args={"options": options, "connect_timeout": 10, "application_name": "touchstone"},
            pool_pre_ping=True,
        )
    except ModuleNotFoundError as error:
        if error.name != "psycopg":
            raise
        raise StoreError(_say("NO_DRIVER")) from None
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Let a reader see one state throughout; let a writer see, after its lock, all that was committed before."""
    if may_write(connection):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITING})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
