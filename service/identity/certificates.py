"""Client certificates (mTLS): principals by subject (RFC 4514), and revocation lists."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from cryptography import x509

from rules.contracts import InputError, Violation, error_message, message_factory
from service.base import logs
from service.base.names import ID_PATTERN
from service.base.refusals import Reason, Refusal
from service.identity.principals import WITHOUT_ORGANIZATION, Principal, PrincipalKind, Role

_say = message_factory(__name__)

_FIELD = "TOUCHSTONE_CERTIFICATE_PRINCIPALS"
_ORGANIZATION = re.compile(rf"organizations/({ID_PATTERN})\Z")
_KNOWN = frozenset({"organization", "roles"})
_LISTS = "TOUCHSTONE_TLS_CLIENT_CRL"
_LIST = re.compile(rb"-----BEGIN X509 CRL-----.*?-----END X509 CRL-----", re.DOTALL)


class CertificateAuthenticator:
    """Recognises client certificates by their subject, as RFC 4514 writes it."""

    def __init__(self, principals: dict[str, Principal]) -> None:
        """Know the principals by subject."""
        self._principals = principals

    @classmethod
    def read(cls, path: Path) -> CertificateAuthenticator:
        """Read the file: a table for each subject, with `organization` and `roles`."""
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            message = _say("FILE_UNREADABLE", path=path, problem=str(error))
            raise InputError((Violation(_FIELD, message, "MALFORMED"),)) from None
        violations: list[Violation] = []
        principals = {subject: _principal(subject, table, violations) for subject, table in tables.items()}
        if not tables:
            violations.append(Violation(_FIELD, _say("NO_SUBJECTS", path=path), "REQUIRED"))
        if violations:
            raise InputError(tuple(violations))
        return cls(principals)

    def principal(self, pem: bytes) -> Principal:
        """Give who a certificate stands for; that an authority trusted here made it was checked before."""
        try:
            subject = _certificate(pem).subject.rfc4514_string()
        except ValueError:
            raise Refusal(Reason.CREDENTIAL_INVALID, _say("CERTIFICATE_UNREADABLE")) from None
        if subject not in self._principals:
            raise Refusal(Reason.CREDENTIAL_INVALID, _say("SUBJECT_UNKNOWN", subject=subject[:200]))
        return self._principals[subject]


@lru_cache(maxsize=256)
def _certificate(pem: bytes) -> x509.Certificate:
    return x509.load_pem_x509_certificate(pem)


def _principal(subject: str, table: Any, violations: list[Violation]) -> Principal:
    field = f"{_FIELD}[{subject[:80]}]"
    if not isinstance(table, dict) or not table.keys() <= _KNOWN:
        violations.append(Violation(field, _say("SUBJECT_TABLE"), "MALFORMED"))
        return Principal(subject, PrincipalKind.CERTIFICATE)
    named = table.get("organization", "")
    organization = _ORGANIZATION.match(named) if isinstance(named, str) else None
    if named and organization is None:
        violations.append(
            Violation(f"{field}.organization", _say("ORGANIZATION_FORM", found=str(named)[:80]), "MALFORMED")
        )
    roles = read_roles(table.get("roles"), f"{field}.roles", violations)
    if not named and not roles <= WITHOUT_ORGANIZATION:
        violations.append(Violation(f"{field}.organization", _say("ORGANIZATION_NEEDED"), "REQUIRED"))
    return Principal(subject, PrincipalKind.CERTIFICATE, organization[1] if organization else "", roles)


def read_roles(names: Any, field: str, violations: list[Violation]) -> frozenset[Role]:
    """Read a list of roles; what is none is noted."""
    known = [role.value for role in Role]
    if not isinstance(names, list) or not names or not all(name in known for name in names):
        violations.append(Violation(field, _say("ROLES_FORM", known=known), "WRONG_VALUE"))
        return frozenset()
    return frozenset(Role(name) for name in names)


class Revocations:
    """The lists of the authorities whose client certificates are trusted; one of each must be there, and in date."""

    def __init__(self, path: Path, authorities: Path) -> None:
        """Read the lists, PEM, each signed by one of the authorities."""
        self._path, self._authorities = path, authorities
        self._seen, self._lists = self._marks(), self._read()

    def check(self, pem: bytes) -> None:
        """Refuse a certificate that its authority has revoked, or of which that cannot be known now."""
        self._renew()
        try:
            certificate = _certificate(pem)
        except ValueError:
            raise Refusal(Reason.CREDENTIAL_INVALID, _say("CERTIFICATE_UNREADABLE")) from None
        issuer = certificate.issuer.rfc4514_string()
        revocation_list = self._lists.get(issuer)
        if revocation_list is None:
            raise Refusal(Reason.IDENTITY_UNAVAILABLE, _say("NO_REVOCATIONS", issuer=issuer[:200]))
        if revocation_list.get_revoked_certificate_by_serial_number(certificate.serial_number) is not None:
            raise Refusal(Reason.CREDENTIAL_INVALID, _say("CERTIFICATE_REVOKED"))
        until = revocation_list.next_update_utc
        if until is not None and until <= datetime.now(UTC):
            raise Refusal(Reason.IDENTITY_UNAVAILABLE, _say("REVOCATIONS_EXPIRED", issuer=issuer[:200]))

    def _renew(self) -> None:
        """Read the file again if it is another; one that cannot be used leaves what was read before."""
        try:
            marks = self._marks()
            if marks == self._seen:
                return
            self._seen = marks
            self._lists = self._read()
        except InputError as error:
            logs.error("revocations_not_renewed", error=type(error).__name__)
        else:
            logs.info("revocations_renewed")

    def _marks(self) -> tuple[int, int]:
        try:
            stat = self._path.stat()
        except OSError as error:
            raise _unusable(self._path, error_message(error)) from None
        return stat.st_mtime_ns, stat.st_ino

    def _read(self) -> Mapping[str, x509.CertificateRevocationList]:
        try:
            lists = [x509.load_pem_x509_crl(pem) for pem in _LIST.findall(self._path.read_bytes())]
            authorities = x509.load_pem_x509_certificates(self._authorities.read_bytes())
        except (OSError, ValueError) as error:
            raise _unusable(self._path, error_message(error)) from None
        if not lists:
            raise _unusable(self._path, _say("NO_LIST"))
        for revocation_list in lists:
            if not any(
                _signed(revocation_list, authority)
                for authority in authorities
                if authority.subject == revocation_list.issuer
            ):
                raise _unusable(self._path, _say("LIST_UNSIGNED", issuer=revocation_list.issuer.rfc4514_string()[:200]))
        return {one.issuer.rfc4514_string(): one for one in lists}


def _signed(revocation_list: x509.CertificateRevocationList, authority: x509.Certificate) -> bool:
    return revocation_list.is_signature_valid(authority.public_key())  # type: ignore[arg-type]  # of whatever kind it is


def _unusable(path: Path, problem: str) -> InputError:
    return InputError((Violation(_LISTS, _say("REVOCATIONS_UNUSABLE", path=path, problem=problem), "MALFORMED"),))
