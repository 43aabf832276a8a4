"""Backup and restore drill on SQLite and PostgreSQL: lost stores, invalid backups, newer schemas."""

import json
import os
import shutil
import sqlite3
import stat
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import grpc
import psycopg
import pytest
from click.testing import Result
from sqlalchemy.engine import make_url

from service.gazette.publication import write_version
from service.store import backups
from service.store.backups import MANIFEST
from tests.support.calling import refused, request_for
from tests.support.commands import touchstone
from tests.support.postgres import new_database
from tests.support.running import RunningServer
from tests.support.small_card import CARD, small_card, small_subject
from touchstone.v1.evaluation_service_pb2 import GetEvaluationRequest, VerifyEvaluationTrailRequest

NewStore = Callable[[], str]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def new_store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> NewStore:
    if request.param == "sqlite":
        return lambda: f"sqlite:///{tmp_path_factory.mktemp('store')}/store.sqlite3"
    server = request.getfixturevalue("postgres")
    return lambda: new_database(server).replace(":@", "@")  # an empty password is one, too


def serving(folder: Path, gazette: Path, url: str) -> RunningServer:
    folder.mkdir(exist_ok=True)
    return RunningServer(folder, gazette, TOUCHSTONE_DATABASE_URL=url)


def backup(folder: Path, url: str, gazette: Path, *options: str) -> Result:
    return touchstone("data", "backup", folder, "--database-url", url, "--gazette", gazette, *options)


def restore(folder: Path, url: str, gazette: Path, *options: str) -> Result:
    return touchstone("data", "restore", folder, "--database-url", url, "--gazette", gazette, *options)


@pytest.fixture(scope="module")
def stored(
    new_store: NewStore, tmp_path_factory: pytest.TempPathFactory, gazette: Path
) -> tuple[str, Path, dict[str, Any]]:
    folder, url = tmp_path_factory.mktemp("drill"), new_store()
    with serving(folder, gazette, url) as server:
        answers = [server.evaluations.EvaluateSubject(request_for(small_subject())) for _ in range(5)]
    assert backup(folder / "backup", url, gazette).exit_code == 0
    return url, folder / "backup", {answer.name: answer for answer in answers}


@pytest.mark.full
def test_a_store_is_restored_and_serves_as_before(
    stored: tuple[str, Path, dict[str, Any]], new_store: NewStore, tmp_path: Path, gazette: Path
) -> None:
    _, folder, evaluations = stored
    url = new_store()
    result = restore(folder, url, gazette)
    assert (result.exit_code, result.stdout.split()[:2]) == (0, ["5", "evaluations"]), result.output
    with serving(tmp_path / "restored", gazette, url) as server:
        for name, answer in evaluations.items():
            assert server.evaluations.GetEvaluation(GetEvaluationRequest(name=name)).record == answer.record
            checks = server.evaluations.VerifyEvaluationTrail(VerifyEvaluationTrailRequest(name=name)).checks
            assert {check.result for check in checks} == {1}
        assert server.evaluations.EvaluateSubject(request_for(small_subject())).name not in evaluations


@pytest.mark.full
def test_a_backup_during_writes_contains_every_evaluation_acknowledged_before_it(
    new_store: NewStore, tmp_path: Path, gazette: Path
) -> None:
    url, target = new_store(), new_store()
    acknowledged: list[str] = []
    enough, ended = threading.Event(), threading.Event()

    def write() -> None:
        while not ended.is_set():
            acknowledged.append(server.evaluations.EvaluateSubject(request_for(small_subject())).name)
            if len(acknowledged) == 20:
                enough.set()

    with serving(tmp_path / "first", gazette, url) as server:
        writer = threading.Thread(target=write)
        writer.start()
        try:
            assert enough.wait(60)
            before = list(acknowledged)
            made = backup(tmp_path / "backup", url, gazette, "--format", "json")
        finally:
            ended.set()
            writer.join()
    assert made.exit_code == 0, made.output
    count = json.loads(made.stdout)["evaluationCount"]
    assert len(before) <= count <= len(acknowledged)
    assert (
        json.loads(restore(tmp_path / "backup", target, gazette, "--format", "json").stdout)["evaluationCount"] == count
    )
    with serving(tmp_path / "second", gazette, target) as server:
        for name in before:
            assert server.evaluations.GetEvaluation(GetEvaluationRequest(name=name)).name == name


@pytest.mark.full
def test_an_existing_store_is_not_overwritten(stored: tuple[str, Path, dict[str, Any]], gazette: Path) -> None:
    url, folder, _ = stored
    result = restore(folder, url, gazette)
    assert result.exit_code == 3
    assert "already exists and is not overwritten" in result.stderr
    assert backup(folder.with_name("again"), url, gazette).exit_code == 0


def test_only_its_user_can_read_a_backup(stored: tuple[str, Path, dict[str, Any]]) -> None:
    _, folder, _ = stored
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    (file,) = [path for path in folder.iterdir() if path.name != MANIFEST]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_folder_with_contents_is_refused(
    stored: tuple[str, Path, dict[str, Any]], gazette: Path, language: str
) -> None:
    url, folder, _ = stored
    result = backup(folder, url, gazette, "--language", language)
    assert result.exit_code == 2
    assert str(folder) in result.stderr


def test_an_invalid_backup_restores_no_data(
    stored: tuple[str, Path, dict[str, Any]], new_store: NewStore, tmp_path: Path, gazette: Path
) -> None:
    _, folder, _ = stored
    damaged = shutil.copytree(folder, tmp_path / "damaged")
    (file,) = [path for path in damaged.iterdir() if path.name != MANIFEST]
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    url = new_store()
    result = restore(damaged, url, gazette)
    assert (result.exit_code, "nothing was restored" in result.stderr) == (3, True), result.output
    assert restore(folder, url, gazette).exit_code == 0


