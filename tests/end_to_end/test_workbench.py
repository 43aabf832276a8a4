"""Workbench on a real server: a case by forms alone, attacks, and preservation of typed input."""

from __future__ import annotations

import asyncio
import hashlib
import io
import socket
import threading
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from html import escape
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

import httpx
import pytest
from lxml import html
from openpyxl import load_workbook

from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.identity.principals import Role
from service.input.workbook.sheet_layout import Layout
from service.input.workbook.template import write_template
from service.store.accounts import open_accounts
from service.workbench.page import workbench_pages
from tests.support.browsing import Browser, account_of
from tests.support.casework import AGREEMENT, PARENT, PHOTOGRAPH, REPORT, SUBJECT, Body, declared
from tests.support.identities import bearing
from touchstone.v1 import case_service_pb2 as cases
from touchstone.v1.evaluation_service_pb2 import ListEvaluationsRequest

pytestmark = pytest.mark.full
SETTINGS = {"TOUCHSTONE_PUBLIC_REGISTERS": "example"}
Opening = Callable[..., Browser]
SCRIPT = "<script>alert(1)</script>"
CASES = "/workbench/cases"
CHOSEN = "chosen-by-an-attacker"


@pytest.fixture(scope="module")
def fresh(body: Body) -> Opening:
    return partial(Browser, body.server.http)


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


