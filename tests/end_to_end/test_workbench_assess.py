"""Facts judged one after the other: list, fact, document, keys, several at once, and two people at the same time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from shutil import copytree
from typing import TYPE_CHECKING

import httpx
import pytest
from google.protobuf.json_format import Parse
from lxml import html

from service.cases.scheme_profiles import read_profile, shipped_profiles
from service.configuration.folders import CHECKOUT
from service.examples import examples
from service.identity.principals import Role
from service.workbench.sample import pdf_of
from service.workbench.static_files import static_address
from tests.service.output.report.browser import find_browser
from tests.support.browsing import Browser, account_of
from tests.support.calling import refused
from tests.support.casework import PARENT, PROFILE, Body
from tests.support.desk import Person, go_to
from tests.support.identities import bearing
from tests.support.running import RunningServer
from tests.support.small_card import CARD
from touchstone.v1 import case_dossier_service_pb2 as dossiers, evaluation_service_pb2, fact_pb2
from touchstone.v1.case_dossier_service_pb2_grpc import DossierServiceStub

if TYPE_CHECKING:
    from playwright.sync_api import Page

WATER = pdf_of(["Water balance 2024", *[""] * 35, "reused 1,020,000 of 1,200,000 m3"])
DIGEST, QUOTE = hashlib.sha256(WATER).hexdigest(), "1,020,000 of"
SCORECARD = "scorecards/zero-carbon-factory"
CASE = "/workbench/cases/judged"
MOST_ACTS = 150
FORMER_ACTS = 6 * 63
"""Clicks and fields that the form of a fact took before for 63 facts: open, judge, method, reason, save, go back."""


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Body]:
    folder = tmp_path_factory.mktemp("assess")
    for name in ("zero-carbon-factory", "tables"):
        copytree(CHECKOUT / "scorecards" / name, folder / "gazette" / name)
    with RunningServer(
        folder, folder / "gazette", TOUCHSTONE_API_KEYS="true", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
        TOUCHSTONE_EVIDENCE_FILES=str(folder / "kept"),
    ) as running:  # fmt: skip
        body = Body(running)
        accepted = read_profile(shipped_profiles()["zero-carbon-factory"]).accepted_readings
        profile = PROFILE.replace(CARD, "zero-carbon-factory")
        body.begin(profile.replace("accepted_readings = []", f"accepted_readings = {json.dumps(accepted)}"))
        declared_case(body, "judged")
        yield body


def declared_case(body: Body, case: str) -> None:
    body.to_evaluation(case, scorecard=SCORECARD)
    known = Parse(examples()["worked-factory.json"], evaluation_service_pb2.EvaluateSubjectRequest())
    facts = [fact_pb2.Fact(fact_id=fact.fact_id, value=fact.value, places=fact.places) for fact in known.facts]
    for fact in facts:
        if fact.fact_id == "water_reuse_share":
            fact.places.add(evidence_id="water", place=fact_pb2.Locator(page="2", quote=QUOTE))
    for item in known.evidence:
        if item.evidence_id == "water":
            item.content_digest = DIGEST
    content = dossiers.DossierContent(facts=facts, evidence=known.evidence, settings=known.settings)
    body.step("office", case, "declare", dossier=content)
    piece = dossiers.AddCaseFileRequest(
        parent=f"{PARENT}/cases/{case}", file_name="water.pdf", title="Water balance 2024", content=WATER
    )
    DossierServiceStub(body.server.channel).AddCaseFile(iter([piece]), metadata=bearing(body.keys["ada"]))


@pytest.fixture(scope="module")
def browsers(body: Body, passwords: Mapping[str, str]) -> Mapping[str, Browser]:
    opened = {name: Browser(body.server.http) for name in ("ada", "ben", "rui")}
    for name, browser in opened.items():
        browser.sign_in(name, passwords[name])
    return opened


def text(page: html.HtmlElement) -> str:
    return " ".join(page.xpath("//main")[0].text_content().split())


def judged(body: Body, fact_id: str) -> fact_pb2.Verification:
    facts = {fact.fact_id: fact for fact in body.dossier("judged").content.facts}
    return facts[fact_id].verification


def test_a_saved_judgement_leads_to_the_next_fact(body: Body, browsers: Mapping[str, Browser]) -> None:
    ada = browsers["ada"]
    first = ada.get(f"{CASE}/assess")
    links = first.xpath("//ul[@class='factlist']//a/@href")
    count = len(links)
    assert f"0 of {len(body.dossier('judged').facts)} verified" in text(first)
    assert first.xpath("//ul[@class='factlist']//a[@aria-current]/@href") == links[:1]
    assert first.xpath("//a[@rel='next']/@href") == links[1:2]
    assert not first.xpath("//a[@rel='prev']")
    saved = ada.send(links[0], judgement="accepted", method="read in full", reason="as the minutes say")
    assert saved.headers["location"] == links[1]
    second = ada.fields(links[1])
    assert (second["method"], str(second["reason"]).strip()) == ("read in full", "as the minutes say")  # offered again
    assert "judgement" not in second  # a judgement never is
    wrong = html.fromstring(ada.send(links[1], 422, reason="kept", method="kept, too").text)
    assert wrong.xpath("//a[@href='#f-judgement']")
    assert wrong.xpath("//input[@name='method']/@value") == ["kept, too"]
    stayed = ada.send(links[1], judgement="rejected", method="site visit", reason="never was", then="stay")
    assert stayed.headers["location"] == links[1]
    third = ada.fields(links[2])
    assert (third["method"], str(third["reason"]).strip()) == (
        "site visit",
        "as the minutes say",
    )  # not why another was rejected
    assert len(ada.get(f"{CASE}/assess").xpath("//ul[@class='factlist']//a")) == count - 2
    rejected = ada.get(f"{CASE}/assess?show=rejected")
    assert len(rejected.xpath("//ul[@class='factlist']//a")) == 1
    assert "never was" in text(rejected)  # in the history
    assert "No facts left to judge here" in text(ada.get(f"{CASE}/assess?show=corrected"))
    found = ada.get(f"{CASE}/assess?show=all&q=WATER")
    assert {"water_reuse_share", "process_water"} <= {
        link.partition("?")[0].rpartition("/")[2] for link in found.xpath("//ul[@class='factlist']//a/@href")
    }
    ada.get(f"{CASE}/assess/none-such", 404)


def test_a_list_can_be_accepted_on_its_page_but_corrected_only_by_a_file(
    body: Body, browsers: Mapping[str, Browser]
) -> None:
    ada, address = browsers["ada"], f"{CASE}/assess/credits?show=all"
    assert "CCER-2023-0001" in text(ada.get(address))
    refused_page = ada.send(address, 422, judgement="corrected", method="registry", reason="one is missing")
    assert html.fromstring(refused_page.text).xpath("//a[@href='#f-corrected']")
    ada.send(address, judgement="accepted", method="registry", reason="as listed there")
    assert judged(body, "credits").judgement == fact_pb2.Verification.JUDGEMENT_ACCEPTED


def test_the_document_is_shown_next_to_the_fact(browsers: Mapping[str, Browser]) -> None:
    address = f"{CASE}/assess/water_reuse_share?show=all"
    shown = browsers["rui"].get(address)
    (picture,) = shown.xpath("//*[local-name()='image']/@href")
    assert picture == f"{CASE}/evidence/{DIGEST}/page/2.png"
    assert shown.xpath("//*[local-name()='rect'][@class='quoted']")
    assert "reused 1,020,000 of 1,200,000" in shown.xpath("//pre")[0].text_content()
    assert shown.xpath(f"//a[@href='{CASE}/evidence/{DIGEST}/file']")
    assert "page 2 of 2" in text(shown)
    (earlier,) = shown.xpath("//section[@id='doc']//a[contains(@href, 'page=1')]/@href")
    other = browsers["rui"].get(earlier)
    assert "Water balance 2024" in other.xpath("//pre")[0].text_content()
    assert "was not found on this page" in text(other)
    beyond = browsers["rui"].get(f"{address}&page=9")  # pages may be counted otherwise in the document
    assert "page 1 of 2" in text(beyond)
    assert "Described, but the file is not stored here" in text(browsers["rui"].get(f"{CASE}/assess/waste_use_share"))


def test_several_facts_of_a_document_are_accepted_in_one_step(body: Body, browsers: Mapping[str, Browser]) -> None:
    ada, address = browsers["ada"], f"{CASE}/assess-document/ver-2024"
    (link,) = ada.get(f"{CASE}/assess/scope_1?show=all").xpath("//a[@aria-keyshortcuts='s']/@href")
    assert link.startswith(address)
    fields = ada.fields(link)
    facts, before = list(fields["facts"]), body.get("judged").revision
    assert {"scope_1", "scope_2", "inventory_verified"} <= set(facts)
    typed = {"method": "document", "reason": "the statement says so"}
    wrongs: list[dict[str, str | list[str]]] = [
        {"facts": [*facts, "energy_price"]}, {"facts": []}, {"method": ""}, {"reason": ""},
    ]  # fmt: skip
    for wrong in wrongs:
        answer = ada.http.post(link, data={**fields, **typed, **wrong})
        assert answer.status_code in {422, 404}, answer.text
        assert body.get("judged").revision == before  # all or nothing
    kept = [fact for fact in facts if fact != "scope_3"]
    ada.send(link, 303, facts=kept, **typed)
    assert body.get("judged").revision == before + 1
    assert {judged(body, fact).method for fact in kept} == {"document"}
    assert not judged(body, "scope_3").method
    ada.get(f"{CASE}/assess-document/none-such", 404)


def test_two_assessors_of_one_fact_see_both_judgements(body: Body, browsers: Mapping[str, Browser]) -> None:
    ada, ben = browsers["ada"], browsers["ben"]
    address = f"{CASE}/assess/waste_use_share?show=all"
    typed = {"judgement": "corrected", "corrected": "71", "method": "recomputed", "reason": "bottles taken out"}
    opened = ada.fields(address)
    ben.send(f"{CASE}/assess/lighting_share", judgement="accepted", method="visit", reason="seen")
    ada.http.post(address, data={**opened, **typed, "then": "stay"})  # another fact than this one changed
    assert judged(body, "waste_use_share").corrected_value.number == "71"
    theirs = {"judgement": "corrected", "corrected": "69", "method": "visit", "reason": "one lorry too many"}
    opened = ada.fields(address)
    ben.send(address, 303, **theirs)
    clash = ada.http.post(address, data={**opened, **typed, "corrected": "73"})
    assert clash.status_code == 409
    page = html.fromstring(clash.text)
    sides = [" ".join(side.text_content().split()) for side in page.xpath("//div[@class='three']/div")]
    assert ["71 %" in sides[0], "69 %" in sides[1], "73 %" in sides[2]] == [True] * 3
    assert "Ben" in sides[1]
    assert "one lorry too many" in sides[1]
    assert all(any(mark.isdigit() for mark in side.rpartition(":")[2]) for side in sides)  # each with its score
    assert page.xpath("//input[@name='corrected']/@value") == ["73"]
    again = dict(page.xpath("//form[contains(@class, 'judging')]")[0].form_values())
    steps = len(body.get("judged").steps)
    left = ada.http.post(address, data={**again, "then": "moderation"})
    assert left.status_code == 303
    assert "73 %" in body.dossier("judged").comments[-1].statement
    assert "bottles taken out" in body.dossier("judged").comments[-1].statement
    assert judged(body, "waste_use_share").corrected_value.number == "69"
    replaced = ada.http.post(address, data={**again, "revision": str(body.get("judged").revision)})
    assert replaced.status_code == 303
    assert judged(body, "waste_use_share").corrected_value.number == "73"
    assert len(body.get("judged").steps) == steps + 2
    assert ada.get(f"{CASE}/assess?show=commented").xpath("//ul[@class='factlist']//a[contains(@href, 'waste_use')]")


def test_concurrent_judgements_of_different_facts_are_all_saved(body: Body, browsers: Mapping[str, Browser]) -> None:
    facts = ("absolute_fall", "online_source_share", "renewable_energy_share")
    typed = {"judgement": "rejected", "method": "document", "reason": "read at the same moment"}
    forms = [(f"{CASE}/assess/{fact}?show=all", browsers["ada"]) for fact in facts]
    fields = [{**browser.fields(address), **typed} for address, browser in forms]

    def save(place: int) -> int:
        address, browser = forms[place]
        return httpx.post(
            f"{body.server.http}{address}", data=fields[place], cookies=dict(browser.http.cookies), timeout=60
        ).status_code

    with ThreadPoolExecutor() as at_once:
        assert list(at_once.map(save, range(len(facts)))) == [303] * len(facts)
    assert {judged(body, fact).reason for fact in facts} == {typed["reason"]}


def test_a_user_who_may_not_judge_sees_the_reason_and_a_client_sees_no_page(
    body: Body, browsers: Mapping[str, Browser]
) -> None:
    rui = browsers["rui"]
    page = rui.get(f"{CASE}/assess/scope_3?show=all")
    assert not page.xpath("//form[contains(@class, 'judging')]")
    assert page.xpath("//div[contains(@class, 'notice stop')]")[0].text_content().strip().startswith("You cannot take")
    token = page.xpath("//input[@name='form_token']/@value")[0]
    typed = {"form_token": token, "judgement": "accepted", "method": "x", "reason": "x", "facts": "scope_3"}
    typed["revision"] = str(body.get("judged").revision)
    assert rui.http.post(f"{CASE}/assess/scope_3", data=typed).status_code == 403
    assert rui.http.post(f"{CASE}/assess-document/ver-2024", data=typed).status_code == 403
    body.keys["lin"] = body.new_key(Role.APPLICANT)
    body.register("lin", client="works")
    person = body.person("lin")
    person.accounts.append("account/lin")
    body.save(person)
    lin = Browser(body.server.http)
    lin.sign_in("lin", account_of(body, "lin", [Role.APPLICANT]))
    assert not lin.get(CASE).xpath("//nav//a[contains(@href, '/assess')]")
    for address in ("/assess", "/assess/scope_3", "/assess-document/ver-2024"):
        lin.get(f"{CASE}{address}", 404)


def test_the_history_of_a_fact_names_its_assessors_only_to_the_certification_body(
    body: Body, browsers: Mapping[str, Browser]
) -> None:
    address = f"{CASE}/assess/waste_heat_share?show=all"
    for name, reason in (("ada", "seen"), ("ben", "seen again")):
        browsers[name].send(address, judgement="rejected", method="visit", reason=reason)
    known = body.dossier("judged", fact_id="waste_heat_share").fact_history
    assert [change.person for change in known] == ["office", "ada", "ben"]
    assert [change.fact.verification.reason for change in known] == ["", "seen", "seen again"]
    before = body.dossier("judged", fact_id="waste_heat_share", revision=known[1].revision).fact_history
    assert list(before) == list(known[:2])
    body.keys["mia"] = body.new_key(Role.APPLICANT)
    body.register("mia", client="works")
    (told,) = body.dossier("judged", "mia", fact_id="waste_heat_share").fact_history
    assert (told.revision, told.person, told.fact.HasField("verification")) == (1, "", False)
    asked = dossiers.GetCaseDossierRequest(name=f"{PARENT}/cases/judged", fact_id="none-such")
    assert "fact_id" in refused(body.call("ada", "GetCaseDossier"), asked).violations


def test_single_keys_are_turned_off_and_stay_so(browsers: Mapping[str, Browser]) -> None:
    ada, address = browsers["ada"], f"{CASE}/assess/scope_3?show=all"
    page = ada.get(address)
    assert "data-keys" in page.xpath("//body")[0].attrib
    ada.get(page.xpath("//a[contains(@href, 'keys=off')]/@href")[0])
    page = ada.get(address)
    assert "data-keys" not in page.xpath("//body")[0].attrib
    ada.get(page.xpath("//a[contains(@href, 'keys=on')]/@href")[0])
    assert "data-keys" in ada.get(address).xpath("//body")[0].attrib
    assert ada.http.get(static_address("assess.js")).headers["content-type"].startswith("text/javascript")


COUNTING = """
  addEventListener("keydown", () => sessionStorage.acts = +(sessionStorage.acts ?? 0) + 1, true);
  addEventListener("pointerdown", () => sessionStorage.acts = +(sessionStorage.acts ?? 0) + 1, true);
