"""Receiver of events: a local HTTP server that records its requests."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import ssl
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.support.identities import Certified

SECRET = bytes(range(32))


@dataclass(frozen=True)
class Delivered:
    """One message as it came."""

    headers: Mapping[str, str]
    body: bytes

    @property
    def event(self) -> dict[str, Any]:
        read: dict[str, Any] = json.loads(self.body)
        return read

    def signed_by(self, secret: bytes) -> bool:
        """Return whether the signature is valid under Standard Webhooks."""
        signed = f"{self.headers['webhook-id']}.{self.headers['webhook-timestamp']}.".encode() + self.body
        expected = base64.b64encode(hmac.digest(secret, signed, hashlib.sha256)).decode()
        return f"v1,{expected}" in self.headers["webhook-signature"].split()


class Receiver:
    """Answers each message with the next of `statuses`, and with 204 once there are none left."""

    def __init__(self, *statuses: int, port: int = 0, location: str = "", tls: Certified | None = None) -> None:
        self.received: list[Delivered] = []
        self.statuses = list(statuses)
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                headers = {name.lower(): value for name, value in self.headers.items()}
                status = receiver.statuses.pop(0) if receiver.statuses else 204
                self.send_response(status)
                if location:
                    self.send_header("location", location)
                self.send_header("content-length", "0")
                self.end_headers()
                receiver.received.append(Delivered(headers, body))

            def log_message(self, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_port
        self.url = f"http://127.0.0.1:{self.port}/hook"
        if tls is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(tls.certificate, tls.key)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
            self.url = f"https://localhost:{self.port}/hook"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))

    @property
    def subjects(self) -> list[str]:
        return [one.event["subject"] for one in self.received]

    def __enter__(self) -> Receiver:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def events_file(folder: Path, **endpoints: Mapping[str, object]) -> str:
    """Write the endpoint file and the secret file, and return the path of the endpoint file."""
    folder.mkdir(exist_ok=True)
    (folder / "secret").write_text(f"whsec_{base64.b64encode(SECRET).decode()}\n", encoding="ascii")
    tables = []
    for name, options in endpoints.items():
        values = {"secret_file": "secret", "first_delay_milliseconds": 50, **options}
        tables.append("\n".join((f"[{name}]", *(f"{key} = {json.dumps(value)}" for key, value in values.items()))))
    path = folder / "events.toml"
    path.write_text("\n\n".join(tables), encoding="utf-8")
    return str(path)
