"""A certificate of a factory, who decides on it, and a passkey made of software."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256

from service.approval.approval_trust import Trust, read_trust
from service.approval.passkey_answers import PasskeyAnswer
from service.base.base64url import to_base64url
from service.cases.credentials.conformity import LinkedFile, StatusListPlaces, conformity_credential
from service.cases.credentials.decisions import (
    CertificateDecision,
    ClosedFinding,
    DecisionOutcome,
    DecisionStatement,
    decision_statement,
)
from service.cases.credentials.facts import (
    AssessmentLevel,
    Authorisation,
    Basis,
    CertificateFacts,
    Issuer,
    Party,
    Site,
    TranslatedText,
)
from service.cases.credentials.jose import IssuingKey, did_document, public_jwk, sign_credential
from service.cases.credentials.passkeys import PasskeyAssertion, statement_challenge
from service.cases.credentials.status_lists import StatusPurpose, status_list
from service.cases.credentials.verification import CredentialContext

ORIGIN, RP_ID = "https://desk.body.example", "body.example"
RECORD = "ab" * 32


class Passkey:
    """An authenticator that answers as browsers pass it on."""

    def __init__(self, name: str) -> None:
        self.credential = to_base64url(hashlib.sha256(name.encode()).digest())
        self._key, self.count = generate_private_key(SECP256R1()), 0
        point = self._key.public_key().public_numbers()
        cose = {1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")}
        self.public = to_base64url(cbor2.dumps(cose))

    def enrolled(self, **more: object) -> dict[str, Any]:
        enrolled = {"credential": self.credential, "public": self.public, "rp_id": RP_ID, "origins": [ORIGIN]}
        return {**enrolled, "first_day": "2026-01-01", **more}

    def answer(
        self,
        digest: str,
        nonce: str,
        *,
        origin: str = ORIGIN,
        rp_id: str = RP_ID,
        flags: int = 0b101,
        kind: str = "webauthn.get",
        **client: object,
    ) -> PasskeyAssertion:
        answer = self.respond(
            statement_challenge(digest, nonce), origin=origin, rp_id=rp_id, flags=flags, kind=kind, **client
        )
        return PasskeyAssertion(nonce=nonce, **answer.model_dump())

    def respond(
        self,
        challenge: bytes,
        *,
        origin: str = ORIGIN,
        rp_id: str = RP_ID,
        flags: int = 0b101,
        kind: str = "webauthn.get",
        **client: object,
    ) -> PasskeyAnswer:
        """Sign a challenge with any fields, including invalid values."""
        self.count += 1
        fields = {"type": kind, "challenge": to_base64url(challenge), "origin": origin, **client}
        client_data = json.dumps(fields).encode()
        data = hashlib.sha256(rp_id.encode()).digest() + bytes([flags]) + self.count.to_bytes(4, "big")
        signature = self._key.sign(data + hashlib.sha256(client_data).digest(), ECDSA(SHA256()))
        return PasskeyAnswer(
            credential=self.credential,
            client_data=to_base64url(client_data),
            authenticator_data=to_base64url(data),
            signature=to_base64url(signature),
        )


def trust_of(folder: Path, people: dict[str, dict[str, Any]]) -> Trust:
    """Write a trust file with these people, and read it."""
    path = folder / "trust.json"
    named = {
        name: {"name": name.title(), "roles": [], "keys": [], "passkeys": [], **theirs}
        for name, theirs in people.items()
    }
    path.write_text(json.dumps({"schema": 1, "people": named}))
    return read_trust(path)


def decision(**more: Any) -> DecisionStatement:
    """Decide that the certificate of the factory is granted."""
    fields: dict[str, Any] = {
        "case": "organizations/body/cases/2026-17",
        "outcome": DecisionOutcome.GRANT,
        "deciders": ("anna", "bo"),
        "time": "2026-11-20T08:00:00Z",
        "profile": "schemeProfiles/zero-carbon-factory",
        "scorecard_version": "scorecards/zero-carbon-factory/versions/1.2.0",
        "rule_digest": "cd" * 32,
        "certificate": "ZCF-2026-0017",
        "reports": {"report.en": hashlib.sha256(b"report").hexdigest()},
        "closed_findings": (ClosedFinding(name="findings/1", digest="ef" * 32),),
        "findings": (),
        **more,
    }
    return decision_statement("organizations/body/evaluations/e1", RECORD, CertificateDecision(**fields))


def facts(**more: Any) -> CertificateFacts:
    owner = Party(
        id="https://owner.example/", registered_id="O-1", name=TranslatedText(en="Scheme owner", zh="制度所有者")
    )
    fields: dict[str, Any] = {
        "number": "ZCF-2026-0017",
        "profile": "schemeProfiles/zero-carbon-factory",
        "title": TranslatedText(en="Certificate of a zero-carbon factory", zh="零碳工厂证书"),
        "level": AssessmentLevel.ACCREDITED,
        "topic": "environment.emissions",
        "address": "https://register.body.example/c/ZCF-2026-0017",
        "holder": Party(
            id="https://register.body.example/parties/91310000MA1FL0000X",
            registered_id="91310000MA1FL0000X",
            register_name="USCC",
            name=TranslatedText(en="Example Works Ltd", zh="示例制造有限公司"),
            address=TranslatedText(en="1 Harbour Road, Shanghai", zh="上海市港口路1号"),
        ),
        "sites": (
            Site(
                id="https://register.body.example/sites/1",
                registered_id="S-1",
                name=TranslatedText(en="Plant 1", zh="一号工厂"),
                address=TranslatedText(en="2 Harbour Road", zh="港口路2号"),
                checked=True,
            ),
        ),
        "scope": TranslatedText(en="Manufacture of pumps, year 2025", zh="水泵制造，2025年度"),
        "basis": Basis(
            version="scorecards/zero-carbon-factory/versions/1.2.0",
            version_address="https://register.body.example/scorecards/zero-carbon-factory/versions/1.2.0",
            title=TranslatedText(en="Zero-carbon factory", zh="零碳工厂评价"),
            owner=owner,
            published=date(2026, 3, 1),
            content_digest="aa" * 32,
            rule_digest="cd" * 32,
            evaluation="organizations/body/evaluations/e1",
            record_digest=RECORD,
        ),
        "grade_code": "three-star",
        "grade": TranslatedText(en="Three stars", zh="三星级"),
        "decided": date(2026, 11, 20),
        "issued": date(2026, 11, 22),
        "valid_from": date(2026, 11, 22),
        "valid_until": date(2027, 11, 21),
        "zone": "Asia/Shanghai",
        "conditions": (TranslatedText(en="Surveillance before 1 June 2027", zh="2027年6月1日前接受监督"),),
        "issuer": Issuer(
            did="did:web:body.example",
            id="https://body.example/",
            registered_id="B-1",
            register_name="CNCA",
            name=TranslatedText(en="Example Certification", zh="示例认证中心"),
            address=TranslatedText(en="3 Harbour Road", zh="港口路3号"),
        ),
        "authorisations": (
            Authorisation(
                id="https://accreditor.example/C001",
                name=TranslatedText(en="Accreditation C001", zh="认可证书C001"),
                authority=owner,
            ),
        ),
        "decision_digest": "12" * 32,
        **more,
    }
    return CertificateFacts(**fields)


DID = "did:web:body.example"
SUSPENSION, REVOCATION = (
    "https://register.body.example/status/suspension",
    "https://register.body.example/status/revocation",
)
PLACES = StatusListPlaces((SUSPENSION, 94_567), (REVOCATION, 7))
NOW = datetime(2027, 1, 1, 12, tzinfo=UTC)


def linked(name: str, content: bytes) -> LinkedFile:
    """Return a file published with the certificate."""
    return LinkedFile(f"https://register.body.example/c/ZCF-2026-0017/{name}", name, "application/json", content)


FILES = {name: linked(name, name.encode()) for name in ("paper.pdf", "bundle.json", "decision.json")}


def credential(**more: Any) -> dict[str, Any]:
    """Write the credential of the certificate of the factory."""
    paper, bundle, decided = FILES.values()
    certificate = facts(decision_digest=hashlib.sha256(decided.content).hexdigest(), **more)
    return dict(conformity_credential(certificate, paper=paper, bundle=bundle, decision=decided, places=PLACES))


def credential_context(
    key: IssuingKey,
    *,
    suspended: Iterable[int] = (),
    revoked: Iterable[int] = (),
    made: datetime = NOW,
    signer: IssuingKey | None = None,
    time_to_live: timedelta = timedelta(minutes=5),
) -> CredentialContext:
    """Return the data that a third party checks the credential against."""
    lists = {
        address: sign_credential(
            status_list(
                address=address, did=DID, purpose=purpose, places=places, instant=made, time_to_live=time_to_live
            ),
            DID,
            signer or key,
        )
        for address, purpose, places in (
            (SUSPENSION, StatusPurpose.SUSPENSION, suspended),
            (REVOCATION, StatusPurpose.REVOCATION, revoked),
        )
    }
    document: Mapping[str, Any] = json.loads(did_document(DID, [public_jwk(key)]))
    return CredentialContext(document, lists, {one.address: one.content for one in FILES.values()})
