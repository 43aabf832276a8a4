"""The page of a plan for a group: without scripts on a server, and a planner's walk in a browser in both languages."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import httpx
import pytest
from lxml import html
from openpyxl import load_workbook

from rules.contracts import DeclaredValue
from service.identity.principals import Role
from service.workbench.page import page_words
from tests.end_to_end.test_plan_in_browser import looks_right
from tests.end_to_end.test_plan_pages import begin
from tests.service.output.report.browser import find_browser
from tests.support.browsing import Browser, new_account_at
from tests.support.casework import PARENT, Body
from tests.support.desk import Person, turned
from tests.support.small_card import CARD

pytestmark = [pytest.mark.full, pytest.mark.timeout(300)]
PAGE = f"/workbench/results/plan?card={CARD}"
SUBJECTS = ["east", "north", "south"]
MEASURES = b"""
currency: CNY
measures:
  - id: solar
    name: "=Solar roof <b>"
    effects: [{fact: renewable_share, amount: 35}]
    cost_once: 100000
    lead_days: 30
  - id: close
    name: Close the case
    effects: [{fact: status, value: closed}]
    cost_once: 5000
    lead_days: 10
"""
"""Each subject has 30 points: closing leads to silver, both measures to gold."""


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Body]:
    with begin(tmp_path_factory.mktemp("group")) as running:
        body = Body(running)
        body.begin()
        share = DeclaredValue(number="45", unit="%", evidence=("meter",))
        for subject in SUBJECTS:
            body.evaluate(f"{PARENT}/subjects/{subject}", status=DeclaredValue(choice="open"), renewable_share=share)
        yield body


class GroupForm:
    """The form of a group in a browser without scripts."""

    def __init__(self, body: Body, role: Role = Role.ASSESSOR, language: str = "en") -> None:
        name = f"{role.value}-{body.new_id()}"
        self.browser = Browser(body.server.http, language)
        self.browser.sign_in(name, new_account_at(body.server, name, [role], "example"))
        (self.path,) = self.browser.get(f"/workbench/results?card={CARD}").xpath(
            "//main//a[contains(@href, '/plan?')]/@href"
        )
        self.take(self.browser.get(self.path))

    def take(self, page: html.HtmlElement) -> None:
        self.page = page
        (form,) = page.xpath("//form[@id='plan']")
        self.values: dict[str, Any] = {}
        for name, value in form.form_values():
            self.values.setdefault(name, []).append(value)

    def send(self, do: str, status: int = 200, file: bytes = b"", **typed: Any) -> httpx.Response:
        sent = {"file": ("m.yaml" if file else "", file)}
        answer = self.browser.http.post(self.path, data={**self.values, **typed, "do": do}, files=sent)
        assert answer.status_code == status, html.fromstring(answer.text).xpath("string(//main)")
        return answer

    def do(self, do: str, status: int = 200, file: bytes = b"", **typed: Any) -> str:
        self.take(html.fromstring(self.send(do, status, file, **typed).text))
        return " ".join(str(self.page.xpath("string(//main)")).split())

    def search(self, file: bytes = b"", **typed: Any) -> str:
        text = self.do("search", file=file, **typed)
        for _ in range(300):
            if not self.page.xpath("//button[@value='stop']"):
                return text
            time.sleep(0.2)
            text = self.do("search")
        raise AssertionError(text)

    def table(self) -> list[list[str]]:
        rows = self.page.xpath("//div[@aria-labelledby='members']//tbody/tr")
        return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]

    @property
    def wrong(self) -> set[str]:
        return {link.rpartition("#f-")[2] for link in self.page.xpath("//div[@class='errors']//a/@href")}


def test_the_best_grades_within_a_budget_are_found_and_saved(body: Body) -> None:
    form = GroupForm(body)
    assert form.values["member"] == SUBJECTS
    text = form.search(MEASURES, group_budget="115,000")
    assert "Proved: no choice of plans within the budget has a better sum." in text
    assert "The plans cost 115,000 CNY. The sum rises from 0 to 4." in text
    rows = form.table()
    assert [row[0] for row in rows] == SUBJECTS
    assert sorted(row[1:4] for row in rows) == [
        ["none", "Gold", "105,000 CNY"], ["none", "silver", "5,000 CNY"], ["none", "silver", "5,000 CNY"],
    ]  # fmt: skip
    (gold,) = [row for row in rows if row[2] == "Gold"]
    assert re.search(r"=Solar roof <b> ?20\d\d-\d\d-\d\d – 20\d\d-\d\d-\d\d", gold[5])
    book = load_workbook(BytesIO(form.send("table").content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {"s"} == {cell.data_type for cell in cells if cell.value == "=Solar roof <b>"}
    assert [cell.value for cell in book["Members"]["A"]][1:] == SUBJECTS


def test_points_of_chosen_results_only(body: Body) -> None:
    form = GroupForm(body)
    form.do("none")
    assert "member" not in form.values
    form.do("all", file=MEASURES)  # a chosen file is read by each button
    assert form.values["member"] == SUBJECTS
    form.search(member=["north"], goal="highest:", group_budget="5000", years="3")
    assert [row[:4] for row in form.table()] == [["north", "30 points", "70 points", "5,000 CNY"]]
    form.search(member=SUBJECTS, goal="lowest:offset", group_budget="5000")
    assert [row[1:4] for row in form.table()] == [["7.1 tCO2e", "7.1 tCO2e", "0 CNY"]] * 3


def test_problems_are_at_their_fields_and_nothing_is_lost(body: Body) -> None:
    form = GroupForm(body)
    form.do("search", 422, goal="x", group_budget="", goal_date="", years="0", member=[])
    assert form.wrong == {"goal", "group_budget", "goal_date", "years", "member", "file"}
    typed = {"group_budget": "x1", "years": "7", "member": ["east", "south"]}
    form.do("search", 422, file=MEASURES, goal_date="", **typed)
    assert form.wrong == {"group_budget", "goal_date"}
    assert {name: form.values[name] for name in typed} == {
        "group_budget": ["x1"],
        "years": ["7"],
        "member": ["east", "south"],
    }
    form.do("search", 422, goal_date="2020-02-30", group_budget="5")  # refused by the call
    assert form.wrong == {"goal_date"}
    form.do("search", 422, file=b"measures: [{id: a, cost: 5}]", goal="lowest:x")
    assert form.wrong == {"goal", "file"}
    assert "measure-1" in form.values  # those of the file before
    form.do("all", 422, file=b"\x00" * 9)
    assert form.wrong == {"file"}
    form.do("all", 413, file=b"# " + b"x" * (5 << 20))
    assert form.wrong == {"file"}
    assert form.values["currency"] == ["CNY"]


@pytest.mark.parametrize(
    "typed",
    [
        {"measure-0": "{"},
        {"measure-0": "[" * 50_000},
        {"measure-0": '{"id": "x", "cost_once": {"least": "abc"}, "effects": [{"fact_id": "status", "share": "5"}]}'},
        {"measure-0": '{"id": "x", "effects": [{"fact_id": "none_such", "share": "5"}]}'},
        {"currency": "<b>"},
    ],
)
def test_hidden_fields_that_no_page_sends_are_refused_on_the_page(body: Body, typed: dict[str, Any]) -> None:
    form = GroupForm(body)
    form.do("all", file=MEASURES)
    form.do("search", 422, group_budget="5", **typed)
    assert "measure-0" not in form.values


def test_members_without_a_plan_are_listed_with_the_reason(body: Body) -> None:
    form = GroupForm(body)
    text = form.search(MEASURES.replace(b"amount: 35", b"amount: 60"), group_budget="5000", goal_date="2020-01-01")
    assert "Members without a plan" in text
    assert "3 members without a plan are not in the sums." in text
    rows = form.page.xpath("//h2[@id='failed']/following-sibling::table[1]//tbody/tr")
    assert [row[0].text_content().strip() for row in rows] == SUBJECTS
    assert all(row[1].text_content().strip() for row in rows)


def test_a_search_can_be_stopped_and_leaves_the_form(body: Body) -> None:
    form = GroupForm(body)
    text = form.do("stop", file=MEASURES, group_budget="77")
    assert page_words("en")["plans"]["group"]["stopped"] in text
    assert form.values["group_budget"] == ["77"]
    assert "measure-1" in form.values


def test_the_page_has_the_permissions_of_the_call(body: Body) -> None:
    GroupForm(body, Role.INTEGRATOR)
    name = f"operator-{body.new_id()}"
    browser = Browser(body.server.http)
    browser.sign_in(name, new_account_at(body.server, name, [Role.OPERATOR], "example"))
    assert not browser.get(f"/workbench/results?card={CARD}").xpath("//a[contains(@href, '/plan?')]")
    assert browser.http.get(PAGE).status_code == 403
    stranger, other = Browser(body.server.http), f"other-{body.new_id()}"
    stranger.sign_in(other, new_account_at(body.server, other, [Role.ASSESSOR], "elsewhere"))
    assert not stranger.get(PAGE).xpath("//input[@name='member']")
    assert stranger.http.get("/workbench/results/plan").headers["location"] == "/workbench/results"


@pytest.mark.parametrize(("language", "width", "scheme"), [("en", 1280, "light"), ("zh", 390, "dark")])
def test_a_planner_distributes_a_budget_over_three_subjects(
    body: Body, tmp_path: Path, language: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    name, words = f"planner-{language}", page_words(language)["plans"]
    fields, group = page_words(language)["field"], words["group"]
    password = new_account_at(body.server, name, [Role.ASSESSOR], "example")
    file = tmp_path / "measures.yaml"
    file.write_bytes(MEASURES)
    with sync_playwright() as playing:
        chromium = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True,
            extra_http_headers={"accept-language": language},
        )  # fmt: skip
        page = context.new_page()
        planner = Person(page, body.server.http, name, language)
        planner.signs_in(password)
        planner.goes_to("results")
        planner.follows(group["link"])
        looks_right(page)
        for subject in SUBJECTS:
            assert page.get_by_label(subject, exact=True).is_checked()
        page.get_by_label(words["file"]).set_input_files(file)
        page.get_by_role("button", name=group["search"], exact=True).last.press("Enter")
        page.locator("main .errors a").first.click()  # the budget is missing; the link leads to the field
        assert page.evaluate("document.activeElement.id") == "f-group_budget"
        looks_right(page)
        assert group["known"].partition("{")[0] in page.locator("main").inner_text()  # the file was read
        page.get_by_text(group["show_measures"], exact=True).click()
        looks_right(page)
        budget = page.get_by_label(fields["group_budget"])
        budget.fill("115000")
        with page.expect_navigation():
            budget.press("Enter")
        page.locator("#members").wait_for(timeout=120_000)
        looks_right(page)
        rows = page.get_by_role("region").locator("tbody tr")
        assert rows.count() == len(SUBJECTS)
        assert "105,000 CNY" in page.locator("#answer").inner_text()
        with page.expect_download() as saving:
            page.get_by_role("button", name=group["save"], exact=True).click()
        with saving.value.path().open("rb") as saved:
            assert saved.read(2) == b"PK"
        turned(page, page.locator(".who button[lang]").first)  # the form and the result go along
        page.locator("#members").wait_for(timeout=5_000)
        assert page.locator("html").get_attribute("lang") != page_words(language)["html"]
        looks_right(page)
        page.emulate_media(media="print")
        assert not page.locator("#plan").is_visible()
        chromium.close()
