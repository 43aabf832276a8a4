"""The store: each evaluation is stored once and permanently, by a single writer process."""

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy.exc import IntegrityError

from rules.contracts.errors import TrailError
from service.base.refusals import Reason, Refusal
from service.cli.main import app
from service.store.database import SchemaChangedError
from service.store.store import Store
from service.store.stored_records import pack, restore_record, unpack
from service.store.tables import EvaluationRow
from service.store.write_access import StoreError, with_write_access
from tests.support.stored import written_steps


def row(number: int, request: int | None = None, **changes: object) -> EvaluationRow:
    values: dict[str, object] = {
        "name": f"organizations/a/evaluations/{number}",
        "organization": "a",
        "request_id": f"request {number if request is None else request}",
        "body_digest": "body",
        "create_time": "2026-03-01T00:00:00Z",
        "subject": "organizations/a/subjects/b",
        "scorecard_version": "scorecards/c/versions/1.0.0",
        "as_of_date": "2026-03-01",
        "conclusion_kind": "graded",
        "grade": None,
        "record_digest": "digest",
        "record": pack(written_steps()),
        "record_key": bytes(32),
        "software_versions": "{}",
    }
    return EvaluationRow.model_validate({**values, **changes})


def answers(futures: list[Future[EvaluationRow]]) -> list[str]:
    return [future.result(timeout=60).name.rpartition("/")[2] for future in futures]


@pytest.mark.full(sample=5)
def test_a_row_is_read_back_as_written(store: Store) -> None:
    record = written_steps(["facts/name", {"value": {"text": "记录"}}])
    written = row(1, grade="gold", record=pack(record))
    store.append(written).result(timeout=60)
    stored_row = store.find(written.name)
    assert stored_row is not None
    assert stored_row.model_dump() == written.model_dump()
    assert unpack(stored_row.record) == record
    assert restore_record(stored_row.record, bytes(32)).steps == record.steps
    assert store.find("organizations/a/evaluations/2") is None


@pytest.mark.full(sample=5)
def test_a_repeated_request_returns_the_first_result(store: Store) -> None:
    assert answers([store.append(row(number, number % 3)) for number in range(100)]) == ["0", "1", "2"] * 33 + ["0"]
    again = store.find_request(organization="a", request_id="request 1", body_digest="body")
    assert again is not None
    assert again.name.endswith("/1")
    assert store.find_request(organization="b", request_id="request 1", body_digest="body") is None


@pytest.mark.full(sample=5)
def test_a_request_id_is_refused_for_a_second_body(store: Store) -> None:
    futures = [store.append(row(1)), store.append(row(2, 1, body_digest="other")), store.append(row(3, 3))]
    with pytest.raises(Refusal, match="used on 2026-03-01T00:00:00Z for another request") as refusal:
        futures[1].result(timeout=60)
    assert refusal.value.reason is Reason.REQUEST_ID_REUSED
    assert answers([futures[0], futures[2]]) == ["1", "3"]
    with pytest.raises(Refusal, match="for another request"):
        store.find_request(organization="a", request_id="request 1", body_digest="other")
    assert store.append(row(4, 1, organization="b")).result(timeout=60).organization == "b"


@pytest.mark.full(sample=5)
def test_a_failed_commit_does_not_stop_the_writer(store: Store) -> None:
    store.append(row(1)).result(timeout=60)
    with pytest.raises(
        Exception,
        match=r"UNIQUE constraint failed: evaluation_uses\.evaluation|duplicate key value violates unique constraint",
    ):
        store.append(row(1, 2)).result(timeout=60)
    assert answers([store.append(row(3))]) == ["3"]


@pytest.mark.full(sample=5)
def test_an_unwritable_row_does_not_fail_the_other_rows_of_its_group(store: Store) -> None:
    with with_write_access(store._engine).begin():  # so that all but perhaps the first gather in one group
        futures = [store.append(row(number, request)) for request, number in enumerate((1, 2, 3, 2, 4))]
    with pytest.raises(IntegrityError):
        futures.pop(3).result(timeout=60)
    assert answers(futures) == ["1", "2", "3", "4"]


