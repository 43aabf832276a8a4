"""Documents on the pages of a case, and the pages of whoever applies: facts answered one by one, with documents."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from lxml import html

from service.identity.principals import Role
from service.workbench.sample_documents import pdf_of
from tests.support.browsing import Browser, account_of, people_of
from tests.support.casework import PARENT, Body, applying, declared
from tests.support.running import RunningServer
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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
        """Send files from the form of a page, with what else was typed there."""
        browser = self.browser(person)
        token = browser.fields(str(typed.pop("form", ROOM)))["form_token"]
        sent = [("files", (name, content)) for name, content in files]
        return browser.http.post(to, data={"form_token": token, **typed}, files=sent)

    def answer(self, path: str, *files: tuple[str, bytes], status: int = 303, **typed: Any) -> html.HtmlElement:
        """Fill in the form of a page of the applicant and send it; give the page that comes next."""
        browser = self.browser("lin")
        fields = {**browser.fields(path), **typed}
        sent = [("files", (name, content)) for name, content in files or (("", b""),)]
        answer = browser.http.post(path, data=fields, files=sent)
        assert answer.status_code == status, html.fromstring(answer.text).text_content()
        return browser.get(answer.headers["location"]) if status == 303 else html.fromstring(answer.text)

    def tasks(self, case: str) -> dict[str, str]:
        """Give what the list of the applicant says of each fact: its state."""
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
    assert "page.html: by its contents the file is text/html" in answer.text
    assert "balance &lt;b&gt;2025" in answer.text  # kept, and no mark-up of ours
    assert "<b>2025" not in answer.text
    wrong = desk.upload("office", ("a.pdf", pdf_of(["altered"])), digests="0" * 64)
    assert "altered on its way" in wrong.text
    assert "no file was chosen" in desk.upload("office", ("", b"")).text


def test_a_document_is_said_what_it_is_and_looked_at(desk: Desk) -> None:
    content = pdf_of(["Meter ledger", *[""] * 35, "line 7: 85.50 %"])
    digest = digest_of(content)
    sent = desk.upload("office", ("Meter ledger.pdf", content), digests=digest)
    assert sent.headers["location"] == f"{ROOM}/{digest}"
    office, address = desk.browser("office"), f"{ROOM}/{digest}"
    assert "Say what it is" in text_of(office.get(address))
    refused = office.send(f"{address}?kind=meter-reading", 422, issuer="")
    assert "say who issued it" in refused.text
    office.send(
        f"{address}?kind=meter-reading", issuer="Works", issue_date="2026-01-15", assurance="limited",
        resting_facts=["renewable_share"], replaces="meter",
    )  # fmt: skip
    page = office.get(address)
    assert "What rests on it" in text_of(page)
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
    assert "No document has these words" in text_of(office.get(f"{ROOM}?q=nothing-like-it"))


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


def test_a_finding_is_raised_with_a_photograph_and_nothing_typed_is_lost(desk: Desk) -> None:
    form, content = "/workbench/cases/open/steps/raise", pdf_of(["Photograph of hall 2"])
    typed: dict[str, Any] = {
        "statement": "Line 2 has no meter.",
        "requirement": "metering",
        "severity": "minor",
        "reason": "site visit",
    }
    bad = desk.upload("ada", ("x.html", b"<html>"), form=form, to=f"{ROOM}/attach", attach_to=form, **typed)
    assert "x.html: by its contents" in bad.text
    assert "Line 2 has no meter." in bad.text
    good = desk.upload("ada", ("hall 2.pdf", content), form=form, to=f"{ROOM}/attach", attach_to=form, **typed)
    assert "Line 2 has no meter." in good.text
    assert f'value="{digest_of(content)}" checked' in good.text
    desk.browser("ada").send(form, **typed, evidence=[digest_of(content)])
    (finding,) = [item for item in desk.body.get("open").items if item.item == "findings/1"]
    assert list(finding.content.evidence) == [digest_of(content)]
    assert "Finding 1" in text_of(desk.browser("ada").get(f"{ROOM}/{digest_of(content)}"))


def test_who_acts_for_the_client_sees_and_gives_the_clients_documents_alone(desk: Desk) -> None:
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
    assert "has to say something" in office.send(f"{address}/remove", 422, reason="").text
    assert office.send(f"{address}/remove", reason="not ours").headers["location"] == ROOM
    assert "not ours" in text_of(office.get(ROOM))
    assert office.http.get(f"{address}/file").status_code == 404


def fields_of(page: html.HtmlElement) -> dict[str, str]:
    """Give the errors of a page by the field that each stands at."""
    return {link.get("href").removeprefix("#f-"): text_of(link) for link in page.xpath("//div[@class='errors']//a")}


def test_applicants_see_what_is_asked_before_they_begin_and_nobody_else_has_the_page(desk: Desk) -> None:
    lin, ada = desk.browser("lin"), desk.browser("ada")
    page = lin.get(f"{APPLY}/asked")
    told = text_of(page)
    assert "Before you begin" in told
    assert "10 things wait for you." in told
    assert "Documents to get ready (1) meter reading" in told
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


def test_a_fact_is_answered_with_a_document_that_is_dropped_there(desk: Desk) -> None:
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
    assert "What is this document?" in text_of(arrived)
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
    assert "of 2020-01-15, too old" in text_of(page.xpath("//div[@class='notice stop']")[0])
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
    assert "What we still need" in text_of(listed)
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


def test_a_finding_is_answered_and_shown_with_a_file_by_the_applicant(desk: Desk) -> None:
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
    assert "why it happened" in fields_of(repeated)["cause"]
    assert text_of(repeated.xpath("//textarea[@name='correction']")[0]) == "Read by hand."
    listed = desk.answer(
        finding,
        cause="The hall was let until 2024.",
        correction="Read by hand.",
        corrective_action="A meter is fitted.",
    )
    assert "Waiting for the body" in text_of(listed)
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
    assert "Waiting for the body" in text_of(shown)
    (item,) = body.get("asked").items
    assert (item.state, list(item.content.evidence)) == ("evidenced", [digest_of(photograph)])


def test_an_applicant_answers_a_question_of_the_body_on_a_page_of_its_own(desk: Desk) -> None:
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


def test_an_applicant_has_certificate_and_report_where_the_facts_were_asked(desk: Desk) -> None:
    desk.body.to_certificate("held")
    lin = desk.browser("lin")
    page = lin.get(f"{APPLY}/held")
    told = text_of(page)
    assert "You are certified." in told
    assert "What comes next" in told
    assert "What we still need" not in told
    assert page.xpath("//main//a[@href='/workbench/cases/held/certificates/1']")
    assert page.xpath("//main//a[@href='/workbench/cases/held/case-report']")
    fact = lin.get(f"{APPLY}/held/certified")
    assert not fact.xpath("//main//form")
    assert "cannot be changed now" in text_of(fact)
