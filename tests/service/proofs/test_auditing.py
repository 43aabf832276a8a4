"""Is every byte that somebody changes in store, log, gazette or tables noticed by an audit, and its place named?"""

from __future__ import annotations

import random
import shutil
import sqlite3
import zlib
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rules.trail.erasing import Extent
from service.gazette.versions import Gazette
from service.log.notes import Checkpoint, Note
from service.proofs.auditing import audit
from service.store.views import opened_archive
from tests.service.store.test_erasing import order
from tests.support.commands import touchstone
from tests.support.logged import Logged
from tests.support.small_card import small_card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.proofs.auditing import Audited

COLUMNS = {
    "evaluation": (
        "record",
        "record_key",
        "record_digest",
        "create_time",
        "request_id",
        "archive_findings",
        "erasures",
    ),
    "log_leaf": ("document", "digest", "name"),
    "log_checkpoint": ("note",),
    "log_tile": ("hashes",),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store, among whose evaluations are some of which something was erased, and its gazette."""
    folder = tmp_path_factory.mktemp("audited")
    logged = Logged(folder)
    rows = [logged.evaluate(subject=f"s{number % 3}") for number in range(12)]
    for row, extent in zip(rows, (Extent.FACTS, Extent.INPUTS, Extent.EVALUATION), strict=False):
        logged.store.erasing.erase([row.name], order(extent, "credits"), lambda _: small_card())
    logged.cosigned()
    logged.store.erasing.clear()
    logged.close()
    return folder


def audited(folder: Path, outside: Checkpoint | None = None) -> Audited:
    with opened_archive(f"sqlite:///{folder}/store.sqlite3") as store:
        return audit(store.connection, Gazette(folder / "gazette"), outside=outside)


@contextmanager
def copied(made: Path, tmp_path: Path) -> Iterator[tuple[Path, sqlite3.Connection]]:
    """Copy all, and take the triggers away, as only who owns the database can."""
    folder = tmp_path / "copy"
    shutil.copytree(made, folder)
    with closing(sqlite3.connect(folder / "store.sqlite3", isolation_level=None)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        yield folder, connection


def test_what_nobody_touched_is_whole(made: Path) -> None:
    found = audited(made)
    assert found.faults == []
    assert (found.evaluations, found.erased, found.unnoted, found.versions) == (11, 1, 0, 1)
    answer = touchstone("audit", "--database-url", f"sqlite:///{made}/store.sqlite3", "--gazette", made / "gazette")
    assert (answer.exit_code, answer.stdout.splitlines()[-1]) == (0, "Everything is as it was written.")


def says_the_same(value: bytes, flipped: bytes | str) -> bool:
    """Say whether only bits between the blocks and the end of a compressed record were changed, which say nothing."""
    try:
        return zlib.decompress(flipped) == zlib.decompress(value)  # type: ignore[arg-type]
    except (zlib.error, TypeError):
        return False


@pytest.mark.parametrize("table", COLUMNS)
def test_one_byte_changed_anywhere_is_noticed_and_its_place_named(made: Path, tmp_path: Path, table: str) -> None:
    chance = random.Random(table)  # noqa: S311 -- tests want repeatable numbers
    with copied(made, tmp_path) as (folder, connection):
        for column in COLUMNS[table]:
            rows = connection.execute(f"SELECT rowid, {column} FROM {table}").fetchall()  # noqa: S608 -- ours
            for _ in range(8):
                rowid, value = chance.choice([row for row in rows if len(row[1])])
                content = bytearray(value if isinstance(value, bytes) else value.encode())
                content[chance.randrange(len(content))] ^= 1 << chance.randrange(6)
                flipped = bytes(content) if isinstance(value, bytes) else content.decode("utf-8", "replace")
                statement = f"UPDATE {table} SET {column} = ? WHERE rowid = ?"  # noqa: S608 -- ours
                if column == "record" and says_the_same(value, flipped):
                    continue
                connection.execute(statement, (flipped, rowid))
                found = audited(folder)
                assert found.faults, (table, column, rowid)
                assert all(fault.place and fault.problem for fault in found.faults)
                connection.execute(statement, (value, rowid))
        assert audited(folder).faults == []


@pytest.mark.parametrize(
    ("statement", "place"),
    [
        ("DELETE FROM evaluation WHERE rowid = 5", "organizations/a/evaluations/"),
        ("DELETE FROM log_leaf WHERE position = 3", "log/3"),
        ("DELETE FROM log_leaf WHERE kind = 'erasure'", "organizations/a/evaluations/"),
        ("DELETE FROM log_leaf WHERE position = (SELECT MAX(position) FROM log_leaf)", "checkpoint/"),
        ("UPDATE evaluation SET grade = 'silver' WHERE rowid = 5", "organizations/a/evaluations/"),
        ("UPDATE evaluation SET principal = '{}' WHERE rowid = 5", "organizations/a/evaluations/"),
    ],
)
def test_what_is_taken_away_or_altered_is_named(made: Path, tmp_path: Path, statement: str, place: str) -> None:
    with copied(made, tmp_path) as (folder, connection):
        connection.execute(statement)
        assert place in " ".join(fault.place for fault in audited(folder).faults)


def test_a_cut_tail_is_told_by_a_checkpoint_from_outside(made: Path, tmp_path: Path) -> None:
    with copied(made, tmp_path) as (folder, connection):
        (size, note) = connection.execute("SELECT size, note FROM log_checkpoint ORDER BY size DESC LIMIT 1").fetchone()
        kept = tmp_path / "seen.txt"
        kept.write_text(note, encoding="utf-8")
        for table, column in (("log_leaf", "position"), ("log_checkpoint", "size")):
            connection.execute(f"DELETE FROM {table} WHERE {column} >= ?", (size - 2,))  # noqa: S608 -- ours
        connection.execute("DELETE FROM evaluation WHERE name NOT IN (SELECT name FROM log_leaf)")
        arguments = ("audit", "--database-url", f"sqlite:///{folder}/store.sqlite3", "--gazette", folder / "gazette")
        told = touchstone(*arguments, "--checkpoint", kept)
        assert told.exit_code == 1
        assert f"the checkpoint from outside has {size} entries" in told.stdout
        other = Note(Checkpoint("example.org/log", 2, bytes(32)))
        kept.write_text(other.text, encoding="utf-8")
        assert "another history" in touchstone(*arguments, "--checkpoint", kept, "--format", "json").stdout


def test_a_changed_file_of_the_gazette_is_named(made: Path, tmp_path: Path) -> None:
    with copied(made, tmp_path) as (folder, _):
        path = folder / "gazette" / "small-factory" / "1.0.0.json"
        path.chmod(0o600)
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)
        (fault,) = audited(folder).faults
        assert "1.0.0" in fault.problem


def test_what_was_stored_before_the_log_is_told_as_such(made: Path, tmp_path: Path) -> None:
    with copied(made, tmp_path) as (folder, connection):
        for table in ("log_leaf", "log_tile", "log_checkpoint", "log_cosignature", "erased_request"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 -- ours
        connection.execute("DELETE FROM evaluation WHERE erasures <> '[]'")
        found = audited(folder)
        assert (found.faults, found.unnoted) == ([], 9)
