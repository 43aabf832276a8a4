"""Preview of a typed value before it is saved: by a button over HTTP, and live in Chromium."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

import pytest
from lxml import html

from service.base.evidence_kinds import kind_word
from service.identity.principals import Role
from tests.end_to_end.test_case_dossiers import begun_apart, rating
from tests.service.output.report.browser import find_browser
from tests.support.browsing import Browser, account_of, patient_expect
from tests.support.casework import PARENT, SUBJECT, Body, declared
from tests.support.desk import Person, go_to
from tests.support.identities import bearing
from touchstone.v1 import case_dossier_service_pb2 as dossiers, evaluation_service_pb2, types_pb2

pytestmark = pytest.mark.full
Opening = Callable[..., Browser]
CASE = "/workbench/cases/moving"
FACT = f"{CASE}/dossier/renewable_share"
SCRIPT = '<img src=x onerror="alert(1)" hx-get="/workbench/people">'


@pytest.fixture(scope="module", name="body")
def prepared(body: Body) -> Body:
    body.to_evaluation("moving")
    body.step("office", "moving", "declare", dossier=declared(status=None))
    return body


@pytest.fixture(scope="module")
def opened(body: Body) -> Opening:
    def open_one(name: str = "", password: str = "", language: str = "en") -> Browser:
        browser = Browser(body.server.http, language)
        if name:
            browser.sign_in(name, password)
        return browser

    return open_one


def looked(
    browser: Browser, step: str = "declare", status: int = 200, at: str = FACT, **typed: str | list[str]
) -> html.HtmlElement:
    """Submit the form with the preview button."""
    if step == "verify":
        at = at.replace("/dossier/", "/assess/")
    fields = {**browser.fields(at), **typed}
    (button,) = browser.get(at).xpath("//main//button[@formaction]")
    answer = browser.http.post(button.get("formaction").partition("#")[0], data=fields)
    assert answer.status_code == status, answer.text
    return html.fromstring(answer.text)


def status_text(page: html.HtmlElement) -> str:
    (status,) = page.xpath("//*[@id='moves']/*[@role='status']")
    return " ".join(status.text_content().split())


def stored(body: Body) -> tuple[int, int]:
    """Count the evaluations that are stored, and the steps of the case."""
    asked = evaluation_service_pb2.ListEvaluationsRequest(parent=PARENT, filter=f'record.subject = "{SUBJECT}"')
    listed = body.server.evaluations.ListEvaluations(asked, metadata=bearing(body.keys["ada"]))
    return len(listed.evaluations), body.get("moving").revision


@pytest.mark.parametrize(
    ("language", "stands", "lower", "none"),
    [
        (
            "en",
            "Current state: Points: 60 – 100.",
            "With 10 %: All grades are excluded. Points: 0 – 40 instead of 60 – 100.",
            "nothing changes.",
        ),
        ("zh", "现状： 得分：60 – 100。", "若为 10 %： 各等级均已排除。 得分：0 – 40（现为 60 – 100）。", "没有变化"),
    ],
)
def test_the_preview_button_shows_the_effect_of_a_value(
    body: Body, opened: Opening, passwords: Mapping[str, str], language: str, stands: str, lower: str, none: str
) -> None:
    before = stored(body)
    desk = opened("office", passwords["office"], language)
    assert not desk.get(FACT).xpath("//*[@id='moves']//table")
    assert status_text(looked(desk)).startswith(stands)
    page = looked(desk, value="10", reason="kept meanwhile")
    assert status_text(page).startswith(lower)
    assert page.xpath("//table[contains(@class, 'rungs')]//td[2]//rect[@class='certain']")
    assert page.xpath("//input[@name='value']/@value") == ["10"]
    assert page.xpath("//textarea[@name='reason']")[0].text_content().strip() == "kept meanwhile"
    (form,) = page.xpath("//main//form[@method='post']")
    assert form.get("action").partition("?")[0] == FACT
    assert none in status_text(looked(desk, value="99"))
    wanted = kind_word("meter-reading", language)
    assert wanted not in status_text(looked(desk, value="99"))
    unproved = looked(desk, value="99", rests=[])
    assert wanted in status_text(unproved)  # a value without its evidence does not count
    assert not looked(desk, value="").xpath("//*[@role='alert']")
    assert stored(body) == before


def test_an_assessor_sees_the_effect_of_a_judgement(body: Body, opened: Opening, passwords: Mapping[str, str]) -> None:
    ada = opened("ada", passwords["ada"])
    before = stored(body)
    assert status_text(looked(ada, "verify")).startswith("Current state: Points: 60 – 100.")
    assert "instead of 60 – 100" in status_text(looked(ada, "verify", judgement="corrected", corrected="50"))
    rejected = status_text(looked(ada, "verify", judgement="rejected"))
    assert rejected.startswith(
        "With rejected: It is undetermined whether there is a grade. Points: 0 – 100 instead of 60 – 100."
    )
    assert "nothing changes." in status_text(looked(ada, "verify", judgement="accepted"))
    assert stored(body) == before


@pytest.mark.parametrize(
    ("name", "step", "typed"),
    [
        ("office", "declare", {"value": "10"}),
        ("ada", "verify", {"judgement": "rejected", "method": "looked", "reason": "gone"}),
    ],
)
def test_a_script_receives_the_same_preview_section_without_the_rest_of_the_page(
    body: Body, opened: Opening, passwords: Mapping[str, str], name: str, step: str, typed: dict[str, Any]
) -> None:
    person = opened(name, passwords[name])
    page, part = looked(person, step, **typed), looked(person, step, **typed, live="1")
    assert not part.xpath("//h1 | //form | //nav")
    assert part.get("id") == "moves"
    (on_page,) = page.xpath("//*[@id='moves']")
    assert [html.tostring(child) for child in part] == [html.tostring(child) for child in on_page]
    standing, alone = person.get(f"{CASE}/standing"), person.get(f"{CASE}/standing?live=1")
    assert not alone.xpath("//h1 | //nav")
    drawn = [html.tostring(of.xpath("//*[@id='stands']")[0]) for of in (standing, alone)]
    assert drawn[0] == drawn[1]


def test_an_invalid_value_is_reported_at_its_field_in_the_preview(
    body: Body, opened: Opening, passwords: Mapping[str, str]
) -> None:
    desk = opened("office", passwords["office"])
    saved = desk.send(FACT, 422, value="140", reason="as sent")
    words = html.fromstring(saved.text).xpath("//*[@id='e-value']")[0].text_content()
    page = looked(desk, status=422, value="140", reason="kept")
    assert page.xpath("//*[@id='e-value']")[0].text_content() == words
    assert page.xpath("//a[@href='#f-value']")
    assert not page.xpath("//*[@id='moves']//table")
    assert words.removeprefix("Error: ") in status_text(looked(desk, status=422, value="140", live="1"))
    page = looked(desk, status=422, value=SCRIPT)
    assert page.xpath("//input[@name='value']/@value") == [SCRIPT]
    assert not page.xpath("//main//img")
    assert not page.xpath("//*[@id='moves']//*[@hx-get]")
    assert "script-src 'self'; connect-src 'self'" in desk.http.get(FACT).headers["content-security-policy"]
    assert "connect-src" not in desk.http.get(CASE).headers["content-security-policy"]


def test_the_preview_is_refused_without_permission_or_valid_form_token(
    body: Body, opened: Opening, passwords: Mapping[str, str]
) -> None:
    desk, before = opened("office", passwords["office"]), stored(body)
    fields, address = {**desk.fields(FACT), "value": "10"}, f"{FACT}/moves"
    unsigned = desk.http.post(address, data={**fields, "form_token": "0" * 64})
    assert unsigned.status_code == 403
    assert "instead of" not in unsigned.text
    assert 'value="10"' in unsigned.text
    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert desk.http.post(address, data=fields, headers=headers).status_code == 403
    assert desk.http.post(address, json={}).status_code == 415
    stranger = opened()
    assert stranger.http.post(address, data=fields).status_code == 401
    other = opened("foreign", account_of(body, "foreign", [Role.ASSESSOR, Role.INTEGRATOR], "other"))
    token = other.get("/workbench/cases").xpath("//input[@name='form_token']/@value")[0]
    foreign = other.http.post(address, data={**fields, "form_token": token})
    assert foreign.status_code in {403, 404}
    assert "60" not in foreign.text.partition("<main")[2]
    rui = opened("rui", passwords["rui"])
    assert not rui.get(FACT).xpath("//*[@id='moves']")
    token = rui.get(FACT).xpath("//input[@name='form_token']/@value")[0]
    assert rui.http.post(address, data={**fields, "form_token": token}).status_code == 403
    assert stored(body) == before


def test_a_client_sees_no_preview_of_its_values(body: Body, opened: Opening) -> None:
    body.keys["lin"] = body.new_key(Role.APPLICANT)
    body.register("lin", client="works")
    person = body.person("lin")
    person.accounts.append("account/lin")
    body.save(person)
    lin = opened("lin", account_of(body, "lin", [Role.APPLICANT]))
    page = lin.get(FACT)
    assert page.xpath("//main//input[@name='value']")
    assert not page.xpath("//button[@formaction] | //*[@id='moves']")
    refused = lin.http.post(f"{FACT}/moves", data={**lin.fields(FACT), "value": "10"})
    assert refused.status_code == 403
    assert lin.http.get(f"{FACT}/moves").status_code == 403


def test_a_stale_form_is_reported_and_its_input_is_preserved(
    body: Body, opened: Opening, passwords: Mapping[str, str]
) -> None:
    desk = opened("office", passwords["office"])
    fields = {**desk.fields(FACT), "value": "10", "reason": "typed before"}
    body.step("office", "moving", "comment", fact="certified", statement="Seen meanwhile.")
    answer = desk.http.post(f"{FACT}/moves", data=fields)
    assert answer.status_code == 200
    assert "Another user acted first" in status_text(html.fromstring(answer.text))
    assert "typed before" in answer.text
    late = desk.http.post(FACT, data=fields)
    assert late.status_code == 409


@pytest.mark.parametrize(
    ("language", "stands", "lower", "same"),
    [
        (
            "en",
            "Current state: Points: 60 – 100.",
            "With 10 %: All grades are excluded.",
            "With 99 %: nothing changes.",
        ),
        ("zh", "现状： 得分：60 – 100。", "若为 10 %： 各等级均已排除。", "若为 99 %： 没有变化。"),
    ],
)
def test_the_live_preview_updates_while_typing_and_only_the_newest_answer_is_shown(
    body: Body, passwords: Mapping[str, str], language: str, stands: str, lower: str, same: str
) -> None:
    from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 -- slow to load

    expect = patient_expect()
    executable, at, before = find_browser(), body.server.http, stored(body)
    wrong: list[str] = []
    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": 375, "height": 800}).new_page()
        person = Person(page, at, "office", language)
        page.on("request", lambda asked: wrong.extend([] if asked.url.startswith(at) else [asked.url]))
        person.signs_in(passwords["office"])
        page.on("console", lambda told: wrong.extend([told.text] if told.type in {"error", "warning"} else []))
        go_to(page, at + FACT)
        status = page.locator("#moves [role=status]")
        expect(status).to_contain_text(stands)
        page.evaluate("window.kept = document.querySelector('#moves [role=status]')")
        title = page.title()
        asked: list[str] = []
        page.on("request", lambda request: asked.extend([request.url] if request.method == "POST" else []))
        page.fill("#f-value", "")
        page.locator("#f-value").press_sequentially("10", delay=50)
        expect(status).to_contain_text(lower)
        assert len(asked) == 1
        assert page.title() == title
        person.pictures("moves", height=1120)
        assert page.evaluate("window.kept === document.querySelector('#moves [role=status]')")  # so it is read out
        assert page.evaluate("document.activeElement.id") == "f-value"
        assert page.evaluate("document.documentElement.scrollWidth") == 375
        held = []
        page.route(
            "**/moves",
            lambda route: held.append(route) if "value=50" in (route.request.post_data or "") else route.continue_(),
        )
        page.fill("#f-value", "50")
        page.wait_for_timeout(900)
        page.fill("#f-value", "99")
        expect(status).to_contain_text(same)
        assert len(held) == 1
        with suppress(Error):  # the page has aborted this request
            held[0].continue_()
        page.wait_for_timeout(500)
        expect(status).to_contain_text(same)
        page.unroute("**/moves")
        page.fill("#f-value", SCRIPT)
        expect(status).not_to_contain_text(same)
        assert page.locator("#moves img").count() == 0
        assert page.input_value("#f-value") == SCRIPT
        browser.close()
    assert not [one for one in wrong if "422" not in one], wrong
    assert stored(body) == before


@pytest.mark.parametrize(("language", "stands"), [("en", "of 100 points"), ("zh", "满分 100 分")])
def test_the_dossier_shows_its_current_score(
    body: Body, opened: Opening, passwords: Mapping[str, str], language: str, stands: str
) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    expect = patient_expect()
    desk, before = opened("office", passwords["office"], language), stored(body)
    (link,) = desk.get(f"{CASE}/dossier").xpath("//*[@id='live']//a/@href")
    shown = desk.get(link)
    assert stands in " ".join(shown.xpath("//*[@id='live']")[0].text_content().split())
    assert shown.xpath("//table[contains(@class, 'rungs')]")
    assert not desk.get(f"{CASE}/dossier").xpath("//table[contains(@class, 'rungs')]")
    rui = opened("rui", passwords["rui"], language)
    assert not rui.get(f"{CASE}/dossier").xpath("//*[@id='stands']")
    assert rui.http.get(link).status_code == 403
    body.apply(f"empty-{language}")
    assert not desk.get(f"/workbench/cases/empty-{language}/dossier").xpath("//*[@id='stands']")
    assert not desk.get(f"/workbench/cases/empty-{language}/standing").xpath("//table")
    executable, at = find_browser(), body.server.http
    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": 375, "height": 800}).new_page()
        go_to(page, f"{at}/workbench/sign-in?language={language}")
        page.fill("#f-name", "ada")
        page.fill("#f-password", passwords["ada"])
        page.keyboard.press("Enter")
        page.wait_for_url("**/workbench")
        go_to(page, f"{at}{CASE}/dossier")
        expect(page.locator("#live")).to_contain_text(stands)
        assert page.evaluate("document.documentElement.scrollWidth") == 375
        browser.close()
    assert stored(body) == before


def test_the_moderator_of_independent_ratings_sees_the_effect_of_the_settled_value(
    body: Body, opened: Opening, passwords: Mapping[str, str]
) -> None:
    known: list[str] = []
    begun_apart(body, "apart", "renewable_share")
    fact, ben = "/workbench/cases/apart/dossier/renewable_share", opened("ben", passwords["ben"])
    for person, number in (("ada", "80"), ("ben", "5")):
        value = types_pb2.Value(number=number, unit="%", evidence_ids=["meter"])
        facts = [rating("renewable_share", value), rating("status", types_pb2.Value(choice="closed"))]
        known.append(status_text(looked(ben, at=fact)))
        content = dossiers.DossierContent(facts=facts, evidence=declared().evidence)
        body.step(person, "apart", "rate", dossier=content)
    assert known[0] == known[1]  # independent raters must not see each other's values
    settled = status_text(looked(ben, "verify", at=fact, judgement="corrected", corrected="80"))
    assert settled.startswith("With corrected 80 %:")
    assert "instead of" in settled
    office = opened("office", passwords["office"])
    assert not looked_at(office, fact)  # facts with independent ratings can no longer be declared
    fields = office.fields(fact.replace("renewable_share", "certified"))
    refused = office.http.post(f"{fact}/moves", data={**fields, "value": "5"})
    assert not html.fromstring(refused.text).xpath("//main//table[contains(@class, 'rungs')]")


def looked_at(browser: Browser, address: str) -> list[object]:
    elements: list[object] = browser.get(address).xpath("//*[@id='moves'] | //button[@formaction]")
    return elements
