"""PAdES signatures: levels and their reasons, unchanged content, verification by pyHanko and by pdfsig, renewal."""

from __future__ import annotations

import asyncio
import io
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import orjson
import pypdf
import pytest
from asn1crypto import cms, core, tsp
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESPassed
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.ades import ades_lta_validation, simulate_future_ades_lta_validation
from pyhanko.sign.validation.policy_decl import PdfSignatureValidationSpec, SignatureValidationSpec
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.policy_decl import REQUIRE_REVINFO, CertRevTrustPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager

from rules.contracts import in_language
from rules.contracts.errors import InputError, TrailError
from service.base.extras import missing_extra_error
from service.cases.credentials.paper import certificate_paper
from service.cases.credentials.pdf_signatures import SIGNATURE_FIELD, PaperSigner
from service.cases.credentials.signature_settings import PdfSignatureSettings, SignatureLevel
from service.cases.credentials.signing_identity import read_signing_identity
from tests.service.cases.credentials.test_paper import BUNDLE, DECISION, english
from tests.support.outside import program
from tests.support.signing_authority import SigningAuthority, signing_authority


@pytest.fixture(scope="module")
def paper() -> bytes:
    return certificate_paper(english(), [BUNDLE, DECISION])


@pytest.fixture
def authority() -> Iterator[SigningAuthority]:
    with signing_authority() as running:
        yield running


def signer(authority: SigningAuthority, folder: Path, *, url: str | None = None, **changes: Any) -> PaperSigner:
    section = tomllib.loads(authority.write_files(folder, form=changes.pop("form", "pkcs12")))["pdf_signature"]
    settings = PdfSignatureSettings.model_validate_json(orjson.dumps({**section, **changes}))
    identity = read_signing_identity(folder, settings)
    return PaperSigner(identity, "Example Certification", f"{authority.url}/tsa" if url is None else url)


def roots(authority: SigningAuthority) -> list[Any]:
    from asn1crypto import x509  # noqa: PLC0415 -- used here only
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415

    return [x509.Certificate.load(authority.root.public_bytes(Encoding.DER))]


def check_archive(content: bytes, authority: SigningAuthority, later: timedelta | None = None) -> None:
    """Check the level B-LTA by ETSI EN 319 102-1 without any network access, now or at a later time."""
    policy = CertValidationPolicySpec(
        trust_manager=SimpleTrustManager.build(trust_roots=roots(authority)),
        revinfo_policy=CertRevTrustPolicy(REQUIRE_REVINFO),
    )
    spec = PdfSignatureValidationSpec(SignatureValidationSpec(cert_validation_policy=policy))
    (embedded,) = PdfFileReader(io.BytesIO(content)).embedded_regular_signatures
    if later is None:
        result = asyncio.run(ades_lta_validation(embedded, spec))
    else:
        result = asyncio.run(simulate_future_ades_lta_validation(embedded, spec, datetime.now(UTC) + later))
    assert result.ades_subindic == AdESPassed.OK, result


def check_unchanged(paper: bytes, signed: bytes) -> None:
    """Check that the signature is appended, and that the file remains PDF/A-3 with its attachments."""
    assert signed.startswith(paper)
    reader, original = (pypdf.PdfReader(io.BytesIO(content)) for content in (signed, paper))
    root: Any = reader.trailer["/Root"]
    old: Any = original.trailer["/Root"]
    assert root["/Metadata"].get_data() == old["/Metadata"].get_data()  # PDF/A-3 and its schemas
    profiles = [each["/OutputIntents"][0]["/DestOutputProfile"].get_data() for each in (root, old)]
    assert profiles[0] == profiles[1]
    assert reader.metadata == original.metadata
    assert reader.attachments.keys() == original.attachments.keys() == {"bundle.json", "decision.json"}
    assert [page.extract_text() for page in reader.pages] == [page.extract_text() for page in original.pages]
    widget: Any = next(
        annotation.get_object() for page in reader.pages for annotation in page.get("/Annots", ())
        if annotation.get_object().get("/FT") == "/Sig"
    )  # fmt: skip
    assert widget["/F"] & 4  # PDF/A: printed
    assert not widget["/F"] & 3  # PDF/A: not hidden or invisible


