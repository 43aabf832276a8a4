"""Cookies of the pages: of this host alone, out of reach of scripts, and by HTTPS alone where browsers come so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.requests import Request

SESSION, SIGN_IN_BEGUN, BROWSER = "touchstone-session", "touchstone-sign-in", "touchstone-browser"
LANGUAGE, ZONE, TRIAL = "touchstone-language", "touchstone-zone", "touchstone-trial"
KEYS = "touchstone-keys"
YEAR = 365 * 86_400
"""How many seconds a choice of the reader is kept."""


class Cookies:
    """Reads and writes cookies by the names that they have for us."""

    def __init__(self, *, secure: bool) -> None:
        """`secure` says that browsers come by HTTPS; a name then says that the cookie is of this host alone."""
        self._secure, self._prefix = secure, "__Host-" if secure else ""

    def read(self, request: Request, name: str) -> str:
        """Give the value that the browser sent; empty if it has none."""
        return request.cookies.get(self._prefix + name, "")

    def keep(self, response: Response, name: str, value: str, seconds: int | None = None) -> None:
        """Have the browser keep a value, until it is closed if no time is given."""
        response.set_cookie(
            self._prefix + name, value, seconds, path="/", secure=self._secure, httponly=True, samesite="lax"
        )

    def drop(self, response: Response, name: str) -> None:
        """Have the browser forget a value."""
        response.delete_cookie(self._prefix + name, secure=self._secure, httponly=True, samesite="lax")

    def header(self, name: str, value: str, seconds: int) -> str:
        """Write the header that has the browser keep a value."""
        carrier = Response()
        self.keep(carrier, name, value, seconds)
        return carrier.headers["set-cookie"]
