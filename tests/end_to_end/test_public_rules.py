"""Published rules read by applicants and, on a server that opens them, by strangers, who learn of nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import grpc
import httpx
import pytest

from service.gazette.publication import add_entry, write_version
from service.gazette.tables import FOLDER, TableStore
from service.identity.permissions import permissions
from service.identity.principals import Role
from tests.end_to_end.test_permissions import asked, request_of
from tests.end_to_end.test_private_tables import SHARED, table
from tests.support.browsing import Browser, new_account_at
from tests.support.calling import refused
from tests.support.own_gazette import Body
from tests.support.running import ROOT, RunningServer
from tests.support.small_card import CARD, small_card
from touchstone.v1 import calendar_service_pb2, calendar_service_pb2_grpc, scorecard_pb2, scorecard_service_pb2 as cards

pytestmark = pytest.mark.full
NAME, OWN = f"scorecards/{CARD}", "organizations/own-body"
LICENSED = "table-b1"
OPENED = sorted(name for name, permission in permissions().items() if permission.opened)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two versions and a table for all; an organisation with a card and a table of its own."""
    folder = tmp_path_factory.mktemp("public")
    gazette, own = folder / "gazette", folder / "own" / "own-body"
    for path in (ROOT / "scorecards" / FOLDER).glob(f"{SHARED}*"):
        (gazette / FOLDER).mkdir(parents=True, exist_ok=True)
        shutil.copy(path, gazette / FOLDER)
    write_version(gazette, small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    stricter = small_card(version="1.1.0", gold=85, supersedes="1.0.0")
    write_version(gazette, stricter, {"card.en.feature": TOLD}, publish_time="2025-06-01T00:00:00Z")
    add_entry(gazette, f"{CARD} 1.1.0", "- **Grades moved:** gold asks for 85 points.")
    card = small_card(version="1.5.0")
    secret = card.model_copy(update={"card": card.card.model_copy(update={"id": "licensed"})})
    write_version(own, secret, {}, publish_time="2025-01-01T00:00:00Z")
    TableStore(own / FOLDER).add(table("0.7", LICENSED))
    return folder


TOLD = """# language: en
Feature: Small factory

  What a small factory reaches.

  Rule: gates

    Scenario: passes
      Then the grade is gold

    Scenario Outline: points
      Then the score is <points>

      Examples:
        | points |
        | 80     |
        | 90     |
"""


def serving(folder: Path, **settings: Any) -> RunningServer:
    return RunningServer(
        folder, folder / "gazette", TOUCHSTONE_API_KEYS="true", TOUCHSTONE_PRIVATE_GAZETTES=str(folder / "own"),
        TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0", **settings,
    )  # fmt: skip


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[RunningServer]:
    with serving(folder, TOUCHSTONE_PUBLIC_RULES="true") as running:
        yield running


@pytest.fixture(scope="module")
def applicant(server: RunningServer) -> Body:
    return Body(server, "own-body", (Role.APPLICANT,))


def test_strangers_read_the_shared_published_rules(server: RunningServer) -> None:
    stub = server.scorecards
    (listed,) = stub.ListScorecards(cards.ListScorecardsRequest()).scorecards
    assert (listed.name, listed.current_version, listed.gazette) == (NAME, f"{NAME}/versions/1.1.0", "")
    assert listed.purposes["en"] == "What a small factory reaches."
    assert stub.GetScorecard(cards.GetScorecardRequest(name=NAME)) == listed
    version = stub.GetScorecardVersion(cards.GetScorecardVersionRequest(name=listed.current_version))
    assert version.example_count == 3
    rules = cards.ListScorecardRulesRequest(parent=version.name, language_code="en")
    assert stub.ListScorecardRules(rules).scorecard_rules
    found = stub.SearchScorecardRules(cards.SearchScorecardRulesRequest(search="gb/t 1", language_code="zh"))
    assert [(match.path, match.part) for match in found.rule_matches] == [("bases[law]", "bases")]
    assert found.match_count == 1
    editions = stub.ListReferenceTableEditions(
        cards.ListReferenceTableEditionsRequest(parent=f"referenceTables/{SHARED}")
    ).reference_table_editions
    rows = list[scorecard_pb2.ReferenceTableRow]()
    asked_rows = cards.ListReferenceTableRowsRequest(parent=editions[0].name, page_size=3)
    while not rows or asked_rows.page_token:
        page = stub.ListReferenceTableRows(asked_rows)
        rows += page.reference_table_rows
        asked_rows.page_token = page.next_page_token
    assert len(rows) == editions[0].row_count > 3
    assert {len(row.cells) for row in rows} == {len(editions[0].columns)}
    days = calendar_service_pb2_grpc.CalendarServiceStub(server.channel)
    entries = days.ListRuleCalendarEntries(
        calendar_service_pb2.ListRuleCalendarEntriesRequest(first_date="2025-01-01", scorecard=NAME)
    ).calendar_entries
    assert {entry.about for entry in entries} == {f"{NAME}/versions/{number}" for number in ("1.0.0", "1.1.0")}


def test_scorecards_are_listed_as_known_at_an_earlier_time(server: RunningServer) -> None:
    stub, asked_day = server.scorecards, cards.ListScorecardsRequest(as_of_date="2025-03-01")
    (now,) = stub.ListScorecards(asked_day).scorecards
    assert now.current_version.endswith("/1.1.0")
    asked_day.known_time.FromJsonString("2025-02-01T00:00:00Z")
    (then,) = stub.ListScorecards(asked_day).scorecards
    assert then.current_version.endswith("/1.0.0")
    asked_day.known_time.FromJsonString("2024-02-01T00:00:00Z")
    assert not stub.ListScorecards(asked_day).scorecards
    asked_day.as_of_date = ""
    assert set(refused(stub.ListScorecards, asked_day).violations) == {"known_time"}
    asked_day.as_of_date = "2025-02-30"
    assert set(refused(stub.ListScorecards, asked_day).violations) == {"as_of_date"}


def test_a_version_difference_reports_rule_changes_and_legal_impact(server: RunningServer) -> None:
    asked_difference = cards.DiffScorecardVersionsRequest(
        name=f"{NAME}/versions/1.1.0", base_name=f"{NAME}/versions/1.0.0", language_code="en"
    )
    difference = server.scorecards.DiffScorecardVersions(asked_difference)
    (change,) = difference.rule_changes
    assert (change.category, change.was_path, change.now_path) == (
        scorecard_pb2.RuleChange.CATEGORY_RULE, "ladder.rows[0]", "ladder.rows[0]",
    )  # fmt: skip
    assert "80" in change.was
    assert "85" in change.now
    assert list(change.citations) == ["GB/T 1, 5.1"]
    assert "gold" in difference.movable_outcomes.grade_ids
    (impact,) = difference.legal_impacts
    assert impact.scorecard_version == asked_difference.name
    assert impact.text == "- **Grades moved:** gold asks for 85 points."
    assert server.scorecards.DiffScorecardVersions(asked_difference) == difference


@pytest.mark.parametrize("name", OPENED)
def test_private_rules_of_an_organisation_are_refused_to_others(
    server: RunningServer, applicant: Body, name: str
) -> None:
    request = request_of(name, "own-body")
    code, reason, _ = asked(server, name, request, ())
    assert (code, reason) == (grpc.StatusCode.PERMISSION_DENIED, "OTHER_ORGANIZATION")
    code, reason, _ = asked(server, name, request, (("authorization", "Bearer nonsense"),))
    assert (code, reason) == (grpc.StatusCode.UNAUTHENTICATED, "CREDENTIAL_INVALID")
    foreign = request_of(name, "other-body")
    assert asked(server, name, foreign, applicant.shown)[1] == "OTHER_ORGANIZATION"


def test_a_private_scorecard_is_refused_to_strangers_like_a_missing_scorecard(
    server: RunningServer, applicant: Body
) -> None:
    stub = server.scorecards
    there, none = "licensed", "none"
    hidden = refused(stub.GetScorecard, cards.GetScorecardRequest(name=f"scorecards/{there}"))
    missing = refused(stub.GetScorecard, cards.GetScorecardRequest(name=f"scorecards/{none}"))
    assert hidden.code is missing.code is grpc.StatusCode.NOT_FOUND
    assert hidden.message.replace(there, none) == missing.message
    searched = cards.SearchScorecardRulesRequest(search="gold", language_code="en")
    assert {match.scorecard_version.split("/")[1] for match in stub.SearchScorecardRules(searched).rule_matches} == {
        CARD
    }
    assert applicant.ask("GetScorecard", cards.GetScorecardRequest(name="scorecards/licensed")).gazette == OWN


def test_licensed_tables_are_shown_only_to_staff_of_their_organisation(server: RunningServer, applicant: Body) -> None:
    of_table = cards.ListReferenceTableEditionsRequest(parent=f"referenceTables/{LICENSED}")
    of_rows = cards.ListReferenceTableRowsRequest(parent=f"referenceTables/{LICENSED}/editions/own-1")
    insider = Body(server, "own-body", (Role.ASSESSOR,))
    (edition,) = insider.ask("ListReferenceTableEditions", of_table).reference_table_editions
    assert edition.gazette == OWN
    assert insider.ask("ListReferenceTableRows", of_rows).reference_table_rows
    other = Body(server, "other-body", (Role.ASSESSOR,))
    for method, request in (("ListReferenceTableEditions", of_table), ("ListReferenceTableRows", of_rows)):
        for body in (applicant, other):
            assert body.refused(method, request).code is grpc.StatusCode.NOT_FOUND
        assert refused(getattr(server.scorecards, method), request).code is grpc.StatusCode.NOT_FOUND


def test_strangers_may_make_no_other_calls(server: RunningServer) -> None:
    for name, permission in permissions().items():
        if not permission.opened and not permission.anybody and not name.startswith("grpc."):
            assert asked(server, name, request_of(name, "own-body"), ())[1] == "CREDENTIAL_REQUIRED", name


def test_rules_require_a_credential_unless_the_server_opens_them(tmp_path: Path, folder: Path) -> None:
    shutil.copytree(folder / "gazette", tmp_path / "gazette")
    shutil.copytree(folder / "own", tmp_path / "own")
    with serving(tmp_path) as closed:
        for name in OPENED:
            assert asked(closed, name, request_of(name, ""), ())[1] == "CREDENTIAL_REQUIRED", name
        answer: Any = httpx.get(f"{closed.http}/v1/scorecards")
        assert answer.status_code == 401
        assert "/workbench/sign-in" in httpx.get(f"{closed.http}/rules").headers["location"]


def test_visitors_read_the_rules_of_a_server_that_identifies_no_caller(folder: Path, tmp_path: Path) -> None:
    with RunningServer(
        tmp_path, folder / "gazette", TOUCHSTONE_PUBLIC_RULES="true", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0"
    ) as running:
        assert httpx.get(f"{running.http}/rules/{CARD}").status_code == HTTPStatus.OK
        assert httpx.get(f"{running.http}/rules/{CARD}/1.0.0...1.1.0").status_code == HTTPStatus.OK


@pytest.mark.parametrize("language", ["en", "zh"])
def test_strangers_read_the_pages_of_rules_and_are_led_to_no_others(server: RunningServer, language: str) -> None:
    browser = Browser(server.http, language)
    assert browser.get("/register").xpath("//footer//a[@href='/rules']")
    listed = browser.get("/rules")
    assert listed.xpath("//main//tbody//th/a/@href") == [f"/rules/{CARD}"]
    page = browser.get(f"/rules/{CARD}")
    for link in page.xpath("//main//a/@href"):
        assert link.startswith(("/rules", "#")), link
        if not link.endswith("/published"):
            browser.get(link)
    compared = browser.get(f"/rules/{CARD}/1.0.0...1.1.0")
    assert "gold asks for 85 points." in compared.xpath("//section[@aria-labelledby='impact']")[0].text_content()
    assert [each.text for each in compared.xpath("//section[@class='change']//del")] == ["80"]
    assert [each.text for each in compared.xpath("//section[@class='change']//ins")] == ["85"]
    assert browser.http.get(f"/rules/{CARD}/1.1.0/published").json()["scorecard"]["card"]["id"] == CARD
    editions = browser.get(f"/rules/tables/{SHARED}").xpath("//main//tbody//th/a/@href")
    assert len(browser.get(editions[0]).xpath("//main//table//tr")) > 3
    for hidden in (
        "licensed",
        "licensed/1.5.0",
        "licensed/1.5.0...1.5.0",
        f"tables/{LICENSED}",
        f"tables/{SHARED}/none",
    ):
        browser.get(f"/rules/{hidden}", 404)
    assert not browser.get("/rules?q=licensed").xpath("//main//tbody")
    assert "/workbench/sign-in" in browser.http.get("/workbench/corrections").headers["location"]


def test_applicants_read_rules_and_see_no_licensed_table(server: RunningServer) -> None:
    browser = Browser(server.http)
    browser.sign_in("lin", new_account_at(server, "lin", [Role.APPLICANT], "own-body"))
    cards_listed = browser.get("/rules").xpath("//main//tbody//th/a/@href")
    assert sorted(cards_listed) == sorted(["/rules/licensed", f"/rules/{CARD}"])
    assert not browser.get("/rules/licensed").xpath("//a[contains(@href, 'corrections')]")
    browser.get(f"/rules/tables/{LICENSED}", 404)
