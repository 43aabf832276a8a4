"""Forms in a browser: digests computed from files, required fields, and return from an error."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.service.output.report.browser import find_browser
from tests.support.browsing import Browser, patient_expect
from tests.support.casework import AGREEMENT, PHOTOGRAPH, Body
from tests.support.desk import go_to, turned

pytestmark = pytest.mark.full
CASES = "/workbench/cases"


def test_the_report_links_to_the_conclusion_form_with_its_digest(body: Body, passwords: Mapping[str, str]) -> None:
    body.to_evaluation("led")
    ada, name = Browser(body.server.http), body.evaluate()
    ada.sign_in("ada", passwords["ada"])
    page = f"{CASES}/led/report"
    assert not ada.get(page).xpath(
        "//main//a[contains(@href, 'steps/conclude')]"
    )  # a draft has nothing to conclude with
    particulars = {"number": "R-1", "body": "B", "legal_name": "W", "site": "S", "issue_date": "2026-11-01"}
    issued = ada.get(f"{page}?{urlencode(particulars)}")
    (digest,) = issued.xpath("//main//*[@role='status']//*[@class='digest']/text()")
    (link,) = issued.xpath("//main//a[contains(@href, 'steps/conclude')]/@href")
    fields = dict(ada.fields(link))
    assert (fields["evaluation"], fields["report_digest"]) == (name, digest)
    script = '"><script>alert(1)</script>'
    foreign = ada.get(f"{CASES}/led/steps/conclude?{urlencode({'report_digest': script, 'reason': 'forged'})}")
    assert foreign.xpath("//input[@name='report_digest']/@value") == [script]
    assert foreign.xpath("//textarea[@name='reason']")[0].text_content().strip() == ""
    assert ada.http.post(link, data={**fields, "reason": "all seen"}).status_code == 303
    assert body.get("led").content.report_digest == digest
    assert not ada.get(f"{page}?{urlencode(particulars)}").xpath("//main//a[contains(@href, 'steps/conclude')]")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_browser_computes_the_digest_of_a_file_without_uploading_the_file(
    body: Body, passwords: Mapping[str, str], tmp_path: Path, language: str
) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    expect = patient_expect()
    case, at, executable = f"agreed-{language}", body.server.http, find_browser()
    body.apply(case)
    body.step("rui", case, "accept")
    contract, photograph = tmp_path / "contract.pdf", tmp_path / "<b>.jpg"
    contract.write_bytes(b"%PDF agreed")
    photograph.write_bytes(b"seen")
    digest = hashlib.sha256(b"%PDF agreed").hexdigest()
    sent: list[str] = []
    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": 375, "height": 800}).new_page()
        go_to(page, f"{at}/workbench/sign-in?language={language}")
        page.fill("#f-name", "office")
        page.fill("#f-password", passwords["office"])
        page.keyboard.press("Enter")
        page.wait_for_url("**/workbench")
        page.on("request", lambda asked: sent.extend([asked.post_data] if asked.post_data else []))
        go_to(page, f"{at}{CASES}/{case}/steps/agree")
        page.set_input_files("#d-agreement_digest", contract)
        expect(page.locator("#f-agreement_digest")).to_have_value(digest)
        expect(page.locator("[data-digest-for] [role=status]")).to_contain_text("contract.pdf")
        assert page.evaluate("document.documentElement.scrollWidth") == 375
        page.fill("#f-reason", "signed")
        turned(page, "main form button:not([aria-hidden])")
        page.wait_for_url(f"**/{case}")
        assert body.get(case).content.agreement_digest == digest
        assert not any("%PDF" in one or "contract.pdf" in one for one in sent)
        body.step("rui", case, "plan", team=["ada", "ben"], sites=["hall-0", "hall-1"], due_date="2099-01-31")
        body.step("ada", case, "start")
        body.step("ada", case, "raise", severity="minor", requirement="5", statement="unclean")
        raised = "findings/1"
        body.step("office", case, "answer", raised, cause="a", correction="b", corrective_action="c")
        body.step("ben", case, "accept_plan", raised)
        go_to(page, f"{at}{CASES}/{case}/{raised}/steps/show")
        page.fill("#f-evidence", PHOTOGRAPH)
        page.set_input_files("#d-evidence", photograph)
        expect(page.locator("#f-evidence")).to_have_value(f"{PHOTOGRAPH}\n{hashlib.sha256(b'seen').hexdigest()}")
        browser.close()


def test_without_a_script_the_digest_is_typed(body: Body, passwords: Mapping[str, str]) -> None:
    body.apply("typed")
    body.step("rui", "typed", "accept")
    office = Browser(body.server.http)
    office.sign_in("office", passwords["office"])
    page = office.get(f"{CASES}/typed/steps/agree")
    assert page.xpath("//*[@data-digest-for][@hidden]//input[@type='file'][not(@name)]")
    office.send(f"{CASES}/typed/steps/agree", agreement_digest=AGREEMENT, reason="signed")


def test_required_input_is_requested_at_once_and_typed_input_survives_going_back(
    body: Body, passwords: Mapping[str, str], tmp_path: Path
) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    case, at, executable = "back", body.server.http, find_browser()
    body.to_evaluation(case)
    form = f"{at}{CASES}/{case}/dossier-file"
    larger, unread = tmp_path / "larger.xlsx", tmp_path / "unread.xlsx"
    larger.write_bytes(bytes(5 << 20))
    unread.write_bytes(bytes(20 << 20))
    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        page = browser.new_page()
        go_to(page, f"{at}/workbench/sign-in?language=zh")
        page.fill("#f-name", "office")
        page.fill("#f-password", passwords["office"])
        page.keyboard.press("Enter")
        page.wait_for_url("**/workbench")
        go_to(page, form)
        page.set_input_files("#f-file", larger)
        page.locator("main form button:not([aria-hidden])").click()
        assert page.evaluate("document.activeElement.id") == "f-reason"  # which is needed
        for file in (larger, unread):
            go_to(page, form)
            page.set_input_files("#f-file", file)
            page.fill("#f-reason", "typed with care")
            turned(page, "main form button:not([aria-hidden])")
            told = page.inner_text(".errors a[href='#f-file']")
            assert "字节" in told
            assert page.input_value("#f-reason") == ("typed with care" if file == larger else "")
            turned(page, "main form .acts a")
            page.go_back()  # must not send the form again
            assert page.inner_text(".errors a[href='#f-file']") == told
            page.go_back()
            assert not page.locator(".errors").count()
            assert page.input_value("#f-reason") == "typed with care"
        browser.close()
    assert not body.dossier(case).revision
