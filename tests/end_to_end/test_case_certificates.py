"""Certificates of cases as files: paper, credential, decision and bundle, on a server with identities."""

from __future__ import annotations

import hashlib
import io
import json
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import grpc
import pypdf
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from lxml import html

from rules.contracts.error_texts import error_message
from rules.contracts.errors import TrailError
from rules.trail.verify import CheckResult
from service.approval.signing_keys import public_half, write_new_key
from service.cases.credentials.decisions import (
    assemble_signed_decision,
    check_decision,
    read_decision_statement as read_statement,
    read_signed_decision,
    sign_with_key,
)
from service.identity.principals import Role
from service.output.bundles import Bundle, read_bundle
from service.proofs.bundle_verification import describe_result_status
from tests.support.browsing import Browser, account_of
from tests.support.calling import refused
from tests.support.casework import PARENT, PROFILE, REPORT, Body
from tests.support.certificates import trust_of
from tests.support.commands import touchstone
from tests.support.identities import bearing
from tests.support.running import ROOT, RunningServer
from tests.support.small_card import meter
from touchstone.v1 import (
    case_service_pb2 as cases,
    case_service_pb2_grpc,
    correction_service_pb2,
    correction_service_pb2_grpc,
    evaluation_pb2,
    evaluation_service_pb2,
    log_service_pb2,
    log_service_pb2_grpc,
)

FONTS = next(
    (
        folder
        for folder in map(Path, ("/usr/share/fonts/truetype/wqy", "/usr/share/fonts/opentype/noto"))
        if folder.is_dir()
    ),
    None,
)
pytestmark = [pytest.mark.full, pytest.mark.skipif(FONTS is None, reason="no font with Chinese characters here")]

KEY = Ed25519PrivateKey.generate()
BODY = """
address = "https://register.body.example/c"
[issuer]
did = "did:web:body.example"
id = "https://body.example/"
registered_id = "B-1"
register_name = "CNCA"
name = { en = "Example Certification", zh = "示例认证中心" }
[[authorisations]]
id = "https://accreditation.example/A-17"
name = { en = "Accreditation A-17", zh = "认可 A-17" }
[authorisations.authority]
id = "https://accreditation.example/"
registered_id = "A"
name = { en = "Accreditation Office", zh = "认可委员会" }
"""
Kind = cases.GetCertificateFileRequest


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[Body]:
    certifying = tmp_path_factory.mktemp("certifying")
    own = certifying / "example"
    own.mkdir()
    (own / "body.toml").write_text(BODY, encoding="utf-8")
    issuing = own / "issuing.pem"
    issuing.touch(0o600)
    key = generate_private_key(SECP256R1())
    issuing.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    with RunningServer(
        tmp_path_factory.mktemp("certificates"), gazette, TOUCHSTONE_API_KEYS="true",
        TOUCHSTONE_PUBLIC_REGISTERS="example", TOUCHSTONE_CERTIFYING=str(certifying),
        TOUCHSTONE_CERTIFICATE_FONTS=str(FONTS), TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
    ) as running:  # fmt: skip
        body = Body(running)
        body.begin()
        enrolled = cases.CasePersonKey(public=public_half(KEY), first_date="2026-01-01")
        body.register("dan", revision=1, functions=["application", "review", "decision"], keys=[enrolled])
        yield body


def decide(body: Body, case: str, step: str, item: str = "", **content: Any) -> cases.Case:
    asked = body.asked(case, step, item, **content)
    prepared = body.call("dan", "PrepareCaseDecision")(
        cases.PrepareCaseDecisionRequest(
            name=asked.name, item=item, step=step, revision=asked.revision, reason=asked.reason, content=asked.content
        )
    )
    statement = read_statement(prepared.statement)
    asked.signed_decision = assemble_signed_decision(statement, (sign_with_key(statement, "dan", KEY),)).written()
    updated_case: cases.Case = body.call("dan", "TakeCaseStep")(asked)
    return updated_case


def granted(body: Body, case: str) -> None:
    name = body.to_recommendation(case)
    fields: dict[str, Any] = {"evaluation": name, "report_digest": REPORT, "sites": ["hall-0", "hall-1"]}
    assert "signed decision" in body.refused("dan", case, "grant", **fields).message
    decide(body, case, "grant", **fields, conditions=["keep the meters sealed"], conditions_zh=["保持电表铅封"])


