"""How is the database opened: locked for one process, durable, and migrated to the newest schema?"""

from __future__ import annotations

import fcntl
import sqlite3
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import structlog
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

from rules.contracts.messages import speaker, words_of
from service.base.refusals import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from sqlalchemy import Connection, Engine

_say = speaker(__name__)

MIGRATIONS = Path(__file__).parent / "migrations"

_LOCKED = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_log = structlog.get_logger("touchstone.store")

WRITES = "touchstone_writes"
"""The execution option of connections that write."""


class StoreError(Refusal):
    """The store cannot be opened; the message says why and what to do."""

    def __init__(self, message: str) -> None:
        """Keep the message."""
        super().__init__(Reason.STORE_UNAVAILABLE, message)


@contextmanager
def refusing(*, to: Literal["read", "write"]) -> Iterator[None]:
    """Turn a locked database and a full disk into refusals that suit what the caller wanted, and say what to do.

    Raises:
        Refusal: the database is locked, its disk full, or it cannot be read or written.
    """
    try:
        yield
    except OperationalError as error:
        code, reads = _code(error), to == "read"
        if code in _LOCKED:
            message = _say("LOCKED_FOR_READING") if reads else _say("LOCKED_FOR_WRITING")
            raise Refusal(Reason.STORE_LOCKED, message) from error
        if code == sqlite3.SQLITE_FULL:
            message = _say("FULL_FOR_READING") if reads else _say("FULL_FOR_WRITING")
            raise Refusal(Reason.STORE_FULL, message) from error
        problem = error.orig
        message = _say("STORE_UNREADABLE", problem=problem) if reads else _say("STORE_UNWRITABLE", problem=problem)
        raise Refusal(Reason.STORE_UNAVAILABLE, message) from error


def _code(error: DatabaseError) -> int:
    return int(getattr(error.orig, "sqlite_errorcode", 0)) & 0xFF  # the rest refines it


def _unopened(path: Path, error: DatabaseError) -> StoreError:
    """Say in words why the database cannot be opened; what a migration did is undone."""
    problem: object = error.orig
    if _code(error) in _LOCKED:
        problem = _say("LOCKED_BY_ANOTHER")
    elif _code(error) == sqlite3.SQLITE_FULL:
        problem = _say("FULL_UNCHANGED")
    return StoreError(_say("NO_DATABASE", path=path, problem=problem))


def database_path(url: str) -> Path:
    """Give the file of a SQLite address.

    Raises:
        StoreError: the address does not name a SQLite file.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise StoreError(_say("NO_ADDRESS", url=url)) from error
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
        raise StoreError(_say("NOT_SQLITE", url=parsed.render_as_string(hide_password=True)))
    return Path(parsed.database)


def lock_database(path: Path) -> TextIO:
    """Take the exclusive lock beside the database, held until the file returned is closed.

    Two servers on one SQLite file would slow each other, and on one port would share its calls unnoticed.

    Raises:
        StoreError: another process holds the lock, or the folder cannot be written.
    """
    lock_path = path.with_name(f"{path.name}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = lock_path.open("a", encoding="utf-8")
    except OSError as error:
        raise StoreError(_say("FOLDER_UNWRITABLE", problem=words_of(error))) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        raise StoreError(_say("DATABASE_IN_USE", path=path)) from error
    return lock


def open_engine(path: Path, wait_milliseconds: int) -> Engine:
    """Open the database and migrate it; a lock of another process is waited for so long.

    Raises:
        StoreError: the file is not a database, or its schema is newer than this software.
    """
    engine = create_engine(f"sqlite:///{path}", connect_args={"check_same_thread": False})

    def prepare(connection: Any, _record: object) -> None:
        _prepare(connection, wait_milliseconds)

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            config = Config(stdout=StringIO())  # else what standard output was when it was first imported
            config.set_main_option("script_location", str(MIGRATIONS))
            config.set_main_option("path_separator", "os")
            config.attributes["connection"] = connection
            found = MigrationContext.configure(connection).get_current_revision()
            newest = ScriptDirectory.from_config(config).get_current_head()
            if found not in (None, newest):
                _log.info("migrating", schema=found, to=newest, hint="a large store takes minutes")
            command.upgrade(config, "head")
    except DatabaseError as error:
        engine.dispose()
        raise _unopened(path, error) from error
    except Exception as error:
        engine.dispose()
        raise StoreError(_say("NOT_MIGRATED", path=path, problem=words_of(error))) from error
    return engine


def _prepare(connection: Any, wait_milliseconds: int) -> None:
    """Commit durably: FULL, because with NORMAL acknowledged commits may be lost when power fails."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", f"busy_timeout={wait_milliseconds}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Begin explicitly, because the driver otherwise leaves table definitions outside of transactions.

    A writer takes the lock at once: what it reads first must still hold when it writes.
    """
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
