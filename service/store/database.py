"""Database opening and migration: addresses, schema versions, and driver errors as refusals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Self, TypeVar

import orjson
from sqlalchemy import URL, Connection, Engine, Select, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.orm import configure_mappers
from sqlmodel import SQLModel

from rules.contracts import (
    InputError,
    error_message,
    find_cached,
    message_factory,
    source_digest,
    store_cached,
)
from service.base import logs
from service.base.refusals import Reason, Refusal
from service.configuration.products import product_folders
from service.configuration.settings import Settings
from service.store import postgres, sqlite
from service.store.dictionary_rows import read_dictionary
from service.store.prepared_statements import fetch_all
from service.store.record_dictionaries import dictionary_source
from service.store.tables import table_of, trusted_row
from service.store.write_access import DatabaseFault, StoreError, with_write_access, write_scope

if TYPE_CHECKING:
    from service.store.prepared_statements import PreparedStatement

_message = message_factory(__name__)

MIGRATIONS = Path(__file__).parent / "migrations"
_NEW_STORE = "new-store"
LOCK_WAIT_MILLISECONDS = 5_000
_Row = TypeVar("_Row", bound=SQLModel)


class Schema(NamedTuple):
    """Numbered migrations of the core or of a product; a table of the store contains the last number."""

    version_table: str
    folder: Path

    @property
    def files(self) -> list[Path]:
        return sorted(self.folder.glob("[0-9]*.py"))

    @property
    def numbers(self) -> list[str]:
        return [path.name.partition("_")[0] for path in self.files]


class StorePart:
    """Part of a store with tables of its own. Methods raise Refusal if the database is locked, full or unavailable."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    @contextmanager
    def opened(cls, url: str) -> Iterator[Self]:
        """Open this part of a store, even while a server uses it; raise StoreError on failure."""
        with ExitStack() as held:
            yield cls(open_database(parse_database_url(url), LOCK_WAIT_MILLISECONDS, held, without_lock=True))

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            yield connection

    def _rows(self, model: type[_Row], query: Select[Any]) -> list[_Row]:
        with self._reading() as connection:
            return [model.model_validate(dict(row._mapping)) for row in connection.execute(query)]

    def _row(self, model: type[_Row], query: Select[Any]) -> _Row | None:
        return next(iter(self._rows(model, query)), None)

    def _prepared_row(self, model: type[_Row], statement: PreparedStatement, values: Mapping[str, Any]) -> _Row | None:
        """Return a row of all columns of a table, without conversions or checks of its values."""
        with self._reading() as connection:
            row = next(iter(statement.rows(connection, values)), None)
        if row is None:
            return None
        return trusted_row(model, dict(zip(table_of(model).columns.keys(), row, strict=True)))

    def _values(self, query: Select[Any]) -> list[Any]:
        with self._reading() as connection:
            return list(connection.execute(query).scalars())


def locked_for_writing() -> Refusal:
    """Return the refusal of a write that another write prevents."""
    return Refusal(Reason.STORE_LOCKED, _message("LOCKED_FOR_WRITING"))


class SchemaChangedError(StoreError):
    """Another software version migrated the store; this process must stop writing."""


@contextmanager
def translating_database_errors(*, to: Literal["read", "write"]) -> Iterator[None]:
    """Convert database errors to refusals suited to reading or writing."""
    try:
        yield
    except OperationalError as error:
        fault, reads = _fault_of(error), to == "read"
        if fault is DatabaseFault.LOCKED:
            locked = Refusal(Reason.STORE_LOCKED, _message("LOCKED_FOR_READING")) if reads else locked_for_writing()
            raise locked from error
        if fault is DatabaseFault.FULL:
            message = _message("FULL_FOR_READING") if reads else _message("FULL_FOR_WRITING")
            raise Refusal(Reason.STORE_FULL, message) from error
        problem = _problem(error)
        message = (
            _message("STORE_UNREADABLE", problem=problem) if reads else _message("STORE_UNWRITABLE", problem=problem)
        )
        raise Refusal(Reason.STORE_UNAVAILABLE, message) from error


def _fault_of(error: DBAPIError) -> DatabaseFault:
    fault = sqlite.fault_of(error)
    return postgres.fault_of(error) if fault is DatabaseFault.OTHER else fault


def _problem(error: DBAPIError) -> str:
    return " ".join(str(error.orig).split())


