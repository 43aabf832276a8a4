"""Bounded HTTP client for untrusted servers: no redirects, limited length and time."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit

from service.base.software import software_versions


class BoundedHttpClient:
    """One connection to a URL of HTTP or HTTPS, made anew when it is lost.

    Connecting, and then the whole answer, may take so many seconds; no more of an answer is read than `most` bytes.
    """

    def __init__(self, url: str, *, seconds: float, most: int, ca_file: Path | None = None) -> None:
        """Know where to send; nothing is sent yet. Certificates must come from `ca_file`, if that is given."""
        parts = urlsplit(url)
        host = str(parts.hostname)
        self._seconds = seconds
        self._most = most
        self._target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self._agent = f"touchstone/{software_versions()['touchstone']}"
        self._socket: socket.socket | None = None  # the connection forgets its own where an answer ends with it
        self._connection = (
            HTTPSConnection(host, parts.port, timeout=seconds, context=ssl.create_default_context(cafile=ca_file))
            if parts.scheme == "https"
            else HTTPConnection(host, parts.port, timeout=seconds)
        )

    def post(self, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        """Send a body, and give the status of the answer and as much of it as is read.

        Raises:
            OSError: the server cannot be reached, or takes too long.
            HTTPException: what it answers is not HTTP.
        """
        return self._request("POST", body, headers)

    def get(self, headers: Mapping[str, str]) -> tuple[int, bytes]:
        """Ask for what stands there, likewise.

        Raises:
            OSError: the server cannot be reached, or takes too long.
            HTTPException: what it answers is not HTTP.
        """
        return self._request("GET", None, headers)

    def _request(self, method: str, body: bytes | None, headers: Mapping[str, str]) -> tuple[int, bytes]:
        limit = threading.Timer(self._seconds, self.cut_off)
        limit.daemon = True
        try:
            if self._connection.sock is None:
                self._connection.connect()
                self._socket = self._connection.sock
            limit.start()
            self._connection.request(method, self._target, body, {**headers, "user-agent": self._agent})
            answer = self._connection.getresponse()
            content = answer.read(self._most)
            if len(content) == self._most:
                self.close()
        except Exception:
            self.close()
            raise
        finally:
            limit.cancel()
        return answer.status, content

    def cut_off(self) -> None:
        """Let whatever waits for the server fail at once; for another thread."""
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Give the connection back."""
        self._connection.close()
