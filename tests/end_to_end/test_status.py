"""System status: versions, editions, processes and readiness, by the API and by `server status`."""

import json
from collections.abc import Iterator
from pathlib import Path

import grpc
import pytest

from service.base import instants
from service.base.resource_names import CardName
from service.base.software import software_versions
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.monitoring.render_status import status_text
from service.store.database import newest_schema
from tests.support.commands import touchstone
from tests.support.running import ROOT, RunningServer
from tests.support.small_card import CARD
from touchstone.v1.system_service_pb2 import GetSystemStatusRequest, PartStatus, SystemStatus, VersionInForce

NOWHERE = "127.0.0.1:1"


@pytest.fixture
def storeless(tmp_path: Path, gazette: Path) -> Iterator[RunningServer]:
    """Yield a running server without its store file."""
    with RunningServer(tmp_path, gazette) as server:
        (tmp_path / "store.sqlite3").rename(tmp_path / "away.sqlite3")
        yield server


def test_a_server_reports_versions_in_force_and_running_processes(server: RunningServer, gazette: Path) -> None:
    status = server.system.GetSystemStatus(GetSystemStatusRequest())
    assert [(part.name, part.ready, part.problem) for part in status.parts] == [
        ("calls", True, ""), ("store", True, ""), ("gazette", True, ""), ("clock", True, "")
    ]  # fmt: skip
    (version,) = status.versions_in_force
    published = Gazette(gazette).find(CardName(CARD), as_of=instants.today("UTC"), known=instants.now())
    assert (version.scorecard_version, version.rule_digest, version.content_digest) == (
        published.name, published.rule_digest, published.content_digest
    )  # fmt: skip
    assert (status.database, status.schema_revision) == ("sqlite", newest_schema())
    assert dict(status.software_versions) == software_versions()
    assert status.archive_bytes > 50_000
    assert not status.table_editions


@pytest.mark.full
def test_every_table_edition_is_reported_with_the_digest_used_in_records(tmp_path: Path) -> None:
    shelf = TableStore(ROOT / "scorecards" / FOLDER)
    with RunningServer(tmp_path, ROOT / "scorecards") as server:
        status = server.system.GetSystemStatus(GetSystemStatusRequest())
    digests = {(one.table, one.edition): one.digest for one in status.table_editions}
    assert digests == {
        (one.name, one.edition): shelf.table(one.name, one.edition).manifest_digest for one in shelf.editions()
    }
    assert digests
    assert len(status.versions_in_force) > 10


@pytest.mark.full
def test_a_part_that_is_not_ready_is_reported_in_the_requested_language(storeless: RunningServer) -> None:
    messages = {
        language: {
            part.name: part.problem
            for part in storeless.system.GetSystemStatus(GetSystemStatusRequest(language_code=language)).parts
        }
        for language in ("en", "zh")
    }
    assert "store.sqlite3" in messages["en"]["store"]
    assert "store.sqlite3" in messages["zh"]["store"]
    assert messages["zh"]["store"] != messages["en"]["store"]
    assert not messages["en"]["gazette"]


def test_the_command_prints_the_status_as_text(server: RunningServer) -> None:
    english = touchstone("server", "status", "--server", server.address)
    chinese = touchstone("server", "status", "--server", server.address, "--language", "zh")
    for result, words in (
        (english, ("calls               ready", "In force today: 1")),
        (chinese, ("就绪", "今日施行的版本：1")),
    ):
        assert result.exit_code == 0
        assert f"{CARD}@" in result.stdout
        for word in words:
            assert word in result.stdout


@pytest.mark.parametrize(("language", "hint"), [("en", "--full lists all of them"), ("zh", "--full 逐项列出")])
def test_many_versions_and_tables_are_counted_and_listed_on_request(language: str, hint: str) -> None:
    status = SystemStatus(
        versions_in_force=[
            VersionInForce(scorecard_version=f"scorecards/card-{number}/versions/1.0.0", rule_digest=f"{number:064x}")
            for number in range(70)
        ],
        parts=[PartStatus(name=name, ready=True) for name in ("calls", "store")],
    )
    short, full = (status_text(status, "127.0.0.1:1", full, language) for full in (False, True))
    assert len(short.splitlines()) < 20
    assert hint in short
    assert "card-69@1.0.0" not in short
    assert "70" in short
    assert "card-69@1.0.0" in full
    assert hint not in full


def test_the_command_prints_the_status_as_json(server: RunningServer) -> None:
    answer = json.loads(touchstone("server", "status", "--server", server.address, "--format", "json").stdout)
    assert [part["ready"] for part in answer["parts"]] == [True] * 4
    assert answer["versionsInForce"][0]["ruleDigest"]


@pytest.mark.full
def test_the_command_fails_if_a_part_is_not_ready(storeless: RunningServer) -> None:
    result = touchstone("server", "status", "--server", storeless.address)
    assert result.exit_code == 1
    assert "NOT READY: " in result.stdout


def test_an_unreachable_server_is_reported(server: RunningServer) -> None:
    result = touchstone("server", "status", "--server", NOWHERE)
    assert result.exit_code == 3
    assert NOWHERE in result.stderr


@pytest.mark.full
def test_a_stopped_server_accepts_no_calls(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette) as server:
        server.stop()
        with pytest.raises(grpc.RpcError) as raised:
            server.system.GetSystemStatus(GetSystemStatusRequest(), timeout=10)
        assert raised.value.code() is grpc.StatusCode.UNAVAILABLE