def is_told_by_title(page: html.HtmlElement, evaluation: str, language: str) -> None:
    """Check that a choice of evaluations names the evaluation by scorecard and result, with its id second."""
    (choice,) = page.xpath(f"//input[@value='{evaluation}']/following-sibling::label")
    assert f" · {'Small factory' if language == 'en' else '小工厂'} " in text(choice)
    assert f" · {'Gold' if language == 'en' else '金'} " in text(choice)
    assert choice.xpath("string(code)") == evaluation.rpartition("/")[2]


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
    assert f"forms-{language}" in text(rui.get("/workbench/my-work"))
    wrong = rui.send(f"{case}/steps/ask", 422, due_date="tomorrow", statement="Who runs hall 2?", reason="unclear")
    assert "Who runs hall 2?" in wrong.text
    assert 'href="#f-due_date"' in wrong.text
    rui.send(f"{case}/steps/ask", due_date="2099-01-31", statement="Who runs hall 2?", reason="unclear")
    assert f"forms-{language}" in text(office.get("/workbench/my-work"))
    office.send(f"{case}/steps/answer", statement="We do.", reason="asked")
    rui.send(f"{case}/steps/accept", reason="complete")
    office.send(f"{case}/steps/agree", agreement_digest=AGREEMENT, reason="signed")
    rui.send(f"{case}/steps/plan", team=["ada", "ben"], sites=["hall-0", "hall-1"], due_date="2099-01-31", reason="ok")
    ada.send(f"{case}/steps/start", reason="on site")
    ada.send(f"{case}/steps/raise", severity="minor", requirement="§5.1", statement=SCRIPT, reason="seen")
    finding = f"{case}/findings/1"
    assert SCRIPT not in ada.http.get(finding).text
    office.send(
        f"{finding}/steps/answer", cause="none kept", correction="stored now", corrective_action="trained", reason="-"
    )
    ben.send(f"{finding}/steps/accept_plan", reason="sound")
    office.send(f"{finding}/steps/show", evidence=PHOTOGRAPH, reason="done")
    ben.send(f"{finding}/steps/close", method="Read on site", reason="works")
    open_still = body.evaluate(SUBJECT, status=None)
    score = ada.get(f"{case}/score")
    assert open_still in text(score)
    assert score.xpath("//table[contains(@class, 'rungs')]//tbody//rect[@fill='url(#hatch-fine)']")
    assert score.xpath("//*[local-name()='svg'][@class='bar']/*[@fill='url(#hatch)'][@width!='0.00%']")
    evaluation = body.evaluate(SUBJECT)
    is_told_by_title(ada.get(f"{case}/steps/conclude"), evaluation, language)
    score = ada.get(f"{case}/score")
    assert evaluation in text(score)
    assert {{"en": "Energy", "zh": "能源"}[language], {"en": "Gold", "zh": "金"}[language]} <= {
        text(each) for each in score.xpath("//tbody//th[@scope='row']")
    }
    assert score.xpath("//table[contains(@class, 'rungs')]//tbody/tr[th][td//*[@class='rung']]")
    ada.send(f"{case}/steps/conclude", evaluation=evaluation, report_digest=REPORT, reason="all seen")
    ada.send(f"{case}/steps/hand_over", reason="ready")
    dan.send(f"{case}/steps/recommend", reason="sound")  # filled in from the conclusion
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
def test_results_have_titles_and_work_of_others_is_listed_as_waiting(
    body: Body, signed: Opening, language: str
) -> None:
    case, rui = f"titled-{language}", signed("rui", language)
    body.to_certificate(case)
    for page in (f"{CASES}/{case}", f"{CASES}/{case}/certificates/1"):
        texts = {text(one) for one in rui.get(page).xpath("//dl[@class='facts']/dd")}
        assert {"en": "Gold", "zh": "金"}[language] in texts, page
    other = f"commented-{language}"
    body.apply(other)
    body.step("rui", other, "accept")
    body.step("office", other, "agree", agreement_digest=AGREEMENT)
    soon = (datetime.now(UTC) + timedelta(days=30)).date().isoformat()
    body.step("rui", other, "plan", team=["ada", "ben"], sites=["hall-0", "hall-1"], due_date=soon)
    body.step("ada", other, "start")
    waiting = {"en": "Waiting for others", "zh": "等待他人"}[language]
    for person, waits in (("rui", True), ("ada", False)):
        captions = (
            signed(person, language)
            .get("/workbench/my-work")
            .xpath(f"//table[.//a[contains(@href, '{other}')]]/caption")
        )
        assert (waiting in {text(one) for one in captions}) is waits, person
        assert captions, person


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_register_is_filtered_and_a_file_is_identified(body: Body, fresh: Opening, language: str) -> None:
    number = body.to_certificate(f"filed-{language}").number
    public, search = fresh(language), f"/register?organization=example&q={number}"
    proposed = public.get(search).xpath("//datalist[@id='l-profile']/option")
    assert [(option.get("value"), bool(option.text)) for option in proposed] == [("small", True)]
    assert proposed[0].text != "small"
    day = body.get(f"filed-{language}").items[0].content.first_date
    for narrowing in ("profile=small", "region_code=cn", f"as_of_date={day}", "state=valid"):
        assert number in text(public.get(f"{search}&{narrowing}")), narrowing
    for narrowing in ("profile=other", "result=no-such", "region_code=DE", "as_of_date=1999-01-31", "state=expired"):
        assert number not in text(public.get(f"{search}&{narrowing}").xpath("//main")[0]), narrowing
    assert public.get(f"{search}&as_of_date=soon").xpath("//a[@href='#f-as_of_date']")
    assert public.get("/register?organization=example&q=S").xpath("//*[@id='f-search'][@aria-invalid='true']")
    fields = dict(public.fields("/register/check"))
    fields.pop("file", None)

    def checked(content: bytes, status: int = 200, **headers: str) -> html.HtmlElement:
        files = {"file": ("证书.pdf", content)}
        answer = public.http.post("/register/check", data=fields, files=files, headers=headers)
        assert answer.status_code == status, answer.text
        return html.fromstring(answer.text)

    assert checked(b"from elsewhere").xpath("//section[@class='verdict withdrawn'][@role='status']")
    assert number not in text(checked(b"from elsewhere"))
    assert checked(b"", 422).xpath("//a[@href='#f-file']")
    checked(b"x" * (5 << 20), 413)
    checked(b"%PDF", 403, origin="https://evil.example")
    fields["form_token"] = "不" * 8
    checked(b"%PDF", 403)
    assert public.http.post("/register/check", data=fields).status_code == 415
    assert public.http.get(f"/register/example/{number}.jwt").status_code == 404


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_dossier_fact_by_fact(body: Body, signed: Opening, fresh: Opening, language: str) -> None:
    case = f"facts-{language}"
    body.to_evaluation(case)
    body.step("office", case, "declare", dossier=declared(certified=None))
    page, fact_page = f"{CASES}/{case}/dossier", f"{CASES}/{case}/dossier/certified"
    desk, ada = signed("office", language), signed("ada", language)
    shown = desk.get(page)
    assert {"certified", "energy_used", "credits"} <= {each.get("id")[2:] for each in shown.xpath("//tr[@id]")}
    title = {"en": "Certified", "zh": "已认证"}[language]
    assert title in text(shown)
    assert {"en": "2025-01-01 to 2025-12-31", "zh": "2025-01-01 至 2025-12-31"}[language] in text(shown)
    assert not desk.get(f"{page}?show=open").xpath("//tr[@id='f-energy_used']")
    desk.send(fact_page, 303, value="true", reason="seen <b>on site</b>")
    known = {fact.fact_id: fact for fact in body.dossier(case).content.facts}
    assert known["certified"].value.flag is True
    assert known["energy_used"].value.number
    assert known["renewable_share"].value.evidence_ids
    unfit = html.fromstring(desk.send(f"{page}/energy_used", 422, value="12 kg", reason="").text)
    assert {"#f-value", "#f-reason"} == {*unfit.xpath("//div[@class='errors']//a/@href")}  # all that is wrong at once
    judged = f"{CASES}/{case}/assess"
    lacking = html.fromstring(ada.send(f"{judged}/energy_used", 422, reason="", method="").text)
    assert {"#f-judgement", "#f-method", "#f-reason"} == {*lacking.xpath("//div[@class='errors']//a/@href")}
    wrong = desk.send(f"{page}/energy_used", 422, value="-4", reason="as sent")
    assert "-4" in wrong.text
    assert html.fromstring(wrong.text).xpath("//a[@href='#f-value']")
    desk.send(f"{page}/status", 303, value="closed", reason="as sent")
    assert desk.get(f"{page}/credits").xpath("//div[contains(@class,'notice')]")
    ada.get(f"{page}/none-such", 404)
    before = ada.fields(f"{judged}/energy_used")
    ada.send(f"{judged}/energy_used", 422, reason="slip", method="meter")
    unread = ada.send(f"{judged}/certified", 422, reason="slip", method="meter", judgement="corrected", corrected="")
    assert html.fromstring(unread.text).xpath("//a[@href='#f-corrected']")
    verified = {"judgement": "corrected", "corrected": "１２\u3000ＧＷｈ", "method": "meter read"}
    ada.send(f"{judged}/energy_used", 303, reason="slip of the pen", **verified)
    verification = next(fact for fact in body.dossier(case).content.facts if fact.fact_id == "energy_used").verification
    assert (verification.corrected_value.number, verification.corrected_value.unit, verification.method) == (
        "12",
        "GWh",
        "meter read",
    )
    overtaken = ada.http.post(f"{judged}/energy_used", data={**before, **verified, "reason": "again, and kept"})
    assert overtaken.status_code == 409
    assert "again, and kept" in overtaken.text
    assert "slip of the pen" in overtaken.text
    assert fresh(language).http.get(page).status_code == 303


