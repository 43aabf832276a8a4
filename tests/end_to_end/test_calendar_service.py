"""Calendar and applied results over gRPC and HTTP; each organisation sees its own data."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest

from rules.contracts.inputs import DeclaredValue
from tests.support.calling import refused, request_for
from tests.support.commands import answered, touchstone
from tests.support.running import RunningServer
from tests.support.small_card import CARD, meter, small_subject
from touchstone.v1 import calendar_service_pb2 as calendars, calendar_service_pb2_grpc, evaluation_pb2, types_pb2

PARENT = "organizations/days"
SUBJECT = f"{PARENT}/subjects/f1"
VERSION = f"scorecards/{CARD}/versions/1.0.0"
FINDING, EXPIRY = calendars.CalendarEntry.KIND_FINDING_DUE, calendars.CalendarEntry.KIND_EVIDENCE_EXPIRES


@pytest.fixture(scope="module")
def stored(door: RunningServer) -> evaluation_pb2.Evaluation:
    """Evaluate a factory with a finding that must be closed, and a document that expires."""
    subject = small_subject(serious_violations=DeclaredValue(number="1", unit="time"))
    about = {"subject": SUBJECT, "as_of": "2026-03-01", "known": "2026-03-01T12:00:00Z"}
    subject = subject.model_copy(update={**about, "evidence": (meter(issued="2026-01-15"),)})
    made: evaluation_pb2.Evaluation = door.evaluations.EvaluateSubject(request_for(subject))
    return made


def stub(server: RunningServer) -> calendar_service_pb2_grpc.CalendarServiceStub:
    return calendar_service_pb2_grpc.CalendarServiceStub(server.channel)


@pytest.mark.full
def test_a_calendar_is_listed_in_pages_with_the_stored_evaluations_of_the_organisation(
    door: RunningServer, stored: evaluation_pb2.Evaluation
) -> None:
    request = calendars.ListCalendarEntriesRequest(
        parent=PARENT, page_size=1, first_date="2025-01-01", last_date="2030-12-31", scorecard=f"scorecards/{CARD}"
    )
    entries: list[calendars.CalendarEntry] = []
    while True:
        answer = stub(door).ListCalendarEntries(request)
        entries += answer.calendar_entries
        if not answer.next_page_token:
            break
        request.page_token = answer.next_page_token
    of_archive = [(one.kind, one.about) for one in entries if one.about.startswith(PARENT)]
    assert of_archive == [(FINDING, stored.name), (EXPIRY, stored.name)]
    assert [one.date for one in entries] == sorted(one.date for one in entries)
    assert VERSION in {one.about for one in entries}
    assert entries[-1].known_time == stored.create_time
    days = ("--from", "2025-01-01", "--until", "2030-12-31", "--card", CARD)
    document = json.loads(
        answered("card", "calendar", "--archive", PARENT, *days, "--server", door.address, "--format", "json")
    )
    assert [one["uid"] for one in document["calendarEntries"]] == [one.uid for one in entries]
    written = answered("card", "calendar", "--archive", PARENT, *days, "--server", door.address, "--format", "ics")
    assert written.count("BEGIN:VEVENT") == len(entries)
    assert stored.name.rpartition("/")[2] in answered(
        "card", "calendar", "--archive", PARENT, *days, "--server", door.address
    )
    request.parent = "organizations/others"
    assert "page_token" in refused(stub(door).ListCalendarEntries, request).violations
    request.page_token, request.page_size = "", 0
    others = stub(door).ListCalendarEntries(request).calendar_entries
    assert [one.uid for one in others] == [one.uid for one in entries if not one.about.startswith(PARENT)]


@pytest.mark.full
def test_a_calendar_can_be_limited_to_a_subject(door: RunningServer, stored: evaluation_pb2.Evaluation) -> None:
    request = calendars.ListCalendarEntriesRequest(parent=PARENT, first_date="2025-01-01", subject=SUBJECT)
    alone = stub(door).ListCalendarEntries(request).calendar_entries
    assert [(entry.kind, entry.about) for entry in alone] == [(FINDING, stored.name), (EXPIRY, stored.name)]
    output = answered("card", "calendar", "--subject", SUBJECT, "--from", "2025-01-01", "--server", door.address)
    assert len(output.splitlines()) == 1 + len(alone)
    for subject in (f"{SUBJECT}x", "organizations/others/subjects/f1"):
        request.subject = subject
        assert "subject" in refused(stub(door).ListCalendarEntries, request).violations


@pytest.mark.full
def test_the_http_calendar_names_subjects_and_marks_overdue_entries(
    door: RunningServer, stored: evaluation_pb2.Evaluation
) -> None:
    asked = "firstDate=2026-11-01&lastDate=2026-11-02&subjectsNamed=true&languageCode=zh"
    answer = httpx.get(f"{door.http}/v1/{PARENT}/calendarEntries?{asked}&scorecard=scorecards/{CARD}")
    (entry,) = answer.json()["calendarEntries"]
    assert (entry["kind"], entry["overdue"], entry["about"]) == ("KIND_FINDING_DUE", True, stored.name)
    assert entry["text"].startswith("已逾期：")
    assert SUBJECT in entry["text"]


def test_applied_results_are_returned_as_known_then_and_now(
    door: RunningServer, stored: evaluation_pb2.Evaluation
) -> None:
    request = calendars.GetAppliedRequest(subject=SUBJECT, date="2026-03-15")
    request.known_time.FromJsonString("2026-03-15T12:00:00Z")
    answer = stub(door).GetApplied(request)
    (card,) = answer.cards
    assert (card.scorecard, card.then.scorecard_version, card.then.evaluation) == (f"scorecards/{CARD}", VERSION, "")
    assert (card.now.evaluation, card.now.as_of_date) == (stored.name, "2026-03-01")
    assert card.now.conclusion == stored.record.conclusion
    assert card.now.certainty == stored.record.standing.certainty == types_pb2.CERTAINTY_SECONDARY
    (why,) = card.differences
    assert why.startswith(f"{stored.name} is the last evaluation for this day. It was stored at ")
    over_http = httpx.get(f"{door.http}/v1/{SUBJECT}:applied?date=2026-03-15&knownTime=2026-03-15T12:00:00Z")
    assert json.loads(over_http.text)["cards"][0]["now"]["evaluation"] == stored.name
    other = calendars.GetAppliedRequest(subject="organizations/others/subjects/f1", date="2026-03-15")
    assert not stub(door).GetApplied(other).cards


def test_the_command_requests_applied_results_from_a_server(
    door: RunningServer, stored: evaluation_pb2.Evaluation, gazette: Path
) -> None:
    asked = ("evaluation", "applied", SUBJECT, "--on", "2026-03-15", "--server", door.address, "--gazette", gazette)
    english, chinese = answered(*asked), answered(*asked, "--language", "zh")
    assert "Known by 2026-03-15T23:59:59Z: version 1.0.0 in force; no evaluation" in english
    assert f"by {stored.name}, as of 2026-03-01 under 1.0.0" in english
    assert f"此后：{stored.name} 是该日的最后一次评价" in chinese
    (card,) = json.loads(answered(*asked, "--format", "json"))["cards"]
    assert (card["then"].get("evaluation"), card["now"]["evaluation"]) == (None, stored.name)
    assert card["now"]["certainty"] == "CERTAINTY_SECONDARY"
    both = touchstone(*asked, "--database-url", "sqlite:///x.sqlite3")
    assert "--database-url and --server cannot be combined" in both.stderr
    nobody = touchstone("evaluation", "applied", f"{PARENT}/subjects/nobody", *asked[3:])
    assert "SUBJECT: No evaluation of" in nobody.stderr


def test_invalid_request_fields_are_named(door: RunningServer) -> None:
    listed = calendars.ListCalendarEntriesRequest(parent="x", page_size=-1, first_date="2026-02-30", language_code="fr")
    assert set(refused(stub(door).ListCalendarEntries, listed).violations) == {
        "parent", "page_size", "first_date", "language_code",
    }  # fmt: skip
    reversed_days = calendars.ListCalendarEntriesRequest(parent=PARENT, first_date="2026-03-02", last_date="2026-03-01")
    assert "2026-03-02" in refused(stub(door).ListCalendarEntries, reversed_days).violations["last_date"]
    asked = calendars.GetAppliedRequest(subject=PARENT, known_time={"seconds": 4_000_000_000})
    assert set(refused(stub(door).GetApplied, asked).violations) == {"subject", "date", "known_time"}
