"""An analyst edits tables as a grid by keyboard alone, and publishes them with a colleague."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from service.gazette.versions import Gazette
from tests.service.output.report.browser import find_browser
from tests.support.browsing import patient_expect
from tests.support.draft_desk import draft_desk
from tests.support.drafting import small_draft
from tests.support.grid_draft import bilingual_draft
from touchstone.v1.draft_pb2 import GetDraftRevisionRequest

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.support.desk import Person
    from tests.support.drafting import Drafters

pytestmark = pytest.mark.full
CARD, DRAFT = "card.en.feature", "smallest-1-1-0"
MINUTES, MOST_TABS = 6, 150
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ROWS = [(str(share), "A" if share >= 85 else "B" if share >= 50 else "") for share in range(50, 100, 5)]
ROWS = [*ROWS, *((f"{share}.5", grade) for share, grade in ROWS)]
WRONG = {3: ("6x", "B"), 9: ("95", "Z"), 17: ("85.5 %", "A")}
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
        self.tabs_to(chooser)
        options = chooser.locator("option").all_inner_texts()
        (at,) = (at for at, text in enumerate(options) if text.startswith(sentence))
        self.keys.press("Home")
        for _ in range(at):
            self.keys.press("ArrowDown")
        assert chooser.input_value() == str(at)
        self.page.locator(f'#grid[aria-label^="{sentence}"] .active').wait_for()
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
        if not text.isascii():  # an input method needs a text field
            self.keys.press("F2")
            self.keys.press("Control+a")
        self.keys.type(text)
        self.keys.press("Enter")

    def pastes(self, rows: list[tuple[str, ...]]) -> None:
        text = "\r\n".join("\t".join(row) for row in rows)
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.keys.press("Control+v")

    def here(self) -> tuple[int, int]:
        """Return row and column of the current cell, both from 0."""
        cell = self.page.locator("#grid .active")
        row = int(cell.evaluate("cell => cell.parentElement.querySelector('[role=rowheader]').textContent"))
        return row - 1, int((cell.get_attribute("tabulator-field") or "c0")[1:])

    def reads_row(self, row: int) -> list[str]:
        """Return the texts of a row, without its number."""
        cells = self.page.locator("#grid .tabulator-row").nth(row).locator("[role=gridcell]")
        return cells.all_inner_texts()

    def waits(self, errors: int, warnings: int = 0) -> None:
        text = self.words["sums"].format(errors=errors, warnings=warnings)
        patient_expect()(self.page.locator("#grid-status")).to_have_text(text)

    def tabs_to(self, target: Locator) -> None:
        """Leave the grid, and press Tab until an element has the focus."""
        if self.page.evaluate("() => Boolean(document.activeElement.closest('#grid'))"):
            self.keys.press("Escape")
        for _ in range(MOST_TABS):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.keys.press("Tab")
        raise AssertionError(f"Tab does not reach {target}")

    def goes_to_drafts(self) -> None:
        """Follow the navigation to the drafts; a link in a menu is reached by opening its group."""
        link = self.page.locator("a[href='/workbench/drafts']")
        menu = self.page.locator("header nav details:not([open])").filter(has=link)
        if menu.count():
            self.tabs_to(menu.locator("summary"))
            self.keys.press("Enter")
        self.presses(self.page.locator("header nav").locator(link))

    def presses(self, by: Locator) -> None:
        """Reach a link or button with Tab, and press Enter."""
        self.tabs_to(by)
        with self.page.expect_event("domcontentloaded"):  # a change of the fragment alone is no new page
            self.keys.press("Enter")
        self.page.wait_for_load_state()

    def link(self, name: str) -> Locator:
        return self.page.get_by_role("main").get_by_role("link", name=name, exact=True).first

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("main").get_by_role("button", name=name, exact=True)

    def signs(self, step: str) -> None:
        words = self.person.words
        name = words["draft_sign_step"][step]
        if step == "submit":
            self.tabs_to(self.page.locator("#f-reason"))
            self.keys.type("Notice 7: for all subjects")
        self.presses(self.button(name))
        self.presses(self.page.get_by_role("main").get_by_role("button", name=words["sign"].format(step=name)))


def axe(page: Page) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415 -- slow to load

    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
    return [f"{each['id']}: {[node['html'][:200] for node in each['nodes'][:2]]}" for each in found]


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
        assert all(f"| {share:<5} | {grade:<5} |" in newest.sources[path] for share, grade in ROWS)


def edit_and_publish(people: dict[str, Person]) -> None:
    start = time.monotonic()
    said: list[str] = []
    page = people["author"].page
    page.on("console", lambda line: said.append(line.text) if line.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    author = begun(people["author"])
    assert axe(page) == []
    change_ten_cells(author)
    paste_and_correct_twenty_rows(author)
    assert axe(page) == []
    save_and_submit(author)
    approve_and_publish(GridUser(people["approver"]))
    assert time.monotonic() - start < MINUTES * 60
    assert not said


def change_ten_cells(author: GridUser) -> None:
    author.chooses("this scorecard")
    title = next(row for row in range(12) if author.reads_row(row)[0] == "title")
    author.types(title, 2, "A small card")
    author.types(title, 3, "小评分卡")
    author.chooses("these bases")
    author.types(0, 3, "4.3")
    author.types(0, 4, "4.3")
    author.chooses("these indicators")
    author.types(0, 1, "Green power")
    author.types(0, 2, "绿色电力")
    author.types(1, 1, "Certified systems")
    author.types(1, 2, "体系已认证")
    author.chooses("indicator I1 scores")
    author.types(1, 1, "85")
    author.types(2, 0, "85")
    author.waits(errors=0)


def paste_and_correct_twenty_rows(author: GridUser) -> None:
    author.chooses("Examples")
    author.keys.press("Control+Enter")
    author.pastes([WRONG.get(number, row) for number, row in enumerate(ROWS)])
    assert author.reads_row(20) == list(ROWS[19])
    for left in (3, 2, 1):
        author.waits(errors=left)
        author.keys.press("F8")
        if left == len(WRONG):
            author.person.pictures("draft-grid", height=1000)
        row, column = author.here()
        assert author.page.locator("#grid .active").get_attribute("aria-invalid") == "true"
        author.keys.type(ROWS[row - 1][column])
        author.keys.press("Enter")
    author.waits(errors=0)
    for text in author.page.locator("#grid-text pre").all_inner_texts():
        assert all(f"| {share} " in text for share, _ in ROWS)


def save_and_submit(author: GridUser) -> None:
    words = author.person.words["drafts"]
    author.tabs_to(author.page.locator("#f-note"))
    author.keys.type("85 instead of 80")
    author.presses(author.button(words["save"]))
    answer = author.page.locator("#answer").inner_text()
    assert words["check_passed"].format(count=50) in answer, answer
    author.presses(author.link(words["to_approval"]))
    author.signs("submit")


def approve_and_publish(approver: GridUser) -> None:
    approver.goes_to_drafts()
    approver.presses(approver.link(DRAFT))
    approver.presses(approver.link(approver.person.words["drafts"]["to_approval"]))
    patient_expect()(approver.page.locator("#proofs .yes")).to_have_count(2)
    approver.signs("approve")
    approver.signs("publish")
    assert approver.person.words["draft_state"]["published"] in approver.person.reads()


def begun(person: Person) -> GridUser:
    """Start a draft, and open its grid."""
    user = GridUser(person)
    user.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    user.goes_to_drafts()
    scorecards = user.page.locator("#f-scorecard")
    user.tabs_to(scorecards)
    while scorecards.input_value() != "scorecards/smallest":
        user.keys.press("ArrowDown")
    user.presses(user.button(person.words["drafts"]["begin_button"]))
    user.presses(user.link(user.words["title"]))
    user.begins()
    return user


def test_keys_of_a_spreadsheet(tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        with draft_desk(tmp_path, browser, "zh", bilingual_draft(tmp_path / "files")) as (people, drafters):
            user = begun(people["author"])
            assert axe(user.page) == []
            moves_and_edits(user)
            copies_and_undoes(user)
            choices_and_completions(user)
            leaves_the_grid(user)
            fits_a_phone(user)
            is_refused_after_a_newer_revision(user, drafters)
        browser.close()


def moves_and_edits(user: GridUser) -> None:
    user.chooses("these facts")
    user.keys.press("Tab")
    user.page.set_viewport_size({"width": 1000, "height": 700})
    user.page.wait_for_timeout(500)  # a grid that draws itself again loses the focus
    user.keys.press("Shift+Tab")
    assert user.here() == (0, 0)
    user.page.set_viewport_size({"width": 1280, "height": 800})
    user.keys.press("End")
    assert user.here() == (0, 8)
    user.keys.press("Tab")
    assert user.here() == (1, 0)  # wraps to the next row
    user.goes_to(0, 2)
    user.keys.press("F2")
    user.keys.type("!")
    user.keys.press("Escape")
    assert user.reads_row(0)[2] == "电力份额"
    user.keys.press("F2")
    user.keys.type("!")
    user.keys.press("Tab")
    assert (user.reads_row(0)[2], user.here()) == ("电力份额!", (0, 3))
    user.keys.press("Control+z")
    assert user.reads_row(0)[2] == "电力份额"
    user.keys.press("Control+y")
    assert user.reads_row(0)[2] == "电力份额!"
    user.keys.press("Control+z")
    user.keys.press("Control+Enter")
    assert user.page.locator("#grid .tabulator-row").count() == 3
    user.keys.press("Control+Delete")
    assert user.page.locator("#grid .tabulator-row").count() == 2
    user.waits(errors=0)


def copies_and_undoes(user: GridUser) -> None:
    user.chooses("indicator I1 scores")
    user.keys.press("Shift+ArrowDown")
    user.keys.press("Shift+ArrowRight")
    user.keys.press("Control+c")
    assert user.page.evaluate("() => navigator.clipboard.readText()").replace("\r", "") == "\t50\n50\t80"
    before = [user.reads_row(row) for row in range(3)]
    user.keys.press("Delete")
    assert [user.reads_row(row)[:2] for row in range(2)] == [["", ""], ["", ""]]
    user.keys.press("Control+z")
    user.goes_to(2, 1)
    user.person.pictures("draft-grid", height=1000)
    user.pastes([('"1\n2"', "3", "outside"), ("4", "5", "outside")])
    assert user.reads_row(2) == ["80", "1↵2", "3"]
    assert user.reads_row(3) == ["", "4", "5"]
    assert user.words["cut_off"].format(count=2) in user.page.locator("#grid-status").inner_text()
    user.keys.press("Control+z")
    assert [user.reads_row(row) for row in range(3)] == before
    assert user.page.locator("#grid .tabulator-row").count() == 3
    user.waits(errors=0)


def choices_and_completions(user: GridUser) -> None:
    user.chooses("these bases")
    certainty = 5
    user.goes_to(0, certainty)
    user.keys.press("F2")
    user.keys.press("Alt+ArrowDown")
    options = user.page.locator("#suggestions [role=option]")
    assert options.count() == 3
    assert options.nth(0).get_attribute("aria-selected") == "true"
    user.keys.press("ArrowDown")
    assert options.nth(1).get_attribute("aria-selected") == "true"
    assert axe(user.page) == []
    user.keys.press("Enter")
    assert user.reads_row(0)[certainty : certainty + 2] == ["secondary", "转引"]
    user.waits(errors=0)
    user.chooses("these indicators")
    user.goes_to(0, 3)
    user.keys.type("u")
    completion = user.page.locator("#suggestions [role=option]", has_text="use")
    completion.first.wait_for()
    user.keys.press("ArrowDown")
    user.keys.press("Enter")
    user.keys.press("Enter")
    assert user.reads_row(0)[3] == "use"
    user.waits(errors=0)


def test_dates_are_picked_and_problems_fixed_at_the_cell(tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        with draft_desk(tmp_path, browser, "en", small_draft(tmp_path / "files", "RL041-days")) as (people, _):
            user = begun(people["author"])
            picks_and_types_dates(user)
            fixes_a_problem(user)
        browser.close()


def picks_and_types_dates(user: GridUser) -> None:
    picker = user.page.locator("#grid .cell-picker")
    user.chooses("the quantity factor")
    user.goes_to(1, 0)
    user.keys.press("F2")
    user.keys.press("Alt+ArrowDown")
    patient_expect()(picker).to_be_focused()
    assert picker.input_value() == "2026-01-01"
    assert axe(user.page) == []
    assert picks_another_day(user) == "2026-01-02"
    assert user.page.locator("#grid .cell-input").input_value() == "2026-01-02"
    user.keys.press("Enter")
    assert (user.reads_row(1)[0], user.here()) == ("2026-01-02", (2, 0))
    user.keys.press("Control+z")
    user.keys.press("F2")
    user.keys.press("Alt+ArrowDown")
    picks_another_day(user)
    user.keys.press("Escape")
    assert (user.reads_row(1)[0], user.here()) == ("2026-01-01", (1, 0))
    user.types(2, 0, "2027-02-01")
    assert user.reads_row(2)[0] == "2027-02-01"
    user.goes_to(2, 0)
    user.pastes([("2027-03-01",)])
    assert user.reads_row(2)[0] == "2027-03-01"


def picks_another_day(user: GridUser) -> str:
    """Press the right arrow in the open date picker of the browser, then Enter; both are keys of the picker."""
    picker = user.page.locator("#grid .cell-picker")
    before = picker.input_value()
    for _ in range(50):
        user.page.wait_for_timeout(200)  # the picker opens after the key
        if picker.input_value() != before:
            break
        user.keys.press("ArrowRight")
    user.keys.press("Enter")
    user.page.wait_for_timeout(500)
    return picker.input_value()


def fixes_a_problem(user: GridUser) -> None:
    wrong, fix = user.page.locator("#grid .bad"), user.page.locator("#grid-problems button")
    user.chooses("indicator I2 scores")
    user.types(1, 0, "planed")
    user.types(0, 0, "absend")
    patient_expect()(wrong).to_have_count(2)
    user.goes_to(0, 1)
    patient_expect()(fix).to_have_count(0)
    user.goes_to(1, 0)
    patient_expect()(fix).to_have_text("Write planned")
    assert axe(user.page) == []
    fix.click()
    assert (user.reads_row(1)[0], user.here()) == ("planned", (1, 0))
    patient_expect()(wrong).to_have_count(1)
    patient_expect()(user.page.locator("#grid-text pre")).to_contain_text("| planned ")
    user.keys.press("Control+z")
    assert user.reads_row(1)[0] == "planed"
    patient_expect()(wrong).to_have_count(2)
    for row, text in enumerate(("absent", "planned")):
        user.goes_to(row, 0)
        patient_expect()(fix).to_have_text(f"Write {text}")
        user.keys.press("Control+.")
        assert user.reads_row(row)[0] == text
        patient_expect()(wrong).to_have_count(1 - row)


def leaves_the_grid(user: GridUser) -> None:
    user.keys.press("Escape")
    user.keys.press("Tab")
    assert not user.page.evaluate("() => Boolean(document.activeElement.closest('#grid'))")


def fits_a_phone(user: GridUser) -> None:
    user.page.set_viewport_size({"width": 375, "height": 800})
    assert user.page.evaluate("document.documentElement.scrollWidth") <= 375
    assert axe(user.page) == []
    user.page.set_viewport_size({"width": 1280, "height": 800})


def files_of(drafters: Drafters, revision: str) -> dict[str, str]:
    answer = drafters.ask("li.wei", "GetDraftRevision", GetDraftRevisionRequest(name=revision))
    return {file.path: file.content for file in answer.source_files}


def is_refused_after_a_newer_revision(user: GridUser, drafters: Drafters) -> None:
    files = files_of(drafters, f"{drafters.name(DRAFT)}/revisions/1")
    theirs = {**files, CARD: files[CARD].replace("| A     | 80       | guide |", "| A     | 81       | guide |")}
    drafters.save("li.wei", DRAFT, theirs, base=1)
    user.presses(user.button(user.person.words["drafts"]["save"]))
    assert user.page.locator("section[aria-labelledby=ov]").count() == 1
    assert "81" in user.page.locator("section[aria-labelledby=ov]").inner_text()
    user.begins()
    user.chooses("these bases")
    assert user.reads_row(0)[5] == "secondary"  # the edits are not lost
    user.presses(user.button(user.person.words["drafts"]["save_merged"]))
    saved = drafters.get(DRAFT)
    assert saved.revision.name.endswith("/revisions/3")
    texts = files_of(drafters, saved.revision.name)
    assert "| A     | 81       | guide |" in texts[CARD]
    assert "secondary" in texts[CARD]


def test_without_javascript_the_text_and_the_spreadsheet_remain(tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        with draft_desk(tmp_path, browser, "en", bilingual_draft(tmp_path / "files")) as (people, _):
            author = people["author"]
            begun(author)
            context = browser.new_context(java_script_enabled=False, storage_state=author.page.context.storage_state())
            page = context.new_page()
            page.goto(author.page.url)
            notice = page.locator("noscript .notice")
            assert notice.get_by_role("link").count() == 2
            assert not page.locator("#grid-form").is_visible()
        browser.close()
