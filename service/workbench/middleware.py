"""Page middleware: security headers, and language and time zone of the reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders
from starlette.requests import Request

from rules.contracts import LANGUAGES
from service.base.call_context import preferred_language
from service.workbench.cookies import KEYS, LANGUAGE, YEAR, ZONE
from service.workbench.page import UTC, time_zones

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from service.workbench.cookies import Cookies

SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
_HSTS = f"max-age={YEAR}; includeSubDomains"


class SecurityHeadersMiddleware:
    """Middleware that adds security headers and, with HTTPS, HSTS."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self._app, self._secure = app, secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if self._secure:
                    headers["strict-transport-security"] = _HSTS
            await send(message)

        await self._app(scope, receive, send_with_headers)


@dataclass(frozen=True, slots=True)
class Reader:
    """Display preferences of a reader."""

    language: str
    zone: str
    has_keys: bool


class ReaderMiddleware:
    """Middleware that reads preferences, and stores those from the query in cookies."""

    def __init__(self, app: ASGIApp, cookies: Cookies) -> None:
        self._app, self._cookies = app, cookies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        language, zone = request.query_params.get("language", ""), request.query_params.get("zone", "")
        chosen = []
        if language in LANGUAGES:
            chosen.append((LANGUAGE, language))
        if zone in time_zones():
            chosen.append((ZONE, zone))
        if (keys := request.query_params.get("keys", "")) in {"on", "off"}:
            chosen.append((KEYS, keys))
        has_keys = (keys or self._cookies.read(request, KEYS)) != "off"
        request.state.reader = Reader(self._language(request, language), self._zone(request, zone), has_keys)

        async def send_with_choices(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                for name, value in chosen:
                    headers.append("set-cookie", self._cookies.header(name, value, YEAR))
            await send(message)

        await self._app(scope, receive, send_with_choices)

    def _language(self, request: Request, chosen: str) -> str:
        wanted = chosen or self._cookies.read(request, LANGUAGE)
        return wanted if wanted in LANGUAGES else preferred_language(None, request.headers.items())

    def _zone(self, request: Request, chosen: str) -> str:
        wanted = (chosen, self._cookies.read(request, ZONE))
        return next((zone for zone in wanted if zone in time_zones()), UTC)
