"""Offline verification of a certificate credential, for relying parties.

1. It is a Digital Conformity Credential that says all that a certificate has to.
2. The issuer whose DID document is given signed it, and it holds at the instant asked for.
3. It is not revoked, by a list of the same issuer that is fresh.
4. It is not suspended, likewise.
5. Each file that is given, by its address, is the one that it names.

What cannot be looked up is a failure, never a pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rules.api import CheckResult, VerificationCheck
from rules.contracts import TouchstoneError, TrailError, error_message, message_factory
from service.cases.credentials.conformity import CONTEXTS, TYPES, subresource_integrity
from service.cases.credentials.jose import read_credential, verify_credential
from service.cases.credentials.status_lists import StatusPurpose, is_set

_say = message_factory(__name__)

NAMES = ("form", "signature", "revocation", "suspension", "files")
_FORGED = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What reading a part may raise that nobody wrote but who forges."""


@dataclass(frozen=True)
class CredentialContext:
    """What a credential is checked against: the issuer's DID document, its signed status lists and files by address."""

    document: Mapping[str, Any]
    lists: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)


def verify_certificate_credential(
    token: str, context: CredentialContext, instant: datetime
) -> tuple[VerificationCheck, ...]:
    """Check a credential at an instant; a failed check is an answer, not an error."""
    checks: tuple[Callable[[], str], ...] = (
        lambda: _form(read_credential(token)[1]),
        lambda: _say("SIGNED_BY", issuer=verify_credential(token, context.document, instant)["issuer"]["id"]),
        lambda: _status(token, context, instant, StatusPurpose.REVOCATION),
        lambda: _status(token, context, instant, StatusPurpose.SUSPENSION),
        lambda: _files(read_credential(token)[1], context.files),
    )
    return tuple(_checked(number, check) for number, check in enumerate(checks, start=1))


def all_passed(checks: Iterable[VerificationCheck]) -> bool:
    """Say whether every check passed."""
    return all(check.result is CheckResult.PASSED for check in checks)


def _checked(number: int, check: Callable[[], str]) -> VerificationCheck:
    try:
        result, message = CheckResult.PASSED, check()
    except TouchstoneError as error:
        result, message = CheckResult.FAILED, error_message(error)
    except _FORGED as error:
        result, message = CheckResult.FAILED, _say("NO_CREDENTIAL", problem=type(error).__name__)
    return VerificationCheck(number, NAMES[number - 1], result, message)


_REQUIRED_FIELDS = {
    "": ("id", "issuer", "validFrom", "credentialSubject", "credentialStatus"),
    "issuer": ("id", "name"),
    "credentialSubject": ("id", "assessorLevel", "assessmentLevel", "attestationType", "issuedToParty", "assessment"),
    "credentialSubject.issuedToParty": ("id", "name", "registeredId"),
    "credentialSubject.scope": ("id", "name", "issuingParty"),
}
"""What has to stand in each part; the publisher's schema asks for less, and not even for a subject."""


def _form(content: Mapping[str, Any]) -> str:
    if tuple(content.get("@context", ())[:2]) != CONTEXTS or set(content.get("type", ())) != set(TYPES):
        raise TrailError(_say("OTHER_KIND", context=CONTEXTS[1]))
    for place, names in _REQUIRED_FIELDS.items():
        part: Any = content
        for name in place.split(".") if place else ():
            part = part.get(name) if isinstance(part, dict) else None
        missing = [name for name in names if not isinstance(part, dict) or not part.get(name)]
        if missing:
            raise TrailError(_say("CREDENTIAL_LACKS", place=place or "/", names=missing))
    subject = content["credentialSubject"]
    holder, number = subject["issuedToParty"], content.get("name", content["id"])
    return _say("CREDENTIAL_HOLDS", name=number, holder=holder["name"], register_number=holder["registeredId"])


def _status(token: str, context: CredentialContext, instant: datetime, purpose: StatusPurpose) -> str:
    content = read_credential(token)[1]
    entries = [entry for entry in content.get("credentialStatus", ()) if entry.get("statusPurpose") == purpose]
    if len(entries) != 1:
        raise TrailError(_say("NO_STATUS", purpose=purpose))
    address = entries[0]["statusListCredential"]
    signed = context.lists.get(address)
    if signed is None:
        raise TrailError(_say("LIST_MISSING", list=address))
    listed = verify_credential(signed, context.document, instant)
    if is_set(listed, entries[0], instant):
        raise TrailError(_say("REVOKED" if purpose is StatusPurpose.REVOCATION else "SUSPENDED", list=address))
    return _say("STATUS_CLEAR", purpose=purpose, time=listed["validFrom"])


def _files(content: Mapping[str, Any], files: Mapping[str, bytes]) -> str:
    named = {resource["id"]: resource["digestSRI"] for resource in content.get("relatedResource", ())}
    for address, file_content in sorted(files.items()):
        if named.get(address) != subresource_integrity(file_content):
            raise TrailError(_say("OTHER_FILE", address=address))
    return _say("FILES_HOLD", count=len(files), all=len(named))
