"""HTTP fuzzing client: random paths, headers and bodies, and the responses that are findings."""

from __future__ import annotations

import http.client
import json
import random
import re
import time
from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlencode

from google.protobuf import json_format
from google.protobuf.message import Message

from service.http.routes import Route, Routes
from service.serving.registry import SERVICES
from tests.reliability.fuzz_grpc import one_of, seldom_heavy
from tests.reliability.made_messages import TEXTS, Maker
from tests.reliability.sent_calls import Sent
from tests.support.running import RunningServer
from touchstone.client.json_form import as_json

_PATIENCE = 60
_HEAD_BYTES = 30_000
_VARIABLE = re.compile(r"\{([a-z_]+)=[^}]+\}")
_TYPES = ("application/json", "application/x-ndjson", "application/json; charset=utf-16", "text/plain", "", "a" * 300)
_JSON = (
    b"", b"null", b"[]", b"{}", b"1e400", b"-0", b"NaN", b'"', b"{" * 3000, b"[" * 3000, b'{"a":' * 900, b"\xff\xfe",
    b"\x00", b'{"\\ud800": 1}', b'{"name": "\\ud800"}', b'{"pageSize": 1e400}', b'{"pageSize": -1e400}',
    b'{"pageSize": 99999999999999999999}',
    b'{"a": 1, "a": 2}', b"1" * 5000, b'{"name": ' + b"9" * 5000 + b"}",
)  # fmt: skip
_RIGHT = frozenset({200, 204, 400, 401, 403, 404, 405, 408, 409, 413, 414, 415, 429, 501, 504})


class HttpDoor:
    """Sends requests over one connection and reconnects when the server closes it."""

    def __init__(self, server: RunningServer, good: Mapping[str, Sequence[Message]]) -> None:
        host, _, port = server.http.removeprefix("http://").rpartition(":")
        self._connection = http.client.HTTPConnection(host, int(port), timeout=_PATIENCE)
        self._good = good
        self._all = Routes(SERVICES).all

    def call(self, drawn: random.Random) -> Sent:
        """Make one request, drawn by chance."""
        route = seldom_heavy(self._all, lambda route: route.method.name, drawn)
        good = self._good[f"/{route.method.containing_service.full_name}/{route.method.name}"]
        maker = Maker(drawn)
        message = maker.changed(one_of(good, drawn)) if drawn.random() < 0.6 else maker.message(route.method.input_type)
        try:
            plain = json.loads(as_json(message, indent=None))
        except json_format.SerializeToJsonError:  # a timestamp that JSON cannot represent
            message = one_of(good, drawn)
            plain = json.loads(as_json(message, indent=None))
        path = _path(route, message, drawn)
        if not route.pattern.fullmatch(path) and drawn.random() < 0.8:
            path = _path(route, one_of(good, drawn), drawn)
        body = b""
        if route.has_body:
            body = _spoilt(json.dumps(plain).encode(), drawn)
        else:
            flat = {name: value for name, value in plain.items() if not isinstance(value, dict)}
            path += (
                f"?{urlencode(flat, doseq=True)}"
                if flat
                else drawn.choice(("", "?", "?a", "?a=%ff", "?=&&", "?name=1"))
            )
        verb = (
            route.verb
            if drawn.random() < 0.97
            else drawn.choice(("GET", "POST", "PUT", "HEAD", "OPTIONS", "PATCH", "X"))
        )
        right = "application/x-ndjson" if route.method.client_streaming else "application/json"
        headers = {"content-type": right if drawn.random() < 0.97 else drawn.choice(_TYPES)}
        if drawn.random() < 0.05:
            headers[drawn.choice(("grpc-timeout", "accept-language", "host", "authorization", "accept", "range"))] = (
                drawn.choice(("5S", "0n", "99999999H", "-1S", "zh", "evil.example", "bytes=0-", "Bearer x", "a" * 2000))
            )
        if drawn.random() < 0.002:
            headers["note"] = "n" * 2_000
        if drawn.random() < 0.01:
            path = "/" + quote(drawn.choice(TEXTS)[:500], safe="/:%.")
        return self.sent(f"{verb} {path}", body, headers)

    def sent(self, to: str, body: bytes, headers: Mapping[str, str]) -> Sent:
        """Send a request and record the answer. A request that takes too long is sent once more."""
        return self._sent(to, body, headers).or_sooner(lambda: self._sent(to, body, headers))

    def _sent(self, to: str, body: bytes, headers: Mapping[str, str]) -> Sent:
        verb, _, path = to.partition(" ")
        begun = time.monotonic()
        try:
            self._connection.request(verb, path, body or None, dict(headers))
            response = self._connection.getresponse()
            content = response.read()
        except (http.client.HTTPException, OSError) as error:
            self._connection.close()
            seconds = time.monotonic() - begun
            return Sent("http", to, body, type(error).__name__, seconds, f"no answer: {error!r}", headers)
        seconds = time.monotonic() - begun
        has_room = len(path) < _HEAD_BYTES  # else it is no request to the server, and refused in plain text
        problem = _problem(verb, response.status, content) if has_room or response.status != 400 else ""
        return Sent("http", to, body, str(response.status), seconds, problem, headers)

    def close(self) -> None:
        """End the connection."""
        self._connection.close()


def _problem(verb: str, status: int, content: bytes) -> str:
    """Return the fault of an answer, or an empty string."""
    if status not in _RIGHT:
        return f"{status}: {content[:300]!r}"
    if verb in {"GET", "POST"} and status >= 400:
        try:
            read = json.loads(content)
            if not read["message"] or not read["details"]:
                return f"{status} without details: {content[:300]!r}"
        except (ValueError, KeyError):
            return f"{status} is no status: {content[:300]!r}"
    return ""


def _path(route: Route, message: Message, drawn: random.Random) -> str:
    """Build the path from the fields of the message, or from random text."""
    path = route.template
    for name in route.fields:
        value: object = message
        for part in name.split("."):
            value = getattr(value, part)
        text = str(value) if drawn.random() < 0.9 else drawn.choice(TEXTS)
        safe = "/:" if drawn.random() < 0.95 else ""
        path = re.sub(rf"\{{{name}=[^}}]+\}}", lambda _, text=text, safe=safe: quote(text[:500], safe=safe), path)  # type: ignore[misc]
    return _VARIABLE.sub("x", path)


def _spoilt(body: bytes, drawn: random.Random) -> bytes:
    """Leave most bodies as they are, and change the bytes of some."""
    draw = drawn.random()
    if draw < 0.6:
        return body
    if draw < 0.75:
        return drawn.choice(_JSON)
    spoilt = bytearray(body)
    for _ in range(drawn.choice((1, 1, 3))):
        at = drawn.randrange(len(spoilt) + 1)
        if draw < 0.9:
            spoilt[at:at] = drawn.choice(
                (b'"', b",", b"{", b"}", b"]", b"null", b"1e400", b"\\u0000", b"-", b"\n", b"\xc3")
            )
        else:
            del spoilt[at : at + drawn.randint(1, 9)]
    return bytes(spoilt)
