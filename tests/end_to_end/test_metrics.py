"""Prometheus metrics and health pages of a server: counts, label cardinality, lost store, silent connections."""

import os
import re
import shutil
import signal
import socket
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, cast

import grpc
import pytest

from rules.contracts.inputs import DeclaredValue
from tests.support.calling import refused, request_for
from tests.support.followed_feeds import unreachable_feed
from tests.support.pulling import unreachable_pull
from tests.support.receiving import Receiver, events_file
from tests.support.running import ROOT, RunningServer
from tests.support.scraping import looked_at, scraped, side_port, value
from tests.support.small_card import CARD, small_subject
from tests.support.waiting import until
from touchstone.v1.evaluation_service_pb2 import ListEvaluationsRequest
from touchstone.v1.screening_service_pb2 import ScreenClaimsRequest

EVALUATE = "/touchstone.v1.EvaluationService/EvaluateSubject"
SCREENING = "service.schemes.claims.screening_process"


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("watched")
    shadow = folder / "shadow.toml"
    shadow.write_text(f'[[candidate]]\ncard = "{CARD}"\nversion = "2.0.0"\nshare = "1/999999999"\n')
    with (
        Receiver() as receiver,
        RunningServer(
            folder,
            Path(shutil.copytree(gazette, folder / "gazette")),
            TOUCHSTONE_METRICS_ADDRESS="127.0.0.1:0",
            TOUCHSTONE_EVENTS=events_file(folder, erp={"url": receiver.url}),
            TOUCHSTONE_SHADOW=str(shadow),
            TOUCHSTONE_FEEDS=unreachable_feed(folder),
            TOUCHSTONE_PULLS=unreachable_pull(folder),
            TOUCHSTONE_MAIL_HOST="localhost",
            TOUCHSTONE_MAIL_PORT="9",
            TOUCHSTONE_MAIL_SENDER="no-reply@body.example",
            TOUCHSTONE_WORKBENCH_URL="https://desk.example",
        ) as server,
    ):
        yield server


@pytest.mark.full
def test_an_evaluation_is_counted_and_timed(watched: RunningServer) -> None:
    before = scraped(watched)
    for _ in range(3):
        watched.evaluations.EvaluateSubject(request_for(small_subject()))
    counted = value(before, "touchstone_calls_total", method=EVALUATE, code="OK") + 3
    until(lambda: value(scraped(watched), "touchstone_calls_total", method=EVALUATE, code="OK") >= counted)
    after = scraped(watched)

    def more(name: str, **labels: str) -> float:
        return value(after, name, **labels) - value(before, name, **labels)

    assert more("touchstone_calls_total", method=EVALUATE, code="OK") == 3
    assert more("touchstone_call_seconds_count", method=EVALUATE) == 3
    assert more("touchstone_evaluation_seconds_count", card=CARD) == 3
    assert more("touchstone_conclusions_total", card=CARD, kind="graded", grade="gold") == 3
    assert 1 <= more("touchstone_commit_seconds_count") <= 3
    assert value(after, "touchstone_places", kind="evaluating") == 32
    assert value(after, "touchstone_places_taken") == 0
    assert value(after, "touchstone_waiting") == 0
    assert value(after, "touchstone_disagreements_total") == 0
    assert value(after, "touchstone_archive_bytes") > 50_000
    assert 0 <= value(after, "touchstone_unprojected") < 64
    assert value(after, "touchstone_unprojected_seconds") < 10
    assert value(after, "touchstone_versions") == 2
    (software,) = [one.labels for one in after if one.name == "touchstone_software_info"]
    assert software["database"] == "sqlite"
    assert re.fullmatch(r"\d{4}", software["schema"])
    assert {"touchstone", "python", "durable_rules"} <= set(software)


@pytest.mark.full
def test_the_same_request_again_is_a_call_and_no_conclusion(watched: RunningServer) -> None:
    request = request_for(small_subject())
    watched.evaluations.EvaluateSubject(request)
    before = value(scraped(watched), "touchstone_conclusions_total")
    watched.evaluations.EvaluateSubject(request)
    assert value(scraped(watched), "touchstone_conclusions_total") == before


