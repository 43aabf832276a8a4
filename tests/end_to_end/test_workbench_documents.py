"""Case documents in the workbench: upload, description, answers of the applicant, and attacks with hostile files."""

from __future__ import annotations

import asyncio
import hashlib
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from lxml import html

from service.base.refusals import Reason, Refusal
from service.base.worker_pool import WorkerPool
from service.files.document_pages import DRAWING
from service.identity.principals import Role
from service.workbench.sample import pdf_of
from tests.support import attack_files as attacks
from tests.support.browsing import Browser, account_of, people_of
from tests.support.casework import PARENT, REPORT, Body, applying, declared
from tests.support.identities import bearing
from tests.support.running import RunningServer
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import case_dossier_service_pb2 as dossiers, case_service_pb2 as cases
from touchstone.v1.case_dossier_service_pb2_grpc import DossierServiceStub

ROOM, APPLY = "/workbench/cases/open/evidence", "/workbench/apply"
METER = pdf_of(["Meter reading 2025", *[""] * 35, "reused 1,020,000 of 1,200,000 m3"])


class Desk:
    """Browsers of several people at one server."""

    def __init__(self, body: Body, passwords: dict[str, str]) -> None:
        self.body = body
        self._passwords, self._browsers = passwords, dict[str, Browser]()

    def browser(self, name: str) -> Browser:
        if name not in self._browsers:
            browser = Browser(self.body.server.http)
            browser.sign_in(name, self._passwords[name])
            self._browsers[name] = browser
        return self._browsers[name]

    def password(self, name: str) -> str:
        return self._passwords[name]

    def upload(
        self, person: str, *files: tuple[str, bytes], to: str = ROOM, **typed: str | list[str]
    ) -> httpx.Response:
        browser = self.browser(person)
        token = browser.fields(str(typed.pop("form", ROOM)))["form_token"]
        sent = [("files", (name, content)) for name, content in files]
        return browser.http.post(to, data={"form_token": token, **typed}, files=sent)

    def answer(self, path: str, *files: tuple[str, bytes], status: int = 303, **typed: Any) -> html.HtmlElement:
        """Submit a form as the applicant and return the next page."""
        browser = self.browser("lin")
        fields = {**browser.fields(path), **typed}
        sent = [("files", (name, content)) for name, content in files or (("", b""),)]
        answer = browser.http.post(path, data=fields, files=sent)
        assert answer.status_code == status, html.fromstring(answer.text).text_content()
        return browser.get(answer.headers["location"]) if status == 303 else html.fromstring(answer.text)

    def tasks(self, case: str) -> dict[str, str]:
        rows = self.browser("lin").get(f"{APPLY}/{case}").xpath("//li[starts-with(@id, 'f-')]")
        return {row.get("id")[2:]: text_of(row.xpath(".//span[@class='state']")[0]) for row in rows}


def text_of(page: html.HtmlElement) -> str:
    return " ".join(page.text_content().split())


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("documents")
    server = RunningServer(
        folder,
        gazette,
        TOUCHSTONE_EVIDENCE_FILES=str(folder / "files"),
        TOUCHSTONE_EVIDENCE_FILE_BYTES="200000",
        TOUCHSTONE_API_KEYS="true",
        TOUCHSTONE_PUBLIC_REGISTERS="example",
        TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
    )
    with server as running:
        body = Body(running)
        body.begin()
        passwords = people_of(body)
        body.keys["lin"] = body.new_key(Role.APPLICANT)
        lin = body.register("lin", client="works")
        lin.accounts.append("account/lin")
        body.call("operator", "SaveCasePerson")(cases.SaveCasePersonRequest(parent=PARENT, case_person=lin))
        passwords["lin"] = account_of(body, "lin", [Role.APPLICANT])
        body.to_evaluation("open")
        body.step("office", "open", "declare", dossier=declared())
        body.to_evaluation("asked")
        site = cases.CaseSite(site="hall-0", address="1 Weir")
        other = cases.CaseClient(client="mill", display_name="Mill Ltd", region_code="CN", sites=[site])
        body.call("office", "SaveClient")(cases.SaveClientRequest(parent=PARENT, case_client=other))
        foreign = applying("foreign", sites=["hall-0"])
        foreign.client, foreign.subject = f"{PARENT}/clients/mill", f"{PARENT}/subjects/mill"
        body.call("office", "CreateCase")(foreign)
        yield Desk(body, passwords)


def test_files_are_sent_and_those_that_are_refused_are_named_while_the_others_stay(desk: Desk) -> None:
    script = b"<html><script>alert(1)</script></html>"
    answer = desk.upload("office", ("balance <b>2025.pdf", METER), ("page.html", script))
    assert answer.status_code == 422
    assert "page.html: The content of the file is text/html" in answer.text
    assert "balance &lt;b&gt;2025" in answer.text  # the typed digest is shown again, escaped
    assert "<b>2025" not in answer.text
    wrong = desk.upload("office", ("a.pdf", pdf_of(["altered"])), digests="0" * 64)
    assert "changed during the upload" in wrong.text
    assert "No file was chosen" in desk.upload("office", ("", b"")).text


