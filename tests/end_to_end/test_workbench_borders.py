"""Borders by pages, from no goods to an accepted answer of a supplier, in both languages; and who sees nothing."""

from __future__ import annotations

import csv
import io
import json
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from service.identity.principals import Role
from service.workbench.page import page_words
from tests.service.output.report.browser import find_browser
from tests.support.browsing import Browser, new_account_at, patient_expect
from tests.support.desk import go_to, take_picture, turned
from tests.support.running import ROOT, RunningServer

if TYPE_CHECKING:
    from playwright.sync_api import Browser as Chromium, Dialog, FilePayload, Page

pytestmark = pytest.mark.full
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EXAMPLE = ROOT / "examples" / "cbam" / "goods-three-borders.csv"
SCRIPT = "<script>alert(1)</script>"
GOODS = EXAMPLE.read_text(encoding="utf-8").replace("\n1,", f"\n{SCRIPT},")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with RunningServer(
        tmp_path_factory.mktemp("borders"), ROOT / "scorecards", TOUCHSTONE_API_KEYS="true",
        TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
    ) as running:  # fmt: skip
        yield running


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        yield browser
        browser.close()


def checked(page: Page) -> None:
    """Check accessibility, and that the page fits the window, on a phone and in the dark scheme on a desktop."""
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415 -- slow to load

    for width, scheme in ((375, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
        assert not [(one["id"], one["nodes"][0]["html"]) for one in found], (page.url, width, scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (page.url, width)


def signed_in(chromium: Chromium, server: RunningServer, language: str) -> Page:
    name = f"ada-{language}"
    password = new_account_at(server, name, [Role.ASSESSOR], f"body-{language}")
    page = chromium.new_context(bypass_csp=True, reduced_motion="reduce").new_page()
    go_to(page, f"{server.http}/workbench/sign-in?language={language}&next=/workbench/border")
    page.fill("#f-name", name)
    page.fill("#f-password", password)
    turned(page, "main button")
    go_to(page, f"{server.http}/workbench/border")
    return page


def priced(page: Page, said: dict[str, Any], language: str) -> None:
    """Send a file with a wrong cell, then the right one."""
    expect = patient_expect()
    expect(page.locator(".empty")).to_have_text(said["no_ledgers"])
    for content in (GOODS.replace(",1000,", ",-1,"), GOODS):
        page.fill("#f-eu", "70..100")
        page.fill("#f-uk", "50")
        page.fill("#f-us", "2.5")
        file: FilePayload = {"name": "goods.csv", "mimeType": "text/csv", "buffer": content.encode()}
        page.set_input_files("#f-goods", files=[file])
        turned(page, page.get_by_role("button", name=said["price"], exact=True))
        if content != GOODS:
            expect(page.locator("tr#f-E2")).to_contain_text("-1")
    expect(page.locator("figure.plot")).to_have_count(3)
    expect(page.locator("main")).to_contain_text("57,465 – 82,093")
    expect(page.locator("main")).to_contain_text(SCRIPT)
    assert page.locator("svg rect[stroke-dasharray='4 3']").count() == 9
    take_picture(page, "borders", language, height=1300)
    checked(page)


def answered(page: Page, said: dict[str, Any], link: str) -> None:
    """Answer as a supplier who has the link and no account, wrongly first."""
    expect = patient_expect()
    go_to(page, link)
    expect(page.locator("main")).to_contain_text("76011090")
    expect(page.locator("main")).to_contain_text(SCRIPT)
    expect(page.locator("main")).not_to_contain_text("72083900")
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex, nofollow"
    page.fill("#f-answer_value-0-own_direct", "a lot")
    turned(page, page.get_by_role("button", name=said["send_answer"]))
    expect(page.locator("#e-answer_value-0-own_direct")).to_be_visible()
    assert page.input_value("#f-answer_value-0-own_direct") == "a lot"
    checked(page)
    page.fill("#f-answer_value-0-own_direct", "8.5")
    turned(page, page.get_by_role("button", name=said["more_precursors"]))
    assert page.input_value("#f-answer_value-0-own_direct") == "8.5"
    part = "#f-answer_value-0-precursors-0"
    page.fill(f"{part}-name", SCRIPT)
    page.fill(f"{part}-code", "7601")
    turned(page, page.get_by_role("button", name=said["send_answer"]))
    expect(page.locator("#e-answer_value-0-precursors-0-code")).to_be_visible()
    assert page.input_value(f"{part}-name") == SCRIPT
    checked(page)
    page.fill(f"{part}-code", "76011010")
    page.fill(f"{part}-origin", "IN")
    page.fill("#f-remark", SCRIPT)
    turned(page, page.get_by_role("button", name=said["send_answer"]))
    expect(page.get_by_role("status")).to_contain_text(said["thanks"])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_goods_are_priced_and_stored_and_a_supplier_answers_questions(
    server: RunningServer, chromium: Chromium, language: str
) -> None:
    said, expect = page_words(language)["border"], patient_expect()
    page = signed_in(chromium, server, language)
    alerts: list[str] = []

    def note(dialog: Dialog) -> None:
        alerts.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    priced(page, said, language)

    turned(page, page.locator("aside").get_by_role("button", name=said["keep"]))
    expect(page.locator("#sums figure.plot")).to_have_count(3)
    ledger = page.url.partition("?")[0]
    checked(page)

    go_to(page, f"{ledger}/declaration")
    expect(page.locator("#declared pre")).to_be_visible()
    expect(page.locator("#declared")).to_contain_text("2026-Q2")
    checked(page)

    go_to(page, f"{ledger}/suppliers?line=2")
    page.fill("#f-supplier", "Example Smelter")
    page.check("input[name=facts][value=precursors]")
    page.fill("#f-message", SCRIPT)
    turned(page, page.get_by_role("button", name=said["make_link"]))
    link = page.locator("#made").input_value()
    checked(page)
    visit = chromium.new_context(
        bypass_csp=True, reduced_motion="reduce", locale="zh-CN" if language == "zh" else "en-GB"
    )
    answered(visit.new_page(), said, link)

    go_to(page, f"{ledger}/suppliers")
    expect(page.locator("main")).to_contain_text(SCRIPT)
    expect(page.locator("main")).to_contain_text(said["by_default_lines"].format(count=1, lines="2"))
    turned(page, page.get_by_role("button", name=said["accept_actual"]))
    expect(page.locator("h2 .tag")).to_have_text(said["request_state"]["accepted"])
    after = visit.new_page()
    go_to(after, link)
    expect(after.locator("main")).to_contain_text(said["was_accepted"])
    goods = csv.DictReader(io.StringIO(page.context.request.get(f"{ledger}/files/goods").text()))
    (line,) = (row for row in goods if row["line"] == "2")
    assert (line["determination"], line["net_mass (t)"]) == ("actual", "200")
    assert "8.5" in line.values()
    assert "76011010" in page.context.request.get(f"{ledger}/files/precursors").text()
    go_to(page, f"{server.http}/workbench/border")
    expect(page.locator("table.list")).to_contain_text(said["revision"].format(number=2))
    assert not alerts


def test_a_ledger_is_hidden_from_unauthorised_users_and_a_wrong_link_is_refused(server: RunningServer) -> None:
    owner, stranger = Browser(server.http), Browser(server.http)
    owner.sign_in("own", new_account_at(server, "own", [Role.ASSESSOR], "owner"))
    stranger.sign_in("other", new_account_at(server, "other", [Role.ASSESSOR], "elsewhere"))
    client = Browser(server.http)
    client.sign_in("client", new_account_at(server, "client", [Role.APPLICANT], "owner"))
    fields = {**owner.fields("/workbench/border/keep"), "display_name": "Secret goods", "year": "2026"}
    files = {"goods": ("goods.csv", EXAMPLE.read_bytes(), "text/csv")}
    kept = owner.http.post("/workbench/border/keep", data=fields, files=files)
    ledger = kept.headers["location"]
    assert kept.status_code == 303
    for path in (ledger, f"{ledger}/suppliers", f"{ledger}/declaration", f"{ledger}/files/goods"):
        assert owner.http.get(path).status_code == 200
        assert stranger.http.get(path).status_code == 404
        assert client.http.get(path).status_code in (403, 404)
        assert httpx.get(server.http + path).status_code == 303
    form = owner.fields(ledger)
    for wrong_fields in (
        {"eu": "dear"}, {"uk": "5..1"}, {"first_year": "2030", "last_year": "2028"}, {"first_year": "1999"},
        {"first_year": "soon"},
    ):  # fmt: skip
        unpriced = owner.http.post(f"{ledger}/assumptions", data={**form, **wrong_fields})
        assert unpriced.status_code == 422
        assert page_words("en")["problem"] in unpriced.text
        assert next(iter(wrong_fields.values())) in unpriced.text
    assert "Secret goods" not in stranger.http.get("/workbench/border").text
    assert client.http.get("/workbench/border").status_code == 403
    wrong = httpx.get(f"{server.http}/workbench/supplier/{'a' * 43}")
    assert wrong.status_code == 404
    assert "Secret goods" not in wrong.text
    forged = httpx.post(f"{server.http}/workbench/supplier/{'a' * 43}", data={"answer_value-0-own_direct": "1"})
    assert forged.status_code in (403, 404)
    assert "a" * 43 not in server.log


def priced_in(browser: Browser, ledger: str, goes_on: str) -> None:
    deadline = time.monotonic() + 120
    while goes_on in (page := browser.http.get(ledger).text):
        assert page_words("en")["border"]["pricing_rests"] not in page
        assert time.monotonic() < deadline
    assert page.count('figure class="plot"') == 3


def test_the_assumptions_of_a_ledger_are_stored_and_shown_when_it_is_opened(server: RunningServer) -> None:
    browser, said = Browser(server.http), page_words("en")["border"]
    browser.sign_in("keeper", new_account_at(server, "keeper", [Role.REVIEWER], "keeping"))
    typed = {"display_name": "Kept goods", "year": "2026", "eu": "70..100", "first_year": "2027", "last_year": "2030"}
    files = {"goods": ("goods.csv", EXAMPLE.read_bytes(), "text/csv")}
    form = {**browser.fields("/workbench/border/keep"), **typed}
    ledger = browser.http.post("/workbench/border/keep", data=form, files=files).headers["location"]
    assert "?" not in ledger
    figure = said["assumed_as"]["eu"].format(figure=said["from_to"].format(low=70, high=100))
    assert figure in browser.http.get("/workbench/border").text
    opened = browser.http.get(ledger).text
    assert said["priced_with"].format(first=2027, last=2030, what=figure) in opened
    assert 'value="70..100"' in opened
    set_again = browser.http.post(f"{ledger}/assumptions", data={**browser.fields(ledger), "uk": "50"})
    assert (set_again.status_code, set_again.headers["location"]) == (303, ledger)
    changed = said["assumed_as"]["uk"].format(figure=50)
    assert said["priced_with"].format(first=2026, last=2034, what=changed) in browser.http.get(ledger).text


def test_figures_disabled_by_default_values_are_named_and_not_requested_again(server: RunningServer) -> None:
    browser, said = Browser(server.http), page_words("en")["border"]
    browser.sign_in("idle", new_account_at(server, "idle", [Role.REVIEWER], "idling"))
    files = {"goods": ("goods.csv", EXAMPLE.read_bytes(), "text/csv")}
    shown = browser.http.post("/workbench/border", data=dict(browser.fields("/workbench/border")), files=files).text
    assert "determination is default values: direct emissions of the process" in shown
    assert said["ask_producer"] not in shown


def test_a_chosen_decimal_mark_decides_numbers_with_two_readings(server: RunningServer) -> None:
    browser = Browser(server.http)
    browser.sign_in("marks", new_account_at(server, "marks", [Role.REVIEWER], "marking"))
    text = EXAMPLE.read_text(encoding="utf-8").replace(",1000,no", ',"1,000",no')
    files = {"goods": ("goods.csv", text.encode(), "text/csv")}
    fields = {**browser.fields("/workbench/border"), "display_name": "Marked", "year": "2026"}
    for mark, said in (
        ("", "has a comma, which can be a decimal mark or a thousands separator"),
        ("comma", "decimal"),
        ("dot", "is not one of comma, point"),
    ):
        refused = browser.http.post("/workbench/border/keep", data={**fields, "decimal_mark": mark}, files=files)
        assert refused.status_code == 422
        assert said in refused.text
    kept = browser.http.post("/workbench/border/keep", data={**fields, "decimal_mark": "point"}, files=files)
    stored = browser.http.get(f"{kept.headers['location']}/files/goods").text
    assert next(csv.DictReader(io.StringIO(stored)))["net_mass (t)"] == "1000"


def test_goods_above_the_line_limit_are_stored_before_pricing(server: RunningServer) -> None:
    browser = Browser(server.http)
    browser.sign_in("many", new_account_at(server, "many", [Role.INTEGRATOR], "many"))
    head, line, *_ = EXAMPLE.read_text(encoding="utf-8").splitlines()
    rows = "\n".join([head, *(f"{number}{line[1:]}" for number in range(101))])
    files = {"goods": ("goods.csv", rows.encode(), "text/csv")}
    answer = browser.http.post("/workbench/border", data=dict(browser.fields("/workbench/border")), files=files)
    assert answer.status_code == 200
    assert page_words("en")["border"]["too_many"].format(count=101) in answer.text
    assert 'figure class="plot"' not in answer.text
    fields = {**browser.fields("/workbench/border/keep"), "display_name": "Many", "year": "2026", "eu": "70..100"}
    ledger = browser.http.post("/workbench/border/keep", data=fields, files=files).headers["location"]
    said, pressed = page_words("en")["border"], browser.fields("/workbench/border")
    assert browser.http.post(f"{ledger}/pricing", data={**pressed, "pricing": "stop"}).status_code == 303
    rests = browser.http.get(ledger).text
    assert said["pricing_rests"] in rests
    assert said["pricing"].format(done=0, all=101) in rests
    assert said["pricing_rests"] in browser.http.get(ledger).text
    assert browser.http.post(f"{ledger}/pricing", data={**pressed, "pricing": "go_on"}).status_code == 303
    priced_in(browser, ledger, said["pricing"].format(done="{done}", all=101).partition("{done}")[2])
    declared = httpx.post(f"{server.http}/v1/goods:compare", json=json.loads("{}"))
    assert declared.status_code == 401
