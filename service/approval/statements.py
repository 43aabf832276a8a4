"""Signed statements on a version: in-toto payloads in DSSE envelopes, stored next to a draft.

The subject is the SHA-256 of the published version, including texts and examples. DSSE:
github.com/secure-systems-lab/dsse.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rules.contracts import Json, TrailError, canonical_bytes, error_message, message_factory
from service.approval.passkey_answers import PasskeyAnswer, read_passkey_answer
from service.approval.signing_keys import is_signed, key_id, public_half
from service.base.durable_files import replace_file
from service.base.resource_names import DIGEST_PATTERN, PERSON_PATTERN
from service.input.given_files import read_published_file

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_message = message_factory(__name__)

FOLDER = "review"


def read_statements(draft: Path) -> tuple[Statement, ...]:
    """Read the statements next to a draft in file order, or raise TrailError for an invalid file."""
    statements = []
    for path in sorted((draft / FOLDER).glob("*.json")):
        try:
            statements.append(read_statement(orjson.loads(read_published_file(path))))
        except (TrailError, orjson.JSONDecodeError) as error:
            raise TrailError(_message("IN_FILE", path=path, problem=error_message(error))) from None
    return tuple(statements)


def add_statement(draft: Path, statement: Statement) -> Path:
    """Store a statement next to a draft, and return its path."""
    predicate = statement.predicate
    time = predicate.time.translate({ord(mark): None for mark in "-:"})
    folder = draft / FOLDER
    folder.mkdir(exist_ok=True)
    path = folder / f"{time}-{statement.act}-{predicate.person}-{statement.digest[:8]}.json"
    replace_file(path, canonical_bytes(dict(statement.envelope)))
    return path


PAYLOAD_TYPE = "application/vnd.in-toto+json"
STATEMENT_TYPE = "https://in-toto.io/Statement/v1"
_PREDICATE_TYPE = "urn:touchstone:{act}:1"

_Digest = Annotated[str, Field(pattern=rf"^{DIGEST_PATTERN}$")]
_Instant = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")]
_Person = Annotated[str, Field(pattern=rf"^{PERSON_PATTERN}$")]
_Text = Annotated[str, Field(max_length=4000)]
_Day = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
_Count = Annotated[int, Field(ge=0)]


class Act(StrEnum):
    """Kinds of statements on a version."""

    SUBMISSION = "submission"
    APPROVAL = "approval"
    REJECTION = "rejection"
    PUBLICATION = "publication"
    REPEAL = "repeal"


class _StrictModel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Effect(_StrictModel):
    """Legal effect of a version as shown to its approver.

    - `compared_with`: previous version; empty for the first.
    - `retroactive_days`: days of retroactive effect at the time of the statement.
    - `open_cases`: undecided cases of the organisation; `reevaluated_cases` need a new evaluation.
    - `results`: results under the previous version; `measured_results` were evaluated again, and `moved_results`
      change.

    Counts are None for a draft in a folder.
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
    """Content of a statement.

    `submission` is the digest of the reviewed submission; `reports` are digests of the reports reviewers received, by
    name. A repealed version no longer applies from the civil date `first_day`. Approvals state the `effect`.
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
    """A parsed statement; its signature is not verified yet.

    `digest` is the payload digest, `key` the claimed key name, `answer` a passkey signature.
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
        return is_signed(pre_authentication_encoding(self._payload), self._signature, public)


def statement_payload(act: Act, version: str, content_digest: str, predicate: Predicate) -> bytes:
    """Return the bytes to sign."""
    return canonical_bytes(
        {
            "_type": STATEMENT_TYPE,
            "subject": [{"name": version, "digest": {"sha256": content_digest}}],
            "predicateType": _PREDICATE_TYPE.format(act=act),
            "predicate": predicate.model_dump(exclude_none=True),
        }
    )


def sign_statement(
    act: Act, version: str, content_digest: str, predicate: Predicate, key: Ed25519PrivateKey
) -> Statement:
    """Return a signed statement."""
    return read_statement(sign_envelope(statement_payload(act, version, content_digest, predicate), key))


def sign_envelope(payload: bytes, key: Ed25519PrivateKey) -> dict[str, Json]:
    """Return a DSSE envelope with a signed payload."""
    signature = {"keyid": key_id(public_half(key)), "sig": _to_base64(key.sign(pre_authentication_encoding(payload)))}
    return {"payload": _to_base64(payload), "payloadType": PAYLOAD_TYPE, "signatures": [signature]}


def read_statement(envelope: object) -> Statement:
    """Parse an envelope without verifying the signature, or raise TrailError if malformed."""
    try:
        content, signature = open_envelope(envelope)
        payload = _InTotoStatement.model_validate(orjson.loads(content))
        act = Act(payload.predicate_type.removeprefix("urn:touchstone:").removesuffix(":1"))
        if payload.predicate_type != _PREDICATE_TYPE.format(act=act):
            raise ValueError(payload.predicate_type)
        answer = read_passkey_answer(*signature)
    except (ValueError, TypeError, KeyError, ValidationError) as error:
        raise TrailError(_message("NO_STATEMENT", problem=error_message(error))) from None
    subject = payload.subject[0]
    return Statement(
        act,
        subject.name,
        subject.digest["sha256"],
        payload.predicate,
        hashlib.sha256(content).hexdigest(),
        signature[0],
        envelope,  # type: ignore[arg-type] # checked by `open_envelope`
        answer,
        content,
        signature[1],
    )


def open_envelope(envelope: object) -> tuple[bytes, tuple[str, bytes]]:
    """Return payload, claimed key name and signature, or raise ValueError, TypeError or KeyError."""
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
    """Return the pre-authentication encoding of DSSE v1, which is signed."""
    kind = PAYLOAD_TYPE.encode()
    return b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)


def _to_base64(content: bytes) -> str:
    return base64.b64encode(content).decode()