def test_many_files_are_stored_at_once_and_files_beyond_the_limit_are_named(desk: Desk) -> None:
    page = desk.browser("office").get(ROOM)
    assert "At most 50 at once" in text_of(page)
    before = kept_files(desk)
    files = [(f"reading-{number:02}.txt", f"reading {number}".encode()) for number in range(53)]
    assert desk.upload("office", *files[:12]).status_code == 303
    answer = desk.upload("office", *files)
    assert answer.status_code == 422
    told = text_of(html.fromstring(answer.text))
    assert "At most 50 files are allowed at once" in told
    assert "Choose the 3 files that were not stored again: reading-50.txt, reading-51.txt, reading-52.txt" in told, (
        told[:900]
    )
    assert kept_files(desk) - before == {digest_of(content) for _, content in files[:50]}


def test_a_document_is_described_and_viewed(desk: Desk) -> None:
    content = pdf_of(["Meter ledger", *[""] * 35, "line 7: 85.50 %"])
    digest = digest_of(content)
    sent = desk.upload("office", ("Meter ledger.pdf", content), digests=digest)
    assert sent.headers["location"] == f"{ROOM}/{digest}"
    office, address = desk.browser("office"), f"{ROOM}/{digest}"
    assert "Describe the document" in text_of(office.get(address))
    refused = office.send(f"{address}?kind=meter-reading", 422, issuer="")
    assert "Enter the issuer." in refused.text
    office.send(
        f"{address}?kind=meter-reading", issuer="Works", issue_date="2026-01-15", assurance="limited",
        resting_facts=["renewable_share"], replaces="meter",
    )  # fmt: skip
    page = office.get(address)
    assert "Uses of this document" in text_of(page)
    assert [image.get("href") for image in page.xpath("//image")] == [f"{address}/page/1.png"]
    assert "line 7: 85.50 %" in text_of(office.get(f"{address}?page=2&quote=85.50"))
    assert office.get(f"{address}?page=2&quote=85.50").xpath("//rect[@class='quoted']")
    picture = office.http.get(f"{address}/page/2.png")
    assert (picture.headers["content-type"], picture.content[:4]) == ("image/png", b"\x89PNG")
    file = office.http.get(f"{address}/file")
    assert file.content == content
    assert file.headers["content-disposition"].startswith("attachment")
    assert file.headers["x-content-type-options"] == "nosniff"
    for wrong in (f"{address}/page/9.png", f"{address}/page/x.png", f"{ROOM}/{'0' * 64}", f"{ROOM}/{'0' * 64}/file"):
        assert office.http.get(wrong).status_code == 404
    room = text_of(office.get(f"{ROOM}?q=ledger&order=title"))
    assert "Meter ledger" in room
    assert "2028-01-15" in room  # until when it counts
    assert "No document matches" in text_of(office.get(f"{ROOM}?q=nothing-like-it"))


def test_a_new_document_is_added_where_a_value_is_declared(desk: Desk) -> None:
    content, fact = pdf_of(["Second reading"]), "/workbench/cases/open/dossier/renewable_share?step=declare"
    answer = desk.upload(
        "office", ("Second reading.pdf", content), form=fact, to=f"{ROOM}/attach", attach_to=fact,
        attach_fact="renewable_share", value="81", reason="measured anew", rests=[],
    )  # fmt: skip
    assert answer.status_code == 200
    assert "renewable" in answer.text
    office = desk.browser("office")
    page = office.http.post(
        f"{ROOM}/{digest_of(content)}?fact=renewable_share",
        data={
            **office.fields(f"{ROOM}/{digest_of(content)}?fact=renewable_share&kind=meter-reading"), "value": "81",
            "issuer": "Works", "issue_date": "2026-02-01", "assurance": "limited", "reason": "measured anew",
        },
    )  # fmt: skip
    assert page.headers["location"] == "/workbench/cases/open/dossier/renewable_share"
    seen = office.get(fact)
    assert "Second reading" in text_of(seen)
    assert seen.xpath("//input[@name='rests' and @checked]/@value") == ["second-reading"]
    typed: dict[str, Any] = {"page-second-reading": "1", "quote-second-reading": "S", "reason": "said where"}
    office.send(fact, value="81", rests=["second-reading"], **typed)
    assert office.get(fact).xpath("//input[@name='quote-second-reading']/@value") == ["S"]
    assert f"{ROOM}/{digest_of(content)}?page=1" in "".join(office.get(fact).xpath("//dd//a/@href"))


def test_a_finding_is_raised_with_a_photograph_and_a_refused_form_loses_no_input(desk: Desk) -> None:
    form, content = "/workbench/cases/open/steps/raise", pdf_of(["Photograph of hall 2"])
    typed: dict[str, Any] = {
        "statement": "Line 2 has no meter.",
        "requirement": "metering",
        "severity": "minor",
        "reason": "site visit",
    }
    bad = desk.upload("ada", ("x.html", b"<html>"), form=form, to=f"{ROOM}/attach", attach_to=form, **typed)
    assert "x.html: The content of the file is" in bad.text
    assert "Line 2 has no meter." in bad.text
    good = desk.upload("ada", ("hall 2.pdf", content), form=form, to=f"{ROOM}/attach", attach_to=form, **typed)
    assert "Line 2 has no meter." in good.text
    assert f'value="{digest_of(content)}" checked' in good.text
    desk.browser("ada").send(form, **typed, evidence=[digest_of(content)])
    (finding,) = [item for item in desk.body.get("open").items if item.item == "findings/1"]
    assert list(finding.content.evidence) == [digest_of(content)]
    assert "Finding 1" in text_of(desk.browser("ada").get(f"{ROOM}/{digest_of(content)}"))


