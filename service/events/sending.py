"""How is one event sent to an endpoint, and was it taken? No redirects, no long answers, no long waits."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from service.base.software import software_versions
from service.events.messages import headers_of, written

if TYPE_CHECKING:
    from service.events.endpoints import Endpoint
    from service.store.outbox import Event

_SECONDS = 10.0
"""How long connecting, and then the whole answer, may take."""
_READ_BYTES = 65_536
"""How much of an answer is read, so that the connection can be used again."""


class Sender:
    """One connection to an endpoint, made anew when it is lost."""

    def __init__(self, endpoint: Endpoint) -> None:
        """Know where to send; nothing is sent yet."""
        self._endpoint = endpoint
        parts = urlsplit(endpoint.url)
        host = str(parts.hostname)
        self._target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self._agent = f"touchstone/{software_versions()['touchstone']}"
        self._connection = (
            HTTPSConnection(
                host, parts.port, timeout=_SECONDS, context=ssl.create_default_context(cafile=endpoint.ca_file)
            )
            if parts.scheme == "https"
            else HTTPConnection(host, parts.port, timeout=_SECONDS)
        )

    def send(self, event: Event) -> str:
        """Send an event, and give what was the matter; nothing if it was taken, which only a status of 2xx says."""
        body = written(event)
        signed = headers_of(event.id, body, seconds=int(time.time()), secrets=self._endpoint.secrets)
        limit = threading.Timer(_SECONDS, self.cut_off)
        limit.daemon = True
        try:
            if self._connection.sock is None:
                self._connection.connect()
            limit.start()
            self._connection.request("POST", self._target, body, {**signed, "user-agent": self._agent})
            answer = self._connection.getresponse()
            if len(answer.read(_READ_BYTES)) == _READ_BYTES:
                self.close()
        except (OSError, HTTPException) as error:
            self.close()
            return type(error).__name__
        finally:
            limit.cancel()
        return "" if 200 <= answer.status < 300 else f"HTTP {answer.status}"

    def cut_off(self) -> None:
        """Let whatever waits for the endpoint fail at once; for another thread."""
        opened: socket.socket | None = self._connection.sock
        if opened is not None:
            with suppress(OSError):
                opened.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Give the connection back."""
        self._connection.close()
