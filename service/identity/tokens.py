"""JWT verification (RFC 7519): cached key sets of the issuer (JWK, RFC 7517), claims, and principal.

Keys are reloaded after ten minutes, or for an unknown key id, at most twice a minute. After a day of failed reloads,
keys are no longer trusted.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jwt
from jwt import PyJWK, PyJWKClient, PyJWKSet
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

from rules.contracts import Message, message_factory
from service.base import logs
from service.base.refusals import Reason, Refusal
from service.base.resource_names import ID_PATTERN
from service.base.thread_pool import ThreadPool
from service.identity.principals import Principal, PrincipalKind, Role

_message = message_factory(__name__)

ALGORITHMS = (
    "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
)  # fmt: skip
"""Only asymmetric signatures, which a verifier cannot create."""
_REQUIRED = ("exp", "iss", "aud", "sub")
_SUBJECT = re.compile(r"[^\W_][\w.@:|/+ -]{0,199}\Z")
_ORGANIZATION = re.compile(rf"(?:organizations/)?({ID_PATTERN})\Z")
_ROLES = frozenset(role.value for role in Role)
_FRESH_SECONDS = 600.0
_PAUSE_SECONDS = 30.0
_TRUSTED_SECONDS = 86_400.0
_FETCH_SECONDS = 5.0
_JWT = jwt.PyJWT(options={"enforce_minimum_key_length": True})


@dataclass(frozen=True, slots=True)
class ClaimSettings:
    """Accepted claims of tokens; `organization` and `roles` may be dotted paths."""

    issuer: str
    audience: str
    algorithms: tuple[str, ...] = ALGORITHMS
    skew_seconds: int = 30
    organization: str = "organization"
    roles: str = "roles"


def is_url(place: str) -> bool:
    """Return whether a key location is a URL instead of a file."""
    return "://" in place


class KeySet:
    """Cached keys of an issuer, reloaded when needed."""

    def __init__(self, place: str, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._location = place
        self._clock = clock
        self._keys: dict[str | None, PyJWK] = {}
        self._read_at = self._tried_at = float("-inf")
        self._reading = asyncio.Lock()
        self._threads = ThreadPool()
        self._refresh_task: asyncio.Task[None] | None = None

    async def key(self, id: str | None) -> PyJWK | None:
        if self._age() > _TRUSTED_SECONDS:
            self._keys = {}
        if not self._keys:
            await self._refresh_keys()
            if not self._keys:
                raise Refusal(Reason.IDENTITY_UNAVAILABLE, _message("NO_KEYS"))
        elif self._age() > _FRESH_SECONDS and self._may_try():
            self._refresh_task = asyncio.create_task(self._refresh_keys())  # existing keys remain in use meanwhile
        key = self._find(id)
        if key is None and self._may_try():
            await self._refresh_keys()
            key = self._find(id)
        return key

    def _find(self, id: str | None) -> PyJWK | None:
        if id is None:
            return next(iter(self._keys.values())) if len(self._keys) == 1 else None
        return self._keys.get(id)

    def _age(self) -> float:
        return self._clock() - self._read_at

    def _may_try(self) -> bool:
        return self._clock() - self._tried_at > _PAUSE_SECONDS

    async def _refresh_keys(self) -> None:
        async with self._reading:
            if not self._may_try():
                return
            self._tried_at = self._clock()
            try:
                self._keys = await self._threads.do(_read_keys, self._location)
            except (OSError, ValueError, PyJWTError, RecursionError) as error:
                logs.error("keys_unreadable", error=type(error).__name__, trusted=bool(self._keys))
            else:
                self._read_at = self._clock()


def _read_keys(location: str) -> dict[str | None, PyJWK]:
    """Return the public signature keys; symmetric, encryption and unknown keys are omitted."""
    if is_url(location):
        read = PyJWKClient(location, cache_jwk_set=False, timeout=_FETCH_SECONDS).fetch_data()  # follows no redirects
    else:
        read = json.loads(Path(location).read_bytes())
    if not isinstance(read, dict) or not isinstance(read.get("keys"), list):
        raise ValueError("no key set")
    known = [entry for entry in read["keys"] if isinstance(entry, dict)]
    public = [{name: value for name, value in entry.items() if name != "d"} for entry in known]
    keys = {key.key_id: key for key in PyJWKSet(public).keys if _signs(key)}
    if not keys:
        raise ValueError("no usable key")
    return keys


def _signs(key: PyJWK) -> bool:
    return key.key_type != "oct" and key.public_key_use in ("sig", None) and isinstance(key.key_id, str | None)


class TokenAuthenticator:
    """Authenticator of tokens from one issuer."""

    def __init__(self, keys: KeySet, claims: ClaimSettings) -> None:
        self._keys = keys
        self._claims = claims

    async def principal(self, token: str) -> Principal:
        return self.named(await self.read(token))

    async def read(self, token: str) -> Mapping[str, Any]:
        """Return the claims of a valid token.

        Raises:
            Refusal: If the token is invalid, or the keys are unavailable.
        """
        try:
            header = jwt.get_unverified_header(token)
        except (PyJWTError, RecursionError):  # caused by deep nesting
            raise _invalid(_message("NO_TOKEN")) from None
        id = header.get("kid")
        key = await self._keys.key(id if isinstance(id, str) else None)
        if key is None:
            raise _invalid(_message("NO_SUCH_KEY"))
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
            raise _invalid(_failure_message(error)) from None
        return claims

    def named(self, claims: Mapping[str, Any]) -> Principal:
        subject = claims["sub"]
        if not _SUBJECT.match(subject):
            raise _invalid(_message("SUBJECT_UNREADABLE"))
        organization = _claim_value(claims, self._claims.organization)
        match = _ORGANIZATION.match(organization) if isinstance(organization, str) else None
        if organization is not None and match is None:
            raise _invalid(_message("ORGANIZATION_UNREADABLE", claim=self._claims.organization))
        named = _claim_value(claims, self._claims.roles)
        names = named.split() if isinstance(named, str) else [] if named is None else named
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise _invalid(_message("ROLES_UNREADABLE", claim=self._claims.roles))
        roles = frozenset(Role(name) for name in names if name in _ROLES)
        return Principal(subject, PrincipalKind.TOKEN, match[1] if match else "", roles)


def _claim_value(claims: Mapping[str, Any], name: str) -> Any:
    if name in claims:
        return claims[name]
    value: Any = claims
    for part in name.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _failure_message(error: Exception) -> Message:
    """Describe the failed check, without repeating any part of the token."""
    match error:
        case ExpiredSignatureError():
            return _message("EXPIRED")
        case ImmatureSignatureError():
            return _message("NOT_YET")
        case InvalidIssuerError():
            return _message("OTHER_ISSUER")
        case InvalidAudienceError():
            return _message("OTHER_AUDIENCE")
        case InvalidAlgorithmError():
            return _message("OTHER_ALGORITHM")
        case InvalidSignatureError():
            return _message("WRONG_SIGNATURE")
        case MissingRequiredClaimError():
            return _message("CLAIM_MISSING", claim=error.claim)
        case _:
            return _message("NO_TOKEN")


def _invalid(problem: Message) -> Refusal:
    return Refusal(Reason.CREDENTIAL_INVALID, problem)
