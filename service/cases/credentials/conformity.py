"""Digital Conformity Credential (UNTP 0.6.0) of a certificate.

Only terms of UNTP and W3C are used. The proof bundle contains exact figures, intervals and trail.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from urllib.parse import quote

from rules.contracts import Json
from service.cases.credentials.facts import Basis, CertificateFacts, Party, check_facts
from service.cases.credentials.status_lists import StatusPurpose, status_list_entry

CONTEXTS = ("https://www.w3.org/ns/credentials/v2", "https://test.uncefact.org/vocabulary/untp/dcc/0.6.0/")
TYPES = ("DigitalConformityCredential", "VerifiableCredential")


@dataclass(frozen=True, slots=True)
class LinkedFile:
    """File referenced by a credential."""

    address: str
    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class StatusListPlaces:
    """Status list addresses and indexes of a credential."""

    suspension: tuple[str, int]
    revocation: tuple[str, int]


def conformity_credential(
    facts: CertificateFacts, *, paper: LinkedFile, bundle: LinkedFile, decision: LinkedFile, places: StatusListPlaces
) -> dict[str, Json]:
    """Return the unsigned credential; raise ValueError if `decision` contradicts the facts."""
    check_facts(facts)
    if hashlib.sha256(decision.content).hexdigest() != facts.decision_digest:
        raise ValueError(decision.name)
    language = facts.governing
    last = facts.last_instant
    credential: dict[str, Json] = {
        "@context": list(CONTEXTS),
        "type": list(TYPES),
        "id": f"{facts.address}#credential-{facts.edition}",
        "name": f"{facts.title.in_language(language)} {facts.number}",
        "issuer": {
            "type": ["CredentialIssuer"],
            "id": facts.issuer.did,
            "name": facts.issuer.name.in_language(language),
            "issuerAlsoKnownAs": [_party(facts.issuer, language)],
        },
        "validFrom": facts.first_instant.isoformat(),
        "credentialSubject": _attestation(facts, paper, bundle, language),
        "credentialStatus": [
            status_list_entry(places.suspension[0], StatusPurpose.SUSPENSION, places.suspension[1]),
            status_list_entry(places.revocation[0], StatusPurpose.REVOCATION, places.revocation[1]),
        ],
        "relatedResource": [_related_resource(file) for file in (paper, bundle, decision)],
    }
    if facts.conditions:
        credential["description"] = "\n".join(condition.in_language(language) for condition in facts.conditions)
    if last is not None:
        credential["validUntil"] = last.isoformat()
    return credential


def _attestation(facts: CertificateFacts, paper: LinkedFile, bundle: LinkedFile, language: str) -> dict[str, Json]:
    return {
        "type": ["ConformityAttestation", "Attestation"],
        "id": facts.address,
        "name": facts.scope.in_language(language),
        "assessorLevel": "3rdParty",
        "assessmentLevel": facts.level.value,
        "attestationType": facts.attestation.value,
        "issuedToParty": _party(facts.holder, language),
        "authorisation": [
            {
                "type": ["Endorsement"],
                "id": authorisation.id,
                "name": authorisation.name.in_language(language),
                "issuingAuthority": _party(authorisation.authority, language),
                **(
                    {"endorsementEvidence": _link(authorisation.evidence, authorisation.name.in_language(language))}
                    if authorisation.evidence
                    else {}
                ),
            }
            for authorisation in facts.authorisations
        ],
        "conformityCertificate": _secure_link(paper),
        "auditableEvidence": _secure_link(bundle),
        "scope": _standard(facts.basis, language, "ConformityAssessmentScheme", "Standard"),
        "assessment": [_assessment(facts, language)],
    }


def _assessment(facts: CertificateFacts, language: str) -> dict[str, Json]:
    basis, grade = facts.basis, facts.grade.in_language(language)
    return {
        "type": ["ConformityAssessment", "Declaration"],
        "id": f"{facts.address}#assessment",
        "name": facts.scope.in_language(language),
        "assessmentDate": facts.decided.isoformat(),
        "referenceStandard": _standard(basis, language, "Standard"),
        "assessmentCriteria": [
            {
                "type": ["Criterion"],
                "id": f"{basis.version_address}#grades/{quote(facts.grade_code, safe='')}",
                "name": grade,
                "description": f"{basis.title.in_language(language)}: {grade}",
                "conformityTopic": facts.topic,
                "status": "active",
                "performanceLevel": facts.grade_code,
            }
        ],
        "conformance": True,
        "conformityTopic": facts.topic,
        "assessedOrganisation": _party(facts.holder, language),
        "assessedFacility": [
            {
                "facility": {
                    "id": site.id,
                    "name": site.name.in_language(language),
                    **({"registeredId": site.registered_id} if site.registered_id else {}),
                },
                "IDverifiedByCAB": site.checked,
            }
            for site in facts.sites
        ],
    }


def _standard(basis: Basis, language: str, *types: str) -> dict[str, Json]:
    return {
        "type": list(types),
        "id": basis.version_address,
        "name": basis.title.in_language(language),
        "issuingParty": _party(basis.owner, language),
        "issueDate": basis.published.isoformat(),
    }


def _party(party: Party, language: str) -> dict[str, Json]:
    return {"id": party.id, "name": party.name.in_language(language), "registeredId": party.registered_id}


def _link(address: str, name: str) -> dict[str, Json]:
    return {"linkURL": address, "linkName": name}


def _secure_link(linked: LinkedFile) -> dict[str, Json]:
    return {
        "linkURL": linked.address,
        "linkName": linked.name,
        "linkType": linked.media_type,
        "hashDigest": hashlib.sha256(linked.content).hexdigest(),
        "hashMethod": "SHA-256",
        "encryptionMethod": "none",
    }


def _related_resource(linked: LinkedFile) -> dict[str, Json]:
    return {"id": linked.address, "mediaType": linked.media_type, "digestSRI": subresource_integrity(linked.content)}


def subresource_integrity(content: bytes) -> str:
    """Return a Subresource Integrity digest (W3C, SHA-384)."""
    return f"sha384-{base64.b64encode(hashlib.sha384(content).digest()).decode()}"
