"""Page of a case: the next action first, repeated steps once, and surveillances judged and concluded like a case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from lxml import html

from rules.contracts.inputs import DeclaredValue
from tests.support.browsing import Browser, people_of
from tests.support.casework import PROFILE, REPORT, Body, declared
from touchstone.v1 import case_dossier_service_pb2 as dossiers, fact_pb2

pytestmark = pytest.mark.full
ACCEPTED = fact_pb2.Verification(judgement=fact_pb2.Verification.JUDGEMENT_ACCEPTED, method="read")


@pytest.fixture(scope="module")
def browsers(body: Body) -> Mapping[str, Browser]:
    opened = {}
    for name, password in people_of(body).items():
        opened[name] = Browser(body.server.http)
        opened[name].sign_in(name, password)
    return opened


def verify(body: Body, case: str, facts: list[str], item: str = "") -> None:
    for fact_id in facts:
        content = dossiers.DossierContent(facts=[fact_pb2.Fact(fact_id=fact_id, verification=ACCEPTED)])
        body.step("ada", case, "verify", item, dossier=content)


def first_section(page: html.HtmlElement) -> tuple[str, list[str]]:
    """Return the heading of the first section of a page, and the addresses of its links."""
    (section, *_) = page.xpath("//main//section")
    return section.xpath("string(.//h2)"), section.xpath(".//a/@href")


def text(page: html.HtmlElement) -> str:
    return " ".join(page.xpath("//main")[0].text_content().split())


def test_the_next_action_comes_first_and_repeated_steps_are_one_line(
    body: Body, browsers: Mapping[str, Browser]
) -> None:
    case = "folded"
    body.to_evaluation(case)
    body.step("office", case, "declare", dossier=declared())
    facts = [fact.fact_id for fact in body.dossier(case).content.facts if fact.HasField("value")]
    assert len(facts) > 4
    verify(body, case, facts)
    page = browsers["ada"].get(f"/workbench/cases/{case}")
    heading, links = first_section(page)
    assert heading == "Next for you"
    assert links == [f"/workbench/cases/{case}/assess", f"/workbench/cases/{case}/score"]
    assert "Evaluate the dossier" in page.xpath("//main//section")[0].text_content()
    lines = [item for item in page.xpath("//main//li") if "Verify facts" in item.text_content()]
    done = [" ".join(item.text_content().split()) for item in lines]
    assert sum(f"Verify facts ({len(facts)} times)" in line for line in done) == 2, done  # in its stage and in the log
    assert f"last by Ada, {body.get(case).steps[-1].step_time.ToJsonString()[:10]}" in text(page)
    assert len(done) == 3, done  # the third line is the possible next step
    others = browsers["rui"].get(f"/workbench/cases/{case}")
    heading, links = first_section(others)
    assert (heading, links) == ("Next for others", [])
    assert "waiting for Ada, Ben" in text(others)
    body.step("ben", case, "raise", severity="minor", requirement="metering", statement="Line 2 has no meter.")
    heading, links = first_section(browsers["rui"].get(f"/workbench/cases/{case}"))
    assert (heading, links) == ("Next for others", [])  # a reviewer may record the answer, but the client is awaited
    assert len(browsers["ada"].get(f"/workbench/cases/{case}/log").xpath("//ol[@class='log']/li")) == len(
        body.get(case).steps
    )
    body.evaluate()
    _, links = first_section(browsers["ada"].get(f"/workbench/cases/{case}"))
    assert links == [f"/workbench/cases/{case}/assess", f"/workbench/cases/{case}/score"]  # it misses the dossier


def test_a_finding_shows_who_raised_it_its_criterion_and_only_possible_steps(
    body: Body, browsers: Mapping[str, Browser]
) -> None:
    case, ada = "raised", browsers["ada"]
    body.to_evaluation(case)
    form = ada.get(f"/workbench/cases/{case}/steps/raise")
    gate, title = next(
        (option.get("value"), option.text_content()) for option in form.xpath("//datalist[@id='l-requirement']/option")
    )
    assert title.startswith(f"{gate} ")
    assert "the result is in doubt" in text(form)
    body.step("ben", case, "raise", severity="minor", requirement=gate, statement="Line 1 has no meter.")
    body.step("ada", case, "raise", severity="major", requirement="clause 7", statement="Line 2 has no meter.")
    first, second = (ada.get(f"/workbench/cases/{case}/findings/{number}") for number in (1, 2))
    assert title in text(first)
    assert "clause 7" in text(second)
    for page, person in ((first, "Ben"), (second, "Ada")):
        (entry,) = page.xpath("//ol[@class='log']/li")
        assert f"{person}: Raise a finding" in " ".join(entry.text_content().split())
    assert {step.step for step in body.get(case).next_steps if step.item == "findings/1"} == {
        "answer", "extend", "reclassify", "drop",
    }  # fmt: skip


def test_a_surveillance_is_judged_and_concluded_on_its_new_evaluation(
    body: Body, browsers: Mapping[str, Browser]
) -> None:
    case, item, ada = "watched", "surveillances/1", browsers["ada"]
    body.to_certificate(case)
    certified_on = body.get(case).content.evaluation
    body.step("rui", case, "survey", team=["ada"], sites=["hall-0"], due_date="2099-01-31")
    body.step("ada", case, "start", item)
    body.step("office", case, "declare", item, dossier=declared())
    heading, links = first_section(ada.get(f"/workbench/cases/{case}"))
    assert heading == "Next for you"
    assert links[0] == f"/workbench/cases/{case}/assess"
    address = ada.get(links[0]).xpath("//ul[@class='factlist']//a/@href")[0]
    ada.send(address, judgement="accepted", method="visit", reason="as before")
    taken = body.get(case).steps[-1]
    assert (taken.step, taken.item) == ("verify", item)
    conclude = f"/workbench/cases/{case}/{item}/steps/conclude"
    assert "No stored evaluation can be used" in text(ada.get(conclude))
    body.evaluate(renewable_share=DeclaredValue(number="60", unit="%", evidence=("meter",)))
    assert "No stored evaluation can be used" in text(ada.get(conclude))  # this evaluation differs from the dossier
    name = body.evaluate_dossier(case)
    page = ada.get(conclude)
    (offered,) = page.xpath("//input[@name='evaluation']")
    assert offered.get("value") == name != certified_on
    (label,) = page.xpath(f"//label[@for='{offered.get('id')}']")
    assert "Small factory" in label.text_content()
    ada.send(conclude, evaluation=name, report_digest=REPORT, reason="as seen")
    states = {one.item: one.state for one in body.get(case).items}
    assert states[item] == "evaluated"
    fields: dict[str, Any] = {"evaluation": name, "report_digest": REPORT}
    body.step("ada", case, "hand_over", item)
    (offered,) = (
        browsers["dan"].get(f"/workbench/cases/{case}/{item}/steps/recommend").xpath("//input[@name='evaluation']")
    )
    assert offered.get("value") == name
    body.step("dan", case, "recommend", item, **fields)
    assert body.step("eva", case, "maintain", item, **fields).items[-1].state == "maintained"


def test_a_case_is_moved_to_a_newer_profile_on_its_page(body: Body, browsers: Mapping[str, Browser]) -> None:
    body.apply("older")
    page = browsers["rui"].get("/workbench/cases/older")
    assert "newer revision" not in text(page)
    body.profile(PROFILE.replace("validity_months = 36", "validity_months = 24"))
    page = browsers["rui"].get("/workbench/cases/older")
    assert "A newer revision of the profile is approved." in text(page)
    assert "newer revision" in text(browsers["ada"].get("/workbench/cases/older"))
    address = "/workbench/cases/older/steps/update_profile"
    assert page.xpath(f"//main//a[@href='{address}']")
    form = browsers["rui"].get(address)
    (chosen,) = form.xpath("//input[@name='profile_name']")
    assert chosen.get("checked") is not None
    browsers["rui"].send(address, profile_name=chosen.get("value"), reason="longer validity")
    assert body.get("older").profile_revision == int(chosen.get("value").rpartition("@")[2])
    assert "newer revision" not in text(browsers["rui"].get("/workbench/cases/older"))
