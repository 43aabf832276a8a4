"""Stories of docs/first-week.md in a real browser: each step on pages, signed in as the responsible person."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from service.configuration.folders import CHECKOUT
from tests.support.casework import AGREEMENT, PHOTOGRAPH
from tests.support.desk import Desk, Person, empty_desk, turned

pytestmark = pytest.mark.full

_FENCE = re.compile(r"^```(?:yaml|toml)\n# ([\w.-]+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
DAY = "2026-03-01"
PEOPLE = {
    "ada": ["evaluation"], "ben": ["evaluation"], "rui": ["application", "review"], "dan": ["review", "decision"],
    "eva": ["appeal", "decision"], "office": [],
}  # fmt: skip
WORDS: Mapping[str, Mapping[str, Any]] = {
    "en": {
        "valid": ("You are certified.", "Certificate valid", "You can rely on this certificate today"),
        "suspended": ("Your certificate is suspended.", "Certificate suspended", "Do not rely on this certificate"),
        "withdrawn": ("Your certificate was withdrawn.", "Certificate withdrawn", "Do not rely on this certificate"),
        "issue": "Granted and issued", "suspend": "Suspended", "reinstate": "Reinstated", "withdraw": "Withdrawn",
        "appeals/1": "Upheld", "surveillances/1": "Maintained", "complaints/1": "Dismissed",
    },
    "zh": {
        "valid": ("您已获证。", "证书有效", "）可予采信。"),
        "suspended": ("您的证书已暂停。", "证书已暂停", "）不可采信。"),
        "withdrawn": ("您的证书已被撤销。", "证书已撤销", "）不可采信。"),
        "issue": "授予并颁发", "suspend": "暂停", "reinstate": "恢复", "withdraw": "撤销",
        "appeals/1": "成立", "surveillances/1": "已保持", "complaints/1": "不成立",
    },
}  # fmt: skip
"""Statements of the holder's pages, of the pages of the body and of the register; history; ends of items."""
STAGES: Mapping[str, tuple[str, Sequence[str], Sequence[str]]] = {
    "issue": ("valid", ["issue"], []),
    "suspend": ("suspended", ["issue", "suspend"], []),
    "uphold": ("suspended", ["issue", "suspend"], ["appeals/1"]),
    "reinstate": ("valid", ["issue", "suspend", "reinstate"], ["appeals/1"]),
    "maintain": ("valid", ["issue", "suspend", "reinstate"], ["appeals/1", "surveillances/1"]),
    "dismiss": ("valid", ["issue", "suspend", "reinstate"], ["appeals/1", "surveillances/1", "complaints/1"]),
    "withdraw": ("withdrawn", ["issue", "suspend", "reinstate", "withdraw"], ["appeals/1", "complaints/1"]),
}
"""After each step on the certificate: its state, its history, and items that have ended."""
NEVER = re.compile(r"touchstone [a-z]|organizations/|scorecards/|[A-Z]+_[A-Z_]+|[a-z]+s/\d|[a-z]@\d")
"""Shell commands, and ids of things that have a name."""
RATINGS = {
    f"{name}.yaml": "subject: organizations/example/subjects/works\n"
    f"facts: {{certified: {{ratings: [{{person: users/{name}, value: {value}, rationale: read by me}}]}}}}\n"
    for name, value in (("ada", "yes"), ("ben", "no"))
}
"""Independent ratings that differ."""
COMPLAINT = "The hall smells."
ISSUED = {"number": "R-1", "body": "Body of the example", "issue_date": "2026-03-02"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_stories_of_a_case(language: str, tmp_path: Path, gazette: Path) -> None:
    page = (CHECKOUT / "docs/first-week.md").read_text(encoding="utf-8")
    files = dict(_FENCE.findall(page)) | RATINGS
    files["next-year.yaml"] = files["factory.yaml"].replace("85.5 %", "60 %")
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with empty_desk(tmp_path, gazette, language) as desk:
        the_scheme_and_its_people(desk, files["factories.toml"])
        intake_to_certificate(desk, tmp_path)
        findings_with_corrective_action(desk, tmp_path)
        two_assessors_and_moderation(desk, tmp_path)
        suspension_and_appeal(desk)
        surveillance_with_the_comparison(desk, tmp_path)
        a_complaint_from_the_register(desk)
        a_correction_that_withdraws(desk)
        what_is_set_up(desk)


def the_scheme_and_its_people(desk: Desk, profile: str) -> None:
    author, approver, olu, office = desk["author"], desk["approver"], desk["olu"], desk["office"]
    author.goes_to("profiles")
    author.follows(author.words["new_profile"])
    author.follows(author.words["as_toml"])
    author.fills_in(profile="factories", content=f'{profile}"case.grant" = ["decision_signed"]\n')
    author.presses(author.words["propose"])
    approver.goes_to("profiles")
    turned(approver.page, "main a[href$='/factories']")
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
    olu.goes_to("people")
    olu.follows(olu.words["new_person"])
    olu.fills_in(person="lin", display_name="Lin", accounts="account/lin", client="works")
    olu.presses(olu.words["save"])
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
    soon = (datetime.now(UTC) + timedelta(days=20)).date().isoformat()
    desk["rui"].takes("plan", case, team=team, sites=sites, due_date=soon, reason="two days on site")
    desk["ada"].takes("start", case, reason="on site")


def intake_to_certificate(desk: Desk, folder: Path) -> None:
    office, ada, rui, dan = (desk[one] for one in ("office", "ada", "rui", "dan"))
    applied_for(desk, "works-1", "Making of parts", "hall-1", "hall-2")
    office.gives(folder / "factory.yaml", "declare", "works-1", reason="as sent")
    to_evaluation(desk, "works-1", ["ada"], ["hall-1", "hall-2"])
    assert DAY in ada.evaluates("works-1", DAY)
    ada.pictures("score", width=375)
    digest = ada.concludes("works-1", reason="all seen", **ISSUED)
    ada.takes("hand_over", "works-1", reason="report frozen")
    rui.takes("recommend", "works-1", report_digest=digest, reason="it holds")
    dan.signs("grant", "works-1", report_digest=digest, sites=["hall-1", "hall-2"], reason="as recommended")
    dan.takes("issue", "works-1", reason="granted")
    dan.stands("works-1", "valid", "certificates/1")
    pages_are_true(desk, "issue")


def findings_with_corrective_action(desk: Desk, folder: Path) -> None:
    office, ada, ben = (desk[one] for one in ("office", "ada", "ben"))
    applied_for(desk, "works-2", "Painting of parts", "hall-1")
    office.gives(folder / "factory.yaml", "declare", "works-2", reason="as sent")
    to_evaluation(desk, "works-2", ["ada", "ben"], ["hall-1"])
    seen = "No meter log of May was shown."
    ada.takes("raise", "works-2", severity="major", requirement="5.1", statement=seen, reason="seen on site")
    office.takes(
        "answer", "works-2", "findings/1", cause="Nobody was told to read it.", correction="Read since June.",
        corrective_action="The shift plan names who reads.", reason="we looked",
    )  # fmt: skip
    ben.opens("works-2", "findings/1")
    ben.pictures("finding")
    ben.goes_to("my_work")
    assert ben.words["todo"]["findings"]["answered"].format(number=1) in ben.reads()
    ben.pictures("home", height=1000)
    ben.follows(ben.words["as_list"])
    ben.pictures("my-work", height=640)
    ben.takes("accept_plan", "works-2", "findings/1", reason="it meets the cause")
    ben.takes("extend", "works-2", "findings/1", due_date="2099-03-31", reason="the meter is on order")
    office.takes("show", "works-2", "findings/1", evidence=PHOTOGRAPH, reason="done")
    ben.takes("close", "works-2", "findings/1", method="Read the log of June on site.", reason="it works")
    office.stands("works-2", "closed", "findings/1")


def two_assessors_and_moderation(desk: Desk, folder: Path) -> None:
    author, approver, ada, ben = (desk[one] for one in ("author", "approver", "ada", "ben"))
    author.goes_to("profiles")
    turned(author.page, "main a[href$='/factories']")
    author.follows(author.words["as_toml"])
    content = author.page.input_value("#f-content")
    assert content.count("extensions = 1") == 1
    author.fills_in(content=content.replace("extensions = 1", "extensions = 1\nassessors = 2"))
    author.presses(author.words["propose"])
    approver.goes_to("profiles")
    turned(approver.page, "main a[href$='/factories']")
    approver.presses(approver.words["approve"])
    applied_for(desk, "works-3", "Coating of parts", "hall-2")
    to_evaluation(desk, "works-3", ["ada", "ben"], ["hall-2"])
    ada.gives(folder / "ada.yaml", "rate", "works-3", reason="read by me")
    ben.opens("works-3")
    ben.turns_to(ben.words["dossier"])
    assert ben.words["fact_state"]["differing"] not in ben.reads()  # independent ratings are hidden before submission
    ben.gives(folder / "ben.yaml", "rate", "works-3", reason="read by me")
    ben.opens("works-3")
    ben.turns_to(ben.words["dossier"])
    assert ben.words["fact_state"]["differing"] in ben.reads()
    turned(ben.page, "main a[href$='/dossier/certified']")
    ben.follows(ben.words["step"]["verify"])
    ben.fills_in(judgement="corrected", corrected="true", method="moderation", reason="it was renewed")
    ben.presses(ben.words["assess"]["save_next"])
    ben.turns_to(ben.words["dossier"])
    assert ben.words["fact_state"]["differing"] not in ben.reads()


def suspension_and_appeal(desk: Desk) -> None:
    office, dan, eva = (desk[one] for one in ("office", "dan", "eva"))
    public_reason, certificate = "Meters unsealed.", "certificates/1"
    dan.takes(
        "suspend", "works-1", certificate, due_date="2099-01-31", public_reason=public_reason,
        reason="meters found unsealed",
    )  # fmt: skip
    pages_are_true(desk, "suspend")
    office.takes("appeal", "works-1", statement="They were sealed.", complainant="Works Ltd", reason="by letter")
    eva.takes("acknowledge", "works-1", "appeals/1", due_date="2099-01-15", reason="received")
    looked_at = "The seals are on the photographs."
    eva.takes("investigate", "works-1", "appeals/1", statement=looked_at, reason="looked at")
    outcome = "The suspension rested on the wrong hall."
    eva.takes("uphold", "works-1", "appeals/1", outcome=outcome, reason="the wrong hall")
    office.stands("works-1", "upheld", "appeals/1")
    pages_are_true(desk, "uphold")
    dan.takes("reinstate", "works-1", certificate, reason="the appeal was upheld")
    dan.stands("works-1", "valid", certificate)
    pages_are_true(desk, "reinstate")


def surveillance_with_the_comparison(desk: Desk, folder: Path) -> None:
    office, ada, rui, dan = (desk[one] for one in ("office", "ada", "rui", "dan"))
    surveyed = "surveillances/1"
    rui.takes("survey", "works-1", team=["ada"], sites=["hall-1"], due_date="2099-01-31", reason="a year has passed")
    office.gives(folder / "next-year.yaml", "declare", "works-1", surveyed, reason="as sent")
    ada.takes("start", "works-1", surveyed, reason="on site")
    assert "2026-03-02" in ada.evaluates("works-1", "2026-03-02")
    digest = ada.concludes("works-1", surveyed, reason="all seen", **ISSUED)
    ada.opens("works-1")
    ada.turns_to(ada.words["comparison"])
    ada.follows(f"{ada.words['item']['surveillances']} 1")
    assert "I1" in ada.reads()
    ada.pictures("comparison", media="print")
    ada.takes("hand_over", "works-1", surveyed, reason="report frozen")
    rui.takes("recommend", "works-1", surveyed, report_digest=digest, reason="it holds")
    dan.takes("maintain", "works-1", surveyed, report_digest=digest, reason="as recommended")
    dan.stands("works-1", "maintained", surveyed)
    pages_are_true(desk, "maintain")


def a_complaint_from_the_register(desk: Desk) -> None:
    outsider, eva = desk.outsider(), desk["eva"]
    outsider.fills_in(search="works")
    outsider.presses(outsider.words["search"])
    outsider.follows("Works Ltd")
    complaint = outsider.words["public_complaint"]
    outsider.follows(complaint["title"])
    outsider.fills_in(statement=COMPLAINT, complainant="Neighbour, 3 Mill Road")
    outsider.presses(complaint["send"])
    assert complaint["received"].partition("{")[0] in outsider.reads()
    eva.takes("acknowledge", "works-1", "complaints/1", due_date="2099-01-15", reason="received")
    eva.takes("investigate", "works-1", "complaints/1", statement="Nothing smells.", reason="visited")
    eva.takes("dismiss", "works-1", "complaints/1", outcome="It is the neighbouring farm.", reason="visited")
    pages_are_true(desk, "dismiss")


def a_correction_that_withdraws(desk: Desk) -> None:
    dan = desk["dan"]
    dan.goes_to("corrections")
    dan.fills_in(value="Grid company")
    dan.page.select_option("#ask-kind", "issuer")
    dan.presses(dan.words["where_used"]["ask"])
    assert dan.page.locator("main table.list").first.locator("tbody tr").count()
    dan.page.click("main details.other summary")
    dan.fills_in(campaign_id="lost", reason="lost its rights")
    dan.presses(dan.words["begin_correction"])
    dan.presses(dan.words["evaluate_again"])
    assert dan.words["again"]["changed"] in dan.page.locator("main table").first.inner_text()
    dan.page.locator("main input[name=evaluation]").first.check()
    dan.page.select_option("#f-disposition", "to_be_asked")
    dan.fills_in(reason="the client has other readings")
    dan.presses(dan.words["where_used"]["note_decision"])
    assert dan.words["disposition"]["to_be_asked"] in dan.page.locator("main form table").inner_text()
    dan.takes(
        "withdraw", "works-1", "certificates/1", campaign="organizations/example/campaigns/lost",
        public_reason="Its readings do not count.", reason="its readings do not count",
    )  # fmt: skip
    dan.stands("works-1", "withdrawn", "certificates/1")
    pages_are_true(desk, "withdraw")


def pages_are_true(desk: Desk, step: str) -> None:
    """Check the certificate pages of the holder, the body and the public after a step."""
    lin, rui, outsider = desk["lin"], desk["rui"], desk.outsider()
    words = WORDS[lin.language]
    state, history, ended = STAGES[step]
    holder, body, register = words[state]
    others = {text for other in ("valid", "suspended", "withdrawn") for text in words[other]} - set(words[state])

    def reads(person: Person, *said: str) -> str:
        text = person.reads()
        missing, untrue = [one for one in said if one not in text], [one for one in others if one in text]
        assert not missing + untrue, (step, person.page.url, missing, untrue)
        assert (found := NEVER.search(text)) is None, (step, person.page.url, found)
        return text

    lin.goes_to("my_work")
    reads(lin, holder)
    lin.follows("Making of parts", exact=False)
    told = reads(lin, holder, *(words[item] for item in ended if item.startswith("appeals/")))
    assert COMPLAINT not in told  # which concerns the holder, and is between its author and the body
    turned(lin.page, lin.page.get_by_role("link", name=lin.words["applicant"]["all_yours"], exact=True))
    rui.goes_to("my_work")
    reads(rui)
    rui.goes_to("cases")
    reads(rui, body)
    rui.opens("works-1")
    assert body in rui.page.inner_text(".casebar")
    reads(rui)
    for item in ("certificates/1", *ended):
        rui.opens("works-1", item)
        reads(rui, *([words[item]] if item in words else []))
    outsider.fills_in(search="works")
    outsider.presses(outsider.words["search"])
    reads(outsider)
    outsider.follows("Works Ltd")
    reads(outsider, register)
    rows = [row.inner_text() for row in outsider.page.locator("main table tbody tr").all()]
    assert len(rows) == len(history), rows
    assert all(words[one] in row for one, row in zip(history, rows, strict=True)), rows


def what_is_set_up(desk: Desk) -> None:
    olu = desk["olu"]
    olu.goes_to("set_up")
    assert olu.words["set_up"]["ready"] in olu.reads()
    olu.pictures("set-up")
