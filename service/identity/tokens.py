"""JWT verification (RFC 7519): cached key sets of the issuer (JWK, RFC 7517), claims, and principal.

The keys are read from a file or a URL, again when they are ten minutes old, and when a token names another key, though
no more than twice a minute, whatever callers send. Keys that could not be read again for a day are trusted no longer.
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

_say = message_factory(__name__)

ALGORITHMS = (
    "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
)  # fmt: skip
"""What may be allowed: signatures whose checker cannot make them."""
_REQUIRED = ("exp", "iss", "aud", "sub")
_NAME = re.compile(r"[^\W_][\w.@:|/+ -]{0,199}\Z")
"""What a subject may look like in an envelope and a log."""
_ORGANIZATION = re.compile(rf"(?:organizations/)?({ID_PATTERN})\Z")
_ROLES = frozenset(role.value for role in Role)
_FRESH_SECONDS = 600.0
_PAUSE_SECONDS = 30.0
_TRUSTED_SECONDS = 86_400.0
_FETCH_SECONDS = 5.0
_JWT = jwt.PyJWT(options={"enforce_minimum_key_length": True})


@dataclass(frozen=True, slots=True)
class ClaimSettings:
    """Which tokens hold, and where they say organisation and roles: a claim, or a path of claims with dots."""

    issuer: str
    audience: str
    algorithms: tuple[str, ...] = ALGORITHMS
    skew_seconds: int = 30
    organization: str = "organization"
    roles: str = "roles"


def is_url(place: str) -> bool:
    """Say whether a place of keys is a URL and not a file."""
    return "://" in place


class KeySet:
    """The keys of one issuer, kept and read again."""

    def __init__(self, place: str, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Know where the keys are; nothing is read yet."""
        self._place = place
        self._clock = clock
        self._keys: dict[str | None, PyJWK] = {}
        self._read_at = self._tried_at = float("-inf")
        self._reading = asyncio.Lock()
        self._threads = ThreadPool()
        self._again: asyncio.Task[None] | None = None

    async def key(self, id: str | None) -> PyJWK | None:
        """Give the key of this id, or the only one if none is named; None if there is no such key."""
        if self._age() > _TRUSTED_SECONDS:
            self._keys = {}
        if not self._keys:
            await self._refresh_keys()
            if not self._keys:
                raise Refusal(Reason.IDENTITY_UNAVAILABLE, _say("NO_KEYS"))
        elif self._age() > _FRESH_SECONDS and self._may_try():
            self._again = asyncio.create_task(self._refresh_keys())  # the keys at hand serve meanwhile
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
        """Read the keys unless that was just tried; where it fails, those at hand stay."""
        async with self._reading:
            if not self._may_try():
                return
            self._tried_at = self._clock()
            try:
                self._keys = await self._threads.do(_read_keys, self._place)
            except (OSError, ValueError, PyJWTError, RecursionError) as error:
                logs.error("keys_unreadable", error=type(error).__name__, trusted=bool(self._keys))
            else:
                self._read_at = self._clock()


def _read_keys(place: str) -> dict[str | None, PyJWK]:
    """Give the public keys for signatures; what is for encryption, shared, or of an unknown kind is left out."""
    if is_url(place):
        read = PyJWKClient(place, cache_jwk_set=False, timeout=_FETCH_SECONDS).fetch_data()  # follows no redirects
    else:
        read = json.loads(Path(place).read_bytes())
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
    """Recognises the tokens of one issuer."""

    def __init__(self, keys: KeySet, claims: ClaimSettings) -> None:
        """Trust these keys for these claims."""
        self._keys = keys
        self._claims = claims

    async def principal(self, token: str) -> Principal:
        """Give who a token speaks of."""
        return self.named(await self.read(token))

    async def read(self, token: str) -> Mapping[str, Any]:
        """Give what a token says, if it holds.

        Raises:
            Refusal: it does not, or the keys cannot be had.
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
        return claims

    def named(self, claims: Mapping[str, Any]) -> Principal:
        """Give whom claims speak of.

        Raises:
            Refusal: they name subject, organisation or roles in a form that is not ours.
        """
        subject = claims["sub"]
        if not _NAME.match(subject):
            raise _invalid(_say("SUBJECT_UNREADABLE"))
        organization = _claimed(claims, self._claims.organization)
        match = _ORGANIZATION.match(organization) if isinstance(organization, str) else None
        if organization is not None and match is None:
            raise _invalid(_say("ORGANIZATION_UNREADABLE", claim=self._claims.organization))
        named = _claimed(claims, self._claims.roles)
        names = named.split() if isinstance(named, str) else [] if named is None else named
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise _invalid(_say("ROLES_UNREADABLE", claim=self._claims.roles))
        roles = frozenset(Role(name) for name in names if name in _ROLES)
        return Principal(subject, PrincipalKind.TOKEN, match[1] if match else "", roles)


def _claimed(claims: Mapping[str, Any], name: str) -> Any:
    """Give the claim of a name, which may itself have dots, or else what stands at the end of the path."""
    if name in claims:
        return claims[name]
    value: Any = claims
    for part in name.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


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
