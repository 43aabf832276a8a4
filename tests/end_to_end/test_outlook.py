"""Outlook of a running server: expected changes of real evaluations, events, runs, kills, erasure and clients."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.inputs import Subject
from rules.model.published_version import Repeal
from service.base.instants import now
from service.gazette.publication import write_repeal, write_version
from service.gazette.versions import Gazette
from tests.support.calling import refused, request_for
from tests.support.casework import PARENT, SUBJECT, Body
from tests.support.commands import answered
from tests.support.identities import bearing
from tests.support.receiving import Receiver, events_file
from tests.support.running import RunningServer
from tests.support.scraping import scraped, value
from tests.support.small_card import CARD, small_card, small_subject
from tests.support.waiting import until
from touchstone.v1 import (
    correction_service_pb2,
    correction_service_pb2_grpc,
    erasure_service_pb2,
    erasure_service_pb2_grpc,
    outlook_service_pb2 as outlook,
)
from touchstone.v1.outlook_service_pb2_grpc import OutlookServiceStub

OWN = "organizations/green-body"
TODAY = date.fromisoformat(now()[:10])
NEXT = TODAY + timedelta(days=60)
FIRST, SECOND = (f"scorecards/{CARD}/versions/{number}" for number in ("1.0.0", "2.0.0"))
Listing, Summary = outlook.ListExpectedChangesRequest, outlook.SummarizeExpectedChangesRequest
Cause = outlook.ExpectedChangeCause


def published(folder: Path, *, gold: int = 101) -> Path:
    """Publish a version in force, and one that requires more points for gold from a day in two months on."""
    write_version(folder, small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    later = small_card(version="2.0.0", first=NEXT.isoformat(), supersedes="1.0.0", gold=gold)
    write_version(folder, later, {}, publish_time="2026-02-01T00:00:00Z")
    return folder


@pytest.fixture(scope="module")
def gazette(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(tmp_path_factory.mktemp("gazette"))


def named(subject: str, *, until: str = "") -> Subject:
    """Return the small subject under a name, perhaps with evidence that is valid until a day."""
    plain = small_subject().model_copy(update={"subject": f"{OWN}/subjects/{subject}"})
    (item,) = plain.evidence
    return plain.model_copy(update={"evidence": (item.model_copy(update={"valid_until": until or None}),)})


class Outlook:
    """The outlook of one organisation at a server."""

    def __init__(self, server: RunningServer, parent: str = OWN) -> None:
        self.server, self.parent, self.stub = server, parent, OutlookServiceStub(server.channel)

    def evaluate(self, subject: Subject) -> str:
        return str(self.server.evaluations.EvaluateSubject(request_for(subject)).name)

    def run(self) -> list[outlook.RunOutlookResponse]:
        parts = [self.stub.RunOutlook(outlook.RunOutlookRequest(parent=self.parent), timeout=120)]
        while parts[-1].pending_count:
            parts.append(self.stub.RunOutlook(outlook.RunOutlookRequest(parent=self.parent), timeout=120))
        return parts

    def changes(self, **filters: Any) -> list[outlook.ExpectedChange]:
        return list(self.stub.ListExpectedChanges(Listing(parent=self.parent, **filters)).expected_changes)

    def of(self, evaluation: str, **filters: Any) -> list[outlook.ExpectedChange]:
        return self.changes(evaluation=evaluation, **filters)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as receiving:
        yield receiving


@pytest.fixture
def own(tmp_path: Path, gazette: Path, receiver: Receiver) -> Iterator[Outlook]:
    """A server without scheduled runs during a test, that sends its events to a receiver."""
    events = events_file(tmp_path, erp={"url": receiver.url})
    with RunningServer(tmp_path, gazette, TOUCHSTONE_EVENTS=events, TOUCHSTONE_METRICS_ADDRESS="127.0.0.1:0") as server:
        yield Outlook(server)


def expected_events(receiver: Receiver) -> list[dict[str, Any]]:
    whole = [one for one in receiver.received if len(one.body) == int(one.headers["content-length"])]  # not cut off
    return [one.event for one in whole if one.event["type"] == "touchstone.result.change_expected"]


def test_expected_changes_are_listed_and_announced_once(own: Outlook, receiver: Receiver) -> None:
    last = TODAY + timedelta(days=20)
    expiring, lasting = (
        own.evaluate(named("expiring", until=last.isoformat())),
        own.evaluate(named("lasting")),
    )
    (first,) = own.run()
    assert (first.checked_count, first.new_count, first.failed_count) == (2, 3, 0)
    evidence, _ = own.of(expiring)  # without evidence, the higher threshold excludes gold
    (threshold,) = own.of(lasting)
    assert evidence.date == (last + timedelta(days=1)).isoformat()
    assert (evidence.causes[0].kind, evidence.causes[0].name) == (Cause.EXPECTED_CHANGE_CAUSE_EVIDENCE_EXPIRES, "meter")
    assert evidence.before.grade == "gold" != evidence.after.grade
    assert (threshold.date, threshold.before.grade, threshold.after.grade) == (NEXT.isoformat(), "gold", "silver")
    assert (threshold.from_version, threshold.to_version) == (FIRST, SECOND)

    until(lambda: len(expected_events(receiver)) == 3)
    event = next(each for each in expected_events(receiver) if each["data"]["evaluation"] == lasting)
    assert event["subject"] == threshold.name
    assert event["data"] == {
        "evaluation": lasting,
        "subject": f"{OWN}/subjects/lasting",
        "case": "",
        "certificate": "",
        "scorecardVersion": SECOND,
        "fromConclusion": "gold",
        "toConclusion": "silver",
        "date": NEXT.isoformat(),
        "cause": "version_begins",
        "causeName": SECOND,
    }
    (again,) = own.run()
    assert (again.checked_count, again.new_count) == (0, 0)
    assert [each.date for each in own.changes()] == [evidence.date, NEXT.isoformat(), NEXT.isoformat()]
    samples = scraped(own.server)
    assert value(samples, "touchstone_outlook_expected_changes") == 3
    assert value(samples, "touchstone_outlook_checked_total", outcome="checked") == 2
    assert value(samples, "touchstone_outlook_last_run_seconds") > 0


def test_the_difference_names_the_criteria_and_nothing_is_evaluated_officially(own: Outlook) -> None:
    evaluation = own.evaluate(named("one", until=(TODAY + timedelta(days=5)).isoformat()))
    own.run()
    change = own.of(evaluation)[0]
    shown = own.stub.GetExpectedChange(outlook.GetExpectedChangeRequest(name=change.name))
    assert (
        [each.criterion_id for each in shown.difference.criterion_differences] == list(change.criterion_ids) == ["I1"]
    )
    assert shown.difference.before.grade == "gold"
    with closing(sqlite3.connect(str(own.server.environment["TOUCHSTONE_DATABASE_URL"])[len("sqlite:///") :])) as store:
        assert store.execute("SELECT count(*) FROM evaluation").fetchone() == (1,)
    error = refused(own.stub.GetExpectedChange, outlook.GetExpectedChangeRequest(name=f"{change.name[:-1]}x"))
    assert "name" in error.violations
    missing = f"{OWN}/expectedChanges/{'0' * 64}"
    assert refused(own.stub.GetExpectedChange, outlook.GetExpectedChangeRequest(name=missing)).reason == (
        "EXPECTED_CHANGE_NOT_FOUND"
    )


def test_a_new_evaluation_closes_the_changes_of_the_old_one(own: Outlook) -> None:
    old = own.evaluate(named("renewed", until=(TODAY + timedelta(days=5)).isoformat()))
    own.run()
    before = own.of(old)
    new = own.evaluate(named("renewed"))
    own.run()
    closed = own.of(old, closed=True)
    assert ([each.name for each in closed], own.of(old)) == ([each.name for each in before], [])
    assert {each.close_reason for each in closed} == {outlook.ExpectedChange.CLOSE_REASON_RESULT_REPLACED}
    assert [each.date for each in own.of(new)] == [NEXT.isoformat()]


def test_a_repealed_version_closes_one_change_and_opens_another(tmp_path: Path) -> None:
    folder = published(tmp_path / "gazette")
    with RunningServer(tmp_path, folder) as server:
        own = Outlook(server)
        evaluation = own.evaluate(named("one"))
        own.run()
        (begins,) = own.of(evaluation)
        repeal = Repeal(TODAY + timedelta(days=10), now(), "withdrawn")
        write_repeal(folder, Gazette(folder).version(CARD, "1.0.0"), repeal)
        own.run()
        gap, later = own.of(evaluation)
        assert (gap.date, gap.to_version, gap.HasField("after")) == (repeal.first_day.isoformat(), "", False)
        assert gap.causes[0].kind == Cause.EXPECTED_CHANGE_CAUSE_VERSION_REPEALED
        assert (later.date, later.to_version) == (NEXT.isoformat(), SECOND)
        (closed,) = own.of(evaluation, closed=True)
        assert (closed.name, closed.close_reason) == (
            begins.name,
            outlook.ExpectedChange.CLOSE_REASON_NO_LONGER_EXPECTED,
        )


def test_a_correction_without_a_decision_is_a_cause(own: Outlook) -> None:
    evaluation = own.evaluate(named("one"))
    corrections = correction_service_pb2_grpc.CorrectionServiceStub(own.server.channel)
    campaign = corrections.CreateCampaign(
        correction_service_pb2.CreateCampaignRequest(
            parent=OWN, campaign_id="forged", kind="SUPPORT_KIND_ISSUER", value="Grid company", reason="forged"
        )
    )
    own.run()
    change = own.of(evaluation)[0]
    assert change.causes[0].kind == Cause.EXPECTED_CHANGE_CAUSE_INPUT_CORRECTED
    assert (change.causes[0].name, change.date) == (campaign.name, "2026-03-01")


def test_erasure_removes_the_changes(own: Outlook) -> None:
    evaluation = own.evaluate(named("erased"))
    own.run()
    assert own.of(evaluation)
    order = erasure_service_pb2.EraseEvaluationsRequest(
        parent=OWN, target=evaluation, reason="on request", extent="EXTENT_INPUTS"
    )
    erasure_service_pb2_grpc.ErasureServiceStub(own.server.channel).EraseEvaluations(order)
    assert own.of(evaluation) == own.of(evaluation, closed=True) == []
    own.run()
    assert own.of(evaluation) == []


def test_filters_and_pages(own: Outlook) -> None:
    for number in range(3):
        own.evaluate(named(f"works-{number}", until=(TODAY + timedelta(days=10 + number)).isoformat()))
    own.run()
    names, token = list[str](), ""
    while True:
        page = own.stub.ListExpectedChanges(Listing(parent=OWN, page_size=2, page_token=token))
        names += [change.name for change in page.expected_changes]
        token = page.next_page_token
        if not token:
            break
    assert names == [change.name for change in own.changes()]
    assert len(set(names)) == 6  # each result changes again with the higher threshold
    assert len(own.changes(until_date=(TODAY + timedelta(days=12)).isoformat())) == 2
    assert own.changes(cause="EXPECTED_CHANGE_CAUSE_TABLE_CHANGED") == []
    assert own.changes(scorecard="scorecards/other") == []
    error = refused(own.stub.ListExpectedChanges, Listing(parent=OWN, until_date="soon", scorecard="x", evaluation="y"))
    assert error.violations.keys() >= {"until_date", "scorecard", "evaluation"}
    error = refused(own.stub.ListExpectedChanges, Listing(parent=OWN, client_id="\0", scorecard=FIRST))
    assert error.violations.keys() == {"client_id", "scorecard"}
    summary = own.stub.SummarizeExpectedChanges(Summary(parent=OWN))
    assert (summary.change_count, summary.checked_count, summary.days) == (6, 3, 400)
    assert [(each.client, each.result_count) for each in summary.clients] == [("", 3)]
    assert summary.HasField("run_end_time")
    assert own.stub.SummarizeExpectedChanges(Summary(parent="organizations/other")).change_count == 0


def test_commands_list_run_and_show(own: Outlook) -> None:
    own.evaluate(named("one"))
    to = ("--server", own.server.address, "--insecure-server")[:2]
    assert json.loads(answered("outlook", "run", OWN, *to, "--format", "json"))["newCount"] == 1
    (change,) = json.loads(answered("outlook", "list", OWN, *to, "--format", "json"))["expectedChanges"]
    assert change["date"] == NEXT.isoformat()
    shown = json.loads(answered("outlook", "show", change["name"], *to, "--format", "json"))
    assert shown["difference"]["after"]["grade"] == "silver"


# --- scheduled runs ---------------------------------------------------------------------------------------------------


def make_due(folder: Path) -> None:
    """Mark the run of every organisation as not finished, as a crash leaves it."""
    with closing(sqlite3.connect(folder / "store.sqlite3")) as connection:
        connection.execute(
            "INSERT OR REPLACE INTO outlook_run VALUES ('green-body', '2026-01-01T00:00:00Z', '', 0, 0, 0)"
        )
        connection.commit()


def wait_for_more(own: Outlook, count: int) -> None:
    until(lambda: len(own.changes(page_size=100)) > count, 240)


@pytest.mark.full
def test_a_killed_run_continues_without_duplicates(tmp_path: Path, gazette: Path, receiver: Receiver) -> None:
    events = events_file(tmp_path, erp={"url": receiver.url})
    count, patience = 24, 240  # the worker has the lowest priority
    with RunningServer(tmp_path, gazette, TOUCHSTONE_EVENTS=events) as server:
        own = Outlook(server)
        names = {own.evaluate(named(f"works-{number}")) for number in range(count)}
    make_due(tmp_path)
    stored = 0
    for _ in range(2):
        with RunningServer(tmp_path, gazette, TOUCHSTONE_EVENTS=events) as server:
            own = Outlook(server)
            wait_for_more(own, stored)
            os.kill(server.process.pid, signal.SIGKILL)
            server.process.wait()
        with closing(sqlite3.connect(tmp_path / "store.sqlite3")) as connection:
            (stored,) = connection.execute("SELECT count(*) FROM expected_change").fetchone()
        assert stored < count
    with RunningServer(tmp_path, gazette, TOUCHSTONE_EVENTS=events) as server:
        own = Outlook(server)
        until(lambda: len(own.changes(page_size=100)) == count, patience)
        until(lambda: own.stub.SummarizeExpectedChanges(Summary(parent=OWN)).HasField("run_end_time"))
        assert {change.evaluation for change in own.changes(page_size=100)} == names
        until(lambda: len({event["subject"] for event in expected_events(receiver)}) == count)
    with closing(sqlite3.connect(tmp_path / "store.sqlite3")) as connection:
        rows = connection.execute("SELECT subject FROM event WHERE type LIKE '%change_expected'").fetchall()
    assert len(rows) == len(set(rows)) == count


@pytest.mark.full
def test_no_scheduled_run_without_days(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(tmp_path, gazette, TOUCHSTONE_OUTLOOK_DAYS="0") as server:
        own = Outlook(server)
        assert own.stub.SummarizeExpectedChanges(Summary(parent=OWN)).days == 0
        own.evaluate(named("one"))
        own.run()
        assert len(own.changes()) == 1  # a run on request looks ahead as by default


# --- clients and certificates -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[Body]:
    with RunningServer(tmp_path_factory.mktemp("body"), gazette, TOUCHSTONE_API_KEYS="true") as running:
        body = Body(running)
        body.begin()
        yield body


def test_changes_are_listed_by_client_with_case_and_certificate(certified: Body) -> None:
    body, case = certified, certified.new_id()
    content = body.to_certificate(case)
    stub = OutlookServiceStub(body.server.channel)
    as_operator, as_assessor = bearing(body.keys["operator"]), bearing(body.keys["ada"])
    run = outlook.RunOutlookRequest(parent=PARENT)
    assert refused(lambda request: stub.RunOutlook(request, metadata=as_assessor), run).reason == "ROLE_NEEDED"
    assert stub.RunOutlook(run, metadata=as_operator).new_count == 1
    listing = Listing(parent=PARENT, client_id="works")
    (change,) = stub.ListExpectedChanges(listing, metadata=as_assessor).expected_changes
    assert (change.evaluation, change.subject) == (content.evaluation, SUBJECT)
    assert change.client == f"{PARENT}/clients/works"
    assert change.case_name == f"{PARENT}/cases/{case}"
    assert change.certificate == f"{PARENT}/cases/{case}/certificates/1"
    assert (change.date, change.after.grade) == (NEXT.isoformat(), "silver")
    summary = stub.SummarizeExpectedChanges(Summary(parent=PARENT), metadata=as_assessor)
    assert [(each.client, each.first_date) for each in summary.clients] == [(change.client, NEXT.isoformat())]
    assert body.get(case).certificate_state == "valid"
    other = stub.ListExpectedChanges(Listing(parent=PARENT, client_id="mill"), metadata=as_assessor)
    assert not other.expected_changes
