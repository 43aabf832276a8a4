"""Facts verified in one case, reused in other cases of the same client on a running server."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import grpc
import orjson
import pytest

from rules.contracts.inputs import DeclaredValue
from service.identity.principals import Role
from tests.support.browsing import Browser
from tests.support.calling import Refused, refused
from tests.support.casework import AGREEMENT, PARENT, Body, applying, declared
from tests.support.identities import bearing
from tests.support.receiving import events_file
from tests.support.running import RunningServer
from touchstone.v1 import (
    case_dossier_service_pb2 as dossiers,
    case_service_pb2 as cases,
    fact_pb2,
    fact_reuse_service_pb2 as reuse,
    types_pb2,
)
from touchstone.v1.fact_reuse_service_pb2_grpc import FactReuseServiceStub

pytestmark = pytest.mark.full
ACCEPTED, CORRECTED, REJECTED = (
    fact_pb2.Verification.JUDGEMENT_ACCEPTED,
    fact_pb2.Verification.JUDGEMENT_CORRECTED,
    fact_pb2.Verification.JUDGEMENT_REJECTED,
)
LESS = types_pb2.Value(number="83.5", unit="%", evidence_ids=["meter"])


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[Body]:
    """A certification body on a server that writes events."""
    folder = tmp_path_factory.mktemp("body")
    settings = {
        "TOUCHSTONE_API_KEYS": "true",
        "TOUCHSTONE_HTTP_ADDRESS": "127.0.0.1:0",
        "TOUCHSTONE_EVENTS": events_file(folder, erp={"url": "http://127.0.0.1:9/"}),
    }
    with RunningServer(folder, gazette, **settings) as running:
        body = Body(running)
        body.begin()
        yield body


def call(body: Body, person: str, method: str, request: Any) -> Any:
    stub = FactReuseServiceStub(body.server.channel)
    return getattr(stub, method)(request, metadata=bearing(body.keys[person]), timeout=60)


def offered(body: Body, case: str, person: str = "office", **more: Any) -> reuse.ListReusableFactsResponse:
    request = reuse.ListReusableFactsRequest(name=f"{PARENT}/cases/{case}", page_size=1_000, **more)
    response: reuse.ListReusableFactsResponse = call(body, person, "ListReusableFacts", request)
    return response


def accepting(body: Body, case: str, *facts: str, **changes: Any) -> reuse.AcceptReusableFactsRequest:
    listed = offered(body, case)
    chosen = [
        reuse.AcceptedFact(
            fact_id=one.fact_id, source=one.source.name, dossier_revision=one.source.dossier_revision,
            source_fact_id=one.source.fact_id,
        )
        for one in listed.reusable_facts
        if not facts or one.fact_id in facts
    ]  # fmt: skip
    known = {"accepted_facts": chosen, "revision": listed.case_revision, "reason": "same meters"}
    return reuse.AcceptReusableFactsRequest(name=f"{PARENT}/cases/{case}", **{**known, **changes})


def accept(body: Body, case: str, *facts: str, person: str = "office") -> reuse.AcceptReusableFactsResponse:
    response: reuse.AcceptReusableFactsResponse = call(
        body, person, "AcceptReusableFacts", accepting(body, case, *facts)
    )
    return response


def not_accepted(body: Body, request: reuse.AcceptReusableFactsRequest, person: str = "office") -> Refused:
    return refused(lambda asked: call(body, person, "AcceptReusableFacts", asked), request)


def reused(body: Body, case: str = "", person: str = "ada", **more: Any) -> list[reuse.ReusedFact]:
    name = f"{PARENT}/cases/{case}" if case else ""
    request = reuse.ListReusedFactsRequest(parent=PARENT, case_name=name, **more)
    return list(call(body, person, "ListReusedFacts", request).reused_facts)


def verify(body: Body, case: str, fact: str, judgement: fact_pb2.Verification.Judgement, **more: Any) -> None:
    made = fact_pb2.Verification(judgement=judgement, method="read on site", **more)
    content = dossiers.DossierContent(facts=[fact_pb2.Fact(fact_id=fact, verification=made)])
    body.step("ada", case, "verify", dossier=content)


def opened(body: Body, case: str, subject: str) -> None:
    """Open a case for a subject of its own test."""
    request = applying(case)
    request.subject = f"{PARENT}/subjects/{subject}"
    body.call("office", "CreateCase")(request)


def verified_case(body: Body, case: str, *facts: str, subject: str = "") -> None:
    """Open a case with a declared dossier, and verify some of its facts."""
    opened(body, case, subject or case)
    body.step("rui", case, "accept")
    body.step("office", case, "agree", agreement_digest=AGREEMENT)
    body.step("rui", case, "plan", team=["ada", "ben"], sites=["hall-0", "hall-1"], due_date="2099-01-31")
    body.step("ada", case, "start")
    body.step("office", case, "declare", dossier=declared())
    for fact in facts:
        verify(body, case, fact, ACCEPTED)


def events(body: Body) -> list[dict[str, Any]]:
    address = body.server.environment["TOUCHSTONE_DATABASE_URL"].removeprefix("sqlite:///")
    with sqlite3.connect(address) as store:
        rows = store.execute("SELECT data FROM event WHERE type = 'touchstone.fact.source_corrected'").fetchall()
    return [orjson.loads(data) for (data,) in rows]


def test_a_verified_fact_is_offered_accepted_and_verified_again(body: Body) -> None:
    verified_case(body, "first", "certified")
    verify(body, "first", "renewable_share", CORRECTED, corrected_value=LESS, reason="hall 1 was left out")
    opened(body, "second", "first")
    listed = offered(body, "second")
    by_fact = {one.fact_id: one for one in listed.reusable_facts}
    assert set(by_fact) == {"certified", "renewable_share"}  # energy_used is declared, but not verified
    share = by_fact["renewable_share"]
    assert (share.value.number, share.value.unit) == ("83.5", "%")
    assert (share.source.verified_by, share.source.name) == ("users/ada", f"{PARENT}/cases/first")
    assert share.source.evidence[0].content_digest
    assert not share.evidence_needed
    accept(body, "second", "renewable_share")
    dossier = body.dossier("second")
    (fact,) = dossier.content.facts
    assert fact.value.number == "83.5"
    assert not fact.HasField("verification")  # the assessor of the second case decides
    assert [item.content_digest for item in dossier.content.evidence] == [share.source.evidence[0].content_digest]
    (origin,) = reused(body, "second")
    assert (origin.fact_id, origin.source.verified_by, origin.person) == ("renewable_share", "users/ada", "office")
    assert [one.fact_id for one in offered(body, "second").reusable_facts] == ["certified"]
    state = next(one for one in dossier.facts if one.fact_id == "renewable_share")
    assert state.state == "declared"


def test_a_corrected_source_is_announced_once_and_waits_until_verified_again(body: Body) -> None:
    verified_case(body, "origin", "renewable_share")
    verified_case(body, "follower", subject="origin")
    body.step("office", "follower", "declare", dossier=declared(renewable_share=None))
    accept(body, "follower", "renewable_share")
    before = len(events(body))
    verify(body, "origin", "renewable_share", CORRECTED, corrected_value=LESS, reason="hall 1 was left out")
    verify(body, "origin", "certified", ACCEPTED)  # another change of the source is no news
    (event,) = events(body)[before:]
    assert event == {
        "case": f"{PARENT}/cases/follower", "fact": "renewable_share", "sourceCase": f"{PARENT}/cases/origin",
        "cause": "corrected",
    }  # fmt: skip
    (waiting,) = [one for one in reused(body, only_changed=True) if one.case_name.endswith("/follower")]
    assert (waiting.cause, waiting.waiting) == (reuse.ReusedFact.CAUSE_CORRECTED, True)
    (offer,) = offered(body, "follower").reusable_facts  # the corrected value is offered again
    assert offer.value.number == "83.5"
    verify(body, "follower", "renewable_share", ACCEPTED)
    assert not [one for one in reused(body, only_changed=True) if one.case_name.endswith("/follower")]
    assert reused(body, "follower")[0].cause == reuse.ReusedFact.CAUSE_CORRECTED
    accept(body, "follower", "renewable_share")
    assert reused(body, "follower")[0].cause == reuse.ReusedFact.CAUSE_UNSPECIFIED


@pytest.mark.parametrize(
    ("case", "cause"), [("rejecting", "rejected"), ("lapsing", "unverified"), ("dropping", "withdrawn")]
)
def test_each_change_of_the_source_has_its_cause(body: Body, case: str, cause: str) -> None:
    verified_case(body, case, "renewable_share")
    opened(body, f"{case}-user", case)
    source = f"{PARENT}/cases/{case}"
    accept(body, f"{case}-user", "renewable_share")
    match cause:
        case "rejected":
            verify(body, case, "renewable_share", REJECTED, reason="no meter")
        case "unverified":
            changed = declared(renewable_share=DeclaredValue(number="12", unit="%", evidence=("meter",)))
            body.step("office", case, "declare", dossier=changed)
        case _:
            body.step("office", case, "declare", dossier=declared(renewable_share=None))
    assert [one["cause"] for one in events(body) if one["sourceCase"] == source] == [cause]


def test_only_offered_facts_are_accepted(body: Body) -> None:
    verified_case(body, "known", "certified")
    opened(body, "strict", "known")
    empty = not_accepted(body, accepting(body, "strict", accepted_facts=[]))
    assert "accepted_facts" in empty.violations
    invented = reuse.AcceptedFact(fact_id="energy_used", source=f"{PARENT}/cases/known", source_fact_id="energy_used")
    lost = not_accepted(body, accepting(body, "strict", accepted_facts=[invented]))
    assert "is not offered" in lost.violations["accepted_facts[0]"]
    request = accepting(body, "strict", "certified")
    request.accepted_facts[0].dossier_revision -= 1  # an earlier revision than the reviewed one
    assert "accepted_facts[0]" in not_accepted(body, request).violations
    twice = accepting(body, "strict", "certified")
    twice.accepted_facts.append(twice.accepted_facts[0])
    assert "more than once" in not_accepted(body, twice).violations["accepted_facts[1].fact_id"]
    stale = accepting(body, "strict", "certified", revision=99)
    assert not_accepted(body, stale).code is grpc.StatusCode.ABORTED
    assert not body.dossier("strict").revision


def test_facts_of_another_client_or_subject_are_not_offered(body: Body) -> None:
    verified_case(body, "private", "certified")
    other = cases.CaseClient(client="rival", display_name="Rival Ltd", registered_id="RIVAL-1", region_code="CN",
                             sites=[cases.CaseSite(site="hall-0", address="9 Mill Road")])  # fmt: skip
    body.call("office", "SaveClient")(cases.SaveClientRequest(parent=PARENT, case_client=other))
    content = {"scorecard": body.dossier("private").scorecard, "scope": "Making of parts", "sites": ["hall-0"]}
    for case, client, subject in (
        ("rival", "rival", f"{PARENT}/subjects/private"),
        ("elsewhere", "works", f"{PARENT}/subjects/other"),
    ):
        body.call("office", "CreateCase")(
            cases.CreateCaseRequest(
                parent=PARENT, case_id=case, client=f"{PARENT}/clients/{client}", subject=subject, profile="small",
                content=cases.CaseContent(**content),
            )
        )  # fmt: skip
    assert not offered(body, "rival").reusable_facts
    listed = offered(body, "elsewhere")
    assert not listed.reusable_facts
    assert {one.reason for one in listed.withheld_facts} == {reuse.WithheldFact.REASON_OTHER_OBJECT}


def test_applicants_see_facts_of_decided_cases_only_and_no_assessor(body: Body) -> None:
    body.keys["pia"] = body.new_key(Role.APPLICANT)
    body.register("pia", client="works")
    verified_case(body, "undecided", "renewable_share")
    opened(body, "own", "undecided")
    assert offered(body, "own").reusable_facts
    assert not offered(body, "own", person="pia").reusable_facts
    accept(body, "own", "renewable_share")
    (origin,) = reused(body, "own", person="pia")
    assert not origin.source.verified_by
    assert not origin.person


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_shows_origins_and_accepts_with_one_key(
    body: Body, passwords: Mapping[str, str], language: str
) -> None:
    source, case = f"shown-{language}", f"pages-{language}"
    verified_case(body, source, "renewable_share", "certified")
    opened(body, case, source)
    browser = Browser(body.server.http, language)
    browser.sign_in("office", passwords["office"])
    address = f"/workbench/cases/{case}/reuse"
    page = browser.get(address)
    buttons = page.xpath("//button[@name='accept']")
    assert len(buttons) == 2
    assert buttons[0].get("autofocus") is not None  # Enter accepts the first fact
    text = " ".join(page.text_content().split())
    assert source in text
    assert "users/" not in text
    browser.send(address, accept=buttons[0].get("value"))
    page = browser.get(address)
    (button,) = page.xpath("//button[@name='accept']")
    assert button.get("autofocus") is not None
    browser.send(address, do="all")
    page = browser.get(address)
    assert not page.xpath("//button[@name='accept']")
    assert len(page.xpath("//section[@aria-labelledby='reused']//tbody/tr")) == 2
    assert len(body.dossier(case).content.facts) == 2
    verify(body, source, "renewable_share", CORRECTED, corrected_value=LESS, reason="hall 1 was left out")
    cause = {"en": "The source now has another verified value.", "zh": "来源的核实值已改变。"}[language]
    for marked in (f"/workbench/cases/{case}/dossier", f"/workbench/cases/{case}/dossier/renewable_share", address):
        assert cause in browser.get(marked).text_content(), marked
    assert f"/workbench/cases/{case}/reuse#reused" in str(browser.get("/workbench/my-work").xpath("//a/@href"))
