"""A provider of OpenID Connect on this machine, with everything that goes wrong at one, as its parts are set."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from tests.support.identities import Issuer

CLIENT, SECRET = "workbench", "s3cret: 50%2B of the client"


@dataclass
class Somebody:
    """User who signs in at the provider, as described by the tokens."""

    sub: str = "ada@example"
    organization: str | None = "example"
    roles: list[str] | None = field(default_factory=lambda: ["assessor"])


class OidcProvider:
    """OpenID provider that signs in `somebody` without a prompt.

    ID tokens are signed by `key` and altered by `changed`. The provider publishes the keys of `published`. With `down`,
    requests of the workbench are answered with status 503. `secret` is the required client secret; if empty, PKCE alone
    is sufficient.
    """

    def __init__(self, port: int = 0, *, secret: str = SECRET) -> None:
        self.somebody, self.secret = Somebody(), secret
        self.signing = self.published = Issuer()
        self.signing.add("first")
        self.key, self.changed = "first", dict[str, Any]()
        self.announced = dict[str, Any]()
        self.down, self.error, self.seconds = False, "", 300
        self.asked: list[str] = []
        self.wanted = ""
        self._codes: dict[str, dict[str, str]] = {}
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path, query = urlsplit(self.path).path, dict(parse_qsl(urlsplit(self.path).query))
                provider.asked.append(path)
                if provider.down and path != "/authorize":
                    self._tell(503, {})
                elif path == "/.well-known/openid-configuration":
                    self._tell(200, provider.configuration())
                elif path == "/keys":
                    self._tell(200, json.loads(provider.published.key_set()))
                elif path == "/authorize":
                    self.send_response(303)
                    self.send_header("location", provider.sent_back(query))
                    self.end_headers()
                else:
                    self._tell(404, {})

            def do_POST(self) -> None:
                form = {name: one for name, (one,) in parse_qs(self.rfile.read(self._size).decode()).items()}
                provider.asked.append(self.path)
                self._tell(*((503, {}) if provider.down else provider.exchanged(form, self.headers["authorization"])))

            @property
            def _size(self) -> int:
                return int(self.headers["content-length"])

            def _tell(self, status: int, body: object) -> None:
                content = json.dumps(body).encode()
                self.send_response(status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))

    def configuration(self) -> dict[str, Any]:
        """Return the discovery document."""
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/keys",
            "end_session_endpoint": f"{self.url}/leave",
            **self.announced,
        }

    def sent_back(self, query: dict[str, str]) -> str:
        """Return the redirect address of the client, with a code."""
        assert (query["client_id"], query["response_type"]) == (CLIENT, "code")
        assert query["code_challenge_method"] == "S256"
        self.wanted = query.get("acr_values", "")
        parameters = {"state": query["state"], "iss": self.url}
        if self.error:
            return f"{query['redirect_uri']}?{urlencode({'error': self.error, **parameters})}"
        code = secrets.token_urlsafe(16)
        self._codes[code] = query
        return f"{query['redirect_uri']}?{urlencode({'code': code, **parameters})}"

    def exchanged(self, form: dict[str, str], authorization: str | None) -> tuple[int, dict[str, Any]]:
        """Return the status and response to a code; each code is valid once."""
        shown = form.get("client_secret", "")
        if authorization is not None:
            shown = base64.b64decode(authorization.removeprefix("Basic ")).decode()
            shown = dict(parse_qsl(f"id={shown.replace(':', '&secret=', 1)}"))["secret"]
        asked = self._codes.pop(form["code"], None)
        verifier = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"].encode()).digest()).rstrip(b"=")
        if shown != self.secret:
            return 401, {"error": "invalid_client"}
        if (
            asked is None
            or asked["redirect_uri"] != form["redirect_uri"]
            or asked["code_challenge"] != verifier.decode()
        ):
            return 400, {"error": "invalid_grant"}
        somebody = {name: one for name, one in vars(self.somebody).items() if one is not None}
        claims = {"iss": self.url, "aud": CLIENT, "nonce": asked["nonce"], **somebody, **self.changed}
        return 200, {"id_token": self.signing.token(self.key, seconds=self.seconds, **claims), "access_token": "-"}

    def __enter__(self) -> OidcProvider:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