def test_a_client_user_sees_and_uploads_only_the_documents_of_the_client(desk: Desk) -> None:
    visit = pdf_of(["Notes of the visit"])
    desk.upload("ada", ("visit notes.pdf", visit))
    lin = desk.browser("lin")
    own = pdf_of(["Licence"])
    assert desk.upload("lin", ("licence.pdf", own)).headers["location"] == f"{ROOM}/{digest_of(own)}"
    room = text_of(lin.get(ROOM))
    assert "licence" in room
    assert "visit notes" not in room
    for path in ("", "/file", "/page/1.png"):
        assert lin.http.get(f"{ROOM}/{digest_of(visit)}{path}").status_code == 404


def test_a_file_is_removed_with_a_reason(desk: Desk) -> None:
    content = pdf_of(["Wrong file"])
    desk.upload("office", ("wrong.pdf", content))
    address, office = f"{ROOM}/{digest_of(content)}", desk.browser("office")
    assert "A text is required" in office.send(f"{address}/remove", 422, reason="").text
    assert office.send(f"{address}/remove", reason="not ours").headers["location"] == ROOM
    assert "not ours" in text_of(office.get(ROOM))
    assert office.http.get(f"{address}/file").status_code == 404


def fields_of(page: html.HtmlElement) -> dict[str, str]:
    return {link.get("href").removeprefix("#f-"): text_of(link) for link in page.xpath("//div[@class='errors']//a")}


def test_only_applicants_see_the_list_of_required_facts_before_the_application_begins(desk: Desk) -> None:
    lin, ada = desk.browser("lin"), desk.browser("ada")
    page = lin.get(f"{APPLY}/asked")
    told = text_of(page)
    assert "Before you start" in told
    assert "10 tasks are waiting for you." in told
    assert "Documents to prepare (1) meter reading" in told
    assert "for Renewable share" in told
    assert page.xpath("//section[@class='way']//a/@href") == [f"{APPLY}/asked/serious_violations"]
    assert set(desk.tasks("asked").values()) == {"To do"}
    assert lin.get("/workbench").xpath(f"//main//a[@href='{APPLY}/asked']")
    assert lin.get("/workbench/cases").xpath(f"//main//a[@href='{APPLY}/asked']")
    for own in ("", "/renewable_share", "/findings/1", "/steps/answer"):
        assert lin.http.get(f"{APPLY}/foreign{own}").status_code == 404, own
        led = ada.http.get(f"{APPLY}/asked{own}")
        assert (led.status_code, led.headers["location"][:22]) == (303, "/workbench/cases/asked"), own
    assert lin.http.get(f"{APPLY}/asked/no_such").status_code == 404
    assert desk.upload("ada", ("", b""), to=f"{APPLY}/asked/renewable_share", value="1").status_code == 404
    assert desk.body.dossier("asked").revision == 0


def test_a_fact_is_answered_with_an_uploaded_document(desk: Desk) -> None:
    fact, content = f"{APPLY}/asked/renewable_share", pdf_of(["Reading of hall 1"])
    wrong = desk.answer(fact, status=422)
    assert "I do not have this yet" in fields_of(wrong)["value"]
    wrong = desk.answer(fact, status=422, value="130", reason="measured in hall 1")
    assert list(fields_of(wrong)) == ["value"]
    assert wrong.xpath("//input[@id='f-value']/@value") == ["130"]
    assert text_of(wrong.xpath("//textarea[@name='reason']")[0]) == "measured in hall 1"
    bad = desk.answer(fact, ("page.html", b"<html><script></script></html>"), status=422, value="82.5")
    assert "text/html" in fields_of(bad)["files"]
    assert bad.xpath("//input[@id='f-value']/@value") == ["82.5"]
    arrived = desk.answer(fact, ("reading hall 1.pdf", content), status=200, value="82.5")
    assert "About this document" in text_of(arrived)
    assert arrived.xpath("//input[@name='new']/@value") == [digest_of(content)]
    assert arrived.xpath("//input[@id='f-value']/@value") == ["82.5"]
    mark = digest_of(content)[:8]
    typed: dict[str, Any] = {
        "value": "82.5",
        "new": digest_of(content),
        f"kind-{mark}": "meter-reading",
        f"assurance-{mark}": "limited",
    }
    wrong = desk.answer(fact, status=422, **typed)
    assert list(fields_of(wrong)) == [f"issuer-{mark}"]
    assert fields_of(wrong)[f"issuer-{mark}"].startswith("Issuer")
    wrong = desk.answer(fact, status=422, **(typed | {f"issuer-{mark}": "Grid company", f"issue_date-{mark}": "May"}))
    assert f"issue_date-{mark}" in fields_of(wrong)
    assert wrong.xpath(f"//input[@id='f-issuer-{mark}']/@value") == ["Grid company"]
    typed |= {f"issuer-{mark}": "Grid company", f"issue_date-{mark}": "2020-01-15"}
    desk.answer(fact, **typed)
    assert desk.tasks("asked")["renewable_share"] == "Please replace"  # too old to count
    page = desk.browser("lin").get(fact)
    assert "issued on 2020-01-15, too old" in text_of(page.xpath("//div[@class='notice stop']")[0])
    newer = pdf_of(["Reading of hall 1, anew"])
    arrived = desk.answer(fact, ("newer.pdf", newer), status=200)
    mark = digest_of(newer)[:8]
    assert arrived.xpath(f"//select[@id='f-replaces-{mark}']/option[@selected]/@value") == ["reading-hall-1"]
    typed = {
        "new": digest_of(newer), f"kind-{mark}": "meter-reading", f"issuer-{mark}": "Grid company",
        f"issue_date-{mark}": "2026-05-01", f"assurance-{mark}": "limited", f"replaces-{mark}": "reading-hall-1",
    }  # fmt: skip
    desk.answer(fact, **typed)
    assert desk.tasks("asked")["renewable_share"] == "Done"
    (declared_fact,) = desk.body.dossier("asked").content.facts
    assert (declared_fact.value.number, list(declared_fact.value.evidence_ids)) == ("82.5", ["newer"])


