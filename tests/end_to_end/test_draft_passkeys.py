"""Passkey-signed version: from submission to repeal, with proof independent of the server."""

from __future__ import annotations

import base64
import dataclasses
import runpy
from pathlib import Path
from typing import Any

import orjson
import pytest

from rules.contracts import TrailError
from service.approval.approval_trust import read_trust
from service.approval.passkey_answers import KEY_PREFIX, PasskeyAnswer, version_challenge
from service.approval.review_status import check_approved
from service.approval.statements import PAYLOAD_TYPE, Act, read_statement
from service.gazette.versions import Gazette
from tests.support.calling import refused
from tests.support.certificates import RP_ID, Passkey
from tests.support.drafting import METHODS, SIGNING, Drafters, small_draft
from tests.support.running import ROOT
from tests.support.signing import Team
from touchstone.v1 import draft_pb2, scorecard_pb2

pytestmark = pytest.mark.full
VERIFIER = ROOT / "examples" / "verifier" / "verify_bundle.py"
PASSKEYS = {person: Passkey(person) for person in ("li.wei", "anna", "bo")}


@pytest.fixture(scope="module")
def team(folder: Path) -> Team:
    enrolled = {person: [passkey.enrolled()] for person, passkey in PASSKEYS.items()}
    enrolled["bo"] = [PASSKEYS["bo"].enrolled(last_day="2026-01-31")]
    return Team(folder / "team", roles=dict(SIGNING), passkeys=enrolled)


def prepare(people: Drafters, act: Act, person: str, draft: str, **fields: Any) -> draft_pb2.PreparedDraftStatement:
    request = draft_pb2.PrepareDraftStatementRequest(
        name=people.name(draft), act=f"ACT_{act.name}", person=person, **fields
    )
    prepared: draft_pb2.PreparedDraftStatement = people.ask(person, "PrepareDraftStatement", request)
    return prepared


def signed(
    people: Drafters, draft: str, prepared: draft_pb2.PreparedDraftStatement, answer: PasskeyAnswer
) -> draft_pb2.SignDraftRequest:
    signature = draft_pb2.SignedStatement.Signature(keyid=f"{KEY_PREFIX}{answer.credential}", sig=answer.written())
    statement = draft_pb2.SignedStatement(payload=prepared.payload, payload_type=PAYLOAD_TYPE, signatures=[signature])
    return draft_pb2.SignDraftRequest(name=people.name(draft), statement=statement)


def sign(people: Drafters, act: Act, person: str, draft: str, **fields: Any) -> draft_pb2.Draft:
    if act is Act.SUBMISSION:
        fields.setdefault("reason", "Notice 7")
    prepared = prepare(people, act, person, draft, **fields)
    assert [(key.credential, key.rp_id) for key in prepared.passkeys] == [(PASSKEYS[person].credential, RP_ID)]
    request = signed(people, draft, prepared, PASSKEYS[person].respond(prepared.challenge))
    stood: draft_pb2.Draft = people.ask(person, METHODS[act], request)
    return stood


def test_a_version_signed_by_passkeys_is_proved_without_the_server(people: Drafters, folder: Path, team: Team) -> None:
    files = small_draft(folder / "desk")
    people.save("li.wei", "signed", files)
    assert sign(people, Act.SUBMISSION, "li.wei", "signed").state == draft_pb2.Draft.STATE_IN_REVIEW
    returned = sign(people, Act.REJECTION, "anna", "signed", reason="row 3 <script>")
    assert returned.state == draft_pb2.Draft.STATE_DRAFT
    sign(people, Act.SUBMISSION, "li.wei", "signed")
    approved = sign(people, Act.APPROVAL, "anna", "signed", reason="Notice 7/2026")
    assert approved.state == draft_pb2.Draft.STATE_APPROVED
    assert not any(entry.discounted for entry in approved.statements)
    assert sign(people, Act.PUBLICATION, "li.wei", "signed").state == draft_pb2.Draft.STATE_PUBLISHED
    gazette, trust = Gazette(folder / "gazette"), read_trust(team.trust)
    (version,) = gazette.versions("smallest")
    statements = gazette.statements(version)
    check_approved(version, statements, trust)
    approval = next(statement for statement in statements if statement.act is Act.APPROVAL)
    assert approval.answer is not None
    forged: dict[str, Any] = dict(approval.envelope)
    other = PASSKEYS["anna"].respond(version_challenge("0" * 64))
    forged["signatures"] = [{**forged["signatures"][0], "sig": base64.b64encode(other.written()).decode()}]
    known = [{**team.passkeys["anna"][0], "person": "anna"}]
    opened = runpy.run_path(str(VERIFIER))["opened"]
    assert [opened(envelope, known)[1] for envelope in (approval.envelope, forged)] == [known, []]
    with pytest.raises(
        TrailError, match="The approval of anna does not count: The passkey does not prove the signature"
    ):
        check_approved(version, [read_statement(forged), *(each for each in statements if each != approval)], trust)
    team.passkeys["anna"][0]["compromised"] = True
    team.write()
    with pytest.raises(TrailError):
        check_approved(version, statements, read_trust(team.trust))
    team.passkeys["anna"][0]["compromised"] = False
    team.write()
    repealed = sign(people, Act.REPEAL, "anna", "signed", reason="Notice 9/2026", first_date="2027-01-01")
    assert repealed.state == draft_pb2.Draft.STATE_REPEALED
    entry = next(
        entry for entry in repealed.statements if entry.statement.act == scorecard_pb2.VersionStatement.ACT_REPEAL
    )
    assert entry.statement.key_id == f"{KEY_PREFIX}{PASSKEYS['anna'].credential}"


