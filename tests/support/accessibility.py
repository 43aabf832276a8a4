"""Check of pages with axe in a browser."""

from __future__ import annotations

from collections.abc import Iterable

from tests.service.output.report.browser import find_browser
from tests.support.desk import go_to
from tests.support.running import RunningServer


def check_accessible(
    server: RunningServer, name: str, password: str, addresses: Iterable[str], language: str, *, width: int = 1024
) -> None:
    """Sign in, and check that axe finds nothing on each page."""
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415 -- slow to load
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    found = []
    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        # axe is an injected script, which the content security policy of the pages would block
        page = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True).new_page()
        go_to(page, f"{server.http}/workbench/sign-in?language={language}")
        page.fill("main input[name=name]", name)
        page.fill("main input[name=password]", password)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "/sign-in" not in url)
        for address in addresses:
            go_to(page, server.http + address)
            assert page.locator("h1").count() == 1, address
            assert (page.locator("html").get_attribute("lang") or "").startswith(language), address
            violations = Axe().run(page).response["violations"]
            found += [(address, violation["id"], violation["nodes"][0]["html"][:200]) for violation in violations]
        browser.close()
    assert found == []
