"""Statements on the page of an applicant: unsent documents, files that count at once, appeals, receipt."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from service.identity.principals import Role
from tests.support.browsing import Browser, account_of
from tests.support.casework import PARENT, REPORT, Body, declared
from tests.support.identities import bearing
from tests.support.running import RunningServer
from touchstone.v1 import case_dossier_service_pb2 as dossiers, case_service_pb2 as cases
from touchstone.v1.case_dossier_service_pb2_grpc import DossierServiceStub

pytestmark = pytest.mark.full
FILE = b"The meter readings of 2025"


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[Body]:
    folder = tmp_path_factory.mktemp("statements")
    with RunningServer(
        folder, gazette, TOUCHSTONE_API_KEYS="true", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
        TOUCHSTONE_EVIDENCE_FILES=str(folder / "kept"),
    ) as running:  # fmt: skip
        body = Body(running)
        body.begin()
        body.keys["lin"] = body.new_key(Role.APPLICANT)
        body.register("lin", client="works")
        yield body


@pytest.fixture(scope="module")
def pages(body: Body) -> Mapping[str, Browser]:
    password, person = account_of(body, "lin", [Role.APPLICANT]), body.person("lin")
    person.accounts.append("account/lin")
    body.save(person)
    opened = {language: Browser(body.server.http, language) for language in ("en", "zh")}
    for browser in opened.values():
        browser.sign_in("lin", password)
    return opened


def text(browser: Browser, case: str) -> str:
    return " ".join(browser.get(f"/workbench/apply/{case}").xpath("//main")[0].text_content().split())


def test_an_application_that_arrived_is_not_accepted_yet(body: Body, pages: Mapping[str, Browser]) -> None:
    body.apply("arrived")
    for path in ("/workbench", "/workbench/apply/arrived"):
        told = pages["zh"].get(path).xpath("//main")[0].text_content()
        assert "已收到您的申请" in told
        assert "受理" not in told
    body.step("rui", "arrived", "accept")
    assert "您的申请已受理" in text(pages["zh"], "arrived")


def test_documents_that_were_not_sent_are_named(body: Body, pages: Mapping[str, Browser]) -> None:
    body.apply("unsent")
    content = declared()
    content.evidence[0].content_digest = hashlib.sha256(FILE).hexdigest()
    body.step("lin", "unsent", "declare", dossier=content)
    told = text(pages["en"], "unsent")
    assert "Documents that are described but not sent: 1 of 1." in told
    assert "All facts are provided, and the required documents count as evidence." not in told
    assert "1 份尚未提交" in text(pages["zh"], "unsent")
    assert pages["en"].get("/workbench/apply/unsent").xpath("//main//ul/li/a[contains(@href, '/evidence#d-')]")
    piece = dossiers.AddCaseFileRequest(parent=f"{PARENT}/cases/unsent", file_name="meter.txt", content=FILE)
    DossierServiceStub(body.server.channel).AddCaseFile(iter([piece]), metadata=bearing(body.keys["lin"]))
    told = text(pages["en"], "unsent")
    assert "All facts are provided, and the required documents count as evidence." in told
    assert "not sent" not in told


def test_a_workbook_is_described_as_effective_immediately(body: Body, pages: Mapping[str, Browser]) -> None:
    body.apply("filed")
    assert "A workbook without errors replaces the declared facts as soon as you send it." in text(pages["en"], "filed")
    dossier = b"subject: organizations/example/subjects/works\nfacts:\n  certified: yes\n"
    browser = pages["en"]
    fields = browser.fields("/workbench/cases/filed/dossier-file")
    answer = browser.http.post(
        "/workbench/cases/filed/dossier-file", data={**fields, "reason": "by file"},
        files={"file": ("dossier.yaml", dossier, "application/yaml")},
    )  # fmt: skip
    assert answer.status_code == 303, answer.text
    assert body.dossier("filed").content.facts[0].fact_id == "certified"


def test_an_appeal_and_its_outcome_are_on_the_page(body: Body, pages: Mapping[str, Browser]) -> None:
    evaluation = body.to_recommendation("refused")
    body.step("dan", "refused", "refuse", evaluation=evaluation, report_digest=REPORT)
    assert "Your complaints and appeals" not in text(pages["en"], "refused")
    body.step("lin", "refused", "appeal", statement="The meter was read.")
    told = text(pages["en"], "refused")
    assert "Your complaints and appeals Appeal 1 The meter was read. Received" in told
    page = pages["en"].get("/workbench/apply/refused")
    assert page.xpath("//main//a[@href='/workbench/cases/refused/appeals/1']")
    body.step("eva", "refused", "acknowledge", "appeals/1", due_date="2099-01-31")
    assert "2099-01-31" in text(pages["en"], "refused")
    body.step("eva", "refused", "investigate", "appeals/1", statement="looked at the meter")
    body.step("eva", "refused", "uphold", "appeals/1", outcome="The readings count after all.")
    assert "Outcome: The readings count after all." in text(pages["en"], "refused")
    told = text(pages["zh"], "refused")
    assert "您的投诉与申诉" in told
    assert "处理结果：The readings count after all." in told
    complaint = cases.CaseContent(statement="A neighbour complains.", complainant="neighbour")
    request = body.asked("refused", "complain")
    request.content.CopyFrom(complaint)
    body.call("dan", "TakeCaseStep")(request)
    assert "A neighbour complains." not in text(pages["en"], "refused")
