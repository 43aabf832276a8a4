"""Facts verified in one case, reused in other cases of the same client on a running server."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import grpc
import pytest
from lxml import html

from rules.contracts.inputs import DeclaredValue
from service.identity.principals import Role
from tests.support.browsing import Browser
from tests.support.casework import PARENT, Body, declared
from tests.support.reusing import (
    ACCEPTED,
    CORRECTED,
    LESS,
    REJECTED,
    accept,
    accepting,
    announcing_body,
    call,
    events,
    not_accepted,
    offered,
    opened,
    reused,
    verified_case,
    verify,
)
from touchstone.v1 import case_service_pb2 as cases, fact_reuse_service_pb2 as reuse

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[Body]:
    with announcing_body(tmp_path_factory.mktemp("body"), gazette) as body:
        yield body


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
    request = accepting(body, "strict", "certified")
    call(body, "office", "AcceptReusableFacts", request)
    assert not_accepted(body, request).code is grpc.StatusCode.ABORTED  # the same key pressed twice
    assert len(reused(body, "strict")) == 1


def test_documents_with_the_same_id_in_two_sources_remain_distinct(body: Body) -> None:
    for number, fact in enumerate(("renewable_share", "certified")):
        content = declared(certified=DeclaredValue(flag=True, evidence=("meter",)))
        content.evidence[0].content_digest = str(number) * 64
        verified_case(body, f"paper-{number}", fact, subject="papers", content=content)
    opened(body, "papers", "papers")
    accept(body, "papers")
    content = body.dossier("papers").content
    digests = {item.evidence_id: item.content_digest[0] for item in content.evidence}
    cited = {fact.fact_id: [digests[id] for id in fact.value.evidence_ids] for fact in content.facts}
    assert cited == {"renewable_share": ["0"], "certified": ["1"]}


def test_facts_of_another_client_or_subject_are_not_offered(body: Body) -> None:
    verified_case(body, "private", "certified")
    other = cases.CaseClient(client="rival", display_name="Rival Ltd", registered_id="RIVAL-1", region_code="CN",
                             sites=[cases.CaseSite(site="hall-0", address="9 Mill Road")])  # fmt: skip
    body.call("office", "SaveClient")(cases.SaveClientRequest(parent=PARENT, case_client=other))
    content: dict[str, Any] = {
        "scorecard": body.dossier("private").scorecard,
        "scope": "Making of parts",
        "sites": ["hall-0"],
    }
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
    refused = html.fromstring(browser.send(address, status=422, accept="a|b|c|d").text)
    (field,) = refused.xpath("//div[@role='alert']//a/@href")
    assert refused.xpath(f"//*[@id='{field[1:]}']")
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
