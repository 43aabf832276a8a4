"""Page of reusable facts in a browser: keyboard only, accessible, not wider than a phone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.service.output.report.browser import find_browser
from tests.support.browsing import people_of
from tests.support.desk import go_to
from tests.support.reusing import ACCEPTED, CORRECTED, LESS, announcing_body, opened, verified_case, verify

pytestmark = pytest.mark.full
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_facts_are_accepted_with_the_enter_key(language: str, tmp_path: Path, gazette: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415 -- slow to load
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    wrong: list[str] = []
    with announcing_body(tmp_path, gazette) as body, sync_playwright() as playing:
        passwords = people_of(body)
        verified_case(body, "first", "certified", "renewable_share", "energy_used")
        opened(body, "second", "first")
        browser = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": 375, "height": 800}, bypass_csp=True).new_page()

        def check(state: str) -> None:
            violations = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response
            wrong.extend(f"{state}: {one['id']} {one['nodes'][:1]}" for one in violations["violations"])
            if page.evaluate("document.documentElement.scrollWidth") > 375:
                wrong.append(f"{state}: wider than a phone")

        go_to(page, f"{body.server.http}/workbench/sign-in?language={language}")
        page.focus("#f-name")
        page.keyboard.type("office")
        page.keyboard.press("Tab")
        page.keyboard.type(passwords["office"])
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "sign-in" not in url)
        address = f"{body.server.http}/workbench/cases/second/reuse"
        go_to(page, address)
        check("offered")
        buttons = page.locator("button[name=accept]")
        for left in (2, 1, 0):
            page.keyboard.press("Enter")  # one key for each fact
            page.wait_for_function("left => document.querySelectorAll('button[name=accept]').length === left", arg=left)
        assert buttons.count() == 0
        check("reused")
        verify(body, "first", "renewable_share", CORRECTED, corrected_value=LESS, reason="hall 1 was left out")
        verify(body, "first", "certified", ACCEPTED)
        for path in ("/workbench/cases/second/reuse", "/workbench/cases/second/dossier", "/workbench/my-work"):
            go_to(page, body.server.http + path)
            check(path)
        browser.close()
        facts = {fact.fact_id for fact in body.dossier("second").content.facts}
        assert facts == {"certified", "renewable_share", "energy_used"}
    assert not wrong, "\n".join(wrong)
