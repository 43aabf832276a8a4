"""Setting up a body: from an empty server to a certificate by pages alone, and the calls behind them."""

from __future__ import annotations

import stat
import tomllib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import grpc
import pytest
from lxml import html

from service.cases.credentials.jose import did_document, public_jwk, read_issuing_key
from service.cases.scheme_profiles import read_profile
from service.identity.principals import Role
from service.store.accounts import open_accounts
from tests.support.browsing import Browser
from tests.support.calling import refused
from tests.support.casework import AGREEMENT, REPORT
from tests.support.identities import bearing, new_key_of
from tests.support.running import RunningServer
from touchstone.v1 import account_service_pb2 as accounts, case_service_pb2 as cases, setup_service_pb2 as setup
from touchstone.v1.account_service_pb2_grpc import AccountServiceStub
from touchstone.v1.case_service_pb2_grpc import CaseServiceStub
from touchstone.v1.setup_service_pb2_grpc import SetupServiceStub

pytestmark = pytest.mark.full
OWN = "four words of theirs"
SET_UP, BODY, PARENT = "/workbench/set-up", "acme-certification", "organizations/acme-certification"
PEOPLE = {
    "Rui Reviewer": (["reviewer"], ["application", "review"]),
    "Ada Assessor": (["assessor"], ["evaluation"]),
    "张三": (["decider"], ["decision", "appeal"]),
    "Oda Office": (["integrator"], []),
    "Eva Author": (["rule-author"], []),
    "Gus Approver": (["rule-approver"], []),
}

DOSSIER = """
subject: organizations/acme-certification/subjects/works
settings: {reading: cascade}
facts:
  renewable_share: {value: 85.5 %, evidence: meter}
  serious_violations: {value: 0 time}
  energy_used: {value: 1200 kWh}
  certified: {value: yes}
  status: {value: closed}
  themes: {value: [waste, water]}
  report_year: {first: 2025-01-01, last: 2025-12-31}
  audited_on: {value: 2026-02-01}
  remark: {not_applicable: true}
  credits: []
evidence:
  meter:
    {kind: meter-reading, issuer: Grid company, issue_date: 2026-01-15, assurance: limited,
     digest: abababababababababababababababababababababababababababababababab}
"""


class EmptyServer:
    """A server without anything in it, and the code that it showed."""

    def __init__(self, running: RunningServer, certifying: Path) -> None:
        assert running.process.stdout is not None
        self.running, self.certifying = running, certifying
        self.line = running.process.stdout.readline()
        self.code = self.line.split()[-1]
        self.browsers: dict[str, Browser] = {}

    def anew(self, language: str = "en") -> Browser:
        return Browser(self.running.http, language)

    def states(self, browser: Browser) -> list[str]:
        found = browser.get(SET_UP).xpath("//ol[@class='todo']/li/div[@class='state']")
        return [" ".join(one.text_content().split()) for one in found]

    def invite(self, operator: Browser, name: str, roles: list[str], functions: list[str], **more: str) -> Browser:
        sent = form(operator, SET_UP, "person_name", 200, person_name=name, roles=roles, functions=functions, **more)
        (account,) = sent.xpath("//textarea[@id='f-text']/text()")
        account = account.partition("your account is ")[2].partition(".")[0]
        (password,) = sent.xpath("//div[contains(@class, 'notice ok')]//dd/code/text()")
        assert password not in account
        browser = self.anew()
        assert browser.sign_in(account, password).headers["location"] == "/workbench/password"
        browser.send("/workbench/password", password=password, chosen=OWN, again=OWN)
        assert password not in self.running.log
        self.browsers[name] = browser
        return browser


def form(browser: Browser, path: str, field: str, status: int = 303, /, **typed: Any) -> html.HtmlElement:
    """Fill in the form of a page that has a field, and send it."""
    page = browser.get(path)
    chosen = page.xpath(f"//main//form[.//*[@name='{field}']]")[0]
    fields: dict[str, Any] = {}
    for name, value in chosen.form_values():
        fields.setdefault(name, []).append(value)
    answer = browser.http.post(chosen.get("action"), data={**fields, **typed})
    assert answer.status_code == status, html.fromstring(answer.text).xpath("string(//main)")
    return html.fromstring(answer.text) if answer.text else answer


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[EmptyServer]:
    folder = tmp_path_factory.mktemp("empty")
    with RunningServer(
        folder, gazette, TOUCHSTONE_API_KEYS="true", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
        TOUCHSTONE_CERTIFYING=str(folder / "certifying"), TOUCHSTONE_PUBLIC_REGISTERS=BODY,
    ) as running:  # fmt: skip
        yield EmptyServer(running, folder / "certifying")


