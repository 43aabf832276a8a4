"""Signed decisions on a server with identities: by key file and by passkey, and refused signatures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from service.approval.signing_keys import public_half
from service.base.base64url import to_base64url
from service.cases.credentials.decisions import (
    PasskeySignature,
    assemble_signed_decision,
    read_decision_statement,
    read_signed_decision,
    sign_with_key,
)
from tests.support.calling import Refused, refused
from tests.support.casework import PARENT, PROFILE, REPORT, Body
from tests.support.certificates import ORIGIN, RP_ID, Passkey
from tests.support.running import RunningServer
from touchstone.v1 import case_service_pb2 as cases

pytestmark = pytest.mark.full

SIGNED = PROFILE.replace("guards = {}", 'guards = { "case.grant" = ["decision_signed"] }')
KEY, OTHER = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[Body]:
    with RunningServer(tmp_path_factory.mktemp("decisions"), gazette, TOUCHSTONE_API_KEYS="true") as running:
        body = Body(running)
        body.begin()
        body.profile(SIGNED)
        for person, key in (("dan", KEY), ("eva", OTHER)):
            enrolled = cases.CasePersonKey(public=public_half(key), first_date="2026-01-01")
            body.register(person, revision=1, functions=["application", "review", "decision"], keys=[enrolled])
        yield body


def granting(name: str) -> dict[str, Any]:
    return {"evaluation": name, "report_digest": REPORT, "sites": ["hall-0", "hall-1"]}


def prepare(body: Body, case: str, person: str = "dan", **more: Any) -> cases.CaseDecision:
    content = more.pop("content")
    asked = body.asked(case, "grant", **content)
    request = cases.PrepareCaseDecisionRequest(
        name=asked.name, step="grant", revision=asked.revision, reason=asked.reason, content=asked.content, **more
    )
    prepared: cases.CaseDecision = body.call(person, "PrepareCaseDecision")(request)
    return prepared


def by_key(prepared: cases.CaseDecision, key: Ed25519PrivateKey = KEY, person: str = "dan") -> bytes:
    statement = read_decision_statement(prepared.statement)
    return assemble_signed_decision(statement, (sign_with_key(statement, person, key),)).written()


def taking(body: Body, case: str, signed: bytes, **content: Any) -> cases.TakeCaseStepRequest:
    request = body.asked(case, "grant", **content)
    request.signed_decision = signed
    return request


def refused_with(body: Body, case: str, signed: bytes, person: str = "dan", **content: Any) -> Refused:
    return refused(body.call(person, "TakeCaseStep"), taking(body, case, signed, **content))


def test_a_decision_is_signed_by_key(body: Body) -> None:
    name = body.to_recommendation("by-key")
    fields = granting(name)
    assert "signed decision" in body.refused("dan", "by-key", "grant", **fields).message
    assert "signed decision" in body.refused("dan", "by-key", "grant", decision_digest="ab" * 32, **fields).message
    prepared = prepare(body, "by-key", content=fields)
    assert "eva" not in read_decision_statement(prepared.statement).decision.deciders
    foreign = refused_with(body, "by-key", by_key(prepared, OTHER), **fields)
    assert "signed_decision" in foreign.violations
    narrower = {**fields, "sites": ["hall-0"]}
    assert set(refused_with(body, "by-key", by_key(prepared), **narrower).violations) == {"signed_decision.sites"}
    assert "signed_decision" in refused_with(body, "by-key", by_key(prepared), "eva", **fields).violations
    changed = by_key(prepare(body, "by-key", content=narrower))
    assert set(refused_with(body, "by-key", changed, **fields).violations) == {"signed_decision.sites"}
    assert "signed_decision" in refused_with(body, "by-key", b"{}", **fields).violations
    signed = by_key(prepared)
    granted = body.call("dan", "TakeCaseStep")(taking(body, "by-key", signed, **fields))
    assert granted.state == "granted"
    assert read_signed_decision(signed).decision_statement.digest == prepared.digest
    assert granted.steps[-1].content.decision_digest == granted.content.decision_digest
    assert "EVALUATED" not in granted.state


def test_the_statement_names_the_findings_of_the_case(body: Body) -> None:
    body.to_evaluation("found")
    body.step("ada", "found", "raise", severity="observation", requirement="§5.1", statement="A meter has no seal.")
    name = body.evaluate()
    body.step("ada", "found", "conclude", evaluation=name, report_digest=REPORT)
    body.step("ada", "found", "hand_over")
    body.step("dan", "found", "recommend", evaluation=name, report_digest=REPORT)
    fields = granting(name)
    prepared = prepare(body, "found", content=fields)
    (finding,) = read_decision_statement(prepared.statement).decision.findings or ()
    assert (finding.name, finding.statement, finding.state) == ("findings/1", "A meter has no seal.", "open")
    assert finding.raised_date == finding.state_date
    assert finding.due_date is not None
    assert body.call("dan", "TakeCaseStep")(taking(body, "found", by_key(prepared), **fields)).state == "granted"


def test_two_persons_must_sign_a_decision(body: Body) -> None:
    body.profile(SIGNED.replace('["decision_signed"]', '["decision_signed", "two_decide"]'))
    name = body.to_recommendation("two")
    fields = granting(name)
    alone = body.asked("two", "grant", **fields)
    request = cases.PrepareCaseDecisionRequest(
        name=alone.name, step="grant", revision=alone.revision, reason=alone.reason, content=alone.content
    )
    assert "two persons" in refused(body.call("dan", "PrepareCaseDecision"), request).message
    request.other_deciders.append("ada")
    assert "other_deciders" in refused(body.call("dan", "PrepareCaseDecision"), request).violations
    request.other_deciders[:] = ["eva"]
    statement = read_decision_statement(body.call("dan", "PrepareCaseDecision")(request).statement)
    first = sign_with_key(statement, "dan", KEY)
    half = refused_with(body, "two", assemble_signed_decision(statement, (first,)).written(), **fields)
    assert "eva" in half.violations["signed_decision"]
    both = assemble_signed_decision(statement, (first, sign_with_key(statement, "eva", OTHER))).written()
    assert body.call("dan", "TakeCaseStep")(taking(body, "two", both, **fields)).state == "granted"
    body.profile(SIGNED)


def test_a_decision_is_signed_by_passkey(body: Body) -> None:
    passkey, foreign = Passkey("dan"), Passkey("foreign")
    enrolled = cases.CasePersonPasskey(
        credential=passkey.credential, public=passkey.public, rp_id=RP_ID, origins=[ORIGIN], first_date="2026-01-01"
    )
    body.register("dan", revision=2, functions=["application", "review", "decision", "appeal"], passkeys=[enrolled])
    save = body.call("operator", "SaveCasePerson")
    stolen = cases.CasePerson(person="eva", display_name="Eva", revision=2, passkeys=[enrolled])
    assert "dan" in refused(save, cases.SaveCasePersonRequest(parent=PARENT, case_person=stolen)).message
    name = body.to_recommendation("by-passkey")
    fields = granting(name)

    def signed(prepared: cases.CaseDecision, by: Passkey = passkey, nonce: str = "", **more: Any) -> bytes:
        statement = read_decision_statement(prepared.statement)
        assertion = by.answer(prepared.digest, nonce or prepared.nonce, **more)
        return assemble_signed_decision(statement, (PasskeySignature(person="dan", assertion=assertion),)).written()

    silent = prepare(body, "by-passkey", content={**fields, "conditions": ["c"]})
    assert not silent.nonce
    unasked = signed(silent, nonce=to_base64url(b"n" * 32))
    assert (
        "was not prepared for a passkey"
        in refused_with(body, "by-passkey", unasked, **fields, conditions=["c"]).violations["signed_decision"]
    )
    prepared = prepare(body, "by-passkey", content=fields, passkey=True)
    for wrong in (
        signed(prepared, foreign),
        signed(prepared, nonce=to_base64url(b"n" * 32)),
        signed(prepared, origin="https://evil.example"),
        signed(prepared, flags=0b001),
    ):
        assert "signed_decision" in refused_with(body, "by-passkey", wrong, **fields).violations
    once = signed(prepared)
    assert body.call("dan", "TakeCaseStep")(taking(body, "by-passkey", once, **fields)).state == "granted"
    again = body.to_recommendation("again")
    replayed = refused_with(body, "again", once, **granting(again))
    assert {"signed_decision.case", "signed_decision.evaluation"} <= set(replayed.violations)
