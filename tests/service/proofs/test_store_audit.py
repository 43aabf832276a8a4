"""Store audit: flipped bytes, removed rows, triggers and log entries, external and witnessed checkpoints."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from rules.trail.erasure import ErasureExtent
from service.gazette.versions import Gazette
from service.proofs.store_audit import AuditReport, audit
from service.store.reporting_views import open_archive
from service.transparency.checkpoints import Checkpoint, SignedNote
from service.transparency.log_trust import read_log_trust
from tests.service.proofs.flipping import UNBOUND, Flips, make
from tests.service.store.test_evaluation_eraser import order
from tests.support.commands import touchstone
from tests.support.logged import WITNESS, Logged, alter
from tests.support.small_card import small_card


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with a gazette and a store that contains evaluations with erased parts."""
    folder = tmp_path_factory.mktemp("audited")
    logged = Logged(folder)
    rows = [logged.evaluate(subject=f"s{number % 3}") for number in range(12)]
    for row, extent in zip(rows, (ErasureExtent.FACTS, ErasureExtent.INPUTS, ErasureExtent.EVALUATION), strict=False):
        logged.store.erasing.erase([row.name], order(extent, "credits"), lambda _: small_card())
    logged.cosigned()
    logged.store.erasing.clear()
    logged.store.rebuild_outcomes()  # so that none waits to be projected, however busy the machine is
    logged.close()
    return folder


@pytest.fixture(scope="module")
def flips(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flips]:
    folder = tmp_path_factory.mktemp("flipped")
    make(folder).close()
    byte_flips = Flips(folder)
    yield byte_flips
    byte_flips.close()


def audited(folder: Path, outside: SignedNote | None = None) -> AuditReport:
    with open_archive(f"sqlite:///{folder}/store.sqlite3") as store:
        return audit(store.connection, Gazette(folder / "gazette"), outside=outside)


@contextmanager
def copied(made: Path, tmp_path: Path) -> Iterator[tuple[Path, sqlite3.Connection]]:
    """Copy all, to be changed as only who owns the database can: without the triggers that refuse it."""
    folder = tmp_path / "copy"
    shutil.copytree(made, folder)
    with closing(sqlite3.connect(folder / "store.sqlite3", isolation_level=None)) as connection:
        yield folder, connection


@pytest.mark.full
def test_the_audit_of_an_unchanged_store_finds_no_faults(made: Path) -> None:
    audit_report = audited(made)
    assert audit_report.faults == []
    assert (audit_report.evaluations, audit_report.erased, audit_report.versions) == (11, 1, 1)
    answer = touchstone(
        "data", "audit", "--database-url", f"sqlite:///{made}/store.sqlite3", "--gazette", made / "gazette"
    )
    said = "No differences found in the content that was checked."  # without a trust file, no cosignature is checked
    assert (answer.exit_code, answer.stdout.splitlines()[-1]) == (0, said)
    answer = touchstone(
        *("data", "audit", "--database-url", f"sqlite:///{made}/store.sqlite3", "--gazette", made / "gazette"),
        *("--trust", made / "trust.json"),
    )
    assert (answer.exit_code, answer.stdout.splitlines()[-1]) == (0, "No differences found: all content is unchanged.")


@pytest.mark.full
def test_one_byte_changed_in_any_column_is_detected_and_located(flips: Flips) -> None:
    assert flips.whole() == []
    assert [table for table in flips.tables if not flips.count(table)] == []
    columns = sum((table, column) not in UNBOUND for table, every in flips.tables.items() for column in every)
    outcome = flips.rows(1)
    assert outcome.missed == []
    assert outcome.places > 0.85 * columns > 90  # some are empty in every row


@pytest.mark.full
def test_undetected_byte_changes_of_the_file_do_not_change_its_content(flips: Flips) -> None:
    outcome = flips.file(100)
    assert outcome.missed == []
    assert outcome.places - outcome.immaterial > 30