def test_passkey_responses_that_do_not_match_the_statement_are_refused(people: Drafters, folder: Path) -> None:
    files = small_draft(folder / "second")
    people.save("li.wei", "refused", {path: text.replace("smallest", "second") for path, text in files.items()})
    prepared = prepare(people, Act.SUBMISSION, "li.wei", "refused", reason="Notice 7")
    own = PASSKEYS["li.wei"]
    for answer in (
        own.respond(version_challenge("1" * 64)),
        own.respond(prepared.challenge, origin="https://elsewhere.example"),
        own.respond(prepared.challenge, rp_id="elsewhere.example"),
        own.respond(prepared.challenge, flags=0b001),
        own.respond(prepared.challenge, crossOrigin=True),
        own.respond(prepared.challenge, kind="webauthn.create"),
        PASSKEYS["anna"].respond(prepared.challenge),
        Passkey("stranger").respond(prepared.challenge),
    ):
        error = refused(people.as_("li.wei", "SubmitDraft"), signed(people, "refused", prepared, answer))
        assert error.reason == "STEP_NOT_ALLOWED"
    answer = own.respond(prepared.challenge)
    request = signed(people, "refused", prepared, answer)
    for content in (b"", b"[]", b"{}", b"\xff", orjson.dumps({**orjson.loads(answer.written()), "more": "x"})):
        request.statement.signatures[0].sig = content
        assert set(refused(people.as_("li.wei", "SubmitDraft"), request).violations) == {"statement"}
    assert people.ask("li.wei", "SubmitDraft", signed(people, "refused", prepared, answer)).state
    again = refused(people.as_("li.wei", "SubmitDraft"), signed(people, "refused", prepared, answer))
    assert again.reason == "STEP_NOT_ALLOWED"
    assert not prepare(people, Act.APPROVAL, "bo", "refused").passkeys


def test_an_invalid_statement_is_refused_by_its_field(people: Drafters) -> None:
    request = draft_pb2.PrepareDraftStatementRequest(name=people.name("refused"), act="ACT_APPROVAL", person="nobody")
    assert set(refused(people.as_("anna", "PrepareDraftStatement"), request).violations) == {"person"}
    request.person, request.act = "anna", scorecard_pb2.VersionStatement.ACT_UNSPECIFIED
    assert set(refused(people.as_("anna", "PrepareDraftStatement"), request).violations) == {"act"}
    request.act, request.first_date = scorecard_pb2.VersionStatement.ACT_REPEAL, "someday"
    assert set(refused(people.as_("anna", "PrepareDraftStatement"), request).violations) == {"first_date"}
    request.act, request.reason = scorecard_pb2.VersionStatement.ACT_APPROVAL, "x" * 4_001
    assert set(refused(people.as_("anna", "PrepareDraftStatement"), request).violations) == {"reason"}
    others = dataclasses.replace(people, organization="other", keys={})
    request.reason = ""
    assert refused(others.as_("anna", "PrepareDraftStatement"), request).reason == "OTHER_ORGANIZATION"
