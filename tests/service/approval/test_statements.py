"""Signed statements: round trip, and detection of every change."""

import base64
import json
from pathlib import Path

import pytest

from rules.contracts.errors import TrailError
from service.approval.signing_keys import key_id, read_signing_key
from service.approval.statements import Act, Predicate, Statement, read_statement, sign_statement
from tests.support.signing import Team

DIGEST = "ab" * 32
SAID = Predicate(person="anna", time="2026-01-01T00:00:00Z", rule_digest=DIGEST, text_digest=DIGEST, reason="因为 “x”")


@pytest.fixture
def team(tmp_path: Path) -> Team:
    return Team(tmp_path)


@pytest.fixture
def statement(team: Team) -> Statement:
    key = read_signing_key(team.key("anna"))
    return sign_statement(Act.APPROVAL, "scorecards/a/versions/1.0.0", "cd" * 32, SAID, key)


def test_a_signed_statement_survives_the_round_trip(team: Team, statement: Statement) -> None:
    read = read_statement(json.loads(json.dumps(statement.envelope)))
    assert (read.act, read.version, read.content_digest) == (Act.APPROVAL, "scorecards/a/versions/1.0.0", "cd" * 32)
    assert read.predicate == SAID
    assert read.key == key_id(team.public("anna"))
    assert read.is_signed_with(team.public("anna"))
    assert not read.is_signed_with(team.public("bo"))


def test_the_signature_is_that_of_the_published_protocol(team: Team, statement: Statement) -> None:
    """DSSE v1: 'DSSEv1', the lengths and the two parts, with a space between each."""
    envelope = dict(statement.envelope)
    payload = base64.b64decode(str(envelope["payload"]))
    kind = "application/vnd.in-toto+json"
    signed_bytes = f"DSSEv1 {len(kind)} {kind} {len(payload)} ".encode() + payload
    (signature,) = envelope["signatures"]  # type: ignore[misc]
    key = read_signing_key(team.key("anna")).public_key()
    key.verify(base64.b64decode(signature["sig"]), signed_bytes)  # type: ignore[index, call-overload, arg-type]
    assert json.loads(payload)["_type"] == "https://in-toto.io/Statement/v1"


def test_every_byte_of_the_payload_is_under_the_signature(team: Team, statement: Statement) -> None:
    payload = base64.b64decode(str(statement.envelope["payload"]))
    public = team.public("anna")
    for place in range(len(payload)):
        changed = payload[:place] + bytes([payload[place] ^ 1]) + payload[place + 1 :]
        envelope = {**statement.envelope, "payload": base64.b64encode(changed).decode()}
        try:
            assert not read_statement(envelope).is_signed_with(public), place
        except TrailError:
            continue


@pytest.mark.parametrize(
    "change",
    [
        {"payloadType": "application/json"},
        {"payload": "%%%"},
        {"signatures": []},
        {"signatures": [{"keyid": 1, "sig": ""}]},
        {"more": 1},
        {"payload": base64.b64encode(b"[]").decode()},
        {"payload": base64.b64encode(b'{"_type":"https://in-toto.io/Statement/v1"}').decode()},
    ],
)
def test_an_invalid_statement_is_refused(statement: Statement, change: dict[str, object]) -> None:
    with pytest.raises(TrailError, match="is not a signed statement on a scorecard version"):
        read_statement({**statement.envelope, **change})


@pytest.mark.parametrize("envelope", [None, [], "x", 1, {}])
def test_an_invalid_envelope_is_refused(envelope: object) -> None:
    with pytest.raises(TrailError, match="is not a signed statement"):
        read_statement(envelope)