def test_refusals_are_counted_by_their_reason(watched: RunningServer) -> None:
    before = scraped(watched)
    refused(watched.evaluations.ListEvaluations, ListEvaluationsRequest(parent="nobody"))
    after = scraped(watched)
    for name, labels in (
        ("touchstone_failures_total", {"reason": "INVALID_FIELDS"}),
        ("touchstone_calls_total", {"code": "INVALID_ARGUMENT"}),
    ):
        assert value(after, name, **labels) == value(before, name, **labels) + 1


def test_a_process_that_is_lost_is_counted_and_replaced(watched: RunningServer) -> None:
    there = set(watched.processes)
    lost = watched.screenings.ScreenClaims.future(ScreenClaimsRequest(text="carbon neutral " * 30_000))
    until(lambda: set(watched.processes) - there)
    (working,) = set(watched.processes) - there
    os.kill(working, signal.SIGKILL)
    assert lost.code() is grpc.StatusCode.UNAVAILABLE
    samples = scraped(watched)
    assert value(samples, "touchstone_processes_lost_total", program=SCREENING) == 1
    assert value(samples, "touchstone_failures_total", reason="PROCESS_LOST") == 1
    until(lambda: value(scraped(watched), "touchstone_processes_started_total", program=SCREENING) >= 2)