def file(body: Body, case: str, kind: Any, person: str = "office") -> cases.CertificateFile:
    request = Kind(name=f"{PARENT}/cases/{case}", kind=kind)
    certificate_file: cases.CertificateFile = body.call(person, "GetCertificateFile")(request)
    return certificate_file


def listed(body: Body, kind: Any) -> cases.IssuerFile:
    issuer_file: cases.IssuerFile = body.call("office", "GetIssuerFile")(
        cases.GetIssuerFileRequest(parent=PARENT, kind=kind)
    )
    return issuer_file


def results(body: Body, folder: Path, token: str, *attached: bytes) -> dict[str, str]:
    """Return the result of each check of a credential that was shown to a third party."""
    asked = cases.GetIssuerFileRequest
    files = {"credential.jwt": token.encode(), **{f"attached-{n}": content for n, content in enumerate(attached)}}
    for kind in (asked.KIND_DID_DOCUMENT, asked.KIND_SUSPENSION_LIST, asked.KIND_REVOCATION_LIST):
        files[asked.Kind.Name(kind)] = listed(body, kind).content
    for name, content in files.items():
        (folder / name).write_bytes(content)
    did, suspensions, revocations = (folder / name for name in [*files][-3:])
    options = [option for n in range(len(attached)) for option in ("--attached", folder / f"attached-{n}")]
    result = touchstone(
        "case", "credential", folder / "credential.jwt", "--did", did, "--list", suspensions, "--list", revocations,
        *options, "--format", "json",
    )  # fmt: skip
    checked = json.loads(result.stdout)
    assert result.exit_code == (0 if checked["holds"] else 1), result.stderr
    return {check["name"]: check["result"] for check in checked["checks"]}


def test_a_certificate_is_paper_and_credential(body: Body, tmp_path: Path) -> None:
    granted(body, "paper")
    missing = body.refused("dan", "paper", "issue")
    assert set(missing.violations) == {"certificate.scope.zh"}
    assert body.get("paper").state == "granted"
    issued = body.step("dan", "paper", "issue", languages=["en"])
    number = issued.items[-1].content.number
    paper = file(body, "paper", Kind.KIND_PAPER)
    assert (paper.number, paper.edition, paper.state, paper.media_type) == (number, 1, "valid", "application/pdf")
    assert hashlib.sha256(paper.content).hexdigest() == paper.digest
    assert file(body, "paper", Kind.KIND_PAPER).content == paper.content
    read = pypdf.PdfReader(io.BytesIO(paper.content))
    text = "".join(page.extract_text() for page in read.pages)
    assert number in text
    assert "Example Certification" in text
    inside = {name: contents[0] for name, contents in read.attachments.items()}
    assert inside["bundle.json"] == file(body, "paper", Kind.KIND_BUNDLE).content
    assert inside["decision.json"] == file(body, "paper", Kind.KIND_DECISION).content
    known = {"public": public_half(KEY), "first_day": "2026-01-01"}
    trust = trust_of(tmp_path, {"dan": {"keys": [known]}})
    decision = read_signed_decision(inside["decision.json"])
    checks = check_decision(decision, trust, record_digest=issued.items[-1].content.record_digest)
    assert {one.result for one in checks} == {CheckResult.PASSED}
    for name, content in inside.items():
        (tmp_path / name).write_bytes(content)
    arguments = ("case", "verify", str(tmp_path / "decision.json"), "--trust", str(tmp_path / "trust.json"))
    result = touchstone(*arguments, "--bundle", str(tmp_path / "bundle.json"))
    assert (result.exit_code, result.stdout.count("passed")) == (0, 3), result.stderr
    trust_of(tmp_path, {"dan": {"keys": [{**known, "compromised": True}]}})
    assert touchstone(*arguments).exit_code == 1
    token = file(body, "paper", Kind.KIND_CREDENTIAL).content.decode()
    assert set(results(body, tmp_path, token, paper.content).values()) == {"passed"}
    assert results(body, tmp_path, token, b"altered")["files"] == "failed"
    decide(body, "paper", "suspend", "certificates/1", due_date="2099-01-31")
    assert results(body, tmp_path, token, paper.content)["suspension"] == "failed"
    assert file(body, "paper", Kind.KIND_PAPER).state == "suspended"
    decide(body, "paper", "reinstate", "certificates/1")
    assert set(results(body, tmp_path, token, paper.content).values()) == {"passed"}
    decide(body, "paper", "reduce", "certificates/1", sites=["hall-0"], scope="Making of small parts")
    second = file(body, "paper", Kind.KIND_PAPER)
    assert second.edition == 2
    assert second.content != paper.content
    assert results(body, tmp_path, token, paper.content)["revocation"] == "failed"
    token = file(body, "paper", Kind.KIND_CREDENTIAL).content.decode()
    assert set(results(body, tmp_path, token).values()) == {"passed"}
    decide(body, "paper", "withdraw", "certificates/1", public_reason="not kept up")
    assert results(body, tmp_path, token)["revocation"] == "failed"


