"""Claims section of the workbench: from a text to the register, renewed judgement, and refusals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html

from service.identity.principals import Role
from service.workbench.page import page_words
from tests.service.output.report.browser import find_browser
from tests.support.browsing import Browser, new_account_at
from tests.support.clocks import move, moving_clock
from tests.support.desk import go_to, take_picture, turned
from tests.support.running import ROOT, RunningServer
from tests.support.waiting import until

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.full

TEXT = "By 2040 our company will cut its emissions by 50 % against 2019.\nOur bottle is eco-friendly."
PROMISE = "cut its emissions by 50 %"
ROLES = {"office": Role.INTEGRATOR, "rui": Role.REVIEWER, "lin": Role.APPLICANT, "olu": Role.OPERATOR}
AXE = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
LOOKS = {"en": ((1280, "light"), (375, "dark")), "zh": ((1280, "dark"), (375, "light"))}
_CHECK, _IN_USE = "/workbench/claims", "/workbench/claims/in-use"
_DAY = 86_400


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder, clock = tmp_path_factory.mktemp("claims"), moving_clock(tmp_path_factory.mktemp("clock"))
    with RunningServer(
        folder, ROOT / "scorecards", TOUCHSTONE_API_KEYS="true", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
        TOUCHSTONE_EVIDENCE_FILES=str(folder / "files"), **clock,
    ) as running:  # fmt: skip
        yield running


@pytest.fixture(scope="module")
def passwords(server: RunningServer) -> Mapping[str, str]:
    """Return the passwords of new accounts in three organisations, one of them for each language."""
    return {
        f"{name}-{body}": new_account_at(server, f"{name}-{body}", [role], "" if role is Role.OPERATOR else body)
        for body in ("en", "zh", "other")
        for name, role in ROLES.items()
    }


class Office:
    """A browser without scripts that sends forms with files."""

    def __init__(self, server: RunningServer, name: str, password: str) -> None:
        self.browser = Browser(server.http)
        self.browser.sign_in(name, password)

    def send(self, path: str, status: int = 200, files: list[Any] | None = None, **typed: Any) -> html.HtmlElement:
        token = self.browser.get(_CHECK).xpath("//input[@name='form_token']/@value")[0]
        sent = [("files", (name, content)) for name, content in files or [("", b"")]]
        answer = self.browser.http.post(path, data={"form_token": token, **typed}, files=sent)
        assert answer.status_code == status, answer.text[:2_000]
        return html.fromstring(answer.text or "<p></p>")


@pytest.fixture(scope="module")
def office(server: RunningServer, passwords: Mapping[str, str]) -> Office:
    return Office(server, "office-other", passwords["office-other"])


def told_at_home(page: Page, server: RunningServer) -> str:
    """Return the claims section of the start page, after a pause that respects the rate limit."""
    page.wait_for_timeout(500)
    go_to(page, f"{server.http}/workbench")
    section = page.locator("section:has(#claims)")
    return section.inner_text() if section.count() else ""


def signed_in(page: Page, server: RunningServer, name: str, password: str) -> None:
    page.context.clear_cookies()
    go_to(page, f"{server.http}/workbench/sign-in?language={name.rpartition('-')[2]}")
    page.fill("#f-name", name)
    page.fill("#f-password", password)
    turned(page, "main form button")
    page.wait_for_url(lambda url: "sign-in" not in url)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_claim_is_followed_from_its_text_to_the_register_and_the_expiry_of_its_document(  # noqa: PLR0915 -- one story
    server: RunningServer, passwords: Mapping[str, str], language: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415 -- slow to load
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    w = page_words(language)
    says, stands = w["claims"], w["claim_standing"]
    clock = int(Path(server.environment["SHIFTED_CLOCK"]).read_text("utf-8"))
    today = datetime.fromtimestamp(datetime.now(UTC).timestamp() + clock, UTC).date().isoformat()
    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = browser.new_context(bypass_csp=True, java_script_enabled=True).new_page()
        page.set_default_timeout(60_000)

        def looked_at() -> None:
            for width, scheme in LOOKS[language]:
                page.set_viewport_size({"width": width, "height": 900})
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # one of two
                page.wait_for_timeout(400)  # until buttons have their colour
                found = Axe().run(page, options=AXE).response["violations"]
                assert not found, [(page.url, one["id"], one["nodes"][0]["html"]) for one in found]
                assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url
            page.set_viewport_size({"width": 1280, "height": 900})

        signed_in(page, server, f"office-{language}", passwords[f"office-{language}"])
        go_to(page, server.http + _IN_USE)
        assert says["register_empty"] in page.inner_text("main")
        go_to(page, server.http + _CHECK)
        looked_at()
        page.fill("#f-text", TEXT)
        page.fill("#f-jurisdictions", "UK, EU-DE")
        turned(page, "main form > .acts button")
        assert page.inner_text("#claim-1 .verdict-row:visible q") == "eco-friendly"
        page.select_option("[data-filter=verdict]", "prohibited_as_it_stands")
        assert page.locator("table.claims > tbody:visible").count() == 1
        page.select_option("[data-filter=verdict]", "")
        take_picture(page, "claims", language, height=1300)
        promise = page.locator("table.claims > tbody", has_text=PROMISE).first
        assert stands["forbidden_unless_shown"] in promise.locator(".verdict-row:visible .kind").inner_text()
        promise.locator("summary").first.click()
        looked_at()
        for box in page.locator("input[value*='\"future_']:not([value*='\"no\"']):visible").all():
            box.check()
        turned(page, "aside section:has(#ask) > button")
        told = page.inner_text(".notice[role=status]")
        assert says["changed"] in told
        assert f"“{PROMISE}”" in told
        assert stands["to_be_documented"] in told
        turned(page, "#kp ~ button")
        looked_at()
        page.locator("label", has_text="eco-friendly").click()
        page.fill("#f-product", "Company <script>document.title='stolen'</script>")
        page.fill("#f-owner", "Brand, A. Example")
        page.fill("#f-owner_account", f"account/office-{language}")
        turned(page, "main form .acts button")
        assert page.locator("main tbody tr").count() == 1
        assert "<script>" in page.inner_text("main tbody tr")
        assert "stolen" not in page.title()
        looked_at()
        turned(page, "main tbody th a")
        turned(page, "form:has(#f-files) button")
        assert page.locator(".errors a[href='#f-files']").count() == 1, "neither file nor title"
        plan = b"%PDF-1.7 transition plan"
        page.set_input_files("#f-files", {"name": "Transition plan.pdf", "mimeType": "application/pdf", "buffer": plan})
        page.fill("[name=document_expire]", today)
        for box in page.locator("[name=document_facts]").all():
            box.check()
        turned(page, "form:has(#f-files) button")
        assert page.input_value("[name=document_title_0]") == "Transition plan"
        assert page.locator("[name=document_facts_0]:checked").count() > 0
        assert "SHA-256" not in page.inner_text("main")
        with page.expect_download() as downloading:
            page.click("aside dd a:text('Transition plan.pdf')")
        assert Path(downloading.value.path()).read_bytes() == plan
        assert downloading.value.suggested_filename == "Transition plan.pdf"
        looked_at()
        claim = page.url
        signed_in(page, server, f"rui-{language}", passwords[f"rui-{language}"])
        go_to(page, claim)
        turned(page, "button[value=sign]")
        assert f"account/rui-{language}" in page.inner_text("aside")
        move(server, clock + _DAY)
        worse = w["claim_notice"]["fell"].format(
            earlier=stands["to_be_documented"], now=stands["forbidden_unless_shown"]
        )
        for name in ("rui", "office"):
            signed_in(page, server, f"{name}-{language}", passwords[f"{name}-{language}"])
            until(lambda: worse in told_at_home(page, server))
            told = told_at_home(page, server)
            assert PROMISE in told
            assert w["claim_notice"]["expired"].format(date=today, document="Transition plan") in told
            assert (says["yours"] in told) == (name == "office")
        looked_at()
        go_to(page, server.http + _IN_USE)
        assert page.locator(".notice.wait").count() == 0, "nothing waits, and nobody pressed a button"
        looked_at()
        go_to(page, f"{server.http}{_IN_USE}?notices=1")
        assert PROMISE in page.inner_text("main tbody")
        looked_at()
        go_to(page, server.http + _IN_USE)
        moved = page.inner_text("section:has(#mr)")
        assert PROMISE in moved
        assert w["claim_cause"]["document"] in moved
        assert stands["forbidden_unless_shown"] in page.inner_text("main tbody tr")
        turned(page, "section:has(#mr) a")
        assert says["expired"].format(titles="Transition plan") in page.inner_text("main")
        looked_at()
        turned(page, "button[value=look]")
        assert page.locator("button[value=look]").count() == 0
        go_to(page, f"{server.http}/workbench")
        assert page.locator("section:has(#claims)").count() == 0
        go_to(page, claim)
        turned(page, "button[value=end]")
        assert page.locator(".errors").count() == 1
        page.check("#f-taken_down")
        turned(page, "button[value=end]")
        assert page.locator("main tbody tr").count() == 0
        browser.close()


def test_invalid_input_is_reported_at_its_field_and_typed_input_is_preserved(office: Office) -> None:
    def errors(page: html.HtmlElement) -> set[str]:
        return {link.removeprefix("#f-") for link in page.xpath("//div[@class='errors']//a/@href")}

    assert errors(office.send(_CHECK, 422, text=" ", jurisdictions="")) == {"text", "jurisdictions"}
    page = office.send(_CHECK, 422, text="Green soap <b>now</b>", jurisdictions="XX", shown_period="2026-02-30")
    assert errors(page) == {"jurisdictions", "shown_period"}
    assert page.xpath("//textarea[@id='f-text']")[0].text.strip() == "Green soap <b>now</b>"
    assert page.xpath("//input[@id='f-jurisdictions']/@value") == ["XX"]
    page = office.send(_CHECK, 422, files=[("leaf.png", b"\x89PNG\r\n\x1a\n\x00")], jurisdictions="UK")
    assert errors(page) == {"files"}
    unread = office.send(_CHECK, text="ボトルは環境にやさしい", jurisdictions="JP").text_content()
    assert "Not screened: 1 part" in unread
    assert errors(office.send(_CHECK, 422, text="green " * 90_000, jurisdictions="UK")) == {"text"}
    page = office.send(_CHECK, text="Green soap", jurisdictions="UK", given=["no json", "[1]", '["x","y",1,{}]'])
    assert len(page.xpath("//table[contains(@class, 'claims')]/tbody")) == 1


def test_several_files_are_judged_separately_and_listed_worst_first(office: Office) -> None:
    files = [
        ("calm.txt", b"Our shop opens at nine."), ("<script>.html", b"<p>Our bottle is eco-friendly.</p>"),
        ("leaf.png", b"\x89PNG\x00"),
    ]  # fmt: skip
    rows = office.send(_CHECK, files=files, jurisdictions="EU-DE").xpath("//tbody/tr")
    assert [row.xpath("string(th)") for row in rows] == ["<script>.html", "calm.txt", "leaf.png"]
    assert "prohibited" in rows[0].text_content()
    assert "binary" in rows[2].text_content()


def test_a_file_is_judged_again_unchanged_and_reported_in_each_format(office: Office) -> None:
    page = b"<!doctype html><html><body><h1>Soap</h1><p>Our soap is eco-friendly.</p></body></html>"
    shown = office.send(_CHECK, files=[("soap.html", page)], jurisdictions="UK")
    carried = shown.xpath("//input[@name='carried_file']/@value")[0]
    kept = {"carried_file": carried, "source_name": "soap.html", "jurisdictions": "UK"}
    again = office.send(_CHECK, **kept)
    row = "string(//tr[contains(@class, 'verdict-row')])"
    assert again.xpath(row) == shown.xpath(row) != ""
    token = again.xpath("//input[@name='form_token']/@value")[0]
    for ending, beginning in (("html", b"<!DOCTYPE"), ("docx", b"PK"), ("pdf", b"%PDF"), ("json", b"{")):
        answer = office.browser.http.post(
            f"{_CHECK}/report", data={"form_token": token, "format": ending, **kept}, files=[("files", ("", b""))]
        )
        assert answer.content.startswith(beginning)
        assert f"soap-claims.{ending}" in answer.headers["content-disposition"]
        assert ending in {"docx", "pdf"} or "eco-friendly" in unescape(answer.text)
    wrong = office.send(f"{_CHECK}/report", 422, format="odt", **kept)
    assert "odt" in wrong.text_content()


def test_others_see_no_claim(server: RunningServer, passwords: Mapping[str, str], office: Office) -> None:
    office.send(
        f"{_CHECK}/enter", 303, entering="1", text="Our bottle is eco-friendly.", jurisdictions="UK",
        claims_used="eco-friendly", product="Bottle", owner="Brand",
    )  # fmt: skip
    claim = office.browser.get(_IN_USE).xpath("//tbody//a/@href")[0]
    office.browser.get(claim)
    opened: Callable[[str], Browser] = Browser
    for name, status in (("office-en", 403), ("rui-zh", 403), ("lin-other", 403)):
        stranger = opened(server.http)
        stranger.sign_in(name, passwords[name])
        page = stranger.http.get(claim)
        assert page.status_code in {status, 404}
        assert "eco-friendly" not in page.text
        assert "eco-friendly" not in stranger.http.get(_IN_USE).text
    applicant = opened(server.http)
    applicant.sign_in("lin-other", passwords["lin-other"])
    assert applicant.http.get(_CHECK).status_code == 403
    assert "/workbench/claims" not in applicant.get("/workbench").xpath("//nav//a/@href")
