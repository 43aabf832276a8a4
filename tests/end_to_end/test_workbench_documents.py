"""Documents on the pages of a case: sent, said what they are, looked at, attached to findings, removed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pytest

from service.identity.principals import Role
from service.workbench.sample_documents import pdf_of
from tests.support.browsing import Browser, account_of, people_of
from tests.support.casework import PARENT, Body, declared
from tests.support.running import RunningServer
from touchstone.v1 import case_service_pb2 as cases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import httpx
    from lxml import html

ROOM = "/workbench/cases/open/evidence"
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

    def upload(
        self, person: str, *files: tuple[str, bytes], to: str = ROOM, **typed: str | list[str]
    ) -> httpx.Response:
        """Send files from the form of a page, with what else was typed there."""
        browser = self.browser(person)
        token = browser.fields(str(typed.pop("form", ROOM)))["form_token"]
        sent = [("files", (name, content)) for name, content in files]
        return browser.http.post(to, data={"form_token": token, **typed}, files=sent)


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