def test_the_pages_offer_the_files_of_a_certificate_and_identify_an_uploaded_file(body: Body) -> None:
    granted(body, "pages")
    number = body.step("dan", "pages", "issue", languages=["en"]).items[-1].content.number
    browser, other = Browser(body.server.http), Browser(body.server.http)
    browser.sign_in("desk", account_of(body, "desk", [Role.INTEGRATOR]))
    other.sign_in("elsewhere", account_of(body, "elsewhere", [Role.INTEGRATOR], "other"))
    page = "/workbench/cases/pages/certificates/1"
    contents = {}
    for link in browser.get(page).xpath("//main//a[@download]/@href"):
        answer = browser.http.get(link)
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
        contents[link.rpartition("/")[2]] = answer.content
        assert other.http.get(link).status_code in {403, 404}
    assert contents["paper"] == file(body, "pages", Kind.KIND_PAPER).content
    assert contents.keys() == {"paper", "extract", "credential", "decision", "bundle", "facts"}
    assert browser.http.get(f"{page}/files/keys").status_code == 404
    body.keys["lin"] = body.new_key(Role.APPLICANT)
    holder = body.register("lin", client="works")
    holder.accounts.append("account/lin")
    body.save(holder)
    lin = Browser(body.server.http)
    lin.sign_in("lin", account_of(body, "lin", [Role.APPLICANT]))
    links = lin.get(page).xpath("//main//a[@download]/@href")
    assert {link.rpartition("/")[2]: lin.http.get(link).content for link in links} == contents
    public = Browser(body.server.http)
    paper, link = public.get(f"/register/example/{number}").xpath("//main//a[@download]/@href")
    assert public.http.get(paper).content == contents["extract"]
    for language, told in (
        ("en", ("Gold", "Example Certification", "Accreditation Office")),
        ("zh", ("示例认证中心", "认可 A-17")),
    ):
        shown = public.get(f"/register/example/{number}?language={language}").text_content()
        assert [words for words in (*told, "0 Mill Road") if words not in shown] == []
    assert public.http.get(link).content == contents["credential"]
    assert public.http.get(f"{page}/files/paper").status_code == 303
    fields = {name: value for name, value in public.fields("/register/check").items() if name != "file"}

    def checked(content: bytes) -> tuple[str, str]:
        answer = public.http.post("/register/check", data=fields, files={"file": content})
        (verdict,) = html.fromstring(answer.text).xpath("//section[contains(@class, 'verdict')]")
        return verdict.get("class"), verdict.text_content()

    for kind in ("paper", "extract", "credential", "decision", "bundle"):
        shown, text = checked(contents[kind])
        assert (shown, number in text) == ("verdict", True), kind
    assert checked(contents["credential"][:-4] + b"AAAA")[0] == "verdict withdrawn"
    decide(body, "pages", "suspend", "certificates/1", due_date="2099-01-31")
    assert checked(contents["paper"])[0] == "verdict suspended"


def test_a_case_without_a_valid_certificate_has_no_paper(body: Body) -> None:
    granted(body, "nothing")
    request = Kind(name=f"{PARENT}/cases/nothing", kind=Kind.KIND_PAPER)
    assert "no certificate" in refused(body.call("office", "GetCertificateFile"), request).message
    assert "kind" in refused(body.call("office", "GetCertificateFile"), Kind(name=request.name)).violations
    body.step("dan", "nothing", "issue", languages=["en"])
    decide(body, "nothing", "withdraw", "certificates/1")
    assert "withdrawn" in refused(body.call("office", "GetCertificateFile"), request).message