def _open_error(name: str, error: DBAPIError) -> StoreError:
    fault = _fault_of(error)
    problem = _message("SAID_BY_DATABASE", problem=_problem(error))
    if fault is DatabaseFault.LOCKED:
        problem = _message("LOCKED_BY_ANOTHER")
    elif fault is DatabaseFault.FULL:
        problem = _message("FULL_UNCHANGED")
    return StoreError(_message("NO_DATABASE", path=name, problem=problem))


def parse_database_url(text: str) -> URL:
    """Parse a database URL; raise StoreError if it is invalid or unsupported."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise StoreError(_message("NO_ADDRESS", url=text.rpartition("@")[2])) from error
    backend = url.get_backend_name()
    if not url.database or url.database == ":memory:" or backend not in ("sqlite", "postgresql"):
        raise StoreError(_message("NO_STORE", url=url.render_as_string(hide_password=True)))
    return url


def check_no_password(url: str | None) -> None:
    """Raise InputError for a password in a command-line URL, where other users can read it.

    Raises:
        StoreError: If the URL is invalid.
    """
    if url is not None and parse_database_url(url).password is not None:
        raise InputError.of("--database-url", _message("PASSWORD_ON_COMMAND_LINE"), "WRONG_VALUE")


def resolve_store_url(url: str | None) -> str:
    """Return the command-line URL, or else the configured one.

    Raises:
        InputError: If the command-line URL has a password.
        StoreError: If it is invalid.
    """
    check_no_password(url)
    return url or Settings().database_url


def resolve_existing_store_url(url: str | None) -> str:
    """Return the URL of an existing store, resolved as in `resolve_store_url`; raise StoreError if there is none."""
    store_url = resolve_store_url(url)
    address = parse_database_url(store_url)
    if address.get_backend_name() == "sqlite":
        sqlite.require_database_file(address)
    return store_url


def open_database(url: URL, wait_milliseconds: int, held: ExitStack, *, without_lock: bool = False) -> Engine:
    """Open and migrate the database; `wait_milliseconds` is the lock timeout.

    SQLite files are locked; `without_lock` omits this lock unless a migration is needed. `held` closes the resources.
    """
    configure_mappers()  # rows are created without constructors, which would do this
    if url.get_backend_name() == "sqlite":
        if not without_lock:
            held.enter_context(sqlite.lock_database(url))
        sqlite.make_private(url)
        engine, name = sqlite.connect(url, wait_milliseconds), str(url.database)
    else:
        engine, name = postgres.connect(url, wait_milliseconds), url.set(password=None).render_as_string()
    held.callback(engine.dispose)
    try:
        if without_lock and url.get_backend_name() == "sqlite" and not _is_newest(engine):
            held.enter_context(sqlite.lock_database(url))
        _migrate(engine)
    except DBAPIError as error:
        raise _open_error(name, error) from error
    except StoreError:
        raise
    except Exception as error:
        raise StoreError(_message("NOT_MIGRATED", path=name, problem=error_message(error))) from error
    event.listen(engine, "begin", _check_schema_before_writing)
    held.enter_context(dictionary_source(partial(_read_dictionary, engine)))
    return engine


def _read_dictionary(engine: Engine, name: bytes) -> bytes | None:
    with translating_database_errors(to="read"), engine.connect() as connection:
        return read_dictionary(connection, name)


def _check_schema_before_writing(connection: Connection) -> None:
    if write_scope(connection) is not None:
        check_schema(connection)


def check_schema(connection: Connection) -> None:
    """Raise SchemaChangedError if another software version migrated the store. The connection is in a transaction."""
    newest = _newest_numbers()
    stored = dict(fetch_all(connection, _select_numbers(tuple(newest))))
    for table, known in newest.items():
        if stored.get(table) != known:
            raise SchemaChangedError(_message("SCHEMA_CHANGED", found=stored.get(table, "-"), known=known))


def newest_schema() -> str:
    """Return the schema number of the core that this software writes."""
    return schemas()[0].numbers[-1]


def require_known_schema(revision: str, schema: Schema | None = None) -> None:
    """Raise StoreError if this software can neither use nor migrate a schema, by default that of the core."""
    known = (schema or schemas()[0]).numbers
    if revision not in known:
        key = "SCHEMA_OF_DEVELOPMENT" if revision < known[0] else "SCHEMA_UNKNOWN"
        raise StoreError(_message(key, found=revision, known=known[-1]))


@cache
def schemas() -> tuple[Schema, ...]:
    """Return the schema of the core, then those of the products that have tables."""
    products = (Schema(f"alembic_version_{name}", folder) for name, folder in product_folders("migrations"))
    # A removed product may leave a folder of compiled files.
    return (Schema("alembic_version", MIGRATIONS / "versions"), *(schema for schema in products if schema.files))


@cache
def _newest_numbers() -> dict[str, str]:
    return {schema.version_table: schema.numbers[-1] for schema in schemas()}


def database_size(connection: Connection) -> int:
    """Return the database size in bytes."""
    module = sqlite if connection.dialect.name == "sqlite" else postgres
    return int(connection.execute(module.SIZE).scalar_one())


def _migrate(engine: Engine) -> None:
    if _is_newest(engine):
        return
    with engine.connect() as connection:
        stored = stored_numbers(connection)
    for schema in schemas():
        number, newest = stored.get(schema.version_table), schema.numbers[-1]
        if number not in (None, newest):
            require_known_schema(number, schema)
            logs.info("migrating", schema=number, to=newest, hint="a large store takes minutes")
    with with_write_access(engine).begin() as connection:
        if connection.dialect.name == "sqlite" and not stored_numbers(connection):
            for statement in _new_store_statements():
                connection.exec_driver_sql(statement)
        else:
            _upgrade(connection)


@cache
def _new_store_statements() -> tuple[str, ...]:
    """Return cached statements that create a schema ten times faster than all migrations."""
    state = source_digest(*(path.read_bytes() for schema in schemas() for path in schema.files))
    statements = find_cached(_NEW_STORE, state)
    if statements is None:
        with _migrated_in_memory() as connection:
            # Omit BEGIN and COMMIT.
            statements = orjson.dumps([*connection.connection.driver_connection.iterdump()][1:-1])  # type: ignore[union-attr]
        store_cached(_NEW_STORE, state, statements)
    return tuple(orjson.loads(statements))


@contextmanager
def _migrated_in_memory() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    try:
        with engine.begin() as connection:
            _upgrade(connection)
            yield connection
    finally:
        engine.dispose()


def _upgrade(connection: Connection) -> None:
    from service.store.schema_migration import upgrade  # noqa: PLC0415 -- Alembic is slow to load and rarely needed

    for schema in schemas():
        upgrade(connection, MIGRATIONS, schema)


def schema_differences(connection: Connection) -> list[str]:
    """Return schema objects of a SQLite store that differ from its migrations, including extra ones."""
    actual, expected = _schema(connection), _migrated_schema()
    return sorted(name for name in actual.keys() | expected.keys() if actual.get(name) != expected.get(name))


@cache
def _migrated_schema() -> dict[str, str]:
    with _migrated_in_memory() as connection:
        return _schema(connection)


def misstored_columns(connection: Connection) -> list[str]:
    """Return `table.column` of a SQLite store where a value has another type than its column, such as bytes in a text.

    SQLite stores the type with each value, and readers may convert it without notice.
    """
    found, quoted = [], connection.dialect.identifier_preparer.quote_identifier
    for table in inspect(connection).get_table_names():
        columns = connection.exec_driver_sql(f"PRAGMA table_info({quoted(table)})").all()
        tests = (f"TOTAL(typeof({quoted(one.name)}) NOT IN ('null', '{_stored_type(one.type)}'))" for one in columns)
        (counts,) = fetch_all(connection, f"SELECT {', '.join(tests)} FROM {quoted(table)}")  # noqa: S608 -- quoted names
        found += [f"{table}.{one.name}" for one, count in zip(columns, counts, strict=True) if count]
    return found


def _stored_type(declared: str) -> str:
    return {"BLOB": "blob", "VARCHAR": "text"}.get(declared.partition("(")[0], "integer")


def _schema(connection: Connection) -> dict[str, str]:
    chosen = text("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'")
    definitions = {f"{row.type} {row.name}": repr(tuple(row)) for row in connection.execute(chosen)}
    return definitions | {"number": str(stored_numbers(connection))}


def _is_newest(engine: Engine) -> bool:
    with engine.connect() as connection:
        return stored_numbers(connection) == _newest_numbers()


def stored_numbers(connection: Connection) -> dict[str, str]:
    """Return the schema number in each version table, of the core and of installed products."""
    existing = inspect(connection).get_table_names()
    tables = tuple(table for table in _newest_numbers() if table in existing)
    return dict(fetch_all(connection, _select_numbers(tables))) if tables else {}


@cache
def _select_numbers(tables: tuple[str, ...]) -> str:
    """Return the query for the number in each version table that is not empty."""
    return " UNION ALL ".join(f"SELECT '{table}', version_num FROM \"{table}\"" for table in tables)  # noqa: S608 -- our table names
