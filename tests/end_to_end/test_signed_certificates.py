"""Signed certificates on a server: the file, its level and reason, renewal by command, pages and the register."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from service.approval.signing_keys import public_half
from service.identity.principals import Role
from tests.end_to_end.test_case_certificates import BODY, FONTS, KEY, Kind, file, granted
from tests.service.cases.credentials.test_pdf_signatures import check_archive
from tests.support.accessibility import check_accessible
from tests.support.browsing import Browser, account_of
from tests.support.calling import refused
from tests.support.casework import PARENT, Body
from tests.support.commands import touchstone
from tests.support.identities import bearing
from tests.support.running import RunningServer
from tests.support.signing_authority import SigningAuthority, signing_authority
from touchstone.v1 import case_service_pb2 as cases, case_service_pb2_grpc

pytestmark = [pytest.mark.full, pytest.mark.skipif(FONTS is None, reason="no font with Chinese characters here")]
Level = cases.CertificateFile


@pytest.fixture(scope="module")
def authority() -> Iterator[SigningAuthority]:
    with signing_authority(stamp_days=30) as running:
        yield running


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory, gazette: Path, authority: SigningAuthority) -> Iterator[Body]:
    certifying = tmp_path_factory.mktemp("certifying")
    own = certifying / "example"
    section = authority.write_files(own)
    section += f'authority_url = "{authority.url}/tsa"\n'
    (own / "body.toml").write_text(f"{BODY}\n{section}", encoding="utf-8")
    issuing = own / "issuing.pem"
    issuing.touch(0o600)
    key = generate_private_key(SECP256R1())
    issuing.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    with RunningServer(
        tmp_path_factory.mktemp("signed"), gazette, TOUCHSTONE_API_KEYS="true", TOUCHSTONE_PUBLIC_REGISTERS="example",
        TOUCHSTONE_CERTIFYING=str(certifying), TOUCHSTONE_CERTIFICATE_FONTS=str(FONTS),
        TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
    ) as running:  # fmt: skip
        body = Body(running)
        body.begin()
        enrolled = cases.CasePersonKey(public=public_half(KEY), first_date="2026-01-01")
        body.register("dan", revision=1, functions=["application", "review", "decision"], keys=[enrolled])
        yield body


def issued(body: Body, case: str) -> str:
    granted(body, case)
    return str(body.step("dan", case, "issue", languages=["en"]).items[-1].content.number)


def renew(body: Body, person: str = "rui", **asked: Any) -> cases.RenewCertificateSignaturesResponse:
    request = cases.RenewCertificateSignaturesRequest(parent=PARENT, **asked)
    response: cases.RenewCertificateSignaturesResponse = body.call(person, "RenewCertificateSignatures")(request)
    return response


def due_days(body: Body, last_date: str = "2099-12-31") -> dict[str, str]:
    """Return the days before which the signatures of certificates are to be renewed, by case."""
    request = cases.ListDueItemsRequest(parent=PARENT, kind="signature", last_date=last_date)
    listed = body.call("rui", "ListDueItems")(request).due_items
    assert {item.item for item in listed} <= {"certificates/1"}
    return {item.case_name.rpartition("/")[2]: item.due_date for item in listed}


def test_a_certificate_has_a_signed_file_next_to_the_recorded_one(body: Body, authority: SigningAuthority) -> None:
    number = issued(body, "signed")
    paper, signed = file(body, "signed", Kind.KIND_PAPER), file(body, "signed", Kind.KIND_SIGNED_PAPER)
    assert signed.content.startswith(paper.content)
    assert file(body, "signed", Kind.KIND_PAPER).content == paper.content
    assert (signed.signature_level, signed.signature_problem) == (Level.SIGNATURE_LEVEL_B_LTA, "")
    assert signed.signature_renew_date == authority.stamp_leaf.not_valid_after_utc.date().isoformat()
    assert paper.signature_level == Level.SIGNATURE_LEVEL_UNSPECIFIED
    check_archive(signed.content, authority)
    public = Browser(body.server.http)
    answer = public.http.post(
        f"/v1/{PARENT}/register:check", json={"content": base64.b64encode(signed.content).decode()}
    ).json()
    assert (answer["result"], answer["kind"], answer["registerEntry"]["number"]) == (
        "RESULT_ISSUED", "signed_paper", number,
    )  # fmt: skip


def test_a_lower_level_states_its_reason_and_is_raised_by_renewal(
    body: Body, authority: SigningAuthority, tmp_path: Path
) -> None:
    authority.failing = {"/root.crl"}
    try:
        number = issued(body, "lower")
        signed = file(body, "lower", Kind.KIND_SIGNED_PAPER)
        assert signed.signature_level == Level.SIGNATURE_LEVEL_B_T
        assert "Test stamps" in signed.signature_problem
        failed = {one.number: one for one in renew(body, before_date="2000-01-01").signatures}
        assert (failed[number].level, "Test stamps" in failed[number].problem) == (Level.SIGNATURE_LEVEL_B_T, True)
    finally:
        authority.failing = set()
    (tmp_path / "key").write_text(body.keys["rui"])
    server = ("--server", body.server.address, "--token-file", tmp_path / "key")
    output = touchstone("case", "renew-signatures", PARENT, "--before-date", "2000-01-01", *server).stdout
    assert number in output
    raised = file(body, "lower", Kind.KIND_SIGNED_PAPER)
    assert (raised.signature_level, raised.signature_problem) == (Level.SIGNATURE_LEVEL_B_LTA, "")
    check_archive(raised.content, authority)
    assert renew(body, before_date="2000-01-01").due_count == 0


def test_archive_time_stamps_are_due_before_they_end(body: Body, authority: SigningAuthority) -> None:
    issued(body, "due")
    first = file(body, "due", Kind.KIND_SIGNED_PAPER)
    due = renew(body, validate_only=True)
    assert due.due_count == len(due.signatures) >= 1
    assert due_days(body)["due"] == first.signature_renew_date
    browser = Browser(body.server.http, "en")
    browser.sign_in("desk-due", account_of(body, "desk-due", [Role.REVIEWER]))
    listed = browser.get("/workbench/calendar?until=2099-12-31").text_content()
    assert f"{first.signature_renew_date}PDF signature to renew" in "".join(listed.split("\n"))
    sentence = f"Renew the PDF signatures of certificates: an archive time stamp ends on {first.signature_renew_date}"
    assert sentence in browser.get("/workbench/my-work").text_content()
    before = body.get("due").steps
    authority.renew_stamps(900)
    renewed = renew(body)
    assert {one.level for one in renewed.signatures} == {Level.SIGNATURE_LEVEL_B_LTA}
    second = file(body, "due", Kind.KIND_SIGNED_PAPER)
    assert second.content.startswith(first.content)
    assert second.signature_renew_date > first.signature_renew_date
    assert hashlib.sha256(second.content).hexdigest() == second.digest
    assert renew(body).due_count == 0
    assert due_days(body)["due"] == second.signature_renew_date
    assert "due" not in due_days(body, last_date=first.signature_renew_date)
    assert "Renew the PDF signatures" not in browser.get("/workbench/my-work").text_content()
    assert body.get("due").steps == before
    request = cases.RenewCertificateSignaturesRequest(parent=PARENT, before_date="soon")
    assert "before_date" in refused(body.call("rui", "RenewCertificateSignatures"), request).violations
    body.keys["stranger"] = body.new_key(Role.DECIDER, organization="other")
    stub = case_service_pb2_grpc.CaseServiceStub(body.server.channel)
    foreign = refused(
        lambda request: stub.RenewCertificateSignatures(request, metadata=bearing(body.keys["stranger"])),
        cases.RenewCertificateSignaturesRequest(parent=PARENT),
    )
    assert "PERMISSION_DENIED" in str(foreign)


@pytest.mark.parametrize(("language", "level"), [("en", "archive time stamp"), ("zh", "归档时间戳")])
def test_the_page_of_a_signature_shows_its_level(body: Body, language: str, level: str) -> None:
    issued(body, f"page-{language}")
    browser = Browser(body.server.http, language)
    password = account_of(body, f"desk-{language}", [Role.INTEGRATOR])
    browser.sign_in(f"desk-{language}", password)
    page = browser.get(f"/workbench/cases/page-{language}/certificates/1")
    (link,) = page.xpath("//main//a[contains(@href, '/signature')]/@href")
    shown = browser.get(link)
    assert level in shown.text_content()
    (download,) = shown.xpath("//main//a[@download]/@href")
    assert browser.http.get(download).content == file(body, f"page-{language}", Kind.KIND_SIGNED_PAPER).content
    check_accessible(body.server, f"desk-{language}", password, [link, link.removesuffix("/signature")], language)