@pytest.mark.full
def test_calls_above_the_limit_are_counted_by_kind_of_work(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(
        tmp_path, gazette, TOUCHSTONE_MAXIMUM_IN_FLIGHT="1", TOUCHSTONE_METRICS_ADDRESS="127.0.0.1:0"
    ) as server:
        with ThreadPoolExecutor(16) as callers:
            ended = [
                callers.submit(server.evaluations.EvaluateSubject, request_for(small_subject())) for _ in range(64)
            ]
        failed = [error for call in ended if (error := call.exception()) is not None]
        assert failed
        samples = scraped(server)
        assert value(samples, "touchstone_places_refused_total", kind="evaluating") == len(failed)
        assert value(samples, "touchstone_failures_total", reason="TOO_MANY_CALLS") == len(failed)
        assert value(samples, "touchstone_places_taken", kind="evaluating") == 0


BACKGROUND = {
    ("kind", "outlook"),
    ("kind", "judging_again"),
    ("program", "service.outlook.outlook_process"),
    ("program", "service.schemes.claims.rejudging_process"),
}
"""Labels of work that may begin at any time."""


@pytest.mark.full
def test_no_name_of_a_caller_becomes_a_label(watched: RunningServer) -> None:
    for warm in ("first", "second"):
        _hostile(watched, warm)
    before = {(one.name, frozenset(one.labels.items())) for one in scraped(watched)}
    for number in range(20):
        _hostile(watched, f"hostile-{number}")
    after = {(one.name, frozenset(one.labels.items())) for one in scraped(watched)}
    assert not [labels for _, labels in before ^ after if BACKGROUND.isdisjoint(labels)]
    assert not [labels for _, labels in after if "hostile" in str(labels) or "acme" in str(labels)]


def _hostile(server: RunningServer, word: str) -> None:
    """Use a word wherever a caller may write one: methods, cards, organisations, subjects, facts, ids."""
    metadata = (("x-request-id", f"{word}-call-id"), ("accept-language", word))
    subject = small_subject().model_copy(update={"subject": f"organizations/{word}/subjects/{word}"})
    stubs = server.evaluations
    stubs.EvaluateSubject(request_for(subject), metadata=metadata)
    for request in (
        request_for(subject, scorecard=f"scorecards/{word}"),
        request_for(subject, scorecard=f"scorecards/{CARD}/versions/{word}"),
        request_for(small_subject(**{word: DeclaredValue(number="1", unit=word)})),
        request_for(subject, request_id=word),
    ):
        refused(stubs.EvaluateSubject, request)
    refused(stubs.ListEvaluations, ListEvaluationsRequest(parent=f"organizations/{word}", filter=f"{word} = 1"))
    for path in (f"/touchstone.v1.EvaluationService/{word}", f"/touchstone.v1.{word}/{word}", f"/{word}"):
        with pytest.raises(grpc.RpcError) as raised:
            cast("Any", server.channel.unary_unary(path))(b"", timeout=30)
        assert raised.value.code() is grpc.StatusCode.UNIMPLEMENTED
    assert looked_at(server, f"/{word}")[0] == 404


def test_the_pages_for_orchestrators(watched: RunningServer) -> None:
    assert looked_at(watched, "/healthz") == (200, "alive\n")
    assert looked_at(watched, "/readyz") == (200, "calls: ready\nstore: ready\ngazette: ready\nclock: ready\n")
    assert looked_at(watched, "/metrics", "POST")[0] == 405
    assert looked_at(watched, "/")[0] == 404


@pytest.mark.full
def test_a_server_with_a_missing_store_is_alive_and_not_ready(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette, TOUCHSTONE_METRICS_ADDRESS="127.0.0.1:0") as server:
        (tmp_path / "store.sqlite3").rename(tmp_path / "away.sqlite3")
        status, text = looked_at(server, "/readyz")
        assert status == 503
        assert "store: " in text
        assert "calls: ready" in text
        assert looked_at(server, "/healthz")[0] == 200
        assert not value(scraped(server), "touchstone_archive_bytes")
        (tmp_path / "away.sqlite3").rename(tmp_path / "store.sqlite3")
        assert looked_at(server, "/readyz")[0] == 200


@pytest.mark.full
def test_a_commit_that_fails_is_counted(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(
        tmp_path, gazette, TOUCHSTONE_DATABASE_WAIT_MILLISECONDS="50", TOUCHSTONE_METRICS_ADDRESS="127.0.0.1:0"
    ) as server:
        locked = sqlite3.connect(tmp_path / "store.sqlite3", isolation_level=None)
        locked.execute("BEGIN IMMEDIATE")
        assert refused(server.evaluations.EvaluateSubject, request_for(small_subject())).reason == "STORE_LOCKED"
        locked.close()
        samples = scraped(server)
        assert value(samples, "touchstone_commits_failed_total") == 1
        assert value(samples, "touchstone_commit_seconds_count") == 0


def test_silent_connections_do_not_block_the_port(watched: RunningServer) -> None:
    host, _, port = side_port(watched).rpartition(":")
    silent = [socket.create_connection((host, int(port))) for _ in range(40)]
    try:
        until(lambda: _answers(watched), 30)
    finally:
        for connection in silent:
            connection.close()


def _answers(server: RunningServer) -> bool:
    try:
        return looked_at(server, "/healthz")[0] == 200
    except OSError:
        return False


def test_metrics_are_off_unless_an_address_is_set(server: RunningServer) -> None:
    assert side_port(server) == ""


@pytest.mark.full
@pytest.mark.parametrize(("address", "words"), [("nowhere", "host:port"), ("192.0.2.1:9464", "192.0.2.1:9464")])
def test_an_address_that_cannot_be_listened_on_is_refused(
    tmp_path: Path, gazette: Path, address: str, words: str
) -> None:
    with (
        pytest.raises(AssertionError, match="TOUCHSTONE_METRICS_ADDRESS") as raised,
        RunningServer(tmp_path, gazette, TOUCHSTONE_METRICS_ADDRESS=address),
    ):
        pass
    assert words in str(raised.value)


@pytest.mark.full
def test_a_port_in_use_is_refused(watched: RunningServer, tmp_path: Path, gazette: Path) -> None:
    with (
        pytest.raises(AssertionError, match="TOUCHSTONE_METRICS_ADDRESS"),
        RunningServer(tmp_path, gazette, TOUCHSTONE_METRICS_ADDRESS=side_port(watched)),
    ):
        pass


def test_every_metric_is_documented(watched: RunningServer) -> None:
    watched.evaluations.EvaluateSubject(request_for(small_subject()))
    until(lambda: value(scraped(watched), "touchstone_calls_total", method=EVALUATE, code="OK"))
    metric_names = {
        re.sub(r"_(bucket|count|sum)$", "", one.name) for one in scraped(watched) if not one.name.startswith("process_")
    }
    text = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`(touchstone_\w+)`", text)) == metric_names
