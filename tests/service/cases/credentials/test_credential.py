"""Offline check of a credential by a third party: issuer, content, status and named files."""

import base64
import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from click.testing import Result
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, SECP384R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from rules.contracts.canonical import Json
from rules.contracts.errors import InputError, TrailError
from rules.trail.verify import CheckResult
from service.base.base64url import to_base64url
from service.cases.credentials.conformity import conformity_credential
from service.cases.credentials.facts import AssessmentLevel
from service.cases.credentials.jose import (
    IssuingKey,
    did_address,
    did_document,
    method_id,
    public_jwk,
    read_credential,
    read_issuing_key,
    sign_credential,
)
from service.cases.credentials.status_lists import ENTRIES, StatusPurpose, draw_place, status_list
from service.cases.credentials.verification import CredentialContext, verify_certificate_credential
from tests.support.certificates import (
    DID,
    FILES,
    NOW,
    PLACES,
    REVOCATION,
    SUSPENSION,
    credential,
    credential_context,
    facts,
)
from tests.support.commands import touchstone

EC, ED = generate_private_key(SECP256R1()), Ed25519PrivateKey.generate()
REQUIRED = {
    "type": "object",
    "required": ["@context", "id", "issuer", "credentialSubject"],
    "properties": {
        "issuer": {"required": ["id", "name"], "propertyNames": {"enum": ["type", "id", "name", "issuerAlsoKnownAs"]}},
        "validFrom": {"format": "date-time"},
        "credentialSubject": {
            "required": ["id", "assessorLevel", "assessmentLevel", "attestationType", "issuedToParty"],
            "properties": {
                "assessment": {
                    "items": {
                        "required": ["id", "conformance", "conformityTopic"],
                        "properties": {
                            "conformance": {"type": "boolean"},
                            "referenceStandard": {
                                "required": ["issuingParty"],
                                "propertyNames": {"enum": ["type", "id", "name", "issuingParty", "issueDate"]},
                            },
                            "assessmentCriteria": {
                                "items": {"required": ["id", "name", "description", "conformityTopic", "status"]}
                            },
                            "assessedFacility": {"items": {"properties": {"facility": {"required": ["id", "name"]}}}},
                        },
                    }
                },
                "authorisation": {"items": {"required": ["id", "name", "issuingAuthority"]}},
                "scope": {"required": ["issuingParty"]},
            },
        },
    },
}
"""JSON schema of the publisher's requirements for a credential, written by us."""


def failed(token: str, against: CredentialContext, instant: datetime = NOW) -> list[str]:
    return [
        one.name
        for one in verify_certificate_credential(token, against, instant)
        if one.result is not CheckResult.PASSED
    ]


@pytest.mark.parametrize("key", [EC, ED], ids=["ES256", "Ed25519"])
def test_a_credential_is_valid_with_both_signature_algorithms(key: IssuingKey) -> None:
    token = sign_credential(credential(), DID, key)
    checks = verify_certificate_credential(token, credential_context(key), NOW)
    assert all(check.result is CheckResult.PASSED for check in checks), checks
    header, content = read_credential(token)
    assert (header["typ"], header["cty"], header["kid"]) == ("vc+jwt", "vc", method_id(DID, public_jwk(key)))
    assert header["alg"] == ("Ed25519" if key is ED else "ES256")
    assert not {"vc", "iat", "nbf"} & content.keys()


def test_a_credential_contains_the_content_of_the_certificate() -> None:
    document = credential()
    jsonschema_rs.Draft202012Validator(REQUIRED, validate_formats=True).validate(document)
    subject = document["credentialSubject"]
    assert (document["validFrom"], document["validUntil"]) == ("2026-11-22T00:00:00+08:00", "2027-11-21T23:59:59+08:00")
    assert subject["issuedToParty"]["registeredId"] == "91310000MA1FL0000X"
    assert subject["assessment"][0]["assessmentCriteria"][0]["performanceLevel"] == "three-star"
    assert [one["digestSRI"][:7] for one in document["relatedResource"]] == ["sha384-"] * 3
    assert "validUntil" not in credential(valid_until=None)
    assert "description" not in credential(conditions=())
    assert credential(level=AssessmentLevel.VERIFIED, authorisations=())["credentialSubject"]["authorisation"] == []


def test_a_decision_that_the_facts_do_not_name_is_not_linked() -> None:
    paper, bundle, decided = FILES.values()
    with pytest.raises(ValueError, match="decision"):
        conformity_credential(facts(), paper=paper, bundle=bundle, decision=decided, places=PLACES)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("key", [EC, ED], ids=["ES256", "Ed25519"])
def test_any_changed_character_fails(key: IssuingKey) -> None:
    token, against = sign_credential(credential(), DID, key), credential_context(key)
    for place in (*range(0, len(token), 97), len(token) - 1, len(token) - 2):
        changed = "B" if token[place] != "B" else "C"
        assert failed(f"{token[:place]}{changed}{token[place + 1 :]}", against), place