def test_commands_sign_and_print(body: Body, tmp_path: Path) -> None:
    def asked(person: str, *words: str) -> str:
        token = tmp_path / person
        token.touch(0o600)
        token.write_text(body.keys[person])
        result = touchstone(*words, "--server", body.server.address, "--token-file", token)
        assert result.exit_code == 0, result.stderr
        return result.stdout

    key = tmp_path / "eva.pem"
    public, functions = write_new_key(key), ("--functions", "decision", "--functions", "appeal")
    asked(
        "operator", "case", "person", PARENT, "eva", "--display-name", "Eva", *functions, "--revision", "1",
        "--keys", json.dumps({"public": public, "first_date": "2026-01-01"}),
    )  # fmt: skip
    name = body.to_recommendation("by-command")
    case, revision = f"{PARENT}/cases/by-command", str(body.get("by-command").revision)
    settings = (
        f"evaluation={name}", f"report_digest={REPORT}", "sites=hall-0", "conditions=Seal", "conditions_zh=铅封",
    )  # fmt: skip
    decided = asked(
        "eva", "case", "decide", case, "grant", "--revision", revision, "--reason", "as recommended", "--key",
        str(key), *(word for one in settings for word in ("--content", one)),
    )  # fmt: skip
    assert "granted" in decided
    body.step("eva", "by-command", "issue", languages=["en"])
    out = tmp_path / "certificate.pdf"
    assert "valid" in asked("office", "case", "print", case, "--kind", "paper", "-o", str(out))
    assert out.read_bytes().startswith(b"%PDF")
    asked("office", "case", "issuer", PARENT, "--kind", "did-document", "-o", str(tmp_path / "did.json"))
    assert json.loads((tmp_path / "did.json").read_bytes())["id"] == "did:web:body.example"
    retire = ("--revision", "2", "--keys", json.dumps({"public": public, "last_date": "2026-01-02"}))
    assert "eva" in asked("operator", "case", "person", PARENT, "eva", "--display-name", "Eva", *functions, *retire)


def status(body: Body, name: str) -> evaluation_pb2.ResultStatus:
    request = evaluation_service_pb2.GetEvaluationRequest(name=name)
    evaluation = body.server.evaluations.GetEvaluation(request, metadata=bearing(body.keys["ada"]))
    result_status: evaluation_pb2.ResultStatus = evaluation.status
    return result_status


def proved(body: Body, name: str) -> Bundle:
    request = log_service_pb2.GetProofBundleRequest(name=name)
    stub = log_service_pb2_grpc.LogServiceStub(body.server.channel)
    return read_bundle(stub.GetProofBundle(request, metadata=bearing(body.keys["ada"])).content)


def told_of(bundle: Bundle) -> str:
    try:
        return describe_result_status(bundle)
    except TrailError as error:
        return error_message(error)


def test_a_result_has_the_status_of_its_certificate(body: Body) -> None:
    states = evaluation_pb2.ResultStatus
    granted(body, "status")
    issued = body.step("dan", "status", "issue", languages=["en"])
    name, item = issued.content.evaluation, f"{issued.name}/certificates/1"
    assert not status(body, name).state
    decide(body, "status", "suspend", "certificates/1", due_date="2099-01-31", public_reason="surveillance is late")
    result_status = status(body, name)
    assert (result_status.state, result_status.campaign, result_status.reason) == (
        states.STATE_SUSPENDED,
        item,
        "surveillance is late",
    )
    body.step("office", "status", "appeal", statement="We were not asked.")
    decide(body, "status", "reinstate", "certificates/1")
    result_status = status(body, name)
    assert (result_status.state, result_status.campaign) == (states.STATE_UNDER_APPEAL, f"{issued.name}/appeals/1")
    body.step("eva", "status", "acknowledge", "appeals/1", due_date="2099-01-31")
    body.step("eva", "status", "investigate", "appeals/1", statement="So it was.")
    body.step("eva", "status", "uphold", "appeals/1", outcome="reinstated")
    assert status(body, name).state == states.STATE_STANDS
    assert "The result is valid, as decided" in told_of(proved(body, name))
    decide(body, "status", "withdraw", "certificates/1")
    assert status(body, name).state == states.STATE_WITHDRAWN
    bundle = proved(body, name)
    assert "WITHDRAWN" in told_of(bundle)
    alone: Any = runpy.run_path(str(ROOT / "examples" / "verifier" / "verify_bundle.py"))["Bundle"]
    with pytest.raises(Exception, match="is not valid: withdraw at"):
        alone(bundle.written().decode(), {}).check_13_validity()
    (case,) = bundle.cases or []
    other = name[:-1] + ("1" if name.endswith("0") else "0")
    less = case.model_copy(update={"content": case.content.replace(name, other)})
    assert "another result" in told_of(bundle.model_copy(update={"cases": [less]}))
    body.to_evaluation("again")
    again = body.refused("ada", "again", "conclude", evaluation=name, report_digest=REPORT)
    assert again.message or again.violations


