"""The trial of the sample body: entering without a password, who cannot, and its story by pages in a browser."""

from __future__ import annotations

import io
import json
import os
import re
import select
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import httpx
import pypdf
import pytest
from lxml import html

from service.base.evidence_kinds import kind_words
from service.cases import workflow_steps
from service.cases.credentials.decisions import read_signed_decision
from service.cases.credentials.jose import read_credential
from service.cases.scheme_profiles import shipped_profiles
from service.configuration.folders import CHECKOUT
from service.examples import planned_factory
from service.identity.principals import Role
from service.workbench.sample import ORGANIZATION, PEOPLE, STEPS, pdf_of
from tests.service.output.report.browser import find_browser
from tests.support.browsing import Browser, new_account_at
from tests.support.desk import Person, go_to, machine_of, turned
from tests.support.running import RunningServer

if TYPE_CHECKING:
    from playwright.sync_api import Page

START, SESSION, TRIAL = "/workbench/start", "touchstone-session", "touchstone-trial"
CASE, APPLICATION = "/workbench/cases/ceramics-1", "/workbench/apply/ceramics-1"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VALUES: Mapping[str, tuple[str | Sequence[str], str]] = {
    "online_source_share": ("92", "export"),
    "renewable_energy_share": ("45", "energy"),
    "supplier_actions": (["policy", "asked", "collected", "improved"], "suppliers"),
    "absolute_fall": ("16.8", "inventory-2024"),
}
"""Facts that the client has not declared, each with its value and document, in the order of the questions."""
PHOTOGRAPH = pdf_of(["The new meter of the canteen"])
ROOMS = {
    "/rules": "rules", "/rules/zero-carbon-factory": "card", "/rules/zero-carbon-factory/1.0.0": "version",
    "/rules/eu-battery/1.0.0...2.0.0": "diff", "/workbench/results?card=zero-carbon-factory": "results",
    "/try/zero-carbon-factory": "self-check",
}  # fmt: skip
"""Pages of other workbench sections for an assessor, with the names of their screenshots."""
SITES = ("works-1", "works-2", "mill-3")
_NO_TITLES = re.compile(
    r"/(?:score|standing|files|text|results/[0-9a-f-]{36})(?:/|$)|language=|sign-out|/start|/zone|\.(?:csv|ics|xlsx|jwt)(?:\?|$)|/file$"
)
"""Addresses of files, and of pages that show recorded rule sentences verbatim."""


@contextmanager
def trying(folder: Path, *options: str) -> Iterator[tuple[str, str]]:
    """Run `touchstone workbench` and yield the address of its pages and its output."""
    command = (sys.executable, "-m", "service.cli.main", "workbench", "--folder", str(folder), "--no-browser", *options)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(CHECKOUT), str(CHECKOUT / "proto")))}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:  # noqa: S603 -- our own
        try:
            said, deadline = "", time.monotonic() + 120
            while process.stdout is not None and "--folder" not in said and time.monotonic() < deadline:
                if select.select([process.stdout], [], [], 1)[0]:
                    said += os.read(process.stdout.fileno(), 10_000).decode()
            yield re.findall(r"http://localhost:\d+", said)[0], said
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    with trying(tmp_path_factory.mktemp("trying") / "trial") as told:
        yield told