@pytest.mark.full
def test_one_byte_changed_in_gazette_or_tables_is_detected_and_its_file_named(flips: Flips) -> None:
    assert flips.published(50).missed == []


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("statement", "place"),
    [
        ("DELETE FROM evaluation WHERE rowid = 5", "organizations/a/evaluations/"),
        ("DELETE FROM log_leaf WHERE position = 3", "log/3"),
        ("DELETE FROM log_leaf WHERE kind = 'erasure'", "organizations/a/evaluations/"),
        ("DELETE FROM log_leaf WHERE position = (SELECT MAX(position) FROM log_leaf)", "checkpoint/"),
        ("UPDATE evaluation SET grade = 'silver' WHERE rowid = 5", "organizations/a/evaluations/"),
        ("DELETE FROM record_dictionary", "organizations/a/evaluations/"),
        ("UPDATE record_dictionary SET content = x'78'", "record_dictionary/"),
        ("UPDATE evaluation SET principal = '{}' WHERE rowid = 5", "organizations/a/evaluations/"),
        ("UPDATE evaluation SET create_time = CAST(create_time AS BLOB) WHERE rowid = 5", "evaluation.create_time"),
        ("INSERT INTO value_block VALUES (x'02', x'')", "value_block/02"),
        ("UPDATE value_block SET first = x'00'", "value_block/00"),
        ("UPDATE value_block SET entries = substr(entries, 1, length(entries) - 1)", "value_block/organizations/a/"),
    ],
)
def test_a_removed_or_altered_row_is_named(made: Path, tmp_path: Path, statement: str, place: str) -> None:
    with copied(made, tmp_path) as (folder, connection):
        alter(connection, statement)
        assert place in " ".join(fault.place for fault in audited(folder).faults)


def test_a_cut_tail_is_detected_with_an_external_checkpoint(made: Path, tmp_path: Path) -> None:
    with copied(made, tmp_path) as (folder, connection):
        (size, note) = connection.execute("SELECT size, note FROM log_checkpoint ORDER BY size DESC LIMIT 1").fetchone()
        kept = tmp_path / "seen.txt"
        kept.write_text(note, encoding="utf-8")
        for table, column in (("log_leaf", "position"), ("log_checkpoint", "size")):
            alter(connection, f"DELETE FROM {table} WHERE {column} >= ?", size - 2)  # noqa: S608 -- ours
        alter(connection, "DELETE FROM evaluation WHERE name NOT IN (SELECT name FROM log_leaf)")
        arguments = (
            "data",
            "audit",
            "--database-url",
            f"sqlite:///{folder}/store.sqlite3",
            "--gazette",
            folder / "gazette",
        )
        result = touchstone(*arguments, "--checkpoint", kept)
        assert result.exit_code == 1
        assert f"The external checkpoint counts {size} entries" in result.stdout
        other = SignedNote(Checkpoint("example.org/log", 2, bytes(32)))
        kept.write_text(other.text, encoding="utf-8")
        again = touchstone(*arguments, "--checkpoint", kept, "--format", "json")
        assert "of this log differ from the entries that the external checkpoint counts" in again.stdout, again.stderr


def test_a_changed_file_of_the_gazette_is_named(made: Path, tmp_path: Path) -> None:
    with copied(made, tmp_path) as (folder, _):
        path = folder / "gazette" / "small-factory" / "1.0.0.json"
        path.chmod(0o600)
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)
        assert any("1.0.0" in fault.problem for fault in audited(folder).faults)


def test_a_version_missing_in_the_gazette_but_logged_is_named(made: Path, tmp_path: Path) -> None:
    with copied(made, tmp_path) as (folder, _):
        for path in (folder / "gazette" / "small-factory").iterdir():
            path.unlink()
        faults = {fault.place for fault in audited(folder).faults}
        assert "scorecards/small-factory/versions/1.0.0" in faults


