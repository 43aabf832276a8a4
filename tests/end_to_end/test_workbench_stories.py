"""The stories of docs/first-week.md by pages alone, in a real browser: each step by whoever signs in for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from service.folders import CHECKOUT
from tests.support.casework import AGREEMENT
from tests.support.desk import empty_desk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.desk import Desk

pytestmark = pytest.mark.full

_FENCE = re.compile(r"^```(?:yaml|toml)\n# ([\w.-]+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
DAY = "2026-03-01"
PEOPLE = {
    "ada": ["evaluation"], "ben": ["evaluation"], "rui": ["application", "review"], "dan": ["review", "decision"],
    "eva": ["appeal", "decision"], "office": [],
}  # fmt: skip
ISSUED = {"number": "R-1", "body": "Body of the example", "issue_date": "2026-03-02"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_stories_of_a_case(language: str, tmp_path: Path, gazette: Path) -> None:
    page = (CHECKOUT / "docs/first-week.md").read_text(encoding="utf-8")
    files = dict(_FENCE.findall(page))
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with empty_desk(tmp_path, gazette, language) as desk:
        the_scheme_and_its_people(desk, files["factories.toml"])
        intake_to_certificate(desk, tmp_path)
        assert desk.signed_in > 2


def the_scheme_and_its_people(desk: Desk, profile: str) -> None:
    author, approver, olu, office = desk["author"], desk["approver"], desk["olu"], desk["office"]
    author.goes_to("profiles")
    author.follows(author.words["new_profile"])
    author.fills_in(profile="factories", content=f'{profile}"case.grant" = ["decision_signed"]\n')
    author.presses(author.words["propose"])
    approver.goes_to("profiles")
    approver.page.locator("main a[href$='/factories']").click()
    approver.presses(approver.words["approve"])
    for name, functions in PEOPLE.items():
        olu.goes_to("people")
        olu.follows(olu.words["new_person"])
        olu.fills_in(person=name, display_name=name.title(), accounts=f"account/{name}", functions=functions)
        olu.presses(olu.words["save"])
    office.goes_to("clients")
    office.follows(office.words["new_client"])
    office.fills_in(client="works", display_name="Works Ltd", registered_id="91110000MA01")
    office.fills_in(sites="hall-1 = 1 Mill Road\nhall-2 = 2 Mill Road")
    office.presses(office.words["save"])
    enrolment = desk["dan"].makes_a_passkey()
    olu.goes_to("people")
    olu.follows("Dan")
    olu.fills_in(enrolment=enrolment)
    olu.presses(olu.words["save"])


def applied_for(desk: Desk, case: str, scope: str, *sites: str) -> None:
    office = desk["office"]
    office.goes_to("clients")
    office.follows("Works Ltd")
    office.follows(office.words["open_case"])
    office.fills_in(case_id=case, profile="factories", scorecard="scorecards/small-factory", scope=scope, sites=sites)
    office.presses(office.words["open_case"])


def to_evaluation(desk: Desk, case: str, team: list[str], sites: list[str]) -> None:
    desk["rui"].takes("accept", case, reason="complete, and we are competent")
    desk["office"].takes("agree", case, agreement_digest=AGREEMENT, reason="both signed")
    desk["rui"].takes("plan", case, team=team, sites=sites, due_date="2099-01-31", reason="two days on site")
    desk["ada"].takes("start", case, reason="on site")


def intake_to_certificate(desk: Desk, folder: Path) -> None:
    office, ada, rui, dan = (desk[one] for one in ("office", "ada", "rui", "dan"))
    applied_for(desk, "works-1", "Making of parts", "hall-1", "hall-2")
    office.gives(folder / "factory.yaml", "declare", "works-1", reason="as sent")
    to_evaluation(desk, "works-1", ["ada"], ["hall-1", "hall-2"])
    assert DAY in ada.evaluates("works-1", DAY)
    digest = ada.concludes("works-1", reason="all seen", **ISSUED)
    ada.takes("hand_over", "works-1", reason="report frozen")
    rui.takes("recommend", "works-1", report_digest=digest, reason="it holds")
    dan.signs("grant", "works-1", report_digest=digest, sites=["hall-1", "hall-2"], reason="as recommended")
    dan.takes("issue", "works-1", reason="granted")
    dan.stands("works-1", "valid", "certificates/1")
