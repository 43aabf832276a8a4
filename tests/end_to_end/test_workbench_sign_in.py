"""Signing in to the workbench by a provider of OpenID Connect, over real servers: who comes in, and who does not."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from lxml import html

from service.identity.principals import Role
from service.store.accounts import open_accounts
from tests.service.output.report.browser import find_browser
from tests.support.browsing import Browser, account_of
from tests.support.casework import PARENT, Body
from tests.support.desk import go_to
from tests.support.provider import CLIENT, SECRET, OidcProvider, Somebody
from tests.support.running import RunningServer
from touchstone.v1 import case_service_pb2 as cases

pytestmark = pytest.mark.full
SESSION, SIGN_IN, CASES = "touchstone-session", "/workbench/sign-in", "/workbench/cases"
TO_PROVIDER = "//main//a[starts-with(@href, '/workbench/sign-in/provider')]"


@pytest.fixture(scope="module")
def there() -> Iterator[OidcProvider]:
    with OidcProvider() as provider:
        yield provider


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory, gazette: Path, there: OidcProvider) -> Iterator[Body]:
    folder = tmp_path_factory.mktemp("oidc")
    secret = folder / "secret"
    secret.write_text(SECRET, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with RunningServer(
        folder,
        gazette,
        TOUCHSTONE_API_KEYS="true",
        TOUCHSTONE_HTTP_ADDRESS=address,
        TOUCHSTONE_WORKBENCH_URL=f"http://{address}",
        TOUCHSTONE_OIDC_ISSUER=there.url,
        TOUCHSTONE_OIDC_CLIENT_ID=CLIENT,
        TOUCHSTONE_OIDC_CLIENT_SECRET_FILE=str(secret),
        TOUCHSTONE_OIDC_NAME="Example login",
    ) as running:
        body = Body(running)
        body.begin()
        for case_person in body.call("ada", "ListCasePersons")(
            cases.ListCasePersonsRequest(parent=PARENT)
        ).case_persons:
            case_person.accounts.append(f"token/{case_person.person}@example")
            body.call("operator", "SaveCasePerson")(cases.SaveCasePersonRequest(parent=PARENT, case_person=case_person))
        yield body


@pytest.fixture
def browser(body: Body, there: OidcProvider) -> Browser:
    there.somebody, there.changed, there.error, there.down = Somebody("rui@example", roles=["reviewer"]), {}, "", False
    return Browser(body.server.http)


def back_from(browser: Browser, begin: str = "/workbench/sign-in/provider") -> str:
    """Sign in at the provider and return the address of its redirect to the workbench."""
    away = browser.http.get(begin)
    assert away.status_code == 303, away.text
    return httpx.get(away.headers["location"]).headers["location"]


def problem(answer: httpx.Response) -> str:
    page = html.fromstring(answer.text)
    assert page.xpath(TO_PROVIDER), "no way on"
    assert "code=" not in answer.text
    return " ".join(page.xpath("//div[@class='errors']")[0].text_content().split())


def test_a_user_signs_in_to_the_requested_page_and_signs_out(body: Body, browser: Browser) -> None:
    browser.http.cookies.set(SESSION, "chosen-by-an-attacker")
    asked = browser.get(f"{CASES}?state=submitted")
    assert not asked.xpath("//input[@type='password']"), "there are no local accounts"
    (button,) = asked.xpath(TO_PROVIDER)
    assert button.text_content() == "Sign in with Example login"
    answer = browser.http.get(back_from(browser, button.get("href")))
    assert (answer.status_code, answer.headers["location"]) == (303, f"{CASES}?state=submitted")
    token = answer.cookies[SESSION]
    assert len(token) >= 43
    assert "touchstone-sign-in" not in browser.http.cookies
    page = browser.get(answer.headers["location"])
    assert "rui@example" in page.text_content()
    assert "No person is registered" not in browser.get("/workbench").text_content()
    fields = dict(page.xpath("//form[@action='/workbench/sign-out']")[0].form_values())
    gone = browser.http.post("/workbench/sign-out", data=fields, follow_redirects=True)
    (too,) = html.fromstring(gone.text).xpath("//main//a[contains(@href, '/leave?')]/@href")
    assert parse_qs(urlsplit(too).query) == {
        "client_id": [CLIENT],
        "post_logout_redirect_uri": [f"{body.server.http}/workbench/sign-in"],
    }
    browser.http.cookies.set(SESSION, token)
    assert browser.http.get("/workbench").status_code == 303
    assert not {SECRET, token} & set(body.server.log.split())
    assert SECRET not in body.server.log


def test_a_sign_in_begun_in_another_browser_or_replayed_is_refused(
    body: Body, there: OidcProvider, browser: Browser
) -> None:
    victim = Browser(body.server.http)
    back = back_from(browser)
    kept = browser.http.cookies["touchstone-sign-in"]
    assert "not started in this browser" in problem(victim.http.get(back))
    back_from(victim)
    assert "not started in this browser" in problem(victim.http.get(back))
    assert SESSION not in victim.http.cookies or victim.http.get("/workbench").status_code == 303
    assert browser.http.get(back).status_code == 303
    assert "not started in this browser" in problem(browser.http.get(back))
    browser.http.cookies.set("touchstone-sign-in", kept)
    again = browser.http.get(back)
    assert again.status_code == 401
    assert "was not accepted" in problem(again)


@pytest.mark.parametrize(
    ("changed", "somebody", "status", "expected_message"),
    [
        ({"nonce": "of another sign-in"}, {}, 401, "was not accepted"),
        ({"iss": "https://login.elsewhere.example"}, {}, 401, "was not accepted"),
        ({"exp": 1}, {}, 401, "was not accepted"),
        ({}, {"roles": ["admin"]}, 403, "but have no role in this workbench. Ask the administrator"),
        ({}, {"organization": None}, 403, "does not name your organisation"),
    ],
)
def test_invalid_claims_of_the_provider_are_refused(
    there: OidcProvider,
    browser: Browser,
    changed: dict[str, object],
    somebody: dict[str, object],
    status: int,
    expected_message: str,
) -> None:
    there.changed = changed
    for name, value in somebody.items():
        setattr(there.somebody, name, value)
    answer = browser.http.get(back_from(browser, f"/workbench/sign-in/provider?next={CASES}"))
    assert answer.status_code == status
    assert expected_message in problem(answer)
    assert (f"{there.url}/leave" in answer.text) == (status == 403), "who has no role may come as somebody else"
    assert f"next={CASES}" in html.fromstring(answer.text).xpath(TO_PROVIDER)[0].get("href").replace("%2F", "/")
    assert browser.http.get("/workbench").status_code == 303
    there.changed, there.somebody = {}, Somebody("rui@example", roles=["reviewer"])
    assert browser.http.get(back_from(browser)).headers["location"] == "/workbench"


def test_a_provider_that_refuses_or_fails_leaves_sign_in_usable(there: OidcProvider, browser: Browser) -> None:
    there.error = "access_denied"
    assert "access_denied" in problem(browser.http.get(back_from(browser)))
    there.error = ""
    back = back_from(browser)
    there.down = True
    answer = browser.http.get(back)
    assert answer.status_code == 503
    assert "cannot be reached now" in problem(answer)
    there.down = False
    assert browser.http.get(back_from(browser)).status_code == 303


def test_sign_in_redirects_only_to_own_pages_and_never_starts_cross_site(browser: Browser) -> None:
    for target in (
        "//evil.example/workbench",
        "https://evil.example",
        "/workbench\\@evil",
        "/workbench/" + "a" * 3_000,
    ):
        back = back_from(browser, f"/workbench/sign-in/provider?next={target}")
        assert browser.http.get(back).headers["location"] == "/workbench"
    kept = browser.http.get("/workbench/sign-in/provider").cookies["touchstone-sign-in"]
    browser.http.cookies.clear()
    browser.http.cookies.set("touchstone-sign-in", f"{kept.partition('.')[0]}.https%3A%2F%2Fevil.example")
    forced = browser.http.get("/workbench/sign-in/provider", headers={"sec-fetch-site": "cross-site"})
    assert forced.headers["location"].startswith("/workbench/sign-in?")
    assert browser.http.post("/workbench/sign-in/provider", data={}).status_code == 405
    shown = browser.get("/workbench/sign-in?next=%22%3E%3Cscript%3E")
    assert not shown.xpath("//script")


def test_typed_input_is_preserved_during_a_sign_in_in_another_tab(body: Body, browser: Browser) -> None:
    body.apply("kept-by-provider")
    path = f"{CASES}/kept-by-provider/steps/ask"
    browser.http.get(back_from(browser))
    typed = {**browser.fields(path), "due_date": "2099-01-31", "statement": "Typed “with” & <care>", "reason": "why"}
    browser.http.cookies.clear()
    asked = browser.http.post(path, data=typed)
    assert asked.status_code == 401
    page = html.fromstring(asked.text)
    assert page.xpath(f"{TO_PROVIDER}[@target='_blank']")
    form = page.xpath("//main//form[.//*[@name='elsewhere']]")[0]
    too_early = browser.http.post(form.get("action"), data={**dict(form.form_values()), "elsewhere": "yes"})
    assert "Typed" in too_early.text
    browser.http.get(back_from(browser))
    shown = browser.http.post(form.get("action"), data={**dict(form.form_values()), "elsewhere": "yes"})
    assert shown.status_code == 200
    form = html.fromstring(shown.text).xpath("//main//form")[-1]
    assert dict(form.form_values())["statement"].strip() == "Typed “with” & <care>"
    assert body.get("kept-by-provider").revision == 1
    assert browser.http.post(form.get("action"), data=dict(form.form_values())).status_code == 303
    assert body.get("kept-by-provider").state == "waiting"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_real_browser_signs_in_under_the_content_security_policy(body: Body, browser: Browser, language: str) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415 -- slow to load
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    with sync_playwright() as playing:
        chromium = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = chromium.new_page()
        refused: list[str] = []
        page.on("console", lambda said: refused.append(said.text))
        go_to(page, f"{body.server.http}{CASES}?language={language}")
        with_axe = chromium.new_context(viewport={"width": 375, "height": 700}, bypass_csp=True).new_page()
        go_to(with_axe, f"{body.server.http}/workbench/sign-in?out=&language={language}")
        assert not Axe().run(with_axe).response["violations"]
        assert with_axe.evaluate("document.documentElement.scrollWidth") <= 375
        page.click("main a.button")
        page.wait_for_url(f"{body.server.http}{CASES}*")
        assert "rui@example" in page.inner_text("header")
        page.click("header .who form button")
        page.wait_for_url("**/workbench/sign-in?out=")
        assert page.locator("main a[href*='/leave?']").count() == 1
        chromium.close()
    assert not [one for one in refused if "Content Security Policy" in one]


def test_an_operator_ends_the_sessions_of_a_user_who_has_left(body: Body, browser: Browser) -> None:
    browser.http.get(back_from(browser))
    assert browser.http.get("/workbench").status_code == 200
    with open_accounts(body.server.environment["TOUCHSTONE_DATABASE_URL"]) as accounts:
        assert not accounts.end_sessions("token", "ada@example")
        assert accounts.end_sessions("token", "rui@example")
    assert browser.http.get("/workbench").status_code == 303


def test_local_accounts_are_offered_once_a_local_account_exists(body: Body, browser: Browser) -> None:
    password = account_of(body, "local", [Role.REVIEWER])
    shown = browser.get(SIGN_IN)
    assert shown.xpath("//input[@type='password']")
    assert shown.xpath(TO_PROVIDER)
    assert browser.sign_in("local", password).headers["location"] == "/workbench"
