"""A locked database and a full disk are said clearly, nothing is half written, and the service goes on."""

import sqlite3
import subprocess
from pathlib import Path
from typing import Any

import grpc
import pytest
from sqlalchemy import event

from service.base.refusals import Reason, Refusal
from service.store import sqlite
from service.store.store import Store
from service.store.write_access import StoreError, with_write_access
from tests.support.calling import refused, request_for
from tests.support.in_process import call
from tests.support.running import COMMAND, ROOT, RunningServer
from tests.support.small_card import small_subject
from tests.support.waiting import until
from touchstone.v1 import evaluation_service_pb2

UNPROJECTED = "INSERT OR IGNORE INTO unprojected SELECT name FROM evaluation"


@pytest.mark.full
def test_a_database_locked_by_another_process(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette, TOUCHSTONE_DATABASE_WAIT_MILLISECONDS="100") as server:
        first = server.evaluations.EvaluateSubject(request_for(small_subject()))
        request = request_for(small_subject())
        other = sqlite3.connect(tmp_path / "store.sqlite3", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        answer = refused(server.evaluations.EvaluateSubject, request)
        assert (answer.code, answer.reason) == (grpc.StatusCode.UNAVAILABLE, "STORE_LOCKED")
        assert answer.retry_seconds == 2
        assert "repeat the call with the same request id" in answer.message
        (item,) = server.evaluations.StreamEvaluateSubjects(iter([request]))
        assert item.error.code == grpc.StatusCode.UNAVAILABLE.value[0]
        get = evaluation_service_pb2.GetEvaluationRequest(name=first.name)
        assert server.evaluations.GetEvaluation(get) == first
        chosen = evaluation_service_pb2.ListEvaluationsRequest(
            parent=first.name.partition("/evaluations/")[0], filter="record.conclusion.grade = gold"
        )
        assert [one.name for one in server.evaluations.ListEvaluations(chosen).evaluations] == [first.name]
        count = "SELECT count(*) FROM evaluation UNION ALL SELECT count(*) FROM evaluation_uses"
        assert other.execute("SELECT count(*) FROM evaluation").fetchone() == (1,)
        usages = other.execute(count).fetchall()[1][0]
        other.execute("ROLLBACK")
        assert server.evaluations.EvaluateSubject(request).record.conclusion.grade == "gold"
        assert [row[0] for row in other.execute(count)] == [2, 2 * usages]
        until(lambda: other.execute("SELECT count(*) FROM bi_criteria").fetchone() == (6,))
        other.close()


def older(path: Path) -> None:
    """Take a store back to the third schema, as a server of yesterday left it."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE alembic_version SET version_num = '0003'")
    connection.executescript(
        "DROP TRIGGER evaluation_refuses_UPDATE; DROP TRIGGER evaluation_refuses_DELETE;"
        "DROP TRIGGER usage_refuses_UPDATE; DROP TRIGGER usage_refuses_DELETE;"
        "DROP TABLE case_document; DROP TABLE case_label; DROP TABLE certification_case; DROP TABLE case_item;"
        "DROP TABLE case_due; DROP TABLE case_step; DROP TABLE certificate_number; DROP TABLE certificate_serial;"
        "DROP TABLE register_entry; DROP TABLE case_reminder;"
        "DROP TABLE yearly_result; DROP TABLE open_gate; DROP TABLE result_tally;"
        "DROP TABLE goods_ledger; DROP TABLE goods_content; DROP TABLE goods_revision; DROP TABLE goods_pricing;"
        "DROP TABLE supplier_request; DROP TABLE supplier_answer;"
        "DROP TABLE claim_in_use; DROP TABLE claim_place; DROP TABLE claim_word; DROP TABLE claim_judgement;"
        "DROP TABLE proof_figures; DROP INDEX evaluation_with_findings;"
        "DROP TABLE use_holder; DROP TABLE evaluation_uses; DROP TABLE use_index; DROP TABLE indexed_uses;"
        "DROP TABLE support_index; DROP TABLE value_index;"
        "DROP TABLE erased_request; ALTER TABLE evaluation DROP COLUMN erasures;"
        "DROP VIEW bi_evaluations; DROP VIEW bi_standings; DROP VIEW bi_criteria; DROP VIEW bi_gates;"
        "DROP VIEW bi_findings; DROP VIEW bi_archive_findings; DROP VIEW bi_records;"
        "ALTER TABLE standing DROP COLUMN outcomes; ALTER TABLE standing DROP COLUMN findings;"
        "DROP TABLE finding; DROP TABLE record_figures;"
        "DROP TABLE event; DROP TABLE endpoint; DROP TABLE dead_letter;"
        "DROP TABLE draft; DROP TABLE draft_content; DROP TABLE draft_revision; DROP TABLE draft_comment;"
        "DROP TABLE draft_statement;"
        "DROP TABLE log_leaf; DROP TABLE log_tile; DROP TABLE log_checkpoint; DROP TABLE log_cosignature;"
        "DROP TABLE log_time_stamp;"
        "DROP TABLE support; DROP TABLE supporting_value;"
        "DROP TABLE campaign; DROP TABLE campaign_item; DROP TABLE disposition;"
        "DROP TABLE listed; DROP TABLE conclusion; DROP TABLE unprojected; DROP TABLE unreadable;"
        "CREATE TABLE projected (evaluation TEXT PRIMARY KEY);"
        "DROP TABLE account; DROP TABLE session; DROP TABLE sign_in_miss; DROP TABLE known_browser;"
        "DROP TABLE api_key; ALTER TABLE evaluation DROP COLUMN principal; DROP INDEX usage_by_value;"
        "CREATE INDEX usage_by_value ON usage (organization, value_digest, subject, period);"
        + "".join(
            f"CREATE TRIGGER {table}_refuses_{action} BEFORE {action} ON {table} BEGIN SELECT RAISE(ABORT, ''); END;"
            for table in ("evaluation", "usage")
            for action in ("UPDATE", "DELETE")
        )
    )
    for index, columns in (
        ("evaluation_by_time", "organization, create_time, name"),
        ("evaluation_by_date", "organization, as_of_date, name"),
        ("ix_evaluation_subject", "subject"),
        ("ix_evaluation_scorecard_version", "scorecard_version"),
    ):
        connection.execute(f"CREATE INDEX {index} ON evaluation ({columns})")
    connection.close()


@pytest.mark.full
def test_an_older_store_that_is_locked_is_migrated_once_it_is_free(tmp_path: Path, gazette: Path) -> None:
    path = tmp_path / "store.sqlite3"
    with RunningServer(tmp_path, gazette, TOUCHSTONE_DATABASE_WAIT_MILLISECONDS="100") as server:
        stored = server.evaluations.EvaluateSubject(request_for(small_subject()))
    older(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    refused_start = subprocess.run(  # noqa: S603 -- the command is our own
        COMMAND, check=False, env=server.environment, cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert refused_start.returncode == 3
    assert f"{path} cannot be used as the database: another process locks it; end that process" in refused_start.stderr
    other.execute("ROLLBACK")
    other.close()
    with RunningServer(tmp_path, gazette) as server:
        assert '"event": "migrating"' in server.log
        chosen = evaluation_service_pb2.ListEvaluationsRequest(
            parent=stored.name.partition("/evaluations/")[0], filter="record.conclusion.grade = gold"
        )
        assert [one.name for one in server.evaluations.ListEvaluations(chosen).evaluations] == [stored.name]


@pytest.mark.full
def test_a_disk_that_is_full_leaves_an_older_store_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "store.sqlite3"

    async def act(stub: Any, _: Store) -> None:
        for _number in range(30):
            await stub.EvaluateSubject(request_for(small_subject()))

    call(tmp_path, act)
    older(path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("VACUUM")
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    prepare = sqlite._prepare

    def prepare_full(opened: Any, wait_milliseconds: int) -> None:
        prepare(opened, wait_milliseconds)
        opened.execute(f"PRAGMA max_page_count={pages}")

    with monkeypatch.context() as full:
        full.setattr(sqlite, "_prepare", prepare_full)
        with pytest.raises(StoreError, match="its disk is full, and nothing was changed; make room, and start again"):
            Store(f"sqlite:///{path}")
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0003",)]
    assert connection.execute("SELECT name FROM sqlite_master WHERE name IN ('listed', 'conclusion')").fetchall() == []
    Store(f"sqlite:///{path}").close()
    assert connection.execute("SELECT count(*) FROM listed").fetchone() == (30,)
    connection.close()


@pytest.mark.full
def test_a_full_disk(tmp_path: Path) -> None:
    limit = 0

    def set_limit(connection: Any, _record: object, _proxy: object) -> None:
        if limit:
            connection.execute(f"PRAGMA max_page_count={limit}")

    async def act(stub: Any, store: Store) -> None:
        nonlocal limit
        event.listen(store._engine, "checkout", set_limit)
        stored = [await stub.EvaluateSubject(request_for(small_subject()))]
        with store._engine.connect() as connection:
            limit = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        refusal, request = None, request_for(small_subject())
        for _ in range(20):
            request = request_for(small_subject())
            try:
                stored.append(await stub.EvaluateSubject(request))
            except grpc.aio.AioRpcError as error:
                refusal = error
                break
        assert refusal is not None
        assert refusal.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
        assert Reason.STORE_FULL.value in str(dict(refusal.trailing_metadata() or ()))
        limit = 1_000_000
        with store._engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM evaluation").scalar_one() == len(stored)
            used = connection.exec_driver_sql("SELECT count(*) FROM evaluation_uses").scalar_one()
            assert used == len(stored)
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        assert (await stub.EvaluateSubject(request)).record.conclusion.grade == "gold"

    call(tmp_path, act)


@pytest.mark.full
@pytest.mark.parametrize("lost", ["UPDATE standing SET outcomes = '{}'", UNPROJECTED])
def test_outcomes_are_rebuilt_from_the_records(tmp_path: Path, gazette: Path, lost: str) -> None:
    with RunningServer(tmp_path, gazette) as server:
        for _ in range(3):
            server.evaluations.EvaluateSubject(request_for(small_subject(credits=None)))
    store = Store(f"sqlite:///{tmp_path}/store.sqlite3")
    try:
        assert store.rebuild_outcomes().outcomes == 9
        columns = "criterion, kind, outcome, points_low, points_high"
        stored = f"SELECT {columns} FROM bi_criteria ORDER BY evaluation, criterion"  # noqa: S608 -- ours
        with store._engine.connect() as connection:
            before = connection.exec_driver_sql(stored).all()
        assert len(before) == 9
        assert set(map(tuple, before)) == {
            ("G1", "gate", "met", None, None), ("I1", "indicator", "met", "60", "60"),
            ("I2", "indicator", "met", "40", "40"),
        }  # fmt: skip
        with with_write_access(store._engine).begin() as connection:
            connection.exec_driver_sql(lost)
        assert store.rebuild_outcomes().outcomes == 9
        with store._engine.connect() as connection:
            assert connection.exec_driver_sql(stored).all() == before
    finally:
        store.close()


@pytest.mark.full
def test_who_only_reads_a_locked_store_is_not_told_about_storing(tmp_path: Path) -> None:
    async def act(stub: Any, _: Store) -> None:
        await stub.EvaluateSubject(request_for(small_subject()))

    call(tmp_path, act)
    path = tmp_path / "store.sqlite3"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute(UNPROJECTED)
    other.execute("BEGIN IMMEDIATE")
    store = Store(f"sqlite:///{path}", wait_milliseconds=10)
    try:
        with pytest.raises(Refusal) as error:
            store.standings("acme", "scorecards/small/versions/1.0.0")
    finally:
        other.execute("ROLLBACK")
        other.close()
        store.close()
    assert error.value.reason is Reason.STORE_LOCKED
    assert str(error.value) == "another process locks the store, so it could not be read; repeat the call"


@pytest.mark.full
def test_a_store_that_is_removed_while_serving_is_noticed_before_anything_is_acknowledged(
    tmp_path: Path, gazette: Path
) -> None:
    path, aside = tmp_path / "store.sqlite3", tmp_path / "aside.sqlite3"
    with RunningServer(tmp_path, gazette) as server:
        stored = server.evaluations.EvaluateSubject(request_for(small_subject()))
        request = request_for(small_subject())
        get = evaluation_service_pb2.GetEvaluationRequest(name=stored.name)
        path.rename(aside)
        for replaced in (False, True):
            if replaced:
                path.touch(0o600)
            for call, asked in ((server.evaluations.EvaluateSubject, request), (server.evaluations.GetEvaluation, get)):
                refusal = refused(call, asked)
                assert (refusal.code, refusal.reason) == (grpc.StatusCode.UNAVAILABLE, "STORE_UNAVAILABLE")
                assert f"{path} was removed or replaced" in refusal.message
        aside.rename(path)
        assert server.evaluations.GetEvaluation(get).name == stored.name
        name = server.evaluations.EvaluateSubject(request).name
    with RunningServer(tmp_path, gazette) as server:
        assert server.evaluations.EvaluateSubject(request).name == name
