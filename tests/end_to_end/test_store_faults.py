"""Store faults: a locked database or full disk is reported clearly, writes are atomic, and the service continues."""

import sqlite3
import subprocess
from pathlib import Path
from typing import Any

import grpc
import pytest

from service.store import sqlite
from service.store.database import newest_schema
from service.store.store import Store
from service.store.write_access import StoreError
from tests.support.calling import refused, request_for
from tests.support.in_process import call
from tests.support.next_version import TABLE, NextVersion
from tests.support.running import COMMAND, ROOT, RunningServer
from tests.support.small_card import small_subject
from tests.support.waiting import until
from touchstone.v1 import evaluation_service_pb2


@pytest.mark.full
def test_a_write_to_a_locked_database_is_refused_and_can_be_repeated(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette, TOUCHSTONE_DATABASE_WAIT_MILLISECONDS="100") as server:
        first = server.evaluations.EvaluateSubject(request_for(small_subject()))
        request = request_for(small_subject())
        other = sqlite3.connect(tmp_path / "store.sqlite3", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        answer = refused(server.evaluations.EvaluateSubject, request)
        assert (answer.code, answer.reason) == (grpc.StatusCode.UNAVAILABLE, "STORE_LOCKED")
        assert answer.retry_seconds == 2
        assert "Repeat the call with the same request id" in answer.message
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


@pytest.mark.full
def test_an_older_store_that_is_locked_is_migrated_once_it_is_free(tmp_path: Path, gazette: Path) -> None:
    path = tmp_path / "store.sqlite3"
    with RunningServer(tmp_path, gazette, TOUCHSTONE_DATABASE_WAIT_MILLISECONDS="100") as server:
        stored = server.evaluations.EvaluateSubject(request_for(small_subject()))
    later = NextVersion(tmp_path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    refused_start = subprocess.run(  # noqa: S603 -- the command is our own
        COMMAND,
        check=False,
        env={**server.environment, **later.environment},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert refused_start.returncode == 3
    reason = "Another process locks the database. End that process, or wait"
    step = "Correct the problem, or set TOUCHSTONE_DATABASE_URL to another store."
    assert f"{path} cannot be used as the database. {step} Problem: {reason}" in refused_start.stderr
    other.execute("ROLLBACK")
    other.close()
    settings: dict[str, Any] = later.environment
    with RunningServer(tmp_path, gazette, **settings) as server:
        assert '"event": "migrating"' in server.log
        chosen = evaluation_service_pb2.ListEvaluationsRequest(
            parent=stored.name.partition("/evaluations/")[0], filter="record.conclusion.grade = gold"
        )
        assert [one.name for one in server.evaluations.ListEvaluations(chosen).evaluations] == [stored.name]


@pytest.mark.full
def test_a_full_disk_leaves_an_older_store_unchanged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "store.sqlite3"

    async def act(stub: Any, _: Store) -> None:
        for _number in range(30):
            await stub.EvaluateSubject(request_for(small_subject()))

    call(tmp_path, act)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("VACUUM")
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    later, prepare = NextVersion(tmp_path), sqlite._prepare

    def prepare_full(opened: Any, wait_milliseconds: int) -> None:
        prepare(opened, wait_milliseconds)
        opened.execute(f"PRAGMA max_page_count={pages}")

    with monkeypatch.context() as full:
        full.setattr(sqlite, "_prepare", prepare_full)
        with (
            later.in_this_process(),
            pytest.raises(StoreError, match="The disk of the database is full, and nothing was changed"),
        ):
            Store(f"sqlite:///{path}")
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(newest_schema(),)]
    tables = "SELECT count(*) FROM sqlite_master WHERE name = ?"
    assert connection.execute(tables, (TABLE,)).fetchone() == (0,)
    with later.in_this_process():
        Store(f"sqlite:///{path}").close()
    assert connection.execute(tables, (TABLE,)).fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM listed").fetchone() == (30,)
    connection.close()