@pytest.mark.parametrize("form", ["pkcs12", "pem"])
def test_the_highest_level_has_time_stamps_and_revocation_data(
    authority: SigningAuthority, paper: bytes, tmp_path: Path, form: str
) -> None:
    signature = signer(authority, tmp_path, form=form).sign(paper)
    assert (signature.level, signature.problem) == (SignatureLevel.ARCHIVE, None)
    assert signature.renew_by == authority.stamp_leaf.not_valid_after_utc.date().isoformat()
    check_unchanged(paper, signature.content)
    reader = PdfFileReader(io.BytesIO(signature.content))
    assert [each.field_name for each in reader.embedded_regular_signatures] == [SIGNATURE_FIELD]
    assert len(reader.embedded_timestamp_signatures) == 1
    check_archive(signature.content, authority)
    assert {"/ocsp", "/root.crl", "/tsa"} == set(authority.requested)


def test_a_changed_byte_invalidates_the_signature(authority: SigningAuthority, paper: bytes, tmp_path: Path) -> None:
    signed = bytearray(signer(authority, tmp_path).sign(paper).content)
    signed[len(paper) // 2] ^= 1
    embedded = PdfFileReader(io.BytesIO(bytes(signed)), strict=False).embedded_regular_signatures[0]
    status = validate_pdf_signature(embedded, ValidationContext(trust_roots=roots(authority)))
    assert not status.intact


def test_each_lower_level_states_its_reason(authority: SigningAuthority, paper: bytes, tmp_path: Path) -> None:
    def level(**changes: Any) -> tuple[SignatureLevel, str, str]:
        signature = signer(authority, tmp_path, **changes).sign(paper)
        check_unchanged(paper, signature.content)
        embedded = PdfFileReader(io.BytesIO(signature.content)).embedded_regular_signatures[0]
        status = validate_pdf_signature(embedded, ValidationContext(trust_roots=roots(authority)))
        assert status.bottom_line
        assert (status.timestamp_validity is not None) == (signature.level is not SignatureLevel.BASIC)
        problem = signature.problem
        assert problem is not None
        return signature.level, in_language(problem, "en"), in_language(problem, "zh")

    basic, time = SignatureLevel.BASIC, SignatureLevel.TIME
    told, english, chinese = level(url="")
    assert (told, "TOUCHSTONE_TIME_STAMP_URL" in english, "时间戳" in chinese) == (basic, True, True)
    told, english, _ = level(authority_roots=None)
    assert (told, "authority_roots" in english) == (time, True)
    authority.failing = {"/root.crl"}
    told, english, chinese = level()
    assert (told, "Test stamps" in english, "吊销" in chinese) == (time, True, True)
    authority.failing = {"/ocsp"}
    told, english, _ = level()
    assert (told, "seal" in english) == (time, True)
    authority.failing = {"/tsa"}
    told, english, _ = level()
    assert (told, "503" in english) == (basic, True)
    authority.failing = set()
    authority.revoked = {authority.leaf.serial_number}
    told, english, _ = level()
    assert (told, "revoked" in english) == (time, True), english


def _refusing_stamp() -> bytes:
    status: bytes = tsp.PKIStatusInfo({"status": "rejection", "status_string": ["no"]}).dump()
    return bytes([0x30, len(status)]) + status


def _stamp(authority: SigningAuthority, *, certificates: bool = True, garbage: bool = False) -> bytes:
    """Return a stamp of other content, optionally without certificates, or with one that cannot be read."""
    imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": bytes(32)}
    request = tsp.TimeStampReq({"version": "v1", "message_imprint": imprint, "nonce": 5, "cert_req": True})
    answer = tsp.TimeStampResp.load(authority.stamp(request.dump()))
    signed = answer["time_stamp_token"]["content"]
    if not certificates:
        signed["certificates"] = cms.CertificateSet([])
    if garbage:
        signed["certificates"] = cms.CertificateSet([cms.CertificateChoices({"other": {
            "other_cert_format": "1.2.3", "other_cert": core.Integer(5),
        }})])  # fmt: skip
    return bytes(answer.dump(force=True))


@pytest.mark.parametrize("content", [
    lambda _: b"", lambda _: b"<html>login</html>", lambda _: b"\x30\x00", lambda _: b"\x30\x82\xff\xff",
    lambda _: _refusing_stamp(), _stamp, partial(_stamp, certificates=False), partial(_stamp, garbage=True),
])  # fmt: skip
def test_an_unusable_answer_of_the_authority_leaves_a_signature_without_time_stamp(
    authority: SigningAuthority, paper: bytes, tmp_path: Path, content: Callable[[SigningAuthority], bytes]
) -> None:
    authority.wrong = {"/tsa": content(authority)}
    signature = signer(authority, tmp_path).sign(paper)
    assert signature.level is SignatureLevel.BASIC
    assert signature.problem
    with pytest.raises(TrailError):
        signer(authority, tmp_path).renew(signature.content)


@pytest.mark.parametrize("path", ["/ocsp", "/root.crl"])
@pytest.mark.parametrize("content", [b"", b"<html>login</html>", b"\x30\x00", b"-----BEGIN X509 CRL-----\n"])
def test_unusable_revocation_data_leaves_a_signature_without_archive_level(
    authority: SigningAuthority, paper: bytes, tmp_path: Path, path: str, content: bytes
) -> None:
    authority.wrong = {path: content}
    signature = signer(authority, tmp_path).sign(paper)
    assert signature.level is SignatureLevel.TIME
    assert path in str(signature.problem)


def test_an_authority_under_another_root_yields_no_archive_level(
    authority: SigningAuthority, paper: bytes, tmp_path: Path
) -> None:
    with signing_authority() as other:
        requested = len(other.requested)
        signature = signer(authority, tmp_path, url=f"{other.url}/tsa").sign(paper)
        assert signature.level is SignatureLevel.TIME
        assert "authority_roots" in str(signature.problem)
        assert {*other.requested[requested:]} == {"/tsa"}  # addresses of untrusted certificates are not called


def test_an_archive_time_stamp_is_renewed_before_its_certificate_expires(paper: bytes, tmp_path: Path) -> None:
    with signing_authority(stamp_days=10) as authority:
        first = signer(authority, tmp_path).sign(paper)
        assert first.renew_by == (datetime.now(UTC) + timedelta(days=10)).date().isoformat()
        authority.renew_stamps(900)
        renewed = signer(authority, tmp_path).renew(first.content)
        assert renewed.content.startswith(first.content)
        assert renewed.renew_by > first.renew_by
        reader = PdfFileReader(io.BytesIO(renewed.content))
        assert len(reader.embedded_timestamp_signatures) == 2
        check_archive(renewed.content, authority)
        check_archive(renewed.content, authority, timedelta(days=400))
        authority.failing = {"/tsa"}
        with pytest.raises(TrailError, match="503"):
            signer(authority, tmp_path).renew(first.content)


def test_pdfsig_verifies_the_signature(authority: SigningAuthority, paper: bytes, tmp_path: Path) -> None:
    pdfsig = program("pdfsig", "the signature is verified by pyHanko only")
    file = tmp_path / "signed.pdf"
    file.write_bytes(signer(authority, tmp_path).sign(paper).content)
    output = subprocess.run([pdfsig, "-nocert", file], capture_output=True, text=True, check=False).stdout  # noqa: S603 -- our own file
    assert "ETSI.CAdES.detached" in output
    assert "Example Certification (seal)" in output
    assert "Signature is Valid." in output


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"key": "none.p12"}, "cannot be read"),
        ({"password_file": None}, "password is wrong"),
        ({"form": "pem", "chain": None}, "'chain'"),
        ({"form": "pem", "chain": "authority.pem"}, "No certificate belongs to the key"),
        ({"chain": "seal.password"}, "cannot be read"),
        ({"authority_roots": "none.pem"}, "cannot be read"),
    ],
)
def test_unusable_files_are_refused_with_the_next_step(
    authority: SigningAuthority, tmp_path: Path, changes: dict[str, Any], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        signer(authority, tmp_path, **changes)


def test_a_key_that_others_may_read_is_refused(authority: SigningAuthority, tmp_path: Path) -> None:
    section = tomllib.loads(authority.write_files(tmp_path))["pdf_signature"]
    (tmp_path / "seal.p12").chmod(0o644)
    settings = PdfSignatureSettings.model_validate_json(orjson.dumps(section))
    with pytest.raises(InputError, match="0600"):
        read_signing_identity(tmp_path, settings)
    (tmp_path / "seal.p12").chmod(0o600)
    (tmp_path / "seal.password").write_text("wrong")
    with pytest.raises(InputError, match="password is wrong"):
        read_signing_identity(tmp_path, settings)


def test_a_file_outside_the_folder_cannot_be_named() -> None:
    with pytest.raises(ValueError, match="pattern"):
        PdfSignatureSettings(key="../seal.p12")


def test_a_missing_optional_package_is_named(
    authority: SigningAuthority, paper: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyhanko.pdf_utils.incremental_writer", None)
    with pytest.raises(ModuleNotFoundError) as missing:
        signer(authority, tmp_path).sign(paper)
    assert "certificates" in str(missing_extra_error(missing.value))


def test_an_expired_certificate_is_refused_with_its_last_day(authority: SigningAuthority, tmp_path: Path) -> None:
    authority.leaf = authority.certificate("Example Certification (seal)", authority.key.public_key(), days=0)
    with pytest.raises(InputError, match=str(authority.leaf.not_valid_after_utc.date())):
        signer(authority, tmp_path)
