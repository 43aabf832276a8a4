"""OpenID Connect sign-in: redirect to the provider, and exchange of its code.

The server stores no pending sign-in: state, nonce and PKCE verifier (RFC 7636) derive from a secret in the browser.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import secrets
import time
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus, urlencode, urlsplit

from rules.contracts import InputError, Violation, message_factory
from service.base import logs
from service.base.bounded_http_client import BoundedHttpClient
from service.base.refusals import Reason, Refusal
from service.base.secure_urls import is_safe
from service.base.thread_pool import ThreadPool
from service.identity.authentication import asks_identity, claims_of
from service.identity.principals import WITHOUT_ORGANIZATION, Principal
from service.identity.tokens import KeySet, TokenAuthenticator
from touchstone.client.addresses import is_local_host

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from service.configuration.settings import Settings
    from service.identity.tokens import ClaimSettings

_message = message_factory(__name__)

TO_PROVIDER, FROM_PROVIDER = "/workbench/sign-in/provider", "/workbench/sign-in/callback"
_SIGN_IN = "/workbench/sign-in"
_METADATA_PATH = "/.well-known/openid-configuration"
_METADATA_SECONDS, _PAUSE_SECONDS = 3_600.0, 2.0
"""Lifetime of metadata, and pause after a failed request."""
_REQUEST_SECONDS = 5.0
_MAX_BYTES = 256 << 10
_THREADS = 4
_ERRORS = frozenset(
    {
        "access_denied", "account_selection_required", "consent_required", "interaction_required", "invalid_request",
        "invalid_scope", "login_required", "server_error", "temporarily_unavailable", "unauthorized_client",
        "unsupported_response_type",
    }
)  # fmt: skip
"""Reported error codes (RFC 6749, OpenID Connect Core); others are hidden."""


@dataclass(frozen=True, slots=True)
class ClientRegistration:
    """Registration of the workbench at a provider, with accepted claims."""

    issuer: str
    client: str
    secret_file: Path | None
    name: str
    scopes: str
    strengths: tuple[str, ...]
    """Accepted acr claims; empty accepts all."""
    url: str
    claims: ClaimSettings


@dataclass(frozen=True, slots=True)
class _ProviderMetadata:
    authorization: str
    token: str
    end: str
    secret_in_body: bool
    tokens: TokenAuthenticator
    keys: str


class Provider:
    """OpenID Connect provider for sign-in."""

    def __init__(self, registered: ClientRegistration, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._registration, self._clock = registered, clock
        self._metadata: _ProviderMetadata | None = None
        self._loaded_at = self._failed_at = float("-inf")
        self._pending_load: asyncio.Task[_ProviderMetadata] | None = None
        self._threads = ThreadPool(_THREADS)

    @property
    def name(self) -> str:
        return self._registration.name

    def close(self) -> None:
        self._threads.close()

    async def leave(self) -> tuple[str, str]:
        """Return the address to redirect to, and the secret for the browser."""
        metadata, secret = await self._current_metadata(), secrets.token_urlsafe(32)
        parameters = {
            "response_type": "code",
            "client_id": self._registration.client,
            "redirect_uri": self._registration.url + FROM_PROVIDER,
            "scope": self._registration.scopes,
            "state": _derived("state", secret),
            "nonce": _derived("nonce", secret),
            "code_challenge": _digest(_derived("verifier", secret)),
            "code_challenge_method": "S256",
        }
        if self._registration.strengths:
            parameters["acr_values"] = " ".join(self._registration.strengths)
        return _with_query(metadata.authorization, parameters), secret

    async def come_back(self, query: Mapping[str, str], secret: str) -> Principal:
        if not secret or not hmac.compare_digest(query.get("state", "").encode(), _derived("state", secret).encode()):
            raise Refusal(Reason.CREDENTIAL_INVALID, _message("NOT_BEGUN", name=self.name))
        if "error" in query or not query.get("code"):
            problem = query.get("error") if query.get("error") in _ERRORS else "-"
            raise Refusal(Reason.CREDENTIAL_INVALID, _message("PROVIDER_REFUSES", name=self.name, problem=problem))
        metadata = await self._current_metadata()
        if (
            query.get("iss", self._registration.issuer) != self._registration.issuer
        ):  # RFC 9207: the code is from another provider
            raise self._invalid_sign_in("iss")
        id_token = await self._threads.do(self._exchange, metadata, query["code"], _derived("verifier", secret))
        try:
            claims = await metadata.tokens.read(id_token)
            principal = metadata.tokens.named(claims)
        except Refusal as refusal:
            if refusal.reason is Reason.IDENTITY_UNAVAILABLE:
                raise self._unavailable("keys") from None
            raise self._invalid_sign_in(str(refusal)) from None
        self._check_intended(claims, _derived("nonce", secret))
        if not principal.roles:
            message = _message("NO_ROLE", name=self.name, id=principal.id, claim=self._registration.claims.roles)
            raise Refusal(Reason.ROLE_NEEDED, message)
        if not principal.organization and principal.roles - WITHOUT_ORGANIZATION:
            message = _message(
                "NO_ORGANIZATION", name=self.name, id=principal.id, claim=self._registration.claims.organization
            )
            raise Refusal(Reason.ROLE_NEEDED, message)
        logs.info("signed_in", account=principal.account, issuer=self._registration.issuer)
        return principal

    async def end(self) -> str:
        try:
            metadata = await self._current_metadata()
        except Refusal:
            return ""
        back = {"client_id": self._registration.client, "post_logout_redirect_uri": self._registration.url + _SIGN_IN}
        return _with_query(metadata.end, back) if metadata.end else ""

    def _check_intended(self, claims: Mapping[str, Any], nonce: str) -> None:
        claimed_nonce, authorized_party = claims.get("nonce"), claims.get("azp")
        if not isinstance(claimed_nonce, str) or not hmac.compare_digest(claimed_nonce.encode(), nonce.encode()):
            raise self._invalid_sign_in("nonce")
        several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
        if (several or authorized_party is not None) and authorized_party != self._registration.client:
            raise self._invalid_sign_in("azp")
        if self._registration.strengths and claims.get("acr") not in self._registration.strengths:
            raise Refusal(Reason.CREDENTIAL_INVALID, _message("TOO_WEAK", name=self.name))

    async def _current_metadata(self) -> _ProviderMetadata:
        now = self._clock()
        if self._metadata is not None and now - self._loaded_at < _METADATA_SECONDS:
            return self._metadata
        if self._pending_load is None or self._pending_load.done():
            if now - self._failed_at < _PAUSE_SECONDS:
                return self._previous_metadata("again")
            self._pending_load = asyncio.create_task(self._load_metadata())
        return await asyncio.shield(self._pending_load)

    async def _load_metadata(self) -> _ProviderMetadata:
        try:
            read = await self._threads.do(self._fetch_metadata)
        except (OSError, HTTPException, ValueError, RecursionError) as error:
            self._failed_at = self._clock()
            return self._previous_metadata(type(error).__name__)
        keys_url, previous = read["jwks_uri"], self._metadata
        tokens = (
            previous.tokens
            if previous and previous.keys == keys_url
            else TokenAuthenticator(KeySet(keys_url), self._registration.claims)
        )
        methods = read.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        self._metadata = _ProviderMetadata(
            authorization=read["authorization_endpoint"],
            token=read["token_endpoint"],
            end=read.get("end_session_endpoint", ""),
            secret_in_body="client_secret_basic" not in methods,
            tokens=tokens,
            keys=keys_url,
        )
        self._loaded_at = self._clock()
        return self._metadata

    def _previous_metadata(self, problem: str) -> _ProviderMetadata:
        if self._metadata is None:
            raise self._unavailable(problem)
        return self._metadata

    def _fetch_metadata(self) -> dict[str, Any]:
        """Fetch the provider metadata and check its issuer and endpoints."""
        status, content = _send_request(self._registration.issuer.removesuffix("/") + _METADATA_PATH)
        read = json.loads(content)
        if status != HTTPStatus.OK or not isinstance(read, dict) or read.get("issuer") != self._registration.issuer:
            raise ValueError("not what this issuer announces")
        needed = [read.get(name) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")]
        if not all(
            isinstance(url, str) and is_safe(url) for url in (*needed, read.get("end_session_endpoint", needed[0]))
        ):
            raise ValueError("an endpoint is missing, or can be listened to")
        return read

    def _exchange(self, metadata: _ProviderMetadata, code: str, verifier: str) -> str:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._registration.url + FROM_PROVIDER,
            "code_verifier": verifier,
        }
        headers = {"content-type": "application/x-www-form-urlencoded", "accept": "application/json"}
        try:
            secret = "" if self._registration.secret_file is None else _secret(self._registration.secret_file)
            if secret and not metadata.secret_in_body:
                pair = f"{quote_plus(self._registration.client)}:{quote_plus(secret)}"
                headers["authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
            else:
                form |= {"client_id": self._registration.client} | ({"client_secret": secret} if secret else {})
            status, content = _send_request(metadata.token, urlencode(form).encode(), headers)
            if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                raise self._unavailable(str(status))
            read = json.loads(content)
        except (OSError, HTTPException, ValueError, RecursionError) as error:
            raise self._unavailable(type(error).__name__) from None
        id_token = read.get("id_token") if isinstance(read, dict) and status == HTTPStatus.OK else None
        if not isinstance(id_token, str):
            error_code = read.get("error") if isinstance(read, dict) else None
            raise self._invalid_sign_in(f"{status} {str(error_code)[:40]}")
        return id_token

    def _unavailable(self, problem: str) -> Refusal:
        logs.error("provider_unavailable", issuer=self._registration.issuer, problem=problem)
        return Refusal(Reason.IDENTITY_UNAVAILABLE, _message("PROVIDER_DOWN", name=self.name))

    def _invalid_sign_in(self, problem: str) -> Refusal:
        logs.warning("sign_in_refused", issuer=self._registration.issuer, problem=problem)
        return Refusal(Reason.CREDENTIAL_INVALID, _message("NOT_HELD", name=self.name))


def provider_of(settings: Settings) -> Provider | None:
    """Return the configured provider, or None; raise InputError with all invalid settings."""
    violations = [*_address_violations(settings)]
    if settings.oidc_issuer or settings.oidc_client_id:
        violations += [*_registration_violations(settings), *_secret_violations(settings)]
    claims = claims_of(settings, settings.oidc_issuer, settings.oidc_client_id, violations)
    if violations:
        raise InputError(tuple(violations))
    if not settings.oidc_issuer:
        return None
    return Provider(
        ClientRegistration(
            issuer=settings.oidc_issuer,
            client=settings.oidc_client_id,
            secret_file=settings.oidc_client_secret_file,
            name=settings.oidc_name or str(urlsplit(settings.oidc_issuer).hostname),
            scopes=" ".join(settings.oidc_scopes.split()),
            strengths=tuple(settings.oidc_acr.split()),
            url=settings.workbench_url,
            claims=claims,
        )
    )


def _address_violations(settings: Settings) -> Iterator[Violation]:
    url = urlsplit(settings.workbench_url)
    if settings.workbench_url and (not is_safe(settings.workbench_url) or url.path or url.query or url.fragment):
        yield Violation("TOUCHSTONE_WORKBENCH_URL", _message("NO_WORKBENCH_URL"), "WRONG_VALUE")


def _registration_violations(settings: Settings) -> Iterator[Violation]:
    options = {
        "TOUCHSTONE_OIDC_ISSUER": settings.oidc_issuer,
        "TOUCHSTONE_OIDC_CLIENT_ID": settings.oidc_client_id,
        "TOUCHSTONE_WORKBENCH_URL": settings.workbench_url,
    }
    yield from (Violation(name, _message("OIDC_TOGETHER"), "REQUIRED") for name, value in options.items() if not value)
    if settings.oidc_issuer and not is_safe(settings.oidc_issuer):
        yield Violation("TOUCHSTONE_OIDC_ISSUER", _message("ISSUER_NOT_HTTPS"), "WRONG_VALUE")
    if settings.jwt_issuer and settings.jwt_issuer != settings.oidc_issuer:
        # Users and callers are identified by subject only, which is unique only within an issuer.
        yield Violation("TOUCHSTONE_OIDC_ISSUER", _message("TWO_ISSUERS"), "WRONG_VALUE")
    if settings.oidc_client_id and settings.oidc_client_id == settings.jwt_audience:
        yield Violation("TOUCHSTONE_OIDC_CLIENT_ID", _message("ONE_AUDIENCE"), "WRONG_VALUE")
    if "openid" not in settings.oidc_scopes.split():
        yield Violation("TOUCHSTONE_OIDC_SCOPES", _message("NO_OPENID"), "WRONG_VALUE")
    host = urlsplit(settings.workbench_url).hostname or ""
    if is_safe(settings.workbench_url) and not is_local_host(host) and not asks_identity(settings):
        yield Violation("TOUCHSTONE_WORKBENCH_URL", _message("CALLS_OPEN"), "WRONG_VALUE")


def _secret_violations(settings: Settings) -> Iterator[Violation]:
    if settings.oidc_client_secret_file is not None:
        try:
            _secret(settings.oidc_client_secret_file)
        except (OSError, ValueError):
            yield Violation("TOUCHSTONE_OIDC_CLIENT_SECRET_FILE", _message("NO_SECRET"), "WRONG_VALUE")


def _send_request(url: str, body: bytes | None = None, headers: Mapping[str, str] | None = None) -> tuple[int, bytes]:
    poster = BoundedHttpClient(url, seconds=_REQUEST_SECONDS, most=_MAX_BYTES)
    try:
        return poster.get({}) if body is None else poster.post(body, headers or {})
    finally:
        poster.close()


def _secret(path: Path) -> str:
    secret = path.read_text(encoding="utf-8").strip()
    if not secret:
        raise ValueError("nothing in it")
    return secret


def _derived(purpose: str, secret: str) -> str:
    return _digest(f"{purpose}:{secret}")


def _digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


def _with_query(url: str, query: Mapping[str, str]) -> str:
    return f"{url}{'&' if urlsplit(url).query else '?'}{urlencode(query)}"
