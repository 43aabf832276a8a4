"""OpenID Connect sign-in: redirect to the provider, and the exchange of its code.

Nothing is kept here meanwhile: state, nonce and the verifier of PKCE (RFC 7636) follow from one random secret, which
the browser alone holds. The code is exchanged for an ID token, and this is read as tokens of callers are.
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
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from service.configuration.settings import Settings
    from service.identity.tokens import ClaimSettings

_say = message_factory(__name__)

TO_PROVIDER, FROM_PROVIDER = "/workbench/sign-in/provider", "/workbench/sign-in/callback"
"""Where people leave for the provider, and where it sends them back."""
_SIGN_IN = "/workbench/sign-in"
_ANNOUNCED = "/.well-known/openid-configuration"
_FRESH_SECONDS, _PAUSE_SECONDS = 3_600.0, 2.0
"""How long what a provider announces is believed, and how long nobody asks again after it could not be had."""
_ASKING_SECONDS = 5.0
_LARGEST = 256 << 10
_THREADS = 4
_ERRORS = frozenset(
    {
        "access_denied", "account_selection_required", "consent_required", "interaction_required", "invalid_request",
        "invalid_scope", "login_required", "server_error", "temporarily_unavailable", "unauthorized_client",
        "unsupported_response_type",
    }
)  # fmt: skip
"""What a provider may say went wrong (RFC 6749, OpenID Connect Core); other words are not repeated."""


@dataclass(frozen=True, slots=True)
class ClientRegistration:
    """The workbench as a provider knows it, and what is believed of it."""

    issuer: str
    client: str
    secret_file: Path | None
    name: str
    scopes: str
    strengths: tuple[str, ...]
    """In which ways people may have signed in there (claim acr); any if none is named."""
    url: str
    """Where browsers find the workbench."""
    claims: ClaimSettings


@dataclass(frozen=True, slots=True)
class _ProviderMetadata:
    """What a provider says of itself (OpenID Connect Discovery)."""

    authorization: str
    token: str
    end: str
    secret_in_body: bool
    tokens: TokenAuthenticator
    keys: str


class Provider:
    """One provider, to which people are sent and from which they come back."""

    def __init__(self, registered: ClientRegistration, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Know who it is; nothing is asked yet."""
        self._its, self._clock = registered, clock
        self._known: _ProviderMetadata | None = None
        self._asked_at = self._failed_at = float("-inf")
        self._asking: asyncio.Task[_ProviderMetadata] | None = None
        self._threads = ThreadPool(_THREADS)

    @property
    def name(self) -> str:
        """What people call it."""
        return self._its.name

    def close(self) -> None:
        """End the threads."""
        self._threads.close()

    async def leave(self) -> tuple[str, str]:
        """Give the address to send somebody to, and the secret that their browser keeps until they are back."""
        announced, secret = await self._announced(), secrets.token_urlsafe(32)
        asked = {
            "response_type": "code",
            "client_id": self._its.client,
            "redirect_uri": self._its.url + FROM_PROVIDER,
            "scope": self._its.scopes,
            "state": _derived("state", secret),
            "nonce": _derived("nonce", secret),
            "code_challenge": _digest(_derived("verifier", secret)),
            "code_challenge_method": "S256",
        }
        if self._its.strengths:
            asked["acr_values"] = " ".join(self._its.strengths)
        return _with(announced.authorization, asked), secret

    async def come_back(self, query: Mapping[str, str], secret: str) -> Principal:
        """Give who has come back with what stands in the query, if they left with this secret."""
        if not secret or not hmac.compare_digest(query.get("state", "").encode(), _derived("state", secret).encode()):
            raise Refusal(Reason.CREDENTIAL_INVALID, _say("NOT_BEGUN", name=self.name))
        if "error" in query or not query.get("code"):
            problem = query.get("error") if query.get("error") in _ERRORS else "-"
            raise Refusal(Reason.CREDENTIAL_INVALID, _say("PROVIDER_REFUSES", name=self.name, problem=problem))
        announced = await self._announced()
        if query.get("iss", self._its.issuer) != self._its.issuer:  # RFC 9207: the code is another provider's
            raise self._not_held("iss")
        shown = await self._threads.do(self._exchange, announced, query["code"], _derived("verifier", secret))
        try:
            claims = await announced.tokens.read(shown)
            principal = announced.tokens.named(claims)
        except Refusal as refusal:
            if refusal.reason is Reason.IDENTITY_UNAVAILABLE:
                raise self._down("keys") from None
            raise self._not_held(str(refusal)) from None
        self._check_meant(claims, _derived("nonce", secret))
        if not principal.roles:
            message = _say("NO_ROLE", name=self.name, id=principal.id, claim=self._its.claims.roles)
            raise Refusal(Reason.ROLE_NEEDED, message)
        if not principal.organization and principal.roles - WITHOUT_ORGANIZATION:
            message = _say("NO_ORGANIZATION", name=self.name, id=principal.id, claim=self._its.claims.organization)
            raise Refusal(Reason.ROLE_NEEDED, message)
        logs.info("signed_in", account=principal.account, issuer=self._its.issuer)
        return principal

    async def end(self) -> str:
        """Give the address at which somebody signs out there; empty if it has none, or cannot say so now."""
        try:
            announced = await self._announced()
        except Refusal:
            return ""
        back = {"client_id": self._its.client, "post_logout_redirect_uri": self._its.url + _SIGN_IN}
        return _with(announced.end, back) if announced.end else ""

    def _check_meant(self, claims: Mapping[str, Any], nonce: str) -> None:
        """Refuse an ID token that was made for another sign-in or client, or after too weak a sign-in."""
        claimed_nonce, meant = claims.get("nonce"), claims.get("azp")
        if not isinstance(claimed_nonce, str) or not hmac.compare_digest(claimed_nonce.encode(), nonce.encode()):
            raise self._not_held("nonce")
        several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
        if (several or meant is not None) and meant != self._its.client:
            raise self._not_held("azp")
        if self._its.strengths and claims.get("acr") not in self._its.strengths:
            raise Refusal(Reason.CREDENTIAL_INVALID, _say("TOO_WEAK", name=self.name))

    # --- what is asked of the provider --------------------------------------------------------------------------------

    async def _announced(self) -> _ProviderMetadata:
        """Give what it announces; whoever wants that at once waits for the same question."""
        now = self._clock()
        if self._known is not None and now - self._asked_at < _FRESH_SECONDS:
            return self._known
        if self._asking is None or self._asking.done():
            if now - self._failed_at < _PAUSE_SECONDS:
                return self._previous_metadata("again")
            self._asking = asyncio.create_task(self._ask())
        return await asyncio.shield(self._asking)

    async def _ask(self) -> _ProviderMetadata:
        try:
            read = await self._threads.do(self._fetch_metadata)
        except (OSError, HTTPException, ValueError, RecursionError) as error:
            self._failed_at = self._clock()
            return self._previous_metadata(type(error).__name__)
        place, before = read["jwks_uri"], self._known
        tokens = (
            before.tokens if before and before.keys == place else TokenAuthenticator(KeySet(place), self._its.claims)
        )
        ways = read.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        self._known = _ProviderMetadata(
            authorization=read["authorization_endpoint"],
            token=read["token_endpoint"],
            end=read.get("end_session_endpoint", ""),
            secret_in_body="client_secret_basic" not in ways,
            tokens=tokens,
            keys=place,
        )
        self._asked_at = self._clock()
        return self._known

    def _previous_metadata(self, problem: str) -> _ProviderMetadata:
        """Give what was announced before, though it could not be had again."""
        if self._known is None:
            raise self._down(problem)
        return self._known

    def _fetch_metadata(self) -> dict[str, Any]:
        status, content = _send_request(self._its.issuer.removesuffix("/") + _ANNOUNCED)
        read = json.loads(content)
        if status != HTTPStatus.OK or not isinstance(read, dict) or read.get("issuer") != self._its.issuer:
            raise ValueError("not what this issuer announces")
        needed = [read.get(name) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")]
        if not all(
            isinstance(url, str) and is_safe(url) for url in (*needed, read.get("end_session_endpoint", needed[0]))
        ):
            raise ValueError("an endpoint is missing, or can be listened to")
        return read

    def _exchange(self, announced: _ProviderMetadata, code: str, verifier: str) -> str:
        """Give the ID token for a code."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._its.url + FROM_PROVIDER,
            "code_verifier": verifier,
        }
        headers = {"content-type": "application/x-www-form-urlencoded", "accept": "application/json"}
        try:
            secret = "" if self._its.secret_file is None else _secret(self._its.secret_file)
            if secret and not announced.secret_in_body:
                pair = f"{quote_plus(self._its.client)}:{quote_plus(secret)}"
                headers["authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
            else:
                form |= {"client_id": self._its.client} | ({"client_secret": secret} if secret else {})
            status, content = _send_request(announced.token, urlencode(form).encode(), headers)
            if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                raise self._down(str(status))
            read = json.loads(content)
        except (OSError, HTTPException, ValueError, RecursionError) as error:
            raise self._down(type(error).__name__) from None
        shown = read.get("id_token") if isinstance(read, dict) and status == HTTPStatus.OK else None
        if not isinstance(shown, str):
            error_code = read.get("error") if isinstance(read, dict) else None
            raise self._not_held(f"{status} {str(error_code)[:40]}")
        return shown

    def _down(self, problem: str) -> Refusal:
        logs.error("provider_unavailable", issuer=self._its.issuer, problem=problem)
        return Refusal(Reason.IDENTITY_UNAVAILABLE, _say("PROVIDER_DOWN", name=self.name))

    def _not_held(self, problem: str) -> Refusal:
        logs.warning("sign_in_refused", issuer=self._its.issuer, problem=problem)
        return Refusal(Reason.CREDENTIAL_INVALID, _say("NOT_HELD", name=self.name))


def provider_of(settings: Settings) -> Provider | None:
    """Give the provider by which people sign in, if one is set up.

    Raises:
        InputError: a setting is missing or cannot be used; all are named.
    """
    options = {
        "TOUCHSTONE_OIDC_ISSUER": settings.oidc_issuer,
        "TOUCHSTONE_OIDC_CLIENT_ID": settings.oidc_client_id,
        "TOUCHSTONE_WORKBENCH_URL": settings.workbench_url,
    }
    wrong: list[Violation] = []
    url = urlsplit(settings.workbench_url)
    if settings.workbench_url and (not is_safe(settings.workbench_url) or url.path or url.query or url.fragment):
        wrong.append(Violation("TOUCHSTONE_WORKBENCH_URL", _say("NO_WORKBENCH_URL"), "WRONG_VALUE"))
    if settings.oidc_issuer or settings.oidc_client_id:
        wrong += [Violation(name, _say("OIDC_TOGETHER"), "REQUIRED") for name, value in options.items() if not value]
        if settings.oidc_issuer and not is_safe(settings.oidc_issuer):
            wrong.append(Violation("TOUCHSTONE_OIDC_ISSUER", _say("ISSUER_NOT_HTTPS"), "WRONG_VALUE"))
        if settings.jwt_issuer and settings.jwt_issuer != settings.oidc_issuer:
            # Callers and people are both known by a subject alone, which only one issuer keeps apart.
            wrong.append(Violation("TOUCHSTONE_OIDC_ISSUER", _say("TWO_ISSUERS"), "WRONG_VALUE"))
        if settings.oidc_client_id and settings.oidc_client_id == settings.jwt_audience:
            wrong.append(Violation("TOUCHSTONE_OIDC_CLIENT_ID", _say("ONE_AUDIENCE"), "WRONG_VALUE"))
        if "openid" not in settings.oidc_scopes.split():
            wrong.append(Violation("TOUCHSTONE_OIDC_SCOPES", _say("NO_OPENID"), "WRONG_VALUE"))
        if is_safe(settings.workbench_url) and not is_local_host(url.hostname or "") and not asks_identity(settings):
            wrong.append(Violation("TOUCHSTONE_WORKBENCH_URL", _say("CALLS_OPEN"), "WRONG_VALUE"))
        if settings.oidc_client_secret_file is not None:
            try:
                _secret(settings.oidc_client_secret_file)
            except (OSError, ValueError):
                wrong.append(Violation("TOUCHSTONE_OIDC_CLIENT_SECRET_FILE", _say("NO_SECRET"), "WRONG_VALUE"))
    claims = claims_of(settings, settings.oidc_issuer, settings.oidc_client_id, wrong)
    if wrong:
        raise InputError(tuple(wrong))
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


def _send_request(url: str, body: bytes | None = None, headers: Mapping[str, str] | None = None) -> tuple[int, bytes]:
    """Ask at a URL, whose answer is short and comes soon."""
    poster = BoundedHttpClient(url, seconds=_ASKING_SECONDS, most=_LARGEST)
    try:
        return poster.get({}) if body is None else poster.post(body, headers or {})
    finally:
        poster.close()


def _secret(path: Path) -> str:
    secret = path.read_text(encoding="utf-8").strip()
    if not secret:
        raise ValueError("nothing in it")
    return secret


def _derived(what: str, secret: str) -> str:
    """Give what follows from a secret for one purpose, and does not tell it."""
    return _digest(f"{what}:{secret}")


def _digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


def _with(url: str, query: Mapping[str, str]) -> str:
    """Add to the query of a URL."""
    return f"{url}{'&' if urlsplit(url).query else '?'}{urlencode(query)}"
