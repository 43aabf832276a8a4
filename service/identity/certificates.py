"""Who is it that shows a client certificate? Read from a file that maps subjects of certificates to principals."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cryptography import x509

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.base.refusals import Reason, Refusal
from service.identity.principals import WITHOUT_ORGANIZATION, Kind, Principal, Role

if TYPE_CHECKING:
    from pathlib import Path

_say = speaker(__name__)

_FIELD = "TOUCHSTONE_CERTIFICATE_PRINCIPALS"
_ORGANIZATION = re.compile(r"organizations/([a-z0-9-]{1,63})\Z")
_KNOWN = frozenset({"organization", "roles"})


class Certificates:
    """Recognises client certificates by their subject, as RFC 4514 writes it."""

    def __init__(self, principals: dict[str, Principal]) -> None:
        """Know the principals by subject."""
        self._principals = principals

    @classmethod
    def read(cls, path: Path) -> Certificates:
        """Read the file: a table for each subject, with `organization` and `roles`.

        Raises:
            InputError: it cannot be read, or says something else; every problem is named.
        """
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            said = _say("FILE_UNREADABLE", path=path, problem=str(error))
            raise InputError((Violation(_FIELD, said, "MALFORMED"),)) from None
        violations: list[Violation] = []
        found = {subject: _principal(subject, table, violations) for subject, table in tables.items()}
        if not tables:
            violations.append(Violation(_FIELD, _say("NO_SUBJECTS", path=path), "REQUIRED"))
        if violations:
            raise InputError(tuple(violations))
        return cls(found)

    def principal(self, pem: bytes) -> Principal:
        """Give who a certificate stands for; that an authority trusted here made it was checked before.

        Raises:
            Refusal: nobody is known by its subject.
        """
        try:
            subject = _subject(pem)
        except ValueError:
            raise Refusal(Reason.CREDENTIAL_INVALID, _say("CERTIFICATE_UNREADABLE")) from None
        if subject not in self._principals:
            raise Refusal(Reason.CREDENTIAL_INVALID, _say("SUBJECT_UNKNOWN", subject=subject[:200]))
        return self._principals[subject]


@lru_cache(maxsize=256)
def _subject(pem: bytes) -> str:
    return x509.load_pem_x509_certificate(pem).subject.rfc4514_string()


def _principal(subject: str, table: Any, violations: list[Violation]) -> Principal:
    field = f"{_FIELD}[{subject[:80]}]"
    if not isinstance(table, dict) or not table.keys() <= _KNOWN:
        violations.append(Violation(field, _say("SUBJECT_TABLE"), "MALFORMED"))
        return Principal(subject, Kind.CERTIFICATE)
    named = table.get("organization", "")
    organization = _ORGANIZATION.match(named) if isinstance(named, str) else None
    if named and organization is None:
        violations.append(
            Violation(f"{field}.organization", _say("ORGANIZATION_FORM", found=str(named)[:80]), "MALFORMED")
        )
    roles = read_roles(table.get("roles"), f"{field}.roles", violations)
    if not named and not roles <= WITHOUT_ORGANIZATION:
        violations.append(Violation(f"{field}.organization", _say("ORGANIZATION_NEEDED"), "REQUIRED"))
    return Principal(subject, Kind.CERTIFICATE, organization[1] if organization else "", roles)


def read_roles(names: Any, field: str, violations: list[Violation]) -> frozenset[Role]:
    """Read a list of roles; what is none is noted."""
    known = [role.value for role in Role]
    if not isinstance(names, list) or not names or not all(name in known for name in names):
        violations.append(Violation(field, _say("ROLES_FORM", known=known), "WRONG_VALUE"))
        return frozenset()
    return frozenset(Role(name) for name in names)
