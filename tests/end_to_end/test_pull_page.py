"""Pages of scheduled pulls: problems, next attempts, runs on request, and access by role."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.identity.principals import Role
from tests.end_to_end.test_pull import mapped, written
from tests.service.output.report.browser import find_browser
from tests.support.browsing import Browser, new_account_at
from tests.support.casework import Body
from tests.support.desk import go_to
from tests.support.file_sources import WebFiles
from tests.support.running import RunningServer
from tests.support.small_card import CARD
from tests.support.waiting import until

PAGE = "/workbench/pulls"


@pytest.fixture(scope="module")
def web() -> Iterator[WebFiles]:
    with WebFiles() as files:
        yield files


@pytest.fixture(scope="module")
def pulling(tmp_path_factory: pytest.TempPathFactory, gazette: Path, web: WebFiles) -> Iterator[Body]:
    folder = tmp_path_factory.mktemp("pulling")
    path = written(
        folder,
        works={"url": f"{web.url}/works.csv", "batch": CARD, "mapping": "works"},
        absent={"url": f"{web.url}/absent.csv", "case": "open", "mapping": "works"},
    )
    settings = {"TOUCHSTONE_API_KEYS": "true", "TOUCHSTONE_HTTP_ADDRESS": "127.0.0.1:0", "TOUCHSTONE_PULLS": path}
    with RunningServer(folder, gazette, **settings) as server:  # type: ignore[arg-type]
        body = Body(server)
        body.begin()
        mapped(body, "works", "subject", "energy_used")
        yield body


def account(body: Body, role: Role = Role.INTEGRATOR) -> tuple[str, str]:
    name = f"reader-{body.new_id()}"
    return name, new_account_at(body.server, name, [role], "example")


def signed_in(body: Body, language: str = "en", role: Role = Role.INTEGRATOR) -> Browser:
    browser = Browser(body.server.http, language)
    browser.sign_in(*account(body, role))
    return browser


def test_the_pages_show_problems_and_run_a_pull(pulling: Body, web: WebFiles) -> None:
    browser = signed_in(pulling)
    until(lambda: "status 404" in browser.get(PAGE).text_content())
    page = browser.get(PAGE)
    assert {link.text_content() for link in page.xpath("//main//table//th/a")} == {"works", "absent"}
    assert page.xpath("//main//a[@href='/workbench/cases/open/dossier']")
    assert "No changed files yet" in browser.get(f"{PAGE}/works").text_content()
    web.files["/works.csv"] = b"Subject,Energy_Used\nworks-a,5\nworks-b,6\n"
    form = next(form for form in page.forms if "works" in dict(form.form_values()).values())
    sent = browser.http.post(PAGE, data=dict(form.form_values()))
    assert (sent.status_code, sent.headers["location"]) == (303, f"{PAGE}/works")
    until(lambda: "Evaluations: 2" in browser.get(f"{PAGE}/works").text_content())
    chinese = signed_in(pulling, "zh")
    assert "评价：2" in chinese.get(f"{PAGE}/works").text_content()
    assert "而不是文件" in chinese.get(PAGE).text_content()
    assert browser.get(f"{PAGE}/unknown", 404).xpath("//h1")


def test_other_roles_see_the_list_without_the_button(pulling: Body) -> None:
    page = signed_in(pulling, role=Role.ASSESSOR).get(PAGE)
    assert page.xpath("//main//table")
    assert "Run now" not in page.text_content()


@pytest.mark.full
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_pages_are_accessible_and_fit_a_phone(pulling: Body, language: str) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415 -- slow to load
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    name, password = account(pulling)
    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        # axe is an injected script, which the content security policy of the pages would block
        page = browser.new_context(viewport={"width": 375, "height": 800}, bypass_csp=True).new_page()
        go_to(page, f"{pulling.server.http}/workbench/sign-in?language={language}")
        page.fill("main input[name=name]", name)
        page.fill("main input[name=password]", password)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{pulling.server.http}/workbench*")
        for address in (PAGE, f"{PAGE}/works", f"{PAGE}/absent"):
            go_to(page, pulling.server.http + address)
            assert not Axe().run(page).response["violations"], address
            assert page.evaluate("document.documentElement.scrollWidth") <= 375
        go_to(page, pulling.server.http + PAGE)
        page.locator("main table button").last.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{pulling.server.http}{PAGE}/*")
        browser.close()
