"""Decision statement (in-toto Statement v1) and its signatures."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal
from zoneinfo import ZoneInfo

import orjson
from pydantic import Field, ValidationError

from rules.api import CheckResult, VerificationCheck
from rules.contracts import (
    InputError,
    Json,
    TouchstoneError,
    TrailError,
    Violation,
    canonical_bytes,
    error_message,
    message_factory,
)
from service.approval.approval_trust import Trust
from service.approval.signing_keys import is_signed, key_id, public_half
from service.approval.statements import STATEMENT_TYPE, pre_authentication_encoding
from service.base.resource_names import PERSON_PATTERN
from service.cases.credentials.facts import FIELD, CertificateFacts, Digest, StrictModel, TranslatedText, check_facts
from service.cases.credentials.passkeys import PasskeyAssertion, check_assertion

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_message = message_factory(__name__)

PREDICATE = "urn:touchstone:case-decision:1"
FORM = "touchstone-decision-1"

_Person = Annotated[str, Field(pattern=rf"^{PERSON_PATTERN}$")]
_Instant = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")]
_Day = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
_NameText = Annotated[str, Field(min_length=1, max_length=500)]


class DecisionOutcome(StrEnum):
    """Outcome of a decision."""

    GRANT = "grant"
    REFUSE = "refuse"
    EXTEND = "extend"
    REDUCE = "reduce"
    SUSPEND = "suspend"
    REINSTATE = "reinstate"
    WITHDRAW = "withdraw"
    RENEW = "renew"


class ClosedFinding(StrictModel):
    """Finding closed before the decision."""

    name: _NameText
    digest: Digest


class DecidedFinding(StrictModel):
    """Finding before the decision; `due_date` is None once closed or dropped."""

    name: Annotated[str, Field(pattern=r"^findings/[1-9]\d{0,8}$")]
    requirement: str
    severity: _NameText
    statement: str
    state: _NameText
    raised_date: _Day
    state_date: _Day
    due_date: _Day | None = None

    @property
    def number(self) -> int:
        return int(self.name.rpartition("/")[2])


class CertificateDecision(StrictModel):
    """Decision on a certificate.

    `reports` are digests of the reports that the deciders read. `accepted_readings` are the body's own interpretations.
    """

    case: _NameText
    outcome: DecisionOutcome
    deciders: Annotated[tuple[_Person, ...], Field(min_length=1, max_length=50)]
    recused: Annotated[tuple[_Person, ...], Field(max_length=50)] = ()
    time: _Instant
    profile: _NameText
    scorecard_version: _NameText
    rule_digest: Digest
    certificate: str = ""
    grade: str = ""
    scope: TranslatedText = TranslatedText()
    sites: Annotated[tuple[_NameText, ...], Field(max_length=1000)] = ()
    valid_from: _Day | None = None
    valid_until: _Day | None = None
    conditions: Annotated[tuple[TranslatedText, ...], Field(max_length=100)] = ()
    recommendation: Digest | None = None
    reports: Annotated[dict[str, Digest], Field(min_length=1, max_length=20)]
    closed_findings: Annotated[tuple[ClosedFinding, ...], Field(max_length=2000)] = ()
    findings: Annotated[tuple[DecidedFinding, ...], Field(max_length=2000)]
    accepted_readings: Annotated[tuple[_NameText, ...], Field(max_length=200)] = ()
    reason: Annotated[str, Field(max_length=4000)] = ""


class _InTotoSubject(StrictModel):
    name: _NameText
    digest: dict[Literal["sha256"], Digest]


class _InTotoStatement(StrictModel):
    type: Literal["https://in-toto.io/Statement/v1"] = Field(alias="_type")
    subject: Annotated[tuple[_InTotoSubject, ...], Field(min_length=1, max_length=1)]
    predicate_type: Literal["urn:touchstone:case-decision:1"] = Field(alias="predicateType")
    predicate: CertificateDecision


@dataclass(frozen=True)
class DecisionStatement:
    """Decision and its bytes to sign."""

    content: bytes
    evaluation: str
    record_digest: str
    decision: CertificateDecision

    @cached_property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def decision_statement(evaluation: str, record_digest: str, decision: CertificateDecision) -> DecisionStatement:
    """Return the statement of a decision."""
    payload: dict[str, Json] = {
        "_type": STATEMENT_TYPE,
        "subject": [{"name": evaluation, "digest": {"sha256": record_digest}}],
        "predicateType": PREDICATE,
        "predicate": decision.model_dump(mode="json", exclude_none=True),
    }
    return read_decision_statement(canonical_bytes(payload))


def read_decision_statement(content: bytes) -> DecisionStatement:
    """Parse a decision statement; raise TrailError unless it is canonical."""
    try:
        payload = _InTotoStatement.model_validate_json(content)
        written = canonical_bytes(orjson.loads(content))
    except ValidationError as error:
        raise TrailError(_message("NO_DECISION", problem=error_message(error))) from None
    except (orjson.JSONDecodeError, TypeError, RecursionError) as error:
        raise TrailError(_message("NO_DECISION", problem=error_message(error))) from None
    decision = payload.predicate
    people, findings = (*decision.deciders, *decision.recused), [finding.name for finding in decision.closed_findings]
    if len(set(people)) != len(people):
        raise TrailError(_message("PERSON_TWICE", names=people))
    numbers = [finding.number for finding in decision.findings]
    in_order = (
        list(decision.deciders) == sorted(decision.deciders)
        and findings == sorted(set(findings))
        and numbers == sorted(set(numbers))
    )
    if written != content or not in_order:
        raise TrailError(_message("DECISION_ORDER"))
    (subject,) = payload.subject
    return DecisionStatement(content, subject.name, subject.digest["sha256"], decision)


class KeySignature(StrictModel):
    """Key file signature of the DSSE pre-authentication encoding."""

    method: Literal["key"] = "key"
    person: _Person
    key: str
    signature: str


class PasskeySignature(StrictModel):
    """Passkey assertion for a statement's challenge."""

    method: Literal["passkey"] = "passkey"
    person: _Person
    assertion: PasskeyAssertion