def test_a_suspension_and_a_revocation_show_by_the_lists() -> None:
    token = sign_credential(credential(), DID, EC)
    assert failed(token, credential_context(EC, suspended=[94_566, 94_568], revoked=[6, 8])) == []
    assert failed(token, credential_context(EC, suspended=[94_567])) == ["suspension"]
    assert failed(token, credential_context(EC, revoked=[7])) == ["revocation"]


def test_an_unavailable_status_list_is_a_failure() -> None:
    token, both = sign_credential(credential(), DID, EC), ["revocation", "suspension"]
    assert failed(token, replace(credential_context(EC), lists={})) == both
    assert failed(token, credential_context(EC, made=NOW - timedelta(minutes=5))) == []
    assert failed(token, credential_context(EC, made=NOW - timedelta(minutes=5, seconds=1))) == both
    assert failed(token, credential_context(EC, made=NOW - timedelta(days=1, seconds=1))) == both
    assert failed(token, credential_context(EC, signer=ED)) == both
    lists = credential_context(EC).lists
    swapped = {SUSPENSION: lists[REVOCATION], REVOCATION: lists[SUSPENSION]}
    assert failed(token, replace(credential_context(EC), lists=swapped)) == both


def test_an_exchanged_file_is_detected() -> None:
    token, address = sign_credential(credential(), DID, EC), FILES["paper.pdf"].address
    assert failed(token, replace(credential_context(EC), files={address: b"another"})) == ["files"]
    assert failed(token, replace(credential_context(EC), files={"download.pdf": b"paper.pdf"})) == []


def test_a_credential_is_valid_only_within_its_validity_period() -> None:
    token = sign_credential(credential(), DID, EC)
    for instant in (datetime(2026, 11, 21, 15, 59, tzinfo=UTC), datetime(2027, 11, 21, 16, tzinfo=UTC)):
        assert failed(token, credential_context(EC, made=instant), instant) == ["signature"]


def test_an_unknown_key_or_the_key_of_another_issuer_is_refused() -> None:
    against = credential_context(EC)
    assert failed(sign_credential(credential(), DID, ED), against) == ["signature"]
    other = sign_credential(credential() | {"issuer": {"id": "did:web:other.example", "name": "x"}}, DID, EC)
    assert failed(other, against) == ["signature"]
    retired = replace(against, document=json.loads(did_document(DID, [public_jwk(ED), public_jwk(EC)])))
    assert failed(sign_credential(credential(), DID, EC), retired) == []
    compromised = replace(against, document=json.loads(did_document(DID, [public_jwk(ED)])))
    assert failed(sign_credential(credential(), DID, EC), compromised) == ["signature", "revocation", "suspension"]


def without_subject(document: dict[str, Any]) -> object:
    return document.pop("credentialSubject")


def without_status(document: dict[str, Any]) -> object:
    return document.pop("credentialStatus")


def of_another_version(document: dict[str, Any]) -> object:
    return document["@context"].__setitem__(1, "https://test.uncefact.org/vocabulary/untp/dcc/0.7.0/")


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (without_subject, ["form"]),
        (without_status, ["form", "revocation", "suspension"]),
        (of_another_version, ["form"]),
    ],
)
def test_an_incomplete_credential_fails(change: Callable[[dict[str, Any]], object], wrong: list[str]) -> None:
    document = credential()
    change(document)
    assert failed(sign_credential(document, DID, EC), credential_context(EC)) == wrong


@pytest.mark.parametrize("token", ["", "a.b.c", "e30.e30.e30", "e30.W10.AA", f"{to_base64url(b'{}')}..AA"])
def test_a_malformed_credential_fails_every_check(token: str) -> None:
    assert failed(token, credential_context(EC)) == ["form", "signature", "revocation", "suspension", "files"]


def test_an_unsigned_token_or_another_algorithm_is_refused() -> None:
    _, payload, signature = sign_credential(credential(), DID, EC).split(".")
    for alg in ("none", "HS256", "Ed25519", "EdDSA"):
        header = {"alg": alg, "typ": "vc+jwt", "cty": "vc", "kid": method_id(DID, public_jwk(EC))}
        token = f"{to_base64url(json.dumps(header).encode())}.{payload}.{signature}"
        assert "signature" in failed(token, credential_context(EC))