"""


@pytest.mark.full
def test_a_whole_dossier_is_judged_by_keyboard(body: Body, passwords: Mapping[str, str]) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    declared_case(body, "counted")
    count = sum(fact.HasField("value") for fact in body.dossier("counted").content.facts)
    assert count == 63
    address = f"{body.server.http}/workbench/cases/counted/assess"
    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        for reader in (Person(page, body.server.http, "ada", language) for language in ("zh", "en")):
            reader.signs_in(passwords["ada"])
            go_to(page, f"{address}/water_reuse_share")
            page.keyboard.press("c")  # which opens the field of the value, and goes there
            page.keyboard.type("85a")
            assert page.input_value("#f-corrected") == "85a"  # where keys are letters
            page.keyboard.press("Backspace")
            page.locator("#moves summary").wait_for()
            reader.pictures("assess", width=1440, height=1000)
            page.context.clear_cookies()
        ada = Person(page, body.server.http, "ada", "en")
        ada.signs_in(passwords["ada"])
        go_to(page, address)
        page.add_init_script(COUNTING)
        page.reload()
        page.keyboard.press("a")
        page.focus("#f-method")
        page.keyboard.type("document")
        page.focus("#f-reason")
        page.keyboard.type("as it says")
        saved_by(page, "Control+Enter")
        while page.locator(".factlist").count():
            if page.locator("a[aria-keyshortcuts=s]").count():
                saved_by(page, "s")
            else:
                page.keyboard.press("a")
            saved_by(page, "Control+Enter")
        acts = int(page.evaluate("sessionStorage.acts")) + 2  # two fields were gone to without a key
        assert ada.words["assess"]["all_judged"] in ada.reads()
        assert page.locator("main a[href$='/steps/conclude']").count()
        browser.close()
    assert sum(fact.HasField("verification") for fact in body.dossier("counted").content.facts) == count
    assert acts <= MOST_ACTS < FORMER_ACTS, acts


def saved_by(page: Page, key: str) -> None:
    with page.expect_navigation():
        page.keyboard.press(key)
