"""SQLite back-end: exclusive lock for one process, durable commits, private file, and errors by code."""

from __future__ import annotations

import fcntl
import os
import shlex
import sqlite3
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from sqlalchemy import URL, Connection, Engine, create_engine, event, text

from rules.contracts import error_message, message_factory
from service.base.refusals import Reason, Refusal
from service.store.write_access import DatabaseFault, StoreError, write_scope

if TYPE_CHECKING:
    from sqlalchemy.exc import DBAPIError

_message = message_factory(__name__)

SIZE = text("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
_FILE_SUFFIXES = ("", "-wal", "-shm")
"""SQLite applies the first file's mode to the others."""
_PRIVATE = stat.S_IRUSR | stat.S_IWUSR
_OTHERS_ACCESS = stat.S_IROTH | stat.S_IWOTH
_FAULTS = {
    sqlite3.SQLITE_BUSY: DatabaseFault.LOCKED,
    sqlite3.SQLITE_LOCKED: DatabaseFault.LOCKED,
    sqlite3.SQLITE_FULL: DatabaseFault.FULL,
}


def fault_of(error: DBAPIError) -> DatabaseFault:
    """Return the fault by primary error code."""
    return _FAULTS.get(int(getattr(error.orig, "sqlite_errorcode", 0)) & 0xFF, DatabaseFault.OTHER)


def file_of(url: URL) -> Path:
    """Return the file, with links resolved."""
    return Path(url.database or "").resolve()


def require_database_file(url: URL) -> None:
    """Raise StoreError if the database file is missing."""
    if not (path := file_of(url)).is_file():
        raise StoreError(_message("NO_STORE_THERE", path=path))


def lock_database(url: URL) -> TextIO:
    """Lock the database until the returned file is closed.

    Two servers would slow each other and, on one port, share calls unnoticed.
    """
    path = file_of(url)
    lock_path = path.with_name(f"{path.name}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = lock_path.open("a", encoding="utf-8")
    except OSError as error:
        raise StoreError(_message("FOLDER_UNWRITABLE", problem=error_message(error))) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        raise StoreError(_message("DATABASE_IN_USE", path=path)) from error
    return lock


def make_private(url: URL) -> None:
    """Create a private file, because it contains record keys; raise StoreError if others can access it."""
    path = file_of(url)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _PRIVATE))
    except FileExistsError:
        files = [file for end in _FILE_SUFFIXES if (file := path.with_name(path.name + end)).exists()]
        exposed = [str(file) for file in files if file.stat().st_mode & _OTHERS_ACCESS]
        if exposed:
            raise StoreError(
                _message("OTHERS_MAY_READ", paths=exposed, command=f"chmod o-rwx {shlex.join(exposed)}")
            ) from None
    except OSError as error:
        raise StoreError(_message("FOLDER_UNWRITABLE", problem=error_message(error))) from error


def connect(url: URL, wait_milliseconds: int) -> Engine:
    """Create an engine that waits for locks.

    Transactions raise Refusal if the file was replaced, because writes would be lost.
    """
    engine = create_engine(url, connect_args={"check_same_thread": False})
    path = file_of(url)
    opened = path.stat()

    def prepare(connection: Any, _record: object) -> None:
        _prepare(connection, wait_milliseconds)

    def check_same_file(_connection: Connection) -> None:
        if not _is_same(path, opened):
            raise Refusal(Reason.STORE_UNAVAILABLE, _message("DATABASE_GONE", path=path))

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", check_same_file)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "commit", check_same_file)
    return engine


def empty_journal(engine: Engine) -> bool:
    """Truncate the WAL, which has old page contents; return False if a reader or full disk prevents it."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        row = cursor.fetchone()
        cursor.close()
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
    return row is not None and row[0] == 0


def _is_same(path: Path, opened: os.stat_result) -> bool:
    try:
        return os.path.samestat(path.stat(), opened)
    except FileNotFoundError:
        return False


def _prepare(connection: Any, wait_milliseconds: int) -> None:
    """Commit durably, because synchronous=NORMAL may lose commits on power failure; overwrite deleted data."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", f"busy_timeout={wait_milliseconds}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Begin explicitly, because the driver otherwise leaves DDL outside of transactions; writers lock first."""
    connection.exec_driver_sql("BEGIN" if write_scope(connection) is None else "BEGIN IMMEDIATE")