def test_an_empty_server_leads_to_a_certificate_by_pages_alone(empty: EmptyServer) -> None:
    operator = the_first_operator(empty)
    assert [state.split()[0] for state in empty.states(operator)[:4]] == ["To", "In", "To", "To"]
    for name, (roles, functions) in PEOPLE.items():
        empty.invite(operator, name, roles, functions)
    rows = operator.get(SET_UP).xpath("//table//tr/th[@scope='row']")
    assert {" ".join(one.text_content().split()) for one in rows} == {"Olu Operator", *PEOPLE}
    assert empty.states(operator)[1].startswith("Done")
    the_profile(empty)
    the_client(empty)
    assert [state.startswith("Done") for state in empty.states(operator)[:4]] == [False, True, True, True]
    assert "A certificate can be issued" in operator.get(SET_UP).text_content()
    number, public = a_case_to_its_certificate(empty), empty.anew()
    assert public.get(f"/register/{BODY}/{number}").xpath("//*[@class='status active']")
    who_certifies_and_with_which_key(empty, operator)
    what_nobody_may(empty, operator)


def the_first_operator(empty: EmptyServer) -> Browser:
    operator, stranger = empty.anew(), empty.anew("zh")
    assert operator.http.get("/workbench").headers["location"].startswith("/workbench/sign-in")
    page = stranger.get("/workbench/sign-in")
    assert "设置码" in page.text_content()
    assert empty.code not in html.tostring(page, encoding="unicode")
    typed: dict[str, Any] = {
        "display_name": "Olu Operator",
        "body_name": "Acme Certification Ltd",
        "chosen": OWN,
        "again": OWN,
    }
    path = "/workbench/first-operator"
    assert 'id="e-code"' in stranger.send(path, 422, code="0000-0000-0000-0000", **typed).text
    unopened = empty.anew()
    assert unopened.http.post(path, data={"code": empty.code, **typed}).status_code == 200  # shows the form again
    foreign = {"origin": "https://evil.example"}
    assert operator.http.post(path, data={"code": empty.code, **typed}, headers=foreign).status_code == 403
    kept = operator.send(path, 422, code=empty.code, **{**typed, "chosen": "short", "again": "short"}).text
    assert 'id="e-chosen"' in kept
    assert "Olu Operator" in kept
    assert operator.send(path, code=empty.code, **typed).headers["location"] == SET_UP
    assert stranger.http.get(path).headers["location"] == "/workbench/sign-in"
    assert stranger.http.post(path, data={"code": empty.code, **typed}).status_code in {403, 409, 200}
    assert empty.code not in empty.running.log
    with open_accounts(empty.running.environment["TOUCHSTONE_DATABASE_URL"]) as kept_accounts:
        (row,) = kept_accounts.all()
    assert (row.name, row.organization, row.roles) == ("olu-operator", BODY, '["operator"]')
    return operator


def the_profile(empty: EmptyServer) -> None:
    author, approver = empty.browsers["Eva Author"], empty.browsers["Gus Approver"]
    begun = "/workbench/new-profile?from=zero-carbon-factory"
    typed = {
        "title_en": "Small factory", "title_zh": "小工厂", "cards": "small-factory", "number": "SF-{year}-{serial:04}",
        "accepted_readings": [],
    }  # fmt: skip
    shown = form(author, begun, "title_en", 200, **typed, act="preview").xpath("string(//main)")
    assert "SF-2026-0001" in shown or "-0001" in shown
    assert "Gold" in shown
    wrong = form(author, begun, "title_en", 422, **{**typed, "cards": "smal-factory"}, act="propose")
    assert "small-factory" in wrong.xpath("string(//*[@id='e-cards'])")
    wrong = form(author, begun, "title_en", 422, **{**typed, "due_major": "soon"}, act="propose")
    assert wrong.xpath("//*[@id='e-due_major']")
    assert wrong.xpath("//input[@name='title_zh']/@value") == ["小工厂"]
    form(author, begun, "title_en", 303, **typed, act="propose")
    page = "/workbench/profiles/small-factory"
    file = author.http.get(f"{page}/file")
    assert read_profile(file.text).titles["zh"] == "小工厂"
    assert author.http.get(f"{page}/text").status_code == 200
    assert not author.get(page).xpath("//form[.//input[@value='approve']]")
    form(approver, page, "revision", 303, act="approve")


