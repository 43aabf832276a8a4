"""An analyst changes 80 to 85 in a real browser, and publishes it with a colleague; both sign by passkey."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from service.approval.statements import Act
from service.gazette.versions import Gazette
from service.identity.principals import Role
from tests.service.output.report.browser import find_browser
from tests.support.browsing import new_account_at, patient_expect
from tests.support.desk import Person, go_to, machine_of, turned
from tests.support.drafting import SIGNING, Drafters, small_draft
from tests.support.running import RunningServer
from tests.support.signing import Team

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.full
CARD = "card.en.feature"
ROLES = {"author": Role.RULE_AUTHOR, "approver": Role.RULE_APPROVER}
MINUTES = 10


@contextmanager
def desk(folder: Path, browser: Browser, language: str) -> Iterator[dict[str, Person]]:
    """A server with one published card, and two people who signed in and made a passkey each."""
    (folder / "gazette").mkdir(parents=True)
    own = {"author": ["rule-author"], "approver": ["rule-approver"]}
    team = Team(folder / "team", approvals={"*": 1}, roles={**SIGNING, **own})
    with RunningServer(
        folder, folder / "gazette", TOUCHSTONE_API_KEYS="true", TOUCHSTONE_TRUST=str(team.trust),
        TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
    ) as running:  # fmt: skip
        drafters = Drafters(running, team)
        drafters.save("li.wei", "first", small_draft(folder / "files"))
        for act, signer in ((Act.SUBMISSION, "li.wei"), (Act.APPROVAL, "anna"), (Act.PUBLICATION, "anna")):
            drafters.sign(act, signer, "first")
        people = {}
        at = running.http.replace("127.0.0.1", "localhost")  # an address of numbers has no passkeys
        for name, role in ROLES.items():
            person = Person(machine_of(browser), at, name, language)
            person.signs_in(new_account_at(running, name, [role]))
            go_to(person.page, f"{at}/workbench/rule-passkey")
            turned(person.page, "main form button")
            team.passkeys[name] = [json.loads(person.page.input_value("#f-enrolment"))]
            people[name] = person
        team.write()
        yield people


@pytest.mark.parametrize("language", ["en", "zh"])
def test_80_becomes_85_and_is_published_with_a_colleague(language: str, tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    expect = patient_expect()
    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        with desk(tmp_path, browser, language) as people:
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
