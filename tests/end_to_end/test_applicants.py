"""Applicants: their own cases, the visible parts of these cases, their own steps, and no other access."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus

import grpc
import pytest
from google.protobuf.json_format import MessageToJson
from lxml import html

from service.identity.principals import Role
from tests.support.browsing import Browser, account_of
from tests.support.calling import Refused, refused
from tests.support.casework import CLIENT, PARENT, PHOTOGRAPH, PROFILE, REPORT, SUBJECT, Body, applying, declared
from tests.support.commands import touchstone
from tests.support.identities import bearing
from tests.support.running import RunningServer
from tests.support.small_card import CARD
from touchstone.v1 import (
    case_dossier_service_pb2 as dossiers,
    case_service_pb2 as cases,
    evaluation_service_pb2,
    fact_pb2,
)

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[Body]:
    with RunningServer(
        tmp_path_factory.mktemp("applicants"), gazette, TOUCHSTONE_API_KEYS="true",
        TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
    ) as running:  # fmt: skip
        body = Body(running)
        body.begin()
        other = cases.CaseClient(client="mill", display_name="Mill Ltd", region_code="CN")
        body.call("office", "SaveClient")(cases.SaveClientRequest(parent=PARENT, case_client=other))
        for person, client in (("lin", "works"), ("mia", "mill")):
            body.keys[person] = body.new_key(Role.APPLICANT)
            body.register(person, client=client)
        body.to_recommendation("theirs")
        yield body


def missing(body: Body, person: str, method: str, request: Any) -> Refused:
    refusal = refused(body.call(person, method), request)
    assert refusal.code in {grpc.StatusCode.NOT_FOUND, grpc.StatusCode.PERMISSION_DENIED}, refusal
    return refusal


def test_an_applicant_sees_only_the_client_part_of_its_case(body: Body) -> None:
    body.step("dan", "theirs", "complain", statement="A neighbour says that it smells.", complainant="neighbour")
    whole, seen = body.get("theirs", "dan"), body.get("theirs", "lin")
    assert (seen.state, seen.revision, len(seen.content.sites)) == (whole.state, whole.revision, 2)
    assert whole.content.result
    known = {field.name for field, _ in seen.content.ListFields()}
    assert not known & {"result", "evaluation", "report_digest", "team"}
    written = MessageToJson(seen)
    for secret in ("dan", "rui", "ada", "as agreed", "neighbour", REPORT, whole.content.evaluation):
        assert secret not in written, secret
    assert {one.step for one in seen.next_steps} == {"withdraw_application", "complain"}
    everything = body.call("lin", "ListCases")(cases.ListCasesRequest(parent=PARENT)).cases
    assert seen.name in {one.name for one in everything}
    assert not any(one.content.result for one in everything)
    listed = body.call("mia", "ListCases")(cases.ListCasesRequest(parent=PARENT, client_id="works")).cases
    assert not listed
    own = body.step("lin", "theirs", "complain", statement="Nobody answered us.")
    (item,) = own.items
    assert item.content.statement == "Nobody answered us."
    assert len(body.get("theirs", "dan").items) == 2


def test_an_applicant_has_no_access_to_other_cases_and_methods(body: Body) -> None:
    request, none = (cases.GetCaseRequest(name=f"{PARENT}/cases/{one}") for one in ("theirs", "no-such"))
    assert missing(body, "mia", "GetCase", request).message.replace("theirs", "no-such") == (
        missing(body, "mia", "GetCase", none).message
    )
    step = body.asked("theirs", "withdraw_application")
    assert missing(body, "mia", "TakeCaseStep", step).reason == "CASE_NOT_FOUND"
    file = cases.GetCertificateFileRequest(name=request.name, kind=cases.GetCertificateFileRequest.KIND_PAPER)
    assert missing(body, "mia", "GetCertificateFile", file).reason == "CASE_NOT_FOUND"
    assert refused(lambda _: body.dossier("theirs", "mia"), None).reason == "CASE_NOT_FOUND"
    for method, asked in (
        ("ListCasePersons", cases.ListCasePersonsRequest(parent=PARENT)),
        ("ListDueItems", cases.ListDueItemsRequest(parent=PARENT)),
        ("SaveClient", cases.SaveClientRequest(parent=PARENT)),
        ("ListSchemeProfiles", cases.ListSchemeProfilesRequest(parent=PARENT)),
    ):
        assert missing(body, "lin", method, asked).reason == "ROLE_NEEDED"
    evaluations = evaluation_service_pb2.ListEvaluationsRequest(parent=PARENT)
    listing = lambda request: body.server.evaluations.ListEvaluations(request, metadata=bearing(body.keys["lin"]))  # noqa: E731
    assert refused(listing, evaluations).reason == "ROLE_NEEDED"
    body.keys["stray"] = body.new_key(Role.APPLICANT)
    assert "No client user is registered" in refused(body.call("stray", "GetCase"), request).message
    overtaken = cases.TakeCaseStepRequest(
        name=request.name, step="withdraw_application", revision=1, reason="no more", content=cases.CaseContent()
    )
    late = refused(body.call("lin", "TakeCaseStep"), overtaken)
    assert late.reason == "CASE_CHANGED"
    assert not any(one in late.message for one in ("rui", "ada", "dan"))


def test_the_client_gets_the_report_once_its_case_is_decided(body: Body) -> None:
    asked = dossiers.GetCaseReportRequest(name=f"{PARENT}/cases/reported", language_code="en")
    body.to_evaluation("reported")
    assert missing(body, "ada", "GetCaseReport", asked).reason == "CASE_NOT_FOUND"
    assert refused(body.call("lin", "GetCaseReport"), asked).reason == "STEP_NOT_ALLOWED"
    name = body.evaluate()
    body.step("ada", "reported", "conclude", evaluation=name, report_digest=REPORT)
    body.step("ada", "reported", "hand_over")
    body.step("dan", "reported", "recommend", evaluation=name, report_digest=REPORT)
    inside = body.call("rui", "GetCaseReport")(asked)
    assert refused(body.call("lin", "GetCaseReport"), asked).reason == "STEP_NOT_ALLOWED"
    body.step("dan", "reported", "grant", evaluation=name, report_digest=REPORT, sites=["hall-0", "hall-1"])
    told = body.call("lin", "GetCaseReport")(asked)
    assert told == inside
    assert (told.report.evaluation, told.concluded_digest) == (name, REPORT)
    assert hashlib.sha256(told.report.content).hexdigest() == told.digest
    page = html.fromstring(told.report.content)
    for particular in ("reported", "Works Ltd", "0 Mill Road"):
        assert particular in page.text_content(), particular
    for form in (evaluation_service_pb2.Report.FORM_WORKBOOK, evaluation_service_pb2.Report.FORM_OSCAL):
        asked.form = form
        assert body.call("lin", "GetCaseReport")(asked).report.content
    none = dossiers.GetCaseReportRequest(name=f"{PARENT}/cases/no-such", language_code="en")
    assert missing(body, "mia", "GetCaseReport", asked).message.replace("reported", "no-such") == (
        missing(body, "mia", "GetCaseReport", none).message
    )
    direct = evaluation_service_pb2.GetReportRequest(name=name, language_code="en")
    reading = lambda request: body.server.evaluations.GetReport(request, metadata=bearing(body.keys["lin"]))  # noqa: E731
    assert refused(reading, direct).reason == "ROLE_NEEDED"


def test_an_applicant_applies_only_for_its_own_client(body: Body) -> None:
    def applying_for(person: str, case: str, **changes: str) -> Any:
        asked = applying(case)
        for name, value in changes.items():
            setattr(asked, name, value)
        return lambda _: body.call(person, "CreateCase")(asked)

    assert list(refused(applying_for("mia", "hers"), None).violations) == ["client"]
    of_mill = {"client": f"{PARENT}/clients/mill", "subject": SUBJECT}
    assert list(refused(applying_for("mia", "hers", **of_mill), None).violations) == ["subject"]
    assert list(refused(applying_for("lin", "ours", subject=f"{PARENT}/subjects/mill"), None).violations) == ["subject"]
    opened = applying_for("lin", "ours")(None)
    assert (opened.state, opened.client, len(opened.steps)) == ("submitted", CLIENT, 1)
    assert applying_for("lin", "ours")(None).revision == 1  # sent again
    refusal = refused(applying_for("mia", "ours", **of_mill | {"subject": f"{PARENT}/subjects/mill"}), None)
    assert (refusal.reason, "20" in refusal.message) == ("CASE_EXISTS", False)
    body.step("rui", "ours", "accept")
    assert body.get("ours", "lin").state == "accepted"
    for person, known in (("lin", "works"), ("mia", "mill")):
        for search in ("", "mill", "works"):
            asked = cases.ListClientsRequest(parent=PARENT, search=search)
            (own,) = body.call(person, "ListClients")(asked).case_clients
            assert own.client == known
    offered = {
        one.profile: one for one in body.call("lin", "ListSchemes")(cases.ListSchemesRequest(parent=PARENT)).schemes
    }
    assert (offered["small"].display_name_zh, list(offered["small"].scorecards)) == ("小工厂", [f"scorecards/{CARD}"])
    assert "zero-carbon-factory" in offered
    proposed = cases.ProposeSchemeProfileRequest(parent=PARENT, profile="unproved", content=PROFILE)
    body.call("author", "ProposeSchemeProfile")(proposed)
    listed = body.call("lin", "ListSchemes")(cases.ListSchemesRequest(parent=PARENT)).schemes
    assert "unproved" not in {one.profile for one in listed}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_applicant_applies_on_the_pages(body: Body, language: str) -> None:
    account, case = f"lin-{language}", f"by-page-{language}"
    lin = Browser(body.server.http, language)
    password = account_of(body, account, [Role.APPLICANT])
    person = body.person("lin")
    person.accounts.append(f"account/{account}")
    body.save(person)
    lin.sign_in(account, password)
    shown = lin.get("/workbench/clients/works")
    assert not shown.xpath("//main//form")
    assert "2 Mill Road" in shown.text_content()
    (to_apply,) = shown.xpath("//main//a[contains(@href, '/clients/')]/@href")
    typed = {"case_id": case, "profile": "small", "scorecard": f"scorecards/{CARD}", "scope": "Parts"}
    typed["sites"] = "hall-0"
    wrong = lin.send(to_apply, 422, **typed, subject="mill")
    assert html.fromstring(wrong.text).xpath("//a[@href='#f-subject']")
    lin.send(to_apply, 303, **typed)
    assert body.get(case).client == CLIENT
    assert lin.http.get("/workbench/clients/mill").status_code == 404
    assert lin.http.get("/workbench/clients/mill/apply").status_code == 404


def test_a_person_of_a_client_has_no_competence(body: Body) -> None:
    case_person = body.person("lin")
    case_person.functions.append("decision")
    refusal = refused(
        body.call("operator", "SaveCasePerson"), cases.SaveCasePersonRequest(parent=PARENT, case_person=case_person)
    )
    assert set(refusal.violations) == {"case_person.client"}
    del case_person.functions[:]
    case_person.client = "none-such"
    refusal = refused(
        body.call("operator", "SaveCasePerson"), cases.SaveCasePersonRequest(parent=PARENT, case_person=case_person)
    )
    assert set(refusal.violations) == {"case_person.client"}
    options = ("--organization", PARENT, "--role", "applicant", "--role", "assessor")
    url = ("--database-url", body.server.environment["TOUCHSTONE_DATABASE_URL"])
    for command in (("server", "key-create"), ("server", "account-create", "lin2")):
        answer = touchstone(*command, *options, *url)
        assert answer.exit_code != 0
        assert "applicant" in answer.stderr


def test_the_pages_of_an_applicant_show_dossier_and_findings_and_accept_answers(body: Body) -> None:
    body.apply("paged")
    body.step("rui", "paged", "ask", statement="Who runs hall 2?", due_date="2099-01-31")
    lin = Browser(body.server.http)
    password = account_of(body, "lin", [Role.APPLICANT])
    person = body.person("lin")
    person.accounts.append("account/lin")
    body.save(person)
    lin.sign_in("lin", password)
    home = lin.get("/workbench")
    assert home.xpath("//main//a[@href='/workbench/apply/paged']")
    assert [one.get("href") for one in home.xpath("//nav//ul[@class='nav']//a")] == [
        "/workbench", "/workbench/cases", "/workbench/clients", "/workbench/mappings", "/rules",
    ]  # fmt: skip
    page = lin.get("/workbench/cases/paged")
    assert "Who runs hall 2?" in " ".join(lin.get("/workbench/cases/paged/steps/answer").text_content().split())
    assert not page.xpath("//a[contains(@href, '/score') or contains(@href, '/comparison')]")
    lin.send("/workbench/cases/paged/steps/answer", statement="We do.", reason="as asked")
    body.step("rui", "paged", "accept")
    body.step("office", "paged", "agree", agreement_digest=REPORT)
    body.step("rui", "paged", "plan", team=["ada", "ben"], sites=["hall-0", "hall-1"], due_date="2099-01-31")
    body.step("ada", "paged", "start")
    body.step("lin", "paged", "declare", dossier=declared())
    checked = fact_pb2.Verification(
        judgement=fact_pb2.Verification.JUDGEMENT_REJECTED, method="on site", reason="not what we saw"
    )
    content = dossiers.DossierContent(facts=[fact_pb2.Fact(fact_id="certified", verification=checked)])
    body.step("ada", "paged", "verify", dossier=content)
    body.step("ada", "paged", "comment", fact="certified", statement="Look closely here.")
    assert "rejected" in {one.state for one in body.dossier("paged").facts}
    seen = body.dossier("paged", "lin")
    assert {one.state for one in seen.facts} <= {"declared", "open"}
    assert "not what we saw" not in MessageToJson(seen)
    assert (list(seen.comments), seen.person) == ([], "")
    shown = lin.get("/workbench/cases/paged/dossier")
    assert shown.xpath("//main//table")
    assert "not what we saw" not in shown.text_content()
    for path in ("", "/certified", "/steps/answer"):
        asked = lin.get(f"/workbench/apply/paged{path}").text_content()
        for secret in ("not what we saw", "Look closely here.", "on site", "rejected", "Ada", "Rui"):
            assert secret not in asked, (path, secret)
    body.step("ada", "paged", "raise", severity="minor", requirement="small/meter", statement="The meter is unsealed.")
    finding = "/workbench/cases/paged/findings/1"
    assert "The meter is unsealed." in lin.get(finding).text_content()
    lin.send(
        f"{finding}/steps/answer", cause="The seal broke.", correction="Sealed.", corrective_action="Monthly look.",
        reason="answered",
    )  # fmt: skip
    body.step("ben", "paged", "accept_plan", "findings/1")
    lin.send(f"{finding}/steps/show", evidence=PHOTOGRAPH, reason="see the photograph")
    assert body.get("paged").items[0].state == "evidenced"
    for closed in ("/workbench/people", "/workbench/new-client", "/workbench/calendar", "/workbench/profiles",
                   "/rules/feeds", "/workbench/cases/paged/score", "/workbench/cases/paged/comparison"):  # fmt: skip
        assert lin.http.get(closed).status_code == 403, closed


def test_an_invited_applicant_chooses_a_password(body: Body) -> None:
    body.keys["nia"] = body.new_key(Role.APPLICANT)
    body.register("nia", client="works")
    operator, nia, elsewhere = (Browser(body.server.http) for _ in range(3))
    operator.sign_in("olu", account_of(body, "olu", [Role.OPERATOR]))
    assert operator.http.get("/workbench/people/ada/invitation").status_code == 404  # acts for no client
    page = "/workbench/people/nia/invitation"
    assert "a-z" in operator.send(page, 422, account="Nia Works!").text
    sent = html.fromstring(operator.send(page, 200, account="nia").text)
    (password,) = sent.xpath("//main//code/text()")
    assert password not in sent.xpath("string(//textarea)")
    assert "Choose another name" in operator.send(page, 422, account="olu").text
    assert "account/nia" in body.person("nia").accounts
    asked = nia.http.post("/workbench/sign-in", data={
        **nia.fields("/workbench/sign-in"), "name": "nia", "password": password,
        "next": "/workbench/cases/theirs/steps/complain", "typed": "statement=s",
    })  # fmt: skip
    assert (asked.status_code, asked.headers["location"]) == (303, "/workbench/password")
    elsewhere.sign_in("nia", password)
    for path in ("/workbench", "/workbench/cases", "/workbench/cases/theirs"):
        assert nia.http.get(path).headers["location"] == "/workbench/password"
    response = nia.http.post("/workbench/cases/theirs/steps/complain", data={"statement": "s", "reason": "r"})
    assert (response.status_code, response.headers["location"]) == (303, "/workbench/password")
    own = "four words of hers"
    for wrong, field in (
        ({"password": "no", "chosen": own, "again": own}, "password"),
        ({"password": password, "chosen": "short", "again": "short"}, "chosen"),
        ({"password": password, "chosen": "aaaaaaaaaaaaaaa", "again": "aaaaaaaaaaaaaaa"}, "chosen"),
        ({"password": password, "chosen": "nia and the others", "again": "nia and the others"}, "chosen"),
        ({"password": password, "chosen": own, "again": f"{own}!"}, "again"),
    ):
        assert f'id="e-{field}"' in nia.send("/workbench/password", 422, **wrong).text, field
    ended = elsewhere.fields("/workbench/password")
    nia.send("/workbench/password", password=password, chosen=own, again=own)
    refused_form = elsewhere.http.post("/workbench/password", data={**ended, "chosen": "nobody reads it"})
    assert refused_form.status_code == 401
    assert "nobody reads it" not in unquote_plus(refused_form.text)
    assert nia.get("/workbench/cases").xpath("//main//a[@href='/workbench/apply/theirs']")
    assert elsewhere.http.get("/workbench/cases").headers["location"].startswith("/workbench/sign-in")
    elsewhere.sign_in("nia", password, 422)
    elsewhere.sign_in("nia", own)
    account_of(body, "ann", [Role.OPERATOR])
    known = body.person("nia")
    known.accounts.append("account/ann")
    body.save(known)
    assert 'id="e-account"' in operator.send(page, 422, account="ann").text  # no account of a client's person
    sent = html.fromstring(operator.send(page, 200, account="nia").text)  # who lost the password
    (renewed,) = sent.xpath("//main//code/text()")
    assert nia.http.get("/workbench/cases").headers["location"].startswith("/workbench/sign-in")
    elsewhere.sign_in("nia", own, 422)
    assert elsewhere.sign_in("nia", renewed).headers["location"] == "/workbench/password"
    elsewhere.send("/workbench/password", password=renewed, chosen=own, again=own)
    assert elsewhere.get("/workbench/cases").xpath("//main//a[@href='/workbench/apply/theirs']")
    url = ("--database-url", body.server.environment["TOUCHSTONE_DATABASE_URL"])
    again = touchstone("server", "account-password", "nia", *url).stdout.strip()
    elsewhere.sign_in("nia", own, 422)
    assert elsewhere.sign_in("nia", again).headers["location"] == "/workbench/password"
    assert touchstone("server", "account-password", "none-such", *url).exit_code != 0