def test_every_kind_of_value_is_answered_by_form_but_a_list(desk: Desk) -> None:
    def declared_value(fact: str) -> Any:
        facts = desk.body.dossier("asked").content.facts
        return next((declared.value for declared in facts if declared.fact_id == fact), None)

    desk.answer(f"{APPLY}/asked/themes", value=["water", "waste"])
    assert list(declared_value("themes").choices.values) == ["water", "waste"]
    page = desk.browser("lin").get(f"{APPLY}/asked/themes")
    assert page.xpath("//input[@name='value' and @checked]/@value") == ["water", "waste"]
    desk.answer(f"{APPLY}/asked/themes", value=[], value_none="true")
    assert declared_value("themes").WhichOneof("kind") == "choices"
    year = f"{APPLY}/asked/report_year"
    wrong = desk.answer(year, status=422, value_first="2025-12-31", value_last="2025-01-01")
    assert "value" in fields_of(wrong)
    assert wrong.xpath("//input[@name='value_first']/@value") == ["2025-12-31"]
    assert list(fields_of(desk.answer(year, status=422, value_first="2025-01-01"))) == ["value_last"]
    desk.answer(year, value_first="2025-01-01", value_last="2025-12-31")
    assert declared_value("report_year").period.last_date == "2025-12-31"
    desk.answer(f"{APPLY}/asked/remark", value_not_applicable="true")
    assert declared_value("remark").not_applicable
    following = desk.answer(f"{APPLY}/asked/certified", value="true")
    assert declared_value("certified").flag
    assert "Question" in text_of(following)  # the next open one
    listed = desk.answer(f"{APPLY}/asked/status", value="open", do="later")
    assert "Still needed" in text_of(listed)
    desk.answer(f"{APPLY}/asked/status", do="take_back")
    assert declared_value("status") is None
    by_list = desk.browser("lin").get(f"{APPLY}/asked/credits")
    assert by_list.xpath("//a[@href='/workbench/cases/asked/dossier-file']")
    assert not by_list.xpath("//main//form")
    page = desk.browser("office").get("/workbench/cases/open/dossier/themes")
    assert page.xpath("//input[@name='value' and @checked]/@value") == ["water", "waste"]
    desk.browser("office").send("/workbench/cases/open/dossier/themes", value=["waste"], reason="as the plan says")
    facts = {fact.fact_id: fact for fact in desk.body.dossier("open").content.facts}
    assert list(facts["themes"].value.choices.values) == ["waste"]
    assert facts["report_year"].value.period.first_date == "2025-01-01"  # no other fact has changed


def test_an_answer_survives_the_end_of_the_session(desk: Desk) -> None:
    lin, path = desk.browser("lin"), f"{APPLY}/asked/energy_used"
    fields = {**lin.fields(path), "value": "1,250 kWh", "reason": "read in January"}
    ended = httpx.post(f"{desk.body.server.http}{path}", data=fields, files=[("files", ("", b""))])
    assert ended.status_code == 401
    assert (
        "1%2C250+kWh" in ended.text or "1,250" in html.fromstring(ended.text).xpath("//input[@name='typed']/@value")[0]
    )
    form = html.fromstring(ended.text).xpath("//main//form[@method='post']")[-1]
    signed = httpx.post(
        f"{desk.body.server.http}/workbench/sign-in",
        data={**dict(form.form_values()), "name": "lin", "password": desk.password("lin")}, cookies=ended.cookies,
    )  # fmt: skip
    page = html.fromstring(signed.text)
    assert page.xpath("//input[@id='f-value']/@value") == ["1,250 kWh"]
    assert "read in January" in text_of(page)


