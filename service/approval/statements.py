"""Signed statements on a version: in-toto payloads in DSSE envelopes, and their files next to a draft.

A statement is an in-toto Statement v1 in a DSSE envelope (github.com/secure-systems-lab/dsse): the signature covers the
bytes of the payload and its type, so that nothing has to be written again to check it. The subject is the published
form of a version by its SHA-256, which changes with every byte of the rules, the words and the examples.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import orjson
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rules.contracts import Json, TrailError, canonical_bytes, error_message, message_factory
from service.approval.passkey_answers import PasskeyAnswer, read_passkey_answer
from service.approval.signing_keys import is_signed, key_id, public_half
from service.base.durable_files import replace_file
from service.base.resource_names import DIGEST_PATTERN, PERSON_PATTERN
from service.input.given_files import read_published_file

_say = message_factory(__name__)

FOLDER = "review"


def read_statements(draft: Path) -> tuple[Statement, ...]:
    """Read all statements beside a draft, in the order of their files.

    Raises:
        TrailError: a file is none; it is named.
    """
    statements = []
    for path in sorted((draft / FOLDER).glob("*.json")):
        try:
            statements.append(read_statement(orjson.loads(read_published_file(path))))
        except (TrailError, orjson.JSONDecodeError) as error:
            raise TrailError(_say("IN_FILE", path=path, problem=error_message(error))) from None
    return tuple(statements)


def add_statement(draft: Path, statement: Statement) -> Path:
    """Put a statement beside a draft, under a name that tells when, what and by whom; the answer is its file."""
    predicate = statement.predicate
    time = predicate.time.translate({ord(mark): None for mark in "-:"})
    folder = draft / FOLDER
    folder.mkdir(exist_ok=True)
    path = folder / f"{time}-{statement.act}-{predicate.person}-{statement.digest[:8]}.json"
    replace_file(path, canonical_bytes(dict(statement.envelope)))
    return path


PAYLOAD_TYPE = "application/vnd.in-toto+json"
STATEMENT_TYPE = "https://in-toto.io/Statement/v1"
_PREDICATE = "urn:touchstone:{act}:1"

_Digest = Annotated[str, Field(pattern=rf"^{DIGEST_PATTERN}$")]
_Instant = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")]
_Person = Annotated[str, Field(pattern=rf"^{PERSON_PATTERN}$")]
_Text = Annotated[str, Field(max_length=4000)]
_Day = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
_Count = Annotated[int, Field(ge=0)]


class Act(StrEnum):
    """What is stated of a version."""

    SUBMISSION = "submission"
    APPROVAL = "approval"
    REJECTION = "rejection"
    PUBLICATION = "publication"
    REPEAL = "repeal"


class _StrictModel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Effect(_StrictModel):
    """The legal effect of a version as it was shown to its approver.

    `compared_with` is the published version before it, empty for the first version of a scorecard. Between `first_day`
    and `last_day` the version governs; on the day of the statement it would already have governed for
    `retroactive_days`. `open_cases` are the undecided cases of the organisation under the scorecard; for
    `reevaluated_cases` of them this version governs on the as-of date of their evaluation, so they need a new one. Of
    the `results` stored under the version before, `measured_results` were evaluated again, and `moved_results` of these
    change.

    The counts are unknown if the draft is a folder, without a server.
    """

    compared_with: Annotated[str, Field(max_length=200)] = ""
    first_day: _Day
    last_day: _Day | None = None
    retroactive_days: _Count = 0
    languages: Annotated[list[Annotated[str, Field(pattern=r"^(en|zh)$")]], Field(min_length=1, max_length=2)]
    open_cases: _Count | None = None
    reevaluated_cases: _Count | None = None
    results: _Count | None = None
    measured_results: _Count | None = None
    moved_results: _Count | None = None


class Predicate(_StrictModel):
    """Who states it and when, and what belongs to the act.

    `submission` is the digest of the submission that was reviewed. `reports` are the digests of what the reviewers were
    given to read, by name. `first_day` is the first civil date on which a repealed version governs no more. An approval
    states the `effect` of the version.
    """

    person: _Person
    time: _Instant
    rule_digest: _Digest
    text_digest: _Digest
    reason: _Text = ""
    authors: Annotated[list[_Person], Field(max_length=50)] | None = None
    reports: Annotated[dict[str, _Digest], Field(max_length=20)] | None = None
    submission: _Digest | None = None
    first_day: _Day | None = None
    effect: Effect | None = None


class _InTotoSubject(_StrictModel):
    name: str
    digest: dict[Literal["sha256"], _Digest]


class _InTotoStatement(_StrictModel):
    type: Literal["https://in-toto.io/Statement/v1"] = Field(alias="_type")
    subject: Annotated[list[_InTotoSubject], Field(min_length=1, max_length=1)]
    predicate_type: str = Field(alias="predicateType")
    predicate: Predicate


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement as it was read; `digest` is that of its payload, `key` the name of the key that is said to sign.

    `answer` is that of a passkey, where one signed.
    """

    act: Act
    version: str
    content_digest: str
    predicate: Predicate
    digest: str
    key: str
    envelope: Mapping[str, Json]
    answer: PasskeyAnswer | None
    _payload: bytes
    _signature: bytes

    def is_signed_with(self, public: str) -> bool:
        """Say whether it was signed with the key of this public half."""
        return is_signed(pre_authentication_encoding(self._payload), self._signature, public)