def test_a_removed_trigger_is_named(made: Path, tmp_path: Path) -> None:
    with copied(made, tmp_path) as (folder, connection):
        connection.execute("DROP TRIGGER log_leaf_refuses_UPDATE")
        assert [fault.place for fault in audited(folder).faults] == ["schema/trigger log_leaf_refuses_UPDATE"]


def test_cosignatures_are_checked_by_a_trust_file(made: Path, tmp_path: Path) -> None:
    with copied(made, tmp_path) as (folder, _):
        arguments = (
            "data",
            "audit",
            "--database-url",
            f"sqlite:///{folder}/store.sqlite3",
            "--gazette",
            folder / "gazette",
        )
        assert "1 cosignature was made with keys that are not trusted here" in touchstone(*arguments).stdout
        result = touchstone(*arguments, "--trust", folder / "trust.json")
        assert (result.exit_code, "cosignatures" in result.stdout) == (0, False)


def test_evaluations_without_a_leaf_are_named(made: Path, tmp_path: Path) -> None:
    with copied(made, tmp_path) as (folder, connection):
        for table in ("log_leaf", "log_tile", "log_checkpoint", "log_cosignature"):
            alter(connection, f"DELETE FROM {table}")  # noqa: S608 -- ours
        names = {name for (name,) in connection.execute("SELECT name FROM evaluation")}
        assert names <= {
            fault.place for fault in audited(folder).faults if "the log has no entry for it" in fault.problem
        }


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Logged]:
    logged_store = Logged(tmp_path)
    logged_store.evaluate()
    yield logged_store
    logged_store.close()


def faults(logged: Logged, outside: SignedNote | None = None) -> dict[str, str]:
    with open_archive(logged.url) as archive:
        report = audit(archive.connection, logged.gazette, outside=outside, trust=read_log_trust(logged.trust))
    return {one.place: one.problem for one in report.faults}


@pytest.mark.full
def test_a_deleted_cosignature_is_detected_with_the_checkpoint_of_the_witness(logged: Logged, tmp_path: Path) -> None:
    kept = logged.cosigned()
    assert faults(logged, kept) == {}
    with closing(sqlite3.connect(tmp_path / "store.sqlite3", isolation_level=None)) as connection:
        alter(connection, "DELETE FROM log_cosignature")
    assert faults(logged) == {}
    place = f"log_cosignature/{kept.checkpoint.size}/{WITNESS}"
    assert "but the cosignature was deleted or never arrived" in faults(logged, kept)[place]
    file = tmp_path / "kept.checkpoint"
    file.write_text(kept.text, encoding="utf-8")
    options = ("--database-url", logged.url, "--gazette", tmp_path / "gazette", "--trust", logged.trust)
    result = touchstone("data", "audit", *map(str, options), "--checkpoint", str(file), "--language", "zh")
    assert (result.exit_code, "但该共签已被删除，或从未送达" in result.stdout) == (1, True)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("time", ["2025-11-01T00:00:00Z", "2025-11-24T14:00:00Z"])
def test_a_leaf_backdated_before_a_witnessed_checkpoint_is_detected(logged: Logged, time: str) -> None:
    kept = logged.cosigned()
    late = logged.evaluate(time=time)
    logged.store.integrate_log()
    (problem,) = faults(logged).values()
    assert f"{late.name} has the time {time}, but a witness saw the log without it at 2025-11-24T16:00:00Z" in problem
    with closing(sqlite3.connect(logged.folder / "store.sqlite3", isolation_level=None)) as connection:
        alter(connection, "DELETE FROM log_cosignature")
    assert len(faults(logged, kept)) == len(("the leaf", "the cosignature"))


def test_an_evaluation_in_progress_during_the_witness_check_is_no_fault(logged: Logged) -> None:
    logged.cosigned()
    logged.evaluate(time="2025-11-24T15:30:00Z")
    logged.store.integrate_log()
    assert faults(logged) == {}