def test_a_certificate_supersedes_another(body: Body, tmp_path: Path) -> None:
    granted(body, "first")
    old = body.step("dan", "first", "issue", languages=["en"])
    number = old.items[-1].content.number
    token = file(body, "first", Kind.KIND_CREDENTIAL).content.decode()
    granted(body, "second")
    unknown = body.refused("dan", "second", "issue", languages=["en"], predecessor="SF-0")
    assert "content.predecessor" in unknown.violations
    new = body.step("dan", "second", "issue", languages=["en"], predecessor=number)
    (before,) = body.get("first").items
    assert (before.state, before.content.successor) == ("superseded", new.items[-1].content.number)
    assert status(body, old.content.evaluation).state == evaluation_pb2.ResultStatus.STATE_SUPERSEDED
    assert results(body, tmp_path, token)["revocation"] == "failed"
    granted(body, "third")
    ended = body.refused("dan", "third", "issue", languages=["en"], predecessor=number)
    assert "superseded" in ended.violations["content.predecessor"]


def test_a_campaign_withdraws_by_the_case(body: Body) -> None:
    granted(body, "touched")
    name = body.step("dan", "touched", "issue", languages=["en"]).content.evaluation
    campaign, service = (
        f"{PARENT}/campaigns/lost",
        correction_service_pb2_grpc.CorrectionServiceStub(body.server.channel),
    )
    corrections = correction_service_pb2
    dan = bearing(body.keys["dan"])
    item = "certificates/1"
    assert "content.campaign" in body.refused("dan", "touched", "withdraw", item, campaign=campaign).violations
    service.CreateCampaign(
        corrections.CreateCampaignRequest(
            parent=PARENT, campaign_id="lost", kind=corrections.SUPPORT_KIND_ISSUER, value=meter().issuer, reason="lost"
        ),
        metadata=dan,
    )
    assert "has not evaluated" in body.refused("dan", "touched", "withdraw", item, campaign=campaign).message
    while service.ReevaluateCampaign(
        corrections.ReevaluateCampaignRequest(name=campaign, maximum_count=100), metadata=dan
    ).pending_count:
        pass
    disposed = corrections.DisposeCampaignItemRequest(
        name=campaign, evaluation=name, disposition=corrections.DISPOSITION_WITHDRAWN, reason="lost", person="Dan"
    )
    refusal = refused(lambda request: service.DisposeCampaignItem(request, metadata=dan), disposed)
    assert f"step withdraw of {item}" in refusal.message
    decide(body, "touched", "withdraw", item, campaign=campaign, public_reason="its verifier lost accreditation")
    items = service.ListCampaignItems(
        corrections.ListCampaignItemsRequest(parent=campaign, page_size=1000), metadata=dan
    ).items
    (own,) = (one for one in items if one.evaluation == name)
    assert own.disposition == corrections.DISPOSITION_WITHDRAWN
    assert status(body, name).state == evaluation_pb2.ResultStatus.STATE_WITHDRAWN