def test_a_dossier_is_uploaded_as_a_file(body: Body, signed: Opening, fresh: Opening) -> None:
    case = "filed-in"
    body.to_evaluation(case)
    desk, address = signed("office"), f"{CASES}/{case}/dossier-file"
    book = load_workbook(io.BytesIO(desk.http.get(f"{CASES}/{case}/dossier.xlsx").content))
    facts = next(page for page in book if page["A1"].value == "touchstone facts-one")
    settings = next(page for page in book if page["A1"].value == "touchstone settings")
    ids = {str(cell.value): cell.row for cell in facts["A"]}
    value, unit = ({cell.value: cell.column or 0 for cell in facts[2]}[name] for name in ("value", "unit"))
    facts.cell(ids["energy_used"], value, 12)
    facts.cell(ids["energy_used"], unit, "MWh")
    facts.row_dimensions[ids["energy_used"]].hidden = True
    facts.title = 'Facts "<b>'
    settings.row_dimensions[4].hidden = True
    subject = next(row for row in settings.iter_rows() if row[0].value == "subject")

    def sent(content: bytes, browser: Browser = desk, **typed: str | list[str]) -> httpx.Response:
        fields = {**browser.fields(address), "step": "declare", "reason": "as sent", **typed}
        fields.pop("file", None)
        return browser.http.post(address, data=fields, files={"file": ("dossier", content)})

    def written(name: str) -> bytes:
        subject[2].value = name
        content = io.BytesIO()
        book.save(content)
        return content.getvalue()

    assert "organizations/example/subjects/other" in sent(written("organizations/example/subjects/other")).text
    assert sent(b"").status_code == 422
    unknown = b"subject: a\nfacts: {nosuch: 1}"
    for wrong, fragment in ((b"facts: [", "column"), (b"PK nothing", "XLSX"), (unknown, "nosuch")):
        answer = sent(wrong, reason="kept meanwhile")
        assert (answer.status_code, fragment in answer.text, "kept meanwhile" in answer.text) == (422, True, True), (
            fragment
        )
    assert not body.dossier(case).revision
    told = sent(written(SUBJECT))
    assert (told.status_code, "Hidden rows are read like all others:" in told.text, "notes_read" in told.text) == (
        422,
        True,
        True,
    )
    assert not body.dossier(case).revision
    assert "<b>" not in told.text
    assert told.text.count("Hidden rows are read like all others:") >= 2
    (notes_digest,) = html.fromstring(told.text).xpath("//input[@name='notes_read']/@value")  # one box for all notes
    assert sent(written(SUBJECT), notes_read="0" * 64).status_code == 422
    settings.row_dimensions[5].hidden = True
    assert sent(written(SUBJECT), notes_read=notes_digest).status_code == 422  # the notes are others now
    settings.row_dimensions[5].hidden = False
    response = sent(written(SUBJECT), notes_read=notes_digest)
    assert response.status_code == 303, response.text
    (fact,) = body.dossier(case).content.facts
    assert (fact.fact_id, fact.value.number, fact.value.unit) == ("energy_used", "12", "MWh")
    text_of = f"subject: {SUBJECT}\nfacts:\n  certified: yes\n".encode()
    assert sent(text_of).status_code == 303
    assert [one.fact_id for one in body.dossier(case).content.facts] == ["certified"]
    assert sent(text_of, form_token="0" * 64).status_code == 403
    stranger = fresh()
    assert stranger.http.post(address, files={"file": ("a", b"b")}).status_code == 401
    assert stranger.http.get(f"{CASES}/{case}/dossier.xlsx").status_code == 303