@pytest.mark.full(sample=5)
def test_queued_rows_are_written_before_the_store_closes(url: str) -> None:
    store = Store(url)
    futures = [store.append(row(number)) for number in range(300)]
    store.close()
    assert len(answers(futures)) == 300
    with pytest.raises(Refusal, match="stopping"):
        store.append(row(301))
    reopened = Store(url)
    assert reopened.find("organizations/a/evaluations/299") is not None
    reopened.close()


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("statement", ["UPDATE evaluation SET grade = 'gold'", "DELETE FROM evaluation"])
def test_the_database_itself_refuses_changes(store: Store, statement: str) -> None:
    store.append(row(1)).result(timeout=60)
    with (
        pytest.raises(IntegrityError, match="a stored evaluation never changes"),
        with_write_access(store._engine).begin() as connection,
    ):
        connection.exec_driver_sql(statement)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deeper" / "store.sqlite3"


@pytest.fixture
def file_store(path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{path}")
    yield store
    store.close()


def test_commits_to_a_file_are_durable(file_store: Store) -> None:
    with file_store._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2


def test_a_second_store_on_the_same_file_is_refused(file_store: Store, path: Path) -> None:
    with pytest.raises(StoreError, match="Another server uses"):
        Store(f"sqlite:///{path}")


@pytest.mark.parametrize(
    "url", ["", "nonsense", "sqlite://", "sqlite:///:memory:", "mysql://u:p@h/b", "postgresql://u:p@h"]
)
def test_only_sqlite_files_and_postgresql_databases_are_stores(url: str) -> None:
    with pytest.raises(StoreError, match=r"sqlite:///var/touchstone\.sqlite3"):
        Store(url)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.sqlite3").touch(0o600)
    (tmp_path / "notes.sqlite3").write_text("these are notes " * 100)
    for _ in range(2):
        with pytest.raises(StoreError, match="not a database"):
            Store(f"sqlite:///{tmp_path}/notes.sqlite3")


def migrate_to_unknown_schema(store: Store) -> None:
    with with_write_access(store._engine).begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")


def test_no_row_is_written_after_another_software_version_migrated_the_store(store: Store) -> None:
    store.append(row(1)).result(timeout=60)
    store.check()
    migrate_to_unknown_schema(store)
    waiting = store.append(row(2))
    with pytest.raises(SchemaChangedError, match="schema 9999"):
        waiting.result(timeout=60)
    for write in (store.check, store.rebuild_outcomes, partial(store.outbox.enter, "endpoint")):
        with pytest.raises(SchemaChangedError):
            write()
    with pytest.raises(SchemaChangedError), store.cases.write_transaction():
        pass
    assert store.find(row(1).name) is not None
    assert store.find(row(2).name) is None


def test_a_writer_reads_committed_rows_under_every_default_isolation_level(url: str) -> None:
    with closing(Store(url)) as store:
        if store._engine.dialect.name != "postgresql":
            return
        name = store._engine.url.database
        with with_write_access(store._engine).begin() as connection:
            connection.exec_driver_sql(f'ALTER DATABASE "{name}" SET default_transaction_isolation TO serializable')
    with closing(Store(url)) as store, with_write_access(store._engine).begin() as connection:
        assert connection.exec_driver_sql("SHOW transaction_isolation").scalar_one() == "read committed"


@pytest.mark.parametrize("damaged", [b"", b"record", pack(written_steps())[:-3]])
def test_malformed_bytes_are_detected(damaged: bytes) -> None:
    with pytest.raises(TrailError, match=r"The stored record is (corrupt|incomplete)"):
        unpack(damaged)


@pytest.mark.parametrize(
    "command", [["serve"], ["data", "rebuild"], ["data", "backup", "new"], ["data", "restore", "backup"]]
)
def test_a_password_on_the_command_line_is_refused_and_not_repeated(command: list[str]) -> None:
    answer = CliRunner().invoke(
        app, [*command, "--database-url", "postgresql://touchstone:geheim@db.example/touchstone"]
    )
    assert answer.exit_code == 2
    assert "users of this machine can read" in answer.stderr
    assert "PGPASSFILE" in answer.stderr
    assert "geheim" not in answer.output