Signature = Annotated[KeySignature | PasskeySignature, Field(discriminator="method")]


class SignedDecision(StrictModel):
    """File of a base64 statement and its signatures."""

    form: Literal["touchstone-decision-1"] = "touchstone-decision-1"
    statement: str
    signatures: Annotated[tuple[Signature, ...], Field(min_length=1, max_length=50)]

    def written(self) -> bytes:
        return canonical_bytes(self.model_dump(mode="json", exclude_none=True))

    @property
    def decision_statement(self) -> DecisionStatement:
        """Return the signed statement.

        Raises:
            TrailError: If the content is not a decision statement.
        """
        try:
            return read_decision_statement(base64.b64decode(self.statement, validate=True))
        except binascii.Error:
            raise TrailError(_message("NO_DECISION", problem="base64")) from None


def sign_with_key(statement: DecisionStatement, person: str, key: Ed25519PrivateKey) -> KeySignature:
    """Sign a statement; raise TrailError unless the person decides."""
    _check_decider(statement, person)
    signature = base64.b64encode(key.sign(pre_authentication_encoding(statement.content))).decode()
    return KeySignature(person=person, key=key_id(public_half(key)), signature=signature)


def assemble_signed_decision(statement: DecisionStatement, signatures: tuple[Signature, ...]) -> SignedDecision:
    """Combine a statement and its signatures, sorted by person."""
    in_order = tuple(sorted(signatures, key=lambda signature: signature.person))
    return SignedDecision(statement=base64.b64encode(statement.content).decode(), signatures=in_order)


def read_signed_decision(content: bytes) -> SignedDecision:
    """Parse a signed decision; raise TrailError unless it is canonical."""
    try:
        signed = SignedDecision.model_validate_json(content)
    except ValidationError as error:
        raise TrailError(_message("NO_DECISION", problem=error_message(error))) from None
    if signed.written() != content:
        raise TrailError(_message("DECISION_ORDER"))
    return signed


def check_signature(statement: DecisionStatement, signature: Signature, trust: Trust) -> None:
    """Raise TrailError unless a trusted decider signed; works offline."""
    _check_decider(statement, signature.person)
    time = statement.decision.time
    if isinstance(signature, PasskeySignature):
        credential = signature.assertion.credential
        doubt = trust.passkey_doubt(signature.person, time, credential)
        if doubt is not None:
            raise TrailError(doubt)
        check_assertion(signature.assertion, statement.digest, trust.passkey(credential))
        return
    try:
        raw = base64.b64decode(signature.signature, validate=True)
    except binascii.Error:
        raw = b""
    signed = pre_authentication_encoding(statement.content)
    doubt = trust.key_doubt(signature.person, time, signature.key, lambda public: is_signed(signed, raw, public))
    if doubt is not None:
        raise TrailError(doubt)


NAMES = ("statement", "signatures", "record", "attachments")


