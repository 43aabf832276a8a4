"""Those who decide sign the same bytes, by key file or passkey, and a trust file alone checks them."""

from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rules.contracts.errors import TrailError
from rules.trail.verify import CheckResult
from service.approval.approval_trust import Trust
from service.approval.signing_keys import public_half
from service.cases.credentials.decisions import (
    ClosedFinding,
    PasskeySignature,
    SignedDecision,
    assemble_signed_decision,
    check_decision,
    check_signature,
    read_decision_statement,
    read_signed_decision,
    sign_with_key,
)
from service.cases.credentials.passkeys import accept_assertion, draw_nonce
from tests.support.certificates import RECORD, Passkey, decision, trust_of

KEY, PASSKEY = Ed25519PrivateKey.generate(), Passkey("bo")
PEOPLE: dict[str, dict[str, Any]] = {
    "anna": {"keys": [{"public": public_half(KEY), "first_day": "2026-01-01"}]},
    "bo": {"passkeys": [PASSKEY.enrolled()]},
}


@pytest.fixture
def trust(tmp_path: Path) -> Trust:
    return trust_of(tmp_path, PEOPLE)


def signed() -> SignedDecision:
    statement = decision()
    by_passkey = PasskeySignature(person="bo", assertion=PASSKEY.answer(statement.digest, draw_nonce()))
    return assemble_signed_decision(statement, (by_passkey, sign_with_key(statement, "anna", KEY)))


def failed(signed_decision: SignedDecision, trust: Trust, record: str = RECORD, **reports: bytes) -> list[str]:
    attachments = {name.replace("_", "."): content for name, content in reports.items()}
    checks = check_decision(signed_decision, trust, record_digest=record, attachments=attachments)
    return [check.name for check in checks if check.result is not CheckResult.PASSED]


def test_a_key_file_and_a_passkey_sign_one_decision(trust: Trust) -> None:
    signed_decision = read_signed_decision(signed().written())
    assert failed(signed_decision, trust, report_en=b"report") == []
    assert failed(signed_decision, trust, report_en=b"another") == ["attachments"]
    assert failed(signed_decision, trust, record="00" * 32) == ["record"]


def test_all_who_decide_have_to_sign(trust: Trust) -> None:
    signed_decision = signed()
    assert failed(signed_decision.model_copy(update={"signatures": signed_decision.signatures[:1]}), trust) == [
        "signatures"
    ]
    assert failed(signed_decision.model_copy(update={"signatures": signed_decision.signatures[:1] * 2}), trust) == [
        "signatures"
    ]


def test_only_those_who_decide_sign() -> None:
    with pytest.raises(TrailError, match="carl is not among those"):
        sign_with_key(decision(), "carl", KEY)


def test_a_signature_does_not_count_for_another_statement_or_person(trust: Trust) -> None:
    for signature in signed().signatures:
        with pytest.raises(TrailError):
            check_signature(decision(grade="five-star"), signature, trust)
        other = "bo" if signature.person == "anna" else "anna"
        with pytest.raises(TrailError, match="is not one of"):
            check_signature(decision(), signature.model_copy(update={"person": other}), trust)


@pytest.mark.parametrize("more", [{"first_day": "2026-12-01"}, {"last_day": "2026-11-19"}, {"compromised": True}])
def test_a_passkey_counts_on_its_days_and_while_it_is_safe(tmp_path: Path, more: dict[str, Any]) -> None:
    people = {**PEOPLE, "bo": {"passkeys": [PASSKEY.enrolled(**more)]}}
    assert failed(signed(), trust_of(tmp_path, people)) == ["signatures"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "https://desk.b0dy.example"}, {"rp_id": "b0dy.example"}, {"flags": 0b001}, {"flags": 0b100},
        {"kind": "webauthn.create"}, {"crossOrigin": True},
    ],
)  # fmt: skip
def test_a_foreign_assertion_is_refused(trust: Trust, wrong: dict[str, Any]) -> None:
    statement = decision()
    answer = PASSKEY.answer(statement.digest, draw_nonce(), **wrong)
    with pytest.raises(TrailError):
        check_signature(statement, PasskeySignature(person="bo", assertion=answer), trust)


def test_an_assertion_is_taken_once_and_for_its_own_asking(trust: Trust) -> None:
    statement, nonce, passkey = decision(), draw_nonce(), trust.passkey(PASSKEY.credential)
    answer = PASSKEY.answer(statement.digest, nonce)
    count = accept_assertion(answer, statement.digest, passkey, nonce=nonce, sign_count=PASSKEY.count - 1)
    with pytest.raises(TrailError, match="count"):
        accept_assertion(answer, statement.digest, passkey, nonce=nonce, sign_count=count)
    with pytest.raises(TrailError, match="another asking"):
        accept_assertion(answer, statement.digest, passkey, nonce=draw_nonce(), sign_count=0)
    with pytest.raises(TrailError, match="challenge"):
        accept_assertion(answer, decision(grade="A").digest, passkey, nonce=nonce, sign_count=0)
    other = passkey.model_copy(update={"credential": "other"})
    with pytest.raises(TrailError, match="another passkey"):
        accept_assertion(answer, statement.digest, other, nonce=nonce, sign_count=0)


@pytest.mark.parametrize("part", ["client_data", "authenticator_data", "signature", "nonce"])
def test_a_changed_byte_of_an_assertion_fails(trust: Trust, part: str) -> None:
    statement = decision()
    answer = PASSKEY.answer(statement.digest, draw_nonce())
    text = getattr(answer, part)
    for changed in (f"{'B' if text[0] != 'B' else 'C'}{text[1:]}", text[:-5], "A"):
        wrong = answer.model_copy(update={part: changed})
        with pytest.raises(TrailError):
            check_signature(statement, PasskeySignature(person="bo", assertion=wrong), trust)


def test_the_bytes_are_written_in_one_way() -> None:
    content = decision().content
    assert read_decision_statement(content) == decision()
    for wrong in (content + b" ", content.replace(b'["anna","bo"]', b'["bo","anna"]'), b"[]", b"{", b'{"a":1.5}'):
        with pytest.raises(TrailError):
            read_decision_statement(wrong)
    twice = (ClosedFinding(name="findings/1", digest="ef" * 32),) * 2
    with pytest.raises(TrailError):
        decision(closed_findings=twice)
    with pytest.raises(TrailError, match="twice"):
        decision(recused=("anna",))
    for wrong in (b"{}", signed().written() + b"\n"):
        with pytest.raises(TrailError):
            read_signed_decision(wrong)


def test_a_statement_that_is_no_statement_is_a_failed_check(trust: Trust) -> None:
    for statement in ("!", "e30="):
        wrong = signed().model_copy(update={"statement": statement})
        assert failed(wrong, trust) == ["statement", "signatures", "record", "attachments"]
