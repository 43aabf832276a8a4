"""Who is it that a JSON Web Token speaks of (RFC 7519), if it holds?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import jwt
from jwt.exceptions import (
    ExpiredSignatureError,
    ImmatureSignatureError,
    InvalidAlgorithmError,
    InvalidAudienceError,
    InvalidIssuerError,
    InvalidSignatureError,
    MissingRequiredClaimError,
    PyJWTError,
)

from rules.contracts.messages import speaker
from service.base.refusals import Reason, Refusal
from service.identity.principals import Kind, Principal, Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.messages import Message
    from service.identity.key_sets import KeySet

_say = speaker(__name__)

ALGORITHMS = (
    "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
)  # fmt: skip
"""What may be allowed: signatures whose checker cannot make them."""
_REQUIRED = ("exp", "iss", "aud", "sub")
_NAME = re.compile(r"[^\W_][\w.@:|/+ -]{0,199}\Z")
"""What a subject may look like in an envelope and a log."""
_ORGANIZATION = re.compile(r"(?:organizations/)?([a-z0-9-]{1,63})\Z")
_ROLES = frozenset(role.value for role in Role)
_JWT = jwt.PyJWT(options={"enforce_minimum_key_length": True})


@dataclass(frozen=True, slots=True)
class Claims:
    """Which tokens hold, and where they say organisation and roles: a claim, or a path of claims with dots."""

    issuer: str
    audience: str
    algorithms: tuple[str, ...] = ALGORITHMS
    skew_seconds: int = 30
    organization: str = "organization"
    roles: str = "roles"


class Tokens:
    """Recognises the tokens of one issuer."""

    def __init__(self, keys: KeySet, claims: Claims) -> None:
        """Trust these keys for these claims."""
        self._keys = keys
        self._claims = claims

    async def principal(self, token: str) -> Principal:
        """Give who a token speaks of.

        Raises:
            Refusal: it does not hold, or the keys of its issuer cannot be had now.
        """
        try:
            header = jwt.get_unverified_header(token)
        except (PyJWTError, RecursionError):  # of what is nested too deep
            raise _invalid(_say("NO_TOKEN")) from None
        id = header.get("kid")
        key = await self._keys.key(id if isinstance(id, str) else None)
        if key is None:
            raise _invalid(_say("NO_SUCH_KEY"))
        wanted = self._claims
        try:
            claims: dict[str, Any] = _JWT.decode(
                token,
                key,
                algorithms=wanted.algorithms,
                audience=wanted.audience,
                issuer=wanted.issuer,
                leeway=wanted.skew_seconds,
                options={"require": list(_REQUIRED)},
            )
        except (PyJWTError, RecursionError) as error:
            raise _invalid(_wrong(error)) from None
        return self._read(claims)

    def _read(self, claims: Mapping[str, Any]) -> Principal:
        subject = claims["sub"]
        if not _NAME.match(subject):
            raise _invalid(_say("SUBJECT_UNREADABLE"))
        organization = _claimed(claims, self._claims.organization)
        found = _ORGANIZATION.match(organization) if isinstance(organization, str) else None
        if organization is not None and found is None:
            raise _invalid(_say("ORGANIZATION_UNREADABLE", claim=self._claims.organization))
        named = _claimed(claims, self._claims.roles)
        names = named.split() if isinstance(named, str) else [] if named is None else named
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise _invalid(_say("ROLES_UNREADABLE", claim=self._claims.roles))
        roles = frozenset(Role(name) for name in names if name in _ROLES)
        return Principal(subject, Kind.TOKEN, found[1] if found else "", roles)


def _claimed(claims: Mapping[str, Any], name: str) -> Any:
    """Give the claim of a name, which may itself have dots, or else what stands at the end of the path."""
    if name in claims:
        return claims[name]
    found: Any = claims
    for part in name.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found


def _wrong(error: Exception) -> Message:
    """Say which check failed; of the token itself nothing is repeated."""
    match error:
        case ExpiredSignatureError():
            return _say("EXPIRED")
        case ImmatureSignatureError():
            return _say("NOT_YET")
        case InvalidIssuerError():
            return _say("OTHER_ISSUER")
        case InvalidAudienceError():
            return _say("OTHER_AUDIENCE")
        case InvalidAlgorithmError():
            return _say("OTHER_ALGORITHM")
        case InvalidSignatureError():
            return _say("WRONG_SIGNATURE")
        case MissingRequiredClaimError():
            return _say("CLAIM_MISSING", claim=error.claim)
        case _:
            return _say("NO_TOKEN")


def _invalid(problem: Message) -> Refusal:
    return Refusal(Reason.CREDENTIAL_INVALID, problem)