def test_everybody_may_check_a_file_and_have_the_credential(body: Body, tmp_path: Path) -> None:
    granted(body, "checked")
    number = body.step("dan", "checked", "issue", languages=["en"]).items[-1].content.number
    register = case_service_pb2_grpc.RegisterServiceStub(body.server.channel)
    asking = cases.GetRegisterCredentialRequest(parent=PARENT, number=number)
    first = register.GetRegisterCredential(asking)  # made when it is requested first
    assert first.credential.encode() == file(body, "checked", Kind.KIND_CREDENTIAL).content
    response_type = cases.CheckRegisterFileResponse

    def checked(content: bytes, organization: str = PARENT) -> cases.CheckRegisterFileResponse:
        request = cases.CheckRegisterFileRequest(parent=organization, content=content)
        answer: cases.CheckRegisterFileResponse = register.CheckRegisterFile(request)
        return answer

    for kind, name in (
        (Kind.KIND_PAPER, "paper"),
        (Kind.KIND_CREDENTIAL, "credential"),
        (Kind.KIND_BUNDLE, "bundle"),
        (Kind.KIND_DECISION, "decision"),
    ):
        content = file(body, "checked", kind).content
        answer = checked(content)
        assert (answer.result, answer.kind, answer.edition, answer.superseded) == (
            response_type.RESULT_ISSUED,
            name,
            1,
            False,
        )
        assert (answer.register_entry.number, answer.register_entry.state) == (number, "valid")
        altered = content[:-2] + bytes([content[-2] ^ 1]) + content[-1:]
        known = response_type.RESULT_ALTERED if name == "credential" else response_type.RESULT_UNKNOWN
        assert checked(altered).result == known, name
        assert checked(content, "organizations/other").result == response_type.RESULT_UNKNOWN
    for foreign in (b"", b"a.b.c", b"e30.e30.e30", b"%PDF-1.7"):
        assert checked(foreign).result == response_type.RESULT_UNKNOWN
    paper = file(body, "checked", Kind.KIND_PAPER).content
    decide(body, "checked", "reduce", "certificates/1", sites=["hall-0"], scope="Making of parts")
    answer = checked(paper)
    assert (answer.result, answer.superseded) == (response_type.RESULT_ISSUED, True)
    second = file(body, "checked", Kind.KIND_CREDENTIAL).content
    response = register.GetRegisterCredential(asking)
    assert (response.credential.encode(), response.edition) == (second, 2)
    decide(body, "checked", "withdraw", "certificates/1", public_reason="The works was closed.")
    answer = checked(paper)
    assert (answer.result, answer.register_entry.state) == (response_type.RESULT_ISSUED, "withdrawn")
    assert not any(one in str(answer) for one in ("dan", "ada", "cases/"))
    kept = tmp_path / "certificate.pdf"
    kept.write_bytes(paper)
    result = touchstone("case", "check", PARENT, kept, "--server", body.server.address)
    assert (result.exit_code, "withdrawn" in result.stdout, "superseded" in result.stdout) == (0, True, True)
    kept.write_bytes(paper + b" ")
    assert touchstone("case", "check", PARENT, kept, "--server", body.server.address).exit_code == 1


def test_the_stored_certificates_pass_an_audit(body: Body) -> None:
    environment = body.server.environment
    url, gazette = environment["TOUCHSTONE_DATABASE_URL"], environment["TOUCHSTONE_GAZETTE"]
    result = touchstone("data", "audit", "--database-url", url, "--gazette", gazette)
    assert result.exit_code == 0, result.stdout + result.stderr


