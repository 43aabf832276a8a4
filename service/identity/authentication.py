"""Authentication of a call: API key or JWT as bearer token, else client certificate, as configured."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, message_factory
from service.base.addresses import is_safe
from service.base.refusals import Reason, Refusal
from service.identity.api_keys import is_api_key
from service.identity.certificates import CertificateAuthenticator, Revocations
from service.identity.principals import Principal
from service.identity.tokens import ALGORITHMS, ClaimSettings, KeySet, TokenAuthenticator, is_url

if TYPE_CHECKING:
    from service.configuration.settings import Settings

_say = message_factory(__name__)

_SCHEME = "bearer"


@dataclass(frozen=True, slots=True)
class Authentication:
    """The ways in which callers may say who they are; what is not set up is None."""

    keys: Callable[[str], Awaitable[Principal]] | None = None
    tokens: TokenAuthenticator | None = None
    certificates: CertificateAuthenticator | None = None
    revocations: Revocations | None = None

    async def principal(self, shown: Sequence[str], pem: bytes | None) -> Principal:
        """Give who shows this. What stands in the metadata decides, whatever certificate the connection has.

        A certificate that was revoked is refused in any case.

        Raises:
            Refusal: nothing is shown, or several things, it does not hold, or that cannot be found out now.
        """
        if self.revocations is not None and pem is not None:
            self.revocations.check(pem)
        if not shown:
            if self.certificates is not None and pem is not None:
                return self.certificates.principal(pem)
            raise Refusal(Reason.CREDENTIAL_REQUIRED, _say("CREDENTIAL_REQUIRED"))
        scheme, _, credential = shown[0].strip().partition(" ")
        if len(shown) > 1 or scheme.lower() != _SCHEME or not credential:
            raise Refusal(Reason.CREDENTIAL_INVALID, _say("NO_BEARER"))
        if is_api_key(credential):
            if self.keys is None:
                raise Refusal(Reason.CREDENTIAL_INVALID, _say("KEYS_NOT_TAKEN"))
            return await self.keys(credential)
        if self.tokens is None:
            raise Refusal(Reason.CREDENTIAL_INVALID, _say("TOKENS_NOT_TAKEN"))
        return await self.tokens.principal(credential)


def asks_identity(settings: Settings) -> bool:
    """Say whether callers have to say who they are."""
    return settings.api_keys or bool(settings.jwt_keys) or settings.certificate_principals is not None


def tokens_of(settings: Settings) -> TokenAuthenticator | None:
    """Give what recognises tokens, if that is set up.

    Raises:
        InputError: a setting is missing or cannot be used; all are named.
    """
    configured = {
        "TOUCHSTONE_JWT_KEYS": settings.jwt_keys,
        "TOUCHSTONE_JWT_ISSUER": settings.jwt_issuer,
        "TOUCHSTONE_JWT_AUDIENCE": settings.jwt_audience,
    }
    if not any(configured.values()):
        return None
    violations = [Violation(name, _say("JWT_TOGETHER"), "REQUIRED") for name, value in configured.items() if not value]
    if is_url(settings.jwt_keys) and not is_safe(settings.jwt_keys):
        violations.append(Violation("TOUCHSTONE_JWT_KEYS", _say("NOT_HTTPS"), "WRONG_VALUE"))
    claims = claims_of(settings, settings.jwt_issuer, settings.jwt_audience, violations)
    if violations:
        raise InputError(tuple(violations))
    return TokenAuthenticator(KeySet(settings.jwt_keys), claims)


def claims_of(settings: Settings, issuer: str, audience: str, violations: list[Violation]) -> ClaimSettings:
    """Give which tokens of an issuer hold, and note what cannot be used."""
    algorithms = tuple(settings.jwt_algorithms.replace(",", " ").split())
    if not algorithms or not set(algorithms) <= set(ALGORITHMS):
        message = _say("ALGORITHMS", found=algorithms, known=ALGORITHMS)
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
    """Give what recognises client certificates, if that is set up.

    Raises:
        InputError: the file that maps them cannot be used, or no authority for them is named.
    """
    if settings.certificate_principals is None:
        return None
    if settings.tls_client_ca is None:
        raise InputError((Violation("TOUCHSTONE_TLS_CLIENT_CA", _say("CLIENT_CA_NEEDED"), "REQUIRED"),))
    return CertificateAuthenticator.read(settings.certificate_principals)


def revocations_of(settings: Settings) -> Revocations | None:
    """Give what knows of revoked client certificates, if that is set up.

    Raises:
        InputError: the file of the lists cannot be used, or no authority for them is named.
    """
    if settings.tls_client_crl is None:
        return None
    if settings.tls_client_ca is None:
        raise InputError((Violation("TOUCHSTONE_TLS_CLIENT_CA", _say("CLIENT_CA_FOR_CRL"), "REQUIRED"),))
    return Revocations(settings.tls_client_crl, settings.tls_client_ca)