def test_a_status_list_has_a_bit_for_each_of_its_entries() -> None:
    document = status_list(
        address=SUSPENSION, did=DID, purpose=StatusPurpose.SUSPENSION, places=[0, 9, ENTRIES - 1], instant=NOW
    )
    subject = document["credentialSubject"]
    assert isinstance(subject, dict)
    assert subject["ttl"] == 300_000
    encoded = str(subject["encodedList"])
    assert encoded.startswith("u")
    bits = gzip.decompress(base64.urlsafe_b64decode(encoded[1:] + "=" * (-len(encoded[1:]) % 4)))
    assert (len(bits), bits[:2], bits[-1]) == (16_384, b"\x80\x40", 1)
    with pytest.raises(InputError):
        status_list(address=SUSPENSION, did=DID, purpose=StatusPurpose.SUSPENSION, places=[ENTRIES], instant=NOW)


def test_a_random_index_is_chosen_among_unused_indexes() -> None:
    assert draw_place(range(7), 8) == 7
    assert 0 <= draw_place(()) < ENTRIES


def test_a_did_is_served_under_its_own_domain() -> None:
    assert did_address(DID) == "https://body.example/.well-known/did.json"
    assert did_address("did:web:localhost%3A8443:a:b") == "https://localhost:8443/a/b/did.json"
    for wrong in ("did:key:z6", "did:web:", "did:web:a::b"):
        with pytest.raises(InputError):
            did_address(wrong)
    with pytest.raises(InputError, match="secp384r1"):
        public_jwk(generate_private_key(SECP384R1()))


def test_a_status_list_that_decompresses_to_an_excessive_size_is_refused() -> None:
    bomb = status_list(address=SUSPENSION, did=DID, purpose=StatusPurpose.SUSPENSION, places=[], instant=NOW)
    subject = bomb["credentialSubject"]
    assert isinstance(subject, dict)
    packed = f"u{to_base64url(gzip.compress(bytes(64 * ENTRIES // 8 + 1), mtime=0))}"
    token = sign_credential({**bomb, "credentialSubject": {**subject, "encodedList": packed}}, DID, EC)
    against = credential_context(EC)
    lists = {**against.lists, SUSPENSION: token}
    assert failed(sign_credential(credential(), DID, EC), replace(against, lists=lists)) == ["suspension"]
    with pytest.raises(TrailError):
        read_credential(token[:-1])


def test_a_key_file_must_be_readable_only_by_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    for key in (EC, ED):
        path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        path.chmod(0o600)
        assert public_jwk(read_issuing_key(path)) == public_jwk(key)
    path.chmod(0o644)
    with pytest.raises(InputError, match="Other users can read"):
        read_issuing_key(path)
    path.chmod(0o600)
    path.write_text("no key")
    with pytest.raises(InputError, match="is not a P-256 or Ed25519 key"):
        read_issuing_key(path)


@pytest.fixture
def shown(tmp_path: Path) -> Path:
    """Write the files that a relying party fetches: DID document and lists as the issuer publishes them now."""
    published = credential_context(EC, made=datetime.now(UTC).replace(microsecond=0))
    (tmp_path / "did.json").write_text(json.dumps(published.document), encoding="utf-8")
    for number, token in enumerate(published.lists.values()):
        (tmp_path / f"list-{number}.jwt").write_text(token, encoding="ascii")
    (tmp_path / "paper.pdf").write_bytes(FILES["paper.pdf"].content)
    return tmp_path


def checked(shown: Path, content: dict[str, Any], *more: object) -> Result:
    (shown / "credential.jwt").write_text(sign_credential(content, DID, EC), encoding="ascii")
    lists = ("--list", shown / "list-0.jwt", "--list", shown / "list-1.jwt")
    return touchstone("case", "credential", shown / "credential.jwt", "--did", shown / "did.json", *lists, *more)


def test_the_command_compares_only_attached_files_and_counts_each_once(shown: Path) -> None:
    alone = checked(shown, credential())
    assert (alone.exit_code, len(alone.stdout.splitlines())) == (0, 4), alone.output
    copies = ("--attached", shown / "paper.pdf") * 4
    (shown / "copy.pdf").write_bytes(FILES["paper.pdf"].content)
    attached = checked(shown, credential(), *copies, "--attached", shown / "copy.pdf")
    assert attached.exit_code == 0
    assert "Files provided: 1 of 3." in attached.stdout


def test_a_name_in_the_credential_cannot_forge_a_line_of_the_answer(shown: Path) -> None:
    content = credential()
    content["credentialSubject"]["issuedToParty"]["name"] = "Works\n2. passed  signed by did:web:other.example"
    lines = checked(shown, content).stdout.splitlines()
    assert [line[:2] for line in lines] == ["1.", "2.", "3.", "4."]


@pytest.mark.parametrize("id", [{}, [1], 5, None])
def test_a_list_with_an_id_of_another_type_is_a_missing_list(shown: Path, id: Json) -> None:
    other = sign_credential({"id": id}, DID, EC)
    (shown / "list-0.jwt").write_text(other, encoding="ascii")
    result = checked(shown, credential())
    assert result.exit_code == 1
    assert "is missing" in result.stdout