def test_the_register_shows_history_and_paper_and_accepts_complaints(body: Body) -> None:
    granted(body, "history")
    number = body.step("dan", "history", "issue", languages=["en"]).items[-1].content.number
    decide(body, "history", "suspend", "certificates/1", due_date="2099-01-31", public_reason="Meters unsealed.")
    decide(body, "history", "reinstate", "certificates/1")
    register = case_service_pb2_grpc.RegisterServiceStub(body.server.channel)
    named = {"parent": PARENT, "number": number}
    entry = register.GetRegisterEntry(cases.GetRegisterEntryRequest(**named))
    assert [(event.step, event.public_reason) for event in entry.events] == [
        ("issue", ""), ("suspend", "Meters unsealed."), ("reinstate", ""),
    ]  # fmt: skip
    assert {event.date for event in entry.events} == {entry.as_of_date}  # one zone, that of the profile
    assert (entry.has_paper, entry.has_credential) == (True, True)
    paper = register.GetRegisterPaper(cases.GetRegisterPaperRequest(**named)).content
    read = pypdf.PdfReader(io.BytesIO(paper))
    assert number in "".join(page.extract_text() for page in read.pages)
    assert not read.attachments  # proof and decision are not public
    public = Browser(body.server.http)
    page = public.get(f"/register/example/{number}?language=zh")
    assert page.xpath("//figure[@class='qr']//*[local-name()='svg']")
    assert "Meters unsealed." in page.text_content()
    links = page.xpath("//main//a[@download]/@href")
    assert [public.http.get(link).headers["content-type"] for link in links] == [
        "application/pdf",
        "application/vc+jwt",
    ]
    assert public.http.get(links[0]).content == paper
    form = f"/register/example/{number}/complain"
    fields = public.fields(form)
    wrong = public.http.post(form, data={**fields, "statement": " ", "complainant": "x" * 401})
    assert wrong.status_code == 422
    (statement, complainant) = html.fromstring(wrong.text).xpath("//span[@class='error']/@id")
    assert (statement, complainant) == ("e-statement", "e-complainant")
    private = "Ms Neighbour, neighbour@example.org"
    sent = public.http.post(form, data={**fields, "statement": "It smells.", "complainant": private})
    assert sent.headers["location"] == f"{form}?sent=1"
    assert f"{number}/complaints/1" in public.get(sent.headers["location"]).text_content()
    (complaint,) = (item for item in body.get("history").items if item.item == "complaints/1")
    assert (complaint.state, complaint.content.statement) == ("received", "It smells.")
    assert complaint.content.complainant == private
    last = body.get("history").steps[-1]
    assert (last.step, last.function) == ("complain", "client")
    assert "acknowledge" in {step.step for step in body.get("history", "eva").next_steps if step.item == "complaints/1"}
    assert "Neighbour" not in body.server.log
    request = cases.SubmitRegisterComplaintRequest(**named, statement="Again.", complainant="A")
    for _ in range(4):
        register.SubmitRegisterComplaint(request)
    enough = refused(register.SubmitRegisterComplaint, request)
    assert (enough.code, "within an hour" in enough.message) == (grpc.StatusCode.RESOURCE_EXHAUSTED, True)
    unknown = cases.SubmitRegisterComplaintRequest(parent="organizations/other", number=number, statement="x")
    assert "complainant" in refused(register.SubmitRegisterComplaint, unknown).violations
    decide(body, "history", "withdraw", "certificates/1")
    entry = register.GetRegisterEntry(cases.GetRegisterEntryRequest(**named))
    assert (entry.events[-1].step, entry.has_paper) == ("withdraw", False)
    gone = refused(register.GetRegisterPaper, cases.GetRegisterPaperRequest(**named))
    assert gone.code is grpc.StatusCode.NOT_FOUND


def test_a_renewed_certificate_has_its_own_decision_paper_and_number(body: Body, tmp_path: Path) -> None:
    body.profile(PROFILE.replace("validity_months = 36", "validity_months = 6"))
    granted(body, "renewed")
    first = body.step("dan", "renewed", "issue", languages=["en"]).items[-1].content
    old = file(body, "renewed", Kind.KIND_CREDENTIAL).content.decode()
    body.step("rui", "renewed", "recertify", team=["ada", "ben"], sites=["hall-0", "hall-1"], due_date="2099-01-31")
    item, name = "recertifications/1", body.evaluate()
    concluded: dict[str, Any] = {"evaluation": name, "report_digest": REPORT}
    body.step("ada", "renewed", "start", item)
    body.step("ada", "renewed", "conclude", item, **concluded)
    body.step("ada", "renewed", "hand_over", item)
    body.step("dan", "renewed", "recommend", item, **concluded)
    unsigned = body.refused("dan", "renewed", "renew", item, **concluded, sites=["hall-0"])
    assert "signed decision" in unsigned.message
    decide(body, "renewed", "renew", item, **concluded, sites=["hall-0"])
    issued = body.step("dan", "renewed", "issue_renewal", item, languages=["en"])
    second = next(one.content for one in issued.items if one.item == "certificates/2")
    assert (second.predecessor, second.cycle, list(second.sites)) == (first.number, 2, ["hall-0"])
    paper = file(body, "renewed", Kind.KIND_PAPER)
    assert (paper.number, paper.state) == (second.number, "valid")
    decision = read_signed_decision(file(body, "renewed", Kind.KIND_DECISION).content)
    assert (decision.decision_statement.decision.outcome, decision.decision_statement.evaluation) == ("renew", name)
    token = file(body, "renewed", Kind.KIND_CREDENTIAL).content.decode()
    assert set(results(body, tmp_path, token, paper.content).values()) == {"passed"}
    assert results(body, tmp_path, old)["revocation"] == "failed"