def test_an_interrupted_oversized_or_wrong_upload_changes_nothing(body: Body, signed: Opening) -> None:
    case = "broken-off"
    body.to_evaluation(case)
    desk, address = signed("office"), f"{CASES}/{case}/dossier-file"
    fields = {**desk.fields(address), "step": "declare", "reason": "kept meanwhile"}
    fields.pop("file", None)
    content = f"subject: {SUBJECT}\nfacts:\n  certified: yes\n".encode()
    whole = desk.http.build_request("POST", address, data=fields, files={"file": ("dossier", content)})
    sent = b"".join(whole.stream)  # type: ignore[arg-type] # it is read at once
    at = httpx.URL(body.server.http)
    lines = [f"POST {address} HTTP/1.1", *(f"{name}: {value}" for name, value in whole.headers.items())]
    with socket.create_connection((at.host, at.port)) as line:
        line.sendall("\r\n".join([*lines, "", ""]).encode() + sent[: len(sent) // 2])
    swelling = io.BytesIO()
    with zipfile.ZipFile(swelling, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", b" " * (64 << 20))
    other = write_template(Gazette(CHECKOUT / "scorecards").newest("re100").scorecard, language="en", layout=Layout.ONE)
    for wrong, fragment in ((swelling.getvalue(), "The limit is"), (other, "re100")):
        answer = desk.http.post(address, data=fields, files={"file": ("dossier.xlsx", wrong)})
        assert (answer.status_code, "kept meanwhile" in answer.text) == (422, True), answer.text
        assert fragment in text(html.fromstring(answer.text).xpath("//a[@href='#f-file']")[0])
    assert not body.dossier(case).revision
    assert desk.http.post(address, data=fields, files={"file": ("dossier", content)}).status_code == 303


def test_a_second_click_evaluates_nothing_more_and_an_invalid_date_is_reported(body: Body, signed: Opening) -> None:
    case = "twice"
    body.to_evaluation(case)
    page, ada = f"{CASES}/{case}/score", signed("ada")
    assert ada.send(page, 422, as_of_date="2026-03-01").text.count("errors")  # nothing is declared yet
    body.step("office", case, "declare", dossier=declared())
    for wrong in ("soon", "2026-02-30", SCRIPT):
        answer = ada.send(page, 422, as_of_date=wrong)
        assert html.fromstring(answer.text).xpath("//*[@id='e-as_of_date']"), wrong
        assert SCRIPT not in answer.text
    form = {**ada.fields(page), "as_of_date": "2026-03-01"}

    def evaluations() -> int:
        asked = ListEvaluationsRequest(parent=PARENT, page_size=1_000)
        listed = body.server.evaluations.ListEvaluations(asked, metadata=bearing(body.keys["ada"]))
        return len(listed.evaluations)

    before = evaluations()
    assert [ada.http.post(page, data=form).status_code for _ in range(2)] == [303, 303]
    assert evaluations() == before + 1
    assert ada.http.post(page, data=form | {"as_of_date": "2026-03-02"}).status_code == 303
    assert ada.send(page, as_of_date="2026-03-01").status_code == 303  # new request from another form
    assert evaluations() == before + 3


def test_input_to_corrections_profiles_and_moderation_is_escaped_and_validated(
    body: Body, signed: Opening, fresh: Opening
) -> None:
    dan, ada, author = signed("dan"), signed("ada"), signed("author")
    typed = {"campaign_id": "scripted", "kind": "issuer", "value": SCRIPT, "reason": SCRIPT}
    for path in ("/workbench/corrections", dan.send("/workbench/corrections", 303, **typed).headers["location"]):
        page = dan.http.get(path)
        assert (page.status_code, SCRIPT in page.text, escape(SCRIPT) in page.text) == (200, False, True), path
    assert dan.send("/workbench/corrections", 422, **typed | {"campaign_id": "../x"}).status_code == 422
    for wrong in ("../x", "a/b", SCRIPT, ""):
        kept = author.send("/workbench/new-profile/text", 422, profile=wrong, content="titles = {}  # typed with care")
        assert "typed with care" in kept.text
        assert SCRIPT not in kept.text
    case = "not-surveyed"
    body.to_evaluation(case)
    sent = {**dict(signed("office").fields(f"{CASES}/{case}/dossier-file")), "reason": "as sent"}
    sent["step"] = "surveillances/99/declare"
    sent.pop("file", None)
    content = f"subject: {SUBJECT}\nfacts:\n  certified: yes\n".encode()
    answer = signed("office").http.post(f"{CASES}/{case}/dossier-file", data=sent, files={"file": ("dossier", content)})
    assert answer.status_code in {404, 422}, answer.text
    assert not body.dossier(case).revision
    other = fresh()
    other.sign_in("stranger", account_of(body, "stranger", [Role.ASSESSOR], "other"))
    for part in ("moderation", "score", "dossier", "comparison"):
        assert other.http.get(f"{CASES}/{case}/{part}").status_code in {403, 404}, part
        assert ada.http.get(f"{CASES}/{case}/{part}").status_code == 200, part


def test_findings_and_certificates_of_all_cases_are_listed_by_state(body: Body, signed: Opening) -> None:
    ada, finding = signed("ada"), f"{CASES}/listed/findings/1"
    body.to_evaluation("listed")
    body.step("ada", "listed", "raise", severity="major", requirement="§5.1", statement=SCRIPT, due_date="2099-01-31")
    assert SCRIPT not in ada.http.get("/workbench/findings").text
    (row,) = ada.get("/workbench/findings").xpath(f"//tr[th/a/@href='{finding}']")
    assert all(shown in text(row) for shown in ("Works Ltd", "major", "§5.1", "2099-01-31"))
    for state, is_listed in (("", True), ("all", True), ("closed", False), ("open", True)):
        assert (finding in ada.http.get(f"/workbench/findings?state={state}").text) is is_listed
    assert ada.http.get("/workbench/findings?state=valid").status_code == 400
    number = body.to_certificate("listed-2").number
    assert number in ada.http.get("/workbench/certificates").text
    body.step("dan", "listed-2", "suspend", "certificates/1", due_date="2099-06-30", public_reason="asked")
    for state, is_listed in (("", True), ("suspended", True), ("valid", False), ("expired", False)):
        assert (number in ada.http.get(f"/workbench/certificates?state={state}").text) is is_listed
    for narrowed, is_listed in (
        ("severity=major", True), ("severity=minor", False), ("until=2099-01-31", True), ("until=2099-01-30", False),
        ("overdue=1", False), ("sort=case", True),
    ):  # fmt: skip
        assert (finding in ada.http.get(f"/workbench/findings?{narrowed}").text) is is_listed, narrowed
    assert ada.get("/workbench/findings?until=soon").xpath("//a[@href='#f-last_date']")
    assert number in ada.http.get("/workbench/certificates?until=2199-12-31").text
    assert number not in ada.http.get("/workbench/certificates?until=2020-12-31").text


def test_home_and_work_list_the_pending_tasks_as_sentences_and_files(body: Body, signed: Opening) -> None:
    ada = signed("ada")
    body.to_evaluation("at-home")
    body.step("ada", "at-home", "raise", severity="minor", requirement="A1", statement="A seal is broken.")
    (row,) = ada.get("/workbench/my-work").xpath("//tr[th/a[@href='/workbench/cases/at-home']]")
    assert "Verify the facts, evaluate them, and conclude the evaluation" in text(row)
    assert "days" in text(row.xpath("td[@data-label='Days left']")[0])
    assert "Answer finding 1" in text(ada.get("/workbench/my-work"))
    home = ada.get("/workbench")
    words = [text(word) for word in home.xpath("//ul[@class='figures']//*[@class='w']")]
    assert words == ["Overdue", "Due this week", "Waiting for others", "Open findings", "Certificates expiring soon"]
    assert home.xpath("//svg[@role='img']/title")
    counts = body.call("ada", "CountCases")(cases.CountCasesRequest(parent=PARENT))
    in_evaluation = sum(count.case_count for count in counts.case_counts if count.state == "evaluating")
    (shown,) = home.xpath("//table[contains(@class, 'bars')]//tr[th/a[contains(@href, 'state=evaluating')]]/td[@class]")
    assert text(shown) == str(in_evaluation)
    listed = ada.http.get("/workbench/my-work/list.csv")
    assert "at-home" in listed.text
    assert "attachment" in listed.headers["content-disposition"]
    calendar = ada.http.get("/workbench/calendar/due.ics?until=2199-12-31").text
    assert "BEGIN:VCALENDAR" in calendar
    assert "\r\nSUMMARY;LANGUAGE=en:Finding to close: at-home/findings/1\r\n" in calendar
    author = signed("author").get("/workbench")
    assert author.xpath("//h2[@id='next']")  # drafts and profiles are work, too
    assert "You do not work on cases here" not in text(author)
    assert not author.xpath("//header//form[@role='search']")
    assert author.xpath("//*[@id='rules-change']")


def test_the_search_in_the_header_finds_cases_by_letters(body: Body, signed: Opening) -> None:
    ada = signed("ada")
    body.to_evaluation("searched-for")
    body.step("ada", "searched-for", "declare", dossier=declared())
    (form,) = ada.get(f"{CASES}/searched-for/log").xpath("//header//form[@role='search']")
    assert (form.get("action"), [field.get("name") for field in form.xpath(".//input")]) == ("/workbench/search", ["q"])
    page = ada.get("/workbench/search?q=rched-f")
    assert page.xpath("//main//a[@href='/workbench/cases/searched-for']")
    (evidence,) = body.dossier("searched-for").content.evidence
    page = ada.get(f"/workbench/search?q={evidence.content_digest[:10]}&kind=KIND_EVIDENCE")
    (link,) = page.xpath(f"//main//a[@href='/workbench/cases/searched-for/evidence/{evidence.content_digest}']")
    assert ada.get(link.get("href")) is not None
    assert ada.get("/workbench/search?q=a").xpath("//*[@id='f-search'][@aria-invalid='true'][@value='a']")
    assert "Nothing found" in text(ada.get("/workbench/search?q=no+such+thing"))
    assert SCRIPT not in ada.http.get(f"/workbench/search?q={quote(SCRIPT)}").text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_page_is_in_the_language_of_the_reader(
    body: Body, signed: Opening, fresh: Opening, language: str
) -> None:
    body.apply(f"shown-{language}")
    rui, own = signed("rui", language), {"en": "en-GB", "zh": "zh-CN"}[language]
    linked = set(rui.get("/workbench").xpath("//nav//a/@href"))  # no page for operators
    for path in (
        *(page.address for page in workbench_pages() if page.nav and page.address in linked),
        f"{CASES}?state=submitted",
        f"{CASES}/shown-{language}", f"{CASES}/shown-{language}/log",
        f"{CASES}/shown-{language}/score", f"{CASES}/shown-{language}/dossier",
        f"{CASES}/shown-{language}/comparison", f"{CASES}/shown-{language}/dossier-file",
        f"{CASES}/shown-{language}/steps/accept", "/workbench/clients?q=works",
        "/workbench/clients/works", "/workbench/people/ada", "/workbench/profiles/small",
        "/workbench/calendar?until=2199-12-31", "/workbench/certificates?state=expired", "/register",
        "/register/check",
    ):  # fmt: skip
        page = rui.get(path)
        assert page.get("lang") == own, path
        assert len(page.xpath("//h1")) == 1, path
    other = rui.get(f"{CASES}?state=submitted&language={'zh' if language == 'en' else 'en'}")
    assert other.get("lang") != own
    rui.get(f"{CASES}?language={language}")


def test_requests_without_a_session_or_from_other_sites_are_refused(
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
        response = again.send("/workbench/sign-in", name="ben", password=passwords["ben"], next=target)
        assert response.headers["location"].startswith("/workbench"), target


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
    with open_accounts(body.server.environment["TOUCHSTONE_DATABASE_URL"]) as accounts:
        accounts.end("leaving", "2026-01-01T00:00:00Z")
    assert other.http.get("/workbench/clients").status_code == 303


def test_a_flood_of_password_guesses_does_not_lock_a_user_out(body: Body, fresh: Opening) -> None:
    password = account_of(body, "honest", [Role.REVIEWER])
    returning = fresh()
    returning.sign_in("honest", password)
    ended = threading.Event()

    def flood(number: int) -> int:
        guessing, tries = fresh(), 0
        fields = {**guessing.fields("/workbench/sign-in"), "name": f"guessed-{number}", "password": "wrong"}
        while not ended.is_set() and tries < 500:
            answer = guessing.http.post("/workbench/sign-in", data=fields)
            assert answer.status_code in {422, 429}
            tries += 1
        return tries

    with ThreadPoolExecutor(24) as pool:
        flooding = [pool.submit(flood, number) for number in range(24)]
        try:
            for number in range(3):
                returning.sign_in("honest", password)
                stranger = fresh()
                stranger.http.headers["x-forwarded-for"] = f"198.51.100.{number}"  # as set by the local proxy
                stranger.sign_in("honest", password)
        finally:
            ended.set()
        assert sum(one.result() for one in flooding) > 24


def text_of_problem(page: str) -> str:
    return page.partition('class="errors"')[2].partition("</ul>")[0]


def test_typed_input_survives_a_concurrent_change_and_an_ended_session(
    body: Body, signed: Opening, fresh: Opening, passwords: dict[str, str]
) -> None:
    body.apply("kept")
    rui, path = signed("rui"), f"{CASES}/kept/steps/ask"
    typed = {**rui.fields(path), "due_date": "2099-01-31", "statement": "Typed with care", "reason": "why"}
    body.step("dan", "kept", "accept")
    late = rui.http.post(path, data=typed)
    assert late.status_code in {409, 422}
    assert "Typed with care" in late.text
    assert "Another user acted first" in late.text
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


def test_typed_input_survives_a_second_sign_in(body: Body, fresh: Opening, passwords: dict[str, str]) -> None:
    body.apply("kept-anew")
    browser, path = fresh(), f"{CASES}/kept-anew/steps/ask"
    browser.sign_in("rui", passwords["rui"])
    typed = {**browser.fields(path), "due_date": "2099-01-31", "statement": "Typed before", "reason": "why"}
    browser.sign_in("rui", passwords["rui"])
    shown = browser.http.post(path, data=typed)
    assert shown.status_code == 403
    form = html.fromstring(shown.text).xpath("//main//form")[-1]
    assert dict(form.form_values())["statement"].strip() == "Typed before"
    assert body.get("kept-anew").revision == 1
    assert browser.http.post(path, data=dict(form.form_values())).status_code == 303


def test_many_concurrent_page_requests_are_queued_and_not_refused(signed: Opening) -> None:
    browser = signed("rui")

    async def rush(paths: list[str]) -> list[int]:
        async with httpx.AsyncClient(base_url=browser.http.base_url, cookies=browser.http.cookies, timeout=60) as http:
            return [answer.status_code for answer in await asyncio.gather(*map(http.get, paths))]

    assert asyncio.run(rush(["/workbench", CASES, "/workbench/calendar"] * 20)) == [200] * 60


def test_times_are_shown_in_the_time_zone_of_the_reader(body: Body, fresh: Opening, passwords: dict[str, str]) -> None:
    body.apply("zoned")
    reader = fresh()
    reader.sign_in("rui", passwords["rui"])
    log = f"{CASES}/zoned/log"
    (there,) = reader.get(log).xpath("//main//ol[@class='log']//time")
    moment = datetime.fromisoformat(there.get("datetime"))
    assert there.text == moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M")
    chosen = reader.get(f"/workbench/zone?zone=Asia/Kathmandu&next={log}")
    assert chosen.xpath(f"//main//a[@href='{log}']")
    page = reader.get(log)
    (there,) = page.xpath("//main//ol[@class='log']//time")
    assert datetime.fromisoformat(there.get("datetime")) == moment
    assert there.text == moment.astimezone(ZoneInfo("Asia/Kathmandu")).strftime("%Y-%m-%d %H:%M")
    assert "Asia/Kathmandu" in text(page.xpath("//footer")[0])
    assert not page.xpath("//footer//a[@href='/workbench/mail']")  # this server sends no mail
    assert f"{body.get('zoned').as_of_date} (Asia/Shanghai)" in text(page)  # the day in law stays the scheme's
    for wrong in ("Mars/Olympus", "../../etc/passwd", "Etc/GMT+12"):
        assert "Asia/Kathmandu" in text(reader.get(f"/workbench/zone?zone={wrong}").xpath("//footer")[0])
    away = reader.get("/workbench/zone?zone=Etc/UTC&next=//evil.example/workbench")
    assert {one.partition("/")[0] for one in away.xpath("//a/@href")} <= {"", "#main"}
    assert not away.xpath("//main//a[contains(@href, 'evil')]")
    assert not [one for one in away.xpath("//a/@href") if one.startswith("//")]


def test_the_report_is_a_draft_until_it_is_complete_and_shows_its_digest(body: Body, signed: Opening) -> None:
    body.to_evaluation("reported")
    ada = signed("ada")
    page = f"{CASES}/reported/report"
    name = body.evaluate()
    body.step("ada", "reported", "conclude", evaluation=name, report_digest=REPORT)
    begun = ada.get(page)
    assert "Issue date" in text(begun.xpath("//main//*[@role='status']")[0])
    assert begun.xpath("//main//input[@name='legal_name']/@value") == ["Works Ltd 某某 工厂"]
    fields = {"number": "R-1", "body": "Body <b>B</b>", "legal_name": "Works", "site": "1 Mill Road"}
    wrong = ada.get(f"{page}?{urlencode({**fields, 'issue_date': 'soon'})}")
    assert wrong.xpath("//main//*[@id='e-issue_date']")
    issued = ada.get(f"{page}?{urlencode({**fields, 'issue_date': '2026-11-01'})}")
    (digest,) = issued.xpath("//main//*[@role='status']//*[@class='digest']/text()")
    files = issued.xpath("//main//a[@download]/@href")
    report = ada.http.get(files[0])
    assert hashlib.sha256(report.content).hexdigest() == digest
    assert b"Body &lt;b&gt;B&lt;/b&gt;" in report.content
    assert report.headers["content-disposition"].startswith("attachment")
    assert load_workbook(io.BytesIO(ada.http.get(files[1]).content)).sheetnames
    assert "assessment-results" in ada.http.get(files[2]).json()
    assert ada.http.get(f"{page}/exe").status_code == 404


@pytest.mark.parametrize(("language", "told"), [("en", "No serial number is used twice"), ("zh", "序列号无重复使用")])
def test_obstacles_to_a_decision_are_shown_next_to_its_steps(
    body: Body, signed: Opening, language: str, told: str
) -> None:
    case = f"ahead-{language}"
    body.to_evaluation(case)
    body.step("ada", case, "raise", severity="major", requirement="A1", statement="A meter has no seal.")
    ada = signed("ada", language)
    assert not ada.get(f"{CASES}/{case}").xpath("//ul[contains(@class, 'checks')]")
    body.step("ada", case, "conclude", evaluation=body.evaluate(), report_digest=REPORT)
    for address in (f"{CASES}/{case}", f"{CASES}/{case}/steps/hand_over"):
        (checks,) = ada.get(address).xpath("//ul[contains(@class, 'checks')]")
        assert told in " ".join(checks.xpath("li[@class='yes']/text()"))
        assert "findings/1" in "".join(checks.xpath("li[@class='no']//span/text()"))
    body.step("ada", case, "hand_over")
    dan = signed("dan", language)
    for address in (f"{CASES}/{case}/decision", f"{CASES}/{case}/steps/recommend"):
        page = dan.get(address)
        assert page.xpath("//article[contains(@class, 'statement')]//*[@class='ladder']//*[local-name()='title']")
        assert page.xpath(f"//main//a[@href='{CASES}/{case}/report']")
        assert page.xpath(f"//main//a[@href='{CASES}/{case}/dossier']")
        assert "Ada" in text(page.xpath("//aside//section[@aria-labelledby='acts']")[0])
    (way,) = dan.get(f"{CASES}/{case}/decision").xpath("//div[@class='way']")
    assert "findings/1" in text(way)
    assert not dan.get(f"{CASES}/{case}/steps/recommend").xpath("//div[@class='way']")  # which may be recommended so
    assert dan.get(CASES).xpath(f"//tr[.//a[@href='{CASES}/{case}']]//*[@class='mini']/*[@class='certain']")
    assert dan.get(f"{CASES}/{case}").xpath("//aside//*[@class='ladder']")