def test_an_applicant_answers_a_finding_and_proves_the_correction_with_a_file(desk: Desk) -> None:
    found = "Hall 2 has no meter."
    body, photograph = desk.body, pdf_of(["Photograph of the new meter"])
    body.step("ada", "asked", "raise", severity="minor", requirement="metering", statement=found)
    finding = f"{APPLY}/asked/findings/1"
    assert "A rule is broken" in text_of(desk.browser("lin").get(finding))
    missing = desk.answer(finding, status=422, cause="", correction="Read by hand.", corrective_action="")
    assert set(fields_of(missing)) == {"cause", "corrective_action"}
    repeated = desk.answer(
        finding, status=422, cause="hall 2 has no METER", correction="Read by hand.", corrective_action="A meter."
    )
    assert "why the nonconformity happened" in fields_of(repeated)["cause"]
    assert text_of(repeated.xpath("//textarea[@name='correction']")[0]) == "Read by hand."
    listed = desk.answer(
        finding,
        cause="The hall was let until 2024.",
        correction="Read by hand.",
        corrective_action="A meter is fitted.",
    )
    assert "Waiting for the certification body" in text_of(listed)
    body.step("ben", "asked", "return", "findings/1")
    assert "Answer again" in text_of(desk.browser("lin").get(f"{APPLY}/asked"))
    assert "The hall was let" in text_of(desk.browser("lin").get(finding))  # nothing typed is lost
    desk.answer(
        finding,
        cause="The hall was let until 2024, and nobody told us.",
        correction="Read.",
        corrective_action="A meter.",
    )
    body.step("ben", "asked", "accept_plan", "findings/1")
    assert list(fields_of(desk.answer(finding, status=422, statement="It hangs."))) == ["evidence"]
    arrived = desk.answer(finding, ("meter.pdf", photograph), status=200, do="add", statement="It hangs.")
    assert f'value="{digest_of(photograph)}" checked' in html.tostring(arrived, encoding="unicode")
    assert "It hangs." in text_of(arrived)
    shown = desk.answer(finding, ("meter.pdf", photograph), statement="It hangs.")
    assert "Waiting for the certification body" in text_of(shown)
    (item,) = body.get("asked").items
    assert (item.state, list(item.content.evidence)) == ("evidenced", [digest_of(photograph)])


def test_an_applicant_answers_a_question_of_the_body_on_its_own_page(desk: Desk) -> None:
    body, lin = desk.body, desk.browser("lin")
    body.apply("queried")
    body.step("rui", "queried", "ask", statement="Who runs hall 2?", due_date="2099-01-31")
    page = lin.get(f"{APPLY}/queried")
    assert page.xpath("//section[@class='way']//a/@href") == [f"{APPLY}/queried/steps/answer"]
    empty = lin.send(f"{APPLY}/queried/steps/answer", 422, statement="")
    assert 'id="e-statement"' in empty.text
    lin.send(f"{APPLY}/queried/steps/answer", statement="We do.")
    asked = body.get("queried")
    assert (asked.state, asked.steps[-1].content.statement) == ("submitted", "We do.")
    assert list(asked.content.sites) == ["hall-0", "hall-1", "hall-2"]
    (answered,) = lin.get(f"{APPLY}/queried").xpath("//ul[@aria-labelledby='asked']/li")
    assert [text_of(part) for part in answered.xpath("span")] == ["Who runs hall 2?", "Done"]


def test_a_certified_applicant_finds_certificate_and_report_on_the_application_page(desk: Desk) -> None:
    desk.body.to_certificate("held")
    lin = desk.browser("lin")
    page = lin.get(f"{APPLY}/held")
    told = text_of(page)
    assert "You are certified." in told
    assert "Next steps" in told
    assert "Still needed" not in told
    assert page.xpath("//main//a[@href='/workbench/cases/held/certificates/1']")
    assert page.xpath("//main//a[@href='/workbench/cases/held/case-report']")
    fact = lin.get(f"{APPLY}/held/certified")
    assert not fact.xpath("//main//form")
    assert "cannot be changed now" in text_of(fact)


# --- attacks ----------------------------------------------------------------------------------------------------------

SCRIPT = "<script>alert(1)</script>"
HOSTILE = "\"'><img src=x onerror=alert(1)>" + SCRIPT
ACTIVE = {
    "page.pdf": b"<!DOCTYPE html><script>alert(1)</script>",
    "late.pdf": b"<html><script>alert(1)</script>\n%PDF-1.7\n" + METER,
    "drawing.png": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "declared.xml": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "spaced.txt": b"\xef\xbb\xbf \n < BODY onload=alert(1)>",
    "letter.docx": attacks.packed({"[Content_Types].xml": b"", "word/document.xml": b"", "word/vbaProject.bin": b"x"}),
    "table.xlsx": attacks.packed({"xl/workbook.xml": b"", "xl/vbaProject.bin": b"x"}),
    "archive.pdf": attacks.packed({"a.pdf": METER}),
    "script.txt": b"GIF89a=1;alert(1);//" + b" " * 99,
    "program.pdf": b"MZ\x90\x00\x03\x00\x00\x00" + METER,
}
"""Files that a browser or a program could execute, under misleading names."""
BOTH = {
    "page and PDF": (METER + b"\n<html><script>alert(1)</script></html>", "application/pdf"),
    "archive and PDF": (METER + attacks.packed({"a.html": b"<script>alert(1)</script>"}), "application/pdf"),
    "page far behind": (b"reading " * 10_000 + SCRIPT.encode(), "text/plain; charset=utf-8"),
}
"""Files that are valid in two formats, with the media type under which each is stored."""


