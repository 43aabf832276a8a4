"""An analyst edits tables as a grid by keyboard alone, and publishes them with a colleague."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from service.gazette.versions import Gazette
from tests.service.output.report.browser import find_browser
from tests.support.browsing import patient_expect
from tests.support.draft_desk import draft_desk
from tests.support.grid_draft import bilingual_draft

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

    from tests.support.desk import Person

pytestmark = pytest.mark.full
CARD, DRAFT = "card.en.feature", "smallest-1-1-0"
MINUTES = 6
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FIRST_SHARE = 5
ROWS = [(str(share), "A" if share >= 85 else "B" if share >= 50 else "") for share in range(50, 100, 5)]
ROWS = [*ROWS, *((f"{share}.5", grade) for share, grade in ROWS)]
WRONG = {3: ("6x", "B"), 9: ("95", "Z"), 17: ("", "A")}
"""Rows of the pasted table with an error, which the story corrects."""


class GridUser:
    """A person who edits the grid of a draft by keyboard."""

    def __init__(self, person: Person) -> None:
        self.person, self.page, self.words = person, person.page, person.words["draft_grid"]
        self.keys = self.page.keyboard

    def begins(self) -> None:
        self.page.locator("#grid .active").wait_for()

    def chooses(self, sentence: str) -> None:
        """Choose a table in the list above the grid, and tab into the grid."""
        chooser = self.page.locator("#table")
        chooser.focus()
        options = chooser.locator("option").all_inner_texts()
        (at,) = (at for at, text in enumerate(options) if text.startswith(sentence))
        self.keys.press("Home")
        for _ in range(at):
            self.keys.press("ArrowDown")
        assert chooser.input_value() == str(at)
        for _ in range(2):  # past the commands for rows
            self.keys.press("Tab")
        patient_expect()(self.page.locator("#grid .active")).to_be_focused(timeout=5000)

    def goes_to(self, row: int, column: int) -> None:
        """Go to a cell with the arrow keys, both from 0."""
        self.keys.press("Control+Home")
        for _ in range(row):
            self.keys.press("ArrowDown")
        for _ in range(column):
            self.keys.press("ArrowRight")

    def types(self, row: int, column: int, text: str) -> None:
        self.goes_to(row, column)
        self.keys.type(text)
        self.keys.press("Enter")

    def pastes(self, rows: list[tuple[str, ...]]) -> None:
        text = "\r\n".join("\t".join(row) for row in rows)
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.keys.press("Control+v")

    def reads_row(self, row: int) -> list[str]:
        """Return the texts of a row, without its number."""
        cells = self.page.locator("#grid .tabulator-row").nth(row).locator("[role=gridcell]")
        return cells.all_inner_texts()

    def waits(self, errors: int, warnings: int = 0) -> None:
        text = self.words["sums"].format(errors=errors, warnings=warnings)
        patient_expect()(self.page.locator("#grid-status")).to_have_text(text)

    def presses(self, by: Locator) -> None:
        """Focus a link or button, and press Enter."""
        by.focus()
        with self.page.expect_navigation():
            self.keys.press("Enter")

    def link(self, name: str) -> Locator:
        return self.page.get_by_role("main").get_by_role("link", name=name, exact=True).first

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("main").get_by_role("button", name=name, exact=True)

    def signs(self, step: str) -> None:
        said = self.person.words["draft_sign_step"][step]
        if step == "submit":
            self.page.locator("#f-reason").focus()
            self.keys.type("Notice 7: for all subjects")
        self.presses(self.button(said))
        self.presses(self.page.get_by_role("main").get_by_role("button", name=self.person.words["sign"].format(step=said)))


def axe(page: Page) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415 -- slow to load

    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
    return [f"{each['id']}: {[node['html'][:200] for node in each['nodes'][:2]]}" for each in found]


def opened(people: dict[str, Person], name: str) -> GridUser:
    person = people[name]
    person.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return GridUser(person)


def test_ten_cells_and_twenty_rows_are_published_with_a_colleague(tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        with draft_desk(tmp_path, browser, "en", bilingual_draft(tmp_path / "files")) as (people, _):
            edit_and_publish(people)
        browser.close()
    newest = Gazette(tmp_path / "gazette").newest("smallest")
    assert newest.scorecard.card.version == "1.1.0"
    assert "| 50       | 85    | 30     |" in newest.sources[CARD]
    for path, title, label in ((CARD, "A small card", "Green power"), ("card.zh.feature", "小评分卡", "绿色电力")):
        assert title in newest.sources[path]
        assert label in newest.sources[path]
        assert newest.sources[path].count("| A ") == newest.sources[CARD].count("| A ")


def edit_and_publish(people: dict[str, Person]) -> None:
    author, begun = opened(people, "author"), time.monotonic()
    said: list[str] = []
    author.page.on("console", lambda line: said.append(line.text) if line.type in ("error", "warning") else None)
    author.page.on("pageerror", lambda error: said.append(str(error)))
    author.person.goes_to("drafts")
    author.page.select_option("#f-scorecard", "scorecards/smallest")
    author.presses(author.button(author.person.words["drafts"]["begin_button"]))
    author.presses(author.link(author.words["title"]))
    author.begins()
    assert axe(author.page) == []
    author.chooses("this scorecard")
    title = next(row for row in range(12) if author.reads_row(row)[0] == "title")
    author.types(title, 2, "A small card")
    author.types(title, 3, "小评分卡")
    author.chooses("these bases")
    author.types(0, 3, "4.3")
    author.types(0, 4, "4.3")
    author.chooses("these indicators")
    for row, column, text in ((0, 1, "Green power"), (0, 2, "绿色电力"), (1, 1, "Certified systems"), (1, 2, "体系已认证")):
        author.types(row, column, text)
    author.chooses("indicator I1 scores")
    author.types(1, 1, "85")
    author.types(2, 0, "85")
    author.waits(errors=0)
    author.chooses("Examples")
    author.goes_to(1, 0)
    author.keys.press("Control+Enter")
    author.pastes([WRONG.get(number, row) for number, row in enumerate(ROWS)])
    patient_expect()(author.page.locator("#grid-problems .error")).to_have_count(6)
    print(author.page.locator("#grid-problems").inner_text())


def test_explore(tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        with draft_desk(tmp_path, browser, "en", bilingual_draft(tmp_path / "files")) as (people, _):
            author = opened(people, "author")
            author.page.on("console", lambda line: print("CONSOLE", line.type, line.text))
            author.page.on("pageerror", lambda error: print("PAGEERROR", error))
            author.person.goes_to("drafts")
            author.page.select_option("#f-scorecard", "scorecards/smallest")
            author.presses(author.button(author.person.words["drafts"]["begin_button"]))
            author.presses(author.link(author.words["title"]))
            author.page.wait_for_timeout(2500)
            author.page.screenshot(path="/tmp/g1.png", full_page=True)
            print(author.page.locator("#grid-status").inner_text())
            for line in axe(author.page): print("AXE", line)
            author.chooses("these facts")
            author.keys.press("ArrowDown"); author.keys.press("ArrowRight"); author.keys.press("ArrowRight")
            author.keys.type("hello")
            author.page.screenshot(path="/tmp/g2.png", full_page=True)
            author.keys.press("Enter")
            author.page.wait_for_timeout(1500)
            author.page.screenshot(path="/tmp/g3.png", full_page=True)
            for line in axe(author.page): print("AXE", line)
        browser.close()
