"""How is one event sent to an endpoint, and was it taken?"""

from __future__ import annotations

import time
from http.client import HTTPException
from typing import TYPE_CHECKING

from service.base.posting import Poster
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
        self._poster = Poster(endpoint.url, seconds=_SECONDS, most=_READ_BYTES, ca_file=endpoint.ca_file)

    def send(self, event: Event) -> str:
        """Send an event, and give what was the matter; nothing if it was taken, which only a status of 2xx says."""
        body = written(event)
        signed = headers_of(event.id, body, seconds=int(time.time()), secrets=self._endpoint.secrets)
        try:
            status, _ = self._poster.post(body, signed)
        except (OSError, HTTPException) as error:
            return type(error).__name__
        return "" if 200 <= status < 300 else f"HTTP {status}"

    def cut_off(self) -> None:
        """Let whatever waits for the endpoint fail at once; for another thread."""
        self._poster.cut_off()

    def close(self) -> None:
        """Give the connection back."""
        self._poster.close()
