"""The workbench over a real server: a case by forms alone, what is tried against it, and what nobody loses."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from lxml import html

from service.identity.principals import Role
from service.store.accounts import opened_accounts
from tests.support.browsing import Browser, account_of, people_of
from tests.support.casework import AGREEMENT, PHOTOGRAPH, REPORT, SUBJECT, Body
from tests.support.running import RunningServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.full
Opening = Callable[..., Browser]
SCRIPT = "<script>alert(1)</script>"
CASES = "/workbench/cases"
CHOSEN = "chosen-by-an-attacker"


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[Body]:
    with RunningServer(
        tmp_path_factory.mktemp("workbench"),
        gazette,
        TOUCHSTONE_API_KEYS="true",
        TOUCHSTONE_PUBLIC_REGISTERS="example",
        TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
    ) as running:
        body = Body(running)
        body.begin()
        yield body


@pytest.fixture(scope="module")
def passwords(body: Body) -> dict[str, str]:
    return people_of(body)


@pytest.fixture(scope="module")
def fresh(body: Body) -> Iterator[Opening]:
    """Give a browser of somebody new, closed at the end."""
    with ExitStack() as held:

        def open_one(language: str = "en") -> Browser:
            browser = Browser(body.server.http, language)
            held.callback(browser.http.close)
            return browser

        yield open_one


@pytest.fixture(scope="module")
def signed(fresh: Opening, passwords: dict[str, str]) -> Opening:
    known: dict[tuple[str, str], Browser] = {}

    def give(name: str, language: str = "en") -> Browser:
        if (name, language) not in known:
            known[name, language] = fresh(language)
            known[name, language].sign_in(name, passwords[name])
        return known[name, language]

    return give


def text(page: object) -> str:
    return " ".join(page.text_content().split())  # type: ignore[attr-defined] # lxml has no types


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_case_by_forms_from_application_to_suspension(
    body: Body, signed: Opening, fresh: Opening, language: str
) -> None:
    office, rui, ada, ben, dan, eva = (
        signed(name, language) for name in ("office", "rui", "ada", "ben", "dan", "eva")
    )  # fmt: skip
    case = f"{CASES}/forms-{language}"
    office.send(
        "/workbench/clients/works/apply", case_id=f"forms-{language}", subject="works", profile="small",
        scorecard=f"scorecards/{body.apply(f'card-{language}').content.scorecard.rpartition('/')[2]}",
        scope=f"Parts {SCRIPT}", sites=["hall-0", "hall-1", "hall-2"],
    )  # fmt: skip
    page = rui.http.get(case).text
    assert SCRIPT not in page
    assert "&lt;script&gt;" in page
    assert f"forms-{language}" in text(rui.get("/workbench"))
    wrong = rui.send(f"{case}/steps/ask", 422, due_date="tomorrow", statement="Who runs hall 2?", reason="unclear")
    assert "Who runs hall 2?" in wrong.text
    assert 'href="#f-due_date"' in wrong.text
    rui.send(f"{case}/steps/ask", due_date="2099-01-31", statement="Who runs hall 2?", reason="unclear")
    assert f"forms-{language}" in text(office.get("/workbench"))
    office.send(f"{case}/steps/answer", statement="We do.", reason="asked")
    rui.send(f"{case}/steps/accept", reason="complete")
    office.send(f"{case}/steps/agree", agreement_digest=AGREEMENT, reason="signed")
    rui.send(f"{case}/steps/plan", team=["ada", "ben"], sites=["hall-0", "hall-1"], due_date="2099-01-31", reason="ok")
    ada.send(f"{case}/steps/start", reason="on site")
    ada.send(f"{case}/steps/raise", severity="minor", requirement="§5.1", statement=SCRIPT, reason="seen")
    finding = f"{case}/findings/1"
    assert SCRIPT not in ada.http.get(finding).text
    office.send(
        f"{finding}/steps/answer", cause="none kept", correction="kept now", corrective_action="trained", reason="-"
    )
    ben.send(f"{finding}/steps/accept_plan", reason="sound")
    office.send(f"{finding}/steps/show", evidence=PHOTOGRAPH, reason="done")
    ben.send(f"{finding}/steps/close", method="Read on site", reason="works")
    evaluation = body.evaluate(SUBJECT)
    assert evaluation in ada.http.get(f"{case}/steps/conclude").text
    ada.send(f"{case}/steps/conclude", evaluation=evaluation, report_digest=REPORT, reason="all seen")
    ada.send(f"{case}/steps/hand_over", reason="ready")
    dan.send(f"{case}/steps/recommend", reason="sound")  # what was concluded is filled in
    eva.send(f"{case}/steps/grant", sites=["hall-0", "hall-1"], reason="agreed")
    dan.send(f"{case}/steps/issue", reason="as decided")
    items = body.get(f"forms-{language}").items
    number = next(one.content.number for one in items if one.item.startswith("certificates/"))
    public = fresh(language)
    assert number in text(public.get(f"/register?organization=example&q={number[:8]}"))
    assert public.get(f"/register/example/{number}").xpath("//*[@class='status active']")
    eva.send(f"{case}/certificates/1/steps/suspend", due_date="2099-06-30", public_reason="asked", reason="asked")
    page = public.get(f"/register/example/{number}")
    assert page.xpath("//section[contains(@class, 'verdict suspended')]")
    assert "Ada" not in text(page)
    assert len(ada.get(f"{case}/log").xpath("//main//ol[@class='log']/li")) == body.get(f"forms-{language}").revision


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_page_answers_in_its_language(body: Body, signed: Opening, fresh: Opening, language: str) -> None:
    body.apply(f"shown-{language}")
    rui, own = signed("rui", language), {"en": "en-GB", "zh": "zh-CN"}[language]
    for path in (
        "/workbench", CASES, f"{CASES}?state=submitted", f"{CASES}/shown-{language}", f"{CASES}/shown-{language}/log",
        f"{CASES}/shown-{language}/steps/accept", "/workbench/clients", "/workbench/clients?q=works",
        "/workbench/clients/works", "/workbench/people", "/workbench/people/ada", "/workbench/profiles",
        "/workbench/profiles/small", "/workbench/calendar?until=2199-12-31", "/register",
    ):  # fmt: skip
        page = rui.get(path)
        assert page.get("lang") == own, path
        assert len(page.xpath("//h1")) == 1, path
    other = rui.get(f"{CASES}?state=submitted&language={'zh' if language == 'en' else 'en'}")
    assert other.get("lang") != own
    rui.get(f"{CASES}?language={language}")


def test_nobody_comes_in_without_signing_in_nor_from_elsewhere(
    body: Body, signed: Opening, fresh: Opening, passwords: dict[str, str]
) -> None:
    body.apply("attacked")
    stranger = fresh()
    away = stranger.http.get(f"{CASES}/attacked")
    assert (away.status_code, away.headers["location"].partition("?")[0]) == (303, "/workbench/sign-in")
    other = fresh()
    other.sign_in("foreign", account_of(body, "foreign", [Role.DECIDER, Role.REVIEWER], "other"))
    assert "attacked" not in text(other.get(CASES))
    assert other.http.get(f"{CASES}/attacked").status_code in {403, 404}
    rui = signed("rui")
    fields = {**rui.fields(f"{CASES}/attacked/steps/accept"), "reason": "mine"}
    path = f"{CASES}/attacked/steps/accept"
    for wrong in ({"form_token": "0" * 64}, {"form_token": other.fields("/workbench/new-client")["form_token"]}):
        assert rui.http.post(path, data={**fields, **wrong}).status_code == 403
    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert rui.http.post(path, data=fields, headers=headers).status_code == 403
    assert rui.http.post(path, json={}).status_code == 415
    assert rui.http.put(path).status_code == 405
    assert body.get("attacked").revision == 1
    page = rui.http.get(f"{CASES}/attacked")
    assert page.headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")
    assert page.headers["cache-control"] == "no-store"
    assert signed("author").http.get("/workbench/new-person").status_code == 403
    assert rui.http.get(f"{CASES}/attacked/steps/no-such").status_code == 404


def test_a_session_is_new_at_sign_in_and_ends_on_the_server(fresh: Opening, passwords: dict[str, str]) -> None:
    name = "touchstone-session"
    browser = fresh()
    browser.http.cookies.set(name, CHOSEN)
    answer = browser.sign_in("rui", passwords["rui"])
    token = answer.cookies[name]
    assert token != CHOSEN
    assert len(token) >= 43
    assert {"HttpOnly", "SameSite=lax"} <= set(answer.headers["set-cookie"].split("; "))
    browser.http.cookies.clear()
    browser.http.cookies.set(name, token)
    browser.get("/workbench")
    fields = browser.get("/workbench").xpath("//form[@action='/workbench/sign-out']")[0].form_values()
    browser.http.post("/workbench/sign-out", data=dict(fields))
    browser.http.cookies.set(name, token)
    assert browser.http.get("/workbench").status_code == 303
    for target in ("//evil.example/workbench", "https://evil.example", "/workbench/../evil", "/workbench\\@evil"):
        again = fresh()
        given = again.send("/workbench/sign-in", name="ben", password=passwords["ben"], next=target)
        assert given.headers["location"].startswith("/workbench"), target


def test_passwords_cannot_be_guessed_and_an_ended_account_is_out_at_once(body: Body, fresh: Opening) -> None:
    password = account_of(body, "guessed", [Role.REVIEWER])
    browser = fresh()
    for _ in range(5):
        browser.sign_in("guessed", "wrong", 422)
    refused = browser.sign_in("guessed", password, 422)
    assert text_of_problem(refused.text) == text_of_problem(browser.sign_in("nobody-such", "wrong", 422).text)
    leaving = account_of(body, "leaving", [Role.REVIEWER])
    other = fresh()
    other.sign_in("leaving", leaving)
    other.get("/workbench/clients")
    with opened_accounts(body.server.environment["TOUCHSTONE_DATABASE_URL"]) as accounts:
        accounts.end("leaving", "2026-01-01T00:00:00Z")
    assert other.http.get("/workbench/clients").status_code == 303


def text_of_problem(page: str) -> str:
    return page.partition('class="errors"')[2].partition("</ul>")[0]


def test_what_was_typed_is_kept_when_somebody_was_faster_or_the_session_has_ended(
    body: Body, signed: Opening, fresh: Opening, passwords: dict[str, str]
) -> None:
    body.apply("kept")
    rui, path = signed("rui"), f"{CASES}/kept/steps/ask"
    typed = {**rui.fields(path), "due_date": "2099-01-31", "statement": "Typed with care", "reason": "why"}
    body.step("dan", "kept", "accept")
    late = rui.http.post(path, data=typed)
    assert late.status_code in {409, 422}
    assert "Typed with care" in late.text
    assert "Somebody was faster" in late.text
    body.apply("kept-too")
    path = f"{CASES}/kept-too/steps/ask"
    browser = fresh()
    browser.sign_in("rui", passwords["rui"])
    typed = {**browser.fields(path), "due_date": "2099-01-31", "statement": "Typed “again” & <more>", "reason": "why"}
    browser.http.cookies.clear()
    asked = browser.http.post(path, data=typed)
    assert asked.status_code == 401
    again = fresh()
    again.http.cookies = browser.http.cookies
    form = html.fromstring(asked.text).xpath("//main//form")[0]
    shown = again.http.post(
        form.get("action"), data={**dict(form.form_values()), "name": "rui", "password": passwords["rui"]}
    )
    assert shown.status_code == 200
    form = html.fromstring(shown.text).xpath("//main//form")[-1]
    assert dict(form.form_values())["statement"].strip() == "Typed “again” & <more>"
    assert body.get("kept-too").revision == 1
    assert again.http.post(form.get("action"), data=dict(form.form_values())).status_code == 303
    assert body.get("kept-too").state == "waiting"