def test_a_trial_is_entered_only_from_the_same_machine(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(
        tmp_path, gazette, TOUCHSTONE_API_KEYS="true", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0", TOUCHSTONE_TRIAL="true",
    ) as running:  # fmt: skip
        for name in ("lin", "ada"):
            new_account_at(running, name, PEOPLE[name].roles, ORGANIZATION)
        new_account_at(running, "rui", [Role.REVIEWER], "other")
        new_account_at(running, "root", [Role.OPERATOR], ORGANIZATION)
        browser = Browser(running.http)
        token = _token_of(browser)
        entering = {"person": "lin", "form_token": token}

        def refused(status: int, headers: dict[str, str] | None = None, **fields: str) -> None:
            answer = browser.http.post(START, data={**entering, **fields}, headers=headers)
            assert (answer.status_code, answer.headers.get("location")) == (status, None), answer.text
            assert SESSION not in answer.cookies
            assert browser.http.get("/workbench").status_code == 303

        for header in ("x-forwarded-for", "forwarded", "x-real-ip", "via", "x-forwarded-host"):
            refused(404, {header: "127.0.0.1"})
            assert browser.http.get(START, headers={header: "127.0.0.1"}).status_code == 404
        refused(403, {"host": "sample.example"})
        assert browser.http.get(START, headers={"host": "sample.example"}).status_code == 403
        refused(403, {"origin": "https://evil.example"})
        refused(403, {"sec-fetch-site": "cross-site"})
        refused(400, person="root")
        refused(400, person="rui")
        refused(400, person="nobody")
        refused(400, story="99")
        refused(200, form_token="0" * 64)
        assert browser.http.post("/workbench/sign-in", data={"name": "lin", "form_token": token}).status_code == 422
        other = Browser(running.http)
        assert other.http.post(START, data=entering).headers.get("location") is None  # a form of another browser
        entered = browser.http.post(START, data=entering)
        assert (entered.status_code, entered.headers["location"]) == (303, "/workbench")
        before = dict(browser.http.cookies)
        again = {**entering, "person": "ada", "form_token": _token_of(browser, START), "next": "https://evil.example/"}
        assert browser.http.post(START, data=again).headers["location"] == "/workbench"
        changing = browser.get("/workbench/cases").xpath("//header//a[starts-with(@href, '/workbench/start')]/@href")
        assert changing == [f"{START}?next=/workbench/cases"]
        gone = httpx.get(f"{running.http}/workbench/cases", cookies=before)  # the session of the previous person
        assert gone.headers["location"].startswith(f"{START}?next=")
        for mark, is_told in ((before[TRIAL], False), ("of-an-earlier-trial", True)):
            answer = httpx.get(f"{running.http}{START}", cookies={**before, TRIAL: mark})
            assert ("This trial was restarted. Choose a person again." in answer.text) is is_told


def test_only_a_trial_server_has_the_trial_entry_page(tmp_path: Path, gazette: Path) -> None:
    with RunningServer(
        tmp_path, gazette, TOUCHSTONE_API_KEYS="true", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
    ) as running:  # fmt: skip
        new_account_at(running, "lin", PEOPLE["lin"].roles, ORGANIZATION)
        browser = Browser(running.http)
        token = dict(browser.fields("/workbench/sign-in"))["form_token"]
        assert browser.http.get(START).status_code == 404
        assert browser.http.get(f"{START}/measures.yaml").status_code == 404
        assert browser.http.post(START, data={"person": "lin", "form_token": token}).status_code == 404
        assert browser.http.get("/workbench").headers["location"].startswith("/workbench/sign-in")
        assert START not in browser.http.get("/workbench/sign-in").text


@pytest.mark.full
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_trial_offers_a_dossier_and_measures_in_the_language_of_the_reader(
    trial: tuple[str, str], language: str
) -> None:
    with httpx.Client(base_url=trial[0], headers={"accept-language": language}) as client:
        links = html.fromstring(client.get(START).text).xpath("//main//a[@download]/@href")
        files = [client.get(link) for link in links]
    assert [file.text for file in files] == [*planned_factory(language)]
    assert all(file.headers["content-disposition"].startswith("attachment") for file in files)


def _walk(browser: Browser, name: str) -> Iterator[tuple[str, html.HtmlElement]]:
    """Yield pages reachable by links for a person of the sample, or for the register without a name."""
    if name:
        entered = browser.http.post(START, data={"person": name, "form_token": _token_of(browser)})
        assert entered.status_code == 303
    to_do = ["/workbench", "/workbench/search?q=sample", "/workbench/search?q=plan"] if name else []
    to_do.append(f"/register?organization={ORGANIZATION}&q=TRIAL")
    seen, shapes = set(to_do), Counter[str]()
    while to_do:
        path = to_do.pop(0)
        answer = browser.http.get(path, follow_redirects=True)
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        page = html.fromstring(answer.text)
        yield path, page
        for link in page.xpath("//main//a[not(@download)]/@href | //nav//a/@href"):
            address = link.partition("#")[0]
            shape = re.sub(r"=[^&]*|(?<=/)(?:\d+|[0-9a-f]{64})(?=/|$)", "*", address)
            shape = re.sub(r"/(cases|dossier|assess|assess-document|people)/[^/?]+", r"/\1/*", shape)
            is_page = address.startswith(("/workbench", "/register")) and not _NO_TITLES.search(address)
            if is_page and address not in seen and shapes[shape] < 2:
                seen.add(address)
                shapes[shape] += 1
                to_do.append(address)


def _read_first(page: html.HtmlElement) -> str:
    """Return the text of a page without secondary elements such as codes, hints and form input."""
    for second in page.xpath(
        "//code | //pre | //textarea | //svg | //*[contains(concat(' ', @class, ' '), ' sub ')]"
        " | //*[contains(concat(' ', @class, ' '), ' digest ')] | //*[contains(concat(' ', @class, ' '), ' hint ')]"
    ):
        second.drop_tree()
    return " ".join(page.xpath("//body")[0].itertext())


def _token_of(browser: Browser, page: str = "/workbench/sign-in") -> str:
    answer = browser.http.get(page)
    (token,) = set(html.fromstring(answer.text).xpath("//main//input[@name='form_token']/@value"))
    return str(token)


class Story:
    """The trial in one browser, with one person signed in after another."""

    def __init__(self, page: Page, at: str, language: str) -> None:
        self.person = Person(page, at, "trial", language)
        self.page, self._at = page, at
        go_to(self.page, f"{at}{START}?language={language}")

    def enter(self, step: str) -> Person:
        go_to(self.page, f"{self._at}{START}")
        turned(self.page, f"main button[name=story][value='{step}']")
        assert self.page.url.endswith(STEPS[step].address), self.page.url
        assert self.page.locator("main .errors").count() == 0, self.person.reads()
        return self.person

    def goes_to(self, path: str) -> None:
        """Open a page by its address."""
        go_to(self.page, self._at + path)

    def changes_to(self, name: str) -> None:
        """Change to another person by the bar: two clicks, and the page is the same."""
        before = self.page.url
        turned(self.page, self.page.get_by_role("link", name=self.person.words["another_person"], exact=True))
        turned(self.page, f"main button[name=person][value={name}]")
        assert self.page.url == before


@pytest.mark.full
def test_pages_show_titles_and_use_ids_only_in_secondary_text(trial: tuple[str, str]) -> None:
    cards = {path.name for path in (CHECKOUT / "scorecards").iterdir() if path.is_dir()}
    assert Browser(trial[0]).get("/try").xpath("//main//a[@href='/try/zero-carbon-factory']")
    kinds = {kind for kind in kind_words("en") if "-" in kind}
    steps = {step.step for step in workflow_steps.steps() if "_" in step.step}
    ids = {*cards, *shipped_profiles(), "sample-factory", *kinds, *steps, *SITES}
    of_roles = {"en": {role.value for role in Role if "-" in role}, "zh": {role.value for role in Role}}
    items = rf"(?:{'|'.join(workflow_steps.KINDS)})/\d+"
    wrong: list[str] = []
    for name, language in (("ada", "en"), ("ada", "zh"), ("rui", "zh"), ("lin", "zh"), ("olu", "zh"), ("", "zh")):
        any_id = "|".join(map(re.escape, sorted(ids | of_roles[language], key=len, reverse=True)))
        raw = re.compile(rf"(?<![\w/.-])(?:{any_id}|{items})(?![\w-])")
        pages = dict(_walk(Browser(trial[0], language), name))
        assert len(pages) > (30 if name in {"ada", "rui"} else 2), (name, pages.keys())
        wrong += [
            f"{name} {language} {path}: {found[0]}"
            for path, page in pages.items()
            for found in raw.finditer(_read_first(page))
        ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.full
def test_the_story_is_true_of_the_sample(trial: tuple[str, str], tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    wrong: list[str] = []
    at, said = trial
    with sync_playwright() as playing:
        assert "password" not in said
        browser = playing.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for language in ("en", "zh"):
            for width in (1280, 375):
                scheme: Literal["light", "dark"] = "light" if width == 1280 else "dark"
                context = browser.new_context(
                    viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
                )
                page = context.new_page()
                story = Story(page, at, language)
                if width == 1280:
                    story.person.pictures("start", height=1000)
                wrong += _barriers(page, f"{language} {width} start")
                story.enter("send")
                for path in ("/findings/2" if width == 1280 else "/supplier_actions", ""):
                    story.goes_to(f"{APPLICATION}{path}")
                    wrong += _barriers(page, f"{language} {width} {path}")
                if width == 1280:
                    story.person.pictures("applicant", height=1300)
                    story.goes_to(f"{APPLICATION}/supplier_actions")
                    story.person.pictures("applicant-question", height=1300)
                    story.enter("verify")
                    for path, picture in ROOMS.items():
                        story.goes_to(path)
                        wrong += _barriers(page, f"{language} {path}")
                        story.person.pictures(picture, height=1200)
                context.close()
        assert not wrong, "\n".join(wrong)
        story = Story(machine_of(browser), at, "en")
        _to_a_certificate(story, tmp_path)
        _holder_receives(story, at)
        _change_a_threshold(Story(machine_of(browser), at, "en"))
        browser.close()


def _barriers(page: Page, where: str) -> list[str]:
    """Return the accessibility violations of a page with all details expanded, and elements wider than the window."""
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415 -- slow to load

    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
    width = page.viewport_size["width"] if page.viewport_size else 0
    if page.evaluate("document.documentElement.scrollWidth") > width:
        found = [*found, {"id": "wider than the window", "nodes": []}]
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = false; })")
    return [f"{where}: {one['id']} {one['nodes'][:1]}" for one in found]


def _to_a_certificate(story: Story, folder: Path) -> None:
    person = story.enter("send")
    words = person.words
    for fact, (value, document) in VALUES.items():
        assert story.page.url.endswith(f"{APPLICATION}/{fact}")  # one question leads to the next
        person.fills_in(value=value, rests=[document])
        person.presses(words["applicant"]["save_next"])
    assert story.page.url.partition("#")[0].endswith(APPLICATION)
    story.enter("verify")
    for fact in VALUES:
        story.goes_to(f"{CASE}/assess/{fact}")
        person.fills_in(judgement="accepted", method="read in the document", reason="it agrees")
        person.presses(words["assess"]["save_next"])
    story.enter("plan")
    person.fills_in(reason="it meets the cause")
    person.presses(words["step"]["accept_plan"])
    story.enter("show")
    photograph = folder / "meter.pdf"
    photograph.write_bytes(PHOTOGRAPH)
    person.fills_in(files=photograph)
    person.presses(words["applicant"]["send_shown"])
    story.enter("close")
    person.fills_in(method="Read the new meter on site.", reason="it works")
    person.presses(words["step"]["close"])
    story.enter("evaluate")
    person.presses(words["evaluate"])
    story.enter("report")
    person.fills_in(number="ceramics-1", body="Sample body", issue_date="2026-03-02")
    person.presses(words["show"])
    digest = story.page.locator("main .notice.ok .digest").inner_text()
    person.follows(words["conclude_with"])
    person.fills_in(reason="all seen")
    person.presses(words["step"]["conclude"])
    person.follows(words["step"]["hand_over"])
    person.fills_in(reason="report frozen")
    person.presses(words["step"]["hand_over"])
    story.enter("recommend")
    person.fills_in(report_digest=digest, reason="it holds")
    person.presses(words["step"]["recommend"])
    _decides(story, digest)


def _decides(story: Story, digest: str) -> None:
    """Make a passkey, grant with it, and issue the certificate."""
    person, words = story.person, story.person.words
    story.enter("passkey")
    enrolment = person.makes_a_passkey()
    story.enter("enrol")
    person.fills_in(enrolment=enrolment)
    person.presses(words["save"])
    story.enter("grant")
    person.fills_in(report_digest=digest, sites=["works-2"], reason="as recommended")
    person.presses(words["to_statement"])
    sign = words["sign"].format(step=words["step"]["grant"])
    turned(story.page, story.page.get_by_role("main").get_by_role("button", name=sign, exact=True))
    story.page.wait_for_url(f"**{CASE}")
    story.enter("issue")
    person.fills_in(reason="granted")
    person.presses(words["step"]["issue"])
    story.changes_to("rui")


def _change_a_threshold(story: Story) -> None:
    person, words, draft = story.person, story.person.words, "renewable-quota-2-1-0"
    for step in ("rule_passkey", "second_passkey"):
        story.enter(step)
        person.presses(words["make_passkey"])
        assert words["drafts"]["rule_passkey_counts"] in person.reads()
    story.enter("begin")
    story.page.select_option("#f-scorecard", "scorecards/renewable-quota")
    person.presses(words["drafts"]["begin_button"])
    for file in ("rules.en.feature", "rules.zh.feature"):
        story.goes_to(f"/workbench/drafts/{draft}/{file}")
        story.page.locator(".cm-content").wait_for()
        person.types_over("        | 80 %  ", "80 %", "85 %")
        person.presses(words["drafts"]["save"])
        if file == "rules.en.feature":  # rules of a draft stay unknown until both languages agree
            continue
        for again in (file, "rules.en.feature"):
            story.goes_to(f"/workbench/drafts/{draft}/{again}?check=1")
            person.presses(words["drafts"]["correct_all"].format(count=4))
            story.page.locator(".cm-content").wait_for()
            person.presses(words["drafts"]["save"])
    story.enter("ask")
    person.follows(draft)
    person.follows(words["drafts"]["to_approval"])
    person.signs_draft("submit")
    story.enter("publish")
    person.follows(draft)
    person.follows(words["drafts"]["to_approval"])
    person.signs_draft("approve")
    person.signs_draft("publish")
    story.goes_to("/rules/renewable-quota/2.1.0")
    assert "85 %" in person.reads()
    story.goes_to("/rules/renewable-quota/2.0.0...2.1.0")
    story.page.get_by_text(words["rules"]["none_stored"].format(before="2.0.0")).wait_for()


def _holder_receives(story: Story, at: str) -> None:
    """Download the client's own certificate and report, both marked as a trial; other documents are refused."""
    person = story.enter("receive")
    cookies = {str(one.get("name")): str(one.get("value")) for one in story.page.context.cookies()}
    with httpx.Client(base_url=at, cookies=cookies, timeout=60) as mine:
        _receive(story, person, mine)


def _receive(story: Story, person: Person, mine: httpx.Client) -> None:
    links = [one.get_attribute("href") or "" for one in story.page.locator("main a[download]").all()]
    files = {link.rpartition("/")[2]: mine.get(link) for link in links}
    assert {name: answer.status_code for name, answer in files.items()} == dict.fromkeys(
        ("paper", "credential", "decision", "bundle", "facts", "extract"), 200
    )
    assert person.words["applicant"]["what_next"] in person.reads()
    for name, answer in files.items():
        assert "trial" in _text_of(name, answer.content).lower(), name
    person.follows(person.words["applicant"]["report"])
    reports = [one.get_attribute("href") or "" for one in story.page.locator("main a[download]").all()]
    assert [link.rpartition("/")[2] for link in reports] == ["html", "xlsx", "json"]
    assert all(mine.get(link).status_code == 200 for link in reports)
    assert "trial" in mine.get(reports[0]).text.lower()
    for path in ("", "/case-report", "/case-report/html", "/certificates/1", "/certificates/1/files/paper"):
        assert mine.get(f"/workbench/cases/textiles-1{path}").status_code == 404, path
    assert mine.get("/workbench/apply/textiles-1").status_code == 404


def _text_of(name: str, content: bytes) -> str:
    if name in {"paper", "extract"}:
        return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    if name == "credential":
        return json.dumps(read_credential(content.decode())[1])
    if name == "decision":
        return read_signed_decision(content).decision_statement.content.decode()
    return content.decode()