@pytest.mark.parametrize("content", [None, "{", '{"form": "touchstone-backup-9"}'])
def test_a_folder_without_a_whole_manifest_is_no_backup(
    stored: tuple[str, Path, dict[str, Any]], new_store: NewStore, tmp_path: Path, gazette: Path, content: str | None
) -> None:
    _, folder, _ = stored
    half = shutil.copytree(folder, tmp_path / "half")
    (half / MANIFEST).unlink()
    if content is not None:
        (half / MANIFEST).write_text(content, encoding="utf-8")
    result = restore(half, new_store(), gazette)
    assert (result.exit_code, "Use another backup" in result.stderr) == (2, True)


def test_a_manifest_of_other_evaluations_is_detected_after_restoring(
    stored: tuple[str, Path, dict[str, Any]], new_store: NewStore, tmp_path: Path, gazette: Path
) -> None:
    _, folder, _ = stored
    other = shutil.copytree(folder, tmp_path / "other")
    manifest = json.loads((other / MANIFEST).read_bytes())
    manifest["contents"]["evaluations"] = 6
    (other / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    result = restore(other, new_store(), gazette)
    assert (
        result.exit_code,
        "The restored store does not match the backup. It has" in result.stderr,
    ) == (3, True)


def test_a_newer_schema_is_refused(
    stored: tuple[str, Path, dict[str, Any]], new_store: NewStore, tmp_path: Path, gazette: Path
) -> None:
    _, folder, _ = stored
    newer = shutil.copytree(folder, tmp_path / "newer")
    manifest = json.loads((newer / MANIFEST).read_bytes())
    manifest["contents"]["schema_revision"] = "9999"
    (newer / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    result = restore(newer, new_store(), gazette)
    assert (result.exit_code, "schema 9999" in result.stderr) == (3, True)


def test_a_restore_with_another_gazette_is_reported(
    stored: tuple[str, Path, dict[str, Any]], new_store: NewStore, tmp_path: Path, gazette: Path
) -> None:
    _, folder, _ = stored
    write_version(tmp_path / "other", small_card(gold=79), {}, publish_time="2025-01-01T00:00:00Z")
    result = restore(folder, new_store(), tmp_path / "other", "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["lackingInGazette"] == [
        f"scorecards/{CARD}/versions/1.0.0", f"scorecards/{CARD}/versions/2.0.0"
    ]  # fmt: skip


@pytest.mark.full
def test_invalid_records_are_backed_up_and_reported(new_store: NewStore, tmp_path: Path, gazette: Path) -> None:
    url = new_store()
    with serving(tmp_path / "first", gazette, url) as server:
        names = [server.evaluations.EvaluateSubject(request_for(small_subject())).name for _ in range(3)]
    damage(url, names[1])
    made = backup(tmp_path / "backup", url, gazette, "--format", "json")
    assert (made.exit_code, json.loads(made.stdout)["damagedEvaluations"]) == (1, [names[1]])
    restored = restore(tmp_path / "backup", target := new_store(), gazette)
    assert (restored.exit_code, names[1] in restored.stdout) == (1, True)
    with serving(tmp_path / "second", gazette, target) as server:
        assert server.evaluations.GetEvaluation(GetEvaluationRequest(name=names[0])).name == names[0]
        refusal = refused(server.evaluations.GetEvaluation, GetEvaluationRequest(name=names[1]))
        assert refusal.code is grpc.StatusCode.DATA_LOSS


def damage(url: str, name: str) -> None:
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(str(make_url(url).database))) as connection, connection:
            connection.execute("DROP TRIGGER evaluation_refuses_UPDATE")
            connection.execute("UPDATE evaluation SET record = X'00' WHERE name = ?", (name,))
        return
    with psycopg.connect(url) as other:
        other.execute("ALTER TABLE evaluation DISABLE TRIGGER USER")
        other.execute(r"UPDATE evaluation SET record = '\x00' WHERE name = %s", (name,))


def test_without_a_store_no_backup_is_made(new_store: NewStore, tmp_path: Path, gazette: Path) -> None:
    url = new_store()
    result = backup(tmp_path / "backup", url, gazette)
    assert result.exit_code == 3
    problem = "No store was found at" if url.startswith("sqlite") else "The database does not contain a readable store."
    assert problem in result.stderr
    assert not (tmp_path / "backup" / MANIFEST).exists()


def test_a_missing_postgresql_program_is_named(
    stored: tuple[str, Path, dict[str, Any]], tmp_path: Path, gazette: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, _, _ = stored
    if url.startswith("sqlite"):
        pytest.skip("SQLite needs none")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(backups, "_POSTGRES_PROGRAMS_PACKAGE", "no_such_package")
    result = backup(tmp_path / "backup", url, gazette)
    assert result.exit_code == 3
    assert "pg_dump" in result.stderr
    assert os.environ["PATH"] == str(tmp_path)


def test_the_kinds_of_database_are_not_mixed(
    stored: tuple[str, Path, dict[str, Any]], tmp_path: Path, gazette: Path
) -> None:
    url, folder, _ = stored
    other = (
        f"sqlite:///{tmp_path}/s.sqlite3" if url.startswith("postgresql") else "postgresql://nobody@127.0.0.1:9/none"
    )
    result = restore(folder, other, gazette)
    assert (result.exit_code, "names another kind of database" in result.stderr) == (2, True)