def kept_files(desk: Desk) -> set[str]:
    asked = dossiers.ListCaseEvidenceRequest(name=f"{PARENT}/cases/open")
    listed = DossierServiceStub(desk.body.server.channel).ListCaseEvidence(
        asked, metadata=bearing(desk.body.keys["ada"])
    )
    return {document.file.content_digest for document in listed.documents if document.HasField("file")}


def posted(desk: Desk, body: bytes, *, boundary: bytes = b"cut", **headers: str) -> httpx.Response:
    """Send the bytes of a form with files as they are."""
    kind = f"multipart/form-data; boundary={boundary.decode()}"
    return desk.browser("office").http.post(ROOM, content=body, headers={"content-type": kind, **headers})


def part(name: str, content: bytes, file: bytes | None = None) -> bytes:
    """Write one field of such a form, or one file."""
    called = b"" if file is None else b'; filename="%s"\r\nContent-Type: application/pdf' % file
    return b'--cut\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n' % (name.encode(), called, content)


def token_of(desk: Desk, person: str = "office") -> bytes:
    return str(desk.browser(person).fields(ROOM)["form_token"]).encode()


def drawn(content: bytes, media_type: str = "application/pdf", **program: Any) -> dossiers.CaseFilePage | Reason:
    """Draw a page in a worker process. Returns the refusal reason if a limit is exceeded."""

    async def draw() -> dossiers.CaseFilePage | Reason:
        pool = WorkerPool(replace(DRAWING, max_processes=1, **program))
        asked = work_pb2.DrawDocumentPage(content=content, media_type=media_type, page_number=1, width_pixels=1240)
        usual = work_pb2.DrawDocumentPage(content=METER, media_type="application/pdf", page_number=1, width_pixels=100)
        try:
            return await pool.work(asked, dossiers.CaseFilePage)
        except Refusal as refusal:
            assert (await pool.work(usual, dossiers.CaseFilePage)).picture  # in the next process
            return refusal.reason
        finally:
            await pool.close()

    return asyncio.run(draw())


def test_executable_content_is_refused_under_any_file_name(desk: Desk) -> None:
    before = kept_files(desk)
    answer = desk.upload("office", *ACTIVE.items())
    assert answer.status_code == 422
    assert all(f"{name}: The content of the file is" in answer.text for name in ACTIVE), answer.text
    assert kept_files(desk) == before


def test_a_file_valid_in_two_formats_is_served_with_its_stored_media_type_as_an_attachment(desk: Desk) -> None:
    office = desk.browser("office")
    for name, (content, media_type) in BOTH.items():
        address = f"{ROOM}/{digest_of(content)}"
        assert desk.upload("office", (f"{name}.html", content)).headers["location"] == address
        file = office.http.get(f"{address}/file")
        assert (file.headers["content-type"], file.content) == (media_type, content)
        assert file.headers["content-disposition"].startswith("attachment")
        assert file.headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in file.headers["content-security-policy"]
        page = office.http.get(address).text
        assert SCRIPT not in page


@pytest.mark.full
def test_hostile_file_names_are_reduced_to_a_safe_name(desk: Desk) -> None:
    office = desk.browser("office")
    names = {
        "../../etc/passwd.pdf": "passwd.pdf", "C:\\Windows\\system.pdf": "system.pdf",
        "annual\u202efdp.exe": "annualfdp.exe", "a\u200b\u2066b.pdf": "ab.pdf", "CON .pdf ": "CON .pdf",
        f"{'long' * 75}.pdf": "long" * 50, f"{HOSTILE}.pdf": f"{HOSTILE}.pdf".rpartition("/")[2],
    }  # fmt: skip
    for number, (name, shown) in enumerate(names.items()):
        content = pdf_of([f"Named {number}"])
        sent = desk.upload("office", (name, content))
        assert sent.status_code == 303, (name, text_of(html.fromstring(sent.text)))
        file = office.http.get(f"{ROOM}/{digest_of(content)}/file")
        page = office.get(f"{ROOM}/{digest_of(content)}")
        assert shown.strip() in text_of(page), name
        assert not page.xpath("//main//script | //main//img")
        assert set(file.headers["content-disposition"]) <= set(map(chr, range(32, 127)))
        assert "/" not in file.headers["content-disposition"].partition("''")[2]
    before, token = kept_files(desk), part("form_token", token_of(desk))
    assert posted(desk, token + part("files", METER + b"\n", b"n" * 5_000) + b"--cut--").status_code == 415
    assert kept_files(desk) == before
    for raw_name in (b"bell\x07.pdf", b'a"; filename="b\x00.pdf', b"a%0d%0aset-cookie: b=c.pdf", b"\xff\xfe.pdf"):
        content = pdf_of([repr(raw_name)])
        assert posted(desk, token + part("files", content, raw_name) + b"--cut--").status_code in (303, 415, 422)
        file = office.http.get(f"{ROOM}/{digest_of(content)}/file")
        assert "set-cookie" not in file.headers
        assert "\x07" not in office.http.get(ROOM).text