def statement_payload(act: Act, version: str, content_digest: str, predicate: Predicate) -> bytes:
    """Write what is stated of a version as the bytes that are signed."""
    return canonical_bytes(
        {
            "_type": STATEMENT_TYPE,
            "subject": [{"name": version, "digest": {"sha256": content_digest}}],
            "predicateType": _PREDICATE.format(act=act),
            "predicate": predicate.model_dump(exclude_none=True),
        }
    )


def sign_statement(
    act: Act, version: str, content_digest: str, predicate: Predicate, key: Ed25519PrivateKey
) -> Statement:
    """State something of a version, and sign it."""
    return read_statement(sign_envelope(statement_payload(act, version, content_digest, predicate), key))


def sign_envelope(payload: bytes, key: Ed25519PrivateKey) -> dict[str, Json]:
    """Sign a statement, and put it into an envelope."""
    signature = {"keyid": key_id(public_half(key)), "sig": _text(key.sign(pre_authentication_encoding(payload)))}
    return {"payload": _text(payload), "payloadType": PAYLOAD_TYPE, "signatures": [signature]}


def read_statement(envelope: object) -> Statement:
    """Read an envelope; whether the signature is right is asked of the answer.

    Raises:
        TrailError: it is not an envelope with one signature and a statement of a known kind.
    """
    try:
        content, signature = open_envelope(envelope)
        payload = _InTotoStatement.model_validate(orjson.loads(content))
        act = Act(payload.predicate_type.removeprefix("urn:touchstone:").removesuffix(":1"))
        if payload.predicate_type != _PREDICATE.format(act=act):
            raise ValueError(payload.predicate_type)
        answer = read_passkey_answer(*signature)
    except (ValueError, TypeError, KeyError, ValidationError) as error:
        raise TrailError(_say("NO_STATEMENT", problem=_first_line(error))) from None
    subject = payload.subject[0]
    return Statement(
        act,
        subject.name,
        subject.digest["sha256"],
        payload.predicate,
        hashlib.sha256(content).hexdigest(),
        signature[0],
        envelope,  # type: ignore[arg-type]  # which `open_envelope` looked at
        answer,
        content,
        signature[1],
    )


def open_envelope(envelope: object) -> tuple[bytes, tuple[str, bytes]]:
    """Give the payload of an envelope, and the name of the key that is said to sign with the signature.

    Raises:
        ValueError, TypeError, KeyError: it is no envelope with one signature.
    """
    if not isinstance(envelope, dict) or envelope.keys() != {"payload", "payloadType", "signatures"}:
        raise ValueError("payload, payloadType, signatures")
    if envelope["payloadType"] != PAYLOAD_TYPE:
        raise ValueError("payloadType")
    (signature_entry,) = envelope["signatures"]
    name, signature = signature_entry["keyid"], signature_entry["sig"]
    if not isinstance(name, str):
        raise TypeError("keyid")
    try:
        return base64.b64decode(envelope["payload"], validate=True), (name, base64.b64decode(signature, validate=True))
    except binascii.Error:
        raise ValueError("base64") from None


def pre_authentication_encoding(payload: bytes) -> bytes:
    """Write what is signed: the pre-authentication encoding of DSSE v1."""
    kind = PAYLOAD_TYPE.encode()
    return b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _first_line(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False, include_input=False)[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return str(error)[:200]
