"""Bounded HTTP client for untrusted servers: no redirects, limited length and time."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPMessage, HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit

from service.base.software import software_versions


class BoundedHttpClient:
    """Reconnecting client for one HTTP or HTTPS URL.

    `seconds` limits connecting and each response; `most` limits the bytes read. Requests raise OSError if the server is
    unreachable or too slow, and HTTPException if its response is not HTTP.
    """

    def __init__(self, url: str, *, seconds: float, most: int, ca_file: Path | None = None) -> None:
        parts = urlsplit(url)
        host = str(parts.hostname)
        self._seconds = seconds
        self._max_bytes = most
        self._target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self._agent = f"touchstone/{software_versions()['touchstone']}"
        self._headers = HTTPMessage()
        self._socket: socket.socket | None = None  # the connection drops its own reference when a response ends it
        self._connection = (
            HTTPSConnection(host, parts.port, timeout=seconds, context=ssl.create_default_context(cafile=ca_file))
            if parts.scheme == "https"
            else HTTPConnection(host, parts.port, timeout=seconds)
        )

    def post(self, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        return self._request("POST", body, headers)

    def get(self, headers: Mapping[str, str]) -> tuple[int, bytes]:
        return self._request("GET", None, headers)

    def fetch(self, headers: Mapping[str, str]) -> tuple[int, bytes, HTTPMessage]:
        """Return status, content and headers of a GET response."""
        status, content = self._request("GET", None, headers)
        return status, content, self._headers

    def _request(self, method: str, body: bytes | None, headers: Mapping[str, str]) -> tuple[int, bytes]:
        timer = threading.Timer(self._seconds, self.cut_off)
        timer.daemon = True
        try:
            if self._connection.sock is None:
                self._connection.connect()
                self._socket = self._connection.sock
            timer.start()
            self._connection.request(method, self._target, body, {**headers, "user-agent": self._agent})
            with self._connection.getresponse() as answer:  # an open answer would keep the socket open
                content = answer.read(self._max_bytes)
                self._headers = answer.headers
            if len(content) == self._max_bytes:
                self.close()
        except Exception:
            self.close()
            raise
        finally:
            timer.cancel()
        return answer.status, content

    def cut_off(self) -> None:
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._connection.close()
