"""Self-check on a server: access, rate limit and the complete path in a browser, without stored or logged data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import grpc
import httpx
import pytest
import yaml
from lxml import html
from openpyxl import load_workbook

from service.gazette.publication import write_version
from service.identity.principals import Role
from service.input.workbook.prefilled_workbook import write_prefilled_workbook
from service.workbench.page import page_words
from tests.service.output.report.browser import find_browser
from tests.support.browsing import Browser, new_account_at
from tests.support.calling import refused, request_for
from tests.support.casework import PARENT, SUBJECT, Body
from tests.support.desk import go_to, turned
from tests.support.running import RunningServer
from tests.support.small_card import CARD, small_card, small_subject
from touchstone.v1 import (
    case_dossier_service_pb2 as dossiers,
    case_service_pb2 as cases,
    self_check_service_pb2 as self_checks,
)
from touchstone.v1.self_check_service_pb2_grpc import SelfCheckServiceStub

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.full
_OFTEN = 30
_UNLOGGED = "a-word-that-is-in-no-log"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def begin(folder: Path, **environment: Any) -> RunningServer:
    """Start a server with a small card for all, one more, and two of an organisation, one of the same id."""
    gazette = folder / "gazette"
    if not gazette.exists():
        card = small_card()
        write_version(gazette, card, {}, publish_time="2025-01-01T00:00:00Z")
        other = card.model_copy(update={"card": card.card.model_copy(update={"id": "unoffered"})})
        write_version(gazette, other, {}, publish_time="2025-01-01T00:00:00Z")
        own = small_card(version="1.5.0")
        write_version(folder / "own" / "example", own, {}, publish_time="2025-01-01T00:00:00Z")
        secret = own.model_copy(update={"card": own.card.model_copy(update={"id": "licensed"})})
        write_version(folder / "own" / "example", secret, {}, publish_time="2025-01-01T00:00:00Z")
    return RunningServer(
        folder, gazette, TOUCHSTONE_API_KEYS="true", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
        TOUCHSTONE_PRIVATE_GAZETTES=str(folder / "own"), **environment,
    )  # fmt: skip


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[RunningServer]:
    with begin(
        folder, TOUCHSTONE_SELF_CHECK=f"{CARD}, licensed", TOUCHSTONE_SELF_CHECK_ANSWERS_PER_HOUR="0"
    ) as running:
        yield running


@pytest.fixture(scope="module")
def office(server: RunningServer) -> Body:
    body = Body(server)
    body.begin()
    for person in ("lin-en", "lin-zh"):
        registered = cases.CasePerson(person=person, display_name="Lin", accounts=[f"account/{person}"], client="works")
        body.call("operator", "SaveCasePerson")(cases.SaveCasePersonRequest(parent=PARENT, case_person=registered))
    return body


@pytest.fixture(scope="module")
def stub(server: RunningServer) -> SelfCheckServiceStub:
    return SelfCheckServiceStub(server.channel)


def test_strangers_try_the_offered_scorecards_and_learn_nothing_else(stub: SelfCheckServiceStub) -> None:
    (offered,) = stub.ListOfferedScorecards(self_checks.ListOfferedScorecardsRequest()).offered_scorecards
    assert offered.scorecard.name == f"scorecards/{CARD}"
    assert offered.scorecard.current_version == f"scorecards/{CARD}/versions/1.0.0"
    told = []
    for card in ("licensed", "unoffered", "nowhere"):
        asked = self_checks.GetQuestionnaireRequest(name=f"scorecards/{card}/questionnaire", language_code="en")
        tried = self_checks.TryScorecardRequest(scorecard=f"scorecards/{card}")
        for answer in (refused(stub.GetQuestionnaire, asked), refused(stub.TryScorecard, tried)):
            assert answer.code is grpc.StatusCode.NOT_FOUND
            told.append(answer.message.replace(card, "x"))
    assert len(set(told)) == 1


def test_answers_are_tried_and_neither_stored_nor_logged(
    folder: Path, server: RunningServer, stub: SelfCheckServiceStub
) -> None:
    asked = self_checks.TryScorecardRequest(scorecard=f"scorecards/{CARD}", language_code="en")
    for fact in request_for(small_subject()).facts:
        asked.facts.add(fact_id=fact.fact_id, value=fact.value).value.ClearField("evidence_ids")
        for record in asked.facts[-1].value.records.values:
            for value in record.fields.values():
                value.ClearField("evidence_ids")
    answer = stub.TryScorecard(asked)
    assert answer.record.scorecard_version == f"scorecards/{CARD}/versions/1.0.0"
    assert answer.explanation.statements
    asked.facts.add(fact_id=_UNLOGGED).value.text = _UNLOGGED
    assert f"facts[{_UNLOGGED}]" in refused(stub.TryScorecard, asked).violations
    assert _UNLOGGED not in server.log
    assert b"self-check" not in b"".join(path.read_bytes() for path in folder.glob("store.sqlite3*"))


def test_notes_on_a_file_are_in_the_requested_language_or_that_of_the_call(stub: SelfCheckServiceStub) -> None:
    book = load_workbook(BytesIO(write_prefilled_workbook(small_card(), small_subject(), language="en")))
    for sheet in book:
        sheet.row_dimensions[4].hidden = True
    content = BytesIO()
    book.save(content)
    asked = self_checks.ReadAnswersRequest(scorecard=f"scorecards/{CARD}", content=content.getvalue())
    for requested, liked, said in (
        ("", "zh", "隐藏的行"),
        ("", "en", "Hidden rows are read like all others:"),
        ("en", "zh", "Hidden rows are read like all others:"),
    ):
        asked.language_code = requested
        notes = stub.ReadAnswers(asked, metadata=(("accept-language", liked),)).notes
        assert notes
        assert all(said in note for note in notes)
    asked.language_code = "xx"
    assert "language_code" in refused(stub.ReadAnswers, asked).violations


@pytest.mark.parametrize("offered", ["", "all"])
def test_a_server_without_self_check_has_no_such_pages(tmp_path: Path, offered: str) -> None:
    with begin(tmp_path, TOUCHSTONE_SELF_CHECK=offered) as running:
        status = 200 if offered else 404
        for path in ("/try", f"/try/{CARD}", "/v1/offeredScorecards"):
            assert httpx.get(f"{running.http}{path}").status_code == status
        if offered:  # private scorecards are never offered
            browser = Browser(running.http)
            browser.sign_in("ada", new_account_at(running, "ada", [Role.ASSESSOR]))
            assert browser.get("/try").xpath("//main//li//a/@href") == [f"/try/{CARD}", "/try/unoffered"]
            browser.get("/try/licensed", status=404)


def test_an_address_is_answered_so_often(tmp_path: Path) -> None:
    with begin(tmp_path, TOUCHSTONE_SELF_CHECK="all", TOUCHSTONE_SELF_CHECK_ANSWERS_PER_HOUR=str(_OFTEN)) as running:
        stub = SelfCheckServiceStub(running.channel)
        asked = self_checks.TryScorecardRequest(scorecard=f"scorecards/{CARD}", language_code="en")
        for _ in range(_OFTEN // 5):  # an explained answer counts as five answers
            stub.TryScorecard(asked)
        answer = refused(stub.TryScorecard, asked)
        assert (answer.code, answer.reason) == (grpc.StatusCode.RESOURCE_EXHAUSTED, "QUOTA_EXHAUSTED")
        assert answer.retry_seconds > 0
        assert httpx.get(f"{running.http}/try/{CARD}").status_code == 429


def sent(server: RunningServer, **typed: str) -> httpx.Response:
    """Open a self-check and send its form with something else typed."""
    browser = Browser(server.http)
    (form,) = browser.get(f"/try/{CARD}").xpath("//form[@id='check']")
    values = {name: value for name, value in form.form_values() if value is not None}
    return browser.http.post(f"/try/{CARD}", data={**values, **typed})


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ({"answers": "{"}, 422),
        ({"answers": "[" * 100_000}, 422),
        ({"answers": '{"scorecard": "scorecards/licensed"}'}, 422),
        ({"answers": '{"facts": [{"fact_id": "none_such", "value": {"flag": true}}]}', "do": "result"}, 422),
        ({"answers": '{"facts": [{"fact_id": "certified"}, {"fact_id": "certified"}]}', "do": "result"}, 422),
        ({"at": "none_such", "do": "at:none_such"}, 200),
        ({"at": "credits", "row-999-serial": "1", "row-0-none": "x", "row-x-serial": "1", "do": "rows"}, 200),
        ({"at": "credits", "row-0-amount": "5"}, 422),
        ({"at": "setting:reading", "value": "none_such"}, 422),
        ({"form_token": "of-another-visit"}, 403),
    ],
)
def test_input_that_no_page_sends_is_refused_on_the_page(
    server: RunningServer, typed: dict[str, str], status: int
) -> None:
    answer = sent(server, **typed)
    assert answer.status_code == status, answer.text
    assert bool(html.fromstring(answer.text).xpath("//main//*[@role='alert']")) == (status != 200)
    assert len(answer.text) < 200_000


def test_typed_text_is_escaped(server: RunningServer) -> None:
    script = "<script>alert(1)</script>\"'>"
    answer = sent(server, at="remark", value=script, do="result")
    assert answer.status_code == 200
    shown = html.fromstring(answer.text)
    assert not shown.xpath("//script[not(@src)]")
    assert script in shown.xpath("//input[@name='answers']/@value")[0].replace("\\", "")
    assert script in shown.xpath("string(//main)")


def test_an_application_accepts_only_answers_of_its_scorecard_and_is_stored_once(
    server: RunningServer, office: Body
) -> None:
    path, names = (
        f"/workbench/self-check/{CARD}/apply",
        ("answers", "confirmed", "client", "profile", "subject", "case_id"),
    )
    client = Browser(server.http)
    client.sign_in("lin-twice", new_account_at(server, "lin-twice", [Role.APPLICANT]))
    known = cases.CasePerson(person="lin-twice", display_name="Lin", accounts=["account/lin-twice"], client="works")
    office.call("operator", "SaveCasePerson")(cases.SaveCasePersonRequest(parent=PARENT, case_person=known))

    def sent(browser: Browser, *values: str, **more: str) -> httpx.Response:
        fields = {
            **browser.fields("/try/" + CARD),
            **dict(zip(names, values, strict=False)),
            "scope": "Parts",
            "sites": "hall-0",
            **more,
        }
        return browser.http.post(path, data=fields)

    answers = json.dumps(
        {
            "scorecard": f"scorecards/{CARD}",
            "facts": [{"fact_id": "renewable_share", "value": {"number": "84", "unit": "%"}}],
        }
    )
    for wrong in (
        "{",
        json.dumps({"scorecard": "scorecards/unoffered"}),
        answers.replace("renewable_share", "no_such_fact"),
    ):
        refusal = sent(client, wrong, "yes", "works", "small", "works", "attack")
        assert refusal.status_code == 422
        assert html.fromstring(refusal.text).xpath("//*[@role='alert' or contains(@class, 'summary')]")
    assert sent(client, answers, "yes", "", "", "", "attack-1").status_code == 422
    first, again = (sent(client, answers, "yes", "works", "small", "works", "twice") for _ in range(2))
    assert (first.status_code, again.status_code) == (303, 303), html.fromstring(first.text).xpath("string(//main)")
    assert first.headers["location"] == again.headers["location"] == "/workbench/apply/twice"
    stranger = httpx.post(server.http + path, data={"answers": answers, "confirmed": "yes"})
    assert stranger.status_code == 401
    assert html.fromstring(stranger.text).xpath("//input[@type='password']")
    other = Browser(server.http)
    other.sign_in("other", new_account_at(server, "other", [Role.APPLICANT], "elsewhere"))
    assert sent(other, answers, "yes", "works", "small", "works", "stolen").status_code >= 400
    author = Browser(server.http)
    author.sign_in("aut", new_account_at(server, "aut", [Role.RULE_AUTHOR]))
    assert sent(author, answers, "yes", "works", "small", "works", "authored").status_code == 403
    opened = office.call("office", "ListCases")(cases.ListCasesRequest(parent=PARENT)).cases
    assert not {"stolen", "authored", "attack", "attack-1"} & {case.name.rpartition("/")[2] for case in opened}


_ANSWERS: Mapping[str, Any] = {
    "renewable_share": "84", "serious_violations": "0", "certified": True, "status": "open", "themes": "water",
    "report_year": ("2025-01-01", "2025-12-31"), "audited_on": "2026-01-05", "remark": None, "credits": ("S-1", "5"),
}  # fmt: skip
"""Answers of the applicant; a missing answer is still unknown."""


@pytest.mark.parametrize(("language", "width", "scheme"), [("en", 375, "light"), ("zh", 1280, "dark")])
def test_a_user_checks_a_factory_and_applies_with_the_answers(
    server: RunningServer, office: Body, tmp_path: Path, language: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    with sync_playwright() as playing:
        chromium = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True,
            extra_http_headers={"accept-language": language},
        )  # fmt: skip
        visit = Visit(context.new_page(), page_words(language)["self_check"])
        go_to(visit.page, f"{server.http}/try")
        visit.looks_right()
        turned(visit.page, f"main a[href='/try/{CARD}']")
        assert visit.page.locator("#live").inner_text().startswith("0.00 – 100.00")
        asked = visit.answers_all()
        assert asked[:2] == ["serious_violations", "renewable_share"]
        assert len(asked) == len(set(asked))
        assert "credits" not in asked  # by then it could not move the grade any more
        visit.goes_to("credits")
        assert visit.answers_all() == ["credits"]
        visit.looks_right()
        main = visit.page.locator("main").inner_text()
        assert visit.words["with_evidence"] in main
        assert visit.words["without_evidence"] in main
        assert visit.words["way"] in main
        score = visit.page.locator("figure.score .span").inner_text()
        assert score != "0.00 – 100.00"
        saved = visit.saves("yaml", tmp_path / "answers.yaml")
        told = yaml.safe_load(saved.read_text(encoding="utf-8"))
        assert told["facts"].keys() == _ANSWERS.keys() & {*asked, "credits"}
        assert told["facts"]["renewable_share"]["value"] == "84"
        assert "evidence" not in told
        book = visit.saves("xlsx", tmp_path / "answers.xlsx")
        for file in (saved, book):  # continues on another day
            go_to(visit.page, f"{server.http}/try/{CARD}")
            visit.page.set_input_files("#f-file", file)
            turned(visit.page, "#lo + form button")
            assert visit.page.locator("figure.score .span").inner_text() == score
        assert visit.page.url == f"{server.http}/try/{CARD}/file"
        assert [cookie["name"] for cookie in context.cookies()] == ["touchstone-session"]  # a reference to nothing
        turned(visit.page, ".who button")  # in the other language all answers are there
        assert visit.page.url.partition("?")[0] == f"{server.http}/try/{CARD}"
        assert visit.page.locator("html").get_attribute("lang") != page_words(language)["html"]
        assert visit.page.locator("figure.score .span").inner_text().partition(" ")[0] == score.partition(" ")[0]
        assert visit.page.evaluate("localStorage.length + sessionStorage.length") == 0
        assert visit.page.locator("script").count() == 1
        visit.shares(score)
        visit.applies(server, office, language)
        assert not visit.wrong
        chromium.close()


class Visit:
    """Browser session of a user that collects the errors shown on its pages."""

    def __init__(self, page: Page, words: Mapping[str, str]) -> None:
        self.page, self.words = page, words
        self.wrong: list[str] = []

    def looks_right(self) -> None:
        from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415 -- slow

        told = Axe().run(self.page, options={"runOnly": {"type": "tag", "values": _RULES}}).response
        self.wrong += [f"{self.page.url}: {each['id']} {each['nodes'][:1]}" for each in told["violations"]]
        if self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            self.wrong.append(f"{self.page.url}: wider than the window")

    def shares(self, score: str) -> None:
        """Open the link with the answers in a browser of another person, and a malformed one."""
        link = self.page.locator("#f-share").input_value()
        address, _, fragment = link.partition("#")
        assert fragment.startswith("answers=")
        self.page.evaluate("() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; }")
        self.page.locator("#share button").click()
        self.page.get_by_text(self.page.locator("#share").get_attribute("data-done") or "").wait_for()
        assert self.page.evaluate("window.copied") == link
        self.page.evaluate("() => { navigator.clipboard.writeText = async () => { throw new Error(); }; }")
        self.page.locator("#share button").click()
        self.page.wait_for_function("document.activeElement.id === 'f-share'")
        assert self.page.evaluate("getSelection().toString()") == link
        assert self.page.context.browser is not None
        other = self.page.context.browser.new_context(bypass_csp=False).new_page()
        asked: list[str] = []
        other.on("request", lambda request: asked.append(request.url))
        other.goto(link)
        other.locator("figure.score").wait_for()
        assert other.locator("figure.score .span").inner_text().partition(" ")[0] == score.partition(" ")[0]
        assert page_words("en")["self_check"]["share_opened"] in other.locator("main").inner_text()
        assert page_words("en")["self_check"]["share_other_version"][:20] not in other.locator("main").inner_text()
        assert other.url == address
        assert not any("answers" in each for each in asked)
        other.goto(f"{address}?older{link[len(address) :].rpartition('=')[0]}=0.9.0")
        other.get_by_text("0.9.0").wait_for()
        for damaged in (link[: len(address) + 40], f"{address}#answers=%%%"):
            other.goto("about:blank")
            other.goto(damaged)
            other.get_by_role("alert").wait_for()
        other.context.close()

    def answers_all(self) -> list[str]:
        """Answer all questions up to the result and return their ids."""
        asked = []
        while (at := self.page.locator("input[name=at]")).count():
            id = at.get_attribute("value") or ""
            asked.append(id)
            if id == "renewable_share":
                self.is_told_of_a_value_out_of_its_domain()
            elif id == "credits":
                self.is_told_of_a_field_in_a_row()
            if id in _ANSWERS:
                self.answer(id)
                if id == "serious_violations":
                    with self.page.expect_navigation():
                        self.page.press("#f-value", "Enter")  # must send the answer, not another button
                else:
                    turned(self.page, self.button("next"))
            else:
                turned(self.page, self.button("skip"))
        return asked

    def goes_to(self, id: str) -> None:
        """Go from the result to a question."""
        for summary in self.page.locator("details.other > summary").all():
            summary.click()
        turned(self.page, self.page.locator(f"button[value='at:{id}']").last)

    def is_told_of_a_value_out_of_its_domain(self) -> None:
        turned(self.page, self.button("next"))
        assert self.page.locator("#e-value").count()  # nothing is given
        self.page.fill("#f-value", "120")
        turned(self.page, self.button("next"))
        assert "100" in self.page.locator("#e-value").inner_text()
        assert self.page.locator("#f-value").input_value() == "120"
        self.looks_right()

    def is_told_of_a_field_in_a_row(self) -> None:
        self.page.fill("#f-row-1-serial", "S-9")
        self.page.fill("#f-row-1-amount", "-5")
        turned(self.page, "button[value=rows]")
        assert self.page.locator("fieldset.rows").count() == 7
        turned(self.page, self.button("next"))
        assert self.page.locator("#e-row-1-amount").count()
        assert self.page.locator("#f-row-1-serial").input_value() == "S-9"
        self.looks_right()
        self.page.fill("#f-row-1-serial", "")
        self.page.fill("#f-row-1-amount", "")

    def answer(self, id: str) -> None:
        match id, _ANSWERS[id]:
            case "remark", _:
                self.page.check("#c-value_not_applicable-1")
            case "report_year", (first, last):
                self.page.fill("#f-value_first", first)
                self.page.fill("#f-value_last", last)
            case "credits", (serial, amount):
                self.page.fill("#f-row-0-serial", serial)
                self.page.fill("#f-row-0-amount", amount)
            case "certified", _:
                self.page.check("input[name=value][value=true]")
            case (("status" | "themes"), choice):
                self.page.check(f"input[name=value][value={choice}]")
            case _, text:
                self.page.fill("#f-value", str(text))

    def applies(self, server: RunningServer, office: Body, language: str) -> None:
        other = "zh" if language == "en" else "en"
        words, name = page_words(other), f"lin-{language}"
        count = len(json.loads(self.page.locator("input[name=answers]").first.input_value())["facts"])
        password = new_account_at(server, name, [Role.APPLICANT])
        listing = cases.ListCasesRequest(parent=PARENT, client_id="works")
        before = office.call("office", "ListCases")(listing)
        turned(self.page, "#ap ~ form button")
        assert self.page.url == f"{server.http}/workbench/self-check/{CARD}/apply"
        self.page.fill("#f-name", name)
        self.page.fill("#f-password", password)
        turned(self.page, "main button")
        main = self.page.locator("main")
        assert words["self_check"]["apply_not_yet"] in main.inner_text()
        assert office.call("office", "ListCases")(listing) == before
        self.looks_right()
        turned(self.page, ".who button[lang]")  # the answers go along into the other language, and back
        turned(self.page, ".who button[lang]")
        self.page.fill("#f-scope", "<b>Making of parts</b>")
        self.page.check("#c-sites-1")
        turned(self.page, f"main button:text-is('{words['self_check']['apply_do']}')")
        case_id = self.page.url.rpartition("/")[2]
        assert self.page.url == f"{server.http}/workbench/apply/{case_id}", main.inner_text()
        opened = office.call("office", "GetCase")(cases.GetCaseRequest(name=f"{PARENT}/cases/{case_id}"))
        assert (opened.content.scope, opened.subject) == ("<b>Making of parts</b>", SUBJECT)
        dossier = office.call("ada", "GetCaseDossier")(dossiers.GetCaseDossierRequest(name=opened.name))
        assert len(dossier.content.facts) == count
        values = {fact.fact_id: fact.value for fact in dossier.content.facts}
        assert values["renewable_share"].number == "84"

    def saves(self, kind: str, path: Path) -> Path:
        with self.page.expect_download() as saving:
            self.page.click(f"button[value={kind}]")
        saving.value.save_as(path)
        return path

    def button(self, name: str) -> Locator:
        return self.page.locator("form#check .acts").get_by_role("button", name=self.words[name], exact=True)