def test_an_oversized_or_truncated_form_stores_no_file(desk: Desk) -> None:
    before, token = kept_files(desk), part("form_token", token_of(desk))
    host, _, port = desk.body.server.http.removeprefix("http://").partition(":")
    cookies = "; ".join(f"{name}={value}" for name, value in desk.browser("office").http.cookies.items())
    with socket.create_connection((host, int(port)), timeout=30) as raw:  # 4 GiB are announced, and nothing is sent
        head = f"POST {ROOM} HTTP/1.1\r\nHost: {host}:{port}\r\nCookie: {cookies}\r\nContent-Length: {1 << 32}\r\n"
        raw.sendall(f"{head}Content-Type: multipart/form-data; boundary=cut\r\n\r\n".encode())
        assert raw.recv(100).startswith(b"HTTP/1.1 413 ")
    lost = pdf_of(["lost"])
    for cut in (b"", b"--cut", b"--cut-"):
        assert posted(desk, token + part("files", lost, b"lost.pdf") + cut).status_code == 415
    assert posted(desk, token + part("files", lost, b"lost.pdf")[:-200]).status_code == 415
    many = b"".join(part("files", pdf_of([str(number)]), b"%d.pdf" % number) for number in range(1_001))
    refused = posted(desk, token + many + b"--cut--")
    assert (refused.status_code, "At most 50 files are allowed" in refused.text) == (413, True)
    fields = b"".join(part("digests", b"0" * 64) for _ in range(1_000))
    assert posted(desk, token + fields + b"--cut--").status_code == 415
    assert "200,000" in desk.upload("office", ("large.pdf", METER + bytes(200_000))).text
    assert kept_files(desk) == before


@pytest.mark.full
def test_a_hostile_document_description_is_escaped(desk: Desk) -> None:
    content, office, ada = pdf_of(["Hostile ledger"]), desk.browser("office"), desk.browser("ada")
    address = f"{ROOM}/{digest_of(content)}"
    desk.upload("office", (f"hostile {SCRIPT.replace('/', '')}.pdf", content))
    office.send(
        f"{address}?kind=meter-reading", issuer=HOSTILE, issue_date="2026-01-15", reason=HOSTILE, resting_facts=[]
    )
    (evidence_id,) = [item.evidence_id for item in desk.body.dossier("open").content.evidence if item.issuer == HOSTILE]
    place: dict[str, Any] = {f"quote-{evidence_id}": HOSTILE, f"page-{evidence_id}": "1"}
    declaring = "/workbench/cases/open/dossier/renewable_share?step=declare"
    office.send(declaring, value="81", rests=[evidence_id], reason=HOSTILE, **place)
    ada.send("/workbench/cases/open/steps/raise", statement=HOSTILE, requirement=HOSTILE, severity="minor", reason="r",
             evidence=[digest_of(content)])  # fmt: skip
    number = sum(item.item.startswith("findings/") for item in desk.body.get("open").items)
    ada.send("/workbench/cases/open/score")
    typed = httpx.QueryParams({"number": HOSTILE, "body": HOSTILE, "legal_name": HOSTILE, "site": HOSTILE})
    pages = (
        "", "/log", "/dossier", "/dossier/renewable_share", "/evidence",
        f"/evidence/{digest_of(content)}?quote={HOSTILE}",
        f"/findings/{number}", "/assess/renewable_share?show=all", f"/assess-document/{evidence_id}", "/score",
        f"/report?{typed}", f"/report/html?{typed}&issue_date=2026-03-01", "/steps/raise",
    )  # fmt: skip
    texts = {page: ada.http.get(f"/workbench/cases/open{page}") for page in pages}
    texts |= {page: ada.http.get(page) for page in ("/workbench", "/workbench/my-work", "/workbench/findings",
                                                   "/workbench/search?q=alert(1)")}  # fmt: skip
    assert {page: answer.status_code for page, answer in texts.items()} == dict.fromkeys(texts, 200)
    for page, answer in texts.items():
        assert SCRIPT not in answer.text, page
        assert "<img src=x" not in answer.text, page
    for page in ("/evidence", f"/findings/{number}", f"/report/html?{typed}&issue_date=2026-03-01"):
        assert "&lt;script&gt;alert(1)" in texts[page].text, page


@pytest.mark.full
def test_hostile_certificate_text_is_escaped_in_the_register(desk: Desk) -> None:
    desk.body.to_evaluation("granted", scope=HOSTILE)
    concluded = {"evaluation": desk.body.evaluate(), "report_digest": REPORT}
    desk.body.step("ada", "granted", "conclude", **concluded)
    desk.body.step("ada", "granted", "hand_over")
    desk.body.step("dan", "granted", "recommend", **concluded)
    desk.body.step("dan", "granted", "grant", **concluded, sites=["hall-0"], conditions=[HOSTILE])
    issued = desk.body.step("dan", "granted", "issue")
    (number,) = [item.content.number for item in issued.items if item.item.startswith("certificates/")]
    for address in (f"/register/example/{number}", f"/register?organization=example&q={HOSTILE}"):
        answer = httpx.get(f"{desk.body.server.http}{address}")
        assert "&lt;script&gt;alert(1)" in answer.text, address
        assert SCRIPT not in answer.text


