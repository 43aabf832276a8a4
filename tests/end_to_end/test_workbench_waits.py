"""Slow explanation on a page: page at once, leaving and coming back, reasons later."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest
from lxml import html

from tests.service.output.report.browser import find_browser
from tests.support.browsing import Browser, patient_expect
from tests.support.casework import Body, declared
from tests.support.desk import go_to

pytestmark = pytest.mark.full
SCORE = "/workbench/cases/slow/score"


@pytest.fixture(scope="module", name="body")
def prepared(body: Body) -> Body:
    body.to_evaluation("slow")
    body.step("office", "slow", "declare", dossier=declared(status=None))
    body.evaluate(status=None)
    return body


@contextmanager
def stopped(body: Body, program: str) -> Iterator[None]:
    """Suspend the processes of a program until the context ends, so that their work is delayed."""
    pids = body.server.running(f"service.api.{program}_process")
    assert pids
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)


def explained(browser: Browser, path: str) -> html.HtmlElement:
    deadline = time.monotonic() + 120
    while not (page := browser.get(path)).xpath("//*[@id='why']/section"):
        assert time.monotonic() < deadline
    return page


def test_the_score_page_is_shown_at_once_and_its_explanation_later(body: Body, passwords: Mapping[str, str]) -> None:
    ada = Browser(body.server.http)
    ada.sign_in("ada", passwords["ada"])
    whole = explained(ada, SCORE)
    assert whole.xpath("//*[@id='why'][not(@hx-get)]")
    assert not whole.xpath("//meta[@http-equiv='refresh']")
    with stopped(body, "explaining"):
        begun = time.monotonic()
        page = ada.get(f"{SCORE}?language=zh")
        assert time.monotonic() - begun < 30
        assert page.xpath("//table[contains(@class, 'rungs')]")
        assert page.xpath("//*[@id='why'][@hx-get]")
        assert not page.xpath("//*[@id='why']/section")
        assert page.xpath("//*[@id='why-state'][@role='status']")[0].text_content().strip()
        assert page.xpath("//head/noscript/meta[@http-equiv='refresh']")
        assert ada.get("/workbench/cases").xpath("//h1")  # the page may be left
        assert ada.get(f"{SCORE}?language=en").xpath("//*[@id='why']/section")  # a finished explanation stays available
    page = explained(ada, f"{SCORE}?language=zh")
    assert not page.xpath("//meta[@http-equiv='refresh']")
    assert len(page.xpath("//*[@id='why']/section")) == len(whole.xpath("//*[@id='why']/section"))


@pytest.mark.parametrize(("language", "there"), [("en", "now shown here"), ("zh", "现已列在此处")])
def test_a_browser_shows_the_explanation_as_soon_as_it_is_computed(
    body: Body, passwords: Mapping[str, str], language: str, there: str
) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    expect = patient_expect()
    executable, at = find_browser(), body.server.http
    warming = Browser(at)
    warming.sign_in("ada", passwords["ada"])
    explained(warming, SCORE)
    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": 375, "height": 800}).new_page()
        go_to(page, f"{at}/workbench/sign-in?language={language}")
        page.fill("#f-name", "ben")
        page.fill("#f-password", passwords["ben"])
        page.keyboard.press("Enter")
        page.wait_for_url("**/workbench")
        with stopped(body, "explaining"):
            go_to(page, at + SCORE)
            page.evaluate("window.kept = document.querySelector('#why-state')")
            title = page.title()
            assert page.inner_text("#why-state")
            assert page.locator("#why section").count() == 0
            page.wait_for_timeout(1_800)
            assert page.locator("#why section").count() == 0
        expect(page.locator("#why section").first).to_be_visible()
        expect(page.locator("#why-state")).to_contain_text(there)
        assert page.evaluate("window.kept === document.querySelector('#why-state')")  # so it is read out
        assert page.title() == title
        assert page.locator("#told p").count()
        assert page.evaluate("document.documentElement.scrollWidth") == 375
        browser.close()


def test_the_dossier_page_shows_the_current_score_as_soon_as_it_is_evaluated(
    body: Body, passwords: Mapping[str, str]
) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    expect = patient_expect()
    executable, at, case = find_browser(), body.server.http, "/workbench/cases/slow"
    warming = Browser(at)
    warming.sign_in("ada", passwords["ada"])
    warming.get(f"{case}/standing")
    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        page = browser.new_page()
        go_to(page, f"{at}/workbench/sign-in?language=en")
        page.fill("#f-name", "ben")
        page.fill("#f-password", passwords["ben"])
        page.keyboard.press("Enter")
        page.wait_for_url("**/workbench")
        warming.get(f"{case}/dossier")  # so that the tasks that wait for facts are cached
        with stopped(body, "trying"):
            go_to(page, f"{at}{case}/dossier")
            expect(page.locator("#live")).to_contain_text("is being evaluated")
            page.wait_for_timeout(1_500)
            expect(page.locator("#live")).to_contain_text("is being evaluated")
        expect(page.locator("#live")).to_contain_text("60.00 – 100.00 of 100 points")
        browser.close()
