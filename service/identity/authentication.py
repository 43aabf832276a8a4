"""Authentication of a call: API key or JWT as bearer token, else client certificate (mTLS)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, Violation, error_message, message_factory
from service.base import logs
from service.base.file_kinds import refusal_of_other_kind
from service.base.refusals import Reason, Refusal
from service.base.resource_names import ID_PATTERN
from service.base.secure_urls import is_safe
from service.identity.api_keys import is_api_key
from service.identity.principals import WITHOUT_ORGANIZATION, Principal, PrincipalKind, Role

if TYPE_CHECKING:
    from cryptography import x509

    from service.configuration.settings import Settings
    from service.identity.tokens import ClaimSettings, TokenAuthenticator


_message = message_factory(__name__)

_FIELD = "TOUCHSTONE_CERTIFICATE_PRINCIPALS"
_ORGANIZATION = re.compile(rf"organizations/({ID_PATTERN})\Z")
_ALLOWED_KEYS = frozenset({"organization", "roles"})
_REVOCATION_SETTING = "TOUCHSTONE_TLS_CLIENT_CRL"
_REVOCATION_LIST = re.compile(rb"-----BEGIN X509 CRL-----.*?-----END X509 CRL-----", re.DOTALL)


class CertificateAuthenticator:
    """Authenticator of client certificates by subject, written as in RFC 4514."""

    def __init__(self, principals: dict[str, Principal]) -> None:
        self._principals = principals

    @classmethod
    def read(cls, path: Path) -> CertificateAuthenticator:
        try:
            content = path.read_bytes()
            if (other_kind := refusal_of_other_kind(content, "TOML")) is not None:
                raise InputError.of(_FIELD, other_kind, "OTHER_KIND")
            tables = tomllib.loads(content.decode())
        except (OSError, ValueError) as error:
            message = _message("FILE_UNREADABLE", path=path, problem=error_message(error))
            raise InputError.of(_FIELD, message, "MALFORMED") from None
        violations: list[Violation] = []
        principals = {subject: _principal(subject, table, violations) for subject, table in tables.items()}
        if not tables:
            violations.append(Violation(_FIELD, _message("NO_SUBJECTS", path=path), "REQUIRED"))
        if violations:
            raise InputError(tuple(violations))
        return cls(principals)

    def principal(self, pem: bytes) -> Principal:
        """Return the principal of a certificate; the TLS layer has already verified its issuer."""
        try:
            subject = _certificate(pem).subject.rfc4514_string()
        except ValueError:
            raise Refusal(Reason.CREDENTIAL_INVALID, _message("CERTIFICATE_UNREADABLE")) from None
        if subject not in self._principals:
            raise Refusal(Reason.CREDENTIAL_INVALID, _message("SUBJECT_UNKNOWN", subject=subject[:200]))
        return self._principals[subject]


@lru_cache(maxsize=256)
def _certificate(pem: bytes) -> x509.Certificate:
    from cryptography import x509  # noqa: PLC0415 -- only for client certificates

    return x509.load_pem_x509_certificate(pem)


def _principal(subject: str, table: Any, violations: list[Violation]) -> Principal:
    field = f"{_FIELD}[{subject[:80]}]"
    if not isinstance(table, dict) or not table.keys() <= _ALLOWED_KEYS:
        violations.append(Violation(field, _message("SUBJECT_TABLE"), "MALFORMED"))
        return Principal(subject, PrincipalKind.CERTIFICATE)
    named = table.get("organization", "")
    organization = _ORGANIZATION.match(named) if isinstance(named, str) else None
    if named and organization is None:
        violations.append(
            Violation(f"{field}.organization", _message("ORGANIZATION_FORM", found=str(named)[:80]), "MALFORMED")
        )
    roles = _read_roles(table.get("roles"), f"{field}.roles", violations)
    if not named and not roles <= WITHOUT_ORGANIZATION:
        violations.append(Violation(f"{field}.organization", _message("ORGANIZATION_NEEDED"), "REQUIRED"))
    return Principal(subject, PrincipalKind.CERTIFICATE, organization[1] if organization else "", roles)


def _read_roles(names: Any, field: str, violations: list[Violation]) -> frozenset[Role]:
    known = [role.value for role in Role]
    if not isinstance(names, list) or not names or not all(name in known for name in names):
        violations.append(Violation(field, _message("ROLES_FORM", known=known), "WRONG_VALUE"))
        return frozenset()
    return frozenset(Role(name) for name in names)


class Revocations:
    """Revocation lists of the client certificate authorities; each authority needs a current list."""

    def __init__(self, path: Path, authorities: Path) -> None:
        self._path, self._authorities = path, authorities
        self._seen, self._lists = self._file_state(), self._load_lists()

    def check(self, pem: bytes) -> None:
        self._renew()
        try:
            certificate = _certificate(pem)
        except ValueError:
            raise Refusal(Reason.CREDENTIAL_INVALID, _message("CERTIFICATE_UNREADABLE")) from None
        issuer = certificate.issuer.rfc4514_string()
        revocation_list = self._lists.get(issuer)
        if revocation_list is None:
            raise Refusal(Reason.IDENTITY_UNAVAILABLE, _message("NO_REVOCATIONS", issuer=issuer[:200]))
        if revocation_list.get_revoked_certificate_by_serial_number(certificate.serial_number) is not None:
            raise Refusal(Reason.CREDENTIAL_INVALID, _message("CERTIFICATE_REVOKED"))
        until = revocation_list.next_update_utc
        if until is not None and until <= datetime.now(UTC):
            raise Refusal(Reason.IDENTITY_UNAVAILABLE, _message("REVOCATIONS_EXPIRED", issuer=issuer[:200]))

    def _renew(self) -> None:
        try:
            marks = self._file_state()
            if marks == self._seen:
                return
            self._seen = marks
            self._lists = self._load_lists()
        except InputError as error:
            logs.error("revocations_not_renewed", error=type(error).__name__)
        else:
            logs.info("revocations_renewed")

    def _file_state(self) -> tuple[int, int]:
        try:
            stat = self._path.stat()
        except OSError as error:
            raise _unusable(self._path, error_message(error)) from None
        return stat.st_mtime_ns, stat.st_ino

    def _load_lists(self) -> Mapping[str, x509.CertificateRevocationList]:
        from cryptography import x509  # noqa: PLC0415 -- only for client certificates

        try:
            lists = [x509.load_pem_x509_crl(pem) for pem in _REVOCATION_LIST.findall(self._path.read_bytes())]
            authorities = x509.load_pem_x509_certificates(self._authorities.read_bytes())
        except (OSError, ValueError) as error:
            raise _unusable(self._path, error_message(error)) from None
        if not lists:
            raise _unusable(self._path, _message("NO_LIST"))
        for revocation_list in lists:
            if not any(
                _signed(revocation_list, authority)
                for authority in authorities
                if authority.subject == revocation_list.issuer
            ):
                raise _unusable(
                    self._path, _message("LIST_UNSIGNED", issuer=revocation_list.issuer.rfc4514_string()[:200])
                )
        return {each.issuer.rfc4514_string(): each for each in lists}


def _signed(revocation_list: x509.CertificateRevocationList, authority: x509.Certificate) -> bool:
    return revocation_list.is_signature_valid(authority.public_key())  # type: ignore[arg-type] # any key type


def _unusable(path: Path, problem: str) -> InputError:
    return InputError.of(_REVOCATION_SETTING, _message("REVOCATIONS_UNUSABLE", path=path, problem=problem), "MALFORMED")


_SCHEME = "bearer"


@dataclass(frozen=True, slots=True)
class Authentication:
    """Configured authentication methods; None if not configured."""

    keys: Callable[[str], Awaitable[Principal]] | None = None
    tokens: TokenAuthenticator | None = None
    certificates: CertificateAuthenticator | None = None
    revocations: Revocations | None = None

    async def principal(self, shown: Sequence[str], pem: bytes | None) -> Principal:
        """Return the authenticated caller.

        Metadata takes precedence over the certificate, but a revoked certificate is always refused.

        Raises:
            Refusal: If credentials are missing, ambiguous or invalid, or cannot be checked now.
        """
        if self.revocations is not None and pem is not None:
            self.revocations.check(pem)
        if not shown:
            if self.certificates is not None and pem is not None:
                return self.certificates.principal(pem)
            raise Refusal(Reason.CREDENTIAL_REQUIRED, _message("CREDENTIAL_REQUIRED"))
        scheme, _, credential = shown[0].strip().partition(" ")
        if len(shown) > 1 or scheme.lower() != _SCHEME or not credential:
            raise Refusal(Reason.CREDENTIAL_INVALID, _message("NO_BEARER"))
        if is_api_key(credential):
            if self.keys is None:
                raise Refusal(Reason.CREDENTIAL_INVALID, _message("KEYS_NOT_TAKEN"))
            return await self.keys(credential)
        if self.tokens is None:
            raise Refusal(Reason.CREDENTIAL_INVALID, _message("TOKENS_NOT_TAKEN"))
        return await self.tokens.principal(credential)


def asks_identity(settings: Settings) -> bool:
    """Return whether callers must authenticate."""
    return settings.api_keys or bool(settings.jwt_keys) or settings.certificate_principals is not None


def tokens_of(settings: Settings) -> TokenAuthenticator | None:
    """Return the configured token authenticator, if any; raise InputError for missing or invalid settings."""
    configured = {
        "TOUCHSTONE_JWT_KEYS": settings.jwt_keys,
        "TOUCHSTONE_JWT_ISSUER": settings.jwt_issuer,
        "TOUCHSTONE_JWT_AUDIENCE": settings.jwt_audience,
    }
    if not any(configured.values()):
        return None
    from service.identity.tokens import KeySet, TokenAuthenticator, is_url  # noqa: PLC0415 -- only for tokens

    violations = [
        Violation(name, _message("JWT_TOGETHER"), "REQUIRED") for name, value in configured.items() if not value
    ]
    if is_url(settings.jwt_keys) and not is_safe(settings.jwt_keys):
        violations.append(Violation("TOUCHSTONE_JWT_KEYS", _message("NOT_HTTPS"), "WRONG_VALUE"))
    claims = claims_of(settings, settings.jwt_issuer, settings.jwt_audience, violations)
    if violations:
        raise InputError(tuple(violations))
    return TokenAuthenticator(KeySet(settings.jwt_keys), claims)


def claims_of(settings: Settings, issuer: str, audience: str, violations: list[Violation]) -> ClaimSettings:
    """Return the claim settings of an issuer; append a violation for invalid algorithms."""
    from service.identity.tokens import ALGORITHMS, ClaimSettings  # noqa: PLC0415 -- only for tokens

    algorithms = tuple(settings.jwt_algorithms.replace(",", " ").split())
    if not algorithms or not set(algorithms) <= set(ALGORITHMS):
        message = _message("ALGORITHMS", found=algorithms, known=ALGORITHMS)
        violations.append(Violation("TOUCHSTONE_JWT_ALGORITHMS", message, "WRONG_VALUE"))
    return ClaimSettings(
        issuer=issuer,
        audience=audience,
        algorithms=algorithms,
        skew_seconds=settings.jwt_clock_skew_seconds,
        organization=settings.jwt_organization_claim,
        roles=settings.jwt_roles_claim,
    )


def certificates_of(settings: Settings) -> CertificateAuthenticator | None:
    """Return the configured certificate authenticator, if any; raise InputError without a client CA."""
    if settings.certificate_principals is None:
        return None
    if settings.tls_client_ca is None:
        raise InputError.of("TOUCHSTONE_TLS_CLIENT_CA", _message("CLIENT_CA_NEEDED"), "REQUIRED")
    return CertificateAuthenticator.read(settings.certificate_principals)


def revocations_of(settings: Settings) -> Revocations | None:
    """Return the configured revocation lists, if any; raise InputError without a client CA."""
    if settings.tls_client_crl is None:
        return None
    if settings.tls_client_ca is None:
        raise InputError.of("TOUCHSTONE_TLS_CLIENT_CA", _message("CLIENT_CA_FOR_CRL"), "REQUIRED")
    return Revocations(settings.tls_client_crl, settings.tls_client_ca)