def check_decision(
    signed: SignedDecision, trust: Trust, *, record_digest: str, attachments: Mapping[str, bytes] | None = None
) -> tuple[VerificationCheck, ...]:
    """Check a signed decision; return four results.

    1. The statement is canonical.
    2. Exactly the deciders signed it.
    3. It refers to this record.
    4. The attachments are the reports read.
    """
    checks = {
        1: lambda: _message(
            "DECISION_HOLDS",
            outcome=signed.decision_statement.decision.outcome,
            digest=signed.decision_statement.digest,
        ),
        2: lambda: _check_signatures(signed, trust),
        3: lambda: _check_record(signed.decision_statement, record_digest),
        4: lambda: _check_attachments(signed.decision_statement, attachments or {}),
    }
    return tuple(_checked(number, check) for number, check in checks.items())


def _checked(number: int, check: Any) -> VerificationCheck:
    try:
        return VerificationCheck(number, NAMES[number - 1], CheckResult.PASSED, check())
    except TouchstoneError as error:
        return VerificationCheck(number, NAMES[number - 1], CheckResult.FAILED, error_message(error))


def _check_signatures(signed: SignedDecision, trust: Trust) -> str:
    statement = signed.decision_statement
    people = [signer.person for signer in signed.signatures]
    if len(set(people)) != len(people):
        raise TrailError(_message("PERSON_TWICE", names=people))
    lacking = sorted(set(statement.decision.deciders) - set(people))
    if lacking:
        raise TrailError(_message("SIGNATURE_LACKING", names=lacking))
    for signature in signed.signatures:
        check_signature(statement, signature, trust)
    return _message("ALL_SIGNED", names=sorted(people))


def _check_record(statement: DecisionStatement, record_digest: str) -> str:
    if statement.record_digest != record_digest:
        raise TrailError(_message("OTHER_RECORD", decided=statement.record_digest, found=record_digest))
    return _message("RECORD_HOLDS", evaluation=statement.evaluation)


def _check_attachments(statement: DecisionStatement, attachments: Mapping[str, bytes]) -> str:
    reports = statement.decision.reports
    for name, content in sorted(attachments.items()):
        if reports.get(name) != hashlib.sha256(content).hexdigest():
            raise TrailError(_message("OTHER_REPORT", name=name))
    return _message("REPORTS_HOLD", count=len(attachments), all=len(reports))


def _check_decider(statement: DecisionStatement, person: str) -> None:
    if person not in statement.decision.deciders:
        raise TrailError(_message("DECIDES_NOT", person=person))


ISSUES = frozenset(
    {
        DecisionOutcome.GRANT,
        DecisionOutcome.EXTEND,
        DecisionOutcome.REDUCE,
        DecisionOutcome.REINSTATE,
        DecisionOutcome.RENEW,
    }
)


def check_against_decision(facts: CertificateFacts, signed: SignedDecision) -> None:
    """Raise InputError unless facts match their decision; signatures are not checked.

    A granting decision may omit number and dates.
    """
    check_facts(facts)
    statement = signed.decision_statement
    decided = statement.decision
    day = datetime.fromisoformat(decided.time).astimezone(ZoneInfo(facts.zone)).date()
    last = None if facts.valid_until is None else facts.valid_until.isoformat()
    fixed = {
        "number": (facts.number, decided.certificate),
        "valid_from": (facts.valid_from.isoformat(), decided.valid_from),
        "valid_until": (last, decided.valid_until),
    }
    if not decided.certificate:
        del fixed["number"]
    if decided.valid_from is None:
        del fixed["valid_from"], fixed["valid_until"]
    compared = [
        ("decision_digest", facts.decision_digest, hashlib.sha256(signed.written()).hexdigest()),
        ("profile", facts.profile, decided.profile),
        ("basis.evaluation", facts.basis.evaluation, statement.evaluation),
        ("basis.record_digest", facts.basis.record_digest, statement.record_digest),
        ("basis.version", facts.basis.version, decided.scorecard_version),
        ("basis.rule_digest", facts.basis.rule_digest, decided.rule_digest),
        ("grade_code", facts.grade_code, decided.grade),
        ("scope", facts.scope, decided.scope),
        ("sites", [site.id for site in facts.sites], list(decided.sites)),
        ("conditions", facts.conditions, decided.conditions),
        ("decided", facts.decided, day),
        *((name, *both) for name, both in fixed.items()),
    ]
    violations = [
        Violation(
            f"{FIELD}.{location}",
            _message("OTHERWISE_DECIDED", said=_short_text(stated), decided=_short_text(wanted)),
            "INVALID",
        )
        for location, stated, wanted in compared
        if stated != wanted
    ]
    if decided.outcome not in ISSUES:
        violations.append(Violation(FIELD, _message("NOT_GRANTED", outcome=decided.outcome), "INVALID"))
    if violations:
        raise InputError(tuple(violations))


def _short_text(value: object) -> str:
    return f"{value.en} · {value.zh}" if isinstance(value, TranslatedText) else str(value)[:200]