def the_client(empty: EmptyServer) -> None:
    office = empty.browsers["Oda Office"]
    office.send(
        "/workbench/new-client", display_name="Works Co., Ltd.", registered_id="91110000MA01", sites="1 Mill Road"
    )
    assert "site-1" in office.http.get("/workbench/clients/works").text


def a_case_to_its_certificate(empty: EmptyServer) -> str:
    office, rui, ada, dan = (empty.browsers[name] for name in ("Oda Office", "Rui Reviewer", "Ada Assessor", "张三"))
    opened = office.send(
        "/workbench/clients/works/apply", profile="small-factory", scorecard="scorecards/small-factory",
        scope="Making of parts", sites=["site-1"],
    )  # fmt: skip
    case = opened.headers["location"]
    rui.send(f"{case}/steps/accept", reason="complete")
    office.send(f"{case}/steps/agree", agreement_digest=AGREEMENT, reason="signed")
    rui.send(f"{case}/steps/plan", team="ada-assessor", sites="site-1", due_date="2099-01-31", reason="ok")
    ada.send(f"{case}/steps/start", reason="on site")
    fields = {name: value for name, value in office.fields(f"{case}/dossier-file").items() if name != "file"}
    file = {"file": ("dossier.yaml", DOSSIER.encode())}
    answer = office.http.post(f"{case}/dossier-file", data={**fields, "reason": "as sent"}, files=file)
    assert answer.status_code == 303, html.fromstring(answer.text).xpath("string(//main)")
    ada.send(f"{case}/score", as_of_date="2026-03-01")
    ada.send(f"{case}/steps/conclude", report_digest=REPORT, reason="all seen", evaluation=_newest(ada, case))
    ada.send(f"{case}/steps/hand_over", reason="ready")
    rui.send(f"{case}/steps/recommend", reason="sound")
    dan.send(f"{case}/steps/grant", sites="site-1", reason="agreed")
    dan.send(f"{case}/steps/issue", reason="as decided")
    (number,) = {
        str(text).strip()
        for text in dan.get(f"{case}/certificates/1").xpath("//main//text()")
        if text.startswith("SF-")
    }
    return number


def _newest(ada: Browser, case: str) -> str:
    return str(ada.get(f"{case}/steps/conclude").xpath("//input[@name='evaluation']/@value")[0])


def who_certifies_and_with_which_key(empty: EmptyServer, operator: Browser) -> None:
    typed: dict[str, Any] = {
        "display_name": "Acme Certification Ltd",
        "display_name_zh": "样例认证",
        "registered_id": "B-1",
    }
    page = f"{SET_UP}/body"
    wrong = operator.send(page, 422, **typed, id="body.example").text
    assert 'id="e-id"' in wrong
    assert "样例认证" in wrong
    operator.send(page, **typed, id="https://body.example/")
    folder = empty.certifying / BODY
    (folder / "body.toml").write_text((folder / "body.toml").read_text() + 'level = "Accredited"\n')
    operator.send(page, **typed, id="https://body.example/", did="did:web:body.example")
    kept = tomllib.loads((folder / "body.toml").read_text())
    assert (kept["level"], kept["issuer"]["name"]["zh"]) == ("Accredited", "样例认证")
    form(operator, SET_UP, "act", 303, act="key")
    path = folder / "issuing.pem"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not operator.get(SET_UP).xpath("//input[@name='act'][@value='key']")
    setups = SetupServiceStub(empty.running.channel)
    key = new_key_of(empty.running.environment["TOUCHSTONE_DATABASE_URL"], BODY, Role.OPERATOR)
    before = path.read_bytes()
    again = refused(
        partial(setups.CreateIssuingKey, metadata=bearing(key)), setup.CreateIssuingKeyRequest(parent=PARENT)
    )
    assert "cannot be replaced" in again.message
    assert path.read_bytes() == before
    kind = cases.GetIssuerFileRequest.KIND_DID_DOCUMENT
    issuer = CaseServiceStub(empty.running.channel).GetIssuerFile(
        cases.GetIssuerFileRequest(parent=PARENT, kind=kind), metadata=bearing(key)
    )
    assert issuer.content == did_document("did:web:body.example", [public_jwk(read_issuing_key(path))])
    assert b"PRIVATE" not in issuer.content
    assert "PRIVATE" not in empty.running.log


