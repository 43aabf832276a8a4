"""An analyst changes 80 to 85 in a real browser, and publishes it with a colleague; both sign by passkey."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from service.gazette.versions import Gazette
from tests.service.output.report.browser import find_browser
from tests.support.browsing import patient_expect
from tests.support.draft_desk import draft_desk
from tests.support.drafting import small_draft

pytestmark = pytest.mark.full
CARD = "card.en.feature"
MINUTES = 10


@pytest.mark.parametrize("language", ["en", "zh"])
def test_80_becomes_85_and_is_published_with_a_colleague(language: str, tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    expect = patient_expect()
    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        with draft_desk(tmp_path, browser, language, small_draft(tmp_path / "files")) as (people, _):
            author, approver, begun = people["author"], people["approver"], time.monotonic()
            problems: list[str] = []
            author.page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
            author.goes_to("drafts")
            author.page.select_option("#f-scorecard", "scorecards/smallest")
            author.presses(author.words["drafts"]["begin_button"])
            author.follows(CARD)
            said = author.page.locator("#typed-problems")
            author.page.locator(".cm-content").wait_for()
            author.types_over("| 50       | 80 ", "80", "8x")
            expect(author.page.locator(".cm-lint-marker-error").first).to_be_visible()
            author.types_over("| 50       | 80 ", "8x", "85")
            author.types_over("| 80       |  ", "80", "85")
            expect(said).to_have_text(author.words["drafts"]["typed_sums"].format(errors=0, warnings=0, here=0))
            author.fills_in(note="80 to 85 <b>as agreed</b>")
            author.presses(author.words["drafts"]["save"])
            assert author.words["drafts"]["check_passed"].format(count=4) in author.reads()
            author.follows(author.words["drafts"]["to_approval"])
            author.signs_draft("submit")
            assert author.words["draft_state"]["in_review"] in author.reads()
            approver.goes_to("drafts")
            approver.follows("smallest-1-1-0")
            approver.follows(approver.words["drafts"]["to_approval"])
            assert "85" in approver.page.locator("main .notice").first.inner_text()
            figures = approver.page.locator("#figures b")
            for place, number in enumerate(("1", "4", "19", "0")):
                expect(figures.nth(place)).to_have_text(number)
            expect(approver.page.locator("#unnoticed section")).to_have_count(14)
            expect(approver.page.locator("#proofs .yes")).to_have_count(2)
            approver.pictures("draft-approve", height=1400)
            approver.signs_draft("approve")
            assert approver.words["draft_state"]["approved"] in approver.reads()
            approver.signs_draft("publish")
            assert approver.words["draft_state"]["published"] in approver.reads()
            assert time.monotonic() - begun < MINUTES * 60
            assert not problems  # for example resources blocked by the content security policy
        browser.close()
    newest = Gazette(tmp_path / "gazette").newest("smallest")
    assert newest.scorecard.card.version == "1.1.0"
    assert "| 50       | 85    | 30     |" in newest.sources[CARD]
