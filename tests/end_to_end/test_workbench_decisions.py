"""Decisions that are signed in a real browser: a passkey is made, enrolled and used, by one person and by two."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from service.identity.principals import Role
from tests.service.output.report.browser import find_browser
from tests.support.browsing import account_of, people_of
from tests.support.casework import PROFILE, REPORT, Body
from tests.support.desk import go_to, machine_of, turned
from tests.support.running import RunningServer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.full

SIGNED = PROFILE.replace("guards = {}", 'guards = { "case.grant" = ["decision_signed"] }')
COUNTERSIGN = "main details:has(#f-file) .acts button"
BY_TWO = SIGNED.replace('["decision_signed"]', '["decision_signed", "two_decide"]')


class Deciders:
    """A body on a server, and the browsers of its people, each on a machine with an authenticator of its own."""

    def __init__(self, body: Body, browser: Browser) -> None:
        self.body, self._browser = body, browser
        self.passwords = people_of(body)
        self.passwords["olu"] = account_of(body, "olu", [Role.OPERATOR])
        self.at = body.server.http.replace("127.0.0.1", "localhost")  # an address of numbers has no passkeys

    def opened(self, name: str, language: str = "en") -> Page:
        page = machine_of(self._browser)
        go_to(page, f"{self.at}/workbench/sign-in?language={language}")
        page.fill("#f-name", name)
        page.fill("#f-password", self.passwords[name])
        turned(page, "main button")
        assert "sign-in" not in page.url
        return page

    def enrol(self, page: Page, name: str) -> None:
        go_to(page, f"{self.at}/workbench/passkey")
        turned(page, "main form button:not([aria-hidden])")
        made = page.input_value("#f-enrolment")
        operator = self.opened("olu")
        go_to(operator, f"{self.at}/workbench/people/{'ben' if name == 'dan' else 'dan'}")
        operator.fill("#f-enrolment", made)
        turned(operator, "main button")
        assert name in operator.inner_text("#e-enrolment")  # it is no passkey of theirs
        enrolment = json.loads(made)
        (mine,) = enrolment["passkeys"]
        go_to(operator, f"{self.at}/workbench/people/{name}")
        for forged in ("[" * 50_000, json.dumps(enrolment | {"passkeys": [mine, mine]}), json.dumps(mine)):
            operator.fill("#f-enrolment", forged)
            turned(operator, "main button")
            assert operator.locator("#e-enrolment").count() == 1, forged[:80]
        operator.fill("#f-enrolment", json.dumps(enrolment | {"passkeys": [mine | {"firstDate": "1999-01-01"}]}))
        turned(operator, "main button")
        assert mine["credential"] in operator.content()
        assert [one.first_date > "1999-01-01" for one in self.body.person(name).passkeys][-1]
        operator.context.close()

    def fill_in(self, page: Page, case: str, others: tuple[str, ...] = (), digest: str = REPORT) -> None:
        """Fill in the form of the step, as far as the statement."""
        go_to(page, f"{self.at}/workbench/cases/{case}/steps/grant")
        page.check("input[name=evaluation]")
        page.fill("#f-report_digest", digest)
        page.check("input[name=sites][value=hall-0]")
        page.fill("#f-reason", "as <b>recommended</b>")
        for decider in others:
            page.check(f"input[name=other_deciders][value={decider}]")
        turned(page, "main form .acts button")


def leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from leaves(part)
    elif value:
        yield str(value)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[Deciders]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    executable = find_browser()
    server = RunningServer(
        tmp_path_factory.mktemp("deciding"), gazette, TOUCHSTONE_API_KEYS="true", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0"
    )
    with server as running, sync_playwright() as playing:
        body = Body(running)
        body.begin()
        body.profile(SIGNED)
        browser = playing.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield Deciders(body, browser)
        browser.close()


def test_a_decision_is_read_signed_and_taken(desk: Deciders) -> None:
    desk.body.to_recommendation("signed")
    page = desk.opened("dan")
    desk.fill_in(page, "signed")
    assert page.locator("a[href='/workbench/passkey']").count() == 1  # nothing is enrolled yet
    assert desk.body.get("signed").state == "recommended"
    desk.enrol(page, "dan")
    desk.fill_in(page, "signed", digest="ab")
    assert page.locator("main .errors a").first.get_attribute("href") == "#f-report_digest"
    assert page.input_value("#f-reason") == "as <b>recommended</b>"
    desk.fill_in(page, "signed")
    text = page.inner_text("main")
    page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
    signed = json.loads(page.input_value("input[name=statement]"))
    shown = page.inner_text("main")
    for part in (*leaves(signed["subject"]), *leaves(signed["predicate"])):
        assert part in shown or part in {"dan", "grant", signed["predicate"]["time"]}, part  # these by their titles
    for part in ("Dan", "hall-0", REPORT, "as <b>recommended</b>", "Grant: Small factory, Gold", "Ada"):
        assert part in text, part
    digest = hashlib.sha256(page.input_value("input[name=statement]").encode()).hexdigest()
    assert page.inner_text(".sign .digest") == digest
    assert page.locator("article .ladder title").count() == 1
    turned(page, "form[data-passkey] button")
    page.wait_for_url("**/workbench/cases/signed")
    granted = desk.body.get("signed")
    assert granted.state == "granted"
    assert granted.content.decision_digest
    page.context.close()


def test_a_concurrent_step_is_reported_and_typed_input_is_preserved(desk: Deciders) -> None:
    desk.body.to_recommendation("late")
    page = desk.opened("dan")
    desk.fill_in(page, "late")
    page.click("form[data-passkey] button")
    page.wait_for_selector(".failed:visible")  # the passkey is on another machine
    desk.enrol(page, "dan")
    desk.fill_in(page, "late")
    desk.body.step("dan", "late", "return")
    turned(page, "form[data-passkey] button")
    page.wait_for_selector("main .errors")
    assert REPORT in page.inner_text("main")  # input is preserved
    assert desk.body.get("late").state == "in_review"
    page.context.close()


def test_two_deciders_sign_one_statement_in_chinese(desk: Deciders, tmp_path: Path) -> None:
    desk.body.profile(BY_TWO)
    desk.body.to_recommendation("by-two")
    dan, eva = desk.opened("dan", "zh"), desk.opened("eva", "zh")
    desk.enrol(dan, "dan")
    desk.enrol(eva, "eva")
    desk.fill_in(dan, "by-two")
    assert dan.locator("main .errors").count() == 1  # no other decider chosen
    dan.check("input[name=other_deciders][value=eva]")
    turned(dan, "main form .acts button")
    with dan.expect_download() as downloading:
        dan.click("form[data-passkey] button")
    half = tmp_path / "half.json"
    downloading.value.save_as(half)
    assert desk.body.get("by-two").state == "recommended"
    go_to(eva, f"{desk.at}/workbench/cases/by-two/decision")
    assert "Dan" in eva.inner_text("main aside")
    eva.click("details:has(#f-file) summary")
    nested = tmp_path / "nested.json"
    nested.write_text('{"content": ' * 20_000)
    eva.set_input_files("#f-file", nested)
    turned(eva, COUNTERSIGN)
    eva.wait_for_selector("main .errors")
    altered = tmp_path / "altered.json"
    altered.write_text(half.read_text().replace("hall-0", "hall-1"))
    eva.set_input_files("#f-file", altered)
    turned(eva, COUNTERSIGN)
    turned(eva, "form[data-passkey] button")
    eva.wait_for_selector("main .errors")
    assert desk.body.get("by-two").state == "recommended"
    go_to(eva, f"{desk.at}/workbench/cases/by-two/decision")
    eva.click("details:has(#f-file) summary")
    eva.set_input_files("#f-file", half)
    turned(eva, COUNTERSIGN)
    assert "hall-0" in eva.inner_text("main")
    turned(eva, "form[data-passkey] button")
    eva.wait_for_url("**/workbench/cases/by-two")
    assert desk.body.get("by-two").state == "granted"
    desk.body.profile(SIGNED)
    for page in (dan, eva):
        page.context.close()