def what_nobody_may(empty: EmptyServer, operator: Browser) -> None:
    """Check that users cannot grant themselves rights, an operator remains, and other organisations are refused."""
    url, channel = empty.running.environment["TOUCHSTONE_DATABASE_URL"], empty.running.channel
    stub = AccountServiceStub(channel)
    foreign = bearing(new_key_of(url, "other", Role.DECIDER))
    for person in ("Ada Assessor", "Oda Office", "Eva Author"):
        browser = empty.browsers[person]
        assert browser.http.get("/workbench/accounts/ada-assessor").status_code == 403
        page = browser.get(SET_UP)
        assert not page.xpath("//*[@name='person_name']")
        token = page.xpath("//input[@name='form_token']/@value")[0]
        tried = {"form_token": token, "act": "invite", "person_name": "Eve", "roles": "decider"}
        assert browser.http.post(SET_UP, data=tried).status_code == 403, person
    listing = accounts.ListAccountsRequest(parent=PARENT)
    assert refused(partial(stub.ListAccounts, metadata=foreign), listing).code is grpc.StatusCode.PERMISSION_DENIED
    own = "/workbench/accounts/olu-operator"
    assert not operator.get(own).xpath("//main//form")
    token = operator.get(SET_UP).xpath("//input[@name='form_token']/@value")[0]
    for act in ({"act": "roles", "roles": "rule-approver"}, {"act": "end", "sure": "yes"}):
        answer = operator.http.post(own, data={"form_token": token, **act})
        assert answer.status_code in {409, 412, 400, 422}, act
        assert "You cannot change your own rights" in answer.text
    name = f"{PARENT}/accounts/olu-operator"
    other = bearing(new_key_of(url, "", Role.OPERATOR))
    for request, call in (
        (accounts.EndAccountRequest(name=name), stub.EndAccount),
        (accounts.SetAccountRolesRequest(name=name, roles=["decider"]), stub.SetAccountRoles),
    ):
        assert "last operator account" in refused(partial(call, metadata=other), request).message
    second = accounts.CreateAccountRequest(parent=PARENT, account="second", roles=["operator"])
    stub.CreateAccount(second, metadata=other)
    ending = accounts.EndAccountRequest(name=name)
    assert (
        "last operator account" in refused(partial(stub.EndAccount, metadata=other), ending).message
    )  # not yet activated
    empty.browsers["Rui Reviewer"].get("/workbench/clients")
    ended = "/workbench/accounts/rui-reviewer"
    form(operator, ended, "sure", 422, act="end")
    form(operator, ended, "sure", 303, act="end", sure="yes")
    assert empty.browsers["Rui Reviewer"].http.get("/workbench/clients").status_code == 303
    near = accounts.EndAccountRequest(name=f"{PARENT}/accounts/rui-reviewr")
    assert "rui-reviewer" in refused(partial(stub.EndAccount, metadata=other), near).message
    for roles in ([], ["boss"], ["applicant", "decider"]):
        wrong = accounts.CreateAccountRequest(parent=PARENT, account="third", roles=roles)
        assert refused(partial(stub.CreateAccount, metadata=other), wrong).code is grpc.StatusCode.INVALID_ARGUMENT
    told = {one.account: one for one in stub.ListAccounts(listing, metadata=other).accounts}
    assert [one.changed_by for one in told["rui-reviewer"].changes][-1] == "account/olu-operator"
    assert told["rui-reviewer"].HasField("end_time")
    assert told["ada-assessor"].changes[0].changed_by == "account/olu-operator"
    decider = empty.browsers["张三"]
    assert "account/olu-operator" in decider.get(ended).text_content()  # deciders see who granted rights