@pytest.mark.full
def test_a_document_of_another_case_cannot_be_reached(desk: Desk) -> None:
    content, office = pdf_of(["Of another case"]), desk.browser("office")
    desk.body.to_evaluation("other")
    other, digest = "/workbench/cases/other/evidence", digest_of(content)
    assert desk.upload("office", ("other.pdf", content), form=other, to=other).status_code == 303
    stranger = Browser(desk.body.server.http)
    stranger.sign_in("uma", account_of(desk.body, "uma", [Role.OPERATOR, Role.ASSESSOR], "elsewhere"))
    for part_of_it in ("", "/file", "/page/1.png"):
        assert office.http.get(f"{other}/{digest}{part_of_it}").status_code == 200
        assert office.http.get(f"{ROOM}/{digest}{part_of_it}").status_code == 404
        assert office.http.get(f"{ROOM}/..%2f..%2fother%2fevidence%2f{digest}{part_of_it}").status_code == 404
        assert stranger.http.get(f"{other}/{digest}{part_of_it}").status_code == 404
        unknown = httpx.get(f"{desk.body.server.http}{other}/{digest}{part_of_it}")
        assert (unknown.status_code, unknown.headers["location"].split("?")[0]) == (303, "/workbench/sign-in")
        assert content[:20] not in unknown.content


def test_a_form_token_of_another_session_neither_stores_nor_removes_a_file(desk: Desk) -> None:
    before, office = kept_files(desk), desk.browser("office")
    foreign, sent = token_of(desk, "ada").decode(), [("files", ("foreign.pdf", pdf_of(["foreign"])))]
    removing = f"{ROOM}/{min(before)}/remove"
    for token in (foreign, "", "0" * 64):
        assert office.http.post(ROOM, data={"form_token": token}, files=sent).status_code == 403
        attached = {"form_token": token, "attach_to": "/workbench/cases/open/steps/raise"}
        assert office.http.post(f"{ROOM}/attach", data=attached, files=sent).status_code == 403
        assert office.http.post(removing, data={"form_token": token, "reason": "not mine"}).status_code == 403
    leading_away = {"form_token": token_of(desk).decode(), "attach_to": "https://elsewhere.example/"}
    assert office.http.post(f"{ROOM}/attach", data=leading_away, files=sent).status_code == 404
    assert kept_files(desk) - before <= {digest_of(pdf_of(["foreign"]))}
    evil = office.http.post(
        ROOM, data={"form_token": token_of(desk)}, files=sent, headers={"origin": "https://e.example"}
    )
    assert evil.status_code == 403


@pytest.mark.full
def test_drawing_beyond_the_time_or_memory_limit_ends_with_its_process() -> None:
    assert drawn(attacks.pdf_painting(400), seconds=6) is Reason.TOOK_TOO_LONG
    assert drawn(attacks.pdf_unpacking_to(3_000_000_000)) is Reason.PROCESS_LOST  # the worker's memory limit is 1 GiB


@pytest.mark.full
def test_deeply_nested_or_looped_files_are_drawn_or_refused_with_a_reason() -> None:
    refused = Reason.EVIDENCE_FILE_NOT_DRAWN
    for name, content in {
        "nested": attacks.pdf_of_nested_pages(5_000), "looped": attacks.pdf_of_looped_pages(), "cut": METER[:-300],
    }.items():  # fmt: skip
        page = drawn(content)
        assert page is refused or (isinstance(page, dossiers.CaseFilePage) and page.page_count < 10), name
    assert drawn(attacks.png_announcing(60_000, 60_000), "image/png") is refused
    assert drawn(b"\x89PNG\r\n\x1a\n" + b"broken" * 99, "image/png") is refused
    looped = drawn(attacks.pdf_of_looped_tables())
    assert isinstance(looped, dossiers.CaseFilePage)
    assert looped.page_count == 1


@pytest.mark.full
def test_drawing_a_document_runs_no_script_and_opens_no_connection() -> None:
    with socket.create_server(("127.0.0.1", 0)) as elsewhere:
        elsewhere.settimeout(0.2)
        page = drawn(attacks.pdf_that_reaches_out(f"http://127.0.0.1:{elsewhere.getsockname()[1]}"))
        assert isinstance(page, dossiers.CaseFilePage)
        with pytest.raises(TimeoutError):
            elsewhere.accept()


@pytest.mark.full
def test_a_document_that_cannot_be_drawn_can_still_be_listed_downloaded_and_removed(desk: Desk) -> None:
    bomb, office = attacks.pdf_unpacking_to(3_000_000_000), desk.browser("office")
    address = f"{ROOM}/{digest_of(bomb)}"
    desk.upload("office", ("bomb.pdf", bomb))
    assert "This page cannot be displayed" in text_of(office.get(address))
    assert office.http.get(f"{address}/page/1.png").status_code == 404
    assert "该页" in httpx.get(f"{desk.body.server.http}{address}?language=zh", cookies=dict(office.http.cookies)).text
    assert office.http.get(f"{address}/file").content == bomb
    assert office.send(f"{address}/remove", reason="not a document").headers["location"] == ROOM
    log = desk.body.server.log
    assert log.count('"process_lost"') == 1  # it was tried once
