"""Outlook pages of the workbench: list by client, one change with its criteria, lines on case and certificate pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from service.base.instants import now
from service.gazette.publication import write_version
from service.identity.principals import Role
from tests.service.output.report.browser import find_browser
from tests.support.browsing import Browser, new_account_at
from tests.support.casework import PARENT, Body
from tests.support.desk import go_to
from tests.support.identities import bearing
from tests.support.running import ROOT, RunningServer
from tests.support.small_card import small_card
from touchstone.v1 import outlook_service_pb2 as outlook
from touchstone.v1.outlook_service_pb2_grpc import OutlookServiceStub

PAGE = "/workbench/outlook"
NEXT = date.fromisoformat(now()[:10]) + timedelta(days=60)


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Body, str]]:
    """A body with one certificate of a result that a later version lowers, before the first run."""
    folder: Path = tmp_path_factory.mktemp("outlook")
    write_version(folder / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    later = small_card(version="2.0.0", first=NEXT.isoformat(), supersedes="1.0.0", gold=101)
    write_version(folder / "gazette", later, {}, publish_time="2026-02-01T00:00:00Z")
    settings = {"TOUCHSTONE_API_KEYS": "true", "TOUCHSTONE_HTTP_ADDRESS": "127.0.0.1:0"}
    with RunningServer(folder, folder / "gazette", tree=ROOT, **settings) as running:
        body = Body(running)
        body.begin()
        case = body.new_id()
        body.to_certificate(case)
        yield body, case


def new_reader(body: Body, role: Role = Role.ASSESSOR) -> tuple[str, str]:
    name = f"reader-{body.new_id()}"
    return name, new_account_at(body.server, name, [role], "example")


def signed_in(body: Body, language: str = "en", role: Role = Role.ASSESSOR) -> Browser:
    browser = Browser(body.server.http, language)
    browser.sign_in(*new_reader(body, role))
    return browser


def run(body: Body) -> outlook.RunOutlookResponse:
    stub, key = OutlookServiceStub(body.server.channel), bearing(body.keys["operator"])
    done: outlook.RunOutlookResponse = stub.RunOutlook(outlook.RunOutlookRequest(parent=PARENT), metadata=key)
    return done


def test_the_pages_list_a_change_by_client_and_explain_it(certified: tuple[Body, str]) -> None:
    body, case = certified
    browser = signed_in(body)
    assert "No expected changes." in browser.get(PAGE).text_content()
    assert not browser.get(f"/workbench/cases/{case}").xpath("//section[@aria-labelledby='expected']")
    assert run(body).new_count == 1

    page = browser.get(PAGE)
    clients, changes = page.xpath("//main//table")
    assert clients.xpath(".//tbody/tr/th")[0].text_content().strip() == "Works Ltd 某某 工厂"
    cells = [" ".join(cell.text_content().split()) for cell in changes.xpath(".//tbody/tr[1]/*")]
    assert cells[0] == NEXT.isoformat()
    assert cells[1] == "worksWorks Ltd 某某 工厂 · certificate valid"
    assert cells[2:] == ["Gold", "silver", "version small-factory 2.0.0 applies"]
    (link,) = changes.xpath(".//th/a/@href")
    assert "No expected changes" in browser.get(f"{PAGE}?cause=date").text_content()
    assert "No expected changes" in browser.get(f"{PAGE}?state=closed").text_content()

    shown = browser.get(link)
    assert shown.xpath("//h1")[0].text_content() == f"silver from {NEXT.isoformat()}"
    links = shown.xpath("//main//a/@href")
    assert f"/workbench/cases/{case}" in links
    assert f"/workbench/cases/{case}/certificates/1" in links
    for address in links:
        assert browser.get(address).xpath("//h1")

    for address in (f"/workbench/cases/{case}", f"/workbench/cases/{case}/certificates/1"):
        (line,) = browser.get(address).xpath("//section[@aria-labelledby='expected']//a")
        assert line.text_content() == f"silver from {NEXT.isoformat()}: version small-factory 2.0.0 applies"
        assert line.get("href") == link
    for role, is_task in ((Role.REVIEWER, True), (Role.ASSESSOR, False), (Role.APPLICANT, None)):
        work = signed_in(body, role=role).get("/workbench/my-work")
        (row,) = work.xpath(f"//main//a[@href='{link}']/ancestor::table") or (None,)
        group = [] if row is None else row.xpath("preceding-sibling::h2[1]/@id")
        assert group == ([] if is_task is None else ["later"] if is_task else ["others"]), role
    calendar = browser.http.get("/workbench/calendar/due.ics").text.replace("\r\n ", "")
    assert f"DTSTART;VALUE=DATE:{NEXT:%Y%m%d}" in calendar
    assert "works: silver expected\\, version small-factory 2.0.0 applies" in calendar
    assert "预期变化" in signed_in(body, "zh").get(PAGE).text_content()


def test_unknown_changes_and_wrong_filters_are_refused(certified: tuple[Body, str]) -> None:
    browser = signed_in(certified[0], "zh")
    assert browser.get(f"{PAGE}/{'0' * 64}", 404).xpath("//h1")
    assert browser.get(f"{PAGE}?until=soon", 400).xpath("//h1")


@pytest.mark.full
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_pages_are_accessible_and_fit_a_phone(certified: tuple[Body, str], language: str) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415 -- slow to load
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    body, case = certified
    run(body)
    name, password = new_reader(body)
    (link,) = signed_in(body).get(PAGE).xpath("//main//table[last()]//th/a/@href")
    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        # axe is an injected script, which the content security policy of the pages would block
        page = browser.new_context(viewport={"width": 375, "height": 800}, bypass_csp=True).new_page()
        go_to(page, f"{body.server.http}/workbench/sign-in?language={language}")
        page.fill("main input[name=name]", name)
        page.fill("main input[name=password]", password)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{body.server.http}/workbench*")
        for address in (PAGE, link, f"/workbench/cases/{case}", f"/workbench/cases/{case}/certificates/1"):
            go_to(page, body.server.http + address)
            assert page.locator(f"main a[href^='{PAGE}/']").count() or address == link
            assert not Axe().run(page).response["violations"], address
            assert page.evaluate("document.documentElement.scrollWidth") <= 375
        browser.close()
