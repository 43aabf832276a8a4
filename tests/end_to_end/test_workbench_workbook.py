"""Dossier workbook: download with the declared values, and unchanged upload without any effect."""

from __future__ import annotations

import io

import httpx
import pytest
from openpyxl import load_workbook

from service.identity.principals import Role
from tests.support.browsing import Browser, account_of, people_of
from tests.support.casework import SUBJECT, Body, declared
from touchstone.v1 import case_dossier_service_pb2 as dossiers, fact_pb2

pytestmark = pytest.mark.full
CASE = "/workbench/cases/booked"


@pytest.fixture(scope="module", name="body")
def prepared(body: Body) -> Body:
    body.to_evaluation("booked")
    return body


@pytest.fixture(scope="module")
def office(body: Body) -> Browser:
    passwords = people_of(body)
    browser = Browser(body.server.http)
    browser.sign_in("office", passwords["office"])
    return browser


def odd() -> dossiers.DossierContent:
    """Return a dossier with values that need several cells, such as two documents for one fact."""
    content = declared()
    known = {one.fact_id: one for one in content.facts}
    known["energy_used"].value.number = "1200.50"
    known["energy_used"].value.unit = "kWh"
    (meter,) = content.evidence
    second = content.evidence.add()
    second.CopyFrom(meter)
    second.evidence_id = "bill"
    second.issue_date = "2026-01-15"
    del known["energy_used"].value.evidence_ids[:]
    known["energy_used"].value.evidence_ids.extend(["meter", "bill"])
    for id, page in (("meter", "3"), ("bill", "4")):
        known["energy_used"].places.append(fact_pb2.EvidencePlace(evidence_id=id, place={"page": page}))
    record = known["credits"].value.records.values.add()
    record.fields["serial"].text = "=A-7"
    record.fields["amount"].number, record.fields["amount"].unit = "1500", "kgCO2e"
    return content


def sent(browser: Browser, content: bytes, step: str = "declare") -> httpx.Response:
    fields = {**browser.fields(f"{CASE}/dossier-file"), "step": step, "reason": "as it is"}
    fields.pop("file", None)
    return browser.http.post(f"{CASE}/dossier-file", data=fields, files={"file": ("book.xlsx", content)})


def facts_of(body: Body) -> dict[str, fact_pb2.Fact]:
    return {one.fact_id: one for one in body.dossier("booked").content.facts}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_unchanged_workbook_changes_no_fact(body: Body, office: Browser, language: str) -> None:
    body.step("office", "booked", "declare", dossier=odd())
    checked = fact_pb2.Verification(judgement=fact_pb2.Verification.JUDGEMENT_ACCEPTED, method="read")
    facts = [fact_pb2.Fact(fact_id="energy_used", verification=checked)]
    body.step("ada", "booked", "verify", dossier=dossiers.DossierContent(facts=facts))
    before = body.dossier("booked").content
    book = office.http.get(f"{CASE}/dossier.xlsx", headers={"accept-language": language}).content
    answer = sent(office, book)
    assert answer.status_code == 303, answer.text
    after = body.dossier("booked").content
    assert sorted(map(str, after.facts)) == sorted(map(str, before.facts))
    assert sorted(map(str, after.evidence)) == sorted(map(str, before.evidence))
    assert after.settings == before.settings
    assert facts_of(body)["energy_used"].HasField("verification")
    page = load_workbook(io.BytesIO(book))
    values = {str(cell.value) for sheet in page for row in sheet.iter_rows() for cell in row}
    assert {SUBJECT, "=A-7", "1.5", "meter; bill"} <= values
    assert not {"read", "users/ada"} & values  # judgements of assessors are not exported


def test_a_changed_cell_changes_only_its_fact(body: Body, office: Browser) -> None:
    body.step("office", "booked", "declare", dossier=odd())
    before = facts_of(body)
    book = load_workbook(io.BytesIO(office.http.get(f"{CASE}/dossier.xlsx").content))
    facts = next(page for page in book if page["A1"].value == "touchstone facts-one")
    value = next(cell.column for cell in facts[2] if cell.value == "value")
    row = next(cell.row for cell in facts["A"] if cell.value == "serious_violations")
    facts.cell(row, value).value = 1
    row = next(cell.row for cell in facts["A"] if cell.value == "certified")
    facts.cell(row, value).value = None
    content = io.BytesIO()
    book.save(content)
    assert sent(office, content.getvalue()).status_code == 303
    after = facts_of(body)
    assert after["serious_violations"].value.number == "1"
    assert before.keys() - after.keys() == {"certified"}
    changed = {id for id, one in after.items() if one != before[id]}
    assert changed == {"serious_violations"}


def test_an_applicant_downloads_the_declared_values_and_may_upload_them(body: Body) -> None:
    body.step("office", "booked", "declare", dossier=odd())
    body.keys["lin"] = body.new_key(Role.APPLICANT)
    body.register("lin", client="works")
    person = body.person("lin")
    person.accounts.append("account/lin")
    body.save(person)
    lin = Browser(body.server.http)
    lin.sign_in("lin", account_of(body, "lin", [Role.APPLICANT]))
    before = facts_of(body)
    assert sent(lin, lin.http.get(f"{CASE}/dossier.xlsx").content).status_code == 303
    assert facts_of(body) == before
