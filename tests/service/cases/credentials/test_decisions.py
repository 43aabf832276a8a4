"""Signed decisions: same bytes for key file and passkey, verified with a trust file alone."""

from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rules.contracts.errors import TrailError
from rules.trail.verify import CheckResult
from service.approval.approval_trust import Trust
from service.approval.signing_keys import public_half
from service.cases.command_handlers import verify
from service.cases.credentials.decisions import (
    ClosedFinding,
    DecidedFinding,
    PasskeySignature,
    SignedDecision,
    assemble_signed_decision,
    check_decision,
    check_signature,
    read_decision_statement,
    read_signed_decision,
    sign_with_key,
)
from service.cases.credentials.facts import TranslatedText
from service.cases.credentials.passkeys import accept_assertion, draw_nonce
from service.output.terminal.command_declarations import CommandResult
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


def test_a_key_file_and_a_passkey_can_sign_the_same_decision(trust: Trust) -> None:
    signed_decision = read_signed_decision(signed().written())
    assert failed(signed_decision, trust, report_en=b"report") == []
    assert failed(signed_decision, trust, report_en=b"another") == ["attachments"]
    assert failed(signed_decision, trust, record="00" * 32) == ["record"]


def test_all_deciders_must_sign(trust: Trust) -> None:
    signed_decision = signed()
    assert failed(signed_decision.model_copy(update={"signatures": signed_decision.signatures[:1]}), trust) == [
        "signatures"
    ]
    assert failed(signed_decision.model_copy(update={"signatures": signed_decision.signatures[:1] * 2}), trust) == [
        "signatures"
    ]


def test_only_deciders_can_sign() -> None:
    with pytest.raises(TrailError, match="carl is not a decider"):
        sign_with_key(decision(), "carl", KEY)


def test_a_signature_does_not_count_for_another_statement_or_person(trust: Trust) -> None:
    for signature in signed().signatures:
        with pytest.raises(TrailError):
            check_signature(decision(grade="five-star"), signature, trust)
        other = "bo" if signature.person == "anna" else "anna"
        with pytest.raises(TrailError, match="does not list the key"):
            check_signature(decision(), signature.model_copy(update={"person": other}), trust)


@pytest.mark.parametrize("more", [{"first_day": "2026-12-01"}, {"last_day": "2026-11-19"}, {"compromised": True}])
def test_a_passkey_is_valid_only_within_its_period_and_unless_compromised(tmp_path: Path, more: dict[str, Any]) -> None:
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


def test_an_assertion_is_accepted_once_and_only_for_its_own_challenge(trust: Trust) -> None:
    statement, nonce, passkey = decision(), draw_nonce(), trust.passkey(PASSKEY.credential)
    answer = PASSKEY.answer(statement.digest, nonce)
    count = accept_assertion(answer, statement.digest, passkey, nonce=nonce, sign_count=PASSKEY.count - 1)
    with pytest.raises(TrailError, match="count"):
        accept_assertion(answer, statement.digest, passkey, nonce=nonce, sign_count=count)
    with pytest.raises(TrailError, match="another request"):
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


FINDING = DecidedFinding(
    name="findings/2", requirement="§5.1", severity="minor", statement="A meter has no seal.", state="open",
    raised_date="2026-11-01", state_date="2026-11-02", due_date="2026-12-01",
)  # fmt: skip


def test_a_statement_has_stable_bytes_and_always_contains_the_findings_field() -> None:
    content = decision().content
    assert decision().digest == "36b4c9e941ebcb3f0d7471981fc67a2c11f33e884c1a5e53337b000a6096c63d"
    assert b'"findings":[],' in content
    with pytest.raises(TrailError):
        read_decision_statement(content.replace(b'"findings":[],', b""))


def test_findings_are_ordered_by_number() -> None:
    tenth = FINDING.model_copy(update={"name": "findings/10"})
    assert decision(findings=(FINDING, tenth)).decision.findings == (FINDING, tenth)
    for wrong in ((tenth, FINDING), (FINDING, FINDING)):
        with pytest.raises(TrailError):
            decision(findings=wrong)


@pytest.mark.parametrize(("language", "none"), [("en", "No finding was raised."), ("zh", "未提出任何发现。")])
def test_verification_prints_the_findings_and_conditions(tmp_path: Path, language: str, none: str) -> None:
    trust_of(tmp_path, PEOPLE)
    file, condition = tmp_path / "decision.json", TranslatedText(en="Seal the meter.", zh="为仪表加封。")

    def verified(**more: Any) -> CommandResult:
        statement = decision(deciders=("anna",), **more)
        file.write_bytes(assemble_signed_decision(statement, (sign_with_key(statement, "anna", KEY),)).written())
        return verify(file, tmp_path / "trust.json", None, None, language)

    named = verified(findings=(FINDING,), conditions=(condition,))
    (row,) = (line for line in named.text.splitlines() if line.startswith("findings/2"))
    for cell in ("minor", "§5.1", "2026-11-01", "open", "2026-11-02", "2026-12-01", "A meter has no seal."):
        assert cell in row
    assert "Seal the meter. / 为仪表加封。" in named.text
    assert named.document["findings"] == [FINDING.model_dump(mode="json")]
    assert none in verified(findings=()).text


def test_a_statement_has_only_one_valid_encoding() -> None:
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
