"""Offline verification of a certificate credential.

1. Type and required fields.
2. Signature of the given issuer, and validity.
3. No revocation in a fresh list.
4. No suspension in a fresh list.
5. Digests of the given files.

Missing lists fail a check.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rules.api import CheckResult, VerificationCheck
from rules.contracts import TouchstoneError, TrailError, error_message, message_factory
from service.cases.credentials.conformity import CONTEXTS, TYPES, subresource_integrity
from service.cases.credentials.jose import read_credential, verify_credential
from service.cases.credentials.status_lists import StatusPurpose, is_set
from service.input.foreign_formats import recognize_json, refusal_of

_message = message_factory(__name__)

_FORMAT = "untp_credential"
NAMES = ("form", "signature", "revocation", "suspension", "files")
_MALFORMED_CONTENT_ERRORS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


@dataclass(frozen=True)
class CredentialContext:
    """DID document, signed status lists by address, and files by any name."""

    document: Mapping[str, Any]
    lists: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)


def verify_certificate_credential(
    token: str, context: CredentialContext, instant: datetime
) -> tuple[VerificationCheck, ...]:
    """Return the result of each check of a credential."""
    checks: tuple[Callable[[], str], ...] = (
        lambda: _form(read_credential(token)[1]),
        lambda: _message("SIGNED_BY", issuer=verify_credential(token, context.document, instant)["issuer"]["id"]),
        lambda: _status(token, context, instant, StatusPurpose.REVOCATION),
        lambda: _status(token, context, instant, StatusPurpose.SUSPENSION),
        lambda: _files(read_credential(token)[1], context.files),
    )
    return tuple(_checked(number, check) for number, check in enumerate(checks, start=1))


def _checked(number: int, check: Callable[[], str]) -> VerificationCheck:
    try:
        result, message = CheckResult.PASSED, check()
    except TouchstoneError as error:
        result, message = CheckResult.FAILED, error_message(error)
    except _MALFORMED_CONTENT_ERRORS as error:
        result, message = CheckResult.FAILED, _message("NO_CREDENTIAL", problem=type(error).__name__)
    return VerificationCheck(number, NAMES[number - 1], result, message)


_REQUIRED_FIELDS = {
    "": ("id", "issuer", "validFrom", "credentialSubject", "credentialStatus"),
    "issuer": ("id", "name"),
    "credentialSubject": ("id", "assessorLevel", "assessmentLevel", "attestationType", "issuedToParty", "assessment"),
    "credentialSubject.issuedToParty": ("id", "name", "registeredId"),
    "credentialSubject.scope": ("id", "name", "issuingParty"),
}
"""Stricter than the publisher's schema, which does not require a subject."""


def _form(content: Mapping[str, Any]) -> str:
    if refusal := refusal_of(recognize_json(content), (_FORMAT,)):
        raise TrailError(refusal)
    if tuple(content.get("@context", ())[:2]) != CONTEXTS or set(content.get("type", ())) != set(TYPES):
        raise TrailError(_message("OTHER_KIND", context=CONTEXTS[1]))
    for path, names in _REQUIRED_FIELDS.items():
        part: Any = content
        for name in path.split(".") if path else ():
            part = part.get(name) if isinstance(part, dict) else None
        missing = [name for name in names if not isinstance(part, dict) or not part.get(name)]
        if missing:
            raise TrailError(_message("CREDENTIAL_LACKS", place=path or "/", names=missing))
    subject = content["credentialSubject"]
    holder, number = subject["issuedToParty"], content.get("name", content["id"])
    return _message("CREDENTIAL_HOLDS", name=number, holder=holder["name"], register_number=holder["registeredId"])


def _status(token: str, context: CredentialContext, instant: datetime, purpose: StatusPurpose) -> str:
    content = read_credential(token)[1]
    entries = [entry for entry in content.get("credentialStatus", ()) if entry.get("statusPurpose") == purpose]
    if len(entries) != 1:
        raise TrailError(_message("NO_STATUS", purpose=purpose))
    address = entries[0]["statusListCredential"]
    signed = context.lists.get(address)
    if signed is None:
        raise TrailError(_message("LIST_MISSING", list=address))
    listed = verify_credential(signed, context.document, instant)
    if is_set(listed, entries[0], instant):
        raise TrailError(_message("REVOKED" if purpose is StatusPurpose.REVOCATION else "SUSPENDED", list=address))
    return _message("STATUS_CLEAR", purpose=purpose, time=listed["validFrom"])


def _files(content: Mapping[str, Any], files: Mapping[str, bytes]) -> str:
    named = {resource["digestSRI"] for resource in content.get("relatedResource", ())}
    digests = {name: subresource_integrity(file_content) for name, file_content in sorted(files.items())}
    for name, digest in digests.items():
        if digest not in named:
            raise TrailError(_message("OTHER_FILE", file=name))
    return _message("FILES_HOLD", count=len(set(digests.values())), all=len(named))
