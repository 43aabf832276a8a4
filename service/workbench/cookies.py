"""Page cookies: host-only, inaccessible to scripts, and HTTPS-only where browsers use HTTPS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.requests import Request

SESSION, SIGN_IN_BEGUN, BROWSER = "touchstone-session", "touchstone-sign-in", "touchstone-browser"
LANGUAGE, ZONE, TRIAL = "touchstone-language", "touchstone-zone", "touchstone-trial"
KEYS = "touchstone-keys"
YEAR = 365 * 86_400


class Cookies:
    """Reader and writer of prefixed cookies."""

    def __init__(self, *, secure: bool) -> None:
        self._secure, self._prefix = secure, "__Host-" if secure else ""

    def read(self, request: Request, name: str) -> str:
        return request.cookies.get(self._prefix + name, "")

    def keep(self, response: Response, name: str, value: str, seconds: int | None = None) -> None:
        response.set_cookie(
            self._prefix + name, value, seconds, path="/", secure=self._secure, httponly=True, samesite="lax"
        )

    def drop(self, response: Response, name: str) -> None:
        response.delete_cookie(self._prefix + name, secure=self._secure, httponly=True, samesite="lax")

    def header(self, name: str, value: str, seconds: int) -> str:
        carrier = Response()
        self.keep(carrier, name, value, seconds)
        return carrier.headers["set-cookie"]
